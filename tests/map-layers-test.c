/* The layers of the map one by one: what each draws, and what of it can be hit.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "map-kit.h"
#include "myo-map-base.h"
#include "myo-map-brush.h"
#include "myo-map-highlight.h"
#include "myo-map-zones.h"
#include "myo-meter.h"
#include "myo-work.h"

/* What the layer draws, with all its pictures. */
static GBytes *
get_drawn (gpointer layer)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  myo_map_layer_snapshot (layer, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  return gsk_render_node_serialize (node);
}

/* All pictures in what was drawn are to be gone when the tests ask next. */
static void
follow_textures (GskRenderNode *node)
{
  switch (gsk_render_node_get_node_type (node))
    {
    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        follow_textures (gsk_container_node_get_child (node, i));
      break;
    case GSK_TRANSFORM_NODE:
      follow_textures (gsk_transform_node_get_child (node));
      break;
    case GSK_OPACITY_NODE:
      follow_textures (gsk_opacity_node_get_child (node));
      break;
    case GSK_TEXTURE_NODE:
      ui_follow (gsk_texture_node_get_texture (node));
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
draw_and_follow (gpointer layer)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  myo_map_layer_snapshot (layer, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  follow_textures (node);
}

static gboolean
look_up (gpointer     layer,
         MyoFigureId  id,
         double       view_x,
         double       view_y,
         MyoMapPlace *place)
{
  double x, y;

  myo_map_view_from_figure (myo_map_layer_get_view (layer), id, view_x, view_y, &x, &y);
  return myo_map_layer_lookup (layer, x, y, place);
}

static void
test_base (void)
{
  g_autoptr (MyoMapView) view = map_create_view (MYO_LAYER_SURFACE);
  g_autoptr (MyoMapBase) base = myo_map_base_new (view, ui_get_drawings ());
  MyoMapPlace place;
  double x, y;

  map_find_on ("infraspinatus", &x, &y);
  map_get_alpha (base, MYO_FIGURE_BACK, x, y);
  ui_wait_until (myo_map_pictures_is_crisp (myo_map_base_get_pictures (base)));
  g_assert_cmpuint (map_get_alpha (base, MYO_FIGURE_BACK, x, y), ==, 255);
  g_assert_cmpuint (map_get_alpha (base, MYO_FIGURE_BACK, 40, 20), ==, 0);
  myo_map_view_set_device (view, 1, TRUE);
  g_assert_cmpuint (map_get_alpha (base, MYO_FIGURE_BACK, x, y), ==, 255);

  g_assert_true (look_up (base, MYO_FIGURE_BACK, x, y, &place));
  g_assert_cmpint (place.figure, ==, MYO_FIGURE_BACK);
  g_assert_cmpint (place.side, ==, MYO_SIDE_RIGHT);
  g_assert_cmpstr (place.id, ==, "infraspinatus");
  g_assert_true (look_up (base, MYO_FIGURE_BACK, myo_view_mirror (MYO_VIEW_BACK, x), y, &place));
  g_assert_cmpint (place.side, ==, MYO_SIDE_LEFT);
  g_assert_cmpstr (place.id, ==, "infraspinatus");
  g_assert_true (look_up (base, MYO_FIGURE_BACK, 40, 20, &place));
  g_assert_null (place.id);
  g_assert_false (look_up (base, MYO_FIGURE_FRONT, -400, 20, &place));
  g_assert_false (myo_map_base_is_prepared (base));
  myo_map_base_prepare (base);
  ui_wait_until (myo_map_base_is_prepared (base));
}

static void
test_highlight (void)
{
  g_autoptr (MyoMapView) view = map_create_view (MYO_LAYER_SURFACE);
  g_autoptr (MyoMapHighlight) highlight = myo_map_highlight_new (view, ui_get_drawings (), 1);
  MyoMapPlace place;
  double x, y, left;

  map_find_on ("infraspinatus", &x, &y);
  left = myo_view_mirror (MYO_VIEW_BACK, x);
  g_assert_cmpuint (map_get_alpha (highlight, MYO_FIGURE_BACK, x, y), ==, 0);
  myo_map_highlight_show (highlight, "infraspinatus", MYO_SIDE_RIGHT);
  g_assert_cmpuint (map_get_alpha (highlight, MYO_FIGURE_BACK, x, y), ==, 255);
  g_assert_cmpuint (map_get_alpha (highlight, MYO_FIGURE_BACK, left, y), ==, 0);
  myo_map_view_set_palette (view, MYO_PALETTE_DARK);
  g_assert_cmpuint (map_get_alpha (highlight, MYO_FIGURE_BACK, x, y), ==, 255);
  myo_map_highlight_show (highlight, "infraspinatus", MYO_SIDE_LEFT);
  g_assert_cmpuint (map_get_alpha (highlight, MYO_FIGURE_BACK, x, y), ==, 0);
  g_assert_cmpuint (map_get_alpha (highlight, MYO_FIGURE_BACK, left, y), ==, 255);
  g_assert_false (look_up (highlight, MYO_FIGURE_BACK, left, y, &place));
}

static void
test_zones (void)
{
  g_autoptr (MyoMapView) view = map_create_view (MYO_LAYER_SURFACE);
  g_autoptr (MyoSelection) selection = myo_selection_new ();
  g_autoptr (MyoMapZones) zones = myo_map_zones_new (view, ui_get_drawings (), selection);
  MyoMuscle *muscle = ui_get_muscle ("infraspinatus");
  const MyoTriggerPoint *point = muscle->points->pdata[0];
  guint n_painted = 0, n_wrong = 0;
  MyoMapPlace place;

  myo_selection_select (selection, muscle, MYO_SIDE_RIGHT, point->id);
  for (double y = 205; y < 900; y += 90)
    for (double x = MYO_MIDLINE + 5; x < 690; x += 40)
      {
        gboolean over = FALSE;

        for (guint i = 0; i < point->zones->len; i++)
          over |= myo_drawings_zone_at (ui_get_drawings (), point->zones->pdata[i], FALSE, MYO_VIEW_BACK, x, y);
        n_painted += map_get_alpha (zones, MYO_FIGURE_BACK, x, y) > 0;
        n_wrong += !over && map_get_alpha (zones, MYO_FIGURE_BACK, x, y) == 255;
      }
  g_assert_cmpuint (n_painted, >, 0);
  g_assert_cmpuint (n_wrong, ==, 0);
  g_assert_false (look_up (zones, MYO_FIGURE_BACK, 450, 400, &place));
}

typedef struct
{
  MyoMapView   *view;
  MyoFinder    *finder;
  MyoPainStudy *study;
  MyoPainTool  *tool;
  MyoMapInk    *ink;
  MyoMapBrush  *brush;
  double        x, y;          /* of the place that is painted, px */
} Painting;

static void
begin_painting (Painting *self)
{
  self->view = map_create_view (MYO_LAYER_SKIN);
  self->finder = myo_finder_new (ui_get_atlas (), ui_get_drawings ());
  self->study = myo_pain_study_new (ui_get_atlas (), ui_get_drawings (), self->finder);
  self->tool = myo_pain_tool_new ();
  self->ink = myo_map_ink_new (self->view, ui_get_drawings ());
  self->brush = myo_map_brush_new (self->view, ui_get_drawings (), self->ink);
  myo_map_ink_set_study (self->ink, self->study);
  myo_map_brush_set_painting (self->brush, self->study, self->tool);
  myo_map_view_from_figure (self->view, MYO_FIGURE_FRONT, MYO_MIDLINE, 600, &self->x, &self->y);
}

static void
end_painting (Painting *self)
{
  g_object_unref (self->brush);
  g_object_unref (self->ink);
  g_object_unref (self->tool);
  g_object_unref (self->study);
  g_object_unref (self->finder);
  g_object_unref (self->view);
}

static void
test_ink (void)
{
  g_autoptr (MyoPainDrawing) stored = myo_pain_drawing_new ();
  Painting painting;
  MyoMapPlace place;
  guint on_skin;

  begin_painting (&painting);
  g_assert_cmpuint (map_get_alpha (painting.ink, MYO_FIGURE_FRONT, MYO_MIDLINE, 600), ==, 0);
  g_assert_true (myo_map_brush_begin (painting.brush, painting.x, painting.y, -1, FALSE));
  on_skin = map_get_alpha (painting.ink, MYO_FIGURE_FRONT, MYO_MIDLINE, 600);
  g_assert_cmpuint (on_skin, >, 0);
  myo_map_brush_end (painting.brush);
  g_assert_cmpuint (map_get_alpha (painting.ink, MYO_FIGURE_FRONT, MYO_MIDLINE, 600), ==, on_skin);
  g_assert_cmpuint (map_get_alpha (painting.ink, MYO_FIGURE_FRONT, 200, 600), ==, 0);
  g_assert_false (look_up (painting.ink, MYO_FIGURE_FRONT, MYO_MIDLINE, 600, &place));

  myo_map_view_set_layer (painting.view, MYO_LAYER_SURFACE);
  g_assert_cmpuint (map_get_alpha (painting.ink, MYO_FIGURE_FRONT, MYO_MIDLINE, 600), <, on_skin);
  g_assert_true (myo_map_ink_set_stored (painting.ink, stored));
  g_assert_cmpuint (map_get_alpha (painting.ink, MYO_FIGURE_FRONT, MYO_MIDLINE, 600), ==, 0);
  myo_map_ink_set_stored (painting.ink, NULL);
  end_painting (&painting);
}

static void
note_gone (gpointer  gone,
           GObject  *object)
{
  *(gboolean *) gone = TRUE;
}

/* A hand that shades the trunk: more than is painted at once. */
static void
shade (MyoPainStudy *study,
       guint         n_strokes)
{
  for (guint i = 0; i < n_strokes; i++)
    {
      MyoStroke *stroke = myo_stroke_new (MYO_STROKE_BRUSH, MYO_VIEW_FRONT, MYO_SIDE_MIDDLE, 9, MYO_QUALITY_ACHE);

      for (guint k = 0; k < 60; k++)
        myo_stroke_add_dab (stroke, 270 + k * 3, 500 + i, 22);
      g_assert_true (myo_pain_drawing_add (myo_pain_study_get_drawing (study), stroke));
    }
}

static guint
look (Painting *painting)
{
  return map_get_alpha (painting->ink, MYO_FIGURE_FRONT, MYO_MIDLINE, 550);
}

/* Large drawings are painted in threads: what was seen stays meanwhile, what is painted meanwhile is there in the end. */
static void
test_ink_in_threads (void)
{
  Painting painting;
  gboolean gone = FALSE;
  MyoStroke *eraser = myo_stroke_new (MYO_STROKE_ERASER, MYO_VIEW_FRONT, MYO_SIDE_MIDDLE, 0, MYO_QUALITY_ACHE);

  begin_painting (&painting);
  shade (painting.study, 400);
  myo_meter_take ();
  g_assert_cmpuint (look (&painting), ==, 0);
  g_assert_cmpuint (myo_meter_take (), <, MYO_METER_AT_ONCE);
  while (look (&painting) == 0)
    g_main_context_iteration (NULL, TRUE);

  myo_pain_drawing_undo (myo_pain_study_get_drawing (painting.study));
  g_assert_cmpuint (look (&painting), >, 0);
  myo_stroke_add_dab (eraser, MYO_MIDLINE, 550, 40);
  myo_pain_study_begin_stroke (painting.study, eraser);
  while (look (&painting) > 0)
    g_main_context_iteration (NULL, TRUE);
  myo_pain_study_end_stroke (painting.study);
  g_assert_cmpuint (look (&painting), ==, 0);

  /* What is on its way keeps nothing alive. */
  myo_pain_drawing_undo (myo_pain_study_get_drawing (painting.study));
  look (&painting);
  g_object_weak_ref (G_OBJECT (painting.ink), note_gone, &gone);
  end_painting (&painting);
  g_assert_true (gone);
  myo_work_wait ();
}

static void
test_closed_base (void)
{
  MyoMapView *view = map_create_view (MYO_LAYER_DEEP);
  MyoMapBase *base = myo_map_base_new (view, ui_get_drawings ());
  gboolean base_gone = FALSE, pictures_gone = FALSE;

  g_object_weak_ref (G_OBJECT (base), note_gone, &base_gone);
  g_object_weak_ref (G_OBJECT (myo_map_base_get_pictures (base)), note_gone, &pictures_gone);
  myo_map_base_prepare (base);
  myo_map_pictures_want (myo_map_base_get_pictures (base), MYO_VIEW_FRONT, MYO_LAYER_DEEP, MYO_PALETTE_LIGHT, 2, 2,
                         &(MyoRect) { 0, 0, 720, 1780 });
  g_object_unref (base);
  g_assert_true (base_gone && pictures_gone);
  g_object_unref (view);
  myo_work_wait ();
}

static void
test_brush (void)
{
  GPtrArray *strokes;
  Painting painting;
  MyoMapPlace place;

  begin_painting (&painting);
  g_assert_false (look_up (painting.brush, MYO_FIGURE_FRONT, MYO_MIDLINE, 600, &place));
  myo_pain_tool_set_kind (painting.tool, MYO_PAIN_TOOL_BRUSH);
  g_assert_true (look_up (painting.brush, MYO_FIGURE_FRONT, MYO_MIDLINE, 600, &place));
  g_assert_nonnull (place.id);
  g_assert_false (look_up (painting.brush, MYO_FIGURE_FRONT, 40, 20, &place));
  g_assert_false (myo_map_brush_begin (painting.brush, -50, 20, -1, FALSE));

  g_assert_true (myo_map_brush_begin (painting.brush, painting.x, painting.y, -1, FALSE));
  g_assert_true (myo_map_brush_is_down (painting.brush));
  myo_map_brush_cancel (painting.brush);
  g_assert_false (myo_map_brush_is_down (painting.brush));
  g_assert_true (myo_map_brush_begin (painting.brush, painting.x, painting.y, -1, FALSE));
  myo_map_brush_extend (painting.brush, painting.x, painting.y + 10, -1);
  myo_map_brush_end (painting.brush);
  strokes = myo_pain_drawing_get_strokes (myo_pain_study_get_drawing (painting.study));
  g_assert_cmpuint (strokes->len, ==, 1);
  g_assert_cmpuint (((MyoStroke *) strokes->pdata[0])->dabs->len, ==, 2);
  end_painting (&painting);
}

/* What was chosen before the map had a size is as sharp as what is chosen then. */
static void
test_chosen_before_the_first_size (void)
{
  g_autoptr (MyoMapView) view = myo_map_view_new ();
  g_autoptr (MyoSelection) selection = myo_selection_new ();
  g_autoptr (MyoMapHighlight) highlight = myo_map_highlight_new (view, ui_get_drawings (), 1);
  g_autoptr (MyoMapHighlight) later = myo_map_highlight_new (view, ui_get_drawings (), 1);
  g_autoptr (MyoMapZones) zones = myo_map_zones_new (view, ui_get_drawings (), selection);
  g_autoptr (MyoMapZones) later_zones = NULL;
  g_autoptr (GBytes) drawn = NULL, expected = NULL, drawn_zones = NULL, expected_zones = NULL;
  MyoMapSight fit = myo_map_layout_get_fit (2 * MAP_WIDTH, 2 * MAP_HEIGHT);

  myo_map_highlight_follow (highlight, selection);
  myo_selection_select (selection, myo_atlas_get_muscle (ui_get_atlas (), "infraspinatus"), MYO_SIDE_RIGHT, NULL);
  myo_map_view_set_size (view, 2 * MAP_WIDTH, 2 * MAP_HEIGHT, &fit);
  drawn = get_drawn (highlight);
  drawn_zones = get_drawn (zones);

  myo_map_highlight_show (later, "infraspinatus", MYO_SIDE_RIGHT);
  later_zones = myo_map_zones_new (view, ui_get_drawings (), selection);
  expected = get_drawn (later);
  expected_zones = get_drawn (later_zones);
  g_assert_true (g_bytes_equal (drawn, expected));
  g_assert_true (g_bytes_equal (drawn_zones, expected_zones));
}

/* Of a map that is not seen no overlay is kept; the next look paints it again as it was. */
static void
test_overlays_left (void)
{
  g_autoptr (MyoMapView) view = map_create_view (MYO_LAYER_SURFACE);
  g_autoptr (MyoSelection) selection = myo_selection_new ();
  g_autoptr (MyoMapHighlight) highlight = myo_map_highlight_new (view, ui_get_drawings (), 1);
  g_autoptr (MyoMapZones) zones = myo_map_zones_new (view, ui_get_drawings (), selection);
  g_autoptr (GBytes) before = NULL, after = NULL;

  myo_map_highlight_follow (highlight, selection);
  myo_selection_select (selection, ui_get_muscle ("infraspinatus"), MYO_SIDE_RIGHT, NULL);
  before = get_drawn (highlight);
  draw_and_follow (highlight);
  draw_and_follow (zones);
  myo_map_view_leave (view);
  ui_assert_freed ();
  after = get_drawn (highlight);
  g_assert_true (g_bytes_equal (before, after));

  /* Nor of what is chosen no more. */
  draw_and_follow (highlight);
  draw_and_follow (zones);
  myo_selection_select (selection, NULL, MYO_SIDE_RIGHT, NULL);
  ui_assert_freed ();
}

/* Pictures of the drawing go when the map is left, or when their figure is out of sight; the drawing is seen as before afterwards. */
static void
test_ink_left (void)
{
  Painting painting;
  MyoMapSight fit;

  begin_painting (&painting);
  g_assert_true (myo_map_brush_begin (painting.brush, painting.x, painting.y, -1, FALSE));
  myo_map_brush_end (painting.brush);
  fit = myo_map_view_get_sight (painting.view);
  draw_and_follow (painting.ink);
  myo_map_view_leave (painting.view);
  ui_assert_freed ();
  g_assert_cmpuint (map_get_alpha (painting.ink, MYO_FIGURE_FRONT, MYO_MIDLINE, 600), >, 0);

  /* Beside the sole nothing of the front is seen. */
  draw_and_follow (painting.ink);
  myo_map_view_set_fitted (painting.view, FALSE);
  myo_map_view_set_sight (painting.view, myo_map_view_get_figure_fit (painting.view, MYO_FIGURE_LEFT_SOLE));
  g_assert_false (myo_map_view_shows (painting.view, MYO_FIGURE_FRONT));
  g_signal_emit_by_name (painting.view, "rested");
  map_get_alpha_at (painting.ink, 100, 100);
  ui_assert_freed ();

  myo_map_view_set_sight (painting.view, fit);
  g_signal_emit_by_name (painting.view, "rested");
  g_assert_cmpuint (map_get_alpha (painting.ink, MYO_FIGURE_FRONT, MYO_MIDLINE, 600), >, 0);
  end_painting (&painting);
}

/* The sharper picture of one view goes when another one is looked at, and when the map is left; the whole stays. */
static void
test_base_left (void)
{
  g_autoptr (MyoMapView) view = map_create_view (MYO_LAYER_SKIN);
  g_autoptr (MyoMapBase) base = myo_map_base_new (view, ui_get_drawings ());
  MyoMapPictures *pictures = myo_map_base_get_pictures (base);
  const MyoFigureId figures[] = { MYO_FIGURE_FRONT, MYO_FIGURE_LEFT_SOLE };

  myo_map_view_set_fitted (view, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      MyoMapSight sight = myo_map_view_get_figure_fit (view, figures[i]);

      sight.scale = 6;
      myo_map_view_set_sight (view, sight);
      map_get_alpha_at (base, 100, 100);
      if (i > 0)
        ui_assert_freed ();
      ui_wait_until (myo_map_pictures_is_crisp (pictures));
      ui_follow (myo_map_pictures_get_detail (pictures, myo_figure_get (figures[i])->view)->texture);
    }
  myo_map_view_leave (view);
  ui_assert_freed ();
  g_assert_nonnull (myo_map_pictures_get_whole (pictures, MYO_VIEW_FRONT));
  g_assert_nonnull (myo_map_pictures_get_whole (pictures, MYO_VIEW_SOLE));
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  g_test_add_func ("/map-base/draws-and-is-hit", test_base);
  g_test_add_func ("/map-highlight/draws", test_highlight);
  g_test_add_func ("/map-zones/draws", test_zones);
  g_test_add_func ("/map-layers/before-size", test_chosen_before_the_first_size);
  g_test_add_func ("/map-ink/draws", test_ink);
  g_test_add_func ("/map-ink/threads", test_ink_in_threads);
  g_test_add_func ("/map-layers/left", test_overlays_left);
  g_test_add_func ("/map-ink/left", test_ink_left);
  g_test_add_func ("/map-base/left", test_base_left);
  g_test_add_func ("/map-base/closed", test_closed_base);
  g_test_add_func ("/map-brush/paints", test_brush);
  return g_test_run ();
}
