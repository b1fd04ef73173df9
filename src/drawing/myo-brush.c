/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-brush.h"

#include <glib.h>
#include <math.h>

typedef struct { double x, y; } Point;

/* From one knot to the next, unit length. */
static Point
get_direction (const GArray *knots,
               guint         from)
{
  const Point *p, *q;
  double run;

  if (knots->len < 2)
    return (Point) { 1, 0 };
  from = MIN (from, knots->len - 2);
  p = &g_array_index (knots, Point, from);
  q = p + 1;
  run = hypot (q->x - p->x, q->y - p->y);
  return (Point) { (q->x - p->x) / run, (q->y - p->y) / run };
}

/* From a knot to the bank on its right at a distance of 1: the corner of the two pieces that meet there, no further out than twice. */
static Point
get_offset (const GArray *knots,
            guint         i)
{
  Point in = get_direction (knots, i > 0 ? i - 1 : 0), out = get_direction (knots, i);
  double x = in.x + out.x, y = in.y + out.y, run = hypot (x, y), reach;

  if (run < 1e-9)
    return (Point) { out.y, -out.x };
  x /= run;
  y /= run;
  reach = MAX (x * in.x + y * in.y, .5);
  return (Point) { y / reach, -x / reach };
}

/* One bank of the stroke, in the direction of the line (side 1) or back (side -1), then round the end. */
static void
add_bank (cairo_t      *cr,
          const GArray *knots,
          double        radius,
          int           side)
{
  const Point *end = &g_array_index (knots, Point, side > 0 ? knots->len - 1 : 0);
  Point run = get_direction (knots, side > 0 ? knots->len - 1 : 0);
  double angle = atan2 (run.y * side, run.x * side);

  for (guint k = 0; k < knots->len; k++)
    {
      guint i = side > 0 ? k : knots->len - 1 - k;
      const Point *p = &g_array_index (knots, Point, i);
      Point to = get_offset (knots, i);

      cairo_line_to (cr, p->x + to.x * radius * side, p->y + to.y * radius * side);
    }
  cairo_arc (cr, end->x, end->y, radius, angle - G_PI_2, angle + G_PI_2);
}

static void
outline_knots (cairo_t *cr,
               GArray  *knots,
               double   radius)
{
  if (knots->len > 0)
    {
      cairo_new_sub_path (cr);
      add_bank (cr, knots, radius, 1);
      add_bank (cr, knots, radius, -1);
      cairo_close_path (cr);
    }
  g_array_set_size (knots, 0);
}

static void
add_knot (GArray *knots,
          Point   p)
{
  const Point *last = knots->len > 0 ? &g_array_index (knots, Point, knots->len - 1) : NULL;

  if (last == NULL || hypot (p.x - last->x, p.y - last->y) > 1e-3)
    g_array_append_val (knots, p);
}

void
myo_brush_outline (cairo_t *cr,
                   double   radius)
{
  cairo_path_t *path = cairo_copy_path_flat (cr);
  g_autoptr (GArray) knots = g_array_new (FALSE, FALSE, sizeof (Point));
  Point first = { 0, 0 };

  cairo_new_path (cr);
  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    {
      const cairo_path_data_t *data = &path->data[i];

      if (data->header.type == CAIRO_PATH_MOVE_TO)
        {
          outline_knots (cr, knots, radius);
          first = (Point) { data[1].point.x, data[1].point.y };
        }
      add_knot (knots, data->header.type == CAIRO_PATH_CLOSE_PATH ? first : (Point) { data[1].point.x, data[1].point.y });
    }
  outline_knots (cr, knots, radius);
  cairo_path_destroy (path);
}
