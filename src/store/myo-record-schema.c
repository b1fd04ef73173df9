/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-record-schema-private.h"

#include "myo-migrations-private.h"
#include "myo-statement-private.h"

/* --- What it says of itself --- */

typedef struct
{
  gint64 application;
  gint64 version;
  gint64 n_objects;
} Header;

/* The version comes first: a newer file may hold what this SQLite cannot even parse. */
static gboolean
read_numbers (MyoDatabase  *database,
              Header       *header,
              GError      **error)
{
  return myo_database_get_int (database, "PRAGMA application_id", &header->application, error)
         && myo_database_get_int (database, "PRAGMA user_version", &header->version, error);
}

static gboolean
count_objects (MyoDatabase  *database,
               Header       *header,
               GError      **error)
{
  return myo_database_get_int (database, "SELECT count (*) FROM sqlite_schema", &header->n_objects, error);
}

static gboolean
refuse (const char  *path,
        const char  *detail,
        GError     **error)
{
  myo_database_error_set (error, MYO_ERROR_STORE_FOREIGN, path, detail);
  return FALSE;
}

static gboolean
is_of_others (const Header *header)
{
  return header->application != MYO_APPLICATION_ID
         && (header->application != 0 || header->version != 0 || header->n_objects != 0);
}

gboolean
myo_record_schema_refuse (const char  *path,
                          GError     **error)
{
  g_autoptr(MyoDatabase) alone = myo_database_open (path, MYO_DATABASE_FROZEN, NULL);
  Header header;

  if (alone == NULL || !read_numbers (alone, &header, NULL) || !count_objects (alone, &header, NULL) || !is_of_others (&header))
    return TRUE;

  return refuse (path, "a database, but not one of Myomap", error);
}

/* --- Its tables --- */

/* What SQLite keeps for itself to find the quickest way says nothing and is no harm. */
#define OBJECTS \
  "SELECT COALESCE (name, ''), quote (type) || quote (name) || quote (tbl_name) || quote (sql) FROM sqlite_schema " \
  "WHERE NOT (type = 'table' AND name IN ('sqlite_stat1', 'sqlite_stat4'))"

static void
take_object (MyoStatement *row,
             gpointer      data)
{
  const char *name = myo_statement_get_text (row, 0), *object = myo_statement_get_text (row, 1);

  g_hash_table_insert (data, g_strdup (object != NULL ? object : ""), g_strdup (name != NULL ? name : ""));
}

/* Returns: (transfer full): names by what they are */
static GHashTable *
read_objects (MyoDatabase  *database,
              GError      **error)
{
  g_autoptr(GHashTable) objects = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(MyoStatement) statement = myo_statement_new (database, OBJECTS, error);

  if (statement == NULL || !myo_statement_for_each (statement, take_object, objects, error))
    return NULL;
  return g_steal_pointer (&objects);
}

/* @version: that the tables are to have
 * Returns: (transfer full): what the migrations make, made anew */
static GHashTable *
make_objects (const char * const  *steps,
              gint64               version,
              GError             **error)
{
  g_autoptr(MyoDatabase) model = myo_database_open (":memory:", MYO_DATABASE_WRITE, error);
  g_autofree const char **some = g_new0 (const char *, version + 1);

  for (gint64 i = 0; i < version; i++)
    some[i] = steps[i];
  if (model == NULL || !myo_migrations_run (model, some, error))
    return NULL;
  return read_objects (model, error);
}

/* Returns: (nullable): the name of something in @some that is not in @all */
static const char *
find_missing (GHashTable *some,
              GHashTable *all)
{
  GHashTableIter iter;
  gpointer object, name;

  g_hash_table_iter_init (&iter, some);
  while (g_hash_table_iter_next (&iter, &object, &name))
    if (!g_hash_table_contains (all, object))
      return name;
  return NULL;
}

static gboolean
check_objects (MyoDatabase         *database,
               const char * const  *steps,
               gint64               version,
               GError             **error)
{
  g_autoptr(GHashTable) found = read_objects (database, error);
  g_autoptr(GHashTable) expected = found != NULL ? make_objects (steps, version, error) : NULL;
  g_autofree char *detail = NULL;
  const char *other;

  if (expected == NULL)
    return FALSE;

  if ((other = find_missing (found, expected)) != NULL)
    detail = g_strdup_printf ("holds what Myomap has not made: %s", other);
  else if ((other = find_missing (expected, found)) != NULL)
    detail = g_strdup_printf ("lacks what Myomap needs: %s", other);
  return detail == NULL || refuse (database->path, detail, error);
}

typedef struct
{
  const char * const *steps;
  gint64             *version;
} Check;

static gboolean
check_all (MyoDatabase  *database,
           gpointer      data,
           GError      **error)
{
  const Check *check = data;
  Header header = { 0 };

  if (!read_numbers (database, &header, error))
    return FALSE;

  *check->version = header.version;
  if (header.application == MYO_APPLICATION_ID && header.version > g_strv_length ((char **) check->steps))
    {
      myo_database_error_set (error, MYO_ERROR_STORE_NEWER, database->path, "tables of a newer version");
      return FALSE;
    }

  if (!count_objects (database, &header, error))
    return FALSE;
  if (is_of_others (&header))
    return refuse (database->path, "a database, but not one of Myomap", error);
  if (header.application == 0)
    return TRUE;
  if (header.version < 1)
    return refuse (database->path, "records without a version", error);
  return check_objects (database, check->steps, header.version, error);
}

/* Another program may be making or upgrading the tables at this moment: what is compared is one state of them. */
gboolean
myo_record_schema_check (MyoDatabase         *database,
                         const char * const  *steps,
                         gint64              *version,
                         GError             **error)
{
  Check check = { steps, version };

  return myo_database_read (database, check_all, &check, error);
}
