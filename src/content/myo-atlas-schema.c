/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-atlas-schema-private.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/relaxng.h>

#include "config.h"
#include "myo-atlas-explain-private.h"
#include "myo-atlas-problems-private.h"
#include "myo-atlas-resources.h"
#include "myo-xml-errors-private.h"

#define SCHEMA_PATH RESOURCE_PATH "/atlas/atlas.rng"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlRelaxNGParserCtxt, xmlRelaxNGFreeParserCtxt)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlRelaxNGValidCtxt, xmlRelaxNGFreeValidCtxt)

struct _MyoAtlasSchema
{
  xmlDoc     *grammar;
  xmlRelaxNG *compiled;
};

/* The grammar is part of the program: a fault in it is a fault of the program. */
static void
on_grammar_error (gpointer    data,
                  MyoXmlError error)
{
  g_critical ("atlas.rng:%d: %s", error->line, error->message);
}

MyoAtlasSchema *
myo_atlas_schema_new (void)
{
  MyoAtlasSchema *self = g_new0 (MyoAtlasSchema, 1);
  g_autoptr(GBytes) bytes = g_resource_lookup_data (myo_atlas_get_resource (), SCHEMA_PATH, 0, NULL);
  g_autoptr(xmlRelaxNGParserCtxt) context = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  xmlInitParser ();
  self->grammar = xmlReadMemory (data, (int) length, "atlas.rng", NULL, XML_PARSE_NONET);
  context = xmlRelaxNGNewDocParserCtxt (self->grammar);
  xmlRelaxNGSetParserStructuredErrors (context, myo_xml_error_func (on_grammar_error), NULL);
  self->compiled = xmlRelaxNGParse (context);
  return self;
}

void
myo_atlas_schema_free (MyoAtlasSchema *self)
{
  xmlRelaxNGFree (self->compiled);
  xmlFreeDoc (self->grammar);
  g_free (self);
}

typedef struct { int line; char *message; } FirstError;

static void
on_validity_error (gpointer    data,
                   MyoXmlError error)
{
  FirstError *first = data;

  if (first->message != NULL)
    return;
  first->line = error->line;
  first->message = g_strstrip (g_strdup (error->message != NULL ? error->message : ""));
}

void
myo_atlas_schema_check (MyoAtlasSchema   *self,
                        MyoAtlasDocument *document,
                        GPtrArray        *problems,
                        GPtrArray        *verdicts)
{
  g_autoptr(xmlRelaxNGValidCtxt) context = xmlRelaxNGNewValidCtxt (self->compiled);
  FirstError first = { 0 };

  xmlRelaxNGSetValidStructuredErrors (context, myo_xml_error_func (on_validity_error), &first);
  if (xmlRelaxNGValidateDoc (context, document->xml) != 0)
    {
      myo_atlas_explain (self->grammar, document, problems);
      myo_atlas_problems_add (verdicts, document->name, first.line, _("The file does not follow the atlas format: %s."),
                              first.message != NULL ? first.message : "");
    }
  g_free (first.message);
}
