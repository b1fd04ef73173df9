/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-atlas-private.h"

static void list_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MyoAtlas, myo_atlas, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* --- The list of muscles --- */

static GType
get_item_type (GListModel *list)
{
  return MYO_TYPE_MUSCLE;
}

static guint
get_n_items (GListModel *list)
{
  return g_hash_table_size (MYO_ATLAS (list)->by_id[MYO_ATLAS_MUSCLES]);
}

static gpointer
get_item (GListModel *list,
          guint       position)
{
  GPtrArray *muscles = myo_atlas_get_sorted (MYO_ATLAS (list), MYO_ATLAS_MUSCLES);

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

  for (guint kind = 0; kind < MYO_ATLAS_N_KINDS; kind++)
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
  static const GDestroyNotify free_funcs[MYO_ATLAS_N_KINDS] = {
    [MYO_ATLAS_MUSCLES] = g_object_unref,
    [MYO_ATLAS_REGIONS] = (GDestroyNotify) myo_region_free,
    [MYO_ATLAS_METHODS] = (GDestroyNotify) myo_method_free,
    [MYO_ATLAS_TOOLS] = (GDestroyNotify) myo_tool_free,
    [MYO_ATLAS_FLAGS] = (GDestroyNotify) myo_flag_free,
    [MYO_ATLAS_CONDITIONS] = (GDestroyNotify) myo_condition_free,
    [MYO_ATLAS_TOPICS] = (GDestroyNotify) myo_topic_free,
    [MYO_ATLAS_SOURCES] = (GDestroyNotify) myo_source_free,
    [MYO_ATLAS_PREVALENCES] = (GDestroyNotify) myo_prevalence_free,
  };

  for (guint kind = 0; kind < MYO_ATLAS_N_KINDS; kind++)
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
forget_orders (MyoAtlas     *self,
               MyoAtlasKind  kind)
{
  g_clear_pointer (&self->by_name[kind], g_ptr_array_unref);
  g_clear_pointer (&self->index, myo_search_index_free);
}

static void
add (MyoAtlas     *self,
     MyoAtlasKind  kind,
     const char   *id,
     gpointer      item)
{
  forget_orders (self, kind);
  g_hash_table_replace (self->by_id[kind], (gpointer) id, item);
}

static void
move_all (MyoAtlas     *self,
          MyoAtlas     *other,
          MyoAtlasKind  kind)
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
  g_autoptr(GPtrArray) topics = myo_atlas_sort_topics (other->by_id[MYO_ATLAS_TOPICS]);

  forget_orders (other, MYO_ATLAS_TOPICS);
  g_hash_table_steal_all (other->by_id[MYO_ATLAS_TOPICS]);
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

  n_before = g_hash_table_size (self->by_id[MYO_ATLAS_MUSCLES]);
  n_moved = g_hash_table_size (other->by_id[MYO_ATLAS_MUSCLES]);
  for (MyoAtlasKind kind = 0; kind < MYO_ATLAS_N_KINDS; kind++)
    if (kind != MYO_ATLAS_TOPICS)
      move_all (self, other, kind);
  move_topics (self, other);

  g_list_model_items_changed (G_LIST_MODEL (other), 0, n_moved, 0);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, g_hash_table_size (self->by_id[MYO_ATLAS_MUSCLES]));
}

void
myo_atlas_add_muscle (MyoAtlas  *self,
                      MyoMuscle *muscle)
{
  guint n_before;

  g_return_if_fail (MYO_IS_ATLAS (self));
  g_return_if_fail (MYO_IS_MUSCLE (muscle) && muscle->id != NULL);

  n_before = g_hash_table_size (self->by_id[MYO_ATLAS_MUSCLES]);
  add (self, MYO_ATLAS_MUSCLES, muscle->id, muscle);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, g_hash_table_size (self->by_id[MYO_ATLAS_MUSCLES]));
}

void
myo_atlas_add_region (MyoAtlas  *self,
                      MyoRegion *region)
{
  add (self, MYO_ATLAS_REGIONS, region->id, region);
}

void
myo_atlas_add_method (MyoAtlas  *self,
                      MyoMethod *method)
{
  add (self, MYO_ATLAS_METHODS, method->id, method);
}

void
myo_atlas_add_tool (MyoAtlas *self,
                    MyoTool  *tool)
{
  add (self, MYO_ATLAS_TOOLS, tool->id, tool);
}

