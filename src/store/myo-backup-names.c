/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-backup-names-private.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#define PART ".part"

char *
myo_backup_folder (const char *folder)
{
  return g_build_filename (folder, "backups", NULL);
}

gboolean
myo_backup_is_kept (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  return g_str_has_prefix (name, MYO_BACKUP_KEPT_PREFIX);
}

/* The moment, UTC, with which the name of a backup ends. */
static const char *
find_moment (const char *name)
{
  return name + (g_str_has_prefix (name, MYO_BACKUP_KEPT_PREFIX) ? strlen (MYO_BACKUP_KEPT_PREFIX) : strlen (MYO_BACKUP_DAILY_PREFIX));
}

/* Only what has been named here: whatever else someone keeps in that folder is not ours to remove. */
static gboolean
is_backup (const char *name)
{
  static const char model[] = "0000-00-00-000000.db";
  const char *moment;

  if (!g_str_has_prefix (name, MYO_BACKUP_DAILY_PREFIX) && !g_str_has_prefix (name, MYO_BACKUP_KEPT_PREFIX))
    return FALSE;

  moment = find_moment (name);
  for (guint i = 0; i < sizeof model; i++)
    if (model[i] == '0' ? !g_ascii_isdigit (moment[i]) : model[i] != moment[i])
      return FALSE;

  return TRUE;
}

/* Looked at, never opened: a pipe would keep whoever opens it waiting. */
gboolean
myo_backup_is_file (const char *path)
{
  GStatBuf info;

  return g_lstat (path, &info) == 0 && S_ISREG (info.st_mode);
}

static int
by_moment_newest_first (gconstpointer a,
                        gconstpointer b)
{
  const char *x = strrchr (*(const char * const *) a, G_DIR_SEPARATOR) + 1, *y = strrchr (*(const char * const *) b, G_DIR_SEPARATOR) + 1;
  int order = strcmp (find_moment (y), find_moment (x));

  return order != 0 ? order : strcmp (x, y);
}

/* What a killed Myomap has left of a backup that was not complete; younger ones may still be under way. */
static gboolean
is_leftover (const char *path)
{
  GStatBuf info;

  return strstr (path, PART) != NULL
         && g_stat (path, &info) == 0
         && g_get_real_time () - (gint64) info.st_mtime * G_USEC_PER_SEC > G_TIME_SPAN_DAY;
}

GPtrArray *
myo_backup_list (const char *folder)
{
  g_autofree char *where = myo_backup_folder (folder);
  g_autoptr(GDir) dir = g_dir_open (where, 0, NULL);
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (where, name, NULL);

      if (is_backup (name) && myo_backup_is_file (path))
        g_ptr_array_add (paths, g_steal_pointer (&path));
    }

  g_ptr_array_sort (paths, by_moment_newest_first);
  return paths;
}

gboolean
myo_backup_is_due (const char *folder,
                   gint64      now)
{
  g_autoptr(GPtrArray) paths = myo_backup_list (folder);

  for (guint i = 0; i < paths->len; i++)
    {
      GStatBuf info;
      gint64 age = g_stat (paths->pdata[i], &info) == 0 ? now - (gint64) info.st_mtime * G_USEC_PER_SEC : -1;

      /* One from the future was made under a wrong clock and says nothing. */
      if (age >= 0)
        return age >= G_TIME_SPAN_DAY;
    }

  return TRUE;
}

static void
remove_leftovers (const char *folder)
{
  g_autofree char *where = myo_backup_folder (folder);
  g_autoptr(GDir) dir = g_dir_open (where, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (where, name, NULL);

      if (is_leftover (path))
        g_unlink (path);
    }
}

gint64
myo_backup_get_moment (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr(GDateTime) moment = NULL;
  int year, month, day, time;

  if (is_backup (name) && sscanf (find_moment (name), "%4d-%2d-%2d-%6d", &year, &month, &day, &time) == 4)
    moment = g_date_time_new_utc (year, month, day, time / 10000, time / 100 % 100, time % 100);
  return moment != NULL ? g_date_time_to_unix (moment) * G_USEC_PER_SEC : 0;
}

/* Some of one second are named a little ahead; more than that a wrong clock did.  Which of them are the newer is not known:
 * neither kind is to push the other out. */
static gboolean
is_ahead (const char *path,
          gint64      now)
{
  return myo_backup_get_moment (path) > now + G_TIME_SPAN_HOUR;
}

void
myo_backup_let_go_of_oldest (const char *folder)
{
  g_autoptr(GPtrArray) paths = myo_backup_list (folder);
  gint64 now = g_get_real_time ();
  guint n_daily[2] = { 0 }, n_kept[2] = { 0 };

  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);
      gboolean ahead = is_ahead (path, now);

      if (myo_backup_is_kept (path) ? ++n_kept[ahead] > MYO_BACKUPS_KEPT_WHEN_ASKED : ++n_daily[ahead] > MYO_BACKUPS_KEPT)
        g_unlink (path);
    }
  remove_leftovers (folder);
}
