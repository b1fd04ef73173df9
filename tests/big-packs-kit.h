/* The biggest folder of packs that the limits allow, for tests of what it costs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gstdio.h>

#include "myo-atlas-reader.h"

#define N_PACKS        100
#define N_PACK_MUSCLES 5
#define N_PACK_POINTS  2             /* of a muscle */
#define N_PACK_AREAS   6             /* of a point */

/* A fifth of them under Valgrind. */
static inline guint
get_n_packs (void)
{
  return g_getenv ("TEST_SMALL") != NULL ? N_PACKS / 5 : N_PACKS;
}

/* Where all areas lie on the back, mm */
#define PACK_X 400
#define PACK_Y 400

static inline void
append_area (GString *text)
{
  g_string_append (text, "<area view=\"back\" brush=\"30\" d=\"M390 390");
  for (guint i = 0; i < 90; i++)
    g_string_append_printf (text, "L%u %u", 380 + i % 40, 380 + i * 7 % 40);
  g_string_append (text, "Z\"/>");
}

static inline void
append_point (GString *text,
              guint    muscle,
              guint    number)
{
  g_string_append_printf (text, "<trigger-point id=\"p%u-%u\" label=\"TrP%u\"><spot view=\"back\" x=\"450\" y=\"400\"/><find>Feel.</find>"
                          "<zone region=\"occiput\" kind=\"primary\" side=\"both\">", muscle, number, number + 1);
  for (guint i = 0; i < N_PACK_AREAS; i++)
    append_area (text);
  g_string_append (text, "</zone><evidence source=\"manual-1\" at=\"1\" grade=\"B\"/></trigger-point>");
}

static inline void
append_muscle (GString *text,
               guint    number)
{
  g_string_append_printf (text, "<muscle id=\"m%u\" region=\"shoulder\" depth=\"deep\" self-care=\"yes\"><name>Muscle %u</name><latin>L</latin>"
                          "<summary>S.</summary><origin>O.</origin><insertion>I.</insertion><action>A.</action><nerve>N.</nerve>", number, number);
  for (guint i = 0; i < 30; i++)
    g_string_append (text, "<symptom>An ache that goes on for as many words as there is room for.</symptom>");
  g_string_append (text, "<cause>C.</cause>");
  for (guint i = 0; i < N_PACK_POINTS; i++)
    append_point (text, number, i);
  g_string_append_printf (text, "<technique id=\"t%u\" for=\"self\" method=\"ischaemic-compression\" tool=\"thumbs\"><title>T</title>"
                          "<step kind=\"prepare\">Sit.</step><step kind=\"press\" seconds=\"30\" repeat=\"2\" rest=\"10\" pressure=\"5\">Press.</step>"
                          "</technique></muscle>\n", number);
}

static inline void
write_packs (const char *folder)
{
  for (guint i = 0; i < get_n_packs (); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s/p%02u.xml", folder, i);
      g_autoptr(GString) text = g_string_new ("<atlas xmlns=\"https://myomap.github.io/ns/atlas/1\" version=\"1\">\n");

      for (guint k = 0; k < N_PACK_MUSCLES; k++)
        append_muscle (text, i * N_PACK_MUSCLES + k);
      for (guint k = 0; k < 3; k++)
        g_string_append_printf (text, "<topic id=\"topic-%u-%u\"><name>Topic %u %u</name><text>Words.</text></topic>\n", i, k, i, k);
      g_string_append (text, "</atlas>\n");
      g_assert_true (g_file_set_contents (name, text->str, -1, NULL));
    }
}

/* Returns: (transfer full): the built-in atlas with the packs, made ready as the program does in its thread */
static inline MyoAtlas *
read_biggest_packs (void)
{
  MyoAtlas *atlas = myo_atlas_read_builtin (NULL);
  g_autofree char *path = g_dir_make_tmp ("myomap-packs-XXXXXX", NULL);
  g_autoptr(GFile) folder = g_file_new_for_path (path);
  g_autoptr(GPtrArray) problems = NULL;

  write_packs (path);
  problems = myo_atlas_load_packs (atlas, folder);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", ((const MyoAtlasProblem *) g_ptr_array_index (problems, i))->reason);
  g_assert_cmpuint (problems->len, ==, 0);
  for (guint i = 0; i < get_n_packs (); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s/p%02u.xml", path, i);

      g_assert_cmpint (g_remove (name), ==, 0);
    }
  g_assert_cmpint (g_rmdir (path), ==, 0);
  return atlas;
}
