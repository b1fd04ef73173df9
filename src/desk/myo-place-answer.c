/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "myo-place-answer.h"

MyoPlaceAnswer *
myo_place_answer_new (char      *where,
                      GPtrArray *candidates)
{
  MyoPlaceAnswer *self = g_new (MyoPlaceAnswer, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->where = where;
  self->candidates = candidates;
  return self;
}

MyoPlaceAnswer *
myo_place_answer_ref (MyoPlaceAnswer *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
myo_place_answer_unref (MyoPlaceAnswer *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->where);
  g_ptr_array_unref (self->candidates);
  g_free (self);
}

char *
myo_place_answer_describe_count (const MyoPlaceAnswer *self)
{
  guint n = self->candidates->len;

  return g_strdup_printf (ngettext ("Pain here can come from %u muscle", "Pain here can come from %u muscles", n), n);
}

char *
myo_place_answer_describe_why (const MyoCandidate *candidate)
{
  const char *how = candidate->kind == MYO_ZONE_PRIMARY ? _("sends its main pain here") : _("sometimes spreads here");

  return g_strdup_printf ("%s · %s", candidate->point->label, how);
}
