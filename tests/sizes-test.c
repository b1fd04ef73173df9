/* Every page in every size of window and letters: nothing asks for more room than there is, and all that can be pressed can be reached.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "myo-map-target.h"
#include "myo-pain-file.h"
#include "myo-window.h"
#include "size-kit.h"
#include "store-kit.h"
#include "widget-kit.h"

static GtkApplication *application;

typedef struct
{
  Kit        kit;
  GSettings *settings;
  MyoWindow *window;
  guint      n_faults;
} Desk;

/* --- Looking --- */

static const double scales[] = { 1, 1.25, 2 };

/* From a wall to a telephone */
static const int sizes[][2] = {
  { 3840, 2160 }, { 1366, 768 }, { 1024, 768 }, { 800, 600 }, { 360, 600 },
};

/* @anew: whether the size of the letters depends on that of the window, which takes frames to follow */
static void
look_at (Desk       *d,
         gpointer    window,
         const char *page,
         gboolean    anew)
{
  for (guint s = 0; s < G_N_ELEMENTS (scales); s++)
    {
      g_autofree char *what = g_strdup_printf ("%s at %d %%", page, (int) (scales[s] * 100));

      ui_set_text_scale (scales[s]);
      ui_draw (window);
      for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
        {
          size_set (window, sizes[i][0], sizes[i][1]);
          for (int frame = 0; anew && frame < 3; frame++)
            ui_draw (window);
          d->n_faults += size_look (window, what);
        }
    }
  ui_set_text_scale (1);
  size_set (window, 900, 700);
  ui_draw (window);
}

static void
look (Desk       *d,
      const char *page)
{
  look_at (d, d->window, page, FALSE);
}

/* --- Set-up --- */

static void
set_up_closed (Desk          *d,
               gconstpointer  unused)
{
  kit_set_up (&d->kit, NULL);
  d->settings = g_settings_new (APP_ID);
  d->n_faults = 0;
  g_settings_set_boolean (d->settings, "sound", FALSE);
  g_settings_set_int (d->settings, "get-ready-seconds", 0);
}

static void
open_window (Desk *d)
{
  kit_new_store (&d->kit);
  d->window = myo_window_new (application, d->settings);
  myo_window_set_models (d->window, ui_get_atlas (), ui_get_drawings (), d->kit.store);
  size_wrap (GTK_WINDOW (d->window));
  ui_present (d->window, 900, 700);
  ui_wait_until (myo_records_get_writable (d->kit.store));
}

static void
set_up (Desk          *d,
        gconstpointer  unused)
{
  set_up_closed (d, NULL);
  open_window (d);
}

static void
tear_down (Desk          *d,
           gconstpointer  unused)
{
  ui_follow_all (d->window);
  gtk_window_close (GTK_WINDOW (d->window));
  ui_assert_freed ();
  kit_close (&d->kit);
  kit_tear_down (&d->kit, NULL);
  g_object_unref (d->settings);
  if (d->n_faults > 0)
    g_test_fail_printf ("%u faults", d->n_faults);
}

/* --- What a person does --- */

/* What it covers is looked at elsewhere. */
static void
close_toast (Desk       *d,
             const char *words)
{
  GtkWidget *overlay, *button;

  ui_wait_until (ui_reads (d->window, words));
  overlay = gtk_widget_get_ancestor (ui_find_label (d->window, words), ADW_TYPE_TOAST_OVERLAY);
  button = gtk_widget_get_last_child (overlay);
  ui_click (ui_find_type (button, GTK_TYPE_BUTTON, ui_count_type (button, GTK_TYPE_BUTTON) - 1));
  ui_wait_until (!ui_reads (overlay, words));
}

static void
press (Desk       *d,
       const char *button)
{
  ui_click (ui_find_button (d->window, button));
}

static void
search (Desk       *d,
        const char *words)
{
  ui_action (d->window, "win.search", NULL);
  ui_type (gtk_widget_get_parent (gtk_window_get_focus (GTK_WINDOW (d->window))), words);
}

static void
choose_muscle (Desk       *d,
               const char *name)
{
  search (d, name);
  ui_wait_until (ui_find_label (d->window, name) != NULL);
  g_signal_emit_by_name (ui_find_id (d->window, "search_entry"), "activate");
  ui_wait_until (ui_reads (d->window, "Trigger points and how to find them"));
}

static gboolean
is_target (GtkWidget     *widget,
           gconstpointer  id)
{
  return MYO_IS_MAP_TARGET (widget) && g_str_equal (myo_map_target_get_id (MYO_MAP_TARGET (widget)), id);
}

