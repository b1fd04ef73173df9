/* What the files of the view share: -figures has what of the figures is in sight, and the conversions.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-map-view.h"

G_BEGIN_DECLS

struct _MyoMapView
{
  GObject parent_instance;

  int         width, height;
  MyoMapSight sight;
  MyoMapSight fit;
  MyoFigureId last;            /* of those that are shown when fitted */
  gboolean    fitted;

  gboolean    moving;
  MyoMapSight from, to;

  MyoMapSight rested;          /* the sight in which it last rested */
  guint       rest_id;

  MyoLayer    layer;
  MyoPalette  palette;
  int         device_scale;
  gboolean    draws_surfaces;
};

G_END_DECLS
