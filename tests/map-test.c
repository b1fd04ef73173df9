/* The drawings compiled into the program: what is in them, where it lies, what a picture of it holds.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "myo-drawings.h"
#include "myo-error.h"

static MyoDrawings *drawings;

/* --- Pictures --- */

typedef struct { guint8 alpha, red, green, blue; } Pixel;

static Pixel
get_pixel (cairo_surface_t *surface,
           int              x,
           int              y)
{
  const guint32 *row = (const guint32 *) (gconstpointer)
    (cairo_image_surface_get_data (surface) + (gsize) y * cairo_image_surface_get_stride (surface));

  g_assert_cmpint (x, >=, 0);
  g_assert_cmpint (y, >=, 0);
  g_assert_cmpint (x, <, cairo_image_surface_get_width (surface));
  g_assert_cmpint (y, <, cairo_image_surface_get_height (surface));
  return (Pixel) { row[x] >> 24, row[x] >> 16 & 0xff, row[x] >> 8 & 0xff, row[x] & 0xff };
}

static guint
count_ink (cairo_surface_t *surface,
           int              x0,
           int              y0,
           int              x1,
           int              y1)
{
  guint n = 0;

  for (int y = MAX (y0, 0); y < MIN (y1, cairo_image_surface_get_height (surface)); y++)
    for (int x = MAX (x0, 0); x < MIN (x1, cairo_image_surface_get_width (surface)); x++)
      n += get_pixel (surface, x, y).alpha > 0;
  return n;
}

static guint
count_all_ink (cairo_surface_t *surface)
{
  return count_ink (surface, 0, 0, G_MAXINT, G_MAXINT);
}