/* In the middle of what the keyboard would reach */
static void
click_on_map (Desk       *d,
              const char *id)
{
  MyoBodyMap *map = myo_window_get_map (d->window);
  graphene_rect_t bounds;
  GtkWidget *target;

  ui_wait_until (ui_find (map, is_target, id) != NULL);
  ui_draw (map);
  target = ui_find (map, is_target, id);
  g_assert_true (gtk_widget_compute_bounds (target, GTK_WIDGET (map), &bounds));
  g_signal_emit_by_name (ui_get_controller (map, GTK_TYPE_GESTURE_CLICK, 0), "released", 1,
                         (double) (bounds.origin.x + bounds.size.width / 2), (double) (bounds.origin.y + bounds.size.height / 2));
}

static char *
draw_shoulder (void)
{
  g_autoptr(MyoPainDrawing) drawing = myo_pain_drawing_new ();
  MyoStroke *stroke = myo_stroke_new (MYO_STROKE_BRUSH, MYO_VIEW_FRONT, MYO_SIDE_MIDDLE, 6, MYO_QUALITY_ACHE);

  for (int y = 340; y <= 420; y += 10)
    myo_stroke_add_dab (stroke, 200, y, 22);
  myo_pain_drawing_add (drawing, stroke);
  return myo_pain_file_format (drawing);
}

/* --- Pages --- */

static void
test_looking_up (Desk          *d,
                 gconstpointer  unused)
{
  look (d, "home");
  ui_click (gtk_widget_get_ancestor (ui_find_label (d->window, "Breast pain"), GTK_TYPE_LIST_BOX_ROW));
  look (d, "condition");
  search (d, "shoulder");
  look (d, "results");
  choose_muscle (d, "Sternocleidomastoid, clavicular head");
  look (d, "muscle");
  click_on_map (d, "infraspinatus");
  ui_wait_until (ui_sees (ui_find_id (d->window, "place_button")));
  look (d, "muscle of a place");
  ui_click (ui_find_id (d->window, "place_button"));
  look (d, "place");
}

static void
test_session (Desk          *d,
              gconstpointer  unused)
{
  choose_muscle (d, "Infraspinatus");
  press (d, "Start: Ball against the wall");
  ui_wait_until (ui_reads (d->window, "What you will do"));
  look (d, "session prepared");
  press (d, "Begin");
  look (d, "session waiting");
  g_assert_true (ui_press (d->window, GDK_KEY_space, 0));
  g_assert_true (ui_press (d->window, GDK_KEY_space, 0));
  ui_wait_until (ui_reads (d->window, "Pause"));
  look (d, "session in a hold");
  ui_action (ui_find_id (d->window, "toggle_button"), "session.enlarge", NULL);
  look_at (d, d->window, "session enlarged", TRUE);
  ui_action (ui_find_id (d->window, "toggle_button"), "session.enlarge", NULL);
  ui_wait_until (ui_find_class (d->window, "enlarged") == NULL);
  g_assert_true (ui_press (d->window, GDK_KEY_space, 0));
  look (d, "session paused");
  g_assert_true (ui_press (d->window, GDK_KEY_Escape, 0));
  ui_wait_until (ui_reads (d->window, "Stopped"));
  look (d, "after a session");
  press (d, "Done");
}

static void
test_painting (Desk          *d,
               gconstpointer  unused)
{
  g_autofree char *drawing = draw_shoulder ();

  kit_must_open (&d->kit);
  kit_save_draft (&d->kit, drawing, NULL);
  kit_close (&d->kit);
  open_window (d);
  close_toast (d, "The pain drawing of last time is still there");
  ui_action (d->window, "win.paint", NULL);
  ui_wait_until (ui_reads (d->window, "Save or export…"));
  look (d, "questions");
  ui_wait_until (!ui_reads (d->window, "The body is being measured"));
  look (d, "answers");
}

static void
test_history (Desk          *d,
              gconstpointer  unused)
{
  g_autofree char *drawing = draw_shoulder ();
  g_autoptr(MyoSession) session = kit_session (60 * G_USEC_PER_SEC, MYO_END_DONE);
  g_autoptr(GError) error = g_error_new_literal (MYO_ERROR, MYO_ERROR_STORE_FULL, "no room");

  kit_must_open (&d->kit);
  kit_save_drawings (&d->kit, session, drawing, drawing);
  kit_fill (&d->kit, 3);
  kit_close (&d->kit);
  open_window (d);
  ui_action (d->window, "win.page", g_variant_new_string ("history"));
  ui_wait_until (ui_reads (d->window, "Infraspinatus"));
  look (d, "history");
  myo_window_report (d->window, error);
  ui_wait_until (ui_reads (d->window, "The disk is full"));
  look (d, "history with a notice");
  press (d, "Pain drawing");
  look (d, "two drawings");
}

static void
test_empty_history (Desk          *d,
                    gconstpointer  unused)
{
  ui_action (d->window, "win.page", g_variant_new_string ("history"));
  ui_wait_until (ui_reads (d->window, "No sessions yet"));
  look (d, "empty history");
}

