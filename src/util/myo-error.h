/* The error domain of Myomap.  Every code ends in front of a person: src/app/myo-report.c words them all.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MyoError:
 * @MYO_ERROR_ATLAS: an atlas file is not well formed, not valid or not consistent; the message is `file:line: reason`
 * @MYO_ERROR_DRAWING: a drawing is missing, not readable or without a part that is needed
 * @MYO_ERROR_TOO_LARGE: an input is beyond the limits that protect the program
 * @MYO_ERROR_STORE_DAMAGED: the records are damaged; the file is left as it is
 * @MYO_ERROR_STORE_LOST: the records are gone or empty, but there are backups of them, or damaged ones that were put aside
 * @MYO_ERROR_STORE_LOCKED: another program holds the records
 * @MYO_ERROR_STORE_READ_ONLY: the records cannot be written
 * @MYO_ERROR_STORE_FULL: no room left on the disk
 * @MYO_ERROR_STORE_NEWER: the records were written by a newer Myomap
 * @MYO_ERROR_STORE_FOREIGN: what lies in the place of the records is something else; it is left as it is
 * @MYO_ERROR_STORE_BACKUP: a backup could not be made, read or changed; the records themselves are well
 * @MYO_ERROR_STORE: any other fault of the database
 * @MYO_ERROR_PAIN_DRAWING: a saved pain drawing cannot be read; the message is `name:line: reason`
 * @MYO_ERROR_FORMAT: the name of a file asks for a format that is not written; the message is the name
 * @MYO_ERROR_SAVE: a file could not be written and what stood there is as it was; the message names it and says why
 * @MYO_ERROR_ELSEWHERE: a session goes on, or came to its end, in another Myomap
 * @MYO_ERROR_SETTINGS: the description of the settings is not installed, or that of another version is; the message tells where or what
 * @MYO_ERROR_DRAWING_FULL: a pain drawing takes no more; the message says what to do
 * @MYO_ERROR_SOUND: there is nothing to play sound on
 * @MYO_ERROR_NOT_FOUND: what was asked for does not exist
 */
typedef enum
{
  MYO_ERROR_ATLAS,
  MYO_ERROR_DRAWING,
  MYO_ERROR_TOO_LARGE,
  MYO_ERROR_STORE_DAMAGED,
  MYO_ERROR_STORE_LOST,
  MYO_ERROR_STORE_LOCKED,
  MYO_ERROR_STORE_READ_ONLY,
  MYO_ERROR_STORE_FULL,
  MYO_ERROR_STORE_NEWER,
  MYO_ERROR_STORE_FOREIGN,
  MYO_ERROR_STORE,
  MYO_ERROR_STORE_BACKUP,
  MYO_ERROR_NOT_FOUND,
  MYO_ERROR_PAIN_DRAWING,
  MYO_ERROR_FORMAT,
  MYO_ERROR_SAVE,
  MYO_ERROR_ELSEWHERE,
  MYO_ERROR_SETTINGS,
  MYO_ERROR_DRAWING_FULL,
  MYO_ERROR_SOUND,
} MyoError;

#define MYO_N_ERRORS (MYO_ERROR_SOUND + 1)

#define MYO_ERROR (myo_error_quark ())
/** myo_error_quark: Returns: the domain of all errors above */
GQuark myo_error_quark (void);

G_END_DECLS
