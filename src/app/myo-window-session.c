/* The window's session: what the player does is heard, recorded, followed on the map, and keeps the screen awake.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "myo-window-private.h"

static MyoSessionPage *
get_page (MyoWindow *self)
{
  return myo_side_panel_get_session (myo_window_get_panel (self));
}

/* --- Preparing --- */

void
myo_window_prepare_session (MyoWindow          *self,
                            MyoMuscle          *muscle,
                            const MyoTechnique *technique,
                            MyoSide             side,
                            const char         *point_id,
                            MyoSession         *session)
{
  g_autoptr(MyoRoutine) routine = myo_routine_new (muscle, technique, point_id, side,
                                                   g_settings_get_int (self->settings, "get-ready-seconds") * 1000);
  guint from = session != NULL ? (guint) CLAMP (session->next_move, 0, (int) myo_routine_get_n_moves (routine) - 1) : 0;

  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (self->stack), "map");
  myo_selection_select (self->selection, muscle, side, point_id);
  myo_session_page_set_limits (get_page (self), g_settings_get_int (self->settings, "pressure-ceiling"),
                               g_settings_get_boolean (self->settings, "flash"));
  myo_session_page_prepare (get_page (self), routine, from);
  myo_sound_warm (self->sound);
  myo_side_panel_show_session (myo_window_get_panel (self), TRUE);
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

  g_clear_pointer (&self->unfinished, myo_session_unref);
  myo_window_prepare_session (self, muscle, technique, myo_selection_get_side (self->selection),
                              point != NULL ? point->id : NULL, NULL);
}

/* --- Beginning and finishing --- */

static MyoSession *
describe_session (MyoWindow  *self,
                  MyoRoutine *routine,
                  int         pain_before)
{
  MyoMuscle *muscle = myo_routine_get_muscle (routine);
  const MyoTechnique *technique = myo_routine_get_technique (routine);
  MyoSession *session = myo_session_new ();

  session->started_at = g_get_real_time ();
  session->muscle = g_strdup (muscle->id);
  session->muscle_name = g_strdup (muscle->name);
  session->technique = g_strdup (technique->id);
  session->technique_title = g_strdup (technique->title);
  session->atlas_version = g_strdup (myo_atlas_get_version (self->atlas));
  session->side = myo_routine_get_side (routine);
  session->pain_before = pain_before;
  myo_window_note_drawing (self, session);

  return session;
}

static void
begin (MyoWindow *self,
       int        pain_before)
{
  MyoRoutine *routine = myo_session_page_get_routine (get_page (self));
  g_autoptr(MyoSession) session = self->unfinished != NULL
                                  ? g_steal_pointer (&self->unfinished)
                                  : describe_session (self, routine, pain_before);

  myo_recorder_begin (self->recorder, session);
  self->recording = TRUE;
}

static void
finish (MyoWindow *self,
        int        pain_after,
        int        end)
{
  MyoSession *current = self->recording ? myo_recorder_get_session (self->recorder) : NULL;
  g_autoptr(MyoSession) session = current != NULL ? myo_session_ref (current) : NULL;

  if (self->recording)
    myo_recorder_finish (self->recorder, pain_after, (MyoEnd) end);
  self->recording = FALSE;
  myo_map_page_set_enlarged (MYO_MAP_PAGE (self->map_page), FALSE);
  myo_side_panel_show_session (myo_window_get_panel (self), FALSE);
  myo_window_offer_repaint (self, session);
  myo_history_reload (self->history);
}

/* --- Following the player --- */

static void
player_changed (MyoWindow *self)
{
  const MyoMove *move = myo_player_get_move (self->player);
  MyoRoutine *routine = myo_player_get_routine (self->player);
  gboolean active = myo_player_is_active (self->player);

  myo_inhibit_set_active (self->inhibit, active && !myo_player_get_paused (self->player));
  if (active && move != NULL)
    myo_selection_select (self->selection, myo_routine_get_muscle (routine), move->side, myo_routine_get_point (routine));
}

static void
player_cue (MyoWindow *self,
            MyoCue     cue)
{
  myo_sound_play (self->sound, cue);
}

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

void
myo_window_connect_session (MyoWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  MyoSessionPage *page = get_page (self);

  /* Busy hands: the session's keys work wherever the focus is. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  g_signal_connect_object (myo_window_get_panel (self), "prepare", G_CALLBACK (prepare), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "begin", G_CALLBACK (begin), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "finish", G_CALLBACK (finish), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->player, "changed", G_CALLBACK (player_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->player, "cue", G_CALLBACK (player_cue), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->recorder, "failed", G_CALLBACK (myo_window_report), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::sound", G_CALLBACK (follow_sound_settings), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::sound-volume", G_CALLBACK (follow_sound_settings), self, G_CONNECT_SWAPPED);
  follow_sound_settings (self);
}
