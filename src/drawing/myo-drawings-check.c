/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-drawings.h"

#include <glib/gi18n-lib.h>

#include "myo-document-private.h"
#include "myo-drawing-style.h"
#include "myo-error.h"
#include "myo-drawing-private.h"

/* Adds what is wrong to @faults; returns whether there was nothing. */
static gboolean
note (GPtrArray *faults,
      GError    *fault)
{
  if (fault == NULL)
    return TRUE;
  g_ptr_array_add (faults, fault);
  return FALSE;
}

/* The silhouette is what zones are cut to; a drawing of muscles or regions without any is of no use. */
static void
check_content (MyoDrawings       *self,
               const MyoDocument *document,
               MyoView            view,
               MyoLayer           layer,
               GPtrArray         *faults)
{
  GError *fault = NULL;

  if (layer == MYO_LAYER_SKIN)
    myo_drawings_get_outline (self, view, &fault);
  else if (myo_document_get_n_elements (document) == 0)
    myo_document_set_fault (&fault, MYO_ERROR_DRAWING, myo_document_get_name (document),
                            layer == MYO_LAYER_REGIONS ? _("it has no region") : _("it has no muscle"));
  note (faults, fault);
}

static void
check_one (MyoDrawings *self,
           MyoView      view,
           MyoLayer     layer,
           GPtrArray   *faults)
{
  GError *fault = NULL;
  const MyoDocument *document = myo_drawings_get_document (self, view, layer, &fault);
  g_autoptr (RsvgHandle) handle = NULL;
  gsize length;
  char *text;

  if (!note (faults, fault))
    return;
  text = myo_document_restyle (document, myo_drawing_style_get_base (MYO_PALETTE_LIGHT), &length);
  handle = myo_document_parse (document, text, length, &fault);
  if (!note (faults, fault))
    return;
  myo_document_check_paths (document, &fault);
  if (note (faults, fault))
    check_content (self, document, view, layer, faults);
}

GPtrArray *
myo_drawings_list_faults (MyoDrawings *self)
{
  GPtrArray *faults = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);

  g_return_val_if_fail (MYO_IS_DRAWINGS (self), faults);

  for (guint view = 0; view < MYO_N_VIEWS; view++)
    for (guint layer = 0; layer < MYO_N_LAYERS; layer++)
      check_one (self, (MyoView) view, (MyoLayer) layer, faults);
  return faults;
}

gboolean
myo_drawings_check (MyoDrawings  *self,
                    GError      **error)
{
  g_autoptr (GPtrArray) faults = myo_drawings_list_faults (self);

  if (faults->len > 0 && error != NULL)
    *error = g_error_copy (g_ptr_array_index (faults, 0));
  return faults->len == 0;
}
