/* How long the map and the window keep the main thread busy, and how soon a picture is crisp.
 *
 * - A frame is one turn of the frame clock while the map is panned and zoomed under a selected muscle.  Our own work in it is what
 *   the map's size_allocate and snapshot take; the whole frame, from before-paint to after-paint, holds GTK's own drawing too.
 * - Crisp is counted from a step of the scroll wheel until a frame in which all that is in sight is painted at the scale of the
 *   screen.  A step by key moves for a while; for it the time after the movement is counted.
 * - A click is myo_selection_select() with the map listening: when it returns, highlight and zones are painted in every figure.
 *   Every point of the atlas is clicked on both sides, after one round in which drawings are read for the first time.
 * - The same click in the whole window adds the side panel; a keystroke is counted from the text of the search to the list of
 *   results, drawn.
 *
 * - Painting is measured in the whole window: strokes of the widest brush go over the figures, a step with each frame.  Own work of a
 *   frame is what the step, the map's picture and the answer in the panel take; the whole frame holds GTK's own drawing too.
 *
 * What is said of the main thread is its processor time, which other programs on the machine do not lengthen; crisp is time by
 * the clock.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <time.h>

#include "bench.h"
#include "myo-atlas-reader.h"
#include "myo-body-map-private.h"
#include "myo-store.h"
#include "myo-window.h"

#define N_STEPS 24
#define N_FRAMES 240
#define PATIENCE_MS 5000

static struct
{
  void   (*snapshot) (GtkWidget *widget, GtkSnapshot *snapshot);
  void   (*allocate) (GtkWidget *widget, int width, int height, int baseline);
  double   own, began;           /* ms of the frame under way */
  guint    frames;               /* since the start */
  GArray  *own_samples, *whole_samples;
} watched;

static double
get_thread_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static void
print_median_and_p99 (const char *name,
                      GArray     *samples)
{
  g_autofree char *median = g_strconcat (name, "-median", NULL);
  g_autofree char *p99 = g_strconcat (name, "-p99", NULL);

  bench_print (median, bench_get_quantile (samples, .5), "ms", 0);
  bench_print (p99, bench_get_quantile (samples, .99), "ms", 0);
}

/* --- Watching frames --- */

static void
timed_snapshot (GtkWidget   *widget,
                GtkSnapshot *snapshot)
{
  double start = get_thread_ms ();

  watched.snapshot (widget, snapshot);
  watched.own += get_thread_ms () - start;
}

static void
timed_allocate (GtkWidget *widget,
                int        width,
                int        height,
                int        baseline)
{
  double start = get_thread_ms ();

  watched.allocate (widget, width, height, baseline);
  watched.own += get_thread_ms () - start;
}

static void
before_paint (void)
{
  watched.own = 0;
  watched.began = get_thread_ms ();
}

static void
after_paint (void)
{
  double whole = get_thread_ms () - watched.began;

  watched.frames++;
  if (watched.own_samples == NULL)
    return;
  g_array_append_val (watched.own_samples, watched.own);
  g_array_append_val (watched.whole_samples, whole);
}

static void
watch_frames (MyoBodyMap *map)
{
  GtkWidgetClass *klass = GTK_WIDGET_GET_CLASS (map);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (map));

  watched.snapshot = klass->snapshot;
  watched.allocate = klass->size_allocate;
  klass->snapshot = timed_snapshot;
  klass->size_allocate = timed_allocate;
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint), NULL);
  g_signal_connect_after (clock, "after-paint", G_CALLBACK (after_paint), NULL);
}

/* Until the next frame is drawn. */
static void
wait_frame (GtkWidget *widget)
{
  guint frames = watched.frames;

  gtk_widget_queue_draw (widget);
  while (watched.frames == frames)
    g_main_context_iteration (NULL, TRUE);
}

static void
settle (MyoBodyMap *map,
        double      ms)
{
  double end = bench_now_ms () + ms;

  while (bench_now_ms () < end)
    {
      wait_frame (GTK_WIDGET (map));
      g_usleep (2000);
    }
}

