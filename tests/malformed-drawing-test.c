/* Drawings that are not as they should be: each gives its sentence with the file and the reason, and leaves the rest working.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "myo-drawings.h"
#include "myo-error.h"

#define HEAD "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 720 1780\">"
#define BELLY "<g id=\"deltoid\" class=\"muscle\"><path class=\"belly\" d=\"M100 300h60v60h-60z\"/></g>"

/* --- A folder with all that is needed --- */

typedef struct
{
  char        *path;
  MyoDrawings *drawings;
} Fixture;

static void
write_file (const Fixture *fixture,
            const char    *name,
            const char    *text,
            gssize         length)
{
  g_autofree char *path = g_build_filename (fixture->path, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, length, &error);
  g_assert_no_error (error);
}

static const char *
get_content (MyoLayer layer)
{
  switch (layer)
    {
    case MYO_LAYER_SKIN: return "<path id=\"outline\" class=\"skin\" d=\"M0 0h140v300h-140z\"/>";
    case MYO_LAYER_REGIONS: return "<path id=\"acromion\" class=\"region\" d=\"M100 300h60v60h-60z\"/>";
    case MYO_LAYER_SURFACE:
    case MYO_LAYER_DEEP:
    default: return BELLY;
    }
}

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  g_autoptr (GFile) folder = NULL;

  fixture->path = g_dir_make_tmp ("myomap-drawings-XXXXXX", NULL);
  for (guint view = 0; view < MYO_N_VIEWS; view++)
    for (guint layer = 0; layer < MYO_N_LAYERS; layer++)
      {
        double width, height;
        g_autofree char *name = g_strdup_printf ("%s-%s.svg", myo_view_get_nick (view), myo_layer_get_nick (layer));
        g_autofree char *text = NULL;

        myo_view_get_size (view, &width, &height);
        text = g_strdup_printf ("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\">"
                                "<style>.belly{fill:#b65a4e}</style><g id=\"half\">%s</g></svg>",
                                (int) width, (int) height, get_content (layer));
        write_file (fixture, name, text, -1);
      }
  folder = g_file_new_for_path (fixture->path);
  fixture->drawings = myo_drawings_new_for_folder (folder);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->path, 0, NULL);
  const char *name;

  g_object_unref (fixture->drawings);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->path, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->path);
  g_free (fixture->path);
}

static void
test_sound (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (myo_drawings_check (fixture->drawings, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (myo_drawings_pick (fixture->drawings, MYO_VIEW_FRONT, MYO_LAYER_SURFACE, 130, 330), ==, "deltoid");
}

/* --- Faults that make a file unusable --- */

typedef struct { const char *name, *text; gssize length; const char *reason; } Bad;

static const Bad bad_files[] = {
  { "zero size", "", 0, "empty" },
  { "spaces only", " \n \n", -1, "not an SVG" },
  { "plain words", "a muscle, a muscle", -1, "not an SVG" },
  { "truncated in text", HEAD "<g id=\"half\">" BELLY, -1, "middle" },
  { "truncated in a tag", HEAD "<g id=\"half\"><path d=\"M0 0", -1, "middle" },
  { "truncated in a comment", HEAD "<!-- and then", -1, "middle" },
  { "tags crossed", HEAD "<g><a></g></a></svg>", -1, "match" },
  { "closed too often", HEAD "</g></svg>", -1, "match" },
  { "something after the end", HEAD "</svg><svg/>", -1, "follows" },
  { "tag in a tag", HEAD "<g <path/></g></svg>", -1, "closed" },
  { "tag without a name", HEAD "< g/></svg>", -1, "name" },
  { "HTML", "<!DOCTYPE html><html><body/></html>", -1, "not an SVG" },
  { "an id twice", HEAD BELLY BELLY "</svg>", -1, "deltoid" },
  { "an id of two lines", HEAD "<g id=\"a\nb\"/></svg>", -1, "single word" },
  { "an id without end", HEAD "<g id=\"><path d=\"M0 0\"/></g></svg>", -1, "middle" },
  { "no viewBox", "<svg xmlns=\"http://www.w3.org/2000/svg\">" BELLY "</svg>", -1, "viewBox" },
  { "another viewBox", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 100\">" BELLY "</svg>", -1, "viewBox" },
  { "entity bomb", "<!DOCTYPE svg [<!ENTITY a \"&b;&b;\"><!ENTITY b \"&c;&c;\">]>" HEAD "<text>&a;</text></svg>", -1, "entities" },
  { "external entity", "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" HEAD "&x;</svg>", -1, "entities" },
  { "Latin-1", HEAD "<title>K\xf6rper</title></svg>", -1, "UTF-8" },
  { "UTF-16", "\xff\xfe<\0s\0v\0g\0/\0>\0", 14, "UTF-8" },
  { "a NUL byte", HEAD "\0</svg>", sizeof HEAD + 6, "UTF-8" },
  { "compressed", "\x1f\x8b\x08\x00\x00\x00\x00\x00garbage", 15, "compressed" },
  { "no namespace", "<svg viewBox=\"0 0 720 1780\">" BELLY "</svg>", -1, "not an SVG" },
  { "an unknown entity", HEAD "<title>&nbsp;</title></svg>", -1, NULL },
  { "an attribute twice", HEAD "<g class=\"a\" class=\"b\"/></svg>", -1, NULL },
};

static void
assert_sentence (const GError *error,
                 const char   *reason)
{
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, "front-surface.svg"));
  g_assert_true (g_str_has_suffix (error->message, "."));
  if (reason != NULL)
    g_assert_nonnull (strstr (error->message, reason));
}

