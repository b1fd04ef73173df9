/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "myo-hold-ring.h"

#define FLASH_MS 700
/* How wide words within the ring may be where they stand, as a share of it; what they say stands beside the ring as well. */
#define INSIDE   .72

struct _MyoHoldRing
{
  GtkWidget parent_instance;

  GtkWidget   *seconds;
  GtkWidget   *caption;
  gint64       left_ms, total_ms, whole_left, whole_total;
  gint64       shown_second;
  MyoRingMode  mode;
  gboolean     paused;
  double       flash;            /* 1 → 0 */
  AdwAnimation *animation;
  guint        unlit;            /* ends a flash that does not fade; 0 when there is none */
  int          font_px;
};

G_DEFINE_FINAL_TYPE (MyoHoldRing, myo_hold_ring, GTK_TYPE_WIDGET)

/* --- Drawing --- */

typedef struct { double r, g, b; } Colour;

/* The ring's colours keep 3 : 1 against the light and the dark background alike. */
static Colour
get_colour (MyoHoldRing *self)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  switch (self->mode)
    {
    case MYO_RING_HOLD:
      return dark ? (Colour) { 1.0, .48, .38 } : (Colour) { .74, .20, .14 };
    case MYO_RING_REST:
      return dark ? (Colour) { .42, .78, .62 } : (Colour) { .10, .48, .34 };
    case MYO_RING_READY:
      return dark ? (Colour) { .96, .76, .36 } : (Colour) { .62, .40, .02 };
    case MYO_RING_WAIT:
    default:
      return dark ? (Colour) { .62, .66, .72 } : (Colour) { .40, .44, .50 };
    }
}

static void
draw_track (cairo_t *cr,
            double   centre_x,
            double   centre_y,
            double   radius,
            double   width,
            gboolean dark)
{
  cairo_set_line_width (cr, width);
  cairo_set_source_rgba (cr, dark ? 1 : 0, dark ? 1 : 0, dark ? 1 : 0, .10);
  cairo_arc (cr, centre_x, centre_y, radius, 0, 2 * G_PI);
  cairo_stroke (cr);
}

static void
draw_arc (cairo_t *cr,
          double   centre_x,
          double   centre_y,
          double   radius,
          double   share)
{
  if (share <= 0)
    return;

  cairo_arc (cr, centre_x, centre_y, radius, -G_PI / 2, -G_PI / 2 + 2 * G_PI * MIN (share, 1));
  cairo_stroke (cr);
}

static void
draw_ring (MyoHoldRing *self,
           cairo_t     *cr,
           double       width,
           double       height)
{
  double size = MIN (width, height), thick = size * (.055 + .02 * self->flash);
  double x = width / 2, y = height / 2, radius = size / 2 - size * .085;
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  Colour c = get_colour (self);

  draw_track (cr, x, y, radius, size * .055, dark);
  if (self->flash > 0)
    {
      cairo_set_source_rgba (cr, c.r, c.g, c.b, .38 * self->flash);
      cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
      cairo_fill (cr);
    }

  cairo_set_source_rgba (cr, c.r, c.g, c.b, self->paused ? .45 : 1);
  cairo_set_line_width (cr, thick);
  cairo_set_line_cap (cr, self->mode == MYO_RING_HOLD ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  if (self->mode == MYO_RING_READY || self->mode == MYO_RING_REST)
    {
      /* Segments, so that resting is told from holding without colour. */
      double dash = 2 * G_PI * radius / 60;

      cairo_set_dash (cr, (double[]) { dash * (self->mode == MYO_RING_REST ? .35 : .7),
                                       dash * (self->mode == MYO_RING_REST ? .65 : .3) }, 2, 0);
    }
  draw_arc (cr, x, y, radius, self->total_ms > 0 ? (double) self->left_ms / (double) self->total_ms : 0);
  cairo_set_dash (cr, NULL, 0, 0);

  radius = size / 2 - size * .025;
  draw_track (cr, x, y, radius, size * .012, dark);
  cairo_set_source_rgba (cr, dark ? .8 : .3, dark ? .8 : .3, dark ? .82 : .32, .9);
  cairo_set_line_width (cr, size * .012);
  draw_arc (cr, x, y, radius, self->whole_total > 0 ? (double) self->whole_left / (double) self->whole_total : 0);
}

static void
myo_hold_ring_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  MyoHoldRing *self = MYO_HOLD_RING (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));

  draw_ring (self, cr, width, height);
  cairo_destroy (cr);
  GTK_WIDGET_CLASS (myo_hold_ring_parent_class)->snapshot (widget, snapshot);
}

/* --- Layout: the seconds fill the ring, whatever its size --- */

static void
set_label_size (GtkWidget   *label,
                int          px,
                PangoWeight  weight)
{
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_size_new_absolute (px * PANGO_SCALE));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_attr_list_insert (attributes, pango_attr_weight_new (weight));
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
}

static void
set_font_size (MyoHoldRing *self,
               int          size)
{
  int px = MAX ((int) (size * .30), 12);

  if (px == self->font_px)
    return;

  self->font_px = px;
  set_label_size (self->seconds, px, PANGO_WEIGHT_LIGHT);
  set_label_size (self->caption, MAX ((int) (size * .058), 13), PANGO_WEIGHT_BOLD);
}

static void
allocate_centred (GtkWidget *child,
                  int        width,
                  double     centre)
{
  int min_width, child_width, child_height;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &min_width, &child_width, NULL, NULL);
  child_width = CLAMP (child_width, min_width, MAX (width * 7 / 10, min_width));
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, child_width, NULL, &child_height, NULL, NULL);
  gtk_widget_allocate (child, child_width, child_height, -1,
                       gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) (int) ((width - child_width) / 2.0),
                                                                           (float) (int) (centre - child_height / 2.0))));
}

