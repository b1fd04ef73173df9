/* SVG transform lists → the matrix of a cairo context.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-path.h"

#include <math.h>
#include <string.h>

#include "myo-path-text.h"

typedef enum { MATRIX, TRANSLATE, SCALE, ROTATE, SKEW_X, SKEW_Y } Transform;

static const struct { const char *name; Transform kind; guint counts; /* bit n: n arguments are right */ } transforms[] = {
  { "matrix", MATRIX, 1 << 6 },
  { "translate", TRANSLATE, 1 << 1 | 1 << 2 },
  { "scale", SCALE, 1 << 1 | 1 << 2 },
  { "rotate", ROTATE, 1 << 1 | 1 << 3 },
  { "skewX", SKEW_X, 1 << 1 },
  { "skewY", SKEW_Y, 1 << 1 },
};

static void
make_matrix (Transform       kind,
             const double    v[6],
             int             n,
             cairo_matrix_t *m)
{
  cairo_matrix_init_identity (m);
  switch (kind)
    {
    case MATRIX: cairo_matrix_init (m, v[0], v[1], v[2], v[3], v[4], v[5]); break;
    case TRANSLATE: cairo_matrix_init_translate (m, v[0], n == 2 ? v[1] : 0); break;
    case SCALE: cairo_matrix_init_scale (m, v[0], n == 2 ? v[1] : v[0]); break;
    case SKEW_X: m->xy = tan (v[0] * G_PI / 180); break;
    case SKEW_Y: m->yx = tan (v[0] * G_PI / 180); break;
    case ROTATE:
    default:
      cairo_matrix_translate (m, v[1], v[2]);
      cairo_matrix_rotate (m, v[0] * G_PI / 180);
      cairo_matrix_translate (m, -v[1], -v[2]);
      break;
    }
}

static int
find_transform (const MyoPathText *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (transforms); i++)
    {
      gsize n = strlen (transforms[i].name);

      if ((gsize) (text->end - text->p) > n && strncmp (text->p, transforms[i].name, n) == 0)
        return (int) i;
    }
  return -1;
}

/* Up to the closing bracket.  Returns: how many, or -1 when they are not written so */
static int
read_arguments (MyoPathText *text,
                double       v[6])
{
  gboolean comma = FALSE;
  int n = 0;

  for (myo_path_text_skip_space (text); text->p < text->end && *text->p != ')'; n++)
    {
      if (n == 6 || !myo_path_text_read_number (text, &v[n]) || !(fabs (v[n]) <= MYO_PATH_MAX_COORDINATE))
        return -1;
      comma = myo_path_text_skip_separator (text);
    }
  return text->p < text->end && !comma ? n : -1;
}

static gboolean
read_transform (MyoPathText    *text,
                cairo_matrix_t *m)
{
  int which = find_transform (text), n;
  double v[6] = { 0 };

  if (which < 0)
    return FALSE;
  text->p += strlen (transforms[which].name);
  myo_path_text_skip_space (text);
  if (text->p == text->end || *text->p++ != '(')
    return FALSE;
  n = read_arguments (text, v);
  if (n < 0 || (transforms[which].counts & (1u << n)) == 0)
    return FALSE;
  text->p++;
  make_matrix (transforms[which].kind, v, n, m);
  return TRUE;
}

gboolean
myo_path_apply_transform (cairo_t    *cr,
                          const char *transform,
                          gssize      length)
{
  MyoPathText text = { transform, transform + (length < 0 ? strlen (transform) : (gsize) length) };
  cairo_matrix_t m, inverse;

  for (myo_path_text_skip_space (&text); text.p < text.end; myo_path_text_skip_separator (&text))
    {
      if (!read_transform (&text, &m))
        return FALSE;
      inverse = m;
      if (cairo_matrix_invert (&inverse) != CAIRO_STATUS_SUCCESS)
        return FALSE;
      cairo_transform (cr, &m);
    }
  return TRUE;
}