/* The other drawings of the folder are there and work. */
static void
assert_rest_works (MyoDrawings *drawings)
{
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface = myo_drawings_render (drawings, MYO_VIEW_BACK, MYO_LAYER_SURFACE, MYO_PALETTE_LIGHT, .2, NULL, NULL,
                                                  &error);

  g_assert_no_error (error);
  cairo_surface_destroy (surface);
  g_assert_cmpstr (myo_drawings_pick (drawings, MYO_VIEW_FRONT, MYO_LAYER_REGIONS, 130, 330), ==, "acromion");
}

static void
test_bad_file (Fixture       *fixture,
               gconstpointer  user_data)
{
  const Bad *bad = user_data;
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) again = NULL;
  cairo_surface_t *surface;

  write_file (fixture, "front-surface.svg", bad->text, bad->length);
  surface = myo_drawings_render (fixture->drawings, MYO_VIEW_FRONT, MYO_LAYER_SURFACE, MYO_PALETTE_LIGHT, .2, NULL, NULL, &error);
  g_assert_null (surface);
  g_assert_error (error, MYO_ERROR, MYO_ERROR_DRAWING);
  assert_sentence (error, bad->reason);
  g_assert_false (myo_drawings_prepare_pick (fixture->drawings, MYO_VIEW_FRONT, MYO_LAYER_SURFACE, &again));
  g_assert_error (again, MYO_ERROR, MYO_ERROR_DRAWING);
  g_assert_null (myo_drawings_pick (fixture->drawings, MYO_VIEW_FRONT, MYO_LAYER_SURFACE, 130, 330));
  faults = myo_drawings_list_faults (fixture->drawings);
  g_assert_cmpuint (faults->len, ==, 1);
  assert_rest_works (fixture->drawings);
}

/* --- Faults that are told but leave something to look at --- */

static void
expect_fault (Fixture    *fixture,
              const char *name,
              const char *text,
              const char *reason)
{
  g_autoptr (GError) error = NULL;

  write_file (fixture, name, text, -1);
  g_assert_false (myo_drawings_check (fixture->drawings, &error));
  g_assert_error (error, MYO_ERROR, MYO_ERROR_DRAWING);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, name));
  g_assert_nonnull (strstr (error->message, reason));
  assert_rest_works (fixture->drawings);
}

