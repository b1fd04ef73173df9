/* Pointer and touch on the body map.
 *
 * Wheel zooms at the pointer, a touchpad's two fingers pan (with Ctrl: zoom), pinch zooms, drag pans, click chooses.  On the skin, with
 * brush or eraser, a drag that begins on the body paints; the middle button still pans.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "myo-body-map-private.h"

#define WHEEL_FACTOR 1.2
/* A stroke begins sooner than the map moves: one paints small places too. */
#define STROKE_THRESHOLD 3

/* --- What lies where --- */

gboolean
myo_body_map_look_up (MyoBodyMap  *self,
                      double       x,
                      double       y,
                      MyoMapPlace *place)
{
  for (guint i = self->layers->len; i > 0; i--)
    if (myo_map_layer_lookup (self->layers->pdata[i - 1], x, y, place))
      return TRUE;

  return FALSE;
}

void
myo_body_map_activate (MyoBodyMap        *self,
                       const MyoMapPlace *place)
{
  MyoView view = myo_figure_get (place->figure)->view;
  const char *region = myo_drawings_pick (self->drawings, view, MYO_LAYER_REGIONS, place->x, place->y);
  MyoMuscle *muscle = place->id != NULL ? myo_atlas_get_muscle (self->atlas, place->id) : NULL;

  if (region == NULL && muscle == NULL)
    {
      myo_selection_clear_place (self->selection);
      myo_selection_select (self->selection, NULL, MYO_SIDE_RIGHT, NULL);
      return;
    }

  /* The muscle first: who follows the place may then ask what is selected. */
  myo_selection_select (self->selection, muscle, muscle != NULL ? place->side : MYO_SIDE_RIGHT, NULL);
  myo_selection_set_place (self->selection, view, place->side, place->x, place->y, region);
}

static char *
readable_id (const char *id)
{
  char *name = g_strdelimit (g_strdup (id), "-", ' ');

  name[0] = g_ascii_toupper (name[0]);
  return name;
}

char *
myo_body_map_name_of (MyoBodyMap *self,
                      const char *id,
                      MyoSide     side)
{
  MyoMuscle *muscle = myo_atlas_get_muscle (self->atlas, id);
  const MyoRegion *region = muscle == NULL ? myo_atlas_get_region (self->atlas, id) : NULL;
  g_autofree char *fallback = muscle == NULL && region == NULL ? readable_id (id) : NULL;
  const char *name = muscle != NULL ? muscle->name : region != NULL ? region->name : fallback;

  if (region != NULL && !region->paired)
    return g_strdup (name);

  /* Translators: a muscle or a body region, and its side of the body */
  return side == MYO_SIDE_LEFT ? g_strdup_printf (_("%s, left"), name) : g_strdup_printf (_("%s, right"), name);
}

/* --- Hover --- */

static gboolean
is_painting (MyoBodyMap *self)
{
  return self->brush != NULL && myo_map_brush_is_painting (self->brush);
}

static gboolean
is_stroking (MyoBodyMap *self)
{
  return self->brush != NULL && myo_map_brush_is_down (self->brush);
}

/* The name and the ring of the brush stay with it, the wheel zooms there. */
static void
set_pointer (MyoBodyMap *self,
             double      x,
             double      y)
{
  self->has_pointer = TRUE;
  self->pointer_x = x;
  self->pointer_y = y;
  myo_map_labels_set_pointer (self->labels, x, y);
  if (self->brush != NULL)
    myo_map_brush_set_pointer (self->brush, x, y);
}

static void
show_name (MyoBodyMap *self,
           const char *id,
           MyoSide     side)
{
  g_autofree char *name = id != NULL ? myo_body_map_name_of (self, id, side) : NULL;

  myo_map_labels_set_name (self->labels, name);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), name != NULL ? "pointer" : NULL);
}

/* GTK repeats the last motion when widgets change under a pointer that rests. */
static gboolean
is_resting (MyoBodyMap *self,
            double      x,
            double      y)
{
  return self->has_pointer && fabs (x - self->pointer_x) < .01 && fabs (y - self->pointer_y) < .01;
}

static void
moved (MyoBodyMap *self,
       double      x,
       double      y)
{
  MyoMapPlace place = { .side = MYO_SIDE_RIGHT };

  if (is_painting (self))
    myo_map_brush_set_inside (self->brush, TRUE);
  if ((self->dragging && !is_stroking (self)) || is_resting (self, x, y))
    return;

  set_pointer (self, x, y);
  if (self->base == NULL || !myo_map_base_is_prepared (self->base) || self->dragging)
    return;
  if (!myo_body_map_look_up (self, x, y, &place))
    place.id = NULL;
  show_name (self, place.id, place.side);
  /* A region lit up would hide what is painted on it. */
  if (!is_painting (self))
    myo_map_highlight_show (self->hover, place.id, place.side);
}

void
myo_body_map_end_hover (MyoBodyMap *self)
{
  show_name (self, NULL, MYO_SIDE_RIGHT);
  if (self->hover != NULL)
    myo_map_highlight_show (self->hover, NULL, MYO_SIDE_RIGHT);
}

static void
pointer_left (MyoBodyMap *self)
{
  self->has_pointer = FALSE;
  if (self->brush != NULL)
    myo_map_brush_set_inside (self->brush, FALSE);
  myo_body_map_end_hover (self);
}

/* --- Click and drag --- */

