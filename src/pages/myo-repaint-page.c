/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "myo-change-row.h"
#include "myo-pain-change.h"
#include "myo-pain-words.h"
#include "myo-parts.h"
#include "myo-repaint-page.h"

/* The table follows the brush this often: ms. */
#define FOLLOW_EVERY 100

struct _MyoRepaintPage
{
  GtkWidget parent_instance;

  MyoPainStudy   *study;
  MyoPainTool    *tool;
  MyoPainDrawing *before, *after;                     /* after: a stored one, or NULL */
  MyoCoverage    *before_coverage, *after_coverage;   /* of these; NULL until the grid is there */
  gboolean        live;                               /* asked for, not stored */
  gboolean        took_brush;                         /* the hand is to be there again at the end */
  GPtrArray      *rows;                               /* of MyoChangeRow, all that were ever needed */
  guint           update_id;

  GtkWidget *box, *scroller, *heading_label, *how_label, *answers, *summary_label, *waiting_label, *key, *list, *done_button;
  GtkWidget *which, *before_button, *after_button;
};

G_DEFINE_FINAL_TYPE (MyoRepaintPage, myo_repaint_page, GTK_TYPE_WIDGET)

enum { DONE, SHOW_DRAWING, N_SIGNALS };
static guint signals[N_SIGNALS];

/* --- The table --- */

static MyoChangeRow *
get_row (MyoRepaintPage *self,
         guint           i)
{
  if (i == self->rows->len)
    {
      GtkWidget *row = myo_change_row_new ();

      gtk_list_box_append (GTK_LIST_BOX (self->list), row);
      g_ptr_array_add (self->rows, row);
    }
  gtk_widget_set_visible (self->rows->pdata[i], TRUE);

  return self->rows->pdata[i];
}

static void
hide_rows (MyoRepaintPage *self,
           guint           from)
{
  for (guint i = from; i < self->rows->len; i++)
    gtk_widget_set_visible (self->rows->pdata[i], FALSE);
  gtk_widget_set_visible (self->list, from > 0);
}

/* What has no skin of its own is told by its strength alone. */
static double
get_load (const MyoPainChange *change,
          gboolean             after)
{
  double intensity = after ? change->intensity_after : change->intensity_before;

  return change->inner ? intensity : intensity * (after ? change->area_after : change->area_before);
}

static double
get_longest (const GArray *changes,
             gboolean      inner)
{
  double longest = 0;

  for (guint i = 0; i < changes->len; i++)
    {
      const MyoPainChange *change = &g_array_index (changes, MyoPainChange, i);

      if (change->inner == inner)
        longest = MAX (longest, MAX (get_load (change, FALSE), get_load (change, TRUE)));
    }

  return MAX (longest, 1e-6);
}

static void
show_changes (MyoRepaintPage *self,
              MyoCoverage    *after)
{
  MyoAtlas *atlas = myo_pain_study_get_atlas (self->study);
  MyoPainTotals totals;
  g_autoptr(GArray) changes = myo_pain_change_list (self->before_coverage, after, &totals);
  g_autofree char *summary = myo_pain_change_summarize (&totals);
  double longest = get_longest (changes, FALSE), longest_inner = get_longest (changes, TRUE);

  for (guint i = 0; i < changes->len; i++)
    {
      const MyoPainChange *change = &g_array_index (changes, MyoPainChange, i);
      g_autofree char *words = myo_pain_change_describe (atlas, change);
      double full = change->inner ? longest_inner : longest;

      myo_change_row_set_change (get_row (self, i), words, get_load (change, FALSE) / full, get_load (change, TRUE) / full);
    }
  hide_rows (self, changes->len);
  gtk_widget_set_visible (self->key, changes->len > 0);
  myo_set_text (self->summary_label, summary);
}

static void
show_words (MyoRepaintPage *self)
{
  MyoAtlas *atlas = myo_pain_study_get_atlas (self->study);
  g_autofree char *where = myo_pain_words_where (atlas, self->before_coverage);
  g_auto(GStrv) lines = myo_pain_words_describe (atlas, self->before_coverage);
  guint n = g_strv_length (lines);

  for (guint i = 0; i < n; i++)
    myo_change_row_set_words (get_row (self, i), lines[i]);
  hide_rows (self, n);
  gtk_widget_set_visible (self->key, FALSE);
  myo_set_text (self->summary_label, where);
}

