/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-restoring-private.h"

#include "myo-backup-private.h"
#include "myo-record-files-private.h"
#include "myo-record-schema-private.h"

/* --- What there is --- */

static char *
part_path (const char *name)
{
  return g_strconcat (name, ".part", NULL);
}

static char *
ready_path (const char *name)
{
  return g_strconcat (name, ".ready", NULL);
}

static gboolean
is_there (const char *path)
{
  return g_file_test (path, G_FILE_TEST_IS_SYMLINK) || g_file_test (path, G_FILE_TEST_EXISTS);
}

gboolean
myo_restoring_left_something (const char *name)
{
  g_autofree char *part = part_path (name), *ready = ready_path (name);

  return is_there (part) || is_there (ready);
}

/* --- Steps --- */

/* Journals that are still there belong to the file that was moved aside. */
static gboolean
take_place (const char  *name,
            const char  *ready,
            GError     **error)
{
  g_autofree char *aside = myo_record_files_move_aside (name, "replaced", error);

  return aside != NULL && myo_record_files_rename (ready, name, error);
}

gboolean
myo_restoring_tidy_up (const char  *name,
                       GError     **error)
{
  g_autofree char *part = part_path (name), *ready = ready_path (name);

  if (!is_there (name) && is_there (ready) && !take_place (name, ready, error))
    return FALSE;

  if (is_there (part))
    myo_record_files_remove (part);
  if (is_there (ready))
    myo_record_files_remove (ready);
  return TRUE;
}

/* The records have nothing to do with it. */
static gboolean
is_of_backup (const GError *error)
{
  return g_error_matches (error, MYO_ERROR, MYO_ERROR_STORE_DAMAGED) || g_error_matches (error, MYO_ERROR, MYO_ERROR_STORE_NEWER)
         || g_error_matches (error, MYO_ERROR, MYO_ERROR_STORE_FOREIGN);
}

static gboolean
blame_backup (GError  *fault,
              GError **error)
{
  if (is_of_backup (fault))
    fault->code = MYO_ERROR_STORE_BACKUP;
  g_propagate_error (error, fault);
  return FALSE;
}

static gboolean
make_ready (const char          *name,
            const char          *backup,
            const char          *ready,
            const char * const  *steps,
            GError             **error)
{
  g_autofree char *part = part_path (name);
  GError *fault = NULL;

  if (!myo_backup_copy (backup, part, steps, &fault))
    return blame_backup (fault, error);

  if (myo_record_files_rename (part, ready, error))
    return TRUE;

  myo_record_files_remove (part);
  return FALSE;
}

/* Returns: whether nothing has the name any more */
static gboolean
make_room (const char  *name,
           const char  *why,
           GError     **error)
{
  g_autoptr(GError) fault = NULL;
  g_autofree char *aside = is_there (name) ? myo_record_files_move_aside (name, why, &fault) : NULL;

  if (!is_there (name))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

gboolean
myo_restoring_run (const char          *name,
                   const char          *backup,
                   const char          *why,
                   const char * const  *steps,
                   GError             **error)
{
  g_autofree char *ready = ready_path (name);

  if (!myo_restoring_tidy_up (name, error)
      || !myo_record_schema_refuse (name, error)
      || !make_ready (name, backup, ready, steps, error))
    return FALSE;

  if (make_room (name, why, error))
    return take_place (name, ready, error);

  myo_record_files_remove (ready);
  return FALSE;
}

/* --- Where a link leads --- */

/* @aside: (out): path of a copy of what is in @path; NULL when nothing is in it */
static gboolean
put_copy_aside (const char          *name,
                const char          *path,
                const char * const  *steps,
                char               **aside,
                GError             **error)
{
  g_autofree char *part = part_path (name);

  *aside = NULL;
  if (myo_record_files_size (path, "") <= 0)
    return TRUE;
  if (!myo_backup_copy (path, part, steps, error))
    return FALSE;

  *aside = myo_record_files_move_aside (part, "replaced", error);
  if (*aside != NULL)
    return TRUE;

  myo_record_files_remove (part);
  return FALSE;
}

gboolean
myo_restoring_fill (const char          *name,
                    const char          *path,
                    const char          *backup,
                    const char * const  *steps,
                    GError             **error)
{
  GError *fault = NULL;
  g_autoptr(MyoDatabase) from = NULL;
  g_autofree char *aside = NULL;

  if (!myo_restoring_tidy_up (name, error))
    return FALSE;

  from = myo_backup_open (backup, steps, TRUE, &fault);
  if (from == NULL)
    return blame_backup (fault, error);

  if (!put_copy_aside (name, path, steps, &aside, error))
    return FALSE;
  if (myo_backup_fill (from, path, error))
    return TRUE;

  if (aside != NULL)
    myo_record_files_remove (aside);
  return FALSE;
}