static void
released (MyoBodyMap *self,
          int         n_press,
          double      x,
          double      y)
{
  MyoMapPlace place;

  if (self->drawings == NULL || self->has_dragged)
    return;

  if (myo_map_brush_is_erasing (self->brush))
    {
      if (myo_map_brush_begin (self->brush, x, y, -1, TRUE))
        myo_map_brush_end (self->brush);
    }
  else if (n_press == 2)
    myo_body_map_show (self, myo_map_view_get_zoomed (self->view, 2, x, y), FALSE);
  else if (myo_body_map_look_up (self, x, y, &place))
    myo_body_map_activate (self, &place);
}

static void
drag_begun (MyoBodyMap     *self,
            double          x,
            double          y,
            GtkGestureDrag *gesture)
{
  self->drag_sight = myo_map_view_get_sight (self->view);
  self->has_dragged = FALSE;
}

static void
begin_dragging (MyoBodyMap     *self,
                GtkGestureDrag *gesture,
                const char     *cursor)
{
  self->dragging = self->has_dragged = TRUE;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  myo_body_map_end_hover (self);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursor);
}

static void
pan_by_drag (MyoBodyMap     *self,
             double          dx,
             double          dy,
             GtkGestureDrag *gesture)
{
  MyoMapSight sight = myo_map_view_get_sight (self->view);

  if (!self->dragging && !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, (int) dy))
    return;

  if (!self->dragging)
    begin_dragging (self, gesture, "grabbing");
  sight.x = self->drag_sight.x - dx / sight.scale;
  sight.y = self->drag_sight.y - dy / sight.scale;
  myo_body_map_show (self, sight, FALSE);
}

/* How hard the stylus is pressed, 0–1; negative when it is none. */
static double
get_pressure (GtkGestureDrag *gesture,
              gboolean       *eraser)
{
  GdkEvent *event = gtk_gesture_get_last_event (GTK_GESTURE (gesture), NULL);
  GdkDeviceTool *tool = event != NULL ? gdk_event_get_device_tool (event) : NULL;
  double pressure;

  *eraser = tool != NULL && gdk_device_tool_get_tool_type (tool) == GDK_DEVICE_TOOL_TYPE_ERASER;
  return tool != NULL && gdk_event_get_axis (event, GDK_AXIS_PRESSURE, &pressure) ? pressure : -1;
}

static void
dragged (MyoBodyMap     *self,
         double          dx,
         double          dy,
         GtkGestureDrag *gesture)
{
  gboolean eraser;
  double pressure = get_pressure (gesture, &eraser), x, y;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  if (is_stroking (self))
    myo_map_brush_extend (self->brush, x + dx, y + dy, pressure);
  else if (self->dragging || !is_painting (self))
    pan_by_drag (self, dx, dy, gesture);
  else if (hypot (dx, dy) >= STROKE_THRESHOLD)
    {
      if (myo_map_brush_begin (self->brush, x, y, pressure, eraser))
        {
          begin_dragging (self, gesture, NULL);
          myo_map_brush_extend (self->brush, x + dx, y + dy, pressure);
        }
      else
        pan_by_drag (self, dx, dy, gesture);
    }
}

static void
end_dragging (MyoBodyMap *self)
{
  self->dragging = FALSE;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), NULL);
}

static void
drag_ended (MyoBodyMap *self)
{
  if (self->brush != NULL)
    myo_map_brush_end (self->brush);
  end_dragging (self);
}

/* Another finger came, or something else took the pointer: what was begun was not meant as a stroke. */
static void
drag_cancelled (MyoBodyMap *self)
{
  if (self->brush != NULL)
    myo_map_brush_cancel (self->brush);
  end_dragging (self);
}

/* --- Zoom --- */

/* At the pointer; from elsewhere about the middle. */
static void
zoom_at_pointer (MyoBodyMap *self,
                 double      factor)
{
  double x = self->has_pointer ? self->pointer_x : gtk_widget_get_width (GTK_WIDGET (self)) / 2.0;
  double y = self->has_pointer ? self->pointer_y : gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;

  myo_body_map_show (self, myo_map_view_get_zoomed (self->view, factor, x, y), FALSE);
}

static gboolean
scrolled (MyoBodyMap               *self,
          double                    dx,
          double                    dy,
          GtkEventControllerScroll *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  gboolean touchpad = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_SURFACE;
  double steps = touchpad ? -dy / 40 : -dy;

  if (!touchpad || (state & GDK_CONTROL_MASK) != 0)
    zoom_at_pointer (self, pow (WHEEL_FACTOR, steps));
  else
    myo_body_map_show (self, myo_map_view_get_panned (self->view, dx, dy), FALSE);

  return TRUE;
}

static void
pinch_begun (MyoBodyMap *self)
{
  self->pinch_scale = myo_map_view_get_sight (self->view).scale;
  drag_cancelled (self);
}

static void
pinched (MyoBodyMap     *self,
         double          scale,
         GtkGestureZoom *gesture)
{
  double factor = self->pinch_scale * scale / myo_map_view_get_sight (self->view).scale, x, y;

  if (gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y))
    myo_body_map_show (self, myo_map_view_get_zoomed (self->view, factor, x, y), FALSE);
}

void
myo_body_map_init_input (MyoBodyMap *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *middle = gtk_gesture_drag_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (moved), self);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (moved), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (pointer_left), self);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scrolled), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released), self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begun), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (dragged), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_ended), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (drag_cancelled), self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (middle), GDK_BUTTON_MIDDLE);
  g_signal_connect_swapped (middle, "drag-begin", G_CALLBACK (drag_begun), self);
  g_signal_connect_swapped (middle, "drag-update", G_CALLBACK (pan_by_drag), self);
  g_signal_connect_swapped (middle, "drag-end", G_CALLBACK (drag_ended), self);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begun), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinched), self);

  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, scroll);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (middle));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
  gtk_gesture_group (drag, click);
}
