/* What the tests share that write files for people: a folder of their own, and what a file must be or must have stayed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

static char *folder;

static inline void
open_folder (void)
{
  g_autoptr (GError) error = NULL;

  folder = g_dir_make_tmp ("myomap-XXXXXX", &error);
  g_assert_no_error (error);
}

/* Fails when anything is left in it. */
static inline void
close_folder (void)
{
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_clear_pointer (&folder, g_free);
}

static inline char *
name_file (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

/* Takes the file away again. */
static inline void
check_file (const char *path,
            const char *beginning,
            gsize       least)
{
  g_autofree char *text = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  g_assert_cmpuint (length, >, least);
  g_assert_true (memcmp (text, beginning, strlen (beginning)) == 0);
  g_assert_cmpint (g_remove (path), ==, 0);
}

/* Said in a sentence that names the file. */
static inline void
check_told (const GError *error,
            const char   *path)
{
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static inline void
put_old_file (const char *path)
{
  g_assert_true (g_file_set_contents (path, "what was there before", -1, NULL));
}

/* Takes the file away again; close_folder() tells when something half written lies beside it. */
static inline void
check_old_file (const char *path)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "what was there before");
  g_assert_cmpint (g_remove (path), ==, 0);
}

/* From now on no more than @most bytes of a file can be written, as on a disk that is full; %RLIM_INFINITY: as many as one likes. */
static inline void
limit_files (rlim_t most)
{
  struct rlimit limit;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = MIN (most, limit.rlim_max);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}
