/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "myo-words.h"

char *
myo_words_duration (gint64 ms)
{
  gint64 seconds = (ms + 500) / 1000;

  if (seconds < 90)
    /* Translators: a duration; s is the symbol of the second */
    return g_strdup_printf (_("%d s"), (int) seconds);
  if (seconds % 60 == 0 || seconds >= 600)
    /* Translators: a duration in minutes */
    return g_strdup_printf (_("%d min"), (int) ((seconds + 30) / 60));

  /* Translators: a duration in minutes and seconds */
  return g_strdup_printf (_("%d min %d s"), (int) (seconds / 60), (int) (seconds % 60));
}

static GDateTime *
get_local (gint64 us)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (us / G_USEC_PER_SEC);

  return g_date_time_to_local (utc);
}

static gboolean
is_same_day (GDateTime *a,
             GDateTime *b)
{
  return g_date_time_get_year (a) == g_date_time_get_year (b) && g_date_time_get_day_of_year (a) == g_date_time_get_day_of_year (b);
}

char *
myo_words_day (gint64 us,
               gint64 now)
{
  g_autoptr(GDateTime) day = get_local (us), today = get_local (now), yesterday = g_date_time_add_days (today, -1);

  if (is_same_day (day, today))
    return g_strdup (_("Today"));
  if (is_same_day (day, yesterday))
    return g_strdup (_("Yesterday"));

  /* Translators: a day as a heading, in the notation of strftime: "Monday, 3 November 2025" */
  return g_date_time_format (day, _("%A, %-e %B %Y"));
}

const char *
myo_words_side (MyoSide side)
{
  switch (side)
    {
    case MYO_SIDE_LEFT:
      /* Translators: the left side of the body */
      return _("left");
    case MYO_SIDE_RIGHT:
      /* Translators: the right side of the body */
      return _("right");
    case MYO_SIDE_MIDDLE:
    default:
      /* Translators: in the midline of the body */
      return _("middle");
    }
}

char *
myo_words_muscle_side (const char *name,
                       MyoSide     side)
{
  /* Translators: a muscle or a body region, and its side of the body */
  return side == MYO_SIDE_MIDDLE ? g_strdup (name)
         : side == MYO_SIDE_LEFT ? g_strdup_printf (_("%s, left"), name)
                                 : g_strdup_printf (_("%s, right"), name);
}

char *
myo_words_pressure (int pressure)
{
  /* Translators: how hard to press, on a scale of tenderness from 0 to 10 */
  return g_strdup_printf (_("pressure %d of 10"), pressure);
}

const char *
myo_words_step_kind (MyoStepKind kind)
{
  switch (kind)
    {
    case MYO_STEP_PREPARE:
      return _("Prepare");
    case MYO_STEP_LOCATE:
      return _("Find the spot");
    case MYO_STEP_PRESS:
      return _("Press and hold");
    case MYO_STEP_STROKE:
      return _("Stroke");
    case MYO_STEP_SQUEEZE:
      return _("Squeeze");
    case MYO_STEP_STRETCH:
      return _("Stretch");
    case MYO_STEP_BREATHE:
      return _("Breathe");
    case MYO_STEP_REST:
      return _("Rest");
    case MYO_STEP_CHECK:
      return _("Check");
    case MYO_STEP_AFTER:
    default:
      return _("Afterwards");
    }
}

const char *
myo_words_tempo (MyoTempo tempo)
{
  switch (tempo)
    {
    case MYO_TEMPO_SLOW:
      return _("slowly");
    case MYO_TEMPO_MEDIUM:
      return _("at an even pace");
    case MYO_TEMPO_FAST:
      return _("quickly");
    case MYO_TEMPO_SLOW_FAST:
      return _("slow and quick in turn");
    case MYO_TEMPO_NONE:
    default:
      return NULL;
    }
}

const char *
myo_words_related (MyoRelatedKind kind)
{
  switch (kind)
    {
    case MYO_RELATED_SYNERGIST:
      return _("works with it");
    case MYO_RELATED_ANTAGONIST:
      return _("works against it");
    case MYO_RELATED_SATELLITE:
    default:
      return _("often painful along with it");
    }
}

const char *
myo_words_audience (MyoAudience audience)
{
  return audience == MYO_FOR_SELF ? _("For yourself") : _("For a practitioner");
}

