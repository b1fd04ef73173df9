/* Shared by the files of the body map: -input (pointer and touch), -moves (where it looks), -actions (what it can be told to do), -targets (its
 * children for keyboard and screen reader).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "myo-body-map.h"
#include "myo-map-base.h"
#include "myo-map-brush.h"
#include "myo-map-highlight.h"
#include "myo-map-labels.h"

G_BEGIN_DECLS

struct _MyoBodyMap
{
  GtkWidget parent_instance;

  MyoDrawings     *drawings;
  MyoAtlas        *atlas;
  MyoSelection    *selection;
  MyoPainStudy    *study;          /* or NULL: nothing can be painted */

  /* What it looks like */
  MyoMapView      *view;
  AdwAnimation    *animation;      /* of the view */
  GPtrArray       *layers;         /* of MyoMapLayer, from the lowest; the following are among them */
  MyoMapBase      *base;
  MyoMapInk       *ink;
  MyoMapHighlight *highlight;      /* of what is selected */
  MyoMapHighlight *hover;          /* of what the pointer or the focus rests on */
  MyoMapBrush     *brush;
  MyoMapLabels    *labels;

  /* Pointer */
  double           pointer_x, pointer_y;
  gboolean         has_pointer;    /* it is over the map */
  MyoMapSight      drag_sight;     /* at the start of a drag */
  double           pinch_scale;
  gboolean         dragging;
  gboolean         has_dragged;    /* since the button went down: letting go is no click */

  /* Children for keyboard and screen reader */
  GPtrArray       *targets;        /* of MyoMapTarget */
  guint            populate_id;
  MyoView          populate_view;  /* whose ids come next … */
  guint            populate_at;    /* … and how many of them were looked at */
};

/* -input */
void     myo_body_map_init_input         (MyoBodyMap *self);
/* What can be hit there: the uppermost layer that has something tells */
gboolean myo_body_map_look_up            (MyoBodyMap *self, double x, double y, MyoMapPlace *place);
/* What a click there does */
void     myo_body_map_activate           (MyoBodyMap *self, const MyoMapPlace *place);
char    *myo_body_map_name_of            (MyoBodyMap *self, const char *id, MyoSide side);
void     myo_body_map_end_hover          (MyoBodyMap *self);

/* -moves */
void     myo_body_map_init_moves         (MyoBodyMap *self);
/* Shows that from now on, with or without a movement there */
void     myo_body_map_show               (MyoBodyMap *self, MyoMapSight sight, gboolean animate);

/* -actions */
void     myo_body_map_class_init_actions (GtkWidgetClass *klass);

/* -targets */
void     myo_body_map_repopulate         (MyoBodyMap *self);
void     myo_body_map_allocate_targets   (MyoBodyMap *self);
void     myo_body_map_update_targets     (MyoBodyMap *self);
void     myo_body_map_clear_targets      (MyoBodyMap *self);
gboolean myo_body_map_focus_targets      (GtkWidget *widget, GtkDirectionType direction);
/* Where the muscle lies that the keyboard has, px; FALSE: it has none, or one that is out of sight */
gboolean myo_body_map_get_focus_place    (MyoBodyMap *self, double *x, double *y);

G_END_DECLS
