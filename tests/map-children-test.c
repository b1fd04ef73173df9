/* The map's children: its words, and its muscles and regions as widgets of their own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "map-kit.h"
#include "myo-map-labels.h"
#include "myo-map-target.h"

/* --- A map of the least kind: it gives its children their place --- */

#define TEST_TYPE_BOARD (test_board_get_type ())
G_DECLARE_FINAL_TYPE (TestBoard, test_board, TEST, BOARD, GtkWidget)

struct _TestBoard
{
  GtkWidget parent_instance;

  MyoMapView   *view;
  MyoMapLabels *labels;
  MyoMapTarget *target;        /* or NULL */
};

G_DEFINE_FINAL_TYPE (TestBoard, test_board, GTK_TYPE_WIDGET)

static void
test_board_size_allocate (GtkWidget *widget,
                          int        width,
                          int        height,
                          int        baseline)
{
  TestBoard *self = TEST_BOARD (widget);
  MyoMapSight fit = myo_map_layout_get_fit (width, height);
  graphene_rect_t box;

  myo_map_view_set_size (self->view, width, height, &fit);
  myo_map_labels_allocate (self->labels, width, height);
  if (self->target == NULL)
    return;
  box = myo_map_view_get_box (self->view, myo_map_target_get_figure (self->target), myo_map_target_get_box (self->target));
  gtk_widget_measure (GTK_WIDGET (self->target), GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (GTK_WIDGET (self->target), (int) box.size.width, (int) box.size.height, -1,
                       gsk_transform_translate (NULL, &box.origin));
}

static void
test_board_snapshot (GtkWidget   *widget,
                     GtkSnapshot *snapshot)
{
  myo_map_layer_snapshot (MYO_MAP_LAYER (TEST_BOARD (widget)->labels), snapshot);
}

static void
test_board_dispose (GObject *object)
{
  TestBoard *self = TEST_BOARD (object);

  if (self->labels != NULL)
    myo_map_labels_remove (self->labels);
  if (self->target != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->target));
  self->target = NULL;
  g_clear_object (&self->labels);
  g_clear_object (&self->view);

  G_OBJECT_CLASS (test_board_parent_class)->dispose (object);
}

static void
test_board_class_init (TestBoardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = test_board_dispose;
  GTK_WIDGET_CLASS (klass)->size_allocate = test_board_size_allocate;
  GTK_WIDGET_CLASS (klass)->snapshot = test_board_snapshot;
}

static void
test_board_init (TestBoard *self)
{
  self->view = myo_map_view_new ();
  self->labels = myo_map_labels_new (self->view, GTK_WIDGET (self));
}

static TestBoard *
show_board (int width,
            int height)
{
  TestBoard *board = g_object_new (TEST_TYPE_BOARD, NULL);

  ui_follow (board->view);
  ui_follow (board->labels);
  return ui_show (board, width, height);
}

/* --- Words --- */

static gboolean
is_label (GtkWidget     *widget,
          gconstpointer  text)
{
  return GTK_IS_LABEL (widget) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), text) == 0;
}

typedef struct
{
  const char *text;
  guint       nth;
} Word;

static gboolean
is_word (GtkWidget     *widget,
         gconstpointer  data)
{
  Word *word = (gpointer) data;

  return is_label (widget, word->text) && word->nth-- == 0;
}

/* The middle and the edges of the @nth label of that text, seen or not. */
static graphene_rect_t
find_word (TestBoard  *board,
           const char *text,
           guint       nth)
{
  Word word = { text, nth };
  GtkWidget *label = ui_find (board, is_word, &word);
  graphene_rect_t at;

  g_assert_nonnull (label);
  g_assert_true (gtk_widget_compute_bounds (label, GTK_WIDGET (board), &at));
  return at;
}

static float
get_middle (const graphene_rect_t *at)
{
  return at->origin.x + at->size.width / 2;
}

static graphene_rect_t
get_figure (TestBoard   *board,
            MyoFigureId  id)
{
  return myo_map_view_get_box (board->view, id, &myo_figure_get (id)->crop);
}

static void
test_labels_captions (void)
{
  static const char *const names[] = { "Front", "Back", "Right side", "Left side", "Right sole", "Left sole" };
  TestBoard *board = show_board (1200, 300);

  for (MyoFigureId id = 0; id < MYO_N_FIGURES; id++)
    {
      graphene_rect_t at = find_word (board, names[id], 0), figure = get_figure (board, id);

      g_assert_true (myo_map_view_shows (board->view, id));
      g_assert_nonnull (ui_find_label (board, names[id]));
      g_assert_cmpfloat_with_epsilon (get_middle (&at), get_middle (&figure), 2);
      g_assert_cmpfloat (at.origin.y + at.size.height, <=, MAX (figure.origin.y, 32) + 1);
      g_assert_cmpfloat (at.origin.y, >=, 0);
    }
  ui_close (board);
}

