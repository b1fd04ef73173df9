/* Shared by the files of the window: -session (what the session desk does is heard and followed), -records (its questions, the history),
 * -pain (the drawing of pain: its files, its printing, its draft, repainting it after a session).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-history-page.h"
#include "myo-inhibit.h"
#include "myo-map-page.h"
#include "myo-records-desk.h"
#include "myo-session-desk.h"
#include "myo-sound.h"
#include "myo-window.h"

G_BEGIN_DECLS

struct _MyoWindow
{
  AdwApplicationWindow parent_instance;

  GSettings      *settings;
  MyoAtlas       *atlas;
  MyoDrawings    *drawings;
  MyoPlaceDesk   *places;
  MyoSelection   *selection;       /* of the place desk */
  MyoWay         *way;
  MyoRecords     *records;
  MyoSessionDesk *sessions;
  MyoRecordsDesk *records_desk;
  MyoSound       *sound;
  MyoInhibit     *inhibit;

  MyoPainStudy   *study;
  MyoPainTool    *tool;
  gboolean        painted;         /* on since the program began; else the drawing is that of last time */
  MyoSession     *repainted;       /* the session that was just finished, whose drawing is painted anew; or NULL */
  guint           draft_id;        /* saves the drawing that is being made */

  GtkWidget *toasts, *header, *stack, *map_page, *history_page;
};

/* -session */
void myo_window_connect_session  (MyoWindow *self);
/* Gives the session desk what the settings say, for what is prepared next */
void myo_window_set_limits       (MyoWindow *self);

/* -pain */
void myo_window_connect_pain     (MyoWindow *self);
void myo_window_load_draft       (MyoWindow *self);
/* At the end of the program: what is still to be saved */
void myo_window_save_draft       (MyoWindow *self);
/* Puts the drawing that is there into a session that begins */
void myo_window_note_drawing     (MyoWindow *self, MyoSession *session);
/* After @session: the drawing is offered again, to be painted as it feels now.  Returns: FALSE when there was none */
gboolean myo_window_offer_repaint (MyoWindow *self, MyoSession *session);
void myo_window_install_pain_actions (GtkWidgetClass *widget_class);

/* -records */
void myo_window_open_records     (MyoWindow *self);

/* core */
void myo_window_toast            (MyoWindow *self, const char *words);
MyoSidePanel *myo_window_get_panel (MyoWindow *self);

G_END_DECLS
