/* One XML file, parsed: well formed, without a document type, of bounded size and depth; and how to look into it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

#define MYO_ATLAS_NAMESPACE "https://myomap.github.io/ns/atlas/1"
#define MYO_ATLAS_MAX_BYTES (4 * 1024 * 1024)

typedef struct
{
  char   *name;              /* what to call it in errors */
  xmlDoc *xml;
} MyoAtlasDocument;

/** myo_atlas_document_parse: nothing is fetched and no entity is expanded: a file that declares any is refused.
 * @problems: gets the first fault
 * Returns: (transfer full) (nullable) */
MyoAtlasDocument *myo_atlas_document_parse    (GBytes *bytes, const char *name, GPtrArray *problems);
/** myo_atlas_document_free: frees @self, never %NULL, and its XML */
void              myo_atlas_document_free     (MyoAtlasDocument *self);
/** myo_atlas_document_get_root: Returns: (transfer none): never %NULL */
xmlNode          *myo_atlas_document_get_root (MyoAtlasDocument *self);

/** myo_xml_is: Returns: whether @node is the atlas element @name */
gboolean          myo_xml_is                  (const xmlNode *node, const char *name);
/** myo_xml_get_name: Returns: the local name of an element */
const char       *myo_xml_get_name            (const xmlNode *node);
/** myo_xml_get_line: Returns: the line on which the start tag of @node ends */
int               myo_xml_get_line            (const xmlNode *node);
/** myo_xml_get_attribute: Returns: (transfer none) (nullable): the value of an attribute without namespace */
const char       *myo_xml_get_attribute       (const xmlNode *node, const char *name);
/** myo_xml_attribute_value: Returns: (transfer none): the value of @attribute, maybe "" */
const char       *myo_xml_attribute_value     (const xmlAttr *attribute);
/** myo_xml_get_text: Returns: (transfer full): the text of @node, every run of white space one blank, none at the ends */
char             *myo_xml_get_text            (const xmlNode *node);

/** myo_xml_first_child: Returns: (nullable): the first child that is an element */
xmlNode          *myo_xml_first_child         (const xmlNode *node);
/** myo_xml_next: Returns: (nullable): the next sibling that is an element */
xmlNode          *myo_xml_next                (const xmlNode *node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MyoAtlasDocument, myo_atlas_document_free)

G_END_DECLS
