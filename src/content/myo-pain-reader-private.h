/* From the XML of a pain drawing to the drawing; its format is described in myo-pain-file.h.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>

#include "myo-atlas.h"
#include "myo-xml-intake-private.h"

G_BEGIN_DECLS

/** myo_pain_reader_read: @atlas: (nullable): to check regions against; @fault: (out): set when there is one
 * Returns: (transfer full): the drawing; %NULL with @fault set */
MyoPainDrawing *myo_pain_reader_read (xmlDoc *xml, MyoAtlas *atlas, MyoXmlFault *fault);

G_END_DECLS
