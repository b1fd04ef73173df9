/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-path-check-private.h"

#include <glib/gi18n-lib.h>

#include "myo-path-data.h"

/* Translators: the reasons here are phrases that follow “The path of this area cannot be drawn:”. */
#define MAX_SHOWN 24

/* --- Faults of the grammar --- */

/* Path data is ASCII up to where it was read, so it may be cut anywhere. */
static char *
describe_gap (const char *path,
              const char *fault)
{
  gsize read = (gsize) (fault - path);
  gsize shown = MIN (read, MAX_SHOWN);

  return g_strdelimit (g_strdup_printf (_("a number is missing after “%s%.*s”"), shown < read ? "…" : "", (int) shown, fault - shown),
                       "\t\r\n", ' ');
}

static char *
describe_number (const MyoPathText *text)
{
  MyoPathText number = *text;
  gsize length, shown;
  double value;

  myo_path_text_read_number (&number, &value);
  length = (gsize) (number.p - text->p);
  shown = MIN (length, MAX_SHOWN);
  return g_strdup_printf (_("the number “%.*s%s” is too large"), (int) shown, text->p, shown < length ? "…" : "");
}

static char *
describe_command (const char *at)
{
  g_autofree char *letter = g_utf8_substring (at, 0, 1);

  return g_strdup_printf (_("“%s” is no command of path data"), letter);
}

static char *
describe_fault (const char        *path,
                const MyoPathData *data)
{
  switch (data->fault)
    {
    case MYO_PATH_FAULT_START:
      return g_strdup (_("path data must begin with M"));
    case MYO_PATH_FAULT_COMMAND:
      return describe_command (data->text.p);
    case MYO_PATH_FAULT_NUMBER:
      return describe_gap (path, data->text.p);
    case MYO_PATH_FAULT_FLAG:
      return g_strdup (_("the flags of an arc (A) must be 0 or 1"));
    case MYO_PATH_FAULT_LARGE:
      return describe_number (&data->text);
    case MYO_PATH_FAULT_FAR:
      return g_strdup (_("it leads too far away from the body"));
    case MYO_PATH_FAULT_NONE:
    default:
      return NULL;
    }
}

/* --- Places --- */

static char *
check_place (double x,
             double y)
{
  if (x >= MYO_PATH_MIN && x <= MYO_PATH_MAX && y >= MYO_PATH_MIN && y <= MYO_PATH_MAX)
    return NULL;
  return g_strdup_printf (_("the place %.0f, %.0f lies off the body; coordinates go from %.0f to %.0f"), x, y, MYO_PATH_MIN, MYO_PATH_MAX);
}

/* What is written has to lie on the body: control points, then the end. */
static char *
check_piece (const MyoPathPiece *piece)
{
  static const struct { char command; guint first, end; } places[] = {
    { 'M', 0, 2 }, { 'L', 0, 2 }, { 'C', 0, 6 }, { 'Q', 0, 4 }, { 'A', 5, 7 },
  };
  char *reason = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (places[i].command == piece->command)
      for (guint k = places[i].first + (piece->mirrored ? 2 : 0); k < places[i].end && reason == NULL; k += 2)
        reason = check_place (piece->v[k], piece->v[k + 1]);
  return reason;
}

char *
myo_path_check (const char *path)
{
  MyoPathData data;
  MyoPathPiece piece;
  guint n_drawn = 0;

  for (myo_path_data_init (&data, path, -1); myo_path_data_next (&data, &piece); n_drawn += piece.command != 'M')
    {
      char *reason = check_piece (&piece);

      if (reason != NULL)
        return reason;
    }
  if (data.fault != MYO_PATH_FAULT_NONE)
    return describe_fault (path, &data);
  if (data.last == 0)
    return g_strdup (_("path data must begin with M"));
  return n_drawn == 0 ? g_strdup (_("the path draws nothing")) : NULL;
}
