/* Who has a session under way: each running Myomap has a name of its own and holds the lock of a small file of that name as long as it
 * lives.  A session whose owner's lock nobody holds was cut off; one whose owner lives goes on there, and is not touched here.
 *
 * A lock ends with whoever holds it, however that ends, and is seen across sandboxes and desktops, which numbers of processes and names
 * on a bus are not.  Where there are no locks nobody has a name, and every session without an end counts as cut off.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

typedef struct _MyoOwner MyoOwner;

/** myo_owner_new: takes a new name and its lock; removes files that are left of those that live no more.
 * @folder: path of the one that all who use these records see.  Returns: (transfer full) (nullable): %NULL where that is not possible */
MyoOwner *myo_owner_new           (const char *folder);
/** myo_owner_free: @self: (transfer full): its sessions without an end are cut off from now on */
void      myo_owner_free          (MyoOwner *self);

/** MYO_SQL_OWN: the name of who has the connection, or NULL
 * MYO_SQL_ELSEWHERE: whether the one whose name is given lives and is another */
#define MYO_SQL_OWN "myomap_own"
#define MYO_SQL_ELSEWHERE "myomap_elsewhere"

/** myo_owner_add_functions: makes both known to @connection.
 * @self: (nullable): whose it is, which outlives it; without one nobody is elsewhere */
void      myo_owner_add_functions (MyoOwner *self, sqlite3 *connection);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MyoOwner, myo_owner_free)

G_END_DECLS
