/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "myo-either.h"
#include "myo-map-page.h"
#include "myo-pain-tools.h"
#include "myo-wrap.h"

/* The panel stands beside the map where both have room: its words as wide as they are well read, em, and the figures, px.  Else it goes
 * under the map. */
#define PANEL_EM  22.5
#define MAP_WIDTH 430

#define LEAST_PANEL 330
#define MOST_PANEL  900

struct _MyoMapPage
{
  GtkWidget parent_instance;

  MyoPainDesk    *pain;
  MyoPainTool    *tool;         /* of the desk */
  MyoPainDrawing *stored;       /* the drawing of the records that the map shows instead of the one that is being made, or NULL */

  GtkWidget *paned, *map_box, *toasts, *map, *tools_revealer, *tools, *panel;
  gboolean   enlarged;
  int        panel_width;
  int        known_width, known_height, known_least;
  double     share;             /* of the height that the map gets when the panel is under it */
  gboolean   placing;           /* the divider, which is not the person's doing then */
};

G_DEFINE_FINAL_TYPE (MyoMapPage, myo_map_page, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_LAYER_NAME, PROP_ENLARGED, PROP_PANEL_WIDTH, PROP_TOOL, PROP_BRUSH_SIZE, PROP_QUALITY, N_PROPS };
static GParamSpec *props[N_PROPS];

/* --- Actions --- */

/* The map's own, for the buttons beneath it. */
static void
activate_on_map (GtkWidget *widget, const char *name, GVariant *parameter)
{
  myo_body_map_activate_action (myo_map_page_get_map (MYO_MAP_PAGE (widget)), name, parameter);
}

static void
layer_changed (MyoMapPage *self)
{
  gboolean skin = myo_body_map_get_layer (MYO_BODY_MAP (self->map)) == MYO_LAYER_SKIN;

  gtk_revealer_set_reveal_child (GTK_REVEALER (self->tools_revealer), skin);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LAYER_NAME]);
}

/* --- Painting --- */

static void
undo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  myo_pain_desk_undo (MYO_MAP_PAGE (widget)->pain);
}

static void
redo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  myo_pain_desk_redo (MYO_MAP_PAGE (widget)->pain);
}

static void
clear_drawing (GtkWidget *widget, const char *name, GVariant *parameter)
{
  myo_pain_desk_clear (MYO_MAP_PAGE (widget)->pain);
}

static void
resize_brush (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MyoPainTool *tool = MYO_MAP_PAGE (widget)->tool;

  myo_pain_tool_set_size (tool, myo_pain_tool_get_size (tool) + g_variant_get_int32 (parameter));
}

static void
update_painting_actions (MyoMapPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "map-page.undo", myo_pain_desk_can_undo (self->pain));
  gtk_widget_action_set_enabled (widget, "map-page.redo", myo_pain_desk_can_redo (self->pain));
  gtk_widget_action_set_enabled (widget, "map-page.clear-drawing", myo_pain_desk_can_clear (self->pain));
}

/* A stored drawing is looked at, not painted on. */
static void
show_stored (MyoMapPage *self)
{
  if (!g_set_object (&self->stored, myo_pain_desk_get_stored (self->pain)))
    return;

  myo_body_map_show_drawing (MYO_BODY_MAP (self->map), self->stored);
  gtk_widget_set_sensitive (self->tools, self->stored == NULL);
  if (self->stored != NULL)
    myo_body_map_set_layer (MYO_BODY_MAP (self->map), MYO_LAYER_SKIN);
}

static void
pain_changed (MyoMapPage *self)
{
  show_stored (self);
  update_painting_actions (self);
}

static void
tool_changed (MyoMapPage *self)
{
  for (int i = PROP_TOOL; i <= PROP_QUALITY; i++)
    g_object_notify_by_pspec (G_OBJECT (self), props[i]);
}

