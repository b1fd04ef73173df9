/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-pain-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "myo-atlas-document.h"

#define MAX_SHOWN 40
#define MAX_ID 64

typedef struct
{
  MyoAtlas       *atlas;     /* borrowed, maybe NULL */
  MyoPainDrawing *drawing;
  guint           n_strokes;
  MyoXmlFault    *fault;
} Reader;

G_GNUC_PRINTF (3, 4)
static gboolean
refuse (Reader     *reader,
        int         line,
        const char *format,
        ...)
{
  va_list args;

  va_start (args, format);
  reader->fault->line = line;
  reader->fault->reason = g_strdup_vprintf (format, args);
  va_end (args);
  return FALSE;
}

#define refuse_node(reader, node, ...) refuse ((reader), myo_xml_get_line (node), __VA_ARGS__)

/* Returns: (transfer full): @value, not longer than a line */
static char *
shorten (const char *value)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (value, -1) <= MAX_SHOWN)
    return g_strdup (value);
  start = g_utf8_substring (value, 0, MAX_SHOWN);
  return g_strconcat (start, "…", NULL);
}

/* --- What stands where --- */

static gboolean
is_own (const xmlNode *node)
{
  return node->ns != NULL && strcmp ((const char *) node->ns->href, MYO_PAIN_NAMESPACE) == 0;
}

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
        return refuse_node (reader, node, _("The attribute “%s” is not allowed in <%s>; allowed are: %s."),
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
    return refuse_node (reader, child, _("<%s> is not allowed in <%s>."), myo_xml_get_name (child), myo_xml_get_name (node));
  if (may_hold_text)
    return TRUE;
  text = myo_xml_get_text (node);
  return *text == '\0' || refuse_node (reader, node, _("<%s> must not hold text."), myo_xml_get_name (node));
}

/* Returns: the value of an attribute that has to be there, or %NULL after having refused */
static const char *
get_needed (Reader        *reader,
            const xmlNode *node,
            const char    *name)
{
  const char *value = myo_xml_get_attribute (node, name);

  if (value == NULL)
    refuse_node (reader, node, _("<%s> needs the attribute “%s”."), myo_xml_get_name (node), name);
  return value;
}

/* --- Attributes --- */

static gboolean
read_view (Reader        *reader,
           const xmlNode *node,
           MyoView       *view)
{
  const char *value = get_needed (reader, node, "view");
  g_autofree char *shown = value != NULL ? shorten (value) : NULL;

  return value != NULL
         && (myo_view_from_nick (value, view)
             /* Translators: front, back, side and sole are written like this in the file and stay as they are. */
             || refuse_node (reader, node, _("The view “%s” is not known; there are front, back, side and sole."), shown));
}

/* One of the two sides, of a region or a view that has them */
static gboolean
read_needed_side (Reader        *reader,
                  const xmlNode *node,
                  MyoSide       *side)
{
  const char *value = get_needed (reader, node, "side");
  g_autofree char *shown = value != NULL ? shorten (value) : NULL;

  return value != NULL
         && ((myo_side_from_nick (value, side) && *side != MYO_SIDE_MIDDLE)
             /* Translators: right and left are written like this in the file and stay as they are. */
             || refuse_node (reader, node, _("The side “%s” must be right or left."), shown));
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
         || refuse_node (reader, node, _("The view “%s” shows both sides, so that no side may be named."), myo_view_get_nick (view));
}

static gboolean
read_intensity (Reader        *reader,
                const xmlNode *node,
                int           *intensity)
{
  const char *value = get_needed (reader, node, "intensity");
  g_autofree char *shown = value != NULL ? shorten (value) : NULL;
  guint64 number;

  if (value == NULL)
    return FALSE;
  if (!g_ascii_string_to_unsigned (value, 10, 1, 10, &number, NULL))
    return refuse_node (reader, node, _("The intensity “%s” must be a whole number from 1 to 10."), shown);
  *intensity = (int) number;
  return TRUE;
}

static gboolean
read_quality (Reader        *reader,
              const xmlNode *node,
              MyoQuality    *quality)
{
  const char *value = get_needed (reader, node, "quality");
  g_autofree char *shown = value != NULL ? shorten (value) : NULL;

  return value != NULL
         && (myo_quality_from_nick (value, quality)
             /* Translators: these words are written like this in the file and stay as they are. */
             || refuse_node (reader, node, _("The quality “%s” is not known; there are ache, sharp, burning, pressing, tingling and numb."),
                             shown));
}

