/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "myo-compat.h"
#include "myo-hold-ring.h"
#include "myo-pain-scale.h"
#include "myo-parts.h"
#include "myo-session-page.h"
#include "myo-session-words.h"
#include "myo-wrap.h"

struct _MyoSessionPage
{
  GtkWidget parent_instance;

  MyoSessionDesk *desk;
  gboolean        flash, enlarged, large;
  guint           letters_id;      /* changes the letters with the next frame */

  GtkWidget *stack, *cautions_box, *before_scale, *steps_box, *toasts, *ring, *stage, *known_pain_button, *twitch_button, *toggle_button;
  GtkWidget *after_scale;
};

G_DEFINE_FINAL_TYPE (MyoSessionPage, myo_session_page, GTK_TYPE_WIDGET)

enum { PROP_DESK = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

/* Letters to be read from three metres need a window of so many em of ordinary ones. */
#define WIDE_EM  46
#define HIGH_EM  32
/* Ring and words stand beside each other where the words have this, em, and the ring as much in px. */
#define WORDS_EM 12
#define RING     150

/* --- For the bindings of the template --- */

static gboolean
is_not (gpointer unused,
        gboolean flag)
{
  return !flag;
}

static gboolean
has_text (gpointer    unused,
          const char *text)
{
  return text != NULL && *text != '\0';
}

/* --- Before --- */

static void
add_step (MyoSessionPage *self,
          const MyoStep  *step)
{
  g_autofree char *details = myo_session_words_step (step);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);

  gtk_box_append (GTK_BOX (box), myo_make_text (details, "caption-heading"));
  gtk_box_append (GTK_BOX (box), myo_make_text (step->text, NULL));
  gtk_box_append (GTK_BOX (self->steps_box), box);
}

static void
show_before (MyoSessionPage *self)
{
  MyoRoutine *routine = myo_session_desk_get_routine (self->desk);
  const MyoTechnique *technique = myo_routine_get_technique (routine);

  myo_fill_cautions (self->cautions_box, myo_routine_get_muscle (routine));
  myo_empty_box (self->steps_box);
  for (guint i = 0; i < technique->steps->len; i++)
    add_step (self, technique->steps->pdata[i]);
}

static void
begin_clicked (MyoSessionPage *self)
{
  myo_session_desk_begin (self->desk);
}

/* --- Running --- */

static MyoRingMode
get_ring_mode (MyoSessionDesk *desk)
{
  switch (myo_session_desk_get_phase (desk))
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

static void
show_time (MyoSessionPage *self)
{
  MyoSessionTime time;

  myo_session_desk_get_time (self->desk, &time);
  myo_hold_ring_set_time (MYO_HOLD_RING (self->ring), time.left, time.phase, time.whole_left, time.whole);
}

static void
show_running (MyoSessionPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autofree char *caption = NULL;

  g_object_get (self->desk, "caption", &caption, NULL);
  myo_hold_ring_set_mode (MYO_HOLD_RING (self->ring), get_ring_mode (self->desk), caption, myo_session_desk_get_paused (self->desk));
  gtk_widget_action_set_enabled (widget, "session.release", myo_session_desk_get_phase (self->desk) == MYO_PLAYER_HOLD);
  gtk_widget_action_set_enabled (widget, "session.more", myo_session_desk_can_press (self->desk, 1));
  gtk_widget_action_set_enabled (widget, "session.less", myo_session_desk_can_press (self->desk, -1));
  show_time (self);
}

static void
known_pain_clicked (MyoSessionPage *self)
{
  myo_session_desk_set_known_pain (self->desk, gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->known_pain_button)));
}

static void
twitch_clicked (MyoSessionPage *self)
{
  myo_session_desk_set_twitch (self->desk, gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->twitch_button)));
}

/* What can be heard can be seen, but for the count before a hold: the hands are looked at then. */
static void
cued (MyoSessionPage *self,
      MyoCue          cue)
{
  if (self->flash && cue != MYO_CUE_COUNT_IN)
    myo_hold_ring_flash (MYO_HOLD_RING (self->ring));
}

static void
said (MyoSessionPage *self,
      const char     *words)
{
  myo_compat_announce (self->ring, words);
}

/* --- After --- */

static void
go_on_clicked (MyoSessionPage *self)
{
  myo_session_desk_go_on (self->desk);
}

static void
done_clicked (MyoSessionPage *self)
{
  myo_session_desk_finish (self->desk);
}

/* --- Following the desk --- */

static void
desk_changed (MyoSessionPage *self)
{
  if (myo_session_desk_get_state (self->desk) == MYO_SESSION_RUNNING)
    show_running (self);
  else if (myo_session_desk_get_state (self->desk) == MYO_SESSION_PREPARED)
    show_before (self);
}

/* The focus goes to what is wanted next.  When it is over the page is left as it is: it is not seen any more. */
static void
state_changed (MyoSessionPage *self)
{
  MyoSessionState state = myo_session_desk_get_state (self->desk);

  if (state == MYO_SESSION_IDLE)
    return;

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack),
                                    state == MYO_SESSION_PREPARED ? "before" : state == MYO_SESSION_RUNNING ? "run" : "after");
  if (state == MYO_SESSION_RUNNING)
    gtk_widget_grab_focus (self->toggle_button);
  else if (state == MYO_SESSION_AFTER)
    gtk_widget_grab_focus (self->after_scale);
}

