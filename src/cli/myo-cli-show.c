/* `list` and `show`: the atlas as text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "myo-cli.h"
#include "myo-words.h"

/* --- list --- */

MyoCliStatus
myo_cli_list (int    argc,
              char **argv)
{
  g_autoptr(MyoAtlas) atlas = NULL;
  GPtrArray *muscles;

  if (!myo_cli_parse (&argc, argv, NULL, _("Lists the muscles by name: id, name and number of trigger points, between tabs."), NULL, 0, 0))
    return MYO_CLI_USAGE;
  atlas = myo_cli_load_atlas ();
  if (atlas == NULL)
    return MYO_CLI_FAULT;
  muscles = myo_atlas_get_muscles (atlas);
  for (guint i = 0; i < muscles->len; i++)
    {
      MyoMuscle *muscle = g_ptr_array_index (muscles, i);

      g_print ("%s\t%s\t%u\n", muscle->id, muscle->name, muscle->points->len);
    }
  return MYO_CLI_OK;
}

/* --- show: words for the model's values --- */

static const char *
depth_words (MyoDepth depth)
{
  switch (depth)
    {
    case MYO_DEPTH_SUPERFICIAL:
      return _("superficial");
    case MYO_DEPTH_INTERMEDIATE:
      return _("intermediate");
    case MYO_DEPTH_DEEP:
    default:
      return _("deep");
    }
}

static const char *
self_care_words (MyoSelfCare self_care)
{
  switch (self_care)
    {
    case MYO_SELF_CARE_YES:
      return _("can be treated by oneself");
    case MYO_SELF_CARE_WITH_CARE:
      return _("can be treated by oneself, with care");
    case MYO_SELF_CARE_PROFESSIONAL:
    default:
      return _("to be treated by a professional only");
    }
}

static const char *
zone_side_words (MyoZoneSide side)
{
  switch (side)
    {
    case MYO_ZONE_SAME:
      return _("same side");
    case MYO_ZONE_OPPOSITE:
      return _("opposite side");
    case MYO_ZONE_BOTH:
      return _("both sides");
    case MYO_ZONE_MIDDLE:
    default:
      return _("middle");
    }
}

/* --- show: the parts --- */

static void
print_heading (const char *text)
{
  g_print ("\n%s\n", text);
}

static void
print_fact (const char *name,
            const char *text)
{
  if (text != NULL && *text != '\0')
    g_print ("  %s: %s\n", name, text);
}

static void
print_texts (const char *heading,
             GPtrArray  *texts)
{
  print_heading (heading);
  for (guint i = 0; i < texts->len; i++)
    g_print ("  • %s\n", (const char *) g_ptr_array_index (texts, i));
}

static void
print_cautions (MyoAtlas  *atlas,
                MyoMuscle *muscle)
{
  if (muscle->cautions->len == 0)
    return;
  print_heading (_("Cautions"));
  for (guint i = 0; i < muscle->cautions->len; i++)
    {
      const MyoCaution *caution = g_ptr_array_index (muscle->cautions, i);
      const MyoFlag *flag = myo_atlas_get_flag (atlas, caution->flag);

      g_print ("  %s %s", caution->kind == MYO_CAUTION_AVOID ? _("Avoid:") : _("Care:"), caution->text);
      if (flag != NULL)
        g_print (" [%s]", flag->name);
      g_print ("\n");
    }
}

static void
print_related (MyoAtlas  *atlas,
               MyoMuscle *muscle)
{
  if (muscle->related->len == 0)
    return;
  print_heading (_("Related muscles"));
  for (guint i = 0; i < muscle->related->len; i++)
    {
      const MyoRelated *related = g_ptr_array_index (muscle->related, i);
      MyoMuscle *other = myo_atlas_get_muscle (atlas, related->muscle);

      g_print ("  %s: %s\n", myo_words_related (related->kind), other != NULL ? other->name : related->muscle);
    }
}

static void
print_spots (const MyoTriggerPoint *point)
{
  for (guint i = 0; i < point->spots->len; i++)
    {
      const MyoSpot *spot = g_ptr_array_index (point->spots, i);

      g_print (_("    At %.0f, %.0f mm (%s)\n"), spot->x, spot->y, myo_view_get_nick (spot->view));
    }
}

static void
print_zones (MyoAtlas              *atlas,
             const MyoTriggerPoint *point)
{
  for (guint i = 0; i < point->zones->len; i++)
    {
      const MyoZone *zone = g_ptr_array_index (point->zones, i);
      const MyoRegion *region = myo_atlas_get_region (atlas, zone->region);

      g_print ("    %s %s (%s)\n", zone->kind == MYO_ZONE_PRIMARY ? _("Pain:") : _("Sometimes:"),
               region != NULL ? region->name : zone->region, zone_side_words (zone->side));
    }
}

