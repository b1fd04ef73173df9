/* What is told: toasts that wait for the window, never take its focus, go one after the other and are read whole; the list of what could
 * not be loaded.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "myo-atlas-problems.h"
#include "myo-notices.h"
#include "myo-problems.h"
#include "myo-window.h"
#include "store-kit.h"
#include "widget-kit.h"

static GtkApplication *application;

#define LONG "Another program is using your records, so this session is not recorded. Close the other program and start Myomap again."

typedef struct
{
  GtkWindow  *window;
  GtkWidget  *overlay, *button;
  MyoNotices *notices;
} Fixture;

static void
set_up (Fixture *f, gconstpointer unused)
{
  f->window = GTK_WINDOW (gtk_window_new ());
  f->overlay = adw_toast_overlay_new ();
  f->button = gtk_button_new_with_label ("Below");
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (f->overlay), f->button);
  gtk_window_set_child (f->window, f->overlay);
  f->notices = myo_notices_new (ADW_TOAST_OVERLAY (f->overlay));
}

static void
show (Fixture *f)
{
  ui_present (f->window, 360, 600);
}

static void
tear_down (Fixture *f, gconstpointer unused)
{
  ui_follow (f->notices);
  g_object_unref (f->notices);
  ui_close (f->window);
}

static void
test_waits_for_the_window (Fixture *f, gconstpointer unused)
{
  myo_notices_tell (f->notices, "First");
  myo_notices_offer (f->notices, "Second", "Undo");
  g_assert_cmpuint (ui_count_type (f->overlay, GTK_TYPE_BUTTON), ==, 1);
  show (f);
  ui_wait_until (ui_reads (f->overlay, "Second"));
  g_assert_true (gtk_window_get_focus (f->window) == f->button);
}

/* Gone before it was ever seen: nothing is left. */
static void
test_never_shown (Fixture *f, gconstpointer unused)
{
  myo_notices_tell (f->notices, "First");
  myo_notices_offer (f->notices, "Second", "Undo");
}

static void
test_undo_goes_first (Fixture *f, gconstpointer unused)
{
  AdwToast *undo;

  show (f);
  myo_notices_tell (f->notices, "First");
  myo_notices_tell (f->notices, "Second");
  ui_wait_until (ui_reads (f->overlay, "First"));
  undo = myo_notices_offer (f->notices, "Deleted", "Undo");
  g_assert_cmpuint (adw_toast_get_timeout (undo), >=, 10);
  ui_wait_until (ui_reads (f->overlay, "Deleted"));
  g_assert_nonnull (ui_find_button (f->overlay, "Undo"));
  adw_toast_dismiss (undo);
  ui_wait_until (ui_reads (f->overlay, "First"));
}

static void
dismiss_shown (Fixture *f)
{
  GtkWidget *toast = gtk_widget_get_last_child (f->overlay);

  ui_click (ui_find_type (toast, GTK_TYPE_BUTTON, 1));
}

/* One notice for what happens again while it is read; afterwards it is told anew. */
static void
test_counts (Fixture *f, gconstpointer unused)
{
  show (f);
  for (int i = 0; i < 3; i++)
    myo_notices_tell (f->notices, "The disk is full.");
  ui_wait_until (ui_reads (f->overlay, "The disk is full. (3 times)"));
  dismiss_shown (f);
  ui_wait_until (!ui_reads (f->overlay, "The disk is full."));
  myo_notices_tell (f->notices, "The disk is full.");
  ui_wait_until (ui_reads (f->overlay, "The disk is full."));
  ui_assert_reads_not (f->overlay, "times");
}

static void
assert_inside (GtkWidget *widget, GtkWidget *other)
{
  graphene_rect_t at;

  g_assert_true (gtk_widget_compute_bounds (widget, other, &at));
  g_assert_cmpfloat (at.origin.x, >=, 0);
  g_assert_cmpfloat (at.origin.y, >=, 0);
  g_assert_cmpfloat (at.origin.x + at.size.width, <=, gtk_widget_get_width (other));
  g_assert_cmpfloat (at.origin.y + at.size.height, <=, gtk_widget_get_height (other));
}

/* In the narrowest window all of it is to be seen, with what closes it, also in large letters. */
static void
test_whole (Fixture *f, gconstpointer scale)
{
  GtkWidget *label, *toast;
  PangoRectangle text;

  ui_set_text_scale (GPOINTER_TO_INT (scale) / 100.);
  show (f);
  myo_notices_tell (f->notices, LONG);
  ui_wait_until (ui_find_label (f->overlay, LONG) != NULL);
  ui_draw (f->overlay);
  label = ui_find_label (f->overlay, LONG);
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))));
  g_assert_cmpint (pango_layout_get_line_count (gtk_label_get_layout (GTK_LABEL (label))), >, 2);
  g_assert_cmpint (gtk_widget_get_width (f->overlay), ==, 360);
  toast = gtk_widget_get_last_child (f->overlay);
  assert_inside (toast, f->overlay);
  assert_inside (label, toast);
  assert_inside (ui_find_type (toast, GTK_TYPE_BUTTON, 1), toast);
  pango_layout_get_pixel_extents (gtk_label_get_layout (GTK_LABEL (label)), NULL, &text);
  g_assert_cmpint (text.height, <=, gtk_widget_get_height (label));
}

