/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "myo-body-map-private.h"
#include "myo-map-zone.h"

G_DEFINE_FINAL_TYPE (MyoBodyMap, myo_body_map, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_LAYER, PROP_ZOOM, N_PROPS };
static GParamSpec *props[N_PROPS];

enum { DRAWING_FAILED, N_SIGNALS };
static guint signals[N_SIGNALS];

#define ANIMATION_MS 220

/* --- Coordinates --- */

void
myo_body_map_world_at (MyoBodyMap *self,
                       double      x,
                       double      y,
                       double     *world_x,
                       double     *world_y)
{
  *world_x = self->view.x + (x - gtk_widget_get_width (GTK_WIDGET (self)) / 2.0) / self->view.scale;
  *world_y = self->view.y + (y - gtk_widget_get_height (GTK_WIDGET (self)) / 2.0) / self->view.scale;
}

void
myo_body_map_to_widget (MyoBodyMap *self,
                        double      world_x,
                        double      world_y,
                        double     *x,
                        double     *y)
{
  *x = (world_x - self->view.x) * self->view.scale + gtk_widget_get_width (GTK_WIDGET (self)) / 2.0;
  *y = (world_y - self->view.y) * self->view.scale + gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;
}

graphene_rect_t
myo_body_map_rect_to_widget (MyoBodyMap    *self,
                             MyoFigureId    figure,
                             const MyoRect *rect)
{
  MyoRect world = myo_map_layout_rect_to_world (figure, rect);
  double x, y;

  myo_body_map_to_widget (self, world.x, world.y, &x, &y);

  return GRAPHENE_RECT_INIT ((float) x, (float) y,
                             (float) (world.width * self->view.scale), (float) (world.height * self->view.scale));
}

double
myo_body_map_get_figure_scale (MyoBodyMap  *self,
                               MyoFigureId  figure)
{
  return self->view.scale * myo_map_layout_get_magnification (figure);
}

int
myo_body_map_look_up (MyoBodyMap  *self,
                      double       x,
                      double       y,
                      double      *view_x,
                      double      *view_y,
                      MyoSide     *side,
                      const char **id)
{
  double world_x, world_y;
  const MyoFigure *figure;
  int at;

  *id = NULL;
  if (self->drawings == NULL)
    return -1;

  myo_body_map_world_at (self, x, y, &world_x, &world_y);
  at = myo_map_layout_at (world_x, world_y, view_x, view_y);
  if (at < 0)
    return -1;

  figure = myo_figure_get ((MyoFigureId) at);
  *side = myo_figure_get_side_at ((MyoFigureId) at, *view_x);
  *id = myo_drawings_pick (self->drawings, figure->view, self->layer, *view_x, *view_y);

  return at;
}

/* --- Names --- */

static char *
readable_id (const char *id)
{
  char *name = g_strdelimit (g_strdup (id), "-", ' ');

  name[0] = g_ascii_toupper (name[0]);
  return name;
}

char *
myo_body_map_name_of (MyoBodyMap *self,
                      const char *id,
                      MyoSide     side)
{
  MyoMuscle *muscle = myo_atlas_get_muscle (self->atlas, id);
  const MyoRegion *region = muscle == NULL ? myo_atlas_get_region (self->atlas, id) : NULL;
  g_autofree char *fallback = muscle == NULL && region == NULL ? readable_id (id) : NULL;
  const char *name = muscle != NULL ? muscle->name : region != NULL ? region->name : fallback;

  if (region != NULL && !region->paired)
    return g_strdup (name);

  /* Translators: a muscle or a body region, and its side of the body */
  return side == MYO_SIDE_LEFT ? g_strdup_printf (_("%s, left"), name) : g_strdup_printf (_("%s, right"), name);
}

/* --- View --- */

static double
get_least_scale (MyoBodyMap *self)
{
  return self->fit.scale;
}

