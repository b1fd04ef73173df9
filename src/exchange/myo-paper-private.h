/* What a picture is drawn on before it is a file: pixels or paper in memory, after the format that the file's name asks for.  A file
 * is written whole or not at all; what stood there stays until then.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/** MyoPaper: its unit is the artist's: of a PDF always a point (1/72 inch), of an SVG a point or a CSS pixel */
typedef struct
{
  double      width, height;     /* units */
  double      png_scale;         /* pixels of a PNG for each unit */
  double      sharpness;         /* pixels for each unit in the pictures within an SVG or PDF, which may be enlarged */
  gboolean    svg_in_pixels;     /* the unit of an SVG is a CSS pixel */
  const char *title;             /* (nullable): what a PDF says of itself */
} MyoPaper;

/** MyoPaperDraw: draws on @cr, whose unit is the paper's: the ground too, for pixels begin black.  @sharpness: pixels for each unit in pictures within it
 * Returns: %FALSE with @error when it cannot be drawn */
typedef gboolean (*MyoPaperDraw) (cairo_t *cr, double sharpness, gconstpointer data, GError **error);

/** myo_paper_write: draws in memory and writes it to @path (or a URI) as myo_private_file_write().  Works in any thread in which @draw does.
 * @cancellable: (nullable): looked at when all is drawn; a file once written is no longer cancelled
 * Returns: %FALSE with @error, and what stood at @path stands there still: %G_IO_ERROR_NOT_SUPPORTED when @path asks for no format, the
 * artist's own when it cannot be drawn, %G_FILE_ERROR when it cannot be written; each message is a sentence with the path */
gboolean myo_paper_write (const MyoPaper *self, const char *path, MyoPaperDraw draw, gconstpointer data,
                          GCancellable *cancellable, GError **error);

G_END_DECLS
