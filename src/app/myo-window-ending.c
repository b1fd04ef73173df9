/* The window's end: follows its desk (myo-ending.h), asks about what could not be written, keeps the layout, takes the dialogs along.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "myo-compat.h"
#include "myo-report.h"
#include "myo-window-private.h"

/* --- What could not be written --- */

static void
decided (MyoDecided decision,
         gpointer   window)
{
  MyoWindow *self = window;

  if (decision == MYO_DECIDED_YES)
    myo_ending_try_again (self->ending);
  else if (decision == MYO_DECIDED_NO)
    myo_ending_leave (self->ending);
  else
    myo_ending_stay (self->ending);
}

static void
ask (MyoWindow *self)
{
  const GError *session = myo_ending_get_session_fault (self->ending), *drawing = myo_ending_get_drawing_fault (self->ending);
  g_autofree char *body = myo_report_unwritten (session, drawing);
  const MyoDecision decision = { _("Not everything could be kept"), body, _("Make room and try again"), _("Leave without it"), _("Stay"), FALSE };

  myo_compat_decide (GTK_WIDGET (self), &decision, decided, g_object_ref (self), g_object_unref);
}

/* Who ended the program from outside finds it where programs say such things. */
static void
tell_lost (MyoWindow    *self,
           const GError *error)
{
  g_autofree char *words = myo_report_words (error);

  g_printerr ("myomap: %s\n", words);
}

/* --- Following the desk --- */

static void
go (MyoWindow *self)
{
  myo_window_save_layout (self);
  myo_compat_close_dialogs (GTK_WINDOW (self));
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
state_changed (MyoWindow *self)
{
  MyoEndingState state = myo_ending_get_state (self->ending);

  if (state == MYO_ENDING_ASKING)
    ask (self);
  else if (state == MYO_ENDING_ENDED)
    go (self);
}

void
myo_window_connect_ending (MyoWindow *self)
{
  g_autoptr(GFile) aside = g_file_new_build_filename (g_get_user_state_dir (), "myomap", "drawing.xml", NULL);

  self->ending = myo_ending_new (self->pain, self->sessions);
  myo_pain_draft_set_aside (myo_pain_desk_get_draft (self->pain), aside);
  g_signal_connect_object (self->ending, "notify::state", G_CALLBACK (state_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->ending, "lost", G_CALLBACK (tell_lost), self, G_CONNECT_SWAPPED);
}

/* --- Asking for the end --- */

void
myo_window_end (MyoWindow *self,
                gboolean   person)
{
  g_return_if_fail (MYO_IS_WINDOW (self));

  if (self->ending != NULL)
    myo_ending_begin (self->ending, person);
  else
    gtk_window_destroy (GTK_WINDOW (self));
}

void
myo_window_end_now (MyoWindow *self)
{
  g_return_if_fail (MYO_IS_WINDOW (self));

  if (self->ending != NULL)
    myo_ending_end_now (self->ending);
  else
    gtk_window_destroy (GTK_WINDOW (self));
}

void
myo_window_flush (MyoWindow *self)
{
  g_return_if_fail (MYO_IS_WINDOW (self));

  if (self->pain != NULL)
    myo_pain_desk_flush (self->pain);
}

/* It goes when all is written. */
gboolean
myo_window_close_request (GtkWindow *window)
{
  myo_window_end (MYO_WINDOW (window), TRUE);
  return GDK_EVENT_STOP;
}
