/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-document-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "myo-error.h"
#include "myo-drawing-private.h"
#include "myo-path.h"

/* --- Text --- */

/* Text between two places, without the mirrored half. */
static void
append_range (const MyoDocument *self,
              GString           *out,
              gsize              from,
              gsize              to)
{
  for (guint i = 0; i < self->uses->len; i++)
    {
      const MyoTextRange *use = &g_array_index (self->uses, MyoTextRange, i);

      if (use->start >= from && use->end <= to)
        {
          g_string_append_len (out, self->text + from, (gssize) (use->start - from));
          from = use->end;
        }
    }
  g_string_append_len (out, self->text + from, (gssize) (to - from));
}

static void
append_style (GString    *out,
              const char *css,
              gssize      length)
{
  g_string_append (out, "<style>");
  g_string_append_len (out, css, length);
  g_string_append (out, "</style>");
}

static char *
finish (GString *out,
        gsize   *length)
{
  g_string_append (out, "</svg>");
  *length = out->len;
  return g_string_free (out, FALSE);
}

char *
myo_document_restyle (const MyoDocument *self,
                      const char        *css,
                      gsize             *length)
{
  GString *out = g_string_sized_new (self->length + strlen (css) + 64);

  append_range (self, out, 0, self->body_end);
  append_style (out, css, -1);
  return finish (out, length);
}

char *
myo_document_number (const MyoDocument *self,
                     const char        *css,
                     gsize             *length)
{
  GString *out = g_string_sized_new (self->length + strlen (css) + self->elements->len * 18 + 64);
  gsize from = 0;

  for (guint i = 0; i < self->elements->len; i++)
    {
      const MyoElement *element = myo_document_get_element (self, i);
      gsize name_end = element->start + 1 + strcspn (self->text + element->start + 1, " \t\r\n/>");

      append_range (self, out, from, name_end);
      g_string_append_printf (out, " color=\"#%06x\"", i + 1);
      from = name_end;
    }
  append_range (self, out, from, self->body_end);
  append_style (out, css, -1);
  return finish (out, length);
}

static void
append_containers (const MyoDocument *self,
                   GString           *out,
                   int                container)
{
  const MyoContainer *c;

  if (container < 0)
    return;
  c = &g_array_index (self->containers, MyoContainer, container);
  append_containers (self, out, c->parent);
  g_string_append_len (out, self->text + c->start, (gssize) (c->end - c->start));
}

static void
close_containers (const MyoDocument *self,
                  GString           *out,
                  int                container)
{
  while (container >= 0)
    {
      const MyoContainer *c = &g_array_index (self->containers, MyoContainer, container);

      g_string_append_printf (out, "</%.*s>", (int) c->name.length, c->name.start);
      container = c->parent;
    }
}

char *
myo_document_slice (const MyoDocument *self,
                    const MyoElement  *element,
                    const char        *css,
                    gsize             *length)
{
  GString *out = g_string_sized_new (element->end - element->start + self->style->len + strlen (css) + 512);
  double width, height;

  myo_view_get_size (self->view, &width, &height);
  g_string_append_printf (out, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\">",
                          (int) width, (int) height, (int) width, (int) height);
  append_style (out, self->style->str, (gssize) self->style->len);
  append_style (out, css, -1);
  append_containers (self, out, element->container);
  g_string_append_len (out, self->text + element->start, (gssize) (element->end - element->start));
  close_containers (self, out, element->container);
  return finish (out, length);
}

RsvgHandle *
myo_document_parse (const MyoDocument  *self,
                    char               *text,
                    gsize               length,
                    GError            **error)
{
  g_autofree char *owned = text;
  g_autoptr (GError) fault = NULL;
  RsvgHandle *handle = rsvg_handle_new_from_data ((const guint8 *) owned, length, &fault);

  /* libxml2 ends its messages in a line break. */
  if (handle == NULL)
    myo_document_set_fault (error, MYO_ERROR_DRAWING, self->name, g_strchomp (fault->message));
  return handle;
}

/* --- Geometry --- */

static gboolean
apply_transform (const MyoSvgTag  *tag,
                 cairo_t          *cr,
                 GError          **error)
{
  MyoSvgSpan value;

  if (!myo_svg_tag_get_attribute (tag, "transform", &value)
      || myo_path_apply_transform (cr, value.start, (gssize) value.length))
    return TRUE;
  g_set_error (error, MYO_ERROR, MYO_ERROR_DRAWING, _("the transform “%.*s” has a fault"),
               (int) MIN (value.length, 60), value.start);
  return FALSE;
}

