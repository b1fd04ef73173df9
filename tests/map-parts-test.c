/* What the map is made of: what all its layers have in common, the pictures of the body, and its marks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "map-kit.h"
#include "myo-map-marks.h"
#include "myo-map-pictures.h"

/* --- A layer of the least kind: a square of 10 px --- */

#define TEST_TYPE_SQUARE (test_square_get_type ())
G_DECLARE_FINAL_TYPE (TestSquare, test_square, TEST, SQUARE, MyoMapLayer)

struct _TestSquare
{
  MyoMapLayer parent_instance;
};

G_DEFINE_FINAL_TYPE (TestSquare, test_square, MYO_TYPE_MAP_LAYER)

static void
test_square_snapshot (MyoMapLayer *layer,
                      GtkSnapshot *snapshot)
{
  gtk_snapshot_append_color (snapshot, &(GdkRGBA) { 0, 0, 0, 1 }, &GRAPHENE_RECT_INIT (100, 100, 10, 10));
}

static void
test_square_class_init (TestSquareClass *klass)
{
  MYO_MAP_LAYER_CLASS (klass)->snapshot = test_square_snapshot;
}

static void
test_square_init (TestSquare *self)
{
}

static void
test_layer_draws (void)
{
  g_autoptr (MyoMapView) view = map_create_view (MYO_LAYER_SURFACE);
  g_autoptr (TestSquare) square = g_object_new (TEST_TYPE_SQUARE, "view", view, NULL);
  MyoMapPlace place;

  g_assert_true (myo_map_layer_get_view (MYO_MAP_LAYER (square)) == view);
  g_assert_cmpuint (map_get_alpha_at (square, 105, 105), ==, 255);
  g_assert_cmpuint (map_get_alpha_at (square, 115, 105), ==, 0);
  g_assert_false (myo_map_layer_lookup (MYO_MAP_LAYER (square), 105, 105, &place));
}

static void
keep_error (GError **kept,
            GError  *error)
{
  g_set_error_literal (kept, error->domain, error->code, error->message);
}

