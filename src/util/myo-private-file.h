/* Files that are written for a person: whole or not at all, and for that person alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** myo_private_file_write: puts @length bytes of @data where @file is.  What stands there stays as it is until all is written, and keeps its
 * rights; a new file is for its owner alone (0600).  A link stays one: what it leads to is replaced.  Blocking; works in any thread.
 * @file: anywhere that GIO can write, this machine or another
 * Returns: %FALSE with @error when nothing was written: %G_FILE_ERROR on this machine, %G_IO_ERROR on another */
gboolean myo_private_file_write (GFile *file, gconstpointer data, gsize length, GError **error);

G_END_DECLS
