/* A good pack, to be broken or loaded, and what the tests of packs do with problems.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

#include "myo-atlas-reader.h"

/* The lines are numbered at their ends. */
static const char good_pack[] =
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"                                                                  /* 1 */
  "<atlas xmlns=\"https://myomap.github.io/ns/atlas/1\" version=\"1\">\n"                                         /* 2 */
  "  <muscle id=\"pack-muscle\" region=\"shoulder\" depth=\"deep\" fma=\"32546\" self-care=\"yes\">\n"            /* 3 */
  "    <name>Pack muscle</name>\n"                                                                                /* 4 */
  "    <latin>Musculus novus</latin>\n"                                                                           /* 5 */
  "    <summary>A muscle that came in a pack.</summary>\n"                                                        /* 6 */
  "    <origin>Here.</origin><insertion>There.</insertion><action>Lifts.</action><nerve>A nerve.</nerve>\n"       /* 7 */
  "    <symptom>It aches.</symptom>\n"                                                                            /* 8 */
  "    <cause>Too much work.</cause>\n"                                                                           /* 9 */
  "    <related kind=\"synergist\" muscle=\"infraspinatus\"/>\n"                                                  /* 10 */
  "    <caution kind=\"care\" flag=\"pregnancy\">Gently.</caution>\n"                                             /* 11 */
  "    <caution kind=\"avoid\">Not on the artery.</caution>\n"                                                    /* 12 */
  "    <trigger-point id=\"pack-muscle-trp1\" label=\"TrP1\">\n"                                                  /* 13 */
  "      <spot view=\"back\" x=\"450\" y=\"400\"/>\n"                                                             /* 14 */
  "      <find>Feel for a band.</find>\n"                                                                         /* 15 */
  "      <zone region=\"occiput\" kind=\"spillover\" side=\"same\">\n"                                            /* 16 */
  "        <area view=\"back\" d=\"M400 100C410 110 420 120 430 100Z\"/>\n"                                       /* 17 */
  "      </zone>\n"                                                                                               /* 18 */
  "      <zone region=\"forehead\" kind=\"primary\" side=\"same\">\n"                                             /* 19 */
  "        <area view=\"front\" d=\"M300 100l10 10\" brush=\"14\"/>\n"                                            /* 20 */
  "      </zone>\n"                                                                                               /* 21 */
  "      <evidence source=\"manual-1\" at=\"chapter 1\" grade=\"B\"/>\n"                                          /* 22 */
  "    </trigger-point>\n"                                                                                        /* 23 */
  "    <technique id=\"pack-hold\" for=\"self\" method=\"ischaemic-compression\" tool=\"thumbs\">\n"              /* 24 */
  "      <title>Hold it</title>\n"                                                                                /* 25 */
  "      <step kind=\"prepare\">Sit down.</step>\n"                                                               /* 26 */
  "      <step kind=\"press\" seconds=\"30\" repeat=\"2\" rest=\"10\" pressure=\"5\">Press\n\n  softly.</step>\n" /* 27–29 */
  "    </technique>\n"                                                                                            /* 30 */
  "  </muscle>\n"                                                                                                 /* 31 */
  "  <flag id=\"pack-flag\" level=\"care\">\n"                                                                  /* 32 */
  "    <name>Pack flag</name><question>Is it so?</question><advice>Then ask.</advice>\n"                         /* 33 */
  "    <ask region=\"calf-mid\" one-side=\"yes\"/>\n"                                                            /* 34 */
  "    <ask quality=\"numb\"/>\n"                                                                                /* 35 */
  "  </flag>\n"                                                                                                   /* 36 */
  "  <condition id=\"pack-pain\"><name>Pack pain</name><summary>It hurts.</summary>\n"                           /* 37 */
  "    <muscle ref=\"pack-muscle\"/>\n"                                                                          /* 38 */
  "    <felt region=\"temple\"/>\n"                                                                              /* 39 */
  "  </condition>\n"                                                                                              /* 40 */
  "  <prevalence muscle=\"infraspinatus\" level=\"4\">\n"                                                        /* 41 */
  "    <evidence source=\"manual-1\" at=\"chapter 2\" grade=\"C\"/>\n"                                           /* 42 */
  "  </prevalence>\n"                                                                                             /* 43 */
  "</atlas>\n";                                                                                                   /* 44 */

static inline GPtrArray *
new_problems (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) myo_atlas_problem_free);
}

static inline void
print_problems (GPtrArray *problems)
{
  for (guint i = 0; i < MIN (problems->len, 10); i++)
    {
      g_autofree char *text = myo_atlas_problem_to_string (g_ptr_array_index (problems, i));

      g_test_message ("%s", text);
    }
}
