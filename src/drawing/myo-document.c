/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-document-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "myo-error.h"
#include "myo-drawing-private.h"

/* No drawing of ours nests deeper; a parser that recurses must not be led further. */
#define MAX_DEPTH 64
#define MAX_ID    128

/* While reading: an element that is still open. */
typedef struct
{
  MyoSvgSpan name;
  gsize      content;        /* where its content begins */
  int        element;        /* its number when it is a muscle or region, else -1 */
} Open;

typedef struct
{
  MyoDocument *doc;
  GArray      *stack;        /* of Open */
  int          container;    /* the innermost container that is open */
  guint        inner;        /* depth of the group `inner`, 0 outside */
  guint        within;       /* how many elements of interest are open: what is in them is theirs */
  gboolean     closed;       /* the root is closed */
} Reading;

void
myo_document_set_fault (GError     **error,
                        int          code,
                        const char  *name,
                        const char  *reason)
{
  g_set_error (error, MYO_ERROR, code,
               /* Translators: the file's name and why, e.g. “back-skin.svg cannot be used: it is empty.” */
               _("%s cannot be used: %s."), name, reason);
}

static gboolean
fail (GError     **error,
      const char  *reason)
{
  g_set_error_literal (error, MYO_ERROR, MYO_ERROR_DRAWING, reason);
  return FALSE;
}

/* --- Which tags matter --- */

