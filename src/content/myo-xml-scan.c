/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-xml-scan-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const char         *start, *p, *end;
  const MyoXmlLimits *limits;
  MyoXmlFault        *fault;
  gsize               n_steps;
  guint               depth, n_elements, n_pieces;   /* pieces since the last tag */
  gsize               text;                          /* bytes since the last tag */
  guint               n_children[MYO_XML_MAX_DEPTH + 1];   /* of the elements that are open, by depth */
} Scan;

/* At @p, which is told with its line. */
#define refuse(scan, ...) myo_xml_fault_set ((scan)->fault, count_line (scan), __VA_ARGS__)

static int
count_line (Scan *scan)
{
  int line = 1;

  for (const char *p = scan->start; p < scan->p; p++)
    line += *p == '\n';
  scan->n_steps += (gsize) (scan->p - scan->start);
  return line;
}

/* --- Bytes --- */

static gboolean
starts_with (const Scan *scan,
             const char *mark)
{
  gsize n = strlen (mark);

  return (gsize) (scan->end - scan->p) >= n && memcmp (scan->p, mark, n) == 0;
}

static const char *
find_byte (Scan       *scan,
           const char *from,
           char        byte)
{
  const char *found = memchr (from, byte, (gsize) (scan->end - from));

  scan->n_steps += (gsize) ((found != NULL ? found + 1 : scan->end) - from);
  return found;
}

/* Moves behind the next @mark; FALSE when it does not come any more. */
static gboolean
skip_past (Scan       *scan,
           const char *mark)
{
  gsize n = strlen (mark);

  for (; (gsize) (scan->end - scan->p) >= n; scan->p++, scan->n_steps++)
    if (starts_with (scan, mark))
      {
        scan->p += n;
        return TRUE;
      }
  scan->p = scan->end;
  return FALSE;
}

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* --- Encoding ---
 *
 * The markup has to be where these bytes say it is: in UTF-7, UTF-16 or EBCDIC a tag can look like text. */

static gboolean
keeps_ascii (const char *encoding,
             gboolean   *utf8)
{
  *utf8 = g_ascii_strcasecmp (encoding, "UTF-8") == 0 || g_ascii_strcasecmp (encoding, "US-ASCII") == 0;
  return *utf8 || g_ascii_strncasecmp (encoding, "ISO-8859-", 9) == 0 || g_ascii_strncasecmp (encoding, "windows-125", 11) == 0;
}

/* Returns: (transfer full) (nullable): what follows `encoding` at @p in quotes */
static char *
read_encoding (const char *p,
               const char *end)
{
  const char *close;

  while (p < end && (is_blank (*p) || *p == '='))
    p++;
  if (p == end || (*p != '"' && *p != '\''))
    return NULL;
  close = memchr (p + 1, *p, (gsize) (end - p - 1));
  return close != NULL ? g_strndup (p + 1, (gsize) (close - p - 1)) : NULL;
}

static gboolean
check_encoding (Scan     *scan,
                gboolean *utf8)
{
  const char *close, *p;

  *utf8 = TRUE;
  if (!starts_with (scan, "<?xml"))
    return TRUE;
  close = find_byte (scan, scan->p, '>');
  close = close != NULL ? close : scan->end;
  for (p = scan->p; (p = g_strstr_len (p, close - p, "encoding")) != NULL; )
    {
      g_autofree char *encoding = read_encoding (p += strlen ("encoding"), close);

      if (encoding != NULL && !keeps_ascii (encoding, utf8))
        return refuse (scan, _("The file names an encoding that is not known; save it as UTF-8."));
    }
  return TRUE;
}

/* What XML allows nowhere makes libxml2 lose its place. */
static gboolean
check_characters (Scan     *scan,
                  gboolean  utf8)
{
  const char *from = scan->p, *bad = scan->end;

  if (utf8)
    g_utf8_validate_len (from, (gsize) (scan->end - from), &bad);
  for (const char *p = from; p < bad; p++)
    if (((guchar) *p < 0x20 && !is_blank (*p)) || (utf8 && p + 2 < bad && memcmp (p, "\xef\xbf", 2) == 0 && (guchar) p[2] >= 0xbe))
      bad = p;
  scan->n_steps += 2 * (gsize) (bad - from);
  if (bad == scan->end)
    return TRUE;
  scan->p = bad;
  return refuse (scan, _("The file holds bytes that are no text in its encoding; save it as UTF-8."));
}

/* --- Tags --- */

static gboolean
is_name_start (char c)
{
  return g_ascii_isalpha (c) || c == '_' || c == ':' || (c & 0x80) != 0;
}

static gboolean
is_name_char (char c)
{
  return is_name_start (c) || g_ascii_isdigit (c) || c == '-' || c == '.';
}

static gboolean
skip_name (Scan *scan)
{
  const char *start = scan->p;

  while (scan->p < scan->end && is_name_char (*scan->p))
    scan->p++;
  scan->n_steps += (gsize) (scan->p - start);
  return scan->p - start <= MYO_XML_MAX_NAME || refuse (scan, _("A name is longer than %d bytes."), MYO_XML_MAX_NAME);
}

/* From the quote to behind the one that closes; FALSE also when a < stands between them, or none closes. */
static gboolean
skip_value (Scan *scan)
{
  const char *close = find_byte (scan, scan->p + 1, *scan->p), *end = close != NULL ? close : scan->end;
  const char *open = memchr (scan->p, '<', (gsize) (end - scan->p));

  scan->n_steps += (gsize) (end - scan->p);
  if ((open != NULL ? open : end) - scan->p > MYO_XML_MAX_VALUE)
    return refuse (scan, _("The value of an attribute is longer than %d KiB."), MYO_XML_MAX_VALUE / 1024);
  if (close != NULL && open == NULL)
    scan->p = close + 1;
  else
    scan->p = open != NULL ? open + 1 : scan->end;
  return close != NULL && open == NULL;
}

