/* What the benchmarks share: one JSON line for each value measured.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <stdio.h>
#include <stdlib.h>

/** bench_print: @ratio: to something measured beside it, or 0 for none */
static inline void
bench_print (const char *name,
             double      value,
             const char *unit,
             double      ratio)
{
  if (ratio > 0)
    printf ("{\"name\":\"%s\",\"value\":%.4f,\"unit\":\"%s\",\"ratio\":%.3f}\n", name, value, unit, ratio);
  else
    printf ("{\"name\":\"%s\",\"value\":%.4f,\"unit\":\"%s\"}\n", name, value, unit);
  fflush (stdout);
}

/** bench_now_ms: Returns: monotonic time in ms */
static inline double
bench_now_ms (void)
{
  return (double) g_get_monotonic_time () / 1000;
}

static inline int
bench_compare (gconstpointer a,
               gconstpointer b)
{
  double m = *(const double *) a, n = *(const double *) b;

  return m < n ? -1 : m > n;
}

/** bench_get_quantile: @samples: (element-type double): gets sorted */
static inline double
bench_get_quantile (GArray *samples,
                    double  share)
{
  if (samples->len == 0)
    return 0;
  g_array_sort (samples, bench_compare);
  return g_array_index (samples, double, MIN ((guint) (share * samples->len), samples->len - 1));
}
