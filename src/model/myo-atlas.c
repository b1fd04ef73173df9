/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-atlas.h"

#include <string.h>

#include "myo-search-index.h"

typedef enum { MUSCLES, REGIONS, METHODS, TOOLS, FLAGS, CONDITIONS, TOPICS, SOURCES, PREVALENCES, N_KINDS } Kind;

struct _MyoAtlas
{
  GObject         parent_instance;

  GHashTable     *by_id[N_KINDS];    /* the key belongs to the value */
  GPtrArray      *by_name[N_KINDS];  /* what by_id holds, sorted; NULL until it is asked for; topics by position */
  guint           n_positions;       /* given to topics so far */
  MyoSearchIndex *index;             /* NULL until it is asked for */
  char           *version;
};

static void list_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MyoAtlas, myo_atlas, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* --- Order of names --- */

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
name_of (Kind     kind,
         gpointer item)
{
  switch (kind)
    {
    case MUSCLES:
      return MYO_MUSCLE (item)->name;
    case REGIONS:
      return ((MyoRegion *) item)->name;
    case METHODS:
      return ((MyoMethod *) item)->name;
    case TOOLS:
      return ((MyoTool *) item)->name;
    case FLAGS:
      return ((MyoFlag *) item)->name;
    case CONDITIONS:
      return ((MyoCondition *) item)->name;
    case TOPICS:
      return ((MyoTopic *) item)->name;
    case PREVALENCES:
      return ((MyoPrevalence *) item)->id;
    case SOURCES:
    case N_KINDS:
    default:
      return ((MyoSource *) item)->id;
    }
}

/* The id settles what is called the same, so that the order does not hang on the hash table's. */
static Sortable
make_sortable (Kind        kind,
               const char *id,
               gpointer    item)
{
  const char *name = name_of (kind, item);
  g_autofree char *collated = g_utf8_collate_key (name != NULL ? name : "", -1);

  return (Sortable) { g_strconcat (collated, "\x01", id, NULL), item };
}

static int
compare_sortables (gconstpointer a,
                   gconstpointer b)
{
  return strcmp (((const Sortable *) a)->key, ((const Sortable *) b)->key);
}

static GPtrArray *
sort_by_name (GHashTable *by_id,
              Kind        kind)
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

static GPtrArray *
sort_topics (GHashTable *by_id)
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

static GPtrArray *
get_sorted (MyoAtlas *self,
            Kind      kind)
{
  if (self->by_name[kind] == NULL)
    self->by_name[kind] = kind == TOPICS ? sort_topics (self->by_id[kind]) : sort_by_name (self->by_id[kind], kind);
  return self->by_name[kind];
}

/* --- The list of muscles --- */

static GType
get_item_type (GListModel *list)
{
  return MYO_TYPE_MUSCLE;
}

static guint
get_n_items (GListModel *list)
{
  return g_hash_table_size (MYO_ATLAS (list)->by_id[MUSCLES]);
}

static gpointer
get_item (GListModel *list,
          guint       position)
{
  GPtrArray *muscles = get_sorted (MYO_ATLAS (list), MUSCLES);

  return position < muscles->len ? g_object_ref (g_ptr_array_index (muscles, position)) : NULL;
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

/* --- The object --- */

static void
myo_atlas_finalize (GObject *object)
{
  MyoAtlas *self = MYO_ATLAS (object);

  for (guint kind = 0; kind < N_KINDS; kind++)
    {
      g_clear_pointer (&self->by_name[kind], g_ptr_array_unref);
      g_hash_table_unref (self->by_id[kind]);
    }
  g_clear_pointer (&self->index, myo_search_index_free);
  g_free (self->version);

  G_OBJECT_CLASS (myo_atlas_parent_class)->finalize (object);
}

static void
myo_atlas_class_init (MyoAtlasClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = myo_atlas_finalize;
}

static void
myo_atlas_init (MyoAtlas *self)
{
  static const GDestroyNotify free_funcs[N_KINDS] = {
    [MUSCLES] = g_object_unref,
    [REGIONS] = (GDestroyNotify) myo_region_free,
    [METHODS] = (GDestroyNotify) myo_method_free,
    [TOOLS] = (GDestroyNotify) myo_tool_free,
    [FLAGS] = (GDestroyNotify) myo_flag_free,
    [CONDITIONS] = (GDestroyNotify) myo_condition_free,
    [TOPICS] = (GDestroyNotify) myo_topic_free,
    [SOURCES] = (GDestroyNotify) myo_source_free,
    [PREVALENCES] = (GDestroyNotify) myo_prevalence_free,
  };

  for (guint kind = 0; kind < N_KINDS; kind++)
    self->by_id[kind] = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_funcs[kind]);
  self->version = g_strdup ("");
}

MyoAtlas *
myo_atlas_new (void)
{
  return g_object_new (MYO_TYPE_ATLAS, NULL);
}

