/* What was deleted goes for good: from the file, and from every copy of it that Myomap keeps.
 *
 * The copies come first: should the program end in between, the marks are still in the file and the next start goes on.  A copy that is
 * damaged, or of a newer version, cannot be changed; it is left as it is, and told.  What can still be undone waits for the next start.
 * What was marked when another file took the place of the records, and is not in that, goes too.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-database-private.h"

G_BEGIN_DECLS

/** MYO_ERASURE_UNDO_US: how long after it was marked a session stays: longer than "Undo" is offered in any Myomap that runs */
#define MYO_ERASURE_UNDO_US (10 * G_TIME_SPAN_MINUTE)

/** myo_erasure_run: removes the sessions that are marked deleted and can no more be undone, with their holds and drawings.
 * @folder: of the records
 * @steps: migrations, ended by %NULL
 * @left: (out) (transfer full) (nullable): %MYO_ERROR_STORE_BACKUP with the copies in which they still are
 * Returns: whether the file is rid of them, or it was put off to the next time for want of room */
gboolean myo_erasure_run (MyoDatabase *database, const char *folder, const char * const *steps, GError **left, GError **error);

G_END_DECLS
