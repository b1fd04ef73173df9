/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-path.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "myo-drawing-private.h"
#include "myo-error.h"
#include "myo-meter.h"

/* --- Pieces --- */

static void
quadratic_to (cairo_t            *cr,
              const MyoPathPiece *piece)
{
  const double *v = piece->v, x = piece->from_x, y = piece->from_y;

  cairo_curve_to (cr,
                  x + (v[0] - x) * 2 / 3, y + (v[1] - y) * 2 / 3,
                  v[2] + (v[0] - v[2]) * 2 / 3, v[3] + (v[1] - v[3]) * 2 / 3, v[2], v[3]);
}

/* Draws the arc about a centre in the ellipse's own frame, where it is part of the unit circle (SVG 2, B.2.4). */
static void
draw_arc (cairo_t  *cr,
          double    middle_x, double middle_y,   /* of the chord */
          double    rx, double ry,
          double    phi,
          double    cx, double cy,               /* the centre in the ellipse's own frame, about the middle of the chord */
          double    from, double to,
          gboolean  sweep)
{
  cairo_matrix_t before;

  cairo_get_matrix (cr, &before);
  cairo_translate (cr, middle_x, middle_y);
  cairo_rotate (cr, phi);
  cairo_translate (cr, cx, cy);
  cairo_scale (cr, rx, ry);
  if (sweep)
    cairo_arc (cr, 0, 0, 1, from, to);
  else
    cairo_arc_negative (cr, 0, 0, 1, from, to);
  cairo_set_matrix (cr, &before);
}

static void
bend (cairo_t      *cr,
      const double *v,
      double        from_x,
      double        from_y)
{
  double rx = fabs (v[0]), ry = fabs (v[1]), phi = v[2] * G_PI / 180, x = v[5], y = v[6];
  double dx = (from_x - x) / 2, dy = (from_y - y) / 2;
  double x1 = cos (phi) * dx + sin (phi) * dy, y1 = -sin (phi) * dx + cos (phi) * dy;
  double grow = x1 * x1 / (rx * rx) + y1 * y1 / (ry * ry), root, cx, cy;

  if (grow > 1)
    {
      rx *= sqrt (grow);
      ry *= sqrt (grow);
      grow = 1;
    }
  root = sqrt ((1 - grow) / grow) * (v[3] == v[4] ? -1 : 1);
  cx = root * rx * y1 / ry;
  cy = -root * ry * x1 / rx;
  draw_arc (cr, (from_x + x) / 2, (from_y + y) / 2, rx, ry, phi, cx, cy,
            atan2 ((y1 - cy) / ry, (x1 - cx) / rx), atan2 ((-y1 - cy) / ry, (-x1 - cx) / rx), v[4] != 0);
}

/* As SVG asks: no arc between places that are the same, a line where a radius is nothing. */
static void
arc_to (cairo_t            *cr,
        const MyoPathPiece *piece)
{
  const double *v = piece->v;

  if (fabs (piece->from_x - v[5]) < 1e-9 && fabs (piece->from_y - v[6]) < 1e-9)
    return;
  if (fabs (v[0]) >= 1e-6 && fabs (v[1]) >= 1e-6)
    bend (cr, v, piece->from_x, piece->from_y);
  cairo_line_to (cr, v[5], v[6]);
}

static void
draw_piece (cairo_t            *cr,
            const MyoPathPiece *piece)
{
  const double *v = piece->v;

  switch (piece->command)
    {
    case 'M': cairo_move_to (cr, v[0], v[1]); break;
    case 'L': cairo_line_to (cr, v[0], v[1]); break;
    case 'C': cairo_curve_to (cr, v[0], v[1], v[2], v[3], v[4], v[5]); break;
    case 'Q': quadratic_to (cr, piece); break;
    case 'A': arc_to (cr, piece); break;
    case 'Z':
    default: cairo_close_path (cr); break;
    }
}

/* --- Public --- */

gboolean
myo_path_append (cairo_t     *cr,
                 const char  *d,
                 gssize       length,
                 GError     **error)
{
  MyoPathData data;
  MyoPathPiece piece;

  g_return_val_if_fail (cr != NULL && d != NULL, FALSE);

  for (myo_path_data_init (&data, d, length); myo_path_data_next (&data, &piece); )
    draw_piece (cr, &piece);
  myo_meter_add (5 * (guint64) (data.text.p - d));
  if (data.fault == MYO_PATH_FAULT_NONE)
    return TRUE;
  g_set_error (error, MYO_ERROR, MYO_ERROR_DRAWING,
               /* Translators: “path data” is the d attribute of an SVG path */
               _("the path data has a fault at character %zu"), (size_t) (data.text.p - d) + 1);
  return FALSE;
}

cairo_t *
myo_path_new_scratch (void)
{
  g_autoptr (cairo_surface_t) surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);

  return cairo_create (surface);
}

static void
set_brush (cairo_t *cr,
           double   brush)
{
  cairo_set_line_width (cr, brush);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
}

gboolean
myo_path_get_extents (const char *d,
                      double      brush,
                      MyoRect    *extents)
{
  g_autoptr (cairo_t) cr = myo_path_new_scratch ();
  double x0, y0, x1, y1;

  g_return_val_if_fail (d != NULL && extents != NULL, FALSE);

  if (!myo_path_append (cr, d, -1, NULL) || !cairo_has_current_point (cr))
    return FALSE;
  cairo_path_extents (cr, &x0, &y0, &x1, &y1);
  *extents = (MyoRect) { x0 - brush / 2, y0 - brush / 2, x1 - x0 + brush, y1 - y0 + brush };
  return TRUE;
}

gboolean
myo_path_contains (const char *d,
                   double      brush,
                   double      x,
                   double      y)
{
  g_autoptr (cairo_t) cr = myo_path_new_scratch ();

  g_return_val_if_fail (d != NULL, FALSE);

  if (!myo_path_append (cr, d, -1, NULL))
    return FALSE;
  if (brush <= 0)
    return cairo_in_fill (cr, x, y);
  set_brush (cr, brush);
  myo_meter_add (15 * strlen (d));
  return cairo_in_stroke (cr, x, y);
}
