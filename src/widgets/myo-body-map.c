/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "myo-body-map-private.h"
#include "myo-map-marks.h"
#include "myo-map-zones.h"

G_DEFINE_FINAL_TYPE (MyoBodyMap, myo_body_map, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_LAYER, PROP_ZOOM, N_PROPS };
static GParamSpec *props[N_PROPS];

enum { DRAWING_FAILED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* What the pointer rests on is lit up less than what is selected. */
#define HOVER_OPACITY .6

/* --- What is shown --- */

static void
view_changed (MyoBodyMap *self,
              gboolean    scaled)
{
  /* What lies under the pointer is another thing at another scale. */
  if (scaled)
    myo_body_map_end_hover (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ZOOM]);
}

static void
layer_failed (MyoBodyMap *self,
              GError     *error)
{
  g_signal_emit (self, signals[DRAWING_FAILED], 0, error);
}

/* Takes @layer: above all others but the words. */
static gpointer
add_layer (MyoBodyMap *self,
           gpointer    layer)
{
  g_ptr_array_insert (self->layers, (int) self->layers->len - 1, layer);
  g_signal_connect_object (layer, "changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (layer, "failed", G_CALLBACK (layer_failed), self, G_CONNECT_SWAPPED);

  return layer;
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

  self->base = add_layer (self, myo_map_base_new (self->view, drawings));
  self->ink = add_layer (self, myo_map_ink_new (self->view, drawings));
  self->highlight = add_layer (self, myo_map_highlight_new (self->view, drawings, 1));
  myo_map_highlight_follow (self->highlight, selection);
  add_layer (self, myo_map_zones_new (self->view, drawings, selection));
  self->hover = add_layer (self, myo_map_highlight_new (self->view, drawings, HOVER_OPACITY));
  add_layer (self, myo_map_marks_new (self->view, selection, GTK_WIDGET (self)));
  self->brush = add_layer (self, myo_map_brush_new (self->view, drawings, self->ink));

  g_signal_connect_object (selection, "changed", G_CALLBACK (myo_body_map_update_targets), self, G_CONNECT_SWAPPED);
  myo_body_map_repopulate (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
tool_changed (MyoBodyMap *self)
{
  if (myo_map_brush_is_painting (self->brush))
    myo_pain_study_prepare (self->study);
  myo_body_map_end_hover (self);
}

void
myo_body_map_set_painting (MyoBodyMap   *self,
                           MyoPainStudy *study,
                           MyoPainTool  *tool)
{
  g_return_if_fail (MYO_IS_BODY_MAP (self));
  g_return_if_fail (self->drawings != NULL && self->study == NULL);

  self->study = g_object_ref (study);
  myo_map_ink_set_study (self->ink, study);
  myo_map_brush_set_painting (self->brush, study, tool);
  g_signal_connect_object (study, "changed", G_CALLBACK (myo_body_map_update_targets), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tool, "notify", G_CALLBACK (tool_changed), self, G_CONNECT_SWAPPED);
}

void
myo_body_map_show_drawing (MyoBodyMap     *self,
                           MyoPainDrawing *drawing)
{
  g_return_if_fail (MYO_IS_BODY_MAP (self));
  g_return_if_fail (self->drawings != NULL);

  myo_map_brush_cancel (self->brush);
  myo_map_ink_set_stored (self->ink, drawing);
}

MyoLayer
myo_body_map_get_layer (MyoBodyMap *self)
{
  g_return_val_if_fail (MYO_IS_BODY_MAP (self), MYO_LAYER_SKIN);

  return myo_map_view_get_layer (self->view);
}

void
myo_body_map_set_layer (MyoBodyMap *self,
                        MyoLayer    layer)
{
  g_return_if_fail (MYO_IS_BODY_MAP (self));

  if (myo_map_view_get_layer (self->view) == layer)
    return;

  if (self->brush != NULL)
    myo_map_brush_cancel (self->brush);
  myo_map_view_set_layer (self->view, layer);
  if (self->hover != NULL)
    myo_map_highlight_show (self->hover, NULL, MYO_SIDE_RIGHT);
  myo_body_map_repopulate (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LAYER]);
}

double
myo_body_map_get_zoom (MyoBodyMap *self)
{
  g_return_val_if_fail (MYO_IS_BODY_MAP (self), 1);

  return myo_map_view_get_zoom (self->view);
}

double
myo_body_map_get_fit_scale (MyoBodyMap *self)
{
  g_return_val_if_fail (MYO_IS_BODY_MAP (self), 0);

  return myo_map_view_get_fit (self->view).scale * gtk_widget_get_scale_factor (GTK_WIDGET (self));
}

MyoPalette
myo_body_map_get_palette (MyoBodyMap *self)
{
  g_return_val_if_fail (MYO_IS_BODY_MAP (self), MYO_PALETTE_LIGHT);

  return myo_map_view_get_palette (self->view);
}

gboolean
myo_body_map_is_crisp (MyoBodyMap *self)
{
  return self->base != NULL && myo_map_pictures_is_crisp (myo_map_base_get_pictures (self->base));
}

void
myo_body_map_give_picture (MyoBodyMap      *self,
                           MyoView          view,
                           MyoLayer         layer,
                           MyoPalette       palette,
                           double           scale,
                           cairo_surface_t *surface)
{
  myo_map_pictures_give (myo_map_base_get_pictures (self->base), view, layer, palette, scale, surface);
}

const MyoMapPicture *
myo_body_map_get_picture (MyoBodyMap *self,
                          MyoView     view)
{
  g_return_val_if_fail (MYO_IS_BODY_MAP (self), NULL);

  return self->base != NULL ? myo_map_pictures_get_whole (myo_map_base_get_pictures (self->base), view) : NULL;
}

static void
style_changed (MyoBodyMap *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (style);
  MyoPalette palette;

  if (adw_style_manager_get_high_contrast (style))
    palette = dark ? MYO_PALETTE_HIGH_CONTRAST_DARK : MYO_PALETTE_HIGH_CONTRAST;
  else
    palette = dark ? MYO_PALETTE_DARK : MYO_PALETTE_LIGHT;

  myo_map_view_set_palette (self->view, palette);
  if (self->hover != NULL)
    myo_map_highlight_show (self->hover, NULL, MYO_SIDE_RIGHT);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* --- Widget --- */

static void
device_changed (MyoBodyMap *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));

  myo_map_view_set_device (self->view, gtk_widget_get_scale_factor (GTK_WIDGET (self)),
                           native != NULL && GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (native)));
}

