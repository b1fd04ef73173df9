/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-pain-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "myo-pain-format-private.h"
#include "myo-pain-places-private.h"
#include "myo-xml-node-private.h"

#define MAX_SHOWN 40
#define MAX_ID 64

typedef struct
{
  MyoAtlas       *atlas;     /* borrowed, maybe NULL */
  MyoPainDrawing *drawing;
  MyoXmlFault    *fault;
} Reader;

#define refuse(reader, node, ...) myo_xml_fault_set ((reader)->fault, myo_xml_get_line (node), __VA_ARGS__)

/* --- What stands where --- */

static gboolean
is_blank (const char *text)
{
  return text[strspn (text, " \t\r\n")] == '\0';
}

/* @names: the attributes that @node may have, apart by blanks */
static gboolean
check_attributes (Reader        *reader,
                  const xmlNode *node,
                  const char    *names)
{
  g_auto(GStrv) allowed = g_strsplit (names, " ", -1);

  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    if (attribute->ns != NULL || !g_strv_contains ((const char * const *) allowed, (const char *) attribute->name))
      {
        g_autofree char *list = g_strjoinv (", ", allowed);

        /* Translators: an attribute of XML; an element such as “stroke”; the attributes it may have */
        return refuse (reader, node, _("The attribute “%s” is not allowed in <%s>; allowed are: %s."),
                       (const char *) attribute->name, myo_xml_get_name (node), list);
      }
  return TRUE;
}

/* No elements in @node, and no text in those that are to be empty */
static gboolean
check_content (Reader        *reader,
               const xmlNode *node,
               gboolean       may_hold_text)
{
  const xmlNode *child = myo_xml_first_child (node);
  g_autofree char *text = NULL;

  if (child != NULL)
    return refuse (reader, child, _("<%s> is not allowed in <%s>."), myo_xml_get_name (child), myo_xml_get_name (node));
  if (may_hold_text)
    return TRUE;
  text = myo_xml_get_text (node);
  return *text == '\0' || refuse (reader, node, _("<%s> must not hold text."), myo_xml_get_name (node));
}

/* Returns: the value of an attribute that has to be there, or %NULL after having refused */
static const char *
get_needed (Reader        *reader,
            const xmlNode *node,
            const char    *name)
{
  const char *value = myo_xml_get_attribute (node, name);

  if (value == NULL)
    refuse (reader, node, _("<%s> needs the attribute “%s”."), myo_xml_get_name (node), name);
  return value;
}

/* --- Attributes --- */

static gboolean
read_view (Reader        *reader,
           const xmlNode *node,
           MyoView       *view)
{
  const char *value = get_needed (reader, node, "view");
  g_autofree char *shown = value != NULL ? myo_xml_shorten (value, MAX_SHOWN) : NULL;

  return value != NULL
         && (myo_view_from_nick (value, view)
             /* Translators: front, back, side and sole are written like this in the file and stay as they are. */
             || refuse (reader, node, _("The view “%s” is not known; there are front, back, side and sole."), shown));
}

/* One of the two sides, of a region or a view that has them */
static gboolean
read_needed_side (Reader        *reader,
                  const xmlNode *node,
                  MyoSide       *side)
{
  const char *value = get_needed (reader, node, "side");
  g_autofree char *shown = value != NULL ? myo_xml_shorten (value, MAX_SHOWN) : NULL;

  return value != NULL
         && ((myo_side_from_nick (value, side) && *side != MYO_SIDE_MIDDLE)
             /* Translators: right and left are written like this in the file and stay as they are. */
             || refuse (reader, node, _("The side “%s” must be right or left."), shown));
}

static gboolean
read_view_side (Reader        *reader,
                const xmlNode *node,
                MyoView        view,
                MyoSide       *side)
{
  if (!myo_view_is_mirrored (view))
    return read_needed_side (reader, node, side);

  *side = MYO_SIDE_MIDDLE;
  return myo_xml_get_attribute (node, "side") == NULL
         || refuse (reader, node, _("The view “%s” shows both sides, so that no side may be named."), myo_view_get_nick (view));
}

