/* What the tests of the pain desk share: a desk over real records, drawings and atlas, with a clock that is moved by hand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <locale.h>

#include "myo-atlas-reader.h"
#include "myo-pain-desk.h"
#include "myo-pain-file.h"
#include "store-kit.h"

#define MS 1000

static MyoAtlas *atlas;
static MyoDrawings *drawings;

typedef struct
{
  Kit             kit;
  MyoManualClock *clock;
  MyoPlaceDesk   *places;
  MyoWay         *way;
  MyoPainDesk    *desk;

  /* what the desk told */
  guint           n_failed, n_restored, n_opened, n_rested, n_changed;
  int             failed_code;
  MyoPainDrawing *put_away;
  MyoSession     *repainted;
} Fixture;

/* --- What it tells --- */

static inline void
note_failed (Fixture *f, const GError *error)
{
  f->n_failed++;
  f->failed_code = error->code;
}

static inline void
count (guint *n)
{
  (*n)++;
}

static inline void
note_put_away (Fixture *f, MyoPainDrawing *drawing)
{
  g_set_object (&f->put_away, drawing);
}

static inline void
note_repainted (Fixture *f, MyoSession *session)
{
  g_clear_pointer (&f->repainted, myo_session_unref);
  f->repainted = myo_session_ref (session);
}

/* --- Set-up --- */

static inline void
sit_down (Fixture *f)
{
  f->places = myo_place_desk_new (atlas, drawings);
  f->way = myo_way_new (myo_place_desk_get_selection (f->places));
  f->desk = myo_pain_desk_new (atlas, drawings, f->places, f->way, f->kit.store, MYO_CLOCK (f->clock));
  g_signal_connect_swapped (f->desk, "failed", G_CALLBACK (note_failed), f);
  g_signal_connect_swapped (f->desk, "put-away", G_CALLBACK (note_put_away), f);
  g_signal_connect_swapped (f->desk, "repainted", G_CALLBACK (note_repainted), f);
  g_signal_connect_swapped (f->desk, "draft-restored", G_CALLBACK (count), &f->n_restored);
  g_signal_connect_swapped (f->desk, "opened", G_CALLBACK (count), &f->n_opened);
  g_signal_connect_swapped (f->desk, "rested", G_CALLBACK (count), &f->n_rested);
  g_signal_connect_swapped (f->desk, "changed", G_CALLBACK (count), &f->n_changed);
}

static inline void
get_up (Fixture *f)
{
  g_clear_object (&f->desk);
  g_clear_object (&f->way);
  g_clear_object (&f->places);
}

static inline void
set_up (Fixture *f, gconstpointer unused)
{
  kit_set_up (&f->kit, NULL);
  f->clock = myo_manual_clock_new ();
  sit_down (f);
}

static inline void
tear_down (Fixture *f, gconstpointer unused)
{
  get_up (f);
  g_clear_object (&f->put_away);
  g_clear_pointer (&f->repainted, myo_session_unref);
  g_clear_object (&f->clock);
  kit_tear_down (&f->kit, NULL);
}

static inline void
open_atlas (void)
{
  g_autoptr(GError) error = NULL;

  setlocale (LC_ALL, "C.UTF-8");
  atlas = myo_atlas_read_builtin (&error);
  g_assert_no_error (error);
  drawings = myo_drawings_new ();
}

static inline void
close_atlas (void)
{
  g_object_unref (drawings);
  g_object_unref (atlas);
}

/* --- What a person does --- */

static inline MyoPainDrawing *
get_drawing (Fixture *f)
{
  return myo_pain_study_get_drawing (myo_pain_desk_get_study (f->desk));
}

/* A stroke down the front of the right shoulder; @intensity tells one from another. */
static inline MyoStroke *
begin_stroke (Fixture *f, int intensity)
{
  MyoStroke *stroke = myo_stroke_new (MYO_STROKE_BRUSH, MYO_VIEW_FRONT, MYO_SIDE_MIDDLE, intensity, MYO_QUALITY_ACHE);

  myo_stroke_add_dab (stroke, 200, 350, 12);
  myo_pain_study_begin_stroke (myo_pain_desk_get_study (f->desk), stroke);
  return stroke;
}

static inline void
paint (Fixture *f, int intensity)
{
  begin_stroke (f, intensity);
  myo_pain_study_extend_stroke (myo_pain_desk_get_study (f->desk), 205, 380, 12);
  myo_pain_study_end_stroke (myo_pain_desk_get_study (f->desk));
}

static inline void
pass (Fixture *f, int ms)
{
  myo_manual_clock_advance (f->clock, (gint64) ms * MS);
}

static inline void
measure_body (Fixture *f)
{
  g_autoptr(GError) error = NULL;

  myo_pain_study_prepare_now (myo_pain_desk_get_study (f->desk), &error);
  g_assert_no_error (error);
}

/* What was asked for is read in a thread. */
static inline void
wait_for_reading (Fixture *f)
{
  while (myo_pain_desk_is_reading (f->desk))
    g_main_context_iteration (NULL, TRUE);
}

/* As at the start of the program: before that nothing takes the place of what the records have. */
static inline void
load_draft (Fixture *f)
{
  guint n = 0;
  gulong id = g_signal_connect_swapped (f->desk, "draft-settled", G_CALLBACK (count), &n);

  myo_pain_desk_load_draft (f->desk);
  while (n == 0)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (f->desk, id);
}

/* Returns: whether the pair was shown */
static inline gboolean
show_stored (Fixture *f, MyoSession *session)
{
  guint n_opened = f->n_opened;

  myo_pain_desk_show_pair (f->desk, session);
  g_assert_true (myo_pain_desk_is_reading (f->desk));
  wait_for_reading (f);
  return f->n_opened > n_opened;
}

static inline void
assert_at (Fixture *f, MyoWayPage page)
{
  g_assert_cmpint (myo_way_get_page (f->way), ==, page);
}
