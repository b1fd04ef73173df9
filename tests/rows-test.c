/* The rows of the lists, each with a real muscle, region or change of pain, and the words that they are made of.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-candidate-row.h"
#include "myo-change-row.h"
#include "myo-region-row.h"
#include "myo-verdict.h"
#include "widget-kit.h"

#define LONG "A name that is far longer than anything that stands in the atlas, so long that it can only be read when it is broken into lines"

/* The list is what is shown; it takes the row. */
static gpointer
show_row (GtkWidget *row,
          int        width)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_append (GTK_LIST_BOX (list), row);
  ui_show (list, width, 120);
  return row;
}

/* --- Candidate row --- */

typedef struct
{
  MyoCandidateRow *row;
  MyoFindings     *findings;
  MyoCandidate     candidate;
  UiHeard          previewed;
} Candidate;

static void
set_candidate (Candidate *c)
{
  myo_candidate_row_set_candidate (c->row, &c->candidate, c->findings);
}

static void
candidate_set_up (Candidate     *c,
                  gconstpointer  unused)
{
  MyoMuscle *muscle = ui_get_muscle ("infraspinatus");

  c->findings = myo_findings_new ();
  c->candidate = (MyoCandidate) { .muscle = muscle, .side = MYO_SIDE_RIGHT, .point = muscle->points->pdata[0], .share = .624 };
  c->row = show_row (myo_candidate_row_new (), 300);
  ui_listen (c->row, "previewed", &c->previewed);
}

static void
candidate_tear_down (Candidate     *c,
                     gconstpointer  unused)
{
  ui_close (c->row);
  g_object_unref (c->findings);
  g_free (c->previewed.text);
}

static void
test_candidate_shows (Candidate     *c,
                      gconstpointer  unused)
{
  g_assert_null (myo_candidate_row_get_muscle (c->row));
  g_assert_null (myo_candidate_row_get_point (c->row));
  set_candidate (c);
  ui_assert_reads (c->row, "Infraspinatus, right\nTrP1 · explains 62 % of the pain\n");
  ui_assert_name (c->row, "Infraspinatus, right: explains 62 percent, TrP1");
  g_assert_true (myo_candidate_row_get_muscle (c->row) == c->candidate.muscle);
  g_assert_cmpint (myo_candidate_row_get_side (c->row), ==, MYO_SIDE_RIGHT);
  g_assert_cmpstr (myo_candidate_row_get_point (c->row), ==, c->candidate.point->id);
  g_assert_cmpfloat_with_epsilon (gtk_level_bar_get_value (ui_find_id (c->row, "bar")), .62, 1e-9);
}

/* While one paints, the same row is given another muscle, point or share many times a second. */
static void
test_candidate_changes (Candidate     *c,
                        gconstpointer  unused)
{
  set_candidate (c);
  c->candidate.side = MYO_SIDE_LEFT;
  set_candidate (c);
  ui_assert_name (c->row, "Infraspinatus, left: explains 62 percent, TrP1");
  c->candidate.share = 1;
  set_candidate (c);
  ui_assert_reads (c->row, "explains 100 %");
  c->candidate.share = 0;
  c->candidate.point = NULL;
  set_candidate (c);
  ui_assert_name (c->row, "Infraspinatus, left: explains 0 percent");
  ui_assert_reads_not (c->row, "TrP1");
  c->candidate.muscle = ui_get_muscle ("gluteus-minimus");
  set_candidate (c);
  ui_assert_reads (c->row, "Gluteus minimus, left");
  g_assert_null (myo_candidate_row_get_point (c->row));
}

static void
answer (Candidate *c,
        MyoAnswer  tender,
        MyoAnswer  known)
{
  const char *muscle = c->candidate.muscle->id;

  myo_findings_set_sign (c->findings, muscle, c->candidate.side, MYO_SIGN_TENDER, tender);
  myo_findings_set_sign (c->findings, muscle, c->candidate.side, MYO_SIGN_KNOWN_PAIN, known);
  set_candidate (c);
}