/* Behind the name of an element up to behind its >. */
static gboolean
skip_attributes (Scan     *scan,
                 gboolean *empty)
{
  guint n = 0;

  while (scan->p < scan->end && *scan->p != '>')
    if (*scan->p == '"' || *scan->p == '\'')
      {
        if (++n > MYO_XML_MAX_ATTRIBUTES)
          return refuse (scan, _("An element has more than %d attributes."), MYO_XML_MAX_ATTRIBUTES);
        if (!skip_value (scan))
          return FALSE;
      }
    else if (is_name_start (*scan->p))
      {
        if (!skip_name (scan))
          return FALSE;
      }
    else if (*scan->p++ == '<')
      return FALSE;
  if (scan->p == scan->end)
    return FALSE;
  *empty = scan->p[-1] == '/';
  scan->p++;
  return TRUE;
}

static gboolean
skip_start_tag (Scan *scan)
{
  gboolean empty = FALSE;

  if (scan->depth >= MYO_XML_MAX_DEPTH)
    return refuse (scan, _("Elements lie more than %d deep in each other."), MYO_XML_MAX_DEPTH);
  if (++scan->n_elements > scan->limits->max_elements)
    return refuse (scan, _("The file has more than %u elements."), scan->limits->max_elements);
  if (++scan->n_children[scan->depth] > MYO_XML_MAX_CHILDREN && scan->depth > 1)
    return refuse (scan, _("An element holds more than %d others."), MYO_XML_MAX_CHILDREN);
  scan->p++;
  if (!skip_name (scan) || !skip_attributes (scan, &empty))
    return FALSE;
  if (!empty)
    scan->n_children[++scan->depth] = 0;
  scan->n_pieces = 0;
  scan->text = 0;
  return TRUE;
}

static gboolean
skip_end_tag (Scan *scan)
{
  scan->p += 2;
  if (!skip_name (scan))
    return FALSE;
  while (scan->p < scan->end && is_blank (*scan->p))
    scan->p++;
  if (scan->p == scan->end || *scan->p != '>')
    return FALSE;
  scan->p++;
  scan->depth -= scan->depth > 0;
  scan->n_pieces = 0;
  scan->text = 0;
  return TRUE;
}

/* --- What is no tag --- */

static gboolean
add_text (Scan  *scan,
          gsize  length)
{
  scan->text += length;
  return scan->text <= scan->limits->max_text
         || refuse (scan, _("A text is longer than %d KiB."), (int) (scan->limits->max_text / 1024));
}

static gboolean
add_piece (Scan *scan)
{
  return ++scan->n_pieces <= MYO_XML_MAX_PIECES
         || refuse (scan, _("More than %d comments or instructions follow each other."), MYO_XML_MAX_PIECES);
}

static gboolean
skip_cdata (Scan *scan)
{
  const char *start = scan->p;

  return skip_past (scan, "]]>") && add_text (scan, (gsize) (scan->p - start));
}

/* What begins with <! or <?.  Entities exist only where a document type declares them: refusing it is what keeps a small file from
 * growing without bounds and from reading other files. */
static gboolean
skip_other (Scan *scan)
{
  if (!add_piece (scan))
    return FALSE;
  if (starts_with (scan, "<!--"))
    {
      scan->p += strlen ("<!--");
      return skip_past (scan, "-->");
    }
  if (starts_with (scan, "<![CDATA["))
    return skip_cdata (scan);
  if (starts_with (scan, "<!DOCTYPE"))
    return refuse (scan, _("A document type (<!DOCTYPE …>) and entities are not allowed."));
  if (!starts_with (scan, "<?") || scan->end - scan->p < 3 || !g_ascii_isalpha (scan->p[2]))
    {
      scan->p = MIN (scan->p + 3, scan->end);
      return FALSE;
    }
  return skip_past (scan, "?>");
}

/* --- All of it --- */

/* FALSE at the end, too. */
static gboolean
skip_one (Scan *scan)
{
  const char *open = find_byte (scan, scan->p, '<'), *text = scan->p;

  scan->p = open != NULL ? open : scan->end;
  if (!add_text (scan, (gsize) (scan->p - text)) || open == NULL)
    return FALSE;
  if (scan->end - scan->p > 1 && (scan->p[1] == '!' || scan->p[1] == '?'))
    return skip_other (scan);
  if (scan->end - scan->p > 1 && scan->p[1] == '/')
    return skip_end_tag (scan);
  if (scan->end - scan->p > 1 && is_name_start (scan->p[1]))
    return skip_start_tag (scan);
  scan->p = MIN (scan->p + 2, scan->end);
  return FALSE;
}

gsize
myo_xml_scan (const char         *data,
              gsize               length,
              const MyoXmlLimits *limits,
              gsize              *n_steps,
              MyoXmlFault        *fault)
{
  Scan scan = { data, data, data + length, limits, fault };
  gboolean utf8;

  if (starts_with (&scan, "\xef\xbb\xbf"))
    scan.p += 3;
  if (check_encoding (&scan, &utf8) && check_characters (&scan, utf8))
    while (skip_one (&scan))
      ;
  if (n_steps != NULL)
    *n_steps = scan.n_steps;
  return fault->reason == NULL ? (gsize) (scan.p - data) : 0;
}