void
myo_session_page_set_desk (MyoSessionPage *self,
                           MyoSessionDesk *desk)
{
  const GBindingFlags both = G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL;

  g_return_if_fail (MYO_IS_SESSION_PAGE (self));
  g_return_if_fail (MYO_IS_SESSION_DESK (desk));
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DESK]);
  g_object_bind_property (desk, "pain-before", self->before_scale, "value", both);
  g_object_bind_property (desk, "pain-after", self->after_scale, "value", both);
  g_signal_connect_object (desk, "notify::state", G_CALLBACK (state_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "changed", G_CALLBACK (desk_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "ticked", G_CALLBACK (show_time), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "cue", G_CALLBACK (cued), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "said", G_CALLBACK (said), self, G_CONNECT_SWAPPED);
  desk_changed (self);
  state_changed (self);
}

/* --- Commands --- */

typedef void (*Command) (MyoSessionDesk *desk);

static const struct { const char *action; Command command; } commands[] = {
  { "session.toggle", myo_session_desk_toggle }, { "session.skip", myo_session_desk_skip },
  { "session.repeat", myo_session_desk_repeat }, { "session.release", myo_session_desk_release },
  { "session.stop", myo_session_desk_stop },
};

static void
give_command (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].action, name))
      commands[i].command (MYO_SESSION_PAGE (widget)->desk);
}

static void
press (GtkWidget  *widget,
       const char *name,
       GVariant   *parameter)
{
  myo_session_desk_press (MYO_SESSION_PAGE (widget)->desk, g_str_equal (name, "session.more") ? 1 : -1);
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

  if (self->desk == NULL || myo_session_desk_get_state (self->desk) != MYO_SESSION_RUNNING)
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

  self->enlarged = enlarged;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

AdwToastOverlay *
myo_session_page_get_toasts (MyoSessionPage *self)
{
  g_return_val_if_fail (MYO_IS_SESSION_PAGE (self), NULL);

  return ADW_TOAST_OVERLAY (self->toasts);
}

void
myo_session_page_set_flash (MyoSessionPage *self,
                            gboolean        flash)
{
  g_return_if_fail (MYO_IS_SESSION_PAGE (self));

  self->flash = flash;
}

/* --- Layout --- */

/* Not while the page is given its place: what was measured in letters of one size must not be laid out in another. */
static gboolean
change_letters (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       unused)
{
  MyoSessionPage *self = MYO_SESSION_PAGE (widget);

  self->letters_id = 0;
  if (self->large)
    gtk_widget_add_css_class (widget, "enlarged");
  else
    gtk_widget_remove_css_class (widget, "enlarged");
  return G_SOURCE_REMOVE;
}

static void
arrange (MyoSessionPage *self,
         int             width,
         int             height)
{
  GtkWidget *widget = GTK_WIDGET (self);
  double em = myo_measure_em (widget);
  gboolean beside = width > height * 5 / 4 && width >= WORDS_EM * em + RING;
  GtkOrientation orientation = beside ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL;

  if (gtk_orientable_get_orientation (GTK_ORIENTABLE (self->stage)) != orientation)
    gtk_orientable_set_orientation (GTK_ORIENTABLE (self->stage), orientation);
  self->large = self->enlarged && width >= WIDE_EM * em && height >= HIGH_EM * em;
  if (self->large != gtk_widget_has_css_class (widget, "enlarged") && self->letters_id == 0)
    self->letters_id = gtk_widget_add_tick_callback (widget, change_letters, NULL, NULL);
}

static void
myo_session_page_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  MyoSessionPage *self = MYO_SESSION_PAGE (widget);

  if (gtk_widget_get_parent (self->stack) == NULL)
    return;
  arrange (self, width, height);
  gtk_widget_allocate (self->stack, width, height, baseline, NULL);
}

static void
myo_session_page_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  *minimum = *natural = 0;
  if (child != NULL)
    gtk_widget_measure (child, orientation, for_size, minimum, natural, NULL, NULL);
}

/* --- Class --- */

static void
myo_session_page_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  if (id == PROP_DESK)
    g_value_set_object (value, MYO_SESSION_PAGE (object)->desk);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
myo_session_page_dispose (GObject *object)
{
  MyoSessionPage *self = MYO_SESSION_PAGE (object);

  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (myo_session_page_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, MyoSessionPage, name)
#define CALL(name) gtk_widget_class_bind_template_callback (widget_class, name)

static void
bind_template (GtkWidgetClass *widget_class)
{
  BIND (stack);
  BIND (cautions_box);
  BIND (before_scale);
  BIND (steps_box);
  BIND (ring);
  BIND (toasts);
  BIND (stage);
  BIND (known_pain_button);
  BIND (twitch_button);
  BIND (toggle_button);
  BIND (after_scale);
  CALL (is_not);
  CALL (has_text);
  CALL (begin_clicked);
  CALL (known_pain_clicked);
  CALL (twitch_clicked);
  CALL (go_on_clicked);
  CALL (done_clicked);
}

static void
myo_session_page_class_init (MyoSessionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = myo_session_page_get_property;
  G_OBJECT_CLASS (klass)->dispose = myo_session_page_dispose;
  widget_class->size_allocate = myo_session_page_size_allocate;
  widget_class->measure = myo_session_page_measure;
  props[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, MYO_TYPE_SESSION_DESK, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);

  g_type_ensure (MYO_TYPE_PAIN_SCALE);
  g_type_ensure (MYO_TYPE_HOLD_RING);
  g_type_ensure (MYO_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/myo-session-page.ui");
  bind_template (widget_class);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    gtk_widget_class_install_action (widget_class, commands[i].action, NULL, give_command);
  gtk_widget_class_install_action (widget_class, "session.less", NULL, press);
  gtk_widget_class_install_action (widget_class, "session.more", NULL, press);
}

static void
myo_session_page_init (MyoSessionPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  myo_hide_until_mapped (self->stack);
  self->flash = TRUE;
}
