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

/* --- Hold ring --- */

static MyoHoldRing *
show_ring (void)
{
  return ui_show (myo_hold_ring_new (), 240, 240);
}

/* How much of the ring is in its colour: what the style does not paint. */
static guint
count_inked (gpointer ring)
{
  g_autofree guint32 *pixels = NULL;
  int width, height;
  guint n = 0;

  pixels = ui_paint (ring, &width, &height);
  for (int i = 0; i < width * height; i++)
    n += pixels[i] >> 24 > 160;
  return n;
}

static void
test_ring_seconds (void)
{
  static const struct { gint64 left_ms, total_ms; const char *reads, *spoken; } cases[] = {
    { 30000, 30000, "30", "30 seconds" }, { 29999, 30000, "30", "30 seconds" }, { 29000, 30000, "29", "29 seconds" },
    { 1, 30000, "1", "1 second" },        { 0, 30000, "0", "0 seconds" },       { 99000, 600000, "99", "99 seconds" },
    { 99001, 600000, "1:40", "100 seconds" }, { 600000, 600000, "10:00", "600 seconds" },
  };
  MyoHoldRing *ring = show_ring ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *spoken = NULL;

      myo_hold_ring_set_time (ring, cases[i].left_ms, cases[i].total_ms, 0, 0);
      g_assert_nonnull (ui_find_label (ring, cases[i].reads));
      spoken = ui_dup_property (ring, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT);
      g_assert_cmpstr (spoken, ==, cases[i].spoken);
    }
  myo_hold_ring_set_time (ring, 0, 0, 0, 0);
  ui_assert_reads_not (ring, "0");
  ui_close (ring);
}

static void
test_ring_accessible (void)
{
  MyoHoldRing *ring = show_ring ();

  ui_assert_role (ring, GTK_ACCESSIBLE_ROLE_PROGRESS_BAR);
  ui_assert_name (ring, "Time left");
  myo_hold_ring_set_time (ring, 12000, 20000, 0, 0);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (ring), GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, 12.0);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (ring), GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (ring), GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, 20.0);
  ui_close (ring);
}

static void
test_ring_runs_down (void)
{
  MyoHoldRing *ring = show_ring ();
  guint last = G_MAXUINT;

  myo_hold_ring_set_mode (ring, MYO_RING_HOLD, "Hold", FALSE);
  g_assert_nonnull (ui_find_label (ring, "Hold"));
  for (gint64 left = 20000; left >= 0; left -= 5000)
    {
      guint inked;

      myo_hold_ring_set_time (ring, left, 20000, 0, 0);
      inked = count_inked (ring);
      g_assert_cmpuint (inked, <, last);
      last = inked;
    }
  ui_close (ring);
}

/* Modes are told apart by form, a pause by its paleness; the thin ring outside is the whole session. */
static void
test_ring_modes (void)
{
  MyoHoldRing *ring = show_ring ();
  guint hold, ready, rest, paused;

  myo_hold_ring_set_time (ring, 20000, 20000, 0, 0);
  myo_hold_ring_set_mode (ring, MYO_RING_HOLD, "", FALSE);
  hold = count_inked (ring);
  myo_hold_ring_set_mode (ring, MYO_RING_READY, "", FALSE);
  ready = count_inked (ring);
  myo_hold_ring_set_mode (ring, MYO_RING_REST, "", FALSE);
  rest = count_inked (ring);
  g_assert_cmpuint (hold, >, ready + 500);
  g_assert_cmpuint (ready, >, rest + 500);

  myo_hold_ring_set_mode (ring, MYO_RING_HOLD, "", TRUE);
  paused = count_inked (ring);
  g_assert_cmpuint (paused, <, rest);
  myo_hold_ring_set_time (ring, 20000, 20000, 50000, 100000);
  g_assert_cmpuint (count_inked (ring), >, paused + 100);
  ui_close (ring);
}

