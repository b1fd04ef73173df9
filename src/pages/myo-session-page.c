/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "myo-compat.h"
#include "myo-hold-ring.h"
#include "myo-pain-scale.h"
#include "myo-parts.h"
#include "myo-session-page.h"
#include "myo-words.h"

/* Often enough for a ring that seems to flow; events themselves come at their own moment. */
#define REDRAW_MS 50

struct _MyoSessionPage
{
  GtkWidget parent_instance;

  MyoAtlas   *atlas;
  MyoPlayer  *player;
  MyoRoutine *routine;           /* prepared, maybe not begun */
  guint       from_move;
  guint       tick_id;
  int         pressure_ceiling;
  gboolean    flash;
  gboolean    began;
  gint64      held_ms;
  int         holds;
  gint64      whole_ms;

  GtkWidget *stack, *title_label, *subtitle_label, *cautions_box, *before_question, *before_scale, *steps_box, *begin_button;
  GtkWidget *run_box, *side_label, *enlarge_button, *interrupted_revealer, *ring, *stage, *text_scroller, *kind_label, *step_label, *next_label;
  GtkWidget *total_label, *pressure_box, *less_button, *pressure_label, *more_button;
  GtkWidget *signs_box, *known_pain_button, *twitch_button, *release_button, *toggle_button;
  GtkWidget *after_title, *held_label, *after_scale, *change_label, *go_on_button, *done_button;
};

G_DEFINE_FINAL_TYPE (MyoSessionPage, myo_session_page, GTK_TYPE_WIDGET)

enum { BEGIN, FINISH, LEFT, N_SIGNALS };
static guint signals[N_SIGNALS];

/* --- Before --- */

static void
add_step (MyoSessionPage *self,
          const MyoStep  *step)
{
  g_autoptr(GString) details = g_string_new (myo_words_step_kind (step->kind));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);

  if (step->seconds > 0)
    {
      g_autofree char *duration = myo_words_duration (step->seconds * 1000);

      g_string_append (details, " · ");
      if (step->repeat > 1)
        /* Translators: a hold that is repeated: "3 × 30 s" */
        g_string_append_printf (details, _("%d × %s"), step->repeat, duration);
      else
        g_string_append (details, duration);
    }
  if (step->pressure >= 0)
    {
      g_autofree char *pressure = myo_words_pressure (step->pressure);

      g_string_append_printf (details, " · %s", pressure);
    }
  if (myo_words_tempo (step->tempo) != NULL)
    g_string_append_printf (details, " · %s", myo_words_tempo (step->tempo));
  if (step->each_side)
    g_string_append_printf (details, " · %s", _("each side"));

  gtk_box_append (GTK_BOX (box), myo_make_text (details->str, "caption-heading"));
  gtk_box_append (GTK_BOX (box), myo_make_text (step->text, NULL));
  gtk_box_append (GTK_BOX (self->steps_box), box);
}

static void
fill_before (MyoSessionPage *self)
{
  const MyoTechnique *technique = myo_routine_get_technique (self->routine);
  MyoMuscle *muscle = myo_routine_get_muscle (self->routine);
  g_autofree char *place = myo_words_muscle_side (muscle->name, myo_routine_get_side (self->routine));
  g_autofree char *details = myo_words_technique (self->atlas, muscle, technique, myo_routine_get_ready_ms (self->routine));
  g_autofree char *subtitle = g_strdup_printf ("%s\n%s", place, details);

  gtk_label_set_label (GTK_LABEL (self->title_label), technique->title);
  gtk_label_set_label (GTK_LABEL (self->subtitle_label), subtitle);
  myo_empty_box (self->cautions_box);
  for (guint i = 0; i < muscle->cautions->len; i++)
    gtk_box_append (GTK_BOX (self->cautions_box), myo_make_caution (muscle->cautions->pdata[i]));
  gtk_widget_set_visible (self->cautions_box, muscle->cautions->len > 0);

  myo_empty_box (self->steps_box);
  for (guint i = 0; i < technique->steps->len; i++)
    add_step (self, technique->steps->pdata[i]);
  gtk_button_set_label (GTK_BUTTON (self->begin_button), self->from_move > 0 ? _("Go on") : _("Begin"));
  gtk_widget_set_visible (self->before_question, self->from_move == 0);
  gtk_widget_set_visible (self->before_scale, self->from_move == 0);
}

