/* Making a body grid: the regions and their shapes, their cells at home, the places of these in the other views, and what lies
 * beneath the inner regions.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-body-grid-private.h"

#include <string.h>

#include "myo-drawings.h"

/* Regions that are one with their mirror image.  The drawing cannot tell: others reach the midline as well and yet are two,
 * a right and a left one, as the upper lip. */
static const char * const midline_regions[] = {
  "anus-rectum", "cervicothoracic-spine", "chin", "coccyx", "epigastrium", "genital-root", "lower-incisors",
  "lumbar-spine-midline", "mouth-palate", "pelvis-deep", "perineum", "sacrum", "sternum", "sternum-upper", "suprapubic",
  "thoracic-spine-midline", "throat-deep", "umbilicus", NULL
};

/* --- Regions --- */

static guint
add_region (MyoBodyGrid *self,
            GArray      *entries,
            const char  *id,
            gboolean     inner)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, id));

  if (number == 0)
    {
      MyoGridEntry entry = { .region = { .id = id, .inner = inner, .midline = g_strv_contains (midline_regions, id) } };

      g_array_append_val (entries, entry);
      number = entries->len;
      g_hash_table_insert (self->numbers, (gpointer) id, GUINT_TO_POINTER (number));
    }
  return number;
}

static gboolean
list_view (MyoBodyGrid  *self,
           MyoView       view,
           GArray       *entries,
           GError      **error)
{
  const MyoDocument *document;

  if (!myo_drawings_prepare_pick (self->drawings, view, MYO_LAYER_REGIONS, error))
    return FALSE;
  document = myo_drawings_get_document (self->drawings, view, MYO_LAYER_REGIONS, error);
  for (guint i = 0; i < myo_document_get_n_elements (document); i++)
    {
      const MyoElement *element = myo_document_get_element (document, i);
      guint number = add_region (self, entries, element->id, element->inner);

      g_hash_table_insert (self->planes[view].numbers, (gpointer) element->id, GUINT_TO_POINTER (number));
    }
  return TRUE;
}

static gboolean
list_regions (MyoBodyGrid  *self,
              GError      **error)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (MyoGridEntry));

  for (MyoView view = 0; view < MYO_N_VIEWS; view++)
    if (!list_view (self, view, entries, error))
      return FALSE;
  self->n_entries = entries->len;
  self->entries = (MyoGridEntry *) (gpointer) g_array_free (g_steal_pointer (&entries), FALSE);
  return TRUE;
}

/* --- Shapes --- */

static void
add_run (MyoBodyGrid *self,
         MyoView      view,
         int          number,
         guint        y,
         guint        x0,
         guint        x1)
{
  MyoGridEntry *entry;

  if (number < 0)
    return;
  entry = &self->entries[number];
  if (entry->shapes[view] == NULL)
    entry->shapes[view] = myo_region_shape_new ();
  myo_region_shape_add_run (entry->shapes[view], y, x0, x1);
}

static void
scan_row (MyoBodyGrid *self,
          MyoView      view,
          guint        y,
          guint        left,
          guint        right)
{
  int before = -1;
  guint start = left;

  for (guint x = left; x < right; x++)
    {
      int number = myo_body_grid_pick (self, view, x + .5, y + .5);

      if (number == before)
        continue;
      add_run (self, view, before, y, start, x);
      before = number;
      start = x;
    }
  add_run (self, view, before, y, start, right);
}

static void
scan_view (MyoBodyGrid *self,
           MyoView      view)
{
  double width, height;
  guint left, right;

  myo_view_get_size (view, &width, &height);
  left = view == MYO_VIEW_BACK ? (guint) MYO_MIDLINE : 0;
  right = (guint) (view == MYO_VIEW_FRONT ? MYO_MIDLINE : width);
  for (guint y = 0; y < (guint) height; y++)
    scan_row (self, view, y, left, right);
}

static MyoView
find_home (const MyoGridEntry *entry)
{
  guint best = 0;
  MyoView home = MYO_VIEW_FRONT;

  for (MyoView view = 0; view < MYO_N_VIEWS; view++)
    {
      guint area = entry->shapes[view] != NULL ? myo_region_shape_get_area (entry->shapes[view]) : 0;

      if (area > best)
        {
          best = area;
          home = view;
        }
    }
  return home;
}

/* --- Cells at home --- */

typedef struct
{
  MyoGridEntry *entry;
  GArray       *places;      /* of MyoGridPlace */
} Squares;

#define NO_CELL G_MAXUINT16

static guint16 *
get_square (MyoGridEntry *entry,
            guint         column,
            guint         row)
{
  return &entry->squares[(row - entry->top) * entry->columns + column - entry->left];
}

