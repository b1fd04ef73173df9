/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "disk-model.h"

#include <string.h>

#include "file-calls.h"

#define SECTOR 512

typedef struct
{
  GPtrArray *calls;
  guint      n;
  DiskLoss   loss;
  GRand     *lot;
} Cut;

/* --- Names --- */

static gboolean
is_of_folder (const FileCall *call, const char *folder)
{
  g_autofree char *parent = call->name != NULL ? g_path_get_dirname (call->name) : NULL;

  return (call->kind == FILE_CALL_CREATE || call->kind == FILE_CALL_RENAME || call->kind == FILE_CALL_UNLINK)
         && g_str_equal (parent, *folder != '\0' ? folder : ".");
}

/* Returns: how many of the first calls surely reached the names in @folder, and by lot some after them */
static guint
count_kept_names (Cut *cut, const char *folder)
{
  guint kept = 0;

  for (guint i = 0; i < cut->n; i++)
    {
      const FileCall *call = cut->calls->pdata[i];

      if (call->kind == FILE_CALL_SYNC_FOLDER && g_str_equal (call->name, folder))
        kept = i;
    }

  return cut->loss == DISK_LOSES_NOTHING ? cut->n
         : cut->loss == DISK_LOSES_ALL ? kept : (guint) g_rand_int_range (cut->lot, (gint32) kept, (gint32) cut->n + 1);
}

/* Returns: (transfer full): name → number of the file, plus one */
static GHashTable *
find_names (Cut *cut)
{
  static const char * const folders[] = { "", "backups" };
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint f = 0; f < G_N_ELEMENTS (folders); f++)
    {
      guint kept = count_kept_names (cut, folders[f]);

      for (guint i = 0; i < kept; i++)
        {
          const FileCall *call = cut->calls->pdata[i];

          if (!is_of_folder (call, folders[f]))
            continue;
          if (call->kind == FILE_CALL_CREATE)
            g_hash_table_insert (names, g_strdup (call->name), GUINT_TO_POINTER (call->file + 1));
          else if (call->kind == FILE_CALL_RENAME)
            g_hash_table_insert (names, g_strdup (call->new_name), g_hash_table_lookup (names, call->name));
          if (call->kind != FILE_CALL_CREATE)
            g_hash_table_remove (names, call->name);
        }
    }

  return names;
}

/* --- Content --- */

static void
put (GByteArray *content, gint64 offset, const guint8 *bytes, gsize n)
{
  gint64 before = content->len;

  if (offset + (gint64) n > before)
    {
      g_byte_array_set_size (content, (guint) (offset + (gint64) n));
      memset (content->data + before, 0, content->len - (gsize) before);
    }
  memcpy (content->data + offset, bytes, n);
}

static void
resize (GByteArray *content, gint64 size)
{
  gsize before = content->len;

  g_byte_array_set_size (content, (guint) size);
  if (content->len > before)
    memset (content->data + before, 0, content->len - before);
}

static void
do_again (Cut *cut, const FileCall *call, gboolean synced, GByteArray *content)
{
  gsize n = call->bytes != NULL ? g_bytes_get_size (call->bytes) : 0;
  int lot = synced || cut->loss == DISK_LOSES_NOTHING ? 0 : cut->loss == DISK_LOSES_ALL ? 1 : g_rand_int_range (cut->lot, 0, 3);

  if (lot == 1)
    return;

  if (call->kind == FILE_CALL_TRUNCATE)
    resize (content, call->offset);
  else
    {
      if (lot == 2)
        n = (gsize) g_rand_int_range (cut->lot, 0, (gint32) (n / SECTOR) + 1) * SECTOR;
      put (content, call->offset, g_bytes_get_data (call->bytes, NULL), n);
    }
}

static GByteArray *
make_content (Cut *cut, guint file)
{
  GByteArray *content = g_byte_array_new ();
  guint synced = 0;

  for (guint i = 0; i < cut->n; i++)
    {
      const FileCall *call = cut->calls->pdata[i];

      if (call->kind == FILE_CALL_SYNC && call->file == file)
        synced = i;
    }

  for (guint i = 0; i < cut->n; i++)
    {
      const FileCall *call = cut->calls->pdata[i];

      if ((call->kind == FILE_CALL_WRITE || call->kind == FILE_CALL_TRUNCATE) && call->file == file)
        do_again (cut, call, i < synced, content);
    }

  return content;
}

/* --- The whole --- */

void
disk_model_write (GPtrArray *calls, guint n, DiskLoss loss, GRand *lot, const char *folder)
{
  Cut cut = { calls, n, loss, lot };
  g_autoptr(GHashTable) names = find_names (&cut);
  g_autofree char *backups = g_build_filename (folder, "backups", NULL);
  GHashTableIter iter;
  gpointer name, file;

  g_assert_cmpint (g_mkdir_with_parents (backups, 0700), ==, 0);
  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, &file))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr(GByteArray) content = NULL;
      g_autoptr(GError) error = NULL;

      /* What is shared by mapping is made anew from the log. */
      if (file == NULL || g_str_has_suffix (name, "-shm"))
        continue;
      content = make_content (&cut, GPOINTER_TO_UINT (file) - 1);
      g_file_set_contents (path, content->len > 0 ? (const char *) content->data : "", (gssize) content->len, &error);
      g_assert_no_error (error);
    }
}

int
disk_model_last_mark (GPtrArray *calls, guint n)
{
  int mark = -1;

  for (guint i = 0; i < n; i++)
    {
      const FileCall *call = calls->pdata[i];

      if (call->kind == FILE_CALL_MARK)
        mark = (int) call->offset;
    }

  return mark;
}
