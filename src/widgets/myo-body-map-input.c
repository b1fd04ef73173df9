/* Pointer, touch and keys on the body map.
 *
 * Wheel zooms at the pointer, a touchpad's two fingers pan (with Ctrl: zoom), pinch zooms, drag pans, click chooses.  On the skin, with
 * brush or eraser, a drag that begins on the body paints; the middle button still pans.
 * Keys: + − zoom, 0 fits, Ctrl+arrows pan, Z goes to what is selected, Escape lets go of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "myo-body-map-private.h"

#define WHEEL_FACTOR 1.2
#define PAN_SHARE .18
/* A stroke begins sooner than the map moves: one paints small places too. */
#define STROKE_THRESHOLD 3

/* --- Hover --- */

static void
show_name (MyoBodyMap *self,
           const char *id,
           MyoSide     side)
{
  g_autofree char *name = id != NULL ? myo_body_map_name_of (self, id, side) : NULL;

  if (name != NULL)
    gtk_label_set_label (GTK_LABEL (self->hover_label), name);
  gtk_widget_set_visible (self->hover_label, name != NULL);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), name != NULL ? "pointer" : NULL);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
moved (MyoBodyMap *self,
       double      x,
       double      y)
{
  double view_x, view_y;
  const char *id;
  MyoSide side = MYO_SIDE_RIGHT;

  if (myo_body_map_is_painting (self))
    {
      self->pointer_inside = TRUE;
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
  /* GTK repeats the last motion when widgets change under a pointer that rests. */
  if ((self->dragging && self->stroke_figure < 0) || (fabs (x - self->pointer_x) < .01 && fabs (y - self->pointer_y) < .01))
    return;

  self->pointer_x = x;
  self->pointer_y = y;
  if (!myo_body_map_is_prepared (self) || self->dragging)
    return;
  myo_body_map_look_up (self, x, y, &view_x, &view_y, &side, &id);
  show_name (self, id, side);
  /* A region lit up would hide what is painted on it. */
  if (!myo_body_map_is_painting (self))
    myo_body_map_set_hover (self, id, side);
}

void
myo_body_map_end_hover (MyoBodyMap *self)
{
  show_name (self, NULL, MYO_SIDE_RIGHT);
  myo_body_map_set_hover (self, NULL, MYO_SIDE_RIGHT);
}

static void
pointer_left (MyoBodyMap *self)
{
  self->pointer_inside = FALSE;
  myo_body_map_end_hover (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* --- Click and drag --- */

static gboolean
is_erasing (MyoBodyMap *self)
{
  return myo_body_map_is_painting (self) && myo_pain_tool_get_kind (self->tool) == MYO_PAIN_TOOL_ERASER;
}

static void
released (MyoBodyMap *self,
          int         n_press,
          double      x,
          double      y)
{
  double view_x, view_y;
  const char *id;
  MyoSide side = MYO_SIDE_RIGHT;
  int figure;

  if (self->drawings == NULL || self->has_dragged)
    return;

  if (is_erasing (self))
    {
      if (myo_body_map_begin_stroke (self, x, y, -1, TRUE))
        myo_pain_study_end_stroke (self->study);
      return;
    }

  if (n_press == 2)
    {
      myo_body_map_zoom_at (self, 2, x, y);
      return;
    }

  figure = myo_body_map_look_up (self, x, y, &view_x, &view_y, &side, &id);
  if (figure >= 0)
    myo_body_map_activate (self, figure, view_x, view_y, side, id);
}

static void
drag_begun (MyoBodyMap     *self,
            double          x,
            double          y,
            GtkGestureDrag *gesture)
{
  self->drag_x = self->view.x;
  self->drag_y = self->view.y;
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
  MyoMapView view = self->view;

  if (!self->dragging && !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, (int) dy))
    return;

  if (!self->dragging)
    begin_dragging (self, gesture, "grabbing");
  view.x = self->drag_x - dx / view.scale;
  view.y = self->drag_y - dy / view.scale;
  self->fitted = FALSE;
  myo_body_map_set_view (self, view, FALSE);
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
  if (self->stroke_figure >= 0)
    myo_body_map_extend_stroke (self, x + dx, y + dy, pressure);
  else if (self->dragging || !myo_body_map_is_painting (self))
    pan_by_drag (self, dx, dy, gesture);
  else if (hypot (dx, dy) >= STROKE_THRESHOLD)
    {
      if (myo_body_map_begin_stroke (self, x, y, pressure, eraser))
        {
          begin_dragging (self, gesture, NULL);
          myo_body_map_extend_stroke (self, x + dx, y + dy, pressure);
        }
      else
        pan_by_drag (self, dx, dy, gesture);
    }
}

static void
end_dragging (MyoBodyMap *self)
{
  self->dragging = FALSE;
  self->stroke_figure = -1;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), NULL);
}

