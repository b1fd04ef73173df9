/* `check`: files against the format, or the built-in atlas and its drawings.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "myo-atlas-reader.h"
#include "myo-cli.h"
#include "myo-drawings.h"

static MyoCliStatus
print_problems (GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *text = myo_atlas_problem_to_string (g_ptr_array_index (problems, i));

      g_print ("%s\n", text);
    }
  return problems->len == 0 ? MYO_CLI_OK : MYO_CLI_FAULT;
}

static void
add_problem (GPtrArray  *problems,
             const char *file,
             int         line,
             char       *reason)
{
  MyoAtlasProblem *problem = g_new0 (MyoAtlasProblem, 1);

  problem->file = g_strdup (file);
  problem->line = line;
  problem->reason = reason;
  g_ptr_array_add (problems, problem);
}

/* --- Files --- */

static void
clear_input (MyoAtlasInput *input)
{
  g_bytes_unref (input->bytes);
}

/* Returns: (transfer full) (element-type MyoAtlasInput): the files that can be read */
static GArray *
load_files (int         n,
            char      **names,
            GPtrArray  *problems)
{
  GArray *inputs = g_array_new (FALSE, FALSE, sizeof (MyoAtlasInput));

  g_array_set_clear_func (inputs, (GDestroyNotify) clear_input);
  for (int i = 0; i < n; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GFile) file = g_file_new_for_commandline_arg (names[i]);
      MyoAtlasInput input = { myo_atlas_load_bytes (file, &error), names[i] };

      if (input.bytes != NULL)
        g_array_append_val (inputs, input);
      else
        add_problem (problems, names[i], 0, g_strdup_printf (_("The file cannot be read: %s."), error->message));
    }
  return inputs;
}

static MyoCliStatus
check_files (int    n,
             char **names)
{
  g_autoptr(GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) myo_atlas_problem_free);
  g_autoptr(GArray) inputs = load_files (n, names, problems);
  g_autoptr(GError) error = NULL;
  g_autoptr(MyoAtlas) base = myo_atlas_read_builtin (&error);
  g_autoptr(MyoAtlas) atlas = NULL;

  if (base == NULL)
    {
      g_printerr ("%s\n", error->message);
      return MYO_CLI_FAULT;
    }
  atlas = myo_atlas_read_inputs ((const MyoAtlasInput *) inputs->data, inputs->len, base, problems, NULL);
  return print_problems (problems);
}

/* --- The drawings of the built-in atlas --- */

typedef struct
{
  MyoAtlas    *atlas;
  MyoDrawings *drawings;
  GHashTable  *places;       /* where in the files the entries stand */
  GPtrArray   *problems;
} Check;

G_GNUC_PRINTF (4, 5)
static void
complain (Check      *check,
          const char *kind,
          const char *id,
          const char *format,
          ...)
{
  g_autofree char *key = g_strconcat (kind, "/", id, NULL);
  const MyoAtlasProblem *place = g_hash_table_lookup (check->places, key);
  va_list args;

  va_start (args, format);
  add_problem (check->problems, place != NULL ? place->file : id, place != NULL ? place->line : 0,
               g_strdup_vprintf (format, args));
  va_end (args);
}

static gboolean
is_drawn (Check      *check,
          const char *id)
{
  for (MyoView view = 0; view < MYO_N_VIEWS; view++)
    if (myo_drawings_has (check->drawings, view, MYO_LAYER_SURFACE, id)
        || myo_drawings_has (check->drawings, view, MYO_LAYER_DEEP, id))
      return TRUE;
  return FALSE;
}

/* Another muscle may lie over this one in the same drawing, so that a pick does not find it; its own picture does. */
#define PIXELS_PER_MM 2.0

