/* XML from outside, read safely: of bounded size and shape, without document type or entities, nothing fetched; a fault is one
 * line and one sentence.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <libxml/tree.h>

#include "myo-xml-fault-private.h"
#include "myo-xml-scan-private.h"

G_BEGIN_DECLS

/** myo_xml_read: @name: of the file; @root: name of the element that it should begin with, only for the sentences
 * @limits: more is refused, see myo-xml-scan-private.h
 * @fault: (out): set when there is one, and to be cleared
 * Returns: (transfer full): with a root element; %NULL with @fault set */
xmlDoc *myo_xml_read        (const char *data, gsize length, const char *name, const char *root, const MyoXmlLimits *limits,
                             MyoXmlFault *fault);

/** myo_xml_load_bytes: Returns: (transfer full): what is in @file, but not much more than @max_bytes of it: myo_xml_read() refuses
 * the excess and nothing endless is read.  %NULL with @error set */
GBytes *myo_xml_load_bytes  (GFile *file, gsize max_bytes, GError **error);

/** myo_xml_get_display_name: Returns: (transfer full): the base name of @file as UTF-8 */
char   *myo_xml_get_display_name (GFile *file);

G_END_DECLS
