/* The bar for what lasts: its words, what can be done about it, that it can be put away and never takes the focus.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-notice-bar.h"
#include "widget-kit.h"

#define WORDS "The disk is full, so what you do is not recorded. Make room and go on."

typedef struct
{
  GtkWidget *box, *entry;
  MyoNoticeBar *bar;
  UiHeard action, closed;
} Fixture;

static void
set_up (Fixture *f, gconstpointer unused)
{
  f->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  f->bar = g_object_new (MYO_TYPE_NOTICE_BAR, NULL);
  f->entry = gtk_entry_new ();
  gtk_box_append (GTK_BOX (f->box), GTK_WIDGET (f->bar));
  gtk_box_append (GTK_BOX (f->box), f->entry);
  ui_listen (f->bar, "action", &f->action);
  ui_listen (f->bar, "closed", &f->closed);
  ui_show (f->box, 360, 200);
}

static void
tear_down (Fixture *f, gconstpointer unused)
{
  ui_unfocus (f->box);
  ui_close (f->box);
}

static void
test_words (Fixture *f, gconstpointer unused)
{
  g_assert_null (myo_notice_bar_get_text (f->bar));
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (f->bar)), ==, 0);
  myo_notice_bar_set_text (f->bar, WORDS, NULL);
  ui_wait_until (ui_reads (f->box, WORDS));
  g_assert_cmpstr (myo_notice_bar_get_text (f->bar), ==, WORDS);
  ui_assert_role (f->bar, GTK_ACCESSIBLE_ROLE_ALERT);
  ui_assert_name (f->bar, WORDS);
  myo_notice_bar_set_text (f->bar, NULL, NULL);
  ui_wait_until (!ui_reads (f->box, WORDS));
  g_assert_null (myo_notice_bar_get_text (f->bar));
}

static void
test_button (Fixture *f, gconstpointer unused)
{
  myo_notice_bar_set_text (f->bar, WORDS, "Try again");
  ui_wait_until (ui_reads (f->box, "Try again"));
  ui_click (ui_find_button (f->bar, "Try again"));
  ui_assert_heard (&f->action, 1, NULL);
  g_assert_cmpstr (myo_notice_bar_get_text (f->bar), ==, WORDS);
  myo_notice_bar_set_text (f->bar, WORDS, NULL);
  ui_wait_until (!ui_reads (f->box, "Try again"));
}

/* What must be mended cannot be put away; what is told can. */
static void
test_close (Fixture *f, gconstpointer unused)
{
  gboolean closable;

  myo_notice_bar_set_text (f->bar, WORDS, NULL);
  ui_wait_until (ui_reads (f->box, WORDS));
  g_assert_false (ui_sees (ui_find_id (f->bar, "close_button")));
  g_object_set (f->bar, "closable", TRUE, NULL);
  g_object_get (f->bar, "closable", &closable, NULL);
  g_assert_true (closable);
  ui_draw (f->bar);
  gtk_widget_grab_focus (ui_find_button (f->bar, "Close this notice"));
  ui_click (ui_find_button (f->bar, "Close this notice"));
  ui_assert_heard (&f->closed, 1, NULL);
  g_assert_null (myo_notice_bar_get_text (f->bar));
  g_assert_null (gtk_root_get_focus (gtk_widget_get_root (f->box)));
}

static void
test_focus_stays (Fixture *f, gconstpointer unused)
{
  GtkWidget *focus;

  gtk_widget_grab_focus (f->entry);
  focus = gtk_root_get_focus (gtk_widget_get_root (f->box));
  g_object_set (f->bar, "closable", TRUE, NULL);
  myo_notice_bar_set_text (f->bar, WORDS, "Try again");
  ui_wait_until (ui_reads (f->box, WORDS));
  g_assert_true (gtk_root_get_focus (gtk_widget_get_root (f->box)) == focus);
  myo_notice_bar_set_text (f->bar, NULL, NULL);
  g_assert_true (gtk_root_get_focus (gtk_widget_get_root (f->box)) == focus);
}

/* In the narrowest window, with large text. */
static void
test_narrow (Fixture *f, gconstpointer unused)
{
  g_object_set (f->bar, "closable", TRUE, NULL);
  myo_notice_bar_set_text (f->bar, WORDS, "Try again");
  ui_set_text_scale (2);
  ui_draw (f->box);
  ui_assert_fits (f->bar, 360);
  ui_assert_named (f->bar);
}

#define ADD(path, func) g_test_add ("/notice-bar/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  ADD ("words", test_words);
  ADD ("button", test_button);
  ADD ("close", test_close);
  ADD ("focus-stays", test_focus_stays);
  ADD ("narrow", test_narrow);
  return g_test_run ();
}
