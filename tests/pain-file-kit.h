/* What the tests of saved pain drawings share: the built-in atlas, reading and writing, and drawings to write.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <math.h>

#include "big-drawing-kit.h"
#include "myo-atlas-reader.h"
#include "myo-pain-file.h"

static MyoAtlas *atlas;

static inline MyoPainDrawing *
parse (const char *text)
{
  g_autoptr(GError) error = NULL;
  MyoPainDrawing *drawing = myo_pain_file_parse (text, -1, "test", atlas, &error);

  g_assert_no_error (error);
  return drawing;
}

static inline MyoPainDrawing *
round_trip (MyoPainDrawing *drawing)
{
  g_autofree char *text = myo_pain_file_format (drawing);

  return parse (text);
}

static inline void
assert_comes_back (MyoPainDrawing *drawing)
{
  g_autoptr(MyoPainDrawing) back = round_trip (drawing);

  g_assert_true (myo_pain_drawing_equal (drawing, back));
}

static inline const MyoStroke *
get_stroke (MyoPainDrawing *drawing,
            guint           i)
{
  return g_ptr_array_index (myo_pain_drawing_get_strokes (drawing), i);
}

static inline const MyoDab *
get_dab (const MyoStroke *stroke,
         guint            i)
{
  return &g_array_index (stroke->dabs, MyoDab, i);
}

/* Calls @func for every view and every side that may be named of it. */
static inline void
for_each_view (void (*func) (MyoView, MyoSide))
{
  for (MyoView view = 0; view < MYO_N_VIEWS; view++)
    if (myo_view_is_mirrored (view))
      func (view, MYO_SIDE_MIDDLE);
    else
      {
        func (view, MYO_SIDE_RIGHT);
        func (view, MYO_SIDE_LEFT);
      }
}

/* Calls @func for every region of the atlas and each side it has. */
static inline void
for_each_region (void (*func) (const MyoRegion *, MyoSide))
{
  GPtrArray *regions = myo_atlas_get_regions (atlas);

  g_assert_cmpuint (regions->len, >, 100);
  for (guint i = 0; i < regions->len; i++)
    {
      const MyoRegion *region = g_ptr_array_index (regions, i);

      func (region, region->paired ? MYO_SIDE_RIGHT : MYO_SIDE_MIDDLE);
      if (region->paired)
        func (region, MYO_SIDE_LEFT);
    }
}

/* A place anywhere on @view or a little off it; @round: in quarters of a millimetre, which a file holds exactly */
static inline void
scribble_dab (MyoStroke *stroke,
              GRand     *rand,
              gboolean   round)
{
  double width, height, x, y, radius;

  myo_view_get_size (stroke->view, &width, &height);
  x = g_rand_double_range (rand, -60, width + 60);
  y = g_rand_double_range (rand, -60, height + 60);
  radius = g_rand_double_range (rand, 1, 60);
  if (round)
    g_assert_true (myo_stroke_add_dab (stroke, trunc (x * 4) / 4, trunc (y * 4) / 4, floor (radius * 4) / 4));
  else
    g_assert_true (myo_stroke_add_dab (stroke, x, y, radius));
}

/* Strokes of all kinds, @n_dabs places each, the same each time */
static inline MyoPainDrawing *
make_scribble (guint    n_strokes,
               guint    n_dabs,
               gboolean round)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (42);
  MyoPainDrawing *drawing = myo_pain_drawing_new ();

  for (guint i = 0; i < n_strokes; i++)
    {
      MyoView view = (MyoView) (i % MYO_N_VIEWS);
      MyoSide side = myo_view_is_mirrored (view) ? MYO_SIDE_MIDDLE : (MyoSide) (i / MYO_N_VIEWS % 2);
      MyoStroke *stroke = myo_stroke_new (i % 7 == 6 ? MYO_STROKE_ERASER : MYO_STROKE_BRUSH, view, side,
                                          1 + (int) (i % 10), (MyoQuality) (i % MYO_N_QUALITIES));

      for (guint k = 0; k < n_dabs; k++)
        scribble_dab (stroke, rand, round);
      g_assert_true (myo_pain_drawing_add (drawing, stroke));
    }
  return drawing;
}

/* --- Before and after all tests --- */

static inline void
load_atlas (void)
{
  atlas = myo_atlas_read_builtin (NULL);
  g_assert_nonnull (atlas);
}

static inline void
free_atlas (void)
{
  g_clear_object (&atlas);
}
