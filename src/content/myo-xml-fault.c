/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-xml-fault-private.h"

#include "myo-xml-node-private.h"

/* Long enough for every sentence of ours with what it quotes */
#define MAX_CHARACTERS 600

/* Values may hold line ends, written as &#10;. */
char *
myo_xml_fault_tidy (char *reason)
{
  g_autofree char *whole = g_strdelimit (reason, "\t\r\n", ' ');

  return myo_xml_shorten (whole, MAX_CHARACTERS);
}

gboolean
myo_xml_fault_set (MyoXmlFault *self,
                   int          line,
                   const char  *format,
                   ...)
{
  va_list args;

  if (self->reason != NULL)
    return FALSE;
  va_start (args, format);
  self->reason = myo_xml_fault_tidy (g_strdup_vprintf (format, args));
  va_end (args);
  self->line = line;
  return FALSE;
}

void
myo_xml_fault_clear (MyoXmlFault *self)
{
  g_clear_pointer (&self->reason, g_free);
}
