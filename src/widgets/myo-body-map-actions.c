/* What the map can be told to do: one list of its actions, which widgets around it may offer under a name of their own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "myo-body-map-private.h"
#include "myo-map-keys.h"

#define STEP 1.5
#define PAN_SHARE .18

static void
zoom_in (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  myo_body_map_zoom_by (MYO_BODY_MAP (widget), STEP);
}

static void
zoom_out (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  myo_body_map_zoom_by (MYO_BODY_MAP (widget), 1 / STEP);
}

static void
fit (GtkWidget  *widget,
     const char *name,
     GVariant   *parameter)
{
  myo_body_map_fit (MYO_BODY_MAP (widget));
}

static void
zoom_to_selection (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  myo_body_map_zoom_to_selection (MYO_BODY_MAP (widget));
}

static void
show_figure (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  int figure = g_variant_get_int32 (parameter);

  if (figure >= 0 && figure < MYO_N_FIGURES)
    myo_body_map_show_figure (MYO_BODY_MAP (widget), (MyoFigureId) figure);
}

static void
pan (GtkWidget  *widget,
     const char *name,
     GVariant   *parameter)
{
  MyoBodyMap *self = MYO_BODY_MAP (widget);
  double dx, dy;

  g_variant_get (parameter, "(dd)", &dx, &dy);
  myo_body_map_show (self, myo_map_view_get_panned (self->view, dx * PAN_SHARE * gtk_widget_get_width (widget),
                                                    dy * PAN_SHARE * gtk_widget_get_height (widget)), TRUE);
}

static void
let_go (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  MyoBodyMap *self = MYO_BODY_MAP (widget);

  if (self->selection == NULL)
    return;

  if (myo_map_brush_is_down (self->brush))
    {
      myo_map_brush_cancel (self->brush);
      return;
    }

  myo_selection_clear_place (self->selection);
  myo_selection_select (self->selection, NULL, MYO_SIDE_RIGHT, NULL);
}

static const struct
{
  const char                  *name;
  const char                  *parameter_type;
  GtkWidgetActionActivateFunc  activate;
} actions[] = {
  { "zoom-in",           NULL,   zoom_in },
  { "zoom-out",          NULL,   zoom_out },
  { "fit",               NULL,   fit },
  { "zoom-to-selection", NULL,   zoom_to_selection },
  { "figure",            "i",    show_figure },
  { "pan",               "(dd)", pan },
  { "let-go",            NULL,   let_go },
};

void
myo_body_map_install_actions (GtkWidgetClass              *klass,
                              const char                  *prefix,
                              GtkWidgetActionActivateFunc  activate)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autofree char *name = g_strconcat (prefix, ".", actions[i].name, NULL);

      gtk_widget_class_install_action (klass, name, actions[i].parameter_type, activate != NULL ? activate : actions[i].activate);
    }
}

void
myo_body_map_activate_action (MyoBodyMap *self,
                              const char *name,
                              GVariant   *parameter)
{
  g_autofree char *own = g_strconcat ("map", strrchr (name, '.'), NULL);

  gtk_widget_activate_action_variant (GTK_WIDGET (self), own, parameter);
}

void
myo_body_map_class_init_actions (GtkWidgetClass *klass)
{
  myo_body_map_install_actions (klass, "map", NULL);
  myo_map_keys_bind (klass, MYO_MAP_KEYS_OF_MAP);
}
