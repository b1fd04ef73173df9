/* The small widgets: what they show, what a press of them says, that they go when their window goes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-hold-ring.h"
#include "myo-pain-scale.h"
#include "myo-pain-tools.h"
#include "widget-kit.h"

/* --- Pain scale --- */

static MyoPainScale *
show_scale (gboolean after)
{
  return ui_show (g_object_new (MYO_TYPE_PAIN_SCALE, "after", after, NULL), 600, 100);
}

static GtkToggleButton *
get_step (MyoPainScale *scale,
          guint         value)
{
  return ui_find_type (scale, GTK_TYPE_TOGGLE_BUTTON, value);
}

static void
test_scale_press (void)
{
  MyoPainScale *scale = show_scale (FALSE);
  UiHeard heard;

  ui_listen (scale, "notify::value", &heard);
  g_assert_cmpint (myo_pain_scale_get_value (scale), ==, -1);
  for (int value = 0; value <= 10; value++)
    {
      ui_click (get_step (scale, (guint) value));
      g_assert_cmpint (myo_pain_scale_get_value (scale), ==, value);
      for (int other = 0; other <= 10; other++)
        g_assert_cmpint (gtk_toggle_button_get_active (get_step (scale, (guint) other)), ==, value == other);
    }
  g_assert_cmpuint (heard.n, ==, 11);

  /* A second press takes the answer back. */
  ui_click (get_step (scale, 10));
  g_assert_cmpint (myo_pain_scale_get_value (scale), ==, -1);
  g_assert_cmpuint (heard.n, ==, 12);
  myo_pain_scale_set_value (scale, -1);
  g_assert_cmpuint (heard.n, ==, 12);
  g_free (heard.text);
  ui_close (scale);
}

static void
test_scale_keys (void)
{
  MyoPainScale *scale = show_scale (FALSE);

  for (int value = 0; value <= 9; value++)
    {
      g_assert_true (ui_press (scale, GDK_KEY_0 + (guint) value, 0));
      g_assert_cmpint (myo_pain_scale_get_value (scale), ==, value);
      g_assert_true (gtk_widget_is_focus (GTK_WIDGET (get_step (scale, (guint) value))));
      myo_pain_scale_set_value (scale, 10);
      g_assert_true (ui_press (get_step (scale, 3), GDK_KEY_KP_0 + (guint) value, 0));
      g_assert_cmpint (myo_pain_scale_get_value (scale), ==, value);
    }
  g_assert_false (ui_press (scale, GDK_KEY_a, 0));
  g_assert_false (ui_press (scale, GDK_KEY_5, GDK_CONTROL_MASK));
  ui_close (scale);
}

static void
test_scale_accessible (void)
{
  MyoPainScale *before = show_scale (FALSE), *after = show_scale (TRUE);
  g_autofree char *pressed = NULL;

  ui_assert_role (before, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
  ui_assert_named (before);
  ui_assert_name (get_step (before, 0), "Pain before: 0 of 10");
  ui_assert_name (get_step (after, 10), "Pain after: 10 of 10");
  ui_click (get_step (after, 10));
  pressed = ui_dup_state (get_step (after, 10), GTK_ACCESSIBLE_STATE_PRESSED);
  g_assert_cmpstr (pressed, ==, "true");
  ui_close (before);
  ui_close (after);
}

static void
test_scale_large_text (void)
{
  MyoPainScale *scale;

  ui_set_text_scale (2);
  scale = show_scale (FALSE);
  ui_assert_fits (scale, 560);
  ui_close (scale);
}

int
main (int   argc,
      char *argv[])
{
  ui_init (&argc, &argv);
  g_test_add_func ("/pain-scale/press", test_scale_press);
  g_test_add_func ("/pain-scale/keys", test_scale_keys);
  g_test_add_func ("/pain-scale/accessible", test_scale_accessible);
  g_test_add_func ("/pain-scale/large-text", test_scale_large_text);
  return g_test_run ();
}
