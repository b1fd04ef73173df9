/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-pick-map-private.h"

#include <math.h>
#include <string.h>

#include "myo-document-private.h"
#include "myo-drawing-style.h"
#include "myo-drawing-private.h"
#include "myo-path.h"

#define TILE 8
#define MIXED 0x80000000u    /* in the directory: the rest is the number of a tile, not of an element */

/* Pixel rows rendered at a time, a whole number of tiles: the picture itself is never there as a whole. */
#define BAND 512

/* An inner region: a small mask of its own, since they lie over the others and over each other. */
typedef struct
{
  const char      *id;
  int              x, y;       /* of the mask's corner, cells */
  guint            area;       /* cells */
  cairo_surface_t *mask;       /* A8 */
} Inner;

struct _MyoPickMap
{
  MyoView   view;
  int       left;              /* first column kept, cells */
  int       columns, rows;     /* cells, whole tiles */
  guint32  *directory;         /* per tile: the element's number + 1, or MIXED | number of the tile */
  GArray   *tiles;             /* of guint16[TILE * TILE]: numbers + 1 */
  GArray   *inner;             /* of Inner, the smallest first */
};

static void
clear_inner (gpointer data)
{
  cairo_surface_destroy (((Inner *) data)->mask);
}

/* --- Tiles --- */

static guint16
get_cell (const guint32 *row,
          int            x)
{
  return (guint16) (row[x] & 0xffff);
}

static void
copy_tile (const guint32 *pixels,
           int            stride,
           guint16        cells[TILE * TILE])
{
  for (int y = 0; y < TILE; y++)
    for (int x = 0; x < TILE; x++)
      cells[y * TILE + x] = get_cell (pixels + y * stride, x);
}

static gboolean
is_flat (const guint16 cells[TILE * TILE])
{
  for (int i = 1; i < TILE * TILE; i++)
    if (cells[i] != cells[0])
      return FALSE;
  return TRUE;
}

static guint32
add_tile (MyoPickMap    *self,
          const guint32 *pixels,
          int            stride)
{
  guint16 cells[TILE * TILE];

  copy_tile (pixels, stride, cells);
  if (is_flat (cells))
    return cells[0];
  g_array_append_val (self->tiles, cells);
  return MIXED | (self->tiles->len - 1);
}

static void
add_band (MyoPickMap      *self,
          cairo_surface_t *surface,
          int              top)
{
  const guint32 *pixels = (const guint32 *) (gpointer) cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface) / 4, across = self->columns / TILE;

  for (int y = 0; y < BAND && top + y < self->rows; y += TILE)
    for (int x = 0; x < self->columns; x += TILE)
      self->directory[(top + y) / TILE * across + x / TILE] = add_tile (self, pixels + y * stride + x, stride);
}

/* --- Rendering --- */

static gboolean
render_at (RsvgHandle       *handle,
           MyoView           view,
           cairo_surface_t  *surface,
           int               left,
           int               top,
           GError          **error)
{
  g_autoptr (cairo_t) cr = cairo_create (surface);
  RsvgRectangle viewport = { 0 };

  myo_view_get_size (view, &viewport.width, &viewport.height);
  cairo_translate (cr, -left, -top);
  cairo_scale (cr, MYO_PICK_SCALE, MYO_PICK_SCALE);
  return rsvg_handle_render_document (handle, cr, &viewport, error);
}

static gboolean
render_bands (MyoPickMap  *self,
              RsvgHandle  *handle,
              GError     **error)
{
  for (int top = 0; top < self->rows; top += BAND)
    {
      g_autoptr (cairo_surface_t) surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, self->columns, BAND);

      if (!render_at (handle, self->view, surface, self->left, top, error))
        return FALSE;
      cairo_surface_flush (surface);
      add_band (self, surface, top);
    }
  return TRUE;
}

static guint
count_cells (cairo_surface_t *mask)
{
  const guchar *data = cairo_image_surface_get_data (mask);
  int stride = cairo_image_surface_get_stride (mask), height = cairo_image_surface_get_height (mask);
  guint n = 0;

  for (int i = 0; i < stride * height; i++)
    n += data[i] >= 0x80;
  return n;
}

/* The cells around an element; FALSE when its geometry cannot be told. */
static gboolean
get_box (const MyoDocument     *document,
         const MyoElement      *element,
         cairo_rectangle_int_t *box)
{
  g_autoptr (cairo_t) cr = myo_path_new_scratch ();
  double x0, y0, x1, y1;

  if (!myo_document_append_path (document, element, cr, NULL) || !cairo_has_current_point (cr))
    return FALSE;
  cairo_path_extents (cr, &x0, &y0, &x1, &y1);
  box->x = (int) floor (x0 * MYO_PICK_SCALE);
  box->y = (int) floor (y0 * MYO_PICK_SCALE);
  box->width = (int) ceil (x1 * MYO_PICK_SCALE) - box->x;
  box->height = (int) ceil (y1 * MYO_PICK_SCALE) - box->y;
  return box->width > 0 && box->height > 0;
}

