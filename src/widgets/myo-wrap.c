/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "myo-either.h"
#include "myo-wrap.h"

struct _MyoWrap
{
  GtkWidget parent_instance;

  int      spacing;
  gboolean homogeneous, centred;
};

G_DEFINE_FINAL_TYPE (MyoWrap, myo_wrap, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_SPACING, PROP_HOMOGENEOUS, PROP_CENTRED, N_PROPS };
static GParamSpec *props[N_PROPS];

/* --- Lines --- */

typedef struct
{
  GtkWidget *child;
  int        least, width;      /* px that it needs and that it gets */
  guint      line;
} Item;

static int
sum_up (MyoWrap      *self,
        const GArray *items)
{
  int sum = items->len > 0 ? -self->spacing : 0;

  for (guint i = 0; i < items->len; i++)
    sum += g_array_index (items, Item, i).width + self->spacing;
  return sum;
}

static GArray *
list_items (MyoWrap *self)
{
  GArray *items = g_array_new (FALSE, TRUE, sizeof (Item));
  int widest = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      Item item = { child, 0, 0, 0 };

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &item.least, &item.width, NULL, NULL);
      widest = MAX (widest, item.width);
      g_array_append_val (items, item);
    }
  for (guint i = 0; self->homogeneous && i < items->len; i++)
    g_array_index (items, Item, i).width = widest;
  return items;
}

/* Equally full, so that no child is alone in the last line. */
static void
break_evenly (MyoWrap *self,
              GArray  *items,
              int      width)
{
  int most = (width + self->spacing) / MAX (g_array_index (items, Item, 0).width + self->spacing, 1);
  guint n_lines = (items->len + (guint) MAX (most, 1) - 1) / (guint) MAX (most, 1);
  guint in_line = (items->len + n_lines - 1) / n_lines;

  for (guint i = 0; i < items->len; i++)
    {
      Item *item = &g_array_index (items, Item, i);

      item->line = i / in_line;
      item->width = (width + self->spacing) / (int) in_line - self->spacing;
    }
}

static void
break_where_full (MyoWrap *self,
                  GArray  *items,
                  int      width)
{
  int used = 0;
  guint line = 0;

  for (guint i = 0; i < items->len; i++)
    {
      Item *item = &g_array_index (items, Item, i);

      /* What can be made differently is, before it goes into a line of its own. */
      if (used > 0 && used + (MYO_IS_EITHER (item->child) ? item->least : item->width) > width)
        {
          line++;
          used = 0;
        }
      item->width = MAX (MIN (item->width, width - used), item->least);
      item->line = line;
      used += item->width + self->spacing;
    }
}

static guint
find_end_of_line (const GArray *items,
                  guint         first)
{
  guint end = first;

  while (end < items->len && g_array_index (items, Item, end).line == g_array_index (items, Item, first).line)
    end++;
  return end;
}

/* Returns: px that are left over in the end */
static int
fill_line (MyoWrap *self,
           GArray  *items,
           guint    first,
           guint    end,
           int      width)
{
  int spare = width + self->spacing, n_greedy = 0;

  for (guint i = first; i < end; i++)
    {
      spare -= g_array_index (items, Item, i).width + self->spacing;
      n_greedy += gtk_widget_compute_expand (g_array_index (items, Item, i).child, GTK_ORIENTATION_HORIZONTAL);
    }
  for (guint i = first; i < end && spare > 0 && n_greedy > 0; i++)
    if (gtk_widget_compute_expand (g_array_index (items, Item, i).child, GTK_ORIENTATION_HORIZONTAL))
      {
        int share = spare / n_greedy--;

        g_array_index (items, Item, i).width += share;
        spare -= share;
      }
  return MAX (spare, 0);
}

static void
break_lines (MyoWrap *self,
             GArray  *items,
             int      width)
{
  if (items->len == 0)
    return;
  if (self->homogeneous)
    break_evenly (self, items, width);
  else
    break_where_full (self, items, width);
}

/* --- Layout --- */

static int
measure_line (const GArray *items,
              guint         first,
              guint         end)
{
  int highest = 0, height;

  for (guint i = first; i < end; i++)
    {
      const Item *item = &g_array_index (items, Item, i);

      gtk_widget_measure (item->child, GTK_ORIENTATION_VERTICAL, MAX (item->width, item->least), &height, NULL, NULL, NULL);
      highest = MAX (highest, height);
    }
  return highest;
}

static int
measure_height (MyoWrap *self,
                GArray  *items,
                int      width)
{
  int height = items->len > 0 ? -self->spacing : 0;

  break_lines (self, items, width);
  for (guint first = 0, end; first < items->len; first = end)
    {
      end = find_end_of_line (items, first);
      fill_line (self, items, first, end, width);
      height += measure_line (items, first, end) + self->spacing;
    }
  return height;
}

