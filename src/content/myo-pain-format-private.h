/* What reading and writing a pain drawing have to agree on; its format is described in myo-pain-file.h.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#define MYO_PAIN_NAMESPACE_STEM "https://myomap.github.io/ns/pain-drawing/"
#define MYO_PAIN_VERSION        "1"
#define MYO_PAIN_NAMESPACE      MYO_PAIN_NAMESPACE_STEM MYO_PAIN_VERSION
#define MYO_PAIN_ROOT           "pain-drawing"

/** MYO_PAIN_MARGIN: mm; so far beyond the edges of its view a stroke may go */
#define MYO_PAIN_MARGIN 60.0
