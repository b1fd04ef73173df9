/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-folding.h"

#include <string.h>

static gboolean
is_mark (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_NON_SPACING_MARK || type == G_UNICODE_SPACING_MARK || type == G_UNICODE_ENCLOSING_MARK;
}

typedef struct
{
  GString *out;
  gboolean in_word;
} Folding;

/* An apostrophe belongs to its word; any other sign ends it. */
static void
end_word (Folding  *folding,
          gboolean  apostrophe)
{
  if (!apostrophe)
    folding->in_word = FALSE;
}

static void
begin_word (Folding *folding)
{
  if (!folding->in_word)
    g_string_append_c (folding->out, ' ');
  folding->in_word = TRUE;
}

static void
append_ascii (Folding *folding,
              char     c)
{
  if (!g_ascii_isalnum (c))
    {
      end_word (folding, c == '\'');
      return;
    }
  begin_word (folding);
  g_string_append_c (folding->out, g_ascii_tolower (c));
}

static void
append_char (Folding  *folding,
             gunichar  c)
{
  if (is_mark (c))
    return;
  if (!g_unichar_isalnum (c))
    {
      end_word (folding, c == 0x2019);
      return;
    }
  begin_word (folding);
  g_string_append_unichar (folding->out, c);
}

/* Letters beyond ASCII take apart into a plain one and its accents. */
static const char *
append_foreign_run (Folding    *folding,
                    const char *run)
{
  const char *end = run;
  g_autofree char *folded = NULL;
  g_autofree char *plain = NULL;

  while ((guchar) *end >= 0x80)
    end++;
  folded = g_utf8_casefold (run, end - run);
  plain = g_utf8_normalize (folded, -1, G_NORMALIZE_ALL);
  for (const char *p = plain; *p != '\0'; p = g_utf8_next_char (p))
    append_char (folding, g_utf8_get_char (p));
  return end;
}

char *
myo_fold_words (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  Folding folding = { g_string_sized_new (strlen (valid) + 1), FALSE };
  const char *p = valid;

  while (*p != '\0')
    if ((guchar) *p >= 0x80)
      p = append_foreign_run (&folding, p);
    else
      append_ascii (&folding, *p++);
  return g_string_free (folding.out, FALSE);
}
