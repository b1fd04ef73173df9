/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "myo-pain-change.h"
#include "myo-pain-words.h"

#define MM2_PER_CM2 100.0

/* A load that differs by less is as good as the same: nobody paints twice alike.  A judgement. */
#define ALIKE 0.05

/* --- Sums --- */

typedef struct
{
  double area, load;         /* mm², mm² × points */
  double inner;              /* Σ of the intensities of inner regions, which have no area */
  guint  n_inner;
} Sum;

static Sum
add_up (MyoCoverage *coverage)
{
  const GArray *regions = myo_coverage_get_regions (coverage);
  Sum sum = { 0 };

  for (guint i = 0; i < regions->len; i++)
    {
      const MyoCoveredRegion *region = &g_array_index (regions, MyoCoveredRegion, i);

      sum.area += region->area;
      sum.load += region->area * region->intensity;
      if (region->inner)
        {
          sum.inner += region->intensity;
          sum.n_inner++;
        }
    }
  return sum;
}

/* Where only inner regions are marked, it is theirs. */
static double
get_mean (const Sum *sum)
{
  if (sum->area > 0)
    return sum->load / sum->area;
  return sum->n_inner > 0 ? sum->inner / sum->n_inner : 0;
}

static void
set_totals (MyoPainTotals *totals,
            MyoCoverage   *before,
            MyoCoverage   *after)
{
  Sum b = add_up (before), a = add_up (after);

  totals->area_before = b.area;
  totals->area_after = a.area;
  totals->intensity_before = get_mean (&b);
  totals->intensity_after = get_mean (&a);
  totals->load_before = b.load / MM2_PER_CM2;
  totals->load_after = a.load / MM2_PER_CM2;
}

/* --- The list --- */

static gboolean
contains (const GArray           *changes,
          const MyoCoveredRegion *region)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const MyoPainChange *change = &g_array_index (changes, MyoPainChange, i);

      if (change->side == region->side && strcmp (change->region, region->id) == 0)
        return TRUE;
    }
  return FALSE;
}

/* @b, @a: (nullable): the region before and after, one of them at least */
static void
add_change (GArray                 *changes,
            const MyoCoveredRegion *b,
            const MyoCoveredRegion *a)
{
  const MyoCoveredRegion *region = b != NULL ? b : a;
  MyoPainChange change = {
    .region = region->id,
    .side = region->side,
    .inner = region->inner,
    .area_before = b != NULL ? b->area : 0,
    .area_after = a != NULL ? a->area : 0,
    .intensity_before = b != NULL ? b->intensity : 0,
    .intensity_after = a != NULL ? a->intensity : 0,
  };

  g_array_append_val (changes, change);
}

static int
compare_numbers (double a,
                 double b)
{
  return a > b ? -1 : a < b ? 1 : 0;
}

static int
compare_changes (gconstpointer a,
                 gconstpointer b)
{
  const MyoPainChange *first = a, *second = b;
  int order = compare_numbers (first->area_before * first->intensity_before, second->area_before * second->intensity_before);

  if (order == 0)
    order = compare_numbers (first->intensity_before, second->intensity_before);
  if (order == 0)
    order = compare_numbers (first->area_after * first->intensity_after, second->area_after * second->intensity_after);
  if (order == 0)
    order = strcmp (first->region, second->region);
  return order != 0 ? order : (int) first->side - (int) second->side;
}

GArray *
myo_pain_change_list (MyoCoverage   *before,
                      MyoCoverage   *after,
                      MyoPainTotals *totals)
{
  g_autoptr(GPtrArray) named_before = NULL;
  g_autoptr(GPtrArray) named_after = NULL;
  GArray *changes;

  g_return_val_if_fail (before != NULL && after != NULL, NULL);
  g_return_val_if_fail (myo_coverage_get_grid (before) == myo_coverage_get_grid (after), NULL);

  if (totals != NULL)
    set_totals (totals, before, after);
  changes = g_array_new (FALSE, FALSE, sizeof (MyoPainChange));
  named_before = myo_pain_words_list_regions (before);
  named_after = myo_pain_words_list_regions (after);
  for (guint i = 0; i < named_before->len; i++)
    {
      const MyoCoveredRegion *region = g_ptr_array_index (named_before, i);

      add_change (changes, region, myo_coverage_find (after, region->id, region->side));
    }
  for (guint i = 0; i < named_after->len; i++)
    {
      const MyoCoveredRegion *region = g_ptr_array_index (named_after, i);

      if (!contains (changes, region))
        add_change (changes, myo_coverage_find (before, region->id, region->side), region);
    }
  g_array_sort (changes, compare_changes);
  return changes;
}

/* --- In words --- */

/* The numbers as they are told. */
typedef struct
{
  char *area_before, *area_after;
  int   before, after;
  gboolean sized;            /* whether there is an area at all */
} Told;

static void
told_clear (Told *told)
{
  g_free (told->area_before);
  g_free (told->area_after);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Told, told_clear)

static Told
tell (double area_before,
      double area_after,
      double intensity_before,
      double intensity_after)
{
  return (Told) {
    .area_before = myo_pain_words_area_number (area_before),
    .area_after = myo_pain_words_area_number (area_after),
    .before = myo_pain_words_intensity (intensity_before),
    .after = myo_pain_words_intensity (intensity_after),
    .sized = area_before > 0 || area_after > 0,
  };
}

static gboolean
is_unchanged (const Told *told)
{
  return told->before == told->after && strcmp (told->area_before, told->area_after) == 0;
}

