/* A sheet of pain as a file: A4, upright, as PNG (200 dpi), PDF or SVG, after the ending of its name.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "myo-pain-handout.h"

G_BEGIN_DECLS

/** myo_sheet_file_write: writes @sheet to @path (or a URI), whole or not at all.  It takes half a second and works in any thread.
 * Returns: %FALSE with @error, a sentence: %G_IO_ERROR_NOT_SUPPORTED when the ending is none of the three, %G_FILE_ERROR when it cannot be
 * written there, or the drawings' own */
gboolean myo_sheet_file_write        (const MyoPainSheet *sheet, const char *path, GError **error);

/** myo_sheet_file_write_async: writes the sheet of @handout in a thread of its own.
 * @handout: (transfer full); @cancellable: (nullable): nothing is written when it comes in time */
void     myo_sheet_file_write_async  (MyoPainHandout *handout, const char *path, GCancellable *cancellable,
                                      GAsyncReadyCallback callback, gpointer data);

/** myo_sheet_file_write_finish: Returns: as myo_sheet_file_write() */
gboolean myo_sheet_file_write_finish (GAsyncResult *result, GError **error);

G_END_DECLS
