/* Every id that references of some documents may name: their own and those of the atlas they build upon.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-atlas-document-private.h"
#include "myo-atlas.h"

G_BEGIN_DECLS

typedef enum
{
  MYO_ID_MUSCLE, MYO_ID_REGION, MYO_ID_METHOD, MYO_ID_TOOL, MYO_ID_FLAG, MYO_ID_CONDITION, MYO_ID_TOPIC, MYO_ID_SOURCE,
  MYO_ID_PREVALENCE, MYO_ID_POINT, MYO_ID_TECHNIQUE,
} MyoIdKind;
#define MYO_N_ID_KINDS 11

typedef struct _MyoAtlasIds MyoAtlasIds;

/** myo_atlas_ids_new: @documents: (element-type MyoAtlasDocument): outlive the result; @base: (nullable)
 * @problems: gets ids that are there twice, and points and techniques that are those of another muscle in @base */
MyoAtlasIds *myo_atlas_ids_new         (GPtrArray *documents, MyoAtlas *base, GPtrArray *problems);
/** myo_atlas_ids_free: frees @self, never %NULL */
void         myo_atlas_ids_free        (MyoAtlasIds *self);

/** myo_atlas_ids_has: Returns: whether an entry of @kind has that id: one of the documents, or of @base unless it is a point or technique */
gboolean     myo_atlas_ids_has         (MyoAtlasIds *self, MyoIdKind kind, const char *id);

/** myo_atlas_ids_is_muscle: Returns: whether @id is one of the body's muscles, with an entry or without */
gboolean     myo_atlas_ids_is_muscle   (MyoAtlasIds *self, const char *id);

/** myo_atlas_ids_get_region: @views: (out): bits 1 << MyoView; @paired: (out)
 * Returns: whether there is such a region */
gboolean     myo_atlas_ids_get_region  (MyoAtlasIds *self, const char *id, guint *views, gboolean *paired);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MyoAtlasIds, myo_atlas_ids_free)

G_END_DECLS
