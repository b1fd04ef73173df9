/* Handlers for libxml2's faults, the same for all its versions.
 *
 * Since 2.12 a handler gets the error to read only, before it did not.  Ours only read, so they are written the new way and
 * cast: a pointer is passed alike whether what it points to is const or not.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>

G_BEGIN_DECLS

typedef const xmlError *MyoXmlError;
typedef void (*MyoXmlErrorFunc) (gpointer data, MyoXmlError error);

/** myo_xml_error_func: Returns: @func as libxml2 declares it */
static inline xmlStructuredErrorFunc
myo_xml_error_func (MyoXmlErrorFunc func)
{
  return (xmlStructuredErrorFunc) (void (*) (void)) func;
}

/** myo_xml_set_error_func: @func gets @context as its data, and with that its `_private` */
static inline void
myo_xml_set_error_func (xmlParserCtxt   *context,
                        MyoXmlErrorFunc  func)
{
  context->sax->serror = myo_xml_error_func (func);
}

G_END_DECLS
