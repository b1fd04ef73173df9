/* Pictures of zones over the drawn body: where they end, how they are told apart, which lies above.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pictures-kit.h"

#include <string.h>

#include "myo-error.h"

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

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  drawings = myo_drawings_new ();
  g_test_add_func ("/zones/outline", test_zone_outline);
  g_test_add_func ("/zones/box", test_zone_box);
  g_test_add_func ("/zones/kinds", test_zone_kinds);
  g_test_add_func ("/zones/order", test_zone_order);
  g_test_add_func ("/zones/seam", test_zone_seam);
  g_test_add_func ("/zones/none", test_zone_none);
  g_test_add_func ("/zones/at", test_zone_at);
  result = g_test_run ();
  g_clear_object (&drawings);
  return result;
}
