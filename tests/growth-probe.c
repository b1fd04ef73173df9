/* What growth-test.py counts: texts from outside, each at one size and at twice that size, read in measure().
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "myo-atlas-reader.h"
#include "myo-document-private.h"
#include "myo-pain-file.h"
#include "myo-path-check-private.h"

typedef void (*Reader) (const char *text, gsize length);

static void
read_atlas (const char *text,
            gsize       length)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, length);
  g_autoptr(MyoAtlas) atlas = myo_atlas_read_bytes (bytes, "x.xml", NULL, NULL, NULL);
}

static void
read_pain (const char *text,
           gsize       length)
{
  g_autoptr(MyoPainDrawing) drawing = myo_pain_file_parse (text, (gssize) length, "x.xml", NULL, NULL);
}

static void
read_path (const char *text,
           gsize       length)
{
  g_free (myo_path_check (text));
}

static void
read_svg (const char *text,
          gsize       length)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, length);
  g_autoptr(MyoDocument) document = myo_document_new (bytes, "x.svg", MYO_VIEW_FRONT, MYO_LAYER_REGIONS, NULL);
}

#define ATLAS "<atlas xmlns=\"https://myomap.github.io/ns/atlas/1\" version=\"1\">"
#define PAIN  "<pain-drawing xmlns=\"https://myomap.github.io/ns/pain-drawing/1\" version=\"1\">"
#define FLAG  ATLAS "<flag id=\"f\" level=\"care\"><name>n</name><question>q</question><advice>a</advice>"
#define SVG   "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 720 1780\">"
#define EIGHT " a='' b='' c='' d='' e='' f='' g='' h=''"
#define PAINTED "<stroke view=\"front\" intensity=\"5\" quality=\"ache\">"

/* @piece: a %u in it becomes its number */
static const struct { const char *name; Reader read; const char *before, *piece, *after; guint n; } shapes[] = {
  { "strange elements", read_atlas, ATLAS, "<bone/>", "</atlas>", 1500 },
  { "strange attributes", read_atlas, ATLAS, "<region" EIGHT "/>", "</atlas>", 200 },
  { "namespaces", read_atlas, ATLAS, "<a:b xmlns:a=\"x%u\"/>", "</atlas>", 1000 },
  { "unknown prefixes", read_atlas, ATLAS, "<a%u:b/>", "</atlas>", 1000 },
  { "sources", read_atlas, ATLAS, "<source id=\"s%u\" kind=\"book\" year=\"2000\"><citation>x</citation></source>", "</atlas>", 400 },
  { "the same id", read_atlas, ATLAS, "<source id=\"s\" kind=\"book\" year=\"2000\"><citation>x</citation></source>", "</atlas>", 400 },
  { "a long id", read_atlas, ATLAS "<tool id=\"" , "x-%u-", "\"/></atlas>", 1000 },
  { "asks", read_atlas, FLAG, "<ask region=\"none\"/>", "</flag></atlas>", 90 },
  { "a text in pieces", read_atlas, FLAG, "<!-- x -->y", "</flag></atlas>", 45 },
  { "unknown entities", read_atlas, FLAG, "&e%u;", "</flag></atlas>", 600 },
  { "references to characters", read_atlas, FLAG, "&#65;&amp;", "</flag></atlas>", 800 },
  { "regions painted", read_pain, PAIN, "<region ref=\"r%u\" intensity=\"5\" quality=\"ache\"/>", "</pain-drawing>", 800 },
  { "strokes", read_pain, PAIN, PAINTED "300,400 12</stroke>", "</pain-drawing>", 800 },
  { "places of a stroke", read_pain, PAIN PAINTED, " 300,400 12", "</stroke></pain-drawing>", 3000 },
  { "path data", read_path, "M1 1", "c1 1 2 2 1 1-1-1-2-2-1-1", "z", 3000 },
  { "a long number", read_path, "M1 1.", "00000", "1", 5000 },
  { "regions drawn", read_svg, SVG, "<path id=\"r%u\" class=\"region\" d=\"M0 0h1v1z\"/>", "</svg>", 800 },
  { "attributes in a drawing", read_svg, SVG "<path id=\"r\"", " a%u=\"\"", "/></svg>", 3000 },
  { "groups", read_svg, SVG, "<g id=\"g%u\"><path/></g>", "</svg>", 800 },
  { "classes", read_svg, SVG "<path class=\"", "c ", "\" id=\"a\"/></svg>", 4000 },
};

static char *
make (guint i,
      guint n)
{
  GString *text = g_string_new (shapes[i].before);

  for (guint k = 0; k < n; k++)
    {
      gsize at = text->len;
      g_autofree char *number = g_strdup_printf ("%u", k);

      g_string_append (text, shapes[i].piece);
      if (strstr (text->str + at, "%u") != NULL)
        g_string_replace (text, "%u", number, 1);
    }
  g_string_append (text, shapes[i].after);
  return g_string_free (text, FALSE);
}

G_GNUC_NO_INLINE void measure (Reader read, const char *text, gsize length);

G_GNUC_NO_INLINE void
measure (Reader      read,
         const char *text,
         gsize       length)
{
  read (text, length);
}

int
main (void)
{
  read_atlas (ATLAS "</atlas>", strlen (ATLAS "</atlas>"));
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      g_print ("%s\n", shapes[i].name);
      for (guint times = 1; times <= 2; times++)
        {
          g_autofree char *text = make (i, times * shapes[i].n);

          measure (shapes[i].read, text, strlen (text));
        }
    }
  return 0;
}
