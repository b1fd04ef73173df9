/* Shared by the files of the window: -session (what the session desk does is heard and followed), -records (its questions, the history),
 * -notices (toasts, the bar), -ending (how it ends, what is asked then), -pain (the drawing of pain: its actions, the dialogs for its files, its printing).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-backup-desk.h"
#include "myo-ending.h"
#include "myo-history-page.h"
#include "myo-inhibit.h"
#include "myo-map-page.h"
#include "myo-notice-bar.h"
#include "myo-notices.h"
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
  MyoPainDesk    *pain;
  MyoRecords     *records;
  MyoSessionDesk *sessions;
  MyoRecordsDesk *records_desk;
  MyoBackupDesk  *backups;
  GtkWindow      *backups_window;  /* not owned; NULL while it is not open */
  MyoEnding      *ending;
  MyoSound       *sound;
  MyoInhibit     *inhibit, *log_out; /* of the screen that goes dark, of a log-out */
  MyoNotices     *notices;
  GPtrArray      *problems;        /* of char *: all that could not be loaded */
  guint           n_packs;         /* of them */

  GtkWidget *header, *notice, *stack, *map_page, *history_page;
};

/* -session */
void myo_window_connect_session  (MyoWindow *self);
/* Gives the session desk what the settings say, for what is prepared next */
void myo_window_set_limits       (MyoWindow *self);

/* -pain */
void myo_window_connect_pain     (MyoWindow *self);
void myo_window_install_pain_actions (GtkWidgetClass *widget_class);

/* -ending */
void myo_window_connect_ending   (MyoWindow *self);
gboolean myo_window_close_request (GtkWindow *window);

/* -records */
void myo_window_open_records     (MyoWindow *self);
void myo_window_install_records  (GtkWidgetClass *widget_class);

/* -notices */
void myo_window_init_notices     (MyoWindow *self);
void myo_window_install_notices  (GtkWidgetClass *widget_class);
/* Tells what passes; a fault goes to myo_window_report() */
void myo_window_toast            (MyoWindow *self, const char *words);

/* core */
/* For the next start */
void myo_window_save_layout      (MyoWindow *self);
MyoSidePanel *myo_window_get_panel (MyoWindow *self);

G_END_DECLS
