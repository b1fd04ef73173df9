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

/** myo_path_text_skip_separator: passes space with one comma at most */
void     myo_path_text_skip_separator (MyoPathText *self);

/** myo_path_text_read_number: passes a separator and a number of the SVG grammar, whatever the locale; @value: (out)
 * Returns: %FALSE at anything else, and at a number that is not finite or beyond ±@most */
gboolean myo_path_text_read_number    (MyoPathText *self, double most, double *value);

G_END_DECLS
