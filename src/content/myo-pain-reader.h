/* From the XML of a pain drawing to the drawing; its format is described in myo-pain-file.h.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>

#include "myo-atlas.h"
#include "myo-xml-intake.h"

G_BEGIN_DECLS

#define MYO_PAIN_NAMESPACE_STEM "https://myomap.github.io/ns/pain-drawing/"
#define MYO_PAIN_VERSION        "1"
#define MYO_PAIN_NAMESPACE      MYO_PAIN_NAMESPACE_STEM MYO_PAIN_VERSION
#define MYO_PAIN_ROOT           "pain-drawing"

/** MYO_PAIN_MARGIN: mm; so far beyond the edges of its view a stroke may go */
#define MYO_PAIN_MARGIN 60.0

/** myo_pain_reader_read: @atlas: (nullable): to check regions against; @fault: (out): set when there is one
 * Returns: (transfer full): the drawing; %NULL with @fault set */
MyoPainDrawing *myo_pain_reader_read (xmlDoc *xml, MyoAtlas *atlas, MyoXmlFault *fault);

G_END_DECLS
