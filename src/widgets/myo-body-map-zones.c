/* The body map's children: every muscle (or region, on the skin) on show as a widget for keyboard and screen reader.
 *
 * Tab reaches the map once; the arrows go from muscle to muscle as they lie on the screen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "myo-body-map-private.h"
#include "myo-map-zone.h"

/* Children made in one go before the main loop gets its turn. */
#define BATCH 16

void
myo_body_map_clear_zones (MyoBodyMap *self)
{
  for (guint i = 0; i < self->zone_widgets->len; i++)
    gtk_widget_unparent (self->zone_widgets->pdata[i]);
  g_ptr_array_set_size (self->zone_widgets, 0);
}

/* --- Making them --- */

static void
zone_activated (MyoBodyMap *self,
                MyoMapZone *zone)
{
  const MyoFigure *figure = myo_figure_get (myo_map_zone_get_figure (zone));
  const MyoRect *box = myo_map_zone_get_box (zone);
  const char *id = myo_map_zone_get_id (zone);
  double x = box->x + box->width / 2, y = box->y + box->height / 2;

  if (myo_body_map_is_painting (self))
    {
      myo_pain_study_toggle_region (self->study, id, myo_map_zone_get_side (zone), myo_pain_tool_get_intensity (self->tool),
                                    myo_pain_tool_get_quality (self->tool));
      return;
    }

  /* The middle of the box may lie beside a bent shape: look for a place on it, nearest to the middle. */
  for (int i = 0; i < 400; i++)
    {
      double r = sqrt (i / 400.0) / 2, angle = i * 2.39996;
      double at_x = x + cos (angle) * r * box->width, at_y = y + sin (angle) * r * box->height;

      if (g_strcmp0 (myo_drawings_pick (self->drawings, figure->view, self->layer, at_x, at_y), id) == 0)
        {
          x = at_x;
          y = at_y;
          break;
        }
    }

  myo_body_map_activate (self, (int) myo_map_zone_get_figure (zone), x, y, myo_map_zone_get_side (zone), id);
}

