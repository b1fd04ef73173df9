/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "myo-picture-cache.h"

#include <glib/gstdio.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "myo-build-id.h"

#define MAGIC "MYOPIC1"

typedef struct
{
  char   magic[8];
  char   build[48];          /* see myo-build-id.h */
  double scale;
  gint32 layer, palette;
  gint32 width, height;      /* px; rows follow each other without gaps, in cairo's ARGB32 */
} Header;

static char *
get_path (MyoView view)
{
  g_autofree char *name = g_strconcat (myo_view_get_nick (view), ".picture", NULL);

  return g_build_filename (g_get_user_cache_dir (), "myomap", name, NULL);
}

static gboolean
init_header (Header    *header,
             MyoView    view,
             MyoLayer   layer,
             MyoPalette palette,
             double     scale)
{
  g_autofree char *build = myo_build_id_get ();
  double width, height;

  if (build == NULL)
    return FALSE;
  myo_view_get_size (view, &width, &height);
  memset (header, 0, sizeof *header);
  g_strlcpy (header->magic, MAGIC, sizeof header->magic);
  g_strlcpy (header->build, build, sizeof header->build);
  header->scale = scale;
  header->layer = (gint32) layer;
  header->palette = (gint32) palette;
  header->width = (gint32) ceil (width * scale - 1e-6);
  header->height = (gint32) ceil (height * scale - 1e-6);

  return header->width > 0 && header->height > 0;
}

/* Reads straight into the picture; what is too short is no picture. */
static cairo_surface_t *
read_pixels (FILE         *file,
             const Header *header)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, header->width, header->height);
  gsize size = (gsize) header->width * 4 * (gsize) header->height;

  if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS
      && cairo_image_surface_get_stride (surface) == header->width * 4)
    {
      cairo_surface_flush (surface);
      if (fread (cairo_image_surface_get_data (surface), 1, size, file) == size)
        {
          cairo_surface_mark_dirty (surface);
          return surface;
        }
    }
  cairo_surface_destroy (surface);

  return NULL;
}

static gboolean
has_header (FILE         *file,
            const Header *wanted)
{
  Header found;

  return fread (&found, sizeof found, 1, file) == 1 && memcmp (&found, wanted, sizeof found) == 0;
}

cairo_surface_t *
myo_picture_cache_read (MyoView    view,
                        MyoLayer   layer,
                        MyoPalette palette,
                        double     scale)
{
  g_autofree char *path = get_path (view);
  FILE *file = g_fopen (path, "rbe");
  cairo_surface_t *surface = NULL;
  Header header;

  if (file == NULL)
    return NULL;
  if (init_header (&header, view, layer, palette, scale) && has_header (file, &header))
    surface = read_pixels (file, &header);
  fclose (file);

  return surface;
}

static gboolean
is_kept (const char   *path,
         const Header *header)
{
  const long size = (long) sizeof *header + (long) header->width * 4 * header->height;
  FILE *file = g_fopen (path, "rbe");
  gboolean kept = file != NULL && has_header (file, header) && fseek (file, 0, SEEK_END) == 0 && ftell (file) == size;

  if (file != NULL)
    fclose (file);

  return kept;
}

void
myo_picture_cache_write (MyoView              view,
                         const MyoMapPicture *picture)
{
  g_autofree char *path = get_path (view);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *contents = NULL;
  gsize stride = (gsize) gdk_texture_get_width (picture->texture) * 4;
  gsize size = sizeof (Header) + stride * (gsize) gdk_texture_get_height (picture->texture);
  Header header;

  if (!init_header (&header, view, picture->layer, picture->palette, picture->scale)
      || header.width != gdk_texture_get_width (picture->texture)
      || header.height != gdk_texture_get_height (picture->texture)
      || is_kept (path, &header))
    return;

  contents = g_malloc (size);
  memcpy (contents, &header, sizeof header);
  gdk_texture_download (picture->texture, (guchar *) contents + sizeof header, stride);
  if (g_mkdir_with_parents (folder, 0700) == 0)
    g_file_set_contents (path, contents, (gssize) size, NULL);
}
