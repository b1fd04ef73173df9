/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-region-shape.h"

typedef struct
{
  guint16 start, end;
} Run;

typedef struct
{
  guint first;           /* its runs */
  guint n;
  guint length;          /* mm in all its runs */
} Row;

struct _MyoRegionShape
{
  guint   top;           /* of the first row, mm */
  guint   left, right;
  guint   area;
  GArray *rows;          /* of Row; those in a gap are empty, the first and the last are not */
  GArray *runs;          /* of Run */
};

MyoRegionShape *
myo_region_shape_new (void)
{
  MyoRegionShape *self = g_new0 (MyoRegionShape, 1);

  self->left = G_MAXUINT;
  self->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  self->runs = g_array_new (FALSE, FALSE, sizeof (Run));
  return self;
}

void
myo_region_shape_free (MyoRegionShape *self)
{
  g_array_unref (self->rows);
  g_array_unref (self->runs);
  g_free (self);
}

static Row *
get_row (const MyoRegionShape *self,
         guint                 i)
{
  return &g_array_index (self->rows, Row, i);
}

static const Run *
get_run (const MyoRegionShape *self,
         guint                 i)
{
  return &g_array_index (self->runs, Run, i);
}

void
myo_region_shape_add_run (MyoRegionShape *self,
                          guint           y,
                          guint           x0,
                          guint           x1)
{
  Run run = { (guint16) x0, (guint16) x1 };
  Row *row;

  if (self->rows->len == 0)
    self->top = y;
  g_return_if_fail (x1 > x0 && y + 1 >= self->top + self->rows->len);

  g_array_set_size (self->rows, y - self->top + 1);
  row = get_row (self, y - self->top);
  if (row->n++ == 0)
    row->first = self->runs->len;
  row->length += x1 - x0;
  g_array_append_val (self->runs, run);
  self->left = MIN (self->left, x0);
  self->right = MAX (self->right, x1);
  self->area += x1 - x0;
}

guint
myo_region_shape_get_area (const MyoRegionShape *self)
{
  return self->area;
}

void
myo_region_shape_get_box (const MyoRegionShape *self,
                          guint                *x0,
                          guint                *y0,
                          guint                *x1,
                          guint                *y1)
{
  *x0 = self->left;
  *y0 = self->top;
  *x1 = self->right;
  *y1 = self->top + self->rows->len;
}

/* The nearest row that is not empty; the first and the last never are, so one is always found. */
static const Row *
find_row (const MyoRegionShape *self,
          double                offset,
          guint                *number)
{
  int last = (int) self->rows->len - 1, middle = (int) CLAMP (offset, 0, last);

  for (int away = 0; away <= last; away++)
    for (int i = middle - away; i <= middle + away; i += MAX (2 * away, 1))
      if (i >= 0 && i <= last && get_row (self, (guint) i)->n > 0)
        {
          *number = (guint) i;
          return get_row (self, (guint) i);
        }
  g_assert_not_reached ();
}

/* How much of the row lies left of @x. */
static double
get_length_before (const MyoRegionShape *self,
                   const Row            *row,
                   double                x)
{
  double length = 0;

  for (guint i = row->first; i < row->first + row->n; i++)
    length += CLAMP (x, get_run (self, i)->start, get_run (self, i)->end) - get_run (self, i)->start;
  return length;
}

void
myo_region_shape_measure (const MyoRegionShape *self,
                          double                x,
                          double                y,
                          double               *down,
                          double               *across)
{
  guint number;
  const Row *row = find_row (self, y - self->top, &number);

  *down = CLAMP ((y - self->top) / self->rows->len, 0, 1);
  *across = get_length_before (self, row, x) / row->length;
}

void
myo_region_shape_find_place (const MyoRegionShape *self,
                             double                down,
                             double                across,
                             double               *x,
                             double               *y)
{
  guint number;
  const Row *row = find_row (self, down * self->rows->len, &number);
  guint left = MIN ((guint) (across * row->length), row->length - 1), i = row->first;

  for (; left >= (guint) get_run (self, i)->end - get_run (self, i)->start; i++)
    left -= (guint) get_run (self, i)->end - get_run (self, i)->start;
  *x = get_run (self, i)->start + left + .5;
  *y = self->top + number + .5;
}

void
myo_region_shape_foreach (const MyoRegionShape *self,
                          MyoShapeFunc          func,
                          gpointer              user_data)
{
  for (guint r = 0; r < self->rows->len; r++)
    for (guint i = get_row (self, r)->first; i < get_row (self, r)->first + get_row (self, r)->n; i++)
      for (guint x = get_run (self, i)->start; x < get_run (self, i)->end; x++)
        func (x, self->top + r, user_data);
}
