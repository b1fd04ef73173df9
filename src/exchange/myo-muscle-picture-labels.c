/* The text of a muscle's picture, and its trigger points with their names beside the body.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-muscle-picture-private.h"

#define MARK_RADIUS 0.0036

/* Where the texts beside the body begin, as a part of the view's width */
#define LABEL_INSET 0.08

static const double ink[] = { 0.11, 0.11, 0.13 };

/* --- Writing --- */

void
myo_muscle_picture_set_font (cairo_t  *cr,
                             double    size,
                             gboolean  bold)
{
  cairo_select_font_face (cr, "sans-serif", CAIRO_FONT_SLANT_NORMAL, bold ? CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL);
  cairo_set_font_size (cr, size);
}

static double
measure (cairo_t    *cr,
         const char *text)
{
  cairo_text_extents_t extents;

  cairo_text_extents (cr, text, &extents);
  return extents.x_advance;
}

static void
write_text (cairo_t    *cr,
            double      x,
            double      y,
            const char *text)
{
  cairo_set_source_rgb (cr, ink[0], ink[1], ink[2]);
  cairo_move_to (cr, x, y);
  cairo_show_text (cr, text);
}

void
myo_muscle_picture_write_centred (cairo_t    *cr,
                                  double      x,
                                  double      y,
                                  const char *text)
{
  write_text (cr, x - measure (cr, text) / 2, y, text);
}

/* Text that stays readable over the drawing */
static void
write_with_halo (cairo_t    *cr,
                 double      x,
                 double      y,
                 const char *text,
                 double      halo)
{
  cairo_move_to (cr, x, y);
  cairo_text_path (cr, text);
  cairo_set_source_rgba (cr, 1, 1, 1, 0.9);
  cairo_set_line_width (cr, halo);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
  write_text (cr, x, y, text);
}

/* --- Trigger points --- */

static double
place_on_side (const MyoMuscleFrame *frame,
               double                x)
{
  return frame->picture->side == MYO_SIDE_LEFT ? myo_view_mirror (frame->view, x) : x;
}

static void
stroke_mark (cairo_t *cr,
             double   x,
             double   y,
             double   radius,
             double   width)
{
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, width);
  cairo_move_to (cr, x - radius, y - radius);
  cairo_line_to (cr, x + radius, y + radius);
  cairo_move_to (cr, x + radius, y - radius);
  cairo_line_to (cr, x - radius, y + radius);
  cairo_stroke (cr);
}

static void
paint_mark (cairo_t *cr,
            double   x,
            double   y,
            double   radius)
{
  cairo_set_source_rgb (cr, 1, 1, 1);
  stroke_mark (cr, x, y, radius, radius * 1.3);
  cairo_set_source_rgb (cr, ink[0], ink[1], ink[2]);
  stroke_mark (cr, x, y, radius, radius * 0.6);
}

typedef struct
{
  double      x, y;          /* of the mark, px */
  double      text_y;        /* middle of its text, px */
  const char *text;
} Label;

static int
compare_labels (gconstpointer a,
                gconstpointer b)
{
  const Label *left = a, *right = b;

  return (left->y > right->y) - (left->y < right->y);
}

/* Returns: (element-type Label): the spots on one half of the view, from top to bottom */
static GArray *
collect_labels (const MyoMuscleFrame *frame,
                gboolean              left_half)
{
  GArray *labels = g_array_new (FALSE, FALSE, sizeof (Label));
  GPtrArray *points = frame->picture->muscle->points;

  for (guint i = 0; i < points->len; i++)
    {
      const MyoTriggerPoint *point = g_ptr_array_index (points, i);

      for (guint j = 0; j < point->spots->len; j++)
        {
          const MyoSpot *spot = g_ptr_array_index (point->spots, j);
          double x = place_on_side (frame, spot->x);
          Label label = { frame->x + x * frame->scale, frame->y + spot->y * frame->scale, 0, point->label };

          if (spot->view == frame->view && (x < frame->width / 2) == left_half)
            g_array_append_val (labels, label);
        }
    }
  g_array_sort (labels, compare_labels);
  return labels;
}

/* Texts stand below each other at least @distance apart, and as a whole as near to their marks as that allows. */
static void
spread_labels (GArray *labels,
               double  distance)
{
  double next = 0, excess = 0;

  for (guint i = 0; i < labels->len; i++)
    {
      Label *label = &g_array_index (labels, Label, i);

      label->text_y = MAX (label->y, next);
      excess += label->text_y - label->y;
      next = label->text_y + distance;
    }
  for (guint i = 0; i < labels->len; i++)
    g_array_index (labels, Label, i).text_y -= excess / labels->len;
}

static void
paint_leader (cairo_t     *cr,
              const Label *label,
              double       x,
              double       width)
{
  cairo_move_to (cr, label->x, label->y);
  cairo_line_to (cr, x, label->text_y);
  cairo_set_source_rgba (cr, 1, 1, 1, 0.9);
  cairo_set_line_width (cr, 3 * width);
  cairo_stroke_preserve (cr);
  cairo_set_source_rgb (cr, ink[0], ink[1], ink[2]);
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
}

/* Texts stand in a column beside the body, so that they hide nothing of it; a line leads to each mark. */
static void
paint_half (const MyoMuscleFrame *frame,
            gboolean              left_half)
{
  g_autoptr(GArray) labels = collect_labels (frame, left_half);
  double size = frame->picture->height * MYO_MUSCLE_PICTURE_TEXT_SIZE;
  double column = frame->x + (left_half ? LABEL_INSET : 1 - LABEL_INSET) * frame->width * frame->scale;

  myo_muscle_picture_set_font (frame->cr, size, TRUE);
  spread_labels (labels, size * 1.15);
  for (guint i = 0; i < labels->len; i++)
    {
      const Label *label = &g_array_index (labels, Label, i);
      double x = left_half ? column - measure (frame->cr, label->text) - size * 0.25 : column + size * 0.25;

      paint_leader (frame->cr, label, column, size * 0.08);
      write_with_halo (frame->cr, x, label->text_y + size * 0.35, label->text, size * 0.3);
    }
  for (guint i = 0; i < labels->len; i++)
    {
      const Label *label = &g_array_index (labels, Label, i);

      paint_mark (frame->cr, label->x, label->y, frame->picture->height * MARK_RADIUS);
    }
}

void
myo_muscle_picture_paint_points (const MyoMuscleFrame *frame)
{
  paint_half (frame, TRUE);
  paint_half (frame, FALSE);
}
