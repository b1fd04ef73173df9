/* What was found beside the drawing: what a check of a muscle showed, and what a screening question was answered with.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "myo-body.h"

G_BEGIN_DECLS

typedef enum { MYO_ANSWER_NONE, MYO_ANSWER_YES, MYO_ANSWER_NO } MyoAnswer;

/** MyoSign: what one looks for in a muscle: the signs that experts agree on (Fernández-de-las-Peñas & Dommerholt 2018) */
typedef enum
{
  MYO_SIGN_BAND,             /* a taut band or a knot */
  MYO_SIGN_TENDER,           /* tender when pressed, more than around it */
  MYO_SIGN_KNOWN_PAIN,       /* pressing brings the pain that one knows */
} MyoSign;
#define MYO_N_SIGNS 3

#define MYO_TYPE_FINDINGS (myo_findings_get_type ())
G_DECLARE_FINAL_TYPE (MyoFindings, myo_findings, MYO, FINDINGS, GObject)

/* Signals: changed () */

/** myo_findings_new: Returns: (transfer full): nothing answered yet */
MyoFindings *myo_findings_new        (void);
/** myo_findings_set_sign: @muscle: id; @answer: %MYO_ANSWER_NONE takes an answer back */
void         myo_findings_set_sign   (MyoFindings *self, const char *muscle, MyoSide side, MyoSign sign, MyoAnswer answer);
/** myo_findings_get_sign: @muscle: id.  Returns: %MYO_ANSWER_NONE when nothing was answered */
MyoAnswer    myo_findings_get_sign   (MyoFindings *self, const char *muscle, MyoSide side, MyoSign sign);
/** myo_findings_is_checked: Returns: whether any sign of that muscle was answered */
gboolean     myo_findings_is_checked (MyoFindings *self, const char *muscle, MyoSide side);
/** myo_findings_is_refuted: Returns: whether the check speaks against the muscle: not tender, or neither a band nor the known pain */
gboolean     myo_findings_is_refuted (MyoFindings *self, const char *muscle, MyoSide side);
/** myo_findings_get_factor: Returns: what the score of that muscle is multiplied by; 1 when nothing was answered (values and their
 * reasons stand in the .c file) */
double       myo_findings_get_factor (MyoFindings *self, const char *muscle, MyoSide side);
/** myo_findings_set_flag: @flag: id of a screening flag; @answer: %MYO_ANSWER_NONE takes an answer back */
void         myo_findings_set_flag   (MyoFindings *self, const char *flag, MyoAnswer answer);
/** myo_findings_get_flag: @flag: id of a screening flag.  Returns: %MYO_ANSWER_NONE when nothing was answered */
MyoAnswer    myo_findings_get_flag   (MyoFindings *self, const char *flag);
/** myo_findings_reset: forgets all: another drawing, another person */
void         myo_findings_reset      (MyoFindings *self);

G_END_DECLS
