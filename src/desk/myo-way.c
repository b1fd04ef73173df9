/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-way.h"

struct _MyoWay
{
  GObject parent_instance;

  MyoSelection *selection;
  MyoWayPage    page;
  MyoWayPage    trail[MYO_N_WAY_PAGES];   /* where one came from, each page once and never the one in front */
  guint         n_trail;
  gboolean      held;
  gboolean      quiet;                    /* the selection follows the page; it does not choose another one */
};

G_DEFINE_FINAL_TYPE (MyoWay, myo_way, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* --- Steps --- */

static gboolean
is_bare (MyoWayPage page)
{
  return page == MYO_WAY_HOME || page == MYO_WAY_PAIN || page == MYO_WAY_REGIONS || page == MYO_WAY_REPAINT || page == MYO_WAY_PAIR;
}

static void
let_go (MyoWay *self)
{
  self->quiet = TRUE;
  myo_selection_clear_place (self->selection);
  myo_selection_select (self->selection, NULL, MYO_SIDE_RIGHT, NULL);
  self->quiet = FALSE;
}

/* Where one has been before is not a new step. */
static void
cut_trail (MyoWay     *self,
           MyoWayPage  page)
{
  for (guint i = 0; i < self->n_trail; i++)
    if (self->trail[i] == page)
      self->n_trail = i;
}

static void
step_to (MyoWay     *self,
         MyoWayPage  page)
{
  if (page == self->page)
    return;

  if (self->page != MYO_WAY_RESULTS)
    self->trail[self->n_trail++] = self->page;
  cut_trail (self, page);
  self->page = page;
  g_signal_emit (self, signals[CHANGED], 0);
}

static MyoWayPage
get_root (MyoWay *self)
{
  for (guint i = 0; i < self->n_trail; i++)
    if (self->trail[i] == MYO_WAY_PAIN)
      return MYO_WAY_PAIN;
  return MYO_WAY_HOME;
}

/* --- Following the selection --- */

static gboolean
is_deaf (MyoWay *self)
{
  return self->quiet || self->page == MYO_WAY_SESSION;
}

static void
selection_changed (MyoWay *self)
{
  if (is_deaf (self))
    return;

  if (myo_selection_get_muscle (self->selection) != NULL)
    step_to (self, MYO_WAY_MUSCLE);
  else if (self->page == MYO_WAY_MUSCLE)
    step_to (self, get_root (self));
}

static void
place_changed (MyoWay *self)
{
  MyoView view;
  MyoSide side;
  double x, y;
  const char *region;

  /* The muscle that was clicked on comes before the place. */
  if (is_deaf (self) || myo_selection_get_muscle (self->selection) != NULL)
    return;

  if (myo_selection_get_place (self->selection, &view, &side, &x, &y, &region))
    step_to (self, MYO_WAY_PLACE);
  else if (self->page == MYO_WAY_PLACE)
    step_to (self, get_root (self));
}

/* --- Going --- */

MyoWayPage
myo_way_get_page (MyoWay *self)
{
  g_return_val_if_fail (MYO_IS_WAY (self), MYO_WAY_HOME);

  return self->page;
}

gboolean
myo_way_can_go_back (MyoWay *self)
{
  g_return_val_if_fail (MYO_IS_WAY (self), FALSE);

  return self->n_trail > 0 && !(self->held && self->page == MYO_WAY_SESSION);
}

gboolean
myo_way_can_search (MyoWay *self)
{
  g_return_val_if_fail (MYO_IS_WAY (self), FALSE);

  return self->page != MYO_WAY_SESSION;
}

void
myo_way_go (MyoWay     *self,
            MyoWayPage  page)
{
  g_return_if_fail (MYO_IS_WAY (self));

  if (is_bare (page))
    let_go (self);
  step_to (self, page);
}

void
myo_way_go_back (MyoWay *self)
{
  MyoWayPage page;

  g_return_if_fail (MYO_IS_WAY (self));

  if (!myo_way_can_go_back (self))
    return;

  page = self->trail[self->n_trail - 1];
  if (is_bare (page))
    let_go (self);
  self->n_trail--;
  self->page = page;
  g_signal_emit (self, signals[CHANGED], 0);
}

void
myo_way_offer (MyoWay     *self,
               MyoWayPage  page)
{
  g_return_if_fail (MYO_IS_WAY (self));

  if (self->page != MYO_WAY_SESSION && !(page == MYO_WAY_PAIN && self->page == MYO_WAY_REPAINT))
    myo_way_go (self, page);
}

void
myo_way_take_brush (MyoWay *self)
{
  g_return_if_fail (MYO_IS_WAY (self));

  /* On the other pages about painting one goes on with what one was doing. */
  if (self->page != MYO_WAY_SESSION && self->page != MYO_WAY_REGIONS && self->page != MYO_WAY_REPAINT && self->page != MYO_WAY_PAIN)
    myo_way_go (self, MYO_WAY_PAIN);
}

/* --- Muscles --- */

void
myo_way_end_search (MyoWay *self)
{
  g_return_if_fail (MYO_IS_WAY (self));

  if (self->page == MYO_WAY_RESULTS)
    step_to (self, self->n_trail > 0 ? self->trail[self->n_trail - 1] : MYO_WAY_HOME);
}

void
myo_way_choose_muscle (MyoWay    *self,
                       MyoMuscle *muscle)
{
  g_return_if_fail (MYO_IS_WAY (self) && MYO_IS_MUSCLE (muscle));

  myo_selection_select (self->selection, muscle, myo_selection_get_side (self->selection), NULL);
  myo_selection_clear_place (self->selection);
  step_to (self, MYO_WAY_MUSCLE);
}

void
myo_way_check (MyoWay     *self,
               MyoMuscle  *muscle,
               MyoSide     side,
               const char *point)
{
  g_return_if_fail (MYO_IS_WAY (self) && MYO_IS_MUSCLE (muscle));

  self->quiet = TRUE;
  myo_selection_clear_place (self->selection);
  myo_selection_select (self->selection, muscle, side, point);
  self->quiet = FALSE;
  step_to (self, MYO_WAY_CHECK);
}

void
myo_way_treat (MyoWay     *self,
               MyoMuscle  *muscle,
               MyoSide     side,
               const char *point)
{
  g_return_if_fail (MYO_IS_WAY (self) && MYO_IS_MUSCLE (muscle));

  myo_selection_select (self->selection, muscle, side, point);
  step_to (self, MYO_WAY_MUSCLE);
}

/* --- Sessions --- */

void
myo_way_leave_session (MyoWay *self)
{
  g_return_if_fail (MYO_IS_WAY (self));

  if (self->page == MYO_WAY_SESSION)
    step_to (self, myo_selection_get_muscle (self->selection) != NULL ? MYO_WAY_MUSCLE : MYO_WAY_HOME);
}

void
myo_way_set_held (MyoWay   *self,
                  gboolean  held)
{
  g_return_if_fail (MYO_IS_WAY (self));

  if (self->held == held)
    return;

  self->held = held;
  g_signal_emit (self, signals[CHANGED], 0);
}

/* --- Class --- */

static void
myo_way_finalize (GObject *object)
{
  g_object_unref (MYO_WAY (object)->selection);

  G_OBJECT_CLASS (myo_way_parent_class)->finalize (object);
}

static void
myo_way_class_init (MyoWayClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = myo_way_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
myo_way_init (MyoWay *self)
{
}

MyoWay *
myo_way_new (MyoSelection *selection)
{
  MyoWay *self;

  g_return_val_if_fail (MYO_IS_SELECTION (selection), NULL);

  self = g_object_new (MYO_TYPE_WAY, NULL);
  self->selection = g_object_ref (selection);
  /* The pages first: they are up to date when they come to the front. */
  g_signal_connect_object (selection, "changed", G_CALLBACK (selection_changed), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (selection, "place-changed", G_CALLBACK (place_changed), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  return self;
}
