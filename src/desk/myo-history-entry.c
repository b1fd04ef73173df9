/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "myo-history-entry.h"
#include "myo-words.h"

struct _MyoHistoryEntry
{
  GObject parent_instance;

  MyoSession *session;
};

G_DEFINE_FINAL_TYPE (MyoHistoryEntry, myo_history_entry, G_TYPE_OBJECT)

enum { PROP_TITLE = 1, PROP_DETAIL, PROP_PLACES, PROP_PAIN, PROP_HAS_DRAWING, N_PROPS };
static GParamSpec *props[N_PROPS];

/* --- Days --- */

static GDateTime *
get_local (gint64 us)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (us / G_USEC_PER_SEC);

  return g_date_time_to_local (utc);
}

static gboolean
is_same_day (GDateTime *a,
             GDateTime *b)
{
  return g_date_time_get_year (a) == g_date_time_get_year (b) && g_date_time_get_day_of_year (a) == g_date_time_get_day_of_year (b);
}

char *
myo_history_entry_describe_day (MyoHistoryEntry *self,
                                gint64           now)
{
  g_return_val_if_fail (MYO_IS_HISTORY_ENTRY (self), NULL);

  return myo_words_day (self->session->started_at, now);
}

gboolean
myo_history_entry_is_same_day (MyoHistoryEntry *self,
                               MyoHistoryEntry *other)
{
  g_autoptr(GDateTime) a = NULL, b = NULL;

  g_return_val_if_fail (MYO_IS_HISTORY_ENTRY (self), FALSE);
  g_return_val_if_fail (MYO_IS_HISTORY_ENTRY (other), FALSE);

  a = get_local (self->session->started_at);
  b = get_local (other->session->started_at);
  return is_same_day (a, b);
}

/* --- Words --- */

static char *
describe_title (const MyoSession *session)
{
  g_autoptr(GDateTime) start = get_local (session->started_at);
  g_autofree char *time = g_date_time_format (start, "%H:%M");
  g_autofree char *place = myo_words_muscle_side (session->muscle_name, session->side);

  return g_strdup_printf ("%s · %s", time, place);
}

static char *
describe_detail (const MyoSession *session)
{
  g_autofree char *held = myo_words_duration (myo_session_get_held_ms (session));
  guint n = myo_session_count_held (session);
  g_autofree char *count = g_strdup_printf (ngettext ("%u hold", "%u holds", n), n);

  if (n == 0)
    return g_strdup_printf ("%s\n%s", session->technique_title, _("nothing held"));

  return g_strdup_printf ("%s\n%s, %s · %s", session->technique_title, count, held, myo_words_end (session->end));
}

static char *
describe_pain (const MyoSession *session)
{
  if (session->pain_before >= 0 && session->pain_after >= 0)
    /* Translators: pain before and after a session, each 0 to 10 */
    return g_strdup_printf (_("Pain %d → %d"), session->pain_before, session->pain_after);
  if (session->pain_before >= 0)
    return g_strdup_printf (_("Pain before: %d"), session->pain_before);
  if (session->pain_after >= 0)
    return g_strdup_printf (_("Pain after: %d"), session->pain_after);

  return g_strdup ("");
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

GStrv
myo_history_entry_describe_holds (MyoHistoryEntry *self)
{
  g_autoptr(GStrvBuilder) lines = g_strv_builder_new ();

  g_return_val_if_fail (MYO_IS_HISTORY_ENTRY (self), NULL);

  for (guint i = 0; i < self->session->holds->len; i++)
    {
      g_autofree char *words = describe_hold (self->session->holds->pdata[i]);

      g_strv_builder_add (lines, words);
    }

  return g_strv_builder_end (lines);
}

/* --- Class --- */

static void
myo_history_entry_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  const MyoSession *session = MYO_HISTORY_ENTRY (object)->session;

  if (id == PROP_TITLE)
    g_value_take_string (value, describe_title (session));
  else if (id == PROP_DETAIL)
    g_value_take_string (value, describe_detail (session));
  else if (id == PROP_PLACES)
    g_value_set_string (value, session->drawing_words != NULL ? session->drawing_words : "");
  else if (id == PROP_PAIN)
    g_value_take_string (value, describe_pain (session));
  else if (id == PROP_HAS_DRAWING)
    g_value_set_boolean (value, session->drawing_before != NULL);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
myo_history_entry_finalize (GObject *object)
{
  g_clear_pointer (&MYO_HISTORY_ENTRY (object)->session, myo_session_unref);

  G_OBJECT_CLASS (myo_history_entry_parent_class)->finalize (object);
}

static void
myo_history_entry_class_init (MyoHistoryEntryClass *klass)
{
  static const char *const texts[] = { [PROP_TITLE] = "title", [PROP_DETAIL] = "detail", [PROP_PLACES] = "places", [PROP_PAIN] = "pain" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = myo_history_entry_get_property;
  object_class->finalize = myo_history_entry_finalize;
  for (guint i = PROP_TITLE; i <= PROP_PAIN; i++)
    props[i] = g_param_spec_string (texts[i], NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_HAS_DRAWING] = g_param_spec_boolean ("has-drawing", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
myo_history_entry_init (MyoHistoryEntry *self)
{
}

MyoHistoryEntry *
myo_history_entry_new (MyoSession *session)
{
  MyoHistoryEntry *self = g_object_new (MYO_TYPE_HISTORY_ENTRY, NULL);

  self->session = myo_session_ref (session);

  return self;
}

MyoSession *
myo_history_entry_get_session (MyoHistoryEntry *self)
{
  g_return_val_if_fail (MYO_IS_HISTORY_ENTRY (self), NULL);

  return self->session;
}