/* --- Places --- */

static const char *
skip_digits (const char *p)
{
  while (g_ascii_isdigit (*p))
    p++;
  return p;
}

/* Reads "-12.75": no exponent, and none of the other things that g_ascii_strtod() would take.
 * Returns: what follows, %NULL when there is no number at @p */
static const char *
read_number (const char *p,
             double     *number)
{
  const char *start = p, *digits = *p == '-' ? p + 1 : p;
  const char *end = skip_digits (digits);

  if (end > digits && *end == '.')
    {
      if (skip_digits (end + 1) == end + 1)
        return NULL;
      end = skip_digits (end + 1);
    }
  if (end == digits || end - start > MAX_SHOWN)
    return NULL;
  *number = g_ascii_strtod (start, NULL);
  return end;
}

typedef struct { double x, y, radius; } Place;

/* Reads "300.5,420 12".  Returns: what follows, %NULL when it is not written so */
static const char *
read_place (const char *p,
            Place      *place)
{
  p = read_number (p, &place->x);
  if (p == NULL || *p != ',')
    return NULL;
  p = read_number (p + 1, &place->y);
  if (p == NULL || strspn (p, " \t\r\n") == 0)
    return NULL;
  p = read_number (p + strspn (p, " \t\r\n"), &place->radius);
  return p != NULL && (*p == '\0' || strspn (p, " \t\r\n") > 0) ? p : NULL;
}

/* Returns: (transfer full): what is written at @at, on one line that is not too long */
static char *
show_place (const char *at,
            gsize       length)
{
  g_autofree char *start = g_strndup (at, MIN (length, 4 * MAX_SHOWN));
  g_autofree char *valid = g_utf8_make_valid (start, -1);
  char *shown = shorten (valid);

  return g_strdelimit (shown, "\t\r\n", ' ');
}

static gboolean
is_on_view (MyoView      view,
            const Place *place)
{
  double width, height;

  myo_view_get_size (view, &width, &height);
  return place->x >= -MYO_PAIN_MARGIN && place->x <= width + MYO_PAIN_MARGIN
         && place->y >= -MYO_PAIN_MARGIN && place->y <= height + MYO_PAIN_MARGIN;
}

/* @at, @length: the place as it is written */
static gboolean
check_place (Reader      *reader,
             int          line,
             MyoView      view,
             const Place *place,
             const char  *at,
             gsize        length)
{
  g_autofree char *shown = NULL;
  double width, height;

  if (is_on_view (view, place) && place->radius >= (double) MYO_DAB_MIN_RADIUS && place->radius <= (double) MYO_DAB_MAX_RADIUS)
    return TRUE;

  shown = show_place (at, length);
  myo_view_get_size (view, &width, &height);
  if (is_on_view (view, place))
    /* Translators: x, y and radius; how thin and how thick it may be, all in mm */
    return refuse (reader, line, _("The place “%s” has a radius that is not from %.0f to %.0f mm."),
                   shown, (double) MYO_DAB_MIN_RADIUS, (double) MYO_DAB_MAX_RADIUS);
  /* Translators: x, y and radius; a view such as “front”; how far x goes; how far y goes, all in mm */
  return refuse (reader, line, _("The place “%s” lies off the view “%s”: x goes from %.0f to %.0f, y from %.0f to %.0f."),
                 shown, myo_view_get_nick (view),
                 -MYO_PAIN_MARGIN, width + MYO_PAIN_MARGIN, -MYO_PAIN_MARGIN, height + MYO_PAIN_MARGIN);
}

/* Goes over blanks, counting lines. */
static const char *
skip_blanks (const char *p,
             int        *line)
{
  for (; *p == ' ' || *p == '\t' || *p == '\r' || *p == '\n'; p++)
    *line += *p == '\n';
  return p;
}

static gboolean
refuse_place (Reader     *reader,
              int         line,
              const char *at)
{
  g_autofree char *shown = show_place (at, strlen (at));

  return refuse (reader, line, _("“%s” is no place of the brush, which is written as x,y and radius in mm, such as “300.5,420 12”."), shown);
}

static gboolean
read_places (Reader     *reader,
             MyoStroke  *stroke,
             const char *text,
             int        *line)
{
  Place place;

  for (const char *at = skip_blanks (text, line); *at != '\0'; at = skip_blanks (at, line))
    {
      const char *end = read_place (at, &place);

      if (end == NULL)
        return refuse_place (reader, *line, at);
      if (!check_place (reader, *line, stroke->view, &place, at, (gsize) (end - at)))
        return FALSE;
      if (!myo_stroke_add_dab (stroke, place.x, place.y, place.radius))
        return refuse (reader, *line, _("A stroke has more than %d places."), MYO_STROKE_MAX_DABS);
      for (; at < end; at++)
        *line += *at == '\n';
    }
  return TRUE;
}

