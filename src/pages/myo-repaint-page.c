/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "myo-change-row.h"
#include "myo-error.h"
#include "myo-parts.h"
#include "myo-repaint-page.h"

struct _MyoRepaintPage
{
  GtkWidget parent_instance;

  MyoPainDesk       *pain;
  MyoPainComparison *comparison;
  GPtrArray         *rows;         /* of MyoChangeRow, all that were ever needed */

  GtkWidget *box, *scroller, *heading_label, *how_label, *answers, *summary_label, *waiting_label, *key, *list, *done_button;
  GtkWidget *which, *before_button, *after_button;
};

G_DEFINE_FINAL_TYPE (MyoRepaintPage, myo_repaint_page, GTK_TYPE_WIDGET)

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

static void
show_lines (MyoRepaintPage *self,
            GPtrArray      *lines,
            gboolean        compared)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const MyoPainLine *line = lines->pdata[i];

      if (compared)
        myo_change_row_set_change (get_row (self, i), line->words, line->before, line->after);
      else
        myo_change_row_set_words (get_row (self, i), line->words);
    }
  hide_rows (self, lines->len);
  gtk_widget_set_visible (self->key, compared && lines->len > 0);
}

static void
update (MyoRepaintPage *self)
{
  gboolean ready = myo_pain_comparison_is_ready (self->comparison);

  gtk_widget_set_visible (self->waiting_label, !ready);
  gtk_widget_set_visible (self->summary_label, ready);
  if (ready)
    myo_set_text (self->summary_label, myo_pain_comparison_get_summary (self->comparison));
  show_lines (self, myo_pain_comparison_get_lines (self->comparison), myo_pain_comparison_is_compared (self->comparison));
}

/* --- Following the comparison --- */

static void
comparison_changed (MyoRepaintPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
}

static const char *
get_heading (gboolean live,
             gboolean pair)
{
  if (live)
    return _("Paint it as it feels now");
  return pair ? _("How the pain changed") : _("The pain before");
}

static void
comparison_begun (MyoRepaintPage *self)
{
  gboolean live = myo_pain_comparison_is_live (self->comparison);
  gboolean pair = myo_pain_comparison_get_after (self->comparison) != NULL;

  gtk_label_set_label (GTK_LABEL (self->heading_label), get_heading (live, pair));
  gtk_widget_set_visible (self->how_label, live);
  gtk_widget_set_visible (self->answers, live);
  gtk_widget_set_visible (self->done_button, live);
  gtk_widget_set_visible (self->which, pair);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (pair ? self->after_button : self->before_button), TRUE);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
  update (self);
}

static void
study_failed (MyoRepaintPage *self,
              GError         *error)
{
  if (!g_error_matches (error, MYO_ERROR, MYO_ERROR_DRAWING_FULL))
    myo_set_text (self->waiting_label, error->message);
}

/* --- The answers --- */

static void
done_clicked (MyoRepaintPage *self)
{
  myo_pain_desk_end_repaint (self->pain);
}

static void
same_clicked (MyoRepaintPage *self)
{
  myo_pain_desk_repaint_same (self->pain);
}

static void
gone_clicked (MyoRepaintPage *self)
{
  myo_pain_desk_clear (self->pain);
}

static void
which_toggled (MyoRepaintPage *self)
{
  if (!myo_pain_comparison_is_live (self->comparison))
    myo_pain_desk_look_at (self->pain, !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->before_button)));
}

/* --- Public --- */

void
myo_repaint_page_set_model (MyoRepaintPage    *self,
                            MyoPainDesk       *pain,
                            MyoPainComparison *comparison)
{
  g_return_if_fail (MYO_IS_REPAINT_PAGE (self));
  g_return_if_fail (self->pain == NULL);

  self->pain = g_object_ref (pain);
  self->comparison = g_object_ref (comparison);
  g_signal_connect_object (comparison, "begun", G_CALLBACK (comparison_begun), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (comparison, "changed", G_CALLBACK (comparison_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (myo_pain_desk_get_study (pain), "failed", G_CALLBACK (study_failed), self, G_CONNECT_SWAPPED);
}

/* --- Class --- */

static void
myo_repaint_page_map (GtkWidget *widget)
{
  MyoRepaintPage *self = MYO_REPAINT_PAGE (widget);

  if (self->comparison != NULL)
    update (self);

  GTK_WIDGET_CLASS (myo_repaint_page_parent_class)->map (widget);
}

static void
myo_repaint_page_dispose (GObject *object)
{
  MyoRepaintPage *self = MYO_REPAINT_PAGE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->comparison);
  g_clear_object (&self->pain);

  G_OBJECT_CLASS (myo_repaint_page_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, MyoRepaintPage, name)

static void
myo_repaint_page_class_init (MyoRepaintPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = myo_repaint_page_dispose;
  widget_class->map = myo_repaint_page_map;
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
  gtk_widget_init_template (GTK_WIDGET (self));
  myo_hide_until_mapped (self->box);
  gtk_label_set_label (GTK_LABEL (self->waiting_label), _("The body is being measured. The answer comes in a moment."));
}
