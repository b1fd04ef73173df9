/* What tells one build of the program from every other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** myo_build_id_get: the identifier that the linker gave to the running program: a checksum of all that is in it, code and drawings.
 * Any thread.
 * Returns: (transfer full) (nullable): as hexadecimal digits; %NULL when the linker gave none */
char *myo_build_id_get (void);

G_END_DECLS
