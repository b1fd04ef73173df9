/* What one element may hold, read off a RELAX NG grammar: attributes, then child elements in a fixed order, or text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

typedef struct
{
  const char *name;
  gboolean    required;
  GPtrArray  *patterns;      /* of xmlNode: the value fits one of them */
} MyoRngAttribute;

typedef struct
{
  GPtrArray *elements;       /* of xmlNode: patterns of the elements that may stand here */
  gboolean   required;
  gboolean   repeats;
} MyoRngChild;

typedef struct
{
  GPtrArray *attributes;     /* of MyoRngAttribute */
  GPtrArray *children;       /* of MyoRngChild, in their order */
  GPtrArray *texts;          /* of xmlNode: containers of the patterns of its text; empty: no text */
} MyoRngRule;

/** myo_rng_rule_new: @definition: the `element` pattern; @instance: the element that it has to describe: where the grammar offers
 * groups of attributes, the one that @instance comes near to is taken */
MyoRngRule      *myo_rng_rule_new            (xmlNode *definition, const xmlNode *instance);
/** myo_rng_rule_free: frees @self, never %NULL, but not the grammar */
void             myo_rng_rule_free           (MyoRngRule *self);
/** myo_rng_rule_get_attribute: Returns: (transfer none) (nullable) */
MyoRngAttribute *myo_rng_rule_get_attribute  (const MyoRngRule *self, const char *name);
/** myo_rng_child_get_element: Returns: (transfer none) (nullable): the pattern of the element @name, if it may stand here */
xmlNode         *myo_rng_child_get_element   (const MyoRngChild *self, const char *name);
/** myo_rng_child_describe: Returns: (transfer full): "<a>, <b>" */
char            *myo_rng_child_describe      (const MyoRngChild *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MyoRngRule, myo_rng_rule_free)

G_END_DECLS
