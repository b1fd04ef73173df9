/* Texts as they are compared when someone searches: case, accents and punctuation do not count.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** myo_fold_words: @text: (nullable): may hold bytes that are no text
 * Returns: (transfer full): its words, each with one blank before it, without case, accents and punctuation; "" when there is none */
char *myo_fold_words (const char *text);

G_END_DECLS
