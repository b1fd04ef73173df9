/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "myo-compat.h"
#include "myo-notices.h"
#include "myo-wrap.h"

/* Seconds; for an offer there is more to decide. */
#define SHORTEST        5
#define SHORTEST_OFFER 10
/* Letters that a slow reader reads in a second. */
#define LETTERS        12
/* Letters of a line */
#define LINE           60

struct _MyoNotices
{
  GObject parent_instance;

  AdwToastOverlay *overlay;
  GQueue           waiting;      /* of AdwToast, until the window is on the screen */
  GHashTable      *told;         /* words → AdwToast that is shown or waits */
  gboolean         ready;
  guint            idle;
};

G_DEFINE_FINAL_TYPE (MyoNotices, myo_notices, G_TYPE_OBJECT)

/* --- Toasts --- */

static GtkWidget *
make_words (const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_WORD);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LINE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "heading");

  return label;
}

/* As a toast does it with a button of its own. */
static void
button_clicked (AdwToast  *toast,
                GtkWidget *button)
{
  const char *action = adw_toast_get_action_name (toast);

  g_object_ref (toast);
  g_signal_emit_by_name (toast, "button-clicked");
  if (action != NULL)
    gtk_widget_activate_action_variant (button, action, adw_toast_get_action_target_value (toast));
  adw_toast_dismiss (toast);
  g_object_unref (toast);
}

static GtkWidget *
make_line (AdwToast   *toast,
           const char *words,
           const char *button_label)
{
  GtkWidget *line = myo_wrap_new (10), *button;

  myo_wrap_append (MYO_WRAP (line), make_words (words));
  if (button_label == NULL)
    return line;

  button = gtk_button_new_with_label (button_label);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (button_clicked), toast, G_CONNECT_SWAPPED);
  myo_wrap_append (MYO_WRAP (line), button);
  return line;
}

static GtkWidget *
get_words (AdwToast *toast)
{
  return gtk_widget_get_first_child (adw_clamp_get_child (ADW_CLAMP (adw_toast_get_custom_title (toast))));
}

/* A toast asks for the height that it would have if it were as wide as it likes, even if it is given less: so it is not to like more. */
static void
fit_title (GtkWidget *title)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (title, ADW_TYPE_TOAST_OVERLAY), *toast = title;
  int own, whole, room;

  if (overlay == NULL)
    return;
  while (gtk_widget_get_parent (toast) != overlay)
    toast = gtk_widget_get_parent (toast);
  gtk_widget_measure (title, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &own, NULL, NULL);
  gtk_widget_measure (toast, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &whole, NULL, NULL);
  room = MAX (gtk_widget_get_width (overlay) - (whole - own), 1);
  if (room == adw_clamp_get_maximum_size (ADW_CLAMP (title)))
    return;

  adw_clamp_set_maximum_size (ADW_CLAMP (title), room);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (title), room);
}

static void
title_mapped (GtkWidget *title)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (title);

  g_signal_handlers_disconnect_by_func (clock, fit_title, title);
  g_signal_connect_object (clock, "layout", G_CALLBACK (fit_title), title, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  fit_title (title);
}

/* The toast's own title is one line, of which a narrow window shows the beginning; its own button stands beside the title however narrow it
 * is.  Both are ours, in a clamp: a toast is made as high as it would be if it were as wide as it likes. */
static AdwToast *
make_toast (const char *words,
            const char *button,
            int         shortest)
{
  AdwToast *toast = adw_toast_new ("");
  GtkWidget *title = adw_clamp_new ();

  myo_compat_clamp_in_pixels (ADW_CLAMP (title));
  adw_clamp_set_child (ADW_CLAMP (title), make_line (toast, words, button));
  adw_toast_set_custom_title (toast, title);
  adw_toast_set_timeout (toast, (guint) MAX (shortest, g_utf8_strlen (words, -1) / LETTERS));
  g_signal_connect (title, "map", G_CALLBACK (title_mapped), NULL);

  return toast;
}

/* Takes @toast. */
static void
show (MyoNotices *self,
      AdwToast   *toast)
{
  /* libadwaita tells a screen reader of titles of its own only. */
  myo_compat_announce (GTK_WIDGET (self->overlay), gtk_label_get_label (GTK_LABEL (get_words (toast))));
  adw_toast_overlay_add_toast (self->overlay, toast);
}

/* Takes @toast. */
static void
put_up (MyoNotices *self,
        AdwToast   *toast)
{
  if (self->ready)
    show (self, toast);
  else
    g_queue_push_tail (&self->waiting, toast);
}

