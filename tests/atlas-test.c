/* The built-in atlas is tested like code: valid, consistent, complete, within the doses that are safe, and found by search.
 * Its places are tested by atlas-places-test.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "myo-atlas-reader.h"

#define N_MUSCLES 145

static MyoAtlas *atlas;

/* --- The files --- */

static void
test_valid (void)
{
  g_autoptr(GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) myo_atlas_problem_free);

  myo_atlas_check_builtin (problems);
  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *text = myo_atlas_problem_to_string (g_ptr_array_index (problems, i));

      g_test_message ("%s", text);
    }
  g_assert_cmpuint (problems->len, ==, 0);
}

/* Each file of the source is also valid as a pack over the whole. */
static void
test_each_file_valid (void)
{
  g_autoptr(GDir) dir = g_dir_open (TEST_SOURCE_ROOT "/data/atlas", 0, NULL);
  const char *name;
  guint n = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (TEST_SOURCE_ROOT "/data/atlas", name, NULL);
      g_autoptr(GFile) file = g_file_new_for_path (path);
      g_autoptr(GError) error = NULL;
      g_autoptr(MyoAtlas) pack = NULL;

      if (!g_str_has_suffix (name, ".xml"))
        continue;
      pack = myo_atlas_read_file (file, atlas, NULL, &error);
      g_assert_no_error (error);
      n++;
    }
  g_assert_cmpuint (n, >=, 10);
}

static void
test_version (void)
{
  g_autoptr(MyoAtlas) again = myo_atlas_read_builtin (NULL);

  g_assert_cmpuint (strlen (myo_atlas_get_version (atlas)), ==, 12);
  g_assert_cmpstr (myo_atlas_get_version (again), ==, myo_atlas_get_version (atlas));
}

/* --- Completeness --- */

static void
check_texts (MyoMuscle *muscle)
{
  const char *texts[] = { muscle->name, muscle->latin, muscle->summary, muscle->origin, muscle->insertion, muscle->action, muscle->nerve };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_assert_nonnull (texts[i]);
      g_assert_cmpstr (texts[i], !=, "");
    }
  g_assert_cmpuint (muscle->symptoms->len, >=, 3);
  g_assert_cmpuint (muscle->causes->len, >=, 3);
  g_assert_cmpuint (muscle->related->len, >=, 1);
}

static guint
count_techniques (MyoMuscle   *muscle,
                  MyoAudience  audience)
{
  guint n = 0;

  for (guint i = 0; i < muscle->techniques->len; i++)
    n += ((MyoTechnique *) g_ptr_array_index (muscle->techniques, i))->audience == audience;
  return n;
}

static void
test_complete (void)
{
  GPtrArray *muscles = myo_atlas_get_muscles (atlas);

  g_assert_cmpuint (muscles->len, ==, N_MUSCLES);
  for (guint i = 0; i < muscles->len; i++)
    {
      MyoMuscle *muscle = g_ptr_array_index (muscles, i);

      g_test_message ("%s", muscle->id);
      check_texts (muscle);
      g_assert_cmpuint (count_techniques (muscle, MYO_FOR_PRACTITIONER), >=, 1);
      g_assert_true (muscle->self_care == MYO_SELF_CARE_PROFESSIONAL || count_techniques (muscle, MYO_FOR_SELF) >= 1);
    }
}

