/* The small entries of the atlas: what muscles refer to, and what is told beside them.
 *
 * Immutable once the atlas is loaded, like the muscles.  The atlas owns them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "myo-pain-drawing.h"

G_BEGIN_DECLS

typedef enum { MYO_FLAG_STOP, MYO_FLAG_PLACE, MYO_FLAG_CARE } MyoFlagLevel;

/** MyoRegion: a part of the skin, as pain is named by; @paired: there is one on each side; @inner: it lies over others */
typedef struct { char *id, *name; gboolean paired, inner; guint views; /* bit 1 << MyoView */ } MyoRegion;
/** MyoMethod: a way of treating; @grade: how certain it is that it helps, 'A', 'B' or 'C' */
typedef struct { char *id, *name, *summary, *feels, *good_for, *risk, *certainty; char grade; GPtrArray *evidence; } MyoMethod;
/** MyoTool: what one treats with: a thumb, a ball */
typedef struct { char *id, *name, *summary, *risk; } MyoTool;
/** MyoAsk: when a drawing brings a flag's question: a place is painted, or a quality is used; both when both are given */
typedef struct
{
  char      *region;           /* id, or NULL: any place */
  gboolean   one_side;         /* only when the other side is not painted */
  gboolean   has_quality;
  MyoQuality quality;
} MyoAsk;
/** MyoFlag: what must be asked before treating; @level: what a yes means */
typedef struct { char *id, *name, *question, *advice; MyoFlagLevel level; GPtrArray *asks; /* of MyoAsk */ } MyoFlag;
/** MyoCondition: a complaint, and the muscles that are often behind it */
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
/** MyoSource: what a statement rests on; @doi and @pmid may be %NULL */
typedef struct { char *id, *kind, *year, *doi, *pmid, *citation; } MyoSource;

/** myo_region_free, myo_method_free, myo_tool_free, myo_ask_free, myo_flag_free, myo_condition_free, myo_topic_free, myo_source_free,
 * myo_prevalence_free: frees @self, never %NULL, and all that it holds */
void myo_region_free     (MyoRegion *self);
void myo_method_free     (MyoMethod *self);
void myo_tool_free       (MyoTool *self);
void myo_ask_free        (MyoAsk *self);
void myo_flag_free       (MyoFlag *self);
void myo_condition_free  (MyoCondition *self);
void myo_topic_free      (MyoTopic *self);
void myo_source_free     (MyoSource *self);
void myo_prevalence_free (MyoPrevalence *self);

G_END_DECLS
