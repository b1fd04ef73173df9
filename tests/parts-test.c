/* What several pages are made of: small parts, the card that asks before it names muscles, the reasons for a painted pain.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "myo-pain-reasons.h"
#include "myo-parts.h"
#include "myo-screening-card.h"
#include "widget-kit.h"

#define LONG_WORD "Musculussternocleidomastoideusetmusculuslevatorscapulae"

/* --- Parts --- */

static GtkWidget *
new_box (void)
{
  return gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
}

/* Text wraps wherever it stands, and a long word is broken. */
static void
test_parts_wrap (void)
{
  GtkWidget *box = new_box ();

  gtk_box_append (GTK_BOX (box), myo_make_text (LONG_WORD " " LONG_WORD, "title-2"));
  gtk_box_append (GTK_BOX (box), myo_make_bullet (LONG_WORD));
  gtk_box_append (GTK_BOX (box), myo_make_link_button (LONG_WORD));
  ui_show (box, 200, 300);
  ui_assert_fits (box, 200);
  ui_assert_reads (box, "•\n" LONG_WORD);
  ui_assert_name (ui_find_type (box, GTK_TYPE_BUTTON, 0), LONG_WORD);
  g_assert_nonnull (ui_find_class (box, "title-2"));
  ui_close (box);
}

static void
test_parts_line (void)
{
  GtkWidget *first = gtk_label_new ("first"), *second = gtk_label_new ("second");
  GtkWidget *line = ui_show (myo_make_line (12, first, second, NULL), 200, 50);
  graphene_rect_t a, b;

  g_assert_true (gtk_widget_compute_bounds (first, line, &a));
  g_assert_true (gtk_widget_compute_bounds (second, line, &b));
  g_assert_cmpfloat (b.origin.x, >=, a.origin.x + a.size.width + 12);

  gtk_widget_set_direction (line, GTK_TEXT_DIR_RTL);
  ui_draw (line);
  g_assert_true (gtk_widget_compute_bounds (first, line, &a));
  g_assert_true (gtk_widget_compute_bounds (second, line, &b));
  g_assert_cmpfloat (b.origin.x, <, a.origin.x);
  ui_close (line);
}

static void
test_parts_cautions (void)
{
  GtkWidget *box = ui_show (new_box (), 300, 300);
  MyoMuscle *careful = ui_get_muscle ("sternocleidomastoid-sternal");
  g_autoptr(MyoMuscle) harmless = myo_muscle_new ();
  const MyoCaution *first = careful->cautions->pdata[0];

  myo_fill_cautions (box, careful);
  ui_assert_reads (box, first->text);
  ui_assert_reads (box, first->kind == MYO_CAUTION_AVOID ? "Danger" : "Take care");
  g_assert_nonnull (ui_find_class (box, first->kind == MYO_CAUTION_AVOID ? "avoid" : "care"));
  myo_fill_cautions (box, careful);
  g_assert_cmpuint (ui_count_type (box, GTK_TYPE_GRID), ==, careful->cautions->len);

  myo_fill_cautions (box, harmless);
  g_assert_false (gtk_widget_get_visible (box));
  g_assert_null (gtk_widget_get_first_child (box));
  ui_close (box);
}

static void
test_parts_source (void)
{
  MyoMuscle *muscle = ui_get_muscle ("infraspinatus");
  const MyoTriggerPoint *point = muscle->points->pdata[0];
  const MyoEvidence *evidence = point->evidence->pdata[0];
  MyoEvidence unknown = { .source = (char *) "no-such-source", .at = (char *) "p. 3", .note = (char *) "a note" };
  GtkWidget *box = new_box ();

  gtk_box_append (GTK_BOX (box), myo_make_source (ui_get_atlas (), evidence));
  gtk_box_append (GTK_BOX (box), myo_make_source (ui_get_atlas (), &unknown));
  ui_show (box, 300, 100);
  ui_assert_reads (box, myo_atlas_get_source (ui_get_atlas (), evidence->source)->citation);
  ui_assert_reads (box, "no-such-source (p. 3)\na note");
  ui_close (box);
}

