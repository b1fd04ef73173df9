/* The kinds of file that a picture is written as: one list, told apart by the ending of the name.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  MYO_PICTURE_FORMAT_NONE,   /* the name ends in none of them */
  MYO_PICTURE_FORMAT_PNG,
  MYO_PICTURE_FORMAT_SVG,
  MYO_PICTURE_FORMAT_PDF,
} MyoPictureFormat;

/** myo_picture_format_from_path: @path: a file's name or path
 * Returns: the format that its ending asks for, in capitals or not */
MyoPictureFormat myo_picture_format_from_path (const char *path);

G_END_DECLS
