/* What SQLite and the system report, as errors of Myomap.  Their messages are technical: src/app/myo-report.c has the sentences.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "myo-error.h"

G_BEGIN_DECLS

/** myo_database_error_from_sqlite: the one place where SQLite's codes get their meaning.
 * @code: an extended result code that is no success
 * @system_errno: what the system said beneath it, 0 when nothing
 * Returns: the code of Myomap */
MyoError myo_database_error_from_sqlite (int code, int system_errno);

/** myo_database_error_from_errno: Returns: the code of Myomap for a failed call of the system */
MyoError myo_database_error_from_errno  (int system_errno);

/** myo_database_error_set: sets @error to %MYO_ERROR, @code, with the technical message `PATH: DETAIL`.
 * @path: the file that it is about
 * @detail: what is wrong with it, as SQLite, the system or a programmer says it */
void     myo_database_error_set         (GError **error, MyoError code, const char *path, const char *detail);

/** myo_database_error_set_errno: the same for a call of the system that failed with @system_errno on @path */
void     myo_database_error_set_errno   (GError **error, int system_errno, const char *path);

G_END_DECLS
