/* The words on the map: in every size of the map and of letters they stand clear of each other and of the heads, and fewer figures are shown
 * where they would not.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "body-map-kit.h"

static const int widths[] = { 240, 360, 430, 560, 800, 966, 1366, 2400 };
static const int heights[] = { 160, 200, 280, 360, 480, 600, 900, 1600 };
static const double scales[] = { 1, 1.25, 1.5, 2 };

/* Half as wide as a head is, and how high, mm: what must be seen of a figure */
#define HEAD_WIDTH  70
#define HEAD_HEIGHT 200

typedef struct
{
  graphene_rect_t places[16];
  guint           n, n_captions;
} Words;

static gboolean
note_words (GtkWidget     *widget,
            gconstpointer  data)
{
  Words *words = (gpointer) data;

  if (GTK_IS_LABEL (widget) && ui_sees (widget) && gtk_widget_get_visible (widget))
    {
      g_assert_true (gtk_widget_compute_bounds (widget, gtk_widget_get_ancestor (widget, MYO_TYPE_BODY_MAP), &words->places[words->n]));
      words->n++;
      words->n_captions += gtk_widget_has_css_class (widget, "figure-caption");
    }
  return FALSE;
}

static void
lay_out (Map *m,
         int  width,
         int  height)
{
  gtk_widget_measure (GTK_WIDGET (m->map), GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (GTK_WIDGET (m->map), width, height, -1, NULL);
}

/* Front and back as they are shown: the front on the left; both as high as the scale says. */
static graphene_rect_t
find_head (Map         *m,
           MyoFigureId  id,
           int          width,
           int          height,
           MyoFigureId  last,
           double       scale)
{
  MyoMapSight fit = myo_map_layout_get_fit_of (last, width, height);
  double x, y;

  fit.scale = scale;
  myo_map_layout_to_world (id, 360, myo_figure_get (id)->crop.y, &x, &y);
  return GRAPHENE_RECT_INIT ((float) ((x - HEAD_WIDTH - fit.x) * scale + width / 2.0), (float) ((y - fit.y) * scale + height / 2.0),
                             (float) (2 * HEAD_WIDTH * scale), (float) (HEAD_HEIGHT * scale));
}

static void
check_words (Map *m,
             int  width,
             int  height,
             int  percent)
{
  Words words = { .n = 0 };
  MyoFigureId last;

  ui_find (m->map, note_words, &words);
  g_assert_cmpuint (words.n_captions, >=, 1);
  last = (MyoFigureId) MAX (words.n_captions - 1, MYO_FIGURE_BACK);
  for (guint i = 0; i < words.n; i++)
    {
      for (guint j = 0; j < i; j++)
        if (graphene_rect_intersection (&words.places[i], &words.places[j], NULL))
          g_error ("%d × %d at %d %%: words %u and %u cover each other", width, height, percent, i, j);
      for (MyoFigureId id = MYO_FIGURE_FRONT; id <= MYO_FIGURE_BACK; id++)
        {
          graphene_rect_t head = find_head (m, id, width, height, last, myo_body_map_get_fit_scale (m->map));

          if (graphene_rect_intersection (&words.places[i], &head, NULL))
            g_error ("%d × %d at %d %%: word %u at %g, %g of %g × %g covers head %d at %g, %g of %g × %g", width, height, percent, i,
                     words.places[i].origin.x, words.places[i].origin.y, words.places[i].size.width, words.places[i].size.height, (int) id,
                     head.origin.x, head.origin.y, head.size.width, head.size.height);
        }
    }
}

static void
test_clear (Map           *m,
            gconstpointer  unused)
{
  for (guint s = 0; s < G_N_ELEMENTS (scales); s++)
    {
      ui_set_text_scale (scales[s]);
      ui_draw (m->map);
      for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
        for (guint h = 0; h < G_N_ELEMENTS (heights); h++)
          {
            lay_out (m, widths[w], heights[h]);
            check_words (m, widths[w], heights[h], (int) (scales[s] * 100));
          }
    }
}

static guint
count_captions (Map *m)
{
  Words words = { .n = 0 };

  ui_find (m->map, note_words, &words);
  return words.n_captions;
}

/* As many as always where there is room; the others come when one looks at one of them or nearer. */
static void
test_fewer (Map           *m,
            gconstpointer  unused)
{
  lay_out (m, 966, 600);
  g_assert_cmpuint (count_captions (m), ==, MYO_N_FIGURES);
  lay_out (m, 800, 200);
  g_assert_cmpuint (count_captions (m), ==, MYO_FIGURE_BACK + 1);
  lay_out (m, MAP_WIDTH, MAP_HEIGHT);
  ui_draw (m->map);
  myo_body_map_show_figure (m->map, MYO_FIGURE_LEFT);
  ui_wait_until (ui_find_label (m->map, "Left side") != NULL);
}

#define ADD(name, test) g_test_add ("/map-words/" name, Map, NULL, map_set_up, test, map_tear_down)

int
main (int   argc,
      char *argv[])
{
  ui_init (&argc, &argv);
  ADD ("clear", test_clear);
  ADD ("fewer", test_fewer);
  return g_test_run ();
}
