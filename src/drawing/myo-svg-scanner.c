/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-svg-scanner.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "myo-error.h"

gboolean
myo_svg_span_equal (const MyoSvgSpan *self,
                    const char       *text)
{
  return strlen (text) == self->length && memcmp (self->start, text, self->length) == 0;
}

/* --- Tags --- */

static gboolean
fail (GError     **error,
      const char  *reason)
{
  g_set_error_literal (error, MYO_ERROR, MYO_ERROR_DRAWING, reason);
  return FALSE;
}

static gboolean
is_name_char (char c)
{
  return g_ascii_isalnum (c) || c == '-' || c == '_' || c == ':' || c == '.' || (c & 0x80) != 0;
}

/* Moves behind @mark; FALSE when it does not come any more. */
static gboolean
skip_past (MyoSvgScanner  *self,
           const char     *mark,
           GError        **error)
{
  const char *found = g_strstr_len (self->text + self->position, (gssize) (self->length - self->position), mark);

  if (found == NULL)
    return fail (error, _("it ends in the middle"));
  self->position = (gsize) (found - self->text) + strlen (mark);
  return TRUE;
}

static gboolean
starts_with (const MyoSvgScanner *self,
             const char          *mark)
{
  gsize n = strlen (mark);

  return self->length - self->position >= n && memcmp (self->text + self->position, mark, n) == 0;
}

/* A document type is passed over, but not one with declarations of its own: entities can grow without bound. */
static gboolean
skip_doctype (MyoSvgScanner  *self,
              GError        **error)
{
  gsize start = self->position;

  if (!skip_past (self, ">", error))
    return FALSE;
  if (memchr (self->text + start, '[', self->position - start) != NULL)
    return fail (error, _("it declares entities of its own"));
  return TRUE;
}

/* What begins with <! or <?. */
static gboolean
skip_other (MyoSvgScanner  *self,
            GError        **error)
{
  if (starts_with (self, "<!--"))
    return skip_past (self, "-->", error);
  if (starts_with (self, "<![CDATA["))
    return skip_past (self, "]]>", error);
  if (starts_with (self, "<?"))
    return skip_past (self, "?>", error);
  return skip_doctype (self, error);
}

/* From behind the name to the > that is not in quotes. */
static gboolean
find_end (MyoSvgScanner  *self,
          GError        **error)
{
  char quote = 0;

  for (; self->position < self->length; self->position++)
    {
      char c = self->text[self->position];

      if (quote != 0)
        quote = c == quote ? 0 : quote;
      else if (c == '"' || c == '\'')
        quote = c;
      else if (c == '>')
        return TRUE;
      else if (c == '<')
        return fail (error, _("a tag is not closed"));
    }
  return fail (error, _("it ends in the middle"));
}

static gboolean
read_tag (MyoSvgScanner  *self,
          MyoSvgTag      *tag,
          GError        **error)
{
  gsize name;

  tag->start = self->position++;
  tag->kind = MYO_SVG_TAG_OPEN;
  if (starts_with (self, "/"))
    {
      tag->kind = MYO_SVG_TAG_CLOSE;
      self->position++;
    }
  for (name = self->position; self->position < self->length && is_name_char (self->text[self->position]); )
    self->position++;
  tag->name = (MyoSvgSpan) { self->text + name, self->position - name };
  if (tag->name.length == 0)
    return fail (error, _("a tag has no name"));
  tag->attributes.start = self->text + self->position;
  if (!find_end (self, error))
    return FALSE;
  tag->attributes.length = (gsize) (self->text + self->position - tag->attributes.start);
  if (tag->kind == MYO_SVG_TAG_OPEN && self->text[self->position - 1] == '/')
    tag->kind = MYO_SVG_TAG_EMPTY;
  tag->end = ++self->position;
  return TRUE;
}

gboolean
myo_svg_scanner_next (MyoSvgScanner  *self,
                      MyoSvgTag      *tag,
                      GError        **error)
{
  const char *next;

  g_return_val_if_fail (self != NULL && tag != NULL, FALSE);

  while ((next = memchr (self->text + self->position, '<', self->length - self->position)) != NULL)
    {
      self->position = (gsize) (next - self->text);
      if (!starts_with (self, "<!") && !starts_with (self, "<?"))
        return read_tag (self, tag, error);
      if (!skip_other (self, error))
        return FALSE;
    }
  self->position = self->length;
  return FALSE;
}

/* --- Attributes --- */

/* One `name="value"`; FALSE when there is none any more. */
static gboolean
next_attribute (const char **p,
                const char  *end,
                MyoSvgSpan  *name,
                MyoSvgSpan  *value)
{
  const char *q = *p, *close;

  while (q < end && !is_name_char (*q))
    q++;
  for (name->start = q; q < end && is_name_char (*q); )
    q++;
  name->length = (gsize) (q - name->start);
  while (q < end && *q != '"' && *q != '\'')
    q++;
  if (q == end || (close = memchr (q + 1, *q, (gsize) (end - q - 1))) == NULL)
    return FALSE;
  *value = (MyoSvgSpan) { q + 1, (gsize) (close - q - 1) };
  *p = close + 1;
  return TRUE;
}

gboolean
myo_svg_tag_get_attribute (const MyoSvgTag *tag,
                           const char      *name,
                           MyoSvgSpan      *value)
{
  const char *p = tag->attributes.start, *end = p + tag->attributes.length;
  MyoSvgSpan found;

  while (next_attribute (&p, end, &found, value))
    if (myo_svg_span_equal (&found, name))
      return TRUE;
  return FALSE;
}

gboolean
myo_svg_tag_has_class (const MyoSvgTag *tag,
                       const char      *name)
{
  MyoSvgSpan value, word;
  const char *p, *end;

  if (!myo_svg_tag_get_attribute (tag, "class", &value))
    return FALSE;
  for (p = value.start, end = p + value.length; p < end; )
    {
      while (p < end && g_ascii_isspace (*p))
        p++;
      for (word.start = p; p < end && !g_ascii_isspace (*p); )
        p++;
      word.length = (gsize) (p - word.start);
      if (myo_svg_span_equal (&word, name))
        return TRUE;
    }
  return FALSE;
}