void
myo_session_page_prepare (MyoSessionPage *self,
                          MyoRoutine     *routine,
                          guint           from_move)
{
  g_return_if_fail (MYO_IS_SESSION_PAGE (self));
  g_return_if_fail (MYO_IS_ROUTINE (routine));

  g_set_object (&self->routine, routine);
  self->from_move = from_move;
  self->began = FALSE;
  self->held_ms = 0;
  self->holds = 0;
  myo_pain_scale_set_value (MYO_PAIN_SCALE (self->before_scale), -1);
  myo_pain_scale_set_value (MYO_PAIN_SCALE (self->after_scale), -1);
  fill_before (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "before");
}

static void
begin_clicked (MyoSessionPage *self)
{
  self->began = TRUE;
  self->whole_ms = MAX (myo_routine_get_duration_ms (self->routine, self->from_move), 1);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "run");
  g_signal_emit (self, signals[BEGIN], 0, myo_pain_scale_get_value (MYO_PAIN_SCALE (self->before_scale)));
  myo_player_start (self->player, self->routine, self->from_move);
  gtk_widget_grab_focus (self->toggle_button);
}

/* --- Running: what is shown --- */

static MyoRingMode
get_ring_mode (MyoPlayer *player)
{
  switch (myo_player_get_state (player))
    {
    case MYO_PLAYER_ANNOUNCE:
      return MYO_RING_READY;
    case MYO_PLAYER_HOLD:
      return MYO_RING_HOLD;
    case MYO_PLAYER_REST:
      return MYO_RING_REST;
    case MYO_PLAYER_IDLE:
    case MYO_PLAYER_WAIT:
    case MYO_PLAYER_DONE:
    case MYO_PLAYER_STOPPED:
    default:
      return MYO_RING_WAIT;
    }
}

static char *
get_ring_caption (MyoPlayer *player)
{
  const MyoMove *move = myo_player_get_move (player);

  if (myo_player_get_paused (player))
    return g_strdup (_("Paused"));

  switch (myo_player_get_state (player))
    {
    case MYO_PLAYER_ANNOUNCE:
      return g_strdup (_("Get ready"));
    case MYO_PLAYER_REST:
      return g_strdup (_("Let go and rest"));
    case MYO_PLAYER_HOLD:
      if (move->repetitions > 1)
        /* Translators: which of several repetitions of a hold, such as "2 of 3" */
        return g_strdup_printf (_("%d of %d"), move->repetition, move->repetitions);
      return g_strdup (myo_words_step_kind (move->step->kind));
    case MYO_PLAYER_WAIT:
      return g_strdup (myo_words_step_kind (move->step->kind));
    case MYO_PLAYER_IDLE:
    case MYO_PLAYER_DONE:
    case MYO_PLAYER_STOPPED:
    default:
      return g_strdup ("");
    }
}

static void
show_time (MyoSessionPage *self)
{
  gint64 whole_left = myo_player_get_total_left_ms (self->player);
  g_autofree char *left = myo_words_duration (whole_left);
  g_autofree char *total = NULL;

  myo_hold_ring_set_time (MYO_HOLD_RING (self->ring), myo_player_get_left_ms (self->player),
                          myo_player_get_phase_ms (self->player), whole_left, self->whole_ms);
  gtk_widget_set_visible (self->total_label, whole_left > 0);
  /* Translators: %s is a duration such as "4 min 30 s" */
  total = g_strdup_printf (_("%s left of the whole session"), left);
  if (g_strcmp0 (total, gtk_label_get_label (GTK_LABEL (self->total_label))) != 0)
    gtk_label_set_label (GTK_LABEL (self->total_label), total);
}

static char *
describe_next (MyoSessionPage *self)
{
  const MyoMove *move = myo_player_get_move (self->player);
  const MyoMove *next = myo_routine_get_move (self->routine, myo_player_get_move_index (self->player) + 1);
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

static void
show_toggle (MyoSessionPage *self)
{
  const char *label;

  if (myo_player_get_state (self->player) == MYO_PLAYER_WAIT)
    label = _("Next");
  else if (myo_player_get_paused (self->player))
    label = _("Go on");
  else
    label = _("Pause");
  gtk_button_set_label (GTK_BUTTON (self->toggle_button), label);
}

static void
show_pressure (MyoSessionPage *self)
{
  int pressure = myo_player_get_pressure (self->player);
  g_autofree char *words = pressure >= 0 ? myo_words_pressure (pressure) : NULL;

  gtk_widget_set_visible (self->pressure_box, pressure >= 0);
  if (words != NULL)
    gtk_label_set_label (GTK_LABEL (self->pressure_label), words);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "session.more", pressure >= 0 && pressure < self->pressure_ceiling);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "session.less", pressure > 0);
}