/* An inner region: it has no area. */
static char *
describe_inner (const char *name,
                const Told *told)
{
  if (told->after == 0)
    /* Translators: a place, where there is no pain any more, and how strong it was from 0 to 10 */
    return g_strdup_printf (_("%s: gone (was %d of 10)"), name, told->before);
  if (told->before == 0)
    /* Translators: a place where there was no pain before, and how strong it is now from 0 to 10 */
    return g_strdup_printf (_("%s: new, %d of 10"), name, told->after);
  if (told->before == told->after)
    /* Translators: a place, where the pain is as it was, from 0 to 10 */
    return g_strdup_printf (_("%s: unchanged, %d of 10"), name, told->after);
  /* Translators: a place, and how strong the pain was and is now, from 0 to 10 */
  return g_strdup_printf (_("%s: %d → %d of 10"), name, told->before, told->after);
}

static char *
describe_painted (const char *name,
                  const Told *told)
{
  if (told->after == 0)
    /* Translators: a place where there is no pain any more; how large it was, and how strong from 0 to 10 */
    return g_strdup_printf (_("%s: gone (was %s cm², %d of 10)"), name, told->area_before, told->before);
  if (told->before == 0)
    /* Translators: a place where there was no pain before; how large it is now, and how strong from 0 to 10 */
    return g_strdup_printf (_("%s: new, %s cm², %d of 10"), name, told->area_after, told->after);
  if (is_unchanged (told))
    /* Translators: a place where the pain is as it was; how large it is, and how strong from 0 to 10 */
    return g_strdup_printf (_("%s: unchanged, %s cm², %d of 10"), name, told->area_after, told->after);
  /* Translators: a place; how large the pain was and is now, how strong it was and is now, from 0 to 10:
   * "Temple, right: 14 → 6 cm², 6 → 3 of 10" */
  return g_strdup_printf (_("%s: %s → %s cm², %d → %d of 10"), name, told->area_before, told->area_after, told->before, told->after);
}

char *
myo_pain_change_describe (MyoAtlas            *atlas,
                          const MyoPainChange *change)
{
  g_autofree char *name = NULL;
  g_auto(Told) told = { 0 };

  g_return_val_if_fail (MYO_IS_ATLAS (atlas) && change != NULL, NULL);

  name = myo_pain_words_region (atlas, change->region, change->side);
  told = tell (change->area_before, change->area_after, change->intensity_before, change->intensity_after);
  return change->inner ? describe_inner (name, &told) : describe_painted (name, &told);
}

/* -1: less, 0: about as much, 1: more */
static int
compare_load (const MyoPainTotals *totals)
{
  gboolean sized = totals->load_before > 0 || totals->load_after > 0;
  double before = sized ? totals->load_before : totals->intensity_before;
  double after = sized ? totals->load_after : totals->intensity_after;

  if (fabs (after - before) <= ALIKE * MAX (before, after))
    return 0;
  return after < before ? -1 : 1;
}

/* Only inner regions are marked. */
static char *
summarize_inner (const Told *told,
                 int         order)
{
  if (told->after == 0)
    /* Translators: on a whole pain drawing; the number is a mean strength from 0 to 10 */
    return g_strdup_printf (_("The pain is gone: before it was %d of 10 on average."), told->before);
  if (told->before == 0)
    return g_strdup_printf (_("The pain is new: it is %d of 10 on average."), told->after);
  if (told->before == told->after)
    return g_strdup_printf (_("The pain is unchanged: it is %d of 10 on average."), told->after);
  if (order < 0)
    /* Translators: mean strength of the pain before and after, from 0 to 10 */
    return g_strdup_printf (_("There is less pain: it went from %d to %d of 10 on average."), told->before, told->after);
  return g_strdup_printf (_("There is more pain: it went from %d to %d of 10 on average."), told->before, told->after);
}

static char *
summarize_change (const Told *told,
                  int         order)
{
  if (order < 0)
    /* Translators: on a whole pain drawing: its area before and after, its mean strength before and after, from 0 to 10 */
    return g_strdup_printf (_("There is less pain: it went from %s to %s cm² and from %d to %d of 10 on average."),
                            told->area_before, told->area_after, told->before, told->after);
  if (order > 0)
    return g_strdup_printf (_("There is more pain: it went from %s to %s cm² and from %d to %d of 10 on average."),
                            told->area_before, told->area_after, told->before, told->after);
  return g_strdup_printf (_("There is about as much pain: it went from %s to %s cm² and from %d to %d of 10 on average."),
                          told->area_before, told->area_after, told->before, told->after);
}

static char *
summarize_painted (const Told *told,
                   int         order)
{
  if (told->after == 0)
    /* Translators: on a whole pain drawing: its area, its mean strength from 0 to 10 */
    return g_strdup_printf (_("The pain is gone: before it covered %s cm² and was %d of 10 on average."), told->area_before, told->before);
  if (told->before == 0)
    return g_strdup_printf (_("The pain is new: it covers %s cm² and is %d of 10 on average."), told->area_after, told->after);
  if (is_unchanged (told))
    return g_strdup_printf (_("The pain is unchanged: it covers %s cm² and is %d of 10 on average."), told->area_after, told->after);
  return summarize_change (told, order);
}

char *
myo_pain_change_summarize (const MyoPainTotals *totals)
{
  g_auto(Told) told = { 0 };

  g_return_val_if_fail (totals != NULL, NULL);

  told = tell (totals->area_before, totals->area_after, totals->intensity_before, totals->intensity_after);
  if (told.before == 0 && told.after == 0)
    return g_strdup (_("There was no pain before, and there is none now."));
  return told.sized ? summarize_painted (&told, compare_load (totals)) : summarize_inner (&told, compare_load (totals));
}
