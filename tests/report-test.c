/* Every fault has words for a person.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <string.h>

#include "myo-error.h"
#include "myo-report.h"

#define DETAIL "place.xml:7: what is wrong"

/* Whoever adds a code adds its line here. */
static const struct
{
  MyoError    code;
  gboolean    with_detail;
  const char *part;
} faults[] = {
  { MYO_ERROR_ATLAS, TRUE, "the rest works. " DETAIL },
  { MYO_ERROR_DRAWING, TRUE, "the texts work. " DETAIL },
  { MYO_ERROR_TOO_LARGE, TRUE, "too large" },
  { MYO_ERROR_STORE_DAMAGED, TRUE, "until you decide how to go on. (" DETAIL ")" },
  { MYO_ERROR_STORE_LOST, TRUE, "older ones are left" },
  { MYO_ERROR_STORE_LOCKED, FALSE, "Close the other program" },
  { MYO_ERROR_STORE_READ_ONLY, FALSE, "rights of the folder" },
  { MYO_ERROR_STORE_FULL, FALSE, "Make room" },
  { MYO_ERROR_STORE_NEWER, FALSE, "install the newer version" },
  { MYO_ERROR_STORE_FOREIGN, TRUE, "move it to another place" },
  { MYO_ERROR_STORE, TRUE, "left as it is. (" DETAIL ")" },
  { MYO_ERROR_STORE_BACKUP, TRUE, "themselves are safe" },
  { MYO_ERROR_NOT_FOUND, TRUE, "not there. (" DETAIL ")" },
  { MYO_ERROR_PAIN_DRAWING, TRUE, "nothing else is lost" },
  { MYO_ERROR_FORMAT, TRUE, ".pdf, .png or .svg, or as .xml" },
  { MYO_ERROR_SAVE, TRUE, "the drawing is still here" },
  { MYO_ERROR_ELSEWHERE, FALSE, "is recorded as it was done there" },
  { MYO_ERROR_SETTINGS, TRUE, "build-aux/run. (" DETAIL ")" },
  { MYO_ERROR_DRAWING_FULL, TRUE, "what is painted stays. " DETAIL },
  { MYO_ERROR_SOUND, FALSE, "the ring shows what you would hear" },
};

static char *
word (GQuark domain, int code)
{
  g_autoptr(GError) error = g_error_new_literal (domain, code, DETAIL);

  return myo_report_words (error);
}

static void
test_every_code_has_its_line (void)
{
  G_STATIC_ASSERT (G_N_ELEMENTS (faults) == MYO_N_ERRORS);

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    g_assert_cmpuint (faults[i].code, ==, i);
}

/* A sentence, or more, of its own, that is no technical message by itself. */
static void
test_every_code_has_a_sentence (void)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < MYO_N_ERRORS; i++)
    {
      char *words = word (MYO_ERROR, (int) i);
      const char *detail = strstr (words, DETAIL);

      g_test_message ("%u: %s", i, words);
      g_assert_true (g_ascii_isupper (words[0]));
      g_assert_true (strchr (words, '.') != NULL && (detail == NULL || strchr (words, '.') < detail));
      g_assert_cmpint (detail != NULL, ==, faults[i].with_detail);
      g_assert_nonnull (strstr (words, faults[i].part));
      g_assert_true (g_hash_table_add (seen, words));
    }
}

/* Not those of a code that exists. */
static void
test_what_has_no_sentence (void)
{
  g_autofree char *unknown = word (MYO_ERROR, MYO_N_ERRORS);
  g_autofree char *other = word (G_IO_ERROR, G_IO_ERROR_BUSY);
  g_autofree char *full = word (G_IO_ERROR, G_IO_ERROR_NO_SPACE);

  g_assert_cmpstr (unknown, ==, other);
  g_assert_cmpstr (other, ==, "Something went wrong. (" DETAIL ")");
  g_assert_cmpstr (full, ==, "The disk is full. Make room and try again.");
  for (guint i = 0; i < MYO_N_ERRORS; i++)
    {
      g_autofree char *words = word (MYO_ERROR, (int) i);

      g_assert_cmpstr (unknown, !=, words);
    }
}