static void
apply_view (MyoBodyMap *self,
            MyoMapView  view)
{
  GtkWidget *widget = GTK_WIDGET (self);
  double least = get_least_scale (self);

  /* What lies under the pointer is another thing at another scale. */
  if (fabs (view.scale / self->view.scale - 1) > .001)
    myo_body_map_end_hover (self);
  self->view = myo_map_layout_clamp (view, gtk_widget_get_width (widget), gtk_widget_get_height (widget),
                                     least, MAX (MYO_MAP_MOST_SCALE, least));
  gtk_widget_queue_allocate (widget);
  gtk_widget_queue_draw (widget);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ZOOM]);
}

static void
animate (double   value,
         gpointer user_data)
{
  MyoBodyMap *self = user_data;
  const MyoMapView *a = &self->animate_from, *b = &self->animate_to;

  /* Scale changes by equal factors, and the centre with it, so that the movement looks even. */
  double scale = a->scale * pow (b->scale / a->scale, value);
  double share = fabs (b->scale - a->scale) < 1e-6 ? value : (1 / a->scale - 1 / scale) / (1 / a->scale - 1 / b->scale);

  apply_view (self, (MyoMapView) { a->x + (b->x - a->x) * share, a->y + (b->y - a->y) * share, scale });
}

void
myo_body_map_set_view (MyoBodyMap *self,
                       MyoMapView  view,
                       gboolean    with_animation)
{
  double least = get_least_scale (self);

  /* Skipped while idle, it would apply an end that was never set. */
  if (adw_animation_get_state (self->animation) == ADW_ANIMATION_PLAYING)
    adw_animation_skip (self->animation);
  if (!with_animation || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      apply_view (self, view);
      return;
    }

  self->animate_from = self->view;
  self->animate_to = myo_map_layout_clamp (view, gtk_widget_get_width (GTK_WIDGET (self)),
                                           gtk_widget_get_height (GTK_WIDGET (self)), least,
                                           MAX (MYO_MAP_MOST_SCALE, least));
  adw_animation_play (self->animation);
}

void
myo_body_map_zoom_at (MyoBodyMap *self,
                      double      factor,
                      double      x,
                      double      y)
{
  double world_x, world_y, least = get_least_scale (self);
  MyoMapView view = self->view;

  myo_body_map_world_at (self, x, y, &world_x, &world_y);
  view.scale = CLAMP (view.scale * factor, least, MAX (MYO_MAP_MOST_SCALE, least));
  /* What lies under the pointer stays under it. */
  view.x = world_x - (x - gtk_widget_get_width (GTK_WIDGET (self)) / 2.0) / view.scale;
  view.y = world_y - (y - gtk_widget_get_height (GTK_WIDGET (self)) / 2.0) / view.scale;
  self->fitted = FALSE;
  myo_body_map_set_view (self, view, FALSE);
}

void
myo_body_map_zoom_by (MyoBodyMap *self,
                      double      factor)
{
  MyoMapView view = self->view;

  g_return_if_fail (MYO_IS_BODY_MAP (self));

  view.scale *= factor;
  self->fitted = FALSE;
  myo_body_map_set_view (self, view, TRUE);
}

void
myo_body_map_fit (MyoBodyMap *self)
{
  g_return_if_fail (MYO_IS_BODY_MAP (self));

  self->fitted = TRUE;
  myo_body_map_set_view (self, self->fit, TRUE);
}

void
myo_body_map_show_figure (MyoBodyMap  *self,
                          MyoFigureId  figure)
{
  g_return_if_fail (MYO_IS_BODY_MAP (self));

  self->fitted = FALSE;
  myo_body_map_set_view (self, myo_map_layout_get_figure_fit (figure, gtk_widget_get_width (GTK_WIDGET (self)),
                                                              gtk_widget_get_height (GTK_WIDGET (self))), TRUE);
}

