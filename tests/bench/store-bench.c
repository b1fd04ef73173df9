/* How long the history takes to show its first page when there are 100,000 sessions; at most 16 ms are wanted.  The sessions of that
 * page have a pain drawing before and after, of a thousand places each.
 * A search may take some tens of ms on the records' own thread: one without a hit reads every session.
 *
 * The records are made in a temporary folder first, which takes some seconds and is not measured.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "../store-kit.h"
#include "bench.h"
#include "myo-ledger-private.h"
#include "myo-record-queries-private.h"

#define SESSIONS 100000
#define HOLDS 3
#define PAGE 50
#define ROUNDS 101
#define SEARCH_ROUNDS 11
#define DRAWING_BYTES 20000

static gboolean
add_sessions (MyoDatabase *database, gpointer data, GError **error)
{
  gint64 row, id;

  for (int i = 0; i < SESSIONS; i++)
    {
      g_autoptr(MyoSession) session = kit_session ((gint64) i * 3600 * G_USEC_PER_SEC, MYO_END_DONE);

      session->drawing_words = g_strdup (i % 1000 == 0 ? "Left: Temple, Base of the skull, Crown." : "Right: Back of the shoulder, Upper arm.");
      if (i >= SESSIONS - PAGE)
        {
          session->drawing_before = g_strnfill (DRAWING_BYTES, 'x');
          session->drawing_after = g_strnfill (DRAWING_BYTES, 'x');
        }
      if (!myo_record_queries_save_session (database, session, &id, error))
        return FALSE;
      for (int h = 1; h <= HOLDS; h++)
        {
          g_autoptr(MyoHold) hold = kit_hold (session->started_at + h, h);

          if (!myo_record_queries_add_hold (database, id, hold, h, &row, error))
            return FALSE;
        }
    }

  return TRUE;
}

static void
make_history (Kit *kit)
{
  g_autoptr(MyoLedger) ledger = myo_ledger_new (kit->folder);
  g_autoptr(GError) error = NULL;

  if (!myo_ledger_open (ledger, &error) || !myo_ledger_write (ledger, add_sessions, NULL, &error))
    g_error ("%s", error->message);
}

static double
time_page (Kit *kit, gint64 *before, gint64 *before_id)
{
  double began = bench_now_ms ();
  g_autoptr(GPtrArray) page = kit_list (kit, *before, *before_id, PAGE, NULL);
  double ms = bench_now_ms () - began;
  const MyoSession *last;

  g_assert_cmpuint (page->len, ==, PAGE);
  last = g_ptr_array_index (page, PAGE - 1);
  *before = last->started_at;
  *before_id = last->id;
  return ms;
}

static double
time_open (Kit *kit)
{
  double began;

  kit_must_open (kit);                   /* makes the day's backup, which is no part of opening */
  kit_close (kit);
  began = bench_now_ms ();
  kit_must_open (kit);
  return bench_now_ms () - began;
}

static void
bench_first_pages (Kit *kit)
{
  g_autoptr(GArray) samples = g_array_new (FALSE, FALSE, sizeof (double));

  for (int i = 0; i < ROUNDS; i++)
    {
      gint64 before = G_MAXINT64, before_id = G_MAXINT64;
      double ms = time_page (kit, &before, &before_id);

      if (i == 0)
        bench_print ("history-first-page-after-open", ms, "ms", 0);
      else
        g_array_append_val (samples, ms);
    }

  bench_print ("history-first-page", bench_get_quantile (samples, .5), "ms", 0);
  bench_print ("history-first-page-p99", bench_get_quantile (samples, .99), "ms", 0);
}

static void
bench_search (Kit *kit, const char *name, const char *search, guint expected)
{
  g_autoptr(GArray) samples = g_array_new (FALSE, FALSE, sizeof (double));

  for (int i = 0; i < SEARCH_ROUNDS; i++)
    {
      double began = bench_now_ms (), ms;
      g_autoptr(GPtrArray) found = kit_search (kit, search, G_MAXINT64, G_MAXINT64, PAGE, NULL);

      ms = bench_now_ms () - began;
      g_assert_cmpuint (found->len, ==, expected);
      g_array_append_val (samples, ms);
    }
  bench_print (name, bench_get_quantile (samples, .5), "ms", 0);
}

int
main (void)
{
  gint64 middle = (gint64) SESSIONS / 2 * 3600 * G_USEC_PER_SEC, id = G_MAXINT64;
  Kit kit = { NULL };

  kit_set_up (&kit, NULL);
  make_history (&kit);
  bench_print ("records-open", time_open (&kit), "ms", 0);
  bench_first_pages (&kit);
  bench_print ("history-middle-page", time_page (&kit, &middle, &id), "ms", 0);
  bench_search (&kit, "history-search-common", "shoulder", PAGE);
  bench_search (&kit, "history-search-rare", "temple", PAGE);
  bench_search (&kit, "history-search-no-hit", "nothing of that", 0);
  kit_tear_down (&kit, NULL);
  return 0;
}
