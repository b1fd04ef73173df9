/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-atlas-document-private.h"

#include <string.h>

#include "myo-atlas-problems-private.h"
#include "myo-xml-intake-private.h"
#include "myo-xml-node-private.h"

static const MyoXmlLimits limits = {
  .max_bytes = MYO_ATLAS_MAX_BYTES,
  .max_elements = MYO_ATLAS_MAX_ELEMENTS,
  .max_text = MYO_ATLAS_MAX_TEXT,
};

MyoAtlasDocument *
myo_atlas_document_parse (GBytes     *bytes,
                          const char *name,
                          GPtrArray  *problems)
{
  g_auto(MyoXmlFault) fault = { 0, NULL };
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  xmlDoc *xml = myo_xml_read (data, length, name, "atlas", &limits, &fault);
  MyoAtlasDocument *self;

  if (xml == NULL)
    {
      myo_atlas_problems_add (problems, name, fault.line, "%s", fault.reason);
      return NULL;
    }
  self = g_new0 (MyoAtlasDocument, 1);
  self->name = g_strdup (name);
  self->xml = xml;
  return self;
}

void
myo_atlas_document_free (MyoAtlasDocument *self)
{
  xmlFreeDoc (self->xml);
  g_free (self->name);
  g_free (self);
}

xmlNode *
myo_atlas_document_get_root (MyoAtlasDocument *self)
{
  return xmlDocGetRootElement (self->xml);
}

gboolean
myo_atlas_element_is (const xmlNode *node,
                      const char    *name)
{
  return strcmp (myo_xml_get_name (node), name) == 0 && myo_xml_is_in (node, MYO_ATLAS_NAMESPACE);
}
