/* The window with all that is in it: real records in a folder of their own, the real atlas and drawings.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-pain-file.h"
#include "window-kit.h"

/* --- Pages and actions --- */

static void
test_pages (Desk          *d,
            gconstpointer  unused)
{
  ui_wait_until (myo_body_map_is_crisp (myo_window_get_map (d->window)));
  ui_assert_reads (d->window, "Where does it hurt?");
  ui_assert_named (d->window);
  show_page (d, "history");
  ui_wait_until (ui_reads (d->window, EMPTY_HISTORY));
  ui_assert_reads_not (d->window, "Where does it hurt?");
  ui_assert_named (d->window);
  show_page (d, "map");
  ui_assert_reads (d->window, "Where does it hurt?");
}

/* From the history, where there is nothing to search yet, the muscles are meant. */
static void
test_search (Desk          *d,
             gconstpointer  unused)
{
  show_page (d, "history");
  choose_muscle (d, "Infraspinatus");
  ui_action (d->window, "win.back", NULL);
  ui_wait_until (!ui_reads (d->window, "Trigger points and how to find them"));
}

static void
test_map_keys (Desk          *d,
               gconstpointer  unused)
{
  static const struct { guint key; MyoLayer layer; } layers[] = {
    { GDK_KEY_1, MYO_LAYER_SKIN }, { GDK_KEY_2, MYO_LAYER_SURFACE }, { GDK_KEY_3, MYO_LAYER_DEEP },
  };
  MyoBodyMap *map = myo_window_get_map (d->window);
  double zoom = myo_body_map_get_zoom (map);

  for (guint i = 0; i < G_N_ELEMENTS (layers); i++)
    {
      g_assert_true (ui_press (d->window, layers[i].key, 0));
      g_assert_cmpint (myo_body_map_get_layer (map), ==, layers[i].layer);
    }
  g_assert_true (ui_press (d->window, GDK_KEY_plus, 0));
  ui_wait_until (myo_body_map_get_zoom (map) > zoom);
  g_assert_true (ui_press (d->window, GDK_KEY_0, 0));
  ui_wait_until (myo_body_map_get_zoom (map) == zoom);
}

static void
test_tool_keys (Desk          *d,
                gconstpointer  unused)
{
  static const struct { guint key; const char *button; } tools[] = {
    { GDK_KEY_b, "Brush" }, { GDK_KEY_e, "Eraser" }, { GDK_KEY_h, "Look and move" },
  };

  ui_action (d->window, "win.paint", NULL);
  ui_wait_until (gtk_toggle_button_get_active (ui_find_button (d->window, "Brush")));
  for (guint i = 0; i < G_N_ELEMENTS (tools); i++)
    {
      g_assert_true (ui_press (d->window, tools[i].key, 0));
      g_assert_true (gtk_toggle_button_get_active (ui_find_button (d->window, tools[i].button)));
    }
}

static void
test_windows (Desk          *d,
              gconstpointer  unused)
{
  GtkWidget *other;

  ui_action (d->window, "win.preferences", NULL);
  other = ui_wait_for_window ("Time to get ready");
  g_assert_true (gtk_window_get_transient_for (GTK_WINDOW (other)) == GTK_WINDOW (d->window));
  ui_close (other);
}

/* Again and again, with the focus moved through it, without a warning. */
static void
test_shortcuts (Desk          *d,
                gconstpointer  unused)
{
  for (int i = 0; i < 3; i++)
    {
      GtkWidget *shortcuts;

      ui_action (d->window, "win.show-help-overlay", NULL);
      shortcuts = ui_wait_for_window ("Zoom to what is selected");
      ui_draw (shortcuts);
      for (int k = 0; k < 5; k++)
        gtk_widget_child_focus (shortcuts, GTK_DIR_TAB_FORWARD);
      ui_follow_all (shortcuts);
      if (i == 0)
        gtk_window_close (GTK_WINDOW (shortcuts));
      else
        g_assert_true (ui_press (shortcuts, GDK_KEY_Escape, 0));
      ui_wait_for_no_window ("Zoom to what is selected");
      ui_assert_freed ();
    }
}

