/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "myo-compat.h"
#include "myo-notices.h"

/* Seconds; for an offer there is more to decide. */
#define SHORTEST        5
#define SHORTEST_OFFER 10
/* Letters that a slow reader reads in a second. */
#define LETTERS        12
/* Letters of a line */
#define LINE           60
/* What stands around words and buttons, px */
#define AROUND         60

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

static GtkSizeRequestMode
get_mode (GtkWidget *title)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* Returns: how wide the words may be beside the buttons of their toast, px */
static int
get_room (GtkWidget *title)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (title, ADW_TYPE_TOAST_OVERLAY), *own = gtk_widget_get_parent (title);
  int room = overlay != NULL ? gtk_widget_get_width (overlay) - AROUND : G_MAXINT;

  if (own == NULL)
    return room;

  for (GtkWidget *other = gtk_widget_get_next_sibling (own); other != NULL; other = gtk_widget_get_next_sibling (other))
    {
      int width = 0;

      if (gtk_widget_should_layout (other))
        gtk_widget_measure (other, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
      room -= width;
    }

  return room;
}

/* The toast is a box, and would ask how wide the words are at a height, which they need not be: they go on in the next line.  The overlay gives
 * the toast the height that it has at its natural width, and then what there is of width. */
static void
measure (GtkWidget      *title,
         GtkOrientation  orientation,
         int             for_size,
         int            *minimum,
         int            *natural,
         int            *minimum_baseline,
         int            *natural_baseline)
{
  gtk_widget_measure (adw_bin_get_child (ADW_BIN (title)), orientation, orientation == GTK_ORIENTATION_HORIZONTAL ? -1 : for_size,
                      minimum, natural, minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = MAX (MIN (*natural, get_room (title)), *minimum);
}

static void
allocate (GtkWidget *title,
          int        width,
          int        height,
          int        baseline)
{
  gtk_widget_allocate (adw_bin_get_child (ADW_BIN (title)), width, height, baseline, NULL);
}

static GtkLabel *
get_label (AdwToast *toast)
{
  return GTK_LABEL (adw_bin_get_child (ADW_BIN (adw_toast_get_custom_title (toast))));
}

/* The toast's own title is one line, of which a narrow window shows the beginning. */
static GtkWidget *
make_title (const char *words)
{
  GtkWidget *label = gtk_label_new (words), *title = adw_bin_new ();

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LINE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_layout_manager (title, gtk_custom_layout_new (get_mode, measure, allocate));
  adw_bin_set_child (ADW_BIN (title), label);

  return title;
}

static AdwToast *
make_toast (const char *words,
            int         shortest)
{
  AdwToast *toast = adw_toast_new ("");

  adw_toast_set_custom_title (toast, make_title (words));
  adw_toast_set_timeout (toast, (guint) MAX (shortest, g_utf8_strlen (words, -1) / LETTERS));

  return toast;
}

/* Takes @toast. */
static void
show (MyoNotices *self,
      AdwToast   *toast)
{
  /* libadwaita tells a screen reader of titles of its own only. */
  myo_compat_announce (GTK_WIDGET (self->overlay), gtk_label_get_label (get_label (toast)));
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
  gtk_label_set_label (get_label (toast), text);
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

  toast = make_toast (words, SHORTEST);
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

  toast = make_toast (words, SHORTEST_OFFER);
  adw_toast_set_button_label (toast, button);
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

MyoNotices *
myo_notices_new (AdwToastOverlay *overlay)
{
  MyoNotices *self;

  g_return_val_if_fail (ADW_IS_TOAST_OVERLAY (overlay), NULL);

  self = g_object_new (MYO_TYPE_NOTICES, NULL);
  self->overlay = overlay;
  g_signal_connect_object (overlay, "map", G_CALLBACK (mapped), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (overlay, "unmap", G_CALLBACK (unmapped), self, G_CONNECT_SWAPPED);
  if (gtk_widget_get_mapped (GTK_WIDGET (overlay)))
    mapped (self);

  return self;
}
