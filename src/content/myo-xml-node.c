/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-xml-node-private.h"

#include <string.h>

/* --- Elements --- */

gboolean
myo_xml_is_in (const xmlNode *node,
               const char    *space)
{
  return node->type == XML_ELEMENT_NODE && node->ns != NULL && strcmp ((const char *) node->ns->href, space) == 0;
}

const char *
myo_xml_get_name (const xmlNode *node)
{
  return (const char *) node->name;
}

int
myo_xml_get_line (const xmlNode *node)
{
  return (int) xmlGetLineNo ((xmlNode *) node);
}

static xmlNode *
first_element (xmlNode *node)
{
  while (node != NULL && node->type != XML_ELEMENT_NODE)
    node = node->next;
  return node;
}

xmlNode *
myo_xml_first_child (const xmlNode *node)
{
  return first_element (node->children);
}

xmlNode *
myo_xml_next (const xmlNode *node)
{
  return first_element (node->next);
}

/* --- Attributes --- */

/* Without entities a value is one text node, or none when it is empty. */
const char *
myo_xml_attribute_value (const xmlAttr *attribute)
{
  const xmlNode *text = attribute->children;

  return text != NULL && text->content != NULL ? (const char *) text->content : "";
}

const char *
myo_xml_get_attribute (const xmlNode *node,
                       const char    *name)
{
  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    if (attribute->ns == NULL && strcmp ((const char *) attribute->name, name) == 0)
      return myo_xml_attribute_value (attribute);
  return NULL;
}

/* --- Text --- */

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static void
append_collapsed (GString    *out,
                  const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (!is_blank (*p))
      g_string_append_c (out, *p);
    else if (out->len == 0 || out->str[out->len - 1] != ' ')
      g_string_append_c (out, ' ');
}

char *
myo_xml_get_text (const xmlNode *node)
{
  GString *out = g_string_new (NULL);

  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if ((child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) && child->content != NULL)
      append_collapsed (out, (const char *) child->content);
  return g_strstrip (g_string_free (out, FALSE));
}

char *
myo_xml_shorten (const char *value,
                 glong       most)
{
  const char *end = value;

  for (glong i = 0; i < most && *end != '\0'; i++)
    end = g_utf8_next_char (end);
  if (*end == '\0')
    return g_strdup (value);
  return g_strdup_printf ("%.*s…", (int) (end - value), value);
}
