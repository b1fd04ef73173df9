/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-xml-value-private.h"

#include <libintl.h>
#include <string.h>

#include "myo-xml-node-private.h"

/* --- Texts --- */

/* The look-up has to see the text as xgettext writes it into the catalogue: every run of white space one blank, none at the
 * ends.  Never look up "": that is the catalogue's header. */
char *
myo_xml_translate_text (const xmlNode *node)
{
  g_autofree char *text = myo_xml_get_text (node);
  const char *translated = *text != '\0' ? dgettext (GETTEXT_PACKAGE, text) : text;

  return translated == text ? g_steal_pointer (&text) : g_strdup (translated);
}

void
myo_xml_set_text (char          **text,
                  const xmlNode  *node)
{
  g_free (*text);
  *text = myo_xml_translate_text (node);
}

/* --- Attributes --- */

char *
myo_xml_dup_attribute (const xmlNode *node,
                       const char    *name)
{
  return g_strdup (myo_xml_get_attribute (node, name));
}

char *
myo_xml_dup_needed (const xmlNode *node,
                    const char    *name)
{
  const char *value = myo_xml_get_attribute (node, name);

  return g_strdup (value != NULL ? value : "");
}

int
myo_xml_get_int (const xmlNode *node,
                 const char    *name,
                 int            fallback)
{
  const char *value = myo_xml_get_attribute (node, name);

  return value != NULL ? (int) g_ascii_strtoll (value, NULL, 10) : fallback;
}

double
myo_xml_get_double (const xmlNode *node,
                    const char    *name)
{
  const char *value = myo_xml_get_attribute (node, name);

  return value != NULL ? g_ascii_strtod (value, NULL) : 0.0;
}

guint
myo_xml_get_choice (const xmlNode      *node,
                    const char         *name,
                    const char * const *values)
{
  const char *value = myo_xml_get_attribute (node, name);

  for (guint i = 0; value != NULL && values[i] != NULL; i++)
    if (strcmp (values[i], value) == 0)
      return i;
  return 0;
}

char
myo_xml_get_grade (const xmlNode *node)
{
  const char *value = myo_xml_get_attribute (node, "grade");

  return value != NULL && *value != '\0' ? *value : 'C';
}

MyoView
myo_xml_get_view (const xmlNode *node)
{
  MyoView view = MYO_VIEW_FRONT;

  myo_view_from_nick (myo_xml_get_attribute (node, "view"), &view);
  return view;
}

guint
myo_xml_get_views (const xmlNode *node)
{
  const char *value = myo_xml_get_attribute (node, "views");
  g_auto(GStrv) nicks = g_strsplit_set (value != NULL ? value : "", " \t\r\n", -1);
  guint mask = 0;

  for (guint i = 0; nicks[i] != NULL; i++)
    {
      MyoView view;

      if (myo_view_from_nick (nicks[i], &view))
        mask |= 1u << view;
    }
  return mask;
}