/* Returns ms by the clock. */
static double
wait_crisp (MyoBodyMap *map)
{
  double start = bench_now_ms ();

  do
    wait_frame (GTK_WIDGET (map));
  while (!myo_body_map_is_crisp (map) && bench_now_ms () - start < PATIENCE_MS);
  return bench_now_ms () - start;
}

/* --- Panning and zooming --- */

static void
zoom_at_shoulder (MyoBodyMap *map,
                  double      factor)
{
  myo_body_map_show (map, myo_map_view_get_zoomed (map->view, factor, 300, 200), FALSE);
}

/* In and out about the shoulder, and to and fro across the figures. */
static void
move (MyoBodyMap *map,
      guint       frame)
{
  if (frame % 2 == 0)
    zoom_at_shoulder (map, frame % 80 < 40 ? 1.06 : 1 / 1.06);
  else
    myo_body_map_show (map, myo_map_view_get_panned (map->view, frame % 120 < 60 ? 6 : -6, frame % 40 < 20 ? 4 : -4), FALSE);
}

static void
bench_frames (MyoBodyMap *map)
{
  g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) whole = g_array_new (FALSE, FALSE, sizeof (double));

  settle (map, 500);
  watched.own_samples = own;
  watched.whole_samples = whole;
  for (guint i = 0; i < N_FRAMES; i++)
    {
      move (map, i);
      wait_frame (GTK_WIDGET (map));
    }
  watched.own_samples = watched.whole_samples = NULL;
  print_median_and_p99 ("frame-own-work", own);
  print_median_and_p99 ("frame-with-gtk", whole);
  myo_body_map_fit (map);
  settle (map, 500);
}

/* When the view rests, the overlays are painted anew at its scale. */
static void
bench_refresh (MyoBodyMap *map)
{
  g_autoptr (GArray) samples = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < N_STEPS; i++)
    {
      double start, ms;

      zoom_at_shoulder (map, i % 12 < 6 ? 1.3 : 1 / 1.3);
      wait_frame (GTK_WIDGET (map));
      start = get_thread_ms ();
      g_signal_emit_by_name (map->view, "rested");
      ms = get_thread_ms () - start;
      g_array_append_val (samples, ms);
    }
  print_median_and_p99 ("overlays-after-zoom", samples);
  myo_body_map_fit (map);
  settle (map, 500);
}

/* --- Crisp again --- */

static void
bench_scroll_steps (MyoBodyMap *map)
{
  g_autoptr (GArray) samples = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < N_STEPS; i++)
    {
      double ms;

      zoom_at_shoulder (map, i % 12 < 6 ? 1.3 : 1 / 1.3);
      ms = wait_crisp (map);
      g_array_append_val (samples, ms);
      settle (map, 150);
    }
  bench_print ("crisp-after-scroll-step-median", bench_get_quantile (samples, .5), "ms", 0);
  bench_print ("crisp-after-scroll-step-most", bench_get_quantile (samples, 1), "ms", 0);
  myo_body_map_fit (map);
  settle (map, 500);
}

static void
bench_key_steps (MyoBodyMap *map)
{
  g_autoptr (GArray) samples = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < N_STEPS; i++)
    {
      double ms;

      myo_body_map_zoom_by (map, i % 8 < 4 ? 1.5 : 1 / 1.5);
      while (adw_animation_get_state (map->animation) == ADW_ANIMATION_PLAYING)
        wait_frame (GTK_WIDGET (map));
      ms = wait_crisp (map);
      g_array_append_val (samples, ms);
      settle (map, 150);
    }
  bench_print ("crisp-after-key-step-median", bench_get_quantile (samples, .5), "ms", 0);
  bench_print ("crisp-after-key-step-most", bench_get_quantile (samples, 1), "ms", 0);
  myo_body_map_fit (map);
  settle (map, 500);
}

/* --- Clicks --- */

typedef struct
{
  MyoBodyMap   *map;
  MyoSelection *selection;
  gboolean      until_drawn;
  GArray       *samples;
} Clicks;

