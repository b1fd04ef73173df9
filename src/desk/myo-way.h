/* The way through the panel beside the map: which page is in front, and which pages one came from.
 *
 *     home ──▸ condition ─────▸ muscle ──▸ session ──▸ muscle, or repaint ──▸ pain
 *      │                        ▴    ▴
 *      ├─ a search ──▸ results ─┘    │        a muscle that is selected is in front, wherever one was
 *      ├─ a place ───▸ place ────────┤
 *      └─ a brush ───▸ pain ──▸ check┘        regions ◂──▸ pain        the history ──▸ pair
 *
 *   - Home, pain, regions, repaint and pair are bare: going there lets go of the muscle and the place that were selected.
 *   - A page that is left becomes a step of the trail, unless it is a search: that is left behind.  Going to a page of the trail is
 *     going back to it.
 *   - When the muscle or the place in front is let go of, one is at the root: with the painted pain, if one came from there, else home.
 *   - Who takes a brush or begins a stroke wants to see what it tells, which is on the page of the pain; while one paints after a session, marks
 *     a list or follows one that is led through a session, one stays.
 *   - In a session no selection, tool or stroke brings another page to the front.  One that has begun holds: there is no way back from it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-selection.h"

G_BEGIN_DECLS

typedef enum
{
  MYO_WAY_HOME,
  MYO_WAY_CONDITION,         /* a complaint, or a topic */
  MYO_WAY_RESULTS,           /* of a search */
  MYO_WAY_PLACE,             /* what pain at a place can come from */
  MYO_WAY_MUSCLE,
  MYO_WAY_PAIN,              /* what explains the pain that is painted */
  MYO_WAY_REGIONS,           /* places to mark, in a list */
  MYO_WAY_CHECK,             /* a muscle checked by hand */
  MYO_WAY_REPAINT,           /* the pain painted anew after a session */
  MYO_WAY_PAIR,              /* the pain before and after a session of the history */
  MYO_WAY_SESSION,
} MyoWayPage;
#define MYO_N_WAY_PAGES 11

#define MYO_TYPE_WAY (myo_way_get_type ())
G_DECLARE_FINAL_TYPE (MyoWay, myo_way, MYO, WAY, GObject)

/* Signal: changed (): another page is in front, or whether one can go back or search is no longer what it was */

/** myo_way_new: follows @selection, after all who show it.  Returns: (transfer full): a way that begins at home */
MyoWay    *myo_way_new           (MyoSelection *selection);

/** myo_way_get_page: Returns: the page in front */
MyoWayPage myo_way_get_page      (MyoWay *self);
/** myo_way_can_go_back: Returns: whether there is a page to go back to and nothing holds */
gboolean   myo_way_can_go_back   (MyoWay *self);
/** myo_way_can_search: Returns: whether a search may begin: everywhere but in a session */
gboolean   myo_way_can_search    (MyoWay *self);

/** myo_way_go: brings @page to the front; going where one is does nothing but let go of what is selected beside a bare page */
void       myo_way_go            (MyoWay *self, MyoWayPage page);
/** myo_way_go_back: to the page one came from, if any */
void       myo_way_go_back       (MyoWay *self);
/** myo_way_offer: brings a page about pain to the front, unless a session is there, or the painting after one that is answered on a page of its own */
void       myo_way_offer         (MyoWay *self, MyoWayPage page);
/** myo_way_take_brush: the person has taken brush or eraser into the hand */
void       myo_way_take_brush    (MyoWay *self);

/** myo_way_end_search: the search is empty: back to where it began, unless something was chosen meanwhile */
void       myo_way_end_search    (MyoWay *self);
/** myo_way_choose_muscle: selects @muscle on the side that was selected last, and brings it to the front */
void       myo_way_choose_muscle (MyoWay *self, MyoMuscle *muscle);
/** myo_way_check: brings the check of a muscle to the front, with the muscle selected; @point: (nullable): id of the point to look for */
void       myo_way_check         (MyoWay *self, MyoMuscle *muscle, MyoSide side, const char *point);
/** myo_way_treat: selects a muscle that was checked, and brings it to the front; @point: (nullable): id */
void       myo_way_treat         (MyoWay *self, MyoMuscle *muscle, MyoSide side, const char *point);

/** myo_way_leave_session: the session in front is over: back to its muscle */
void       myo_way_leave_session (MyoWay *self);
/** myo_way_set_held: @held: whether a session has begun, which is left by its own means, not by the way */
void       myo_way_set_held      (MyoWay *self, gboolean held);

G_END_DECLS
