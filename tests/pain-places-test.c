/* What is painted in one view shows in the others in the same region and on the same side, and nowhere else: every region, every view
 * that shows it, both sides, painted and marked whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pain-kit.h"

#define SCALE 1.0

/* Shapes run out in tips as thin as a hair, which picking does not find: drawn fainter than this, or no more than these pixels. */
#define HAIR_ALPHA  48
#define HAIR_PIXELS 12

static MyoPainLayer *layers[MYO_N_FIGURES];

/* What the layers said to have changed; that this holds all that is painted is tested with the layers. */
static MyoRect changed[MYO_N_FIGURES];

static guint n_faults;

static void G_GNUC_PRINTF (1, 2)
tell (const char *format,
      ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (n_faults++ < 40)
    g_test_message ("%s", text);
}

static void
open_layers (void)
{
  for (guint i = 0; i < MYO_N_FIGURES; i++)
    {
      MyoRect whole = { 0 };

      myo_view_get_size (myo_figure_get (i)->view, &whole.width, &whole.height);
      layers[i] = myo_pain_layer_new (drawings, grid, myo_figure_get (i)->view, myo_figure_get (i)->side, MYO_PALETTE_LIGHT, SCALE, &whole);
    }
}

static void
close_layers (void)
{
  for (guint i = 0; i < MYO_N_FIGURES; i++)
    g_clear_pointer (&layers[i], myo_pain_layer_free);
}

/* --- What is painted --- */

/* What may be painted, and what was found. */
typedef struct
{
  GHashTable *regions;           /* ids; inner ones are drawn over those that lie there */
  gboolean    sides[2];
  const char *wanted;            /* a region that has to be among what is found */
  guint       found[2];          /* pixels of it on either side */
  guint       hair;              /* pixels of the right side beside the region */
  guint       beside;            /* pixels where nothing may be */
} Look;

static gboolean
is_region_at (const Look *look,
              MyoView     view,
              double      x,
              double      y)
{
  const char *id = myo_drawings_pick (drawings, view, MYO_LAYER_REGIONS, x, y);
  g_autoptr (GPtrArray) inner = NULL;

  if (id != NULL && g_hash_table_contains (look->regions, id))
    return TRUE;
  inner = myo_drawings_pick_inner (drawings, view, x, y);
  for (guint i = 0; i < inner->len; i++)
    if (g_hash_table_contains (look->regions, inner->pdata[i]))
      return TRUE;
  return FALSE;
}

/* An edge is soft: the pixel itself may lie beside the region, but not far. */
static gboolean
is_near_region (const Look *look,
                MyoView     view,
                double      x,
                double      y)
{
  if (is_region_at (look, view, x, y))
    return TRUE;
  for (int i = -2; i <= 2; i++)
    for (int k = -2; k <= 2; k++)
      if (is_region_at (look, view, x + i * .6, y + k * .6))
        return TRUE;
  return FALSE;
}

static void
look_at_pixel (Look   *look,
               guint   figure,
               double  x,
               double  y,
               guint   alpha)
{
  MyoView view = myo_figure_get (figure)->view;
  MyoSide side = myo_figure_get (figure)->side == MYO_SIDE_MIDDLE ? myo_view_side_at (view, x) : myo_figure_get (figure)->side;
  double width, height;

  myo_view_get_size (view, &width, &height);
  /* The pixels beside the midline are of both halves. */
  if (myo_view_is_mirrored (view) && fabs (x - width / 2) < 1 && !look->sides[side])
    return;
  if (!look->sides[side])
    look->beside++;
  else if (is_near_region (look, view, x, y))
    look->found[side]++;
  else if (alpha > HAIR_ALPHA)
    look->hair++;
}

static void
look_at_layer (Look  *look,
               guint  figure)
{
  cairo_surface_t *surface = myo_pain_layer_get_surface (layers[figure]);
  const MyoRect *part = myo_pain_layer_get_part (layers[figure]), *box = &changed[figure];
  int stride = cairo_image_surface_get_stride (surface);

  look->found[0] = look->found[1] = look->hair = look->beside = 0;
  for (int y = (int) (box->y * SCALE); y < (box->y + box->height) * SCALE; y++)
    {
      const guint32 *row = (const guint32 *) (gconstpointer) (cairo_image_surface_get_data (surface) + (gsize) y * (gsize) stride);

      for (int x = (int) (box->x * SCALE); x < (box->x + box->width) * SCALE; x++)
        if (row[x] >> 24 > FAINT)
          look_at_pixel (look, figure, part->x + (x + .5) / SCALE, part->y + (y + .5) / SCALE,
                         row[x] >> 24);
    }
}