/* The figure on which the muscle shows best: the largest of its boxes. */
static gboolean
get_selection_box (MyoBodyMap *self,
                   MyoRect    *box)
{
  MyoMuscle *muscle = myo_selection_get_muscle (self->selection);
  MyoSide side = myo_selection_get_side (self->selection);
  double best = 0;

  for (int i = 0; muscle != NULL && i < MYO_N_FIGURES; i++)
    {
      const MyoFigure *figure = myo_figure_get ((MyoFigureId) i);
      MyoLayer layer;
      MyoRect bounds;

      if (!myo_figure_shows ((MyoFigureId) i, side)
          || !myo_body_map_find_layer (self, figure->view, muscle->id, &layer)
          || !myo_drawings_get_bounds (self->drawings, figure->view, layer, muscle->id, side, &bounds)
          || bounds.width * bounds.height <= best)
        continue;

      best = bounds.width * bounds.height;
      *box = myo_map_layout_rect_to_world ((MyoFigureId) i, &bounds);
    }

  return best > 0;
}

void
myo_body_map_zoom_to_selection (MyoBodyMap *self)
{
  MyoRect box;

  g_return_if_fail (MYO_IS_BODY_MAP (self));

  if (self->selection == NULL || !get_selection_box (self, &box))
    return;

  self->fitted = FALSE;
  myo_body_map_set_view (self, myo_map_layout_get_rect_fit (&box, gtk_widget_get_width (GTK_WIDGET (self)),
                                                            gtk_widget_get_height (GTK_WIDGET (self))), TRUE);
}

/* --- Choosing --- */

void
myo_body_map_activate (MyoBodyMap *self,
                       int         figure,
                       double      view_x,
                       double      view_y,
                       MyoSide     side,
                       const char *id)
{
  MyoView view = myo_figure_get ((MyoFigureId) figure)->view;
  const char *region = myo_drawings_pick (self->drawings, view, MYO_LAYER_REGIONS, view_x, view_y);
  MyoMuscle *muscle = id != NULL ? myo_atlas_get_muscle (self->atlas, id) : NULL;

  if (region == NULL && muscle == NULL)
    {
      myo_selection_clear_place (self->selection);
      myo_selection_select (self->selection, NULL, MYO_SIDE_RIGHT, NULL);
      return;
    }

  /* The muscle first: who follows the place may then ask what is selected. */
  myo_selection_select (self->selection, muscle, muscle != NULL ? side : MYO_SIDE_RIGHT, NULL);
  myo_selection_set_place (self->selection, view, side, view_x, view_y, region);
}

/* --- What is shown --- */

