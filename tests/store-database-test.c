/* One connection: all of a transaction or nothing, and reading one state of the tables.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-database-private.h"
#include "myo-statement-private.h"
#include "store-kit.h"

static MyoDatabase *
open_settled (Kit *kit)
{
  g_autoptr(GError) error = NULL;
  MyoDatabase *database = myo_database_open (kit->records, MYO_DATABASE_WRITE, &error);

  g_assert_no_error (error);
  g_assert_true (myo_database_settle (database, NULL));
  return database;
}

static MyoDatabase *
make_pair (Kit *kit, MyoDatabase **other)
{
  MyoDatabase *database;

  g_assert_cmpint (g_mkdir_with_parents (kit->folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (kit->records, "", 0, NULL));
  database = open_settled (kit);
  g_assert_true (myo_database_exec (database, "CREATE TABLE n (i INTEGER); INSERT INTO n VALUES (1)", NULL));
  *other = open_settled (kit);
  return database;
}

static gint64
count (MyoDatabase *database)
{
  gint64 n = -1;

  g_assert_true (myo_database_get_int (database, "SELECT count (*) FROM n", &n, NULL));
  return n;
}

static gboolean
add_and_fail (MyoDatabase *database, gpointer data, GError **error)
{
  g_assert_true (myo_database_exec (database, "INSERT INTO n VALUES (2)", error));
  g_assert_cmpint (count (database), ==, 2);
  return myo_database_exec (database, "INSERT INTO nowhere VALUES (3)", error);
}

static gboolean
add (MyoDatabase *database, gpointer data, GError **error)
{
  return myo_database_exec (database, "INSERT INTO n VALUES (2)", error);
}

static void
test_all_or_nothing (Kit *kit, gconstpointer unused)
{
  g_autoptr(MyoDatabase) other = NULL;
  g_autoptr(MyoDatabase) database = make_pair (kit, &other);
  g_autoptr(GError) error = NULL;

  g_assert_false (myo_database_transact (database, add_and_fail, NULL, &error));
  g_assert_error (error, MYO_ERROR, MYO_ERROR_STORE);
  g_assert_cmpint (count (other), ==, 1);
  g_assert_true (myo_database_transact (database, add, NULL, NULL));
  g_assert_cmpint (count (other), ==, 2);
}

/* @data: the other connection, which writes between two readings of the first */
static gboolean
read_twice (MyoDatabase *database, gpointer data, GError **error)
{
  g_assert_cmpint (count (database), ==, 1);
  g_assert_true (myo_database_transact (data, add, NULL, NULL));
  g_assert_cmpint (count (data), ==, 2);
  g_assert_cmpint (count (database), ==, 1);
  return TRUE;
}

static gboolean
read_and_fail (MyoDatabase *database, gpointer data, GError **error)
{
  return myo_database_exec (database, "SELECT * FROM nowhere", error);
}

static void
test_reading_sees_one_state (Kit *kit, gconstpointer unused)
{
  g_autoptr(MyoDatabase) other = NULL;
  g_autoptr(MyoDatabase) database = make_pair (kit, &other);
  g_autoptr(GError) error = NULL;

  g_assert_true (myo_database_read (database, read_twice, other, NULL));
  g_assert_cmpint (count (database), ==, 2);
  g_assert_false (myo_database_read (database, read_and_fail, NULL, &error));
  g_assert_error (error, MYO_ERROR, MYO_ERROR_STORE);
  g_assert_true (myo_database_transact (database, add, NULL, NULL));
  g_assert_cmpint (count (other), ==, 3);
}

static void
test_numbers (Kit *kit, gconstpointer unused)
{
  g_autoptr(MyoDatabase) other = NULL;
  g_autoptr(MyoDatabase) database = make_pair (kit, &other);
  gint64 value = 9;

  g_assert_true (myo_database_get_int (database, "SELECT i FROM n WHERE i > 5", &value, NULL));
  g_assert_cmpint (value, ==, 0);
  g_assert_true (myo_database_get_int (database, "SELECT NULL", &value, NULL));
  g_assert_cmpint (value, ==, 0);
  g_assert_true (myo_database_get_int (database, "VALUES (-9223372036854775807 - 1), (5)", &value, NULL));
  g_assert_cmpint (value, ==, G_MININT64);
  g_assert_true (myo_database_quick_check (database, NULL));
}

static void
add_up (MyoStatement *row, gpointer data)
{
  *(gint64 *) data += myo_statement_get_int (row, 0);
}

static void
test_statement_runs_again (Kit *kit, gconstpointer unused)
{
  g_autoptr(MyoDatabase) other = NULL;
  g_autoptr(MyoDatabase) database = make_pair (kit, &other);
  g_autoptr(MyoStatement) statement = NULL;
  g_autoptr(GError) error = NULL;
  gint64 sum = 0;

  g_assert_true (myo_database_exec (database, "INSERT INTO n VALUES (10), (100)", NULL));
  statement = myo_statement_new (database, "SELECT i FROM n WHERE i >= :least", &error);
  g_assert_no_error (error);
  myo_statement_bind_int (statement, ":least", 10);
  g_assert_true (myo_statement_for_each (statement, add_up, &sum, &error));
  g_assert_cmpint (sum, ==, 110);
  myo_statement_reset (statement);
  myo_statement_bind_int (statement, ":least", 100);
  g_assert_true (myo_statement_for_each (statement, add_up, &sum, &error));
  g_assert_cmpint (sum, ==, 210);
}

#define ADD(path, func) g_test_add ("/store-database/" path, Kit, NULL, kit_set_up, func, kit_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("transact", test_all_or_nothing);
  ADD ("read", test_reading_sees_one_state);
  ADD ("numbers", test_numbers);
  ADD ("statement", test_statement_runs_again);
  return g_test_run ();
}
