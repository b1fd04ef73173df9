/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-base-renderer-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "myo-document-private.h"
#include "myo-drawing-style.h"
#include "myo-error.h"
#include "myo-drawing-private.h"

/* Drawings kept parsed in each lane: the figures that a map shows side by side. */
#define N_KEPT 2

/* Front and back keep two cores busy with their halves; side and sole, which have one, are painted beside them. */
#define N_LANES 2

/* How far (mm) something drawn in one half may reach over the midline. */
#define OVERHANG 40.0

/* cairo cannot make a larger picture. */
#define MAX_PIXELS 32767

/* How far (px) a curve may be off when it is made straight lines: not to be seen, and a tenth faster than cairo's own value. */
#define TOLERANCE .25

/* Bytes of a parsed drawing per byte of its text, measured with librsvg 2.54. */
#define PARSED_RATIO 8

/* A drawing that was parsed. */
typedef struct
{
  const MyoDocument *document;
  MyoPalette         palette;
  RsvgHandle        *handles[2];   /* right half, mirrored half */
} Kept;

typedef struct
{
  GMutex lock;
  Kept   kept[N_KEPT];             /* the last used first */
} Lane;

struct _MyoBaseRenderer
{
  Lane lanes[N_LANES];
};

/* One half of one picture. */
typedef struct
{
  const MyoDocument *document;
  MyoPalette         palette;
  RsvgHandle       **handle;       /* parsed here when NULL */
  cairo_surface_t   *surface;
  double             x, y;         /* mm at the surface's corner */
  double             scale;
  gboolean           mirrored;
  GError            *error;
} Job;

MyoBaseRenderer *
myo_base_renderer_new (void)
{
  MyoBaseRenderer *self = g_new0 (MyoBaseRenderer, 1);

  for (guint i = 0; i < N_LANES; i++)
    g_mutex_init (&self->lanes[i].lock);
  return self;
}

static void
drop_handles (Kept *kept)
{
  g_clear_object (&kept->handles[0]);
  g_clear_object (&kept->handles[1]);
}

/* Moves what is kept of that drawing to the front, or makes room for it there. */
static Kept *
get_kept (Lane              *self,
          const MyoDocument *document,
          MyoPalette         palette)
{
  guint i = 0;
  Kept found;

  while (i < N_KEPT - 1 && (self->kept[i].document != document || self->kept[i].palette != palette))
    i++;
  found = self->kept[i];
  if (found.document != document || found.palette != palette)
    {
      drop_handles (&found);
      found = (Kept) { document, palette, { NULL, NULL } };
    }
  memmove (&self->kept[1], &self->kept[0], i * sizeof (Kept));
  self->kept[0] = found;
  return &self->kept[0];
}

void
myo_base_renderer_free (MyoBaseRenderer *self)
{
  myo_base_renderer_forget (self);
  for (guint i = 0; i < N_LANES; i++)
    g_mutex_clear (&self->lanes[i].lock);
  g_free (self);
}

/* --- One half --- */

static gboolean
parse (Job *job)
{
  gsize length;
  char *text;

  if (*job->handle != NULL)
    return TRUE;
  text = myo_document_restyle (job->document, myo_drawing_style_get_base (job->palette), &length);
  *job->handle = myo_document_parse (job->document, text, length, &job->error);
  return *job->handle != NULL;
}

static gpointer
run_job (gpointer data)
{
  Job *job = data;
  g_autoptr (cairo_t) cr = NULL;
  g_autoptr (GError) fault = NULL;
  RsvgRectangle viewport = { 0 };

  if (!parse (job))
    return NULL;
  cr = cairo_create (job->surface);
  myo_view_get_size (myo_document_get_view (job->document), &viewport.width, &viewport.height);
  cairo_set_tolerance (cr, TOLERANCE);
  cairo_scale (cr, job->scale, job->scale);
  cairo_translate (cr, -job->x, -job->y);
  if (job->mirrored)
    {
      cairo_translate (cr, viewport.width, 0);
      cairo_scale (cr, -1, 1);
    }
  if (!rsvg_handle_render_document (*job->handle, cr, &viewport, &fault))
    myo_document_set_fault (&job->error, MYO_ERROR_DRAWING, myo_document_get_name (job->document), fault->message);
  return NULL;
}

/* --- The two halves of a picture --- */

static gboolean
reaches_right_half (MyoView        view,
                    const MyoRect *part)
{
  double middle, height;

  if (!myo_view_is_mirrored (view))
    return TRUE;
  myo_view_get_size (view, &middle, &height);
  middle /= 2;
  return view == MYO_VIEW_BACK ? part->x + part->width > middle - OVERHANG : part->x < middle + OVERHANG;
}

/* The columns of the picture that the mirrored half may touch; FALSE when there are none. */
static gboolean
get_mirrored_columns (MyoView        view,
                      const MyoRect *part,
                      double         scale,
                      int            width,
                      int           *from,
                      int           *to)
{
  double middle, height;

  if (!myo_view_is_mirrored (view))
    return FALSE;
  myo_view_get_size (view, &middle, &height);
  middle /= 2;
  *from = view == MYO_VIEW_BACK ? 0 : (int) CLAMP (floor ((middle - OVERHANG - part->x) * scale), 0, width);
  *to = view == MYO_VIEW_BACK ? (int) CLAMP (ceil ((middle + OVERHANG - part->x) * scale), 0, width) : width;
  return *from < *to;
}

