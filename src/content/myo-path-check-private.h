/* Is this SVG path data, inside the body's frame?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* mm: areas may reach a little beyond the drawing, not more */
#define MYO_PATH_MIN (-50.0)
#define MYO_PATH_MAX 1850.0

/** myo_path_check: knows all commands of SVG path data, absolute and relative.
 * @path: path data in mm
 * Returns: (transfer full) (nullable): what is wrong with it, as a phrase that can follow a colon; %NULL when nothing is */
char *myo_path_check (const char *path);

G_END_DECLS
