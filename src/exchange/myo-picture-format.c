/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-picture-format.h"

static const struct
{
  const char      *suffix;
  MyoPictureFormat format;
} formats[] = {
  { ".png", MYO_PICTURE_FORMAT_PNG },
  { ".svg", MYO_PICTURE_FORMAT_SVG },
  { ".pdf", MYO_PICTURE_FORMAT_PDF },
};

MyoPictureFormat
myo_picture_format_from_path (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_has_suffix (lower, formats[i].suffix))
      return formats[i].format;
  return MYO_PICTURE_FORMAT_NONE;
}
