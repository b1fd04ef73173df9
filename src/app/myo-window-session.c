/* The window's session: what the desk does is shown, heard, followed on the map, and keeps the screen awake.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "myo-report.h"
#include "myo-window-private.h"

static MyoSessionPage *
get_page (MyoWindow *self)
{
  return myo_side_panel_get_session (myo_window_get_panel (self));
}

/* --- Following the desk --- */

void
myo_window_set_limits (MyoWindow *self)
{
  myo_session_desk_set_limits (self->sessions, g_settings_get_int (self->settings, "get-ready-seconds") * 1000,
                               g_settings_get_int (self->settings, "pressure-ceiling"));
}

static void
prepare (MyoWindow  *self,
         const char *technique_id)
{
  MyoMuscle *muscle = myo_selection_get_muscle (self->selection);
  const MyoTechnique *technique = muscle != NULL ? myo_muscle_get_technique (muscle, technique_id) : NULL;
  const MyoTriggerPoint *point = myo_selection_get_point (self->selection);

  if (technique == NULL)
    return;

  myo_window_set_limits (self);
  myo_session_desk_prepare (self->sessions, muscle, technique, myo_selection_get_side (self->selection),
                            point != NULL ? point->id : NULL);
}

/* The map shows where the hands are to be. */
static void
select_place (MyoWindow *self)
{
  MyoRoutine *routine = myo_session_desk_get_routine (self->sessions);

  myo_selection_select (self->selection, myo_routine_get_muscle (routine), myo_session_desk_get_side (self->sessions),
                        myo_routine_get_point (routine));
}

static void
show_prepared (MyoWindow *self)
{
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (self->stack), "map");
  select_place (self);
  myo_session_page_set_flash (get_page (self), g_settings_get_boolean (self->settings, "flash"));
  myo_sound_warm (self->sound);
  myo_way_go (self->way, MYO_WAY_SESSION);
}

static void
session_changed (MyoWindow *self)
{
  MyoSessionState state = myo_session_desk_get_state (self->sessions);

  if (state == MYO_SESSION_PREPARED)
    show_prepared (self);
  else if (state == MYO_SESSION_RUNNING)
    select_place (self);
}

static void
cued (MyoWindow *self,
      MyoCue     cue)
{
  myo_sound_play (self->sound, cue);
}

static void
finished (MyoWindow  *self,
          MyoSession *session)
{
  myo_map_page_set_enlarged (MYO_MAP_PAGE (self->map_page), FALSE);
  myo_way_leave_session (self->way);
  myo_pain_desk_offer_repaint (self->pain, session);
}

/* --- Keys and settings --- */

static gboolean
key_pressed (MyoWindow             *self,
             guint                  key,
             guint                  code,
             GdkModifierType        state,
             GtkEventControllerKey *controller)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 || GTK_IS_TEXT (focus)
      || g_strcmp0 (adw_view_stack_get_visible_child_name (ADW_VIEW_STACK (self->stack)), "map") != 0)
    return GDK_EVENT_PROPAGATE;

  return myo_session_page_handle_key (get_page (self), key);
}

static void
follow_sound_settings (MyoWindow *self)
{
  myo_sound_set_enabled (self->sound, g_settings_get_boolean (self->settings, "sound"));
  myo_sound_set_volume (self->sound, g_settings_get_double (self->settings, "sound-volume"));
}

/* A log-out asks nobody, and what is held here alone would be gone. */
static gboolean
word_unwritten (GBinding     *binding,
                const GValue *unwritten,
                GValue       *reason,
                gpointer      data)
{
  const GError *fault = g_value_get_boxed (unwritten);

  g_value_take_string (reason, fault != NULL ? myo_report_unwritten (fault, NULL) : NULL);
  return TRUE;
}

void
myo_window_connect_session (MyoWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  /* Busy hands: the session's keys work wherever the focus is. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  g_signal_connect_object (myo_window_get_panel (self), "prepare", G_CALLBACK (prepare), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sessions, "changed", G_CALLBACK (session_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sessions, "cue", G_CALLBACK (cued), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sessions, "beginning", G_CALLBACK (myo_pain_desk_describe_session), self->pain, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sessions, "finished", G_CALLBACK (finished), self, G_CONNECT_SWAPPED);
  g_object_bind_property (self->sessions, "awake-reason", self->inhibit, "reason", G_BINDING_SYNC_CREATE);
  g_object_bind_property_full (self->sessions, "unwritten", self->log_out, "reason", G_BINDING_SYNC_CREATE, word_unwritten, NULL, NULL, NULL);
  g_signal_connect_object (self->sound, "failed", G_CALLBACK (myo_window_report), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::sound", G_CALLBACK (follow_sound_settings), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::sound-volume", G_CALLBACK (follow_sound_settings), self, G_CONNECT_SWAPPED);
  follow_sound_settings (self);
}
