/* The picture of a pain drawing: strokes as they grow, what lies over what, the eraser, the silhouette, and the textures.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pain-kit.h"

#include <string.h>

#include "myo-drawing-style.h"

static const MyoRect whole_front = { 0, 0, 720, 1780 };
static const MyoRect whole_side = { 0, 0, 400, 1780 };

static MyoPainLayer *
new_layer (MyoView view,
           MyoSide side,
           double  scale)
{
  return myo_pain_layer_new (drawings, grid, view, side, MYO_PALETTE_LIGHT, scale, myo_view_is_mirrored (view) ? &whole_front : &whole_side);
}

static const guint32 *
get_row (cairo_surface_t *surface,
         int              y)
{
  return (const guint32 *) (gconstpointer) (cairo_image_surface_get_data (surface)
                                            + (gsize) y * (gsize) cairo_image_surface_get_stride (surface));
}

static guint
get_alpha (MyoPainLayer *layer,
           double        scale,
           double        x,
           double        y)
{
  const MyoRect *part = myo_pain_layer_get_part (layer);

  return get_row (myo_pain_layer_get_surface (layer), (int) ((y - part->y) * scale))[(int) ((x - part->x) * scale)] >> 24;
}

/* The pixels that are painted more firmly than @least. */
static guint
count_painted (MyoPainLayer *layer,
               guint         least)
{
  cairo_surface_t *surface = myo_pain_layer_get_surface (layer);
  guint n = 0;

  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
      n += get_row (surface, y)[x] >> 24 > least;
  return n;
}

static guint
get_difference (guint32 a,
                guint32 b)
{
  guint most = 0;

  for (guint shift = 0; shift < 32; shift += 8)
    {
      int one = (int) (a >> shift & 255), other = (int) (b >> shift & 255);

      most = MAX (most, (guint) ABS (one - other));
    }
  return most;
}

/* The largest difference of any two pixels; @n: (out): how many are not alike. */
static guint
compare (MyoPainLayer *a,
         MyoPainLayer *b,
         guint        *n)
{
  cairo_surface_t *one = myo_pain_layer_get_surface (a), *other = myo_pain_layer_get_surface (b);
  guint most = 0;

  *n = 0;
  for (int y = 0; y < cairo_image_surface_get_height (one); y++)
    for (int x = 0; x < cairo_image_surface_get_width (one); x++)
      {
        guint difference = get_difference (get_row (one, y)[x], get_row (other, y)[x]);

        most = MAX (most, difference);
        *n += difference > 0;
      }
  return most;
}

static MyoStroke *
new_line (MyoView    view,
          MyoSide    side,
          MyoQuality quality,
          double     x0,
          double     y0,
          double     x1,
          double     y1)
{
  MyoStroke *stroke = myo_stroke_new (MYO_STROKE_BRUSH, view, side, 6, quality);

  for (int i = 0; i <= 40; i++)
    myo_stroke_add_dab (stroke, x0 + (x1 - x0) * i / 40, y0 + (y1 - y0) * i / 40, 14 + 6 * sin (i * .4));
  return stroke;
}

/* --- Strokes --- */

/* As the hand moves: a dab at a time, here and there two, and now and then one that is told twice. */
static void
paint_in_pieces (MyoPainLayer    *layer,
                 const MyoStroke *stroke)
{
  g_autoptr (MyoStroke) growing = myo_stroke_new (stroke->tool, stroke->view, stroke->side, stroke->intensity, stroke->quality);

  for (guint i = 0, first = 0; i < stroke->dabs->len; i++)
    {
      const MyoDab *dab = &g_array_index (stroke->dabs, MyoDab, i);

      myo_stroke_add_dab (growing, dab->x, dab->y, dab->radius);
      if (i % 5 == 1)
        continue;
      myo_pain_layer_paint (layer, growing, first, NULL);
      first = i % 7 == 6 ? i : i + 1;
    }
}