/* --- Filling --- */

/* Orders and the search index hold what may be replaced any moment. */
static void
forget_orders (MyoAtlas *self,
               Kind      kind)
{
  g_clear_pointer (&self->by_name[kind], g_ptr_array_unref);
  g_clear_pointer (&self->index, myo_search_index_free);
}

static void
add (MyoAtlas   *self,
     Kind        kind,
     const char *id,
     gpointer    item)
{
  forget_orders (self, kind);
  g_hash_table_replace (self->by_id[kind], (gpointer) id, item);
}

static void
move_all (MyoAtlas *self,
          MyoAtlas *other,
          Kind      kind)
{
  GHashTableIter iter;
  gpointer id, item;

  forget_orders (other, kind);
  g_hash_table_iter_init (&iter, other->by_id[kind]);
  while (g_hash_table_iter_next (&iter, &id, &item))
    {
      g_hash_table_iter_steal (&iter);
      add (self, kind, id, item);
    }
}

/* As move_all(), one after the other. */
static void
move_topics (MyoAtlas *self,
             MyoAtlas *other)
{
  g_autoptr(GPtrArray) topics = sort_topics (other->by_id[TOPICS]);

  forget_orders (other, TOPICS);
  g_hash_table_steal_all (other->by_id[TOPICS]);
  for (guint i = 0; i < topics->len; i++)
    myo_atlas_add_topic (self, g_ptr_array_index (topics, i));
}

void
myo_atlas_merge (MyoAtlas *self,
                 MyoAtlas *other)
{
  guint n_before, n_moved;

  g_return_if_fail (MYO_IS_ATLAS (self));
  g_return_if_fail (MYO_IS_ATLAS (other) && other != self);

  n_before = g_hash_table_size (self->by_id[MUSCLES]);
  n_moved = g_hash_table_size (other->by_id[MUSCLES]);
  for (Kind kind = 0; kind < N_KINDS; kind++)
    if (kind != TOPICS)
      move_all (self, other, kind);
  move_topics (self, other);

  g_list_model_items_changed (G_LIST_MODEL (other), 0, n_moved, 0);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, g_hash_table_size (self->by_id[MUSCLES]));
}

void
myo_atlas_add_muscle (MyoAtlas  *self,
                      MyoMuscle *muscle)
{
  guint n_before;

  g_return_if_fail (MYO_IS_ATLAS (self));
  g_return_if_fail (MYO_IS_MUSCLE (muscle) && muscle->id != NULL);

  n_before = g_hash_table_size (self->by_id[MUSCLES]);
  add (self, MUSCLES, muscle->id, muscle);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, g_hash_table_size (self->by_id[MUSCLES]));
}

void
myo_atlas_add_region (MyoAtlas  *self,
                      MyoRegion *region)
{
  add (self, REGIONS, region->id, region);
}

void
myo_atlas_add_method (MyoAtlas  *self,
                      MyoMethod *method)
{
  add (self, METHODS, method->id, method);
}

void
myo_atlas_add_tool (MyoAtlas *self,
                    MyoTool  *tool)
{
  add (self, TOOLS, tool->id, tool);
}

void
myo_atlas_add_flag (MyoAtlas *self,
                    MyoFlag  *flag)
{
  add (self, FLAGS, flag->id, flag);
}

void
myo_atlas_add_condition (MyoAtlas     *self,
                         MyoCondition *condition)
{
  add (self, CONDITIONS, condition->id, condition);
}

void
myo_atlas_add_topic (MyoAtlas *self,
                     MyoTopic *topic)
{
  const MyoTopic *replaced = myo_atlas_get_topic (self, topic->id);

  topic->position = replaced != NULL ? replaced->position : self->n_positions++;
  add (self, TOPICS, topic->id, topic);
}

void
myo_atlas_add_source (MyoAtlas  *self,
                      MyoSource *source)
{
  add (self, SOURCES, source->id, source);
}

void
myo_atlas_add_prevalence (MyoAtlas      *self,
                          MyoPrevalence *prevalence)
{
  add (self, PREVALENCES, prevalence->id, prevalence);
}

/* --- Looking up --- */

static gpointer
look_up (MyoAtlas   *self,
         Kind        kind,
         const char *id)
{
  g_return_val_if_fail (MYO_IS_ATLAS (self), NULL);

  return id != NULL ? g_hash_table_lookup (self->by_id[kind], id) : NULL;
}

MyoMuscle *
myo_atlas_get_muscle (MyoAtlas   *self,
                      const char *id)
{
  return look_up (self, MUSCLES, id);
}

const MyoRegion *
myo_atlas_get_region (MyoAtlas   *self,
                      const char *id)
{
  return look_up (self, REGIONS, id);
}

const MyoMethod *
myo_atlas_get_method (MyoAtlas   *self,
                      const char *id)
{
  return look_up (self, METHODS, id);
}

