/* Work in threads that the end of the program waits for: what still paints while libraries take themselves down may crash, and what still
 * writes would be lost.  Every task that runs in a thread is run from here.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** myo_work_run: as g_task_run_in_thread() */
void myo_work_run  (GTask *task, GTaskThreadFunc func);

/** myo_work_wait: blocks until all that was run has come to its end; for the end of the program.  No answer needs a main loop for that */
void myo_work_wait (void);

G_END_DECLS