static void
check_pieces (const MyoStroke *stroke,
              MyoView          view,
              MyoSide          side)
{
  g_autoptr (MyoPainLayer) pieces = new_layer (view, side, 1.3);
  g_autoptr (MyoPainLayer) once = new_layer (view, side, 1.3);
  guint n;

  paint_in_pieces (pieces, stroke);
  myo_pain_layer_paint (once, stroke, 0, NULL);
  g_assert_cmpuint (count_painted (once, FAINT), >, 50);
  /* Only at soft edges: the same pixels in more steps. */
  g_assert_cmpuint (compare (pieces, once, &n), <=, 14);
  g_assert_cmpuint (n, <=, count_painted (once, 0) / 4);
}

static void
test_pieces (void)
{
  g_autoptr (MyoStroke) shoulder = new_line (MYO_VIEW_FRONT, MYO_SIDE_MIDDLE, MYO_QUALITY_ACHE, 150, 300, 330, 380);
  g_autoptr (MyoStroke) neck = new_line (MYO_VIEW_BACK, MYO_SIDE_MIDDLE, MYO_QUALITY_SHARP, 380, 200, 560, 420);
  g_autoptr (MyoStroke) thigh = new_line (MYO_VIEW_SIDE, MYO_SIDE_LEFT, MYO_QUALITY_NUMB, 190, 900, 200, 1300);

  check_pieces (shoulder, MYO_VIEW_FRONT, MYO_SIDE_MIDDLE);
  check_pieces (shoulder, MYO_VIEW_SIDE, MYO_SIDE_RIGHT);
  check_pieces (neck, MYO_VIEW_BACK, MYO_SIDE_MIDDLE);
  check_pieces (neck, MYO_VIEW_SIDE, MYO_SIDE_RIGHT);
  check_pieces (neck, MYO_VIEW_FRONT, MYO_SIDE_MIDDLE);
  check_pieces (thigh, MYO_VIEW_SIDE, MYO_SIDE_LEFT);
  check_pieces (thigh, MYO_VIEW_FRONT, MYO_SIDE_MIDDLE);
  check_pieces (thigh, MYO_VIEW_BACK, MYO_SIDE_MIDDLE);
}