/* --- The window --- */

static gboolean
be_ready (gpointer data)
{
  MyoNotices *self = data;
  AdwToast *toast;

  self->idle = 0;
  self->ready = TRUE;
  while ((toast = g_queue_pop_head (&self->waiting)) != NULL)
    show (self, toast);

  return G_SOURCE_REMOVE;
}

/* The window gives the focus away right after it is mapped. */
static void
mapped (MyoNotices *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add (be_ready, self);
}

static void
unmapped (MyoNotices *self)
{
  self->ready = FALSE;
  g_clear_handle_id (&self->idle, g_source_remove);
}

/* --- Telling --- */

static void
dismissed (MyoNotices *self,
           AdwToast   *toast)
{
  const char *words = g_object_get_data (G_OBJECT (toast), "words");

  g_hash_table_remove (self->told, words);
}

static void
count (AdwToast   *toast,
       const char *words)
{
  int n = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (toast), "times")) + 1;
  /* Translators: a sentence that was to be told several times */
  g_autofree char *text = g_strdup_printf (g_dngettext (NULL, "%s (%d time)", "%s (%d times)", (gulong) n + 1), words, n + 1);

  g_object_set_data (G_OBJECT (toast), "times", GINT_TO_POINTER (n));
  gtk_label_set_label (GTK_LABEL (get_words (toast)), text);
}

void
myo_notices_tell (MyoNotices *self,
                  const char *words)
{
  AdwToast *toast;

  g_return_if_fail (MYO_IS_NOTICES (self));
  g_return_if_fail (words != NULL);

  toast = g_hash_table_lookup (self->told, words);
  if (toast != NULL)
    {
      count (toast, words);
      return;
    }

  toast = make_toast (words, NULL, SHORTEST);
  g_object_set_data_full (G_OBJECT (toast), "words", g_strdup (words), g_free);
  g_hash_table_insert (self->told, g_strdup (words), g_object_ref (toast));
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (dismissed), self, G_CONNECT_SWAPPED);
  put_up (self, toast);
}

AdwToast *
myo_notices_offer (MyoNotices *self,
                   const char *words,
                   const char *button)
{
  AdwToast *toast;

  g_return_val_if_fail (MYO_IS_NOTICES (self), NULL);

  toast = make_toast (words, button, SHORTEST_OFFER);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  put_up (self, toast);

  return toast;
}

/* --- Class --- */

static void
myo_notices_dispose (GObject *object)
{
  MyoNotices *self = MYO_NOTICES (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_weak_pointer (&self->overlay);
  g_queue_clear_full (&self->waiting, g_object_unref);
  g_hash_table_remove_all (self->told);

  G_OBJECT_CLASS (myo_notices_parent_class)->dispose (object);
}

static void
myo_notices_finalize (GObject *object)
{
  g_hash_table_unref (MYO_NOTICES (object)->told);

  G_OBJECT_CLASS (myo_notices_parent_class)->finalize (object);
}

static void
myo_notices_class_init (MyoNoticesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = myo_notices_dispose;
  G_OBJECT_CLASS (klass)->finalize = myo_notices_finalize;
}

static void
myo_notices_init (MyoNotices *self)
{
  g_queue_init (&self->waiting);
  self->told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

void
myo_notices_set_overlay (MyoNotices      *self,
                         AdwToastOverlay *overlay)
{
  g_return_if_fail (MYO_IS_NOTICES (self));
  g_return_if_fail (ADW_IS_TOAST_OVERLAY (overlay));

  if (self->overlay == overlay)
    return;

  if (self->overlay != NULL)
    g_signal_handlers_disconnect_by_data (self->overlay, self);
  unmapped (self);
  g_set_weak_pointer (&self->overlay, overlay);
  g_signal_connect_object (overlay, "map", G_CALLBACK (mapped), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (overlay, "unmap", G_CALLBACK (unmapped), self, G_CONNECT_SWAPPED);
  if (gtk_widget_get_mapped (GTK_WIDGET (overlay)))
    mapped (self);
}

MyoNotices *
myo_notices_new (AdwToastOverlay *overlay)
{
  MyoNotices *self;

  g_return_val_if_fail (ADW_IS_TOAST_OVERLAY (overlay), NULL);

  self = g_object_new (MYO_TYPE_NOTICES, NULL);
  myo_notices_set_overlay (self, overlay);

  return self;
}
