/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "myo-startup.h"

G_BEGIN_DECLS

#define MYO_TYPE_APPLICATION (myo_application_get_type ())
G_DECLARE_FINAL_TYPE (MyoApplication, myo_application, MYO, APPLICATION, AdwApplication)

/** myo_application_new: @startup: (transfer full): what is being read and painted meanwhile; @settings: of the application.
 * Without either it needs a fault */
MyoApplication *myo_application_new (MyoStartup *startup, GSettings *settings);
/** myo_application_set_fault: why it cannot start: it answers --version and --help; otherwise it tells @fault and ends with status 1 */
void            myo_application_set_fault (MyoApplication *self, const GError *fault);

G_END_DECLS
