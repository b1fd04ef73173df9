/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-search-index-private.h"

#include <string.h>

#include "myo-folding.h"
#include "myo-meter.h"

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

/* --- Finding --- */

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

static guint
score_word (const Entry *entry,
            const char  *word)
{
  for (guint i = 0; i < MYO_N_SEARCH_FIELDS; i++)
    {
      const char *found = strstr (entry->fields[i], word);

      myo_meter_add (1 + (found != NULL ? (gsize) (found - entry->fields[i]) : strlen (entry->fields[i])) / 10);
      if (found != NULL)
        return weights[i];
    }
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
    {
      entry->fields[i] = myo_fold_words (texts[i]);
      myo_meter_add (10 * strlen (entry->fields[i]));
    }
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
  g_autofree char *folded = myo_fold_words (text);
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