static void
compose (cairo_surface_t *picture,
         const Job       *mirrored,
         int              x)
{
  g_autoptr (cairo_t) cr = cairo_create (picture);

  cairo_set_source_surface (cr, mirrored->surface, x, 0);
  cairo_paint (cr);
}

/* Whether the picture shows the whole width and mirrors pixel on pixel, see myo_drawings_snap_scale(). */
static gboolean
is_symmetric (const Job     *right,
              const MyoRect *part)
{
  double width, height;

  myo_view_get_size (myo_document_get_view (right->document), &width, &height);
  return part->x == 0 && part->width == width
         && fabs (width * right->scale - cairo_image_surface_get_width (right->surface)) < 1e-3;
}

/* Puts the mirror image of what is painted over it: half the work of painting the other half. */
static void
mirror_over (cairo_surface_t *picture)
{
  int width = cairo_image_surface_get_width (picture), height = cairo_image_surface_get_height (picture);
  g_autoptr (cairo_surface_t) mirrored = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  g_autoptr (cairo_t) cr = cairo_create (mirrored);
  g_autoptr (cairo_t) over = cairo_create (picture);

  cairo_translate (cr, width, 0);
  cairo_scale (cr, -1, 1);
  cairo_set_source_surface (cr, picture, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_paint (cr);
  cairo_set_source_surface (over, mirrored, 0, 0);
  cairo_paint (over);
}

static void
render_halves (Kept          *kept,
               Job           *right,
               const MyoRect *part)
{
  MyoView view = myo_document_get_view (right->document);
  int width = cairo_image_surface_get_width (right->surface), from, to;
  Job left = *right;
  GThread *thread;

  if (!get_mirrored_columns (view, part, right->scale, width, &from, &to))
    {
      run_job (right);
      return;
    }
  if (is_symmetric (right, part))
    {
      run_job (right);
      mirror_over (right->surface);
      return;
    }
  left.mirrored = TRUE;
  left.handle = &kept->handles[1];
  left.x = part->x + from / right->scale;
  left.surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, to - from,
                                             cairo_image_surface_get_height (right->surface));
  thread = reaches_right_half (view, part) ? g_thread_try_new ("myo-half", run_job, &left, NULL) : NULL;
  if (reaches_right_half (view, part))
    run_job (right);
  if (thread != NULL)
    g_thread_join (thread);
  else
    run_job (&left);
  compose (right->surface, &left, from);
  cairo_surface_destroy (left.surface);
  if (right->error == NULL)
    right->error = left.error;
  else
    g_clear_error (&left.error);
}

static cairo_surface_t *
create_picture (const MyoRect  *part,
                double          scale,
                GError        **error)
{
  double width = ceil (part->width * scale - 1e-6), height = ceil (part->height * scale - 1e-6);

  if (width >= 1 && height >= 1 && width <= MAX_PIXELS && height <= MAX_PIXELS)
    return cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) width, (int) height);
  g_set_error (error, MYO_ERROR, MYO_ERROR_TOO_LARGE, _("A picture of %.0f × %.0f pixels cannot be drawn."), width, height);
  return NULL;
}

cairo_surface_t *
myo_base_renderer_render (MyoBaseRenderer    *self,
                          const MyoDocument  *document,
                          MyoPalette          palette,
                          double              scale,
                          const MyoRect      *part,
                          GCancellable       *cancellable,
                          GError            **error)
{
  Lane *lane = &self->lanes[myo_view_is_mirrored (myo_document_get_view (document)) ? 0 : 1];
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lane->lock);
  g_autoptr (cairo_surface_t) surface = NULL;
  Kept *kept;
  Job right = { document, palette, NULL, NULL, part->x, part->y, scale, FALSE, NULL };

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  surface = create_picture (part, scale, error);
  if (surface == NULL)
    return NULL;
  kept = get_kept (lane, document, palette);
  right.handle = &kept->handles[0];
  right.surface = surface;
  render_halves (kept, &right, part);
  if (right.error != NULL)
    {
      g_propagate_error (error, right.error);
      return NULL;
    }
  return g_cancellable_set_error_if_cancelled (cancellable, error) ? NULL : g_steal_pointer (&surface);
}

void
myo_base_renderer_forget (MyoBaseRenderer *self)
{
  for (guint i = 0; i < N_LANES; i++)
    {
      g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lanes[i].lock);

      for (guint k = 0; k < N_KEPT; k++)
        drop_handles (&self->lanes[i].kept[k]);
    }
}

gsize
myo_base_renderer_get_size (MyoBaseRenderer *self)
{
  gsize size = 0;

  for (guint i = 0; i < N_LANES * N_KEPT; i++)
    {
      Lane *lane = &self->lanes[i / N_KEPT];
      g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lane->lock);
      const Kept *kept = &lane->kept[i % N_KEPT];

      for (guint k = 0; k < G_N_ELEMENTS (kept->handles); k++)
        if (kept->handles[k] != NULL)
          size += myo_document_get_size (kept->document) * PARSED_RATIO;
    }
  return size;
}
