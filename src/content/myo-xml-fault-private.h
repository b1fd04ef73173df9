/* The first fault that was found in an XML file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** MyoXmlFault: what is wrong, a sentence, and where: 1…, or 0 when it concerns the whole file; without a reason there is none */
typedef struct
{
  int   line;
  char *reason;
} MyoXmlFault;

/** myo_xml_fault_set: keeps to the first: what follows it is mostly its echo.
 * @format: a sentence, which is tidied.  Returns: %FALSE, so that who finds it can return it */
gboolean myo_xml_fault_set   (MyoXmlFault *self, int line, const char *format, ...) G_GNUC_PRINTF (3, 4);
/** myo_xml_fault_tidy: @reason: (transfer full).  Returns: (transfer full): it on one line, and cut when it quotes too much */
char    *myo_xml_fault_tidy  (char *reason);
/** myo_xml_fault_clear: frees what @self holds; there is no fault any more */
void     myo_xml_fault_clear (MyoXmlFault *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MyoXmlFault, myo_xml_fault_clear)

G_END_DECLS
