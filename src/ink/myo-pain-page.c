/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-pain-page-private.h"

#include "myo-coverage.h"

#define PAGE_WIDTH  595.0
#define PAGE_HEIGHT 842.0

#define TITLE_SIZE    19.0
#define SUBTITLE_SIZE 10.5
#define CAPTION_SIZE   9.0
#define SIDE_SIZE      9.0
#define KEY_SIZE       9.5

/* Beneath the heading, the captions and the figures */
#define GAP          14.0
#define CAPTION_ROOM 18.0
/* Between the figures, mm of the body */
#define FIGURE_GAP   30.0

/* The soles in their corner */
#define SOLE_SCALE   .54
#define SOLE_COLUMN  68.0
#define SOLE_GAP     24.0

#define KEY_ROW      23.0
#define COLUMN_GAP   18.0
#define PARAGRAPH_GAP .38            /* of the size */

/* Where the words beside the heads stand, mm of the view */
#define SIDE_AWAY    166.0
#define SIDE_DOWN    96.0

/* How large the figures and the text may be, the best first: large enough letters are worth more than large figures. */
static const struct
{
  double figures, size;
  guint  columns;
} settings[] = {
  { 1, 9.5, 1 }, { 1, 9.5, 2 }, { 1, 8.5, 1 }, { 1, 8.5, 2 }, { .92, 8.5, 1 }, { .92, 8.5, 2 }, { .84, 8.5, 1 }, { .84, 8.5, 2 },
  { .84, 7.5, 1 }, { .84, 7.5, 2 }, { .84, 7.5, 3 }, { .74, 7.5, 1 }, { .74, 7.5, 3 }, { .64, 7.5, 1 }, { .64, 7.5, 3 },
  { .64, 6.5, 1 }, { .64, 6.5, 3 }, { .54, 6.5, 1 }, { .54, 6.5, 3 }, { .42, 6, 1 }, { .42, 6, 4 },
};

/* --- Text --- */

static void
clear_text (gpointer data)
{
  g_clear_object (&((MyoPainPageText *) data)->layout);
}

static GArray *
new_texts (void)
{
  GArray *texts = g_array_new (FALSE, FALSE, sizeof (MyoPainPageText));

  g_array_set_clear_func (texts, clear_text);
  return texts;
}

/* Measured alike for screen, printer and file: nothing is rounded to the pixels of any of them. */
static PangoContext *
create_pango (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);
  return context;
}

static PangoLayout *
create_layout (PangoContext *pango,
               const char   *text,
               double        size,
               PangoWeight   weight,
               double        width)
{
  PangoLayout *layout = pango_layout_new (pango);
  PangoFontDescription *font = pango_font_description_from_string ("Cantarell, Sans");

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, weight);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (width > 0)
    pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  return layout;
}

static double
get_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return height / (double) PANGO_SCALE;
}

static double
get_width (PangoLayout *layout)
{
  int width;

  pango_layout_get_size (layout, &width, NULL);
  return width / (double) PANGO_SCALE;
}

/* Takes @layout. */
static void
add_text (GArray      *texts,
          PangoLayout *layout,
          double       x,
          double       y)
{
  MyoPainPageText text = { layout, x, y };

  g_array_append_val (texts, text);
}

/* With its middle at @x. */
static void
add_centred (GArray       *texts,
             PangoContext *pango,
             const char   *words,
             double        size,
             PangoWeight   weight,
             double        x,
             double        y)
{
  PangoLayout *layout;

  if (words == NULL)
    return;
  layout = create_layout (pango, words, size, weight, 0);
  add_text (texts, layout, x - get_width (layout) / 2, y);
}

/* --- The heading --- */

static double
add_heading (MyoPainPage  *self,
             PangoContext *pango,
             const char   *words,
             double        size,
             PangoWeight   weight,
             double        y)
{
  PangoLayout *layout;

  if (words == NULL || *words == '\0')
    return y;
  layout = create_layout (pango, words, size, weight, self->width - 2 * MYO_PAIN_PAGE_MARGIN);
  add_text (self->heading, layout, MYO_PAIN_PAGE_MARGIN, y);
  return y + get_height (layout) + 1;
}

/* Returns: where the figures' part begins */
static double
set_heading (MyoPainPage        *self,
             PangoContext       *pango,
             const MyoPainSheet *sheet)
{
  double y = MYO_PAIN_PAGE_MARGIN;

  y = add_heading (self, pango, sheet->title, TITLE_SIZE, PANGO_WEIGHT_BOLD, y);
  y = add_heading (self, pango, sheet->subtitle, SUBTITLE_SIZE, PANGO_WEIGHT_NORMAL, y);
  self->rule = -1;
  if (self->heading->len == 0)
    return y;
  self->rule = y + 7;
  return self->rule + GAP;
}

/* --- The figures --- */

