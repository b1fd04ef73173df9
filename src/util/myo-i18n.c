/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <libintl.h>
#include <locale.h>

#include "myo-i18n.h"

void
myo_i18n_init (void)
{
  const char *folder = g_file_test (BUILD_LOCALE_DIR, G_FILE_TEST_IS_DIR) ? BUILD_LOCALE_DIR : LOCALE_DIR;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
