/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "myo-region-list.h"
#include "myo-region-row.h"

/* Rows made in one go; more than a panel has room for at first. */
#define ROWS_AT_ONCE 16

struct _MyoRegionList
{
  GtkWidget parent_instance;

  MyoPainDesk  *pain;
  MyoPainStudy *study;         /* of the desk */
  guint         n_rows;        /* made by now */
  guint         fill_id;       /* makes the rest */
  gboolean      stale;         /* the drawing changed while the list was not on show */

  GtkWidget *box, *entry, *list;
};

G_DEFINE_FINAL_TYPE (MyoRegionList, myo_region_list, GTK_TYPE_WIDGET)

enum { DONE, N_SIGNALS };
static guint signals[N_SIGNALS];

/* --- Marking --- */

static void
show_state (MyoRegionList *self,
            MyoRegionRow  *row)
{
  for (int side = MYO_SIDE_RIGHT; side <= MYO_SIDE_MIDDLE; side++)
    if (myo_region_row_has_side (row, (MyoSide) side))
      myo_region_row_set_painted (row, (MyoSide) side,
                                  myo_pain_study_is_painted (self->study, myo_region_row_get_region (row)->id, (MyoSide) side));
}

static void
row_toggled (MyoRegionList *self,
             int            side,
             MyoRegionRow  *row)
{
  myo_pain_desk_toggle_region (self->pain, myo_region_row_get_region (row)->id, (MyoSide) side);
  show_state (self, row);
}

/* --- Rows --- */

static gboolean
add_more_rows (gpointer data)
{
  MyoRegionList *self = data;
  MyoAtlas *atlas = myo_pain_study_get_atlas (self->study);
  GPtrArray *regions = myo_atlas_get_regions (atlas);
  guint end = MIN (self->n_rows + ROWS_AT_ONCE, regions->len);

  for (; self->n_rows < end; self->n_rows++)
    {
      GtkWidget *row = myo_region_row_new (atlas, regions->pdata[self->n_rows]);

      g_signal_connect_object (row, "toggled", G_CALLBACK (row_toggled), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (GTK_LIST_BOX (self->list), row);
      show_state (self, MYO_REGION_ROW (row));
    }
  if (end < regions->len)
    return G_SOURCE_CONTINUE;

  self->fill_id = 0;
  return G_SOURCE_REMOVE;
}

static gboolean
is_wanted (GtkListBoxRow *row,
           gpointer       data)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (MYO_REGION_LIST (data)->entry));

  return *text == '\0' || g_str_match_string (text, myo_region_row_get_region (MYO_REGION_ROW (row))->name, TRUE);
}

static void
search_changed (MyoRegionList *self)
{
  gtk_list_box_invalidate_filter (GTK_LIST_BOX (self->list));
}

static void
update (MyoRegionList *self)
{
  GtkListBoxRow *row;

  self->stale = FALSE;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)) != NULL; i++)
    show_state (self, MYO_REGION_ROW (row));
}

static void
study_changed (MyoRegionList *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
  else
    self->stale = TRUE;
}

/* --- Keys --- */

/* Returns: (nullable): the next row in sight from @from on, @step −1 or 1 */
static MyoRegionRow *
find_row (MyoRegionList *self,
          int            from,
          int            step)
{
  GtkListBoxRow *row;

  for (int i = from; i >= 0 && (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)) != NULL; i += step)
    if (gtk_widget_get_child_visible (GTK_WIDGET (row)))
      return MYO_REGION_ROW (row);

  return NULL;
}

static MyoRegionRow *
find_target (MyoRegionList *self,
             MyoRegionRow  *here,
             guint          key)
{
  int index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (here));

  switch (key)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return find_row (self, index + 1, 1);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return find_row (self, index - 1, -1);
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      return find_row (self, 0, 1);
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      return find_row (self, (int) self->n_rows - 1, -1);
    default:
      return NULL;
    }
}

