/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-atlas-references-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "myo-atlas-document-private.h"
#include "myo-atlas-ids-private.h"
#include "myo-atlas-problems-private.h"
#include "myo-path-check-private.h"
#include "myo-xml-node-private.h"
#include "myo-xml-value-private.h"

typedef struct
{
  const MyoAtlasDocument *document;
  MyoAtlasIds            *ids;
  MyoAtlas               *base;
  GPtrArray              *problems;
} Check;

#define complain(check, node, ...) \
  myo_atlas_problems_add ((check)->problems, (check)->document->name, myo_xml_get_line (node), __VA_ARGS__)

static void
complain_unknown (Check         *check,
                  const xmlNode *node,
                  MyoIdKind      kind,
                  const char    *id)
{
  switch (kind)
    {
    case MYO_ID_REGION:
      complain (check, node, _("There is no region “%s”."), id);
      break;
    case MYO_ID_METHOD:
      complain (check, node, _("There is no method “%s”."), id);
      break;
    case MYO_ID_TOOL:
      complain (check, node, _("There is no tool “%s”."), id);
      break;
    case MYO_ID_FLAG:
      complain (check, node, _("There is no screening flag “%s”."), id);
      break;
    case MYO_ID_SOURCE:
      complain (check, node, _("There is no source “%s”."), id);
      break;
    case MYO_ID_MUSCLE:
    case MYO_ID_CONDITION:   /* nothing refers to these five */
    case MYO_ID_TOPIC:
    case MYO_ID_PREVALENCE:
    case MYO_ID_POINT:
    case MYO_ID_TECHNIQUE:
    default:
      complain (check, node, _("There is no muscle “%s”."), id);
    }
}

/* The attribute @name of @node, where it is there, names an entry of @kind. */
static void
check_id (Check         *check,
          const xmlNode *node,
          const char    *name,
          MyoIdKind      kind)
{
  const char *id = myo_xml_get_attribute (node, name);

  if (id != NULL && !myo_atlas_ids_has (check->ids, kind, id))
    complain_unknown (check, node, kind, id);
}

static void
check_muscle_id (Check         *check,
                 const xmlNode *node,
                 const char    *id)
{
  if (id != NULL && !myo_atlas_ids_is_muscle (check->ids, id))
    complain_unknown (check, node, MYO_ID_MUSCLE, id);
}

/* --- Trigger points --- */

static void
check_spot (Check         *check,
            const xmlNode *node)
{
  const char *x_text = myo_xml_get_attribute (node, "x");
  const char *y_text = myo_xml_get_attribute (node, "y");
  double x, y, width, height;
  MyoView view;

  if (!myo_view_from_nick (myo_xml_get_attribute (node, "view"), &view) || x_text == NULL || y_text == NULL)
    return;
  x = g_ascii_strtod (x_text, NULL);
  y = g_ascii_strtod (y_text, NULL);
  if (!isfinite (x) || !isfinite (y))
    return;
  myo_view_get_size (view, &width, &height);
  if (!(x >= 0 && x <= width && y >= 0 && y <= height))
    /* Translators: x and y as written; a view such as “back”; its width and height */
    complain (check, node, _("The spot %s, %s lies outside the view “%s”, which is %.0f × %.0f mm."),
              x_text, y_text, myo_view_get_nick (view), width, height);
  else if (myo_view_side_at (view, x) != MYO_SIDE_RIGHT)
    {
      g_autofree char *right = g_strdup_printf (view == MYO_VIEW_FRONT ? "x ≤ %g" : "x ≥ %g", MYO_MIDLINE);

      /* Translators: x and y as written; where x has to be, such as “x ≥ 360” */
      complain (check, node, _("The spot %s, %s lies on the left side of the body; spots stand on the right one (%s)."),
                x_text, y_text, right);
    }
}