static void
check_figures (Look       *look,
               const char *how)
{
  for (guint i = 0; i < MYO_N_FIGURES; i++)
    {
      gboolean drawn = myo_drawings_has (drawings, myo_figure_get (i)->view, MYO_LAYER_REGIONS, look->wanted);

      look_at_layer (look, i);
      for (MyoSide side = MYO_SIDE_RIGHT; side <= MYO_SIDE_LEFT; side++)
        if (drawn && look->sides[side] && (myo_figure_get (i)->side == MYO_SIDE_MIDDLE || myo_figure_get (i)->side == side) && look->found[side] == 0)
          tell ("%s, %s: %s, %s: nothing shows", look->wanted, how, myo_view_get_nick (myo_figure_get (i)->view), myo_side_get_nick (side));
      if (look->beside > 0 || look->hair > HAIR_PIXELS)
        tell ("%s, %s: %s, %s: %u pixels where none belong", look->wanted, how, myo_view_get_nick (myo_figure_get (i)->view),
              myo_side_get_nick (myo_figure_get (i)->side), look->beside + look->hair);
    }
}

static void
paint_alone (const MyoStroke *stroke)
{
  g_autoptr (MyoStroke) clear = myo_stroke_new (MYO_STROKE_CLEAR, MYO_VIEW_FRONT, MYO_SIDE_MIDDLE, 0, MYO_QUALITY_ACHE);

  for (guint i = 0; i < MYO_N_FIGURES; i++)
    {
      myo_pain_layer_paint (layers[i], clear, 0, NULL);
      changed[i] = (MyoRect) { 0 };
      myo_pain_layer_paint (layers[i], stroke, 0, &changed[i]);
    }
}

/* --- Painted --- */

static void
check_dab (MyoView view,
           guint   region,
           MyoSide side)
{
  const char *id = myo_body_grid_get_region (grid, region)->id;
  double x = 0, y = 0, room = find_room (view, region, &x, &y);
  g_autoptr (GHashTable) regions = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (MyoStroke) stroke = NULL;
  g_autofree char *how = g_strdup_printf ("dab of %.0f mm in %s, %s", MAX (room, 1), myo_view_get_nick (view), myo_side_get_nick (side));
  Look look = { .regions = regions, .wanted = id };

  if (room < 0)
    return;
  look.sides[side] = TRUE;
  /* In a region too narrow for a dab its neighbours are painted too. */
  for (double dx = -2; dx <= 2 && room < 1; dx += .5)
    for (double dy = -2; dy <= 2; dy += .5)
      {
        const char *neighbour = myo_drawings_pick (drawings, view, MYO_LAYER_REGIONS, x + dx, y + dy);

        if (neighbour != NULL)
          g_hash_table_add (regions, (gpointer) neighbour);
      }
  g_hash_table_add (regions, (gpointer) id);
  stroke = new_dab (MYO_STROKE_BRUSH, view, side, x, y, MAX (room, 1));
  paint_alone (stroke);
  check_figures (&look, how);
}

static void
test_painted (gconstpointer data)
{
  MyoView view = GPOINTER_TO_UINT (data);

  n_faults = 0;
  open_layers ();
  for (guint i = 0; i < myo_body_grid_get_n_regions (grid); i++)
    for (MyoSide side = MYO_SIDE_RIGHT; side <= MYO_SIDE_LEFT; side++)
      check_dab (view, i, side);
  close_layers ();
  g_assert_cmpuint (n_faults, ==, 0);
}

/* --- Marked --- */

static void
check_mark (const MyoGridRegion *region,
            MyoSide              side)
{
  g_autoptr (GHashTable) regions = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (MyoStroke) stroke = myo_stroke_new_region (MYO_STROKE_BRUSH, region->id, side, 8, MYO_QUALITY_SHARP);
  g_autofree char *how = g_strdup_printf ("marked, %s", myo_side_get_nick (side));
  Look look = { .regions = regions, .wanted = region->id };

  look.sides[MYO_SIDE_RIGHT] = side != MYO_SIDE_LEFT;
  look.sides[MYO_SIDE_LEFT] = side != MYO_SIDE_RIGHT;
  g_hash_table_add (regions, (gpointer) region->id);
  paint_alone (stroke);
  check_figures (&look, how);
}

static void
test_marked (void)
{
  n_faults = 0;
  open_layers ();
  for (guint i = 0; i < myo_body_grid_get_n_regions (grid); i++)
    {
      const MyoGridRegion *region = myo_body_grid_get_region (grid, i);

      if (region->midline)
        check_mark (region, MYO_SIDE_MIDDLE);
      else
        for (MyoSide side = MYO_SIDE_RIGHT; side <= MYO_SIDE_LEFT; side++)
          check_mark (region, side);
    }
  close_layers ();
  g_assert_cmpuint (n_faults, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  int status;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  open_body ();
  for (MyoView view = 0; view < MYO_N_VIEWS; view++)
    {
      g_autofree char *path = g_strconcat ("/pain-places/painted/", myo_view_get_nick (view), NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (view), test_painted);
    }
  g_test_add_func ("/pain-places/marked", test_marked);
  status = g_test_run ();
  close_body ();
  return status;
}
