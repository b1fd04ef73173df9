/* What differs between the versions of libxml2: the only place that asks for its version.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>

G_BEGIN_DECLS

/* Since 2.12 handlers get errors to read only. */
#if LIBXML_VERSION >= 21200
typedef const xmlError *MyoXmlError;
#else
typedef xmlError *MyoXmlError;
#endif

typedef void (*MyoXmlErrorFunc) (gpointer data, MyoXmlError error);

/** myo_xml_set_error_func: @func gets @context as its data, and with that its `_private` */
static inline void
myo_xml_set_error_func (xmlParserCtxt   *context,
                        MyoXmlErrorFunc  func)
{
#if LIBXML_VERSION >= 21300
  xmlCtxtSetErrorHandler (context, func, context);
#else
  context->sax->serror = func;
#endif
}

G_END_DECLS