static void
test_candidate_verdict (Candidate     *c,
                        gconstpointer  unused)
{
  set_candidate (c);
  ui_assert_reads_not (c->row, "checked");
  answer (c, MYO_ANSWER_YES, MYO_ANSWER_YES);
  ui_assert_reads (c->row, "checked: fits");
  ui_assert_name (c->row, "Infraspinatus, right: explains 62 percent, TrP1, checked: fits");
  answer (c, MYO_ANSWER_YES, MYO_ANSWER_NONE);
  ui_assert_reads (c->row, "checked: not clear");
  answer (c, MYO_ANSWER_NO, MYO_ANSWER_NONE);
  ui_assert_reads (c->row, "checked: speaks against it");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (c->row), "refuted"));
  answer (c, MYO_ANSWER_NONE, MYO_ANSWER_NONE);
  ui_assert_reads_not (c->row, "checked");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (c->row), "refuted"));
}

static void
test_candidate_pointer (Candidate     *c,
                        gconstpointer  unused)
{
  gpointer pointer = ui_get_controller (c->row, GTK_TYPE_EVENT_CONTROLLER_MOTION, 0);

  set_candidate (c);
  ui_assert_heard (&c->previewed, 0, NULL);
  g_signal_emit_by_name (pointer, "enter", 5.0, 5.0);
  ui_assert_heard (&c->previewed, 1, "TRUE");
  /* The list changes beneath the pointer: what is previewed follows, but a mere share is no news. */
  c->candidate.share = .5;
  set_candidate (c);
  ui_assert_heard (&c->previewed, 0, NULL);
  c->candidate.side = MYO_SIDE_LEFT;
  set_candidate (c);
  ui_assert_heard (&c->previewed, 1, "TRUE");
  g_signal_emit_by_name (pointer, "leave");
  ui_assert_heard (&c->previewed, 1, "FALSE");
}

/* Where the keyboard rests is previewed, where a click left the focus is not. */
static void
test_candidate_focus (Candidate     *c,
                      gconstpointer  unused)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (c->row)));

  set_candidate (c);
  ui_unfocus (c->row);
  ui_settle ();
  c->previewed.n = 0;
  g_clear_pointer (&c->previewed.text, g_free);

  gtk_window_set_focus_visible (window, FALSE);
  gtk_window_set_focus (window, GTK_WIDGET (c->row));
  ui_assert_heard (&c->previewed, 0, NULL);
  ui_unfocus (c->row);
  ui_assert_heard (&c->previewed, 1, "FALSE");
  gtk_window_set_focus_visible (window, TRUE);
  gtk_window_set_focus (window, GTK_WIDGET (c->row));
  ui_assert_heard (&c->previewed, 1, "TRUE");
  ui_unfocus (c->row);
  ui_assert_heard (&c->previewed, 1, "FALSE");
}

/* The longest names of the atlas stand in a narrow panel, at twice the size. */
static void
test_candidate_bounds (Candidate     *c,
                       gconstpointer  unused)
{
  GPtrArray *muscles = myo_atlas_get_muscles (ui_get_atlas ());

  g_assert_cmpuint (muscles->len, >, 100);
  for (guint i = 0; i < muscles->len; i++)
    {
      c->candidate.muscle = muscles->pdata[i];
      c->candidate.point = c->candidate.muscle->points->len > 0 ? c->candidate.muscle->points->pdata[0] : NULL;
      set_candidate (c);
      ui_assert_fits (c->row, 300);
    }
  ui_set_text_scale (2);
  ui_draw (c->row);
  ui_assert_fits (c->row, 360);
}

/* --- Change row --- */

static void
test_change_bars (void)
{
  MyoChangeRow *row = show_row (myo_change_row_new (), 300);

  myo_change_row_set_change (row, "Temple, right: 14 → 6 cm²", 1, .4);
  ui_assert_reads (row, "Temple, right: 14 → 6 cm²");
  ui_assert_name (row, "Temple, right: 14 → 6 cm²");
  g_assert_cmpuint (ui_count_type (row, GTK_TYPE_LEVEL_BAR), ==, 2);
  g_assert_cmpfloat (gtk_level_bar_get_value (ui_find_id (row, "before_bar")), ==, 1);
  g_assert_cmpfloat (gtk_level_bar_get_value (ui_find_id (row, "after_bar")), ==, .4);
  g_assert_true (ui_sees (ui_find_id (row, "after_bar")));

  myo_change_row_set_change (row, "gone", 0, 0);
  g_assert_cmpfloat (gtk_level_bar_get_value (ui_find_id (row, "before_bar")), ==, 0);
  ui_close (row);
}

