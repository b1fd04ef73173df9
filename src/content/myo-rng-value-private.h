/* Values against the data patterns of a RELAX NG grammar, with the reason when they do not fit.
 *
 * Knows what the atlas' grammar uses: value, choice, list, ref, and data of the types token, integer and decimal.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

/** myo_rng_is: Returns: whether @pattern is the RELAX NG element @name */
gboolean  myo_rng_is          (const xmlNode *pattern, const char *name);
/** myo_rng_resolve: Returns: (transfer none): what a `ref` refers to, or @pattern itself */
xmlNode  *myo_rng_resolve     (xmlNode *pattern);

/** myo_rng_value_fits: @containers: (element-type xmlNode): patterns whose children describe the value; one has to fit */
gboolean  myo_rng_value_fits  (GPtrArray *containers, const char *value);

/** myo_rng_value_words: Returns: (transfer full) (nullable): what @value, which does not fit, would have to be: a phrase to follow
 * "must be"; %NULL when another check tells it better */
char     *myo_rng_value_words (GPtrArray *containers, const char *value);

G_END_DECLS
