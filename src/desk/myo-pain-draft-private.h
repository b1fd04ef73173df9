/* Shared by the files of the draft: -loading (what was there last time).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-pain-draft.h"

G_BEGIN_DECLS

struct _MyoPainDraft
{
  GObject parent_instance;

  MyoPainDrawing *drawing;
  MyoAtlas       *atlas;
  MyoRecords     *records;
  MyoClock       *clock;
  GFile          *aside;         /* where it is put when the records cannot take it */
  guint           alarm;         /* saves it */
  GCancellable   *reading;       /* the errand for what was found; or NULL */
  char           *found;         /* in the records, as text, while it is read */
  guint           version;       /* counts what happens to the drawing */
  guint           safe;          /* the version that is kept */
  guint           n_sent;        /* asked of the records, no answer yet */
  GError         *fault;         /* of the last one that could not be saved */
  GQueue          flushes;       /* of GTask */
  gboolean        is_new;
  gboolean        told;          /* that it could not be saved */
  gboolean        replacing;     /* what is looked for takes the place of the drawing */
  gboolean        taken_from_aside;   /* the drawing has what lay there, or more */
  gboolean        aside_alone;        /* is looked for; the records cannot be read */
  gboolean        known;              /* what the records have was looked for: a draft may take its place */
  gboolean        loading;            /* from aside or from the records, until it is settled */
  guint           n_asked;            /* loads asked of the records, no answer yet */
};

enum { MYO_PAIN_DRAFT_FOUND, MYO_PAIN_DRAFT_SETTLED, MYO_PAIN_DRAFT_FAILED, MYO_PAIN_DRAFT_N_SIGNALS };
extern guint myo_pain_draft_signals[MYO_PAIN_DRAFT_N_SIGNALS];

/** myo_pain_draft_is_safe: Returns: whether the drawing is kept as it is */
gboolean myo_pain_draft_is_safe     (MyoPainDraft *self);
/** myo_pain_draft_note_failed: what is not safe is tried again; tells of @fault once */
void     myo_pain_draft_note_failed (MyoPainDraft *self, const GError *fault);
/** myo_pain_draft_go_on: what waited until the records' draft was looked for is saved, and answered */
void     myo_pain_draft_go_on       (MyoPainDraft *self);
/** myo_pain_draft_look: in -loading: has the drawing of last time looked for, unless that is under way */
void     myo_pain_draft_look        (MyoPainDraft *self, gboolean aside_alone);

G_END_DECLS
