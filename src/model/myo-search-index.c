/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-search-index.h"

#include <string.h>

/* What a word is worth in each field; a name that begins with all that was typed comes before everything else. */
static const guint weights[MYO_N_SEARCH_FIELDS] = { 81, 27, 9, 3, 1 };
#define WHOLE_NAME_WEIGHT 10000

typedef struct
{
  gpointer item;
  char    *fields[MYO_N_SEARCH_FIELDS];   /* folded: " word word" */
} Entry;

typedef struct
{
  const Entry *entry;
  guint        score;
} Hit;

struct _MyoSearchIndex
{
  GPtrArray *entries;                     /* of Entry */
};

static void
entry_free (Entry *self)
{
  for (guint i = 0; i < MYO_N_SEARCH_FIELDS; i++)
    g_free (self->fields[i]);
  g_free (self);
}

/* --- Folding --- */

static gboolean
is_mark (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_NON_SPACING_MARK || type == G_UNICODE_SPACING_MARK || type == G_UNICODE_ENCLOSING_MARK;
}

typedef struct
{
  GString *out;
  gboolean in_word;
} Folding;

/* An apostrophe belongs to its word; any other sign ends it. */
static void
end_word (Folding  *folding,
          gboolean  apostrophe)
{
  if (!apostrophe)
    folding->in_word = FALSE;
}

static void
begin_word (Folding *folding)
{
  if (!folding->in_word)
    g_string_append_c (folding->out, ' ');
  folding->in_word = TRUE;
}

static void
append_ascii (Folding *folding,
              char     c)
{
  if (!g_ascii_isalnum (c))
    {
      end_word (folding, c == '\'');
      return;
    }
  begin_word (folding);
  g_string_append_c (folding->out, g_ascii_tolower (c));
}

static void
append_char (Folding  *folding,
             gunichar  c)
{
  if (is_mark (c))
    return;
  if (!g_unichar_isalnum (c))
    {
      end_word (folding, c == 0x2019);
      return;
    }
  begin_word (folding);
  g_string_append_unichar (folding->out, c);
}

/* Letters beyond ASCII take apart into a plain one and its accents. */
static const char *
append_foreign_run (Folding    *folding,
                    const char *run)
{
  const char *end = run;
  g_autofree char *folded = NULL;
  g_autofree char *plain = NULL;

  while ((guchar) *end >= 0x80)
    end++;
  folded = g_utf8_casefold (run, end - run);
  plain = g_utf8_normalize (folded, -1, G_NORMALIZE_ALL);
  for (const char *p = plain; *p != '\0'; p = g_utf8_next_char (p))
    append_char (folding, g_utf8_get_char (p));
  return end;
}

/* Returns: the words of @text, each with one blank before it, without case, accents and punctuation */
static char *
fold (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  Folding folding = { g_string_sized_new (strlen (valid) + 1), FALSE };
  const char *p = valid;

  while (*p != '\0')
    if ((guchar) *p >= 0x80)
      p = append_foreign_run (&folding, p);
    else
      append_ascii (&folding, *p++);
  return g_string_free (folding.out, FALSE);
}

/* Returns: the words of @folded, each still with its blank before it, so that strstr() finds beginnings of words */
static GPtrArray *
split_words (const char *folded)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  while (*folded != '\0')
    {
      const char *end = strchr (folded + 1, ' ');
      gsize length = end != NULL ? (gsize) (end - folded) : strlen (folded);

      g_ptr_array_add (words, g_strndup (folded, length));
      folded += length;
    }
  return words;
}

/* --- Finding --- */

static guint
score_word (const Entry *entry,
            const char  *word)
{
  for (guint i = 0; i < MYO_N_SEARCH_FIELDS; i++)
    if (strstr (entry->fields[i], word) != NULL)
      return weights[i];
  return 0;
}

/* Returns: how well @entry fits; 0 when a word is nowhere in it */
static guint
score_entry (const Entry *entry,
             const char  *folded,
             GPtrArray   *words)
{
  guint score = 0;

  for (guint i = 0; i < words->len; i++)
    {
      guint word_score = score_word (entry, g_ptr_array_index (words, i));

      if (word_score == 0)
        return 0;
      score += word_score;
    }
  if (g_str_has_prefix (entry->fields[MYO_SEARCH_NAME], folded))
    score += WHOLE_NAME_WEIGHT;
  return score;
}

static int
compare_hits (gconstpointer a,
              gconstpointer b,
              gpointer      unused)
{
  const Hit *left = a, *right = b;

  return (left->score < right->score) - (left->score > right->score);
}

MyoSearchIndex *
myo_search_index_new (void)
{
  MyoSearchIndex *self = g_new0 (MyoSearchIndex, 1);

  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  return self;
}

void
myo_search_index_free (MyoSearchIndex *self)
{
  g_ptr_array_unref (self->entries);
  g_free (self);
}

void
myo_search_index_add (MyoSearchIndex     *self,
                      gpointer            item,
                      const char * const  texts[MYO_N_SEARCH_FIELDS])
{
  Entry *entry = g_new0 (Entry, 1);

  entry->item = item;
  for (guint i = 0; i < MYO_N_SEARCH_FIELDS; i++)
    entry->fields[i] = fold (texts[i]);
  g_ptr_array_add (self->entries, entry);
}

static GPtrArray *
items_of (GArray *hits)
{
  GPtrArray *items = g_ptr_array_sized_new (hits->len);

  /* g_array_sort_with_data() is a merge sort: hits of one score stay in their order. */
  g_array_sort_with_data (hits, compare_hits, NULL);
  for (guint i = 0; i < hits->len; i++)
    g_ptr_array_add (items, g_array_index (hits, Hit, i).entry->item);
  return items;
}

GPtrArray *
myo_search_index_find (MyoSearchIndex *self,
                       const char     *text)
{
  g_autofree char *folded = fold (text);
  g_autoptr(GPtrArray) words = split_words (folded);
  g_autoptr(GArray) hits = g_array_new (FALSE, FALSE, sizeof (Hit));

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (self->entries, i);
      Hit hit = { entry, words->len > 0 ? score_entry (entry, folded, words) : 1 };

      if (hit.score > 0)
        g_array_append_val (hits, hit);
    }
  return items_of (hits);
}
