/* Pages that lead from a pain to a muscle: what pain at a place can come from, and the check of a muscle by hand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "big-packs-kit.h"
#include "myo-check-page.h"
#include "myo-meter.h"
#include "myo-place-page.h"
#include "myo-words.h"
#include "widget-kit.h"

#define PANEL_WIDTH 330

/* --- What pain at a place can come from --- */

typedef struct
{
  MyoPlaceDesk *desk;
  MyoPlacePage *page;
} Place;

static void
place_set_up (Place         *p,
              gconstpointer  unused)
{
  p->desk = myo_place_desk_new (ui_get_atlas (), ui_get_drawings ());
  p->page = g_object_new (MYO_TYPE_PLACE_PAGE, NULL);
  myo_place_page_set_model (p->page, p->desk);
  ui_show (p->page, PANEL_WIDTH, 600);
}

static void
place_tear_down (Place         *p,
                 gconstpointer  unused)
{
  ui_follow (p->desk);
  g_object_unref (p->desk);
  ui_close (p->page);
}

static void
click_body (Place  *p,
            double  x,
            double  y)
{
  myo_selection_set_place (myo_place_desk_get_selection (p->desk), MYO_VIEW_BACK, MYO_SIDE_RIGHT, x, y, NULL);
  ui_draw (p->page);
}

/* A place to which at least @n muscles send pain. */
static void
find_place (Place  *p,
            guint   n,
            double *x,
            double *y)
{
  MyoFinder *finder = myo_place_desk_get_finder (p->desk);

  for (*y = 200; *y < 1700; *y += 10)
    for (*x = 370; *x < 700; *x += 10)
      {
        g_autoptr(GPtrArray) found = myo_finder_at (finder, MYO_VIEW_BACK, MYO_SIDE_RIGHT, *x, *y);

        if (found->len >= n)
          return;
      }
  g_assert_not_reached ();
}

static void
test_place_answers (Place         *p,
                    gconstpointer  unused)
{
  MyoSelection *selection = myo_place_desk_get_selection (p->desk);
  GPtrArray *candidates;
  double x, y;

  find_place (p, 3, &x, &y);
  click_body (p, x, y);
  candidates = myo_place_desk_get_answer (p->desk)->candidates;
  ui_assert_reads (p->page, "Pain here can come from");
  ui_assert_named (p->page);
  ui_assert_fits (p->page, PANEL_WIDTH);
  for (guint i = 0; i < candidates->len; i++)
    {
      const MyoCandidate *candidate = candidates->pdata[i];
      g_autofree char *name = myo_words_muscle_side (candidate->muscle->name, candidate->side);
      GtkWidget *row = GTK_WIDGET (gtk_list_box_get_row_at_index (ui_find_id (p->page, "list"), (int) i));

      ui_assert_reads (row, name);
      ui_click (row);
      g_assert_true (myo_selection_get_muscle (selection) == candidate->muscle);
      g_assert_cmpint (myo_selection_get_side (selection), ==, candidate->side);
    }
  g_assert_null (gtk_list_box_get_row_at_index (ui_find_id (p->page, "list"), (int) candidates->len));
}

/* Beside the body there is nothing; what was answered before does not stay. */
static void
test_place_without (Place         *p,
                    gconstpointer  unused)
{
  double x, y;

  find_place (p, 1, &x, &y);
  click_body (p, x, y);
  click_body (p, 3, 3);
  ui_assert_reads (p->page, "No muscle of this atlas is known to send pain here.");
  g_assert_false (ui_sees (ui_find_id (p->page, "list")));
  click_body (p, x, y);
  g_assert_true (ui_sees (ui_find_id (p->page, "list")));
  ui_set_text_scale (2);
  ui_draw (p->page);
  ui_assert_fits (p->page, 420);
}

static void
look (void)
{
  g_assert_cmpuint (myo_meter_take (), <, MYO_METER_AT_ONCE);
}

/* As many muscles as packs can bring, all of them at one place. */
static void
test_place_many (void)
{
  g_autoptr(MyoAtlas) atlas = read_biggest_packs ();
  MyoPlaceDesk *desk = myo_place_desk_new (atlas, ui_get_drawings ());
  MyoPlacePage *page = g_object_new (MYO_TYPE_PLACE_PAGE, NULL);

  myo_place_page_set_model (page, desk);
  ui_show (page, PANEL_WIDTH, 600);
  myo_meter_take ();
  myo_selection_set_place (myo_place_desk_get_selection (desk), MYO_VIEW_BACK, MYO_SIDE_RIGHT, PACK_X, PACK_Y, NULL);
  while (!ui_sees (ui_find_id (page, "more_button")))
    {
      g_main_context_iteration (NULL, TRUE);
      look ();
    }
  g_assert_cmpuint (ui_count_type (page, GTK_TYPE_LIST_BOX_ROW), ==, 100);
  ui_draw (page);
  ui_assert_fits (page, PANEL_WIDTH);
  ui_click (ui_find_id (page, "more_button"));
  ui_wait_until (ui_count_type (page, GTK_TYPE_LIST_BOX_ROW) == 200);
  ui_follow (desk);
  g_object_unref (desk);
  ui_close (page);
}

/* --- The check of a muscle --- */

typedef struct
{
  MyoFindings  *findings;
  MyoCheckPage *page;
  MyoMuscle    *muscle;
} Check;

