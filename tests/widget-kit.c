/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "myo-atlas-reader.h"
#include "ui-frame.h"
#include "widget-kit.h"

/* Far more than anything needs, even under the sanitizers beside other work; it only ends what would never end. */
#define PATIENCE_S 30

#define DPI_100_PERCENT (96 * 1024)

/* --- Start --- */

static void
use_style (void)
{
  GdkDisplay *display = gdk_display_get_default ();
  g_autoptr(GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, RESOURCE_PATH "/style.css");
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (display), RESOURCE_PATH "/icons");
}

static MyoDrawings *drawings;

/* A thread that still paints when the libraries take themselves down may crash. */
static void
let_threads_end (void)
{
  gint64 patience = g_get_monotonic_time () + PATIENCE_S * G_USEC_PER_SEC;

  while (drawings != NULL && g_atomic_int_get (&G_OBJECT (drawings)->ref_count) > 1 && g_get_monotonic_time () < patience)
    if (!g_main_context_iteration (NULL, FALSE))
      g_thread_yield ();
}

void
ui_init (int    *argc,
         char ***argv)
{
  g_test_init (argc, argv, NULL);
  g_assert_cmpstr (g_getenv ("GTK_A11Y"), ==, "test");
  adw_init ();
  use_style ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-xft-dpi", DPI_100_PERCENT, NULL);
  atexit (let_threads_end);
}

MyoAtlas *
ui_get_atlas (void)
{
  static MyoAtlas *atlas;
  g_autoptr(GError) error = NULL;

  if (atlas == NULL)
    atlas = myo_atlas_read_builtin (&error);
  g_assert_no_error (error);
  return atlas;
}

MyoDrawings *
ui_get_drawings (void)
{
  if (drawings == NULL)
    drawings = myo_drawings_new ();
  return drawings;
}

MyoMuscle *
ui_get_muscle (const char *id)
{
  MyoMuscle *muscle = myo_atlas_get_muscle (ui_get_atlas (), id);

  g_assert_nonnull (muscle);
  return muscle;
}

/* --- Waiting --- */

void
ui_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gboolean
lose_patience (gpointer wait)
{
  ((UiWait *) wait)->over = TRUE;
  return G_SOURCE_CONTINUE;
}

void
ui_wait_begin (UiWait *wait)
{
  wait->over = FALSE;
  wait->id = g_timeout_add_seconds_full (G_PRIORITY_HIGH, PATIENCE_S, lose_patience, wait, NULL);
}

gboolean
ui_wait_step (UiWait *wait)
{
  if (!wait->over)
    g_main_context_iteration (NULL, TRUE);
  return !wait->over;
}

void
ui_wait_end (UiWait *wait)
{
  g_source_remove (wait->id);
}

/* --- Showing --- */

gpointer
ui_present (gpointer window,
            int      width,
            int      height)
{
  gtk_window_set_default_size (window, width, height);
  gtk_window_present (window);
  ui_wait_until (gtk_widget_get_mapped (window) && gtk_widget_get_width (window) > 1);
  return window;
}

gpointer
ui_show (gpointer widget,
         int      width,
         int      height)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_child (GTK_WINDOW (window), ui_frame_new (widget, width, height));
  ui_present (window, width, height);
  ui_wait_until (gtk_widget_get_width (widget) >= width && gtk_widget_get_height (widget) >= height);
  return widget;
}

void
ui_draw (gpointer widget)
{
  gtk_widget_queue_draw (widget);
  gtk_test_widget_wait_for_draw (widget);
}