/* Words and button follow when the window becomes narrower. */
static void
test_narrow (Fixture *f, gconstpointer unused)
{
  AdwToast *offer;

  ui_set_text_scale (2);
  ui_present (f->window, 700, 400);
  offer = myo_notices_offer (f->notices, "The pain drawing of last time is still there", "New drawing");
  ui_wait_until (ui_reads (f->overlay, "New drawing"));
  g_object_ref (offer);
  for (int width = 700; width >= 360; width -= 170)
    {
      gtk_window_set_default_size (f->window, width, 400);
      ui_wait_until (gtk_widget_get_width (GTK_WIDGET (f->window)) == width);
      ui_draw (f->overlay);
      assert_inside (ui_find_label (f->overlay, "The pain drawing of last time is still there"), f->overlay);
      assert_inside (ui_find_button (f->overlay, "New drawing"), f->overlay);
    }
  ui_click (ui_find_button (f->overlay, "New drawing"));
  ui_wait_until (!ui_reads (f->overlay, "New drawing"));
  g_object_unref (offer);
}

/* --- The list --- */

static void
take_text (GObject *source, GAsyncResult *result, gpointer text)
{
  *(char **) text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static void
test_list (void)
{
  static const char *const lines[] = { "neck.xml:7: there is no muscle “x”", "my-pack.xml:1: <b> & so on" };
  GtkWindow *window = ui_present (myo_problems_new (NULL, "Correct them.", lines, G_N_ELEMENTS (lines)), 360, 400);
  g_autofree char *text = NULL;

  ui_assert_reads (window, "Correct them.");
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    g_assert_true (gtk_label_get_selectable (ui_find_label (window, lines[i])));
  ui_assert_named (window);
  ui_click (ui_find_button (window, "Copy all"));
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (window)), NULL, take_text, &text);
  ui_wait_until (text != NULL);
  g_assert_cmpstr (text, ==, "neck.xml:7: there is no muscle “x”\nmy-pack.xml:1: <b> & so on\n");
  ui_follow (window);
  g_assert_true (ui_press (window, GDK_KEY_Escape, 0));
  ui_assert_freed ();
}

/* --- The bar of the window --- */

typedef struct
{
  Kit        kit;
  MyoWindow *window;
} Desk;

static void
open_window (Desk *d, gconstpointer unused)
{
  g_autoptr(GSettings) settings = g_settings_new (APP_ID);

  kit_set_up (&d->kit, NULL);
  d->window = myo_window_new (application, settings);
  myo_window_set_models (d->window, ui_get_atlas (), ui_get_drawings (), d->kit.store);
  ui_present (d->window, 900, 700);
}

static void
close_window (Desk *d, gconstpointer unused)
{
  ui_follow_all (d->window);
  gtk_window_close (GTK_WINDOW (d->window));
  ui_assert_freed ();
  kit_close (&d->kit);
  kit_tear_down (&d->kit, NULL);
}

static MyoAtlasProblem *
new_problem (const char *file)
{
  MyoAtlasProblem *problem = g_new (MyoAtlasProblem, 1);

  *problem = (MyoAtlasProblem) { g_strdup (file), 7, g_strdup ("there is no muscle “x”") };
  return problem;
}

static void
report_packs (Desk *d, const char *first, const char *second)
{
  g_autoptr(GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) myo_atlas_problem_free);

  g_ptr_array_add (problems, new_problem (first));
  g_ptr_array_add (problems, new_problem (second));
  myo_window_report_packs (d->window, problems);
}

/* However many there are: one bar, which lasts; put away, the reasons are found again in the main menu. */
static void
test_packs (Desk *d, gconstpointer unused)
{
  GtkWidget *list;

  report_packs (d, "neck.xml", "my-pack.xml");
  report_packs (d, "my-pack.xml", "third.xml");
  ui_wait_until (ui_reads (d->window, "3 packs could not be loaded and are left out; everything else works."));
  ui_click (ui_find_button (d->window, "Show"));
  list = ui_wait_for_window ("neck.xml:7: there is no muscle “x”");
  ui_assert_reads (list, "third.xml:7: there is no muscle “x”");
  ui_assert_reads (list, "myomap/atlas, or take them out of it");
  ui_close (list);
  ui_click (ui_find_button (d->window, "Close this notice"));
  ui_wait_until (!ui_reads (d->window, "could not be loaded"));
  ui_action (d->window, "win.problems", NULL);
  ui_close (ui_wait_for_window ("my-pack.xml:7"));
}

/* What was built in: the same bar, with other words. */
static void
test_unloaded (Desk *d, gconstpointer unused)
{
  g_autoptr(GError) error = g_error_new_literal (MYO_ERROR, MYO_ERROR_DRAWING, "front-skin.svg: no outline");

  myo_window_report (d->window, error);
  myo_window_report (d->window, error);
  ui_wait_until (ui_reads (d->window, "Part of Myomap could not be loaded; everything else works."));
  ui_action (d->window, "win.problems", NULL);
  ui_close (ui_wait_for_window ("front-skin.svg: no outline"));
}

#define ADD(path, func) g_test_add ("/notices/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  application = gtk_application_new (APP_ID ".Test", G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  ADD ("waits", test_waits_for_the_window);
  ADD ("never-shown", test_never_shown);
  ADD ("undo-first", test_undo_goes_first);
  ADD ("counts", test_counts);
  g_test_add ("/notices/whole", Fixture, GINT_TO_POINTER (100), set_up, test_whole, tear_down);
  g_test_add ("/notices/whole/large", Fixture, GINT_TO_POINTER (200), set_up, test_whole, tear_down);
  ADD ("narrow", test_narrow);
  g_test_add_func ("/problems/list", test_list);
  g_test_add ("/problems/packs", Desk, NULL, open_window, test_packs, close_window);
  g_test_add ("/problems/built-in", Desk, NULL, open_window, test_unloaded, close_window);
  return g_test_run ();
}
