/* Where the body map looks: at once, or by a movement there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "myo-body-map-private.h"

#define ANIMATION_MS 220

static void
animate (double   progress,
         gpointer user_data)
{
  myo_map_view_move (MYO_BODY_MAP (user_data)->view, progress);
}

static void
go (MyoBodyMap  *self,
    MyoMapSight  sight,
    gboolean     with_animation)
{
  /* Skipped while idle, it would apply an end that was never set. */
  if (adw_animation_get_state (self->animation) == ADW_ANIMATION_PLAYING)
    adw_animation_skip (self->animation);
  if (!with_animation || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      myo_map_view_set_sight (self->view, sight);
      return;
    }

  myo_map_view_begin_move (self->view, sight);
  adw_animation_play (self->animation);
}

void
myo_body_map_show (MyoBodyMap  *self,
                   MyoMapSight  sight,
                   gboolean     with_animation)
{
  myo_map_view_set_fitted (self->view, FALSE);
  go (self, sight, with_animation);
}

void
myo_body_map_zoom_by (MyoBodyMap *self,
                      double      factor)
{
  double x, y;

  g_return_if_fail (MYO_IS_BODY_MAP (self));

  if (!myo_body_map_get_focus_place (self, &x, &y))
    {
      x = gtk_widget_get_width (GTK_WIDGET (self)) / 2.0;
      y = gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;
    }
  myo_body_map_show (self, myo_map_view_get_zoomed (self->view, factor, x, y), TRUE);
}

void
myo_body_map_fit (MyoBodyMap *self)
{
  g_return_if_fail (MYO_IS_BODY_MAP (self));

  myo_map_view_set_fitted (self->view, TRUE);
  go (self, myo_map_view_get_fit (self->view), TRUE);
}

void
myo_body_map_show_figure (MyoBodyMap  *self,
                          MyoFigureId  figure)
{
  g_return_if_fail (MYO_IS_BODY_MAP (self));

  myo_body_map_show (self, myo_map_view_get_figure_fit (self->view, figure), TRUE);
}

void
myo_body_map_zoom_to_selection (MyoBodyMap *self)
{
  MyoMuscle *muscle;
  MyoRect box;

  g_return_if_fail (MYO_IS_BODY_MAP (self));

  muscle = self->selection != NULL ? myo_selection_get_muscle (self->selection) : NULL;
  if (muscle != NULL
      && myo_map_highlight_get_largest_box (self->highlight, muscle->id, myo_selection_get_side (self->selection), &box))
    myo_body_map_show (self, myo_map_view_get_rect_fit (self->view, &box), TRUE);
}

void
myo_body_map_init_moves (MyoBodyMap *self)
{
  self->animation = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, ANIMATION_MS,
                                             adw_callback_animation_target_new (animate, self, NULL));
  g_signal_connect_object (self->animation, "done", G_CALLBACK (myo_map_view_end_move), self->view, G_CONNECT_SWAPPED);
}
