/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-history.h"

#define PAGE 60

struct _MyoHistory
{
  GObject parent_instance;

  MyoRecords   *records;
  MyoToday     *today;
  GListStore   *entries;
  char         *search;
  GCancellable *loading;
  gboolean      anew;          /* what is loading takes the place of what is there */
  gboolean      complete;
};

G_DEFINE_FINAL_TYPE (MyoHistory, myo_history, G_TYPE_OBJECT)

enum { FAILED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
fail (MyoHistory *self,
      GError     *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[FAILED], 0, error);
}

/* --- Loading --- */

static void
failed_to_load (MyoHistory *self,
                GError     *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->loading);
  self->complete = TRUE;
  if (self->anew)
    g_list_store_remove_all (self->entries);
  self->anew = FALSE;
  fail (self, error);
}

/* Until it is there the old one stays on show, so that typing a search does not flicker. */
static void
take_page (MyoHistory *self,
           GPtrArray  *sessions)
{
  g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->entries));

  for (guint i = 0; i < sessions->len; i++)
    g_ptr_array_add (entries, myo_history_entry_new (sessions->pdata[i]));
  g_list_store_splice (self->entries, self->anew ? 0 : n, self->anew ? n : 0, entries->pdata, entries->len);
  self->anew = FALSE;
}

static void
loaded (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autofree GWeakRef *asker = user_data;
  g_autoptr(MyoHistory) self = g_weak_ref_get (asker);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) sessions = myo_records_list_finish (MYO_RECORDS (source), result, &error);

  g_weak_ref_clear (asker);
  if (self == NULL)
    return;
  if (sessions == NULL)
    {
      failed_to_load (self, error);
      return;
    }

  g_clear_object (&self->loading);
  self->complete = sessions->len < PAGE;
  take_page (self, sessions);
}

void
myo_history_load_more (MyoHistory *self)
{
  guint n;
  GWeakRef *asker;
  g_autoptr(MyoHistoryEntry) last = NULL;
  MyoSessionFilter filter = { .before = G_MAXINT64, .before_id = G_MAXINT64, .limit = PAGE, .search = self->search };

  g_return_if_fail (MYO_IS_HISTORY (self));

  if (self->loading != NULL || self->complete)
    return;

  n = self->anew ? 0 : g_list_model_get_n_items (G_LIST_MODEL (self->entries));
  if (n > 0)
    {
      last = g_list_model_get_item (G_LIST_MODEL (self->entries), n - 1);
      filter.before = myo_history_entry_get_session (last)->started_at;
      filter.before_id = myo_history_entry_get_session (last)->id;
    }
  self->loading = g_cancellable_new ();
  /* Who has gone by the time of the answer does not need it. */
  asker = g_new (GWeakRef, 1);
  g_weak_ref_init (asker, self);
  myo_records_list_async (self->records, &filter, self->loading, loaded, asker);
}

void
myo_history_reload (MyoHistory *self)
{
  g_return_if_fail (MYO_IS_HISTORY (self));

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->complete = FALSE;
  self->anew = TRUE;
  myo_history_load_more (self);
}

void
myo_history_set_search (MyoHistory *self,
                        const char *text)
{
  g_return_if_fail (MYO_IS_HISTORY (self));

  if (text != NULL && *text == '\0')
    text = NULL;
  if (g_strcmp0 (self->search, text) == 0)
    return;

  g_free (self->search);
  self->search = g_strdup (text);
  myo_history_reload (self);
}

/* --- Deleting --- */

static void
changed (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(MyoHistory) self = user_data;
  g_autoptr(GError) error = NULL;

  if (myo_records_delete_finish (MYO_RECORDS (source), result, &error))
    return;

  /* What is on the disk is the truth: show it. */
  fail (self, error);
  myo_history_reload (self);
}

void
myo_history_delete (MyoHistory      *self,
                    MyoHistoryEntry *entry)
{
  guint position;

  g_return_if_fail (MYO_IS_HISTORY (self));

  if (!g_list_store_find (self->entries, entry, &position))
    return;

  myo_records_delete_async (self->records, myo_history_entry_get_session (entry)->id, changed, g_object_ref (self));
  g_list_store_remove (self->entries, position);
  if (self->anew)
    myo_history_reload (self);
}

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b,
                      gpointer      data)
{
  const MyoSession *x = myo_history_entry_get_session ((MyoHistoryEntry *) a);
  const MyoSession *y = myo_history_entry_get_session ((MyoHistoryEntry *) b);

  if (x->started_at != y->started_at)
    return x->started_at > y->started_at ? -1 : 1;

  return x->id > y->id ? -1 : x->id < y->id;
}

void
myo_history_undelete (MyoHistory      *self,
                      MyoHistoryEntry *entry)
{
  g_return_if_fail (MYO_IS_HISTORY (self));

  myo_records_undelete_async (self->records, myo_history_entry_get_session (entry)->id, changed, g_object_ref (self));
  /* It may be no part of what is searched for by now. */
  if (self->search != NULL || self->anew)
    myo_history_reload (self);
  else
    g_list_store_insert_sorted (self->entries, entry, compare_newest_first, NULL);
}

GListModel *
myo_history_get_entries (MyoHistory *self)
{
  return G_LIST_MODEL (self->entries);
}

static void
myo_history_dispose (GObject *object)
{
  MyoHistory *self = MYO_HISTORY (object);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->entries);
  g_clear_object (&self->today);
  g_clear_object (&self->records);

  G_OBJECT_CLASS (myo_history_parent_class)->dispose (object);
}

static void
myo_history_finalize (GObject *object)
{
  g_free (MYO_HISTORY (object)->search);

  G_OBJECT_CLASS (myo_history_parent_class)->finalize (object);
}

static void
myo_history_class_init (MyoHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = myo_history_dispose;
  G_OBJECT_CLASS (klass)->finalize = myo_history_finalize;
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
myo_history_init (MyoHistory *self)
{
  self->entries = g_list_store_new (MYO_TYPE_HISTORY_ENTRY);
}

MyoHistory *
myo_history_new (MyoRecords *records,
                 MyoClock   *clock)
{
  MyoHistory *self;

  g_return_val_if_fail (MYO_IS_RECORDS (records), NULL);
  g_return_val_if_fail (MYO_IS_CLOCK (clock), NULL);

  self = g_object_new (MYO_TYPE_HISTORY, NULL);
  self->records = g_object_ref (records);
  self->today = myo_today_new (clock);

  return self;
}

MyoToday *
myo_history_get_today (MyoHistory *self)
{
  g_return_val_if_fail (MYO_IS_HISTORY (self), NULL);

  return self->today;
}
