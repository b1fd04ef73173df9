/* The words on the body map: captions over the figures, R and L beside them, the name of what is under the pointer.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "myo-body-map-private.h"

/* Front and back share their width with R and L. */
#define SHARE_OF_CAPTION(i) ((i) < 2 ? .4 : 1)
#define SHARE_OF_MARK .28
/* How far below the crown the marks stand when they stand beside the head, mm. */
#define BESIDE_HEAD 120

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

/* Soles have room of their own above them. */
int
myo_body_map_get_caption_height (MyoBodyMap *self,
                                 double      scale)
{
  int highest = 0, width, height;

  for (int i = MYO_FIGURE_FRONT; i <= MYO_FIGURE_LEFT; i++)
    {
      measure_label (self->captions[i], myo_figure_get ((MyoFigureId) i)->crop.width * scale * SHARE_OF_CAPTION (i),
                     &width, &height);
      highest = MAX (highest, height);
    }
  return highest + 2;
}

/* Centred on @x and @y, but with its lower end not below @end. */
static void
place_label (GtkWidget *label,
             double     x,
             double     y,
             double     end,
             double     room)
{
  int width, height;
  graphene_point_t at;

  measure_label (label, room, &width, &height);
  y = MIN (y - height / 2.0, end - height);
  at = GRAPHENE_POINT_INIT ((float) (int) (x - width / 2.0), (float) (int) MAX (y, 2));
  gtk_widget_allocate (label, width, height, -1, gsk_transform_translate (NULL, &at));
}

static int
get_natural_width (GtkWidget *label)
{
  int width;

  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  return width;
}

/* R and L stand beside the caption, or, where there is no room, beside the head. */
static void
allocate_side_marks (MyoBodyMap            *self,
                     int                    figure,
                     const graphene_rect_t *box,
                     double                 top)
{
  GtkWidget **marks = &self->side_marks[figure * 2];
  double centre = box->origin.x + box->size.width / 2, away = box->size.width * .36, room = box->size.width * SHARE_OF_MARK;
  gboolean tight = get_natural_width (self->captions[figure]) + get_natural_width (marks[0]) + get_natural_width (marks[1])
                   > box->size.width * .8;
  double y = tight ? box->origin.y + BESIDE_HEAD * self->view.scale : top;

  /* In front the body's right is on the viewer's left. */
  place_label (marks[0], centre + (figure == 0 ? -1 : 1) * away, y, G_MAXINT, room);
  place_label (marks[1], centre + (figure == 0 ? 1 : -1) * away, y, G_MAXINT, room);
}

/* Captions stand above their figure and stay in sight while it is. */
static void
allocate_captions (MyoBodyMap *self)
{
  for (int i = 0; i < MYO_N_FIGURES; i++)
    {
      const MyoFigure *f = myo_figure_get ((MyoFigureId) i);
      graphene_rect_t box = myo_body_map_rect_to_widget (self, (MyoFigureId) i, &f->crop);
      double top = MAX (box.origin.y - 40 * self->view.scale, 16);

      gtk_widget_set_child_visible (self->captions[i], myo_body_map_shows_figure (self, (MyoFigureId) i));
      place_label (self->captions[i], box.origin.x + box.size.width / 2, top, MAX (box.origin.y, 32),
                   box.size.width * SHARE_OF_CAPTION (i));
      if (i < 2)
        allocate_side_marks (self, i, &box, top);
    }
}

static void
allocate_hover_label (MyoBodyMap *self,
                      int         width,
                      int         height)
{
  GtkRequisition size;
  double x, y;

  if (!gtk_widget_get_visible (self->hover_label))
    return;

  gtk_widget_get_preferred_size (self->hover_label, NULL, &size);
  x = CLAMP (self->pointer_x + 16, 4, MAX (width - size.width - 4, 4));
  y = self->pointer_y + 20 + size.height < height ? self->pointer_y + 20 : self->pointer_y - 10 - size.height;
  gtk_widget_allocate (self->hover_label, size.width, size.height, -1,
                       gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) (int) x, (float) (int) y)));
}

void
myo_body_map_allocate_labels (MyoBodyMap *self,
                              int         width,
                              int         height)
{
  allocate_captions (self);
  allocate_hover_label (self, width, height);
}

static GtkWidget *
add_label (MyoBodyMap *self,
           const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, css_class);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_set_can_target (label, FALSE);
  gtk_widget_set_parent (label, GTK_WIDGET (self));

  return label;
}

static void
add_captions (MyoBodyMap *self)
{
  const char *names[MYO_N_FIGURES] = {
    _("Front"), _("Back"), _("Right side"), _("Left side"), _("Right sole"), _("Left sole"),
  };

  for (int i = 0; i < MYO_N_FIGURES; i++)
    {
      self->captions[i] = add_label (self, names[i], "caption-heading");
      gtk_widget_add_css_class (self->captions[i], "figure-caption");
    }

  for (int i = 0; i < 4; i++)
    {
      /* Translators: the side of the body, as a mark beside the drawn figure; keep it short */
      self->side_marks[i] = add_label (self, i % 2 == 0 ? C_("side of the body", "Right") : C_("side of the body", "Left"),
                                       "side-mark");
    }
}

void
myo_body_map_add_labels (MyoBodyMap *self)
{
  add_captions (self);
  self->hover_label = add_label (self, "", "hover-label");
  gtk_widget_set_visible (self->hover_label, FALSE);
}

void
myo_body_map_remove_labels (MyoBodyMap *self)
{
  for (int i = 0; i < MYO_N_FIGURES; i++)
    g_clear_pointer (&self->captions[i], gtk_widget_unparent);
  for (int i = 0; i < 4; i++)
    g_clear_pointer (&self->side_marks[i], gtk_widget_unparent);
  g_clear_pointer (&self->hover_label, gtk_widget_unparent);
}