static void
zone_focus_changed (MyoBodyMap *self,
                    GParamSpec *pspec,
                    GtkWidget  *zone)
{
  g_autofree char *name = NULL;
  graphene_rect_t box;

  if (!gtk_widget_has_focus (zone))
    {
      myo_body_map_set_hover (self, NULL, MYO_SIDE_RIGHT);
      gtk_widget_set_visible (self->hover_label, FALSE);
      return;
    }

  myo_body_map_set_hover (self, myo_map_zone_get_id (MYO_MAP_ZONE (zone)), myo_map_zone_get_side (MYO_MAP_ZONE (zone)));
  name = myo_body_map_name_of (self, myo_map_zone_get_id (MYO_MAP_ZONE (zone)), myo_map_zone_get_side (MYO_MAP_ZONE (zone)));
  gtk_label_set_label (GTK_LABEL (self->hover_label), name);
  gtk_widget_set_visible (self->hover_label, TRUE);
  if (gtk_widget_compute_bounds (zone, GTK_WIDGET (self), &box))
    {
      self->pointer_x = box.origin.x + box.size.width;
      self->pointer_y = box.origin.y;
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
add_zone (MyoBodyMap  *self,
          const char  *id,
          MyoSide      side,
          MyoFigureId  figure,
          MyoLayer     layer)
{
  g_autofree char *name = myo_body_map_name_of (self, id, side);
  MyoRect box;
  GtkWidget *zone;

  if (!myo_drawings_get_bounds (self->drawings, myo_figure_get (figure)->view, layer, id, side, &box))
    return;

  zone = GTK_WIDGET (myo_map_zone_new (id, name, side, figure, &box));
  gtk_widget_set_parent (zone, GTK_WIDGET (self));
  g_ptr_array_add (self->zone_widgets, zone);
  g_signal_connect_object (zone, "activate", G_CALLBACK (zone_activated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (zone, "notify::has-focus", G_CALLBACK (zone_focus_changed), self, G_CONNECT_SWAPPED);
}

static gboolean
has_zone (MyoBodyMap *self,
          const char *id)
{
  for (guint i = 0; i < self->zone_widgets->len; i++)
    if (g_str_equal (myo_map_zone_get_id (self->zone_widgets->pdata[i]), id))
      return TRUE;

  return FALSE;
}

/* Adds up to BATCH muscles that have no child yet, in the figure that shows them first.  Returns: whether there were any. */
static gboolean
add_batch (MyoBodyMap *self)
{
  static const MyoFigureId first[MYO_N_VIEWS][2] = {
    { MYO_FIGURE_FRONT, MYO_FIGURE_FRONT }, { MYO_FIGURE_BACK, MYO_FIGURE_BACK },
    { MYO_FIGURE_RIGHT, MYO_FIGURE_LEFT }, { MYO_FIGURE_RIGHT_SOLE, MYO_FIGURE_LEFT_SOLE },
  };
  MyoLayer layer = self->layer == MYO_LAYER_SKIN ? MYO_LAYER_REGIONS : self->layer;
  int added = 0;

  for (int v = 0; v < MYO_N_VIEWS && added < BATCH; v++)
    {
      const char *const *ids = myo_drawings_list_ids (self->drawings, (MyoView) v, layer);

      for (int i = 0; ids != NULL && ids[i] != NULL && added < BATCH; i++)
        {
          const MyoRegion *region = myo_atlas_get_region (self->atlas, ids[i]);

          if (has_zone (self, ids[i]))
            continue;
          add_zone (self, ids[i], MYO_SIDE_RIGHT, first[v][0], layer);
          if (region == NULL || region->paired)
            add_zone (self, ids[i], MYO_SIDE_LEFT, first[v][1], layer);
          added++;
        }
    }

  return added > 0;
}

/* --- What a look-up needs --- */

static void
prepare_in_thread (GTask        *task,
                   gpointer      drawings,
                   gpointer      layer,
                   GCancellable *cancellable)
{
  const MyoLayer layers[] = { (MyoLayer) GPOINTER_TO_INT (layer), MYO_LAYER_REGIONS };

  for (guint i = 0; i < G_N_ELEMENTS (layers); i++)
    for (int v = 0; v < MYO_N_VIEWS; v++)
      myo_drawings_prepare_pick (drawings, (MyoView) v, layers[i], NULL);
  myo_drawings_trim ();
  g_task_return_boolean (task, TRUE);
}

static void
prepared (GObject      *drawings,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(MyoBodyMap) self = user_data;

  self->prepared_layers |= 1u << GPOINTER_TO_INT (g_task_get_task_data (G_TASK (result)));
}

static void
prepare (MyoBodyMap *self)
{
  g_autoptr(GTask) task = g_task_new (self->drawings, NULL, prepared, g_object_ref (self));

  g_task_set_source_tag (task, prepare);
  g_task_set_task_data (task, GINT_TO_POINTER ((int) self->layer), NULL);
  g_task_run_in_thread (task, prepare_in_thread);
}

gboolean
myo_body_map_is_prepared (MyoBodyMap *self)
{
  return (self->prepared_layers & 1u << self->layer) != 0;
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
  prepare (self);
  myo_body_map_update_zone_states (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));

  return G_SOURCE_REMOVE;
}

void
myo_body_map_repopulate (MyoBodyMap *self)
{
  if (self->drawings == NULL)
    return;

  myo_body_map_clear_zones (self);
  if (self->populate_id == 0)
    self->populate_id = g_idle_add_full (G_PRIORITY_LOW, populate, self, NULL);
}

/* --- Their place and state --- */

void
myo_body_map_allocate_zones (MyoBodyMap *self,
                             int         width,
                             int         height)
{
  for (guint i = 0; i < self->zone_widgets->len; i++)
    {
      GtkWidget *zone = self->zone_widgets->pdata[i];
      graphene_rect_t at = myo_body_map_rect_to_widget (self, myo_map_zone_get_figure (MYO_MAP_ZONE (zone)),
                                                        myo_map_zone_get_box (MYO_MAP_ZONE (zone)));
      graphene_point_t origin = at.origin;

      gtk_widget_measure (zone, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_allocate (zone, MAX ((int) at.size.width, 1), MAX ((int) at.size.height, 1), -1,
                           gsk_transform_translate (NULL, &origin));
    }
}

void
myo_body_map_update_zone_states (MyoBodyMap *self)
{
  MyoMuscle *muscle = myo_selection_get_muscle (self->selection);
  MyoSide side = myo_selection_get_side (self->selection);

  for (guint i = 0; i < self->zone_widgets->len; i++)
    {
      MyoMapZone *zone = self->zone_widgets->pdata[i];

      const char *id = myo_map_zone_get_id (zone);

      if (self->layer == MYO_LAYER_SKIN)
        myo_map_zone_set_selected (zone, self->study != NULL
                                         && myo_pain_study_is_painted (self->study, id, myo_map_zone_get_side (zone)));
      else
        myo_map_zone_set_selected (zone, muscle != NULL && side == myo_map_zone_get_side (zone)
                                         && g_str_equal (muscle->id, id));
    }
}

/* --- Focus --- */

static void
get_centre (MyoBodyMap       *self,
            GtkWidget        *zone,
            graphene_point_t *centre)
{
  graphene_rect_t box = myo_body_map_rect_to_widget (self, myo_map_zone_get_figure (MYO_MAP_ZONE (zone)),
                                                     myo_map_zone_get_box (MYO_MAP_ZONE (zone)));

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
  for (guint i = 0; i < self->zone_widgets->len; i++)
    {
      GtkWidget *zone = self->zone_widgets->pdata[i];
      float d;

      get_centre (self, zone, &there);
      d = distance (&here, &there, direction);
      if (zone == from || d < 0 || (nearest != NULL && d >= best))
        continue;
      best = d;
      nearest = zone;
    }

  return nearest;
}

static GtkWidget *
find_first_focus (MyoBodyMap *self)
{
  MyoMuscle *muscle = myo_selection_get_muscle (self->selection);

  for (guint i = 0; muscle != NULL && i < self->zone_widgets->len; i++)
    {
      MyoMapZone *zone = self->zone_widgets->pdata[i];

      if (g_str_equal (myo_map_zone_get_id (zone), muscle->id)
          && myo_map_zone_get_side (zone) == myo_selection_get_side (self->selection))
        return GTK_WIDGET (zone);
    }

  return self->zone_widgets->len > 0 ? self->zone_widgets->pdata[0] : NULL;
}

gboolean
myo_body_map_focus_zones (GtkWidget        *widget,
                          GtkDirectionType  direction)
{
  MyoBodyMap *self = MYO_BODY_MAP (widget);
  GtkWidget *focused = gtk_widget_get_focus_child (widget);
  GtkWidget *next;

  if (focused == NULL || !MYO_IS_MAP_ZONE (focused))
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
