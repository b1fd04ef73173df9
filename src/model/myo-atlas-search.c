/* Finding muscles by what someone types.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-atlas-private.h"

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
  GPtrArray *muscles = myo_atlas_get_sorted (self, MYO_ATLAS_MUSCLES);

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

void
myo_atlas_prepare (MyoAtlas *self)
{
  g_return_if_fail (MYO_IS_ATLAS (self));

  for (guint kind = 0; kind < MYO_ATLAS_N_KINDS; kind++)
    myo_atlas_get_sorted (self, (MyoAtlasKind) kind);
  if (self->index == NULL)
    self->index = build_index (self);
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