/* In front the body's right is on the viewer's left, from behind on the right. */
static void
test_labels_sides (void)
{
  TestBoard *board = show_board (MAP_WIDTH, MAP_HEIGHT);
  graphene_rect_t marks[] = { find_word (board, "Right", 0), find_word (board, "Left", 0),
                              find_word (board, "Left", 1), find_word (board, "Right", 1) };

  for (MyoFigureId id = MYO_FIGURE_FRONT; id <= MYO_FIGURE_BACK; id++)
    {
      graphene_rect_t figure = get_figure (board, id);

      g_assert_cmpfloat (get_middle (&marks[id * 2]), <, get_middle (&figure));
      g_assert_cmpfloat (get_middle (&marks[id * 2]), >, figure.origin.x);
      g_assert_cmpfloat (get_middle (&marks[id * 2 + 1]), >, get_middle (&figure));
      g_assert_cmpfloat (get_middle (&marks[id * 2 + 1]), <, figure.origin.x + figure.size.width);
    }
  ui_close (board);
}

static void
test_labels_of_hidden_figures (void)
{
  TestBoard *board = show_board (500, 700);

  g_assert_nonnull (ui_find_label (board, "Front"));
  g_assert_nonnull (ui_find_label (board, "Back"));
  g_assert_null (ui_find_label (board, "Right side"));
  g_assert_null (ui_find_label (board, "Left sole"));
  ui_close (board);
}

static void
point_at (TestBoard *board,
          double     x,
          double     y)
{
  myo_map_labels_set_pointer (board->labels, x, y);
  myo_map_labels_set_name (board->labels, "Infraspinatus, right");
  ui_draw (board);
}

static void
test_labels_name (void)
{
  TestBoard *board = show_board (MAP_WIDTH, MAP_HEIGHT);
  graphene_rect_t at;

  ui_assert_reads_not (board, "Infraspinatus");
  point_at (board, 300, 200);
  g_assert_nonnull (ui_find_label (board, "Infraspinatus, right"));
  at = find_word (board, "Infraspinatus, right", 0);
  g_assert_cmpfloat_with_epsilon (at.origin.x, 316, 1.1);
  g_assert_cmpfloat_with_epsilon (at.origin.y, 220, 1.1);
  /* At the edge it stays within the map, and above the pointer when there is no room below. */
  point_at (board, MAP_WIDTH - 2, MAP_HEIGHT - 2);
  at = find_word (board, "Infraspinatus, right", 0);
  g_assert_cmpfloat (at.origin.x + at.size.width, <=, MAP_WIDTH);
  g_assert_cmpfloat (at.origin.y + at.size.height, <=, MAP_HEIGHT - 2);
  myo_map_labels_set_name (board->labels, NULL);
  ui_assert_reads_not (board, "Infraspinatus");
  ui_close (board);
}

static void
test_labels_large_text (void)
{
  TestBoard *board = show_board (500, 700);
  double scale = myo_map_view_get_scale (board->view, MYO_FIGURE_FRONT);
  int height = myo_map_labels_get_caption_height (board->labels, MYO_FIGURE_LEFT_SOLE, scale);
  graphene_rect_t at;

  ui_set_text_scale (2);
  ui_draw (board);
  g_assert_cmpint (myo_map_labels_get_caption_height (board->labels, MYO_FIGURE_LEFT_SOLE, scale), >=, 2 * height - 4);
  at = find_word (board, "Front", 0);
  g_assert_cmpfloat (at.origin.y, >=, 0);
  /* The narrower a figure, the more lines its caption takes. */
  g_assert_cmpint (myo_map_labels_get_caption_height (board->labels, MYO_FIGURE_LEFT_SOLE, scale / 4), >,
                   myo_map_labels_get_caption_height (board->labels, MYO_FIGURE_LEFT_SOLE, scale * 4));
  ui_close (board);
}

static void
test_labels_draw (void)
{
  TestBoard *board = show_board (MAP_WIDTH, MAP_HEIGHT);
  graphene_rect_t at = find_word (board, "Front", 0);
  cairo_surface_t *surface = map_draw (board->labels);
  MyoMapPlace place;
  guint n = 0;

  for (int y = 0; y < MAP_HEIGHT; y++)
    for (int x = 0; x < MAP_WIDTH; x++)
      n += graphene_rect_contains_point (&at, &GRAPHENE_POINT_INIT ((float) x, (float) y)) && map_get_pixel (surface, x, y) != 0;
  g_assert_cmpuint (n, >, 20);
  g_assert_cmpuint (map_get_pixel (surface, MAP_WIDTH / 2., MAP_HEIGHT - 5), ==, 0);
  cairo_surface_destroy (surface);
  g_assert_false (myo_map_layer_lookup (MYO_MAP_LAYER (board->labels), get_middle (&at), at.origin.y + 5, &place));
  ui_close (board);
}

/* --- Places --- */

typedef struct
{
  TestBoard    *board;
  MyoMapBase   *base;
  MyoMapTarget *target;
  MyoRect       box;
  UiHeard       activated;
} Target;

