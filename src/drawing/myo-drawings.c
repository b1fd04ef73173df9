/* Documents are read when first asked for and then kept as text; a fault is kept too, so that a bad file is read once and gives
 * its sentence every time.
 *
 * Locks: `loading` while a document is read (a few ms) or bounds are measured, `picking` while a pick map is made.
 * What is finished is published by an atomic pointer and never changes, so that the look-ups take no lock.  Whole pictures
 * have the base renderer's own lock.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "myo-drawings-private.h"

#include <glib/gi18n-lib.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "data/myo-drawing-resources.h"
#include "myo-error.h"
#include "myo-highlighter-private.h"
#include "myo-drawing-private.h"

G_DEFINE_FINAL_TYPE (MyoDrawings, myo_drawings, G_TYPE_OBJECT)

/* --- Files --- */

static GBytes *
read_stream (GInputStream  *stream,
             GError       **error)
{
  /* One byte more than allowed is enough to know that it is too large. */
  gsize size = MYO_DRAWING_MAX_BYTES + 1, length;
  g_autofree char *data = NULL;
  g_autoptr (GFileInfo) info = NULL;

  if (G_IS_FILE_INPUT_STREAM (stream))
    info = g_file_input_stream_query_info (G_FILE_INPUT_STREAM (stream), G_FILE_ATTRIBUTE_STANDARD_SIZE, NULL, NULL);
  if (info != NULL)
    size = (gsize) CLAMP (g_file_info_get_size (info), 0, (goffset) MYO_DRAWING_MAX_BYTES + 1);
  data = g_malloc (size + 1);
  if (!g_input_stream_read_all (stream, data, size, &length, NULL, error))
    return NULL;
  return g_bytes_new_take (g_steal_pointer (&data), length);
}

static GBytes *
read_bytes (MyoDrawings  *self,
            const char   *name,
            GError      **error)
{
  g_autofree char *path = g_strconcat (RESOURCE_PATH "/svg/", name, NULL);
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GFile) file = NULL;

  if (self->folder == NULL)
    return g_resource_lookup_data (myo_drawing_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  file = g_file_get_child (self->folder, name);
  stream = g_file_read (file, NULL, error);
  return stream != NULL ? read_stream (G_INPUT_STREAM (stream), error) : NULL;
}

static MyoDocument *
load (MyoDrawings  *self,
      MyoView       view,
      MyoLayer      layer,
      GError      **error)
{
  g_autofree char *name = g_strdup_printf ("%s-%s.svg", myo_view_get_nick (view), myo_layer_get_nick (layer));
  g_autoptr (GError) fault = NULL;
  g_autoptr (GBytes) bytes = read_bytes (self, name, &fault);

  if (bytes == NULL)
    {
      myo_document_set_fault (error, MYO_ERROR_DRAWING, name, fault->message);
      return NULL;
    }
  return myo_document_new (bytes, name, view, layer, error);
}

const MyoDocument *
myo_drawings_get_document (MyoDrawings  *self,
                           MyoView       view,
                           MyoLayer      layer,
                           GError      **error)
{
  MyoDrawingSlot *slot = &self->slots[view][layer];
  MyoDocument *document = g_atomic_pointer_get (&slot->document);
  g_autoptr (GMutexLocker) locker = NULL;

  if (document != NULL)
    return document;
  locker = g_mutex_locker_new (&self->loading);
  if (slot->document == NULL && slot->fault == NULL)
    {
      document = load (self, view, layer, &slot->fault);
      if (document != NULL)
        slot->bounds = g_new0 (MyoRect, myo_document_get_n_elements (document));
      g_atomic_pointer_set (&slot->document, document);
    }
  if (slot->document == NULL && error != NULL)
    *error = g_error_copy (slot->fault);
  return slot->document;
}

/* --- Class --- */

static void
clear_slot (MyoDrawingSlot *slot)
{
  g_clear_pointer (&slot->pick_map, myo_pick_map_free);
  g_clear_pointer (&slot->document, myo_document_free);
  g_clear_pointer (&slot->bounds, g_free);
  g_clear_error (&slot->fault);
}

