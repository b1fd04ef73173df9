/* What the tests of the pages about the painted pain share, besides the desk and the kit of the widgets.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pain-desk-kit.h"
#include "widget-kit.h"

#define PANEL_WIDTH 330
#define LARGE_WIDTH 420      /* with letters twice the size */

/* Letters twice the size still fit. */
static inline void
assert_fits (gpointer page)
{
  ui_assert_named (page);
  ui_assert_fits (page, PANEL_WIDTH);
  ui_set_text_scale (2);
  ui_draw (page);
  ui_assert_fits (page, LARGE_WIDTH);
  ui_set_text_scale (1);
}

static inline void
wait_for_body (Fixture *f)
{
  ui_wait_until (myo_pain_study_is_ready (myo_pain_desk_get_study (f->desk)));
}

static inline guint
count_rows (gpointer page, GType type)
{
  guint n = 0, all = ui_count_type (page, type);

  for (guint i = 0; i < all; i++)
    n += ui_sees (ui_find_type (page, type, i));
  return n;
}
