/* Finds the tags of an SVG document and where they stand in its text.
 *
 * It makes no tree: the drawings are large, and all that is wanted is which piece of text is which muscle.  Whatever could make
 * a parser work without bound (a document type with entities) is refused.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum { MYO_SVG_TAG_OPEN, MYO_SVG_TAG_CLOSE, MYO_SVG_TAG_EMPTY } MyoSvgTagKind;

/** MyoSvgSpan: @length bytes of the scanned text (never copied, never NUL-terminated) */
typedef struct
{
  const char *start;
  gsize       length;
} MyoSvgSpan;

typedef struct
{
  MyoSvgTagKind kind;
  gsize         start, end;   /* of the whole tag, from < to behind > */
  MyoSvgSpan    name;
  MyoSvgSpan    attributes;
} MyoSvgTag;

typedef struct
{
  const char *text;
  gsize       length;
  gsize       position;
} MyoSvgScanner;

/** myo_svg_scanner_next: Returns: %TRUE with the next @tag; %FALSE at the end of the text or, with @error
 * (%MYO_ERROR_DRAWING), where it is not well formed.  Comments, text, CDATA and processing instructions are passed over */
gboolean myo_svg_scanner_next      (MyoSvgScanner *self, MyoSvgTag *tag, GError **error);

/** myo_svg_tag_get_attribute: Returns: whether @tag has the attribute @name; its @value as written, without the quotes */
gboolean myo_svg_tag_get_attribute (const MyoSvgTag *tag, const char *name, MyoSvgSpan *value);

/** myo_svg_tag_has_class: Returns: whether @name is one of the classes of @tag */
gboolean myo_svg_tag_has_class     (const MyoSvgTag *tag, const char *name);

/** myo_svg_span_equal: Returns: whether the span reads @text */
gboolean myo_svg_span_equal        (const MyoSvgSpan *self, const char *text);

G_END_DECLS