static void
myo_drawings_finalize (GObject *object)
{
  MyoDrawings *self = MYO_DRAWINGS (object);

  g_clear_pointer (&self->base, myo_base_renderer_free);
  for (guint view = 0; view < MYO_N_VIEWS; view++)
    {
      g_clear_pointer (&self->outlines[view], cairo_path_destroy);
      for (guint layer = 0; layer < MYO_N_LAYERS; layer++)
        clear_slot (&self->slots[view][layer]);
    }
  g_clear_object (&self->folder);
  g_mutex_clear (&self->loading);
  g_mutex_clear (&self->picking);
  G_OBJECT_CLASS (myo_drawings_parent_class)->finalize (object);
}

static void
myo_drawings_class_init (MyoDrawingsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = myo_drawings_finalize;

  /* GLib registers compiled-in resources when the first is asked for, and a second thread that asks meanwhile gets none:
   * so once before there are threads. */
  myo_drawing_get_resource ();
}

static void
myo_drawings_init (MyoDrawings *self)
{
  g_mutex_init (&self->loading);
  g_mutex_init (&self->picking);
  self->base = myo_base_renderer_new ();
}

MyoDrawings *
myo_drawings_new (void)
{
  return g_object_new (MYO_TYPE_DRAWINGS, NULL);
}

MyoDrawings *
myo_drawings_new_for_folder (GFile *folder)
{
  MyoDrawings *self = myo_drawings_new ();

  g_return_val_if_fail (G_IS_FILE (folder), self);

  self->folder = g_object_ref (folder);
  return self;
}

/* --- Elements --- */

const MyoElement *
myo_drawings_find (MyoDrawings *self,
                   MyoView      view,
                   MyoLayer     layer,
                   const char  *id)
{
  const MyoDocument *document = myo_drawings_get_document (self, view, layer, NULL);

  return document != NULL ? myo_document_find (document, id) : NULL;
}

gboolean
myo_drawings_has (MyoDrawings *self,
                  MyoView      view,
                  MyoLayer     layer,
                  const char  *id)
{
  g_return_val_if_fail (MYO_IS_DRAWINGS (self) && id != NULL, FALSE);

  return myo_drawings_find (self, view, layer, id) != NULL;
}

const char * const *
myo_drawings_list_ids (MyoDrawings *self,
                       MyoView      view,
                       MyoLayer     layer)
{
  static const char * const none[] = { NULL };
  const MyoDocument *document;

  g_return_val_if_fail (MYO_IS_DRAWINGS (self), none);

  document = myo_drawings_get_document (self, view, layer, NULL);
  return document != NULL && layer != MYO_LAYER_SKIN ? myo_document_list_ids (document) : none;
}

/* Measured once: the keyboard and the screen reader ask for all of them. */
gboolean
myo_drawings_measure (MyoDrawings       *self,
                      const MyoDocument *document,
                      MyoLayer           layer,
                      const MyoElement  *element,
                      MyoRect           *bounds)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->loading);
  MyoDrawingSlot *slot = &self->slots[myo_document_get_view (document)][layer];
  MyoRect *kept = &slot->bounds[element - myo_document_get_element (document, 0)];

  if (kept->width <= 0 && !myo_highlighter_get_bounds (document, element, kept))
    return FALSE;
  *bounds = *kept;
  return TRUE;
}

gboolean
myo_drawings_get_bounds (MyoDrawings *self,
                         MyoView      view,
                         MyoLayer     layer,
                         const char  *id,
                         MyoSide      side,
                         MyoRect     *bounds)
{
  const MyoElement *element;
  double width, height;

  g_return_val_if_fail (MYO_IS_DRAWINGS (self) && id != NULL && bounds != NULL, FALSE);

  element = myo_drawings_find (self, view, layer, id);
  if (element == NULL || !myo_drawings_measure (self, self->slots[view][layer].document, layer, element, bounds))
    return FALSE;
  myo_view_get_size (view, &width, &height);
  if (side == MYO_SIDE_LEFT && myo_view_is_mirrored (view))
    bounds->x = width - bounds->x - bounds->width;
  return TRUE;
}

