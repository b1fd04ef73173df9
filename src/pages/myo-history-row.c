/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "myo-history-row.h"
#include "myo-parts.h"
#include "myo-words.h"

struct _MyoHistoryRow
{
  GtkWidget parent_instance;

  MyoHistoryEntry *entry;
  GtkWidget       *box, *day, *title, *detail, *words, *pain, *drawing_button, *holds_expander, *holds;
};

G_DEFINE_FINAL_TYPE (MyoHistoryRow, myo_history_row, GTK_TYPE_WIDGET)

enum { DELETE, SHOW_DRAWING, N_SIGNALS };
static guint signals[N_SIGNALS];

static GDateTime *
get_start (MyoHistoryEntry *entry)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (myo_history_entry_get_session (entry)->started_at / G_USEC_PER_SEC);

  return g_date_time_to_local (utc);
}

static gboolean
same_day (GDateTime *a,
          GDateTime *b)
{
  return g_date_time_get_year (a) == g_date_time_get_year (b) && g_date_time_get_day_of_year (a) == g_date_time_get_day_of_year (b);
}

static void
show_day (MyoHistoryRow   *self,
          GDateTime       *start,
          MyoHistoryEntry *before)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autoptr(GDateTime) yesterday = g_date_time_add_days (now, -1);
  g_autoptr(GDateTime) above = before != NULL ? get_start (before) : NULL;
  g_autofree char *day = NULL;

  gtk_widget_set_visible (self->day, above == NULL || !same_day (start, above));
  if (same_day (start, now))
    day = g_strdup (_("Today"));
  else if (same_day (start, yesterday))
    day = g_strdup (_("Yesterday"));
  else
    /* Translators: a day as a heading, in the notation of strftime: "Monday, 3 November 2025" */
    day = g_date_time_format (start, _("%A, %-e %B %Y"));
  gtk_label_set_label (GTK_LABEL (self->day), day);
}

/* What was painted before the session. */
static void
show_words (MyoHistoryRow    *self,
            const MyoSession *session)
{
  gtk_label_set_label (GTK_LABEL (self->words), session->drawing_words != NULL ? session->drawing_words : "");
  gtk_widget_set_visible (self->words, session->drawing_words != NULL);
}

static void
show_pain (MyoHistoryRow    *self,
           const MyoSession *session)
{
  g_autofree char *words = NULL;

  if (session->pain_before >= 0 && session->pain_after >= 0)
    /* Translators: pain before and after a session, each 0 to 10 */
    words = g_strdup_printf (_("Pain %d → %d"), session->pain_before, session->pain_after);
  else if (session->pain_before >= 0)
    words = g_strdup_printf (_("Pain before: %d"), session->pain_before);
  else if (session->pain_after >= 0)
    words = g_strdup_printf (_("Pain after: %d"), session->pain_after);

  gtk_label_set_label (GTK_LABEL (self->pain), words != NULL ? words : "");
  gtk_widget_set_visible (self->pain, words != NULL);
}

static char *
describe_hold (const MyoHold *hold)
{
  g_autofree char *held = myo_words_duration (hold->held_ms);
  g_autofree char *planned = myo_words_duration (hold->planned_ms);
  /* Translators: a hold in the history: held time, planned time, side of the body */
  GString *words = g_string_new (NULL);

  g_string_append_printf (words, _("%s of %s, %s"), held, planned, myo_words_side (hold->side));
  if (hold->pressure >= 0)
    {
      g_autofree char *pressure = myo_words_pressure (hold->pressure);

      g_string_append_printf (words, ", %s", pressure);
    }
  if (hold->known_pain)
    g_string_append_printf (words, ", %s", _("known pain"));
  if (hold->twitch)
    g_string_append_printf (words, ", %s", _("twitch"));
  if (hold->end == MYO_END_RELEASED)
    g_string_append_printf (words, ", %s", _("softened"));

  return g_string_free (words, FALSE);
}

static void
show_holds (MyoHistoryRow    *self,
            const MyoSession *session)
{
  myo_empty_box (self->holds);
  for (guint i = 0; i < session->holds->len; i++)
    {
      g_autofree char *words = describe_hold (session->holds->pdata[i]);

      gtk_box_append (GTK_BOX (self->holds), myo_make_text (words, "caption"));
    }
  gtk_widget_set_visible (self->holds_expander, session->holds->len > 0);
  gtk_expander_set_expanded (GTK_EXPANDER (self->holds_expander), FALSE);
}

void
myo_history_row_set_entry (MyoHistoryRow   *self,
                           MyoHistoryEntry *entry,
                           MyoHistoryEntry *before)
{
  const MyoSession *session = myo_history_entry_get_session (entry);
  g_autoptr(GDateTime) start = get_start (entry);
  g_autofree char *time = g_date_time_format (start, "%H:%M");
  g_autofree char *place = myo_words_muscle_side (session->muscle_name, session->side);
  g_autofree char *title = g_strdup_printf ("%s · %s", time, place);
  g_autofree char *held = myo_words_duration (myo_session_get_held_ms (session));
  g_autofree char *count = NULL;
  g_autofree char *detail = NULL;

  g_set_object (&self->entry, entry);
  show_day (self, start, before);
  gtk_label_set_label (GTK_LABEL (self->title), title);
  count = g_strdup_printf (ngettext ("%u hold", "%u holds", session->holds->len), session->holds->len);
  detail = g_strdup_printf ("%s\n%s, %s · %s", session->technique_title, count, held, myo_words_end (session->end));
  gtk_label_set_label (GTK_LABEL (self->detail), detail);
  show_words (self, session);
  show_pain (self, session);
  show_holds (self, session);
  gtk_widget_set_visible (self->drawing_button, session->drawing_before != NULL);
}

MyoHistoryEntry *
myo_history_row_get_entry (MyoHistoryRow *self)
{
  return self->entry;
}

static void
delete_clicked (MyoHistoryRow *self)
{
  g_signal_emit (self, signals[DELETE], 0);
}

static void
drawing_clicked (MyoHistoryRow *self)
{
  g_signal_emit (self, signals[SHOW_DRAWING], 0);
}

static void
myo_history_row_dispose (GObject *object)
{
  MyoHistoryRow *self = MYO_HISTORY_ROW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->entry);

  G_OBJECT_CLASS (myo_history_row_parent_class)->dispose (object);
}

static void
myo_history_row_class_init (MyoHistoryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = myo_history_row_dispose;
  signals[DELETE] = g_signal_new ("delete", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  signals[SHOW_DRAWING] = g_signal_new ("show-drawing", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/myo-history-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MyoHistoryRow, box);
  gtk_widget_class_bind_template_child (widget_class, MyoHistoryRow, day);
  gtk_widget_class_bind_template_child (widget_class, MyoHistoryRow, title);
  gtk_widget_class_bind_template_child (widget_class, MyoHistoryRow, detail);
  gtk_widget_class_bind_template_child (widget_class, MyoHistoryRow, words);
  gtk_widget_class_bind_template_child (widget_class, MyoHistoryRow, pain);
  gtk_widget_class_bind_template_child (widget_class, MyoHistoryRow, holds_expander);
  gtk_widget_class_bind_template_child (widget_class, MyoHistoryRow, holds);
  gtk_widget_class_bind_template_child (widget_class, MyoHistoryRow, drawing_button);
  gtk_widget_class_bind_template_callback (widget_class, delete_clicked);
  gtk_widget_class_bind_template_callback (widget_class, drawing_clicked);
}

static void
myo_history_row_init (MyoHistoryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
myo_history_row_new (void)
{
  return g_object_new (MYO_TYPE_HISTORY_ROW, NULL);
}