/* A band between discs of different size is their hull. */
static void
test_band (void)
{
  g_autoptr (MyoPainLayer) layer = new_layer (MYO_VIEW_FRONT, MYO_SIDE_MIDDLE, 2);
  g_autoptr (MyoStroke) stroke = myo_stroke_new (MYO_STROKE_BRUSH, MYO_VIEW_FRONT, MYO_SIDE_MIDDLE, 6, MYO_QUALITY_ACHE);
  const struct { double x, y; gboolean painted; } places[] = {
    { 300, 500, TRUE }, { 281, 500, TRUE }, { 279, 500, FALSE }, { 300, 519, TRUE }, { 300, 521, FALSE },
    { 350, 511, TRUE }, { 350, 516, FALSE }, { 400, 504, TRUE }, { 400, 506.5, FALSE }, { 404, 500, TRUE }, { 406, 500, FALSE },
  };

  myo_stroke_add_dab (stroke, 300, 500, 20);
  myo_stroke_add_dab (stroke, 400, 500, 5);
  g_assert_true (myo_pain_layer_paint (layer, stroke, 0, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    g_assert_cmpint (get_alpha (layer, 2, places[i].x, places[i].y) > FAINT, ==, places[i].painted);
}

/* A smaller dab within a larger one, and one alone. */
static void
test_discs (void)
{
  g_autoptr (MyoPainLayer) layer = new_layer (MYO_VIEW_FRONT, MYO_SIDE_MIDDLE, 2);
  g_autoptr (MyoPainLayer) other = new_layer (MYO_VIEW_FRONT, MYO_SIDE_MIDDLE, 2);
  g_autoptr (MyoStroke) nested = new_dab (MYO_STROKE_BRUSH, MYO_VIEW_FRONT, MYO_SIDE_RIGHT, 300, 500, 20);
  g_autoptr (MyoStroke) alone = new_dab (MYO_STROKE_BRUSH, MYO_VIEW_FRONT, MYO_SIDE_RIGHT, 300, 500, 20);
  guint n;

  myo_stroke_add_dab (nested, 305, 503, 6);
  myo_pain_layer_paint (layer, nested, 0, NULL);
  myo_pain_layer_paint (other, alone, 0, NULL);
  g_assert_cmpuint (compare (layer, other, &n), ==, 0);
  g_assert_cmpfloat_with_epsilon (count_painted (layer, FAINT), G_PI * 40 * 40, 150);
}

/* What is told to have changed holds all that has, and nothing is told when nothing has. */
static void
test_changed (void)
{
  g_autoptr (MyoPainLayer) layer = new_layer (MYO_VIEW_BACK, MYO_SIDE_MIDDLE, 1);
  g_autoptr (MyoStroke) beside = new_dab (MYO_STROKE_BRUSH, MYO_VIEW_BACK, MYO_SIDE_RIGHT, 700, 100, 8);
  g_autoptr (MyoStroke) sole = new_dab (MYO_STROKE_BRUSH, MYO_VIEW_SOLE, MYO_SIDE_RIGHT, 70, 60, 8);
  g_autoptr (MyoStroke) neck = new_dab (MYO_STROKE_BRUSH, MYO_VIEW_SIDE, MYO_SIDE_LEFT, 130, 250, 12);
  MyoRect changed;

  g_assert_false (myo_pain_layer_paint (layer, beside, 0, &changed));
  g_assert_false (myo_pain_layer_paint (layer, sole, 0, &changed));
  g_assert_cmpuint (count_painted (layer, 0), ==, 0);
  g_assert_true (myo_pain_layer_paint (layer, neck, 0, &changed));
  g_assert_cmpuint (count_painted (layer, 0), >, 0);
  for (int y = 0; y < 1780; y++)
    for (int x = 0; x < 720; x++)
      if (get_alpha (layer, 1, x + .5, y + .5) > 0)
        g_assert_true (x >= changed.x && x + 1 <= changed.x + changed.width && y >= changed.y && y + 1 <= changed.y + changed.height);
  g_assert_cmpfloat (changed.width * changed.height, <, 200 * 200);
  /* Once more it changes nothing. */
  g_assert_false (myo_pain_layer_paint (layer, neck, neck->dabs->len, NULL));
}

static void
test_silhouette (void)
{
  g_autoptr (MyoPainLayer) layer = new_layer (MYO_VIEW_FRONT, MYO_SIDE_MIDDLE, 1);
  g_autoptr (MyoStroke) across = new_line (MYO_VIEW_FRONT, MYO_SIDE_MIDDLE, MYO_QUALITY_PRESSING, 5, 1200, 715, 1250);

  for (int times = 0; times < 6; times++)
    myo_pain_layer_paint (layer, across, 0, NULL);
  g_assert_cmpuint (count_painted (layer, 0), >, 1000);
  for (int y = 1150; y < 1300; y++)
    for (int x = 2; x < 718; x++)
      if (get_alpha (layer, 1, x + .5, y + .5) > 0)
        g_assert_true (myo_drawings_pick (drawings, MYO_VIEW_FRONT, MYO_LAYER_SKIN, x - 1.5, y + .5) != NULL
                       || myo_drawings_pick (drawings, MYO_VIEW_FRONT, MYO_LAYER_SKIN, x + 2.5, y + .5) != NULL
                       || myo_drawings_pick (drawings, MYO_VIEW_FRONT, MYO_LAYER_SKIN, x + .5, y + .5) != NULL);
}

/* --- Over each other --- */

static void
test_later_replaces (void)
{
  g_autoptr (MyoPainLayer) both = new_layer (MYO_VIEW_FRONT, MYO_SIDE_MIDDLE, 1.5);
  g_autoptr (MyoPainLayer) last = new_layer (MYO_VIEW_FRONT, MYO_SIDE_MIDDLE, 1.5);
  g_autoptr (MyoStroke) earlier = new_dab (MYO_STROKE_BRUSH, MYO_VIEW_FRONT, MYO_SIDE_RIGHT, 300, 400, 15);
  g_autoptr (MyoStroke) later = new_line (MYO_VIEW_FRONT, MYO_SIDE_MIDDLE, MYO_QUALITY_BURNING, 240, 400, 360, 400);
  guint n;

  later->intensity = 2;
  for (guint i = 0; i < later->dabs->len; i++)
    g_array_index (later->dabs, MyoDab, i).radius = 25;
  myo_pain_layer_paint (both, earlier, 0, NULL);
  myo_pain_layer_paint (both, later, 0, NULL);
  myo_pain_layer_paint (last, later, 0, NULL);
  g_assert_cmpuint (compare (both, last, &n), <=, 1);
}

static void
test_eraser (void)
{
  g_autoptr (MyoPainLayer) layer = new_layer (MYO_VIEW_FRONT, MYO_SIDE_MIDDLE, 1);
  g_autoptr (MyoStroke) line = new_line (MYO_VIEW_FRONT, MYO_SIDE_MIDDLE, MYO_QUALITY_ACHE, 290, 400, 330, 420);
  g_autoptr (MyoStroke) eraser = new_dab (MYO_STROKE_ERASER, MYO_VIEW_FRONT, MYO_SIDE_RIGHT, 310, 410, 50);

  myo_pain_layer_paint (layer, line, 0, NULL);
  g_assert_cmpuint (count_painted (layer, 0), >, 500);
  myo_pain_layer_paint (layer, eraser, 0, NULL);
  g_assert_cmpuint (count_painted (layer, 0), ==, 0);
}

/* Painted in one view and taken away in another: for each pair in which a region shows.  Returns: whether it shows in both */
static gboolean
check_eraser_between (guint   region,
                      MyoView painted,
                      MyoView erased,
                      MyoSide side)
{
  g_autoptr (MyoPainLayer) layer = new_layer (painted, side, 1);
  g_autoptr (MyoStroke) eraser = NULL;
  g_autoptr (MyoStroke) brush = NULL;
  double x = 0, y = 0, room = find_room (painted, region, &x, &y), there_x = 0, there_y = 0;

  if (room < 8 || find_room (erased, region, &there_x, &there_y) < 0)
    return FALSE;
  brush = new_dab (MYO_STROKE_BRUSH, painted, side, x, y, 6);
  eraser = new_dab (MYO_STROKE_ERASER, erased, side, there_x, there_y, 60);
  for (double dx = -120; dx <= 120; dx += 40)
    for (double dy = -200; dy <= 200; dy += 40)
      myo_stroke_add_dab (eraser, place_on_side (erased, side, there_x) + dx, there_y + dy, 60);
  myo_pain_layer_paint (layer, brush, 0, NULL);
  g_assert_cmpuint (count_painted (layer, 100), >, 40);
  myo_pain_layer_paint (layer, eraser, 0, NULL);
  g_assert_cmpuint (count_painted (layer, 40), ==, 0);
  return TRUE;
}

static void
test_eraser_elsewhere (void)
{
  guint n = 0;

  for (guint i = 0; i < myo_body_grid_get_n_regions (grid); i++)
    {
      n += check_eraser_between (i, MYO_VIEW_FRONT, MYO_VIEW_SIDE, MYO_SIDE_LEFT);
      n += check_eraser_between (i, MYO_VIEW_BACK, MYO_VIEW_SIDE, MYO_SIDE_RIGHT);
      n += check_eraser_between (i, MYO_VIEW_SIDE, MYO_VIEW_BACK, MYO_SIDE_LEFT);
    }
  g_test_message ("%u regions in two views", n);
  g_assert_cmpuint (n, >, 30);
}

static void
test_unmark (void)
{
  g_autoptr (MyoPainLayer) layer = new_layer (MYO_VIEW_FRONT, MYO_SIDE_MIDDLE, 1);
  g_autoptr (MyoStroke) mark = myo_stroke_new_region (MYO_STROKE_BRUSH, "temple", MYO_SIDE_LEFT, 10, MYO_QUALITY_SHARP);
  g_autoptr (MyoStroke) unmark = myo_stroke_new_region (MYO_STROKE_ERASER, "temple", MYO_SIDE_LEFT, 0, MYO_QUALITY_SHARP);

  g_assert_true (myo_pain_layer_paint (layer, mark, 0, NULL));
  g_assert_cmpuint (count_painted (layer, 100), >, 100);
  g_assert_true (myo_pain_layer_paint (layer, unmark, 0, NULL));
  g_assert_cmpuint (count_painted (layer, 0), ==, 0);
}

/* Without a grid a stroke shows where it was made, and only there. */
static void
test_without_grid (void)
{
  g_autoptr (MyoPainLayer) front = myo_pain_layer_new (drawings, NULL, MYO_VIEW_FRONT, MYO_SIDE_MIDDLE, MYO_PALETTE_DARK, 1, &whole_front);
  g_autoptr (MyoPainLayer) side = myo_pain_layer_new (drawings, NULL, MYO_VIEW_SIDE, MYO_SIDE_RIGHT, MYO_PALETTE_DARK, 1, &whole_side);
  g_autoptr (MyoStroke) stroke = new_dab (MYO_STROKE_BRUSH, MYO_VIEW_FRONT, MYO_SIDE_RIGHT, 300, 120, 10);

  g_assert_true (myo_pain_layer_paint (front, stroke, 0, NULL));
  g_assert_false (myo_pain_layer_paint (side, stroke, 0, NULL));
}

/* --- Parts --- */

/* Two windows onto the same view at the same scale show the same pixels. */
static void
test_parts (void)
{
  const MyoRect part = { 250.3, 371.2, 90, 77 };
  g_autoptr (MyoPainLayer) all = new_layer (MYO_VIEW_FRONT, MYO_SIDE_MIDDLE, 1.7);
  g_autoptr (MyoPainLayer) some = myo_pain_layer_new (drawings, grid, MYO_VIEW_FRONT, MYO_SIDE_MIDDLE, MYO_PALETTE_LIGHT, 1.7, &part);
  g_autoptr (MyoStroke) own = new_line (MYO_VIEW_FRONT, MYO_SIDE_MIDDLE, MYO_QUALITY_TINGLING, 200, 350, 400, 450);
  g_autoptr (MyoStroke) other = new_line (MYO_VIEW_SIDE, MYO_SIDE_RIGHT, MYO_QUALITY_SHARP, 250, 300, 300, 500);
  cairo_surface_t *a = myo_pain_layer_get_surface (all), *b = myo_pain_layer_get_surface (some);
  const MyoRect *box = myo_pain_layer_get_part (some);
  int left = (int) round (box->x * 1.7), top = (int) round (box->y * 1.7);

  g_assert_true (box->x <= part.x && box->y <= part.y && box->x + box->width >= part.x + part.width);
  for (int i = 0; i < 2; i++)
    {
      myo_pain_layer_paint (all, i == 0 ? own : other, 0, NULL);
      myo_pain_layer_paint (some, i == 0 ? own : other, 0, NULL);
    }
  g_assert_cmpuint (count_painted (some, FAINT), >, 1000);
  for (int y = 0; y < cairo_image_surface_get_height (b); y++)
    for (int x = 0; x < cairo_image_surface_get_width (b); x++)
      g_assert_cmpuint (get_difference (get_row (a, top + y)[left + x], get_row (b, y)[x]), <=, 1);
}

int
main (int    argc,
      char **argv)
{
  int status;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  open_body ();
  g_test_add_func ("/pain-layer/pieces", test_pieces);
  g_test_add_func ("/pain-layer/band", test_band);
  g_test_add_func ("/pain-layer/discs", test_discs);
  g_test_add_func ("/pain-layer/changed", test_changed);
  g_test_add_func ("/pain-layer/silhouette", test_silhouette);
  g_test_add_func ("/pain-layer/later-replaces", test_later_replaces);
  g_test_add_func ("/pain-layer/eraser", test_eraser);
  g_test_add_func ("/pain-layer/eraser-elsewhere", test_eraser_elsewhere);
  g_test_add_func ("/pain-layer/unmark", test_unmark);
  g_test_add_func ("/pain-layer/without-grid", test_without_grid);
  g_test_add_func ("/pain-layer/parts", test_parts);
  status = g_test_run ();
  close_body ();
  return status;
}
