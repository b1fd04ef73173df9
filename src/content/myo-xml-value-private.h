/* What an element of the atlas says, as the model holds it: texts in the language of the locale, numbers, choices, views.
 *
 * For elements that have been checked: what is not there or cannot be read becomes a value that does no harm.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>

#include "myo-body.h"

G_BEGIN_DECLS

/** myo_xml_translate_text: Returns: (transfer full): the text of @node, translated where the catalogue has it */
char   *myo_xml_translate_text (const xmlNode *node);
/** myo_xml_set_text: @text: (inout) (transfer full): replaced by the translated text of @node */
void    myo_xml_set_text       (char **text, const xmlNode *node);

/** myo_xml_dup_attribute: Returns: (transfer full) (nullable): its value */
char   *myo_xml_dup_attribute  (const xmlNode *node, const char *name);
/** myo_xml_dup_needed: Returns: (transfer full): its value, "" when it is not there */
char   *myo_xml_dup_needed     (const xmlNode *node, const char *name);
/** myo_xml_get_int: Returns: its value, @fallback when it is not there */
int     myo_xml_get_int        (const xmlNode *node, const char *name, int fallback);
/** myo_xml_get_double: Returns: its value, 0 when it is not there */
double  myo_xml_get_double     (const xmlNode *node, const char *name);

/** myo_xml_get_choice: @values: ended by %NULL.  Returns: the place of its value among @values, 0 when it is not there */
guint   myo_xml_get_choice     (const xmlNode *node, const char *name, const char * const *values);
/** MYO_XML_CHOICE: the same as a value of @type, an enumeration with the values in that order */
#define MYO_XML_CHOICE(type, node, name, ...) \
  ((type) myo_xml_get_choice (node, name, (const char * const []) { __VA_ARGS__, NULL }))

/** myo_xml_get_grade: Returns: the letter of the attribute `grade`, 'C' when it is not there */
char    myo_xml_get_grade      (const xmlNode *node);
/** myo_xml_get_view: Returns: the attribute `view`, the front when it names none */
MyoView myo_xml_get_view       (const xmlNode *node);
/** myo_xml_get_views: Returns: the bits 1 << MyoView of the attribute `views`, a list such as "back side" */
guint   myo_xml_get_views      (const xmlNode *node);

G_END_DECLS
