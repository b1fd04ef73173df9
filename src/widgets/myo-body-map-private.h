/* Shared by the files of the body map: -paint (snapshot), -marks (points, focus), -labels (words), -pain (the drawing of pain),
 * -input (pointer, keys), -zones (accessible children).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "myo-body-map.h"
#include "myo-map-painter.h"
#include "myo-pain-layer.h"

G_BEGIN_DECLS

/* How far one can zoom in: device-independent px per mm of the body. */
#define MYO_MAP_MOST_SCALE 12.0

/** MyoOverlay: one picture over the body, in mm of its view */
typedef struct
{
  GdkTexture *texture;
  MyoRect     part;
} MyoOverlay;

struct _MyoBodyMap
{
  GtkWidget parent_instance;

  MyoDrawings   *drawings;
  MyoAtlas      *atlas;
  MyoSelection  *selection;
  MyoMapPainter *painter;
  MyoLayer       layer;
  MyoPalette     palette;

  /* View of the world */
  MyoMapView     view;
  MyoMapView     fit;              /* all figures that there is room for */
  gboolean       fitted;           /* the view follows the size of the widget */
  MyoMapView     animate_from, animate_to;
  AdwAnimation  *animation;

  /* Overlays of the selection, by figure; painted when needed */
  MyoOverlay     highlight[MYO_N_FIGURES];
  MyoOverlay     zones[MYO_N_FIGURES];
  double         overlay_scale;    /* the scale they were painted for; 0: stale */
  MyoMapView     overlay_view;
  guint          refresh_id;       /* repaints overlays once the view rests */

  /* Pointer and focus */
  char          *hovered_id;
  MyoSide        hovered_side;
  MyoOverlay     hover[MYO_N_FIGURES];
  double         pointer_x, pointer_y;
  double         drag_x, drag_y;   /* world centre at the start of a drag */
  double         pinch_scale;
  gboolean       dragging;
  gboolean       has_dragged;      /* since the button went down: letting go is no click */
  GtkWidget     *hover_label;
  GtkWidget     *captions[MYO_N_FIGURES];
  GtkWidget     *side_marks[4];    /* R and L beside front and back */

  /* The drawing of pain, by figure; painted when needed */
  MyoPainStudy  *study;            /* or NULL: nothing can be painted */
  MyoPainTool   *tool;
  MyoPainDrawing *shown_drawing;   /* of the records, instead of the study's; or NULL */
  MyoPainLayer  *pain[MYO_N_FIGURES];
  GdkTexture    *pain_texture[MYO_N_FIGURES];
  guint          pain_dabs[MYO_N_FIGURES];  /* so many dabs of the stroke under way are painted */
  gboolean       pain_has_grid;    /* the layers were painted with the body grid */
  int            stroke_figure;    /* where the stroke under way was begun; -1: none */
  gboolean       pointer_inside;   /* the ring of the brush is shown */

  /* Children for keyboard and screen reader */
  GPtrArray     *zone_widgets;     /* of MyoMapZone */
  guint          populate_id;
  guint          prepared_layers;  /* bits: where a look-up is at once */
};

/* -paint */
void     myo_body_map_snapshot             (GtkWidget *widget, GtkSnapshot *snapshot);
gboolean myo_body_map_shows_figure         (MyoBodyMap *self, MyoFigureId id);
void     myo_body_map_forget_overlays      (MyoBodyMap *self);
void     myo_body_map_paint_overlays       (MyoBodyMap *self);
void     myo_body_map_want_pictures        (MyoBodyMap *self);
void     myo_body_map_clear_hover          (MyoBodyMap *self);
void     myo_body_map_set_hover            (MyoBodyMap *self, const char *id, MyoSide side);
/* The layer that holds @id: the one on show when it is drawn there, else the other. */
gboolean myo_body_map_find_layer           (MyoBodyMap *self, MyoView view, const char *id, MyoLayer *layer);