/* A passing fault is said in a toast; a lasting one stands in the history as well. */
static void
test_reports (Desk          *d,
              gconstpointer  unused)
{
  g_autoptr(GError) passing = g_error_new_literal (MYO_ERROR, MYO_ERROR_PAIN_DRAWING, "neck.xml:3: <b> & so on");
  g_autoptr(GError) lasting = g_error_new_literal (MYO_ERROR, MYO_ERROR_STORE_FULL, "no room");

  myo_window_report (d->window, passing);
  ui_wait_until (ui_reads (d->window, "draw it anew. (neck.xml:3: <b> & so on)"));
  show_page (d, "history");
  ui_assert_reads_not (d->window, "The disk is full");
  myo_window_report (d->window, lasting);
  ui_wait_until (ui_reads (d->window, "The disk is full"));
}

/* What the next start begins with. */
static void
test_layout_is_kept (Desk          *d,
                     gconstpointer  unused)
{
  ui_wait_until (myo_body_map_is_crisp (myo_window_get_map (d->window)));
  ui_press (d->window, GDK_KEY_3, 0);
  close_window (d);
  g_assert_cmpint (g_settings_get_int (d->settings, "window-width"), ==, 900);
  g_assert_cmpint (g_settings_get_int (d->settings, "window-height"), ==, 700);
  g_assert_cmpfloat (g_settings_get_double (d->settings, "last-scale"), >, 0);
  open_window (d);
  g_assert_cmpint (myo_body_map_get_layer (myo_window_get_map (d->window)), ==, MYO_LAYER_DEEP);
}

/* --- Pain drawing --- */

static void
save_drawing (Desk *d)
{
  g_autoptr(MyoPainDrawing) drawing = myo_pain_drawing_new ();
  g_autofree char *text = NULL;
  MyoStroke *stroke = myo_stroke_new (MYO_STROKE_BRUSH, MYO_VIEW_FRONT, MYO_SIDE_MIDDLE, 6, MYO_QUALITY_ACHE);

  myo_stroke_add_dab (stroke, 300, 400, 22);
  myo_pain_drawing_add (drawing, stroke);
  text = myo_pain_file_format (drawing);
  kit_must_open (&d->kit);
  kit_save_draft (&d->kit, text, NULL);
  kit_close (&d->kit);
}

static char *
load_draft (Desk *d)
{
  kit_must_open (&d->kit);
  return kit_load_draft (&d->kit, NULL);
}

/* The drawing of last time is there again; put away, it can be had back; what is there at the end is there at the next start. */
static void
test_draft (Desk          *d,
            gconstpointer  unused)
{
  g_autofree char *draft = NULL;

  save_drawing (d);
  open_window (d);
  ui_wait_until (ui_reads (d->window, "The pain drawing of last time is still there"));
  ui_click (ui_find_button (d->window, "New drawing"));
  ui_wait_until (ui_reads (d->window, "The drawing was put away"));
  ui_click (gtk_widget_get_ancestor (ui_find_label (d->window, "Undo"), GTK_TYPE_BUTTON));
  close_window (d);
  kit_close (&d->kit);
  draft = load_draft (d);
  g_assert_nonnull (draft);
}

static void
test_draft_put_away (Desk          *d,
                     gconstpointer  unused)
{
  g_autofree char *draft = NULL;

  save_drawing (d);
  open_window (d);
  ui_wait_until (ui_reads (d->window, "The pain drawing of last time is still there"));
  g_assert_true (ui_press (d->window, GDK_KEY_n, GDK_CONTROL_MASK));
  close_window (d);
  kit_close (&d->kit);
  draft = load_draft (d);
  g_assert_null (draft);
}

/* --- Records that cannot be used --- */

static void
damage (Desk *d)
{
  g_autofree char *folder = g_path_get_dirname (d->kit.records);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (d->kit.records, "this is no database, but it is long enough to be one", -1, NULL));
}

