/* What the tests of the desks share: the built-in atlas, real records in a folder of their own, a clock that is moved by hand,
 * and a diary of what the session desk lets one hear.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <locale.h>

#include "myo-atlas-reader.h"
#include "myo-session-desk.h"
#include "store-kit.h"

/* Ball against the wall: 0 prepare and 1 locate wait; 2 press 10 s; 3–5 press 3 × 30 s, 15 s of rest between; 6 breathe 30 s;
 * 7–8 stretch 2 × 30 s, 10 s of rest between; 9 check and 10 after wait. */
#define MUSCLE "infraspinatus"
#define TECHNIQUE "infraspinatus-self-wall"
#define POINT "infraspinatus-trp1"
#define READY_MS 5000
#define SECOND ((gint64) G_USEC_PER_SEC)

static MyoAtlas *atlas;

typedef struct
{
  Kit             kit;
  MyoManualClock *clock;
  MyoSessionDesk *desk;
  GString        *diary;         /* a word for each cue and each thing said, and for each signal */
  int             failed_code;   /* of MyoError, -1 when nothing failed */
} Desk;

/* Runs the main loop until @condition holds. */
#define WAIT_UNTIL(condition) \
  G_STMT_START { \
    while (!(condition)) \
      g_main_context_iteration (NULL, TRUE); \
  } G_STMT_END

/* --- The diary --- */

static inline void
desk_note_cue (MyoSessionDesk *desk, int cue, gint64 late, Desk *d)
{
  static const char *const names[MYO_N_CUES] = { "count", "start", "last", "end", "done" };

  g_string_append_printf (d->diary, "%s ", names[cue]);
}

static inline void
desk_note_said (MyoSessionDesk *desk, const char *words, Desk *d)
{
  g_string_append_printf (d->diary, "“%s” ", words);
}

static inline void
desk_note_beginning (MyoSessionDesk *desk, MyoSession *session, Desk *d)
{
  g_assert_cmpint (session->id, ==, 0);
  g_string_append (d->diary, "beginning ");
}

static inline void
desk_note_finished (MyoSessionDesk *desk, MyoSession *session, Desk *d)
{
  g_string_append_printf (d->diary, "finished:%s ", myo_end_get_nick (session->end));
}

static inline void
desk_note_recorded (MyoSessionDesk *desk, Desk *d)
{
  g_string_append (d->diary, "recorded ");
}

static inline void
desk_note_failed (MyoSessionDesk *desk, const GError *error, Desk *d)
{
  g_assert_true (error->domain == MYO_ERROR);
  d->failed_code = error->code;
}

/* What was noted since the last look. */
static inline void
desk_assert_diary (Desk *d, const char *expected)
{
  g_assert_cmpstr (d->diary->str, ==, expected);
  g_string_truncate (d->diary, 0);
}

/* What comes next, once it comes. */
static inline void
desk_wait_for_diary (Desk *d, const char *expected)
{
  while (*d->diary->str == '\0')
    g_main_context_iteration (NULL, TRUE);
  desk_assert_diary (d, expected);
}

/* --- Set-up --- */

/* A Myomap that starts: the same folder, another store and another desk. */
static inline void
desk_start (Desk *d)
{
  if (d->kit.store == NULL)
    kit_new_store (&d->kit);
  d->clock = myo_manual_clock_new ();
  d->desk = myo_session_desk_new (atlas, d->kit.store, MYO_CLOCK (d->clock));
  myo_session_desk_set_limits (d->desk, READY_MS, 7);
  g_signal_connect (d->desk, "cue", G_CALLBACK (desk_note_cue), d);
  g_signal_connect (d->desk, "said", G_CALLBACK (desk_note_said), d);
  g_signal_connect (d->desk, "beginning", G_CALLBACK (desk_note_beginning), d);
  g_signal_connect (d->desk, "finished", G_CALLBACK (desk_note_finished), d);
  g_signal_connect (d->desk, "recorded", G_CALLBACK (desk_note_recorded), d);
  g_signal_connect (d->desk, "failed", G_CALLBACK (desk_note_failed), d);
}

/* What was asked for is written: a hold waits for its session's row, and so may be asked for only when that is there. */
static inline void
desk_settle (Desk *d)
{
  for (int i = 0; i < 3; i++)
    {
      g_autoptr(MyoSession) unfinished = kit_find_unfinished (&d->kit, NULL);
    }
}

