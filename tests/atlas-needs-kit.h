/* What the tests of the atlas's completeness share: the atlas, and the table of what it has to hold, data/muscle-points.tsv.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

#include "myo-atlas-reader.h"
#include "faults-kit.h"

/* lines of the table */
#define N_MUSCLES 145

/* A line of the table */
typedef struct
{
  char       *id;
  guint       views;           /* bits 1 << MyoView */
  GStrv       labels;
  MyoSelfCare self_care;
  gboolean    danger;
} Need;

static MyoAtlas *atlas;
static GPtrArray *needs;       /* of Need */

/* --- The table --- */

static inline void
need_free (Need *need)
{
  g_free (need->id);
  g_strfreev (need->labels);
  g_free (need);
}

static inline guint
parse_views (const char *text)
{
  g_auto(GStrv) nicks = g_strsplit (text, " ", -1);
  guint views = 0;

  for (guint i = 0; nicks[i] != NULL; i++)
    {
      MyoView view;

      g_assert_true (myo_view_from_nick (nicks[i], &view));
      views |= 1u << view;
    }
  return views;
}

static inline MyoSelfCare
parse_self_care (const char *text)
{
  static const char * const names[] = { "yes", "with-care", "professional" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i], text) == 0)
      return (MyoSelfCare) i;
  g_assert_not_reached ();
}

static inline Need *
parse_need (const char *line)
{
  g_auto(GStrv) fields = g_strsplit (line, "\t", -1);
  Need *need = g_new0 (Need, 1);

  g_assert_cmpuint (g_strv_length (fields), ==, 6);
  need->id = g_strdup (fields[0]);
  need->views = parse_views (fields[1]);
  need->labels = g_strsplit (fields[3], " ", -1);
  need->self_care = parse_self_care (fields[4]);
  need->danger = strcmp (fields[5], "yes") == 0;
  g_assert_cmpuint (g_strv_length (need->labels), ==, g_ascii_strtoull (fields[2], NULL, 10));
  return need;
}

static inline GPtrArray *
load_needs (void)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) need_free);
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (TEST_SOURCE_ROOT "/tests/data/muscle-points.tsv", &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0' && *lines[i] != '#')
      g_ptr_array_add (list, parse_need (lines[i]));
  return list;
}

/* Calls @func for every muscle of the table; one that the atlas has not is a fault. */
static inline void
for_each_need (void (*func) (const Need *, MyoMuscle *))
{
  for (guint i = 0; i < needs->len; i++)
    {
      const Need *need = g_ptr_array_index (needs, i);
      MyoMuscle *muscle = myo_atlas_get_muscle (atlas, need->id);

      if (muscle != NULL)
        func (need, muscle);
      else
        complain ("%s is missing", need->id);
    }
  assert_no_faults ();
}

/* --- Before and after all tests --- */

static inline void
load_atlas_and_needs (void)
{
  atlas = myo_atlas_read_builtin (NULL);
  g_assert_nonnull (atlas);
  needs = load_needs ();
  g_assert_cmpuint (needs->len, ==, N_MUSCLES);
  g_test_set_nonfatal_assertions ();
}

static inline void
free_atlas_and_needs (void)
{
  g_clear_pointer (&needs, g_ptr_array_unref);
  g_clear_object (&atlas);
}
