/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-path.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "myo-error.h"
#include "myo-drawing-private.h"
#include "myo-path-text-private.h"

typedef struct
{
  cairo_t    *cr;
  MyoPathText text;
  double      x, y;              /* where the pen is */
  double      start_x, start_y;  /* where the subpath began */
  double      control_x, control_y;
  char        last;              /* the command before, upper case; 0 at the beginning */
} Reader;

/* --- Commands --- */

/* The two flags of an arc are single digits that need nothing between them. */
static gboolean
read_flag (Reader *r,
           double *value)
{
  myo_path_text_skip_separator (&r->text);
  if (r->text.p == r->text.end || (*r->text.p != '0' && *r->text.p != '1'))
    return FALSE;
  *value = *r->text.p++ - '0';
  return TRUE;
}

static int
count_arguments (char command)
{
  switch (command)
    {
    case 'Z': return 0;
    case 'H': case 'V': return 1;
    case 'M': case 'L': case 'T': return 2;
    case 'S': case 'Q': return 4;
    case 'C': return 6;
    case 'A': return 7;
    default: return -1;
    }
}

static gboolean
read_arguments (Reader *r,
                char    command,
                double  v[7])
{
  int n = count_arguments (command);

  for (int i = 0; i < n; i++)
    if (!(command == 'A' && (i == 3 || i == 4) ? read_flag (r, &v[i]) : myo_path_text_read_number (&r->text, MYO_PATH_MAX_COORDINATE, &v[i])))
      return FALSE;
  return TRUE;
}

/* From the pen to absolute coordinates. */
static void
make_absolute (const Reader *r,
               char          command,
               double        v[7])
{
  int n = count_arguments (command);

  if (command == 'V')
    v[0] += r->y;
  else if (command == 'A')
    {
      v[5] += r->x;
      v[6] += r->y;
    }
  else
    for (int i = 0; i < n; i++)
      v[i] += i % 2 == 0 ? r->x : r->y;
}

static void
move_pen (Reader *r,
          double  x,
          double  y)
{
  r->x = x;
  r->y = y;
}

static void
line_to (Reader *r,
         double  x,
         double  y)
{
  cairo_line_to (r->cr, x, y);
  move_pen (r, x, y);
}

static void
cubic_to (Reader *r,
          double  x1,
          double  y1,
          double  x2,
          double  y2,
          double  x,
          double  y)
{
  cairo_curve_to (r->cr, x1, y1, x2, y2, x, y);
  r->control_x = x2;
  r->control_y = y2;
  move_pen (r, x, y);
}

static void
quadratic_to (Reader *r,
              double  cx,
              double  cy,
              double  x,
              double  y)
{
  cairo_curve_to (r->cr,
                  r->x + (cx - r->x) * 2 / 3, r->y + (cy - r->y) * 2 / 3,
                  x + (cx - x) * 2 / 3, y + (cy - y) * 2 / 3, x, y);
  r->control_x = cx;
  r->control_y = cy;
  move_pen (r, x, y);
}

/* The mirror of the last control point for the short forms S (after C, S) and T (after Q, T). */
static void
reflect_control (const Reader *r,
                 const char   *after,
                 double       *x,
                 double       *y)
{
  gboolean smooth = r->last != 0 && strchr (after, r->last) != NULL;

  *x = smooth ? 2 * r->x - r->control_x : r->x;
  *y = smooth ? 2 * r->y - r->control_y : r->y;
}

/* Draws the arc about a centre in the ellipse's own frame, where it is part of the unit circle (SVG 2, B.2.4). */
static void
draw_arc (Reader *r,
          double  rx, double ry,
          double  phi,
          double  cx, double cy,   /* the centre in the ellipse's own frame, about the middle of the chord */
          double  from, double to,
          gboolean sweep,
          double  x, double y)
{
  cairo_matrix_t before;

  cairo_get_matrix (r->cr, &before);
  cairo_translate (r->cr, (r->x + x) / 2, (r->y + y) / 2);
  cairo_rotate (r->cr, phi);
  cairo_translate (r->cr, cx, cy);
  cairo_scale (r->cr, rx, ry);
  if (sweep)
    cairo_arc (r->cr, 0, 0, 1, from, to);
  else
    cairo_arc_negative (r->cr, 0, 0, 1, from, to);
  cairo_set_matrix (r->cr, &before);
}

