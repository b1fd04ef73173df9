/* One drawing as text, and which piece of it is which muscle, region or silhouette.
 *
 * A document is immutable once made and may be read from any thread.  It can be written out again in three ways: the right
 * half of the whole drawing in another style, one element alone, and every element in a colour that is its number.
 *
 * Style sheets: librsvg gives a sheet set through its interface the origin "user", so that the drawing's own rules would
 * win over it.  So a sheet is written into the text, behind the drawing's own one: what it does not name keeps the look
 * that the drawing gives it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "myo-body.h"
#include "myo-svg-scanner.h"

G_BEGIN_DECLS

typedef struct _MyoDocument MyoDocument;

/** MyoElement: a muscle (surface, deep), region (regions) or the silhouette (skin) */
typedef struct
{
  const char *id;            /* interned in the document */
  gsize       start, end;    /* bytes in the text */
  int         container;     /* the element around it, -1: none; see myo_document_slice() */
  gboolean    inner;         /* a region in the group `inner` */
} MyoElement;

/** myo_document_new: reads @bytes as the drawing of @view and @layer.
 * @name: the file's name, for errors
 * Returns: (transfer full): the document, or %NULL with @error: a sentence with the file and the reason */
MyoDocument      *myo_document_new          (GBytes *bytes, const char *name, MyoView view, MyoLayer layer, GError **error);
/** myo_document_free: what it gave out, ids too, goes with it */
void              myo_document_free         (MyoDocument *self);

/** myo_document_get_name: Returns: (transfer none): the file's name, for errors */
const char       *myo_document_get_name     (const MyoDocument *self);
/** myo_document_get_view: Returns: the view that it is a drawing of */
MyoView           myo_document_get_view     (const MyoDocument *self);
/** myo_document_get_size: Returns: bytes of text kept */
gsize             myo_document_get_size     (const MyoDocument *self);
/** myo_document_get_n_elements: Returns: how many muscles, regions or silhouettes it has */
guint             myo_document_get_n_elements (const MyoDocument *self);
/** myo_document_get_element: @i: below myo_document_get_n_elements(), in the order of painting.  Returns: (transfer none) */
const MyoElement *myo_document_get_element  (const MyoDocument *self, guint i);
/** myo_document_find: Returns: (nullable): the element with that id */
const MyoElement *myo_document_find         (const MyoDocument *self, const char *id);
/** myo_document_list_ids: Returns: (transfer none) (array zero-terminated=1): in the order of painting */
const char * const *myo_document_list_ids   (const MyoDocument *self);

/** myo_document_restyle: Returns: (transfer full): the right half of the drawing with @css behind its own style */
char             *myo_document_restyle      (const MyoDocument *self, const char *css, gsize *length);
/** myo_document_slice: Returns: (transfer full): a small document with that element alone, in its place, with @css behind its style */
char             *myo_document_slice        (const MyoDocument *self, const MyoElement *element, const char *css, gsize *length);
/** myo_document_number: Returns: (transfer full): the right half, each element with its number + 1 as the CSS property `color` */
char             *myo_document_number       (const MyoDocument *self, const char *css, gsize *length);

/** MyoPathFunc: gets one path of an element: its @tag, its data @d, and @cr with the transforms that hold for it.
 * Returns: %FALSE with @error to end the walk */
typedef gboolean (*MyoPathFunc) (const MyoSvgTag *tag, const MyoSvgSpan *d, cairo_t *cr, gpointer user_data, GError **error);

/** myo_document_foreach_path: calls @func for each path of @element in the order of painting; @cr is in mm.
 * Returns: %FALSE with @error (a sentence) when @func failed, a transform is faulty or there is a shape that is no path */
gboolean          myo_document_foreach_path (const MyoDocument *self, const MyoElement *element, cairo_t *cr,
                                             MyoPathFunc func, gpointer user_data, GError **error);

/** myo_document_append_path: adds the geometry of all paths of @element to the current path of @cr, in mm; strokes have no width.
 * Returns: %FALSE with @error when its path data or transforms are faulty */
gboolean          myo_document_append_path  (const MyoDocument *self, const MyoElement *element, cairo_t *cr, GError **error);

/** myo_document_check_paths: Returns: %FALSE with @error for the first path data in the drawing that is faulty */
gboolean          myo_document_check_paths  (const MyoDocument *self, GError **error);

/** myo_document_set_fault: makes @error a sentence about the file @name for the reason given */
void              myo_document_set_fault    (GError **error, int code, const char *name, const char *reason);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MyoDocument, myo_document_free)

G_END_DECLS
