/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-muscle-picture.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "myo-cairo.h"



/* All lengths of the page are parts of its height. */
#define HEADER 0.06
#define FOOTER 0.06
#define MARGIN 0.045
#define TITLE_SIZE 0.022
#define TEXT_SIZE 0.014
#define MARK_RADIUS 0.0036

/* Where the texts beside the body begin, as a part of the view's width */
#define LABEL_INSET 0.08

/* Soles are small beside a whole body. */
#define SOLE_MAGNIFICATION 2.5

static const double ink[] = { 0.11, 0.11, 0.13 };

/* Where one view lies on the page */
typedef struct
{
  const MyoMusclePicture *picture;
  cairo_t          *cr;
  MyoView           view;
  double            x, y;             /* the corner of the view, px */
  double            width, height;    /* of the view, mm */
  double            scale;            /* px for each mm */
} Frame;

/* --- Layout --- */

static double
get_scale (const MyoMusclePicture *self,
           MyoView           view)
{
  double scale = self->height * (1 - HEADER - FOOTER) / MYO_BODY_HEIGHT;

  return view == MYO_VIEW_SOLE ? scale * SOLE_MAGNIFICATION : scale;
}

static Frame
make_frame (const MyoMusclePicture *self,
            cairo_t          *cr,
            MyoView           view,
            double            x)
{
  Frame frame = { self, cr, view, x };

  myo_view_get_size (view, &frame.width, &frame.height);
  frame.scale = get_scale (self, view);
  frame.y = self->height * (HEADER + 1 - FOOTER) / 2 - frame.height * frame.scale / 2;
  return frame;
}

double
myo_muscle_picture_get_width (const MyoMusclePicture *self)
{
  double x = self->height * MARGIN;

  for (MyoView view = 0; view < MYO_N_VIEWS; view++)
    if ((self->views & (1u << view)) != 0)
      {
        double width, height;

        myo_view_get_size (view, &width, &height);
        x += width * get_scale (self, view) + self->height * MARGIN;
      }
  return ceil (x);
}

guint
myo_muscle_picture_choose_views (MyoMuscle *muscle)
{
  guint views = 1u << MYO_VIEW_FRONT | 1u << MYO_VIEW_BACK;

  for (guint i = 0; i < muscle->points->len; i++)
    {
      const MyoTriggerPoint *point = g_ptr_array_index (muscle->points, i);

      for (guint j = 0; j < point->spots->len; j++)
        views |= 1u << ((MyoSpot *) g_ptr_array_index (point->spots, j))->view;
      for (guint j = 0; j < point->zones->len; j++)
        {
          const MyoZone *zone = g_ptr_array_index (point->zones, j);

          for (guint k = 0; k < zone->areas->len; k++)
            views |= 1u << ((MyoArea *) g_ptr_array_index (zone->areas, k))->view;
        }
    }
  return views;
}

/* --- Sides ---
 *
 * Front and back show both halves: what lies on the left is the mirrored drawing within the view.  Side and sole show one
 * side alone: for the left the whole view is turned round. */

static gboolean
is_turned_round (const Frame *frame)
{
  return frame->picture->side == MYO_SIDE_LEFT && !myo_view_is_mirrored (frame->view);
}

static double
place_on_side (const Frame *frame,
               double       x)
{
  return frame->picture->side == MYO_SIDE_LEFT ? myo_view_mirror (frame->view, x) : x;
}

/* Adds the ways in which @zone shows in the view of @frame. */
static void
add_paints (const Frame   *frame,
            const MyoZone *zone,
            GArray        *paints)
{
  gboolean both;
  MyoSide side = myo_zone_get_side (zone, frame->picture->side, &both);
  MyoZonePaint paint = { zone, FALSE };

  if (!myo_view_is_mirrored (frame->view))
    {
      if (zone->side != MYO_ZONE_OPPOSITE)
        g_array_append_val (paints, paint);
      return;
    }
  paint.mirrored = side == MYO_SIDE_LEFT;
  g_array_append_val (paints, paint);
  paint.mirrored = !paint.mirrored;
  if (both)
    g_array_append_val (paints, paint);
}

static GArray *
collect_paints (const Frame *frame)
{
  GArray *paints = g_array_new (FALSE, FALSE, sizeof (MyoZonePaint));
  GPtrArray *points = frame->picture->muscle->points;

  for (guint i = 0; i < points->len; i++)
    {
      const MyoTriggerPoint *point = g_ptr_array_index (points, i);

      for (guint j = 0; j < point->zones->len; j++)
        add_paints (frame, g_ptr_array_index (point->zones, j), paints);
    }
  return paints;
}

/* --- The body --- */

static double
get_resolution (const Frame *frame)
{
  return frame->scale * frame->picture->sharpness;
}

/* Paints what was rendered for @part (mm) of the view. */
static void
paint_part (const Frame     *frame,
            cairo_surface_t *surface,
            const MyoRect   *part,
            gboolean         mirrored)
{
  double resolution = get_resolution (frame);

  cairo_save (frame->cr);
  cairo_translate (frame->cr, frame->x, frame->y);
  cairo_scale (frame->cr, frame->scale, frame->scale);
  if (mirrored)
    {
      cairo_translate (frame->cr, frame->width, 0);
      cairo_scale (frame->cr, -1, 1);
    }
  cairo_translate (frame->cr, part->x, part->y);
  cairo_scale (frame->cr, 1 / resolution, 1 / resolution);
  cairo_set_source_surface (frame->cr, surface, 0, 0);
  cairo_paint (frame->cr);
  cairo_restore (frame->cr);
}