guint32 *
ui_paint (gpointer  widget,
          int      *width,
          int      *height)
{
  g_autoptr(GdkPaintable) paintable = NULL;
  g_autoptr(GtkSnapshot) snapshot = gtk_snapshot_new ();
  cairo_surface_t *surface;
  GskRenderNode *node;
  guint32 *pixels;
  cairo_t *cr;

  ui_draw (widget);
  paintable = gtk_widget_paintable_new (widget);
  *width = gtk_widget_get_width (widget);
  *height = gtk_widget_get_height (widget);
  pixels = g_new0 (guint32, *width * *height);
  gdk_paintable_snapshot (paintable, snapshot, *width, *height);
  node = gtk_snapshot_to_node (snapshot);
  surface = cairo_image_surface_create_for_data ((guchar *) pixels, CAIRO_FORMAT_ARGB32, *width, *height, *width * 4);
  cr = cairo_create (surface);
  if (node != NULL)
    gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_clear_pointer (&node, gsk_render_node_unref);
  return pixels;
}

void
ui_set_text_scale (double scale)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int) (DPI_100_PERCENT * scale), NULL);
}

void
ui_assert_fits (gpointer widget,
                int      width)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, width);
}

/* --- Closing: what was followed must not live on --- */

/* object → what it is, while it lives */
static GHashTable *
get_living (void)
{
  static GHashTable *living;

  if (living == NULL)
    living = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  return living;
}

/* The last to hold it may be a thread: the main loop, which waits for this, has to hear of it. */
static void
forget (gpointer object)
{
  g_hash_table_remove (get_living (), object);
  g_main_context_wakeup (NULL);
}

/* Data of an object goes when it is finalized, not when it is disposed of. */
void
ui_follow (gpointer object)
{
  const char *id = GTK_IS_BUILDABLE (object) ? gtk_buildable_get_buildable_id (object) : NULL;
  char *what = g_strdup_printf ("%s %s", G_OBJECT_TYPE_NAME (object), id != NULL ? id : "");

  if (g_hash_table_insert (get_living (), object, what))
    g_object_set_data_full (object, "ui-follow", object, forget);
}

/* The display has one tooltip, which outlives every window that it was in. */
static gboolean
follow (GtkWidget     *widget,
        gconstpointer  unused)
{
  if (gtk_widget_get_ancestor (widget, g_type_from_name ("GtkTooltipWindow")) == NULL)
    ui_follow (widget);
  return FALSE;
}

void
ui_follow_all (gpointer root)
{
  ui_find (root, follow, NULL);
}

void
ui_assert_freed (void)
{
  GHashTable *living = get_living ();
  GHashTableIter iter;
  gpointer what;
  UiWait wait;

  ui_wait_begin (&wait);
  while (g_hash_table_size (living) > 0 && ui_wait_step (&wait))
    ;
  ui_wait_end (&wait);
  g_hash_table_iter_init (&iter, living);
  while (g_hash_table_iter_next (&iter, NULL, &what))
    g_test_message ("still there: a %s", (const char *) what);
  g_assert_cmpuint (g_hash_table_size (living), ==, 0);
}

void
ui_close (gpointer widget)
{
  GtkRoot *window = gtk_widget_get_root (widget);

  ui_follow_all (window);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_assert_freed ();
  ui_set_text_scale (1);
}

/* --- Finding --- */

gpointer
ui_find (gpointer      root,
         UiMatch       match,
         gconstpointer data)
{
  if (match (root, data))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = ui_find (child, match, data);

      if (found != NULL)
        return found;
    }
  return NULL;
}

guint
ui_count (gpointer      root,
          UiMatch       match,
          gconstpointer data)
{
  guint n = match (root, data) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += ui_count (child, match, data);
  return n;
}

static gboolean
has_id (GtkWidget     *widget,
        gconstpointer  id)
{
  return g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), id) == 0;
}

gpointer
ui_find_id (gpointer    root,
            const char *id)
{
  GtkWidget *found = ui_find (root, has_id, id);

  if (found == NULL)
    g_error ("there is no %s in %s", id, G_OBJECT_TYPE_NAME (root));
  return found;
}

typedef struct { GType type; guint nth; } Wanted;