static gboolean
covers (Check         *check,
        MyoLayer       layer,
        const char    *id,
        const MyoSpot *spot)
{
  MyoRect part;
  cairo_surface_t *picture = myo_drawings_render_highlight (check->drawings, spot->view, layer, MYO_PALETTE_LIGHT,
                                                            id, PIXELS_PER_MM, &part);
  gboolean inside = FALSE;
  int x, y;

  if (picture == NULL)
    return FALSE;
  x = (int) floor ((spot->x - part.x) * PIXELS_PER_MM);
  y = (int) floor ((spot->y - part.y) * PIXELS_PER_MM);
  if (x >= 0 && y >= 0 && x < cairo_image_surface_get_width (picture) && y < cairo_image_surface_get_height (picture))
    {
      const guchar *row = cairo_image_surface_get_data (picture) + y * cairo_image_surface_get_stride (picture);

      inside = (((const guint32 *) (gconstpointer) row)[x] >> 24) >= 0x80;
    }
  cairo_surface_destroy (picture);
  return inside;
}

static gboolean
is_inside (Check         *check,
           const char    *id,
           const MyoSpot *spot)
{
  const MyoLayer layers[] = { MYO_LAYER_SURFACE, MYO_LAYER_DEEP };

  for (guint i = 0; i < G_N_ELEMENTS (layers); i++)
    if (g_strcmp0 (myo_drawings_pick (check->drawings, spot->view, layers[i], spot->x, spot->y), id) == 0
        || covers (check, layers[i], id, spot))
      return TRUE;
  return FALSE;
}

static void
check_spots (Check                 *check,
             MyoMuscle             *muscle,
             const MyoTriggerPoint *point)
{
  for (guint i = 0; i < point->spots->len; i++)
    {
      const MyoSpot *spot = g_ptr_array_index (point->spots, i);

      if (!is_inside (check, muscle->id, spot))
        complain (check, "trigger-point", point->id,
                  _("The spot %.0f, %.0f lies outside the drawing of “%s” in the view “%s”."),
                  spot->x, spot->y, muscle->id, myo_view_get_nick (spot->view));
    }
}

static void
check_muscle (Check     *check,
              MyoMuscle *muscle)
{
  if (!is_drawn (check, muscle->id))
    {
      complain (check, "muscle", muscle->id, _("The muscle “%s” is in no drawing."), muscle->id);
      return;
    }
  for (guint i = 0; i < muscle->points->len; i++)
    check_spots (check, muscle, g_ptr_array_index (muscle->points, i));
}

static void
check_region (Check           *check,
              const MyoRegion *region)
{
  for (MyoView view = 0; view < MYO_N_VIEWS; view++)
    if ((region->views & (1u << view)) != 0
        && !myo_drawings_has (check->drawings, view, MYO_LAYER_REGIONS, region->id))
      complain (check, "region", region->id, _("The region “%s” is not in the drawing of the view “%s”."),
                region->id, myo_view_get_nick (view));
}

static void
check_drawings (Check *check)
{
  GPtrArray *muscles = myo_atlas_get_muscles (check->atlas);
  GPtrArray *regions = myo_atlas_get_regions (check->atlas);
  g_autoptr(GError) error = NULL;

  if (!myo_drawings_check (check->drawings, &error))
    add_problem (check->problems, "drawings", 0, g_strdup (error->message));
  for (guint i = 0; i < regions->len; i++)
    check_region (check, g_ptr_array_index (regions, i));
  for (guint i = 0; i < muscles->len; i++)
    check_muscle (check, g_ptr_array_index (muscles, i));
}

static MyoCliStatus
check_builtin (void)
{
  g_autoptr(GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) myo_atlas_problem_free);
  g_autoptr(MyoAtlas) atlas = NULL;
  g_autoptr(MyoDrawings) drawings = myo_drawings_new ();
  g_autoptr(GHashTable) places = myo_atlas_locate_builtin ();
  Check check;

  myo_atlas_check_builtin (problems);
  atlas = myo_atlas_read_builtin (NULL);
  check = (Check) { atlas, drawings, places, problems };
  if (atlas != NULL)
    check_drawings (&check);
  return print_problems (problems);
}

MyoCliStatus
myo_cli_check (int    argc,
               char **argv)
{
  if (!myo_cli_parse (&argc, argv, "[FILE…]",
                      _("Checks files against the format and against the atlas they add to, or, without a file,\n"
                        "the built-in atlas and its drawings.  Prints a line for each fault: file, line and reason."),
                      NULL, 0, -1))
    return MYO_CLI_USAGE;
  return argc > 1 ? check_files (argc - 1, argv + 1) : check_builtin ();
}