static void
test_ring_flash (void)
{
  MyoHoldRing *ring = show_ring ();
  guint before, lit;

  myo_hold_ring_set_time (ring, 5000, 20000, 0, 0);
  myo_hold_ring_set_mode (ring, MYO_RING_HOLD, "", FALSE);
  before = count_inked (ring);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  myo_hold_ring_flash (ring);
  lit = count_inked (ring);
  g_assert_cmpuint (lit, >, before);
  /* It goes while it is lit. */
  ui_close (ring);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

/* Where animations are off nothing fades, but the flash is seen as long. */
static void
test_ring_flash_without_animations (void)
{
  MyoHoldRing *ring = show_ring ();
  gint64 began;
  guint before;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  myo_hold_ring_set_time (ring, 5000, 20000, 0, 0);
  myo_hold_ring_set_mode (ring, MYO_RING_HOLD, "", FALSE);
  before = count_inked (ring);
  began = g_get_monotonic_time ();
  myo_hold_ring_flash (ring);
  myo_hold_ring_flash (ring);
  g_assert_cmpuint (count_inked (ring), >, before);
  ui_wait_until (count_inked (ring) == before);
  g_assert_cmpint (g_get_monotonic_time () - began, >=, G_TIME_SPAN_SECOND / 2);
  /* It goes while it is lit. */
  myo_hold_ring_flash (ring);
  ui_close (ring);
}

/* A long caption is cut, it does not burst the ring; the seconds grow with it. */
static void
test_ring_bounds (void)
{
  MyoHoldRing *ring = show_ring ();
  int small, large;

  myo_hold_ring_set_time (ring, 20000, 20000, 100, 100);
  myo_hold_ring_set_mode (ring, MYO_RING_REST, "A caption that is far too long for any ring, however large it may be drawn", FALSE);
  ui_assert_fits (ring, 150);
  ui_draw (ring);
  small = gtk_widget_get_height (ui_find_label (ring, "20"));
  g_assert_cmpint (gtk_widget_get_width (gtk_widget_get_last_child (GTK_WIDGET (ring))), <=, 168);
  ui_close (ring);

  ring = ui_show (myo_hold_ring_new (), 700, 500);
  myo_hold_ring_set_time (ring, 20000, 20000, 100, 100);
  ui_draw (ring);
  large = gtk_widget_get_height (ui_find_label (ring, "20"));
  g_assert_cmpint (large, >, small * 3 / 2);
  ui_close (ring);
}

/* --- Pain tools --- */

typedef struct
{
  GtkWidget          *around;
  MyoPainTools       *tools;
  MyoPainTool        *tool;
  GSimpleActionGroup *actions;
  UiHeard             undo;
} Tools;

static void
add_choice (Tools      *t,
            const char *name)
{
  g_autoptr(GSimpleAction) action = g_simple_action_new_stateful (name, G_VARIANT_TYPE_INT32, g_variant_new_int32 (0));

  g_action_map_add_action (G_ACTION_MAP (t->actions), G_ACTION (action));
}

/* The tools in a page that answers to their actions. */
static void
tools_set_up (Tools         *t,
              gconstpointer  unused)
{
  g_autoptr(GSimpleAction) undo = g_simple_action_new ("undo", NULL);

  t->around = adw_bin_new ();
  t->tools = g_object_new (MYO_TYPE_PAIN_TOOLS, NULL);
  t->tool = myo_pain_tool_new ();
  t->actions = g_simple_action_group_new ();
  add_choice (t, "tool");
  add_choice (t, "brush-size");
  add_choice (t, "quality");
  g_action_map_add_action (G_ACTION_MAP (t->actions), G_ACTION (undo));
  ui_listen (undo, "activate", &t->undo);
  gtk_widget_insert_action_group (t->around, "map-page", G_ACTION_GROUP (t->actions));
  myo_pain_tools_set_tool (t->tools, t->tool);
  adw_bin_set_child (ADW_BIN (t->around), GTK_WIDGET (t->tools));
  ui_show (t->around, 900, 200);
}

static void
tools_tear_down (Tools         *t,
                 gconstpointer  unused)
{
  ui_close (t->around);
  ui_follow (t->tool);
  g_object_unref (t->tool);
  ui_assert_freed ();
  g_object_unref (t->actions);
  g_free (t->undo.text);
}

static int
get_choice (Tools      *t,
            const char *name)
{
  g_autoptr(GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (t->actions), name);

  return g_variant_get_int32 (state);
}

static void
test_tools_choices (Tools         *t,
                    gconstpointer  unused)
{
  static const struct { const char *button, *action; int target; } choices[] = {
    { "Brush", "tool", 1 },           { "Eraser", "tool", 2 },         { "Look and move", "tool", 0 },
    { "Wide brush", "brush-size", 2 }, { "Medium brush", "brush-size", 1 }, { "Narrow brush", "brush-size", 0 },
    { "burning", "quality", MYO_QUALITY_BURNING }, { "aching", "quality", MYO_QUALITY_ACHE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      GtkToggleButton *button = ui_find_button (t->tools, choices[i].button);

      ui_click (button);
      g_assert_cmpint (get_choice (t, choices[i].action), ==, choices[i].target);
      g_assert_true (gtk_toggle_button_get_active (button));
    }
}

/* What cannot be done now cannot be pressed. */
static void
test_tools_actions (Tools         *t,
                    gconstpointer  unused)
{
  GSimpleAction *undo = G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (t->actions), "undo"));
  GtkWidget *button = ui_find_button (t->tools, "Undo");

  g_simple_action_set_enabled (undo, FALSE);
  g_assert_false (gtk_widget_is_sensitive (button));
  g_simple_action_set_enabled (undo, TRUE);
  ui_click (button);
  g_assert_cmpuint (t->undo.n, ==, 1);
  g_assert_false (gtk_widget_is_sensitive (ui_find_button (t->tools, "Redo")));
  g_assert_false (gtk_widget_is_sensitive (ui_find_button (t->tools, "Clear the drawing")));
}

