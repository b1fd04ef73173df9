/* The kinds of file that are written for people: one list, told apart by the suffix of the name.
 *
 * A suffix is what follows the last dot of a name: at most five letters and digits, among them a letter; "Pain 2026.11.20" and "Dr. Meier"
 * have none.  What has none is given one; what has an unknown one is refused, for no file may be another thing than its name says.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  MYO_PICTURE_FORMAT_NONE,   /* the name ends in none of them */
  MYO_PICTURE_FORMAT_PNG,
  MYO_PICTURE_FORMAT_SVG,
  MYO_PICTURE_FORMAT_PDF,
  MYO_PICTURE_FORMAT_XML,    /* no picture: a pain drawing, to be opened again */
} MyoPictureFormat;

/** myo_picture_format_from_path: @path: a file's name, path or URI
 * Returns: the format of a picture that its suffix asks for, in capitals or not; never XML */
MyoPictureFormat myo_picture_format_from_path (const char *path);

/** myo_picture_format_of_drawing: @file: what a pain drawing is to be saved as
 * Returns: its format, XML among them; %MYO_PICTURE_FORMAT_NONE with @error (%MYO_ERROR_FORMAT) when the suffix asks for another */
MyoPictureFormat myo_picture_format_of_drawing (GFile *file, GError **error);

/** myo_picture_format_complete: Returns: (transfer full): @file, or, when its name has no suffix, the file beside it that has one (PDF) */
GFile           *myo_picture_format_complete   (GFile *file);

G_END_DECLS
