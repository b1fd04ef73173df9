/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-pain-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "myo-error.h"
#include "myo-meter.h"
#include "myo-pain-format-private.h"
#include "myo-pain-places-private.h"
#include "myo-pain-reader-private.h"
#include "myo-private-file.h"
#include "myo-xml-intake-private.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

/* --- Reading --- */

/* An element is a stroke or a region, a text the places of a stroke. */
static const MyoXmlLimits limits = {
  .max_bytes = MYO_PAIN_FILE_MAX_SIZE,
  .max_elements = MYO_DRAWING_MAX_STROKES + 2,
  .max_text = 1024 * 1024,
};

MyoPainDrawing *
myo_pain_file_parse (const char  *text,
                     gssize       length,
                     const char  *name,
                     MyoAtlas    *atlas,
                     GError     **error)
{
  g_auto(MyoXmlFault) fault = { 0, NULL };
  g_autoptr(xmlDoc) xml = NULL;
  MyoPainDrawing *drawing;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  xml = myo_xml_read (text, length < 0 ? strlen (text) : (gsize) length, name, MYO_PAIN_ROOT, &limits, &fault);
  drawing = xml != NULL ? myo_pain_reader_read (xml, atlas, &fault) : NULL;
  if (drawing == NULL)
    g_set_error (error, MYO_ERROR, MYO_ERROR_PAIN_DRAWING, "%s:%d: %s", name, fault.line, fault.reason);
  return drawing;
}

MyoPainDrawing *
myo_pain_file_load (GFile     *file,
                    MyoAtlas  *atlas,
                    GError   **error)
{
  g_autoptr(GError) fault = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *name = NULL;
  const char *text;
  gsize length;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  name = myo_xml_get_display_name (file);
  bytes = myo_xml_load_bytes (file, MYO_PAIN_FILE_MAX_SIZE, &fault);
  if (bytes == NULL)
    {
      g_autofree char *reason = g_strdup_printf (_("The file cannot be read: %s."), fault->message);

      g_set_error (error, MYO_ERROR, MYO_ERROR_PAIN_DRAWING, "%s:0: %s", name, reason);
      return NULL;
    }
  text = g_bytes_get_data (bytes, &length);
  return myo_pain_file_parse (text != NULL ? text : "", (gssize) length, name, atlas, error);
}

/* --- Writing --- */

static void
append_attributes (GString         *out,
                   const MyoStroke *stroke)
{
  if (stroke->side != MYO_SIDE_MIDDLE)
    g_string_append_printf (out, " side=\"%s\"", myo_side_get_nick (stroke->side));
  if (stroke->tool == MYO_STROKE_BRUSH)
    g_string_append_printf (out, " intensity=\"%d\" quality=\"%s\"", stroke->intensity, myo_quality_get_nick (stroke->quality));
}

static void
append_stroke (GString         *out,
               const MyoStroke *stroke)
{
  const char *name = stroke->tool == MYO_STROKE_BRUSH ? "stroke" : "erase";

  g_string_append_printf (out, "  <%s view=\"%s\"", name, myo_view_get_nick (stroke->view));
  append_attributes (out, stroke);
  g_string_append_c (out, '>');
  myo_pain_places_append (out, stroke);
  g_string_append_printf (out, "</%s>\n", name);
}

static void
append_region (GString         *out,
               const MyoStroke *stroke)
{
  g_autofree char *id = g_markup_escape_text (stroke->region, -1);

  g_string_append_printf (out, "  <%s ref=\"%s\"", stroke->tool == MYO_STROKE_BRUSH ? "region" : "erase-region", id);
  append_attributes (out, stroke);
  g_string_append (out, "/>\n");
}

char *
myo_pain_file_format (MyoPainDrawing *drawing)
{
  GPtrArray *strokes;
  GString *out;

  g_return_val_if_fail (MYO_IS_PAIN_DRAWING (drawing), NULL);

  strokes = myo_pain_drawing_get_strokes (drawing);
  out = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                      "<" MYO_PAIN_ROOT " xmlns=\"" MYO_PAIN_NAMESPACE "\" version=\"" MYO_PAIN_VERSION "\">\n");
  for (guint i = 0; i < strokes->len; i++)
    {
      const MyoStroke *stroke = g_ptr_array_index (strokes, i);

      if (stroke->region != NULL)
        append_region (out, stroke);
      else
        append_stroke (out, stroke);
    }
  g_string_append (out, "</" MYO_PAIN_ROOT ">\n");
  myo_meter_add (2 * out->len);
  return g_string_free (out, FALSE);
}

gboolean
myo_pain_file_save (MyoPainDrawing  *drawing,
                    GFile           *file,
                    GError         **error)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (MYO_IS_PAIN_DRAWING (drawing), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  text = myo_pain_file_format (drawing);
  return myo_private_file_write (file, text, strlen (text), error);
}
