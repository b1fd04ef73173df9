/* What the plates hold: every muscle and region is drawn where it has to be and can be picked; names, classes and mirroring are as
 * the program expects them.  Where things lie is looked at in drawings-outline-test.c.
 *
 * Every fault of a test is told with view, layer, id and figures before the test fails.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawings-kit.h"
#include "myo-atlas-reader.h"
#include "myo-document-private.h"

#define MUSCLE_VIEWS TEST_SOURCE_ROOT "/tests/data/muscle-views.tsv"
#define N_MUSCLES 145

/* A muscle that shows less than this (mm², on one side) cannot be hit with ease. */
#define NEEDED_PICK 60

/* All files together, bytes */
#define BUDGET 2500000

static MyoAtlas *atlas;

static const MyoLayer muscle_layers[] = { MYO_LAYER_SURFACE, MYO_LAYER_DEEP };

/* --- The table of what has to be drawn --- */

/* Returns: id → (GUINT) bits 1 << MyoView */
static GHashTable *
read_muscle_views (void)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (MUSCLE_VIEWS, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = lines[i][0] != '#' && lines[i][0] != '\0' ? g_strsplit_set (lines[i], "\t ", -1) : NULL;
      guint views = 0;
      MyoView view;

      if (fields == NULL)
        continue;
      for (guint j = 1; fields[j] != NULL; j++)
        {
          g_assert_true (myo_view_from_nick (fields[j], &view));
          views |= 1u << view;
        }
      g_hash_table_insert (table, g_strdup (fields[0]), GUINT_TO_POINTER (views));
    }
  g_assert_cmpuint (g_hash_table_size (table), ==, N_MUSCLES);
  return table;
}

/* --- Muscles --- */

static void
test_muscles_are_in_their_views (void)
{
  g_autoptr (GHashTable) table = read_muscle_views ();
  GHashTableIter iter;
  gpointer id, views;
  guint n_faults = 0;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, &id, &views))
    for (MyoView view = 0; view < MYO_N_VIEWS; view++)
      if ((GPOINTER_TO_UINT (views) & 1u << view) != 0 && !myo_drawings_has (drawings, view, MYO_LAYER_SURFACE, id)
          && !myo_drawings_has (drawings, view, MYO_LAYER_DEEP, id))
        {
          g_test_message ("%s is drawn neither in %s-surface nor in %s-deep", (char *) id, myo_view_get_nick (view),
                          myo_view_get_nick (view));
          n_faults++;
        }
  g_assert_cmpuint (n_faults, ==, 0);
}

static void
test_muscles_are_known (void)
{
  g_autoptr (GHashTable) table = read_muscle_views ();
  guint n_faults = 0;

  for (MyoView view = 0; view < MYO_N_VIEWS; view++)
    for (guint i = 0; i < G_N_ELEMENTS (muscle_layers); i++)
      {
        const char * const *ids = myo_drawings_list_ids (drawings, view, muscle_layers[i]);

        for (; *ids != NULL; ids++)
          if (!g_hash_table_contains (table, *ids))
            n_faults += tell (view, muscle_layers[i], "%s is no muscle", *ids);
      }
  g_assert_cmpuint (n_faults, ==, 0);
}

/* Adds what can be picked in one plate: id → mm², the most of all plates so far.  Both halves are alike, so one is looked at. */
static void
measure_picks (MyoView     view,
               MyoLayer    layer,
               GHashTable *best)
{
  g_autoptr (GHashTable) areas = g_hash_table_new (g_str_hash, g_str_equal);
  double width, height, first, last;
  GHashTableIter iter;
  gpointer id, area;

  myo_view_get_size (view, &width, &height);
  first = view == MYO_VIEW_BACK ? width / 2 : 0;
  last = view == MYO_VIEW_FRONT ? width / 2 : width;
  for (double y = .5; y < height; y++)
    for (double x = first + .5; x < last; x++)
      {
        const char *found = myo_drawings_pick (drawings, view, layer, x, y);

        if (found != NULL)
          g_hash_table_insert (areas, (gpointer) found, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (areas, found)) + 1));
      }
  g_hash_table_iter_init (&iter, areas);
  while (g_hash_table_iter_next (&iter, &id, &area))
    if (GPOINTER_TO_UINT (area) > GPOINTER_TO_UINT (g_hash_table_lookup (best, id)))
      g_hash_table_insert (best, id, area);
}