static void
selection_changed (MyoBodyMap *self)
{
  myo_body_map_forget_overlays (self);
  myo_body_map_paint_overlays (self);
  myo_body_map_update_zone_states (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
point_previewed (MyoBodyMap *self)
{
  myo_body_map_forget_overlays (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drawing_failed (MyoBodyMap *self,
                GError     *error)
{
  g_signal_emit (self, signals[DRAWING_FAILED], 0, error);
}

void
myo_body_map_set_model (MyoBodyMap   *self,
                        MyoDrawings  *drawings,
                        MyoAtlas     *atlas,
                        MyoSelection *selection)
{
  g_return_if_fail (MYO_IS_BODY_MAP (self));
  g_return_if_fail (self->drawings == NULL);

  self->drawings = g_object_ref (drawings);
  self->atlas = g_object_ref (atlas);
  self->selection = g_object_ref (selection);
  self->painter = myo_map_painter_new (drawings);

  g_signal_connect_object (self->painter, "painted", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->painter, "failed", G_CALLBACK (drawing_failed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "changed", G_CALLBACK (selection_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "point-previewed", G_CALLBACK (point_previewed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "muscle-previewed", G_CALLBACK (point_previewed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "place-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  myo_body_map_repopulate (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

MyoLayer
myo_body_map_get_layer (MyoBodyMap *self)
{
  g_return_val_if_fail (MYO_IS_BODY_MAP (self), MYO_LAYER_SKIN);

  return self->layer;
}

void
myo_body_map_set_layer (MyoBodyMap *self,
                        MyoLayer    layer)
{
  g_return_if_fail (MYO_IS_BODY_MAP (self));

  if (self->layer == layer)
    return;

  if (self->stroke_figure >= 0)
    myo_body_map_cancel_stroke (self);
  self->layer = layer;
  myo_body_map_clear_hover (self);
  myo_body_map_forget_overlays (self);
  myo_body_map_repopulate (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LAYER]);
}

double
myo_body_map_get_zoom (MyoBodyMap *self)
{
  g_return_val_if_fail (MYO_IS_BODY_MAP (self), 1);

  return self->view.scale > 0 ? self->view.scale / get_least_scale (self) : 1;
}

double
myo_body_map_get_fit_scale (MyoBodyMap *self)
{
  g_return_val_if_fail (MYO_IS_BODY_MAP (self), 0);

  return get_least_scale (self) * gtk_widget_get_scale_factor (GTK_WIDGET (self));
}

MyoPalette
myo_body_map_get_palette (MyoBodyMap *self)
{
  g_return_val_if_fail (MYO_IS_BODY_MAP (self), MYO_PALETTE_LIGHT);

  return self->palette;
}

gboolean
myo_body_map_is_crisp (MyoBodyMap *self)
{
  return self->painter != NULL && myo_map_painter_is_crisp (self->painter);
}

void
myo_body_map_give_picture (MyoBodyMap      *self,
                           MyoView          view,
                           MyoLayer         layer,
                           MyoPalette       palette,
                           double           scale,
                           cairo_surface_t *surface)
{
  myo_map_painter_give (self->painter, view, layer, palette, scale, surface);
}

const MyoPicture *
myo_body_map_get_picture (MyoBodyMap *self,
                          MyoView     view)
{
  g_return_val_if_fail (MYO_IS_BODY_MAP (self), NULL);

  return self->painter != NULL ? myo_map_painter_get_whole (self->painter, view) : NULL;
}

static void
style_changed (MyoBodyMap *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (style);

  if (adw_style_manager_get_high_contrast (style))
    self->palette = dark ? MYO_PALETTE_HIGH_CONTRAST_DARK : MYO_PALETTE_HIGH_CONTRAST;
  else
    self->palette = dark ? MYO_PALETTE_DARK : MYO_PALETTE_LIGHT;

  myo_body_map_clear_hover (self);
  myo_body_map_forget_overlays (self);
  myo_body_map_forget_pain (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* --- Widget --- */

/* Large words over a small map would cover the heads: then the figures stand as much lower, and end as much higher, as the words need. */
static MyoMapView
get_fit (MyoBodyMap *self,
         int         width,
         int         height)
{
  MyoMapView fit = myo_map_layout_get_fit (width, height);
  double lacking = myo_body_map_get_caption_height (self, fit.scale) - MYO_MAP_CAPTION * fit.scale;

  return lacking > 0 ? myo_map_layout_get_fit (width, MAX (height - 2 * lacking, height / 2)) : fit;
}

static void
myo_body_map_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  MyoBodyMap *self = MYO_BODY_MAP (widget);

  self->fit = get_fit (self, width, height);
  if (self->fitted && adw_animation_get_state (self->animation) != ADW_ANIMATION_PLAYING)
    self->view = self->fit;

  myo_body_map_allocate_zones (self, width, height);
  myo_body_map_allocate_labels (self, width, height);
}

static void
myo_body_map_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 240 : 200;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 900 : 760;
}

static GtkSizeRequestMode
myo_body_map_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
myo_body_map_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  MyoBodyMap *self = MYO_BODY_MAP (object);

  switch (prop_id)
    {
    case PROP_LAYER:
      g_value_set_int (value, (int) self->layer);
      break;
    case PROP_ZOOM:
      g_value_set_double (value, myo_body_map_get_zoom (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
myo_body_map_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  if (prop_id == PROP_LAYER)
    myo_body_map_set_layer (MYO_BODY_MAP (object), (MyoLayer) g_value_get_int (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
myo_body_map_dispose (GObject *object)
{
  MyoBodyMap *self = MYO_BODY_MAP (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_handle_id (&self->populate_id, g_source_remove);
  myo_body_map_clear_zones (self);
  myo_body_map_remove_labels (self);
  myo_body_map_end_pain (self);
  myo_body_map_clear_hover (self);
  myo_body_map_forget_overlays (self);
  g_clear_object (&self->animation);
  g_clear_object (&self->painter);
  g_clear_object (&self->selection);
  g_clear_object (&self->atlas);
  g_clear_object (&self->drawings);

  G_OBJECT_CLASS (myo_body_map_parent_class)->dispose (object);
}

static void
myo_body_map_finalize (GObject *object)
{
  g_clear_pointer (&MYO_BODY_MAP (object)->zone_widgets, g_ptr_array_unref);

  G_OBJECT_CLASS (myo_body_map_parent_class)->finalize (object);
}

static void
zoom_in (GtkWidget *widget, const char *name, GVariant *parameter)
{
  myo_body_map_zoom_by (MYO_BODY_MAP (widget), 1.5);
}

static void
zoom_out (GtkWidget *widget, const char *name, GVariant *parameter)
{
  myo_body_map_zoom_by (MYO_BODY_MAP (widget), 1 / 1.5);
}

static void
fit (GtkWidget *widget, const char *name, GVariant *parameter)
{
  myo_body_map_fit (MYO_BODY_MAP (widget));
}

static void
zoom_to_selection (GtkWidget *widget, const char *name, GVariant *parameter)
{
  myo_body_map_zoom_to_selection (MYO_BODY_MAP (widget));
}

static void
myo_body_map_class_init (MyoBodyMapClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = myo_body_map_dispose;
  object_class->finalize = myo_body_map_finalize;
  object_class->get_property = myo_body_map_get_property;
  object_class->set_property = myo_body_map_set_property;
  widget_class->snapshot = myo_body_map_snapshot;
  widget_class->size_allocate = myo_body_map_size_allocate;
  widget_class->measure = myo_body_map_measure;
  widget_class->get_request_mode = myo_body_map_get_request_mode;
  widget_class->focus = myo_body_map_focus_zones;

  props[PROP_LAYER] = g_param_spec_int ("layer", NULL, NULL, MYO_LAYER_SKIN, MYO_LAYER_DEEP, MYO_LAYER_SURFACE,
                                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, 0, 1000, 1, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[DRAWING_FAILED] = g_signal_new ("drawing-failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);

  gtk_widget_class_install_action (widget_class, "map.zoom-in", NULL, zoom_in);
  gtk_widget_class_install_action (widget_class, "map.zoom-out", NULL, zoom_out);
  gtk_widget_class_install_action (widget_class, "map.fit", NULL, fit);
  gtk_widget_class_install_action (widget_class, "map.zoom-to-selection", NULL, zoom_to_selection);
  myo_body_map_class_init_input (widget_class);
  gtk_widget_class_set_css_name (widget_class, "bodymap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
myo_body_map_init (MyoBodyMap *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->layer = MYO_LAYER_SURFACE;
  self->fitted = TRUE;
  self->stroke_figure = -1;
  self->view = self->fit = myo_map_layout_get_fit (900, 760);
  self->zone_widgets = g_ptr_array_new ();
  self->animation = adw_timed_animation_new (widget, 0, 1, ANIMATION_MS,
                                             adw_callback_animation_target_new (animate, self, NULL));

  myo_body_map_add_labels (self);
  myo_body_map_init_input (self);

  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_hexpand (widget, TRUE);
  gtk_widget_set_vexpand (widget, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Body map"), -1);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (style_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (style_changed), self, G_CONNECT_SWAPPED);
  style_changed (self);
}