/* --- Following the study --- */

static void
measure_stored (MyoRepaintPage *self)
{
  MyoBodyGrid *grid = myo_pain_study_get_grid (self->study);

  if (grid == NULL)
    return;
  if (self->before_coverage == NULL)
    self->before_coverage = myo_coverage_new (grid, myo_pain_drawing_get_strokes (self->before));
  if (self->after != NULL && self->after_coverage == NULL)
    self->after_coverage = myo_coverage_new (grid, myo_pain_drawing_get_strokes (self->after));
}

static void
update (MyoRepaintPage *self)
{
  MyoCoverage *after;
  gboolean ready;

  if (self->before == NULL)
    return;

  measure_stored (self);
  after = self->live ? myo_pain_study_get_coverage (self->study) : self->after_coverage;
  ready = self->before_coverage != NULL && (after != NULL || !self->live);
  gtk_widget_set_visible (self->waiting_label, !ready);
  gtk_widget_set_visible (self->summary_label, ready);
  if (!ready)
    {
      hide_rows (self, 0);
      gtk_widget_set_visible (self->key, FALSE);
    }
  else if (after != NULL)
    show_changes (self, after);
  else
    show_words (self);
}

static gboolean
update_later (gpointer data)
{
  MyoRepaintPage *self = data;

  self->update_id = 0;
  update (self);

  return G_SOURCE_REMOVE;
}

static void
study_changed (MyoRepaintPage *self)
{
  if (self->update_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->update_id = g_timeout_add (FOLLOW_EVERY, update_later, self);
}

static void
study_failed (MyoRepaintPage *self,
              GError         *error)
{
  myo_set_text (self->waiting_label, error->message);
}

/* --- The answers --- */

static void
done_clicked (MyoRepaintPage *self)
{
  if (self->took_brush)
    myo_pain_tool_set_kind (self->tool, MYO_PAIN_TOOL_HAND);
  g_signal_emit (self, signals[DONE], 0);
}

static void
same_clicked (MyoRepaintPage *self)
{
  MyoPainDrawing *drawing = myo_pain_study_get_drawing (self->study);

  if (!myo_pain_drawing_equal (drawing, self->before))
    myo_pain_drawing_set (drawing, self->before);
  done_clicked (self);
}

static void
gone_clicked (MyoRepaintPage *self)
{
  myo_pain_drawing_clear (myo_pain_study_get_drawing (self->study));
}

/* --- On the map --- */

/* A stored pair is looked at on the map as long as the page is there. */
static void
show_on_map (MyoRepaintPage *self)
{
  gboolean before = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->before_button));

  if (self->live || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  g_signal_emit (self, signals[SHOW_DRAWING], 0, before || self->after == NULL ? self->before : self->after);
}

static void
which_toggled (MyoRepaintPage *self)
{
  show_on_map (self);
}

/* --- Public --- */

static void
set_pair (MyoRepaintPage *self,
          MyoPainDrawing *before,
          MyoPainDrawing *after)
{
  g_clear_pointer (&self->before_coverage, myo_coverage_unref);
  g_clear_pointer (&self->after_coverage, myo_coverage_unref);
  g_clear_object (&self->before);
  g_clear_object (&self->after);
  self->before = myo_pain_drawing_copy (before);
  self->after = after != NULL ? myo_pain_drawing_copy (after) : NULL;
}

static void
show_mode (MyoRepaintPage *self,
           gboolean        live,
           const char     *heading)
{
  self->live = live;
  gtk_label_set_label (GTK_LABEL (self->heading_label), heading);
  gtk_widget_set_visible (self->how_label, live);
  gtk_widget_set_visible (self->answers, live);
  gtk_widget_set_visible (self->done_button, live);
  gtk_widget_set_visible (self->which, !live && self->after != NULL);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
  myo_pain_study_prepare (self->study);
  update (self);
}

