/* Translations for every program of Myomap.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** myo_i18n_init: sets the locale and finds the catalogues: in the build folder when run from there, else where installed */
void myo_i18n_init (void);

G_END_DECLS
