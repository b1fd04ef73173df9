/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "myo-parts.h"
#include "myo-place-page.h"
#include "myo-words.h"

/* Rows made in one go, more than a panel has room for at first; the rest of them when there is time. */
#define ROWS_AT_ONCE 16
/* Rows shown at first, more than the built-in atlas ever needs, and more of them at each wish. */
#define ROWS_SHOWN   100

struct _MyoPlacePage
{
  GtkWidget parent_instance;

  MyoPlaceDesk   *places;
  MyoPlaceAnswer *answer;       /* on show; stays when the place is let go of */
  guint           n_rows;       /* made by now */
  guint           most;         /* rows to make */
  guint           fill_id;      /* makes the rest */

  GtkWidget *scroller, *place_label, *heading_label, *list, *more_button;
};

G_DEFINE_FINAL_TYPE (MyoPlacePage, myo_place_page, GTK_TYPE_WIDGET)

static void
row_activated (MyoPlacePage  *self,
               GtkListBoxRow *row)
{
  myo_place_desk_choose (self->places, self->answer->candidates->pdata[gtk_list_box_row_get_index (row)]);
}

static GtkWidget *
make_key (MyoZoneKind kind)
{
  GtkWidget *key = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_valign (key, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (key, "zone-key");
  gtk_widget_add_css_class (key, kind == MYO_ZONE_PRIMARY ? "primary" : "spillover");

  return key;
}

static void
add_candidate (MyoPlacePage       *self,
               const MyoCandidate *candidate)
{
  g_autofree char *name = myo_words_muscle_side (candidate->muscle->name, candidate->side);
  g_autofree char *why = myo_place_answer_describe_why (candidate);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *line = myo_make_line (12, make_key (candidate->kind), words, gtk_image_new_from_icon_name ("go-next-symbolic"), NULL);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", name, why);

  gtk_widget_add_css_class (line, "candidate-row");
  gtk_box_append (GTK_BOX (words), myo_make_text (name, "technique-title"));
  gtk_box_append (GTK_BOX (words), myo_make_text (why, "caption"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static gboolean
add_more_rows (gpointer data)
{
  MyoPlacePage *self = data;
  GPtrArray *candidates = self->answer->candidates;
  guint most = MIN (self->most, candidates->len), end = MIN (self->n_rows + ROWS_AT_ONCE, most);

  for (; self->n_rows < end; self->n_rows++)
    add_candidate (self, candidates->pdata[self->n_rows]);
  if (end < most)
    return G_SOURCE_CONTINUE;

  gtk_widget_set_visible (self->more_button, end < candidates->len);
  self->fill_id = 0;
  return G_SOURCE_REMOVE;
}

static void
fill (MyoPlacePage *self)
{
  if (self->fill_id == 0 && add_more_rows (self))
    self->fill_id = g_idle_add_full (G_PRIORITY_LOW, add_more_rows, self, NULL);
}

static void
more_clicked (MyoPlacePage *self)
{
  int first = (int) self->n_rows;

  self->most += ROWS_SHOWN;
  fill (self);
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), first)));
}

static void
start_over (MyoPlacePage *self)
{
  g_clear_handle_id (&self->fill_id, g_source_remove);
  gtk_widget_set_visible (self->more_button, FALSE);
  myo_empty_list (self->list);
  self->n_rows = 0;
  self->most = ROWS_SHOWN;
  fill (self);
}

static void
answer_changed (MyoPlacePage *self)
{
  MyoPlaceAnswer *answer = myo_place_desk_get_answer (self->places);
  gboolean any = answer != NULL && answer->candidates->len > 0;

  if (answer == NULL)
    return;

  g_clear_pointer (&self->answer, myo_place_answer_unref);
  self->answer = myo_place_answer_ref (answer);
  gtk_label_set_label (GTK_LABEL (self->place_label), answer->where != NULL ? answer->where : "");
  gtk_widget_set_visible (self->place_label, answer->where != NULL);
  start_over (self);
  gtk_widget_set_visible (self->list, any);
  gtk_label_set_label (GTK_LABEL (self->heading_label), any ? _("Pain here can come from")
                                                            : _("No muscle of this atlas is known to send pain here."));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

void
myo_place_page_set_model (MyoPlacePage *self,
                          MyoPlaceDesk *places)
{
  g_return_if_fail (MYO_IS_PLACE_PAGE (self));
  g_return_if_fail (self->places == NULL);

  self->places = g_object_ref (places);
  g_signal_connect_object (places, "changed", G_CALLBACK (answer_changed), self, G_CONNECT_SWAPPED);
}

static void
myo_place_page_dispose (GObject *object)
{
  MyoPlacePage *self = MYO_PLACE_PAGE (object);

  g_clear_handle_id (&self->fill_id, g_source_remove);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->answer, myo_place_answer_unref);
  g_clear_object (&self->places);

  G_OBJECT_CLASS (myo_place_page_parent_class)->dispose (object);
}

static void
myo_place_page_class_init (MyoPlacePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = myo_place_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/myo-place-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MyoPlacePage, scroller);
  gtk_widget_class_bind_template_child (widget_class, MyoPlacePage, place_label);
  gtk_widget_class_bind_template_child (widget_class, MyoPlacePage, heading_label);
  gtk_widget_class_bind_template_child (widget_class, MyoPlacePage, list);
  gtk_widget_class_bind_template_child (widget_class, MyoPlacePage, more_button);
  gtk_widget_class_bind_template_callback (widget_class, more_clicked);
}

static void
myo_place_page_init (MyoPlacePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  myo_hide_until_mapped (self->scroller);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated), self, G_CONNECT_SWAPPED);
}
