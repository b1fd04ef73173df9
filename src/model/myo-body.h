/* The body's frame of reference: views, layers, sides.
 *
 * One unit is one millimetre of an adult 1.72 m tall, the same in all views.  Drawings and atlas describe the right half
 * of the body (front: x ≤ 360, back: x ≥ 360) or its right side and right sole; the left is the mirror image.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** MYO_BODY_HEIGHT: how high front, back and side are, mm */
#define MYO_BODY_HEIGHT 1780.0
/** MYO_MIDLINE: where the middle of the body lies in front and back, mm from the left */
#define MYO_MIDLINE 360.0

typedef enum
{
  MYO_SIDE_RIGHT,
  MYO_SIDE_LEFT,
  MYO_SIDE_MIDDLE,
} MyoSide;

typedef enum
{
  MYO_VIEW_FRONT,
  MYO_VIEW_BACK,
  MYO_VIEW_SIDE,
  MYO_VIEW_SOLE,
} MyoView;
#define MYO_N_VIEWS 4

typedef enum
{
  MYO_LAYER_SKIN,
  MYO_LAYER_SURFACE,
  MYO_LAYER_DEEP,
  MYO_LAYER_REGIONS,
} MyoLayer;
#define MYO_N_LAYERS 4

/** MyoRect: a rectangle in millimetres of one view */
typedef struct
{
  double x, y, width, height;
} MyoRect;

/** myo_view_get_nick: Returns: "front", "back", "side" or "sole" */
const char *myo_view_get_nick   (MyoView      view);
/** myo_view_from_nick: @nick: (nullable); @view: (out): left alone when there is no such view.  Returns: whether there is one */
gboolean    myo_view_from_nick  (const char  *nick,
                                 MyoView     *view);
/** myo_view_get_size: @width: (out): mm; @height: (out): mm */
void        myo_view_get_size   (MyoView      view,
                                 double      *width,
                                 double      *height);
/** myo_view_is_mirrored: Returns: whether both halves of the body show in @view, one the mirror of the other (front, back) */
gboolean    myo_view_is_mirrored (MyoView     view);
/** myo_view_mirror: Returns: where the mirror image of what lies at @x lies in @view, mm */
double      myo_view_mirror     (MyoView      view,
                                 double       x);
/** myo_view_side_at: Returns: the body's side at @x (mm) in front or back; MYO_SIDE_RIGHT in side and sole */
MyoSide     myo_view_side_at    (MyoView      view,
                                 double       x);

/** myo_layer_get_nick: Returns: "skin", "surface", "deep" or "regions" */
const char *myo_layer_get_nick  (MyoLayer     layer);
/** myo_layer_from_nick: @nick: (nullable); @layer: (out): left alone when there is no such layer.  Returns: whether there is one */
gboolean    myo_layer_from_nick (const char  *nick,
                                 MyoLayer    *layer);

/** myo_side_get_nick: Returns: "right", "left" or "middle" */
const char *myo_side_get_nick   (MyoSide      side);
/** myo_side_from_nick: @nick: (nullable); @side: (out): left alone when there is no such side.  Returns: whether there is one */
gboolean    myo_side_from_nick  (const char  *nick,
                                 MyoSide     *side);
/** myo_side_get_opposite: Returns: the other side; the middle is its own opposite */
MyoSide     myo_side_get_opposite (MyoSide    side);

G_END_DECLS
