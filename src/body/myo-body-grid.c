/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-body-grid-private.h"
#include "myo-meter.h"

#include <math.h>

/* --- Making and ending --- */

static void
clear_entry (MyoGridEntry *entry)
{
  for (MyoView view = 0; view < MYO_N_VIEWS; view++)
    {
      g_clear_pointer (&entry->shapes[view], myo_region_shape_free);
      g_clear_pointer (&entry->places[view], g_free);
      g_clear_pointer (&entry->beneath[view], g_array_unref);
    }
  g_clear_pointer (&entry->squares, g_free);
}

static void
init_plane (MyoGridPlane *plane,
            MyoView       view)
{
  double height;

  myo_view_get_size (view, &plane->width, &height);
  plane->n_rows = (guint) height;
  plane->numbers = g_hash_table_new (NULL, NULL);
  plane->cells = g_array_new (FALSE, FALSE, sizeof (MyoGridCell));
}

static void
clear_plane (MyoGridPlane *plane)
{
  g_hash_table_unref (plane->numbers);
  g_array_unref (plane->cells);
  g_free (plane->rows);
}

MyoBodyGrid *
myo_body_grid_new (MyoDrawings  *drawings,
                   GError      **error)
{
  g_autoptr (MyoBodyGrid) self = NULL;

  g_return_val_if_fail (MYO_IS_DRAWINGS (drawings), NULL);

  /* Tenths of a second, whatever the drawings are. */
  myo_meter_add (2 * MYO_METER_AT_ONCE);
  self = g_new0 (MyoBodyGrid, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->drawings = g_object_ref (drawings);
  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  for (MyoView view = 0; view < MYO_N_VIEWS; view++)
    init_plane (&self->planes[view], view);
  return myo_body_grid_build (self, error) ? g_steal_pointer (&self) : NULL;
}

MyoBodyGrid *
myo_body_grid_ref (MyoBodyGrid *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
myo_body_grid_unref (MyoBodyGrid *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < self->n_entries; i++)
    clear_entry (&self->entries[i]);
  for (MyoView view = 0; view < MYO_N_VIEWS; view++)
    clear_plane (&self->planes[view]);
  g_free (self->entries);
  g_free (self->cell_regions);
  g_hash_table_unref (self->numbers);
  g_object_unref (self->drawings);
  g_free (self);
}

/* --- Regions and cells --- */

guint
myo_body_grid_get_n_cells (const MyoBodyGrid *self)
{
  return self->n_cells;
}

guint
myo_body_grid_get_n_regions (const MyoBodyGrid *self)
{
  return self->n_entries;
}

const MyoGridRegion *
myo_body_grid_get_region (const MyoBodyGrid *self,
                          guint              i)
{
  g_return_val_if_fail (i < self->n_entries, NULL);

  return &self->entries[i].region;
}

int
myo_body_grid_find_region (const MyoBodyGrid *self,
                           const char        *id)
{
  g_return_val_if_fail (id != NULL, -1);

  return GPOINTER_TO_INT (g_hash_table_lookup (self->numbers, id)) - 1;
}

guint
myo_body_grid_get_cell_region (const MyoBodyGrid *self,
                               guint              cell)
{
  g_return_val_if_fail (cell < self->n_cells, 0);

  return self->cell_regions[cell];
}

double
myo_body_grid_get_cell_area (const MyoBodyGrid *self)
{
  return MYO_CELL * MYO_CELL;
}

const guint *
myo_body_grid_list_beneath (const MyoBodyGrid *self,
                            guint              region,
                            MyoView            view,
                            guint             *n)
{
  const GArray *cells;

  g_return_val_if_fail (region < self->n_entries && view < MYO_N_VIEWS, NULL);

  cells = self->entries[region].beneath[view];
  *n = cells != NULL ? cells->len : 0;
  return cells != NULL ? (const guint *) (gconstpointer) cells->data : NULL;
}

guint
myo_body_grid_get_host (const MyoBodyGrid *self,
                        guint              region)
{
  g_return_val_if_fail (region < self->n_entries, 0);

  return self->entries[region].region.inner ? self->entries[region].host : region;
}

const MyoGridCell *
myo_body_grid_list_cells (const MyoBodyGrid *self,
                          MyoView            view,
                          guint             *n)
{
  g_return_val_if_fail (view < MYO_N_VIEWS, NULL);

  *n = self->planes[view].cells->len;
  return (const MyoGridCell *) (gconstpointer) self->planes[view].cells->data;
}

gboolean
myo_body_grid_get_cell_place (const MyoBodyGrid *self,
                              guint              cell,
                              MyoView            view,
                              double            *x,
                              double            *y)
{
  const MyoGridEntry *entry;
  const MyoGridPlace *place;

  g_return_val_if_fail (cell < self->n_cells && view < MYO_N_VIEWS, FALSE);

  entry = &self->entries[self->cell_regions[cell]];
  if (entry->places[view] == NULL)
    return FALSE;
  place = &entry->places[view][cell - entry->region.first];
  *x = place->x;
  *y = place->y;
  return TRUE;
}

/* --- From view to view --- */

int
myo_body_grid_pick (const MyoBodyGrid *self,
                    MyoView            view,
                    double             x,
                    double             y)
{
  const char *id = myo_drawings_pick (self->drawings, view, MYO_LAYER_REGIONS, x, y);

  return id != NULL ? GPOINTER_TO_INT (g_hash_table_lookup (self->planes[view].numbers, id)) - 1 : -1;
}

/* In front, side and back "from the front midline around the side to the back" is from right to left in each of them, on the half that is
 * drawn.  The sole is the body turned on its head: its toes are above.  Seen beside the front (toes below) its great toe stays on the
 * same hand, seen beside the back (the heel) it changes hands. */
static void
turn (const MyoGridEntry *entry,
      double             *down,
      double             *across)
{
  *down = 1 - *down;
  if (entry->shapes[MYO_VIEW_FRONT] == NULL)
    *across = 1 - *across;
}

void
myo_body_grid_convert (const MyoGridEntry *entry,
                       MyoView             from,
                       double              x,
                       double              y,
                       MyoView             to,
                       double             *to_x,
                       double             *to_y)
{
  double down, across;

  myo_region_shape_measure (entry->shapes[from], x, y, &down, &across);
  if ((from == MYO_VIEW_SOLE) != (to == MYO_VIEW_SOLE))
    turn (entry, &down, &across);
  myo_region_shape_find_place (entry->shapes[to], down, across, to_x, to_y);
}

static int
find_cell_at_home (const MyoGridEntry *entry,
                   double              x,
                   double              y)
{
  guint row = (guint) CLAMP (floor (y / MYO_CELL), entry->top, entry->top + entry->rows - 1);
  guint column = CLAMP (myo_grid_find_column (x, row), entry->left, entry->left + entry->columns - 1);
  guint16 cell = entry->squares[(row - entry->top) * entry->columns + column - entry->left];

  return cell < entry->region.n ? (int) (entry->region.first + cell) : -1;
}

/* The very middle of a millimetre on the edge of a region may be another's; a place within it need not be.  Such a place
 * goes by way of the shape, which always leads to a cell. */
static int
find_cell (const MyoGridEntry *entry,
           MyoView             view,
           double              x,
           double              y)
{
  MyoView home = entry->region.home;
  int cell = view == home ? find_cell_at_home (entry, x, y) : -1;

  if (cell >= 0 || entry->shapes[view] == NULL || entry->squares == NULL)
    return cell;
  myo_body_grid_convert (entry, view, x, y, home, &x, &y);
  return find_cell_at_home (entry, x, y);
}

int
myo_body_grid_cell_at (const MyoBodyGrid *self,
                       MyoView            view,
                       MyoSide           *side,
                       double             x,
                       double             y)
{
  int number;

  g_return_val_if_fail (view < MYO_N_VIEWS, -1);

  number = myo_body_grid_pick (self, view, x, y);
  if (number < 0)
    return -1;
  if (myo_view_is_mirrored (view))
    {
      *side = myo_view_side_at (view, x);
      if (*side == MYO_SIDE_LEFT)
        x = self->planes[view].width - x;
    }
  return find_cell (&self->entries[number], view, x, y);
}
