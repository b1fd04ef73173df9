/* What the files of this folder share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <librsvg/rsvg.h>

#include "myo-cairo.h"

G_BEGIN_DECLS

/* librsvg defines none of its own. */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RsvgHandle, g_object_unref)

/** MYO_DRAWING_MAX_BYTES: a file that is larger is no drawing of ours and is not parsed */
#define MYO_DRAWING_MAX_BYTES (8u << 20)

G_END_DECLS