/* One that is killed: nothing of the desk is said to be over. */
static inline void
desk_kill (Desk *d)
{
  desk_settle (d);
  g_assert_finalize_object (d->desk);
  g_assert_finalize_object (d->clock);
  d->desk = NULL;
  g_clear_object (&d->kit.store);
}

static inline void
desk_set_up (Desk *d, gconstpointer unused)
{
  kit_set_up (&d->kit, NULL);
  d->diary = g_string_new (NULL);
  d->failed_code = -1;
  desk_start (d);
}

static inline void
desk_set_up_open (Desk *d, gconstpointer unused)
{
  desk_set_up (d, NULL);
  kit_must_open (&d->kit);
}

static inline void
desk_tear_down (Desk *d, gconstpointer unused)
{
  if (d->desk != NULL)
    {
      myo_session_desk_close (d->desk, NULL);
      desk_kill (d);
    }
  kit_tear_down (&d->kit, NULL);
  g_string_free (d->diary, TRUE);
}

static inline int
desk_run (int *argc, char ***argv, void (*add_tests) (void))
{
  g_autoptr(GError) error = NULL;
  int result;

  setlocale (LC_ALL, "");
  g_test_init (argc, argv, NULL);
  atlas = myo_atlas_read_builtin (&error);
  g_assert_no_error (error);
  add_tests ();
  result = g_test_run ();
  g_object_unref (atlas);
  return result;
}

/* --- Steps --- */

static inline void
desk_prepare (Desk *d)
{
  MyoMuscle *muscle = myo_atlas_get_muscle (atlas, MUSCLE);

  myo_session_desk_prepare (d->desk, muscle, myo_muscle_get_technique (muscle, TECHNIQUE), MYO_SIDE_LEFT, POINT);
}

/* Into the first hold's get-ready time. */
static inline void
desk_begin (Desk *d)
{
  desk_prepare (d);
  myo_session_desk_begin (d->desk);
  myo_session_desk_next (d->desk);
  myo_session_desk_next (d->desk);
  g_assert_cmpint (myo_session_desk_get_phase (d->desk), ==, MYO_PLAYER_ANNOUNCE);
}

static inline void
desk_pass (Desk *d, gint64 seconds)
{
  myo_manual_clock_advance (d->clock, seconds * SECOND);
}

/* Lets time go by, and goes on wherever it waits, until the session is at its end. */
static inline void
desk_pass_to_the_end (Desk *d)
{
  for (int i = 0; myo_session_desk_get_state (d->desk) == MYO_SESSION_RUNNING; i++)
    {
      g_assert_cmpint (i, <, 2000);
      if (myo_session_desk_get_phase (d->desk) == MYO_PLAYER_WAIT)
        myo_session_desk_next (d->desk);
      else
        desk_pass (d, 1);
    }
}

/* --- What must be so --- */

#define ASSERT_STATE(d, wanted) g_assert_cmpint (myo_session_desk_get_state ((d)->desk), ==, MYO_SESSION_##wanted)
#define ASSERT_PHASE(d, wanted) g_assert_cmpint (myo_session_desk_get_phase ((d)->desk), ==, MYO_PLAYER_##wanted)

static inline void
desk_assert_text (gpointer desk, const char *property, const char *expected)
{
  g_autofree char *text = NULL;

  g_object_get (desk, property, &text, NULL);
  g_assert_cmpstr (text, ==, expected);
}

static inline gboolean
desk_get_flag (gpointer desk, const char *property)
{
  gboolean flag;

  g_object_get (desk, property, &flag, NULL);
  return flag;
}

/* Returns: (transfer full): the only finished session, which must be there. */
static inline MyoSession *
desk_dup_recorded (Desk *d)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) listed = NULL;

  desk_settle (d);
  listed = kit_list (&d->kit, G_MAXINT64, G_MAXINT64, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (listed->len, ==, 1);
  return myo_session_ref (listed->pdata[0]);
}

static inline const MyoHold *
desk_nth_hold (MyoSession *session, guint n)
{
  g_assert_cmpuint (n, <, session->holds->len);
  return session->holds->pdata[n];
}
