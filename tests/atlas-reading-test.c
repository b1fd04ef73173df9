/* The atlas comes at once with what is built in, and with packs when they are read; nobody waits for them for ever.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "atlas-pack-kit.h"
#include "myo-atlas-reading.h"
#include "myo-meter.h"

#define PATIENCE (5 * G_TIME_SPAN_SECOND)
#define LONG     (60 * G_TIME_SPAN_SECOND)

/* While it is locked, the packs take their time. */
static GMutex gate;

typedef struct
{
  char            *path;
  GFile           *folder;
  MyoClock        *clock;
  MyoAtlasReading *reading;
  MyoAtlas        *atlas;
  GPtrArray       *problems;
  guint            n_read;
} Fixture;

static GPtrArray *
load_behind_gate (MyoAtlas *atlas,
                  GFile    *folder)
{
  g_mutex_lock (&gate);
  g_mutex_unlock (&gate);
  return myo_atlas_load_packs (atlas, folder);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  with_pack)
{
  fixture->path = g_dir_make_tmp ("myomap-reading-XXXXXX", NULL);
  fixture->folder = g_file_new_for_path (fixture->path);
  fixture->clock = MYO_CLOCK (myo_manual_clock_new ());
  if (with_pack != NULL)
    {
      g_autofree char *pack = g_build_filename (fixture->path, "pack.xml", NULL);

      g_assert_true (g_file_set_contents (pack, good_pack, -1, NULL));
    }
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  with_pack)
{
  g_autofree char *pack = g_build_filename (fixture->path, "pack.xml", NULL);

  while (myo_atlas_reading_is_any_left ())
    g_thread_yield ();
  g_clear_pointer (&fixture->reading, myo_atlas_reading_free);
  g_clear_object (&fixture->atlas);
  g_clear_pointer (&fixture->problems, g_ptr_array_unref);
  g_remove (pack);
  g_rmdir (fixture->path);
  g_object_unref (fixture->folder);
  g_object_unref (fixture->clock);
  g_free (fixture->path);
}

static void
take (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;

  fixture->atlas = myo_atlas_reading_take (fixture->reading, &fixture->problems, &error);
  g_assert_no_error (error);
  g_assert_nonnull (myo_atlas_get_muscle (fixture->atlas, "infraspinatus"));
}

static void
count_read (gpointer data)
{
  ((Fixture *) data)->n_read++;
}

