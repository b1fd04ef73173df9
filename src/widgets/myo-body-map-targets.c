/* The body map's children: every muscle (or region, on the skin) on show as a widget for keyboard and screen reader.
 *
 * Tab reaches the map once; the arrows go from muscle to muscle as they lie on the screen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "myo-body-map-private.h"
#include "myo-map-target.h"

/* Children made in one go before the main loop gets its turn. */
#define BATCH 16

void
myo_body_map_clear_targets (MyoBodyMap *self)
{
  for (guint i = 0; i < self->targets->len; i++)
    gtk_widget_unparent (self->targets->pdata[i]);
  g_ptr_array_set_size (self->targets, 0);
}

/* --- Making them --- */

/* The middle of the box may lie beside a bent shape: a place on it, nearest to the middle. */
static void
find_middle (MyoBodyMap   *self,
             MyoMapTarget *target,
             MyoMapPlace  *place)
{
  MyoView view = myo_figure_get (place->figure)->view;
  MyoLayer layer = myo_map_view_get_layer (self->view);
  const MyoRect *box = myo_map_target_get_box (target);
  double x = box->x + box->width / 2, y = box->y + box->height / 2;

  place->x = x;
  place->y = y;
  for (int i = 0; i < 400; i++)
    {
      double r = sqrt (i / 400.0) / 2, angle = i * 2.39996;
      double at_x = x + cos (angle) * r * box->width, at_y = y + sin (angle) * r * box->height;

      if (g_strcmp0 (myo_drawings_pick (self->drawings, view, layer, at_x, at_y), place->id) != 0)
        continue;
      place->x = at_x;
      place->y = at_y;
      return;
    }
}

static void
target_activated (MyoBodyMap   *self,
                  MyoMapTarget *target)
{
  MyoMapPlace place = {
    .figure = myo_map_target_get_figure (target), .side = myo_map_target_get_side (target), .id = myo_map_target_get_id (target),
  };

  if (myo_map_brush_is_painting (self->brush))
    {
      myo_map_brush_toggle_region (self->brush, place.id, place.side);
      return;
    }

  find_middle (self, target, &place);
  myo_body_map_activate (self, &place);
}

static void
target_focus_changed (MyoBodyMap *self,
                      GParamSpec *pspec,
                      GtkWidget  *widget)
{
  MyoMapTarget *target = MYO_MAP_TARGET (widget);
  g_autofree char *name = NULL;
  graphene_rect_t box;

  if (!gtk_widget_has_focus (widget))
    {
      myo_map_highlight_show (self->hover, NULL, MYO_SIDE_RIGHT);
      myo_map_labels_set_name (self->labels, NULL);
      return;
    }

  name = myo_body_map_name_of (self, myo_map_target_get_id (target), myo_map_target_get_side (target));
  myo_map_highlight_show (self->hover, myo_map_target_get_id (target), myo_map_target_get_side (target));
  if (gtk_widget_compute_bounds (widget, GTK_WIDGET (self), &box))
    myo_map_labels_set_pointer (self->labels, box.origin.x + box.size.width, box.origin.y);
  myo_map_labels_set_name (self->labels, name);
}

