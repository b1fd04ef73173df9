/* How long it takes to read the atlas, a pack of ten times its size, and to search for the first time.
 *
 * The pack is made of the atlas' own files: every muscle ten times, under ids of its own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bench.h"
#include "config.h"
#include "myo-atlas-reader.h"

#define N_LOADS 15
#define N_COPIES 10
#define N_PACK_LOADS 3

#define ATLAS_PATH RESOURCE_PATH "/atlas/"

/* --- The built-in atlas --- */

static double
measure_load (void)
{
  g_autoptr (GArray) samples = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < N_LOADS; i++)
    {
      double start = bench_now_ms (), ms;
      g_autoptr (MyoAtlas) atlas = myo_atlas_read_builtin (NULL);

      ms = bench_now_ms () - start;
      g_array_append_val (samples, ms);
    }
  return bench_get_quantile (samples, .5);
}

/* The index is built by the first search, so each one needs an atlas of its own. */
static double
measure_first_search (void)
{
  g_autoptr (GArray) samples = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < N_LOADS; i++)
    {
      g_autoptr (MyoAtlas) atlas = myo_atlas_read_builtin (NULL);
      double start = bench_now_ms (), ms;

      g_ptr_array_unref (myo_atlas_search (atlas, "shoulder"));
      ms = bench_now_ms () - start;
      g_array_append_val (samples, ms);
    }
  return bench_get_quantile (samples, .5);
}

/* --- A pack --- */

/* Returns: the muscles of one of the atlas' files, as they stand there; "" for a file without */
static char *
cut_muscles (const char *text)
{
  const char *start = strstr (text, "  <muscle id=");
  const char *end = g_strrstr (text, "</muscle>");

  return start != NULL && end != NULL ? g_strndup (start, (gsize) (end - start) + strlen ("</muscle>\n")) : g_strdup ("");
}

/* Muscles, points and techniques are called xN-ID; what they refer to keeps its id. */
static void
append_renamed (GString    *out,
                const char *muscles,
                guint       copy)
{
  const char *rest = muscles;

  for (const char *p; (p = strstr (rest, " id=\"")) != NULL; rest = p + strlen (" id=\""))
    {
      g_string_append_len (out, rest, p - rest);
      g_string_append_printf (out, " id=\"x%u-", copy);
    }
  g_string_append (out, rest);
}

/* Returns: the content of a pack with every muscle of @file @n times, or %NULL when it holds none */
static GBytes *
build_pack (const char *file,
            guint       n)
{
  g_autofree char *path = g_strconcat (ATLAS_PATH, file, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, 0, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autofree char *muscles = cut_muscles (text);
  GString *out;

  if (*muscles == '\0')
    return NULL;
  out = g_string_new ("<atlas xmlns=\"https://myomap.github.io/ns/atlas/1\" version=\"1\">\n");
  for (guint i = 0; i < n; i++)
    append_renamed (out, muscles, i);
  g_string_append (out, "</atlas>\n");
  return g_string_free_to_bytes (out);
}

static void
clear_input (MyoAtlasInput *input)
{
  g_bytes_unref (input->bytes);
  g_free ((char *) input->name);
}

static gboolean
is_muscle_file (const char *name)
{
  return g_str_has_suffix (name, ".xml");
}

/* Returns: (element-type MyoAtlasInput): a file of the pack for each of the atlas' that holds muscles: together they are
 * larger than one file may be */
static GArray *
build_inputs (guint n)
{
  g_auto (GStrv) names = g_resources_enumerate_children (ATLAS_PATH, 0, NULL);
  GArray *inputs = g_array_new (FALSE, FALSE, sizeof (MyoAtlasInput));

  g_array_set_clear_func (inputs, (GDestroyNotify) clear_input);
  for (guint i = 0; names[i] != NULL; i++)
    {
      MyoAtlasInput input = { is_muscle_file (names[i]) ? build_pack (names[i], n) : NULL, NULL };

      if (input.bytes == NULL)
        continue;
      input.name = g_strdup (names[i]);
      g_array_append_val (inputs, input);
    }
  return inputs;
}

/* Returns: the time for one muscle, ms */
static double
bench_pack (MyoAtlas *base,
            guint     n,
            double    beside)
{
  g_autoptr (GArray) inputs = build_inputs (n);
  g_autoptr (GArray) samples = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree char *name = g_strdup_printf ("atlas-pack-%u-times", n);
  guint n_muscles = 0;
  double each;

  for (guint i = 0; i < N_PACK_LOADS; i++)
    {
      g_autoptr (GError) error = NULL;
      double start = bench_now_ms (), ms;
      g_autoptr (MyoAtlas) pack = myo_atlas_read_inputs ((const MyoAtlasInput *) inputs->data, inputs->len, base, NULL, &error);

      g_assert_no_error (error);
      ms = bench_now_ms () - start;
      g_array_append_val (samples, ms);
      n_muscles = g_list_model_get_n_items (G_LIST_MODEL (pack));
    }
  each = bench_get_quantile (samples, .5) / n_muscles;
  /* the time for one muscle, beside that of the smaller pack: 1 is linear */
  bench_print (name, each * n_muscles, "ms", beside > 0 ? each / beside : 0);
  return each;
}

int
main (void)
{
  g_autoptr (MyoAtlas) base = myo_atlas_read_builtin (NULL);
  double each;

  bench_print ("atlas-load", measure_load (), "ms", 0);
  bench_print ("atlas-first-search", measure_first_search (), "ms", 0);
  each = bench_pack (base, 1, 0);
  bench_pack (base, N_COPIES, each);
  return 0;
}