static void
myo_body_map_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (myo_body_map_parent_class)->realize (widget);

  device_changed (MYO_BODY_MAP (widget));
}

static void
myo_body_map_unmap (GtkWidget *widget)
{
  MyoBodyMap *self = MYO_BODY_MAP (widget);

  GTK_WIDGET_CLASS (myo_body_map_parent_class)->unmap (widget);

  /* One that is being disposed of has none. */
  if (self->view != NULL)
    myo_map_view_leave (self->view);
}

/* So much less high is the whole when the figures, which stand somewhat above its middle, are to stand a px lower. */
#define LOWER 2.25

/* Large words over a small map would cover the heads: then the figures stand as much lower, and end as much higher, as the words need.  Of
 * figures so small that their words would not stand beside each other fewer are shown: the others have the menu of views, and their place
 * beside these when one looks nearer. */
static MyoMapSight
get_fit (MyoBodyMap  *self,
         int          width,
         int          height,
         MyoFigureId *last)
{
  double captions[MYO_N_FIGURES], lacking;
  MyoMapSight fit;

  myo_map_labels_get_caption_widths (self->labels, captions);
  *last = myo_map_layout_choose (width, height, captions);
  fit = myo_map_layout_get_fit_of (*last, width, height);
  lacking = myo_map_labels_get_caption_height (self->labels, *last, fit.scale) - MYO_MAP_CAPTION * fit.scale;
  if (lacking <= 0)
    return fit;

  height = (int) MAX (height - LOWER * lacking, height / 3.0);
  *last = myo_map_layout_choose (width, height, captions);
  return myo_map_layout_get_fit_of (*last, width, height);
}

