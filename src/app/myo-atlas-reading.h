/* The atlas, read in a thread: the built-in one first, then with a person's packs.
 *
 * The built-in atlas is ours and bounded; it is waited for.  Packs come from outside, from a disk that may sleep or a share that may be
 * gone: nobody waits for them on the main thread.  They come into the atlas before anything is made of it, or not in this run at all:
 * drafts, sessions and what is selected may name what is in a pack, so that an atlas which changes under them would tell two stories.
 *
 *   begin → built-in read → packs read → taken           the daily way, before GTK is up
 *                        ↘ patience ends → taken         with the built-in atlas, and a problem that says so
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-atlas-reader.h"
#include "myo-clock.h"

G_BEGIN_DECLS

typedef struct _MyoAtlasReading MyoAtlasReading;

/** MyoPacksFunc: as myo_atlas_load_packs(), from a thread */
typedef GPtrArray *(*MyoPacksFunc) (MyoAtlas *atlas, GFile *folder);

/** MyoAtlasReadFunc: there is nothing more to wait for */
typedef void (*MyoAtlasReadFunc) (gpointer data);

/** myo_atlas_reading_begin: @folder: of the packs, maybe missing.  Returns: (transfer full) */
MyoAtlasReading *myo_atlas_reading_begin  (GFile *folder, MyoPacksFunc load_packs);

/** myo_atlas_reading_wait: waits for the built-in atlas, and for packs @us at most.  Returns: whether all is read */
gboolean         myo_atlas_reading_wait   (MyoAtlasReading *self, gint64 us);

/** myo_atlas_reading_follow: calls @func once, from the main loop, when all is read or @patience µs of @clock have gone by, unless @self is
 * freed before; the next asking takes the place of the one before */
void             myo_atlas_reading_follow (MyoAtlasReading *self, MyoClock *clock, gint64 patience, MyoAtlasReadFunc func, gpointer data);

/** myo_atlas_reading_take: what there is by now; what is read later is thrown away.
 * @problems: (out) (transfer full) (nullable): what packs were refused for, or that they were not waited for
 * Returns: (transfer full) (nullable): %NULL with @error when the built-in atlas cannot be read */
MyoAtlas        *myo_atlas_reading_take   (MyoAtlasReading *self, GPtrArray **problems, GError **error);

/** myo_atlas_reading_free: waits for nothing: a thread that hangs is left alone */
void             myo_atlas_reading_free   (MyoAtlasReading *self);

/** myo_atlas_reading_is_any_left: Returns: whether a thread still reads, also of what is freed: then the program must end without taking
 * down what the thread uses, as the handlers of exit() do */
gboolean         myo_atlas_reading_is_any_left (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MyoAtlasReading, myo_atlas_reading_free)

G_END_DECLS