static void
test_change_words (void)
{
  MyoChangeRow *row = show_row (myo_change_row_new (), 300);

  myo_change_row_set_words (row, LONG);
  ui_assert_name (row, LONG);
  g_assert_false (ui_sees (ui_find_id (row, "before_bar")));
  g_assert_false (ui_sees (ui_find_id (row, "after_bar")));
  ui_assert_fits (row, 300);
  ui_set_text_scale (2);
  ui_draw (row);
  ui_assert_fits (row, 300);
  myo_change_row_set_words (row, "");
  g_assert_false (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (row)));
  ui_close (row);
}

/* --- Region row --- */

static const MyoRegion *
find_region (gboolean paired)
{
  GPtrArray *regions = myo_atlas_get_regions (ui_get_atlas ());

  for (guint i = 0; i < regions->len; i++)
    if (((const MyoRegion *) regions->pdata[i])->paired == paired)
      return regions->pdata[i];
  g_assert_not_reached ();
}

static MyoRegionRow *
show_region (const MyoRegion *region)
{
  return show_row (myo_region_row_new (ui_get_atlas (), region), 300);
}

static void
test_region_sides (void)
{
  const MyoRegion *paired = find_region (TRUE), *middle = find_region (FALSE);
  MyoRegionRow *two = show_region (paired), *one = show_region (middle);
  g_autofree char *right = g_strdup_printf ("%s, right", paired->name);

  g_assert_true (myo_region_row_get_region (two) == paired);
  ui_assert_reads (two, paired->name);
  ui_assert_named (two);
  ui_assert_reads (ui_find_button (two, right), "Right");
  g_assert_true (myo_region_row_has_side (two, MYO_SIDE_LEFT));
  g_assert_false (myo_region_row_has_side (two, MYO_SIDE_MIDDLE));

  ui_assert_name (ui_find_type (one, GTK_TYPE_TOGGLE_BUTTON, 0), middle->name);
  g_assert_true (myo_region_row_has_side (one, MYO_SIDE_MIDDLE));
  g_assert_false (myo_region_row_has_side (one, MYO_SIDE_RIGHT));
  ui_close (two);
  ui_close (one);
}

/* A switch says what the person wants; what becomes of it, the owner says. */
static void
test_region_switch (void)
{
  static const char *const sides[] = { [MYO_SIDE_RIGHT] = "0", [MYO_SIDE_LEFT] = "1" };
  MyoRegionRow *row = show_region (find_region (TRUE));
  GtkToggleButton *right = ui_find_type (row, GTK_TYPE_TOGGLE_BUTTON, 0), *left = ui_find_type (row, GTK_TYPE_TOGGLE_BUTTON, 1);
  UiHeard toggled;

  ui_listen (row, "toggled", &toggled);
  myo_region_row_set_painted (row, MYO_SIDE_RIGHT, TRUE);
  ui_assert_heard (&toggled, 0, NULL);
  g_assert_true (gtk_toggle_button_get_active (right));
  g_assert_false (gtk_toggle_button_get_active (left));
  ui_click (right);
  ui_assert_heard (&toggled, 1, sides[MYO_SIDE_RIGHT]);
  ui_click (left);
  ui_assert_heard (&toggled, 1, sides[MYO_SIDE_LEFT]);
  myo_region_row_set_painted (row, MYO_SIDE_LEFT, FALSE);
  ui_assert_heard (&toggled, 0, NULL);
  g_assert_false (gtk_toggle_button_get_active (left));
  ui_close (row);
}

static void
test_region_focus (void)
{
  MyoRegionRow *row = show_region (find_region (TRUE));
  MyoSide side = MYO_SIDE_MIDDLE;

  ui_unfocus (row);
  g_assert_false (myo_region_row_get_focus_side (row, &side));
  myo_region_row_focus_side (row, MYO_SIDE_LEFT);
  ui_wait_until (myo_region_row_get_focus_side (row, &side));
  g_assert_cmpint (side, ==, MYO_SIDE_LEFT);
  /* A side that it has not: the first. */
  myo_region_row_focus_side (row, MYO_SIDE_MIDDLE);
  g_assert_true (myo_region_row_get_focus_side (row, &side));
  g_assert_cmpint (side, ==, MYO_SIDE_RIGHT);
  ui_close (row);
}