/* Who takes up the brush is to see the skin. */
static void
tool_kind_changed (MyoMapPage *self)
{
  if (myo_pain_tool_get_kind (self->tool) != MYO_PAIN_TOOL_HAND)
    myo_body_map_set_layer (MYO_BODY_MAP (self->map), MYO_LAYER_SKIN);
}

void
myo_map_page_set_painting (MyoMapPage  *self,
                           MyoPainDesk *pain)
{
  g_return_if_fail (MYO_IS_MAP_PAGE (self));
  g_return_if_fail (self->pain == NULL);

  self->pain = g_object_ref (pain);
  self->tool = g_object_ref (myo_pain_desk_get_tool (pain));
  myo_body_map_set_painting (MYO_BODY_MAP (self->map), myo_pain_desk_get_study (pain), self->tool);
  myo_pain_tools_set_tool (MYO_PAIN_TOOLS (self->tools), self->tool);
  g_signal_connect_object (pain, "changed", G_CALLBACK (pain_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tool, "notify", G_CALLBACK (tool_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tool, "notify::kind", G_CALLBACK (tool_kind_changed), self, G_CONNECT_SWAPPED);
  tool_changed (self);
  update_painting_actions (self);
}

/* --- Layout --- */

static int
get_least_panel (MyoMapPage *self)
{
  return (int) (PANEL_EM * myo_measure_em (GTK_WIDGET (self)));
}

static gboolean
is_narrow (MyoMapPage *self,
           int         width)
{
  return width < get_least_panel (self) + MAP_WIDTH;
}

/* In a session the panel under the map gets all that the map can spare. */
static int
get_wanted_position (MyoMapPage *self,
                     int         width,
                     int         height)
{
  if (!is_narrow (self, width))
    return width - CLAMP (self->panel_width, self->known_least, MAX (width - MAP_WIDTH, self->known_least));
  return myo_side_panel_get_leads (MYO_SIDE_PANEL (self->panel)) ? 0 : (int) (height * self->share);
}

static void
allocate_paned (MyoMapPage *self,
                int         position)
{
  if (position >= 0)
    gtk_paned_set_position (GTK_PANED (self->paned), position);
  gtk_widget_allocate (self->paned, self->known_width, self->known_height, -1, NULL);
}

/* A paned adds to its position what it has become larger by, even if it was told the position for its new size: it is told twice. */
static void
place_divider (MyoMapPage *self)
{
  GtkOrientation orientation = is_narrow (self, self->known_width) ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;
  int position = get_wanted_position (self, self->known_width, self->known_height);

  self->placing = TRUE;
  if (gtk_orientable_get_orientation (GTK_ORIENTABLE (self->paned)) != orientation)
    gtk_orientable_set_orientation (GTK_ORIENTABLE (self->paned), orientation);
  allocate_paned (self, position);
  if (gtk_paned_get_position (GTK_PANED (self->paned)) != position)
    allocate_paned (self, position);
  self->placing = FALSE;
}

static void
leads_changed (MyoMapPage *self)
{
  self->known_width = 0;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Other letters want the panel as much as another width does. */
static void
myo_map_page_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  MyoMapPage *self = MYO_MAP_PAGE (widget);
  int least = get_least_panel (self);

  gboolean other = width != self->known_width || least != self->known_least || (height != self->known_height && is_narrow (self, width));

  self->known_width = width;
  self->known_height = height;
  self->known_least = least;
  if (other)
    place_divider (self);
  else
    allocate_paned (self, -1);
}

/* Both arrangements must be reachable, whichever there is now: below each other they need no more width than the wider of them. */
static void
myo_map_page_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  MyoMapPage *self = MYO_MAP_PAGE (widget);
  gboolean level = orientation == GTK_ORIENTATION_HORIZONTAL, below = level || is_narrow (self, for_size);

  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (self->paned); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int least, wish;

      gtk_widget_measure (child, orientation, level || !below ? -1 : for_size, &least, &wish, NULL, NULL);
      *minimum = level || !below ? MAX (*minimum, least) : *minimum + least;
      *natural = level || below ? *natural + wish : MAX (*natural, wish);
    }
}

