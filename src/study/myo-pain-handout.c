/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "myo-pain-handout.h"
#include "myo-pain-words.h"
#include "myo-words.h"

/* As many as are worth looking at one after the other. */
#define MOST_MUSCLES 5

struct _MyoPainHandout
{
  MyoPainSheet    sheet;
  MyoDrawings    *drawings;
  MyoBodyGrid    *grid;
  MyoPainDrawing *drawing;   /* a copy: the person may paint on meanwhile */
  char           *subtitle;
  GPtrArray      *lines;     /* of char*, %NULL at the end */
};

static void
name_parts (MyoPainSheet *sheet)
{
  sheet->title = _("Pain drawing");
  sheet->figure_names[0] = _("Front");
  sheet->figure_names[1] = _("Back");
  sheet->figure_names[2] = _("Right side");
  sheet->figure_names[3] = _("Left side");
  sheet->figure_names[4] = _("Right sole");
  sheet->figure_names[5] = _("Left sole");
  /* Translators: the side of the body, as a mark beside the drawn figure; keep it short */
  sheet->right = C_("side of the body", "Right");
  sheet->left = C_("side of the body", "Left");
  for (int i = 0; i < MYO_N_QUALITIES; i++)
    sheet->quality_names[i] = myo_pain_words_quality ((MyoQuality) i);
}

static void
add_places (MyoPainHandout *self,
            MyoPainStudy   *study)
{
  g_auto(GStrv) places = myo_pain_words_describe (myo_pain_study_get_atlas (study), myo_pain_study_get_coverage (study));
  g_autofree char *joined = g_strjoinv ("; ", places);

  if (places[0] == NULL)
    g_ptr_array_add (self->lines, g_strdup (_("Nothing is marked.")));
  else
    /* Translators: %s is a list such as "Temple, right: aching, 6 of 10, 14 cm²; Forehead, right: …" */
    g_ptr_array_add (self->lines, g_strdup_printf (_("Where it hurts: %s."), joined));
}

static void
add_muscles (MyoPainHandout *self,
             MyoPainStudy   *study)
{
  GPtrArray *candidates = myo_pain_study_get_candidates (study);
  g_autoptr(GString) list = g_string_new (NULL);

  for (guint i = 0; i < MIN (candidates->len, MOST_MUSCLES); i++)
    {
      const MyoCandidate *candidate = candidates->pdata[i];
      g_autofree char *name = myo_words_muscle_side (candidate->muscle->name, candidate->side);

      if (candidate->refuted)
        break;
      if (list->len > 0)
        g_string_append (list, "; ");
      /* Translators: a muscle with its side, one of its trigger points, and the share of the pain that it explains, in percent */
      g_string_append_printf (list, _("%s (%s, %d %%)"), name, candidate->point->label,
                              (int) lround (candidate->share * 100));
    }
  if (list->len > 0)
    g_ptr_array_add (self->lines, g_strdup_printf (_("Muscles that may explain it, with the share of the pain that each explains: %s."),
                                                   list->str));
}

MyoPainHandout *
myo_pain_handout_new (MyoPainStudy *study,
                      MyoDrawings  *drawings,
                      const char   *subtitle)
{
  MyoPainHandout *self;

  g_return_val_if_fail (MYO_IS_PAIN_STUDY (study) && myo_pain_study_is_ready (study), NULL);

  self = g_new0 (MyoPainHandout, 1);
  self->subtitle = g_strdup (subtitle);
  self->lines = g_ptr_array_new_with_free_func (g_free);
  add_places (self, study);
  add_muscles (self, study);
  if (self->lines->len > 1)
    g_ptr_array_add (self->lines, g_strdup (_("A muscle is only one possible reason. Pain that is new, strong, or comes with fever, numbness, weakness or breathlessness belongs before a doctor.")));
  g_ptr_array_add (self->lines, NULL);

  name_parts (&self->sheet);
  self->drawings = g_object_ref (drawings);
  self->grid = myo_body_grid_ref (myo_pain_study_get_grid (study));
  self->drawing = myo_pain_drawing_copy (myo_pain_study_get_drawing (study));
  self->sheet.drawings = self->drawings;
  self->sheet.grid = self->grid;
  self->sheet.strokes = myo_pain_drawing_get_strokes (self->drawing);
  self->sheet.subtitle = self->subtitle;
  self->sheet.lines = (const char * const *) self->lines->pdata;
  return self;
}

MyoPainHandout *
myo_pain_handout_new_dated (MyoPainStudy  *study,
                            MyoDrawings   *drawings,
                            GDateTime     *day,
                            GError       **error)
{
  /* Translators: the day on a printed page, in the notation of strftime: "3 November 2025" */
  g_autofree char *subtitle = g_date_time_format (day, _("%-e %B %Y"));

  if (!myo_pain_study_is_ready (study) && !myo_pain_study_prepare_now (study, error))
    return NULL;
  return myo_pain_handout_new (study, drawings, subtitle);
}

void
myo_pain_handout_free (MyoPainHandout *self)
{
  g_ptr_array_unref (self->lines);
  g_object_unref (self->drawing);
  myo_body_grid_unref (self->grid);
  g_object_unref (self->drawings);
  g_free (self->subtitle);
  g_free (self);
}

const MyoPainSheet *
myo_pain_handout_get_sheet (MyoPainHandout *self)
{
  return &self->sheet;
}
