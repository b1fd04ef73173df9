/* How an input is changed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include <string.h>

typedef void (*Mutation) (GString *text, const FuzzTarget *target, const GString *other, GRand *random);

static const char * const numbers[] = {
  "0", "-0", "1", "-1", "7", "60", "61", "255", "256", "1780", "1851", "65535", "65536", "2147483647", "2147483648", "4294967296",
  "-2147483649", "18446744073709551616", "1e999", "1e-999", "-1e5", "0.0000000001", "1e308", "NaN", "inf", "0x10", ".", "-", "+", "1e", "",
};

static gsize
any_place (const GString *text,
           GRand         *random)
{
  return text->len > 0 ? (gsize) g_rand_int_range (random, 0, (gint32) text->len) : 0;
}

/* Mostly short, now and then long. */
static gsize
any_length (gsize  most,
            GRand *random)
{
  gsize limit = g_rand_boolean (random) ? 8 : g_rand_boolean (random) ? 64 : most;

  limit = MIN (limit, most);
  return limit > 0 ? (gsize) g_rand_int_range (random, 0, (gint32) limit + 1) : 0;
}

/* --- Mutations --- */

static void
change_byte (GString *text, const FuzzTarget *target, const GString *other, GRand *random)
{
  if (text->len > 0)
    text->str[any_place (text, random)] = (char) g_rand_int_range (random, 0, 256);
}

static void
flip_bit (GString *text, const FuzzTarget *target, const GString *other, GRand *random)
{
  if (text->len > 0)
    text->str[any_place (text, random)] ^= (char) (1 << g_rand_int_range (random, 0, 8));
}

static void
insert_byte (GString *text, const FuzzTarget *target, const GString *other, GRand *random)
{
  g_string_insert_c (text, (gssize) any_place (text, random), (char) g_rand_int_range (random, 0, 256));
}

static void
cut (GString *text, const FuzzTarget *target, const GString *other, GRand *random)
{
  gsize at = any_place (text, random);

  g_string_erase (text, (gssize) at, (gssize) any_length (text->len - at, random));
}

static void
break_off (GString *text, const FuzzTarget *target, const GString *other, GRand *random)
{
  g_string_truncate (text, any_place (text, random));
}

static void
put_token (GString *text, const FuzzTarget *target, const GString *other, GRand *random)
{
  guint n = g_strv_length ((char **) target->tokens);

  if (n > 0)
    g_string_insert (text, (gssize) any_place (text, random), target->tokens[g_rand_int_range (random, 0, (gint32) n)]);
}

/* A piece of the text comes again elsewhere, maybe many times over. */
static void
repeat (GString *text, const FuzzTarget *target, const GString *other, GRand *random)
{
  gsize at = any_place (text, random), length = any_length (text->len - at, random);
  int times = g_rand_int_range (random, 0, 20) == 0 ? g_rand_int_range (random, 10, 2000) : 1;
  g_autofree char *piece = g_strndup (text->str + at, length);
  gsize to = any_place (text, random);

  for (int i = 0; i < times && text->len + length <= target->max_length; i++)
    g_string_insert_len (text, (gssize) to, piece, (gssize) length);
}

static void
splice (GString *text, const FuzzTarget *target, const GString *other, GRand *random)
{
  gsize from = any_place (other, random), length = any_length (other->len - from, random);

  g_string_insert_len (text, (gssize) any_place (text, random), other->str + from, (gssize) length);
}

/* The next number from a place on becomes another. */
static void
change_number (GString *text, const FuzzTarget *target, const GString *other, GRand *random)
{
  gsize at = any_place (text, random), end;

  while (at < text->len && !g_ascii_isdigit (text->str[at]))
    at++;
  for (end = at; end < text->len && g_ascii_isdigit (text->str[end]); )
    end++;
  g_string_erase (text, (gssize) at, (gssize) (end - at));
  g_string_insert (text, (gssize) at, numbers[g_rand_int_range (random, 0, G_N_ELEMENTS (numbers))]);
}

void
fuzz_mutate (GString          *text,
             const FuzzTarget *target,
             const GString    *other,
             GRand            *random)
{
  static const Mutation mutations[] = {
    change_byte, flip_bit, insert_byte, cut, break_off, put_token, put_token, repeat, splice, change_number, change_number,
  };
  int n = g_rand_int_range (random, 1, 9);

  for (int i = 0; i < n; i++)
    mutations[g_rand_int_range (random, 0, G_N_ELEMENTS (mutations))] (text, target, other, random);
  if (text->len > target->max_length)
    g_string_truncate (text, target->max_length);
}