/* What people read of a muscle is sorted: dangers first, the usual pain first. */
static void
test_sorted (void)
{
  GPtrArray *muscles = myo_atlas_get_muscles (atlas);
  guint n_cautions = 0, n_zones = 0;

  for (guint i = 0; i < muscles->len; i++)
    {
      MyoMuscle *muscle = g_ptr_array_index (muscles, i);

      for (guint j = 1; j < muscle->cautions->len; j++, n_cautions++)
        g_assert_cmpint (((MyoCaution *) g_ptr_array_index (muscle->cautions, j - 1))->kind, <=,
                         ((MyoCaution *) g_ptr_array_index (muscle->cautions, j))->kind);
      for (guint j = 0; j < muscle->points->len; j++)
        {
          GPtrArray *zones = ((MyoTriggerPoint *) g_ptr_array_index (muscle->points, j))->zones;

          g_assert_cmpint (((MyoZone *) g_ptr_array_index (zones, 0))->kind, ==, MYO_ZONE_PRIMARY);
          for (guint k = 1; k < zones->len; k++, n_zones++)
            g_assert_cmpint (((MyoZone *) g_ptr_array_index (zones, k - 1))->kind, <=,
                             ((MyoZone *) g_ptr_array_index (zones, k))->kind);
        }
    }
  g_assert_cmpuint (n_cautions, >=, N_MUSCLES);
  g_assert_cmpuint (n_zones, >=, N_MUSCLES);
}

/* --- Doses --- */

static gboolean
is_front_or_side_of_neck (MyoMuscle *muscle)
{
  static const char * const starts[] = { "scalenus", "sternocleidomastoid", "digastric", "longus-co", "longus-ca", "platysma" };

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (g_str_has_prefix (muscle->id, starts[i]))
      return TRUE;
  return FALSE;
}

static void
check_step (MyoMuscle     *muscle,
            const MyoStep *step)
{
  gboolean hands = step->kind == MYO_STEP_PRESS || step->kind == MYO_STEP_STROKE || step->kind == MYO_STEP_SQUEEZE;

  g_test_message ("%s: %s", muscle->id, step->text);
  g_assert_cmpint (step->repeat, >=, 1);
  g_assert_cmpint (step->repeat, <=, 6);
  g_assert_cmpint (step->pressure, <=, is_front_or_side_of_neck (muscle) ? 5 : 7);
  g_assert_cmpint (step->seconds, <=, 600);
  if (!hands)
    return;
  g_assert_cmpint (step->seconds, >=, 5);
  g_assert_cmpint (step->seconds, <=, 180);
  g_assert_cmpint (step->rest, <=, 30);
  if (step->repeat > 1)
    g_assert_cmpint (step->rest, >=, 5);
}

static void
test_doses (void)
{
  GPtrArray *muscles = myo_atlas_get_muscles (atlas);
  guint n_steps = 0;

  for (guint i = 0; i < muscles->len; i++)
    {
      MyoMuscle *muscle = g_ptr_array_index (muscles, i);

      for (guint j = 0; j < muscle->techniques->len; j++)
        {
          const MyoTechnique *technique = g_ptr_array_index (muscle->techniques, j);

          for (guint k = 0; k < technique->steps->len; k++, n_steps++)
            check_step (muscle, g_ptr_array_index (technique->steps, k));
        }
    }
  g_assert_cmpuint (n_steps, >=, 3 * N_MUSCLES);
}

static void
test_what_is_used_exists (void)
{
  GPtrArray *muscles = myo_atlas_get_muscles (atlas);
  guint n_techniques = 0, n_flags = 0;

  for (guint i = 0; i < muscles->len; i++)
    {
      MyoMuscle *muscle = g_ptr_array_index (muscles, i);

      for (guint j = 0; j < muscle->techniques->len; j++)
        {
          const MyoTechnique *technique = g_ptr_array_index (muscle->techniques, j);

          g_assert_nonnull (myo_atlas_get_method (atlas, technique->method));
          g_assert_nonnull (myo_atlas_get_tool (atlas, technique->tool));
          n_techniques++;
        }
      for (guint j = 0; j < muscle->cautions->len; j++)
        {
          const MyoCaution *caution = g_ptr_array_index (muscle->cautions, j);

          g_assert_true (caution->flag == NULL || myo_atlas_get_flag (atlas, caution->flag) != NULL);
          n_flags += caution->flag != NULL;
        }
    }
  g_assert_cmpuint (n_techniques, >=, N_MUSCLES);
  g_assert_cmpuint (n_flags, >, 0);
}

/* --- Search --- */