/* Whatever the width: all in one line, each as low as it can be. */
static int
measure_lowest (const GArray *items)
{
  int lowest = 0, height;

  for (guint i = 0; i < items->len; i++)
    {
      gtk_widget_measure (g_array_index (items, Item, i).child, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
      lowest = MAX (lowest, height);
    }
  return lowest;
}

static void
myo_wrap_measure (GtkWidget      *widget,
                  GtkOrientation  orientation,
                  int             for_size,
                  int            *minimum,
                  int            *natural,
                  int            *minimum_baseline,
                  int            *natural_baseline)
{
  MyoWrap *self = MYO_WRAP (widget);
  g_autoptr(GArray) items = list_items (self);

  *natural = sum_up (self, items);
  *minimum = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      /* Newer GTK takes the minimum for no width at all as what no width can go below. */
      *minimum = for_size < 0 ? measure_lowest (items) : 0;
      *natural = MAX (*minimum, measure_height (self, items, for_size < 0 ? *natural : for_size));
      *minimum = for_size < 0 ? *minimum : *natural;
    }
  for (guint i = 0; i < items->len && orientation == GTK_ORIENTATION_HORIZONTAL; i++)
    *minimum = MAX (*minimum, g_array_index (items, Item, i).least);
}

static void
place_line (MyoWrap      *self,
            const GArray *items,
            guint         first,
            guint         end,
            int           left,
            int           top,
            int           width)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int height = measure_line (items, first, end);

  for (guint i = first; i < end; i++)
    {
      const Item *item = &g_array_index (items, Item, i);
      int own = MAX (item->width, item->least);
      graphene_point_t at = GRAPHENE_POINT_INIT ((float) (mirrored ? width - left - own : left), (float) top);

      gtk_widget_allocate (item->child, own, height, -1, gsk_transform_translate (NULL, &at));
      left += own + self->spacing;
    }
}

static void
myo_wrap_size_allocate (GtkWidget *widget,
                        int        width,
                        int        height,
                        int        baseline)
{
  MyoWrap *self = MYO_WRAP (widget);
  g_autoptr(GArray) items = list_items (self);
  int top = 0;

  break_lines (self, items, width);
  for (guint first = 0, end; first < items->len; first = end)
    {
      int spare;

      end = find_end_of_line (items, first);
      spare = fill_line (self, items, first, end, width);
      place_line (self, items, first, end, self->centred ? spare / 2 : 0, top, width);
      top += measure_line (items, first, end) + self->spacing;
    }
}

static GtkSizeRequestMode
myo_wrap_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* --- Class --- */

static void
myo_wrap_get_property (GObject    *object,
                       guint       prop_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  MyoWrap *self = MYO_WRAP (object);

  switch (prop_id)
    {
    case PROP_SPACING:
      g_value_set_int (value, self->spacing);
      break;
    case PROP_HOMOGENEOUS:
      g_value_set_boolean (value, self->homogeneous);
      break;
    case PROP_CENTRED:
      g_value_set_boolean (value, self->centred);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
myo_wrap_set_property (GObject      *object,
                       guint         prop_id,
                       const GValue *value,
                       GParamSpec   *pspec)
{
  MyoWrap *self = MYO_WRAP (object);

  switch (prop_id)
    {
    case PROP_SPACING:
      self->spacing = g_value_get_int (value);
      break;
    case PROP_HOMOGENEOUS:
      self->homogeneous = g_value_get_boolean (value);
      break;
    case PROP_CENTRED:
      self->centred = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
myo_wrap_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (myo_wrap_parent_class)->dispose (object);
}

static void
myo_wrap_class_init (MyoWrapClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = myo_wrap_dispose;
  object_class->get_property = myo_wrap_get_property;
  object_class->set_property = myo_wrap_set_property;
  widget_class->measure = myo_wrap_measure;
  widget_class->size_allocate = myo_wrap_size_allocate;
  widget_class->get_request_mode = myo_wrap_get_request_mode;

  props[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT16, 6, flags);
  props[PROP_HOMOGENEOUS] = g_param_spec_boolean ("homogeneous", NULL, NULL, FALSE, flags);
  props[PROP_CENTRED] = g_param_spec_boolean ("centred", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_css_name (widget_class, "wrap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
myo_wrap_init (MyoWrap *self)
{
}

GtkWidget *
myo_wrap_new (int spacing)
{
  return g_object_new (MYO_TYPE_WRAP, "spacing", spacing, NULL);
}

void
myo_wrap_append (MyoWrap   *self,
                 GtkWidget *child)
{
  g_return_if_fail (MYO_IS_WRAP (self));
  g_return_if_fail (GTK_IS_WIDGET (child));

  gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
}

/* --- Letters --- */

double
myo_measure_em (GtkWidget *widget)
{
  const PangoFontDescription *font = pango_context_get_font_description (gtk_widget_get_pango_context (widget));
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), 1);

  if (pango_font_description_get_size_is_absolute (font))
    return size;
  return size * pango_cairo_context_get_resolution (gtk_widget_get_pango_context (widget)) / 72;
}