/* The list box would move a cursor of its own from row to row; what is to be reached are the switches in them. */
static gboolean
list_key_pressed (MyoRegionList   *self,
                  guint            key,
                  guint            code,
                  GdkModifierType  state)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *here = focus != NULL ? gtk_widget_get_ancestor (focus, MYO_TYPE_REGION_ROW) : NULL;
  MyoRegionRow *target;
  MyoSide side;

  if (here == NULL || !myo_region_row_get_focus_side (MYO_REGION_ROW (here), &side))
    return GDK_EVENT_PROPAGATE;

  target = find_target (self, MYO_REGION_ROW (here), key);
  if (target != NULL)
    myo_region_row_focus_side (target, side);
  else if (key == GDK_KEY_Up || key == GDK_KEY_KP_Up)
    gtk_widget_grab_focus (self->entry);

  return target != NULL || key == GDK_KEY_Up || key == GDK_KEY_Down;
}

static void
enter_list (MyoRegionList *self)
{
  MyoRegionRow *first = find_row (self, 0, 1);

  if (first != NULL)
    myo_region_row_focus_side (first, MYO_SIDE_RIGHT);
}

static gboolean
entry_key_pressed (MyoRegionList   *self,
                   guint            key,
                   guint            code,
                   GdkModifierType  state)
{
  if (key != GDK_KEY_Down && key != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;

  enter_list (self);
  return GDK_EVENT_STOP;
}

static void
search_stopped (MyoRegionList *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

static void
done_clicked (MyoRegionList *self)
{
  g_signal_emit (self, signals[DONE], 0);
}

void
myo_region_list_set_model (MyoRegionList *self,
                           MyoPainDesk   *pain)
{
  g_return_if_fail (MYO_IS_REGION_LIST (self));
  g_return_if_fail (self->pain == NULL);

  self->pain = g_object_ref (pain);
  self->study = g_object_ref (myo_pain_desk_get_study (pain));
  g_signal_connect_object (self->study, "changed", G_CALLBACK (study_changed), self, G_CONNECT_SWAPPED);
}

/* --- Class --- */

static void
myo_region_list_map (GtkWidget *widget)
{
  MyoRegionList *self = MYO_REGION_LIST (widget);

  if (self->study != NULL)
    {
      myo_pain_study_prepare (self->study);
      if (self->n_rows == 0 && add_more_rows (self))
        self->fill_id = g_idle_add_full (G_PRIORITY_LOW, add_more_rows, self, NULL);
      if (self->stale)
        update (self);
    }

  GTK_WIDGET_CLASS (myo_region_list_parent_class)->map (widget);
}

static void
myo_region_list_dispose (GObject *object)
{
  MyoRegionList *self = MYO_REGION_LIST (object);

  g_clear_handle_id (&self->fill_id, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->study);
  g_clear_object (&self->pain);

  G_OBJECT_CLASS (myo_region_list_parent_class)->dispose (object);
}

static void
myo_region_list_class_init (MyoRegionListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = myo_region_list_dispose;
  widget_class->map = myo_region_list_map;
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/myo-region-list.ui");
  gtk_widget_class_bind_template_child (widget_class, MyoRegionList, box);
  gtk_widget_class_bind_template_child (widget_class, MyoRegionList, entry);
  gtk_widget_class_bind_template_child (widget_class, MyoRegionList, list);
  gtk_widget_class_bind_template_callback (widget_class, done_clicked);
}

static void
watch_keys (MyoRegionList *self,
            GtkWidget     *widget,
            GCallback      callback)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", callback, self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, keys);
}

static void
myo_region_list_init (MyoRegionList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (GTK_LIST_BOX (self->list), is_wanted, self, NULL);
  watch_keys (self, self->list, G_CALLBACK (list_key_pressed));
  watch_keys (self, self->entry, G_CALLBACK (entry_key_pressed));
  g_signal_connect_object (self->entry, "search-changed", G_CALLBACK (search_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (enter_list), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "stop-search", G_CALLBACK (search_stopped), self, G_CONNECT_SWAPPED);
}
