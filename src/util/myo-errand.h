/* An errand: what a thread does for an object that may go meanwhile.
 *
 * The thread gets data of its own and never the object, so that an errand under way keeps nothing alive: an object that is let go ends, and
 * what was done for it is thrown away.  Each kind of errand of an object has a slot; a newer one takes the place of the older one, which
 * is told to stop and is never heard of again.
 *
 *   empty ──send──▸ under way ──the thread has ended──▸ empty, `done` is called
 *                      │ └──send──▸ under way: the older one is cancelled, its result thrown away
 *                      └──cancel, or the object goes──▸ empty, its result thrown away
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** MyoErrandWork: in the thread.  Returns: (transfer full): the result, or %NULL with @error set */
typedef gpointer (*MyoErrandWork) (gpointer data, GCancellable *cancellable, GError **error);
/** MyoErrandDone: in the main context that sent it.  @result: (transfer full): or %NULL with @error */
typedef void     (*MyoErrandDone) (gpointer owner, gpointer result, const GError *error);

/** MyoErrand: an errand in words of code */
typedef struct
{
  MyoErrandWork  work;
  gpointer       data;               /* the thread's own */
  GDestroyNotify free_data;
  MyoErrandDone  done;
  GDestroyNotify free_result;
} MyoErrand;

/** myo_errand_send: @slot: of @owner, in its own memory: what is under way there is cancelled; @errand: copied */
void myo_errand_send   (gpointer owner, GCancellable **slot, const MyoErrand *errand);
/** myo_errand_cancel: ends what is under way in @slot, if anything: for the owner's dispose too */
void myo_errand_cancel (GCancellable **slot);

G_END_DECLS
