/* The places of a stroke as text: "300.5,420 12 301.5,424.25 12", x,y and radius in mm.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>

#include "myo-pain-drawing.h"
#include "myo-xml-fault-private.h"

G_BEGIN_DECLS

/** myo_pain_places_read: adds the places in the text of @node to @stroke, which is a painted one.
 * @fault: (out): set when there is one, with the line of the place
 * Returns: whether all of them could be read */
gboolean myo_pain_places_read   (MyoStroke *stroke, const xmlNode *node, MyoXmlFault *fault);

/** myo_pain_places_append: writes the places of @stroke to @out, with at most two decimals; what lies farther off the view than a file
 * may say is written at that edge */
void     myo_pain_places_append (GString *out, const MyoStroke *stroke);

G_END_DECLS
