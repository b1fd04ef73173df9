/* What the check of a muscle amounts to, in a word.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-findings.h"

G_BEGIN_DECLS

typedef enum
{
  MYO_VERDICT_NONE,          /* nothing was answered */
  MYO_VERDICT_UNCLEAR,
  MYO_VERDICT_FITS,          /* it hurts there, and it is the pain that one knows */
  MYO_VERDICT_AGAINST,       /* see myo_findings_is_refuted() */
} MyoVerdict;

MyoVerdict  myo_verdict_get      (MyoFindings *findings, const char *muscle, MyoSide side);
/** myo_verdict_get_words: Returns: "checked: fits" …, translated; "" when nothing was answered */
const char *myo_verdict_get_words (MyoVerdict verdict);
/** myo_verdict_get_icon: Returns: (nullable): the name of an icon for it */
const char *myo_verdict_get_icon (MyoVerdict verdict);

G_END_DECLS
