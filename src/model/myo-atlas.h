/* The atlas: muscles by id, and what they refer to.
 *
 * An atlas is filled by src/content and immutable from then on.  It is a #GListModel of its muscles, sorted by name.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "myo-muscle.h"
#include "myo-pain-drawing.h"

G_BEGIN_DECLS

typedef enum { MYO_FLAG_STOP, MYO_FLAG_PLACE, MYO_FLAG_CARE } MyoFlagLevel;

typedef struct { char *id, *name; gboolean paired, inner; guint views; /* bit 1 << MyoView */ } MyoRegion;
typedef struct { char *id, *name, *summary, *feels, *good_for, *risk, *certainty; char grade; GPtrArray *evidence; } MyoMethod;
typedef struct { char *id, *name, *summary, *risk; } MyoTool;
/** MyoAsk: when a drawing brings a flag's question: a place is painted, or a quality is used; both when both are given */
typedef struct
{
  char      *region;           /* id, or NULL: any place */
  gboolean   one_side;         /* only when the other side is not painted */
  gboolean   has_quality;
  MyoQuality quality;
} MyoAsk;
typedef struct { char *id, *name, *question, *advice; MyoFlagLevel level; GPtrArray *asks; /* of MyoAsk */ } MyoFlag;
typedef struct
{
  char      *id, *name, *summary;
  GPtrArray *muscles, *other_causes, *see_doctor; /* of char* */
  GPtrArray *regions;          /* of char*: ids of the regions where it is felt */
} MyoCondition;
/** MyoPrevalence: how common trigger points of a muscle are as a cause of pain; its id is the muscle's */
typedef struct { char *id; int level; /* 1 rare … 5 among the most common */ GPtrArray *evidence; } MyoPrevalence;
/** MyoTopic: a chapter on trigger points in general, in short paragraphs; @position is set by the atlas */
typedef struct { char *id, *name; GPtrArray *texts /* of char* */, *evidence; guint position; } MyoTopic;
typedef struct { char *id, *kind, *year, *doi, *pmid, *citation; } MyoSource;

void myo_region_free    (MyoRegion *self);
void myo_method_free    (MyoMethod *self);
void myo_tool_free      (MyoTool *self);
void myo_flag_free      (MyoFlag *self);
void myo_condition_free (MyoCondition *self);
void myo_topic_free     (MyoTopic *self);
void myo_source_free    (MyoSource *self);
void myo_ask_free       (MyoAsk *self);
void myo_prevalence_free (MyoPrevalence *self);

#define MYO_TYPE_ATLAS (myo_atlas_get_type ())
G_DECLARE_FINAL_TYPE (MyoAtlas, myo_atlas, MYO, ATLAS, GObject)

MyoAtlas           *myo_atlas_new           (void);

/** myo_atlas_merge: adds everything in @other to @self; what has the id of something in @self replaces it.
 * @other is left empty. */
void                myo_atlas_merge         (MyoAtlas *self, MyoAtlas *other);

/* Each takes ownership and replaces what had that id. */
void                myo_atlas_add_muscle    (MyoAtlas *self, MyoMuscle *muscle);
void                myo_atlas_add_region    (MyoAtlas *self, MyoRegion *region);
void                myo_atlas_add_method    (MyoAtlas *self, MyoMethod *method);
void                myo_atlas_add_tool      (MyoAtlas *self, MyoTool *tool);
void                myo_atlas_add_flag      (MyoAtlas *self, MyoFlag *flag);
void                myo_atlas_add_condition (MyoAtlas *self, MyoCondition *condition);
void                myo_atlas_add_topic     (MyoAtlas *self, MyoTopic *topic);
void                myo_atlas_add_source    (MyoAtlas *self, MyoSource *source);
void                myo_atlas_add_prevalence (MyoAtlas *self, MyoPrevalence *prevalence);

/* Returns: (transfer none) (nullable): what has that id */
MyoMuscle          *myo_atlas_get_muscle    (MyoAtlas *self, const char *id);
const MyoRegion    *myo_atlas_get_region    (MyoAtlas *self, const char *id);
const MyoMethod    *myo_atlas_get_method    (MyoAtlas *self, const char *id);
const MyoTool      *myo_atlas_get_tool      (MyoAtlas *self, const char *id);
const MyoFlag      *myo_atlas_get_flag      (MyoAtlas *self, const char *id);
const MyoCondition *myo_atlas_get_condition (MyoAtlas *self, const char *id);
const MyoTopic     *myo_atlas_get_topic     (MyoAtlas *self, const char *id);
const MyoSource    *myo_atlas_get_source    (MyoAtlas *self, const char *id);

/** myo_atlas_get_prevalence: Returns: 1 (rare) … 5 (among the most common), 0 when the atlas does not say */
int                 myo_atlas_get_prevalence (MyoAtlas *self, const char *muscle);

/* Returns: (transfer none): arrays in the order of names, valid as long as the atlas */
GPtrArray          *myo_atlas_get_muscles    (MyoAtlas *self);   /* of MyoMuscle */
GPtrArray          *myo_atlas_get_regions    (MyoAtlas *self);   /* of MyoRegion */
GPtrArray          *myo_atlas_get_conditions (MyoAtlas *self);   /* of MyoCondition */
GPtrArray          *myo_atlas_get_flags      (MyoAtlas *self);   /* of MyoFlag */

/** myo_atlas_get_topics: Returns: (transfer none) (element-type MyoTopic): in the order in which they are to be read, which is
 * that of their files; one that was replaced keeps its place.  Valid as long as the atlas */
GPtrArray          *myo_atlas_get_topics     (MyoAtlas *self);

/** myo_atlas_get_version: Returns: a short fingerprint of the content that was loaded, stored with each session */
const char         *myo_atlas_get_version   (MyoAtlas *self);
void                myo_atlas_set_version   (MyoAtlas *self, const char *version);

/** myo_atlas_search: @text: what was typed; finds muscles by name, Latin name, region names of their zones and symptoms,
 * best first; empty text gives all by name.  Folded for case and accents, every word must occur (prefix of a word).
 * Returns: (transfer container): array of MyoMuscle */
GPtrArray          *myo_atlas_search        (MyoAtlas *self, const char *text);

G_END_DECLS