static gboolean
read_intensity (Reader        *reader,
                const xmlNode *node,
                int           *intensity)
{
  const char *value = get_needed (reader, node, "intensity");
  g_autofree char *shown = value != NULL ? myo_xml_shorten (value, MAX_SHOWN) : NULL;
  guint64 number;

  if (value == NULL)
    return FALSE;
  if (!g_ascii_string_to_unsigned (value, 10, 1, 10, &number, NULL))
    return refuse (reader, node, _("The intensity “%s” must be a whole number from 1 to 10."), shown);
  *intensity = (int) number;
  return TRUE;
}

static gboolean
read_quality (Reader        *reader,
              const xmlNode *node,
              MyoQuality    *quality)
{
  const char *value = get_needed (reader, node, "quality");
  g_autofree char *shown = value != NULL ? myo_xml_shorten (value, MAX_SHOWN) : NULL;

  return value != NULL
         && (myo_quality_from_nick (value, quality)
             /* Translators: these words are written like this in the file and stay as they are. */
             || refuse (reader, node, _("The quality “%s” is not known; there are ache, sharp, burning, pressing, tingling and numb."),
                        shown));
}

/* --- Strokes --- */

static gboolean
check_room (Reader          *reader,
            const xmlNode   *node,
            const MyoStroke *stroke)
{
  switch (myo_pain_drawing_check (reader->drawing, stroke))
    {
    case MYO_DRAWING_LIMIT_STROKES:
      return refuse (reader, node, _("The drawing has more than %d strokes."), MYO_DRAWING_MAX_STROKES);
    case MYO_DRAWING_LIMIT_DABS:
      return refuse (reader, node, _("The strokes up to here have more than %d places."), MYO_DRAWING_MAX_DABS);
    case MYO_DRAWING_LIMIT_GROUND:
      /* Translators: an area in square metres: how much the strokes of a drawing cover, each counted for itself */
      return refuse (reader, node, _("The strokes up to here are too long and too wide: together they pass over more than %.0f m²."),
                     MYO_DRAWING_MAX_GROUND / 1e6);
    case MYO_DRAWING_LIMIT_NONE:
    default:
      return TRUE;
    }
}

/* @stroke: (transfer full) */
static gboolean
add_stroke (Reader        *reader,
            const xmlNode *node,
            MyoStroke     *stroke)
{
  g_autoptr(MyoStroke) owned = stroke;

  return check_room (reader, node, stroke) && myo_pain_drawing_add (reader->drawing, g_steal_pointer (&owned));
}

static gboolean
read_painted (Reader        *reader,
              const xmlNode *node,
              MyoStrokeTool  tool)
{
  g_autoptr(MyoStroke) stroke = NULL;
  gboolean brush = tool == MYO_STROKE_BRUSH;
  MyoView view = MYO_VIEW_FRONT;
  MyoSide side = MYO_SIDE_MIDDLE;
  int intensity = 0;
  MyoQuality quality = MYO_QUALITY_ACHE;

  if (!check_attributes (reader, node, brush ? "view side intensity quality" : "view side")
      || !check_content (reader, node, TRUE)
      || !read_view (reader, node, &view)
      || !read_view_side (reader, node, view, &side)
      || (brush && !(read_intensity (reader, node, &intensity) && read_quality (reader, node, &quality))))
    return FALSE;

  stroke = myo_stroke_new (tool, view, side, intensity, quality);
  return myo_pain_places_read (stroke, node, reader->fault) && add_stroke (reader, node, g_steal_pointer (&stroke));
}

/* --- Regions --- */

static gboolean
is_id (const char *id)
{
  return *id != '\0' && strlen (id) <= MAX_ID && id[strspn (id, "abcdefghijklmnopqrstuvwxyz0123456789-")] == '\0';
}

/* Without an atlas a side may be named or not. */
static gboolean
read_region_side (Reader          *reader,
                  const xmlNode   *node,
                  const MyoRegion *region,
                  MyoSide         *side)
{
  gboolean named = myo_xml_get_attribute (node, "side") != NULL;

  *side = MYO_SIDE_MIDDLE;
  if (region != NULL ? region->paired : named)
    return read_needed_side (reader, node, side);
  return !named || refuse (reader, node, _("The region “%s” lies in the middle of the body, so that no side may be named."), region->id);
}

