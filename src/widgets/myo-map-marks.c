/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-map-marks.h"

#define MARK_ARM 5.5f

struct _MyoMapMarks
{
  MyoMapLayer parent_instance;

  MyoSelection *selection;
  GtkWidget    *widget;        /* not owned */
};

G_DEFINE_FINAL_TYPE (MyoMapMarks, myo_map_marks, MYO_TYPE_MAP_LAYER)

/* --- Room for names --- */

typedef struct
{
  graphene_rect_t rects[64];
  guint           n;
} Taken;

static gboolean
is_free (const Taken           *taken,
         const graphene_rect_t *rect)
{
  for (guint i = 0; i < taken->n; i++)
    if (graphene_rect_intersection (&taken->rects[i], rect, NULL))
      return FALSE;

  return TRUE;
}

static void
take (Taken                 *taken,
      const graphene_rect_t *rect)
{
  if (taken->n < G_N_ELEMENTS (taken->rects))
    taken->rects[taken->n++] = *rect;
}

/* The first of eight places around a mark that is free, else the first. */
static graphene_rect_t
find_room (const Taken *taken,
           float        x,
           float        y,
           float        width,
           float        height)
{
  static const float ways[][2] = { { 1, -1 }, { -1, -1 }, { 1, 1 }, { -1, 1 }, { 1, 0 }, { -1, 0 }, { 0, -1 }, { 0, 1 } };
  const float away = MARK_ARM + 3;
  graphene_rect_t first = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      float dx = ways[i][0], dy = ways[i][1];
      graphene_rect_t rect = GRAPHENE_RECT_INIT (x + dx * away - (dx < 0 ? width : dx == 0 ? width / 2 : 0),
                                                 y + dy * away - (dy < 0 ? height : dy == 0 ? height / 2 : 0),
                                                 width, height);

      if (i == 0)
        first = rect;
      if (is_free (taken, &rect))
        return rect;
    }

  return first;
}

/* --- Trigger points --- */

static void
append_label (MyoMapMarks *self,
              GtkSnapshot *snapshot,
              Taken       *taken,
              const char  *text,
              float        x,
              float        y)
{
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (self->widget, text);
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();
  graphene_rect_t at;
  GskRoundedRect pill;
  int width, height;

  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_attr_list_insert (attributes, pango_attr_scale_new (PANGO_SCALE_SMALL));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_pixel_size (layout, &width, &height);

  at = find_room (taken, x, y, (float) width + 8, (float) height + 2);
  take (taken, &at);
  gsk_rounded_rect_init_from_rect (&pill, &at, at.size.height / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &pill);
  gtk_snapshot_append_color (snapshot, &(GdkRGBA) { 1, 1, 1, .92f }, &at);
  gtk_snapshot_pop (snapshot);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (at.origin.x + 4, at.origin.y + 1));
  gtk_snapshot_append_layout (snapshot, layout, &(GdkRGBA) { .08f, .06f, .06f, 1 });
  gtk_snapshot_restore (snapshot);
}

/* A dark cross with a light rim: told from any muscle by form and by lightness. */
static void
append_cross (GtkSnapshot *snapshot,
              float        x,
              float        y,
              gboolean     strong)
{
  float arm = strong ? MARK_ARM * 1.35f : MARK_ARM;
  graphene_rect_t box = GRAPHENE_RECT_INIT (x - arm - 4, y - arm - 4, 2 * arm + 8, 2 * arm + 8);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &box);

  for (int pass = 0; pass < 2; pass++)
    {
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
      cairo_set_line_width (cr, pass == 0 ? (strong ? 7 : 5.5) : (strong ? 3.2 : 2.4));
      cairo_set_source_rgb (cr, pass == 0 ? 1 : .05, pass == 0 ? 1 : .04, pass == 0 ? 1 : .04);
      cairo_move_to (cr, x - arm, y - arm);
      cairo_line_to (cr, x + arm, y + arm);
      cairo_move_to (cr, x + arm, y - arm);
      cairo_line_to (cr, x - arm, y + arm);
      cairo_stroke (cr);
    }
  cairo_destroy (cr);
}

static void
spot_to_widget (MyoMapMarks   *self,
                MyoFigureId    id,
                const MyoSpot *spot,
                MyoSide        side,
                float         *x,
                float         *y)
{
  gboolean mirrored = myo_view_is_mirrored (spot->view) && side == MYO_SIDE_LEFT;
  double at_x, at_y;

  myo_map_view_from_figure (myo_map_layer_get_view (MYO_MAP_LAYER (self)), id,
                            mirrored ? myo_view_mirror (spot->view, spot->x) : spot->x, spot->y, &at_x, &at_y);
  *x = (float) at_x;
  *y = (float) at_y;
}

typedef void (*EachSpot) (MyoMapMarks *self, GtkSnapshot *snapshot, Taken *taken, const MyoTriggerPoint *point,
                          float x, float y, gboolean strong);

static void
for_each_spot (MyoMapMarks *self,
               GtkSnapshot *snapshot,
               Taken       *taken,
               EachSpot     each)
{
  const MyoTriggerPoint *shown;
  MyoSide side;
  MyoMuscle *muscle = myo_selection_get_shown (self->selection, &side, &shown);

  for (guint p = 0; p < muscle->points->len; p++)
    {
      const MyoTriggerPoint *point = muscle->points->pdata[p];

      for (guint s = 0; s < point->spots->len; s++)
        for (MyoFigureId id = 0; id < MYO_N_FIGURES; id++)
          {
            const MyoSpot *spot = point->spots->pdata[s];
            float x, y;

            if (myo_figure_get (id)->view != spot->view || !myo_figure_shows (id, side) || (shown != NULL && shown != point)
                || !myo_map_view_shows (myo_map_layer_get_view (MYO_MAP_LAYER (self)), id))
              continue;
            spot_to_widget (self, id, spot, side, &x, &y);
            each (self, snapshot, taken, point, x, y, shown != NULL);
          }
    }
}

