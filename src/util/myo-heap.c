/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-heap.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

void
myo_heap_set_up (void)
{
#ifdef __GLIBC__
  mallopt (M_MMAP_THRESHOLD, MYO_HEAP_LARGE);
#endif
}