void
myo_repaint_page_begin (MyoRepaintPage *self,
                        MyoPainDrawing *before)
{
  MyoPainDrawing *drawing;

  g_return_if_fail (MYO_IS_REPAINT_PAGE (self));

  set_pair (self, before, NULL);
  drawing = myo_pain_study_get_drawing (self->study);
  if (!myo_pain_drawing_equal (drawing, self->before))
    myo_pain_drawing_set (drawing, self->before);
  self->took_brush = myo_pain_tool_get_kind (self->tool) == MYO_PAIN_TOOL_HAND;
  if (self->took_brush)
    myo_pain_tool_set_kind (self->tool, MYO_PAIN_TOOL_ERASER);
  show_mode (self, TRUE, _("Paint it as it feels now"));
}

void
myo_repaint_page_show_pair (MyoRepaintPage *self,
                            MyoPainDrawing *before,
                            MyoPainDrawing *after)
{
  g_return_if_fail (MYO_IS_REPAINT_PAGE (self));

  set_pair (self, before, after);
  show_mode (self, FALSE, after != NULL ? _("How the pain changed") : _("The pain before"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (after != NULL ? self->after_button : self->before_button), TRUE);
  show_on_map (self);
}

void
myo_repaint_page_set_model (MyoRepaintPage *self,
                            MyoPainStudy   *study,
                            MyoPainTool    *tool)
{
  g_return_if_fail (MYO_IS_REPAINT_PAGE (self));
  g_return_if_fail (self->study == NULL);

  self->study = g_object_ref (study);
  self->tool = g_object_ref (tool);
  g_signal_connect_object (study, "changed", G_CALLBACK (study_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (study, "failed", G_CALLBACK (study_failed), self, G_CONNECT_SWAPPED);
}

/* --- Class --- */

static void
myo_repaint_page_map (GtkWidget *widget)
{
  MyoRepaintPage *self = MYO_REPAINT_PAGE (widget);

  if (self->study != NULL)
    update (self);

  GTK_WIDGET_CLASS (myo_repaint_page_parent_class)->map (widget);
  show_on_map (self);
}

static void
myo_repaint_page_unmap (GtkWidget *widget)
{
  MyoRepaintPage *self = MYO_REPAINT_PAGE (widget);

  if (!self->live)
    g_signal_emit (self, signals[SHOW_DRAWING], 0, NULL);

  GTK_WIDGET_CLASS (myo_repaint_page_parent_class)->unmap (widget);
}

static void
myo_repaint_page_dispose (GObject *object)
{
  MyoRepaintPage *self = MYO_REPAINT_PAGE (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->before_coverage, myo_coverage_unref);
  g_clear_pointer (&self->after_coverage, myo_coverage_unref);
  g_clear_object (&self->before);
  g_clear_object (&self->after);
  g_clear_object (&self->tool);
  g_clear_object (&self->study);

  G_OBJECT_CLASS (myo_repaint_page_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, MyoRepaintPage, name)

static void
myo_repaint_page_class_init (MyoRepaintPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = myo_repaint_page_dispose;
  widget_class->map = myo_repaint_page_map;
  widget_class->unmap = myo_repaint_page_unmap;
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SHOW_DRAWING] = g_signal_new ("show-drawing", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, MYO_TYPE_PAIN_DRAWING);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/myo-repaint-page.ui");
  BIND (box);
  BIND (scroller);
  BIND (heading_label);
  BIND (how_label);
  BIND (answers);
  BIND (summary_label);
  BIND (waiting_label);
  BIND (key);
  BIND (list);
  BIND (done_button);
  BIND (which);
  BIND (before_button);
  BIND (after_button);
  gtk_widget_class_bind_template_callback (widget_class, which_toggled);
  gtk_widget_class_bind_template_callback (widget_class, done_clicked);
  gtk_widget_class_bind_template_callback (widget_class, same_clicked);
  gtk_widget_class_bind_template_callback (widget_class, gone_clicked);
}

static void
myo_repaint_page_init (MyoRepaintPage *self)
{
  self->rows = g_ptr_array_new ();
  self->live = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  myo_hide_until_mapped (self->box);
  gtk_label_set_label (GTK_LABEL (self->waiting_label), _("The body is being measured. The answer comes in a moment."));
}