static void
mark_spot (MyoMapMarks           *self,
           GtkSnapshot           *snapshot,
           Taken                 *taken,
           const MyoTriggerPoint *point,
           float                  x,
           float                  y,
           gboolean               strong)
{
  take (taken, &GRAPHENE_RECT_INIT (x - MARK_ARM, y - MARK_ARM, 2 * MARK_ARM, 2 * MARK_ARM));
  append_cross (snapshot, x, y, strong);
}

static void
label_spot (MyoMapMarks           *self,
            GtkSnapshot           *snapshot,
            Taken                 *taken,
            const MyoTriggerPoint *point,
            float                  x,
            float                  y,
            gboolean               strong)
{
  append_label (self, snapshot, taken, point->label, x, y);
}

/* --- The place that was clicked --- */

static void
append_circle (GtkSnapshot *snapshot,
               double       x,
               double       y)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT ((float) x - 12, (float) y - 12, 24, 24));

  cairo_arc (cr, x, y, 8, 0, 2 * G_PI);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_set_line_width (cr, 5);
  cairo_stroke_preserve (cr);
  cairo_set_source_rgb (cr, .05, .05, .05);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
append_place (MyoMapMarks *self,
              GtkSnapshot *snapshot)
{
  double view_x, view_y;
  const char *region;
  MyoView view;
  MyoSide side;

  if (!myo_selection_get_place (self->selection, &view, &side, &view_x, &view_y, &region))
    return;

  for (MyoFigureId id = 0; id < MYO_N_FIGURES; id++)
    {
      double x, y;

      if (myo_figure_get (id)->view != view || !myo_figure_shows (id, side)
          || !myo_map_view_shows (myo_map_layer_get_view (MYO_MAP_LAYER (self)), id))
        continue;

      myo_map_view_from_figure (myo_map_layer_get_view (MYO_MAP_LAYER (self)), id, view_x, view_y, &x, &y);
      append_circle (snapshot, x, y);
    }
}

/* --- The focus --- */

/* The map's words cannot have it, its muscles and regions can. */
static void
append_focus (MyoMapMarks *self,
              GtkSnapshot *snapshot)
{
  GtkWidget *child = gtk_widget_get_focus_child (self->widget);
  GtkRoot *root = gtk_widget_get_root (self->widget);
  graphene_rect_t box;
  GskRoundedRect ring;
  const GdkRGBA dark = { .05f, .05f, .05f, 1 }, light = { 1, 1, 1, 1 };

  if (child == NULL || !GTK_IS_WINDOW (root) || !gtk_window_get_focus_visible (GTK_WINDOW (root))
      || !gtk_widget_compute_bounds (child, self->widget, &box))
    return;

  graphene_rect_inset (&box, -5, -5);
  gsk_rounded_rect_init_from_rect (&ring, &box, 6);
  gtk_snapshot_append_border (snapshot, &ring, (float[4]) { 4, 4, 4, 4 }, (GdkRGBA[4]) { light, light, light, light });
  gsk_rounded_rect_shrink (&ring, 1, 1, 1, 1);
  gtk_snapshot_append_border (snapshot, &ring, (float[4]) { 2, 2, 2, 2 }, (GdkRGBA[4]) { dark, dark, dark, dark });
}

/* --- Class --- */

static void
myo_map_marks_snapshot (MyoMapLayer *layer,
                        GtkSnapshot *snapshot)
{
  MyoMapMarks *self = MYO_MAP_MARKS (layer);
  Taken taken = { .n = 0 };
  const MyoTriggerPoint *point;
  MyoSide side;

  append_place (self, snapshot);
  if (myo_selection_get_shown (self->selection, &side, &point) != NULL)
    {
      for_each_spot (self, snapshot, &taken, mark_spot);
      for_each_spot (self, snapshot, &taken, label_spot);
    }
  append_focus (self, snapshot);
}

static void
myo_map_marks_dispose (GObject *object)
{
  g_clear_object (&MYO_MAP_MARKS (object)->selection);

  G_OBJECT_CLASS (myo_map_marks_parent_class)->dispose (object);
}

static void
myo_map_marks_class_init (MyoMapMarksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = myo_map_marks_dispose;
  MYO_MAP_LAYER_CLASS (klass)->snapshot = myo_map_marks_snapshot;
}

static void
myo_map_marks_init (MyoMapMarks *self)
{
}

MyoMapMarks *
myo_map_marks_new (MyoMapView   *view,
                   MyoSelection *selection,
                   GtkWidget    *widget)
{
  static const char *const signals[] = { "changed", "point-previewed", "muscle-previewed", "place-changed" };
  MyoMapMarks *self = g_object_new (MYO_TYPE_MAP_MARKS, "view", view, NULL);

  self->selection = g_object_ref (selection);
  self->widget = widget;
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (selection, signals[i], G_CALLBACK (myo_map_layer_changed), self, G_CONNECT_SWAPPED);

  return self;
}
