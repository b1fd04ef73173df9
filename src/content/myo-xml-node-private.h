/* Looking into the elements of an XML document that was read without entities.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

/** myo_xml_is_in: Returns: whether @node is an element of the namespace @space */
gboolean    myo_xml_is_in           (const xmlNode *node, const char *space);
/** myo_xml_get_name: Returns: (transfer none): the local name of an element */
const char *myo_xml_get_name        (const xmlNode *node);
/** myo_xml_get_line: Returns: the line on which the start tag of @node ends */
int         myo_xml_get_line        (const xmlNode *node);
/** myo_xml_get_attribute: Returns: (transfer none) (nullable): the value of an attribute without namespace */
const char *myo_xml_get_attribute   (const xmlNode *node, const char *name);
/** myo_xml_attribute_value: Returns: (transfer none): the value of @attribute, maybe "" */
const char *myo_xml_attribute_value (const xmlAttr *attribute);
/** myo_xml_get_text: Returns: (transfer full): the text of @node, every run of white space one blank, none at the ends */
char       *myo_xml_get_text        (const xmlNode *node);
/** myo_xml_shorten: Returns: (transfer full): what is written in a file, UTF-8, cut to @most characters for a sentence about it */
char       *myo_xml_shorten         (const char *value, glong most);

/** myo_xml_first_child: Returns: (transfer none) (nullable): the first child that is an element */
xmlNode    *myo_xml_first_child     (const xmlNode *node);
/** myo_xml_next: Returns: (transfer none) (nullable): the next sibling that is an element */
xmlNode    *myo_xml_next            (const xmlNode *node);

G_END_DECLS
