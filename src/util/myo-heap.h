/* How the heap deals with pictures.
 *
 * The C library takes large blocks from the system one by one and gives each back when it is freed; but every such block that is freed
 * raises the size from which it does so, up to 32 MiB.  The first large picture that is let go thus moves all later ones into the heaps of
 * the threads that paint, where the small things between them never let them go back: after minutes of zooming 27 MiB were in use, and
 * 40 to 90 MiB kept that nobody used.  So the size is fixed: what goes, goes at once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** MYO_HEAP_LARGE: bytes; from this size on a block is the system's again as soon as it is freed.  Smaller pictures are those that come and
 * go with each click, for which a block from the heap is quicker */
#define MYO_HEAP_LARGE (512 * 1024)

/** myo_heap_set_up: has large blocks given back when they are freed; once, before there are threads */
void myo_heap_set_up (void);

G_END_DECLS
