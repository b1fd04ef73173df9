/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-body.h"

static const char * const view_nicks[MYO_N_VIEWS] = { "front", "back", "side", "sole" };
static const char * const layer_nicks[MYO_N_LAYERS] = { "skin", "surface", "deep", "regions" };
static const char * const side_nicks[] = { "right", "left", "middle" };

static const struct { double width, height; } view_sizes[MYO_N_VIEWS] = {
  { 2 * MYO_MIDLINE, MYO_BODY_HEIGHT },
  { 2 * MYO_MIDLINE, MYO_BODY_HEIGHT },
  { 400, MYO_BODY_HEIGHT },
  { 140, 300 },
};

/* Returns: the place of @nick among @nicks, or -1 */
static int
find_nick (const char * const *nicks,
           guint               n,
           const char         *nick)
{
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (nicks[i], nick) == 0)
      return (int) i;
  return -1;
}

/* --- Views --- */

const char *
myo_view_get_nick (MyoView view)
{
  g_return_val_if_fail (view < MYO_N_VIEWS, NULL);

  return view_nicks[view];
}

gboolean
myo_view_from_nick (const char *nick,
                    MyoView    *view)
{
  int found = find_nick (view_nicks, G_N_ELEMENTS (view_nicks), nick);

  if (found < 0)
    return FALSE;
  *view = (MyoView) found;
  return TRUE;
}

void
myo_view_get_size (MyoView  view,
                   double  *width,
                   double  *height)
{
  g_return_if_fail (view < MYO_N_VIEWS);

  *width = view_sizes[view].width;
  *height = view_sizes[view].height;
}

gboolean
myo_view_is_mirrored (MyoView view)
{
  return view == MYO_VIEW_FRONT || view == MYO_VIEW_BACK;
}

double
myo_view_mirror (MyoView view,
                 double  x)
{
  g_return_val_if_fail (view < MYO_N_VIEWS, x);

  return view_sizes[view].width - x;
}

MyoSide
myo_view_side_at (MyoView view,
                  double  x)
{
  switch (view)
    {
    case MYO_VIEW_FRONT:
      return x <= MYO_MIDLINE ? MYO_SIDE_RIGHT : MYO_SIDE_LEFT;
    case MYO_VIEW_BACK:
      return x >= MYO_MIDLINE ? MYO_SIDE_RIGHT : MYO_SIDE_LEFT;
    case MYO_VIEW_SIDE:
    case MYO_VIEW_SOLE:
    default:
      return MYO_SIDE_RIGHT;
    }
}

/* --- Layers --- */

const char *
myo_layer_get_nick (MyoLayer layer)
{
  g_return_val_if_fail (layer < MYO_N_LAYERS, NULL);

  return layer_nicks[layer];
}

gboolean
myo_layer_from_nick (const char *nick,
                     MyoLayer   *layer)
{
  int found = find_nick (layer_nicks, G_N_ELEMENTS (layer_nicks), nick);

  if (found < 0)
    return FALSE;
  *layer = (MyoLayer) found;
  return TRUE;
}

/* --- Sides --- */

const char *
myo_side_get_nick (MyoSide side)
{
  g_return_val_if_fail (side < G_N_ELEMENTS (side_nicks), NULL);

  return side_nicks[side];
}

gboolean
myo_side_from_nick (const char *nick,
                    MyoSide    *side)
{
  int found = find_nick (side_nicks, G_N_ELEMENTS (side_nicks), nick);

  if (found < 0)
    return FALSE;
  *side = (MyoSide) found;
  return TRUE;
}

MyoSide
myo_side_get_opposite (MyoSide side)
{
  switch (side)
    {
    case MYO_SIDE_RIGHT:
      return MYO_SIDE_LEFT;
    case MYO_SIDE_LEFT:
      return MYO_SIDE_RIGHT;
    case MYO_SIDE_MIDDLE:
    default:
      return MYO_SIDE_MIDDLE;
    }
}