static void
test_damaged_anew (Desk          *d,
                   gconstpointer  unused)
{
  damage (d);
  open_window (d);
  answer ("Your records were damaged", "Start anew");
  wait_for_records (d);
  show_page (d, "history");
  ui_wait_until (ui_reads (d->window, EMPTY_HISTORY));
  g_assert_cmpuint (kit_count_files (d->kit.folder, "records", ""), >=, 2);
}

static void
test_damaged_restored (Desk          *d,
                       gconstpointer  unused)
{
  kit_make_records (&d->kit, 2);
  damage (d);
  open_window (d);
  answer ("Your records were damaged", "Bring back the backup");
  wait_for_records (d);
  show_page (d, "history");
  ui_wait_until (ui_reads (d->window, "Infraspinatus"));
}

static guint
count_mapped (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      n += gtk_widget_get_mapped (window);
    }
  return n;
}

/* A question takes its size from its window, and would change it under the hand if it came before that has one. */
static void
test_damaged_before_the_window_shows (Desk          *d,
                                      gconstpointer  unused)
{
  damage (d);
  kit_new_store (&d->kit);
  d->window = myo_window_new (application, d->settings);
  myo_window_set_models (d->window, ui_get_atlas (), ui_get_drawings (), d->kit.store);
  ui_wait_until (myo_records_get_damaged_file (d->kit.store) != NULL);
  while (g_main_context_iteration (NULL, FALSE));
  g_assert_cmpuint (count_mapped (), ==, 0);

  ui_present (d->window, 900, 700);
  answer ("Your records were damaged", "Start anew");
  wait_for_records (d);
}

/* What was left open is offered as long as it is. */
static void
test_damaged_undecided (Desk          *d,
                        gconstpointer  unused)
{
  kit_make_records (&d->kit, 2);
  damage (d);
  open_window (d);
  answer ("Your records were damaged", "Not now");
  show_page (d, "history");
  ui_wait_until (ui_reads (d->window, "until you decide"));
  g_assert_false (ui_reads (d->window, EMPTY_HISTORY));
  ui_click (ui_find_button (d->window, "Decide…"));
  answer ("Your records were damaged", "Bring back the backup");
  ui_wait_until (ui_reads (d->window, "Infraspinatus"));
  g_assert_false (ui_reads (d->window, "until you decide"));
}

/* Where SQLite keeps the version of what is in a file. */
#define VERSION_AT 60

static void
test_newer (Desk          *d,
            gconstpointer  unused)
{
  g_autofree char *contents = NULL;
  gsize length;

  kit_make_records (&d->kit, 1);
  g_assert_true (g_file_get_contents (d->kit.records, &contents, &length, NULL));
  contents[VERSION_AT] = 1;
  g_assert_true (g_file_set_contents (d->kit.records, contents, (gssize) length, NULL));
  open_window (d);
  ui_wait_until (ui_reads (d->window, "install the newer version"));
  show_page (d, "history");
  ui_assert_reads (d->window, "install the newer version");
  g_assert_false (myo_records_get_writable (d->kit.store));
}

#define ADD(name, test) g_test_add ("/window/" name, Desk, NULL, set_up, test, tear_down)
#define ADD_CLOSED(name, test) g_test_add ("/window/" name, Desk, NULL, set_up_closed, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  window_init (&argc, &argv);
  ADD ("pages", test_pages);
  ADD ("search", test_search);
  ADD ("map-keys", test_map_keys);
  ADD ("tool-keys", test_tool_keys);
  ADD ("windows", test_windows);
  ADD ("shortcuts", test_shortcuts);
  ADD ("reports", test_reports);
  ADD ("layout-is-kept", test_layout_is_kept);
  ADD_CLOSED ("draft", test_draft);
  ADD_CLOSED ("draft-put-away", test_draft_put_away);
  ADD_CLOSED ("damaged-anew", test_damaged_anew);
  ADD_CLOSED ("damaged-restored", test_damaged_restored);
  ADD_CLOSED ("damaged-undecided", test_damaged_undecided);
  ADD_CLOSED ("damaged-unseen", test_damaged_before_the_window_shows);
  ADD_CLOSED ("newer", test_newer);
  return g_test_run ();
}
