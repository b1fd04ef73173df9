/* The drawn body: shows the figures, what is selected and where its pain spreads; zooms, pans and picks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "myo-atlas.h"
#include "myo-drawings.h"
#include "myo-figure.h"
#include "myo-map-pictures.h"
#include "myo-pain-study.h"
#include "myo-pain-tool.h"
#include "myo-selection.h"

G_BEGIN_DECLS

#define MYO_TYPE_BODY_MAP (myo_body_map_get_type ())
G_DECLARE_FINAL_TYPE (MyoBodyMap, myo_body_map, MYO, BODY_MAP, GtkWidget)

/* Properties: layer (MyoLayer as int), zoom (double, 1 = fit; read only)
 * Signals: drawing-failed (GError *)
 * Actions: map.zoom-in, map.zoom-out, map.fit, map.zoom-to-selection, map.figure (i: MyoFigureId), map.pan (dd: steps to the right and down),
 *          map.let-go; its keys are in myo-map-keys.h */

/** myo_body_map_set_model: what is shown; all three are needed before anything is */
void        myo_body_map_set_model         (MyoBodyMap *self, MyoDrawings *drawings, MyoAtlas *atlas, MyoSelection *selection);

/** myo_body_map_set_painting: what is painted on and with what; after myo_body_map_set_model() */
void        myo_body_map_set_painting      (MyoBodyMap *self, MyoPainStudy *study, MyoPainTool *tool);

/** myo_body_map_show_drawing: @drawing: (nullable): shown instead of the one of the study, which cannot be painted on meanwhile; %NULL ends it */
void        myo_body_map_show_drawing      (MyoBodyMap *self, MyoPainDrawing *drawing);

MyoLayer    myo_body_map_get_layer         (MyoBodyMap *self);
void        myo_body_map_set_layer         (MyoBodyMap *self, MyoLayer layer);
double      myo_body_map_get_zoom          (MyoBodyMap *self);

/** myo_body_map_install_actions: for the class_init of a widget around the map: it offers all of the map's actions as @prefix.NAME.
 * @activate: (nullable): is to call myo_body_map_activate_action(); %NULL: the class is the map itself */
void        myo_body_map_install_actions   (GtkWidgetClass *klass, const char *prefix, GtkWidgetActionActivateFunc activate);
/** myo_body_map_activate_action: does what the map's action of that name does; @name: as installed, with any prefix */
void        myo_body_map_activate_action   (MyoBodyMap *self, const char *name, GVariant *parameter);

void        myo_body_map_zoom_by           (MyoBodyMap *self, double factor);
void        myo_body_map_fit               (MyoBodyMap *self);
void        myo_body_map_show_figure       (MyoBodyMap *self, MyoFigureId figure);
void        myo_body_map_zoom_to_selection (MyoBodyMap *self);

/** myo_body_map_give_picture: a picture painted while the program started; @surface is taken */
void        myo_body_map_give_picture      (MyoBodyMap *self, MyoView view, MyoLayer layer, MyoPalette palette, double scale, cairo_surface_t *surface);
/** myo_body_map_get_picture: Returns: (transfer none) (nullable): the newest picture of the whole of a view */
const MyoMapPicture *myo_body_map_get_picture (MyoBodyMap *self, MyoView view);
/** myo_body_map_get_fit_scale: Returns: device px per mm at which front and back are painted when all fits */
double      myo_body_map_get_fit_scale     (MyoBodyMap *self);
MyoPalette  myo_body_map_get_palette       (MyoBodyMap *self);
/** myo_body_map_is_crisp: Returns: whether everything in sight is painted at the scale of the screen */
gboolean    myo_body_map_is_crisp          (MyoBodyMap *self);

G_END_DECLS
