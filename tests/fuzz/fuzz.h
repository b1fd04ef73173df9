/* What the fuzz programs share: seeds are changed at random, again and again, and each result goes into one function that must hold.
 *
 *   fuzz-NAME [--seed=N] [--first=N] [--count=N] [FILE…]
 *
 * The inputs are numbered; with the same seed the same number is the same input, whatever came before it.  When one does harm it is
 * written to a file, and the command that runs it again is printed.  With FILEs only these are run.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** FuzzTarget: @name: of the program and of its folder of seeds
 * @tokens: (array zero-terminated=1): words that mean something to what is tested
 * @count: how many inputs are enough for every day
 * @max_length: of an input, bytes
 * @run: gets @data, which a NUL follows; it asserts what has to hold */
typedef struct
{
  const char         *name;
  const char * const *tokens;
  guint               count;
  gsize               max_length;
  void              (*run) (const char *data, gsize length);
} FuzzTarget;

/** fuzz_main: Returns: what main() has to */
int      fuzz_main   (int argc, char *argv[], const FuzzTarget *target);

/** fuzz_mutate: changes @text in one to eight places, some of them with pieces of @other */
void     fuzz_mutate (GString *text, const FuzzTarget *target, const GString *other, GRand *random);

/** fuzz_assert_reason: @reason is a sentence for people: some words, valid UTF-8, on one line, not endless */
void     fuzz_assert_reason (const char *reason);

/** fuzz_assert_placed: @message begins with `NAME:LINE: `, NAME being @name and LINE one of @data, and goes on with a sentence */
void     fuzz_assert_placed (const char *message, const char *name, const char *data, gsize length);

G_END_DECLS
