/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "myo-pain-words.h"
#include "myo-words.h"

#define MM2_PER_CM2     100.0
/* A judgement: what a hand paints past the edge of the region that it means. */
#define SLIVER_SHARE    0.03   /* of the region */
#define SLIVER_DRAWING  0.1    /* of the drawing */

/* --- Single words --- */

const char *
myo_pain_words_quality (MyoQuality quality)
{
  switch (quality)
    {
    case MYO_QUALITY_SHARP:
      /* Translators: what a pain feels like: as of a knife */
      return C_("pain", "sharp");
    case MYO_QUALITY_BURNING:
      /* Translators: what a pain feels like: hot */
      return C_("pain", "burning");
    case MYO_QUALITY_PRESSING:
      /* Translators: what a pain feels like: as of a weight or a tight band */
      return C_("pain", "pressing");
    case MYO_QUALITY_TINGLING:
      /* Translators: what it feels like: pins and needles */
      return C_("pain", "tingling");
    case MYO_QUALITY_NUMB:
      /* Translators: what it feels like: little or nothing is felt when touched */
      return C_("pain", "numb");
    case MYO_QUALITY_ACHE:
    default:
      /* Translators: what a pain feels like: dull and deep */
      return C_("pain", "aching");
    }
}

static const char *
get_name (MyoAtlas   *atlas,
          const char *id)
{
  const MyoRegion *region = myo_atlas_get_region (atlas, id);

  return region != NULL ? region->name : id;
}

char *
myo_pain_words_region (MyoAtlas   *atlas,
                       const char *region,
                       MyoSide     side)
{
  return myo_words_muscle_side (get_name (atlas, region), side);
}

char *
myo_pain_words_area_number (double area)
{
  double cm2 = area / MM2_PER_CM2;

  if (cm2 >= 0.05 && cm2 < 9.95)
    return g_strdup_printf ("%.1f", cm2);
  return g_strdup_printf ("%ld", lround (cm2));
}

char *
myo_pain_words_area (double area)
{
  g_autofree char *number = myo_pain_words_area_number (area);

  /* Translators: an area in square centimetres */
  return g_strdup_printf (_("%s cm²"), number);
}

int
myo_pain_words_intensity (double intensity)
{
  return intensity > 0 ? MAX (1, (int) lround (intensity)) : 0;
}

/* --- What is worth naming --- */

static gboolean
is_sliver (const MyoCoveredRegion *region,
           double                  total)
{
  return !region->marked && !region->inner && region->share < SLIVER_SHARE && region->area < SLIVER_DRAWING * total;
}

static GPtrArray *
list_regions (MyoCoverage *coverage,
              gboolean     with_slivers)
{
  const GArray *regions = myo_coverage_get_regions (coverage);
  double total = myo_coverage_get_area (coverage);
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < regions->len; i++)
    {
      MyoCoveredRegion *region = &g_array_index (regions, MyoCoveredRegion, i);

      if (with_slivers || !is_sliver (region, total))
        g_ptr_array_add (list, region);
    }
  return list;
}

GPtrArray *
myo_pain_words_list_regions (MyoCoverage *coverage)
{
  g_autoptr(GPtrArray) list = NULL;

  g_return_val_if_fail (coverage != NULL, NULL);

  list = list_regions (coverage, FALSE);
  return list->len > 0 ? g_steal_pointer (&list) : list_regions (coverage, TRUE);
}

/* --- Where --- */

/* Returns: (transfer full) (nullable): the names of the regions on that side */
static char *
join_names (MyoAtlas  *atlas,
            GPtrArray *regions,
            MyoSide    side)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  gboolean comma = FALSE;

  for (guint i = 0; i < regions->len; i++)
    {
      const MyoCoveredRegion *region = g_ptr_array_index (regions, i);
      const char *name = get_name (atlas, region->id);

      if (region->side != side)
        continue;
      comma = comma || strchr (name, ',') != NULL;
      g_ptr_array_add (names, (char *) name);
    }
  if (names->len == 0)
    return NULL;

  g_ptr_array_add (names, NULL);
  /* Translators: what stands between the names of body regions in a list; first usually, then where a name has a comma of its own */
  return g_strjoinv (comma ? C_("between regions", "; ") : C_("between regions", ", "), (char **) names->pdata);
}

