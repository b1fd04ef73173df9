/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "myo-pain-reading-private.h"

#include <glib/gi18n-lib.h>

#include "myo-pain-file.h"

typedef struct
{
  MyoAtlas *atlas;
  GFile    *file;            /* or NULL: */
  char     *texts[2];        /* the second may be NULL */
} Reading;

static void
reading_free (Reading *reading)
{
  g_object_unref (reading->atlas);
  g_clear_object (&reading->file);
  for (guint i = 0; i < G_N_ELEMENTS (reading->texts); i++)
    g_free (reading->texts[i]);
  g_free (reading);
}

/* @drawing: (transfer full) (nullable).  Returns: whether there is one */
static gboolean
keep (GPtrArray      *drawings,
      MyoPainDrawing *drawing)
{
  if (drawing != NULL)
    g_ptr_array_add (drawings, drawing);
  return drawing != NULL;
}

static gpointer
read_in_thread (gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  const Reading *reading = data;
  g_autoptr(GPtrArray) drawings = g_ptr_array_new_with_free_func (g_object_unref);

  if (reading->file != NULL && !keep (drawings, myo_pain_file_load (reading->file, reading->atlas, error)))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (reading->texts) && reading->texts[i] != NULL; i++)
    if (!keep (drawings, myo_pain_file_parse (reading->texts[i], -1, _("records"), reading->atlas, error)))
      return NULL;
  return g_steal_pointer (&drawings);
}

static void
send (gpointer        owner,
      GCancellable  **slot,
      Reading        *reading,
      MyoErrandDone   done)
{
  MyoErrand errand = { read_in_thread, reading, (GDestroyNotify) reading_free, done, (GDestroyNotify) g_ptr_array_unref };

  myo_errand_send (owner, slot, &errand);
}

void
myo_pain_reading_send_file (gpointer        owner,
                            GCancellable  **slot,
                            MyoAtlas       *atlas,
                            GFile          *file,
                            MyoErrandDone   done)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->atlas = g_object_ref (atlas);
  reading->file = g_object_ref (file);
  send (owner, slot, reading, done);
}

void
myo_pain_reading_send_texts (gpointer        owner,
                             GCancellable  **slot,
                             MyoAtlas       *atlas,
                             const char     *before,
                             const char     *after,
                             MyoErrandDone   done)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->atlas = g_object_ref (atlas);
  reading->texts[0] = g_strdup (before);
  reading->texts[1] = g_strdup (after);
  send (owner, slot, reading, done);
}