static void
measure_squares (MyoGridEntry *entry)
{
  guint x0, y0, x1, y1;

  myo_region_shape_get_box (entry->shapes[entry->region.home], &x0, &y0, &x1, &y1);
  entry->top = y0 / (guint) MYO_CELL;
  entry->rows = (y1 - 1) / (guint) MYO_CELL + 1 - entry->top;
  entry->left = MIN (myo_grid_find_column (x0, 0), myo_grid_find_column (x0, 1));
  entry->columns = MAX (myo_grid_find_column (x1, 0), myo_grid_find_column (x1, 1)) + 1 - entry->left;
  entry->squares = g_new (guint16, (gsize) entry->columns * entry->rows);
  memset (entry->squares, 0xff, sizeof (guint16) * entry->columns * entry->rows);
}

static MyoGridPlace
get_centre (guint column,
            guint row)
{
  return (MyoGridPlace) { (float) ((column + .5) * MYO_CELL + myo_grid_get_shift (row)), (float) ((row + .5) * MYO_CELL) };
}

/* Beyond it one picks in the mirror image. */
static gboolean
is_drawn_half (MyoView view,
               double  x)
{
  return view == MYO_VIEW_FRONT ? x < MYO_MIDLINE : view != MYO_VIEW_BACK || x > MYO_MIDLINE;
}

/* A square is the region's when its centre is: over all of the region what is lost at the edges is won there too. */
static void
add_cells (MyoBodyGrid *self,
           guint        number,
           GArray      *places)
{
  MyoGridEntry *entry = &self->entries[number];

  for (guint row = entry->top; row < entry->top + entry->rows; row++)
    for (guint column = entry->left; column < entry->left + entry->columns; column++)
      {
        MyoGridPlace place = get_centre (column, row);

        if (!is_drawn_half (entry->region.home, place.x) || places->len >= NO_CELL
            || myo_body_grid_pick (self, entry->region.home, place.x, place.y) != (int) number)
          continue;
        *get_square (entry, column, row) = (guint16) places->len;
        g_array_append_val (places, place);
      }
}

/* A region too narrow for the centre of any square still has one cell. */
static void
add_only_cell (MyoGridEntry *entry,
               GArray       *places)
{
  double x, y;
  MyoGridPlace place;

  myo_region_shape_find_place (entry->shapes[entry->region.home], .5, .5, &x, &y);
  place = (MyoGridPlace) { (float) x, (float) y };
  g_array_append_val (places, place);
}

static guint16
find_nearest (const GArray *places,
              double        x,
              double        y)
{
  double best = G_MAXDOUBLE;
  guint nearest = 0;

  for (guint i = 0; i < places->len; i++)
    {
      const MyoGridPlace *place = &g_array_index (places, MyoGridPlace, i);
      double away = (place->x - x) * (place->x - x) + (place->y - y) * (place->y - y);

      if (away < best)
        {
          best = away;
          nearest = i;
        }
    }
  return (guint16) nearest;
}

/* What of the region lies in a square that has no cell belongs to the nearest one. */
static void
fill_square (guint    x,
             guint    y,
             gpointer user_data)
{
  Squares *squares = user_data;
  guint row = y / (guint) MYO_CELL;
  guint16 *square = get_square (squares->entry, myo_grid_find_column (x + .5, row), row);

  if (*square == NO_CELL)
    *square = find_nearest (squares->places, x + .5, y + .5);
}

static void
make_cells (MyoBodyGrid *self,
            guint        number)
{
  MyoGridEntry *entry = &self->entries[number];
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (MyoGridPlace));
  Squares squares = { entry, places };

  entry->region.first = self->n_cells;
  entry->region.home = find_home (entry);
  if (entry->shapes[entry->region.home] == NULL)
    return;
  measure_squares (entry);
  add_cells (self, number, places);
  if (places->len == 0)
    add_only_cell (entry, places);
  myo_region_shape_foreach (entry->shapes[entry->region.home], fill_square, &squares);
  entry->region.n = places->len;
  self->n_cells += places->len;
  entry->places[entry->region.home] = (MyoGridPlace *) (gpointer) g_array_free (g_steal_pointer (&places), FALSE);
}

static void
number_cells (MyoBodyGrid *self)
{
  self->cell_regions = g_new (guint, self->n_cells);
  for (guint i = 0; i < self->n_entries; i++)
    for (guint k = 0; k < self->entries[i].region.n; k++)
      self->cell_regions[self->entries[i].region.first + k] = i;
}

/* --- Places elsewhere --- */

static void
project_cells (MyoGridEntry *entry,
               MyoView       view)
{
  MyoView home = entry->region.home;

  entry->places[view] = g_new (MyoGridPlace, entry->region.n);
  for (guint i = 0; i < entry->region.n; i++)
    {
      double x, y;

      myo_body_grid_convert (entry, home, entry->places[home][i].x, entry->places[home][i].y, view, &x, &y);
      entry->places[view][i] = (MyoGridPlace) { (float) x, (float) y };
    }
}