static void
arc_to (Reader       *r,
        const double  v[7])
{
  double rx = fabs (v[0]), ry = fabs (v[1]), phi = v[2] * G_PI / 180, x = v[5], y = v[6];
  double dx = (r->x - x) / 2, dy = (r->y - y) / 2;
  double x1 = cos (phi) * dx + sin (phi) * dy, y1 = -sin (phi) * dx + cos (phi) * dy;
  double grow, root, cx, cy;

  if (rx < 1e-6 || ry < 1e-6 || (fabs (dx) < 1e-9 && fabs (dy) < 1e-9))
    {
      line_to (r, x, y);
      return;
    }
  grow = x1 * x1 / (rx * rx) + y1 * y1 / (ry * ry);
  if (grow > 1)
    {
      rx *= sqrt (grow);
      ry *= sqrt (grow);
      grow = 1;
    }
  root = sqrt ((1 - grow) / grow) * (v[3] == v[4] ? -1 : 1);
  cx = root * rx * y1 / ry;
  cy = -root * ry * x1 / rx;
  draw_arc (r, rx, ry, phi, cx, cy, atan2 ((y1 - cy) / ry, (x1 - cx) / rx), atan2 ((-y1 - cy) / ry, (-x1 - cx) / rx),
            v[4] != 0, x, y);
  line_to (r, x, y);
}

static void
close_path (Reader *r)
{
  cairo_close_path (r->cr);
  move_pen (r, r->start_x, r->start_y);
}

static void
move_to (Reader *r,
         double  x,
         double  y)
{
  cairo_move_to (r->cr, x, y);
  move_pen (r, x, y);
  r->start_x = x;
  r->start_y = y;
}

static void
draw_smooth (Reader       *r,
             char          command,
             const double  v[7])
{
  double cx, cy;

  reflect_control (r, command == 'S' ? "CS" : "QT", &cx, &cy);
  if (command == 'S')
    cubic_to (r, cx, cy, v[0], v[1], v[2], v[3]);
  else
    quadratic_to (r, cx, cy, v[0], v[1]);
}

static void
draw_command (Reader       *r,
              char          command,
              const double  v[7])
{
  switch (command)
    {
    case 'M': move_to (r, v[0], v[1]); break;
    case 'L': line_to (r, v[0], v[1]); break;
    case 'H': line_to (r, v[0], r->y); break;
    case 'V': line_to (r, r->x, v[0]); break;
    case 'C': cubic_to (r, v[0], v[1], v[2], v[3], v[4], v[5]); break;
    case 'Q': quadratic_to (r, v[0], v[1], v[2], v[3]); break;
    case 'A': arc_to (r, v); break;
    case 'Z': close_path (r); break;
    default: draw_smooth (r, command, v); break;
    }
  r->last = command;
}

/* After Z the next command may draw at once, from the point that was closed to. */
static void
reopen (Reader *r,
        char    command)
{
  if (r->last == 'Z' && command != 'M' && command != 'Z')
    cairo_move_to (r->cr, r->x, r->y);
}

/* One command letter with all its argument groups. */
static gboolean
read_command (Reader *r)
{
  char letter = *r->text.p++, command = g_ascii_toupper (letter);
  double v[7] = { 0 };

  if (!g_ascii_isalpha (letter) || count_arguments (command) < 0 || (r->last == 0 && command != 'M'))
    {
      r->text.p--;
      return FALSE;
    }
  do
    {
      if (!read_arguments (r, command, v))
        return FALSE;
      if (g_ascii_islower (letter))
        make_absolute (r, command, v);
      reopen (r, command);
      draw_command (r, command, v);
      if (command == 'M')
        command = 'L';
      myo_path_text_skip_separator (&r->text);
    }
  while (command != 'Z' && r->text.p < r->text.end && !g_ascii_isalpha (*r->text.p));
  return TRUE;
}

/* --- Public --- */

gboolean
myo_path_append (cairo_t     *cr,
                 const char  *d,
                 gssize       length,
                 GError     **error)
{
  Reader r = { .cr = cr, .text = { d, NULL } };

  g_return_val_if_fail (cr != NULL && d != NULL, FALSE);

  r.text.end = d + (length < 0 ? strlen (d) : (gsize) length);
  for (myo_path_text_skip_space (&r.text); r.text.p < r.text.end; myo_path_text_skip_space (&r.text))
    if (!read_command (&r))
      {
        g_set_error (error, MYO_ERROR, MYO_ERROR_DRAWING,
                     /* Translators: “path data” is the d attribute of an SVG path */
                     _("the path data has a fault at character %zu"), (size_t) (r.text.p - d) + 1);
        return FALSE;
      }
  return TRUE;
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
  return cairo_in_stroke (cr, x, y);
}
