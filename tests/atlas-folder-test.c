/* A folder of packs: what is good is loaded, and nothing that was meant as a pack is passed over in silence.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "atlas-pack-kit.h"

typedef struct
{
  char      *place;          /* a folder of our own */
  char      *path;           /* of the packs, in it */
  MyoAtlas  *atlas;
  guint      n_builtin;
  GPtrArray *refused;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  fixture->place = g_dir_make_tmp ("myomap-packs-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->place, "atlas", NULL);
  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  fixture->atlas = myo_atlas_read_builtin (NULL);
  fixture->n_builtin = g_list_model_get_n_items (G_LIST_MODEL (fixture->atlas));
}

static void
remove_all (const char *path)
{
  g_autoptr(GDir) dir = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_all (child);
    }
  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  remove_all (fixture->place);
  g_free (fixture->place);
  g_free (fixture->path);
  g_object_unref (fixture->atlas);
  g_clear_pointer (&fixture->refused, g_ptr_array_unref);
}

static char *
in_folder (Fixture    *fixture,
           const char *name)
{
  return g_build_filename (fixture->path, name, NULL);
}

static void
write_file (Fixture    *fixture,
            const char *name,
            const char *text)
{
  g_autofree char *path = in_folder (fixture, name);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
write_pack (Fixture    *fixture,
            const char *name,
            const char *find,
            const char *replace)
{
  g_autoptr(GString) text = g_string_new (good_pack);

  g_string_replace (text, find, replace, 0);
  write_file (fixture, name, text->str);
}

static void
load (Fixture *fixture)
{
  g_autoptr(GFile) folder = g_file_new_for_path (fixture->path);

  fixture->refused = myo_atlas_load_packs (fixture->atlas, folder);
  print_problems (fixture->refused);
}

static void
assert_refused (Fixture    *fixture,
                guint       i,
                const char *path,
                int         line,
                const char *sentence)
{
  const MyoAtlasProblem *problem;

  g_assert_cmpuint (i, <, fixture->refused->len);
  problem = g_ptr_array_index (fixture->refused, i);
  g_assert_cmpstr (problem->file, ==, path);
  g_assert_cmpint (problem->line, ==, line);
  g_assert_nonnull (strstr (problem->reason, sentence));
  g_assert_true (g_str_has_suffix (problem->reason, "."));
}

/* --- Packs --- */

static void
test_good_and_bad (Fixture       *fixture,
                   gconstpointer  unused)
{
  g_autofree char *version = g_strdup (myo_atlas_get_version (fixture->atlas)), *clash = in_folder (fixture, "b-clash.xml");

  write_pack (fixture, "a-good.xml", "pack-muscle", "first-muscle");
  write_pack (fixture, "b-clash.xml", "pack-muscle", "second-muscle");   /* its technique's id is the first one's */
  write_pack (fixture, "c-replaces.xml", "Pack muscle", "Other name");
  load (fixture);
  g_assert_cmpuint (fixture->refused->len, ==, 2);
  assert_refused (fixture, 0, clash, 24, "belongs to another muscle");
  g_assert_nonnull (myo_atlas_get_muscle (fixture->atlas, "first-muscle"));
  g_assert_null (myo_atlas_get_muscle (fixture->atlas, "second-muscle"));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->atlas)), ==, fixture->n_builtin + 1);
  g_assert_cmpstr (myo_atlas_get_version (fixture->atlas), !=, version);
}

static void
test_replacing (Fixture       *fixture,
                gconstpointer  unused)
{
  write_pack (fixture, "mine.xml", "\"pack-muscle\"", "\"temporalis\"");
  load (fixture);
  g_assert_cmpuint (fixture->refused->len, ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->atlas)), ==, fixture->n_builtin);
  g_assert_cmpstr (myo_atlas_get_muscle (fixture->atlas, "temporalis")->name, ==, "Pack muscle");
}

static void
test_capitals (Fixture       *fixture,
               gconstpointer  unused)
{
  write_pack (fixture, "PACK.XML", "unused", "unused");
  load (fixture);
  g_assert_cmpuint (fixture->refused->len, ==, 0);
  g_assert_nonnull (myo_atlas_get_muscle (fixture->atlas, "pack-muscle"));
}