static void
check_set_up (Check         *c,
              gconstpointer  unused)
{
  c->findings = myo_findings_new ();
  c->muscle = ui_get_muscle ("infraspinatus");
  c->page = g_object_new (MYO_TYPE_CHECK_PAGE, NULL);
  myo_check_page_set_model (c->page, ui_get_atlas (), c->findings);
  ui_show (c->page, PANEL_WIDTH, 700);
  myo_check_page_show (c->page, c->muscle, MYO_SIDE_LEFT, NULL);
  ui_draw (c->page);
}

static void
check_tear_down (Check         *c,
                 gconstpointer  unused)
{
  ui_follow (c->findings);
  g_object_unref (c->findings);
  ui_close (c->page);
}

static MyoAnswer
get_sign (Check   *c,
          MyoSign  sign)
{
  return myo_findings_get_sign (c->findings, c->muscle->id, MYO_SIDE_LEFT, sign);
}

/* Pressing the answer that is given takes it back; the other one takes its place. */
static void
test_check_answers (Check         *c,
                    gconstpointer  unused)
{
  static const struct { const char *yes, *no; MyoSign sign; } signs[] = {
    { "band_yes", "band_no", MYO_SIGN_BAND }, { "tender_yes", "tender_no", MYO_SIGN_TENDER },
    { "known_yes", "known_no", MYO_SIGN_KNOWN_PAIN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      ui_click (ui_find_id (c->page, signs[i].yes));
      g_assert_cmpint (get_sign (c, signs[i].sign), ==, MYO_ANSWER_YES);
      ui_click (ui_find_id (c->page, signs[i].no));
      g_assert_cmpint (get_sign (c, signs[i].sign), ==, MYO_ANSWER_NO);
      g_assert_false (gtk_toggle_button_get_active (ui_find_id (c->page, signs[i].yes)));
      ui_click (ui_find_id (c->page, signs[i].no));
      g_assert_cmpint (get_sign (c, signs[i].sign), ==, MYO_ANSWER_NONE);
    }
}

static void
test_check_verdict (Check         *c,
                    gconstpointer  unused)
{
  g_assert_false (ui_sees (ui_find_id (c->page, "verdict_line")));
  ui_click (ui_find_id (c->page, "tender_yes"));
  ui_draw (c->page);
  ui_assert_reads (c->page, "This is not clear yet.");
  ui_click (ui_find_id (c->page, "known_yes"));
  ui_assert_reads (c->page, "This fits");
  ui_click (ui_find_id (c->page, "tender_no"));
  ui_assert_reads (c->page, "This speaks against the muscle.");
  /* The other side has answers of its own. */
  myo_check_page_show (c->page, c->muscle, MYO_SIDE_RIGHT, NULL);
  g_assert_false (gtk_toggle_button_get_active (ui_find_id (c->page, "tender_no")));
  ui_assert_reads_not (c->page, "This speaks against");
}

static void
take_treat (MyoCheckPage *page,
            const char   *muscle,
            int           side,
            const char   *point,
            char        **taken)
{
  *taken = g_strdup_printf ("%s %d %s", muscle, side, point);
}

static void
test_check_point (Check         *c,
                  gconstpointer  unused)
{
  const MyoTriggerPoint *first = c->muscle->points->pdata[0], *second = c->muscle->points->pdata[1];
  g_autofree char *taken = NULL, *wanted = g_strdup_printf ("infraspinatus %d %s", MYO_SIDE_LEFT, second->id);
  UiHeard done;

  ui_listen (c->page, "done", &done);
  g_signal_connect (c->page, "treat", G_CALLBACK (take_treat), &taken);
  ui_assert_reads (c->page, first->find);
  myo_check_page_show (c->page, c->muscle, MYO_SIDE_LEFT, second->id);
  ui_assert_reads (c->page, second->find);
  ui_assert_reads (c->page, "Infraspinatus, left");
  ui_click (ui_find_button (c->page, "Choose a technique"));
  g_assert_cmpstr (taken, ==, wanted);
  ui_click (ui_find_button (c->page, "Back to the list"));
  ui_assert_heard (&done, 1, NULL);
}

/* Every muscle of the atlas in a narrow panel; then in large letters. */
static void
test_check_bounds (Check         *c,
                   gconstpointer  unused)
{
  GPtrArray *muscles = myo_atlas_get_muscles (ui_get_atlas ());

  g_assert_cmpuint (muscles->len, >, 100);
  ui_assert_named (c->page);
  ui_unfocus (c->page);
  for (guint i = 0; i < muscles->len; i++)
    {
      myo_check_page_show (c->page, muscles->pdata[i], MYO_SIDE_RIGHT, NULL);
      ui_assert_fits (c->page, PANEL_WIDTH);
    }
  ui_set_text_scale (2);
  ui_draw (c->page);
  ui_assert_fits (c->page, 420);
}

#define ADD_PLACE(name, test) g_test_add ("/place-page/" name, Place, NULL, place_set_up, test, place_tear_down)
#define ADD_CHECK(name, test) g_test_add ("/check-page/" name, Check, NULL, check_set_up, test, check_tear_down)

int
main (int   argc,
      char *argv[])
{
  ui_init (&argc, &argv);
  ADD_PLACE ("answers", test_place_answers);
  ADD_PLACE ("without", test_place_without);
  g_test_add_func ("/place-page/many", test_place_many);
  ADD_CHECK ("answers", test_check_answers);
  ADD_CHECK ("verdict", test_check_verdict);
  ADD_CHECK ("point", test_check_point);
  ADD_CHECK ("bounds", test_check_bounds);
  return g_test_run ();
}
