/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-rng-value-private.h"

#include <glib/gi18n-lib.h>
#include <libxml/xmlregexp.h>
#include <string.h>

#include "myo-xml-node-private.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlRegexp, xmlRegFreeRegexp)

/* What the patterns of the grammar mean.  Path data is told by myo_path_check(), which knows the reason. */
static const struct { const char *start, *words; } pattern_words[] = {
  { "[a-z0-9]+(-", N_("small letters a–z and digits, with single hyphens between them") },
  { "TrP", N_("TrP1, TrP2 … TrP99") },
  { "[0-9]{3,7}", N_("a number of 3 to 7 digits") },
  { "[0-9]{1,8}", N_("a number of at most 8 digits") },
  { "10\\.", N_("a DOI, which begins with 10.") },
  { "[Mm]", NULL },
};

/* --- The grammar --- */

gboolean
myo_rng_is (const xmlNode *pattern,
            const char    *name)
{
  return strcmp ((const char *) pattern->name, name) == 0;
}

xmlNode *
myo_rng_resolve (xmlNode *pattern)
{
  const char *name;

  if (!myo_rng_is (pattern, "ref"))
    return pattern;
  name = myo_xml_get_attribute (pattern, "name");
  for (xmlNode *node = myo_xml_first_child (xmlDocGetRootElement (pattern->doc)); node != NULL; node = myo_xml_next (node))
    if (myo_rng_is (node, "define") && g_strcmp0 (myo_xml_get_attribute (node, "name"), name) == 0)
      return node;
  return pattern;
}

/* --- One kind of data ---
 *
 * Translators: these are phrases that follow “must be”, as in “The attribute “x” is “y”, but must be a number from 3 to 60.” */

static gboolean
is_number (const char *value,
           gboolean    whole)
{
  return g_regex_match_simple (whole ? "^[+-]?[0-9]+$" : "^[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)$", value, 0, 0);
}

static gboolean
matches (const char *pattern,
         const char *value)
{
  g_autoptr(xmlRegexp) regexp = xmlRegexpCompile ((const xmlChar *) pattern);

  return regexp != NULL && xmlRegexpExec (regexp, (const xmlChar *) value) == 1;
}

static gboolean
obeys (const char *param,
       const char *limit,
       const char *value)
{
  if (strcmp (param, "minInclusive") == 0)
    return g_ascii_strtod (value, NULL) >= g_ascii_strtod (limit, NULL);
  if (strcmp (param, "maxInclusive") == 0)
    return g_ascii_strtod (value, NULL) <= g_ascii_strtod (limit, NULL);
  if (strcmp (param, "minLength") == 0)
    return g_utf8_strlen (value, -1) >= g_ascii_strtoll (limit, NULL, 10);
  if (strcmp (param, "maxLength") == 0)
    return g_utf8_strlen (value, -1) <= g_ascii_strtoll (limit, NULL, 10);
  if (strcmp (param, "pattern") == 0)
    return matches (limit, value);
  return TRUE;
}

/* Returns: (nullable): the text of that parameter of @data */
static char *
get_param (xmlNode    *data,
           const char *name)
{
  for (xmlNode *param = myo_xml_first_child (data); param != NULL; param = myo_xml_next (param))
    if (g_strcmp0 (myo_xml_get_attribute (param, "name"), name) == 0)
      return myo_xml_get_text (param);
  return NULL;
}

static gboolean
fits_data (xmlNode    *data,
           const char *value)
{
  const char *type = myo_xml_get_attribute (data, "type");
  gboolean whole = g_strcmp0 (type, "integer") == 0;

  if ((whole || g_strcmp0 (type, "decimal") == 0) && !is_number (value, whole))
    return FALSE;
  for (xmlNode *param = myo_xml_first_child (data); param != NULL; param = myo_xml_next (param))
    {
      g_autofree char *limit = myo_xml_get_text (param);

      if (!obeys (myo_xml_get_attribute (param, "name"), limit, value))
        return FALSE;
    }
  return TRUE;
}

static char *
words_for_pattern (const char *pattern)
{
  for (guint i = 0; i < G_N_ELEMENTS (pattern_words); i++)
    if (g_str_has_prefix (pattern, pattern_words[i].start))
      return g_strdup (pattern_words[i].words != NULL ? _(pattern_words[i].words) : NULL);
  return g_strdup_printf (_("of the form %s"), pattern);
}

