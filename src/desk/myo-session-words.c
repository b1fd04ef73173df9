/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "myo-session-words.h"
#include "myo-words.h"

/* --- Cut off --- */

static char *
word_held_before (const MyoSession *session)
{
  g_autofree char *held = myo_words_duration (myo_session_get_held_ms (session));

  if (myo_session_count_held (session) == 0)
    return g_strdup (_("Nothing was held yet when it was cut off."));

  /* Translators: %s is a duration such as "4 min 30 s" */
  return g_strdup_printf (_("%s were held before it was cut off."), held);
}

static const char *
word_chances (MyoAtlas         *atlas,
              const MyoSession *session)
{
  MyoMuscle *muscle = myo_atlas_get_muscle (atlas, session->muscle);

  if (muscle == NULL)
    return _("It cannot go on: this muscle is not in the atlas any more. An atlas pack may be missing; once it is back, the session can go on.");
  if (myo_muscle_get_technique (muscle, session->technique) == NULL)
    return _("It cannot go on: this technique is not in the atlas any more. An atlas pack may be missing; once it is back, the session can go on.");

  return _("If you end it, it stays in the history with what was held.");
}

char *
myo_session_words_unfinished (MyoAtlas         *atlas,
                              const MyoSession *session)
{
  g_autofree char *place = myo_words_muscle_side (session->muscle_name, session->side);
  g_autofree char *held = word_held_before (session);

  return g_strdup_printf ("%s: %s. %s\n\n%s", place, session->technique_title, held, word_chances (atlas, session));
}

/* --- Before --- */

char *
myo_session_words_place (MyoAtlas   *atlas,
                         MyoRoutine *routine)
{
  MyoMuscle *muscle = myo_routine_get_muscle (routine);
  g_autofree char *place = myo_words_muscle_side (muscle->name, myo_routine_get_side (routine));
  g_autofree char *details = myo_words_technique (atlas, muscle, myo_routine_get_technique (routine), myo_routine_get_ready_ms (routine));

  return g_strdup_printf ("%s\n%s", place, details);
}

char *
myo_session_words_step (const MyoStep *step)
{
  GString *words = g_string_new (myo_words_step_kind (step->kind));

  if (step->seconds > 0)
    {
      g_autofree char *duration = myo_words_duration (step->seconds * 1000);

      g_string_append (words, " · ");
      if (step->repeat > 1)
        /* Translators: a hold that is repeated: "3 × 30 s" */
        g_string_append_printf (words, _("%d × %s"), step->repeat, duration);
      else
        g_string_append (words, duration);
    }
  if (step->pressure >= 0)
    {
      g_autofree char *pressure = myo_words_pressure (step->pressure);

      g_string_append_printf (words, " · %s", pressure);
    }
  if (myo_words_tempo (step->tempo) != NULL)
    g_string_append_printf (words, " · %s", myo_words_tempo (step->tempo));
  if (step->each_side)
    g_string_append_printf (words, " · %s", _("each side"));

  return g_string_free (words, FALSE);
}

/* --- While it runs --- */

char *
myo_session_words_banner (MyoPlayer *player)
{
  MyoRoutine *routine = myo_player_get_routine (player);
  MyoMuscle *muscle = myo_routine_get_muscle (routine);
  const char *point_id = myo_routine_get_point (routine);
  const MyoTriggerPoint *point = point_id != NULL ? myo_muscle_get_point (muscle, point_id) : NULL;
  g_autofree char *place = myo_words_muscle_side (muscle->name, myo_player_get_move (player)->side);

  return point != NULL ? g_strdup_printf ("%s · %s", place, point->label) : g_steal_pointer (&place);
}

static char *
caption_hold (const MyoMove *move)
{
  if (move->repetitions > 1)
    /* Translators: which of several repetitions of a hold, such as "2 of 3" */
    return g_strdup_printf (_("%d of %d"), move->repetition, move->repetitions);

  return g_strdup (myo_words_step_kind (move->step->kind));
}

char *
myo_session_words_caption (MyoPlayer *player)
{
  if (myo_player_get_paused (player))
    return g_strdup (_("Paused"));

  switch (myo_player_get_state (player))
    {
    case MYO_PLAYER_ANNOUNCE:
      return g_strdup (_("Get ready"));
    case MYO_PLAYER_REST:
      return g_strdup (_("Let go and rest"));
    case MYO_PLAYER_HOLD:
      return caption_hold (myo_player_get_move (player));
    case MYO_PLAYER_WAIT:
      return g_strdup (myo_words_step_kind (myo_player_get_move (player)->step->kind));
    case MYO_PLAYER_IDLE:
    case MYO_PLAYER_DONE:
    case MYO_PLAYER_STOPPED:
    default:
      return g_strdup ("");
    }
}