static void
show_move (MyoSessionPage *self)
{
  const MyoMove *move = myo_player_get_move (self->player);
  MyoMuscle *muscle = myo_routine_get_muscle (self->routine);
  const char *point_id = myo_routine_get_point (self->routine);
  const MyoTriggerPoint *point = point_id != NULL ? myo_muscle_get_point (muscle, point_id) : NULL;
  MyoPlayerState state = myo_player_get_state (self->player);
  g_autofree char *place = myo_words_muscle_side (muscle->name, move->side);
  g_autofree char *banner = point != NULL ? g_strdup_printf ("%s · %s", place, point->label) : g_strdup (place);
  g_autofree char *caption = get_ring_caption (self->player);
  g_autofree char *next = describe_next (self);

  gtk_label_set_label (GTK_LABEL (self->side_label), banner);
  gtk_label_set_label (GTK_LABEL (self->kind_label), myo_words_step_kind (move->step->kind));
  gtk_label_set_label (GTK_LABEL (self->step_label), move->step->text);
  gtk_label_set_label (GTK_LABEL (self->next_label), next);
  myo_hold_ring_set_mode (MYO_HOLD_RING (self->ring), get_ring_mode (self->player), caption,
                          myo_player_get_paused (self->player));
  gtk_widget_set_visible (self->ring, state != MYO_PLAYER_WAIT);
  gtk_widget_set_vexpand (self->text_scroller, state == MYO_PLAYER_WAIT);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->interrupted_revealer), myo_player_get_interrupted (self->player));
  gtk_widget_set_visible (self->signs_box, state == MYO_PLAYER_HOLD || state == MYO_PLAYER_REST || state == MYO_PLAYER_ANNOUNCE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "session.release", state == MYO_PLAYER_HOLD);
  gtk_widget_set_sensitive (self->known_pain_button, state == MYO_PLAYER_HOLD);
  gtk_widget_set_sensitive (self->twitch_button, state == MYO_PLAYER_HOLD);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->known_pain_button), myo_player_get_known_pain (self->player));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->twitch_button), myo_player_get_twitch (self->player));
  show_pressure (self);
  show_toggle (self);
}

/* --- After --- */

/* 0–10: a fall by 2 or by 30 % is what people call an important change (Farrar 2001). */
static void
show_change (MyoSessionPage *self)
{
  int before = myo_pain_scale_get_value (MYO_PAIN_SCALE (self->before_scale));
  int after = myo_pain_scale_get_value (MYO_PAIN_SCALE (self->after_scale));
  const char *words = "";

  if (before >= 0 && after >= 0)
    {
      if (before - after >= 2 || (before > 0 && (before - after) * 10 >= before * 3))
        words = _("That is a change that matters to most people.");
      else if (after < before)
        words = _("A little less. Judge by the next two days.");
      else if (after == before)
        words = _("No change yet. That happens; another place or another day may do more.");
      else
        words = _("More pain than before: leave this place alone for two days, and press more gently the next time.");
    }
  gtk_label_set_label (GTK_LABEL (self->change_label), words);
  gtk_widget_set_visible (self->change_label, *words != '\0');
}

static void
show_after (MyoSessionPage *self)
{
  gboolean done = myo_player_get_state (self->player) == MYO_PLAYER_DONE;
  g_autofree char *held = myo_words_duration (self->held_ms);
  g_autofree char *words = NULL;

  gtk_label_set_label (GTK_LABEL (self->after_title), done ? _("Done. Well held.") : _("Stopped"));
  words = g_strdup_printf (ngettext ("%d hold, %s in all.", "%d holds, %s in all.", (gulong) self->holds), self->holds, held);
  gtk_label_set_label (GTK_LABEL (self->held_label), words);
  gtk_widget_set_visible (self->go_on_button, !done);
  show_change (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "after");
  gtk_widget_grab_focus (self->after_scale);
}

static void
done_clicked (MyoSessionPage *self)
{
  MyoEnd end = myo_player_get_state (self->player) == MYO_PLAYER_DONE ? MYO_END_DONE : MYO_END_STOPPED;

  self->began = FALSE;
  g_signal_emit (self, signals[FINISH], 0, myo_pain_scale_get_value (MYO_PAIN_SCALE (self->after_scale)), (int) end);
}

static void
go_on_clicked (MyoSessionPage *self)
{
  guint index = MIN (myo_player_get_move_index (self->player), myo_routine_get_n_moves (self->routine) - 1);

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "run");
  myo_player_start (self->player, self->routine, index);
  gtk_widget_grab_focus (self->toggle_button);
}

/* --- The clock --- */