static void
test_layer_tells (void)
{
  g_autoptr (MyoMapView) view = map_create_view (MYO_LAYER_SURFACE);
  g_autoptr (TestSquare) square = g_object_new (TEST_TYPE_SQUARE, "view", view, NULL);
  g_autoptr (GError) sent = g_error_new (G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "broken"), kept = NULL;
  UiHeard changed;

  ui_listen (square, "changed", &changed);
  g_signal_connect_swapped (square, "failed", G_CALLBACK (keep_error), &kept);
  ui_assert_heard (&changed, 0, NULL);
  myo_map_layer_changed (MYO_MAP_LAYER (square));
  ui_assert_heard (&changed, 1, NULL);
  myo_map_layer_failed (MYO_MAP_LAYER (square), sent);
  g_assert_error (kept, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  ui_assert_heard (&changed, 0, NULL);
}

/* What was begun for a layer may end after it was disposed of, and still asks where the map looks. */
static void
test_layer_keeps_view (void)
{
  MyoMapView *view = map_create_view (MYO_LAYER_SURFACE);
  TestSquare *square = g_object_new (TEST_TYPE_SQUARE, "view", view, NULL);

  ui_follow (view);
  ui_follow (square);
  g_object_unref (view);
  g_object_run_dispose (G_OBJECT (square));
  g_assert_true (MYO_IS_MAP_VIEW (myo_map_layer_get_view (MYO_MAP_LAYER (square))));
  g_object_unref (square);
  ui_assert_freed ();
}

/* --- Pictures --- */

#define SCALE .5

static const MyoRect chest = { 300, 400, 200, 150 };

typedef struct
{
  MyoMapPictures *pictures;
  UiHeard         painted, failed;
} Pictures;

static void
pictures_set_up (Pictures      *p,
                 gconstpointer  unused)
{
  p->pictures = myo_map_pictures_new (ui_get_drawings ());
  ui_listen (p->pictures, "painted", &p->painted);
  ui_listen (p->pictures, "failed", &p->failed);
}

static void
pictures_tear_down (Pictures      *p,
                    gconstpointer  unused)
{
  ui_assert_heard (&p->failed, 0, NULL);
  ui_follow (p->pictures);
  g_object_unref (p->pictures);
  ui_assert_freed ();
}

static void
want (Pictures   *p,
      MyoLayer    layer,
      MyoPalette  palette,
      double      scale)
{
  myo_map_pictures_want (p->pictures, MYO_VIEW_FRONT, layer, palette, SCALE, scale, &chest);
}

/* How many bytes of the picture are others than what the drawings paint. */
static guint
count_others (const MyoMapPicture *picture)
{
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface = myo_drawings_render (ui_get_drawings (), MYO_VIEW_FRONT, picture->layer, picture->palette, picture->scale,
                                                  &picture->part, NULL, &error);
  int stride = cairo_image_surface_get_stride (surface), width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  g_autofree guchar *pixels = g_malloc ((gsize) stride * (gsize) height);
  guint n = 0;

  g_assert_no_error (error);
  g_assert_cmpint (gdk_texture_get_width (picture->texture), ==, width);
  g_assert_cmpint (gdk_texture_get_height (picture->texture), ==, height);
  gdk_texture_download (picture->texture, pixels, (gsize) stride);
  for (int y = 0; y < height; y++)
    n += memcmp (pixels + y * stride, cairo_image_surface_get_data (surface) + y * stride, (gsize) width * 4) != 0;
  cairo_surface_destroy (surface);
  return n;
}

static void
test_pictures_whole (Pictures      *p,
                     gconstpointer  unused)
{
  const MyoMapPicture *whole;
  double width, height;

  myo_view_get_size (MYO_VIEW_FRONT, &width, &height);
  g_assert_false (myo_map_pictures_is_crisp (p->pictures));
  want (p, MYO_LAYER_SURFACE, MYO_PALETTE_LIGHT, SCALE);
  g_assert_null (myo_map_pictures_get_whole (p->pictures, MYO_VIEW_FRONT));
  ui_wait_until (myo_map_pictures_is_crisp (p->pictures));
  ui_assert_heard (&p->painted, 1, NULL);

  whole = myo_map_pictures_get_whole (p->pictures, MYO_VIEW_FRONT);
  g_assert_cmpint (whole->layer, ==, MYO_LAYER_SURFACE);
  g_assert_cmpint (whole->palette, ==, MYO_PALETTE_LIGHT);
  g_assert_cmpfloat (whole->scale, ==, myo_drawings_snap_scale (MYO_VIEW_FRONT, SCALE));
  g_assert_cmpfloat (whole->part.width, ==, width);
  g_assert_cmpfloat (whole->part.height, ==, height);
  g_assert_cmpuint (count_others (whole), ==, 0);
  g_assert_null (myo_map_pictures_get_detail (p->pictures, MYO_VIEW_FRONT));
  g_assert_null (myo_map_pictures_get_whole (p->pictures, MYO_VIEW_BACK));
  /* What is there is not painted again. */
  want (p, MYO_LAYER_SURFACE, MYO_PALETTE_LIGHT, SCALE);
  g_assert_true (myo_map_pictures_is_crisp (p->pictures));
}

static void
test_pictures_detail (Pictures      *p,
                      gconstpointer  unused)
{
  const MyoMapPicture *detail;

  want (p, MYO_LAYER_SURFACE, MYO_PALETTE_LIGHT, 3);
  ui_wait_until (myo_map_pictures_is_crisp (p->pictures));
  ui_assert_heard (&p->painted, 2, NULL);
  detail = myo_map_pictures_get_detail (p->pictures, MYO_VIEW_FRONT);
  g_assert_cmpfloat (detail->scale, ==, 3);
  /* A fifth of it on each side, for a short pan */
  g_assert_cmpfloat_with_epsilon (detail->part.x, 260, 1e-9);
  g_assert_cmpfloat_with_epsilon (detail->part.y, 370, 1e-9);
  g_assert_cmpfloat_with_epsilon (detail->part.width, 280, 1e-9);
  g_assert_cmpfloat_with_epsilon (detail->part.height, 210, 1e-9);
  g_assert_cmpuint (count_others (detail), ==, 0);
  myo_map_pictures_want (p->pictures, MYO_VIEW_FRONT, MYO_LAYER_SURFACE, MYO_PALETTE_LIGHT, SCALE, 3,
                         &(MyoRect) { 330, 380, 200, 150 });
  g_assert_true (myo_map_pictures_is_crisp (p->pictures));

  /* Neither colours nor layer of another picture lie over the whole. */
  want (p, MYO_LAYER_SURFACE, MYO_PALETTE_DARK, 3);
  g_assert_null (myo_map_pictures_get_detail (p->pictures, MYO_VIEW_FRONT));
  want (p, MYO_LAYER_SURFACE, MYO_PALETTE_LIGHT, SCALE);
  g_assert_null (myo_map_pictures_get_detail (p->pictures, MYO_VIEW_FRONT));
}

/* The old picture stays until the new one is there; what nobody wants any more never comes. */
static void
test_pictures_last_wish (Pictures      *p,
                         gconstpointer  unused)
{
  want (p, MYO_LAYER_SURFACE, MYO_PALETTE_LIGHT, SCALE);
  ui_wait_until (myo_map_pictures_is_crisp (p->pictures));
  want (p, MYO_LAYER_SKIN, MYO_PALETTE_LIGHT, SCALE);
  g_assert_false (myo_map_pictures_is_crisp (p->pictures));
  g_assert_cmpint (myo_map_pictures_get_whole (p->pictures, MYO_VIEW_FRONT)->layer, ==, MYO_LAYER_SURFACE);
  want (p, MYO_LAYER_DEEP, MYO_PALETTE_DARK, SCALE);
  ui_wait_until (myo_map_pictures_is_crisp (p->pictures));
  g_assert_cmpint (myo_map_pictures_get_whole (p->pictures, MYO_VIEW_FRONT)->layer, ==, MYO_LAYER_DEEP);
  g_assert_cmpint (myo_map_pictures_get_whole (p->pictures, MYO_VIEW_FRONT)->palette, ==, MYO_PALETTE_DARK);
  g_assert_cmpuint (count_others (myo_map_pictures_get_whole (p->pictures, MYO_VIEW_FRONT)), ==, 0);
}

/* Of what is out of sight only the whole is kept; also when the sharper picture was still on its way. */
static void
test_pictures_left (Pictures      *p,
                    gconstpointer  unused)
{
  GdkTexture *whole;

  want (p, MYO_LAYER_SURFACE, MYO_PALETTE_LIGHT, 3);
  ui_wait_until (myo_map_pictures_is_crisp (p->pictures));
  whole = myo_map_pictures_get_whole (p->pictures, MYO_VIEW_FRONT)->texture;
  ui_follow (myo_map_pictures_get_detail (p->pictures, MYO_VIEW_FRONT)->texture);
  myo_map_pictures_leave (p->pictures, MYO_VIEW_FRONT);
  ui_assert_freed ();

  want (p, MYO_LAYER_SURFACE, MYO_PALETTE_LIGHT, 4);
  g_assert_false (myo_map_pictures_is_crisp (p->pictures));
  myo_map_pictures_leave (p->pictures, MYO_VIEW_FRONT);
  ui_wait_until (myo_map_pictures_is_crisp (p->pictures));
  g_assert_null (myo_map_pictures_get_detail (p->pictures, MYO_VIEW_FRONT));
  g_assert_true (myo_map_pictures_get_whole (p->pictures, MYO_VIEW_FRONT)->texture == whole);
}

static void
test_pictures_given (Pictures      *p,
                     gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;
  double scale = myo_drawings_snap_scale (MYO_VIEW_FRONT, SCALE);

  myo_map_pictures_give (p->pictures, MYO_VIEW_FRONT, MYO_LAYER_DEEP, MYO_PALETTE_LIGHT, scale,
                         myo_drawings_render (ui_get_drawings (), MYO_VIEW_FRONT, MYO_LAYER_DEEP, MYO_PALETTE_LIGHT, scale, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_others (myo_map_pictures_get_whole (p->pictures, MYO_VIEW_FRONT)), ==, 0);
  want (p, MYO_LAYER_DEEP, MYO_PALETTE_LIGHT, SCALE);
  g_assert_true (myo_map_pictures_is_crisp (p->pictures));
  ui_assert_heard (&p->painted, 0, NULL);
}

/* Closed while a picture is on its way: the tear-down sees that it goes. */
static void
test_pictures_under_way (Pictures      *p,
                         gconstpointer  unused)
{
  want (p, MYO_LAYER_SURFACE, MYO_PALETTE_LIGHT, 3);
  g_object_run_dispose (G_OBJECT (p->pictures));
  ui_assert_heard (&p->painted, 0, NULL);
}

/* --- Marks: drawn in a box with a button --- */

typedef struct
{
  MyoMapView   *view;
  MyoSelection *selection;
  GtkWidget    *box, *button;
  MyoMapMarks  *marks;
  UiHeard       changed;
} Marks;

static void
marks_set_up (Marks         *m,
              gconstpointer  unused)
{
  m->view = map_create_view (MYO_LAYER_SURFACE);
  m->selection = myo_selection_new ();
  m->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  m->button = gtk_button_new_with_label ("here");
  gtk_widget_set_halign (m->button, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (m->button, 100);
  gtk_box_append (GTK_BOX (m->box), m->button);
  ui_show (m->box, MAP_WIDTH, MAP_HEIGHT);
  m->marks = myo_map_marks_new (m->view, m->selection, m->box);
  ui_listen (m->marks, "changed", &m->changed);
}

static void
marks_tear_down (Marks         *m,
                 gconstpointer  unused)
{
  ui_follow (m->marks);
  ui_follow (m->view);
  ui_follow (m->selection);
  g_object_unref (m->marks);
  g_object_unref (m->selection);
  g_object_unref (m->view);
  ui_close (m->box);
}

static const MyoTriggerPoint *
get_point (MyoMuscle *muscle,
           guint      i)
{
  g_assert_cmpuint (muscle->points->len, >, i);
  return muscle->points->pdata[i];
}

static guint
count_painted (Marks *m)
{
  cairo_surface_t *surface = map_draw (m->marks);
  guint n = 0;

  for (int y = 0; y < MAP_HEIGHT; y++)
    for (int x = 0; x < MAP_WIDTH; x++)
      n += map_get_pixel (surface, x, y) != 0;
  cairo_surface_destroy (surface);
  return n;
}

/* Whether there is a dark cross at each place of the point that a figure shows. */
static gboolean
is_marked (Marks                 *m,
           const MyoTriggerPoint *point,
           MyoSide                side)
{
  cairo_surface_t *surface = map_draw (m->marks);
  gboolean all = TRUE;

  for (guint i = 0; i < point->spots->len; i++)
    for (MyoFigureId id = 0; id < MYO_N_FIGURES; id++)
      {
        const MyoSpot *spot = point->spots->pdata[i];
        gboolean mirrored = myo_view_is_mirrored (spot->view) && side == MYO_SIDE_LEFT;
        double x, y;

        myo_map_view_from_figure (m->view, id, mirrored ? myo_view_mirror (spot->view, spot->x) : spot->x, spot->y, &x, &y);
        if (myo_figure_get (id)->view != spot->view || !myo_figure_shows (id, side) || x < 0 || x >= MAP_WIDTH)
          continue;
        all &= map_get_pixel (surface, x, y) >> 24 == 255 && (map_get_pixel (surface, x, y) & 0xff) < 100;
      }
  cairo_surface_destroy (surface);
  return all;
}

static void
test_marks_points (Marks         *m,
                   gconstpointer  unused)
{
  MyoMuscle *muscle = ui_get_muscle ("infraspinatus");
  guint all, one;

  g_assert_cmpuint (count_painted (m), ==, 0);
  myo_selection_select (m->selection, muscle, MYO_SIDE_RIGHT, NULL);
  for (guint i = 0; i < muscle->points->len; i++)
    g_assert_true (is_marked (m, get_point (muscle, i), MYO_SIDE_RIGHT));
  g_assert_false (is_marked (m, get_point (muscle, 0), MYO_SIDE_LEFT));
  all = count_painted (m);

  myo_selection_select (m->selection, muscle, MYO_SIDE_LEFT, NULL);
  g_assert_true (is_marked (m, get_point (muscle, 0), MYO_SIDE_LEFT));
  g_assert_false (is_marked (m, get_point (muscle, 0), MYO_SIDE_RIGHT));

  myo_selection_preview_point (m->selection, get_point (muscle, 1)->id);
  g_assert_true (is_marked (m, get_point (muscle, 1), MYO_SIDE_LEFT));
  g_assert_false (is_marked (m, get_point (muscle, 0), MYO_SIDE_LEFT));
  one = count_painted (m);
  g_assert_cmpuint (one, >, 0);
  g_assert_cmpuint (one, <, all);
  myo_selection_preview_point (m->selection, NULL);
  myo_selection_select (m->selection, NULL, MYO_SIDE_RIGHT, NULL);
  g_assert_cmpuint (count_painted (m), ==, 0);
}

static void
test_marks_place (Marks         *m,
                  gconstpointer  unused)
{
  double x, y;

  myo_selection_set_place (m->selection, MYO_VIEW_BACK, MYO_SIDE_RIGHT, MYO_MIDLINE + 40, 500, NULL);
  myo_map_view_from_figure (m->view, MYO_FIGURE_BACK, MYO_MIDLINE + 40, 500, &x, &y);
  g_assert_cmpuint (map_get_alpha_at (m->marks, x, y), ==, 0);
  g_assert_cmpuint (map_get_alpha_at (m->marks, x + 8, y), ==, 255);
  g_assert_cmpuint (map_get_alpha_at (m->marks, x, y - 8), ==, 255);
  g_assert_cmpuint (map_get_alpha_at (m->marks, x + 15, y), ==, 0);
  myo_map_view_from_figure (m->view, MYO_FIGURE_FRONT, MYO_MIDLINE + 40, 500, &x, &y);
  g_assert_cmpuint (map_get_alpha_at (m->marks, x + 8, y), ==, 0);
  myo_selection_clear_place (m->selection);
  g_assert_cmpuint (count_painted (m), ==, 0);
}

/* The ring is there for who uses the keys, not where a click left the focus. */
static void
test_marks_focus (Marks         *m,
                  gconstpointer  unused)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (m->box));
  graphene_rect_t at;

  g_assert_true (gtk_widget_compute_bounds (m->button, m->box, &at));
  gtk_window_set_focus (window, m->button);
  gtk_window_set_focus_visible (window, FALSE);
  g_assert_cmpuint (count_painted (m), ==, 0);
  gtk_window_set_focus_visible (window, TRUE);
  g_assert_cmpuint (map_get_alpha_at (m->marks, at.origin.x - 3, at.origin.y + at.size.height / 2), ==, 255);
  g_assert_cmpuint (map_get_alpha_at (m->marks, at.origin.x + at.size.width / 2, at.origin.y + at.size.height / 2), ==, 0);
  ui_unfocus (m->box);
  g_assert_cmpuint (count_painted (m), ==, 0);
}

static void
test_marks_follow (Marks         *m,
                   gconstpointer  unused)
{
  MyoMuscle *muscle = ui_get_muscle ("infraspinatus");
  MyoMapPlace place;

  myo_selection_select (m->selection, muscle, MYO_SIDE_RIGHT, NULL);
  ui_assert_heard (&m->changed, 1, NULL);
  myo_selection_preview_point (m->selection, get_point (muscle, 1)->id);
  ui_assert_heard (&m->changed, 1, NULL);
  myo_selection_preview_muscle (m->selection, ui_get_muscle ("gluteus-minimus"), MYO_SIDE_LEFT, NULL);
  ui_assert_heard (&m->changed, 1, NULL);
  myo_selection_set_place (m->selection, MYO_VIEW_BACK, MYO_SIDE_RIGHT, 500, 500, NULL);
  ui_assert_heard (&m->changed, 1, NULL);
  g_assert_false (myo_map_layer_lookup (MYO_MAP_LAYER (m->marks), 500, 500, &place));
}

#define ADD_PICTURES(name, test) g_test_add ("/map-pictures/" name, Pictures, NULL, pictures_set_up, test, pictures_tear_down)
#define ADD_MARKS(name, test) g_test_add ("/map-marks/" name, Marks, NULL, marks_set_up, test, marks_tear_down)

int
main (int   argc,
      char *argv[])
{
  ui_init (&argc, &argv);
  g_test_add_func ("/map-layer/draws", test_layer_draws);
  g_test_add_func ("/map-layer/tells", test_layer_tells);
  g_test_add_func ("/map-layer/keeps-view", test_layer_keeps_view);
  ADD_PICTURES ("whole", test_pictures_whole);
  ADD_PICTURES ("detail", test_pictures_detail);
  ADD_PICTURES ("last-wish", test_pictures_last_wish);
  ADD_PICTURES ("left", test_pictures_left);
  ADD_PICTURES ("given", test_pictures_given);
  ADD_PICTURES ("under-way", test_pictures_under_way);
  ADD_MARKS ("points", test_marks_points);
  ADD_MARKS ("place", test_marks_place);
  ADD_MARKS ("focus", test_marks_focus);
  ADD_MARKS ("follow", test_marks_follow);
  return g_test_run ();
}
