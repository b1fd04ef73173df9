/* What the tests of the plates share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <locale.h>

#include "myo-drawings.h"

static MyoDrawings *drawings;

static inline const MyoDocument *
get_document (MyoView  view,
              MyoLayer layer)
{
  g_autoptr (GError) error = NULL;
  const MyoDocument *document = myo_drawings_get_document (drawings, view, layer, &error);

  g_assert_no_error (error);
  return document;
}

/* Tells a fault of one plate; returns 1, to be counted. */
static inline guint G_GNUC_PRINTF (3, 4)
tell (MyoView     view,
      MyoLayer    layer,
      const char *format,
      ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_test_message ("%s-%s: %s", myo_view_get_nick (view), myo_layer_get_nick (layer), text);
  return 1;
}
