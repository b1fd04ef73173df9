/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "myo-either.h"
#include "myo-map-labels.h"

#include <glib/gi18n.h>

/* Front and back share their width with R and L. */
#define SHARE_OF_CAPTION(i) ((i) < 2 ? .4 : 1)
#define SHARE_OF_MARK .28
/* How far below the crown the marks stand when they stand beside the head, mm. */
#define BESIDE_HEAD 120
/* What they must not cover, mm */
#define HEAD_WIDTH  140
#define HEAD_HEIGHT 200

struct _MyoMapLabels
{
  MyoMapLayer parent_instance;

  GtkWidget *widget;                   /* not owned */
  GtkWidget *captions[MYO_N_FIGURES];
  GtkWidget *side_marks[4];            /* beside front and back */
  GtkWidget *name;                     /* of what is under the pointer */
  double     pointer_x, pointer_y;
};

G_DEFINE_FINAL_TYPE (MyoMapLabels, myo_map_labels, MYO_TYPE_MAP_LAYER)

/* --- Their place --- */

/* Wider than @room (large text), it wraps. */
static void
measure_label (GtkWidget *label,
               double     room,
               int       *width,
               int       *height)
{
  int least;

  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, &least, width, NULL, NULL);
  *width = MAX (MIN (*width, (int) room), least);
  gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, *width, NULL, height, NULL, NULL);
}

