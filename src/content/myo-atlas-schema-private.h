/* The RELAX NG grammar of the atlas, compiled.
 *
 * libxml2 judges whether a document is valid; why it is not is then told in plain words by myo-atlas-explain.c, which reads
 * the same grammar: libxml2 reports one fault of many, at the wrong element as often as not.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-atlas-document-private.h"

G_BEGIN_DECLS

typedef struct _MyoAtlasSchema MyoAtlasSchema;

/** myo_atlas_schema_new: Returns: (transfer full): the grammar compiled into the program */
MyoAtlasSchema *myo_atlas_schema_new   (void);
/** myo_atlas_schema_free: frees @self, never %NULL */
void            myo_atlas_schema_free  (MyoAtlasSchema *self);

/** myo_atlas_schema_check: @problems: gets every fault that can be explained
 * @verdicts: gets libxml2's own word on an invalid document, for when nothing else tells what is wrong with it */
void            myo_atlas_schema_check (MyoAtlasSchema *self, MyoAtlasDocument *document, GPtrArray *problems, GPtrArray *verdicts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MyoAtlasSchema, myo_atlas_schema_free)

G_END_DECLS
