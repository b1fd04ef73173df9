/* What libxml2 is given: XML of bounded shape.
 *
 * Some of what libxml2 does takes the square of what it is given: attributes of one element, namespaces in sight of many, texts in
 * pieces.  So the text is gone over once before, without memory: what a person would write passes, what only an attack would hold is
 * refused before anything works on it.  A text that is not well formed passes up to the fault, for libxml2 to tell it in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-xml-fault-private.h"

G_BEGIN_DECLS

#define MYO_XML_MAX_DEPTH      16
#define MYO_XML_MAX_ATTRIBUTES 32
#define MYO_XML_MAX_NAME       128          /* bytes */
#define MYO_XML_MAX_VALUE      (16 * 1024)  /* bytes */
#define MYO_XML_MAX_CHILDREN   200          /* of an element, the root aside */
#define MYO_XML_MAX_PIECES     100          /* comments and the like between two tags: each cuts a text in two */

/** MyoXmlLimits: @max_bytes: whole MiB; @max_elements; @max_text: whole KiB between two tags */
typedef struct
{
  gsize max_bytes;
  guint max_elements;
  gsize max_text;
} MyoXmlLimits;

/** myo_xml_scan: looks at every byte a few times at most; @n_steps, when not %NULL, gets how many times in all
 * @fault: set when the text must not be read
 * Returns: how many bytes may be read: those before the first that is surely not well formed; 0 when there is a @fault */
gsize myo_xml_scan (const char *data, gsize length, const MyoXmlLimits *limits, gsize *n_steps, MyoXmlFault *fault);

G_END_DECLS