static void
check_area (Check         *check,
            const xmlNode *node,
            const char    *region,
            guint          views)
{
  const char *path = myo_xml_get_attribute (node, "d");
  g_autofree char *fault = path != NULL ? myo_path_check (path) : NULL;
  const char *nick = myo_xml_get_attribute (node, "view");
  MyoView view;

  if (fault != NULL)
    complain (check, node, _("The path of this area cannot be drawn: %s."), fault);
  if (myo_view_from_nick (nick, &view) && (views & (1u << view)) == 0)
    complain (check, node, _("The region “%s” does not show in the view “%s”."), region, nick);
}

static void
check_zone (Check         *check,
            const xmlNode *zone)
{
  const char *region = myo_xml_get_attribute (zone, "region");
  guint views = (1u << MYO_N_VIEWS) - 1;
  gboolean paired = FALSE;

  if (region != NULL && !myo_atlas_ids_get_region (check->ids, region, &views, &paired))
    complain_unknown (check, zone, MYO_ID_REGION, region);
  if (paired && g_strcmp0 (myo_xml_get_attribute (zone, "side"), "middle") == 0)
    complain (check, zone, _("The region “%s” lies on both sides of the body, so its zone cannot be in the middle."), region);
  for (const xmlNode *node = myo_xml_first_child (zone); node != NULL; node = myo_xml_next (node))
    if (myo_atlas_element_is (node, "area"))
      check_area (check, node, region, views);
}

static void
check_point (Check         *check,
             const xmlNode *point)
{
  for (const xmlNode *node = myo_xml_first_child (point); node != NULL; node = myo_xml_next (node))
    {
      if (myo_atlas_element_is (node, "spot"))
        check_spot (check, node);
      else if (myo_atlas_element_is (node, "zone"))
        check_zone (check, node);
      else if (myo_atlas_element_is (node, "evidence"))
        check_id (check, node, "source", MYO_ID_SOURCE);
    }
}

static void
check_label (Check         *check,
             const xmlNode *point,
             GHashTable    *labels)
{
  const char *label = myo_xml_get_attribute (point, "label");

  if (label != NULL && !g_hash_table_add (labels, (gpointer) label))
    complain (check, point, _("The label “%s” stands twice in one muscle."), label);
}

/* --- The entries --- */

static void
check_related (Check         *check,
               const xmlNode *node,
               const char    *muscle)
{
  const char *id = myo_xml_get_attribute (node, "muscle");

  check_muscle_id (check, node, id);
  if (id != NULL && g_strcmp0 (id, muscle) == 0)
    complain (check, node, _("The muscle “%s” is related to itself."), id);
}

static void
check_muscle (Check         *check,
              const xmlNode *muscle)
{
  g_autoptr(GHashTable) labels = g_hash_table_new (g_str_hash, g_str_equal);

  for (const xmlNode *node = myo_xml_first_child (muscle); node != NULL; node = myo_xml_next (node))
    {
      if (myo_atlas_element_is (node, "related"))
        check_related (check, node, myo_xml_get_attribute (muscle, "id"));
      else if (myo_atlas_element_is (node, "caution"))
        check_id (check, node, "flag", MYO_ID_FLAG);
      else if (myo_atlas_element_is (node, "trigger-point"))
        {
          check_label (check, node, labels);
          check_point (check, node);
        }
      else if (myo_atlas_element_is (node, "technique"))
        {
          check_id (check, node, "method", MYO_ID_METHOD);
          check_id (check, node, "tool", MYO_ID_TOOL);
        }
    }
}

