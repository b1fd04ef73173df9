/* For tests that tell every fault they find before they fail.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

static guint n_faults;

G_GNUC_PRINTF (1, 2)
static inline void
complain (const char *format,
          ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  g_test_message ("%s", text);
  n_faults++;
}

/* Ends a test: every fault has been told by then. */
static inline void
assert_no_faults (void)
{
  guint n = n_faults;

  n_faults = 0;
  g_assert_cmpuint (n, ==, 0);
}