static void
test_path_data (Fixture       *fixture,
                gconstpointer  user_data)
{
  MyoRect part;
  cairo_surface_t *surface;

  expect_fault (fixture, "front-surface.svg",
                HEAD "<g id=\"deltoid\" class=\"muscle\"><path class=\"belly\" d=\"M100 300h60v60h-60z oops\"/></g></svg>", "path data");
  /* up to the fault it is drawn */
  surface = myo_drawings_render_highlight (fixture->drawings, MYO_VIEW_FRONT, MYO_LAYER_SURFACE, MYO_PALETTE_LIGHT, "deltoid", 1, &part);
  g_assert_nonnull (surface);
  cairo_surface_destroy (surface);
}

static void
test_no_muscle (Fixture       *fixture,
                gconstpointer  user_data)
{
  expect_fault (fixture, "front-surface.svg", HEAD "<g id=\"half\"/></svg>", "no muscle");
  g_assert_null (myo_drawings_list_ids (fixture->drawings, MYO_VIEW_FRONT, MYO_LAYER_SURFACE)[0]);
}

static void
test_no_region (Fixture       *fixture,
                gconstpointer  user_data)
{
  write_file (fixture, "back-regions.svg", HEAD "<g id=\"half\"/></svg>", -1);
  expect_fault (fixture, "back-regions.svg", HEAD "<g id=\"half\"/></svg>", "no region");
}

static void
assert_no_zones (MyoDrawings *drawings,
                 MyoView      view)
{
  g_autoptr (MyoZone) zone = myo_zone_new ();
  MyoArea *area = g_new0 (MyoArea, 1);
  MyoZonePaint paint = { zone, FALSE };
  MyoRect part = { 0, 0, 720, 1780 };
  g_autoptr (GError) error = NULL;

  area->view = view;
  area->path = g_strdup ("M100 300h60v60h-60z");
  g_ptr_array_add (zone->areas, area);
  g_assert_null (myo_drawings_render_zones (drawings, view, MYO_PALETTE_LIGHT, &paint, 1, 1, &part, &error));
  g_assert_error (error, MYO_ERROR, MYO_ERROR_DRAWING);
}

static void
test_no_outline (Fixture       *fixture,
                 gconstpointer  user_data)
{
  expect_fault (fixture, "front-skin.svg", HEAD "<path class=\"skin\" d=\"M0 0h140v300h-140z\"/></svg>", "outline");
  assert_no_zones (fixture->drawings, MYO_VIEW_FRONT);
}

static void
test_outline_no_path (Fixture       *fixture,
                      gconstpointer  user_data)
{
  expect_fault (fixture, "front-skin.svg", HEAD "<ellipse id=\"outline\" cx=\"9\" cy=\"9\" rx=\"5\" ry=\"5\"/></svg>", "not a path");
  assert_no_zones (fixture->drawings, MYO_VIEW_FRONT);
}

static void
test_bad_transform (Fixture       *fixture,
                    gconstpointer  user_data)
{
  expect_fault (fixture, "front-skin.svg",
                HEAD "<g transform=\"spin(3)\"><path id=\"outline\" d=\"M0 0h9v9z\"/></g></svg>", "spin");
}

/* --- The file itself --- */

static void
test_missing (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_autofree char *path = g_build_filename (fixture->path, "front-surface.svg", NULL);
  g_autoptr (GError) error = NULL;

  g_unlink (path);
  g_assert_false (myo_drawings_check (fixture->drawings, &error));
  g_assert_error (error, MYO_ERROR, MYO_ERROR_DRAWING);
  assert_sentence (error, NULL);
  assert_rest_works (fixture->drawings);
}

static void
test_folder_instead (Fixture       *fixture,
                     gconstpointer  user_data)
{
  g_autofree char *path = g_build_filename (fixture->path, "front-surface.svg", NULL);
  g_autoptr (GError) error = NULL;

  g_unlink (path);
  g_mkdir (path, 0700);
  g_assert_false (myo_drawings_check (fixture->drawings, &error));
  g_assert_error (error, MYO_ERROR, MYO_ERROR_DRAWING);
  assert_sentence (error, NULL);
  g_rmdir (path);
}