static void
add_sides (MyoPainPage        *self,
           PangoContext       *pango,
           const MyoPainSheet *sheet,
           MyoFigureId         id)
{
  const MyoPainPageFigure *at = &self->figures[id];
  double y = at->y + (SIDE_DOWN - at->figure->crop.y) * at->scale - SIDE_SIZE / 2;

  for (int sign = -1; sign <= 1; sign += 2)
    {
      double x = MYO_MIDLINE + sign * SIDE_AWAY;

      add_centred (self->sides, pango, myo_figure_get_side_at (id, x) == MYO_SIDE_RIGHT ? sheet->right : sheet->left, SIDE_SIZE,
                   PANGO_WEIGHT_BOLD, at->x + myo_figure_get_left (id, x) * at->scale, y);
    }
}

static void
add_caption (MyoPainPage             *self,
             PangoContext            *pango,
             const char              *words,
             const MyoPainPageFigure *at)
{
  add_centred (self->captions, pango, words, CAPTION_SIZE, PANGO_WEIGHT_NORMAL, at->x + at->figure->crop.width * at->scale / 2,
               at->y - CAPTION_ROOM);
}

/* The four whole figures in a row.  Returns: where the part beneath begins */
static double
set_row (MyoPainPage        *self,
         PangoContext       *pango,
         const MyoPainSheet *sheet,
         double              top,
         double              shrink)
{
  double height = self->figures[MYO_FIGURE_FRONT].figure->crop.height, all = -FIGURE_GAP, x, scale;

  for (MyoFigureId id = MYO_FIGURE_FRONT; id <= MYO_FIGURE_LEFT; id++)
    all += self->figures[id].figure->crop.width + FIGURE_GAP;
  scale = shrink * MIN ((self->width - 2 * MYO_PAIN_PAGE_MARGIN) / all, (self->height - top) * .64 / height);
  x = (self->width - all * scale) / 2;
  for (MyoFigureId id = MYO_FIGURE_FRONT; id <= MYO_FIGURE_LEFT; id++)
    {
      MyoPainPageFigure *at = &self->figures[id];

      at->scale = scale;
      at->x = x;
      at->y = top + CAPTION_ROOM;
      x += (at->figure->crop.width + FIGURE_GAP) * scale;
      add_caption (self, pango, sheet->figure_names[id], at);
      if (myo_view_is_mirrored (at->figure->view))
        add_sides (self, pango, sheet, id);
    }
  return top + CAPTION_ROOM + height * scale + GAP;
}

/* In the corner beneath the side figures. */
static void
set_soles (MyoPainPage        *self,
           PangoContext       *pango,
           const MyoPainSheet *sheet,
           double              top)
{
  for (MyoFigureId id = MYO_FIGURE_RIGHT_SOLE; id <= MYO_FIGURE_LEFT_SOLE; id++)
    {
      MyoPainPageFigure *at = &self->figures[id];
      double middle = self->width - MYO_PAIN_PAGE_MARGIN - ((MYO_N_FIGURES - id) - .5) * SOLE_COLUMN;

      at->scale = SOLE_SCALE;
      at->x = middle - at->figure->crop.width * SOLE_SCALE / 2;
      at->y = top + CAPTION_ROOM;
      add_caption (self, pango, sheet->figure_names[id], at);
    }
}

/* --- Key and text --- */

/* What is there to be seen in the end, not all that was ever painted. */
static guint
get_qualities (const MyoPainSheet *sheet)
{
  g_autoptr (MyoCoverage) coverage = NULL;
  const GArray *regions;
  guint qualities = 0;

  if (sheet->grid == NULL || sheet->strokes == NULL)
    return 0;
  coverage = myo_coverage_new (sheet->grid, sheet->strokes);
  regions = myo_coverage_get_regions (coverage);
  for (guint i = 0; i < regions->len; i++)
    qualities |= g_array_index (regions, MyoCoveredRegion, i).qualities;
  return qualities;
}

static double
get_text_width (const MyoPainPage *self)
{
  return self->width - 2 * MYO_PAIN_PAGE_MARGIN - 2 * SOLE_COLUMN - SOLE_GAP;
}

/* Side by side, in as many rows as it takes, their swatches in line.  Returns: where the text begins */
static double
set_key (MyoPainPage        *self,
         PangoContext       *pango,
         const MyoPainSheet *sheet,
         guint               qualities,
         double              y)
{
  double step = get_text_width (self) / 3, room = MYO_PAIN_PAGE_SWATCH_WIDTH + MYO_PAIN_PAGE_SWATCH_GAP;
  guint n = 0;

  for (guint i = 0; i < MYO_N_QUALITIES; i++)
    if ((qualities & 1u << i) != 0)
      {
        PangoLayout *layout = create_layout (pango, sheet->quality_names[i] != NULL ? sheet->quality_names[i] : "", KEY_SIZE,
                                             PANGO_WEIGHT_NORMAL, step - room - 4);
        MyoPainPageText text = { layout, MYO_PAIN_PAGE_MARGIN + room + n % 3 * step, y + n / 3 * KEY_ROW, (MyoQuality) i };

        text.y += (MYO_PAIN_PAGE_SWATCH_HEIGHT - get_height (layout)) / 2;
        g_array_append_val (self->key, text);
        n++;
      }
  return y + (n + 2) / 3 * KEY_ROW + (n > 0 ? 4 : 0);
}

