/* How the tables came to be: step N leads from version N - 1 to version N.
 *
 * The version is kept in the file (`user_version`), beside the number that tells Myomap's files from others
 * (`application_id`).  A step that was released is never changed; a change of the tables is a new step.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-database-private.h"

G_BEGIN_DECLS

/* "MYOM" */
#define MYO_APPLICATION_ID 0x4d594f4d

/** myo_migrations_get_steps: Returns: (transfer none): the statements of each step, ended by %NULL */
const char * const *myo_migrations_get_steps     (void);

/** myo_migrations_run: brings @database to the newest of @steps, all in one transaction: after a fault it is as it was.
 * Safe when another program does the same at the same moment.
 * @steps: ended by %NULL */
gboolean            myo_migrations_run           (MyoDatabase *database, const char * const *steps, GError **error);

/** myo_migrations_know_drawings: @known: (out): whether the tables have pain drawings, in words too, and what a search looks through;
 * %FALSE for the first version, where it cannot be upgraded, as in a file that cannot be written */
gboolean            myo_migrations_know_drawings (MyoDatabase *database, gboolean *known, GError **error);

/** myo_migrations_know_owners: @known: (out): whether the tables have the owners of sessions; as above */
gboolean            myo_migrations_know_owners   (MyoDatabase *database, gboolean *known, GError **error);

G_END_DECLS
