/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "myo-candidate-row.h"
#include "myo-answer-page.h"
#include "myo-pain-reasons.h"
#include "myo-pain-words.h"
#include "myo-parts.h"
#include "myo-screening-card.h"

/* Rows shown at first, and more of them at each wish. */
#define ROWS_AT_ONCE 12
/* Lines of the words in short; all of them stand with the details. */
#define FEW_LINES    4

struct _MyoAnswerPage
{
  GtkWidget parent_instance;

  MyoPainDesk    *pain;
  MyoPainStudy   *study;         /* of the desk */
  MyoScreeningDesk *screening;   /* likewise */
  MyoPlaceDesk   *places;
  MyoPlaceAnswer *answer;        /* on show, or NULL */
  GPtrArray      *rows;          /* of MyoCandidateRow, all that were ever needed */
  guint           most;          /* rows to show */
  GtkWidget      *previewed;     /* the row whose zones are on the map, or NULL; owned by the list */
  gboolean        stale;         /* something changed while the page was not on show */
  gboolean        details_stale; /* shown when painting rests */

  GtkWidget *scroller, *empty_box, *paint_button, *drawing_box, *words_label, *details_expander, *details_box;
  GtkWidget *waiting_box, *spinner, *waiting_label, *cancel_button, *card, *answer_box, *heading_label, *list, *more_button, *reasons;
  GtkWidget *again_button, *list_button;
};

G_DEFINE_FINAL_TYPE (MyoAnswerPage, myo_answer_page, GTK_TYPE_WIDGET)

enum { CHECK, SHOW_CONDITION, LIST_REGIONS, N_SIGNALS };
static guint signals[N_SIGNALS];

/* --- The list --- */

static void
row_previewed (MyoAnswerPage   *self,
               gboolean         on,
               MyoCandidateRow *row)
{
  MyoSelection *selection = myo_place_desk_get_selection (self->places);

  if (on)
    {
      self->previewed = GTK_WIDGET (row);
      myo_selection_preview_muscle (selection, myo_candidate_row_get_muscle (row), myo_candidate_row_get_side (row),
                                    myo_candidate_row_get_point (row));
    }
  else if (self->previewed == GTK_WIDGET (row))
    {
      self->previewed = NULL;
      myo_selection_preview_muscle (selection, NULL, MYO_SIDE_RIGHT, NULL);
    }
}

static void
row_activated (MyoAnswerPage   *self,
               MyoCandidateRow *row)
{
  g_signal_emit (self, signals[CHECK], 0, myo_candidate_row_get_muscle (row)->id, (int) myo_candidate_row_get_side (row),
                 myo_candidate_row_get_point (row));
}

