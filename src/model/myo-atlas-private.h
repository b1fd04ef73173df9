/* What the files of the atlas share: its entries by kind and id, and their orders.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-atlas.h"
#include "myo-search-index-private.h"

G_BEGIN_DECLS

typedef enum
{
  MYO_ATLAS_MUSCLES,
  MYO_ATLAS_REGIONS,
  MYO_ATLAS_METHODS,
  MYO_ATLAS_TOOLS,
  MYO_ATLAS_FLAGS,
  MYO_ATLAS_CONDITIONS,
  MYO_ATLAS_TOPICS,
  MYO_ATLAS_SOURCES,
  MYO_ATLAS_PREVALENCES,
  MYO_ATLAS_N_KINDS,
} MyoAtlasKind;

struct _MyoAtlas
{
  GObject         parent_instance;

  GHashTable     *by_id[MYO_ATLAS_N_KINDS];    /* the key belongs to the value */
  GPtrArray      *by_name[MYO_ATLAS_N_KINDS];  /* what by_id holds, sorted; NULL until it is asked for; topics by position */
  guint           n_positions;                 /* given to topics so far */
  MyoSearchIndex *index;                       /* NULL until it is asked for */
  char           *version;
};

/** myo_atlas_get_sorted: Returns: (transfer none): the entries of @kind by name, topics by position; valid until one is added */
GPtrArray *myo_atlas_get_sorted  (MyoAtlas *self, MyoAtlasKind kind);

/** myo_atlas_sort_topics: Returns: (transfer container): the topics of @by_id by position */
GPtrArray *myo_atlas_sort_topics (GHashTable *by_id);

G_END_DECLS
