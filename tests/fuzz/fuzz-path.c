/* Path data: what we draw is what librsvg draws, piece by piece up to the first fault, and what the check lets pass has none.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <librsvg/rsvg.h>
#include <math.h>
#include <string.h>

#include "fuzz.h"
#include "myo-cairo.h"
#include "myo-path-check-private.h"
#include "myo-path.h"

/* The picture: 96 px of 2 mm, the body's corner in its middle */
#define SIZE  96
#define SCALE .5
#define ORIGIN (SIZE / 2)

/* Curves are flattened in more than one way; a piece more or less shows in many pixels. */
#define MAX_DIFFERENT 24
#define DIFFERENT     96

static const char * const tokens[] = {
  "M", "m", "L", "l", "H", "h", "V", "v", "C", "c", "S", "s", "Q", "q", "T", "t", "A", "a", "Z", "z", ",", " ", "-", "+", ".", "e", "E",
  "0", "1", "10", "-20", ".5", "30.25", "1e1", "00", "0 0", "1,1", "\t", "A10 10 0 0120 0", ",,", "M0 0", "L10 10", "1e-400", "0.000000000001",
  NULL,
};

/* --- Drawing it twice --- */

static cairo_t *
new_picture (void)
{
  g_autoptr (cairo_surface_t) surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIZE, SIZE);

  return cairo_create (surface);
}

static cairo_t *
draw_ours (const char *d)
{
  cairo_t *cr = new_picture ();

  cairo_translate (cr, ORIGIN, ORIGIN);
  cairo_scale (cr, SCALE, SCALE);
  myo_path_append (cr, d, -1, NULL);
  cairo_set_line_width (cr, 8);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_fill_preserve (cr);
  cairo_stroke (cr);
  return cr;
}

static cairo_t *
draw_theirs (const char *d)
{
  g_autofree char *escaped = g_markup_escape_text (d, -1);
  g_autofree char *svg = g_strdup_printf (
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\"><path transform=\"translate(%d %d) scale(%g)\" "
    "stroke=\"#000\" stroke-width=\"8\" stroke-linecap=\"round\" stroke-linejoin=\"round\" d=\"%s\"/></svg>",
    SIZE, SIZE, ORIGIN, ORIGIN, SCALE, escaped);
  RsvgHandle *handle = rsvg_handle_new_from_data ((const guint8 *) svg, strlen (svg), NULL);
  const RsvgRectangle all = { 0, 0, SIZE, SIZE };
  cairo_t *cr = new_picture ();

  g_assert_nonnull (handle);
  g_assert_true (rsvg_handle_render_document (handle, cr, &all, NULL));
  g_object_unref (handle);
  return cr;
}

static guint
count_different (cairo_t *a,
                 cairo_t *b)
{
  cairo_surface_t *ours = cairo_get_target (a), *theirs = cairo_get_target (b);
  const guchar *p, *q;
  guint n = 0;

  cairo_surface_flush (ours);
  cairo_surface_flush (theirs);
  p = cairo_image_surface_get_data (ours);
  q = cairo_image_surface_get_data (theirs);
  for (int i = 3; i < SIZE * cairo_image_surface_get_stride (ours); i += 4)
    n += ABS (p[i] - q[i]) > DIFFERENT;
  return n;
}

/* --- What it is about --- */

/* Text that can stand in an attribute as it is: XML makes blanks of line ends, and cannot hold most control characters. */
static gboolean
can_stand_in_xml (const char *d,
                  gsize       length)
{
  if (!g_utf8_validate_len (d, length, NULL))
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if ((guchar) d[i] < 0x20 && strchr ("\t\r\n", d[i]) == NULL)
      return FALSE;
  return strstr (d, "\xef\xbf\xbe") == NULL && strstr (d, "\xef\xbf\xbf") == NULL;
}

/* Where it is given up but librsvg goes on: what reaches too far, and a letter that is no command, which it passes before a move. */
static gboolean
is_our_own (const MyoPathData *data)
{
  return data->fault == MYO_PATH_FAULT_LARGE || data->fault == MYO_PATH_FAULT_FAR
         || (data->fault == MYO_PATH_FAULT_COMMAND && g_ascii_isalpha (*data->text.p));
}

/* Reads all of it.  Returns: whether what is drawn can be compared: not where it is so large or so thin that only rounding decides */
static gboolean
read_all (const char   *d,
          gsize         length,
          MyoPathFault *fault)
{
  MyoPathData data;
  MyoPathPiece piece;
  gboolean comparable = TRUE;

  for (myo_path_data_init (&data, d, (gssize) length); myo_path_data_next (&data, &piece); )
    for (guint i = 0; i < G_N_ELEMENTS (piece.v); i++)
      {
        g_assert_true (fabs (piece.v[i]) <= MYO_PATH_MAX_COORDINATE);
        comparable &= fabs (piece.v[i]) <= 5000 && (piece.command != 'A' || i > 1 || fabs (piece.v[i]) == 0 || fabs (piece.v[i]) > .1);
      }
  g_assert_true (data.text.p >= d && data.text.p <= d + length);
  g_assert_true (data.fault != MYO_PATH_FAULT_NONE || data.text.p == d + length);
  g_assert_false (myo_path_data_next (&data, &piece));
  *fault = data.fault;
  return comparable && !is_our_own (&data);
}

static void
compare (const char *d)
{
  cairo_t *ours = draw_ours (d), *theirs = draw_theirs (d);
  guint n = count_different (ours, theirs);

  if (n > MAX_DIFFERENT)
    g_error ("%u pixels are different: %s", n, d);
  cairo_destroy (ours);
  cairo_destroy (theirs);
}

static void
run (const char *data,
     gsize       length)
{
  MyoPathFault fault;
  gboolean comparable = read_all (data, length, &fault);
  g_autofree char *reason = NULL;

  if (!can_stand_in_xml (data, length))
    return;
  reason = myo_path_check (data);
  if (reason == NULL)
    g_assert_cmpint (fault, ==, MYO_PATH_FAULT_NONE);
  else
    fuzz_assert_reason (reason);
  if (comparable)
    compare (data);
}

static const FuzzTarget target = { "path", tokens, 1500, 4000, run };

int
main (int   argc,
      char *argv[])
{
  return fuzz_main (argc, argv, &target);
}
