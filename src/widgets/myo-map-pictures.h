/* Keeps the pictures of the body that the map shows, and has new ones drawn off the main thread.
 *
 * For each view there are two pictures: the whole of it at a modest scale, always there to fall back on, and, beyond that, the
 * part in sight at the scale of the screen.  While a new one is on its way the old one is shown scaled.
 *
 * What is kept is bounded by the screen: of a view out of sight, or of a map that is not on show, only the picture of the whole, some
 * megabytes that let it be seen at once when it comes back; a layer's pictures go when those of the next are there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "myo-drawings.h"

G_BEGIN_DECLS

/** MyoMapPicture: a texture and the part of the view it shows, mm */
typedef struct
{
  GdkTexture *texture;
  MyoRect     part;
  double      scale;       /* px per mm */
  MyoLayer    layer;
  MyoPalette  palette;
} MyoMapPicture;

#define MYO_TYPE_MAP_PICTURES (myo_map_pictures_get_type ())
G_DECLARE_FINAL_TYPE (MyoMapPictures, myo_map_pictures, MYO, MAP_PICTURES, GObject)

/* Signals: painted (): a new picture is there;  failed (GError *): a drawing could not be painted */

MyoMapPictures      *myo_map_pictures_new        (MyoDrawings *drawings);

/** myo_map_pictures_want: what is to be seen; starts painting what is missing.
 * @scale: device px per mm of the view; @part: what is in sight, mm; @whole_scale: the scale at which the whole view is kept */
void                 myo_map_pictures_want       (MyoMapPictures *self, MyoView view, MyoLayer layer, MyoPalette palette,
                                                  double whole_scale, double scale, const MyoRect *part);

/** myo_map_pictures_leave: nothing of the view is seen any more: lets go of its sharper picture, and of one on its way */
void                 myo_map_pictures_leave      (MyoMapPictures *self, MyoView view);

/** myo_map_pictures_get_whole: Returns: (nullable): the newest picture of the whole view */
const MyoMapPicture *myo_map_pictures_get_whole  (MyoMapPictures *self, MyoView view);
/** myo_map_pictures_get_detail: Returns: (nullable): the sharper picture of a part, when one is wanted and there */
const MyoMapPicture *myo_map_pictures_get_detail (MyoMapPictures *self, MyoView view);
/** myo_map_pictures_is_crisp: Returns: whether something was wanted and all of it is painted */
gboolean             myo_map_pictures_is_crisp   (MyoMapPictures *self);
/** myo_map_pictures_give: hands in the whole picture of a view that was painted elsewhere; @surface is taken */
void                 myo_map_pictures_give       (MyoMapPictures *self, MyoView view, MyoLayer layer, MyoPalette palette,
                                                  double scale, cairo_surface_t *surface);

G_END_DECLS