static void
myo_body_map_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  MyoBodyMap *self = MYO_BODY_MAP (widget);
  MyoFigureId last;
  MyoMapSight fit = get_fit (self, width, height, &last);

  myo_map_view_set_last (self->view, last);
  myo_map_view_set_size (self->view, width, height, &fit);
  myo_body_map_allocate_targets (self);
  myo_map_labels_allocate (self->labels, width, height);
}

static void
myo_body_map_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  MyoBodyMap *self = MYO_BODY_MAP (widget);

  for (guint i = 0; i < self->layers->len; i++)
    myo_map_layer_snapshot (self->layers->pdata[i], snapshot);
  /* They draw nothing, but what is not asked to be drawn does not tell when it has to be. */
  for (guint i = 0; i < self->targets->len; i++)
    gtk_widget_snapshot_child (widget, self->targets->pdata[i], snapshot);
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
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 240 : 160;
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
      g_value_set_int (value, (int) myo_body_map_get_layer (self));
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

  g_clear_handle_id (&self->populate_id, g_source_remove);
  myo_body_map_clear_targets (self);
  if (self->labels != NULL)
    myo_map_labels_remove (self->labels);
  g_ptr_array_set_size (self->layers, 0);
  self->base = NULL;
  self->ink = NULL;
  self->highlight = self->hover = NULL;
  self->brush = NULL;
  self->labels = NULL;
  g_clear_object (&self->animation);
  g_clear_object (&self->view);
  g_clear_object (&self->study);
  g_clear_object (&self->selection);
  g_clear_object (&self->atlas);
  g_clear_object (&self->drawings);

  G_OBJECT_CLASS (myo_body_map_parent_class)->dispose (object);
}

static void
myo_body_map_finalize (GObject *object)
{
  MyoBodyMap *self = MYO_BODY_MAP (object);

  g_clear_pointer (&self->targets, g_ptr_array_unref);
  g_clear_pointer (&self->layers, g_ptr_array_unref);

  G_OBJECT_CLASS (myo_body_map_parent_class)->finalize (object);
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
  widget_class->realize = myo_body_map_realize;
  widget_class->unmap = myo_body_map_unmap;
  widget_class->snapshot = myo_body_map_snapshot;
  widget_class->size_allocate = myo_body_map_size_allocate;
  widget_class->measure = myo_body_map_measure;
  widget_class->get_request_mode = myo_body_map_get_request_mode;
  widget_class->focus = myo_body_map_focus_targets;

  props[PROP_LAYER] = g_param_spec_int ("layer", NULL, NULL, MYO_LAYER_SKIN, MYO_LAYER_DEEP, MYO_LAYER_SURFACE,
                                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, 0, 1000, 1, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[DRAWING_FAILED] = g_signal_new ("drawing-failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);

  myo_body_map_class_init_actions (widget_class);
  gtk_widget_class_set_css_name (widget_class, "bodymap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
myo_body_map_init (MyoBodyMap *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->view = myo_map_view_new ();
  self->targets = g_ptr_array_new ();
  self->layers = g_ptr_array_new_with_free_func (g_object_unref);
  self->labels = myo_map_labels_new (self->view, widget);
  g_ptr_array_add (self->layers, self->labels);
  g_signal_connect_object (self->view, "changed", G_CALLBACK (view_changed), self, G_CONNECT_SWAPPED);
  myo_body_map_init_moves (self);
  myo_body_map_init_input (self);

  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_hexpand (widget, TRUE);
  gtk_widget_set_vexpand (widget, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Body map"), -1);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (device_changed), NULL);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (style_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (style_changed), self, G_CONNECT_SWAPPED);
  style_changed (self);
}
