/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-history.h"

#define PAGE 60

struct _MyoHistory
{
  GObject parent_instance;

  MyoStore     *store;
  GListStore   *entries;
  GCancellable *loading;
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
loaded (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(MyoHistory) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) sessions = myo_store_list_finish (MYO_STORE (source), result, &error);
  g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);

  if (sessions == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        {
          g_clear_object (&self->loading);
          self->complete = TRUE;
        }
      fail (self, error);
      return;
    }

  g_clear_object (&self->loading);
  self->complete = sessions->len < PAGE;
  for (guint i = 0; i < sessions->len; i++)
    g_ptr_array_add (entries, myo_history_entry_new (sessions->pdata[i]));
  g_list_store_splice (self->entries, g_list_model_get_n_items (G_LIST_MODEL (self->entries)), 0, entries->pdata, entries->len);
}

void
myo_history_load_more (MyoHistory *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->entries));
  g_autoptr(MyoHistoryEntry) last = NULL;
  gint64 before = G_MAXINT64, before_id = G_MAXINT64;

  g_return_if_fail (MYO_IS_HISTORY (self));

  if (self->loading != NULL || self->complete)
    return;

  if (n > 0)
    {
      last = g_list_model_get_item (G_LIST_MODEL (self->entries), n - 1);
      before = myo_history_entry_get_session (last)->started_at;
      before_id = myo_history_entry_get_session (last)->id;
    }
  self->loading = g_cancellable_new ();
  myo_store_list_async (self->store, before, before_id, PAGE, self->loading, loaded, g_object_ref (self));
}

void
myo_history_reload (MyoHistory *self)
{
  g_return_if_fail (MYO_IS_HISTORY (self));

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->complete = FALSE;
  g_list_store_remove_all (self->entries);
  myo_history_load_more (self);
}

/* --- Deleting --- */

static void
changed (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(MyoHistory) self = user_data;
  g_autoptr(GError) error = NULL;

  if (myo_store_delete_finish (MYO_STORE (source), result, &error))
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

  myo_store_delete_async (self->store, myo_history_entry_get_session (entry)->id, changed, g_object_ref (self));
  g_list_store_remove (self->entries, position);
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

  myo_store_undelete_async (self->store, myo_history_entry_get_session (entry)->id, changed, g_object_ref (self));
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
  g_clear_object (&self->store);

  G_OBJECT_CLASS (myo_history_parent_class)->dispose (object);
}

static void
myo_history_class_init (MyoHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = myo_history_dispose;
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
myo_history_init (MyoHistory *self)
{
  self->entries = g_list_store_new (MYO_TYPE_HISTORY_ENTRY);
}

MyoHistory *
myo_history_new (MyoStore *store)
{
  MyoHistory *self = g_object_new (MYO_TYPE_HISTORY, NULL);

  self->store = g_object_ref (store);

  return self;
}