/* A link to a pack is as good as a pack. */
static void
test_link (Fixture       *fixture,
           gconstpointer  unused)
{
  g_autofree char *path = in_folder (fixture, "link.xml");

  write_pack (fixture, "pack.xml.kept", "unused", "unused");
  g_assert_cmpint (symlink ("pack.xml.kept", path), ==, 0);
  load (fixture);
  g_assert_cmpuint (fixture->refused->len, ==, 0);
  g_assert_nonnull (myo_atlas_get_muscle (fixture->atlas, "pack-muscle"));
}

/* Notes, licences, and what editors leave may lie beside packs. */
static void
test_no_packs (Fixture       *fixture,
               gconstpointer  unused)
{
  g_autofree char *lock = in_folder (fixture, ".#pack.xml"), *sub = in_folder (fixture, "old");

  write_file (fixture, "notes.txt", "not a pack");
  write_file (fixture, ".hidden.xml", "not a pack");
  write_file (fixture, "pack.xml~", "not a pack");
  g_assert_cmpint (symlink ("user@host.1234", lock), ==, 0);
  g_assert_cmpint (g_mkdir (sub, 0700), ==, 0);
  load (fixture);
  g_assert_cmpuint (fixture->refused->len, ==, 0);
}

/* --- What stands there like a pack and is none --- */

static void
make_folder (const char *path)
{
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
}

static void
make_dangling (const char *path)
{
  g_assert_cmpint (symlink ("nowhere/at/all", path), ==, 0);
}

static void
make_loop (const char *path)
{
  g_assert_cmpint (symlink (path, path), ==, 0);
}

static void
make_pipe (const char *path)
{
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
}

static void
make_link_to_device (const char *path)
{
  g_assert_cmpint (symlink ("/dev/zero", path), ==, 0);
}

/* It opens, but reading at its beginning is an error of the disk's kind. */
static void
make_unreadable (const char *path)
{
  g_assert_cmpint (symlink ("/proc/self/mem", path), ==, 0);
}

static void
make_forbidden (const char *path)
{
  if (geteuid () == 0)
    make_unreadable (path);
  else
    {
      g_assert_true (g_file_set_contents (path, good_pack, -1, NULL));
      g_assert_cmpint (g_chmod (path, 0), ==, 0);
    }
}

static const struct { const char *name; void (*make) (const char *path); const char *sentence; } strangers[] = {
  { "folder.xml", make_folder, "It is a folder" },
  { "dangling.xml", make_dangling, "link to something that is not there" },
  { "loop.XML", make_loop, "link to something that is not there" },
  { "pipe.xml", make_pipe, "no ordinary file" },
  { "device.xml", make_link_to_device, "no ordinary file" },
  { "unreadable.xml", make_unreadable, "The file cannot be read" },
  { "forbidden.xml", make_forbidden, "The file cannot be read" },
};

static void
test_strangers (Fixture       *fixture,
                gconstpointer  unused)
{
  for (guint i = 0; i < G_N_ELEMENTS (strangers); i++)
    {
      g_autofree char *path = in_folder (fixture, strangers[i].name);

      strangers[i].make (path);
      write_pack (fixture, "good.xml", "unused", "unused");
      g_clear_pointer (&fixture->refused, g_ptr_array_unref);
      load (fixture);
      g_assert_cmpuint (fixture->refused->len, ==, 1);
      assert_refused (fixture, 0, path, 0, strangers[i].sentence);
      g_assert_nonnull (myo_atlas_get_muscle (fixture->atlas, "pack-muscle"));
      g_assert_cmpint (g_remove (path), ==, 0);
    }
}

/* --- The folder itself --- */

static void
make_file (const char *path)
{
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
}

static void
make_closed_folder (const char *path)
{
  g_assert_cmpint (g_mkdir (path, 0), ==, 0);
}

static const struct { const char *name; void (*make) (const char *path); const char *sentence; gboolean not_as_root; } folders[] = {
  { "a file", make_file, "It is no folder" },
  { "a pipe", make_pipe, "It is no folder" },
  { "a link to nowhere", make_dangling, "link to something that is not there" },
  { "a link to itself", make_loop, "cannot be read" },
  { "closed", make_closed_folder, "cannot be read", TRUE },
};

