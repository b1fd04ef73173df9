/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-paper-private.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "myo-cairo.h"
#include "myo-picture-format.h"
#include "myo-private-file.h"

static cairo_status_t
collect (void                *closure,
         const unsigned char *data,
         unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
create_surface (const MyoPaper   *self,
                MyoPictureFormat  format,
                GByteArray       *bytes)
{
  cairo_surface_t *surface;

  switch (format)
    {
    case MYO_PICTURE_FORMAT_SVG:
      surface = cairo_svg_surface_create_for_stream (collect, bytes, self->width, self->height);
      if (self->svg_in_pixels)
        cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
      return surface;
    case MYO_PICTURE_FORMAT_PDF:
      surface = cairo_pdf_surface_create_for_stream (collect, bytes, self->width, self->height);
      if (self->title != NULL)
        cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
      return surface;
    case MYO_PICTURE_FORMAT_PNG:
    case MYO_PICTURE_FORMAT_NONE:
    default:
      return cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) round (self->width * self->png_scale),
                                         (int) round (self->height * self->png_scale));
    }
}

static gboolean
draw_on (const MyoPaper    *self,
         cairo_surface_t   *surface,
         MyoPictureFormat   format,
         MyoPaperDraw       draw,
         gconstpointer      data,
         GError           **error)
{
  g_autoptr(cairo_t) cr = cairo_create (surface);
  gboolean pixels = format == MYO_PICTURE_FORMAT_PNG;

  if (pixels)
    cairo_scale (cr, self->png_scale, self->png_scale);
  return draw (cr, pixels ? self->png_scale : self->sharpness, data, error);
}

/* Paper is on its way into @bytes when it is finished, pixels only when they are asked for. */
static cairo_status_t
close_surface (cairo_surface_t  *surface,
               MyoPictureFormat  format,
               GByteArray       *bytes)
{
  if (format == MYO_PICTURE_FORMAT_PNG && cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
    return cairo_surface_write_to_png_stream (surface, collect, bytes);
  cairo_surface_finish (surface);
  return cairo_surface_status (surface);
}

/* Returns: (transfer full) (nullable): the whole file */
static GByteArray *
make_file (const MyoPaper  *self,
           const char      *path,
           MyoPaperDraw     draw,
           gconstpointer    data,
           GError         **error)
{
  MyoPictureFormat format = myo_picture_format_from_path (path);
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  g_autoptr(cairo_surface_t) surface = NULL;
  cairo_status_t status;

  if (format == MYO_PICTURE_FORMAT_NONE)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _("“%s” must end in .png, .pdf or .svg."), path);
      return NULL;
    }
  surface = create_surface (self, format, bytes);
  if (!draw_on (self, surface, format, draw, data, error))
    return NULL;
  status = close_surface (surface, format, bytes);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_steal_pointer (&bytes);
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, _("“%s” could not be written: %s."), path, cairo_status_to_string (status));
  return NULL;
}

gboolean
myo_paper_write (const MyoPaper  *self,
                 const char      *path,
                 MyoPaperDraw     draw,
                 gconstpointer    data,
                 GCancellable    *cancellable,
                 GError         **error)
{
  g_autoptr(GByteArray) bytes = make_file (self, path, draw, data, error);
  g_autoptr(GFile) file = NULL;
  g_autoptr(GError) fault = NULL;

  if (bytes == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  file = g_file_new_for_commandline_arg (path);
  if (myo_private_file_write (file, bytes->data, bytes->len, &fault))
    return TRUE;
  g_set_error (error, fault->domain, fault->code, _("“%s” could not be written: %s."), path, fault->message);
  return FALSE;
}
