/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-picture-format.h"

#include <string.h>

#include "myo-error.h"

#define DEFAULT_SUFFIX ".pdf"
#define SUFFIX_MAX 5

static const struct
{
  const char      *suffix;
  MyoPictureFormat format;
} formats[] = {
  { ".png", MYO_PICTURE_FORMAT_PNG },
  { ".svg", MYO_PICTURE_FORMAT_SVG },
  { ".pdf", MYO_PICTURE_FORMAT_PDF },
  { ".xml", MYO_PICTURE_FORMAT_XML },
};

static MyoPictureFormat
find_format (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_has_suffix (lower, formats[i].suffix))
      return formats[i].format;
  return MYO_PICTURE_FORMAT_NONE;
}

MyoPictureFormat
myo_picture_format_from_path (const char *path)
{
  MyoPictureFormat format = find_format (path);

  return format != MYO_PICTURE_FORMAT_XML ? format : MYO_PICTURE_FORMAT_NONE;
}

MyoPictureFormat
myo_picture_format_of_drawing (GFile   *file,
                               GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  MyoPictureFormat format = find_format (name);

  if (format == MYO_PICTURE_FORMAT_NONE)
    g_set_error_literal (error, MYO_ERROR, MYO_ERROR_FORMAT, shown);
  return format;
}

static gboolean
has_suffix (const char *name)
{
  const char *suffix = strrchr (name, '.');
  gboolean letter = FALSE;
  gsize length = 0;

  if (suffix == NULL)
    return FALSE;
  for (suffix++; g_ascii_isalnum (suffix[length]); length++)
    letter = letter || g_ascii_isalpha (suffix[length]);
  return letter && suffix[length] == '\0' && length <= SUFFIX_MAX;
}

GFile *
myo_picture_format_complete (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *whole = g_strconcat (name, DEFAULT_SUFFIX, NULL);
  g_autoptr(GFile) folder = NULL;

  if (has_suffix (name))
    return g_object_ref (file);
  folder = g_file_get_parent (file);
  return folder != NULL ? g_file_get_child (folder, whole) : g_object_ref (file);
}
