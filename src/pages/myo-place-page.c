/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "myo-parts.h"
#include "myo-place-page.h"
#include "myo-words.h"

struct _MyoPlacePage
{
  GtkWidget parent_instance;

  MyoAtlas     *atlas;
  MyoFinder    *finder;
  MyoSelection *selection;
  GPtrArray    *candidates;     /* of MyoCandidate */

  GtkWidget *scroller, *place_label, *heading_label, *list;
};

G_DEFINE_FINAL_TYPE (MyoPlacePage, myo_place_page, GTK_TYPE_WIDGET)

enum { CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
row_activated (MyoPlacePage  *self,
               GtkListBoxRow *row)
{
  const MyoCandidate *candidate = self->candidates->pdata[gtk_list_box_row_get_index (row)];

  myo_selection_select (self->selection, candidate->muscle, candidate->side,
                        candidate->point != NULL ? candidate->point->id : NULL);
  g_signal_emit (self, signals[CHOSEN], 0);
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
  const char *how = candidate->kind == MYO_ZONE_PRIMARY ? _("sends its main pain here") : _("sometimes spreads here");
  g_autofree char *detail = g_strdup_printf ("%s · %s", candidate->point->label, how);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *line = myo_make_line (12, make_key (candidate->kind), words, gtk_image_new_from_icon_name ("go-next-symbolic"), NULL);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", name, detail);

  gtk_widget_add_css_class (line, "candidate-row");
  gtk_box_append (GTK_BOX (words), myo_make_text (name, "technique-title"));
  gtk_box_append (GTK_BOX (words), myo_make_text (detail, "caption"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
place_changed (MyoPlacePage *self)
{
  MyoView view;
  MyoSide side;
  double x, y;
  const char *id;
  const MyoRegion *region;
  g_autofree char *place = NULL;

  if (!myo_selection_get_place (self->selection, &view, &side, &x, &y, &id))
    return;

  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  self->candidates = myo_finder_at (self->finder, view, side, x, y);
  region = id != NULL ? myo_atlas_get_region (self->atlas, id) : NULL;
  if (region != NULL)
    place = myo_words_muscle_side (region->name, region->paired ? side : MYO_SIDE_MIDDLE);
  gtk_label_set_label (GTK_LABEL (self->place_label), place != NULL ? place : "");
  gtk_widget_set_visible (self->place_label, place != NULL);

  myo_empty_list (self->list);
  for (guint i = 0; i < self->candidates->len; i++)
    add_candidate (self, self->candidates->pdata[i]);
  gtk_widget_set_visible (self->list, self->candidates->len > 0);
  gtk_label_set_label (GTK_LABEL (self->heading_label), self->candidates->len > 0
                       ? _("Pain here can come from")
                       : _("No muscle of this atlas is known to send pain here."));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

void
myo_place_page_set_model (MyoPlacePage *self,
                          MyoAtlas     *atlas,
                          MyoFinder    *finder,
                          MyoSelection *selection)
{
  g_return_if_fail (MYO_IS_PLACE_PAGE (self));
  g_return_if_fail (self->selection == NULL);

  self->atlas = g_object_ref (atlas);
  self->finder = g_object_ref (finder);
  self->selection = g_object_ref (selection);
  g_signal_connect_object (selection, "place-changed", G_CALLBACK (place_changed), self, G_CONNECT_SWAPPED);
}

guint
myo_place_page_get_count (MyoPlacePage *self)
{
  g_return_val_if_fail (MYO_IS_PLACE_PAGE (self), 0);

  return self->candidates != NULL ? self->candidates->len : 0;
}

static void
myo_place_page_dispose (GObject *object)
{
  MyoPlacePage *self = MYO_PLACE_PAGE (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  g_clear_object (&self->selection);
  g_clear_object (&self->finder);
  g_clear_object (&self->atlas);

  G_OBJECT_CLASS (myo_place_page_parent_class)->dispose (object);
}

static void
myo_place_page_class_init (MyoPlacePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = myo_place_page_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/myo-place-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MyoPlacePage, scroller);
  gtk_widget_class_bind_template_child (widget_class, MyoPlacePage, place_label);
  gtk_widget_class_bind_template_child (widget_class, MyoPlacePage, heading_label);
  gtk_widget_class_bind_template_child (widget_class, MyoPlacePage, list);
}

static void
myo_place_page_init (MyoPlacePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  myo_hide_until_mapped (self->scroller);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated), self, G_CONNECT_SWAPPED);
}
