/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-path-data.h"

#include <math.h>
#include <string.h>

static gboolean
fail (MyoPathData  *self,
      MyoPathFault  fault)
{
  self->fault = fault;
  return FALSE;
}

/* Returns: how many numbers @command takes, or -1 when there is no such command */
static int
count_arguments (char command)
{
  switch (command)
    {
    case 'Z': return 0;
    case 'H': case 'V': return 1;
    case 'M': case 'L': case 'T': return 2;
    case 'S': case 'Q': return 4;
    case 'C': return 6;
    case 'A': return 7;
    default: return -1;
    }
}

/* --- Reading --- */

static gboolean
read_argument (MyoPathData *self,
               gboolean     is_flag,
               double      *value)
{
  MyoPathText before = self->text;

  if (is_flag)
    return myo_path_text_read_flag (&self->text, value) || fail (self, MYO_PATH_FAULT_FLAG);
  if (!myo_path_text_read_number (&self->text, value))
    return fail (self, MYO_PATH_FAULT_NUMBER);
  if (fabs (*value) <= MYO_PATH_MAX_COORDINATE)
    return TRUE;
  self->text = before;
  return fail (self, MYO_PATH_FAULT_LARGE);
}

static gboolean
read_arguments (MyoPathData *self,
                char         command,
                double       v[7])
{
  int n = count_arguments (command);

  myo_path_text_skip_space (&self->text);
  for (int i = 0; i < n; i++)
    {
      if (i > 0)
        myo_path_text_skip_separator (&self->text);
      if (!read_argument (self, command == 'A' && (i == 3 || i == 4), &v[i]))
        return FALSE;
    }
  return TRUE;
}

/* FALSE at the end too. */
static gboolean
read_letter (MyoPathData *self)
{
  char letter;

  myo_path_text_skip_space (&self->text);
  if (self->text.p == self->text.end)
    return FALSE;
  letter = *self->text.p;
  if (self->last == 0 && letter != 'M' && letter != 'm')
    return fail (self, MYO_PATH_FAULT_START);
  if (!g_ascii_isalpha (letter) || count_arguments (g_ascii_toupper (letter)) < 0)
    return fail (self, MYO_PATH_FAULT_COMMAND);
  self->letter = letter;
  self->text.p++;
  return TRUE;
}

/* After a piece: numbers without a letter repeat the command, those after a move draw lines. */
static void
look_ahead (MyoPathData *self)
{
  gboolean comma = FALSE;

  if (self->letter == 'M' || self->letter == 'm')
    self->letter = self->letter == 'M' ? 'L' : 'l';
  if (self->letter != 'Z' && self->letter != 'z')
    {
      comma = myo_path_text_skip_separator (&self->text);
      if (comma || myo_path_text_at_number (&self->text))
        return;
    }
  self->letter = 0;
}

/* --- Places --- */

static void
make_absolute (const MyoPathData *self,
               char               command,
               double             v[7])
{
  int n = count_arguments (command);

  if (command == 'V')
    v[0] += self->y;
  else
    for (int i = command == 'A' ? 5 : 0; i < n; i++)
      v[i] += (i % 2 == 0) == (command != 'A') ? self->x : self->y;
}

/* The control point that S (after C or S) and T (after Q or T) do not write. */
static void
mirror_control (const MyoPathData *self,
                const char        *after,
                double             v[7])
{
  gboolean smooth = self->last != 0 && strchr (after, self->last) != NULL;

  memmove (v + 2, v, 4 * sizeof *v);
  v[0] = smooth ? 2 * self->x - self->control_x : self->x;
  v[1] = smooth ? 2 * self->y - self->control_y : self->y;
}

static void
simplify (const MyoPathData *self,
          char               command,
          MyoPathPiece      *piece)
{
  piece->command = command;
  piece->mirrored = command == 'S' || command == 'T';
  switch (command)
    {
    case 'H':
      piece->command = 'L';
      piece->v[1] = self->y;
      break;
    case 'V':
      piece->command = 'L';
      piece->v[1] = piece->v[0];
      piece->v[0] = self->x;
      break;
    case 'S':
      piece->command = 'C';
      mirror_control (self, "CS", piece->v);
      break;
    case 'T':
      piece->command = 'Q';
      mirror_control (self, "QT", piece->v);
      break;
    default:
      break;
    }
}

/* Many small steps may lead far away. */
static gboolean
check_range (MyoPathData        *self,
             const MyoPathPiece *piece)
{
  for (guint i = 0; i < G_N_ELEMENTS (piece->v); i++)
    if (!(fabs (piece->v[i]) <= MYO_PATH_MAX_COORDINATE))
      return fail (self, MYO_PATH_FAULT_FAR);
  return TRUE;
}

static void
move_pen (MyoPathData        *self,
          char                command,
          const MyoPathPiece *piece)
{
  int n = count_arguments (piece->command);

  if (n >= 4)
    {
      self->control_x = piece->v[n - 4];
      self->control_y = piece->v[n - 3];
    }
  self->x = n > 0 ? piece->v[n - 2] : self->start_x;
  self->y = n > 0 ? piece->v[n - 1] : self->start_y;
  if (command == 'M')
    {
      self->start_x = self->x;
      self->start_y = self->y;
    }
  self->last = command;
}

/* --- Public --- */

void
myo_path_data_init (MyoPathData *self,
                    const char  *d,
                    gssize       length)
{
  g_return_if_fail (self != NULL && d != NULL);

  *self = (MyoPathData) { .text = { d, d + (length < 0 ? strlen (d) : (gsize) length) } };
}

gboolean
myo_path_data_next (MyoPathData  *self,
                    MyoPathPiece *piece)
{
  char command;

  g_return_val_if_fail (self != NULL && piece != NULL, FALSE);

  *piece = (MyoPathPiece) { .from_x = self->x, .from_y = self->y };
  if (self->fault != MYO_PATH_FAULT_NONE || (self->letter == 0 && !read_letter (self)))
    return FALSE;
  command = g_ascii_toupper (self->letter);
  if (!read_arguments (self, command, piece->v))
    return FALSE;
  if (g_ascii_islower (self->letter))
    make_absolute (self, command, piece->v);
  simplify (self, command, piece);
  if (!check_range (self, piece))
    return FALSE;
  move_pen (self, command, piece);
  look_ahead (self);
  return TRUE;
}