static gboolean
add_inner (MyoPickMap         *self,
           const MyoDocument  *document,
           const MyoElement   *element,
           GError            **error)
{
  g_autoptr (RsvgHandle) handle = NULL;
  cairo_rectangle_int_t box;
  gsize length;
  char *text;
  Inner inner = { element->id };

  if (!get_box (document, element, &box))
    return TRUE;
  text = myo_document_slice (document, element, myo_drawing_style_get_inner (), &length);
  handle = myo_document_parse (document, text, length, error);
  if (handle == NULL)
    return FALSE;
  inner.x = box.x;
  inner.y = box.y;
  inner.mask = cairo_image_surface_create (CAIRO_FORMAT_A8, box.width, box.height);
  g_array_append_val (self->inner, inner);
  if (!render_at (handle, self->view, inner.mask, box.x, box.y, error))
    return FALSE;
  cairo_surface_flush (inner.mask);
  g_array_index (self->inner, Inner, self->inner->len - 1).area = count_cells (inner.mask);
  return TRUE;
}

static int
compare_area (gconstpointer a,
              gconstpointer b)
{
  guint m = ((const Inner *) a)->area, n = ((const Inner *) b)->area;

  return m < n ? -1 : m > n;
}

static gboolean
add_all_inner (MyoPickMap         *self,
               const MyoDocument  *document,
               GError            **error)
{
  for (guint i = 0; i < myo_document_get_n_elements (document); i++)
    {
      const MyoElement *element = myo_document_get_element (document, i);

      if (element->inner && !add_inner (self, document, element, error))
        return FALSE;
    }
  g_array_sort (self->inner, compare_area);
  return TRUE;
}

static MyoPickMap *
allocate (MyoView view)
{
  MyoPickMap *self = g_new0 (MyoPickMap, 1);
  double width, height;
  int columns;

  myo_view_get_size (view, &width, &height);
  columns = (int) (myo_view_is_mirrored (view) ? width / 2 : width) * MYO_PICK_SCALE;
  self->view = view;
  self->left = view == MYO_VIEW_BACK ? columns : 0;
  self->columns = (columns + TILE - 1) / TILE * TILE;
  self->rows = ((int) height * MYO_PICK_SCALE + TILE - 1) / TILE * TILE;
  self->directory = g_new0 (guint32, (gsize) (self->columns / TILE) * (self->rows / TILE));
  self->tiles = g_array_new (FALSE, FALSE, sizeof (guint16) * TILE * TILE);
  self->inner = g_array_new (FALSE, FALSE, sizeof (Inner));
  g_array_set_clear_func (self->inner, clear_inner);
  return self;
}

/* --- Public --- */

MyoPickMap *
myo_pick_map_new (const MyoDocument  *document,
                  GError            **error)
{
  g_autoptr (MyoPickMap) self = allocate (myo_document_get_view (document));
  g_autoptr (RsvgHandle) handle = NULL;
  gsize length;
  char *text = myo_document_number (document, myo_drawing_style_get_pick (), &length);

  handle = myo_document_parse (document, text, length, error);
  if (handle == NULL || !render_bands (self, handle, error) || !add_all_inner (self, document, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
myo_pick_map_free (MyoPickMap *self)
{
  g_free (self->directory);
  g_array_unref (self->tiles);
  g_array_unref (self->inner);
  g_free (self);
}

/* The column of the right half for a place on either half. */
static double
fold (const MyoPickMap *self,
      double            x)
{
  double width, height;

  if (!myo_view_is_mirrored (self->view))
    return x;
  myo_view_get_size (self->view, &width, &height);
  return self->view == MYO_VIEW_BACK ? MAX (x, width - x) : MIN (x, width - x);
}

int
myo_pick_map_get (const MyoPickMap *self,
                  double            x,
                  double            y)
{
  int column = (int) floor (fold (self, x) * MYO_PICK_SCALE) - self->left, row = (int) floor (y * MYO_PICK_SCALE);
  guint32 entry;

  /* The very end (in front: the midline) belongs to the last cell. */
  if (column == self->columns)
    column--;
  if (column < 0 || row < 0 || column >= self->columns || row >= self->rows)
    return -1;
  entry = self->directory[row / TILE * (self->columns / TILE) + column / TILE];
  if (entry & MIXED)
    entry = ((const guint16 *) (gpointer) self->tiles->data)[(gsize) (entry & ~MIXED) * TILE * TILE
                                                              + row % TILE * TILE + column % TILE];
  return (int) entry - 1;
}

static gboolean
covers (const Inner *inner,
        int          column,
        int          row)
{
  int x = column - inner->x, y = row - inner->y;

  return x >= 0 && y >= 0
         && x < cairo_image_surface_get_width (inner->mask) && y < cairo_image_surface_get_height (inner->mask)
         && cairo_image_surface_get_data (inner->mask)[y * cairo_image_surface_get_stride (inner->mask) + x] >= 0x80;
}

GPtrArray *
myo_pick_map_get_inner (const MyoPickMap *self,
                        double            x,
                        double            y)
{
  GPtrArray *found = g_ptr_array_new ();
  int column = (int) floor (fold (self, x) * MYO_PICK_SCALE), row = (int) floor (y * MYO_PICK_SCALE);

  for (guint i = 0; i < self->inner->len; i++)
    {
      const Inner *inner = &g_array_index (self->inner, Inner, i);

      if (covers (inner, column, row))
        g_ptr_array_add (found, (gpointer) inner->id);
    }
  return found;
}

gsize
myo_pick_map_get_size (const MyoPickMap *self)
{
  gsize size = (gsize) (self->columns / TILE) * (self->rows / TILE) * sizeof (guint32)
               + (gsize) self->tiles->len * TILE * TILE * sizeof (guint16);

  for (guint i = 0; i < self->inner->len; i++)
    {
      cairo_surface_t *mask = g_array_index (self->inner, Inner, i).mask;

      size += (gsize) cairo_image_surface_get_stride (mask) * cairo_image_surface_get_height (mask);
    }
  return size;
}
