/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-atlas-entries.h"

static void
free_list (GPtrArray *list)
{
  if (list != NULL)
    g_ptr_array_unref (list);
}

void
myo_region_free (MyoRegion *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self);
}

void
myo_method_free (MyoMethod *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->summary);
  g_free (self->feels);
  g_free (self->good_for);
  g_free (self->risk);
  g_free (self->certainty);
  free_list (self->evidence);
  g_free (self);
}

void
myo_tool_free (MyoTool *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->summary);
  g_free (self->risk);
  g_free (self);
}

void
myo_ask_free (MyoAsk *self)
{
  g_free (self->region);
  g_free (self);
}

void
myo_flag_free (MyoFlag *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->question);
  g_free (self->advice);
  free_list (self->asks);
  g_free (self);
}

void
myo_condition_free (MyoCondition *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->summary);
  free_list (self->muscles);
  free_list (self->other_causes);
  free_list (self->see_doctor);
  free_list (self->regions);
  g_free (self);
}

void
myo_prevalence_free (MyoPrevalence *self)
{
  g_free (self->id);
  free_list (self->evidence);
  g_free (self);
}

void
myo_topic_free (MyoTopic *self)
{
  g_free (self->id);
  g_free (self->name);
  free_list (self->texts);
  free_list (self->evidence);
  g_free (self);
}

void
myo_source_free (MyoSource *self)
{
  g_free (self->id);
  g_free (self->kind);
  g_free (self->year);
  g_free (self->doi);
  g_free (self->pmid);
  g_free (self->citation);
  g_free (self);
}
