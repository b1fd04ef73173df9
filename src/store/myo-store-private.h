/* Shared by the files of the store: -backups (it as the backups of the records).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-backups.h"
#include "myo-store-worker-private.h"
#include "myo-store.h"

G_BEGIN_DECLS

/** myo_store_get_worker: Returns: (transfer none) */
MyoStoreWorker *myo_store_get_worker   (MyoStore *self);
/** myo_store_backups_init: implements the interface of the backups */
void            myo_store_backups_init (MyoBackupsInterface *iface);

G_END_DECLS
