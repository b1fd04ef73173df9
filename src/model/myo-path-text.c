/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-path-text.h"

#include <math.h>

/* A double holds no more digits than make this number; those that follow only move the point. */
#define FULL 1e16

/* Beyond it a number is 0 or infinite, whatever its digits are; far from where an int ends. */
#define MAX_EXPONENT 100000000

/* While reading: @value × 10^@exponent */
typedef struct
{
  double value;
  int    exponent;
} Decimal;

void
myo_path_text_skip_space (MyoPathText *self)
{
  while (self->p < self->end && g_ascii_isspace (*self->p))
    self->p++;
}

static gboolean
pass (MyoPathText *self,
      char         c)
{
  if (self->p == self->end || *self->p != c)
    return FALSE;
  self->p++;
  return TRUE;
}

gboolean
myo_path_text_skip_separator (MyoPathText *self)
{
  gboolean comma;

  myo_path_text_skip_space (self);
  comma = pass (self, ',');
  myo_path_text_skip_space (self);
  return comma;
}

static gboolean
at_digit (const MyoPathText *self)
{
  return self->p < self->end && g_ascii_isdigit (*self->p);
}

gboolean
myo_path_text_at_number (const MyoPathText *self)
{
  return at_digit (self) || (self->p < self->end && (*self->p == '-' || *self->p == '+' || *self->p == '.'));
}

/* Returns: whether there is a digit.  @shift: how far each moves the point: 0 before it, -1 after it */
static gboolean
read_digits (MyoPathText *self,
             Decimal     *decimal,
             int          shift)
{
  const char *start = self->p;

  for (; at_digit (self); self->p++)
    if (decimal->value < FULL)
      {
        decimal->value = decimal->value * 10 + (*self->p - '0');
        decimal->exponent += shift;
      }
    else
      decimal->exponent += 1 + shift;
  return self->p > start;
}

/* FALSE when there is an e without a digit after it. */
static gboolean
read_exponent (MyoPathText *self,
               Decimal     *decimal)
{
  gboolean negative;
  int exponent = 0;

  if (!pass (self, 'e') && !pass (self, 'E'))
    return TRUE;
  negative = pass (self, '-');
  if (!negative)
    pass (self, '+');
  if (!at_digit (self))
    return FALSE;
  for (; at_digit (self); self->p++)
    exponent = MIN (exponent * 10 + (*self->p - '0'), MAX_EXPONENT);
  decimal->exponent += negative ? -exponent : exponent;
  return TRUE;
}

/* Powers of ten are exact up to 10^22: dividing by one rounds once, as it should. */
static double
to_double (const Decimal *decimal)
{
  int exponent = decimal->exponent;
  double value = decimal->value;

  if (value == 0)
    return 0;
  for (; exponent < -300 && value > 0; exponent += 300)
    value /= 1e300;
  for (; exponent > 300 && isfinite (value); exponent -= 300)
    value *= 1e300;
  return exponent < 0 ? value / pow (10, -exponent) : value * pow (10, exponent);
}

gboolean
myo_path_text_read_number (MyoPathText *self,
                           double      *value)
{
  MyoPathText text = *self;
  Decimal decimal = { 0, 0 };
  gboolean negative = pass (&text, '-'), any;

  if (!negative)
    pass (&text, '+');
  any = read_digits (&text, &decimal, 0);
  if (pass (&text, '.'))
    any |= read_digits (&text, &decimal, -1);
  if (!any || !read_exponent (&text, &decimal))
    return FALSE;
  *value = negative ? -to_double (&decimal) : to_double (&decimal);
  *self = text;
  return TRUE;
}

gboolean
myo_path_text_read_flag (MyoPathText *self,
                         double      *value)
{
  if (self->p == self->end || (*self->p != '0' && *self->p != '1'))
    return FALSE;
  *value = *self->p++ - '0';
  return TRUE;
}
