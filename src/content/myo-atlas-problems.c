/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-atlas-problems-private.h"

#include <string.h>

#include "myo-error.h"
#include "myo-xml-fault-private.h"

#define MAX_PROBLEMS 500

void
myo_atlas_problem_free (MyoAtlasProblem *self)
{
  g_free (self->file);
  g_free (self->reason);
  g_free (self);
}

char *
myo_atlas_problem_to_string (const MyoAtlasProblem *self)
{
  return g_strdup_printf ("%s:%d: %s", self->file, self->line, self->reason);
}

GPtrArray *
myo_atlas_problems_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) myo_atlas_problem_free);
}

gboolean
myo_atlas_problems_are_full (GPtrArray *self)
{
  return self->len >= MAX_PROBLEMS;
}

void
myo_atlas_problems_add (GPtrArray  *self,
                        const char *file,
                        int         line,
                        const char *format,
                        ...)
{
  MyoAtlasProblem *problem;
  va_list args;

  if (myo_atlas_problems_are_full (self))
    return;
  problem = g_new0 (MyoAtlasProblem, 1);
  problem->file = g_strdup (file);
  problem->line = line;
  va_start (args, format);
  problem->reason = myo_xml_fault_tidy (g_strdup_vprintf (format, args));
  va_end (args);
  g_ptr_array_add (self, problem);
}

static int
compare_problems (gconstpointer a,
                  gconstpointer b)
{
  const MyoAtlasProblem *left = *(MyoAtlasProblem * const *) a;
  const MyoAtlasProblem *right = *(MyoAtlasProblem * const *) b;
  int by_file = strcmp (left->file, right->file);

  return by_file != 0 ? by_file : left->line - right->line;
}

void
myo_atlas_problems_sort (GPtrArray *self)
{
  g_ptr_array_sort (self, compare_problems);
}

void
myo_atlas_problems_move (GPtrArray *self,
                         GPtrArray *to)
{
  if (to == NULL)
    return;
  for (guint i = 0; i < self->len; i++)
    g_ptr_array_add (to, g_ptr_array_index (self, i));
  g_ptr_array_set_free_func (self, NULL);
  g_ptr_array_set_size (self, 0);
}

gboolean
myo_atlas_problems_report (GPtrArray  *self,
                           GError    **error)
{
  g_autofree char *first = NULL;

  if (self->len == 0)
    return TRUE;
  first = myo_atlas_problem_to_string (g_ptr_array_index (self, 0));
  g_set_error_literal (error, MYO_ERROR, MYO_ERROR_ATLAS, first);
  return FALSE;
}
