/* What a pain drawing needs of the built-in atlas: where each complaint is felt, which drawing brings which question, and how
 * common each muscle is as a cause.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-atlas-reader.h"
#include "faults-kit.h"

static MyoAtlas *atlas;

/* --- Where it is felt, what is asked --- */

static void
test_felt (void)
{
  GPtrArray *conditions = myo_atlas_get_conditions (atlas);

  for (guint i = 0; i < conditions->len; i++)
    {
      const MyoCondition *condition = g_ptr_array_index (conditions, i);

      if (condition->regions->len == 0)
        complain ("%s: no region where it is felt", condition->id);
      for (guint k = 0; k < condition->regions->len; k++)
        if (myo_atlas_get_region (atlas, g_ptr_array_index (condition->regions, k)) == NULL)
          complain ("%s: there is no region %s", condition->id, (const char *) g_ptr_array_index (condition->regions, k));
    }
  g_assert_cmpuint (conditions->len, >=, 15);
  assert_no_faults ();
}

static void
check_ask (const MyoFlag *flag,
           const MyoAsk  *ask)
{
  const MyoRegion *region = myo_atlas_get_region (atlas, ask->region);

  if (ask->region == NULL && !ask->has_quality)
    complain ("%s: asks at every drawing", flag->id);
  if (ask->region != NULL && region == NULL)
    complain ("%s: there is no region %s", flag->id, ask->region);
  if (ask->one_side && (region == NULL || !region->paired))
    complain ("%s: asks about one side of what has none", flag->id);
}

static gboolean
is_raised (const char *region,
           gboolean    one_side,
           gboolean    numb)
{
  GPtrArray *flags = myo_atlas_get_flags (atlas);

  for (guint i = 0; i < flags->len; i++)
    {
      GPtrArray *asks = ((const MyoFlag *) g_ptr_array_index (flags, i))->asks;

      for (guint k = 0; k < asks->len; k++)
        {
          const MyoAsk *ask = g_ptr_array_index (asks, k);

          if (g_strcmp0 (ask->region, region) == 0 && ask->one_side == one_side && ask->has_quality == numb
              && (!numb || ask->quality == MYO_QUALITY_NUMB))
            return TRUE;
        }
    }
  return FALSE;
}

/* Pain in these places may be no muscle's, and numbness is never only a muscle's. */
static void
test_asks (void)
{
  static const struct { const char *region; gboolean one_side, numb; } wanted[] = {
    { "chest-upper", FALSE, FALSE }, { "chest-mid", FALSE, FALSE }, { "breast", FALSE, FALSE }, { "sternum", FALSE, FALSE },
    { "calf-upper", TRUE, FALSE }, { "calf-mid", TRUE, FALSE }, { "calf-inner", TRUE, FALSE },
    { "perineum", FALSE, FALSE }, { "anus-rectum", FALSE, FALSE }, { "genital-root", FALSE, FALSE },
    { "temple", FALSE, FALSE },
    { NULL, FALSE, TRUE },
  };
  GPtrArray *flags = myo_atlas_get_flags (atlas);

  for (guint i = 0; i < flags->len; i++)
    {
      const MyoFlag *flag = g_ptr_array_index (flags, i);

      for (guint k = 0; k < flag->asks->len; k++)
        check_ask (flag, g_ptr_array_index (flag->asks, k));
    }
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    if (!is_raised (wanted[i].region, wanted[i].one_side, wanted[i].numb))
      complain ("%s raises no question", wanted[i].numb ? "numbness" : wanted[i].region);
  assert_no_faults ();
}

static void
test_prevalence (void)
{
  GPtrArray *muscles = myo_atlas_get_muscles (atlas);
  guint n_common = 0;

  for (guint i = 0; i < muscles->len; i++)
    {
      const MyoMuscle *muscle = g_ptr_array_index (muscles, i);
      int level = myo_atlas_get_prevalence (atlas, muscle->id);

      if (level < 1 || level > 5)
        complain ("%s: how common it is as a cause is not told", muscle->id);
      n_common += level == 5;
    }
  g_assert_cmpuint (n_common, >, 0);
  g_assert_cmpuint (n_common, <=, muscles->len / 4);
  g_assert_cmpint (myo_atlas_get_prevalence (atlas, "elephantus"), ==, 0);
  g_assert_cmpint (myo_atlas_get_prevalence (atlas, NULL), ==, 0);
  assert_no_faults ();
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  atlas = myo_atlas_read_builtin (NULL);
  g_assert_nonnull (atlas);

  g_test_add_func ("/atlas-pain/felt", test_felt);
  g_test_add_func ("/atlas-pain/asks", test_asks);
  g_test_add_func ("/atlas-pain/prevalence", test_prevalence);
  result = g_test_run ();
  g_object_unref (atlas);
  return result;
}
