/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-atlas-document.h"

#include <glib/gi18n-lib.h>
#include <libxml/SAX2.h>
#include <string.h>

#include "myo-atlas-problems.h"
#include "myo-xml-errors.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlParserCtxt, xmlFreeParserCtxt)

/* --- Faults of the XML itself --- */

typedef struct
{
  const char *name;
  GPtrArray  *problems;
  gboolean    refused;       /* one fault is enough: what follows the first is mostly its echo */
} Intake;

G_GNUC_PRINTF (3, 4)
static void
refuse (Intake     *intake,
        int         line,
        const char *format,
        ...)
{
  g_autofree char *reason = NULL;
  va_list args;

  if (intake->refused)
    return;
  intake->refused = TRUE;
  va_start (args, format);
  reason = g_strdup_vprintf (format, args);
  va_end (args);
  myo_atlas_problems_add (intake->problems, intake->name, line, "%s", reason);
}

/* Returns: (nullable): what the commonest errors of the parser mean; the others are told in its own words */
static const char *
words_for (int code)
{
  switch (code)
    {
    case XML_ERR_DOCUMENT_EMPTY:
      return _("The file holds no XML: it must begin with “<?xml” or “<atlas”.");
    case XML_ERR_DOCUMENT_END:
      return _("Something follows the end of the document; only one <atlas> element may stand there.");
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
    refuse (intake, error->line, "%s", words);
  else if (strstr (message, "depth") != NULL)
    refuse (intake, error->line, _("Elements lie more than %d deep in each other."), MYO_ATLAS_MAX_DEPTH);
  else
    refuse (intake, error->line, _("The file is not well-formed XML: %s."), g_strstrip (message));
}

/* Entities exist only where a document type declares them: stopping here is what keeps a small file from growing without
 * bounds and from reading other files. */
static void
on_document_type (void          *data,
                  const xmlChar *name,
                  const xmlChar *external_id,
                  const xmlChar *system_id)
{
  xmlParserCtxt *context = data;

  refuse (context->_private, xmlSAX2GetLineNumber (context),
          _("A document type (<!DOCTYPE …>) and entities are not allowed in an atlas."));
  xmlStopParser (context);
}

/* --- Depth --- */

/* Returns: (nullable): the first element that lies too deep */
static xmlNode *
find_too_deep (xmlNode *node,
               int      depth)
{
  if (depth > MYO_ATLAS_MAX_DEPTH)
    return node;
  for (xmlNode *child = myo_xml_first_child (node); child != NULL; child = myo_xml_next (child))
    {
      xmlNode *found = find_too_deep (child, depth + 1);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
check_depth (Intake *intake,
             xmlDoc *xml)
{
  xmlNode *root = xmlDocGetRootElement (xml);
  xmlNode *found = root != NULL ? find_too_deep (root, 1) : NULL;

  if (found != NULL)
    refuse (intake, myo_xml_get_line (found), _("Elements lie more than %d deep in each other."), MYO_ATLAS_MAX_DEPTH);
  return root != NULL && found == NULL;
}

/* --- Parsing --- */

static xmlParserCtxt *
new_context (Intake *intake)
{
  xmlParserCtxt *context = xmlNewParserCtxt ();

  context->_private = intake;
  context->sax->internalSubset = on_document_type;
  myo_xml_set_error_func (context, on_error);
  return context;
}

static xmlDoc *
parse (Intake *intake,
       GBytes *bytes)
{
  g_autoptr(xmlParserCtxt) context = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (length == 0)
    {
      refuse (intake, 0, _("The file is empty."));
      return NULL;
    }
  if (length > MYO_ATLAS_MAX_BYTES)
    {
      refuse (intake, 0, _("The file is larger than %d MiB."), MYO_ATLAS_MAX_BYTES / (1024 * 1024));
      return NULL;
    }
  xmlInitParser ();
  context = new_context (intake);
  return xmlCtxtReadMemory (context, data, (int) length, intake->name, NULL,
                            XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_BIG_LINES);
}

MyoAtlasDocument *
myo_atlas_document_parse (GBytes     *bytes,
                          const char *name,
                          GPtrArray  *problems)
{
  Intake intake = { name, problems, FALSE };
  xmlDoc *xml = parse (&intake, bytes);
  MyoAtlasDocument *self;

  if (xml == NULL || intake.refused || !check_depth (&intake, xml))
    {
      refuse (&intake, 0, _("The file is not well-formed XML."));
      xmlFreeDoc (xml);
      return NULL;
    }
  self = g_new0 (MyoAtlasDocument, 1);
  self->name = g_strdup (name);
  self->xml = xml;
  return self;
}

void
myo_atlas_document_free (MyoAtlasDocument *self)
{
  xmlFreeDoc (self->xml);
  g_free (self->name);
  g_free (self);
}

xmlNode *
myo_atlas_document_get_root (MyoAtlasDocument *self)
{
  return xmlDocGetRootElement (self->xml);
}

/* --- Looking into it --- */

gboolean
myo_xml_is (const xmlNode *node,
            const char    *name)
{
  return node->type == XML_ELEMENT_NODE && node->ns != NULL
         && strcmp ((const char *) node->name, name) == 0
         && strcmp ((const char *) node->ns->href, MYO_ATLAS_NAMESPACE) == 0;
}

const char *
myo_xml_get_name (const xmlNode *node)
{
  return (const char *) node->name;
}

int
myo_xml_get_line (const xmlNode *node)
{
  return (int) xmlGetLineNo ((xmlNode *) node);
}

/* Without entities a value is one text node, or none when it is empty. */
const char *
myo_xml_attribute_value (const xmlAttr *attribute)
{
  const xmlNode *text = attribute->children;

  return text != NULL && text->content != NULL ? (const char *) text->content : "";
}

const char *
myo_xml_get_attribute (const xmlNode *node,
                       const char    *name)
{
  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    if (attribute->ns == NULL && strcmp ((const char *) attribute->name, name) == 0)
      return myo_xml_attribute_value (attribute);
  return NULL;
}

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static void
append_collapsed (GString    *out,
                  const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (!is_blank (*p))
      g_string_append_c (out, *p);
    else if (out->len == 0 || out->str[out->len - 1] != ' ')
      g_string_append_c (out, ' ');
}

char *
myo_xml_get_text (const xmlNode *node)
{
  GString *out = g_string_new (NULL);

  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if ((child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) && child->content != NULL)
      append_collapsed (out, (const char *) child->content);
  return g_strstrip (g_string_free (out, FALSE));
}

static xmlNode *
first_element (xmlNode *node)
{
  while (node != NULL && node->type != XML_ELEMENT_NODE)
    node = node->next;
  return node;
}

xmlNode *
myo_xml_first_child (const xmlNode *node)
{
  return first_element (node->children);
}

xmlNode *
myo_xml_next (const xmlNode *node)
{
  return first_element (node->next);
}
