/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-rng-rule-private.h"

#include <string.h>

#include "myo-rng-value-private.h"
#include "myo-xml-node-private.h"

/* Where a pattern stands: below optional and the like */
typedef struct
{
  gboolean required;
  gboolean repeats;
} Occurrence;

typedef struct
{
  MyoRngRule    *rule;
  const xmlNode *instance;
} Builder;

static void
attribute_free (MyoRngAttribute *self)
{
  g_ptr_array_unref (self->patterns);
  g_free (self);
}

static void
child_free (MyoRngChild *self)
{
  g_ptr_array_unref (self->elements);
  g_free (self);
}

/* --- Elements --- */

static gboolean
leads_to_elements (xmlNode *pattern)
{
  xmlNode *resolved = myo_rng_resolve (pattern);

  if (myo_rng_is (resolved, "element"))
    return TRUE;
  if (myo_rng_is (resolved, "attribute"))
    return FALSE;
  for (xmlNode *node = myo_xml_first_child (resolved); node != NULL; node = myo_xml_next (node))
    if (leads_to_elements (node))
      return TRUE;
  return FALSE;
}

static void
collect_elements (xmlNode   *pattern,
                  GPtrArray *elements)
{
  xmlNode *resolved = myo_rng_resolve (pattern);

  if (myo_rng_is (resolved, "element"))
    {
      g_ptr_array_add (elements, resolved);
      return;
    }
  for (xmlNode *node = myo_xml_first_child (resolved); node != NULL; node = myo_xml_next (node))
    collect_elements (node, elements);
}

static void
add_child (Builder    *builder,
           xmlNode    *pattern,
           Occurrence  occurrence)
{
  MyoRngChild *child = g_new0 (MyoRngChild, 1);

  child->elements = g_ptr_array_new ();
  child->required = occurrence.required;
  child->repeats = occurrence.repeats;
  collect_elements (pattern, child->elements);
  g_ptr_array_add (builder->rule->children, child);
}

/* --- Attributes --- */

static void
add_attribute (Builder    *builder,
               xmlNode    *pattern,
               Occurrence  occurrence)
{
  const char *name = myo_xml_get_attribute (pattern, "name");
  MyoRngAttribute *attribute = myo_rng_rule_get_attribute (builder->rule, name);

  if (attribute == NULL)
    {
      attribute = g_new0 (MyoRngAttribute, 1);
      attribute->name = name;
      attribute->required = occurrence.required;
      attribute->patterns = g_ptr_array_new ();
      g_ptr_array_add (builder->rule->attributes, attribute);
    }
  g_ptr_array_add (attribute->patterns, pattern);
}

/* Returns: whether the attributes that @instance has fit those of @group */
static gboolean
group_fits (xmlNode       *group,
            const xmlNode *instance)
{
  for (xmlNode *node = myo_xml_first_child (group); node != NULL; node = myo_xml_next (node))
    {
      g_autoptr(GPtrArray) patterns = g_ptr_array_new ();
      const char *value = NULL;

      if (myo_rng_is (node, "attribute"))
        value = myo_xml_get_attribute (instance, myo_xml_get_attribute (node, "name"));
      g_ptr_array_add (patterns, node);
      if (value != NULL && !myo_rng_value_fits (patterns, value))
        return FALSE;
    }
  return TRUE;
}

/* --- All patterns --- */

static void add_patterns (Builder *builder, xmlNode *container, Occurrence occurrence);

static void
add_groups (Builder    *builder,
            xmlNode    *choice,
            Occurrence  occurrence)
{
  for (xmlNode *group = myo_xml_first_child (choice); group != NULL; group = myo_xml_next (group))
    if (group_fits (group, builder->instance))
      {
        add_patterns (builder, group, occurrence);
        return;
      }
  add_patterns (builder, choice, (Occurrence) { FALSE, occurrence.repeats });
}

static void
add_choice (Builder    *builder,
            xmlNode    *choice,
            Occurrence  occurrence)
{
  xmlNode *first = myo_xml_first_child (choice);

  if (leads_to_elements (choice))
    add_child (builder, choice, occurrence);
  else if (first != NULL && myo_rng_is (first, "group"))
    add_groups (builder, choice, occurrence);
  else
    g_ptr_array_add (builder->rule->texts, choice);
}

static void
add_pattern (Builder    *builder,
             xmlNode    *pattern,
             Occurrence  occurrence)
{
  if (myo_rng_is (pattern, "element"))
    add_child (builder, pattern, occurrence);
  else if (myo_rng_is (pattern, "attribute"))
    add_attribute (builder, pattern, occurrence);
  else if (myo_rng_is (pattern, "ref"))
    add_patterns (builder, myo_rng_resolve (pattern), occurrence);
  else if (myo_rng_is (pattern, "group"))
    add_patterns (builder, pattern, occurrence);
  else if (myo_rng_is (pattern, "optional"))
    add_patterns (builder, pattern, (Occurrence) { FALSE, occurrence.repeats });
  else if (myo_rng_is (pattern, "zeroOrMore"))
    add_patterns (builder, pattern, (Occurrence) { FALSE, TRUE });
  else if (myo_rng_is (pattern, "oneOrMore"))
    add_patterns (builder, pattern, (Occurrence) { occurrence.required, TRUE });
  else if (myo_rng_is (pattern, "choice"))
    add_choice (builder, pattern, occurrence);
  else if (myo_rng_is (pattern, "data"))
    g_ptr_array_add (builder->rule->texts, pattern->parent);
}

static void
add_patterns (Builder    *builder,
              xmlNode    *container,
              Occurrence  occurrence)
{
  for (xmlNode *pattern = myo_xml_first_child (container); pattern != NULL; pattern = myo_xml_next (pattern))
    add_pattern (builder, pattern, occurrence);
}

/* --- Public --- */

MyoRngRule *
myo_rng_rule_new (xmlNode       *definition,
                  const xmlNode *instance)
{
  MyoRngRule *self = g_new0 (MyoRngRule, 1);
  Builder builder = { self, instance };

  self->attributes = g_ptr_array_new_with_free_func ((GDestroyNotify) attribute_free);
  self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) child_free);
  self->texts = g_ptr_array_new ();
  add_patterns (&builder, definition, (Occurrence) { TRUE, FALSE });
  return self;
}

void
myo_rng_rule_free (MyoRngRule *self)
{
  g_ptr_array_unref (self->attributes);
  g_ptr_array_unref (self->children);
  g_ptr_array_unref (self->texts);
  g_free (self);
}

MyoRngAttribute *
myo_rng_rule_get_attribute (const MyoRngRule *self,
                            const char       *name)
{
  for (guint i = 0; i < self->attributes->len; i++)
    {
      MyoRngAttribute *attribute = g_ptr_array_index (self->attributes, i);

      if (g_strcmp0 (attribute->name, name) == 0)
        return attribute;
    }
  return NULL;
}

xmlNode *
myo_rng_child_get_element (const MyoRngChild *self,
                           const char        *name)
{
  for (guint i = 0; i < self->elements->len; i++)
    {
      xmlNode *element = g_ptr_array_index (self->elements, i);

      if (g_strcmp0 (myo_xml_get_attribute (element, "name"), name) == 0)
        return element;
    }
  return NULL;
}

char *
myo_rng_child_describe (const MyoRngChild *self)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < self->elements->len; i++)
    g_string_append_printf (names, "%s<%s>", i > 0 ? ", " : "",
                            myo_xml_get_attribute (g_ptr_array_index (self->elements, i), "name"));
  return g_string_free (names, FALSE);
}