static void
click_muscle (Clicks    *self,
              MyoMuscle *muscle)
{
  for (guint side = MYO_SIDE_RIGHT; side <= MYO_SIDE_LEFT; side++)
    {
      double start = get_thread_ms (), ms;

      myo_selection_select (self->selection, muscle, (MyoSide) side, NULL);
      if (self->until_drawn)
        wait_frame (GTK_WIDGET (self->map));
      ms = get_thread_ms () - start;
      g_array_append_val (self->samples, ms);
      wait_frame (GTK_WIDGET (self->map));
    }
}

static void
bench_clicks (const char   *name,
              MyoBodyMap   *map,
              MyoSelection *selection,
              MyoAtlas     *atlas,
              gboolean      until_drawn)
{
  g_autoptr (GArray) samples = g_array_new (FALSE, FALSE, sizeof (double));
  GPtrArray *muscles = myo_atlas_get_muscles (atlas);
  Clicks clicks = { map, selection, until_drawn, samples };

  for (guint round = 0; round < 2; round++)
    {
      g_array_set_size (samples, 0);
      for (guint i = 0; i < muscles->len; i++)
        click_muscle (&clicks, muscles->pdata[i]);
    }
  print_median_and_p99 (name, samples);
}

/* --- The map alone --- */

static void
bench_map (GtkApplication *application,
           MyoDrawings    *drawings,
           MyoAtlas       *atlas)
{
  g_autoptr (MyoSelection) selection = myo_selection_new ();
  GtkWidget *window = adw_application_window_new (application);
  MyoBodyMap *map = g_object_new (MYO_TYPE_BODY_MAP, NULL);

  gtk_window_set_default_size (GTK_WINDOW (window), 880, 700);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), GTK_WIDGET (map));
  myo_body_map_set_model (map, drawings, atlas, selection);
  gtk_window_present (GTK_WINDOW (window));
  watch_frames (map);
  wait_crisp (map);
  settle (map, 1000);
  bench_clicks ("click-highlight-ready", map, selection, atlas, FALSE);
  myo_selection_select (selection, myo_atlas_get_muscle (atlas, "infraspinatus"), MYO_SIDE_RIGHT, NULL);
  bench_frames (map);
  bench_refresh (map);
  bench_scroll_steps (map);
  bench_key_steps (map);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* --- The whole window --- */

