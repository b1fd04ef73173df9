/* The table of figures, and what follows from it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-figure.h"

#include "myo-drawings.h"

static const struct
{
  MyoView  view;
  MyoSide  side;
  gboolean flipped;
  gboolean shows[3];         /* right, left, middle */
  double   x, left;          /* a place of the view, and how far from the left it is seen */
  MyoSide  side_at;
} expected[MYO_N_FIGURES] = {
  [MYO_FIGURE_FRONT]      = { MYO_VIEW_FRONT, MYO_SIDE_MIDDLE, FALSE, { TRUE, TRUE, TRUE },  128, 100, MYO_SIDE_RIGHT },
  [MYO_FIGURE_BACK]       = { MYO_VIEW_BACK,  MYO_SIDE_MIDDLE, FALSE, { TRUE, TRUE, TRUE },  128, 100, MYO_SIDE_LEFT },
  [MYO_FIGURE_RIGHT]      = { MYO_VIEW_SIDE,  MYO_SIDE_RIGHT,  FALSE, { TRUE, FALSE, TRUE },  74,  20, MYO_SIDE_RIGHT },
  [MYO_FIGURE_LEFT]       = { MYO_VIEW_SIDE,  MYO_SIDE_LEFT,   TRUE,  { FALSE, TRUE, TRUE },  74, 270, MYO_SIDE_LEFT },
  [MYO_FIGURE_RIGHT_SOLE] = { MYO_VIEW_SOLE,  MYO_SIDE_RIGHT,  FALSE, { TRUE, FALSE, TRUE },  36,  10, MYO_SIDE_RIGHT },
  [MYO_FIGURE_LEFT_SOLE]  = { MYO_VIEW_SOLE,  MYO_SIDE_LEFT,   TRUE,  { FALSE, TRUE, TRUE },  36,  86, MYO_SIDE_LEFT },
};

static void
test_table (void)
{
  for (MyoFigureId id = 0; id < MYO_N_FIGURES; id++)
    {
      const MyoFigure *figure = myo_figure_get (id);

      g_assert_cmpint (figure->view, ==, expected[id].view);
      g_assert_cmpint (figure->side, ==, expected[id].side);
      g_assert_cmpint (figure->flipped, ==, expected[id].flipped);
      for (MyoSide side = MYO_SIDE_RIGHT; side <= MYO_SIDE_MIDDLE; side++)
        g_assert_cmpint (myo_figure_shows (id, side), ==, expected[id].shows[side]);
      g_assert_cmpint (myo_figure_get_side_at (id, expected[id].x), ==, expected[id].side_at);
    }
}

static void
test_places (void)
{
  for (MyoFigureId id = 0; id < MYO_N_FIGURES; id++)
    {
      const MyoRect *crop = &myo_figure_get (id)->crop;

      g_assert_cmpfloat (myo_figure_get_left (id, expected[id].x), ==, expected[id].left);
      g_assert_cmpfloat (myo_figure_get_x (id, expected[id].left), ==, expected[id].x);
      /* What lies beside the crop is counted on. */
      g_assert_cmpfloat (myo_figure_get_x (id, myo_figure_get_left (id, crop->x - 10)), ==, crop->x - 10);
    }
}

static void
test_find (void)
{
  for (MyoFigureId id = 0; id < MYO_N_FIGURES; id++)
    {
      const MyoFigure *figure = myo_figure_get (id);

      g_assert_cmpint (myo_figure_find (figure->view, figure->side), ==, id);
      for (MyoSide side = MYO_SIDE_RIGHT; side <= MYO_SIDE_MIDDLE; side++)
        g_assert_cmpint (myo_figure_get (myo_figure_find (figure->view, side))->view, ==, figure->view);
    }
}

/* A figure mirrored twice is what it was, and the halves of front and back change places. */
static void
test_mirror (void)
{
  for (MyoView view = 0; view < MYO_N_VIEWS; view++)
    {
      g_assert_cmpfloat (myo_view_mirror (view, myo_view_mirror (view, 33)), ==, 33);
      if (myo_view_is_mirrored (view))
        {
          g_assert_cmpfloat (myo_view_mirror (view, MYO_MIDLINE), ==, MYO_MIDLINE);
          g_assert_cmpint (myo_view_side_at (view, MYO_MIDLINE - 1), !=, myo_view_side_at (view, MYO_MIDLINE + 1));
        }
    }
}

/* Each crop holds the silhouette that is drawn, with some air, but not much. */
static void
test_crops_hold_the_silhouette (void)
{
  g_autoptr (MyoDrawings) drawings = myo_drawings_new ();

  for (MyoFigureId id = 0; id < MYO_N_FIGURES; id++)
    {
      g_autoptr (GError) error = NULL;
      const MyoFigure *figure = myo_figure_get (id);
      const MyoRect *crop = &figure->crop;
      const cairo_path_t *outline = myo_drawings_get_outline (drawings, figure->view, &error);
      cairo_surface_t *paper = cairo_recording_surface_create (CAIRO_CONTENT_ALPHA, NULL);
      cairo_t *cr = cairo_create (paper);
      double x0, y0, x1, y1;

      g_assert_no_error (error);
      cairo_append_path (cr, outline);
      cairo_path_extents (cr, &x0, &y0, &x1, &y1);
      cairo_destroy (cr);
      cairo_surface_destroy (paper);
      g_assert_cmpfloat (x0 - crop->x, >=, 0);
      g_assert_cmpfloat (y0 - crop->y, >=, 0);
      g_assert_cmpfloat (crop->x + crop->width - x1, >=, 0);
      g_assert_cmpfloat (crop->y + crop->height - y1, >=, 0);
      g_assert_cmpfloat (MAX (x0 - crop->x, y0 - crop->y), <, 60);
      g_assert_cmpfloat (MAX (crop->x + crop->width - x1, crop->y + crop->height - y1), <, 60);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/table", test_table);
  g_test_add_func ("/figure/places", test_places);
  g_test_add_func ("/figure/find", test_find);
  g_test_add_func ("/figure/mirror", test_mirror);
  g_test_add_func ("/figure/crops", test_crops_hold_the_silhouette);
  return g_test_run ();
}
