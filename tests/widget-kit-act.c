/* The second half of the kit: accessibility, what a person does, what a signal says.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "widget-kit.h"

/* --- Accessibility --- */

/* The check tells the true value as text if it is not what was asked for, and nothing is this. */
#define NOT_A_TEXT "\001"

char *
ui_dup_property (gpointer              widget,
                 GtkAccessibleProperty property)
{
  if (!gtk_test_accessible_has_property (widget, property))
    return NULL;
  switch (property)
    {
    case GTK_ACCESSIBLE_PROPERTY_VALUE_MAX:
    case GTK_ACCESSIBLE_PROPERTY_VALUE_MIN:
    case GTK_ACCESSIBLE_PROPERTY_VALUE_NOW:
      return gtk_test_accessible_check_property (widget, property, -1e300);
    default:
      return gtk_test_accessible_check_property (widget, property, NOT_A_TEXT);
    }
}

/* FALSE is a value of every state, be it a truth or one of three. */
char *
ui_dup_state (gpointer           widget,
              GtkAccessibleState state)
{
  g_autofree char *other = NULL;

  if (!gtk_test_accessible_has_state (widget, state))
    return NULL;
  other = gtk_test_accessible_check_state (widget, state, FALSE);
  return other == NULL ? g_strdup ("false") : g_steal_pointer (&other);
}

static gboolean
is_filled_label (GtkWidget     *widget,
                 gconstpointer  unused)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_visible (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0';
}

static gboolean
labels (GtkWidget     *widget,
        gconstpointer  other)
{
  g_autofree char *fault = NULL;

  if (!GTK_IS_LABEL (widget))
    return FALSE;
  fault = gtk_test_accessible_check_relation ((gpointer) other, GTK_ACCESSIBLE_RELATION_LABELLED_BY, widget, NULL);
  return fault == NULL;
}

static GtkWidget *
find_labeller (gpointer widget)
{
  if (gtk_test_accessible_has_relation (widget, GTK_ACCESSIBLE_RELATION_LABELLED_BY))
    return ui_find (gtk_widget_get_root (widget), labels, widget);
  return ui_find (widget, is_filled_label, NULL);
}

char *
ui_dup_name (gpointer widget)
{
  g_autofree char *own = ui_dup_property (widget, GTK_ACCESSIBLE_PROPERTY_LABEL);
  GtkWidget *label = find_labeller (widget);

  if (own != NULL && *own != '\0')
    return g_steal_pointer (&own);
  return g_strdup (label != NULL ? gtk_label_get_text (GTK_LABEL (label)) : gtk_widget_get_tooltip_text (widget));
}

void
ui_assert_role (gpointer          widget,
                GtkAccessibleRole role)
{
  gtk_test_accessible_assert_role (widget, role);
}

void
ui_assert_name (gpointer    widget,
                const char *name)
{
  g_autofree char *own = ui_dup_name (widget);

  g_assert_cmpstr (own, ==, name);
}

/* What one can do something with. */
static gboolean
lacks_name (GtkWidget     *widget,
            gconstpointer  unused)
{
  g_autofree char *name = NULL;

  if (!ui_sees (widget) || !gtk_widget_get_focusable (widget) || !gtk_widget_get_can_focus (widget)
      || !(GTK_IS_BUTTON (widget) || GTK_IS_LIST_BOX_ROW (widget) || GTK_IS_EDITABLE (widget) || GTK_IS_SWITCH (widget)
           || GTK_IS_RANGE (widget) || GTK_IS_MENU_BUTTON (widget) || GTK_IS_TEXT_VIEW (widget) || GTK_IS_DROP_DOWN (widget)))
    return FALSE;
  /* What is typed into is part of the entry that has the name, and likewise in a menu button. */
  if (GTK_IS_EDITABLE (gtk_widget_get_parent (widget)) || GTK_IS_MENU_BUTTON (gtk_widget_get_parent (widget)))
    widget = gtk_widget_get_parent (widget);
  name = ui_dup_name (widget);
  return name == NULL || *name == '\0';
}

void
ui_assert_named (gpointer root)
{
  GtkWidget *nameless = ui_find (root, lacks_name, NULL);

  if (nameless != NULL)
    g_error ("a %s (%s) has no name", G_OBJECT_TYPE_NAME (nameless), gtk_buildable_get_buildable_id (GTK_BUILDABLE (nameless)));
}

/* --- Doing --- */

void
ui_unfocus (gpointer widget)
{
  gtk_window_set_focus (GTK_WINDOW (gtk_widget_get_root (widget)), NULL);
}

