/* The keys of the map: one list, from which the map, its places and the window around it take theirs, and by which the window of
 * shortcuts is checked.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  MYO_MAP_KEYS_OF_PLACES = 1 << 0,   /* while a muscle or region of the map has the focus */
  MYO_MAP_KEYS_OF_MAP    = 1 << 1,   /* while the map or something on it has it */
  MYO_MAP_KEYS_OF_WINDOW = 1 << 2,   /* wherever the focus is, unless what has it uses them itself, as an entry does */
} MyoMapKeyScope;

/** MyoMapKey: what a key does */
typedef struct
{
  guint           key;
  GdkModifierType modifiers;
  MyoMapKeyScope  scope;           /* 0: GTK itself moves the focus by it */
  const char     *action;          /* found from the map: "map." is its own, "map-page." its page's */
  const char     *parameter;       /* as GVariant writes it; NULL: none */
  gboolean        spare;           /* does what another key does, or the same the other way; the window of shortcuts leaves it out */
} MyoMapKey;

/** myo_map_keys_list: Returns: (transfer none) (array length=n): all of them */
const MyoMapKey *myo_map_keys_list  (guint *n);

/** myo_map_keys_bind: for class_init: the keys of @scope activate their actions on the widget that has the class */
void             myo_map_keys_bind  (GtkWidgetClass *klass, MyoMapKeyScope scope);
/** myo_map_keys_bind_callback: the same for a widget that does not find the actions: @press is called with a key, for myo_map_keys_press() */
void             myo_map_keys_bind_callback (GtkWidgetClass *klass, MyoMapKeyScope scope, GtkShortcutFunc press);
/** myo_map_keys_press: does on @map what the key does that a callback was called with.  Returns: %TRUE */
gboolean         myo_map_keys_press (GVariant *key, GtkWidget *map);

G_END_DECLS
