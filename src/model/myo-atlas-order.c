/* The orders in which the entries of an atlas are listed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-atlas-private.h"

#include <string.h>

#include "myo-meter.h"

typedef struct
{
  char    *key;
  gpointer item;
} Sortable;

static void
sortable_clear (Sortable *self)
{
  g_free (self->key);
}

static const char *
name_of (MyoAtlasKind kind,
         gpointer     item)
{
  switch (kind)
    {
    case MYO_ATLAS_MUSCLES:
      return MYO_MUSCLE (item)->name;
    case MYO_ATLAS_REGIONS:
      return ((MyoRegion *) item)->name;
    case MYO_ATLAS_METHODS:
      return ((MyoMethod *) item)->name;
    case MYO_ATLAS_TOOLS:
      return ((MyoTool *) item)->name;
    case MYO_ATLAS_FLAGS:
      return ((MyoFlag *) item)->name;
    case MYO_ATLAS_CONDITIONS:
      return ((MyoCondition *) item)->name;
    case MYO_ATLAS_TOPICS:
      return ((MyoTopic *) item)->name;
    case MYO_ATLAS_PREVALENCES:
      return ((MyoPrevalence *) item)->id;
    case MYO_ATLAS_SOURCES:
    case MYO_ATLAS_N_KINDS:
    default:
      return ((MyoSource *) item)->id;
    }
}

/* The id settles what is called the same, so that the order does not hang on the hash table's. */
static Sortable
make_sortable (MyoAtlasKind  kind,
               const char   *id,
               gpointer      item)
{
  const char *name = name_of (kind, item);
  g_autofree char *collated = g_utf8_collate_key (name != NULL ? name : "", -1);

  myo_meter_add (500 + 20 * strlen (collated));
  return (Sortable) { g_strconcat (collated, "\x01", id, NULL), item };
}

static int
compare_sortables (gconstpointer a,
                   gconstpointer b)
{
  return strcmp (((const Sortable *) a)->key, ((const Sortable *) b)->key);
}

static GPtrArray *
sort_by_name (GHashTable   *by_id,
              MyoAtlasKind  kind)
{
  GPtrArray *sorted = g_ptr_array_sized_new (g_hash_table_size (by_id));
  g_autoptr(GArray) sortables = g_array_sized_new (FALSE, FALSE, sizeof (Sortable), g_hash_table_size (by_id));
  GHashTableIter iter;
  gpointer id, item;

  g_array_set_clear_func (sortables, (GDestroyNotify) sortable_clear);
  g_hash_table_iter_init (&iter, by_id);
  while (g_hash_table_iter_next (&iter, &id, &item))
    {
      Sortable sortable = make_sortable (kind, id, item);

      g_array_append_val (sortables, sortable);
    }
  g_array_sort (sortables, compare_sortables);
  for (guint i = 0; i < sortables->len; i++)
    g_ptr_array_add (sorted, g_array_index (sortables, Sortable, i).item);
  return sorted;
}

static int
compare_positions (gconstpointer a,
                   gconstpointer b)
{
  guint left = (*(MyoTopic * const *) a)->position, right = (*(MyoTopic * const *) b)->position;

  return left < right ? -1 : left > right;
}

GPtrArray *
myo_atlas_sort_topics (GHashTable *by_id)
{
  GPtrArray *sorted = g_ptr_array_sized_new (g_hash_table_size (by_id));
  GHashTableIter iter;
  gpointer topic;

  g_hash_table_iter_init (&iter, by_id);
  while (g_hash_table_iter_next (&iter, NULL, &topic))
    g_ptr_array_add (sorted, topic);
  g_ptr_array_sort (sorted, compare_positions);
  return sorted;
}

GPtrArray *
myo_atlas_get_sorted (MyoAtlas     *self,
                      MyoAtlasKind  kind)
{
  if (self->by_name[kind] == NULL)
    self->by_name[kind] = kind == MYO_ATLAS_TOPICS ? myo_atlas_sort_topics (self->by_id[kind])
                                                   : sort_by_name (self->by_id[kind], kind);
  return self->by_name[kind];
}