static gboolean
finds (const char *text,
       const char *id)
{
  g_autoptr(GPtrArray) found = myo_atlas_search (atlas, text);

  for (guint i = 0; i < found->len; i++)
    if (strcmp (((MyoMuscle *) g_ptr_array_index (found, i))->id, id) == 0)
      return TRUE;
  return FALSE;
}

static void
test_search (void)
{
  g_autoptr(GPtrArray) all = myo_atlas_search (atlas, " ");
  g_autoptr(GPtrArray) none = myo_atlas_search (atlas, "temporalis xyzzy");
  g_autoptr(GPtrArray) by_name = myo_atlas_search (atlas, "Infra");
  MyoMuscle *muscle = myo_atlas_get_muscle (atlas, "infraspinatus");
  const MyoTriggerPoint *point = g_ptr_array_index (muscle->points, 0);
  const MyoZone *zone = g_ptr_array_index (point->zones, 0);

  g_assert_cmpuint (all->len, ==, g_list_model_get_n_items (G_LIST_MODEL (atlas)));
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_true (g_ptr_array_index (by_name, 0) == muscle);
  g_assert_true (finds ("INFRASPINATUS", "infraspinatus"));
  g_assert_true (finds ("musculus infrasp", "infraspinatus"));
  g_assert_true (finds ("ínfraspinätus", "infraspinatus"));
  g_assert_true (finds (g_ptr_array_index (muscle->symptoms, 0), "infraspinatus"));
  g_assert_true (finds (myo_atlas_get_region (atlas, zone->region)->name, "infraspinatus"));
  g_assert_false (finds ("nfraspinatus", "infraspinatus"));
  g_assert_false (finds ("temporalis infraspinatus", "temporalis"));
}

/* The first search folds all texts; those that follow, letter after letter, find them folded and answer the same. */
static void
test_search_again (void)
{
  g_autoptr(MyoAtlas) fresh = myo_atlas_read_builtin (NULL);
  g_autoptr(GPtrArray) first = myo_atlas_search (fresh, "pain in the shoulder");

  g_assert_cmpuint (first->len, >, 0);
  g_assert_cmpuint (first->len, <, N_MUSCLES);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr(GPtrArray) again = myo_atlas_search (fresh, "pain in the shoulder");

      g_assert_cmpuint (again->len, ==, first->len);
      g_assert_cmpmem (again->pdata, again->len * sizeof (gpointer), first->pdata, first->len * sizeof (gpointer));
    }
}

/* --- The list of muscles --- */

static void
test_list_model (void)
{
  GPtrArray *muscles = myo_atlas_get_muscles (atlas);

  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (atlas)) == MYO_TYPE_MUSCLE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (atlas)), ==, N_MUSCLES);
  g_assert_cmpuint (muscles->len, ==, N_MUSCLES);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (atlas), muscles->len));
  for (guint i = 0; i < muscles->len; i++)
    {
      g_autoptr(MyoMuscle) muscle = g_list_model_get_item (G_LIST_MODEL (atlas), i);

      g_assert_true (muscle == g_ptr_array_index (muscles, i));
      if (i > 0)
        g_assert_cmpint (g_utf8_collate (((MyoMuscle *) g_ptr_array_index (muscles, i - 1))->name, muscle->name), <=, 0);
    }
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  atlas = myo_atlas_read_builtin (NULL);
  g_assert_nonnull (atlas);

  g_test_add_func ("/atlas/valid", test_valid);
  g_test_add_func ("/atlas/each-file-valid", test_each_file_valid);
  g_test_add_func ("/atlas/version", test_version);
  g_test_add_func ("/atlas/complete", test_complete);
  g_test_add_func ("/atlas/sorted", test_sorted);
  g_test_add_func ("/atlas/doses", test_doses);
  g_test_add_func ("/atlas/what-is-used-exists", test_what_is_used_exists);
  g_test_add_func ("/atlas/search", test_search);
  g_test_add_func ("/atlas/search-again", test_search_again);
  g_test_add_func ("/atlas/list-model", test_list_model);
  result = g_test_run ();
  g_object_unref (atlas);
  return result;
}