/* --- Strokes --- */

/* A comment may stand between places, not inside one. */
static gboolean
read_text (Reader        *reader,
           const xmlNode *node,
           MyoStroke     *stroke)
{
  int line = myo_xml_get_line (node);

  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      const char *text = child->content != NULL ? (const char *) child->content : "";

      if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
        {
          if (!read_places (reader, stroke, text, &line))
            return FALSE;
        }
      else
        for (; *text != '\0'; text++)
          line += *text == '\n';
    }
  return TRUE;
}

/* @stroke: (transfer full) */
static gboolean
add_stroke (Reader        *reader,
            const xmlNode *node,
            MyoStroke     *stroke)
{
  myo_pain_drawing_add (reader->drawing, stroke);
  return ++reader->n_strokes <= MYO_DRAWING_MAX_STROKES
         || refuse_node (reader, node, _("The drawing has more than %d strokes."), MYO_DRAWING_MAX_STROKES);
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
  return read_text (reader, node, stroke) && add_stroke (reader, node, g_steal_pointer (&stroke));
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
  return !named || refuse_node (reader, node, _("The region “%s” lies in the middle of the body, so that no side may be named."), region->id);
}

static gboolean
read_marked (Reader        *reader,
             const xmlNode *node,
             MyoStrokeTool  tool)
{
  gboolean brush = tool == MYO_STROKE_BRUSH;
  const char *id = get_needed (reader, node, "ref");
  g_autofree char *shown = id != NULL ? shorten (id) : NULL;
  const MyoRegion *region = reader->atlas != NULL ? myo_atlas_get_region (reader->atlas, id) : NULL;
  MyoSide side = MYO_SIDE_MIDDLE;
  int intensity = 0;
  MyoQuality quality = MYO_QUALITY_ACHE;

  if (id == NULL)
    return FALSE;
  if (!is_id (id))
    return refuse_node (reader, node, _("“%s” cannot be the name of a region."), shown);
  if (reader->atlas != NULL && region == NULL)
    return refuse_node (reader, node, _("There is no region “%s”; a newer Myomap or an atlas pack may know it."), shown);
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

  for (guint i = 0; is_own (node) && i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (myo_xml_get_name (node), kinds[i].name) == 0)
      return kinds[i].read (reader, node, kinds[i].tool);
  return refuse_node (reader, node, _("<%s> is not known here; there are stroke, erase, region and erase-region."), myo_xml_get_name (node));
}

static gboolean
check_root_text (Reader        *reader,
                 const xmlNode *root)
{
  for (const xmlNode *child = root->children; child != NULL; child = child->next)
    if ((child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) && !is_blank ((const char *) child->content))
      return refuse_node (reader, child, _("Text stands between the strokes, where none may be."));
  return TRUE;
}

static gboolean
check_root (Reader        *reader,
            const xmlNode *root)
{
  const char *space = root->ns != NULL ? (const char *) root->ns->href : "";
  const char *version = myo_xml_get_attribute (root, "version");

  if (strcmp (myo_xml_get_name (root), MYO_PAIN_ROOT) != 0 || !g_str_has_prefix (space, MYO_PAIN_NAMESPACE_STEM))
    return refuse_node (reader, root, _("The file is no pain drawing: it must begin with <%s xmlns=\"%s\">, but begins with <%s>."),
                        MYO_PAIN_ROOT, MYO_PAIN_NAMESPACE, myo_xml_get_name (root));
  if (strcmp (space, MYO_PAIN_NAMESPACE) != 0 || (version != NULL && strcmp (version, MYO_PAIN_VERSION) != 0))
    return refuse_node (reader, root, _("The drawing is of another version than this Myomap can read; a newer Myomap may have written it."));
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
  Reader reader = { atlas, drawing, 0, fault };
  const xmlNode *root = xmlDocGetRootElement (xml);

  if (!check_root (&reader, root))
    return NULL;
  for (const xmlNode *node = myo_xml_first_child (root); node != NULL; node = myo_xml_next (node))
    if (!read_element (&reader, node))
      return NULL;
  return g_steal_pointer (&drawing);
}
