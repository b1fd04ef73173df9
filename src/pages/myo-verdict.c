/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "myo-verdict.h"

static const struct { const char *words, *icon; } verdicts[] = {
  [MYO_VERDICT_NONE]    = { "", NULL },
  /* Translators: what the check of a muscle amounts to, in a list: some signs are there, others are not */
  [MYO_VERDICT_UNCLEAR] = { N_("checked: not clear"), "dialog-question-symbolic" },
  /* Translators: what the check of a muscle amounts to, in a list: the muscle fits the pain */
  [MYO_VERDICT_FITS]    = { N_("checked: fits"), "object-select-symbolic" },
  /* Translators: what the check of a muscle amounts to, in a list: it is not the source of the pain */
  [MYO_VERDICT_AGAINST] = { N_("checked: speaks against it"), "window-close-symbolic" },
};

MyoVerdict
myo_verdict_get (MyoFindings *findings,
                 const char  *muscle,
                 MyoSide      side)
{
  if (!myo_findings_is_checked (findings, muscle, side))
    return MYO_VERDICT_NONE;
  if (myo_findings_is_refuted (findings, muscle, side))
    return MYO_VERDICT_AGAINST;

  return myo_findings_get_sign (findings, muscle, side, MYO_SIGN_TENDER) == MYO_ANSWER_YES
         && myo_findings_get_sign (findings, muscle, side, MYO_SIGN_KNOWN_PAIN) == MYO_ANSWER_YES
         ? MYO_VERDICT_FITS : MYO_VERDICT_UNCLEAR;
}

const char *
myo_verdict_get_words (MyoVerdict verdict)
{
  return *verdicts[verdict].words != '\0' ? _(verdicts[verdict].words) : "";
}

const char *
myo_verdict_get_icon (MyoVerdict verdict)
{
  return verdicts[verdict].icon;
}