static cairo_surface_t *
render (MyoView        view,
        MyoLayer       layer,
        MyoPalette     palette,
        double         scale,
        const MyoRect *part)
{
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface = myo_drawings_render (drawings, view, layer, palette, scale, part, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  return surface;
}

/* --- What there is --- */

static void
test_check (void)
{
  g_autoptr (GPtrArray) faults = myo_drawings_list_faults (drawings);

  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", ((GError *) g_ptr_array_index (faults, i))->message);
  g_assert_cmpuint (faults->len, ==, 0);
}

static void
test_ids (void)
{
  const char * const *ids = myo_drawings_list_ids (drawings, MYO_VIEW_BACK, MYO_LAYER_SURFACE);

  g_assert_cmpuint (g_strv_length ((char **) ids), >, 20);
  g_assert_true (g_strv_contains (ids, "infraspinatus"));
  g_assert_false (g_strv_contains (ids, "half"));
  g_assert_false (g_strv_contains (ids, "outline"));
  g_assert_true (myo_drawings_has (drawings, MYO_VIEW_BACK, MYO_LAYER_SURFACE, "infraspinatus"));
  g_assert_false (myo_drawings_has (drawings, MYO_VIEW_BACK, MYO_LAYER_SURFACE, "half"));
  g_assert_false (myo_drawings_has (drawings, MYO_VIEW_BACK, MYO_LAYER_SURFACE, "no-such-muscle"));
  g_assert_true (myo_drawings_has (drawings, MYO_VIEW_FRONT, MYO_LAYER_REGIONS, "shoulder-front"));
  g_assert_false (myo_drawings_has (drawings, MYO_VIEW_FRONT, MYO_LAYER_REGIONS, "inner"));
  g_assert_cmpuint (g_strv_length ((char **) myo_drawings_list_ids (drawings, MYO_VIEW_FRONT, MYO_LAYER_SKIN)), ==, 0);
}

/* Covered muscles lie below those that cover them. */
static void
test_order (void)
{
  const char * const *ids = myo_drawings_list_ids (drawings, MYO_VIEW_BACK, MYO_LAYER_SURFACE);
  int below = -1, above = -1;

  for (int i = 0; ids[i] != NULL; i++)
    {
      if (g_str_equal (ids[i], "infraspinatus"))
        below = i;
      if (g_str_equal (ids[i], "trapezius-lower"))
        above = i;
    }
  g_assert_cmpint (below, >=, 0);
  g_assert_cmpint (above, >, below);
}

/* --- Where it is --- */

static void
test_bounds (void)
{
  MyoRect right, left;

  g_assert_true (myo_drawings_get_bounds (drawings, MYO_VIEW_BACK, MYO_LAYER_SURFACE, "infraspinatus", MYO_SIDE_RIGHT, &right));
  g_assert_true (myo_drawings_get_bounds (drawings, MYO_VIEW_BACK, MYO_LAYER_SURFACE, "infraspinatus", MYO_SIDE_LEFT, &left));
  g_assert_cmpfloat (right.x, >, 360);
  g_assert_cmpfloat (right.x + right.width, <, 620);
  g_assert_cmpfloat (right.y, >, 280);
  g_assert_cmpfloat (right.y + right.height, <, 520);
  g_assert_cmpfloat_with_epsilon (left.x + left.width, 720 - right.x, 1e-6);
  g_assert_cmpfloat_with_epsilon (left.width, right.width, 1e-6);
  g_assert_false (myo_drawings_get_bounds (drawings, MYO_VIEW_BACK, MYO_LAYER_SURFACE, "none", MYO_SIDE_LEFT, &left));
  /* the side view is that of either side */
  g_assert_true (myo_drawings_get_bounds (drawings, MYO_VIEW_SIDE, MYO_LAYER_REGIONS, "temple", MYO_SIDE_RIGHT, &right));
  g_assert_true (myo_drawings_get_bounds (drawings, MYO_VIEW_SIDE, MYO_LAYER_REGIONS, "temple", MYO_SIDE_LEFT, &left));
  g_assert_cmpfloat (left.x, ==, right.x);
}

/* Every element of every drawing lies within its view, and its box can be told. */
static void
test_all_bounds (void)
{
  for (guint i = 0; i < MYO_N_VIEWS * MYO_N_LAYERS; i++)
    {
      MyoView view = i / MYO_N_LAYERS;
      MyoLayer layer = i % MYO_N_LAYERS;
      const char * const *ids = myo_drawings_list_ids (drawings, view, layer);
      double width, height;

      myo_view_get_size (view, &width, &height);
      for (guint k = 0; ids[k] != NULL; k++)
        {
          MyoRect box;

          g_assert_true (myo_drawings_get_bounds (drawings, view, layer, ids[k], MYO_SIDE_RIGHT, &box));
          if (box.x < -1 || box.y < -1 || box.x + box.width > width + 1 || box.y + box.height > height + 1)
            g_error ("%s %s: %s leaves the view", myo_view_get_nick (view), myo_layer_get_nick (layer), ids[k]);
        }
    }
}

/* --- Picking --- */

/* Somewhere in the box of the element lies a place where it is picked; @x, @y: that place. */
static gboolean
find_place (MyoView     view,
            MyoLayer    layer,
            const char *id,
            double     *x,
            double     *y)
{
  MyoRect box;

  if (!myo_drawings_get_bounds (drawings, view, layer, id, MYO_SIDE_RIGHT, &box))
    return FALSE;
  for (*y = box.y + .25; *y < box.y + box.height; *y += .5)
    for (*x = box.x + .25; *x < box.x + box.width; *x += .5)
      if (g_strcmp0 (myo_drawings_pick (drawings, view, layer, *x, *y), id) == 0)
        return TRUE;
  return FALSE;
}

static void
test_pick (void)
{
  double x, y;

  g_assert_true (find_place (MYO_VIEW_BACK, MYO_LAYER_SURFACE, "infraspinatus", &x, &y));
  g_assert_cmpfloat (x, >, 360);
  g_assert_cmpstr (myo_drawings_pick (drawings, MYO_VIEW_BACK, MYO_LAYER_SURFACE, 720 - x, y), ==, "infraspinatus");
  g_assert_true (find_place (MYO_VIEW_FRONT, MYO_LAYER_REGIONS, "shoulder-front", &x, &y));
  g_assert_cmpfloat (x, <, 360);
  g_assert_cmpstr (myo_drawings_pick (drawings, MYO_VIEW_FRONT, MYO_LAYER_REGIONS, 720 - x, y), ==, "shoulder-front");
  /* on the skin it is regions that are picked */
  g_assert_cmpstr (myo_drawings_pick (drawings, MYO_VIEW_FRONT, MYO_LAYER_SKIN, x, y), ==, "shoulder-front");
  /* the same id is the same string */
  g_assert_true (myo_drawings_pick (drawings, MYO_VIEW_FRONT, MYO_LAYER_SKIN, x, y)
                 == myo_drawings_pick (drawings, MYO_VIEW_FRONT, MYO_LAYER_REGIONS, 720 - x, y));
}

/* Beside the body, outside the view, and with numbers that are none. */
static void
test_pick_nothing (void)
{
  static const double places[][2] = { { 2, 2 }, { 718, 2 }, { -1, 500 }, { 721, 500 }, { 300, -1 }, { 300, 1781 }, { 1e300, 0 },
                                      { NAN, 10 }, { 10, INFINITY } };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    for (guint layer = 0; layer < MYO_N_LAYERS; layer++)
      {
        g_autoptr (GPtrArray) inner = myo_drawings_pick_inner (drawings, MYO_VIEW_FRONT, places[i][0], places[i][1]);

        g_assert_null (myo_drawings_pick (drawings, MYO_VIEW_FRONT, layer, places[i][0], places[i][1]));
        g_assert_cmpuint (inner->len, ==, 0);
      }
}

/* Left and right are exact mirror images, cell by cell. */
static void
test_pick_mirrored (void)
{
  for (guint view = MYO_VIEW_FRONT; view <= MYO_VIEW_BACK; view++)
    for (double y = .25; y < 1780; y += 7)
      for (double x = .25; x < 360; x += 3.5)
        g_assert_true (myo_drawings_pick (drawings, view, MYO_LAYER_REGIONS, x, y)
                       == myo_drawings_pick (drawings, view, MYO_LAYER_REGIONS, 720 - x, y));
}

/* The regions tile the body without a gap: from one edge of the body to the other something is picked at each cell of a row. */
static void
test_pick_gaps (void)
{
  for (guint view = 0; view < MYO_N_VIEWS; view++)
    {
      g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
      const char * const *ids = myo_drawings_list_ids (drawings, view, MYO_LAYER_REGIONS);
      double width, height;
      guint holes = 0, cells = 0;

      myo_view_get_size (view, &width, &height);
      for (double y = .25; y < height; y += .5)
        for (double x = 1.25; x < width - 1; x += .5)
          {
            const char *id = myo_drawings_pick (drawings, view, MYO_LAYER_REGIONS, x, y);

            if (id != NULL)
              g_hash_table_add (seen, (char *) id);
            else
              holes += myo_drawings_pick (drawings, view, MYO_LAYER_REGIONS, x - .5, y) != NULL
                       && myo_drawings_pick (drawings, view, MYO_LAYER_REGIONS, x + .5, y) != NULL;
            cells += id != NULL;
          }
      g_test_message ("%s: %u single holes in %u cells", myo_view_get_nick (view), holes, cells);
      /* half a millimetre between two toes is no gap */
      g_assert_cmpuint (holes, <, 20);
      g_assert_cmpuint (g_hash_table_size (seen), >, g_strv_length ((char **) ids) / 2);
    }
}

static void
test_pick_inner (void)
{
  MyoRect box;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) mirrored = NULL;

  g_assert_true (myo_drawings_get_bounds (drawings, MYO_VIEW_FRONT, MYO_LAYER_REGIONS, "eye-behind", MYO_SIDE_RIGHT, &box));
  found = myo_drawings_pick_inner (drawings, MYO_VIEW_FRONT, box.x + box.width / 2, box.y + box.height / 2);
  mirrored = myo_drawings_pick_inner (drawings, MYO_VIEW_FRONT, 720 - box.x - box.width / 2, box.y + box.height / 2);
  g_assert_cmpuint (found->len, >=, 1);
  g_assert_true (g_ptr_array_find_with_equal_func (found, "eye-behind", g_str_equal, NULL));
  g_assert_true (g_ptr_array_find_with_equal_func (mirrored, "eye-behind", g_str_equal, NULL));
  /* an inner region does not hide the one it lies over */
  g_assert_nonnull (myo_drawings_pick (drawings, MYO_VIEW_FRONT, MYO_LAYER_REGIONS, box.x + box.width / 2, box.y + box.height / 2));
  g_assert_cmpstr (myo_drawings_pick (drawings, MYO_VIEW_FRONT, MYO_LAYER_REGIONS, box.x + box.width / 2, box.y + box.height / 2),
                   !=, "eye-behind");
}

