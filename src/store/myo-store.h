/* The records on disk: one SQLite file, one worker thread that owns the connection.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-records.h"

G_BEGIN_DECLS

#define MYO_TYPE_STORE (myo_store_get_type ())
G_DECLARE_FINAL_TYPE (MyoStore, myo_store, MYO, STORE, GObject)

/** myo_store_new: Implements #MyoRecords.
 * @folder: the folder (0700 once it is opened) that holds `records.db` (0600); nothing is opened yet */
MyoStore *myo_store_new (GFile *folder);

G_END_DECLS