/* --- Picking --- */

static const MyoPickMap *
get_pick_map (MyoDrawings  *self,
              MyoView       view,
              MyoLayer      layer,
              GError      **error)
{
  MyoDrawingSlot *slot = &self->slots[view][layer];
  MyoPickMap *map = g_atomic_pointer_get (&slot->pick_map);
  g_autoptr (GMutexLocker) locker = NULL;
  const MyoDocument *document;

  if (map != NULL)
    return map;
  document = myo_drawings_get_document (self, view, layer, error);
  if (document == NULL)
    return NULL;
  locker = g_mutex_locker_new (&self->picking);
  if (slot->pick_map == NULL)
    {
      map = myo_pick_map_new (document, error);
      g_atomic_pointer_set (&slot->pick_map, map);
    }
  return slot->pick_map;
}

/* The skin has no parts of its own: what is picked on it are regions. */
static MyoLayer
get_pick_layer (MyoLayer layer)
{
  return layer == MYO_LAYER_SKIN ? MYO_LAYER_REGIONS : layer;
}

static gboolean
is_within (MyoView view,
           double  x,
           double  y)
{
  double width, height;

  myo_view_get_size (view, &width, &height);
  return x >= 0 && y >= 0 && x <= width && y <= height;
}

gboolean
myo_drawings_prepare_pick (MyoDrawings  *self,
                           MyoView       view,
                           MyoLayer      layer,
                           GError      **error)
{
  g_return_val_if_fail (MYO_IS_DRAWINGS (self), FALSE);

  return get_pick_map (self, view, get_pick_layer (layer), error) != NULL;
}

const char *
myo_drawings_pick (MyoDrawings *self,
                   MyoView      view,
                   MyoLayer     layer,
                   double       x,
                   double       y)
{
  const MyoPickMap *map;
  int number;

  g_return_val_if_fail (MYO_IS_DRAWINGS (self), NULL);

  layer = get_pick_layer (layer);
  map = is_within (view, x, y) ? get_pick_map (self, view, layer, NULL) : NULL;
  number = map != NULL ? myo_pick_map_get (map, x, y) : -1;
  return number >= 0 ? myo_document_get_element (self->slots[view][layer].document, (guint) number)->id : NULL;
}

GPtrArray *
myo_drawings_pick_inner (MyoDrawings *self,
                         MyoView      view,
                         double       x,
                         double       y)
{
  const MyoPickMap *map;

  g_return_val_if_fail (MYO_IS_DRAWINGS (self), NULL);

  map = is_within (view, x, y) ? get_pick_map (self, view, MYO_LAYER_REGIONS, NULL) : NULL;
  return map != NULL ? myo_pick_map_get_inner (map, x, y) : g_ptr_array_new ();
}

/* --- Memory --- */

void
myo_drawings_trim (void)
{
#ifdef __GLIBC__
  malloc_trim (0);
#endif
}

void
myo_drawings_rest (MyoDrawings *self)
{
  g_return_if_fail (MYO_IS_DRAWINGS (self));

  myo_base_renderer_forget (self->base);
  myo_drawings_trim ();
}

gsize
myo_drawings_get_cost (MyoDrawings *self)
{
  gsize size;

  g_return_val_if_fail (MYO_IS_DRAWINGS (self), 0);

  size = myo_base_renderer_get_size (self->base);
  for (guint i = 0; i < MYO_N_VIEWS * MYO_N_LAYERS; i++)
    {
      MyoDrawingSlot *slot = &self->slots[i / MYO_N_LAYERS][i % MYO_N_LAYERS];
      const MyoDocument *document = g_atomic_pointer_get (&slot->document);
      const MyoPickMap *map = g_atomic_pointer_get (&slot->pick_map);

      size += document != NULL ? myo_document_get_size (document) : 0;
      size += map != NULL ? myo_pick_map_get_size (map) : 0;
    }
  return size;
}