static void
print_evidence (MyoAtlas  *atlas,
                GPtrArray *list)
{
  for (guint i = 0; i < list->len; i++)
    {
      const MyoEvidence *evidence = g_ptr_array_index (list, i);
      const MyoSource *source = myo_atlas_get_source (atlas, evidence->source);

      g_print (_("    Evidence %c: %s %s\n"), evidence->grade,
               source != NULL ? source->citation : evidence->source, evidence->at);
      if (evidence->note != NULL)
        g_print ("      %s\n", evidence->note);
    }
}

static void
print_points (MyoAtlas  *atlas,
              MyoMuscle *muscle)
{
  print_heading (_("Trigger points"));
  for (guint i = 0; i < muscle->points->len; i++)
    {
      const MyoTriggerPoint *point = g_ptr_array_index (muscle->points, i);

      g_print ("  %s (%s)\n    %s\n", point->label, point->id, point->find);
      print_spots (point);
      print_zones (atlas, point);
      print_evidence (atlas, point->evidence);
    }
}

static void
print_dose (const MyoStep *step)
{
  g_autoptr(GString) dose = g_string_new (NULL);

  if (step->seconds > 0)
    g_string_append_printf (dose, ", %d s", step->seconds);
  if (step->repeat > 1)
    g_string_append_printf (dose, ", %d ×", step->repeat);
  if (step->rest > 0)
    g_string_append_printf (dose, _(", rest %d s"), step->rest);
  if (step->pressure >= 0)
    g_string_append_printf (dose, _(", pressure %d of 10"), step->pressure);
  if (step->tempo != MYO_TEMPO_NONE)
    g_string_append_printf (dose, ", %s", myo_words_tempo (step->tempo));
  if (step->each_side)
    g_string_append_printf (dose, ", %s", _("each side"));
  if (dose->len > 0)
    g_print (" [%s]", dose->str + strlen (", "));
}

static void
print_technique (MyoAtlas           *atlas,
                 const MyoTechnique *technique)
{
  const MyoMethod *method = myo_atlas_get_method (atlas, technique->method);
  const MyoTool *tool = myo_atlas_get_tool (atlas, technique->tool);

  g_print ("  %s (%s)\n", technique->title,
           technique->audience == MYO_FOR_SELF ? _("for oneself") : _("for a practitioner"));
  g_print ("    %s, %s\n", method != NULL ? method->name : technique->method, tool != NULL ? tool->name : technique->tool);
  for (guint i = 0; i < technique->steps->len; i++)
    {
      const MyoStep *step = g_ptr_array_index (technique->steps, i);

      g_print ("    %u. %s", i + 1, myo_words_step_kind (step->kind));
      print_dose (step);
      g_print (": %s\n", step->text);
    }
}

static void
print_techniques (MyoAtlas  *atlas,
                  MyoMuscle *muscle)
{
  if (muscle->techniques->len == 0)
    return;
  print_heading (_("Treatment"));
  for (guint i = 0; i < muscle->techniques->len; i++)
    print_technique (atlas, g_ptr_array_index (muscle->techniques, i));
}

static void
print_anatomy (MyoMuscle *muscle)
{
  print_heading (_("Anatomy"));
  print_fact (_("Origin"), muscle->origin);
  print_fact (_("Insertion"), muscle->insertion);
  print_fact (_("Action"), muscle->action);
  print_fact (_("Nerve"), muscle->nerve);
  print_fact (_("Depth"), depth_words (muscle->depth));
  print_fact ("FMA", muscle->fma);
}

static void
print_muscle (MyoAtlas  *atlas,
              MyoMuscle *muscle)
{
  g_print ("%s (%s)\n%s\n\n%s\n%s\n", muscle->name, muscle->id, muscle->latin, muscle->summary,
           self_care_words (muscle->self_care));
  print_anatomy (muscle);
  print_texts (_("Symptoms"), muscle->symptoms);
  print_texts (_("Causes"), muscle->causes);
  print_cautions (atlas, muscle);
  print_related (atlas, muscle);
  print_points (atlas, muscle);
  print_techniques (atlas, muscle);
}

MyoCliStatus
myo_cli_show (int    argc,
              char **argv)
{
  g_autoptr(MyoAtlas) atlas = NULL;
  MyoMuscle *muscle;

  if (!myo_cli_parse (&argc, argv, "ID", _("Shows all that the atlas says of one muscle."), NULL, 1, 1))
    return MYO_CLI_USAGE;
  atlas = myo_cli_load_atlas ();
  muscle = atlas != NULL ? myo_cli_find_muscle (atlas, argv[1]) : NULL;
  if (muscle == NULL)
    return MYO_CLI_FAULT;
  print_muscle (atlas, muscle);
  return MYO_CLI_OK;
}
