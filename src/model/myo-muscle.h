/* What the atlas says of one muscle.
 *
 * All of these are immutable once the atlas is loaded and may be read from any thread: fields are read, never written.
 * Strings are in the language of the locale.  A #MyoMuscle owns everything below it; keep a reference to the muscle for as
 * long as you look at its parts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "myo-body.h"

G_BEGIN_DECLS

typedef enum { MYO_DEPTH_SUPERFICIAL, MYO_DEPTH_INTERMEDIATE, MYO_DEPTH_DEEP } MyoDepth;
typedef enum { MYO_SELF_CARE_YES, MYO_SELF_CARE_WITH_CARE, MYO_SELF_CARE_PROFESSIONAL } MyoSelfCare;
typedef enum { MYO_ZONE_PRIMARY, MYO_ZONE_SPILLOVER } MyoZoneKind;
typedef enum { MYO_ZONE_SAME, MYO_ZONE_OPPOSITE, MYO_ZONE_BOTH, MYO_ZONE_MIDDLE } MyoZoneSide;
typedef enum { MYO_RELATED_SYNERGIST, MYO_RELATED_ANTAGONIST, MYO_RELATED_SATELLITE } MyoRelatedKind;
typedef enum { MYO_CAUTION_AVOID, MYO_CAUTION_CARE } MyoCautionKind;
typedef enum { MYO_FOR_SELF, MYO_FOR_PRACTITIONER } MyoAudience;
typedef enum
{
  MYO_STEP_PREPARE, MYO_STEP_LOCATE, MYO_STEP_PRESS, MYO_STEP_STROKE, MYO_STEP_SQUEEZE,
  MYO_STEP_STRETCH, MYO_STEP_BREATHE, MYO_STEP_REST, MYO_STEP_CHECK, MYO_STEP_AFTER,
} MyoStepKind;
typedef enum { MYO_TEMPO_NONE, MYO_TEMPO_SLOW, MYO_TEMPO_MEDIUM, MYO_TEMPO_FAST, MYO_TEMPO_SLOW_FAST } MyoTempo;

/** MyoSpot: a place on the right side of the body, mm */
typedef struct
{
  MyoView view;
  double  x, y;
} MyoSpot;

/** MyoArea: SVG path data in mm, drawn on the right half; @brush > 0: a stroke that wide (mm), else filled */
typedef struct
{
  MyoView view;
  char   *path;
  double  brush;
} MyoArea;

typedef struct
{
  char       *region;        /* id of a region */
  MyoZoneKind kind;
  MyoZoneSide side;
  GPtrArray  *areas;         /* of MyoArea */
} MyoZone;

typedef struct
{
  char *source;              /* id of a source */
  char *at;                  /* place in it, may be "" */
  char *note;                /* or NULL */
  char  grade;               /* 'A', 'B' or 'C' */
} MyoEvidence;

typedef struct
{
  char      *id;
  char      *label;          /* "TrP1" */
  char      *find;
  GPtrArray *spots;          /* of MyoSpot */
  GPtrArray *zones;          /* of MyoZone, primary ones first */
  GPtrArray *evidence;       /* of MyoEvidence */
} MyoTriggerPoint;

typedef struct
{
  MyoCautionKind kind;
  char          *flag;       /* id of a screening flag, or NULL */
  char          *text;
} MyoCaution;

typedef struct
{
  MyoRelatedKind kind;
  char          *muscle;     /* id; the atlas need not have an entry for it */
} MyoRelated;

typedef struct
{
  MyoStepKind kind;
  char       *text;
  int         seconds;       /* 0: waits for the person */
  int         repeat;        /* ≥ 1 */
  int         rest;          /* s between repeats */
  int         pressure;      /* 0–10; -1: none given */
  MyoTempo    tempo;
  gboolean    each_side;
} MyoStep;

typedef struct
{
  char       *id;
  MyoAudience audience;
  char       *method;        /* id */
  char       *tool;          /* id */
  char       *title;
  GPtrArray  *steps;         /* of MyoStep */
} MyoTechnique;

#define MYO_TYPE_MUSCLE (myo_muscle_get_type ())
G_DECLARE_FINAL_TYPE (MyoMuscle, myo_muscle, MYO, MUSCLE, GObject)

struct _MyoMuscle
{
  GObject     parent_instance;

  char       *id;
  char       *region;        /* body region: "shoulder", "neck" … */
  MyoDepth    depth;
  MyoSelfCare self_care;
  char       *fma;           /* number in the Foundational Model of Anatomy, or NULL */
  char       *name;
  char       *latin;
  char       *summary;
  char       *origin, *insertion, *action, *nerve;
  GPtrArray  *symptoms;      /* of char* */
  GPtrArray  *causes;        /* of char* */
  GPtrArray  *related;       /* of MyoRelated */
  GPtrArray  *cautions;      /* of MyoCaution, those to avoid first */
  GPtrArray  *points;        /* of MyoTriggerPoint */
  GPtrArray  *techniques;    /* of MyoTechnique */
};

/** myo_muscle_new: Returns: (transfer full): a muscle with empty lists and NULL strings, for the reader to fill */
MyoMuscle       *myo_muscle_new           (void);
/** myo_muscle_get_point: Returns: (transfer none) (nullable): the trigger point with that id */
const MyoTriggerPoint *myo_muscle_get_point (MyoMuscle *self, const char *id);
/** myo_muscle_get_technique: Returns: (transfer none) (nullable): the technique with that id */
const MyoTechnique *myo_muscle_get_technique (MyoMuscle *self, const char *id);

/** myo_trigger_point_new, myo_zone_new, myo_technique_new: Returns: (transfer full): with empty lists that own what they get, and NULL
 * strings, for the reader to fill */
MyoTriggerPoint *myo_trigger_point_new    (void);
MyoZone         *myo_zone_new             (void);
MyoTechnique    *myo_technique_new        (void);
/** myo_trigger_point_free, myo_zone_free, myo_technique_free, myo_evidence_free: frees @self, never %NULL, and all that it holds */
void             myo_trigger_point_free   (MyoTriggerPoint *self);
void             myo_zone_free            (MyoZone *self);
void             myo_technique_free       (MyoTechnique *self);
void             myo_evidence_free        (MyoEvidence *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MyoTriggerPoint, myo_trigger_point_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MyoZone, myo_zone_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MyoTechnique, myo_technique_free)

/** myo_zone_get_side: Returns: on which side of the body the pain of @self is felt when its point is on @point_side.
 * MYO_SIDE_MIDDLE for zones on the midline; for zones on both sides it is @point_side, and %TRUE in @both. */
MyoSide          myo_zone_get_side        (const MyoZone *self, MyoSide point_side, gboolean *both);

G_END_DECLS
