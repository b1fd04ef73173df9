/* The inside of a document, shared by the file that reads it and the one that writes it out.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <librsvg/rsvg.h>

#include "myo-document.h"
#include "myo-svg-scanner.h"

G_BEGIN_DECLS

/* An element around others: its opening tag is needed when one of them is drawn alone (transform, class). */
typedef struct
{
  gsize      start, end;     /* the opening tag */
  MyoSvgSpan name;
  int        parent;         /* -1: the root */
} MyoContainer;

typedef struct { gsize start, end; } MyoTextRange;

struct _MyoDocument
{
  char         *name;
  MyoView       view;
  MyoLayer      layer;
  GBytes       *bytes;
  const char   *text;
  gsize         length;

  gsize         body_end;    /* where the root's closing tag begins */
  GArray       *elements;    /* of MyoElement */
  GArray       *containers;  /* of MyoContainer */
  GArray       *uses;        /* of MyoTextRange: the mirrored half, left out when written */
  GString      *style;       /* the drawing's own style sheets */
  GStringChunk *strings;
  GPtrArray    *ids;         /* of char*, ends in NULL */
  GHashTable   *index;       /* id → number + 1; every id of the file is a key, those that are no element have 0 */
};

/** myo_document_parse: Returns: (transfer full): @text (taken) as librsvg reads it, or %NULL with @error: a sentence with the file */
RsvgHandle *myo_document_parse (const MyoDocument *self, char *text, gsize length, GError **error);

G_END_DECLS
