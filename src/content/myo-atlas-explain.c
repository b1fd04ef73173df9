/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-atlas-explain-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "myo-atlas-problems-private.h"
#include "myo-rng-rule-private.h"
#include "myo-rng-value-private.h"
#include "myo-xml-node-private.h"

#define MAX_VALUE_SHOWN 60

typedef struct
{
  MyoAtlasDocument *document;
  GPtrArray        *problems;
} Walk;

#define complain(walk, node, ...) \
  myo_atlas_problems_add ((walk)->problems, (walk)->document->name, myo_xml_get_line (node), __VA_ARGS__)

/* Returns: an element as a person finds it again: "<step>", or with its id */
static char *
describe (const xmlNode *node)
{
  const char *id = myo_xml_get_attribute (node, "id");
  g_autofree char *shown = id != NULL ? myo_xml_shorten (id, MAX_VALUE_SHOWN) : NULL;

  if (id == NULL)
    return g_strdup_printf ("<%s>", myo_xml_get_name (node));
  return g_strdup_printf ("<%s id=\"%s\">", myo_xml_get_name (node), shown);
}

/* --- Attributes --- */

static char *
list_attributes (MyoRngRule *rule)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < rule->attributes->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            ((MyoRngAttribute *) g_ptr_array_index (rule->attributes, i))->name);
  return g_string_free (names, FALSE);
}

static void
explain_attribute (Walk          *walk,
                   const xmlNode *node,
                   const xmlAttr *attribute,
                   MyoRngRule    *rule)
{
  const char *name = (const char *) attribute->name;
  const char *value = myo_xml_attribute_value (attribute);
  MyoRngAttribute *allowed = attribute->ns == NULL ? myo_rng_rule_get_attribute (rule, name) : NULL;
  g_autofree char *element = describe (node);
  g_autofree char *names = list_attributes (rule);
  g_autofree char *shown = myo_xml_shorten (value, MAX_VALUE_SHOWN);
  g_autofree char *words = NULL;

  if (allowed == NULL && rule->attributes->len == 0)
    /* Translators: an attribute of XML; an element such as <step> */
    complain (walk, node, _("The attribute “%s” is not allowed in %s, which takes none."), name, element);
  else if (allowed == NULL)
    /* Translators: an attribute of XML; an element such as <step>; the attributes it may have */
    complain (walk, node, _("The attribute “%s” is not allowed in %s; allowed are: %s."), name, element, names);
  else if (!myo_rng_value_fits (allowed->patterns, value))
    words = myo_rng_value_words (allowed->patterns, value);
  if (words != NULL)
    /* Translators: an attribute; its element; its value; a phrase such as “a number from 3 to 60” */
    complain (walk, node, _("The attribute “%s” of %s is “%s”, but must be %s."), name, element, shown, words);
}

static void
explain_attributes (Walk          *walk,
                    const xmlNode *node,
                    MyoRngRule    *rule)
{
  g_autofree char *element = describe (node);

  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    explain_attribute (walk, node, attribute, rule);
  for (guint i = 0; i < rule->attributes->len; i++)
    {
      MyoRngAttribute *attribute = g_ptr_array_index (rule->attributes, i);

      if (attribute->required && myo_xml_get_attribute (node, attribute->name) == NULL)
        /* Translators: an element such as <step>; an attribute */
        complain (walk, node, _("%s needs the attribute “%s”."), element, attribute->name);
    }
}

/* --- Text --- */

static void
explain_text (Walk          *walk,
              const xmlNode *node,
              MyoRngRule    *rule)
{
  g_autofree char *text = myo_xml_get_text (node);
  g_autofree char *element = describe (node);
  g_autofree char *words = NULL;

  if (rule->texts->len == 0)
    {
      if (*text != '\0')
        complain (walk, node, _("%s must not hold text of its own."), element);
      return;
    }
  if (myo_rng_value_fits (rule->texts, text))
    return;
  words = myo_rng_value_words (rule->texts, text);
  if (words != NULL)
    /* Translators: an element such as <summary>; a phrase such as “at most 160 characters long; it has 201” */
    complain (walk, node, _("The text of %s must be %s."), element, words);
}

/* --- Children --- */

static void explain_element (Walk *walk, const xmlNode *node, xmlNode *definition);

/* How far the children have been followed along the rule */
typedef struct
{
  const xmlNode *parent;
  MyoRngRule    *rule;
  guint          at;         /* the child rule reached */
  guint          count;      /* how many elements stand for it so far */
} Sequence;

static MyoRngChild *
child_at (Sequence *sequence,
          guint     at)
{
  return g_ptr_array_index (sequence->rule->children, at);
}

/* Returns: the first child rule from @from on that takes @name, or their number */
static guint
find_child (Sequence   *sequence,
            guint       from,
            const char *name)
{
  guint n = sequence->rule->children->len;

  for (guint i = from; i < n; i++)
    if (myo_rng_child_get_element (child_at (sequence, i), name) != NULL)
      return i;
  return n;
}

