/* What the tests of the records share: folders of their own, and the store's calls made to wait.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gstdio.h>
#include <string.h>

#include "myo-error.h"
#include "myo-store.h"

typedef struct
{
  char       *folder;
  char       *records;     /* path of records.db in it */
  MyoRecords *store;
} Kit;

/* --- Waiting --- */

static inline void
kit_take_result (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static inline GAsyncResult *
kit_wait (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

/* --- Folders --- */

static inline void
kit_remove (const char *path)
{
  g_autoptr(GDir) dir = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      kit_remove (child);
    }
  g_remove (path);
}

/* Names in @folder that begin with @prefix and end with @suffix. */
static inline guint
kit_count_files (const char *folder, const char *prefix, const char *suffix)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_prefix (name, prefix) && g_str_has_suffix (name, suffix);
  return n;
}

static inline void
kit_new_store (Kit *kit)
{
  g_autoptr(GFile) folder = g_file_new_for_path (kit->folder);

  g_clear_object (&kit->store);
  kit->store = MYO_RECORDS (myo_store_new (folder));
}

static inline void
kit_set_up (Kit *kit, gconstpointer unused)
{
  g_autofree char *parent = g_dir_make_tmp ("myomap-store-XXXXXX", NULL);

  g_assert_nonnull (parent);
  kit->folder = g_build_filename (parent, "myomap", NULL);
  kit->records = g_build_filename (kit->folder, "records.db", NULL);
  kit_new_store (kit);
}

static inline void
kit_tear_down (Kit *kit, gconstpointer unused)
{
  g_autofree char *parent = g_path_get_dirname (kit->folder);

  g_clear_object (&kit->store);
  kit_remove (parent);
  g_free (kit->folder);
  g_free (kit->records);
}

/* --- Calls --- */

static inline gboolean
kit_open (Kit *kit, GError **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  myo_records_open_async (kit->store, NULL, kit_take_result, &result);
  return myo_records_open_finish (kit->store, kit_wait (&result), error);
}

static inline void
kit_must_open (Kit *kit)
{
  g_autoptr(GError) error = NULL;

  kit_open (kit, &error);
  g_assert_no_error (error);
  g_assert_true (myo_records_get_writable (kit->store));
}

static inline void
kit_close (Kit *kit)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  myo_records_close_async (kit->store, kit_take_result, &result);
  g_assert_true (myo_records_close_finish (kit->store, kit_wait (&result), &error));
  g_assert_no_error (error);
}

static inline gint64
kit_save (Kit *kit, MyoSession *session, GError **error)
{
  g_autoptr(GAsyncResult) result = NULL;
  gint64 id;

  myo_records_save_session_async (kit->store, session, kit_take_result, &result);
  id = myo_records_save_session_finish (kit->store, kit_wait (&result), error);
  if (id > 0)
    session->id = id;
  return id;
}

static inline gint64
kit_add_hold (Kit *kit, gint64 session, const MyoHold *hold, int next_move, GError **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  myo_records_add_hold_async (kit->store, session, hold, next_move, kit_take_result, &result);
  return myo_records_add_hold_finish (kit->store, kit_wait (&result), error);
}

static inline MyoSessionFilter
kit_filter (gint64 before, gint64 before_id, guint limit, const char *search)
{
  return (MyoSessionFilter) { .before = before, .before_id = before_id, .limit = limit, .search = search };
}

static inline GPtrArray *
kit_search (Kit *kit, const char *search, gint64 before, gint64 before_id, guint limit, GError **error)
{
  const MyoSessionFilter filter = kit_filter (before, before_id, limit, search);
  g_autoptr(GAsyncResult) result = NULL;

  myo_records_list_async (kit->store, &filter, NULL, kit_take_result, &result);
  return myo_records_list_finish (kit->store, kit_wait (&result), error);
}

static inline GPtrArray *
kit_list (Kit *kit, gint64 before, gint64 before_id, guint limit, GError **error)
{
  return kit_search (kit, NULL, before, before_id, limit, error);
}

static inline MyoSession *
kit_find_unfinished (Kit *kit, GError **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  myo_records_find_unfinished_async (kit->store, kit_take_result, &result);
  return myo_records_find_unfinished_finish (kit->store, kit_wait (&result), error);
}

static inline gboolean
kit_delete (Kit *kit, gint64 session, gboolean undo, GError **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  if (undo)
    myo_records_undelete_async (kit->store, session, kit_take_result, &result);
  else
    myo_records_delete_async (kit->store, session, kit_take_result, &result);
  return myo_records_delete_finish (kit->store, kit_wait (&result), error);
}

static inline gboolean
kit_restore (Kit *kit, GFile *backup, GError **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  myo_records_restore_async (kit->store, backup, kit_take_result, &result);
  return myo_records_restore_finish (kit->store, kit_wait (&result), error);
}

static inline gboolean
kit_start_anew (Kit *kit, GError **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  myo_records_start_anew_async (kit->store, kit_take_result, &result);
  return myo_records_start_anew_finish (kit->store, kit_wait (&result), error);
}

