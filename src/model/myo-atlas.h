/* The atlas: muscles by id, and what they refer to.
 *
 * An atlas is filled by src/content and immutable from then on.  It is a #GListModel of its muscles, sorted by name.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "myo-atlas-entries.h"
#include "myo-muscle.h"

G_BEGIN_DECLS

#define MYO_TYPE_ATLAS (myo_atlas_get_type ())
G_DECLARE_FINAL_TYPE (MyoAtlas, myo_atlas, MYO, ATLAS, GObject)

/** myo_atlas_new: Returns: (transfer full): an empty atlas, for the reader to fill */
MyoAtlas           *myo_atlas_new           (void);

/** myo_atlas_merge: adds everything in @other to @self; what has the id of something in @self replaces it.
 * @other is left empty. */
void                myo_atlas_merge         (MyoAtlas *self, MyoAtlas *other);

/** myo_atlas_add_muscle, myo_atlas_add_region, myo_atlas_add_method, myo_atlas_add_tool, myo_atlas_add_flag, myo_atlas_add_condition,
 * myo_atlas_add_topic, myo_atlas_add_source, myo_atlas_add_prevalence: the second argument: (transfer full): has an id and replaces
 * what had that id; a topic then keeps the place of the one it replaces */
void                myo_atlas_add_muscle    (MyoAtlas *self, MyoMuscle *muscle);
void                myo_atlas_add_region    (MyoAtlas *self, MyoRegion *region);
void                myo_atlas_add_method    (MyoAtlas *self, MyoMethod *method);
void                myo_atlas_add_tool      (MyoAtlas *self, MyoTool *tool);
void                myo_atlas_add_flag      (MyoAtlas *self, MyoFlag *flag);
void                myo_atlas_add_condition (MyoAtlas *self, MyoCondition *condition);
void                myo_atlas_add_topic     (MyoAtlas *self, MyoTopic *topic);
void                myo_atlas_add_source    (MyoAtlas *self, MyoSource *source);
void                myo_atlas_add_prevalence (MyoAtlas *self, MyoPrevalence *prevalence);

/** myo_atlas_get_muscle, myo_atlas_get_region, myo_atlas_get_method, myo_atlas_get_tool, myo_atlas_get_flag, myo_atlas_get_condition,
 * myo_atlas_get_topic, myo_atlas_get_source: @id: (nullable)
 * Returns: (transfer none) (nullable): what has that id */
MyoMuscle          *myo_atlas_get_muscle    (MyoAtlas *self, const char *id);
const MyoRegion    *myo_atlas_get_region    (MyoAtlas *self, const char *id);
const MyoMethod    *myo_atlas_get_method    (MyoAtlas *self, const char *id);
const MyoTool      *myo_atlas_get_tool      (MyoAtlas *self, const char *id);
const MyoFlag      *myo_atlas_get_flag      (MyoAtlas *self, const char *id);
const MyoCondition *myo_atlas_get_condition (MyoAtlas *self, const char *id);
const MyoTopic     *myo_atlas_get_topic     (MyoAtlas *self, const char *id);
const MyoSource    *myo_atlas_get_source    (MyoAtlas *self, const char *id);

/** myo_atlas_get_prevalence: @muscle: (nullable): id.  Returns: 1 (rare) … 5 (among the most common), 0 when the atlas does not say */
int                 myo_atlas_get_prevalence (MyoAtlas *self, const char *muscle);

/** myo_atlas_get_muscles, myo_atlas_get_regions, myo_atlas_get_conditions, myo_atlas_get_flags: Returns: (transfer none): in the order
 * of names, as the locale sorts them; valid as long as the atlas */
GPtrArray          *myo_atlas_get_muscles    (MyoAtlas *self);   /* of MyoMuscle */
GPtrArray          *myo_atlas_get_regions    (MyoAtlas *self);   /* of MyoRegion */
GPtrArray          *myo_atlas_get_conditions (MyoAtlas *self);   /* of MyoCondition */
GPtrArray          *myo_atlas_get_flags      (MyoAtlas *self);   /* of MyoFlag */

/** myo_atlas_get_topics: Returns: (transfer none) (element-type MyoTopic): in the order in which they are to be read, which is
 * that of their files; one that was replaced keeps its place.  Valid as long as the atlas */
GPtrArray          *myo_atlas_get_topics     (MyoAtlas *self);

/** myo_atlas_get_version: Returns: (transfer none): a short fingerprint of the content that was loaded, stored with each session */
const char         *myo_atlas_get_version   (MyoAtlas *self);
/** myo_atlas_set_version: for the reader, which knows the content */
void                myo_atlas_set_version   (MyoAtlas *self, const char *version);

/** myo_atlas_prepare: makes the orders and the index of the search, which else are made when they are asked for first; for the thread that fills
 * a large atlas, before others see it */
void                myo_atlas_prepare       (MyoAtlas *self);

/** myo_atlas_search: @text: what was typed; finds muscles by name, Latin name, region names of their zones and symptoms,
 * best first; empty text gives all by name.  Folded for case and accents, every word must occur (prefix of a word).
 * Returns: (transfer container): array of MyoMuscle */
GPtrArray          *myo_atlas_search        (MyoAtlas *self, const char *text);

G_END_DECLS
