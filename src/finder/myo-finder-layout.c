/* The zones of every point, laid on the body grid once: runs of cells, grouped by region.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-finder-private.h"

#include <string.h>

#define PRIMARY   2
#define SPILLOVER 1

/* A pattern in the making: by rel, 0 the side of the point, 1 the other one. */
typedef struct
{
  guint8 *cells[2];                /* kind, in halves */
  guint8 *named[2], *around[2];    /* of each region: kind, in halves; of a midline region [0] alone */
  guint8 *touched;                 /* of each region: there is something to read */
} Draft;

typedef struct
{
  MyoFinderLayout *layout;
  Draft            point, muscle;
  GPtrArray       *beneath;        /* of each region: GArray of the regions (guint) beneath an inner one, or NULL */
  const MyoZone   *zone;           /* the one being laid */
} Layer;

/* --- Drafts --- */

static void
draft_init (Draft             *self,
            const MyoBodyGrid *grid)
{
  guint n_cells = myo_body_grid_get_n_cells (grid), n_regions = myo_body_grid_get_n_regions (grid);

  for (guint rel = 0; rel < 2; rel++)
    {
      self->cells[rel] = g_new0 (guint8, n_cells + 1);
      self->named[rel] = g_new0 (guint8, n_regions + 1);
      self->around[rel] = g_new0 (guint8, n_regions + 1);
    }
  self->touched = g_new0 (guint8, n_regions + 1);
}

static void
draft_clear (Draft *self)
{
  for (guint rel = 0; rel < 2; rel++)
    {
      g_free (self->cells[rel]);
      g_free (self->named[rel]);
      g_free (self->around[rel]);
    }
  g_free (self->touched);
}

static void
draft_add_cell (Draft *self,
                guint  region,
                guint  cell,
                guint  rel,
                guint8 kind)
{
  self->cells[rel][cell] = MAX (self->cells[rel][cell], kind);
  self->touched[region] = TRUE;
}

static void
draft_add_region (Draft *self,
                  guint  region,
                  guint  rel,
                  guint8 kind)
{
  self->named[rel][region] = MAX (self->named[rel][region], kind);
  self->around[rel][region] = MAX (self->around[rel][region], kind);
  self->touched[region] = TRUE;
}

static void
draft_add_beneath (Draft *self,
                   guint  region,
                   guint  rel,
                   guint8 kind)
{
  self->around[rel][region] = MAX (self->around[rel][region], kind);
  self->touched[region] = TRUE;
}

/* --- Laying --- */

/* Whether the pain of a zone is felt on that side of the body when its point is on the right. */
static gboolean
is_felt (const MyoZone *zone,
         guint          rel)
{
  switch (zone->side)
    {
    case MYO_ZONE_SAME:
      return rel == 0;
    case MYO_ZONE_OPPOSITE:
      return rel == 1;
    case MYO_ZONE_BOTH:
    case MYO_ZONE_MIDDLE:
    default:
      return TRUE;
    }
}

static guint8
get_kind (const MyoZone *zone)
{
  return zone->kind == MYO_ZONE_PRIMARY ? PRIMARY : SPILLOVER;
}

static void
lay_cell (guint    cell,
          MyoSide  side,
          gpointer user_data)
{
  Layer *self = user_data;
  guint region = myo_body_grid_get_cell_region (self->layout->grid, cell);
  guint across = side == MYO_SIDE_LEFT;      /* what is drawn for the right half may reach across the midline */

  for (guint rel = 0; rel < 2; rel++)
    if (is_felt (self->zone, rel ^ across))
      {
        draft_add_cell (&self->point, region, cell, rel, get_kind (self->zone));
        draft_add_cell (&self->muscle, region, cell, rel, PRIMARY);
      }
  self->layout->cells[cell] = TRUE;
}

static void
name_region (Layer *self,
             guint  region,
             guint  rel)
{
  const GArray *beneath = g_ptr_array_index (self->beneath, region);

  draft_add_region (&self->point, region, rel, get_kind (self->zone));
  draft_add_region (&self->muscle, region, rel, PRIMARY);
  self->layout->regions[region] = TRUE;
  for (guint i = 0; beneath != NULL && i < beneath->len; i++)
    {
      guint under = g_array_index (beneath, guint, i);
      gboolean midline = myo_body_grid_get_region (self->layout->grid, under)->midline;

      draft_add_beneath (&self->point, under, midline ? 0 : rel, get_kind (self->zone));
      draft_add_beneath (&self->muscle, under, midline ? 0 : rel, PRIMARY);
      self->layout->regions[under] = TRUE;
    }
}

/* An inner region on the midline lies over both sides of what is beneath it. */
static void
lay_region (Layer *self)
{
  int found = myo_body_grid_find_region (self->layout->grid, self->zone->region);
  gboolean midline;

  if (found < 0)
    return;
  midline = myo_body_grid_get_region (self->layout->grid, (guint) found)->midline;
  for (guint rel = 0; rel < 2; rel++)
    if (midline || is_felt (self->zone, rel))
      name_region (self, (guint) found, rel);
}

static void
lay_zone (Layer         *self,
          const MyoZone *zone)
{
  self->zone = zone;
  lay_region (self);
  for (guint i = 0; i < zone->areas->len; i++)
    {
      const MyoArea *area = g_ptr_array_index (zone->areas, i);

      myo_body_grid_mask_path (self->layout->grid, area->view, area->path, area->brush, lay_cell, self);
    }
}

/* --- Reading a draft off, which leaves it empty --- */