static char *
words_for_data (xmlNode    *data,
                const char *value)
{
  g_autofree char *min = get_param (data, "minInclusive");
  g_autofree char *max = get_param (data, "maxInclusive");
  g_autofree char *max_length = get_param (data, "maxLength");
  g_autofree char *pattern = get_param (data, "pattern");
  glong length = g_utf8_strlen (value, -1);

  if (min != NULL && max != NULL && g_strcmp0 (myo_xml_get_attribute (data, "type"), "integer") == 0)
    return g_strdup_printf (_("a whole number from %s to %s"), min, max);
  if (min != NULL && max != NULL)
    return g_strdup_printf (_("a number from %s to %s"), min, max);
  if (max_length != NULL && length > g_ascii_strtoll (max_length, NULL, 10))
    return g_strdup_printf (_("at most %s characters long; it has %ld"), max_length, length);
  if (pattern != NULL)
    return words_for_pattern (pattern);
  return g_strdup (_("at least one character long"));
}

/* --- All kinds of patterns --- */

static gboolean fits (xmlNode *pattern, const char *value);

static gboolean
fits_any (xmlNode    *container,
          const char *value)
{
  for (xmlNode *pattern = myo_xml_first_child (container); pattern != NULL; pattern = myo_xml_next (pattern))
    if (fits (pattern, value))
      return TRUE;
  return FALSE;
}

/* A list: blanks between values, each of which fits what is repeated. */
static gboolean
fits_list (xmlNode    *list,
           const char *value)
{
  g_auto(GStrv) words = g_strsplit (value, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (!fits_any (myo_xml_first_child (list), words[i]))
      return FALSE;
  return words[0] != NULL;
}

static gboolean
fits (xmlNode    *pattern,
      const char *value)
{
  if (myo_rng_is (pattern, "value"))
    {
      g_autofree char *wanted = myo_xml_get_text (pattern);

      return strcmp (wanted, value) == 0;
    }
  if (myo_rng_is (pattern, "data"))
    return fits_data (pattern, value);
  if (myo_rng_is (pattern, "list"))
    return fits_list (pattern, value);
  if (myo_rng_is (pattern, "ref"))
    return fits_any (myo_rng_resolve (pattern), value);
  return fits_any (pattern, value);
}

static char *
collapse (const char *value)
{
  g_autofree char *plain = g_strdelimit (g_strdup (value), "\t\r\n", ' ');
  g_auto(GStrv) words = g_strsplit (plain, " ", -1);
  GString *out = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", words[i]);
  return g_string_free (out, FALSE);
}

gboolean
myo_rng_value_fits (GPtrArray  *containers,
                    const char *value)
{
  g_autofree char *collapsed = collapse (value);

  for (guint i = 0; i < containers->len; i++)
    if (fits_any (g_ptr_array_index (containers, i), collapsed))
      return TRUE;
  return FALSE;
}

/* Adds the literal values below @container to @values; the first data pattern goes to @data. */
static void
gather (xmlNode   *container,
        GPtrArray *values,
        xmlNode  **data)
{
  for (xmlNode *pattern = myo_xml_first_child (container); pattern != NULL; pattern = myo_xml_next (pattern))
    {
      if (myo_rng_is (pattern, "value"))
        g_ptr_array_add (values, myo_xml_get_text (pattern));
      else if (myo_rng_is (pattern, "data"))
        *data = *data != NULL ? *data : pattern;
      else
        gather (myo_rng_resolve (pattern), values, data);
    }
}

char *
myo_rng_value_words (GPtrArray  *containers,
                     const char *value)
{
  g_autofree char *collapsed = collapse (value);
  g_autoptr(GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;
  xmlNode *data = NULL;

  for (guint i = 0; i < containers->len; i++)
    gather (g_ptr_array_index (containers, i), values, &data);
  if (data != NULL)
    return words_for_data (data, collapsed);
  if (values->len == 1)
    return g_strdup_printf ("“%s”", (char *) g_ptr_array_index (values, 0));

  g_ptr_array_add (values, NULL);
  joined = g_strjoinv (", ", (char **) values->pdata);
  return g_strdup_printf (_("one of these: %s"), joined);
}
