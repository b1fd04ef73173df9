/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-pain-places-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "myo-pain-format-private.h"
#include "myo-xml-node-private.h"

#define MAX_SHOWN 40

typedef struct { double x, y, radius; } Place;

typedef struct
{
  MyoStroke   *stroke;
  int          line;         /* on which the reader is */
  MyoXmlFault *fault;
} Reader;

/* --- Reading one --- */

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
  char *shown = myo_xml_shorten (valid, MAX_SHOWN);

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
             const Place *place,
             const char  *at,
             gsize        length)
{
  MyoView view = reader->stroke->view;
  g_autofree char *shown = NULL;
  double width, height;

  if (is_on_view (view, place) && place->radius >= (double) MYO_DAB_MIN_RADIUS && place->radius <= (double) MYO_DAB_MAX_RADIUS)
    return TRUE;

  shown = show_place (at, length);
  myo_view_get_size (view, &width, &height);
  if (is_on_view (view, place))
    /* Translators: x, y and radius; how thin and how thick it may be, all in mm */
    return myo_xml_fault_set (reader->fault, reader->line, _("The place “%s” has a radius that is not from %.0f to %.0f mm."),
                              shown, (double) MYO_DAB_MIN_RADIUS, (double) MYO_DAB_MAX_RADIUS);
  /* Translators: x, y and radius; a view such as “front”; how far x goes; how far y goes, all in mm */
  return myo_xml_fault_set (reader->fault, reader->line,
                            _("The place “%s” lies off the view “%s”: x goes from %.0f to %.0f, y from %.0f to %.0f."),
                            shown, myo_view_get_nick (view),
                            -MYO_PAIN_MARGIN, width + MYO_PAIN_MARGIN, -MYO_PAIN_MARGIN, height + MYO_PAIN_MARGIN);
}

static gboolean
refuse_place (Reader     *reader,
              const char *at)
{
  g_autofree char *shown = show_place (at, strlen (at));

  return myo_xml_fault_set (reader->fault, reader->line,
                            _("“%s” is no place of the brush, which is written as x,y and radius in mm, such as “300.5,420 12”."),
                            shown);
}

/* --- Reading all --- */

static const char *
skip_to (Reader     *reader,
         const char *p,
         const char *end)
{
  for (; p < end; p++)
    reader->line += *p == '\n';
  return p;
}

static const char *
skip_blanks (Reader     *reader,
             const char *p)
{
  return skip_to (reader, p, p + strspn (p, " \t\r\n"));
}

static gboolean
read_places (Reader     *reader,
             const char *text)
{
  Place place;

  for (const char *at = skip_blanks (reader, text), *end; *at != '\0'; at = skip_blanks (reader, skip_to (reader, at, end)))
    {
      end = read_place (at, &place);
      if (end == NULL)
        return refuse_place (reader, at);
      if (!check_place (reader, &place, at, (gsize) (end - at)))
        return FALSE;
      if (!myo_stroke_add_dab (reader->stroke, place.x, place.y, place.radius))
        return myo_xml_fault_set (reader->fault, reader->line, _("A stroke has more than %d places."), MYO_STROKE_MAX_DABS);
    }
  return TRUE;
}

/* A comment may stand between places, not inside one. */
gboolean
myo_pain_places_read (MyoStroke     *stroke,
                      const xmlNode *node,
                      MyoXmlFault   *fault)
{
  Reader reader = { stroke, myo_xml_get_line (node), fault };

  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      const char *text = child->content != NULL ? (const char *) child->content : "";

      if (child->type != XML_TEXT_NODE && child->type != XML_CDATA_SECTION_NODE)
        skip_to (&reader, text, text + strlen (text));
      else if (!read_places (&reader, text))
        return FALSE;
    }
  return TRUE;
}

/* --- Writing --- */

/* At most two decimals, and a point between whatever the language.  By hand: most of a drawing is numbers. */
static void
append_number (GString *out,
               double   value)
{
  int hundredths = (int) rint (value * 100), whole = abs (hundredths) / 100, rest = abs (hundredths) % 100;
  char text[16];
  guint at = sizeof text;

  if (rest > 0)
    {
      if (rest % 10 > 0)
        text[--at] = (char) ('0' + rest % 10);
      text[--at] = (char) ('0' + rest / 10);
      text[--at] = '.';
    }
  do
    text[--at] = (char) ('0' + whole % 10);
  while ((whole /= 10) > 0);
  if (hundredths < 0)
    text[--at] = '-';
  g_string_append_len (out, text + at, (gssize) (sizeof text - at));
}

void
myo_pain_places_append (GString         *out,
                        const MyoStroke *stroke)
{
  double width, height;

  myo_view_get_size (stroke->view, &width, &height);
  for (guint i = 0; i < stroke->dabs->len; i++)
    {
      const MyoDab *dab = &g_array_index (stroke->dabs, MyoDab, i);

      if (i > 0)
        g_string_append_c (out, ' ');
      append_number (out, CLAMP ((double) dab->x, -MYO_PAIN_MARGIN, width + MYO_PAIN_MARGIN));
      g_string_append_c (out, ',');
      append_number (out, CLAMP ((double) dab->y, -MYO_PAIN_MARGIN, height + MYO_PAIN_MARGIN));
      g_string_append_c (out, ' ');
      append_number (out, (double) dab->radius);
    }
}