static void
read_runs (MyoFinderLayout     *layout,
           guint8              *cells,
           const MyoGridRegion *region,
           guint                rel,
           MyoFinderTerm       *term)
{
  guint end = region->first + region->n;

  for (guint cell = region->first; cell < end;)
    {
      guint8 kind = cells[cell];
      guint start = cell;

      while (cell < end && cells[cell] == kind && cell - start < G_MAXUINT16)
        cells[cell++] = 0;
      if (kind == 0)
        continue;
      g_array_append_val (layout->runs, ((MyoFinderRun) { start, (guint16) (cell - start), (guint8) rel, kind }));
      term->n++;
      term->n_cells += cell - start;
    }
}

static void
read_term (MyoFinderLayout  *layout,
           Draft            *draft,
           guint             number,
           guint             rel,
           MyoFinderPattern *pattern)
{
  const MyoGridRegion *region = myo_body_grid_get_region (layout->grid, number);
  MyoFinderTerm term = { .region = (guint16) number, .opposite = (guint8) rel, .midline = region->midline,
                         .named = draft->named[rel][number], .around = draft->around[rel][number],
                         .first = layout->runs->len };

  draft->named[rel][number] = draft->around[rel][number] = 0;
  read_runs (layout, draft->cells[rel], region, rel, &term);
  if (region->midline)
    read_runs (layout, draft->cells[1], region, 1, &term);
  if (term.around == 0 && term.n == 0)
    return;
  g_array_append_val (layout->terms, term);
  pattern->n++;
  if (term.named > 0)
    pattern->total += myo_finder_expects (term.named == PRIMARY ? MYO_ZONE_PRIMARY : MYO_ZONE_SPILLOVER);
}

static void
read_draft (MyoFinderLayout *layout,
            Draft           *draft,
            GArray          *patterns)
{
  guint n_regions = myo_body_grid_get_n_regions (layout->grid);
  MyoFinderPattern pattern = { .first = layout->terms->len };

  for (guint i = 0; i < n_regions; i++)
    {
      if (!draft->touched[i])
        continue;
      draft->touched[i] = FALSE;
      read_term (layout, draft, i, 0, &pattern);
      if (myo_body_grid_get_region (layout->grid, i)->midline)
        draft->named[1][i] = draft->around[1][i] = 0;
      else
        read_term (layout, draft, i, 1, &pattern);
    }
  g_array_append_val (patterns, pattern);
}

/* --- All together --- */

static void
free_beneath (gpointer array)
{
  g_clear_pointer ((GArray **) &array, g_array_unref);
}

static GArray *
list_beneath (const MyoBodyGrid   *grid,
              const MyoGridRegion *region)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < region->n_beneath; i++)
    {
      guint under = myo_body_grid_get_cell_region (grid, region->beneath[i]);

      if (g_hash_table_add (known, GUINT_TO_POINTER (under)))
        g_array_append_val (list, under);
    }
  return list;
}

static void
layer_init (Layer           *self,
            MyoFinderLayout *layout)
{
  guint n_regions = myo_body_grid_get_n_regions (layout->grid);

  self->layout = layout;
  draft_init (&self->point, layout->grid);
  draft_init (&self->muscle, layout->grid);
  self->beneath = g_ptr_array_new_full (n_regions, free_beneath);
  for (guint i = 0; i < n_regions; i++)
    {
      const MyoGridRegion *region = myo_body_grid_get_region (layout->grid, i);

      g_ptr_array_add (self->beneath, region->inner ? list_beneath (layout->grid, region) : NULL);
    }
}

static void
layer_clear (Layer *self)
{
  draft_clear (&self->point);
  draft_clear (&self->muscle);
  g_ptr_array_unref (self->beneath);
}

static void
lay_muscle (Layer           *self,
            const MyoMuscle *muscle)
{
  for (guint i = 0; i < muscle->points->len; i++)
    {
      const MyoTriggerPoint *point = g_ptr_array_index (muscle->points, i);

      for (guint k = 0; k < point->zones->len; k++)
        lay_zone (self, g_ptr_array_index (point->zones, k));
      read_draft (self->layout, &self->point, self->layout->points);
    }
  read_draft (self->layout, &self->muscle, self->layout->muscles);
}

MyoFinderLayout *
myo_finder_layout_new (const MyoFinder *finder,
                       MyoBodyGrid     *grid)
{
  MyoFinderLayout *self = g_new0 (MyoFinderLayout, 1);
  Layer layer = { 0 };

  self->grid = myo_body_grid_ref (grid);
  self->runs = g_array_new (FALSE, FALSE, sizeof (MyoFinderRun));
  self->terms = g_array_new (FALSE, FALSE, sizeof (MyoFinderTerm));
  self->points = g_array_new (FALSE, FALSE, sizeof (MyoFinderPattern));
  self->muscles = g_array_new (FALSE, FALSE, sizeof (MyoFinderPattern));
  self->regions = g_new0 (guint8, myo_body_grid_get_n_regions (grid) + 1);
  self->cells = g_new0 (guint8, myo_body_grid_get_n_cells (grid) + 1);
  layer_init (&layer, self);
  for (guint i = 0; i < finder->muscles->len; i++)
    lay_muscle (&layer, g_ptr_array_index (finder->muscles, i));
  layer_clear (&layer);
  return self;
}

void
myo_finder_layout_free (MyoFinderLayout *self)
{
  myo_body_grid_unref (self->grid);
  g_array_unref (self->runs);
  g_array_unref (self->terms);
  g_array_unref (self->points);
  g_array_unref (self->muscles);
  g_free (self->regions);
  g_free (self->cells);
  g_free (self);
}