/* Every region of the atlas in a narrow panel and in large letters. */
static void
test_region_bounds (void)
{
  GPtrArray *regions = myo_atlas_get_regions (ui_get_atlas ());
  GtkWidget *list = gtk_list_box_new ();

  g_assert_cmpuint (regions->len, >, 50);
  for (guint i = 0; i < regions->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), myo_region_row_new (ui_get_atlas (), regions->pdata[i]));
  ui_show (list, 330, 700);
  ui_assert_fits (list, 330);
  ui_set_text_scale (2);
  ui_draw (list);
  ui_assert_fits (list, 400);
  ui_close (list);
}

/* --- Verdict --- */

static void
test_verdict_of_signs (void)
{
  g_autoptr(MyoFindings) findings = myo_findings_new ();
  const char *id = "infraspinatus";

  g_assert_cmpint (myo_verdict_get (findings, id, MYO_SIDE_LEFT), ==, MYO_VERDICT_NONE);
  myo_findings_set_sign (findings, id, MYO_SIDE_LEFT, MYO_SIGN_BAND, MYO_ANSWER_YES);
  g_assert_cmpint (myo_verdict_get (findings, id, MYO_SIDE_LEFT), ==, MYO_VERDICT_UNCLEAR);
  myo_findings_set_sign (findings, id, MYO_SIDE_LEFT, MYO_SIGN_TENDER, MYO_ANSWER_YES);
  g_assert_cmpint (myo_verdict_get (findings, id, MYO_SIDE_LEFT), ==, MYO_VERDICT_UNCLEAR);
  myo_findings_set_sign (findings, id, MYO_SIDE_LEFT, MYO_SIGN_KNOWN_PAIN, MYO_ANSWER_YES);
  g_assert_cmpint (myo_verdict_get (findings, id, MYO_SIDE_LEFT), ==, MYO_VERDICT_FITS);
  g_assert_cmpint (myo_verdict_get (findings, id, MYO_SIDE_RIGHT), ==, MYO_VERDICT_NONE);
  myo_findings_set_sign (findings, id, MYO_SIDE_LEFT, MYO_SIGN_TENDER, MYO_ANSWER_NO);
  g_assert_cmpint (myo_verdict_get (findings, id, MYO_SIDE_LEFT), ==, MYO_VERDICT_AGAINST);
}

static void
test_verdict_words (void)
{
  GtkIconTheme *icons = gtk_icon_theme_get_for_display (gdk_display_get_default ());

  g_assert_cmpstr (myo_verdict_get_words (MYO_VERDICT_NONE), ==, "");
  g_assert_null (myo_verdict_get_icon (MYO_VERDICT_NONE));
  for (int v = MYO_VERDICT_UNCLEAR; v <= MYO_VERDICT_AGAINST; v++)
    {
      g_assert_true (g_str_has_prefix (myo_verdict_get_words ((MyoVerdict) v), "checked: "));
      g_assert_true (gtk_icon_theme_has_icon (icons, myo_verdict_get_icon ((MyoVerdict) v)));
    }
}

#define ADD_CANDIDATE(name, test) g_test_add ("/candidate-row/" name, Candidate, NULL, candidate_set_up, test, candidate_tear_down)

int
main (int   argc,
      char *argv[])
{
  ui_init (&argc, &argv);
  ADD_CANDIDATE ("shows", test_candidate_shows);
  ADD_CANDIDATE ("changes", test_candidate_changes);
  ADD_CANDIDATE ("verdict", test_candidate_verdict);
  ADD_CANDIDATE ("pointer", test_candidate_pointer);
  ADD_CANDIDATE ("focus", test_candidate_focus);
  ADD_CANDIDATE ("bounds", test_candidate_bounds);
  g_test_add_func ("/change-row/bars", test_change_bars);
  g_test_add_func ("/change-row/words", test_change_words);
  g_test_add_func ("/region-row/sides", test_region_sides);
  g_test_add_func ("/region-row/switch", test_region_switch);
  g_test_add_func ("/region-row/focus", test_region_focus);
  g_test_add_func ("/region-row/bounds", test_region_bounds);
  g_test_add_func ("/verdict/of-signs", test_verdict_of_signs);
  g_test_add_func ("/verdict/words", test_verdict_words);
  return g_test_run ();
}