/* The panel's search entry is the only one in sight. */
static GtkWidget *
find_search_entry (GtkWidget *widget)
{
  if (GTK_IS_SEARCH_ENTRY (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_search_entry (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
bench_search (MyoBodyMap *map,
              GtkWidget  *window)
{
  static const char *const words[] = { "in", "infra", "trapez", "sh", "pain", "hand", "longissimus", "back of the" };
  GtkWidget *entry = find_search_entry (window);
  g_autoptr (GArray) samples = g_array_new (FALSE, FALSE, sizeof (double));

  g_object_set (entry, "search-delay", 0, NULL);
  for (guint round = 0; round < 4; round++)
    for (guint i = 0; i < G_N_ELEMENTS (words); i++)
      {
        double start = get_thread_ms (), ms;

        gtk_editable_set_text (GTK_EDITABLE (entry), words[i]);
        g_signal_emit_by_name (entry, "search-changed");
        wait_frame (GTK_WIDGET (map));
        ms = get_thread_ms () - start;
        g_array_append_val (samples, ms);
        wait_frame (GTK_WIDGET (map));
      }
  print_median_and_p99 ("search-keystroke-to-list", samples);
}

static MyoSelection *
get_selection (MyoBodyMap *map)
{
  return map->selection;
}

/* --- Painting --- */

#define N_STROKES 24
#define N_STROKE_STEPS 30

static void
paint_stroke (MyoBodyMap *map,
              guint       number,
              GArray     *own,
              GArray     *whole)
{
  /* Down the trunk and a leg, to and fro: on the front, then on the back. */
  MyoFigureId figure = number % 2 == 0 ? MYO_FIGURE_FRONT : MYO_FIGURE_BACK;
  double view_y = 308 + 40.0 * (number / 2), x, y;

  for (guint step = 0; step < N_STROKE_STEPS; step++)
    {
      double start = get_thread_ms (), input, ms;

      watched.own = 0;
      myo_map_view_from_figure (map->view, figure, MYO_MIDLINE - 90 + 60 * sin (step / 4.0), view_y + step * 6, &x, &y);
      if (step == 0)
        g_assert_true (myo_map_brush_begin (map->brush, x, y, -1, FALSE));
      else
        myo_map_brush_extend (map->brush, x, y, -1);
      input = get_thread_ms () - start;
      wait_frame (GTK_WIDGET (map));
      ms = get_thread_ms () - start;
      input += watched.own;
      g_array_append_val (own, input);
      g_array_append_val (whole, ms);
    }
  myo_map_brush_end (map->brush);
}

static void
set_tool (MyoBodyMap *map,
          const char *action,
          int         value)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (map), action, "i", value));
}

static void
bench_painting (MyoBodyMap *map)
{
  g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (double)), whole = g_array_new (FALSE, FALSE, sizeof (double));

  set_tool (map, "map-page.tool", MYO_PAIN_TOOL_BRUSH);
  set_tool (map, "map-page.brush-size", MYO_N_BRUSH_SIZES - 1);
  myo_body_map_set_layer (map, MYO_LAYER_SKIN);
  while (!myo_pain_study_is_ready (map->study))
    g_main_context_iteration (NULL, TRUE);
  settle (map, 500);
  for (guint i = 0; i < N_STROKES; i++)
    {
      set_tool (map, "map-page.quality", (int) (i % MYO_N_QUALITIES));
      paint_stroke (map, i, own, whole);
    }
  print_median_and_p99 ("painting-own-work", own);
  bench_print ("painting-own-work-most", bench_get_quantile (own, 1), "ms", 0);
  print_median_and_p99 ("painting-with-gtk", whole);
  bench_print ("painting-with-gtk-most", bench_get_quantile (whole, 1), "ms", 0);
}

static void
bench_window (GtkApplication *application,
              MyoDrawings    *drawings,
              MyoAtlas       *atlas)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  g_autoptr (GFile) folder = g_file_new_build_filename (g_get_user_data_dir (), "myomap", NULL);
  g_autoptr (MyoRecords) records = MYO_RECORDS (myo_store_new (folder));
  MyoWindow *window = myo_window_new (application, settings);
  MyoBodyMap *map = myo_window_get_map (window);

  myo_window_set_models (window, atlas, drawings, records);
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect_after (gtk_widget_get_frame_clock (GTK_WIDGET (map)), "after-paint", G_CALLBACK (after_paint), NULL);
  wait_crisp (map);
  settle (map, 1000);
  bench_clicks ("click-to-drawn-window", map, get_selection (map), atlas, TRUE);
  myo_selection_select (get_selection (map), NULL, MYO_SIDE_RIGHT, NULL);
  settle (map, 300);
  bench_search (map, GTK_WIDGET (window));
  gtk_editable_set_text (GTK_EDITABLE (find_search_entry (GTK_WIDGET (window))), "");
  bench_painting (map);
  gtk_window_destroy (GTK_WINDOW (window));
  myo_records_close (records);
}

static void
activate (GtkApplication *application)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MyoAtlas) atlas = myo_atlas_read_builtin (&error);
  g_autoptr (MyoDrawings) drawings = myo_drawings_new ();

  if (atlas == NULL)
    g_error ("%s", error->message);
  bench_map (application, drawings, atlas);
  bench_window (application, drawings, atlas);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (AdwApplication) application =
    g_object_new (ADW_TYPE_APPLICATION, "application-id", APP_ID ".Bench", "resource-base-path", RESOURCE_PATH, NULL);

  g_signal_connect (application, "activate", G_CALLBACK (activate), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
