/* Shared by the files of the window: -session (player, recorder, cues), -records (store, history).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-history.h"
#include "myo-history-page.h"
#include "myo-inhibit.h"
#include "myo-map-page.h"
#include "myo-player.h"
#include "myo-recorder.h"
#include "myo-sound.h"
#include "myo-window.h"

G_BEGIN_DECLS

struct _MyoWindow
{
  AdwApplicationWindow parent_instance;

  GSettings    *settings;
  MyoAtlas     *atlas;
  MyoSelection *selection;
  MyoFinder    *finder;
  MyoPlayer    *player;
  MyoStore     *store;
  MyoHistory   *history;
  MyoRecorder  *recorder;
  MyoSound     *sound;
  MyoInhibit   *inhibit;
  MyoSession   *unfinished;      /* found at start; the person is asked */
  gboolean      recording;       /* a session of the recorder is under way */

  GtkWidget *toasts, *header, *stack, *map_page, *history_page;
};

/* -session */
void myo_window_connect_session  (MyoWindow *self);
/* @session: (nullable): the interrupted one to go on with */
void myo_window_prepare_session  (MyoWindow *self, MyoMuscle *muscle, const MyoTechnique *technique, MyoSide side,
                                  const char *point_id, MyoSession *session);

/* -records */
void myo_window_open_records     (MyoWindow *self);

/* core */
void myo_window_toast            (MyoWindow *self, const char *words);
MyoSidePanel *myo_window_get_panel (MyoWindow *self);

G_END_DECLS