static void
test_parts_rows (void)
{
  GtkWidget *list = ui_show (gtk_list_box_new (), 300, 200);
  GtkWidget *link = myo_add_link_row (list, "Headache", "Warning sign: after a fall");
  UiHeard activated;

  ui_listen (list, "row-activated", &activated);
  myo_add_plain_row (list, gtk_label_new ("plain"));
  ui_draw (list);
  ui_assert_reads (list, "Headache\nWarning sign: after a fall\nplain");
  ui_click (link);
  ui_assert_heard (&activated, 1, NULL);
  g_assert_false (gtk_widget_get_focusable (gtk_widget_get_next_sibling (link)));

  myo_empty_list (list);
  g_assert_null (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  ui_close (list);
}

/* What is on a hidden page of a stack costs nothing before it is seen, and is there when it is. */
static void
test_parts_hidden (void)
{
  GtkWidget *stack = gtk_stack_new (), *page = adw_bin_new (), *child = gtk_label_new ("at last");

  adw_bin_set_child (ADW_BIN (page), child);
  gtk_stack_add_named (GTK_STACK (stack), gtk_label_new ("first"), "first");
  gtk_stack_add_named (GTK_STACK (stack), page, "second");
  myo_hide_until_mapped (child);
  ui_show (stack, 200, 100);
  g_assert_null (gtk_widget_get_parent (child));
  gtk_stack_set_visible_child_name (GTK_STACK (stack), "second");
  g_assert_true (gtk_widget_get_parent (child) == page);
  ui_wait_until (ui_sees (child));
  gtk_stack_set_visible_child_name (GTK_STACK (stack), "first");
  gtk_stack_set_visible_child_name (GTK_STACK (stack), "second");
  g_assert_true (gtk_widget_get_parent (child) == page);
  ui_close (stack);
}

/* A page that is never seen takes what it hides with it. */
static void
test_parts_never_seen (void)
{
  GtkWidget *page = g_object_ref_sink (adw_bin_new ()), *child = gtk_label_new ("never");

  adw_bin_set_child (ADW_BIN (page), child);
  myo_hide_until_mapped (child);
  ui_follow (page);
  ui_follow (child);
  g_object_unref (page);
  ui_assert_freed ();
}

static void
test_parts_set_text (void)
{
  GtkWidget *label = ui_show (gtk_label_new ("as it was"), 100, 50);
  UiHeard changed;

  ui_listen (label, "notify::label", &changed);
  myo_set_text (label, "as it was");
  ui_assert_heard (&changed, 0, NULL);
  myo_set_text (label, "");
  g_assert_cmpuint (changed.n, ==, 1);
  g_free (changed.text);
  ui_close (label);
}

/* --- Screening card --- */

typedef struct
{
  MyoScreeningCard *card;
  MyoFindings      *findings;
  MyoManualClock   *clock;
  MyoFlag           flag;
  UiHeard           anyway;
} Card;

static void
card_set_up (Card          *c,
             gconstpointer  unused)
{
  c->flag = (MyoFlag) { .id = (char *) "calf-clot", .name = (char *) "A clot in the leg", .question = (char *) "Is the calf swollen?",
                        .advice = (char *) "Have it looked at today.", .level = MYO_FLAG_STOP };
  c->findings = myo_findings_new ();
  c->clock = myo_manual_clock_new ();
  c->card = g_object_new (MYO_TYPE_SCREENING_CARD, NULL);
  myo_screening_card_set_findings (c->card, c->findings);
  myo_screening_card_set_clock (c->card, MYO_CLOCK (c->clock));
  ui_listen (c->card, "show-anyway", &c->anyway);
  ui_show (c->card, 330, 200);
}

static void
card_tear_down (Card          *c,
                gconstpointer  unused)
{
  ui_follow (c->clock);
  ui_follow (c->findings);
  g_object_unref (c->clock);
  g_object_unref (c->findings);
  ui_close (c->card);
  g_free (c->anyway.text);
}

static void
test_card_asks (Card          *c,
                gconstpointer  unused)
{
  myo_screening_card_ask (c->card, &c->flag);
  ui_assert_role (c->card, GTK_ACCESSIBLE_ROLE_ALERT);
  ui_assert_reads (c->card, "First a question\nIs the calf swollen?\nYes\nNo\n");
  ui_assert_reads_not (c->card, "A clot in the leg");
  ui_assert_named (c->card);
  g_assert_nonnull (ui_find_class (c->card, "avoid"));
  c->flag.level = MYO_FLAG_CARE;
  c->flag.question = NULL;
  myo_screening_card_ask (c->card, &c->flag);
  ui_assert_reads (c->card, "A clot in the leg");
  g_assert_nonnull (ui_find_class (c->card, "care"));
  g_assert_null (ui_find_class (c->card, "avoid"));
}

/* Who clicks twice must not answer the next question unseen. */
static void
test_card_takes_its_time (Card          *c,
                          gconstpointer  unused)
{
  myo_screening_card_ask (c->card, &c->flag);
  ui_click (ui_find_button (c->card, "Yes"));
  myo_manual_clock_advance (c->clock, 499 * G_TIME_SPAN_MILLISECOND);
  ui_click (ui_find_button (c->card, "Yes"));
  g_assert_cmpint (myo_findings_get_flag (c->findings, "calf-clot"), ==, MYO_ANSWER_NONE);
  /* The same question shown again, as after each stroke, is no new one. */
  myo_screening_card_ask (c->card, &c->flag);
  myo_manual_clock_advance (c->clock, G_TIME_SPAN_MILLISECOND);
  ui_click (ui_find_button (c->card, "Yes"));
  g_assert_cmpint (myo_findings_get_flag (c->findings, "calf-clot"), ==, MYO_ANSWER_YES);
  ui_click (ui_find_button (c->card, "No"));
  g_assert_cmpint (myo_findings_get_flag (c->findings, "calf-clot"), ==, MYO_ANSWER_NO);

  c->flag.id = (char *) "fall";
  myo_screening_card_ask (c->card, &c->flag);
  ui_click (ui_find_button (c->card, "No"));
  g_assert_cmpint (myo_findings_get_flag (c->findings, "fall"), ==, MYO_ANSWER_NONE);
}

static void
test_card_warns (Card          *c,
                 gconstpointer  unused)
{
  myo_findings_set_flag (c->findings, "calf-clot", MYO_ANSWER_YES);
  myo_screening_card_warn (c->card, &c->flag, TRUE);
  ui_assert_reads (c->card, "See to this first\nA clot in the leg\nHave it looked at today.\nAnswer again\nShow muscles all the same\n");
  ui_click (ui_find_button (c->card, "Show muscles all the same"));
  ui_assert_heard (&c->anyway, 1, NULL);

  myo_screening_card_warn (c->card, &c->flag, FALSE);
  ui_assert_reads_not (c->card, "Show muscles");
  myo_manual_clock_advance (c->clock, G_USEC_PER_SEC);
  ui_click (ui_find_button (c->card, "Answer again"));
  g_assert_cmpint (myo_findings_get_flag (c->findings, "calf-clot"), ==, MYO_ANSWER_NONE);

  c->flag.level = MYO_FLAG_CARE;
  c->flag.advice = NULL;
  myo_screening_card_warn (c->card, &c->flag, FALSE);
  ui_assert_reads (c->card, "Take care\nA clot in the leg\n");
}

/* Every question and advice of the atlas in a narrow panel and in large letters. */
static void
test_card_bounds (Card          *c,
                  gconstpointer  unused)
{
  GPtrArray *flags = myo_atlas_get_flags (ui_get_atlas ());

  g_assert_cmpuint (flags->len, >, 10);
  ui_unfocus (c->card);
  for (guint i = 0; i < flags->len; i++)
    {
      myo_screening_card_ask (c->card, flags->pdata[i]);
      ui_assert_fits (c->card, 300);
      myo_screening_card_warn (c->card, flags->pdata[i], TRUE);
      ui_assert_fits (c->card, 300);
    }
  ui_set_text_scale (2);
  ui_draw (c->card);
  ui_assert_fits (c->card, 400);
}

/* --- Reasons for a pain --- */

typedef struct
{
  MyoFinder      *finder;
  MyoPainStudy   *study;
  MyoPainReasons *reasons;
} Reasons;

static void
reasons_set_up (Reasons       *r,
                gconstpointer  unused)
{
  g_autoptr(GError) error = NULL;

  r->finder = myo_finder_new (ui_get_atlas (), ui_get_drawings ());
  r->study = myo_pain_study_new (ui_get_atlas (), ui_get_drawings (), r->finder);
  myo_pain_study_prepare_now (r->study, &error);
  g_assert_no_error (error);
  r->reasons = ui_show (g_object_new (MYO_TYPE_PAIN_REASONS, NULL), 330, 600);
}

static void
reasons_tear_down (Reasons       *r,
                   gconstpointer  unused)
{
  ui_follow (r->study);
  g_object_unref (r->study);
  g_object_unref (r->finder);
  ui_close (r->reasons);
}

static void
mark (Reasons    *r,
      const char *region,
      MyoSide     side)
{
  myo_pain_study_toggle_region (r->study, region, side, 6, MYO_QUALITY_ACHE);
}

static void
test_reasons_empty (Reasons       *r,
                    gconstpointer  unused)
{
  g_autofree char *text = NULL;

  myo_pain_reasons_show (r->reasons, r->study);
  text = ui_dup_text (r->reasons);
  g_assert_cmpstr (text, ==, "");
}

static void
take_check (MyoPainReasons *reasons,
            const char     *muscle,
            int             side,
            const char     *point,
            GPtrArray      *taken)
{
  g_ptr_array_add (taken, g_strdup_printf ("%s %d %s", muscle, side, point));
}

/* A set of muscles opens; each of them can be checked. */
static void
test_reasons_sets (Reasons       *r,
                   gconstpointer  unused)
{
  g_autoptr(GPtrArray) taken = g_ptr_array_new_with_free_func (g_free);
  const MyoExplanation *first;
  const MyoCandidate *member;
  g_autofree char *wanted = NULL;
  GtkExpander *expander;

  mark (r, "temple", MYO_SIDE_RIGHT);
  mark (r, "forehead", MYO_SIDE_RIGHT);
  myo_pain_reasons_show (r->reasons, r->study);
  g_signal_connect (r->reasons, "check", G_CALLBACK (take_check), taken);
  first = myo_pain_study_get_explanations (r->study)->pdata[0];
  member = first->candidates->pdata[0];
  expander = ui_find_type (r->reasons, GTK_TYPE_EXPANDER, 0);
  ui_assert_reads (r->reasons, "Together they explain it");
  ui_assert_reads (expander, member->muscle->name);
  ui_assert_reads_not (r->reasons, "Check ");
  ui_click (expander);
  ui_wait_until (ui_sees (ui_find_type (expander, GTK_TYPE_BUTTON, 0)));
  ui_assert_named (r->reasons);
  ui_click (ui_find_type (expander, GTK_TYPE_BUTTON, 0));
  wanted = g_strdup_printf ("%s %d %s", member->muscle->id, member->side, member->point->id);
  g_assert_cmpuint (taken->len, ==, 1);
  g_assert_cmpstr (taken->pdata[0], ==, wanted);
}

static void
test_reasons_conditions (Reasons       *r,
                         gconstpointer  unused)
{
  UiHeard shown;
  GtkListBoxRow *row;

  ui_listen (r->reasons, "show-condition", &shown);
  mark (r, "temple", MYO_SIDE_RIGHT);
  myo_pain_reasons_show (r->reasons, r->study);
  ui_assert_reads (r->reasons, "What else it can be");
  row = gtk_list_box_get_row_at_index (ui_find_id (r->reasons, "conditions_list"), 0);
  ui_draw (r->reasons);
  ui_click (row);
  g_assert_cmpuint (shown.n, ==, 1);
  ui_assert_reads (row, myo_atlas_get_condition (ui_get_atlas (), shown.text)->name);
  g_free (shown.text);

  /* Another pain: nothing of the last one stays. */
  mark (r, "temple", MYO_SIDE_RIGHT);
  myo_pain_reasons_show (r->reasons, r->study);
  g_assert_null (gtk_list_box_get_row_at_index (ui_find_id (r->reasons, "conditions_list"), 0));
}

/* All of the body at once: the lists stay short and narrow. */
static void
test_reasons_bounds (Reasons       *r,
                     gconstpointer  unused)
{
  GPtrArray *regions = myo_atlas_get_regions (ui_get_atlas ());

  g_assert_cmpuint (regions->len, >, 50);
  for (guint i = 0; i < regions->len; i++)
    {
      const MyoRegion *region = regions->pdata[i];

      mark (r, region->id, region->paired ? MYO_SIDE_RIGHT : MYO_SIDE_MIDDLE);
      if (region->paired)
        mark (r, region->id, MYO_SIDE_LEFT);
    }
  myo_pain_reasons_show (r->reasons, r->study);
  g_assert_cmpuint (ui_count_type (ui_find_id (r->reasons, "sets_box"), GTK_TYPE_EXPANDER), <=, 4);
  g_assert_cmpuint (ui_count_type (ui_find_id (r->reasons, "conditions_list"), GTK_TYPE_LIST_BOX_ROW), <=, 3);
  ui_assert_fits (r->reasons, 330);
  ui_set_text_scale (2);
  ui_draw (r->reasons);
  ui_assert_fits (r->reasons, 400);
}

#define ADD_CARD(name, test) g_test_add ("/screening-card/" name, Card, NULL, card_set_up, test, card_tear_down)
#define ADD_REASONS(name, test) g_test_add ("/pain-reasons/" name, Reasons, NULL, reasons_set_up, test, reasons_tear_down)

int
main (int   argc,
      char *argv[])
{
  ui_init (&argc, &argv);
  g_test_add_func ("/parts/wrap", test_parts_wrap);
  g_test_add_func ("/parts/line", test_parts_line);
  g_test_add_func ("/parts/cautions", test_parts_cautions);
  g_test_add_func ("/parts/source", test_parts_source);
  g_test_add_func ("/parts/rows", test_parts_rows);
  g_test_add_func ("/parts/hidden", test_parts_hidden);
  g_test_add_func ("/parts/never-seen", test_parts_never_seen);
  g_test_add_func ("/parts/set-text", test_parts_set_text);
  ADD_CARD ("asks", test_card_asks);
  ADD_CARD ("takes-its-time", test_card_takes_its_time);
  ADD_CARD ("warns", test_card_warns);
  ADD_CARD ("bounds", test_card_bounds);
  ADD_REASONS ("empty", test_reasons_empty);
  ADD_REASONS ("sets", test_reasons_sets);
  ADD_REASONS ("conditions", test_reasons_conditions);
  ADD_REASONS ("bounds", test_reasons_bounds);
  return g_test_run ();
}