/* A button's own activation waits to be seen pressed; "clicked" is what comes of it.  What it hides must not have the focus. */
void
ui_click (gpointer widget)
{
  g_assert_true (ui_sees (widget));
  g_assert_true (gtk_widget_is_sensitive (widget));
  ui_unfocus (widget);
  if (GTK_IS_BUTTON (widget))
    g_signal_emit_by_name (widget, "clicked");
  else
    g_assert_true (gtk_widget_activate (widget));
}

void
ui_action (gpointer    widget,
           const char *name,
           GVariant   *target)
{
  if (!gtk_widget_activate_action_variant (widget, name, target))
    g_error ("%s knows no action %s", G_OBJECT_TYPE_NAME (widget), name);
}

static gboolean
triggers (GtkShortcutTrigger *trigger,
          guint               key,
          GdkModifierType     modifiers)
{
  if (GTK_IS_ALTERNATIVE_TRIGGER (trigger))
    return triggers (gtk_alternative_trigger_get_first (GTK_ALTERNATIVE_TRIGGER (trigger)), key, modifiers)
           || triggers (gtk_alternative_trigger_get_second (GTK_ALTERNATIVE_TRIGGER (trigger)), key, modifiers);
  return GTK_IS_KEYVAL_TRIGGER (trigger) && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key
         && gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == modifiers;
}

static gboolean
press_shortcuts (GtkWidget       *widget,
                 GListModel      *shortcuts,
                 guint            key,
                 GdkModifierType  modifiers)
{
  for (guint i = 0; i < g_list_model_get_n_items (shortcuts); i++)
    {
      g_autoptr(GtkShortcut) shortcut = g_list_model_get_item (shortcuts, i);

      if (triggers (gtk_shortcut_get_trigger (shortcut), key, modifiers)
          && gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), GTK_SHORTCUT_ACTION_EXCLUSIVE, widget,
                                           gtk_shortcut_get_arguments (shortcut)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
press_at (GtkWidget       *widget,
          guint            key,
          GdkModifierType  modifiers)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean taken = FALSE;

      if (GTK_IS_SHORTCUT_CONTROLLER (controller))
        taken = press_shortcuts (widget, G_LIST_MODEL (controller), key, modifiers);
      else if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, modifiers, &taken);
      if (taken)
        return TRUE;
    }
  return FALSE;
}

gboolean
ui_press (gpointer        widget,
          guint           key,
          GdkModifierType modifiers)
{
  g_autoptr(GPtrArray) way = g_ptr_array_new_with_free_func (g_object_unref);

  /* A key may be the end of what it is pressed in, which GTK keeps until all have heard of it. */
  for (GtkWidget *at = widget; at != NULL; at = gtk_widget_get_parent (at))
    g_ptr_array_add (way, g_object_ref (at));
  for (guint i = 0; i < way->len; i++)
    if (gtk_widget_is_sensitive (way->pdata[i]) && press_at (way->pdata[i], key, modifiers))
      return TRUE;
  return FALSE;
}

void
ui_type (gpointer    widget,
         const char *text)
{
  g_assert_true (ui_sees (widget));
  g_assert_true (gtk_widget_is_sensitive (widget));
  if (GTK_IS_TEXT_VIEW (widget))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (widget), text, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (widget), text);
}

gpointer
ui_get_controller (gpointer widget,
                   GType    type,
                   guint    nth)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type) && nth-- == 0)
        return controller;
    }
  g_error ("%s has no such %s", G_OBJECT_TYPE_NAME (widget), g_type_name (type));
}

/* --- Signals --- */

static char *
value_to_text (const GValue *value)
{
  g_auto(GValue) text = G_VALUE_INIT;

  if (G_VALUE_HOLDS_STRING (value))
    return g_value_dup_string (value);
  if (G_VALUE_HOLDS_ENUM (value))
    return g_strdup_printf ("%d", g_value_get_enum (value));
  g_value_init (&text, G_TYPE_STRING);
  return g_value_transform (value, &text) ? g_value_dup_string (&text) : NULL;
}

static void
hear (GClosure     *closure,
      GValue       *result,
      guint         n_values,
      const GValue *values,
      gpointer      hint,
      gpointer      unused)
{
  UiHeard *heard = closure->data;

  heard->n++;
  g_free (heard->text);
  heard->text = n_values > 1 ? value_to_text (&values[1]) : NULL;
}

void
ui_listen (gpointer    object,
           const char *signal,
           UiHeard    *heard)
{
  GClosure *closure = g_closure_new_simple (sizeof (GClosure), heard);

  *heard = (UiHeard) { 0 };
  g_closure_set_marshal (closure, hear);
  g_signal_connect_closure (object, signal, closure, FALSE);
}

void
ui_assert_heard (UiHeard    *heard,
                 guint       n,
                 const char *text)
{
  g_autofree char *last = g_steal_pointer (&heard->text);

  g_assert_cmpuint (heard->n, ==, n);
  g_assert_cmpstr (last, ==, text);
  heard->n = 0;
}