/* A region and, where it is not the point's own side, on which side. */
static char *
zone_name (MyoAtlas      *atlas,
           const MyoZone *zone)
{
  const MyoRegion *region = myo_atlas_get_region (atlas, zone->region);
  const char *name = region != NULL ? region->name : zone->region;

  if (zone->side == MYO_ZONE_OPPOSITE)
    /* Translators: a body region on the side opposite to the muscle */
    return g_strdup_printf (_("%s (other side)"), name);
  if (zone->side == MYO_ZONE_BOTH)
    /* Translators: a body region on both sides */
    return g_strdup_printf (_("%s (both sides)"), name);

  return g_strdup (name);
}

static void
collect_zones (MyoAtlas              *atlas,
               GPtrArray             *points,
               const MyoTriggerPoint *only,
               MyoZoneKind            kind,
               GPtrArray             *besides,
               GPtrArray             *names)
{
  for (guint p = 0; p < points->len; p++)
    {
      const MyoTriggerPoint *point = points->pdata[p];

      for (guint z = 0; (only == NULL || only == point) && z < point->zones->len; z++)
        {
          const MyoZone *zone = point->zones->pdata[z];
          char *name = zone->kind == kind ? zone_name (atlas, zone) : NULL;

          if (name == NULL || g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL)
              || (besides != NULL && g_ptr_array_find_with_equal_func (besides, name, g_str_equal, NULL)))
            g_free (name);
          else
            g_ptr_array_add (names, name);
        }
    }
}

char *
myo_words_zones (MyoAtlas              *atlas,
                 GPtrArray             *points,
                 const MyoTriggerPoint *only,
                 MyoZoneKind            kind)
{
  g_autoptr(GPtrArray) primary = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  collect_zones (atlas, points, only, MYO_ZONE_PRIMARY, NULL, primary);
  collect_zones (atlas, points, only, kind, kind == MYO_ZONE_PRIMARY ? NULL : primary, names);
  if (names->len == 0)
    return NULL;

  g_ptr_array_add (names, NULL);
  return g_strjoinv ("\n", (char **) names->pdata);
}

static int
strongest (const MyoTechnique *technique)
{
  int pressure = -1;

  for (guint i = 0; i < technique->steps->len; i++)
    pressure = MAX (pressure, ((MyoStep *) technique->steps->pdata[i])->pressure);

  return pressure;
}

char *
myo_words_technique (MyoAtlas           *atlas,
                     MyoMuscle          *muscle,
                     const MyoTechnique *technique,
                     int                 get_ready_ms)
{
  g_autoptr(MyoRoutine) routine = myo_routine_new (muscle, technique, NULL, MYO_SIDE_RIGHT, get_ready_ms);
  const MyoTool *tool = myo_atlas_get_tool (atlas, technique->tool);
  gint64 ms = myo_routine_get_duration_ms (routine, 0);
  int pressure = strongest (technique);
  GString *words = g_string_new (tool != NULL ? tool->name : technique->tool);

  if (ms > 0)
    {
      g_autofree char *duration = myo_words_duration (ms);

      g_string_append_printf (words, " · %s", duration);
    }
  if (pressure >= 0)
    {
      g_string_append (words, " · ");
      /* Translators: the strongest pressure used, on a scale from 0 to 10 */
      g_string_append_printf (words, _("pressure up to %d of 10"), pressure);
    }

  return g_string_free (words, FALSE);
}

const char *
myo_words_end (MyoEnd end)
{
  switch (end)
    {
    case MYO_END_DONE:
      return _("finished");
    case MYO_END_INTERRUPTED:
      return _("interrupted");
    case MYO_END_STOPPED:
    case MYO_END_SKIPPED:
    case MYO_END_RELEASED:
    case MYO_END_NONE:
    default:
      return _("stopped early");
    }
}

const char *
myo_words_grade (char grade)
{
  switch (grade)
    {
    case 'A':
      return _("several studies or experiments agree");
    case 'B':
      return _("the classic pattern, with some study");
    case 'C':
    default:
      return _("clinical description alone");
    }
}

const char *
myo_words_prevalence (int level)
{
  switch (level)
    {
    case 5:
      return _("Among the muscles that cause pain most often.");
    case 4:
      return _("Often a cause of pain.");
    case 3:
      return _("A cause of pain now and then.");
    case 2:
      return _("Not often a cause of pain.");
    case 1:
      return _("Rarely a cause of pain.");
    default:
      return NULL;
    }
}
