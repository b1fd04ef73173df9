/* One muscle in the list of those that may explain the painted pain: name, share, point, what a check showed.
 *
 * Rows are made once and given another muscle as the list changes, which happens many times a second while one paints; what stays as
 * it was is not touched.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "myo-finder.h"

G_BEGIN_DECLS

#define MYO_TYPE_CANDIDATE_ROW (myo_candidate_row_get_type ())
G_DECLARE_FINAL_TYPE (MyoCandidateRow, myo_candidate_row, MYO, CANDIDATE_ROW, GtkListBoxRow)

/* Signal: previewed (gboolean on): the pointer or the focus rests on it, or no longer; comes anew when it is given another muscle
 * meanwhile */

GtkWidget  *myo_candidate_row_new           (void);
void        myo_candidate_row_set_candidate (MyoCandidateRow *self, const MyoCandidate *candidate, MyoFindings *findings);

/* Returns: (transfer none): what it shows; %NULL before it was given a muscle */
MyoMuscle  *myo_candidate_row_get_muscle    (MyoCandidateRow *self);
MyoSide     myo_candidate_row_get_side      (MyoCandidateRow *self);
const char *myo_candidate_row_get_point     (MyoCandidateRow *self);

G_END_DECLS