static MyoCandidateRow *
get_row (MyoAnswerPage *self,
         guint          i)
{
  GtkWidget *row;

  if (i < self->rows->len)
    return self->rows->pdata[i];

  row = myo_candidate_row_new ();
  g_signal_connect_object (row, "previewed", G_CALLBACK (row_previewed), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
  g_ptr_array_add (self->rows, row);

  return MYO_CANDIDATE_ROW (row);
}

static void
show_candidates (MyoAnswerPage *self)
{
  GPtrArray *candidates = self->answer->candidates;
  MyoFindings *findings = myo_pain_study_get_findings (self->study);
  guint n = MIN (candidates->len, self->most);

  for (guint i = 0; i < n; i++)
    {
      MyoCandidateRow *row = get_row (self, i);

      myo_candidate_row_set_candidate (row, candidates->pdata[i], findings);
      gtk_widget_set_visible (GTK_WIDGET (row), TRUE);
    }
  for (guint i = n; i < self->rows->len; i++)
    gtk_widget_set_visible (self->rows->pdata[i], FALSE);

  gtk_widget_set_visible (self->list, n > 0);
  gtk_widget_set_visible (self->more_button, candidates->len > n);
  myo_set_text (self->heading_label, n > 0 ? _("Muscles that may explain it") : _("No muscle of this atlas is known to send pain here."));
}

static void
more_clicked (MyoAnswerPage *self)
{
  guint first = self->most;

  self->most += ROWS_AT_ONCE;
  show_candidates (self);
  if (first < self->rows->len)
    gtk_widget_grab_focus (self->rows->pdata[first]);
}

/* --- What is painted --- */

static gboolean
is_empty (MyoAnswerPage *self)
{
  MyoCoverage *coverage = myo_pain_study_get_coverage (self->study);

  if (coverage != NULL)
    return myo_coverage_is_empty (coverage);

  return myo_pain_drawing_is_empty (myo_pain_study_get_drawing (self->study)) && myo_pain_study_get_stroke (self->study) == NULL;
}

static void
show_words (MyoAnswerPage *self)
{
  const char *words = self->answer->where;

  myo_set_text (self->words_label, words != NULL ? words : "");
  gtk_widget_set_visible (self->words_label, words != NULL && *words != '\0');
  gtk_widget_set_visible (self->details_expander, words != NULL);
}

static void
show_details (MyoAnswerPage *self)
{
  MyoCoverage *coverage = myo_pain_study_get_coverage (self->study);
  gboolean expanded = gtk_expander_get_expanded (GTK_EXPANDER (self->details_expander));
  g_auto(GStrv) lines = NULL;

  gtk_label_set_lines (GTK_LABEL (self->words_label), expanded ? -1 : FEW_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (self->words_label), expanded ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  myo_empty_box (self->details_box);
  if (coverage == NULL || !expanded)
    return;

  lines = myo_pain_words_describe (myo_pain_study_get_atlas (self->study), coverage);
  for (guint i = 0; lines[i] != NULL; i++)
    gtk_box_append (GTK_BOX (self->details_box), myo_make_bullet (lines[i]));
}

/* --- What is asked first --- */

/* Returns: whether the muscles may be shown */
static gboolean
show_screening (MyoAnswerPage *self)
{
  MyoScreeningCard *card = MYO_SCREENING_CARD (self->card);
  const MyoFlag *flag;
  MyoScreeningStep step = myo_screening_desk_get_step (self->screening, &flag);

  if (step == MYO_SCREENING_ASK)
    myo_screening_card_ask (card, flag);
  else if (step != MYO_SCREENING_CLEAR)
    myo_screening_card_warn (card, flag, step == MYO_SCREENING_WARN);
  gtk_widget_set_visible (self->card, step != MYO_SCREENING_CLEAR);

  return step == MYO_SCREENING_CLEAR || step == MYO_SCREENING_WARNED;
}

/* Who said no by mistake can say so. */
static void
again_clicked (MyoAnswerPage *self)
{
  myo_screening_desk_ask_again (self->screening);
}

/* --- Following the study --- */

static void
painting_rests (MyoAnswerPage *self)
{
  if (!self->details_stale)
    return;

  self->details_stale = FALSE;
  show_details (self);
  if (gtk_widget_get_visible (self->answer_box))
    myo_pain_reasons_show (MYO_PAIN_REASONS (self->reasons), self->study);
}

/* What is on its way can be done without. */
static void
show_waiting (MyoAnswerPage *self,
              gboolean       empty,
              gboolean       ready)
{
  gboolean reading = myo_pain_desk_is_reading (self->pain);

  gtk_widget_set_visible (self->cancel_button, reading);
  gtk_widget_set_visible (self->waiting_box, reading || (!empty && !ready));
  if (reading)
    myo_set_text (self->waiting_label, _("The drawing is being read."));
  else if (gtk_widget_get_visible (self->spinner))
    myo_set_text (self->waiting_label, _("The body is being measured. The answer comes in a moment."));
}

static void
update (MyoAnswerPage *self)
{
  gboolean empty = is_empty (self), ready = myo_pain_study_is_ready (self->study), answer;

  self->stale = FALSE;
  self->details_stale = TRUE;
  g_clear_pointer (&self->answer, myo_place_answer_unref);
  self->answer = myo_place_desk_answer_painted (self->places, self->study);
  if (empty)
    self->most = ROWS_AT_ONCE;
  gtk_widget_set_visible (self->empty_box, empty);
  gtk_widget_set_visible (self->drawing_box, !empty);
  gtk_widget_set_visible (self->list_button, !empty);
  show_waiting (self, empty, ready);
  show_words (self);

  answer = show_screening (self) && !empty && ready;
  if (answer)
    show_candidates (self);
  gtk_widget_set_visible (self->answer_box, answer);
  gtk_widget_set_visible (self->again_button, answer && myo_screening_desk_is_denied (self->screening));
}

/* In its own time: all of it at once would be felt. */
static void
update_and_rest (MyoAnswerPage *self)
{
  update (self);
  myo_pain_desk_await_rest (self->pain);
}

static void
study_changed (MyoAnswerPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
  else
    self->stale = TRUE;
}

static void
reading_changed (MyoAnswerPage *self)
{
  if (myo_pain_desk_is_reading (self->pain) != gtk_widget_get_visible (self->cancel_button))
    study_changed (self);
}

static void
cancel_clicked (MyoAnswerPage *self)
{
  myo_pain_desk_cancel_reading (self->pain);
}

static void
study_failed (MyoAnswerPage *self,
              GError        *error)
{
  if (myo_pain_study_get_grid (self->study) != NULL)
    return;
  gtk_widget_set_visible (self->spinner, FALSE);
  myo_set_text (self->waiting_label, error->message);
}

static void
tool_changed (MyoAnswerPage *self)
{
  MyoPainTool *tool = myo_pain_desk_get_tool (self->pain);

  gtk_widget_set_visible (self->paint_button, myo_pain_tool_get_kind (tool) == MYO_PAIN_TOOL_HAND);
}

static void
list_clicked (MyoAnswerPage *self)
{
  g_signal_emit (self, signals[LIST_REGIONS], 0);
}

static void
show_anyway (MyoAnswerPage *self)
{
  myo_screening_desk_show_anyway (self->screening);
}

static void
reasons_check (MyoAnswerPage *self,
               const char    *muscle,
               int            side,
               const char    *point)
{
  g_signal_emit (self, signals[CHECK], 0, muscle, side, point);
}

static void
reasons_condition (MyoAnswerPage *self,
                   const char    *id)
{
  g_signal_emit (self, signals[SHOW_CONDITION], 0, id);
}

void
myo_answer_page_set_model (MyoAnswerPage *self,
                           MyoPainDesk   *pain,
                           MyoPlaceDesk  *places)
{
  g_return_if_fail (MYO_IS_ANSWER_PAGE (self));
  g_return_if_fail (self->pain == NULL);

  self->pain = g_object_ref (pain);
  self->study = g_object_ref (myo_pain_desk_get_study (pain));
  self->screening = g_object_ref (myo_pain_desk_get_screening (pain));
  self->places = g_object_ref (places);
  myo_screening_card_set_findings (MYO_SCREENING_CARD (self->card), myo_pain_study_get_findings (self->study));
  g_signal_connect_object (self->study, "changed", G_CALLBACK (study_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->study, "failed", G_CALLBACK (study_failed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pain, "changed", G_CALLBACK (reading_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->screening, "changed", G_CALLBACK (update_and_rest), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pain, "rested", G_CALLBACK (painting_rests), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (myo_pain_desk_get_tool (pain), "notify::kind", G_CALLBACK (tool_changed), self, G_CONNECT_SWAPPED);
  tool_changed (self);
  self->stale = TRUE;
}

/* --- Class --- */

static void
myo_answer_page_map (GtkWidget *widget)
{
  MyoAnswerPage *self = MYO_ANSWER_PAGE (widget);

  /* Made now, not under the brush. */
  for (guint i = self->rows->len; i < ROWS_AT_ONCE; i++)
    gtk_widget_set_visible (GTK_WIDGET (get_row (self, i)), FALSE);
  if (self->study != NULL)
    myo_pain_study_prepare (self->study);
  if (self->study != NULL && self->stale)
    update_and_rest (self);

  GTK_WIDGET_CLASS (myo_answer_page_parent_class)->map (widget);
}

static void
myo_answer_page_unmap (GtkWidget *widget)
{
  MyoAnswerPage *self = MYO_ANSWER_PAGE (widget);

  GTK_WIDGET_CLASS (myo_answer_page_parent_class)->unmap (widget);

  if (self->previewed != NULL)
    row_previewed (self, FALSE, MYO_CANDIDATE_ROW (self->previewed));
}

static void
myo_answer_page_dispose (GObject *object)
{
  MyoAnswerPage *self = MYO_ANSWER_PAGE (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->answer, myo_place_answer_unref);
  g_clear_object (&self->places);
  g_clear_object (&self->screening);
  g_clear_object (&self->study);
  g_clear_object (&self->pain);

  G_OBJECT_CLASS (myo_answer_page_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, MyoAnswerPage, name)

static void
bind_template (GtkWidgetClass *widget_class)
{
  BIND (scroller);
  BIND (empty_box);
  BIND (paint_button);
  BIND (drawing_box);
  BIND (words_label);
  BIND (details_expander);
  BIND (details_box);
  BIND (waiting_box);
  BIND (spinner);
  BIND (waiting_label);
  BIND (cancel_button);
  BIND (card);
  BIND (answer_box);
  BIND (heading_label);
  BIND (list);
  BIND (more_button);
  BIND (reasons);
  BIND (again_button);
  BIND (list_button);
  gtk_widget_class_bind_template_callback (widget_class, again_clicked);
  gtk_widget_class_bind_template_callback (widget_class, show_anyway);
  gtk_widget_class_bind_template_callback (widget_class, list_clicked);
  gtk_widget_class_bind_template_callback (widget_class, more_clicked);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked);
  gtk_widget_class_bind_template_callback (widget_class, reasons_check);
  gtk_widget_class_bind_template_callback (widget_class, reasons_condition);
  gtk_widget_class_bind_template_callback (widget_class, row_activated);
  gtk_widget_class_bind_template_callback (widget_class, show_details);
}

static void
myo_answer_page_class_init (MyoAnswerPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = myo_answer_page_dispose;
  widget_class->map = myo_answer_page_map;
  widget_class->unmap = myo_answer_page_unmap;
  signals[CHECK] = g_signal_new ("check", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_INT, G_TYPE_STRING);
  signals[SHOW_CONDITION] = g_signal_new ("show-condition", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[LIST_REGIONS] = g_signal_new ("list-regions", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (MYO_TYPE_PAIN_REASONS);
  g_type_ensure (MYO_TYPE_SCREENING_CARD);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/myo-answer-page.ui");
  bind_template (widget_class);
}

static void
myo_answer_page_init (MyoAnswerPage *self)
{
  self->rows = g_ptr_array_new ();
  self->most = ROWS_AT_ONCE;
  gtk_widget_init_template (GTK_WIDGET (self));
  myo_hide_until_mapped (self->scroller);
}