/* Goes on to the child rule @to; what had to stand between and does not is a fault. */
static void
advance (Walk          *walk,
         Sequence      *sequence,
         guint          to,
         const xmlNode *before)
{
  g_autofree char *parent = describe (sequence->parent);

  for (; sequence->at < to; sequence->at++, sequence->count = 0)
    {
      MyoRngChild *child = child_at (sequence, sequence->at);
      g_autofree char *names = myo_rng_child_describe (child);

      if (!child->required || sequence->count > 0)
        continue;
      if (before != NULL)
        /* Translators: an element; the one it lacks; the one that stands in its place */
        complain (walk, before, _("%s needs %s before <%s>."), parent, names, myo_xml_get_name (before));
      else
        /* Translators: an element; the one it lacks */
        complain (walk, sequence->parent, _("%s needs %s."), parent, names);
    }
}

static void
explain_stranger (Walk          *walk,
                  Sequence      *sequence,
                  const xmlNode *node)
{
  g_autofree char *parent = describe (sequence->parent);
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; i < sequence->rule->children->len; i++)
    {
      g_autofree char *child = myo_rng_child_describe (child_at (sequence, i));

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", child);
    }
  if (names->len > 0)
    /* Translators: an element; the one it stands in; those that may stand there */
    complain (walk, node, _("<%s> is not allowed in %s; allowed are: %s."), myo_xml_get_name (node), parent, names->str);
  else
    /* Translators: an element; the one it stands in */
    complain (walk, node, _("<%s> is not allowed in %s, which holds no elements."), myo_xml_get_name (node), parent);
}

static void
explain_place (Walk          *walk,
               Sequence      *sequence,
               const xmlNode *node,
               guint          belongs)
{
  g_autofree char *parent = describe (sequence->parent);
  g_autofree char *after = NULL;

  if (belongs == sequence->at)
    {
      /* Translators: an element; the one that stands in it twice */
      complain (walk, node, _("%s may hold only one <%s>."), parent, myo_xml_get_name (node));
      return;
    }
  after = myo_rng_child_describe (child_at (sequence, belongs + 1));
  /* Translators: an element; the one it stands in; the one that comes after it */
  complain (walk, node, _("<%s> stands too late in %s: it belongs before %s."), myo_xml_get_name (node), parent, after);
}

static void
explain_child (Walk          *walk,
               Sequence      *sequence,
               const xmlNode *node)
{
  const char *name = myo_xml_get_name (node);
  guint n = sequence->rule->children->len;
  gboolean current_full = sequence->at < n && sequence->count > 0 && !child_at (sequence, sequence->at)->repeats;
  guint found = myo_atlas_element_is (node, name) ? find_child (sequence, sequence->at + current_full, name) : n;
  guint belongs = found < n ? found : myo_atlas_element_is (node, name) ? find_child (sequence, 0, name) : n;

  if (belongs == n)
    {
      explain_stranger (walk, sequence, node);
      return;
    }
  if (found < n)
    {
      advance (walk, sequence, found, node);
      sequence->count++;
    }
  else
    explain_place (walk, sequence, node, belongs);
  explain_element (walk, node, myo_rng_child_get_element (child_at (sequence, belongs), name));
}

static void
explain_element (Walk          *walk,
                 const xmlNode *node,
                 xmlNode       *definition)
{
  g_autoptr(MyoRngRule) rule = myo_rng_rule_new (definition, node);
  Sequence sequence = { node, rule };

  explain_attributes (walk, node, rule);
  for (const xmlNode *child = myo_xml_first_child (node); child != NULL && !myo_atlas_problems_are_full (walk->problems);
       child = myo_xml_next (child))
    explain_child (walk, &sequence, child);
  advance (walk, &sequence, rule->children->len, NULL);
  explain_text (walk, node, rule);
}

/* --- The root --- */

static xmlNode *
find_start (xmlDoc *grammar)
{
  xmlNode *node = myo_xml_first_child (xmlDocGetRootElement (grammar));

  while (node != NULL && !myo_rng_is (node, "start"))
    node = myo_xml_next (node);
  return node != NULL ? myo_xml_first_child (node) : NULL;
}

void
myo_atlas_explain (xmlDoc           *grammar,
                   MyoAtlasDocument *document,
                   GPtrArray        *problems)
{
  Walk walk = { document, problems };
  xmlNode *root = myo_atlas_document_get_root (document);
  xmlNode *start = find_start (grammar);
  const char *name = myo_xml_get_attribute (start, "name");

  if (myo_atlas_element_is (root, name))
    explain_element (&walk, root, start);
  else if (strcmp (myo_xml_get_name (root), name) == 0)
    complain (&walk, root, _("<%s> must be in the namespace of the atlas: xmlns=\"%s\"."), name, MYO_ATLAS_NAMESPACE);
  else
    complain (&walk, root, _("The file must begin with <%s xmlns=\"%s\">, but begins with <%s>."),
              name, MYO_ATLAS_NAMESPACE, myo_xml_get_name (root));
}
