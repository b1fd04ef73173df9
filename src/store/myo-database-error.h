/* What SQLite and the system report, as errors of Myomap with a sentence for a person.
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

/** myo_database_error_new: words an error: what happened, what is safe, what to do.
 * @path: the file that it is about
 * @detail: what SQLite or the system said; only shown where the code alone does not tell enough
 * Returns: (transfer full) */
GError  *myo_database_error_new         (MyoError code, const char *path, const char *detail);

/** myo_database_set_errno_error: sets @error for a call of the system that failed with @system_errno on @path */
void     myo_database_set_errno_error   (GError **error, int system_errno, const char *path);

G_END_DECLS