/* The zones of the muscles that stay need the views they were drawn for. */
static void
check_region (Check         *check,
              const xmlNode *node)
{
  const char *id = myo_xml_get_attribute (node, "id");
  const MyoRegion *replaced = check->base != NULL && id != NULL ? myo_atlas_get_region (check->base, id) : NULL;
  guint views = myo_xml_get_views (node);

  if (replaced == NULL)
    return;
  for (MyoView view = 0; view < MYO_N_VIEWS; view++)
    if ((replaced->views & ~views & (1u << view)) != 0)
      complain (check, node, _("The region “%s” has zones in the view “%s”, so it must keep that view."), id, myo_view_get_nick (view));
  if (replaced->paired != (g_strcmp0 (myo_xml_get_attribute (node, "side"), "midline") != 0))
    complain (check, node, _("Whether the region “%s” is paired cannot be changed."), id);
}

static void
check_evidence (Check         *check,
                const xmlNode *entry)
{
  for (const xmlNode *node = myo_xml_first_child (entry); node != NULL; node = myo_xml_next (node))
    if (myo_atlas_element_is (node, "evidence"))
      check_id (check, node, "source", MYO_ID_SOURCE);
}

static void
check_condition (Check         *check,
                 const xmlNode *condition)
{
  for (const xmlNode *node = myo_xml_first_child (condition); node != NULL; node = myo_xml_next (node))
    {
      if (myo_atlas_element_is (node, "muscle"))
        check_muscle_id (check, node, myo_xml_get_attribute (node, "ref"));
      else if (myo_atlas_element_is (node, "felt"))
        check_id (check, node, "region", MYO_ID_REGION);
    }
}

/* What brings a flag's question */
static void
check_ask (Check         *check,
           const xmlNode *node)
{
  const char *region = myo_xml_get_attribute (node, "region");
  gboolean one_side = g_strcmp0 (myo_xml_get_attribute (node, "one-side"), "yes") == 0;
  gboolean paired = region != NULL;
  guint views;

  if (region == NULL && myo_xml_get_attribute (node, "quality") == NULL)
    complain (check, node, _("<ask> needs a region, a quality, or both."));
  if (region != NULL && !myo_atlas_ids_get_region (check->ids, region, &views, &paired))
    complain_unknown (check, node, MYO_ID_REGION, region);
  if (one_side && region == NULL)
    complain (check, node, _("<ask> can only be about one side of a region, and none is named."));
  else if (one_side && !paired)
    complain (check, node, _("The region “%s” lies in the middle of the body and has no other side."), region);
}

static void
check_flag (Check         *check,
            const xmlNode *flag)
{
  for (const xmlNode *node = myo_xml_first_child (flag); node != NULL; node = myo_xml_next (node))
    if (myo_atlas_element_is (node, "ask"))
      check_ask (check, node);
}

static void
check_prevalence (Check         *check,
                  const xmlNode *prevalence)
{
  check_muscle_id (check, prevalence, myo_xml_get_attribute (prevalence, "muscle"));
  check_evidence (check, prevalence);
}

static void
check_entry (Check         *check,
             const xmlNode *entry)
{
  static const struct { const char *name; void (*func) (Check *, const xmlNode *); } funcs[] = {
    { "muscle", check_muscle },
    { "region", check_region },
    { "method", check_evidence },
    { "condition", check_condition },
    { "topic", check_evidence },
    { "flag", check_flag },
    { "prevalence", check_prevalence },
  };

  for (guint i = 0; i < G_N_ELEMENTS (funcs); i++)
    if (myo_atlas_element_is (entry, funcs[i].name))
      funcs[i].func (check, entry);
}

void
myo_atlas_check_references (GPtrArray *documents,
                            MyoAtlas  *base,
                            GPtrArray *problems)
{
  g_autoptr(MyoAtlasIds) ids = myo_atlas_ids_new (documents, base, problems);

  for (guint i = 0; i < documents->len; i++)
    {
      MyoAtlasDocument *document = g_ptr_array_index (documents, i);
      Check check = { document, ids, base, problems };
      const xmlNode *root = myo_atlas_document_get_root (document);

      for (const xmlNode *entry = myo_xml_first_child (root); entry != NULL; entry = myo_xml_next (entry))
        check_entry (&check, entry);
    }
}