static void
add_target (MyoBodyMap  *self,
            const char  *id,
            MyoSide      side,
            MyoFigureId  figure,
            MyoLayer     layer)
{
  g_autofree char *name = myo_body_map_name_of (self, id, side);
  MyoRect box;
  GtkWidget *target;

  if (!myo_drawings_get_bounds (self->drawings, myo_figure_get (figure)->view, layer, id, side, &box))
    return;

  target = GTK_WIDGET (myo_map_target_new (self->base, id, name, side, figure, &box));
  gtk_widget_set_parent (target, GTK_WIDGET (self));
  g_ptr_array_add (self->targets, target);
  g_signal_connect_object (target, "activate", G_CALLBACK (target_activated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "notify::has-focus", G_CALLBACK (target_focus_changed), self, G_CONNECT_SWAPPED);
}

static gboolean
has_target (MyoBodyMap *self,
            const char *id)
{
  for (guint i = 0; i < self->targets->len; i++)
    if (g_str_equal (myo_map_target_get_id (self->targets->pdata[i]), id))
      return TRUE;

  return FALSE;
}

static void
add_muscle (MyoBodyMap *self,
            const char *id,
            MyoView     view,
            MyoLayer    layer)
{
  const MyoRegion *region = myo_atlas_get_region (self->atlas, id);

  if (has_target (self, id))
    return;
  add_target (self, id, MYO_SIDE_RIGHT, myo_figure_find (view, MYO_SIDE_RIGHT), layer);
  if (region == NULL || region->paired)
    add_target (self, id, MYO_SIDE_LEFT, myo_figure_find (view, MYO_SIDE_LEFT), layer);
}

/* Looks at the next BATCH muscles, in the figure that shows them first; one that is drawn nowhere gets no child, and is not looked at
 * again.  Returns: whether there are more. */
static gboolean
add_batch (MyoBodyMap *self)
{
  MyoLayer shown = myo_map_view_get_layer (self->view), layer = shown == MYO_LAYER_SKIN ? MYO_LAYER_REGIONS : shown;
  guint n = 0;

  while (self->populate_view < MYO_N_VIEWS && n < BATCH)
    {
      const char *const *ids = myo_drawings_list_ids (self->drawings, self->populate_view, layer);

      for (; ids != NULL && ids[self->populate_at] != NULL && n < BATCH; n++)
        add_muscle (self, ids[self->populate_at++], self->populate_view, layer);
      if (ids != NULL && ids[self->populate_at] != NULL)
        return TRUE;
      self->populate_view++;
      self->populate_at = 0;
    }

  return self->populate_view < MYO_N_VIEWS;
}

/* --- All of them --- */

static gboolean
populate (gpointer data)
{
  MyoBodyMap *self = data;

  if (add_batch (self))
    {
      gtk_widget_queue_allocate (GTK_WIDGET (self));
      return G_SOURCE_CONTINUE;
    }

  self->populate_id = 0;
  myo_map_base_prepare (self->base);
  myo_body_map_update_targets (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));

  return G_SOURCE_REMOVE;
}

void
myo_body_map_repopulate (MyoBodyMap *self)
{
  if (self->drawings == NULL)
    return;

  myo_body_map_clear_targets (self);
  self->populate_view = 0;
  self->populate_at = 0;
  if (self->populate_id == 0)
    self->populate_id = g_idle_add_full (G_PRIORITY_LOW, populate, self, NULL);
}

/* --- Their place and state --- */

static graphene_rect_t
get_box (MyoBodyMap   *self,
         MyoMapTarget *target)
{
  return myo_map_view_get_box (self->view, myo_map_target_get_figure (target), myo_map_target_get_box (target));
}

