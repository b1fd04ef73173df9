/* Packs: what is accepted is sound and can be drawn, what is refused says why and where, and the atlas that it was for stays as it was.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "fuzz.h"
#include "myo-atlas-reader.h"
#include "myo-path-check-private.h"
#include "myo-xml-scan-private.h"

static const char * const tokens[] = {
  "<muscle ", "</muscle>", "<trigger-point ", "<zone ", "<area ", "<step ", "<technique ", "<topic ", "<flag ", "<source ", "<evidence ",
  "id=\"", "region=\"", "d=\"", "view=\"back\"", "kind=\"press\"", "seconds=\"30\"", "side=\"same\"", "/>", ">", "<", "\"", "'", "&amp;", "&lt;",
  "&#10;", "&#65;", "&#x10FFFF;", "&nbsp;", "<!--", "-->", "<![CDATA[", "]]>", "<?p ", "?>", "<!DOCTYPE atlas [<!ENTITY a 'b'>]>",
  " xmlns:x=\"y\"", " xml:id=\"z\"", " x:y=\"z\"", " a=''", "encoding='UTF-7'", "<?xml version='1.0' encoding='ISO-8859-1'?>", "\xef\xbb\xbf",
  "\xff", "\n", "infraspinatus", "temple", "manual-1", "M1 1L20 20", "M117,,594", "\xc3\xa4", "\xf0\x9f\x98\x80", NULL,
};

static MyoAtlas *base;
static char *version;

/* --- What was accepted --- */

static void
check_areas (const MyoTriggerPoint *point)
{
  for (guint i = 0; i < point->zones->len; i++)
    {
      const MyoZone *zone = g_ptr_array_index (point->zones, i);

      for (guint k = 0; k < zone->areas->len; k++)
        {
          const MyoArea *area = g_ptr_array_index (zone->areas, k);

          g_assert_null (myo_path_check (area->path));
          g_assert_true (area->view < MYO_N_VIEWS && area->brush >= 0 && area->brush <= 60);
        }
    }
}

static void
check_point (const MyoTriggerPoint *point)
{
  g_assert_true (point->id != NULL && *point->id != '\0' && point->label != NULL && point->find != NULL);
  for (guint i = 0; i < point->spots->len; i++)
    {
      const MyoSpot *spot = g_ptr_array_index (point->spots, i);
      double width, height;

      myo_view_get_size (spot->view, &width, &height);
      g_assert_true (spot->x >= 0 && spot->x <= width && spot->y >= 0 && spot->y <= height);
    }
  check_areas (point);
}

static void
check_technique (const MyoTechnique *technique)
{
  g_assert_true (technique->steps->len > 0);
  for (guint i = 0; i < technique->steps->len; i++)
    {
      const MyoStep *step = g_ptr_array_index (technique->steps, i);

      g_assert_true (step->seconds >= 0 && step->seconds <= 600 && step->repeat >= 1 && step->repeat <= 20 && step->rest >= 0);
      g_assert_true (step->text != NULL && *step->text != '\0');
    }
}

static void
check_atlas (MyoAtlas *atlas)
{
  GPtrArray *muscles = myo_atlas_get_muscles (atlas);

  for (guint i = 0; i < muscles->len; i++)
    {
      MyoMuscle *muscle = g_ptr_array_index (muscles, i);

      g_assert_true (muscle->name != NULL && *muscle->name != '\0' && muscle->points->len > 0);
      for (guint k = 0; k < muscle->points->len; k++)
        check_point (g_ptr_array_index (muscle->points, k));
      for (guint k = 0; k < muscle->techniques->len; k++)
        check_technique (g_ptr_array_index (muscle->techniques, k));
    }
}

/* --- All of it --- */

static void
check_problems (GPtrArray    *problems,
                const GError *error,
                const char   *data,
                gsize         length)
{
  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *text = myo_atlas_problem_to_string (g_ptr_array_index (problems, i));

      fuzz_assert_placed (text, "input.xml", data, length);
      if (i == 0)
        g_assert_cmpstr (text, ==, error->message);
    }
}

static void
check_steps (const char *data,
             gsize       length)
{
  const MyoXmlLimits limits = { 4 * 1024 * 1024, 40000, 16 * 1024 };
  g_auto(MyoXmlFault) fault = { 0 };
  gsize steps;

  myo_xml_scan (data, length, &limits, &steps, &fault);
  g_assert_cmpuint (steps, <=, 8 * length + 64);
}

static void
run (const char *data,
     gsize       length)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (data, length);
  g_autoptr(GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) myo_atlas_problem_free);
  g_autoptr(GError) error = NULL;
  g_autoptr(MyoAtlas) atlas = myo_atlas_read_bytes (bytes, "input.xml", base, problems, &error);

  check_steps (data, length);
  g_assert_cmpint (atlas == NULL, ==, error != NULL);
  g_assert_cmpint (atlas == NULL, ==, problems->len > 0);
  check_problems (problems, error, data, length);
  g_assert_cmpstr (myo_atlas_get_version (base), ==, version);
  if (atlas != NULL)
    check_atlas (atlas);
}

static const FuzzTarget target = { "atlas", tokens, 400, 60000, run };

int
main (int   argc,
      char *argv[])
{
  int status;

  base = myo_atlas_read_builtin (NULL);
  version = g_strdup (myo_atlas_get_version (base));
  status = fuzz_main (argc, argv, &target);
  g_free (version);
  g_object_unref (base);
  return status;
}