static void
divider_moved (MyoMapPage *self)
{
  int width = self->known_width, position = gtk_paned_get_position (GTK_PANED (self->paned)), panel_width = width - position;

  if (self->placing || self->enlarged || width == 0)
    return;
  if (is_narrow (self, width) && !myo_side_panel_get_leads (MYO_SIDE_PANEL (self->panel)))
    self->share = (double) position / self->known_height;
  if (is_narrow (self, width) || panel_width == self->panel_width)
    return;
  if (panel_width < self->known_least)
    {
      gtk_paned_set_position (GTK_PANED (self->paned), width - self->known_least);
      return;
    }

  self->panel_width = CLAMP (panel_width, LEAST_PANEL, MOST_PANEL);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PANEL_WIDTH]);
}

void
myo_map_page_set_enlarged (MyoMapPage *self,
                           gboolean    enlarged)
{
  g_return_if_fail (MYO_IS_MAP_PAGE (self));

  if (self->enlarged == enlarged)
    return;

  self->enlarged = enlarged;
  gtk_widget_set_visible (self->map_box, !enlarged);
  myo_session_page_set_enlarged (myo_side_panel_get_session (MYO_SIDE_PANEL (self->panel)), enlarged);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ENLARGED]);
}

gboolean
myo_map_page_get_enlarged (MyoMapPage *self)
{
  return self->enlarged;
}

MyoBodyMap *
myo_map_page_get_map (MyoMapPage *self)
{
  return MYO_BODY_MAP (self->map);
}

MyoSidePanel *
myo_map_page_get_panel (MyoMapPage *self)
{
  return MYO_SIDE_PANEL (self->panel);
}

AdwToastOverlay *
myo_map_page_get_toasts (MyoMapPage *self)
{
  g_return_val_if_fail (MYO_IS_MAP_PAGE (self), NULL);

  if (self->enlarged)
    return myo_session_page_get_toasts (myo_side_panel_get_session (MYO_SIDE_PANEL (self->panel)));
  return ADW_TOAST_OVERLAY (self->toasts);
}

/* --- Class --- */

