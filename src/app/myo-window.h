/* The main window: brings map, panel, session and history together with the player, the sound and the records.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "myo-atlas.h"
#include "myo-body-map.h"
#include "myo-drawings.h"
#include "myo-records.h"
#include "myo-startup.h"

G_BEGIN_DECLS

#define MYO_TYPE_WINDOW (myo_window_get_type ())
G_DECLARE_FINAL_TYPE (MyoWindow, myo_window, MYO, WINDOW, AdwApplicationWindow)

MyoWindow *myo_window_new          (GtkApplication *application, GSettings *settings);
/** myo_window_set_models: @records: opened by the window */
void       myo_window_set_models   (MyoWindow *self, MyoAtlas *atlas, MyoDrawings *drawings, MyoRecords *records);
/** myo_window_open_drawings: shows the first of @files, @n_files of them, as "Open" does, and tells that the others were not opened */
void       myo_window_open_drawings (MyoWindow *self, GFile *const *files, guint n_files);
/** myo_window_save_drawing: as the person asks for it with "Save": the name of @file says as what; told in words */
void       myo_window_save_drawing (MyoWindow *self, GFile *file);
/** myo_window_end: in order, see myo-ending.h; @self is destroyed at its end.  @person: whether somebody can be told and asked */
void       myo_window_end          (MyoWindow *self, gboolean person);
/** myo_window_end_now: the same without a person, with the main context running until @self is destroyed */
void       myo_window_end_now      (MyoWindow *self);
/** myo_window_flush: has what is not saved yet saved, as the program may be about to end */
void       myo_window_flush        (MyoWindow *self);
void       myo_window_give_pictures (MyoWindow *self, MyoFirstPicture *pictures);
/** myo_window_get_map: Returns: (transfer none) */
MyoBodyMap *myo_window_get_map     (MyoWindow *self);
/** myo_window_report: shows a fault in words: a toast, or a bar in the page when it lasts */
void       myo_window_report       (MyoWindow *self, const GError *error);
/** myo_window_report_packs: shows which packs could not be loaded: one bar for all of them, the reasons in a list behind it.
 * @problems: (element-type MyoAtlasProblem): maybe empty */
void       myo_window_report_packs (MyoWindow *self, GPtrArray *problems);

G_END_DECLS