/* A path as it stands in the element; what is neither path nor group is not for us to draw. */
static gboolean
visit_tag (const MyoSvgTag  *tag,
           cairo_t          *cr,
           MyoPathFunc       func,
           gpointer          user_data,
           GError          **error)
{
  MyoSvgSpan d;

  if (myo_svg_span_equal (&tag->name, "g") || myo_svg_span_equal (&tag->name, "title"))
    return TRUE;
  if (myo_svg_span_equal (&tag->name, "path") && myo_svg_tag_get_attribute (tag, "d", &d))
    return func (tag, &d, cr, user_data, error);
  g_set_error (error, MYO_ERROR, MYO_ERROR_DRAWING, _("it has a shape that is not a path"));
  return FALSE;
}

static gboolean
apply_containers (const MyoDocument  *self,
                  int                 container,
                  cairo_t            *cr,
                  GError            **error)
{
  const MyoContainer *c;
  MyoSvgScanner scanner;
  MyoSvgTag tag;

  if (container < 0)
    return TRUE;
  c = &g_array_index (self->containers, MyoContainer, container);
  scanner = (MyoSvgScanner) { self->text, c->end, c->start };
  return apply_containers (self, c->parent, cr, error)
         && myo_svg_scanner_next (&scanner, &tag, error)
         && apply_transform (&tag, cr, error);
}

/* Every tag of the element, its transforms nested by cairo's own stack; returns how many levels are still open. */
static int
visit_tags (const MyoDocument  *self,
            const MyoElement   *element,
            cairo_t            *cr,
            MyoPathFunc         func,
            gpointer            user_data,
            GError            **error)
{
  MyoSvgScanner scanner = { self->text, element->end, element->start };
  MyoSvgTag tag;
  int depth = 0;

  while (scanner.position < element->end && myo_svg_scanner_next (&scanner, &tag, error))
    {
      if (tag.kind == MYO_SVG_TAG_CLOSE)
        {
          cairo_restore (cr);
          depth--;
          continue;
        }
      cairo_save (cr);
      if (!apply_transform (&tag, cr, error) || !visit_tag (&tag, cr, func, user_data, error))
        return depth + 1;
      if (tag.kind == MYO_SVG_TAG_EMPTY)
        cairo_restore (cr);
      else
        depth++;
    }
  return depth;
}

gboolean
myo_document_foreach_path (const MyoDocument  *self,
                           const MyoElement   *element,
                           cairo_t            *cr,
                           MyoPathFunc         func,
                           gpointer            user_data,
                           GError            **error)
{
  g_autoptr (GError) fault = NULL;
  int open = 0;

  cairo_save (cr);
  if (apply_containers (self, element->container, cr, &fault))
    open = visit_tags (self, element, cr, func, user_data, &fault);
  while (open-- > 0)
    cairo_restore (cr);
  cairo_restore (cr);
  if (fault == NULL)
    return TRUE;
  myo_document_set_fault (error, fault->code, self->name, fault->message);
  return FALSE;
}

static gboolean
append_path (const MyoSvgTag   *tag,
             const MyoSvgSpan  *d,
             cairo_t           *cr,
             gpointer           user_data,
             GError           **error)
{
  return myo_path_append (cr, d->start, (gssize) d->length, error);
}

gboolean
myo_document_append_path (const MyoDocument  *self,
                          const MyoElement   *element,
                          cairo_t            *cr,
                          GError            **error)
{
  return myo_document_foreach_path (self, element, cr, append_path, NULL, error);
}

gboolean
myo_document_check_paths (const MyoDocument  *self,
                          GError            **error)
{
  g_autoptr (cairo_t) cr = myo_path_new_scratch ();
  MyoSvgScanner scanner = { self->text, self->length, 0 };
  g_autoptr (GError) fault = NULL;
  MyoSvgTag tag;
  MyoSvgSpan d;

  while (fault == NULL && myo_svg_scanner_next (&scanner, &tag, &fault))
    if (myo_svg_span_equal (&tag.name, "path") && myo_svg_tag_get_attribute (&tag, "d", &d))
      {
        cairo_new_path (cr);
        myo_path_append (cr, d.start, (gssize) d.length, &fault);
      }
  if (fault == NULL)
    return TRUE;
  myo_document_set_fault (error, MYO_ERROR_DRAWING, self->name, fault->message);
  return FALSE;
}
