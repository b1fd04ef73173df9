/* A saved pain drawing with all that is known of it, for the commands that read one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-cli.h"
#include "myo-pain-file.h"

static MyoPainStudy *
create_study (MyoAtlas        *atlas,
              MyoPainDrawing  *drawing,
              GError         **error)
{
  g_autoptr(MyoDrawings) drawings = myo_drawings_new ();
  g_autoptr(MyoFinder) finder = myo_finder_new (atlas, drawings);
  g_autoptr(MyoPainStudy) study = myo_pain_study_new (atlas, drawings, finder);

  myo_pain_drawing_set (myo_pain_study_get_drawing (study), drawing);
  return myo_pain_study_prepare_now (study, error) ? g_steal_pointer (&study) : NULL;
}

MyoPainStudy *
myo_cli_load_study (const char *path)
{
  g_autoptr(MyoAtlas) atlas = myo_cli_load_atlas ();
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr(MyoPainDrawing) drawing = NULL;
  g_autoptr(MyoPainStudy) study = NULL;
  g_autoptr(GError) error = NULL;

  if (atlas == NULL)
    return NULL;
  drawing = myo_pain_file_load (file, atlas, &error);
  study = drawing != NULL ? create_study (atlas, drawing, &error) : NULL;
  if (study == NULL)
    g_printerr ("%s\n", error->message);
  return g_steal_pointer (&study);
}
