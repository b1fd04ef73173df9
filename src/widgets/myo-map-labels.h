/* A layer of the map: its words: captions over the figures, R and L beside them, the name of what is under the pointer.
 *
 * They are labels, children of the map, so that a screen reader reads them and large text makes them larger.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-map-layer.h"

G_BEGIN_DECLS

#define MYO_TYPE_MAP_LABELS (myo_map_labels_get_type ())
G_DECLARE_FINAL_TYPE (MyoMapLabels, myo_map_labels, MYO, MAP_LABELS, MyoMapLayer)

/** myo_map_labels_new: @widget: (not owned): the map that the labels become children of; myo_map_labels_remove() before it goes */
MyoMapLabels *myo_map_labels_new                (MyoMapView *view, GtkWidget *widget);
void          myo_map_labels_remove             (MyoMapLabels *self);

/** myo_map_labels_get_caption_widths: @widths: (out) (array fixed-size=6): px that the caption of each figure needs, in as many lines as it has words */
void          myo_map_labels_get_caption_widths (MyoMapLabels *self, double *widths);
/** myo_map_labels_get_caption_height: Returns: px that the highest caption over a whole figure, up to @last, takes at @scale px/mm */
int           myo_map_labels_get_caption_height (MyoMapLabels *self, MyoFigureId last, double scale);
/** myo_map_labels_allocate: places them in a map of that size; of two that would cover each other the later one is not shown */
void          myo_map_labels_allocate           (MyoMapLabels *self, int width, int height);

/** myo_map_labels_set_pointer: what the name stays beside, px */
void          myo_map_labels_set_pointer        (MyoMapLabels *self, double x, double y);
/** myo_map_labels_set_name: @name: (nullable): of what is under the pointer or has the focus */
void          myo_map_labels_set_name           (MyoMapLabels *self, const char *name);

G_END_DECLS
