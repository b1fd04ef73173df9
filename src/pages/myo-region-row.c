/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "myo-compat.h"
#include "myo-pain-words.h"
#include "myo-parts.h"
#include "myo-region-row.h"
#include "myo-wrap.h"

#define N_SIDES 3

struct _MyoRegionRow
{
  GtkListBoxRow parent_instance;

  const MyoRegion *region;
  GtkWidget       *label, *buttons;
  GtkWidget       *switches[N_SIDES];      /* by MyoSide; NULL where the region has none */
  gboolean         syncing;                /* the switches follow the drawing, not the person */
};

G_DEFINE_FINAL_TYPE (MyoRegionRow, myo_region_row, GTK_TYPE_LIST_BOX_ROW)

enum { TOGGLED, N_SIGNALS };
static guint signals[N_SIGNALS];

static const char *
get_side_label (MyoSide side)
{
  switch (side)
    {
    case MYO_SIDE_RIGHT:
      /* Translators: the right side of the body, a switch */
      return _("Right");
    case MYO_SIDE_LEFT:
      /* Translators: the left side of the body, a switch */
      return _("Left");
    case MYO_SIDE_MIDDLE:
    default:
      /* Translators: a part of the body on its midline, a switch */
      return _("Middle");
    }
}

static void
switch_toggled (MyoRegionRow *self,
                GtkWidget    *button)
{
  if (self->syncing)
    return;

  for (int side = 0; side < N_SIDES; side++)
    if (self->switches[side] == button)
      g_signal_emit (self, signals[TOGGLED], 0, side);
}

static void
add_switch (MyoRegionRow *self,
            MyoAtlas     *atlas,
            MyoSide       side)
{
  g_autofree char *spoken = myo_pain_words_region (atlas, self->region->id, side);
  GtkWidget *button = gtk_toggle_button_new_with_label (get_side_label (side));

  myo_compat_name (button, spoken);
  gtk_widget_add_css_class (button, "side-switch");
  g_signal_connect_object (button, "toggled", G_CALLBACK (switch_toggled), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->buttons), button);
  self->switches[side] = button;
}

const MyoRegion *
myo_region_row_get_region (MyoRegionRow *self)
{
  return self->region;
}

gboolean
myo_region_row_has_side (MyoRegionRow *self,
                         MyoSide       side)
{
  return self->switches[side] != NULL;
}

void
myo_region_row_set_painted (MyoRegionRow *self,
                            MyoSide       side,
                            gboolean      painted)
{
  self->syncing = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->switches[side]), painted);
  self->syncing = FALSE;
}

gboolean
myo_region_row_get_focus_side (MyoRegionRow *self,
                               MyoSide      *side)
{
  for (int i = 0; i < N_SIDES; i++)
    if (self->switches[i] != NULL && gtk_widget_has_focus (self->switches[i]))
      {
        *side = (MyoSide) i;
        return TRUE;
      }
  return FALSE;
}

void
myo_region_row_focus_side (MyoRegionRow *self,
                           MyoSide       side)
{
  GtkWidget *button = self->switches[side] != NULL ? self->switches[side] : gtk_widget_get_first_child (self->buttons);

  gtk_widget_grab_focus (button);
}

GtkWidget *
myo_region_row_new (MyoAtlas        *atlas,
                    const MyoRegion *region)
{
  MyoRegionRow *self = g_object_new (MYO_TYPE_REGION_ROW, NULL);

  self->region = region;
  gtk_label_set_label (GTK_LABEL (self->label), region->name);
  if (region->paired)
    {
      add_switch (self, atlas, MYO_SIDE_RIGHT);
      add_switch (self, atlas, MYO_SIDE_LEFT);
    }
  else
    add_switch (self, atlas, MYO_SIDE_MIDDLE);

  return GTK_WIDGET (self);
}

static void
myo_region_row_class_init (MyoRegionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[TOGGLED] = g_signal_new ("toggled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_INT);

  g_type_ensure (MYO_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/myo-region-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MyoRegionRow, label);
  gtk_widget_class_bind_template_child (widget_class, MyoRegionRow, buttons);
}

static void
myo_region_row_init (MyoRegionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
