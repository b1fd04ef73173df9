/* The heap: what is large goes back to the system when it is freed, whatever was freed before.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-heap.h"

#include <malloc.h>
#include <stdlib.h>

#define N_PICTURES 16
#define PICTURE (2 * 1024 * 1024)
/* Larger than what is free in the heap of a program that has just begun. */
#define SMALL (64 * 1024)

/* Bytes of the system's that the heap holds, in use or not. */
static gsize
get_held (void)
{
  struct mallinfo2 info = mallinfo2 ();

  return info.arena + info.hblkhd;
}

static void
free_large (gsize size)
{
  void *volatile block = malloc (size);

  g_assert_nonnull (block);
  free (block);
}

/* Pictures with something small between them, which stays: in a heap it would hold them all. */
static void
test_gives_back (void)
{
  void *volatile pictures[N_PICTURES], *volatile small[N_PICTURES];
  gsize before;

  myo_heap_set_up ();
  free_large (16 * 1024 * 1024);
  before = get_held ();
  if (before == 0)
    {
      g_test_skip ("another heap stands in for the C library's");
      return;
    }

  for (guint i = 0; i < N_PICTURES; i++)
    {
      pictures[i] = malloc (PICTURE);
      small[i] = malloc (SMALL);
    }
  g_assert_cmpuint (get_held (), >=, before + N_PICTURES * PICTURE);
  for (guint i = 0; i < N_PICTURES; i++)
    free (pictures[i]);
  g_assert_cmpuint (get_held (), <, before + N_PICTURES * SMALL + PICTURE);
  for (guint i = 0; i < N_PICTURES; i++)
    free (small[i]);
}

/* What is small comes from the heap, which costs no call of the system. */
static void
test_keeps_small (void)
{
  gsize mapped;
  void *volatile block;

  myo_heap_set_up ();
  mapped = mallinfo2 ().hblkhd;
  block = malloc (MYO_HEAP_LARGE / 2);
  g_assert_cmpuint (mallinfo2 ().hblkhd, ==, mapped);
  free (block);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/heap/gives-back", test_gives_back);
  g_test_add_func ("/heap/keeps-small", test_keeps_small);
  return g_test_run ();
}