char *
myo_session_words_next (MyoPlayer *player)
{
  const MyoMove *move = myo_player_get_move (player);
  const MyoMove *next = myo_routine_get_move (myo_player_get_routine (player), myo_player_get_move_index (player) + 1);
  g_autofree char *duration = NULL;

  if (next == NULL)
    return g_strdup (_("This is the last step."));

  if (next->hold_ms == 0)
    /* Translators: what comes next, such as "Next: Find the spot" */
    return g_strdup_printf (_("Next: %s"), myo_words_step_kind (next->step->kind));

  duration = myo_words_duration (next->hold_ms);
  if (next->side != move->side)
    /* Translators: what comes next, its side of the body and how long */
    return g_strdup_printf (_("Next: %s, %s, %s"), myo_words_step_kind (next->step->kind), myo_words_side (next->side), duration);

  /* Translators: what comes next and how long, such as "Next: Press and hold, 30 s" */
  return g_strdup_printf (_("Next: %s, %s"), myo_words_step_kind (next->step->kind), duration);
}

char *
myo_session_words_left (MyoPlayer *player)
{
  gint64 left_ms = myo_player_get_total_left_ms (player);
  g_autofree char *left = myo_words_duration (left_ms);

  if (left_ms <= 0)
    return g_strdup ("");

  /* Translators: %s is a duration such as "4 min 30 s" */
  return g_strdup_printf (_("%s left of the whole session"), left);
}

char *
myo_session_words_pressure (MyoPlayer *player)
{
  int pressure = myo_player_get_pressure (player);

  return pressure >= 0 ? myo_words_pressure (pressure) : g_strdup ("");
}

const char *
myo_session_words_toggle (MyoPlayer *player)
{
  if (myo_player_get_state (player) == MYO_PLAYER_WAIT)
    return _("Next");

  return myo_player_get_paused (player) ? _("Go on") : _("Pause");
}

const char *
myo_session_words_cue (MyoCue cue)
{
  if (cue == MYO_CUE_START)
    return _("Hold");
  if (cue == MYO_CUE_END)
    return _("Let go");

  return NULL;
}

/* --- After --- */

/* Returns: whether @move was held until its time was over or the spot had softened; a hold may have been repeated */
static gboolean
was_held_whole (const MyoMove    *move,
                const MyoSession *session)
{
  for (guint i = 0; i < session->holds->len; i++)
    {
      const MyoHold *hold = session->holds->pdata[i];

      if (hold->step == move->step_index && hold->side == move->side && hold->repetition == move->repetition && myo_hold_is_held (hold)
          && (hold->end == MYO_END_DONE || hold->end == MYO_END_RELEASED))
        return TRUE;
    }
  return FALSE;
}

/* @whole: (out): how many moves were held as they were to be
 * Returns: how many there are to hold */
static guint
count_moves (MyoRoutine       *routine,
             const MyoSession *session,
             guint            *whole)
{
  const MyoMove *move;
  guint n = 0;

  *whole = 0;
  for (guint i = 0; (move = myo_routine_get_move (routine, i)) != NULL; i++)
    {
      if (move->hold_ms == 0)
        continue;
      n++;
      *whole += was_held_whole (move, session);
    }
  return n;
}

const char *
myo_session_words_ended (MyoRoutine       *routine,
                         const MyoSession *session,
                         gboolean          done)
{
  guint whole, n = count_moves (routine, session, &whole);

  if (!done)
    return _("Stopped");
  if (n > 0 && myo_session_count_held (session) == 0)
    return _("Nothing was held");

  return n > 0 && whole == n ? _("Done. Well held.") : _("Done");
}

char *
myo_session_words_held (MyoRoutine       *routine,
                        const MyoSession *session,
                        gboolean          done)
{
  guint whole, n = count_moves (routine, session, &whole), held = myo_session_count_held (session);
  g_autofree char *time = myo_words_duration (myo_session_get_held_ms (session));

  if (n == 0)
    return g_strdup ("");
  if (held == 0)
    return g_strdup (done ? _("All holds were skipped. They can be done another time.") : _("Nothing was held yet."));
  if (done && whole < n)
    /* Translators: how many of all holds of a session, and how long they were held */
    return g_strdup_printf (ngettext ("%u of %u hold to its end, %s in all.", "%u of %u holds to their end, %s in all.", n), whole, n, time);

  return g_strdup_printf (ngettext ("%u hold, %s in all.", "%u holds, %s in all.", held), held, time);
}

static const char *
word_plain_change (int before,
                   int after)
{
  if (after < before)
    return _("Less pain than before.");
  if (after == before)
    return _("As much pain as before.");

  return _("More pain than before, though nothing was held. If it stays so, have it looked at.");
}

const char *
myo_session_words_change (int      before,
                          int      after,
                          gboolean held)
{
  if (before < 0 || after < 0)
    return "";
  if (before == 0 && after == 0)
    return _("No pain, neither before nor after.");
  if (!held)
    return word_plain_change (before, after);
  if (before - after >= 2 || (before - after) * 10 >= before * 3)
    return _("That is a change that matters to most people.");
  if (after < before)
    return _("A little less. Judge by the next two days.");
  if (after == before)
    return _("No change yet. That happens; another place or another day may do more.");

  return _("More pain than before: leave this place alone for two days, and press more gently the next time.");
}
