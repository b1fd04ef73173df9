/* `describe`: a saved pain drawing in words: where it hurts, what is to be asked first, what explains it, what else it could be.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "myo-cli.h"
#include "myo-pain-words.h"
#include "myo-screening.h"
#include "myo-words.h"

#define MOST_MUSCLES    10
#define MOST_CONDITIONS 5

/* --- Pieces --- */

static void
print_heading (const char *text)
{
  g_print ("\n%s\n", text);
}

static void
print_texts (const char *heading,
             GPtrArray  *texts)
{
  if (texts == NULL || texts->len == 0)
    return;
  g_print ("    %s\n", heading);
  for (guint i = 0; i < texts->len; i++)
    g_print ("      • %s\n", (const char *) g_ptr_array_index (texts, i));
}

static char *
name_candidate (const MyoCandidate *candidate)
{
  return myo_words_muscle_side (candidate->muscle->name, candidate->side);
}

/* --- The parts --- */

static void
print_where (MyoPainStudy *study)
{
  MyoAtlas *atlas = myo_pain_study_get_atlas (study);
  MyoCoverage *coverage = myo_pain_study_get_coverage (study);
  g_autofree char *where = myo_pain_words_where (atlas, coverage);
  g_auto(GStrv) lines = myo_pain_words_describe (atlas, coverage);

  g_print ("%s\n%s\n", _("Where it hurts"), where);
  for (guint i = 0; lines[i] != NULL; i++)
    g_print ("  • %s\n", lines[i]);
}

static void
print_questions (MyoPainStudy *study)
{
  g_autoptr(GPtrArray) flags = myo_screening_list_flags (myo_pain_study_get_atlas (study), myo_pain_study_get_coverage (study));

  if (flags->len == 0)
    return;
  print_heading (_("To be asked first"));
  for (guint i = 0; i < flags->len; i++)
    {
      const MyoFlag *flag = g_ptr_array_index (flags, i);

      g_print ("  • %s: %s\n", flag->name, flag->question);
      /* Translators: what to do when a screening question is answered with yes */
      g_print (_("    If so: %s\n"), flag->advice);
    }
}

static void
print_muscles (MyoPainStudy *study)
{
  GPtrArray *candidates = myo_pain_study_get_candidates (study);

  print_heading (_("Muscles that may send this pain, best first"));
  if (candidates->len == 0)
    g_print ("  %s\n", _("No muscle of the atlas sends pain there."));
  for (guint i = 0; i < MIN (candidates->len, MOST_MUSCLES); i++)
    {
      const MyoCandidate *candidate = g_ptr_array_index (candidates, i);
      g_autofree char *name = name_candidate (candidate);

      /* Translators: place in the list, muscle and side, label of its trigger point, how much of the pain it explains:
       * "1. Infraspinatus, right (TrP1) explains 62 % of the pain." */
      g_print (_("  %u. %s (%s) explains %.0f %% of the pain.\n"), i + 1, name, candidate->point->label, candidate->share * 100);
    }
}

static char *
join_candidates (GPtrArray *candidates)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < candidates->len; i++)
    g_ptr_array_add (names, name_candidate (g_ptr_array_index (candidates, i)));
  g_ptr_array_add (names, NULL);
  return g_strjoinv (" + ", (char **) names->pdata);
}

static void
print_sets (MyoPainStudy *study)
{
  GPtrArray *explanations = myo_pain_study_get_explanations (study);

  if (explanations->len == 0)
    return;
  print_heading (_("The fewest muscles that explain it together"));
  for (guint i = 0; i < explanations->len; i++)
    {
      const MyoExplanation *explanation = g_ptr_array_index (explanations, i);
      g_autofree char *names = join_candidates (explanation->candidates);

      /* Translators: how much of the pain, and one or more muscles that explain it: "94 %: Trapezius, right + Suboccipitals, right" */
      g_print (_("  • %.0f %%: %s\n"), explanation->share * 100, names);
    }
}

static void
print_unexplained (MyoPainStudy *study)
{
  GArray *regions = myo_pain_study_get_unexplained (study);

  if (regions->len == 0)
    return;
  print_heading (_("What no muscle of the atlas explains"));
  for (guint i = 0; i < regions->len; i++)
    {
      const MyoCoveredRegion *region = &g_array_index (regions, MyoCoveredRegion, i);
      g_autofree char *name = myo_pain_words_region (myo_pain_study_get_atlas (study), region->id, region->side);
      g_autofree char *area = myo_pain_words_area (region->area);

      if (region->inner)
        g_print ("  • %s\n", name);
      else
        /* Translators: a place and its area: "Temple, right: 3.2 cm²" */
        g_print (_("  • %s: %s\n"), name, area);
    }
}

static void
print_conditions (MyoPainStudy *study)
{
  g_autoptr(GPtrArray) conditions = myo_screening_list_conditions (myo_pain_study_get_atlas (study),
                                                                  myo_pain_study_get_coverage (study), MOST_CONDITIONS);

  if (conditions->len == 0)
    return;
  print_heading (_("What people call pain in this place, and what else it could be"));
  for (guint i = 0; i < conditions->len; i++)
    {
      const MyoCondition *condition = g_ptr_array_index (conditions, i);

      g_print ("  %s\n", condition->name);
      print_texts (_("Other causes:"), condition->other_causes);
      print_texts (_("See a doctor:"), condition->see_doctor);
    }
}

static void
print_study (MyoPainStudy *study)
{
  if (myo_coverage_get_regions (myo_pain_study_get_coverage (study))->len == 0)
    {
      g_print ("%s\n", _("Nothing is painted."));
      return;
    }
  print_where (study);
  print_questions (study);
  print_muscles (study);
  print_sets (study);
  print_unexplained (study);
  print_conditions (study);
}

/* --- The command --- */

MyoCliStatus
myo_cli_describe (int    argc,
                  char **argv)
{
  g_autoptr(MyoPainStudy) study = NULL;

  if (!myo_cli_parse (&argc, argv, "FILE.xml",
                      _("Tells in words what a saved pain drawing covers, what is to be asked first, which muscles\n"
                        "explain it, alone and together, what none explains, and what else it could be."), NULL, 1, 1))
    return MYO_CLI_USAGE;
  study = myo_cli_load_study (argv[1]);
  if (study == NULL)
    return MYO_CLI_FAULT;
  print_study (study);
  return MYO_CLI_OK;
}