static void
myo_hold_ring_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  MyoHoldRing *self = MYO_HOLD_RING (widget);
  int size = MIN (width, height);

  set_font_size (self, size);
  allocate_centred (self->seconds, width, height / 2.0 - size * .04);
  allocate_centred (self->caption, width, height / 2.0 + size * .20);
  gtk_widget_set_child_visible (self->caption, gtk_widget_get_width (self->caption) <= size * INSIDE);
}

static void
myo_hold_ring_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  *minimum = 150;
  *natural = 230;
}

/* --- Class --- */

static void
set_flash (double   value,
           gpointer user_data)
{
  MyoHoldRing *self = user_data;

  self->flash = value;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
end_flash (MyoHoldRing *self)
{
  g_clear_handle_id (&self->unlit, g_source_remove);
  adw_animation_reset (self->animation);
  set_flash (0, self);
}

static gboolean
put_out (gpointer data)
{
  MyoHoldRing *self = data;

  self->unlit = 0;
  set_flash (0, self);
  return G_SOURCE_REMOVE;
}

static void
myo_hold_ring_unmap (GtkWidget *widget)
{
  end_flash (MYO_HOLD_RING (widget));
  GTK_WIDGET_CLASS (myo_hold_ring_parent_class)->unmap (widget);
}

static void
myo_hold_ring_dispose (GObject *object)
{
  MyoHoldRing *self = MYO_HOLD_RING (object);

  g_clear_handle_id (&self->unlit, g_source_remove);
  g_clear_object (&self->animation);
  g_clear_pointer (&self->seconds, gtk_widget_unparent);
  g_clear_pointer (&self->caption, gtk_widget_unparent);

  G_OBJECT_CLASS (myo_hold_ring_parent_class)->dispose (object);
}

static void
myo_hold_ring_class_init (MyoHoldRingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = myo_hold_ring_dispose;
  widget_class->snapshot = myo_hold_ring_snapshot;
  widget_class->size_allocate = myo_hold_ring_size_allocate;
  widget_class->measure = myo_hold_ring_measure;
  widget_class->unmap = myo_hold_ring_unmap;
  gtk_widget_class_set_css_name (widget_class, "holdring");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PROGRESS_BAR);
}

static void
myo_hold_ring_init (MyoHoldRing *self)
{
  self->mode = MYO_RING_WAIT;
  self->shown_second = -1;
  self->seconds = gtk_label_new ("");
  self->caption = gtk_label_new ("");
  gtk_widget_add_css_class (self->caption, "ring-caption");
  gtk_label_set_ellipsize (GTK_LABEL (self->caption), PANGO_ELLIPSIZE_END);
  gtk_widget_set_parent (self->seconds, GTK_WIDGET (self));
  gtk_widget_set_parent (self->caption, GTK_WIDGET (self));
  self->animation = adw_timed_animation_new (GTK_WIDGET (self), 1, 0, FLASH_MS,
                                             adw_callback_animation_target_new (set_flash, self, NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Time left"), -1);
}

GtkWidget *
myo_hold_ring_new (void)
{
  return g_object_new (MYO_TYPE_HOLD_RING, NULL);
}

static void
show_second (MyoHoldRing *self,
             gint64       second)
{
  g_autofree char *text = NULL;
  g_autofree char *spoken = NULL;

  if (second == self->shown_second)
    return;

  self->shown_second = second;
  if (self->total_ms <= 0)
    text = g_strdup ("");
  else if (second < 100)
    text = g_strdup_printf ("%" G_GINT64_FORMAT, second);
  else
    text = g_strdup_printf ("%" G_GINT64_FORMAT ":%02" G_GINT64_FORMAT, second / 60, second % 60);
  gtk_label_set_label (GTK_LABEL (self->seconds), text);

  spoken = g_strdup_printf (ngettext ("%d second", "%d seconds", (gulong) second), (int) second);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, (double) self->total_ms / 1000,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, (double) second,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, spoken, -1);
}

void
myo_hold_ring_set_time (MyoHoldRing *self,
                        gint64       left_ms,
                        gint64       total_ms,
                        gint64       whole_left,
                        gint64       whole_total)
{
  g_return_if_fail (MYO_IS_HOLD_RING (self));

  if (total_ms != self->total_ms)
    self->shown_second = -1;
  self->left_ms = left_ms;
  self->total_ms = total_ms;
  self->whole_left = whole_left;
  self->whole_total = whole_total;
  show_second (self, total_ms > 0 ? (left_ms + 999) / 1000 : 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
myo_hold_ring_set_mode (MyoHoldRing *self,
                        MyoRingMode  mode,
                        const char  *caption,
                        gboolean     paused)
{
  g_return_if_fail (MYO_IS_HOLD_RING (self));

  self->mode = mode;
  self->paused = paused;
  gtk_label_set_label (GTK_LABEL (self->caption), caption);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
myo_hold_ring_flash (MyoHoldRing *self)
{
  g_return_if_fail (MYO_IS_HOLD_RING (self));

  end_flash (self);
  if (adw_get_enable_animations (GTK_WIDGET (self)))
    {
      adw_animation_play (self->animation);
      return;
    }

  /* Nothing may move then; what is to be seen is seen all the same. */
  set_flash (1, self);
  self->unlit = g_timeout_add (FLASH_MS, put_out, self);
}