static void
test_muscles_can_be_picked (void)
{
  g_autoptr (GHashTable) table = read_muscle_views (), best = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer id;
  guint n_faults = 0, least = G_MAXUINT;

  for (MyoView view = 0; view < MYO_N_VIEWS; view++)
    for (guint i = 0; i < G_N_ELEMENTS (muscle_layers); i++)
      measure_picks (view, muscle_layers[i], best);
  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      guint area = GPOINTER_TO_UINT (g_hash_table_lookup (best, id));

      least = MIN (least, area);
      if (area >= NEEDED_PICK)
        continue;
      g_test_message ("%s can be picked on %u mm² at most, in any view and layer", (char *) id, area);
      n_faults++;
    }
  g_test_message ("the least that can be picked: %u mm²", least);
  g_assert_cmpuint (n_faults, ==, 0);
}

/* --- The make of a muscle --- */

enum { BELLY = 1, TENDON = 2, FIBRE = 4, SHADE = 8 };

/* Which of the classes occur within an element */
static guint
list_classes (const MyoDocument *document,
              const MyoElement  *element)
{
  static const char * const names[] = { "belly", "tendon", "fibre", "shade" };
  MyoSvgScanner scanner = { document->text + element->start, element->end - element->start, 0 };
  g_autoptr (GError) error = NULL;
  MyoSvgTag tag;
  guint classes = 0;

  while (myo_svg_scanner_next (&scanner, &tag, &error))
    for (guint i = 0; i < G_N_ELEMENTS (names); i++)
      classes |= myo_svg_tag_has_class (&tag, names[i]) ? 1u << i : 0;
  g_assert_no_error (error);
  return classes;
}

/* Where only the tendon of a muscle shows there is no belly; a belly always has its fibres and shades. */
static guint
check_muscle (MyoView            view,
              MyoLayer           layer,
              const MyoDocument *document,
              const MyoElement  *element)
{
  guint classes = list_classes (document, element), n_faults = 0;

  if ((classes & (BELLY | TENDON)) == 0)
    n_faults += tell (view, layer, "%s has neither belly nor tendon", element->id);
  if ((classes & BELLY) != 0 && (classes & FIBRE) == 0)
    n_faults += tell (view, layer, "%s has a belly without fibres", element->id);
  if ((classes & BELLY) != 0 && (classes & SHADE) == 0)
    n_faults += tell (view, layer, "%s has a belly without shades", element->id);
  return n_faults;
}

static void
test_muscles_have_their_parts (void)
{
  guint n_faults = 0;

  for (MyoView view = 0; view < MYO_N_VIEWS; view++)
    for (guint i = 0; i < G_N_ELEMENTS (muscle_layers); i++)
      {
        const MyoDocument *document = get_document (view, muscle_layers[i]);
        guint seen = 0;

        for (guint j = 0; j < myo_document_get_n_elements (document); j++)
          {
            n_faults += check_muscle (view, muscle_layers[i], document, myo_document_get_element (document, j));
            seen |= list_classes (document, myo_document_get_element (document, j));
          }
        if ((seen & TENDON) == 0)
          n_faults += tell (view, muscle_layers[i], "no muscle has a tendon");
      }
  g_assert_cmpuint (n_faults, ==, 0);
}

/* --- The make of a file --- */

static gboolean
has_value (const MyoSvgTag *tag,
           const char      *name,
           const char      *wanted)
{
  MyoSvgSpan value;

  return myo_svg_tag_get_attribute (tag, name, &value) && myo_svg_span_equal (&value, wanted);
}

static guint
check_root (MyoView          view,
            MyoLayer         layer,
            const MyoSvgTag *tag)
{
  g_autofree char *box = NULL;
  double width, height;

  myo_view_get_size (view, &width, &height);
  box = g_strdup_printf ("0 0 %.0f %.0f", width, height);
  return has_value (tag, "viewBox", box) ? 0 : tell (view, layer, "the viewBox is not “%s”", box);
}

/* Colours belong to the style sheets: an element that brings its own one would look the same in every palette. */
static guint
check_colours (MyoView          view,
               MyoLayer         layer,
               const MyoSvgTag *tag)
{
  static const char * const names[] = { "fill", "stroke", "style" };
  MyoSvgSpan value;
  guint n_faults = 0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (myo_svg_tag_get_attribute (tag, names[i], &value))
      n_faults += tell (view, layer, "<%.*s %s=\"%.*s\"> has a look of its own", (int) tag->name.length, tag->name.start, names[i],
                        (int) value.length, value.start);
  return n_faults;
}

/* Adds the tag's id to @ids. */
static guint
check_id (MyoView          view,
          MyoLayer         layer,
          const MyoSvgTag *tag,
          GHashTable      *ids)
{
  MyoSvgSpan value;
  g_autofree char *id = NULL;

  if (tag->kind == MYO_SVG_TAG_CLOSE || !myo_svg_tag_get_attribute (tag, "id", &value))
    return 0;
  id = g_strndup (value.start, value.length);
  if (g_hash_table_contains (ids, id))
    return tell (view, layer, "the id %s is there twice", id);
  g_hash_table_add (ids, g_steal_pointer (&id));
  return 0;
}

