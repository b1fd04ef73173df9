/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-muscle-picture-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "myo-cairo.h"
#include "myo-paper-private.h"

/* All lengths of the page are parts of its height. */
#define HEADER 0.06
#define FOOTER 0.06
#define MARGIN 0.045
#define TITLE_SIZE 0.022

/* Soles are small beside a whole body. */
#define SOLE_MAGNIFICATION 2.5

/* Paper is looked at from near and may be enlarged; a picture in pixels may not. */
#define VECTOR_SHARPNESS 3.0

/* --- Layout --- */

static double
get_scale (const MyoMusclePicture *self,
           MyoView                 view)
{
  double scale = self->height * (1 - HEADER - FOOTER) / MYO_BODY_HEIGHT;

  return view == MYO_VIEW_SOLE ? scale * SOLE_MAGNIFICATION : scale;
}

static MyoMuscleFrame
make_frame (const MyoMusclePicture *self,
            cairo_t                *cr,
            double                  sharpness,
            MyoView                 view,
            double                  x)
{
  MyoMuscleFrame frame = { self, cr, sharpness, view, x };

  myo_view_get_size (view, &frame.width, &frame.height);
  frame.scale = get_scale (self, view);
  frame.y = self->height * (HEADER + 1 - FOOTER) / 2 - frame.height * frame.scale / 2;
  return frame;
}

/* Returns: px */
static double
get_width (const MyoMusclePicture *self)
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

/* Returns: front and back, and the other views in which the muscle or its pain shows */
static guint
choose_views (const MyoMuscle *muscle)
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
is_turned_round (const MyoMuscleFrame *frame)
{
  return frame->picture->side == MYO_SIDE_LEFT && !myo_view_is_mirrored (frame->view);
}

/* Adds the ways in which @zone shows in the view of @frame. */
static void
add_paints (const MyoMuscleFrame *frame,
            const MyoZone        *zone,
            GArray               *paints)
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
collect_paints (const MyoMuscleFrame *frame)
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
get_resolution (const MyoMuscleFrame *frame)
{
  return frame->scale * frame->sharpness;
}

/* Paints what was rendered for @part (mm) of the view. */
static void
paint_part (const MyoMuscleFrame *frame,
            cairo_surface_t      *surface,
            const MyoRect        *part,
            gboolean              mirrored)
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
paint_skin (const MyoMuscleFrame  *frame,
            GError               **error)
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
paint_muscle (const MyoMuscleFrame *frame)
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
paint_zones (const MyoMuscleFrame  *frame,
             GError               **error)
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

/* --- The page --- */

static const char *
get_caption (const MyoMuscleFrame *frame)
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
paint_caption (const MyoMuscleFrame *frame)
{
  const MyoMusclePicture *picture = frame->picture;

  myo_muscle_picture_set_font (frame->cr, picture->height * MYO_MUSCLE_PICTURE_TEXT_SIZE, FALSE);
  myo_muscle_picture_write_centred (frame->cr, frame->x + frame->width * frame->scale / 2, picture->height * (1 - FOOTER * 0.55), get_caption (frame));
}

static void
paint_page (const MyoMusclePicture *self,
            cairo_t                *cr)
{
  double width = get_width (self);
  g_autofree char *title = g_strdup_printf (self->side == MYO_SIDE_LEFT ? _("%s, left") : _("%s, right"), self->muscle->name);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, 0, 0, width, self->height);
  cairo_fill (cr);
  myo_muscle_picture_set_font (cr, self->height * TITLE_SIZE, TRUE);
  myo_muscle_picture_write_centred (cr, width / 2, self->height * 0.035, title);
  myo_muscle_picture_set_font (cr, self->height * MYO_MUSCLE_PICTURE_TEXT_SIZE * 0.85, FALSE);
  myo_muscle_picture_write_centred (cr, width / 2, self->height * (1 - FOOTER * 0.15),
                                    _("✕ trigger point   solid: pain nearly everyone feels   dotted: pain some feel as well"));
}

static gboolean
paint_frame (const MyoMuscleFrame  *frame,
             GError               **error)
{
  if (!paint_skin (frame, error))
    return FALSE;
  paint_muscle (frame);
  if (!paint_zones (frame, error))
    return FALSE;
  myo_muscle_picture_paint_points (frame);
  paint_caption (frame);
  return TRUE;
}

static gboolean
draw_picture (cairo_t        *cr,
              double          sharpness,
              gconstpointer   data,
              GError        **error)
{
  const MyoMusclePicture *self = data;
  double x = self->height * MARGIN;

  paint_page (self, cr);
  for (MyoView view = 0; view < MYO_N_VIEWS; view++)
    if ((self->views & (1u << view)) != 0)
      {
        MyoMuscleFrame frame = make_frame (self, cr, sharpness, view, x);

        if (!paint_frame (&frame, error))
          return FALSE;
        x += frame.width * frame.scale + self->height * MARGIN;
      }
  return TRUE;
}

gboolean
myo_muscle_picture_write (const MyoMusclePicture  *self,
                          const char              *path,
                          GError                 **error)
{
  MyoMusclePicture picture = *self;
  MyoPaper paper = { .height = self->height, .png_scale = 1, .sharpness = VECTOR_SHARPNESS, .svg_in_pixels = TRUE };

  g_return_val_if_fail (MYO_IS_DRAWINGS (self->drawings) && self->muscle != NULL && self->height > 0, FALSE);

  if (picture.views == 0)
    picture.views = choose_views (self->muscle);
  paper.width = get_width (&picture);
  return myo_paper_write (&paper, path, draw_picture, &picture, NULL, error);
}