static gboolean
paint_skin (const Frame  *frame,
            GError      **error)
{
  const MyoRect whole = { 0, 0, frame->width, frame->height };
  g_autoptr(cairo_surface_t) skin = myo_drawings_render (frame->picture->drawings, frame->view, MYO_LAYER_SKIN, MYO_PALETTE_LIGHT,
                                                         get_resolution (frame), NULL, NULL, error);

  if (skin == NULL)
    return FALSE;
  paint_part (frame, skin, &whole, is_turned_round (frame));
  return TRUE;
}

/* A muscle that is in both drawings shows as it lies on top. */
static void
paint_muscle (const Frame *frame)
{
  const MyoLayer layers[] = { MYO_LAYER_SURFACE, MYO_LAYER_DEEP };

  for (guint i = 0; i < G_N_ELEMENTS (layers); i++)
    {
      MyoRect part;
      g_autoptr(cairo_surface_t) muscle =
        myo_drawings_render_highlight (frame->picture->drawings, frame->view, layers[i], MYO_PALETTE_LIGHT,
                                       frame->picture->muscle->id, get_resolution (frame), &part);

      if (muscle == NULL)
        continue;
      paint_part (frame, muscle, &part, frame->picture->side == MYO_SIDE_LEFT);
      return;
    }
}

static gboolean
paint_zones (const Frame  *frame,
             GError      **error)
{
  g_autoptr(GArray) paints = collect_paints (frame);
  g_autoptr(GError) fault = NULL;
  MyoRect part = { 0, 0, frame->width, frame->height };
  g_autoptr(cairo_surface_t) zones = myo_drawings_render_zones (frame->picture->drawings, frame->view, MYO_PALETTE_LIGHT,
                                                                (const MyoZonePaint *) paints->data, paints->len,
                                                                get_resolution (frame), &part, &fault);

  if (fault != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
  if (zones != NULL)
    paint_part (frame, zones, &part, is_turned_round (frame));
  return TRUE;
}

/* --- Writing --- */

static void
set_font (cairo_t *cr,
          double   size,
          gboolean bold)
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

static void
write_centred (cairo_t    *cr,
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
collect_labels (const Frame *frame,
                gboolean     left_half)
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
paint_half (const Frame *frame,
            gboolean     left_half)
{
  g_autoptr(GArray) labels = collect_labels (frame, left_half);
  double size = frame->picture->height * TEXT_SIZE;
  double column = frame->x + (left_half ? LABEL_INSET : 1 - LABEL_INSET) * frame->width * frame->scale;

  set_font (frame->cr, size, TRUE);
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

static void
paint_points (const Frame *frame)
{
  paint_half (frame, TRUE);
  paint_half (frame, FALSE);
}

/* --- The page --- */

static const char *
get_caption (const Frame *frame)
{
  gboolean left = frame->picture->side == MYO_SIDE_LEFT;

  switch (frame->view)
    {
    case MYO_VIEW_FRONT:
      return _("Front");
    case MYO_VIEW_BACK:
      return _("Back");
    case MYO_VIEW_SIDE:
      return left ? _("Left side") : _("Right side");
    case MYO_VIEW_SOLE:
    default:
      return left ? _("Left sole") : _("Right sole");
    }
}

static void
paint_caption (const Frame *frame)
{
  const MyoMusclePicture *picture = frame->picture;

  set_font (frame->cr, picture->height * TEXT_SIZE, FALSE);
  write_centred (frame->cr, frame->x + frame->width * frame->scale / 2, picture->height * (1 - FOOTER * 0.55), get_caption (frame));
}

static void
paint_page (const MyoMusclePicture *self,
            cairo_t          *cr)
{
  double width = myo_muscle_picture_get_width (self);
  g_autofree char *title = g_strdup_printf (self->side == MYO_SIDE_LEFT ? _("%s, left") : _("%s, right"), self->muscle->name);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, 0, 0, width, self->height);
  cairo_fill (cr);
  set_font (cr, self->height * TITLE_SIZE, TRUE);
  write_centred (cr, width / 2, self->height * 0.035, title);
  set_font (cr, self->height * TEXT_SIZE * 0.85, FALSE);
  write_centred (cr, width / 2, self->height * (1 - FOOTER * 0.15),
                 _("✕ trigger point   solid: pain nearly everyone feels   dotted: pain some feel as well"));
}

static gboolean
paint_frame (const Frame  *frame,
             GError      **error)
{
  if (!paint_skin (frame, error))
    return FALSE;
  paint_muscle (frame);
  if (!paint_zones (frame, error))
    return FALSE;
  paint_points (frame);
  paint_caption (frame);
  return TRUE;
}

gboolean
myo_muscle_picture_paint (const MyoMusclePicture  *self,
                   cairo_t           *cr,
                   GError           **error)
{
  double x = self->height * MARGIN;

  paint_page (self, cr);
  for (MyoView view = 0; view < MYO_N_VIEWS; view++)
    if ((self->views & (1u << view)) != 0)
      {
        Frame frame = make_frame (self, cr, view, x);

        if (!paint_frame (&frame, error))
          return FALSE;
        x += frame.width * frame.scale + self->height * MARGIN;
      }
  return TRUE;
}