static gboolean
tick (gpointer data)
{
  MyoSessionPage *self = data;
  gint64 next = myo_player_tick (self->player);

  self->tick_id = 0;
  show_time (self);
  if (next >= 0 && self->tick_id == 0)
    self->tick_id = g_timeout_add_full (G_PRIORITY_HIGH, (guint) CLAMP ((next + 999) / 1000, 1, REDRAW_MS), tick, self, NULL);

  return G_SOURCE_REMOVE;
}

static void
player_changed (MyoSessionPage *self)
{
  if (!self->began)
    return;

  if (myo_player_is_active (self->player))
    {
      show_move (self);
      show_time (self);
      if (self->tick_id == 0)
        self->tick_id = g_timeout_add_full (G_PRIORITY_HIGH, 1, tick, self, NULL);
      return;
    }

  g_clear_handle_id (&self->tick_id, g_source_remove);
  show_after (self);
}

static void
player_cue (MyoSessionPage *self,
            MyoCue          cue)
{
  /* What can be heard can be seen, but for the count before a hold: the hands are looked at then. */
  if (self->flash && cue != MYO_CUE_COUNT_IN)
    myo_hold_ring_flash (MYO_HOLD_RING (self->ring));
  if (cue == MYO_CUE_START)
    myo_compat_announce (self->ring, _("Hold"));
  else if (cue == MYO_CUE_END)
    myo_compat_announce (self->ring, _("Let go"));
}

static void
hold_finished (MyoSessionPage *self,
               MyoHold        *hold)
{
  self->held_ms += hold->held_ms;
  self->holds++;
}

/* --- Commands --- */

static void
toggle (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  MyoSessionPage *self = MYO_SESSION_PAGE (widget);

  if (myo_player_get_state (self->player) == MYO_PLAYER_WAIT)
    myo_player_next (self->player);
  else if (myo_player_get_paused (self->player))
    myo_player_resume (self->player);
  else
    myo_player_pause (self->player);
}

static void
skip (GtkWidget *widget, const char *name, GVariant *parameter)
{
  myo_player_skip (MYO_SESSION_PAGE (widget)->player);
}

static void
repeat (GtkWidget *widget, const char *name, GVariant *parameter)
{
  myo_player_repeat (MYO_SESSION_PAGE (widget)->player);
}

static void
release (GtkWidget *widget, const char *name, GVariant *parameter)
{
  myo_player_release (MYO_SESSION_PAGE (widget)->player);
}

static void
stop (GtkWidget *widget, const char *name, GVariant *parameter)
{
  myo_player_stop (MYO_SESSION_PAGE (widget)->player);
}

static void
less (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MyoSessionPage *self = MYO_SESSION_PAGE (widget);

  myo_player_change_pressure (self->player, -1, self->pressure_ceiling);
}

static void
more (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MyoSessionPage *self = MYO_SESSION_PAGE (widget);

  myo_player_change_pressure (self->player, 1, self->pressure_ceiling);
}

static void
sign_toggled (MyoSessionPage *self)
{
  myo_player_set_known_pain (self->player, gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->known_pain_button)));
  myo_player_set_twitch (self->player, gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->twitch_button)));
}

gboolean
myo_session_page_is_running (MyoSessionPage *self)
{
  g_return_val_if_fail (MYO_IS_SESSION_PAGE (self), FALSE);

  return self->began && myo_player_is_active (self->player);
}

gboolean
myo_session_page_is_open (MyoSessionPage *self)
{
  g_return_val_if_fail (MYO_IS_SESSION_PAGE (self), FALSE);

  return self->began;
}

MyoRoutine *
myo_session_page_get_routine (MyoSessionPage *self)
{
  g_return_val_if_fail (MYO_IS_SESSION_PAGE (self), NULL);

  return self->routine;
}

gboolean
myo_session_page_handle_key (MyoSessionPage *self,
                             guint           key)
{
  static const struct { guint key; const char *action; } keys[] = {
    { GDK_KEY_space, "session.toggle" }, { GDK_KEY_KP_Space, "session.toggle" },
    { GDK_KEY_Right, "session.skip" }, { GDK_KEY_KP_Right, "session.skip" },
    { GDK_KEY_Left, "session.repeat" }, { GDK_KEY_KP_Left, "session.repeat" },
    { GDK_KEY_Escape, "session.stop" },
    { GDK_KEY_Up, "session.more" }, { GDK_KEY_Down, "session.less" },
    { GDK_KEY_plus, "session.more" }, { GDK_KEY_minus, "session.less" },
    { GDK_KEY_Return, "session.release" }, { GDK_KEY_KP_Enter, "session.release" },
    { GDK_KEY_f, "session.enlarge" }, { GDK_KEY_F, "session.enlarge" },
  };

  g_return_val_if_fail (MYO_IS_SESSION_PAGE (self), FALSE);

  if (!myo_session_page_is_running (self))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].key == key)
      {
        gtk_widget_activate_action (GTK_WIDGET (self), keys[i].action, NULL);
        return TRUE;
      }

  return FALSE;
}

