/* SVG path data, read piece by piece: the one grammar for what is checked and what is drawn.
 *
 *   data     = space* (move draw*)*             the first move may be relative to nothing
 *   move     = M pair (sep? pair)*              pairs after the first draw lines
 *   draw     = Z | L pair (sep? pair)* | H V C S Q T A likewise
 *   pair     = number sep? number
 *   sep      = space* , space* | space+         one comma at most, and a number has to follow it
 *   number   = [+-]? digits with or without a point, ([eE] [+-]? digits)?
 *   flag     = 0 | 1                            of an arc; needs nothing around it
 *
 * This is what librsvg draws, tested against it.  As SVG asks, a fault ends the path where it stands: what came before it holds.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-path-text.h"

G_BEGIN_DECLS

/** MYO_PATH_MAX_COORDINATE: mm; numbers and places beyond it (or not finite) are faults, what draws could not hold them */
#define MYO_PATH_MAX_COORDINATE 100000.0

typedef enum
{
  MYO_PATH_FAULT_NONE,
  MYO_PATH_FAULT_START,      /* it does not begin with a move */
  MYO_PATH_FAULT_COMMAND,    /* what stands there is no command */
  MYO_PATH_FAULT_NUMBER,     /* no number stands where one has to */
  MYO_PATH_FAULT_FLAG,       /* no flag stands where one has to */
  MYO_PATH_FAULT_LARGE,      /* a number lies beyond %MYO_PATH_MAX_COORDINATE */
  MYO_PATH_FAULT_FAR,        /* a place does, though its numbers do not */
} MyoPathFault;

/** MyoPathPiece: @command: M L C Q A or Z: H and V come as L, S as C, T as Q
 * @v: what the command takes, absolute, mm: M, L: x y; C: x1 y1 x2 y2 x y; Q: x1 y1 x y; A: rx ry degrees large sweep x y
 * @from_x, @from_y: where the pen was
 * @mirrored: the first place of C or Q is not written but mirrors the one before */
typedef struct
{
  char     command;
  gboolean mirrored;
  double   v[7];
  double   from_x, from_y;
} MyoPathPiece;

/** MyoPathData: where a reader is */
typedef struct
{
  MyoPathText  text;               /* p: behind what was read, or at the fault */
  MyoPathFault fault;
  char         letter;             /* the command whose numbers are being read, as written; 0 when a letter has to come */
  char         last;               /* the piece before, as its command is written in capitals; 0 at the beginning */
  double       x, y;               /* the pen */
  double       start_x, start_y;   /* where the subpath began */
  double       control_x, control_y;
} MyoPathData;

/** myo_path_data_init: @length: in bytes, -1: up to the NUL of @d, which has to stay */
void     myo_path_data_init (MyoPathData *self, const char *d, gssize length);

/** myo_path_data_next: Returns: whether there is another @piece; %FALSE at the end, or at a fault that @self then tells */
gboolean myo_path_data_next (MyoPathData *self, MyoPathPiece *piece);

G_END_DECLS
