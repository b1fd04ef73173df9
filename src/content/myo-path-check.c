/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-path-check-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

typedef struct { double x, y; } Point;

typedef struct
{
  const char *start, *p;
  Point       at, begin;     /* the pen; where the sub-path began */
  guint       n_drawn;       /* segments that draw something */
  char       *reason;
} Check;

/* Translators: the reasons here are phrases that follow “The path of this area cannot be drawn:”. */
#define MAX_ARGUMENTS 7
#define MAX_SHOWN 24

static gboolean
fail (Check *check,
      char  *reason)
{
  if (check->reason == NULL)
    check->reason = reason;
  else
    g_free (reason);
  return FALSE;
}

/* --- Reading --- */

static void
skip_blanks (Check *check)
{
  while (*check->p != '\0' && strchr (" \t\r\n,", *check->p) != NULL)
    check->p++;
}

static const char *
skip_digits (const char *p)
{
  while (g_ascii_isdigit (*p))
    p++;
  return p;
}

/* Returns: the end of the number at @p, or @p when there is none.  g_ascii_strtod() alone takes "inf", "nan" and hex. */
static const char *
end_of_number (const char *p)
{
  const char *start = p, *digits, *exponent;

  if (*p == '+' || *p == '-')
    p++;
  digits = p;
  p = skip_digits (p);
  if (*p == '.')
    p = skip_digits (p + 1);
  if (p == digits || (p == digits + 1 && *digits == '.'))
    return start;
  if (*p != 'e' && *p != 'E')
    return p;
  exponent = p + 1;
  if (*exponent == '+' || *exponent == '-')
    exponent++;
  return g_ascii_isdigit (*exponent) ? skip_digits (exponent) : p;
}

/* Path data is ASCII up to where the check has come, so it may be cut anywhere. */
static char *
describe_gap (const Check *check)
{
  gsize read = (gsize) (check->p - check->start);
  gsize shown = MIN (read, MAX_SHOWN);

  return g_strdup_printf (_("a number is missing after “%s%.*s”"), shown < read ? "…" : "", (int) shown, check->p - shown);
}

static gboolean
read_number (Check  *check,
             double *number)
{
  const char *end;

  skip_blanks (check);
  end = end_of_number (check->p);
  if (end == check->p)
    return fail (check, describe_gap (check));
  *number = g_ascii_strtod (check->p, NULL);
  if (!isfinite (*number))
    return fail (check, g_strdup_printf (_("the number “%.*s” is too large"), (int) (end - check->p), check->p));
  check->p = end;
  return TRUE;
}

/* The flags of an arc may stand without a blank between them. */
static gboolean
read_arc_flag (Check  *check,
               double *number)
{
  skip_blanks (check);
  if (*check->p != '0' && *check->p != '1')
    return fail (check, g_strdup (_("the flags of an arc (A) must be 0 or 1")));
  *number = *check->p++ - '0';
  return TRUE;
}

static gboolean
read_arguments (Check  *check,
                char    command,
                guint   n,
                double  arguments[MAX_ARGUMENTS])
{
  for (guint i = 0; i < n; i++)
    {
      gboolean is_flag = g_ascii_toupper (command) == 'A' && (i == 3 || i == 4);

      if (!(is_flag ? read_arc_flag (check, &arguments[i]) : read_number (check, &arguments[i])))
        return FALSE;
    }
  return TRUE;
}

/* --- Following the pen --- */

static gboolean
check_point (Check *check,
             Point  point)
{
  if (point.x >= MYO_PATH_MIN && point.x <= MYO_PATH_MAX && point.y >= MYO_PATH_MIN && point.y <= MYO_PATH_MAX)
    return TRUE;
  return fail (check, g_strdup_printf (_("the place %.0f, %.0f lies off the body; coordinates go from %.0f to %.0f"),
                                       point.x, point.y, MYO_PATH_MIN, MYO_PATH_MAX));
}

static gboolean
move_to (Check *check,
         Point  point)
{
  if (!check_point (check, point))
    return FALSE;
  check->at = point;
  return TRUE;
}

/* Every pair is a point: control points, then the end. */
static gboolean
follow_pairs (Check        *check,
              const double *arguments,
              guint         n,
              Point         origin)
{
  for (guint i = 0; i + 1 < n; i += 2)
    {
      Point point = { origin.x + arguments[i], origin.y + arguments[i + 1] };

      if (!(i + 2 < n ? check_point (check, point) : move_to (check, point)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
follow (Check        *check,
        char          command,
        const double *arguments,
        guint         n)
{
  gboolean relative = g_ascii_islower (command);
  Point origin = relative ? check->at : (Point) { 0, 0 };

  check->n_drawn += g_ascii_toupper (command) != 'M';
  switch (g_ascii_toupper (command))
    {
    case 'H':
      return move_to (check, (Point) { origin.x + arguments[0], check->at.y });
    case 'V':
      return move_to (check, (Point) { check->at.x, origin.y + arguments[0] });
    case 'A':
      return follow_pairs (check, arguments + 5, 2, origin);
    case 'Z':
      check->at = check->begin;
      return TRUE;
    case 'M':
      if (!follow_pairs (check, arguments, n, origin))
        return FALSE;
      check->begin = check->at;
      return TRUE;
    default:
      return follow_pairs (check, arguments, n, origin);
    }
}

/* --- Commands --- */

/* Returns: how many numbers @command takes, or -1 when there is no such command */
static int
count_arguments (char command)
{
  switch (g_ascii_toupper (command))
    {
    case 'M': case 'L': case 'T':
      return 2;
    case 'H': case 'V':
      return 1;
    case 'C':
      return 6;
    case 'S': case 'Q':
      return 4;
    case 'A':
      return 7;
    case 'Z':
      return 0;
    default:
      return -1;
    }
}

static gboolean
starts_number (char c)
{
  return g_ascii_isdigit (c) || c == '+' || c == '-' || c == '.';
}

/* One command and what follows it: numbers without a letter repeat the last one, and after a move they draw lines. */
static gboolean
check_command (Check *check)
{
  char command = *check->p++;
  int n = count_arguments (command);

  if (n < 0)
    {
      g_autofree char *letter = g_utf8_substring (check->p - 1, 0, 1);

      return fail (check, g_strdup_printf (_("“%s” is no command of path data"), letter));
    }
  do
    {
      double arguments[MAX_ARGUMENTS] = { 0 };

      if (!read_arguments (check, command, (guint) n, arguments) || !follow (check, command, arguments, (guint) n))
        return FALSE;
      if (g_ascii_toupper (command) == 'M')
        command = command == 'M' ? 'L' : 'l';
      skip_blanks (check);
    }
  while (n > 0 && starts_number (*check->p));
  return TRUE;
}

char *
myo_path_check (const char *path)
{
  Check check = { path, path };

  skip_blanks (&check);
  if (g_ascii_toupper (*check.p) != 'M')
    fail (&check, g_strdup (_("path data must begin with M")));
  while (check.reason == NULL && *check.p != '\0')
    check_command (&check);
  if (check.reason == NULL && check.n_drawn == 0)
    fail (&check, g_strdup (_("the path draws nothing")));
  return check.reason;
}
