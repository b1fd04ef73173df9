/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-path-text-private.h"

#include <math.h>

void
myo_path_text_skip_space (MyoPathText *self)
{
  while (self->p < self->end && g_ascii_isspace (*self->p))
    self->p++;
}

void
myo_path_text_skip_separator (MyoPathText *self)
{
  myo_path_text_skip_space (self);
  if (self->p < self->end && *self->p == ',')
    {
      self->p++;
      myo_path_text_skip_space (self);
    }
}

static gboolean
at_digit (const MyoPathText *self)
{
  return self->p < self->end && g_ascii_isdigit (*self->p);
}

/* The whole part and the fraction; FALSE when there is no digit at all. */
static gboolean
read_decimal (MyoPathText *self,
              double      *value)
{
  gboolean any = FALSE;
  double unit = 1;

  *value = 0;
  for (; at_digit (self); self->p++, any = TRUE)
    *value = *value * 10 + (*self->p - '0');
  if (self->p < self->end && *self->p == '.')
    for (self->p++; at_digit (self); self->p++, any = TRUE)
      {
        unit *= 10;
        *value = *value * 10 + (*self->p - '0');
      }
  *value /= unit;
  return any;
}

static double
read_exponent (MyoPathText *self)
{
  const char *before = self->p;
  gboolean negative = FALSE;
  int exponent = 0;

  if (self->p == self->end || (*self->p != 'e' && *self->p != 'E'))
    return 1;
  self->p++;
  if (self->p < self->end && (*self->p == '-' || *self->p == '+'))
    negative = *self->p++ == '-';
  if (!at_digit (self))
    {
      self->p = before;
      return 1;
    }
  for (; at_digit (self); self->p++)
    exponent = MIN (exponent * 10 + (*self->p - '0'), 400);
  return pow (10, negative ? -exponent : exponent);
}

gboolean
myo_path_text_read_number (MyoPathText *self,
                           double       most,
                           double      *value)
{
  gboolean negative = FALSE;

  myo_path_text_skip_separator (self);
  if (self->p < self->end && (*self->p == '-' || *self->p == '+'))
    negative = *self->p++ == '-';
  if (!read_decimal (self, value))
    return FALSE;
  *value *= read_exponent (self);
  if (negative)
    *value = -*value;
  return isfinite (*value) && fabs (*value) <= most;
}