void
myo_body_map_allocate_targets (MyoBodyMap *self)
{
  for (guint i = 0; i < self->targets->len; i++)
    {
      GtkWidget *target = self->targets->pdata[i];
      graphene_rect_t at = get_box (self, MYO_MAP_TARGET (target));
      graphene_point_t origin = at.origin;

      gtk_widget_measure (target, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_allocate (target, MAX ((int) at.size.width, 1), MAX ((int) at.size.height, 1), -1,
                           gsk_transform_translate (NULL, &origin));
    }
}

/* On the skin what is painted, else what is chosen. */
static gboolean
is_selected (MyoBodyMap   *self,
             MyoMapTarget *target)
{
  const char *id = myo_map_target_get_id (target);
  MyoSide side = myo_map_target_get_side (target);
  MyoMuscle *muscle = myo_selection_get_muscle (self->selection);

  if (myo_map_view_get_layer (self->view) == MYO_LAYER_SKIN)
    return self->study != NULL && myo_pain_study_is_painted (self->study, id, side);

  return muscle != NULL && side == myo_selection_get_side (self->selection) && g_str_equal (muscle->id, id);
}

void
myo_body_map_update_targets (MyoBodyMap *self)
{
  for (guint i = 0; i < self->targets->len; i++)
    myo_map_target_set_selected (self->targets->pdata[i], is_selected (self, self->targets->pdata[i]));
}

/* --- Focus --- */

static void
get_centre (MyoBodyMap       *self,
            GtkWidget        *target,
            graphene_point_t *centre)
{
  graphene_rect_t box = get_box (self, MYO_MAP_TARGET (target));

  graphene_rect_get_center (&box, centre);
}

/* How far @to lies from @from in a direction: what lies aside counts double; negative when it is not in that direction. */
static float
distance (const graphene_point_t *from,
          const graphene_point_t *to,
          GtkDirectionType        direction)
{
  float dx = to->x - from->x, dy = to->y - from->y;
  gboolean across = direction == GTK_DIR_LEFT || direction == GTK_DIR_RIGHT;
  float along = across ? dx : dy, aside = across ? dy : dx;

  if (direction == GTK_DIR_LEFT || direction == GTK_DIR_UP)
    along = -along;

  return along > 1 ? along + 2 * fabsf (aside) : -1;
}

static GtkWidget *
find_neighbour (MyoBodyMap       *self,
                GtkWidget        *from,
                GtkDirectionType  direction)
{
  graphene_point_t here, there;
  GtkWidget *nearest = NULL;
  float best = 0;

  get_centre (self, from, &here);
  for (guint i = 0; i < self->targets->len; i++)
    {
      GtkWidget *target = self->targets->pdata[i];
      float d;

      get_centre (self, target, &there);
      d = distance (&here, &there, direction);
      if (target == from || d < 0 || (nearest != NULL && d >= best))
        continue;
      best = d;
      nearest = target;
    }

  return nearest;
}

static GtkWidget *
find_first_focus (MyoBodyMap *self)
{
  MyoMuscle *muscle = myo_selection_get_muscle (self->selection);

  for (guint i = 0; muscle != NULL && i < self->targets->len; i++)
    {
      MyoMapTarget *target = self->targets->pdata[i];

      if (g_str_equal (myo_map_target_get_id (target), muscle->id)
          && myo_map_target_get_side (target) == myo_selection_get_side (self->selection))
        return GTK_WIDGET (target);
    }

  return self->targets->len > 0 ? self->targets->pdata[0] : NULL;
}

gboolean
myo_body_map_focus_targets (GtkWidget        *widget,
                            GtkDirectionType  direction)
{
  MyoBodyMap *self = MYO_BODY_MAP (widget);
  GtkWidget *focused = gtk_widget_get_focus_child (widget);
  GtkWidget *next;

  if (focused == NULL || !MYO_IS_MAP_TARGET (focused))
    {
      next = self->selection != NULL ? find_first_focus (self) : NULL;
      return next != NULL && gtk_widget_grab_focus (next);
    }

  if (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
    return FALSE;

  /* At the edge the focus stays: leaving the map is what Tab is for. */
  next = find_neighbour (self, focused, direction);
  if (next != NULL)
    gtk_widget_grab_focus (next);

  return TRUE;
}

gboolean
myo_body_map_get_focus_place (MyoBodyMap *self,
                              double     *x,
                              double     *y)
{
  GtkWidget *focused = gtk_widget_get_focus_child (GTK_WIDGET (self));
  graphene_rect_t box;
  graphene_point_t middle;

  if (focused == NULL || !MYO_IS_MAP_TARGET (focused) || !gtk_widget_has_focus (focused))
    return FALSE;

  /* Where it is now, not where it was laid out last. */
  box = get_box (self, MYO_MAP_TARGET (focused));
  graphene_rect_get_center (&box, &middle);
  *x = middle.x;
  *y = middle.y;
  return gtk_widget_contains (GTK_WIDGET (self), middle.x, middle.y);
}
