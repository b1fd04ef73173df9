/* Numbers as they stand in path data and transforms.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** MyoPathText: what is still to be read; text that needs no NUL */
typedef struct
{
  const char *p, *end;
} MyoPathText;

/** myo_path_text_skip_space: to the next character that is none */
void     myo_path_text_skip_space     (MyoPathText *self);

/** myo_path_text_skip_separator: passes space with one comma at most.  Returns: whether there was a comma, after which a number has to come */
gboolean myo_path_text_skip_separator (MyoPathText *self);

/** myo_path_text_at_number: Returns: whether what stands here, without space, could only be a number */
gboolean myo_path_text_at_number      (const MyoPathText *self);

/** myo_path_text_read_number: passes a number of the SVG grammar that stands here, without space, whatever the locale and however many
 * digits it has; @value: (out): maybe not finite
 * Returns: %FALSE at anything else; then nothing is passed */
gboolean myo_path_text_read_number    (MyoPathText *self, double *value);

/** myo_path_text_read_flag: passes one digit, 0 or 1, that stands here; @value: (out).  Returns: %FALSE at anything else */
gboolean myo_path_text_read_flag      (MyoPathText *self, double *value);

G_END_DECLS