static int
compare_cells (gconstpointer a,
               gconstpointer b)
{
  const MyoGridCell *m = a, *n = b;
  int by_row = ((int) m->y > (int) n->y) - ((int) m->y < (int) n->y), by_column = (m->x > n->x) - (m->x < n->x);

  if (by_row != 0)
    return by_row;
  return by_column != 0 ? by_column : (m->cell > n->cell) - (m->cell < n->cell);
}

static void
index_rows (MyoGridPlane *plane)
{
  guint next = 0;

  plane->rows = g_new (guint, plane->n_rows + 1);
  for (guint row = 0; row <= plane->n_rows; row++)
    {
      while (next < plane->cells->len && g_array_index (plane->cells, MyoGridCell, next).y < row)
        next++;
      plane->rows[row] = next;
    }
}

static void
fill_plane (MyoBodyGrid *self,
            MyoView      view)
{
  MyoGridPlane *plane = &self->planes[view];

  for (guint i = 0; i < self->n_entries; i++)
    {
      const MyoGridEntry *entry = &self->entries[i];

      for (guint k = 0; entry->places[view] != NULL && k < entry->region.n; k++)
        {
          MyoGridCell cell = { entry->region.first + k, entry->places[view][k].x, entry->places[view][k].y };

          g_array_append_val (plane->cells, cell);
        }
    }
  g_array_sort (plane->cells, compare_cells);
  index_rows (plane);
}

static void
fill_planes (MyoBodyGrid *self)
{
  for (MyoView view = 0; view < MYO_N_VIEWS; view++)
    {
      for (guint i = 0; i < self->n_entries; i++)
        if (self->entries[i].shapes[view] != NULL && self->entries[i].places[view] == NULL)
          project_cells (&self->entries[i], view);
      fill_plane (self, view);
    }
}

/* --- Inner regions --- */

static void
add_beneath (MyoBodyGrid *self,
             MyoView      view,
             const char  *id,
             guint        cell)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, id));
  MyoGridEntry *entry = &self->entries[number - 1];

  if (entry->beneath[view] == NULL)
    entry->beneath[view] = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (entry->beneath[view], cell);
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  guint m = *(const guint *) a, n = *(const guint *) b;

  return m < n ? -1 : m > n;
}

static guint
find_host (const MyoBodyGrid *self,
           const GArray      *cells)
{
  g_autofree guint *counts = g_new0 (guint, self->n_entries);
  guint host = 0;

  for (guint i = 0; i < cells->len; i++)
    {
      guint number = self->cell_regions[g_array_index (cells, guint, i)];

      if (++counts[number] > counts[host])
        host = number;
    }
  return host;
}

/* At home is where it covers most. */
static void
settle_inner (MyoBodyGrid  *self,
              MyoGridEntry *entry)
{
  for (MyoView view = 0; view < MYO_N_VIEWS; view++)
    {
      if (entry->beneath[view] == NULL)
        continue;
      g_array_sort (entry->beneath[view], compare_numbers);
      if (entry->beneath[view]->len <= entry->region.n_beneath)
        continue;
      entry->region.home = view;
      entry->region.beneath = (const guint *) (gconstpointer) entry->beneath[view]->data;
      entry->region.n_beneath = entry->beneath[view]->len;
      entry->host = find_host (self, entry->beneath[view]);
    }
}

static void
lay_inner (MyoBodyGrid *self,
           MyoView      view)
{
  const GArray *cells = self->planes[view].cells;

  for (guint i = 0; i < cells->len; i++)
    {
      const MyoGridCell *cell = &g_array_index (cells, MyoGridCell, i);
      g_autoptr (GPtrArray) over = myo_drawings_pick_inner (self->drawings, view, cell->x, cell->y);

      for (guint k = 0; k < over->len; k++)
        add_beneath (self, view, g_ptr_array_index (over, k), cell->cell);
    }
}

/* --- All --- */

gboolean
myo_body_grid_build (MyoBodyGrid  *self,
                     GError      **error)
{
  if (!list_regions (self, error))
    return FALSE;
  for (MyoView view = 0; view < MYO_N_VIEWS; view++)
    scan_view (self, view);
  for (guint i = 0; i < self->n_entries; i++)
    make_cells (self, i);
  number_cells (self);
  fill_planes (self);
  for (MyoView view = 0; view < MYO_N_VIEWS; view++)
    lay_inner (self, view);
  for (guint i = 0; i < self->n_entries; i++)
    if (self->entries[i].region.inner)
      settle_inner (self, &self->entries[i]);
  return TRUE;
}