static gboolean
is_shape (const MyoSvgTag *tag)
{
  static const char * const shapes[] = { "path", "polygon", "ellipse", "circle", "rect" };

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    if (myo_svg_span_equal (&tag->name, shapes[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_wanted (const Reading   *r,
           const MyoSvgTag *tag,
           const char      *id)
{
  if (r->within > 0)
    return FALSE;
  switch (r->doc->layer)
    {
    case MYO_LAYER_SKIN:
      return strcmp (id, "outline") == 0;
    case MYO_LAYER_REGIONS:
      return myo_svg_tag_has_class (tag, "region") || (is_shape (tag) && !myo_svg_tag_has_class (tag, "line"));
    case MYO_LAYER_SURFACE:
    case MYO_LAYER_DEEP:
    default:
      return myo_svg_tag_has_class (tag, "muscle") || myo_svg_tag_has_class (tag, "belly");
    }
}

/* --- Reading --- */

static int
add_element (Reading         *r,
             const MyoSvgTag *tag,
             const char      *id)
{
  MyoDocument *doc = r->doc;
  MyoElement element = { id, tag->start, tag->end, r->container, r->inner > 0 };

  g_array_append_val (doc->elements, element);
  g_ptr_array_add (doc->ids, (char *) id);
  g_hash_table_insert (doc->index, (char *) id, GUINT_TO_POINTER (doc->elements->len));
  return (int) doc->elements->len - 1;
}

/* What is named in errors has to be readable there. */
static gboolean
is_id (const MyoSvgSpan *value)
{
  for (gsize i = 0; i < value->length; i++)
    if ((guchar) value->start[i] <= ' ' || value->start[i] == '<')
      return FALSE;
  return value->length > 0 && value->length <= MAX_ID;
}

/* Returns the number of the element that @tag begins, or -1. */
static int
read_id (Reading          *r,
         const MyoSvgTag  *tag,
         GError          **error)
{
  MyoSvgSpan value;
  const char *id;

  if (!myo_svg_tag_get_attribute (tag, "id", &value))
    return -1;
  if (!is_id (&value))
    {
      fail (error, _("an id is no single word"));
      return -1;
    }
  id = g_string_chunk_insert_len (r->doc->strings, value.start, (gssize) value.length);
  if (g_hash_table_contains (r->doc->index, id))
    {
      g_set_error (error, MYO_ERROR, MYO_ERROR_DRAWING, _("the id “%s” occurs twice"), id);
      return -1;
    }
  g_hash_table_insert (r->doc->index, (char *) id, GUINT_TO_POINTER (0));
  return is_wanted (r, tag, id) ? add_element (r, tag, id) : -1;
}

static void
open_container (Reading         *r,
                const MyoSvgTag *tag)
{
  MyoContainer container = { tag->start, tag->end, tag->name, r->container };
  MyoSvgSpan id;

  g_array_append_val (r->doc->containers, container);
  r->container = (int) r->doc->containers->len - 1;
  if (r->inner == 0 && myo_svg_tag_get_attribute (tag, "id", &id) && myo_svg_span_equal (&id, "inner"))
    r->inner = r->stack->len;
}

static gboolean
read_open (Reading          *r,
           const MyoSvgTag  *tag,
           GError          **error)
{
  g_autoptr (GError) fault = NULL;
  Open open = { tag->name, tag->end, read_id (r, tag, &fault) };

  if (fault != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
  if (tag->kind == MYO_SVG_TAG_EMPTY)
    return TRUE;
  if (r->stack->len >= MAX_DEPTH)
    return fail (error, _("its elements are nested too deeply"));
  if (open.element >= 0)
    r->within++;
  else if (r->within == 0 && r->stack->len > 0)
    open_container (r, tag);
  g_array_append_val (r->stack, open);
  return TRUE;
}

static void
close_container (Reading *r)
{
  r->container = g_array_index (r->doc->containers, MyoContainer, r->container).parent;
  if (r->inner >= r->stack->len)
    r->inner = 0;
}

static void
close_element (Reading         *r,
               const Open      *open,
               const MyoSvgTag *tag)
{
  if (open->element >= 0)
    {
      g_array_index (r->doc->elements, MyoElement, open->element).end = tag->end;
      r->within--;
    }
  else if (r->within == 0 && r->stack->len > 0)
    close_container (r);
  if (r->stack->len == 0)
    {
      r->closed = TRUE;
      r->doc->body_end = tag->start;
    }
}

static gboolean
read_close (Reading          *r,
            const MyoSvgTag  *tag,
            GError          **error)
{
  Open open;

  if (r->stack->len == 0)
    return fail (error, _("its tags do not match"));
  open = g_array_index (r->stack, Open, r->stack->len - 1);
  if (open.name.length != tag->name.length || memcmp (open.name.start, tag->name.start, tag->name.length) != 0)
    return fail (error, _("its tags do not match"));
  if (myo_svg_span_equal (&tag->name, "style"))
    g_string_append_len (r->doc->style, r->doc->text + open.content, (gssize) (tag->start - open.content));
  g_array_set_size (r->stack, r->stack->len - 1);
  close_element (r, &open, tag);
  return TRUE;
}

/* Coordinates are a contract: a drawing of another size would lie beside all others. */
static gboolean
check_root (const Reading    *r,
            const MyoSvgTag  *tag,
            GError          **error)
{
  g_autofree char *wanted = NULL;
  double width, height;
  MyoSvgSpan box, space;

  if (!myo_svg_span_equal (&tag->name, "svg") || !myo_svg_tag_get_attribute (tag, "xmlns", &space)
      || !myo_svg_span_equal (&space, "http://www.w3.org/2000/svg"))
    return fail (error, _("it is not an SVG drawing"));
  myo_view_get_size (r->doc->view, &width, &height);
  wanted = g_strdup_printf ("0 0 %d %d", (int) width, (int) height);
  if (myo_svg_tag_get_attribute (tag, "viewBox", &box) && myo_svg_span_equal (&box, wanted))
    return TRUE;
  g_set_error (error, MYO_ERROR, MYO_ERROR_DRAWING, _("its viewBox is not “%s”"), wanted);
  return FALSE;
}

static gboolean
read_one (Reading          *r,
          const MyoSvgTag  *tag,
          GError          **error)
{
  if (r->closed)
    return fail (error, _("something follows its end"));
  if (r->stack->len == 0 && !check_root (r, tag, error))
    return FALSE;
  if (tag->kind == MYO_SVG_TAG_CLOSE)
    return read_close (r, tag, error);
  if (tag->kind == MYO_SVG_TAG_EMPTY && myo_view_is_mirrored (r->doc->view) && myo_svg_span_equal (&tag->name, "use"))
    g_array_append_val (r->doc->uses, ((MyoTextRange) { tag->start, tag->end }));
  return read_open (r, tag, error);
}

static gboolean
read_tags (MyoDocument  *doc,
           GError      **error)
{
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (Open));
  MyoSvgScanner scanner = { doc->text, doc->length, 0 };
  Reading r = { .doc = doc, .stack = stack, .container = -1 };
  g_autoptr (GError) fault = NULL;
  MyoSvgTag tag;

  while (myo_svg_scanner_next (&scanner, &tag, &fault))
    if (!read_one (&r, &tag, error))
      return FALSE;
  if (fault != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
  if (!r.closed)
    return fail (error, stack->len > 0 ? _("it ends in the middle") : _("it is not an SVG drawing"));
  g_ptr_array_add (doc->ids, NULL);
  return TRUE;
}

static gboolean
check_bytes (const MyoDocument  *doc,
             GError            **error)
{
  if (doc->length == 0)
    return fail (error, _("it is empty"));
  if (doc->length > 2 && (guchar) doc->text[0] == 0x1f && (guchar) doc->text[1] == 0x8b)
    return fail (error, _("it is compressed; it has to be plain SVG"));
  if (!g_utf8_validate_len (doc->text, doc->length, NULL))
    return fail (error, _("it is not UTF-8 text"));
  return TRUE;
}

static MyoDocument *
allocate (GBytes     *bytes,
          const char *name,
          MyoView     view,
          MyoLayer    layer)
{
  MyoDocument *self = g_new0 (MyoDocument, 1);

  self->name = g_strdup (name);
  self->view = view;
  self->layer = layer;
  self->bytes = g_bytes_ref (bytes);
  self->text = g_bytes_get_data (bytes, &self->length);
  self->elements = g_array_new (FALSE, FALSE, sizeof (MyoElement));
  self->containers = g_array_new (FALSE, FALSE, sizeof (MyoContainer));
  self->uses = g_array_new (FALSE, FALSE, sizeof (MyoTextRange));
  self->style = g_string_new (NULL);
  self->strings = g_string_chunk_new (1024);
  self->ids = g_ptr_array_new ();
  self->index = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

/* --- Public --- */

MyoDocument *
myo_document_new (GBytes      *bytes,
                  const char  *name,
                  MyoView      view,
                  MyoLayer     layer,
                  GError     **error)
{
  g_autoptr (MyoDocument) self = NULL;
  g_autoptr (GError) fault = NULL;

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

  self = allocate (bytes, name, view, layer);
  if (self->length > MYO_DRAWING_MAX_BYTES)
    {
      myo_document_set_fault (error, MYO_ERROR_TOO_LARGE, name, _("it is larger than 8 MiB"));
      return NULL;
    }
  if (check_bytes (self, &fault) && read_tags (self, &fault))
    return g_steal_pointer (&self);
  myo_document_set_fault (error, MYO_ERROR_DRAWING, name, fault->message);
  return NULL;
}

void
myo_document_free (MyoDocument *self)
{
  g_free (self->name);
  g_array_unref (self->elements);
  g_array_unref (self->containers);
  g_array_unref (self->uses);
  g_string_free (self->style, TRUE);
  g_string_chunk_free (self->strings);
  g_ptr_array_unref (self->ids);
  g_hash_table_unref (self->index);
  g_bytes_unref (self->bytes);
  g_free (self);
}

const char *
myo_document_get_name (const MyoDocument *self)
{
  return self->name;
}

MyoView
myo_document_get_view (const MyoDocument *self)
{
  return self->view;
}

gsize
myo_document_get_size (const MyoDocument *self)
{
  return self->length + self->elements->len * (sizeof (MyoElement) + 48) + self->containers->len * sizeof (MyoContainer);
}

guint
myo_document_get_n_elements (const MyoDocument *self)
{
  return self->elements->len;
}

const MyoElement *
myo_document_get_element (const MyoDocument *self,
                          guint              i)
{
  g_return_val_if_fail (i < self->elements->len, NULL);

  return &g_array_index (self->elements, MyoElement, i);
}

const MyoElement *
myo_document_find (const MyoDocument *self,
                   const char        *id)
{
  guint i = GPOINTER_TO_UINT (g_hash_table_lookup (self->index, id));

  return i > 0 ? myo_document_get_element (self, i - 1) : NULL;
}

const char * const *
myo_document_list_ids (const MyoDocument *self)
{
  return (const char * const *) self->ids->pdata;
}