static void
myo_map_page_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  MyoMapPage *self = MYO_MAP_PAGE (object);

  switch (prop_id)
    {
    case PROP_LAYER_NAME:
      g_value_set_string (value, myo_layer_get_nick (myo_body_map_get_layer (MYO_BODY_MAP (self->map))));
      break;
    case PROP_ENLARGED:
      g_value_set_boolean (value, self->enlarged);
      break;
    case PROP_PANEL_WIDTH:
      g_value_set_int (value, self->panel_width);
      break;
    case PROP_TOOL:
      g_value_set_int (value, self->tool != NULL ? (int) myo_pain_tool_get_kind (self->tool) : 0);
      break;
    case PROP_BRUSH_SIZE:
      g_value_set_int (value, self->tool != NULL ? myo_pain_tool_get_size (self->tool) : 0);
      break;
    case PROP_QUALITY:
      g_value_set_int (value, self->tool != NULL ? (int) myo_pain_tool_get_quality (self->tool) : 0);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
myo_map_page_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  MyoMapPage *self = MYO_MAP_PAGE (object);
  MyoLayer layer;

  switch (prop_id)
    {
    case PROP_LAYER_NAME:
      if (g_value_get_string (value) != NULL && myo_layer_from_nick (g_value_get_string (value), &layer)
          && layer != MYO_LAYER_REGIONS)
        myo_body_map_set_layer (MYO_BODY_MAP (self->map), layer);
      break;
    case PROP_ENLARGED:
      myo_map_page_set_enlarged (self, g_value_get_boolean (value));
      break;
    case PROP_PANEL_WIDTH:
      self->panel_width = CLAMP (g_value_get_int (value), LEAST_PANEL, MOST_PANEL);
      break;
    case PROP_TOOL:
      myo_pain_tool_set_kind (self->tool, (MyoPainToolKind) g_value_get_int (value));
      break;
    case PROP_BRUSH_SIZE:
      myo_pain_tool_set_size (self->tool, g_value_get_int (value));
      break;
    case PROP_QUALITY:
      myo_pain_tool_set_quality (self->tool, (MyoQuality) g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
myo_map_page_dispose (GObject *object)
{
  MyoMapPage *self = MYO_MAP_PAGE (object);

  g_clear_pointer (&self->paned, gtk_widget_unparent);
  g_clear_object (&self->stored);
  g_clear_object (&self->tool);
  g_clear_object (&self->pain);

  G_OBJECT_CLASS (myo_map_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_property_action (widget_class, "map-page.layer-name", "layer-name");
  gtk_widget_class_install_property_action (widget_class, "session.enlarge", "enlarged");
  gtk_widget_class_install_property_action (widget_class, "map-page.tool", "tool");
  gtk_widget_class_install_property_action (widget_class, "map-page.brush-size", "brush-size");
  gtk_widget_class_install_property_action (widget_class, "map-page.quality", "quality");
  gtk_widget_class_install_action (widget_class, "map-page.undo", NULL, undo);
  gtk_widget_class_install_action (widget_class, "map-page.redo", NULL, redo);
  gtk_widget_class_install_action (widget_class, "map-page.clear-drawing", NULL, clear_drawing);
  gtk_widget_class_install_action (widget_class, "map-page.resize-brush", "i", resize_brush);
  myo_body_map_install_actions (widget_class, "map-page", activate_on_map);
}

static void
myo_map_page_class_init (MyoMapPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = myo_map_page_dispose;
  object_class->get_property = myo_map_page_get_property;
  object_class->set_property = myo_map_page_set_property;
  widget_class->size_allocate = myo_map_page_size_allocate;
  widget_class->measure = myo_map_page_measure;

  props[PROP_LAYER_NAME] = g_param_spec_string ("layer-name", NULL, NULL, "surface", flags);
  props[PROP_ENLARGED] = g_param_spec_boolean ("enlarged", NULL, NULL, FALSE, flags);
  props[PROP_PANEL_WIDTH] = g_param_spec_int ("panel-width", NULL, NULL, 0, G_MAXINT, 400, flags);
  props[PROP_TOOL] = g_param_spec_int ("tool", NULL, NULL, 0, MYO_PAIN_TOOL_ERASER, 0, flags);
  props[PROP_BRUSH_SIZE] = g_param_spec_int ("brush-size", NULL, NULL, 0, MYO_N_BRUSH_SIZES - 1, 0, flags);
  props[PROP_QUALITY] = g_param_spec_int ("quality", NULL, NULL, 0, MYO_N_QUALITIES - 1, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (MYO_TYPE_BODY_MAP);
  g_type_ensure (MYO_TYPE_EITHER);
  g_type_ensure (MYO_TYPE_PAIN_TOOLS);
  g_type_ensure (MYO_TYPE_WRAP);
  g_type_ensure (MYO_TYPE_SIDE_PANEL);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/myo-map-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MyoMapPage, paned);
  gtk_widget_class_bind_template_child (widget_class, MyoMapPage, map_box);
  gtk_widget_class_bind_template_child (widget_class, MyoMapPage, toasts);
  gtk_widget_class_bind_template_child (widget_class, MyoMapPage, map);
  gtk_widget_class_bind_template_child (widget_class, MyoMapPage, tools_revealer);
  gtk_widget_class_bind_template_child (widget_class, MyoMapPage, tools);
  gtk_widget_class_bind_template_child (widget_class, MyoMapPage, panel);
  install_actions (widget_class);
}

static void
myo_map_page_init (MyoMapPage *self)
{
  self->panel_width = 400;
  self->share = .6;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->map, "notify::layer", G_CALLBACK (layer_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->panel, "notify::leads", G_CALLBACK (leads_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->paned, "notify::position", G_CALLBACK (divider_moved), self, G_CONNECT_SWAPPED);
}
