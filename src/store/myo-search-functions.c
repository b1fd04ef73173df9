/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-search-functions-private.h"

#include <string.h>

#include "myo-folding.h"

/* Stands in no folded text. */
#define SEPARATOR "\n"

static const char *
get_text (sqlite3_value *value)
{
  return (const char *) sqlite3_value_text (value);
}

static void
fold (sqlite3_context  *context,
      int               n,
      sqlite3_value   **values)
{
  sqlite3_result_text (context, myo_fold_words (get_text (values[0])), -1, g_free);
}

/* The words are the same for every session that is looked at: they are taken apart once. */
static char **
get_words (sqlite3_context *context,
           sqlite3_value   *value)
{
  char **words = sqlite3_get_auxdata (context, 1);
  const char *text = words == NULL ? get_text (value) : NULL;

  if (text == NULL)
    return words;

  sqlite3_set_auxdata (context, 1, g_strsplit (text, SEPARATOR, -1), (void (*) (void *)) g_strfreev);
  return sqlite3_get_auxdata (context, 1);
}

static void
holds (sqlite3_context  *context,
       int               n,
       sqlite3_value   **values)
{
  const char *text = get_text (values[0]);
  char **words = get_words (context, values[1]);
  gboolean all = text != NULL && words != NULL;

  for (char **word = words; all && *word != NULL; word++)
    all = strstr (text, *word) != NULL;
  sqlite3_result_int (context, all);
}

/* A sign within a word, as in "under_load", parts it in the texts too: its parts must stand one after the other. */
char *
myo_search_functions_fold (const char *search)
{
  g_auto(GStrv) words = g_strsplit_set (search != NULL ? search : "", " \t\r\n", -1);
  GString *folded = g_string_new (NULL);

  for (char **word = words; *word != NULL; word++)
    {
      g_autofree char *plain = myo_fold_words (*word);

      if (*plain != '\0')
        g_string_append_printf (folded, "%s%s", folded->len > 0 ? SEPARATOR : "", plain + 1);
    }
  return g_string_free (folded, FALSE);
}

void
myo_search_functions_add (sqlite3 *connection)
{
  const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY;

  sqlite3_create_function_v2 (connection, MYO_SQL_FOLD, 1, flags, NULL, fold, NULL, NULL, NULL);
  sqlite3_create_function_v2 (connection, MYO_SQL_HOLDS, 2, flags, NULL, holds, NULL, NULL, NULL);
}