/* Each muscle that is listed can be hit somewhere; a few may be wholly below others, as in life. */
static void
test_pick_all (void)
{
  for (guint view = 0; view < MYO_N_VIEWS; view++)
    {
      const char * const *ids = myo_drawings_list_ids (drawings, view, MYO_LAYER_SURFACE);
      guint missed = 0, n = 0;
      double x, y;

      for (; ids[n] != NULL; n++)
        if (!find_place (view, MYO_LAYER_SURFACE, ids[n], &x, &y))
          {
            g_test_message ("%s: %s is never hit", myo_view_get_nick (view), ids[n]);
            missed++;
          }
      g_assert_cmpuint (missed * 10, <=, n);
    }
}

/* --- Whole pictures --- */

static void
test_render (void)
{
  cairo_surface_t *surface = render (MYO_VIEW_FRONT, MYO_LAYER_SURFACE, MYO_PALETTE_LIGHT, .3, NULL);

  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 216);
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, 534);
  g_assert_cmpuint (get_pixel (surface, 1, 1).alpha, ==, 0);
  /* both halves are there, and alike */
  g_assert_cmpuint (count_ink (surface, 0, 0, 108, 534), >, 8000);
  g_assert_cmpint (abs ((int) count_ink (surface, 0, 0, 108, 534) - (int) count_ink (surface, 108, 0, 216, 534)), <, 200);
  cairo_surface_destroy (surface);
}

