/* Every fault in words for a person: what happened, what is safe, what to do.  The only file that words them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** myo_report_words: Returns: (transfer full): one or two sentences; the technical message follows in brackets where it helps */
char *myo_report_words (const GError *error);

G_END_DECLS