void
myo_map_labels_get_caption_widths (MyoMapLabels *self,
                                   double       *widths)
{
  for (int i = 0; i < MYO_N_FIGURES; i++)
    {
      int least;

      gtk_widget_measure (self->captions[i], GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      widths[i] = least;
    }
}

/* Soles have room of their own above them. */
int
myo_map_labels_get_caption_height (MyoMapLabels *self,
                                   MyoFigureId   last,
                                   double        scale)
{
  int highest = 0, width, height;

  for (MyoFigureId i = MYO_FIGURE_FRONT; i <= MIN (last, MYO_FIGURE_LEFT); i++)
    {
      measure_label (self->captions[i], myo_figure_get (i)->crop.width * scale * SHARE_OF_CAPTION (i), &width, &height);
      highest = MAX (highest, height);
    }
  return highest + 2;
}

/* What has its place already */
typedef struct
{
  graphene_rect_t places[MYO_N_FIGURES + 2 + 4];
  guint           n;
} Taken;

static const graphene_rect_t *
find_taken (const Taken           *taken,
            const graphene_rect_t *place)
{
  for (guint i = 0; i < taken->n; i++)
    if (graphene_rect_intersection (&taken->places[i], place, NULL))
      return &taken->places[i];
  return NULL;
}

/* Centred on @x and @y, but with its lower end not below @end, if it is in sight then; pushed to the right of another, half its width at most; else not at all. */
static void
place_label (GtkWidget *label,
             double     x,
             double     y,
             double     end,
             double     room,
             Taken     *taken)
{
  const graphene_rect_t *other;
  graphene_rect_t place;
  int width, height;

  measure_label (label, room, &width, &height);
  y = MIN (y - height / 2.0, MAX (end, height + 2) - height);
  place = GRAPHENE_RECT_INIT ((float) (int) (x - width / 2.0), (float) (int) MAX (y, 2), (float) width, (float) height);
  other = find_taken (taken, &place);
  if (other != NULL && other->origin.x + other->size.width - place.origin.x < (float) width / 2)
    place.origin.x = other->origin.x + other->size.width;
  gtk_widget_set_child_visible (label, find_taken (taken, &place) == NULL);
  if (gtk_widget_get_child_visible (label))
    taken->places[taken->n++] = place;
  gtk_widget_allocate (label, width, height, -1, gsk_transform_translate (NULL, &place.origin));
}

static int
get_natural_width (GtkWidget *label)
{
  int width;

  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  return width;
}

/* px per mm of a whole figure */
static double
get_scale (MyoMapLabels *self)
{
  return myo_map_view_get_scale (myo_map_layer_get_view (MYO_MAP_LAYER (self)), MYO_FIGURE_FRONT);
}

/* R and L stand beside the caption, or, where there is no room, beside the head; both or none. */
static void
allocate_side_marks (MyoMapLabels          *self,
                     int                    figure,
                     const graphene_rect_t *box,
                     double                 top,
                     Taken                 *taken)
{
  GtkWidget **marks = &self->side_marks[figure * 2];
  double centre = box->origin.x + box->size.width / 2, away = box->size.width * .36, room = box->size.width * SHARE_OF_MARK;
  gboolean tight = get_natural_width (self->captions[figure]) + get_natural_width (marks[0]) + get_natural_width (marks[1])
                   > box->size.width * .8;
  double y = tight ? box->origin.y + BESIDE_HEAD * get_scale (self) : top;

  /* In front the body's right is on the viewer's left. */
  place_label (marks[0], centre + (figure == 0 ? -1 : 1) * away, y, G_MAXINT, room, taken);
  place_label (marks[1], centre + (figure == 0 ? 1 : -1) * away, y, G_MAXINT, room, taken);
  if (!gtk_widget_get_child_visible (marks[0]) || !gtk_widget_get_child_visible (marks[1]))
    for (int i = 0; i < 2; i++)
      gtk_widget_set_child_visible (marks[i], FALSE);
}

/* Above the figure, and in sight while it is */
static double
get_top (MyoMapLabels          *self,
         const graphene_rect_t *box)
{
  return MAX (box->origin.y - 40 * get_scale (self), 16);
}

static void
take_head (MyoMapLabels          *self,
           const graphene_rect_t *box,
           Taken                 *taken)
{
  float scale = (float) get_scale (self), width = HEAD_WIDTH * scale;

  taken->places[taken->n++] = GRAPHENE_RECT_INIT (box->origin.x + (box->size.width - width) / 2, box->origin.y, width, HEAD_HEIGHT * scale);
}

/* Captions first: without them one does not know what one sees. */
static void
allocate_captions (MyoMapLabels *self)
{
  MyoMapView *view = myo_map_layer_get_view (MYO_MAP_LAYER (self));
  graphene_rect_t boxes[MYO_N_FIGURES];
  Taken taken = { .n = 0 };

  for (MyoFigureId id = 0; id < MYO_N_FIGURES; id++)
    {
      boxes[id] = myo_map_view_get_box (view, id, &myo_figure_get (id)->crop);
      if (myo_map_view_shows (view, id))
        place_label (self->captions[id], boxes[id].origin.x + boxes[id].size.width / 2, get_top (self, &boxes[id]),
                     boxes[id].origin.y, boxes[id].size.width * SHARE_OF_CAPTION (id), &taken);
      else
        gtk_widget_set_child_visible (self->captions[id], FALSE);
    }
  for (int id = MYO_FIGURE_FRONT; id <= MYO_FIGURE_BACK; id++)
    take_head (self, &boxes[id], &taken);
  for (int id = MYO_FIGURE_FRONT; id <= MYO_FIGURE_BACK; id++)
    allocate_side_marks (self, id, &boxes[id], get_top (self, &boxes[id]), &taken);
}

static void
allocate_name (MyoMapLabels *self,
               int           width,
               int           height)
{
  GtkRequisition size;
  double x, y;

  if (!gtk_widget_get_visible (self->name))
    return;

  gtk_widget_get_preferred_size (self->name, NULL, &size);
  x = CLAMP (self->pointer_x + 16, 4, MAX (width - size.width - 4, 4));
  y = self->pointer_y + 20 + size.height < height ? self->pointer_y + 20 : self->pointer_y - 10 - size.height;
  gtk_widget_allocate (self->name, size.width, size.height, -1,
                       gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) (int) x, (float) (int) y)));
}

void
myo_map_labels_allocate (MyoMapLabels *self,
                         int           width,
                         int           height)
{
  g_return_if_fail (MYO_IS_MAP_LABELS (self));

  allocate_captions (self);
  allocate_name (self, width, height);
}

/* --- The name --- */