static char *
describe_side (const char *names,
               MyoSide     side)
{
  switch (side)
    {
    case MYO_SIDE_LEFT:
      /* Translators: the body regions that hurt on the left side of the body; a sentence of its own */
      return g_strdup_printf (_("Left: %s."), names);
    case MYO_SIDE_RIGHT:
      /* Translators: the body regions that hurt on the right side of the body; a sentence of its own */
      return g_strdup_printf (_("Right: %s."), names);
    case MYO_SIDE_MIDDLE:
    default:
      /* Translators: the body regions that hurt in the midline of the body; a sentence of its own */
      return g_strdup_printf (_("Middle: %s."), names);
    }
}

char *
myo_pain_words_where (MyoAtlas    *atlas,
                      MyoCoverage *coverage)
{
  static const MyoSide sides[] = { MYO_SIDE_RIGHT, MYO_SIDE_LEFT, MYO_SIDE_MIDDLE };
  g_autoptr(GPtrArray) regions = NULL;
  g_autoptr(GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (MYO_IS_ATLAS (atlas) && coverage != NULL, NULL);

  regions = myo_pain_words_list_regions (coverage);
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      g_autofree char *names = join_names (atlas, regions, sides[i]);

      if (names != NULL)
        g_ptr_array_add (sentences, describe_side (names, sides[i]));
    }
  g_ptr_array_add (sentences, NULL);
  return g_strjoinv (" ", (char **) sentences->pdata);
}

/* --- Line by line --- */

/* What covers most comes first. */
static char *
join_qualities (const MyoCoveredRegion *region)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new ();

  g_ptr_array_add (words, (char *) myo_pain_words_quality (region->main_quality));
  for (MyoQuality quality = 0; quality < MYO_N_QUALITIES; quality++)
    if (quality != region->main_quality && (region->qualities & (1u << quality)) != 0)
      g_ptr_array_add (words, (char *) myo_pain_words_quality (quality));
  g_ptr_array_add (words, NULL);
  /* Translators: what stands between words such as "aching" and "numb" in a list */
  return g_strjoinv (C_("between qualities of pain", ", "), (char **) words->pdata);
}

static char *
describe_region (MyoAtlas               *atlas,
                 const MyoCoveredRegion *region)
{
  g_autofree char *name = myo_pain_words_region (atlas, region->id, region->side);
  g_autofree char *qualities = join_qualities (region);
  g_autofree char *area = myo_pain_words_area (region->area);
  int intensity = myo_pain_words_intensity (region->intensity);

  if (region->inner)
    /* Translators: a place inside the body that hurts, what it feels like, how strong the pain is from 0 to 10:
     * "Deep in the ear, right: sharp, 6 of 10" */
    return g_strdup_printf (_("%s: %s, %d of 10"), name, qualities, intensity);

  /* Translators: a place that hurts, what it feels like, how strong the pain is from 0 to 10, and its area:
   * "Temple, right: aching, 6 of 10, 14 cm²" */
  return g_strdup_printf (_("%s: %s, %d of 10, %s"), name, qualities, intensity, area);
}

char **
myo_pain_words_describe (MyoAtlas    *atlas,
                         MyoCoverage *coverage)
{
  g_autoptr(GPtrArray) regions = NULL;
  GPtrArray *lines;

  g_return_val_if_fail (MYO_IS_ATLAS (atlas) && coverage != NULL, NULL);

  regions = myo_pain_words_list_regions (coverage);
  lines = g_ptr_array_new ();
  for (guint i = 0; i < regions->len; i++)
    g_ptr_array_add (lines, describe_region (atlas, g_ptr_array_index (regions, i)));
  g_ptr_array_add (lines, NULL);
  return (char **) g_ptr_array_free (lines, FALSE);
}