/* The surface is as large as the part, rounded up, and shows that part. */
static void
test_render_part (void)
{
  MyoRect part = { 100.3, 290.7, 150.1, 99.9 };
  cairo_surface_t *whole = render (MYO_VIEW_FRONT, MYO_LAYER_SKIN, MYO_PALETTE_LIGHT, 2, NULL);
  cairo_surface_t *piece = render (MYO_VIEW_FRONT, MYO_LAYER_SKIN, MYO_PALETTE_LIGHT, 2, &(MyoRect) { 100, 290, 300, 100 });
  cairo_surface_t *odd = render (MYO_VIEW_FRONT, MYO_LAYER_SKIN, MYO_PALETTE_LIGHT, 1.7, &part);

  g_assert_cmpint (cairo_image_surface_get_width (odd), ==, 256);
  g_assert_cmpint (cairo_image_surface_get_height (odd), ==, 170);
  for (int y = 0; y < 200; y += 3)
    for (int x = 0; x < 600; x += 3)
      {
        Pixel a = get_pixel (piece, x, y), b = get_pixel (whole, 200 + x, 580 + y);

        /* The whole mirrors its one half: cairo's antialiasing is not the same from the left and from the right. */
        g_assert_cmpint (abs (a.red - b.red), <=, 10);
        g_assert_cmpint (abs (a.alpha - b.alpha), <=, 10);
      }
  cairo_surface_destroy (whole);
  cairo_surface_destroy (piece);
  cairo_surface_destroy (odd);
}

static void
test_render_impossible (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) cancelled = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  MyoRect none = { 10, 10, 0, 0 };

  g_assert_null (myo_drawings_render (drawings, MYO_VIEW_FRONT, MYO_LAYER_SKIN, MYO_PALETTE_LIGHT, 1000, NULL, NULL, &error));
  g_assert_error (error, MYO_ERROR, MYO_ERROR_TOO_LARGE);
  g_assert_null (myo_drawings_render (drawings, MYO_VIEW_FRONT, MYO_LAYER_SKIN, MYO_PALETTE_LIGHT, 1, &none, NULL, NULL));
  g_cancellable_cancel (cancellable);
  g_assert_null (myo_drawings_render (drawings, MYO_VIEW_FRONT, MYO_LAYER_SKIN, MYO_PALETTE_LIGHT, 1, NULL, cancellable, &cancelled));
  g_assert_error (cancelled, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Each palette gives another picture of the same shape. */
static void
test_palettes (void)
{
  MyoRect box;
  Pixel pixels[MYO_N_PALETTES];

  g_assert_true (myo_drawings_get_bounds (drawings, MYO_VIEW_BACK, MYO_LAYER_SURFACE, "infraspinatus", MYO_SIDE_RIGHT, &box));
  for (guint i = 0; i < MYO_N_PALETTES; i++)
    {
      cairo_surface_t *surface = render (MYO_VIEW_FRONT, MYO_LAYER_SKIN, i, 1, &(MyoRect) { 250, 500, 40, 40 });

      pixels[i] = get_pixel (surface, 20, 20);
      g_assert_cmpuint (pixels[i].alpha, ==, 255);
      cairo_surface_destroy (surface);
    }
  g_assert_cmpuint (pixels[MYO_PALETTE_LIGHT].green, >, pixels[MYO_PALETTE_DARK].green + 60u);
  g_assert_cmpuint (pixels[MYO_PALETTE_HIGH_CONTRAST].green, >, 240);
  g_assert_cmpuint (pixels[MYO_PALETTE_HIGH_CONTRAST_DARK].green, <, 15);
}

/* --- Threads --- */

static gpointer
render_in_thread (gpointer data)
{
  for (guint i = 0; i < 3; i++)
    {
      cairo_surface_t *surface = render ((GPOINTER_TO_UINT (data) + i) % 2, MYO_LAYER_SURFACE, MYO_PALETTE_LIGHT, .15, NULL);

      g_assert_cmpuint (count_all_ink (surface), >, 1000);
      cairo_surface_destroy (surface);
      g_assert_true (myo_drawings_prepare_pick (drawings, MYO_VIEW_SOLE, MYO_LAYER_REGIONS, NULL));
    }
  return NULL;
}

static void
test_threads (void)
{
  GThread *one, *two;
  MyoRect part;

  g_clear_object (&drawings);
  drawings = myo_drawings_new ();
  one = g_thread_new ("one", render_in_thread, GUINT_TO_POINTER (0));
  two = g_thread_new ("two", render_in_thread, GUINT_TO_POINTER (1));
  for (guint i = 0; i < 50; i++)
    {
      cairo_surface_t *surface = myo_drawings_render_highlight (drawings, MYO_VIEW_BACK, MYO_LAYER_SURFACE, MYO_PALETTE_DARK,
                                                                "infraspinatus", .5, &part);

      g_assert_nonnull (surface);
      cairo_surface_destroy (surface);
    }
  g_thread_join (one);
  g_thread_join (two);
}

/* --- Highlights --- */

static void
test_highlight (void)
{
  MyoRect part = { 0 }, box;
  cairo_surface_t *surface = myo_drawings_render_highlight (drawings, MYO_VIEW_BACK, MYO_LAYER_SURFACE, MYO_PALETTE_LIGHT,
                                                            "infraspinatus", 2, &part);

  g_assert_nonnull (surface);
  g_assert_true (myo_drawings_get_bounds (drawings, MYO_VIEW_BACK, MYO_LAYER_SURFACE, "infraspinatus", MYO_SIDE_RIGHT, &box));
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, (int) round (part.width * 2));
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, (int) round (part.height * 2));
  /* the box holds the muscle and its rims, and little more */
  g_assert_cmpfloat (part.x, <, box.x);
  g_assert_cmpfloat (part.x + part.width, >, box.x + box.width);
  g_assert_cmpfloat (part.width, <, box.width + 10);
  g_assert_cmpuint (count_all_ink (surface), >, 2000);
  g_assert_cmpuint (count_ink (surface, 0, 0, 1, G_MAXINT) + count_ink (surface, 0, 0, G_MAXINT, 1), ==, 0);
  cairo_surface_destroy (surface);
  g_assert_null (myo_drawings_render_highlight (drawings, MYO_VIEW_BACK, MYO_LAYER_SURFACE, MYO_PALETTE_LIGHT, "none", 2, &part));
}