void     myo_body_map_append_texture       (MyoBodyMap *self, GtkSnapshot *snapshot, MyoFigureId id, GdkTexture *texture,
                                            const MyoRect *part, gboolean mirrored);
/* Device px per mm at which overlays of that figure are painted */
double   myo_body_map_get_paint_scale      (MyoBodyMap *self, MyoFigureId figure);
/* The part of that figure, mm, that overlays are painted for */
MyoRect  myo_body_map_get_overlay_part     (MyoBodyMap *self, MyoFigureId id);

/* -marks */
void     myo_body_map_append_marks         (MyoBodyMap *self, GtkSnapshot *snapshot);

/* -labels */
void     myo_body_map_add_labels           (MyoBodyMap *self);
void     myo_body_map_remove_labels        (MyoBodyMap *self);
/* px that the highest caption over a figure takes at a scale */
int      myo_body_map_get_caption_height   (MyoBodyMap *self, double scale);
void     myo_body_map_allocate_labels      (MyoBodyMap *self, int width, int height);

/* -pain */
/* Whether the pointer paints (or erases) where it is: on the skin, with such a tool */
gboolean myo_body_map_is_painting          (MyoBodyMap *self);
/* Begins a stroke at widget coordinates; @pressure: of a stylus, 0–1, or negative; @eraser: whatever the tool.
 * Returns: FALSE beside the body */
gboolean myo_body_map_begin_stroke         (MyoBodyMap *self, double x, double y, double pressure, gboolean eraser);
void     myo_body_map_extend_stroke        (MyoBodyMap *self, double x, double y, double pressure);
void     myo_body_map_cancel_stroke        (MyoBodyMap *self);
void     myo_body_map_append_pain          (MyoBodyMap *self, GtkSnapshot *snapshot, MyoFigureId id);
void     myo_body_map_append_brush         (MyoBodyMap *self, GtkSnapshot *snapshot);
void     myo_body_map_forget_pain          (MyoBodyMap *self);
void     myo_body_map_end_pain             (MyoBodyMap *self);

/* -input */
void     myo_body_map_init_input           (MyoBodyMap *self);
void     myo_body_map_end_hover            (MyoBodyMap *self);
void     myo_body_map_class_init_input     (GtkWidgetClass *klass);

/* -zones */
void     myo_body_map_repopulate           (MyoBodyMap *self);
void     myo_body_map_allocate_zones       (MyoBodyMap *self, int width, int height);
void     myo_body_map_update_zone_states   (MyoBodyMap *self);
gboolean myo_body_map_focus_zones          (GtkWidget *widget, GtkDirectionType direction);
void     myo_body_map_clear_zones          (MyoBodyMap *self);

/* core */
void     myo_body_map_set_view             (MyoBodyMap *self, MyoMapView view, gboolean animate);
void     myo_body_map_zoom_at              (MyoBodyMap *self, double factor, double x, double y);
void     myo_body_map_world_at             (MyoBodyMap *self, double x, double y, double *world_x, double *world_y);
void     myo_body_map_to_widget            (MyoBodyMap *self, double world_x, double world_y, double *x, double *y);
graphene_rect_t myo_body_map_rect_to_widget (MyoBodyMap *self, MyoFigureId figure, const MyoRect *rect);
/* What lies at widget coordinates: figure or -1, place in its view, side of the body, id of the muscle or region on the layer on show. */
int      myo_body_map_look_up              (MyoBodyMap *self, double x, double y, double *view_x, double *view_y, MyoSide *side, const char **id);
void     myo_body_map_activate             (MyoBodyMap *self, int figure, double view_x, double view_y, MyoSide side, const char *id);
/* Whether that takes no time: the maps to look in are made off the main thread; who is not asked to answer waits for them. */
gboolean myo_body_map_is_prepared          (MyoBodyMap *self);
char    *myo_body_map_name_of              (MyoBodyMap *self, const char *id, MyoSide side);
/* px per mm of figure @figure, device independent */
double   myo_body_map_get_figure_scale     (MyoBodyMap *self, MyoFigureId figure);

G_END_DECLS