static void
target_set_up (Target        *t,
               gconstpointer  unused)
{
  g_assert_true (myo_drawings_get_bounds (ui_get_drawings (), MYO_VIEW_BACK, MYO_LAYER_SURFACE, "infraspinatus", MYO_SIDE_RIGHT, &t->box));
  t->board = g_object_new (TEST_TYPE_BOARD, NULL);
  t->base = myo_map_base_new (t->board->view, ui_get_drawings ());
  t->target = myo_map_target_new (t->base, "infraspinatus", "Infraspinatus, right", MYO_SIDE_RIGHT, MYO_FIGURE_BACK, &t->box);
  t->board->target = t->target;
  gtk_widget_set_parent (GTK_WIDGET (t->target), GTK_WIDGET (t->board));
  ui_show (t->board, MAP_WIDTH, MAP_HEIGHT);
  ui_listen (t->target, "activate", &t->activated);
}

static void
target_tear_down (Target        *t,
                  gconstpointer  unused)
{
  ui_follow (t->base);
  g_object_unref (t->base);
  ui_close (t->board);
}

static void
test_target_says (Target        *t,
                  gconstpointer  unused)
{
  g_autofree char *before = ui_dup_state (t->target, GTK_ACCESSIBLE_STATE_PRESSED), *during = NULL, *after = NULL;

  ui_assert_role (t->target, GTK_ACCESSIBLE_ROLE_BUTTON);
  ui_assert_name (t->target, "Infraspinatus, right");
  g_assert_cmpstr (before, ==, "false");
  myo_map_target_set_selected (t->target, TRUE);
  during = ui_dup_state (t->target, GTK_ACCESSIBLE_STATE_PRESSED);
  g_assert_cmpstr (during, ==, "true");
  myo_map_target_set_selected (t->target, FALSE);
  after = ui_dup_state (t->target, GTK_ACCESSIBLE_STATE_PRESSED);
  g_assert_cmpstr (after, ==, "false");

  g_assert_cmpstr (myo_map_target_get_id (t->target), ==, "infraspinatus");
  g_assert_cmpint (myo_map_target_get_side (t->target), ==, MYO_SIDE_RIGHT);
  g_assert_cmpint (myo_map_target_get_figure (t->target), ==, MYO_FIGURE_BACK);
  g_assert_cmpfloat (myo_map_target_get_box (t->target)->width, ==, t->box.width);
}

static void
test_target_keys (Target        *t,
                  gconstpointer  unused)
{
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter, GDK_KEY_space, GDK_KEY_KP_Space };

  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (t->target)));
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_assert_true (ui_press (t->target, keys[i], 0));
      ui_assert_heard (&t->activated, 1, NULL);
    }
  g_assert_false (ui_press (t->target, GDK_KEY_x, 0));
  ui_assert_heard (&t->activated, 0, NULL);
  /* What an assistive technology does */
  g_assert_true (gtk_widget_activate (GTK_WIDGET (t->target)));
  ui_assert_heard (&t->activated, 1, NULL);
}

static gboolean
is_over (Target *t,
         double  view_x,
         double  view_y)
{
  graphene_point_t at;
  double x, y;

  myo_map_view_from_figure (t->board->view, MYO_FIGURE_BACK, view_x, view_y, &x, &y);
  g_assert_true (gtk_widget_compute_point (GTK_WIDGET (t->board), GTK_WIDGET (t->target), &GRAPHENE_POINT_INIT ((float) x, (float) y), &at));
  return gtk_widget_contains (GTK_WIDGET (t->target), at.x, at.y);
}

/* One hits the muscle as it is drawn, not its box; and nothing before that can be told at once. */
static void
test_target_contains (Target        *t,
                      gconstpointer  unused)
{
  double x, y;

  map_find_on ("infraspinatus", &x, &y);
  myo_map_base_prepare (t->base);
  ui_wait_until (myo_map_base_is_prepared (t->base));
  g_assert_true (is_over (t, x, y));
  g_assert_false (is_over (t, myo_view_mirror (MYO_VIEW_BACK, x), y));
  g_assert_false (is_over (t, t->box.x + 1, t->box.y + t->box.height - 1));
  myo_map_view_set_layer (t->board->view, MYO_LAYER_DEEP);
  g_assert_false (is_over (t, x, y));
}

#define ADD_TARGET(name, test) g_test_add ("/map-target/" name, Target, NULL, target_set_up, test, target_tear_down)

int
main (int   argc,
      char *argv[])
{
  ui_init (&argc, &argv);
  g_test_add_func ("/map-labels/captions", test_labels_captions);
  g_test_add_func ("/map-labels/sides", test_labels_sides);
  g_test_add_func ("/map-labels/hidden-figures", test_labels_of_hidden_figures);
  g_test_add_func ("/map-labels/name", test_labels_name);
  g_test_add_func ("/map-labels/large-text", test_labels_large_text);
  g_test_add_func ("/map-labels/draw", test_labels_draw);
  ADD_TARGET ("says", test_target_says);
  ADD_TARGET ("keys", test_target_keys);
  ADD_TARGET ("contains", test_target_contains);
  return g_test_run ();
}