/* Cut to a part: the same pixels, and nothing when they do not meet. */
static void
test_highlight_within (void)
{
  MyoRect all, some, within;
  cairo_surface_t *whole = myo_drawings_render_highlight (drawings, MYO_VIEW_BACK, MYO_LAYER_SURFACE, MYO_PALETTE_LIGHT,
                                                          "infraspinatus", 1, &all);
  cairo_surface_t *piece;
  int dx, dy;

  within = (MyoRect) { all.x + 30, all.y + 30, 20, 20 };
  piece = myo_drawings_render_highlight_within (drawings, MYO_VIEW_BACK, MYO_LAYER_SURFACE, MYO_PALETTE_LIGHT, "infraspinatus", 1,
                                                &within, &some);
  g_assert_cmpint (cairo_image_surface_get_width (piece), <=, 21);
  dx = (int) round (some.x - all.x);
  dy = (int) round (some.y - all.y);
  for (int i = 4; i < 16; i++)
    g_assert_cmpint (abs (get_pixel (piece, i, i).green - get_pixel (whole, i + dx, i + dy).green), <=, 2);
  cairo_surface_destroy (whole);
  cairo_surface_destroy (piece);
  within = (MyoRect) { 0, 0, 20, 20 };
  g_assert_null (myo_drawings_render_highlight_within (drawings, MYO_VIEW_BACK, MYO_LAYER_SURFACE, MYO_PALETTE_LIGHT, "infraspinatus", 1,
                                                       &within, &some));
}

/* Everything that can be selected has a highlight. */
static void
test_highlight_all (void)
{
  for (guint i = 0; i < MYO_N_VIEWS * MYO_N_LAYERS; i++)
    {
      const char * const *ids = myo_drawings_list_ids (drawings, i / MYO_N_LAYERS, i % MYO_N_LAYERS);

      for (guint k = 0; ids[k] != NULL; k++)
        {
          MyoRect part;
          cairo_surface_t *surface = myo_drawings_render_highlight (drawings, i / MYO_N_LAYERS, i % MYO_N_LAYERS, MYO_PALETTE_DARK,
                                                                    ids[k], .5, &part);

          g_assert_nonnull (surface);
          g_assert_cmpuint (count_all_ink (surface), >, 0);
          cairo_surface_destroy (surface);
        }
    }
}

/* --- Zones --- */