/* Where the next paragraph goes. */
typedef struct
{
  double top, bottom;
  double width;                /* of a column */
  guint  column, columns;
  double y;
} Flow;

/* Returns: whether there is room for it, maybe in the next column */
static gboolean
find_room (Flow   *self,
           double  height)
{
  if (self->y + height > self->bottom && self->y > self->top && self->column + 1 < self->columns)
    {
      self->column++;
      self->y = self->top;
    }
  return self->y + height <= self->bottom;
}

/* Cuts a paragraph to the room that is left, with a sign that there is more.  Returns: whether any of it is left */
static gboolean
cut_paragraph (const Flow  *flow,
               PangoLayout *layout)
{
  pango_layout_set_height (layout, (int) ((flow->bottom - flow->y) * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return flow->y + get_height (layout) <= flow->bottom;
}

/* Sets the paragraphs one below the other, column by column.  @cut: what has no room may be left out, so that it is seen.
 * Returns: whether all of them found room */
static gboolean
set_lines (MyoPainPage        *self,
           PangoContext       *pango,
           const MyoPainSheet *sheet,
           guint               setting,
           gboolean            cut,
           double              top)
{
  double size = settings[setting].size;
  Flow flow = { .top = top, .bottom = self->height - MYO_PAIN_PAGE_MARGIN, .columns = settings[setting].columns, .y = top };

  flow.width = (get_text_width (self) - (flow.columns - 1) * COLUMN_GAP) / flow.columns;
  for (guint i = 0; sheet->lines != NULL && sheet->lines[i] != NULL; i++)
    {
      PangoLayout *layout = create_layout (pango, sheet->lines[i], size, PANGO_WEIGHT_NORMAL, flow.width);
      double height = get_height (layout);
      gboolean fits = find_room (&flow, height);

      if (fits || (cut && cut_paragraph (&flow, layout)))
        add_text (self->text, layout, MYO_PAIN_PAGE_MARGIN + flow.column * (flow.width + COLUMN_GAP), flow.y);
      else
        g_object_unref (layout);
      if (!fits)
        return FALSE;
      flow.y += height + size * PARAGRAPH_GAP;
    }
  return TRUE;
}

static void
clear_lower (MyoPainPage *self)
{
  g_array_set_size (self->captions, 0);
  g_array_set_size (self->sides, 0);
  g_array_set_size (self->key, 0);
  g_array_set_size (self->text, 0);
}

static gboolean
set_beneath (MyoPainPage        *self,
             PangoContext       *pango,
             const MyoPainSheet *sheet,
             guint               qualities,
             double              top,
             guint               setting)
{
  gboolean last = setting + 1 == G_N_ELEMENTS (settings);
  double beneath;

  clear_lower (self);
  beneath = set_row (self, pango, sheet, top, settings[setting].figures);
  set_soles (self, pango, sheet, beneath);
  return set_lines (self, pango, sheet, setting, last, set_key (self, pango, sheet, qualities, beneath));
}

/* --- Public --- */

MyoPainPage *
myo_pain_page_new (const MyoPainSheet *sheet,
                   double              width,
                   double              height)
{
  MyoPainPage *self = g_new0 (MyoPainPage, 1);
  PangoContext *pango = create_pango ();
  guint qualities = get_qualities (sheet);
  double top;
  gboolean fits = FALSE;

  self->unit = MIN (width / PAGE_WIDTH, height / PAGE_HEIGHT);
  self->width = width / self->unit;
  self->height = height / self->unit;
  for (MyoFigureId id = 0; id < MYO_N_FIGURES; id++)
    self->figures[id].figure = myo_figure_get (id);
  self->heading = new_texts ();
  self->captions = new_texts ();
  self->sides = new_texts ();
  self->key = new_texts ();
  self->text = new_texts ();
  top = set_heading (self, pango, sheet);
  for (guint i = 0; i < G_N_ELEMENTS (settings) && !fits; i++)
    fits = set_beneath (self, pango, sheet, qualities, top, i);
  g_object_unref (pango);
  return self;
}

void
myo_pain_page_free (MyoPainPage *self)
{
  g_array_unref (self->heading);
  g_array_unref (self->captions);
  g_array_unref (self->sides);
  g_array_unref (self->key);
  g_array_unref (self->text);
  g_free (self);
}