static guint
check_file (MyoView      view,
            MyoLayer     layer,
            const char  *text,
            gsize        length)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) error = NULL;
  MyoSvgScanner scanner = { text, length, 0 };
  MyoSvgTag tag;
  guint n_uses = 0, n_wanted = myo_view_is_mirrored (view) ? 1 : 0, n_faults = 0;

  for (guint n = 0; myo_svg_scanner_next (&scanner, &tag, &error); n++)
    {
      n_faults += n == 0 ? check_root (view, layer, &tag) : 0;
      n_faults += check_colours (view, layer, &tag) + check_id (view, layer, &tag, ids);
      if (!myo_svg_span_equal (&tag.name, "use") || tag.kind == MYO_SVG_TAG_CLOSE)
        continue;
      n_uses++;
      if (!has_value (&tag, "href", "#half") || !has_value (&tag, "transform", "matrix(-1 0 0 1 720 0)"))
        n_faults += tell (view, layer, "<use> is not the half, mirrored at x = 360");
    }
  g_assert_no_error (error);
  if (n_uses != n_wanted)
    n_faults += tell (view, layer, "%u <use>, not %u", n_uses, n_wanted);
  if (n_wanted > 0 && !g_hash_table_contains (ids, "half"))
    n_faults += tell (view, layer, "no element has the id half");
  return n_faults;
}

static void
test_files (void)
{
  guint n_faults = 0;
  gsize total = 0;

  for (guint i = 0; i < MYO_N_VIEWS * MYO_N_LAYERS; i++)
    {
      MyoView view = i / MYO_N_LAYERS;
      MyoLayer layer = i % MYO_N_LAYERS;
      g_autofree char *path = g_strdup_printf (TEST_SOURCE_ROOT "/data/svg/%s-%s.svg", myo_view_get_nick (view), myo_layer_get_nick (layer));
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;
      gsize length;

      g_file_get_contents (path, &text, &length, &error);
      g_assert_no_error (error);
      n_faults += check_file (view, layer, text, length);
      total += length;
    }
  g_test_message ("%" G_GSIZE_FORMAT " bytes together", total);
  g_assert_cmpuint (n_faults, ==, 0);
  g_assert_cmpuint (total, <=, BUDGET);
}

/* --- Regions --- */

static guint
check_region (MyoView           view,
              const MyoElement *element)
{
  const MyoRegion *region = myo_atlas_get_region (atlas, element->id);

  if (region == NULL)
    return tell (view, MYO_LAYER_REGIONS, "%s is no region", element->id);
  if ((region->views & 1u << view) == 0)
    return tell (view, MYO_LAYER_REGIONS, "%s does not belong to this view", element->id);
  if (region->inner != element->inner)
    return tell (view, MYO_LAYER_REGIONS, "%s must %sbe in the group inner", element->id, region->inner ? "" : "not ");
  return 0;
}

static void
test_regions_are_in_their_views (void)
{
  GPtrArray *regions = myo_atlas_get_regions (atlas);
  guint n_faults = 0;

  for (MyoView view = 0; view < MYO_N_VIEWS; view++)
    {
      const MyoDocument *document = get_document (view, MYO_LAYER_REGIONS);

      for (guint i = 0; i < myo_document_get_n_elements (document); i++)
        n_faults += check_region (view, myo_document_get_element (document, i));
      for (guint i = 0; i < regions->len; i++)
        {
          const MyoRegion *region = g_ptr_array_index (regions, i);

          if ((region->views & 1u << view) != 0 && myo_document_find (document, region->id) == NULL)
            n_faults += tell (view, MYO_LAYER_REGIONS, "%s is missing", region->id);
        }
    }
  g_assert_cmpuint (n_faults, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  int result;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  drawings = myo_drawings_new ();
  atlas = myo_atlas_read_builtin (&error);
  g_assert_no_error (error);
  g_test_add_func ("/drawings/muscles/in-their-views", test_muscles_are_in_their_views);
  g_test_add_func ("/drawings/muscles/known", test_muscles_are_known);
  g_test_add_func ("/drawings/muscles/can-be-picked", test_muscles_can_be_picked);
  g_test_add_func ("/drawings/muscles/parts", test_muscles_have_their_parts);
  g_test_add_func ("/drawings/files", test_files);
  g_test_add_func ("/drawings/regions/in-their-views", test_regions_are_in_their_views);
  result = g_test_run ();
  g_clear_object (&drawings);
  g_clear_object (&atlas);
  return result;
}