static MyoZone *
create_zone (MyoZoneKind  kind,
             MyoView      view,
             const char  *path,
             double       brush)
{
  MyoZone *zone = myo_zone_new ();
  MyoArea *area = g_new0 (MyoArea, 1);

  zone->region = g_strdup ("chest-mid");
  zone->kind = kind;
  area->view = view;
  area->path = g_strdup (path);
  area->brush = brush;
  g_ptr_array_add (zone->areas, area);
  return zone;
}

static cairo_surface_t *
paint (const MyoZone *zone,
       gboolean       mirrored,
       double         scale,
       MyoRect       *part)
{
  MyoZonePaint paints[] = { { zone, mirrored } };
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface = myo_drawings_render_zones (drawings, MYO_VIEW_FRONT, MYO_PALETTE_LIGHT, paints, 1, scale, part, &error);

  g_assert_no_error (error);
  return surface;
}

/* A zone far larger than the body is cut to the body: the corners stay empty, the chest is covered, on both sides of the midline. */
static void
test_zone_outline (void)
{
  g_autoptr (MyoZone) zone = create_zone (MYO_ZONE_PRIMARY, MYO_VIEW_FRONT, "M-50 -50H770V1830H-50z", 0);
  MyoRect part = { 0, 0, 720, 1780 };
  cairo_surface_t *surface = paint (zone, FALSE, .5, &part);
  cairo_surface_t *body = render (MYO_VIEW_FRONT, MYO_LAYER_SKIN, MYO_PALETTE_LIGHT, .5, NULL);

  g_assert_nonnull (surface);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 360);
  for (int y = 0; y < 890; y += 5)
    for (int x = 0; x < 360; x += 5)
      if (get_pixel (body, x, y).alpha == 0)
        g_assert_cmpuint (get_pixel (surface, x, y).alpha, <, 128);
  g_assert_cmpuint (get_pixel (surface, 150, 200).alpha, >, 100);
  g_assert_cmpuint (get_pixel (surface, 210, 200).alpha, >, 100);
  g_assert_cmpuint (get_pixel (surface, 180, 200).alpha, >, 100);
  cairo_surface_destroy (surface);
  cairo_surface_destroy (body);
}

/* The box is cut to what is painted, and to what was asked for. */
static void
test_zone_box (void)
{
  g_autoptr (MyoZone) zone = create_zone (MYO_ZONE_PRIMARY, MYO_VIEW_FRONT, "M260 400h40v60h-40z", 0);
  MyoRect part = { 0, 0, 720, 1780 }, half = { 280, 0, 720, 1780 }, none = { 600, 0, 100, 100 };
  cairo_surface_t *surface = paint (zone, FALSE, 2, &part);

  g_assert_cmpfloat (part.x, <=, 260);
  g_assert_cmpfloat (part.x, >, 250);
  g_assert_cmpfloat (part.height, <, 75);
  cairo_surface_destroy (surface);
  surface = paint (zone, FALSE, 2, &half);
  g_assert_cmpfloat (half.x, ==, 280);
  cairo_surface_destroy (surface);
  g_assert_null (paint (zone, FALSE, 2, &none));
  part = (MyoRect) { 0, 0, 720, 1780 };
  surface = paint (zone, TRUE, 2, &part);
  g_assert_cmpfloat (part.x + part.width, >=, 460);
  g_assert_cmpfloat (part.x, >, 410);
  cairo_surface_destroy (surface);
}

/* Lightness over white, 0…255. */
static int
get_grey (Pixel p)
{
  return (p.red * 299 + p.green * 587 + p.blue * 114) / 1000 + 255 - p.alpha;
}

/* The difference between the lightest and the darkest of the pixels in the middle of a zone. */
static int
measure_contrast (MyoZoneKind kind)
{
  g_autoptr (MyoZone) zone = create_zone (kind, MYO_VIEW_FRONT, "M240 400h60v60h-60z", 0);
  MyoRect part = { 0, 0, 720, 1780 };
  cairo_surface_t *surface = paint (zone, FALSE, 1, &part);
  int least = 255, most = 0;

  for (int y = 15; y < 45; y++)
    for (int x = 15; x < 45; x++)
      {
        least = MIN (least, get_grey (get_pixel (surface, x, y)));
        most = MAX (most, get_grey (get_pixel (surface, x, y)));
      }
  cairo_surface_destroy (surface);
  return most - least;
}

/* Told apart without colour: one is even, the other is dots. */
static void
test_zone_kinds (void)
{
  g_assert_cmpint (measure_contrast (MYO_ZONE_PRIMARY), <=, 2);
  g_assert_cmpint (measure_contrast (MYO_ZONE_SPILLOVER), >, 60);
}

