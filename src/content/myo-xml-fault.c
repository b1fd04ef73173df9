/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-xml-fault-private.h"

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
  self->reason = g_strdup_vprintf (format, args);
  va_end (args);
  self->line = line;
  return FALSE;
}

void
myo_xml_fault_clear (MyoXmlFault *self)
{
  g_clear_pointer (&self->reason, g_free);
}
