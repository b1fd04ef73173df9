/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-map-keys.h"

#define PLACES MYO_MAP_KEYS_OF_PLACES
#define MAP    MYO_MAP_KEYS_OF_MAP
#define WINDOW MYO_MAP_KEYS_OF_WINDOW
#define CTRL   GDK_CONTROL_MASK
#define SHIFT  GDK_SHIFT_MASK

static const MyoMapKey keys[] = {
  { GDK_KEY_plus,        0,            MAP | WINDOW, "map.zoom-in",           NULL,          FALSE },
  { GDK_KEY_plus,        SHIFT,        MAP,          "map.zoom-in",           NULL,          TRUE },
  { GDK_KEY_equal,       0,            MAP | WINDOW, "map.zoom-in",           NULL,          TRUE },
  { GDK_KEY_KP_Add,      0,            MAP | WINDOW, "map.zoom-in",           NULL,          TRUE },
  { GDK_KEY_minus,       0,            MAP | WINDOW, "map.zoom-out",          NULL,          FALSE },
  { GDK_KEY_KP_Subtract, 0,            MAP | WINDOW, "map.zoom-out",          NULL,          TRUE },
  { GDK_KEY_0,           0,            MAP | WINDOW, "map.fit",               NULL,          FALSE },
  { GDK_KEY_KP_0,        0,            MAP | WINDOW, "map.fit",               NULL,          TRUE },
  { GDK_KEY_z,           0,            MAP | WINDOW, "map.zoom-to-selection", NULL,          FALSE },
  { GDK_KEY_Escape,      0,            MAP,          "map.let-go",            NULL,          FALSE },
  { GDK_KEY_Left,        CTRL,         MAP,          "map.pan",               "(-1.0, 0.0)", FALSE },
  { GDK_KEY_KP_Left,     CTRL,         MAP,          "map.pan",               "(-1.0, 0.0)", TRUE },
  { GDK_KEY_Right,       CTRL,         MAP,          "map.pan",               "(1.0, 0.0)",  TRUE },
  { GDK_KEY_KP_Right,    CTRL,         MAP,          "map.pan",               "(1.0, 0.0)",  TRUE },
  { GDK_KEY_Up,          CTRL,         MAP,          "map.pan",               "(0.0, -1.0)", TRUE },
  { GDK_KEY_KP_Up,       CTRL,         MAP,          "map.pan",               "(0.0, -1.0)", TRUE },
  { GDK_KEY_Down,        CTRL,         MAP,          "map.pan",               "(0.0, 1.0)",  FALSE },
  { GDK_KEY_KP_Down,     CTRL,         MAP,          "map.pan",               "(0.0, 1.0)",  TRUE },
  { GDK_KEY_Left,        0,            0,            NULL,                    NULL,          FALSE },
  { GDK_KEY_Right,       0,            0,            NULL,                    NULL,          FALSE },
  { GDK_KEY_Up,          0,            0,            NULL,                    NULL,          FALSE },
  { GDK_KEY_Down,        0,            0,            NULL,                    NULL,          FALSE },
  { GDK_KEY_Return,      0,            PLACES,       "target.choose",         NULL,          FALSE },
  { GDK_KEY_KP_Enter,    0,            PLACES,       "target.choose",         NULL,          TRUE },
  { GDK_KEY_ISO_Enter,   0,            PLACES,       "target.choose",         NULL,          TRUE },
  { GDK_KEY_space,       0,            PLACES,       "target.choose",         NULL,          TRUE },
  { GDK_KEY_KP_Space,    0,            PLACES,       "target.choose",         NULL,          TRUE },
  { GDK_KEY_1,           0,            WINDOW,       "map-page.layer-name",   "'skin'",      FALSE },
  { GDK_KEY_2,           0,            WINDOW,       "map-page.layer-name",   "'surface'",   FALSE },
  { GDK_KEY_3,           0,            WINDOW,       "map-page.layer-name",   "'deep'",      FALSE },
  { GDK_KEY_h,           0,            WINDOW,       "map-page.tool",         "0",           FALSE },
  { GDK_KEY_b,           0,            WINDOW,       "map-page.tool",         "1",           FALSE },
  { GDK_KEY_e,           0,            WINDOW,       "map-page.tool",         "2",           FALSE },
  { GDK_KEY_bracketleft, 0,            WINDOW,       "map-page.resize-brush", "-1",          FALSE },
  { GDK_KEY_bracketright, 0,           WINDOW,       "map-page.resize-brush", "1",           FALSE },
  { GDK_KEY_z,           CTRL,         WINDOW,       "map-page.undo",         NULL,          FALSE },
  { GDK_KEY_z,           CTRL | SHIFT, WINDOW,       "map-page.redo",         NULL,          FALSE },
  { GDK_KEY_y,           CTRL,         WINDOW,       "map-page.redo",         NULL,          TRUE },
};

const MyoMapKey *
myo_map_keys_list (guint *n)
{
  *n = G_N_ELEMENTS (keys);
  return keys;
}

/* Returns: (transfer full) (nullable): never floating */
static GVariant *
parse_parameter (const MyoMapKey *key)
{
  g_autoptr(GError) error = NULL;
  GVariant *parameter = key->parameter != NULL ? g_variant_parse (NULL, key->parameter, NULL, NULL, &error) : NULL;

  g_assert_no_error (error);
  return parameter;
}

void
myo_map_keys_bind (GtkWidgetClass *klass,
                   MyoMapKeyScope  scope)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr(GVariant) parameter = parse_parameter (&keys[i]);
      GtkShortcut *shortcut;

      if ((keys[i].scope & scope) == 0)
        continue;
      shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, keys[i].modifiers), gtk_named_action_new (keys[i].action));
      gtk_shortcut_set_arguments (shortcut, parameter);
      gtk_widget_class_add_shortcut (klass, shortcut);
      g_object_unref (shortcut);
    }
}

void
myo_map_keys_bind_callback (GtkWidgetClass  *klass,
                            MyoMapKeyScope   scope,
                            GtkShortcutFunc  press)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if ((keys[i].scope & scope) != 0)
      gtk_widget_class_add_binding (klass, keys[i].key, keys[i].modifiers, press, "u", i);
}

gboolean
myo_map_keys_press (GVariant  *key,
                    GtkWidget *map)
{
  const MyoMapKey *pressed = &keys[g_variant_get_uint32 (key)];
  g_autoptr(GVariant) parameter = parse_parameter (pressed);

  gtk_widget_activate_action_variant (map, pressed->action, parameter);
  return TRUE;
}
