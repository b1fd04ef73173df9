/* A pain drawing on paper: the body in all views with what is painted, R and L beside each figure, a key of the qualities, and lines of
 * text beneath.  It is drawn in any unit: on paper, in a file, on a printer.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-sheet-content.h"

G_BEGIN_DECLS

/** myo_pain_sheet_draw: draws the sheet into @width × @height units of @cr (for paper: points, 1/72 inch).
 * @pixels_per_unit: how fine the pictures of the body are to be painted (screen 1–2, paper 4)
 * Returns: %FALSE with @error when a drawing cannot be read */
gboolean myo_pain_sheet_draw  (const MyoPainSheet *self, cairo_t *cr, double width, double height, double pixels_per_unit, GError **error);

/** myo_pain_sheet_get_figure: where on a sheet of @width × @height figure @i (a MyoFigureId) stands:
 * a place x, y (mm of its view) is at *@x0 + x × *@scale, *@y0 + y × *@scale; with *@flipped at *@x0 − x × *@scale.  For tests */
void     myo_pain_sheet_get_figure (const MyoPainSheet *self, double width, double height, guint i,
                                    double *x0, double *y0, double *scale, gboolean *flipped);

G_END_DECLS