static gboolean
is_nth_of_type (GtkWidget     *widget,
                gconstpointer  data)
{
  Wanted *wanted = (gpointer) data;

  return G_TYPE_CHECK_INSTANCE_TYPE (widget, wanted->type) && wanted->nth-- == 0;
}

static gboolean
is_of_type (GtkWidget     *widget,
            gconstpointer  data)
{
  return G_TYPE_CHECK_INSTANCE_TYPE (widget, *(const GType *) data);
}

gpointer
ui_find_type (gpointer root,
              GType    type,
              guint    nth)
{
  Wanted wanted = { type, nth };
  GtkWidget *found = ui_find (root, is_nth_of_type, &wanted);

  if (found == NULL)
    g_error ("there are not %u %s in %s", nth + 1, g_type_name (type), G_OBJECT_TYPE_NAME (root));
  return found;
}

guint
ui_count_type (gpointer root,
               GType    type)
{
  return ui_count (root, is_of_type, &type);
}

gboolean
ui_sees (gpointer widget)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_get_child_visible (widget);
}

static gboolean
is_label (GtkWidget     *widget,
          gconstpointer  text)
{
  return GTK_IS_LABEL (widget) && ui_sees (widget) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), text) == 0;
}

gpointer
ui_find_label (gpointer    root,
               const char *text)
{
  return ui_find (root, is_label, text);
}

static gboolean
is_button (GtkWidget     *widget,
           gconstpointer  name)
{
  g_autofree char *own = GTK_IS_BUTTON (widget) && ui_sees (widget) ? ui_dup_name (widget) : NULL;

  return own != NULL && strcmp (own, name) == 0;
}

gpointer
ui_find_button (gpointer    root,
                const char *name)
{
  GtkWidget *found = ui_find (root, is_button, name);

  if (found == NULL)
    g_error ("no button “%s” is seen in %s", name, G_OBJECT_TYPE_NAME (root));
  return found;
}

static gboolean
has_class (GtkWidget     *widget,
           gconstpointer  css_class)
{
  return ui_sees (widget) && gtk_widget_has_css_class (widget, css_class);
}

gpointer
ui_find_class (gpointer    root,
               const char *css_class)
{
  return ui_find (root, has_class, css_class);
}

/* --- Reading --- */

static gboolean
read_into (GtkWidget     *widget,
           gconstpointer  data)
{
  GString *text = (gpointer) data;
  const char *own = NULL;

  if (GTK_IS_LABEL (widget))
    own = gtk_label_get_text (GTK_LABEL (widget));
  else if (GTK_IS_TEXT (widget))
    own = gtk_editable_get_text (GTK_EDITABLE (widget));
  if (own != NULL && *own != '\0' && ui_sees (widget))
    g_string_append_printf (text, "%s\n", own);
  return FALSE;
}

char *
ui_dup_text (gpointer root)
{
  GString *text = g_string_new (NULL);

  ui_find (root, read_into, text);
  return g_string_free (text, FALSE);
}

gboolean
ui_reads (gpointer    root,
          const char *part)
{
  g_autofree char *text = ui_dup_text (root);

  return strstr (text, part) != NULL;
}

void
ui_assert_reads (gpointer    root,
                 const char *part)
{
  g_autofree char *text = ui_dup_text (root);

  if (!ui_reads (root, part))
    g_error ("“%s” is not to be read in: %s", part, text);
}

void
ui_assert_reads_not (gpointer    root,
                     const char *part)
{
  g_autofree char *text = ui_dup_text (root);

  if (ui_reads (root, part))
    g_error ("“%s” is to be read in: %s", part, text);
}

static gpointer
find_window (const char *text)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (ui_sees (window) && ui_reads (window, text))
        return window;
    }
  return NULL;
}

gpointer
ui_wait_for_window (const char *text)
{
  ui_wait_until (find_window (text) != NULL);
  return find_window (text);
}

void
ui_wait_for_no_window (const char *text)
{
  ui_wait_until (find_window (text) == NULL);
}
