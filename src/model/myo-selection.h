/* What the person is looking at: one muscle on one side, maybe one of its points, and the place that was clicked.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-muscle.h"

G_BEGIN_DECLS

#define MYO_TYPE_SELECTION (myo_selection_get_type ())
G_DECLARE_FINAL_TYPE (MyoSelection, myo_selection, MYO, SELECTION, GObject)

/* Signals
 *   changed ()          the muscle, its side or its chosen point
 *   point-previewed ()  the point that the pointer or the focus rests on
 *   muscle-previewed () the muscle that is looked at without being chosen
 *   place-changed ()    the place that was clicked
 */

/** myo_selection_new: Returns: (transfer full): nothing chosen, no place clicked */
MyoSelection          *myo_selection_new           (void);

/** myo_selection_select: @muscle: (nullable): none when %NULL; @point_id: (nullable): all of its points when %NULL */
void                   myo_selection_select        (MyoSelection *self, MyoMuscle *muscle, MyoSide side, const char *point_id);
/** myo_selection_preview_point: @point_id: (nullable): shown alone until it is taken back with %NULL */
void                   myo_selection_preview_point (MyoSelection *self, const char *point_id);
/** myo_selection_preview_muscle: @muscle: (nullable): shown instead of what is chosen until it is taken back with %NULL;
 * @point_id: (nullable): all of its points when %NULL */
void                   myo_selection_preview_muscle (MyoSelection *self, MyoMuscle *muscle, MyoSide side, const char *point_id);
/** myo_selection_set_place: a place of the body was clicked; @x, @y: mm of @view; @region: (nullable): id of the region there */
void                   myo_selection_set_place     (MyoSelection *self, MyoView view, MyoSide side, double x, double y, const char *region);
/** myo_selection_clear_place: no place is clicked any more */
void                   myo_selection_clear_place   (MyoSelection *self);

/** myo_selection_get_muscle: Returns: (transfer none) (nullable): the chosen muscle */
MyoMuscle             *myo_selection_get_muscle    (MyoSelection *self);
/** myo_selection_get_side: Returns: the side of the chosen muscle; of no meaning without one */
MyoSide                myo_selection_get_side      (MyoSelection *self);
/** myo_selection_get_point: Returns: (nullable): the chosen point */
const MyoTriggerPoint *myo_selection_get_point     (MyoSelection *self);
/** myo_selection_get_shown: Returns: (transfer none) (nullable): the muscle previewed, else the one chosen; @side: (out);
 * @point: (out) (nullable): the point of it that is previewed, else the one chosen; %NULL: all are shown */
MyoMuscle             *myo_selection_get_shown     (MyoSelection *self, MyoSide *side, const MyoTriggerPoint **point);
/** myo_selection_get_place: Returns: whether a place was clicked; only then the others are set; @x, @y: (out): mm of @view;
 * @region: (out) (nullable) (transfer none): id of the region there */
gboolean               myo_selection_get_place     (MyoSelection *self, MyoView *view, MyoSide *side, double *x, double *y, const char **region);

G_END_DECLS
