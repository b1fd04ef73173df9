/* Every fault in words for a person: what happened, what is safe, what to do.  The only file that words them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-backup-desk.h"

G_BEGIN_DECLS

/** myo_report_words: Returns: (transfer full): one or two sentences; the technical message follows in brackets where it helps */
char *myo_report_words (const GError *error);

/** myo_report_unwritten: what is lost when the program ends now, and why.  @session, @drawing: why each could not be written; one of them may be
 * %NULL.  Returns: (transfer full): sentences */
char *myo_report_unwritten (const GError *session, const GError *drawing);

/** myo_report_no_screen: Returns: (transfer full): why there is no window */
char *myo_report_no_screen (void);
/** myo_report_backup: why @deed, something that was to be done with the backups, could not be done.  Returns: (transfer full): whole sentences */
char *myo_report_backup (MyoBackupDeed deed, const GError *error);

/** myo_report_is_unloaded: Returns: whether @error means that something cannot be had as long as the program runs */
gboolean myo_report_is_unloaded (const GError *error);

/** myo_report_unloaded: what could not be loaded, in one sentence.  @n_packs: of the person's own; @n: all that could not be loaded.
 * Returns: (transfer full) */
char *myo_report_unloaded (guint n_packs, guint n);

/** myo_report_unloaded_advice: what to do about it.  @folder: (nullable): where the person's packs lie, if some are among it.
 * Returns: (transfer full) */
char *myo_report_unloaded_advice (const char *folder);

G_END_DECLS
