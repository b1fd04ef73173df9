/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-xml-intake-private.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <string.h>

#include "myo-xml-errors-private.h"
#include "myo-meter.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlParserCtxt, xmlFreeParserCtxt)

/* --- Faults of the XML itself --- */

typedef struct
{
  const char  *root;
  MyoXmlFault *fault;
} Intake;

/* Returns: (nullable): what the commonest errors of the parser mean, maybe with a place for the root's name; the others are told in
 * its own words */
static const char *
words_for (int code)
{
  switch (code)
    {
    case XML_ERR_DOCUMENT_EMPTY:
      /* Translators: the name of an element, such as “atlas” */
      return _("The file holds no XML: it must begin with “<?xml” or “<%s”.");
    case XML_ERR_DOCUMENT_END:
      /* Translators: the name of an element, such as “atlas” */
      return _("Something follows the end of the document; only one <%s> element may stand there.");
    case XML_ERR_INVALID_ENCODING:
    case XML_ERR_INVALID_CHAR:
    case XML_I18N_CONV_FAILED:
      return _("The file holds bytes that are no text in its encoding; save it as UTF-8.");
    case XML_ERR_UNKNOWN_ENCODING:
    case XML_ERR_UNSUPPORTED_ENCODING:
      return _("The file names an encoding that is not known; save it as UTF-8.");
    case XML_ERR_TAG_NOT_FINISHED:
    case XML_ERR_LTSLASH_REQUIRED:
    case XML_ERR_GT_REQUIRED:
      return _("The file breaks off inside an element: an end tag is missing.");
    case XML_ERR_COMMENT_NOT_FINISHED:
    case XML_ERR_CDATA_NOT_FINISHED:
    case XML_ERR_PI_NOT_FINISHED:
      return _("The file breaks off inside a comment, a CDATA section or an instruction.");
    case XML_ERR_NAME_REQUIRED:
    case XML_ERR_ENTITYREF_SEMICOL_MISSING:
      return _("A name is missing after “<” or “&”; as text they are written &lt; and &amp;.");
    case XML_ERR_LT_IN_ATTRIBUTE:
      return _("There is a “<” inside a value; maybe the quote before it is missing, else it is written &lt;.");
    case XML_ERR_SPACE_REQUIRED:
    case XML_ERR_ATTRIBUTE_NOT_STARTED:
    case XML_ERR_ATTRIBUTE_NOT_FINISHED:
    case XML_ERR_ATTRIBUTE_WITHOUT_VALUE:
      return _("An attribute is not written as name=\"value\" with a blank before it.");
    case XML_ERR_ATTRIBUTE_REDEFINED:
      return _("An element has the same attribute twice.");
    case XML_ERR_UNDECLARED_ENTITY:
    case XML_WAR_UNDECLARED_ENTITY:
      return _("An entity is used that XML does not know; only &amp;, &lt;, &gt;, &apos; and &quot; may be used.");
    default:
      return NULL;
    }
}

static void
on_error (gpointer    data,
          MyoXmlError error)
{
  Intake *intake = ((xmlParserCtxt *) data)->_private;
  g_autofree char *message = g_strdup (error->message != NULL ? error->message : "");
  const char *words = words_for (error->code);

  if (error->level == XML_ERR_WARNING)
    return;
  if (words != NULL)
    {
      g_autoptr(GString) sentence = g_string_new (words);

      g_string_replace (sentence, "%s", intake->root, 1);
      myo_xml_fault_set (intake->fault, error->line, "%s", sentence->str);
    }
  else
    myo_xml_fault_set (intake->fault, error->line, _("The file is not well-formed XML: %s."), g_strstrip (message));
}

/* --- Parsing --- */

static xmlParserCtxt *
new_context (Intake *intake)
{
  xmlParserCtxt *context = xmlNewParserCtxt ();

  context->_private = intake;
  myo_xml_set_error_func (context, on_error);
  return context;
}

static xmlDoc *
parse (Intake     *intake,
       const char *data,
       gsize       length,
       const char *name)
{
  g_autoptr(xmlParserCtxt) context = NULL;

  xmlInitParser ();
  /* Several steps for each sign: what becomes of the document afterwards is in them. */
  myo_meter_add (5 * length);
  context = new_context (intake);
  return xmlCtxtReadMemory (context, data, (int) length, name, NULL, XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_BIG_LINES);
}

/* --- Public --- */

/* A file that is larger is read a little beyond the limit, no more: what lies there is not looked at. */
xmlDoc *
myo_xml_read (const char         *data,
              gsize               length,
              const char         *name,
              const char         *root,
              const MyoXmlLimits *limits,
              MyoXmlFault        *fault)
{
  Intake intake = { root, fault };
  xmlDoc *xml = NULL;
  gsize usable = 0;

  if (length == 0)
    myo_xml_fault_set (fault, 0, _("The file is empty."));
  else if (length > limits->max_bytes)
    myo_xml_fault_set (fault, 0, _("The file is larger than %d MiB."), (int) (limits->max_bytes / (1024 * 1024)));
  else
    usable = myo_xml_scan (data, length, limits, NULL, fault);

  if (fault->reason == NULL)
    xml = parse (&intake, data, usable, name);
  if (xml != NULL && fault->reason == NULL && usable == length && xmlDocGetRootElement (xml) != NULL)
    return xml;
  myo_xml_fault_set (fault, 0, _("The file is not well-formed XML."));
  xmlFreeDoc (xml);
  return NULL;
}

GBytes *
myo_xml_load_bytes (GFile   *file,
                    gsize    max_bytes,
                    GError **error)
{
  g_autoptr(GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autofree char *buffer = NULL;
  gsize length;

  if (stream == NULL)
    return NULL;
  buffer = g_malloc (max_bytes + 1);
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), buffer, max_bytes + 1, &length, NULL, error))
    return NULL;
  return g_bytes_new_take (g_realloc (g_steal_pointer (&buffer), MAX (length, 1)), length);
}

/* Base names are bytes; what people read is UTF-8. */
char *
myo_xml_get_display_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  return g_filename_display_name (base != NULL ? base : "");
}