/* What could not be loaded stays so while the program runs; all else passes. */
static void
test_unloaded (void)
{
  g_autofree char *one = myo_report_unloaded (1, 1), *three = myo_report_unloaded (3, 3), *part = myo_report_unloaded (3, 4);
  g_autofree char *packs = myo_report_unloaded_advice ("/home/me/packs"), *built_in = myo_report_unloaded_advice (NULL);

  for (guint i = 0; i < MYO_N_ERRORS; i++)
    {
      g_autoptr(GError) error = g_error_new_literal (MYO_ERROR, (int) i, DETAIL);

      g_assert_cmpint (myo_report_is_unloaded (error), ==, i == MYO_ERROR_ATLAS || i == MYO_ERROR_DRAWING);
    }
  g_assert_true (g_str_has_prefix (one, "1 pack could"));
  g_assert_true (g_str_has_prefix (three, "3 packs could"));
  g_assert_true (g_str_has_prefix (part, "Part of Myomap could"));
  g_assert_nonnull (strstr (packs, "/home/me/packs"));
  g_assert_nonnull (strstr (built_in, "Install Myomap anew"));
}

static void
assert_unwritten (const GError *session, const GError *drawing, const char *expected)
{
  g_autofree char *words = myo_report_unwritten (session, drawing);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_what_is_not_written (void)
{
  g_autoptr(GError) full = g_error_new_literal (MYO_ERROR, MYO_ERROR_STORE_FULL, DETAIL);
  g_autoptr(GError) other = g_error_new_literal (MYO_ERROR, MYO_ERROR_STORE_READ_ONLY, DETAIL);
  g_autofree char *read_only = word (MYO_ERROR, MYO_ERROR_STORE_READ_ONLY);
  g_autofree char *drawing = g_strconcat ("The pain drawing is not on the disk yet. ", read_only, NULL);

  assert_unwritten (full, NULL, "What was done last in a session is not on the disk yet. The disk is full. Make room and try again.");
  assert_unwritten (full, other, "The pain drawing and what was done last in a session are not on the disk yet. The disk is full. Make room and try again.");
  assert_unwritten (NULL, other, drawing);
}

/* What happened and what is safe comes first, then what to do; the same fault is worded alike for every deed. */
static void
test_backups (void)
{
  static const struct
  {
    GQuark (*domain) (void);
    int         code;
    const char *part;
  } ways[] = {
    { myo_error_quark, MYO_ERROR_STORE_FULL, "make room" }, { myo_error_quark, MYO_ERROR_STORE_READ_ONLY, "choose another place" },
    { myo_error_quark, MYO_ERROR_STORE_LOCKED, "close it" }, { myo_error_quark, MYO_ERROR_STORE_NEWER, "install the newer" },
    { myo_error_quark, MYO_ERROR_STORE_FOREIGN, "no records of Myomap" }, { myo_error_quark, MYO_ERROR_STORE_DAMAGED, "damaged" },
    { myo_error_quark, MYO_ERROR_STORE_BACKUP, "damaged" }, { myo_error_quark, MYO_ERROR_STORE, "(" DETAIL ")" },
    { g_io_error_quark, G_IO_ERROR_NOT_SUPPORTED, "not on this computer" },
    { g_io_error_quark, G_IO_ERROR_BUSY, "try again when it is over" },
  };

  for (int deed = MYO_BACKUP_MADE_BY_ITSELF; deed <= MYO_BACKUP_BROUGHT_BACK; deed++)
    for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
      {
        g_autoptr(GError) error = g_error_new_literal (ways[i].domain (), ways[i].code, DETAIL);
        g_autofree char *words = myo_report_backup ((MyoBackupDeed) deed, error);

        g_assert_nonnull (strstr (words, deed == MYO_BACKUP_MADE_BY_ITSELF ? "themselves are safe" : "as they were."));
        g_assert_nonnull (strstr (words, ways[i].part));
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/codes", test_every_code_has_its_line);
  g_test_add_func ("/report/sentences", test_every_code_has_a_sentence);
  g_test_add_func ("/report/others", test_what_has_no_sentence);
  g_test_add_func ("/report/unwritten", test_what_is_not_written);
  g_test_add_func ("/report/unloaded", test_unloaded);
  g_test_add_func ("/report/backups", test_backups);
  return g_test_run ();
}
