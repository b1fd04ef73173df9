/* Finding things by what someone types: every word typed must begin a word of one of the thing's texts.
 *
 * Texts are folded once, when they are added: case, accents and punctuation do not count.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** MyoSearchField: the texts of one thing, the telling ones first: a hit in an earlier field outweighs all later ones */
typedef enum
{
  MYO_SEARCH_NAME,
  MYO_SEARCH_LATIN,
  MYO_SEARCH_PRIMARY,      /* names of the regions where nearly everyone feels its pain */
  MYO_SEARCH_SPILLOVER,
  MYO_SEARCH_SYMPTOMS,
} MyoSearchField;
#define MYO_N_SEARCH_FIELDS 5

typedef struct _MyoSearchIndex MyoSearchIndex;

/** myo_search_index_new: Returns: (transfer full): an empty index */
MyoSearchIndex *myo_search_index_new  (void);
/** myo_search_index_free: frees @self, never %NULL, but not the items */
void            myo_search_index_free (MyoSearchIndex *self);

/** myo_search_index_add: @item: what to find, borrowed; @texts: (nullable elements): its texts, one for each field */
void            myo_search_index_add  (MyoSearchIndex *self, gpointer item, const char * const texts[MYO_N_SEARCH_FIELDS]);

/** myo_search_index_find: Returns: (transfer container): the items that hold every word of @text, best first and else in
 * the order in which they were added; all of them when @text holds no word */
GPtrArray      *myo_search_index_find (MyoSearchIndex *self, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MyoSearchIndex, myo_search_index_free)

G_END_DECLS