/* Where the two kinds lie over each other the primary one is seen, in whatever order they are given. */
static void
test_zone_order (void)
{
  g_autoptr (MyoZone) primary = create_zone (MYO_ZONE_PRIMARY, MYO_VIEW_FRONT, "M240 400h60v60h-60z", 0);
  g_autoptr (MyoZone) spillover = create_zone (MYO_ZONE_SPILLOVER, MYO_VIEW_FRONT, "M240 400h60v60h-60z", 0);
  MyoZonePaint paints[] = { { primary, FALSE }, { spillover, FALSE } };
  MyoRect part = { 0, 0, 720, 1780 }, alone = part;
  cairo_surface_t *both = myo_drawings_render_zones (drawings, MYO_VIEW_FRONT, MYO_PALETTE_DARK, paints, 2, 1, &part, NULL);
  cairo_surface_t *one = myo_drawings_render_zones (drawings, MYO_VIEW_FRONT, MYO_PALETTE_DARK, paints, 1, 1, &alone, NULL);

  for (int i = 10; i < 50; i++)
    g_assert_cmpint (memcmp (&(Pixel[]) { get_pixel (both, i, i) }, &(Pixel[]) { get_pixel (one, i, i) }, sizeof (Pixel)), ==, 0);
  cairo_surface_destroy (both);
  cairo_surface_destroy (one);
}

/* Two areas that share an edge are one area: no seam between them. */
static void
test_zone_seam (void)
{
  g_autoptr (MyoZone) upper = create_zone (MYO_ZONE_PRIMARY, MYO_VIEW_FRONT, "M240 400h60v30.3h-60z", 0);
  g_autoptr (MyoZone) lower = create_zone (MYO_ZONE_PRIMARY, MYO_VIEW_FRONT, "M240 430.3h60v30h-60z", 0);
  MyoZonePaint paints[] = { { upper, FALSE }, { lower, FALSE } };
  MyoRect part = { 0, 0, 720, 1780 };
  cairo_surface_t *surface = myo_drawings_render_zones (drawings, MYO_VIEW_FRONT, MYO_PALETTE_LIGHT, paints, 2, 1, &part, NULL);
  Pixel first = get_pixel (surface, 30, 15);

  for (int y = 15; y < 50; y++)
    g_assert_cmpint (abs (get_pixel (surface, 30, y).alpha - first.alpha), <=, 3);
  cairo_surface_destroy (surface);
}

static void
test_zone_none (void)
{
  g_autoptr (MyoZone) elsewhere = create_zone (MYO_ZONE_PRIMARY, MYO_VIEW_BACK, "M460 400h40v60h-40z", 0);
  g_autoptr (MyoZone) faulty = create_zone (MYO_ZONE_PRIMARY, MYO_VIEW_FRONT, "M260 400h40v", 0);
  MyoZonePaint paints[] = { { faulty, FALSE } };
  MyoRect part = { 0, 0, 720, 1780 };
  g_autoptr (GError) error = NULL;

  g_assert_null (paint (elsewhere, FALSE, 1, &part));
  g_assert_null (myo_drawings_render_zones (drawings, MYO_VIEW_FRONT, MYO_PALETTE_LIGHT, paints, 1, 1, &part, &error));
  g_assert_error (error, MYO_ERROR, MYO_ERROR_DRAWING);
}

static void
test_zone_at (void)
{
  g_autoptr (MyoZone) filled = create_zone (MYO_ZONE_PRIMARY, MYO_VIEW_FRONT, "M240 400h60v60h-60z", 0);
  g_autoptr (MyoZone) brushed = create_zone (MYO_ZONE_SPILLOVER, MYO_VIEW_FRONT, "M240 400h60v60", 10);

  g_assert_true (myo_drawings_zone_at (drawings, filled, FALSE, MYO_VIEW_FRONT, 270, 430));
  g_assert_false (myo_drawings_zone_at (drawings, filled, TRUE, MYO_VIEW_FRONT, 270, 430));
  g_assert_true (myo_drawings_zone_at (drawings, filled, TRUE, MYO_VIEW_FRONT, 450, 430));
  g_assert_false (myo_drawings_zone_at (drawings, filled, FALSE, MYO_VIEW_BACK, 270, 430));
  g_assert_true (myo_drawings_zone_at (drawings, brushed, FALSE, MYO_VIEW_FRONT, 270, 404));
  g_assert_false (myo_drawings_zone_at (drawings, brushed, FALSE, MYO_VIEW_FRONT, 270, 430));
}

/* --- What it costs --- */

