/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <math.h>

#include "myo-pain-layer.h"
#include "myo-pain-tools.h"
#include "myo-pain-words.h"
#include "myo-wrap.h"

#define SWATCH_WIDTH 30
#define SWATCH_HEIGHT 16

struct _MyoPainTools
{
  GtkWidget parent_instance;

  MyoPainTool *tool;

  GtkWidget     *scroller, *box, *qualities;
  GtkAdjustment *strength_adjustment;
};

G_DEFINE_FINAL_TYPE (MyoPainTools, myo_pain_tools, GTK_TYPE_WIDGET)

/* --- Qualities --- */

static MyoPalette
get_palette (void)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (style);

  if (adw_style_manager_get_high_contrast (style))
    return dark ? MYO_PALETTE_HIGH_CONTRAST_DARK : MYO_PALETTE_HIGH_CONTRAST;
  return dark ? MYO_PALETTE_DARK : MYO_PALETTE_LIGHT;
}

static void
draw_swatch (GtkDrawingArea *area,
             cairo_t        *cr,
             int             width,
             int             height,
             gpointer        quality)
{
  myo_pain_layer_draw_swatch (cr, get_palette (), (MyoQuality) GPOINTER_TO_INT (quality), 8, width, height);
}

static void
add_quality (MyoPainTools *self,
             int           quality)
{
  const char *word = myo_pain_words_quality ((MyoQuality) quality);
  GtkWidget *button = gtk_toggle_button_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *swatch = gtk_drawing_area_new (), *label = gtk_label_new (word);
  AdwStyleManager *style = adw_style_manager_get_default ();

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (swatch), SWATCH_WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (swatch), SWATCH_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (swatch), draw_swatch, GINT_TO_POINTER (quality), NULL);
  gtk_widget_set_halign (swatch, GTK_ALIGN_CENTER);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), swatch, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), swatch, G_CONNECT_SWAPPED);

  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (box), swatch);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "quality-button");
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "map-page.quality");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", quality);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, word, -1);
  myo_wrap_append (MYO_WRAP (self->qualities), button);
}

/* --- Strength --- */

static void
strength_changed (MyoPainTools *self)
{
  if (self->tool != NULL)
    myo_pain_tool_set_intensity (self->tool, (int) lround (gtk_adjustment_get_value (self->strength_adjustment)));
}

static void
intensity_changed (MyoPainTools *self)
{
  gtk_adjustment_set_value (self->strength_adjustment, myo_pain_tool_get_intensity (self->tool));
}

void
myo_pain_tools_set_tool (MyoPainTools *self,
                         MyoPainTool  *tool)
{
  g_return_if_fail (MYO_IS_PAIN_TOOLS (self));
  g_return_if_fail (self->tool == NULL);

  self->tool = g_object_ref (tool);
  intensity_changed (self);
  g_signal_connect_object (tool, "notify::intensity", G_CALLBACK (intensity_changed), self, G_CONNECT_SWAPPED);
}

/* --- Layout --- */

/* One line at least, the rest of which is scrolled to; as many as it takes if there is room. */
static void
myo_pain_tools_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  GtkWidget *box = MYO_PAIN_TOOLS (widget)->box;

  gtk_widget_measure (box, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    gtk_widget_measure (box, orientation, -1, minimum, NULL, NULL, NULL);
}

static void
myo_pain_tools_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  gtk_widget_allocate (MYO_PAIN_TOOLS (widget)->scroller, width, height, baseline, NULL);
}

static GtkSizeRequestMode
myo_pain_tools_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* --- Class --- */

static void
myo_pain_tools_dispose (GObject *object)
{
  MyoPainTools *self = MYO_PAIN_TOOLS (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->tool);

  G_OBJECT_CLASS (myo_pain_tools_parent_class)->dispose (object);
}

static void
myo_pain_tools_class_init (MyoPainToolsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = myo_pain_tools_dispose;
  widget_class->measure = myo_pain_tools_measure;
  widget_class->size_allocate = myo_pain_tools_size_allocate;
  widget_class->get_request_mode = myo_pain_tools_get_request_mode;

  g_type_ensure (MYO_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/myo-pain-tools.ui");
  gtk_widget_class_bind_template_child (widget_class, MyoPainTools, scroller);
  gtk_widget_class_bind_template_child (widget_class, MyoPainTools, box);
  gtk_widget_class_bind_template_child (widget_class, MyoPainTools, strength_adjustment);
  gtk_widget_class_bind_template_child (widget_class, MyoPainTools, qualities);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TOOLBAR);
}

static void
myo_pain_tools_init (MyoPainTools *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = 0; i < MYO_N_QUALITIES; i++)
    add_quality (self, i);
  g_signal_connect_object (self->strength_adjustment, "value-changed", G_CALLBACK (strength_changed), self, G_CONNECT_SWAPPED);
}