static void
test_dialogs (Desk          *d,
              gconstpointer  unused)
{
  static const struct { const char *action, *words; } dialogs[] = {
    { "win.preferences", "Time to get ready" }, { "win.show-help-overlay", "Zoom to what is selected" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      GtkWindow *dialog;

      ui_action (d->window, dialogs[i].action, NULL);
      dialog = ui_wait_for_window (dialogs[i].words);
      size_wrap (dialog);
      look_at (d, dialog, dialogs[i].action, FALSE);
      ui_close (dialog);
    }
}

/* --- Toasts --- */

#define NEWS "This session goes on or was ended in another window of Myomap"

static gboolean
is_news (GtkWidget     *widget,
         gconstpointer  unused)
{
  return GTK_IS_LABEL (widget) && ui_sees (widget) && g_str_has_prefix (gtk_label_get_label (GTK_LABEL (widget)), NEWS);
}

/* A button that lies under @toast */
static gboolean
is_covered (GtkWidget     *widget,
            gconstpointer  toast)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (widget));
  graphene_rect_t place, at;

  return GTK_IS_BUTTON (widget) && ui_sees (widget) && !gtk_widget_is_ancestor (widget, (gpointer) toast)
         && gtk_widget_compute_bounds ((gpointer) toast, root, &place) && gtk_widget_compute_bounds (widget, root, &at)
         && graphene_rect_intersection (&place, &at, NULL);
}

/* Raises a toast, which covers nothing to press in @area in any size. */
static void
check_toast (Desk       *d,
             const char *what,
             gpointer    area)
{
  g_autoptr(GError) error = g_error_new_literal (MYO_ERROR, MYO_ERROR_ELSEWHERE, "");

  myo_window_report (d->window, error);
  ui_wait_until (ui_find (d->window, is_news, NULL) != NULL);
  for (guint i = 0; i < 2 * G_N_ELEMENTS (sizes); i++)
    {
      const int *size = sizes[i / 2];
      GtkWidget *toast;

      ui_set_text_scale (1 + i % 2);
      size_set (GTK_WINDOW (d->window), size[0], size[1]);
      for (int frame = 0; frame < 3; frame++)
        ui_draw (d->window);
      toast = gtk_widget_get_last_child (gtk_widget_get_ancestor (ui_find (d->window, is_news, NULL), ADW_TYPE_TOAST_OVERLAY));
      if (ui_find (area, is_covered, toast) == NULL)
        continue;
      g_test_message ("%s at %d %%, %d × %d: a toast covers a button", what, 100 + 100 * (int) (i % 2), size[0], size[1]);
      d->n_faults++;
    }
  ui_set_text_scale (1);
  size_set (GTK_WINDOW (d->window), 900, 700);
  ui_draw (d->window);
}

static void
test_toasts (Desk          *d,
             gconstpointer  unused)
{
  ui_action (d->window, "win.paint", NULL);
  ui_draw (d->window);
  check_toast (d, "painting", ui_find_id (d->window, "tools"));
  choose_muscle (d, "Infraspinatus");
  press (d, "Start: Ball against the wall");
  press (d, "Begin");
  check_toast (d, "session", ui_find_id (d->window, "session_page"));
}

/* Alone in the window, a session has toasts over its stage. */
static void
test_toasts_enlarged (Desk          *d,
                      gconstpointer  unused)
{
  choose_muscle (d, "Infraspinatus");
  press (d, "Start: Ball against the wall");
  press (d, "Begin");
  ui_action (ui_find_id (d->window, "toggle_button"), "session.enlarge", NULL);
  ui_draw (d->window);
  check_toast (d, "session enlarged", ui_find_id (d->window, "session_page"));
}

int
main (int   argc,
      char *argv[])
{
  ui_init (&argc, &argv);
  application = gtk_application_new (APP_ID ".Sizes", G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_test_add ("/sizes/looking-up", Desk, NULL, set_up, test_looking_up, tear_down);
  g_test_add ("/sizes/session", Desk, NULL, set_up, test_session, tear_down);
  g_test_add ("/sizes/painting", Desk, NULL, set_up_closed, test_painting, tear_down);
  g_test_add ("/sizes/history", Desk, NULL, set_up_closed, test_history, tear_down);
  g_test_add ("/sizes/empty-history", Desk, NULL, set_up, test_empty_history, tear_down);
  g_test_add ("/sizes/toasts", Desk, NULL, set_up, test_toasts, tear_down);
  g_test_add ("/sizes/toasts-enlarged", Desk, NULL, set_up, test_toasts_enlarged, tear_down);
  g_test_add ("/sizes/dialogs", Desk, NULL, set_up, test_dialogs, tear_down);
  return g_test_run ();
}