static void
drag_ended (MyoBodyMap *self)
{
  if (self->stroke_figure >= 0)
    myo_pain_study_end_stroke (self->study);
  end_dragging (self);
}

/* Another finger came, or something else took the pointer: what was begun was not meant as a stroke. */
static void
drag_cancelled (MyoBodyMap *self)
{
  if (self->stroke_figure >= 0)
    myo_body_map_cancel_stroke (self);
  end_dragging (self);
}

/* --- Zoom --- */

static gboolean
scrolled (MyoBodyMap               *self,
          double                    dx,
          double                    dy,
          GtkEventControllerScroll *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  gboolean touchpad = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_SURFACE;
  MyoMapView view = self->view;

  if (!touchpad || (state & GDK_CONTROL_MASK) != 0)
    {
      myo_body_map_zoom_at (self, pow (WHEEL_FACTOR, touchpad ? -dy / 40 : -dy), self->pointer_x, self->pointer_y);
      return TRUE;
    }

  view.x += dx / view.scale;
  view.y += dy / view.scale;
  self->fitted = FALSE;
  myo_body_map_set_view (self, view, FALSE);

  return TRUE;
}

static void
pinch_begun (MyoBodyMap *self)
{
  self->pinch_scale = self->view.scale;
  drag_cancelled (self);
}

static void
pinched (MyoBodyMap     *self,
         double          scale,
         GtkGestureZoom *gesture)
{
  double x, y;

  if (gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y))
    myo_body_map_zoom_at (self, self->pinch_scale * scale / self->view.scale, x, y);
}

/* --- Keys --- */

static void
pan (GtkWidget  *widget,
     const char *name,
     GVariant   *parameter)
{
  MyoBodyMap *self = MYO_BODY_MAP (widget);
  MyoMapView view = self->view;
  double dx, dy;

  g_variant_get (parameter, "(dd)", &dx, &dy);
  view.x += dx * PAN_SHARE * gtk_widget_get_width (widget) / view.scale;
  view.y += dy * PAN_SHARE * gtk_widget_get_height (widget) / view.scale;
  self->fitted = FALSE;
  myo_body_map_set_view (self, view, TRUE);
}

static void
let_go (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  MyoBodyMap *self = MYO_BODY_MAP (widget);

  if (self->selection == NULL)
    return;

  if (self->stroke_figure >= 0)
    {
      myo_body_map_cancel_stroke (self);
      return;
    }

  myo_selection_clear_place (self->selection);
  myo_selection_select (self->selection, NULL, MYO_SIDE_RIGHT, NULL);
}

static void
bind_pan (GtkWidgetClass *klass,
          guint           key,
          guint           keypad_key,
          double          dx,
          double          dy)
{
  gtk_widget_class_add_binding_action (klass, key, GDK_CONTROL_MASK, "map.pan", "(dd)", dx, dy);
  gtk_widget_class_add_binding_action (klass, keypad_key, GDK_CONTROL_MASK, "map.pan", "(dd)", dx, dy);
}

void
myo_body_map_class_init_input (GtkWidgetClass *klass)
{
  static const struct { guint key; GdkModifierType state; const char *action; } keys[] = {
    { GDK_KEY_plus, 0, "map.zoom-in" }, { GDK_KEY_equal, 0, "map.zoom-in" }, { GDK_KEY_KP_Add, 0, "map.zoom-in" },
    { GDK_KEY_plus, GDK_SHIFT_MASK, "map.zoom-in" }, { GDK_KEY_minus, 0, "map.zoom-out" },
    { GDK_KEY_KP_Subtract, 0, "map.zoom-out" }, { GDK_KEY_0, 0, "map.fit" }, { GDK_KEY_KP_0, 0, "map.fit" },
    { GDK_KEY_z, 0, "map.zoom-to-selection" }, { GDK_KEY_Escape, 0, "map.let-go" },
  };

  gtk_widget_class_install_action (klass, "map.pan", "(dd)", pan);
  gtk_widget_class_install_action (klass, "map.let-go", NULL, let_go);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (klass, keys[i].key, keys[i].state, keys[i].action, NULL);

  bind_pan (klass, GDK_KEY_Left, GDK_KEY_KP_Left, -1, 0);
  bind_pan (klass, GDK_KEY_Right, GDK_KEY_KP_Right, 1, 0);
  bind_pan (klass, GDK_KEY_Up, GDK_KEY_KP_Up, 0, -1);
  bind_pan (klass, GDK_KEY_Down, GDK_KEY_KP_Down, 0, 1);
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