void
myo_map_labels_set_pointer (MyoMapLabels *self,
                            double        x,
                            double        y)
{
  g_return_if_fail (MYO_IS_MAP_LABELS (self));

  self->pointer_x = x;
  self->pointer_y = y;
}

void
myo_map_labels_set_name (MyoMapLabels *self,
                         const char   *name)
{
  g_return_if_fail (MYO_IS_MAP_LABELS (self));

  if (name != NULL)
    gtk_label_set_label (GTK_LABEL (self->name), name);
  gtk_widget_set_visible (self->name, name != NULL);
  gtk_widget_queue_allocate (self->widget);
}

/* --- Making them --- */

static GtkWidget *
add_label (GtkWidget  *parent,
           const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, css_class);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_set_can_target (label, FALSE);
  gtk_widget_insert_before (label, parent, NULL);

  return label;
}

/* A word, or where it has no room its letter */
static GtkWidget *
add_side_mark (MyoMapLabels *self,
               gboolean      right)
{
  GtkWidget *mark = g_object_new (MYO_TYPE_EITHER, NULL);

  /* Translators: the side of the body, as a mark beside the drawn figure; keep it short */
  add_label (mark, right ? C_("side of the body", "Right") : C_("side of the body", "Left"), "side-mark");
  /* Translators: the first letter of the side of the body, where the word has no room beside the drawn figure */
  add_label (mark, right ? C_("side of the body", "R") : C_("side of the body", "L"), "side-mark");
  gtk_widget_set_can_target (mark, FALSE);
  gtk_widget_set_parent (mark, self->widget);

  return mark;
}

static void
add_captions (MyoMapLabels *self)
{
  const char *names[MYO_N_FIGURES] = {
    _("Front"), _("Back"), _("Right side"), _("Left side"), _("Right sole"), _("Left sole"),
  };

  for (int i = 0; i < MYO_N_FIGURES; i++)
    {
      self->captions[i] = add_label (self->widget, names[i], "caption-heading");
      gtk_widget_add_css_class (self->captions[i], "figure-caption");
    }

  for (int i = 0; i < 4; i++)
    self->side_marks[i] = add_side_mark (self, i % 2 == 0);
}

void
myo_map_labels_remove (MyoMapLabels *self)
{
  g_return_if_fail (MYO_IS_MAP_LABELS (self));

  for (guint i = 0; i < G_N_ELEMENTS (self->captions); i++)
    g_clear_pointer (&self->captions[i], gtk_widget_unparent);
  for (guint i = 0; i < G_N_ELEMENTS (self->side_marks); i++)
    g_clear_pointer (&self->side_marks[i], gtk_widget_unparent);
  g_clear_pointer (&self->name, gtk_widget_unparent);
}

/* --- Class --- */

static void
myo_map_labels_snapshot (MyoMapLayer *layer,
                         GtkSnapshot *snapshot)
{
  MyoMapLabels *self = MYO_MAP_LABELS (layer);

  for (guint i = 0; i < G_N_ELEMENTS (self->captions); i++)
    gtk_widget_snapshot_child (self->widget, self->captions[i], snapshot);
  for (guint i = 0; i < G_N_ELEMENTS (self->side_marks); i++)
    gtk_widget_snapshot_child (self->widget, self->side_marks[i], snapshot);
  gtk_widget_snapshot_child (self->widget, self->name, snapshot);
}

static void
myo_map_labels_class_init (MyoMapLabelsClass *klass)
{
  MYO_MAP_LAYER_CLASS (klass)->snapshot = myo_map_labels_snapshot;
}

static void
myo_map_labels_init (MyoMapLabels *self)
{
}

MyoMapLabels *
myo_map_labels_new (MyoMapView *view,
                    GtkWidget  *widget)
{
  MyoMapLabels *self = g_object_new (MYO_TYPE_MAP_LABELS, "view", view, NULL);

  self->widget = widget;
  add_captions (self);
  self->name = add_label (widget, "", "hover-label");
  gtk_widget_set_visible (self->name, FALSE);

  return self;
}