void
myo_atlas_add_flag (MyoAtlas *self,
                    MyoFlag  *flag)
{
  add (self, MYO_ATLAS_FLAGS, flag->id, flag);
}

void
myo_atlas_add_condition (MyoAtlas     *self,
                         MyoCondition *condition)
{
  add (self, MYO_ATLAS_CONDITIONS, condition->id, condition);
}

void
myo_atlas_add_topic (MyoAtlas *self,
                     MyoTopic *topic)
{
  const MyoTopic *replaced = myo_atlas_get_topic (self, topic->id);

  topic->position = replaced != NULL ? replaced->position : self->n_positions++;
  add (self, MYO_ATLAS_TOPICS, topic->id, topic);
}

void
myo_atlas_add_source (MyoAtlas  *self,
                      MyoSource *source)
{
  add (self, MYO_ATLAS_SOURCES, source->id, source);
}

void
myo_atlas_add_prevalence (MyoAtlas      *self,
                          MyoPrevalence *prevalence)
{
  add (self, MYO_ATLAS_PREVALENCES, prevalence->id, prevalence);
}

/* --- Looking up --- */

static gpointer
look_up (MyoAtlas     *self,
         MyoAtlasKind  kind,
         const char   *id)
{
  g_return_val_if_fail (MYO_IS_ATLAS (self), NULL);

  return id != NULL ? g_hash_table_lookup (self->by_id[kind], id) : NULL;
}

MyoMuscle *
myo_atlas_get_muscle (MyoAtlas   *self,
                      const char *id)
{
  return look_up (self, MYO_ATLAS_MUSCLES, id);
}

const MyoRegion *
myo_atlas_get_region (MyoAtlas   *self,
                      const char *id)
{
  return look_up (self, MYO_ATLAS_REGIONS, id);
}

const MyoMethod *
myo_atlas_get_method (MyoAtlas   *self,
                      const char *id)
{
  return look_up (self, MYO_ATLAS_METHODS, id);
}

const MyoTool *
myo_atlas_get_tool (MyoAtlas   *self,
                    const char *id)
{
  return look_up (self, MYO_ATLAS_TOOLS, id);
}

const MyoFlag *
myo_atlas_get_flag (MyoAtlas   *self,
                    const char *id)
{
  return look_up (self, MYO_ATLAS_FLAGS, id);
}

const MyoCondition *
myo_atlas_get_condition (MyoAtlas   *self,
                         const char *id)
{
  return look_up (self, MYO_ATLAS_CONDITIONS, id);
}

const MyoTopic *
myo_atlas_get_topic (MyoAtlas   *self,
                     const char *id)
{
  return look_up (self, MYO_ATLAS_TOPICS, id);
}

const MyoSource *
myo_atlas_get_source (MyoAtlas   *self,
                      const char *id)
{
  return look_up (self, MYO_ATLAS_SOURCES, id);
}

int
myo_atlas_get_prevalence (MyoAtlas   *self,
                          const char *muscle)
{
  const MyoPrevalence *prevalence = look_up (self, MYO_ATLAS_PREVALENCES, muscle);

  return prevalence != NULL ? prevalence->level : 0;
}

GPtrArray *
myo_atlas_get_muscles (MyoAtlas *self)
{
  g_return_val_if_fail (MYO_IS_ATLAS (self), NULL);

  return myo_atlas_get_sorted (self, MYO_ATLAS_MUSCLES);
}

GPtrArray *
myo_atlas_get_regions (MyoAtlas *self)
{
  g_return_val_if_fail (MYO_IS_ATLAS (self), NULL);

  return myo_atlas_get_sorted (self, MYO_ATLAS_REGIONS);
}

GPtrArray *
myo_atlas_get_conditions (MyoAtlas *self)
{
  g_return_val_if_fail (MYO_IS_ATLAS (self), NULL);

  return myo_atlas_get_sorted (self, MYO_ATLAS_CONDITIONS);
}

GPtrArray *
myo_atlas_get_flags (MyoAtlas *self)
{
  g_return_val_if_fail (MYO_IS_ATLAS (self), NULL);

  return myo_atlas_get_sorted (self, MYO_ATLAS_FLAGS);
}

GPtrArray *
myo_atlas_get_topics (MyoAtlas *self)
{
  g_return_val_if_fail (MYO_IS_ATLAS (self), NULL);

  return myo_atlas_get_sorted (self, MYO_ATLAS_TOPICS);
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