static void
test_huge (Fixture       *fixture,
           gconstpointer  user_data)
{
  gsize length = (8u << 20) + 1;
  g_autofree char *text = g_malloc (length);
  g_autoptr (GError) error = NULL;

  memset (text, ' ', length);
  memcpy (text, HEAD, sizeof HEAD - 1);
  memcpy (text + length - 6, "</svg>", 6);
  write_file (fixture, "front-surface.svg", text, (gssize) length);
  g_assert_false (myo_drawings_check (fixture->drawings, &error));
  g_assert_error (error, MYO_ERROR, MYO_ERROR_TOO_LARGE);
  assert_sentence (error, "8 MiB");
  assert_rest_works (fixture->drawings);
}

/* Nested so deeply that a parser which recurses would run out of stack. */
static void
test_deep (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_autoptr (GString) text = g_string_new (HEAD);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "<g>");
  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "</g>");
  g_string_append (text, "</svg>");
  write_file (fixture, "front-surface.svg", text->str, (gssize) text->len);
  g_assert_false (myo_drawings_check (fixture->drawings, &error));
  g_assert_error (error, MYO_ERROR, MYO_ERROR_DRAWING);
  assert_sentence (error, "deep");
}

/* A good file cut off at any place or with any byte changed: an error or a picture, never a crash. */
static void
test_mutations (Fixture       *fixture,
                gconstpointer  user_data)
{
  static const char sound[] = "<?xml version=\"1.0\"?><!-- x -->" HEAD "<style>.belly{fill:red}</style><g id=\"half\" transform=\"scale(1 1)\">"
                              BELLY "</g><use href=\"#half\" transform=\"matrix(-1 0 0 1 720 0)\"/></svg>";
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->path);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  guint n_pictures = 0, n_errors = 0;

  for (gsize i = 0; i < 2 * sizeof sound - 2; i++)
    {
      g_autofree char *text = g_strdup (sound);
      g_autoptr (MyoDrawings) drawings = myo_drawings_new_for_folder (folder);
      g_autoptr (GError) error = NULL;
      cairo_surface_t *picture;
      MyoRect box;

      if (i % 2 == 0)
        text[i / 2] = '\0';
      else
        text[i / 2] = (char) g_rand_int_range (rand, 1, 127);
      write_file (fixture, "front-surface.svg", text, -1);
      picture = myo_drawings_render (drawings, MYO_VIEW_FRONT, MYO_LAYER_SURFACE, MYO_PALETTE_DARK, .02, NULL, NULL, &error);
      g_assert_true ((picture != NULL) == (error == NULL));
      n_pictures += picture != NULL;
      n_errors += error != NULL;
      cairo_surface_destroy (picture);
      cairo_surface_destroy (myo_drawings_render_highlight (drawings, MYO_VIEW_FRONT, MYO_LAYER_SURFACE, MYO_PALETTE_DARK,
                                                            "deltoid", .1, &box));
    }
  g_test_message ("%u pictures, %u errors", n_pictures, n_errors);
  g_assert_cmpuint (n_pictures, >, 0);
  g_assert_cmpuint (n_errors, >, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func, data) g_test_add ("/malformed-drawing/" name, Fixture, data, set_up, func, tear_down)
  ADD ("sound", test_sound, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (bad_files); i++)
    {
      g_autofree char *path = g_strdup_printf ("/malformed-drawing/file/%s", bad_files[i].name);

      g_test_add (path, Fixture, &bad_files[i], set_up, test_bad_file, tear_down);
    }
  ADD ("path-data", test_path_data, NULL);
  ADD ("no-muscle", test_no_muscle, NULL);
  ADD ("no-region", test_no_region, NULL);
  ADD ("no-outline", test_no_outline, NULL);
  ADD ("outline-no-path", test_outline_no_path, NULL);
  ADD ("bad-transform", test_bad_transform, NULL);
  ADD ("missing", test_missing, NULL);
  ADD ("folder-instead", test_folder_instead, NULL);
  ADD ("huge", test_huge, NULL);
  ADD ("deep", test_deep, NULL);
  ADD ("mutations", test_mutations, NULL);
  return g_test_run ();
}
