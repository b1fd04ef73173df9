/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-session.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (MyoSession, myo_session, myo_session_ref, myo_session_unref)

/* Written into records: a name may be added, none may ever change. */
static const char * const end_nicks[] = { "none", "done", "released", "skipped", "stopped", "interrupted" };

const char *
myo_end_get_nick (MyoEnd end)
{
  g_return_val_if_fail (end < G_N_ELEMENTS (end_nicks), "none");

  return end_nicks[end];
}

/* A name that this version does not know was written by a newer one, about something that is over. */
MyoEnd
myo_end_from_nick (const char *nick)
{
  if (nick == NULL)
    return MYO_END_NONE;
  for (guint i = 0; i < G_N_ELEMENTS (end_nicks); i++)
    if (strcmp (end_nicks[i], nick) == 0)
      return (MyoEnd) i;
  return MYO_END_INTERRUPTED;
}

/* --- Sessions --- */

MyoSession *
myo_session_new (void)
{
  MyoSession *self = g_new0 (MyoSession, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->pain_before = MYO_PAIN_UNKNOWN;
  self->pain_after = MYO_PAIN_UNKNOWN;
  self->holds = g_ptr_array_new_with_free_func ((GDestroyNotify) myo_hold_free);
  return self;
}

MyoSession *
myo_session_ref (MyoSession *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
myo_session_unref (MyoSession *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->muscle);
  g_free (self->muscle_name);
  g_free (self->technique);
  g_free (self->technique_title);
  g_free (self->atlas_version);
  g_free (self->drawing_before);
  g_free (self->drawing_words);
  g_free (self->drawing_after);
  g_ptr_array_unref (self->holds);
  g_free (self);
}

MyoSession *
myo_session_copy (const MyoSession *self)
{
  MyoSession *copy = myo_session_new ();

  copy->id = self->id;
  copy->started_at = self->started_at;
  copy->ended_at = self->ended_at;
  copy->muscle = g_strdup (self->muscle);
  copy->muscle_name = g_strdup (self->muscle_name);
  copy->technique = g_strdup (self->technique);
  copy->technique_title = g_strdup (self->technique_title);
  copy->atlas_version = g_strdup (self->atlas_version);
  copy->side = self->side;
  copy->pain_before = self->pain_before;
  copy->pain_after = self->pain_after;
  copy->end = self->end;
  copy->next_move = self->next_move;
  copy->drawing_before = g_strdup (self->drawing_before);
  copy->drawing_words = g_strdup (self->drawing_words);
  copy->drawing_after = g_strdup (self->drawing_after);
  for (guint i = 0; i < self->holds->len; i++)
    g_ptr_array_add (copy->holds, myo_hold_copy (g_ptr_array_index (self->holds, i)));
  return copy;
}

gint64
myo_session_get_held_ms (const MyoSession *self)
{
  gint64 sum = 0;

  for (guint i = 0; i < self->holds->len; i++)
    sum += ((const MyoHold *) g_ptr_array_index (self->holds, i))->held_ms;
  return sum;
}

guint
myo_session_count_held (const MyoSession *self)
{
  guint n = 0;

  for (guint i = 0; i < self->holds->len; i++)
    n += myo_hold_is_held (self->holds->pdata[i]);
  return n;
}

/* --- Holds --- */

#define HELD_MS 500

MyoHold *
myo_hold_new (void)
{
  MyoHold *self = g_new0 (MyoHold, 1);

  self->repetition = 1;
  self->pressure = -1;
  return self;
}

MyoHold *
myo_hold_copy (const MyoHold *self)
{
  MyoHold *copy = g_memdup2 (self, sizeof *self);

  copy->point = g_strdup (self->point);
  return copy;
}

gboolean
myo_hold_is_held (const MyoHold *self)
{
  return self->held_ms >= HELD_MS;
}

void
myo_hold_free (MyoHold *self)
{
  g_free (self->point);
  g_free (self);
}