static void
test_cost (void)
{
  g_autoptr (MyoDrawings) fresh = myo_drawings_new ();
  cairo_surface_t *surface;

  g_assert_cmpuint (myo_drawings_get_cost (fresh), ==, 0);
  g_assert_true (myo_drawings_prepare_pick (fresh, MYO_VIEW_FRONT, MYO_LAYER_SURFACE, NULL));
  surface = myo_drawings_render (fresh, MYO_VIEW_FRONT, MYO_LAYER_SURFACE, MYO_PALETTE_LIGHT, .5, NULL, NULL, NULL);
  cairo_surface_destroy (surface);
  g_test_message ("one layer: %" G_GSIZE_FORMAT " bytes", myo_drawings_get_cost (fresh));
  g_assert_cmpuint (myo_drawings_get_cost (fresh), <, 12u << 20);
}

/* Painting one half and mirroring it must give what painting both halves gives: the share of bytes that differ by more than 24. */
static double
compare_to_halves (MyoView view,
                   double  scale)
{
  double width, height, different = 0, counted = 0;
  /* One mm less at the left: not symmetric, so both halves are painted. */
  MyoRect part;
  cairo_surface_t *whole, *halves;

  myo_view_get_size (view, &width, &height);
  part = (MyoRect) { 1 / scale, 0, width - 1 / scale, height };
  whole = myo_drawings_render (drawings, view, MYO_LAYER_SURFACE, MYO_PALETTE_LIGHT, scale, NULL, NULL, NULL);
  halves = myo_drawings_render (drawings, view, MYO_LAYER_SURFACE, MYO_PALETTE_LIGHT, scale, &part, NULL, NULL);
  for (int y = 0; y < cairo_image_surface_get_height (halves); y++)
    {
      const guint8 *a = cairo_image_surface_get_data (whole) + y * cairo_image_surface_get_stride (whole) + 4;
      const guint8 *b = cairo_image_surface_get_data (halves) + y * cairo_image_surface_get_stride (halves);

      for (int i = 0; i < 4 * cairo_image_surface_get_width (halves); i++, counted++)
        different += ABS (a[i] - b[i]) > 24;
    }
  cairo_surface_destroy (whole);
  cairo_surface_destroy (halves);

  return different / counted;
}

static void
test_render_mirrored (void)
{
  g_assert_cmpfloat (compare_to_halves (MYO_VIEW_FRONT, myo_drawings_snap_scale (MYO_VIEW_FRONT, .3771)), <, .002);
  g_assert_cmpfloat (compare_to_halves (MYO_VIEW_BACK, myo_drawings_snap_scale (MYO_VIEW_BACK, .5003)), <, .002);
  g_assert_cmpfloat_with_epsilon (myo_drawings_snap_scale (MYO_VIEW_FRONT, .5), .5, 1e-3);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  drawings = myo_drawings_new ();
  g_test_add_func ("/map/check", test_check);
  g_test_add_func ("/map/ids", test_ids);
  g_test_add_func ("/map/order", test_order);
  g_test_add_func ("/map/bounds", test_bounds);
  g_test_add_func ("/map/all-bounds", test_all_bounds);
  g_test_add_func ("/map/pick", test_pick);
  g_test_add_func ("/map/pick-nothing", test_pick_nothing);
  g_test_add_func ("/map/pick-mirrored", test_pick_mirrored);
  g_test_add_func ("/map/pick-gaps", test_pick_gaps);
  g_test_add_func ("/map/pick-inner", test_pick_inner);
  g_test_add_func ("/map/pick-all", test_pick_all);
  g_test_add_func ("/map/render", test_render);
  g_test_add_func ("/map/render-part", test_render_part);
  g_test_add_func ("/map/render-mirrored", test_render_mirrored);
  g_test_add_func ("/map/render-impossible", test_render_impossible);
  g_test_add_func ("/map/palettes", test_palettes);
  g_test_add_func ("/map/threads", test_threads);
  g_test_add_func ("/map/highlight", test_highlight);
  g_test_add_func ("/map/highlight-within", test_highlight_within);
  g_test_add_func ("/map/highlight-all", test_highlight_all);
  g_test_add_func ("/map/zone-outline", test_zone_outline);
  g_test_add_func ("/map/zone-box", test_zone_box);
  g_test_add_func ("/map/zone-kinds", test_zone_kinds);
  g_test_add_func ("/map/zone-order", test_zone_order);
  g_test_add_func ("/map/zone-seam", test_zone_seam);
  g_test_add_func ("/map/zone-none", test_zone_none);
  g_test_add_func ("/map/zone-at", test_zone_at);
  g_test_add_func ("/map/cost", test_cost);
  result = g_test_run ();
  g_clear_object (&drawings);
  return result;
}