static inline gboolean
kit_save_draft (Kit *kit, const char *drawing, GError **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  myo_records_save_draft_async (kit->store, drawing, kit_take_result, &result);
  return myo_records_save_draft_finish (kit->store, kit_wait (&result), error);
}

static inline char *
kit_load_draft (Kit *kit, GError **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  myo_records_load_draft_async (kit->store, kit_take_result, &result);
  return myo_records_load_draft_finish (kit->store, kit_wait (&result), error);
}

/* --- Things to store --- */

static inline MyoSession *
kit_session (gint64 started_at, MyoEnd end)
{
  MyoSession *session = myo_session_new ();

  session->started_at = started_at;
  session->ended_at = end == MYO_END_NONE ? 0 : started_at + 60 * G_USEC_PER_SEC;
  session->muscle = g_strdup ("infraspinatus");
  session->muscle_name = g_strdup ("Infraspinatus – “Untergrätenmuskel”");
  session->technique = g_strdup ("infraspinatus-ball");
  session->technique_title = g_strdup ("Ball against the wall");
  session->atlas_version = g_strdup ("a1b2c3");
  session->side = MYO_SIDE_LEFT;
  session->pain_before = 7;
  session->end = end;
  return session;
}

static inline MyoHold *
kit_hold (gint64 started_at, int repetition)
{
  MyoHold *hold = myo_hold_new ();

  hold->started_at = started_at;
  hold->point = g_strdup ("infraspinatus-trp1");
  hold->side = MYO_SIDE_LEFT;
  hold->step = 2;
  hold->repetition = repetition;
  hold->planned_ms = 30000;
  hold->held_ms = 29500;
  hold->pressure = 6;
  hold->twitch = TRUE;
  hold->end = MYO_END_DONE;
  return hold;
}

/* Saves @session with these drawings; the session itself keeps none. */
static inline void
kit_save_drawings (Kit *kit, MyoSession *session, const char *before, const char *after)
{
  g_autoptr(GError) error = NULL;

  session->drawing_before = g_strdup (before);
  session->drawing_after = g_strdup (after);
  kit_save (kit, session, &error);
  g_assert_no_error (error);
  g_clear_pointer (&session->drawing_before, g_free);
  g_clear_pointer (&session->drawing_after, g_free);
}

/* Adds @n finished sessions with two holds each, a minute apart. */
static inline void
kit_fill (Kit *kit, guint n)
{
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(MyoSession) session = kit_session ((gint64) (i + 1) * 60 * G_USEC_PER_SEC, MYO_END_DONE);

      kit_save (kit, session, &error);
      g_assert_no_error (error);
      for (int h = 1; h <= 2; h++)
        {
          g_autoptr(MyoHold) hold = kit_hold (session->started_at + h, h);

          kit_add_hold (kit, session->id, hold, h, &error);
          g_assert_no_error (error);
        }
    }
}

/* --- What must be so --- */

static inline void
kit_assert_n_listed (Kit *kit, guint n)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) listed = kit_list (kit, G_MAXINT64, G_MAXINT64, 1000, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (listed->len, ==, n);
}

static inline void
kit_assert_draft (Kit *kit, const char *drawing)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *found = kit_load_draft (kit, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, drawing);
}

/* Records of @n sessions, closed, with one backup of all of them. */
static inline void
kit_make_records (Kit *kit, guint n)
{
  kit_must_open (kit);
  kit_fill (kit, n);
  kit_must_open (kit);
  kit_close (kit);
}

/* What is said is technical: `PATH: REASON`, the path being the file or the folder that it is in. */
static inline void
kit_assert_names_file (Kit *kit, const GError *error)
{
  const char *reason = strstr (error->message, ": ");

  g_assert_true (g_str_has_prefix (error->message, kit->folder));
  g_assert_nonnull (reason);
  g_assert_cmpuint (strlen (reason), >, strlen (": "));
}

static inline void
kit_must_start_anew (Kit *kit)
{
  g_autoptr(GError) error = NULL;

  kit_start_anew (kit, &error);
  g_assert_no_error (error);
  g_assert_true (myo_records_get_writable (kit->store));
}

/* What is offered becomes the records, of @n sessions. */
static inline void
kit_must_take_offer (Kit *kit, guint n)
{
  const MyoRecordsOffer *offer = myo_records_get_offer (kit->store);
  g_autoptr(GFile) backup = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_nonnull (offer);
  g_assert_cmpuint (offer->n_sessions, ==, n);
  backup = g_object_ref (offer->backup);
  g_assert_true (kit_restore (kit, backup, &error));
  g_assert_no_error (error);
  kit_assert_n_listed (kit, n);
}

static inline void
kit_assert_open_fails (Kit *kit, MyoError code)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (kit_open (kit, &error));
  g_assert_error (error, MYO_ERROR, (int) code);
  kit_assert_names_file (kit, error);
  g_assert_false (myo_records_get_writable (kit->store));
}