static void
iterate_until_read (Fixture *fixture)
{
  while (fixture->n_read == 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_no_folder (Fixture       *fixture,
                gconstpointer  unused)
{
  g_rmdir (fixture->path);
  fixture->reading = myo_atlas_reading_begin (fixture->folder, myo_atlas_load_packs);
  g_assert_true (myo_atlas_reading_wait (fixture->reading, LONG));
  take (fixture);
  g_assert_null (fixture->problems);
  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
}

/* What the search needs was made in the thread. */
static void
assert_searches_at_once (MyoAtlas *atlas)
{
  g_autoptr(GPtrArray) found = NULL;

  myo_meter_take ();
  found = myo_atlas_search (atlas, "pack");
  g_assert_cmpuint (found->len, >, 0);
  g_assert_cmpuint (myo_meter_take (), <, MYO_METER_AT_ONCE / 20);
}

static void
test_pack (Fixture       *fixture,
           gconstpointer  unused)
{
  fixture->reading = myo_atlas_reading_begin (fixture->folder, myo_atlas_load_packs);
  g_assert_true (myo_atlas_reading_wait (fixture->reading, LONG));
  take (fixture);
  g_assert_cmpuint (fixture->problems->len, ==, 0);
  g_assert_nonnull (myo_atlas_get_muscle (fixture->atlas, "pack-muscle"));
  assert_searches_at_once (fixture->atlas);
}

/* The main loop turns while packs are read, and is told once. */
static void
test_slow (Fixture       *fixture,
           gconstpointer  unused)
{
  g_mutex_lock (&gate);
  fixture->reading = myo_atlas_reading_begin (fixture->folder, load_behind_gate);
  g_assert_false (myo_atlas_reading_wait (fixture->reading, 0));
  myo_atlas_reading_follow (fixture->reading, fixture->clock, PATIENCE, count_read, fixture);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (fixture->n_read, ==, 0);
  g_mutex_unlock (&gate);
  iterate_until_read (fixture);
  take (fixture);
  g_assert_nonnull (myo_atlas_get_muscle (fixture->atlas, "pack-muscle"));
  myo_manual_clock_advance (MYO_MANUAL_CLOCK (fixture->clock), 2 * PATIENCE);
  g_assert_cmpuint (fixture->n_read, ==, 1);
}

/* Read between the look and the asking: told all the same. */
static void
test_just_read (Fixture       *fixture,
                gconstpointer  unused)
{
  fixture->reading = myo_atlas_reading_begin (fixture->folder, myo_atlas_load_packs);
  g_assert_true (myo_atlas_reading_wait (fixture->reading, LONG));
  myo_atlas_reading_follow (fixture->reading, fixture->clock, PATIENCE, count_read, fixture);
  myo_manual_clock_advance (MYO_MANUAL_CLOCK (fixture->clock), 1);
  iterate_until_read (fixture);
  g_assert_cmpuint (fixture->n_read, ==, 1);
}

/* Packs that never come: what is built in, and a word about the folder.  What comes later changes nothing. */
static void
test_too_slow (Fixture       *fixture,
               gconstpointer  unused)
{
  const MyoAtlasProblem *problem;

  g_mutex_lock (&gate);
  fixture->reading = myo_atlas_reading_begin (fixture->folder, load_behind_gate);
  myo_atlas_reading_follow (fixture->reading, fixture->clock, PATIENCE, count_read, fixture);
  g_assert_false (myo_atlas_reading_wait (fixture->reading, 0));
  myo_manual_clock_advance (MYO_MANUAL_CLOCK (fixture->clock), PATIENCE);
  iterate_until_read (fixture);
  take (fixture);
  g_assert_null (myo_atlas_get_muscle (fixture->atlas, "pack-muscle"));
  g_assert_cmpuint (fixture->problems->len, ==, 1);
  problem = g_ptr_array_index (fixture->problems, 0);
  g_assert_cmpstr (problem->file, ==, fixture->path);
  g_assert_nonnull (strstr (problem->reason, "took too long"));
  g_mutex_unlock (&gate);
  g_assert_cmpuint (fixture->n_read, ==, 1);
}

/* The end of the program waits for no pack. */
static void
test_freed (Fixture       *fixture,
            gconstpointer  unused)
{
  g_mutex_lock (&gate);
  fixture->reading = myo_atlas_reading_begin (fixture->folder, load_behind_gate);
  myo_atlas_reading_follow (fixture->reading, fixture->clock, PATIENCE, count_read, fixture);
  g_clear_pointer (&fixture->reading, myo_atlas_reading_free);
  myo_manual_clock_advance (MYO_MANUAL_CLOCK (fixture->clock), 2 * PATIENCE);
  g_assert_cmpuint (fixture->n_read, ==, 0);
  g_assert_true (myo_atlas_reading_is_any_left ());
  g_mutex_unlock (&gate);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/atlas-reading/no-folder", Fixture, NULL, set_up, test_no_folder, tear_down);
  g_test_add ("/atlas-reading/pack", Fixture, "pack", set_up, test_pack, tear_down);
  g_test_add ("/atlas-reading/slow", Fixture, "pack", set_up, test_slow, tear_down);
  g_test_add ("/atlas-reading/just-read", Fixture, "pack", set_up, test_just_read, tear_down);
  g_test_add ("/atlas-reading/too-slow", Fixture, "pack", set_up, test_too_slow, tear_down);
  g_test_add ("/atlas-reading/freed", Fixture, "pack", set_up, test_freed, tear_down);
  return g_test_run ();
}
