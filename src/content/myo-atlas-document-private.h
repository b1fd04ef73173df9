/* One XML file, parsed: well formed, without a document type, of bounded size and depth.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

#define MYO_ATLAS_NAMESPACE "https://myomap.github.io/ns/atlas/1"
/* One file: thirty times the largest of the built-in atlas */
#define MYO_ATLAS_MAX_BYTES    (4 * 1024 * 1024)
#define MYO_ATLAS_MAX_ELEMENTS 40000
#define MYO_ATLAS_MAX_TEXT     (16 * 1024)

typedef struct
{
  char   *name;              /* what to call it in errors */
  xmlDoc *xml;
} MyoAtlasDocument;

/** myo_atlas_document_parse: nothing is fetched and no entity is expanded: a file that declares any is refused.
 * @problems: gets the first fault
 * Returns: (transfer full) (nullable) */
MyoAtlasDocument *myo_atlas_document_parse    (GBytes *bytes, const char *name, GPtrArray *problems);
/** myo_atlas_document_free: frees @self, never %NULL, and its XML */
void              myo_atlas_document_free     (MyoAtlasDocument *self);
/** myo_atlas_document_get_root: Returns: (transfer none): never %NULL */
xmlNode          *myo_atlas_document_get_root (MyoAtlasDocument *self);

/** myo_atlas_element_is: Returns: whether @node is the element @name of an atlas */
gboolean          myo_atlas_element_is        (const xmlNode *node, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MyoAtlasDocument, myo_atlas_document_free)

G_END_DECLS
