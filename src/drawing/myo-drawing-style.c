/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "myo-drawing-style.h"

#include "data/myo-drawing-resources.h"

enum { PICK = MYO_N_PALETTES, INNER, N_SHEETS };

static const char * const sheet_names[N_SHEETS] = {
  "light", "dark", "high-contrast", "high-contrast-dark",
  "pick", "inner",
};

/* Violet on skin, bone and muscle alike keeps apart from all of them, and from the warm light of what is selected. */
static const MyoOverlayColors overlays[MYO_N_PALETTES] = {
  [MYO_PALETTE_LIGHT] = {
    .belly = { .945, .565, .490, 1 }, .edge = { .35, .11, .10, 1 }, .tendon = { 1, .98, .94, .85 },
    .fibre = { 1, .955, .925, .85 }, .region = { 1, .78, .42, .7 },
    .inner_rim = { 1, 1, 1, 1 }, .outer_rim = { .11, .10, .14, 1 },
    .primary = { .43, .09, .46, .62 }, .primary_edge = { .25, .02, .29, 1 },
    .spillover = { .55, .22, .58, .16 }, .spillover_dot = { .35, .05, .39, .92 }, .spillover_edge = { .30, .04, .34, .95 } },
  [MYO_PALETTE_DARK] = {
    .belly = { .945, .575, .500, 1 }, .edge = { .17, .05, .04, 1 }, .tendon = { 1, .965, .90, .85 },
    .fibre = { 1, .945, .915, .85 }, .region = { .88, .635, .24, .75 },
    .inner_rim = { .10, .08, .08, 1 }, .outer_rim = { 1, .98, .95, 1 },
    .primary = { .86, .55, .95, .62 }, .primary_edge = { .97, .86, 1, 1 },
    .spillover = { .80, .50, .90, .18 }, .spillover_dot = { .93, .76, 1, .95 }, .spillover_edge = { .93, .78, 1, .95 } },
  [MYO_PALETTE_HIGH_CONTRAST] = {
    .belly = { 1, .70, .64, 1 }, .edge = { 0, 0, 0, 1 }, .tendon = { 1, 1, 1, .85 },
    .fibre = { 0, 0, 0, .8 }, .region = { 1, .83, 0, .8 },
    .inner_rim = { 1, 1, 1, 1 }, .outer_rim = { 0, 0, 0, 1 },
    .primary = { .24, 0, .40, .82 }, .primary_edge = { 0, 0, 0, 1 },
    .spillover = { 1, 1, 1, .45 }, .spillover_dot = { .16, 0, .28, 1 }, .spillover_edge = { 0, 0, 0, 1 } },
  [MYO_PALETTE_HIGH_CONTRAST_DARK] = {
    .belly = { 1, .82, .77, 1 }, .edge = { 0, 0, 0, 1 }, .tendon = { 1, 1, 1, .85 },
    .fibre = { .40, .05, 0, .8 }, .region = { 1, .83, 0, .8 },
    .inner_rim = { 0, 0, 0, 1 }, .outer_rim = { 1, 1, 1, 1 },
    .primary = { 1, .90, .20, .82 }, .primary_edge = { 1, 1, 1, 1 },
    .spillover = { 0, 0, 0, .45 }, .spillover_dot = { 1, .93, .35, 1 }, .spillover_edge = { 1, 1, 1, 1 } },
};

static char *
load_sheet (guint i)
{
  g_autofree char *path = g_strdup_printf (RESOURCE_PATH "/svg/style/%s.css", sheet_names[i]);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (myo_drawing_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  return g_strndup (text, length);
}

/* Loaded once for the life of the program: six sheets of a kilobyte. */
static const char *
get_sheet (guint i)
{
  static gsize sheets[N_SHEETS];

  if (g_once_init_enter (&sheets[i]))
    g_once_init_leave (&sheets[i], (gsize) load_sheet (i));
  return (const char *) sheets[i];
}

const char *
myo_drawing_style_get_base (MyoPalette palette)
{
  g_return_val_if_fail (palette < MYO_N_PALETTES, NULL);

  return get_sheet (palette);
}

const char *
myo_drawing_style_get_pick (void)
{
  return get_sheet (PICK);
}

const char *
myo_drawing_style_get_inner (void)
{
  return get_sheet (INNER);
}

const MyoOverlayColors *
myo_drawing_style_get_overlay (MyoPalette palette)
{
  g_return_val_if_fail (palette < MYO_N_PALETTES, NULL);

  return &overlays[palette];
}