void
myo_session_page_set_enlarged (MyoSessionPage *self,
                               gboolean        enlarged)
{
  g_return_if_fail (MYO_IS_SESSION_PAGE (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->stage), enlarged ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  if (enlarged)
    gtk_widget_add_css_class (GTK_WIDGET (self), "enlarged");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "enlarged");
}

void
myo_session_page_set_limits (MyoSessionPage *self,
                             int             pressure_ceiling,
                             gboolean        flash)
{
  g_return_if_fail (MYO_IS_SESSION_PAGE (self));

  self->pressure_ceiling = pressure_ceiling;
  self->flash = flash;
}

void
myo_session_page_set_model (MyoSessionPage *self,
                            MyoAtlas       *atlas,
                            MyoPlayer      *player)
{
  g_return_if_fail (MYO_IS_SESSION_PAGE (self));
  g_return_if_fail (self->player == NULL);

  self->atlas = g_object_ref (atlas);
  self->player = g_object_ref (player);
  g_signal_connect_object (player, "changed", G_CALLBACK (player_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (player, "cue", G_CALLBACK (player_cue), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (player, "hold-finished", G_CALLBACK (hold_finished), self, G_CONNECT_SWAPPED);
}

/* --- Class --- */

static void
myo_session_page_dispose (GObject *object)
{
  MyoSessionPage *self = MYO_SESSION_PAGE (object);

  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_object (&self->routine);
  g_clear_object (&self->player);
  g_clear_object (&self->atlas);

  G_OBJECT_CLASS (myo_session_page_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, MyoSessionPage, name)

static void
bind_children (GtkWidgetClass *widget_class)
{
  BIND (stack);
  BIND (title_label);
  BIND (subtitle_label);
  BIND (cautions_box);
  BIND (before_question);
  BIND (before_scale);
  BIND (steps_box);
  BIND (begin_button);
  BIND (run_box);
  BIND (side_label);
  BIND (enlarge_button);
  BIND (interrupted_revealer);
  BIND (ring);
  BIND (stage);
  BIND (text_scroller);
  BIND (kind_label);
  BIND (step_label);
  BIND (next_label);
  BIND (total_label);
  BIND (pressure_box);
  BIND (less_button);
  BIND (pressure_label);
  BIND (more_button);
  BIND (signs_box);
  BIND (known_pain_button);
  BIND (twitch_button);
  BIND (release_button);
  BIND (toggle_button);
  BIND (after_title);
  BIND (held_label);
  BIND (after_scale);
  BIND (change_label);
  BIND (go_on_button);
  BIND (done_button);
}

static void
myo_session_page_class_init (MyoSessionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = myo_session_page_dispose;

  signals[BEGIN] = g_signal_new ("begin", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[FINISH] = g_signal_new ("finish", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
  signals[LEFT] = g_signal_new ("left", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (MYO_TYPE_PAIN_SCALE);
  g_type_ensure (MYO_TYPE_HOLD_RING);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/myo-session-page.ui");
  bind_children (widget_class);

  gtk_widget_class_install_action (widget_class, "session.toggle", NULL, toggle);
  gtk_widget_class_install_action (widget_class, "session.skip", NULL, skip);
  gtk_widget_class_install_action (widget_class, "session.repeat", NULL, repeat);
  gtk_widget_class_install_action (widget_class, "session.release", NULL, release);
  gtk_widget_class_install_action (widget_class, "session.stop", NULL, stop);
  gtk_widget_class_install_action (widget_class, "session.less", NULL, less);
  gtk_widget_class_install_action (widget_class, "session.more", NULL, more);
}

static void
myo_session_page_init (MyoSessionPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  myo_hide_until_mapped (self->stack);
  self->pressure_ceiling = 7;
  self->flash = TRUE;
  g_signal_connect_object (self->begin_button, "clicked", G_CALLBACK (begin_clicked), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->done_button, "clicked", G_CALLBACK (done_clicked), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->go_on_button, "clicked", G_CALLBACK (go_on_clicked), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->known_pain_button, "clicked", G_CALLBACK (sign_toggled), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->twitch_button, "clicked", G_CALLBACK (sign_toggled), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->after_scale, "notify::value", G_CALLBACK (show_change), self, G_CONNECT_SWAPPED);
}