static void
test_tools_strength (Tools         *t,
                     gconstpointer  unused)
{
  GtkRange *scale = ui_find_type (t->tools, GTK_TYPE_SCALE, 0);

  g_assert_cmpint ((int) gtk_range_get_value (scale), ==, myo_pain_tool_get_intensity (t->tool));
  for (int strength = 1; strength <= 10; strength++)
    {
      gtk_range_set_value (scale, strength);
      g_assert_cmpint (myo_pain_tool_get_intensity (t->tool), ==, strength);
      myo_pain_tool_set_intensity (t->tool, 11 - strength);
      g_assert_cmpint ((int) gtk_range_get_value (scale), ==, 11 - strength);
    }
  gtk_range_set_value (scale, 0);
  g_assert_cmpint (myo_pain_tool_get_intensity (t->tool), ==, 1);
  gtk_range_set_value (scale, 6.6);
  g_assert_cmpint (myo_pain_tool_get_intensity (t->tool), ==, 7);
  ui_assert_name (scale, "Strength of the pain");
}

static void
test_tools_accessible (Tools         *t,
                       gconstpointer  unused)
{
  ui_assert_role (t->tools, GTK_ACCESSIBLE_ROLE_TOOLBAR);
  ui_assert_name (t->tools, "Paint the pain");
  ui_assert_named (t->tools);
  g_assert_cmpuint (ui_count_type (t->tools, GTK_TYPE_TOGGLE_BUTTON), ==, 3 + MYO_N_BRUSH_SIZES + MYO_N_QUALITIES);
}

/* In a narrow window and with large letters the groups stand below each other. */
static void
test_tools_narrow (Tools         *t,
                   gconstpointer  unused)
{
  ui_assert_fits (t->tools, 420);
  ui_set_text_scale (2);
  ui_draw (t->tools);
  ui_assert_fits (t->tools, 640);
}

/* Each quality is drawn in a pattern of its own. */
static void
test_tools_swatches (Tools         *t,
                     gconstpointer  unused)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < MYO_N_QUALITIES; i++)
    {
      int width, height;
      g_autofree guint32 *pixels = ui_paint (ui_find_type (t->tools, GTK_TYPE_DRAWING_AREA, i), &width, &height);
      guint hash = 5381;

      for (int p = 0; p < width * height; p++)
        hash = hash * 33 + pixels[p];
      g_assert_true (g_hash_table_add (seen, GUINT_TO_POINTER (hash)));
    }
}

#define ADD_TOOLS(name, test) g_test_add ("/pain-tools/" name, Tools, NULL, tools_set_up, test, tools_tear_down)

int
main (int   argc,
      char *argv[])
{
  ui_init (&argc, &argv);
  g_test_add_func ("/pain-scale/press", test_scale_press);
  g_test_add_func ("/pain-scale/keys", test_scale_keys);
  g_test_add_func ("/pain-scale/accessible", test_scale_accessible);
  g_test_add_func ("/pain-scale/large-text", test_scale_large_text);
  g_test_add_func ("/hold-ring/seconds", test_ring_seconds);
  g_test_add_func ("/hold-ring/accessible", test_ring_accessible);
  g_test_add_func ("/hold-ring/runs-down", test_ring_runs_down);
  g_test_add_func ("/hold-ring/modes", test_ring_modes);
  g_test_add_func ("/hold-ring/flash", test_ring_flash);
  g_test_add_func ("/hold-ring/flash/still", test_ring_flash_without_animations);
  g_test_add_func ("/hold-ring/bounds", test_ring_bounds);
  ADD_TOOLS ("choices", test_tools_choices);
  ADD_TOOLS ("actions", test_tools_actions);
  ADD_TOOLS ("strength", test_tools_strength);
  ADD_TOOLS ("accessible", test_tools_accessible);
  ADD_TOOLS ("narrow", test_tools_narrow);
  ADD_TOOLS ("swatches", test_tools_swatches);
  return g_test_run ();
}