static gboolean
read_marked (Reader        *reader,
             const xmlNode *node,
             MyoStrokeTool  tool)
{
  gboolean brush = tool == MYO_STROKE_BRUSH;
  const char *id = get_needed (reader, node, "ref");
  g_autofree char *shown = id != NULL ? myo_xml_shorten (id, MAX_SHOWN) : NULL;
  const MyoRegion *region = reader->atlas != NULL ? myo_atlas_get_region (reader->atlas, id) : NULL;
  MyoSide side = MYO_SIDE_MIDDLE;
  int intensity = 0;
  MyoQuality quality = MYO_QUALITY_ACHE;

  if (id == NULL)
    return FALSE;
  if (!is_id (id))
    return refuse (reader, node, _("“%s” cannot be the name of a region."), shown);
  if (reader->atlas != NULL && region == NULL)
    return refuse (reader, node, _("There is no region “%s”; a newer Myomap or an atlas pack may know it."), shown);
  if (!check_attributes (reader, node, brush ? "ref side intensity quality" : "ref side")
      || !check_content (reader, node, FALSE)
      || !read_region_side (reader, node, region, &side)
      || (brush && !(read_intensity (reader, node, &intensity) && read_quality (reader, node, &quality))))
    return FALSE;
  return add_stroke (reader, node, myo_stroke_new_region (tool, id, side, intensity, quality));
}

/* --- The whole --- */

static gboolean
read_element (Reader        *reader,
              const xmlNode *node)
{
  static const struct
  {
    const char    *name;
    gboolean     (*read) (Reader *, const xmlNode *, MyoStrokeTool);
    MyoStrokeTool  tool;
  } kinds[] = {
    { "stroke", read_painted, MYO_STROKE_BRUSH },
    { "erase", read_painted, MYO_STROKE_ERASER },
    { "region", read_marked, MYO_STROKE_BRUSH },
    { "erase-region", read_marked, MYO_STROKE_ERASER },
  };

  for (guint i = 0; myo_xml_is_in (node, MYO_PAIN_NAMESPACE) && i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (myo_xml_get_name (node), kinds[i].name) == 0)
      return kinds[i].read (reader, node, kinds[i].tool);
  return refuse (reader, node, _("<%s> is not known here; there are stroke, erase, region and erase-region."), myo_xml_get_name (node));
}

static gboolean
check_root_text (Reader        *reader,
                 const xmlNode *root)
{
  for (const xmlNode *child = root->children; child != NULL; child = child->next)
    if ((child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) && !is_blank ((const char *) child->content))
      return refuse (reader, child, _("Text stands between the strokes, where none may be."));
  return TRUE;
}

static gboolean
check_root (Reader        *reader,
            const xmlNode *root)
{
  const char *space = root->ns != NULL ? (const char *) root->ns->href : "";
  const char *version = myo_xml_get_attribute (root, "version");

  if (strcmp (myo_xml_get_name (root), MYO_PAIN_ROOT) != 0 || !g_str_has_prefix (space, MYO_PAIN_NAMESPACE_STEM))
    return refuse (reader, root, _("The file is no pain drawing: it must begin with <%s xmlns=\"%s\">, but begins with <%s>."),
                   MYO_PAIN_ROOT, MYO_PAIN_NAMESPACE, myo_xml_get_name (root));
  if (strcmp (space, MYO_PAIN_NAMESPACE) != 0 || (version != NULL && strcmp (version, MYO_PAIN_VERSION) != 0))
    return refuse (reader, root, _("The drawing is of another version than this Myomap can read; a newer Myomap may have written it."));
  return get_needed (reader, root, "version") != NULL
         && check_attributes (reader, root, "version")
         && check_root_text (reader, root);
}

MyoPainDrawing *
myo_pain_reader_read (xmlDoc      *xml,
                      MyoAtlas    *atlas,
                      MyoXmlFault *fault)
{
  g_autoptr(MyoPainDrawing) drawing = myo_pain_drawing_new ();
  Reader reader = { atlas, drawing, fault };
  const xmlNode *root = xmlDocGetRootElement (xml);

  if (!check_root (&reader, root))
    return NULL;
  for (const xmlNode *node = myo_xml_first_child (root); node != NULL; node = myo_xml_next (node))
    if (!read_element (&reader, node))
      return NULL;
  return g_steal_pointer (&drawing);
}