static void
test_folders (Fixture       *fixture,
              gconstpointer  unused)
{
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      if (folders[i].not_as_root && geteuid () == 0)
        continue;
      g_test_message ("%s", folders[i].name);
      g_assert_cmpint (g_remove (fixture->path), ==, 0);
      folders[i].make (fixture->path);
      g_clear_pointer (&fixture->refused, g_ptr_array_unref);
      load (fixture);
      g_assert_cmpuint (fixture->refused->len, ==, 1);
      assert_refused (fixture, 0, fixture->path, 0, folders[i].sentence);
    }
}

static void
test_no_folder (Fixture       *fixture,
                gconstpointer  unused)
{
  g_assert_cmpint (g_remove (fixture->path), ==, 0);
  load (fixture);
  g_assert_cmpuint (fixture->refused->len, ==, 0);
  g_assert_true (g_file_set_contents (fixture->path, "", 0, NULL));
}

/* --- Too much --- */

/* Adds to @text as many topics as only two such packs can bring. */
static void
append_topics (GString *text,
               guint    first)
{
  for (guint i = first; i < first + 200; i++)
    g_string_append_printf (text, "<topic id=\"t%u\"><name>n</name><text>x</text></topic>\n", i);
}

static void
test_too_much (Fixture       *fixture,
               gconstpointer  unused)
{
  g_autofree char *last = in_folder (fixture, "b.xml");

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(GString) text = g_string_new ("<atlas xmlns=\"https://myomap.github.io/ns/atlas/1\" version=\"1\">\n");

      append_topics (text, i * 200);
      g_string_append (text, "</atlas>");
      write_file (fixture, i == 0 ? "a.xml" : "b.xml", text->str);
    }
  write_pack (fixture, "c.xml", "unused", "unused");
  load (fixture);
  g_assert_cmpuint (fixture->refused->len, ==, 1);
  assert_refused (fixture, 0, last, 0, "too much for the atlas");
  g_assert_nonnull (myo_atlas_get_topic (fixture->atlas, "t199"));
  g_assert_null (myo_atlas_get_topic (fixture->atlas, "t200"));
  g_assert_nonnull (myo_atlas_get_muscle (fixture->atlas, "pack-muscle"));
}

/* Each within what a file may be, three of them beyond what all may be. */
static void
test_too_large (Fixture       *fixture,
                gconstpointer  unused)
{
  g_autofree char *last = in_folder (fixture, "p2.xml"), *blanks = g_strnfill (3 * 1024 * 1024, ' ');
  g_autofree char *long_flag = g_strconcat ("<!--", blanks, "--><flag id=", NULL);

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *name = g_strdup_printf ("p%u.xml", i);

      write_pack (fixture, name, "<flag id=", long_flag);
    }
  load (fixture);
  g_assert_cmpuint (fixture->refused->len, ==, 1);
  assert_refused (fixture, 0, last, 0, "8 MiB");
}

static void
test_too_many (Fixture       *fixture,
               gconstpointer  unused)
{
  for (guint i = 0; i < 102; i++)
    {
      g_autofree char *name = g_strdup_printf ("p%03u.xml", i);

      write_file (fixture, name, "<atlas xmlns=\"https://myomap.github.io/ns/atlas/1\" version=\"1\"/>");
    }
  load (fixture);
  g_assert_cmpuint (fixture->refused->len, ==, 2);
  g_assert_nonnull (strstr (((MyoAtlasProblem *) g_ptr_array_index (fixture->refused, 0))->file, "p100.xml"));
}

static void
add (const char *name,
     void      (*test) (Fixture *, gconstpointer))
{
  g_test_add (name, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/atlas-folder/good-and-bad", test_good_and_bad);
  add ("/atlas-folder/replacing", test_replacing);
  add ("/atlas-folder/capitals", test_capitals);
  add ("/atlas-folder/link", test_link);
  add ("/atlas-folder/no-packs", test_no_packs);
  add ("/atlas-folder/strangers", test_strangers);
  add ("/atlas-folder/folders", test_folders);
  add ("/atlas-folder/no-folder", test_no_folder);
  add ("/atlas-folder/too-much", test_too_much);
  add ("/atlas-folder/too-large", test_too_large);
  add ("/atlas-folder/too-many", test_too_many);
  return g_test_run ();
}