const MyoTool *
myo_atlas_get_tool (MyoAtlas   *self,
                    const char *id)
{
  return look_up (self, TOOLS, id);
}

const MyoFlag *
myo_atlas_get_flag (MyoAtlas   *self,
                    const char *id)
{
  return look_up (self, FLAGS, id);
}

const MyoCondition *
myo_atlas_get_condition (MyoAtlas   *self,
                         const char *id)
{
  return look_up (self, CONDITIONS, id);
}

const MyoTopic *
myo_atlas_get_topic (MyoAtlas   *self,
                     const char *id)
{
  return look_up (self, TOPICS, id);
}

const MyoSource *
myo_atlas_get_source (MyoAtlas   *self,
                      const char *id)
{
  return look_up (self, SOURCES, id);
}

int
myo_atlas_get_prevalence (MyoAtlas   *self,
                          const char *muscle)
{
  const MyoPrevalence *prevalence = look_up (self, PREVALENCES, muscle);

  return prevalence != NULL ? prevalence->level : 0;
}

GPtrArray *
myo_atlas_get_muscles (MyoAtlas *self)
{
  g_return_val_if_fail (MYO_IS_ATLAS (self), NULL);

  return get_sorted (self, MUSCLES);
}

GPtrArray *
myo_atlas_get_regions (MyoAtlas *self)
{
  g_return_val_if_fail (MYO_IS_ATLAS (self), NULL);

  return get_sorted (self, REGIONS);
}

GPtrArray *
myo_atlas_get_conditions (MyoAtlas *self)
{
  g_return_val_if_fail (MYO_IS_ATLAS (self), NULL);

  return get_sorted (self, CONDITIONS);
}

GPtrArray *
myo_atlas_get_flags (MyoAtlas *self)
{
  g_return_val_if_fail (MYO_IS_ATLAS (self), NULL);

  return get_sorted (self, FLAGS);
}

GPtrArray *
myo_atlas_get_topics (MyoAtlas *self)
{
  g_return_val_if_fail (MYO_IS_ATLAS (self), NULL);

  return get_sorted (self, TOPICS);
}

const char *
myo_atlas_get_version (MyoAtlas *self)
{
  g_return_val_if_fail (MYO_IS_ATLAS (self), NULL);

  return self->version;
}

void
myo_atlas_set_version (MyoAtlas   *self,
                       const char *version)
{
  g_return_if_fail (MYO_IS_ATLAS (self));
  g_return_if_fail (version != NULL);

  g_free (self->version);
  self->version = g_strdup (version);
}

/* --- Searching --- */

/* Returns: the names of the regions of @muscle's zones of one kind */
static char *
join_region_names (MyoAtlas    *self,
                   MyoMuscle   *muscle,
                   MyoZoneKind  kind)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < muscle->points->len; i++)
    {
      const MyoTriggerPoint *point = g_ptr_array_index (muscle->points, i);

      for (guint j = 0; j < point->zones->len; j++)
        {
          const MyoZone *zone = g_ptr_array_index (point->zones, j);
          const MyoRegion *region = myo_atlas_get_region (self, zone->region);

          if (zone->kind == kind && region != NULL)
            g_string_append_printf (names, "%s\n", region->name);
        }
    }
  return g_string_free (names, FALSE);
}

static char *
join_texts (GPtrArray *texts)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < texts->len; i++)
    g_string_append_printf (joined, "%s\n", (const char *) g_ptr_array_index (texts, i));
  return g_string_free (joined, FALSE);
}

static MyoSearchIndex *
build_index (MyoAtlas *self)
{
  MyoSearchIndex *index = myo_search_index_new ();
  GPtrArray *muscles = get_sorted (self, MUSCLES);

  for (guint i = 0; i < muscles->len; i++)
    {
      MyoMuscle *muscle = g_ptr_array_index (muscles, i);
      g_autofree char *primary = join_region_names (self, muscle, MYO_ZONE_PRIMARY);
      g_autofree char *spillover = join_region_names (self, muscle, MYO_ZONE_SPILLOVER);
      g_autofree char *symptoms = join_texts (muscle->symptoms);
      const char *texts[MYO_N_SEARCH_FIELDS] = {
        [MYO_SEARCH_NAME] = muscle->name,
        [MYO_SEARCH_LATIN] = muscle->latin,
        [MYO_SEARCH_PRIMARY] = primary,
        [MYO_SEARCH_SPILLOVER] = spillover,
        [MYO_SEARCH_SYMPTOMS] = symptoms,
      };

      myo_search_index_add (index, muscle, texts);
    }
  return index;
}

GPtrArray *
myo_atlas_search (MyoAtlas   *self,
                  const char *text)
{
  g_return_val_if_fail (MYO_IS_ATLAS (self), NULL);

  if (self->index == NULL)
    self->index = build_index (self);
  return myo_search_index_find (self->index, text);
}
