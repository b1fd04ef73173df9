/* Where versions of GTK and libadwaita differ: the only place with version conditions.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** MyoAnswerFunc: called once with whether the person agreed */
typedef void (*MyoAnswerFunc) (gboolean agreed, gpointer user_data);

/** myo_compat_ask: a question with two answers, modal to @parent; Escape answers no.
 * @agree: label of the yes; @destructive: whether it loses something
 * @answer: called once, from the main loop */
void myo_compat_ask (GtkWidget  *parent,
                     const char *heading,
                     const char *body,
                     const char *agree,
                     const char *decline,
                     gboolean    destructive,
                     MyoAnswerFunc answer,
                     gpointer    user_data);

/** MyoDecided: %MYO_DECIDED_LATER: nothing was decided, as with Escape */
typedef enum
{
  MYO_DECIDED_LATER,
  MYO_DECIDED_YES,
  MYO_DECIDED_NO,
} MyoDecided;

/** MyoDecisionFunc: called once with what was decided, from the main loop; not at all when the question goes with its window */
typedef void (*MyoDecisionFunc) (MyoDecided decision, gpointer user_data);

/** MyoDecision: what there is to decide; each button does something else */
typedef struct
{
  const char *heading;
  const char *body;
  const char *agree;         /* labels: of the yes, */
  const char *decline;       /* of the no, or NULL: there is none, */
  const char *later;         /* of what Escape does, too; or NULL: nothing but Escape does it */
  gboolean    destructive;   /* whether the yes loses something */
} MyoDecision;

/** myo_compat_decide: a question whose answer may be left open, modal to @parent.
 * @user_data: (transfer full): freed with @free_data (nullable) where the question goes */
void myo_compat_decide (GtkWidget *parent, const MyoDecision *decision, MyoDecisionFunc decided, gpointer user_data, GDestroyNotify free_data);

/** myo_compat_join_dialogs: gives all that stands over @window the keys of its application, as Ctrl+Q; called when something new is presented */
void myo_compat_join_dialogs (GtkWindow *window);
/** myo_compat_close_dialogs: takes away all that stands over @window, for the end of the program: questions go without an answer, what asks for
 * files or for a printer is cancelled */
void myo_compat_close_dialogs (GtkWindow *window);

/** MyoFileFunc: called once; @file: (nullable): %NULL when the person chose none */
typedef void (*MyoFileFunc) (GFile *file, gpointer user_data);

/** MyoFileChoice: what is asked for */
typedef struct
{
  const char *title;
  gboolean    save;
  const char *name;          /* suggested, or NULL */
  const char *kind;          /* what the files are called in the list of kinds */
  const char *patterns[5];   /* "*.xml" …, NULL at the end */
} MyoFileChoice;

/** myo_compat_choose_file: has the person choose a file, modal to @parent's window */
void myo_compat_choose_file (GtkWidget *parent, const MyoFileChoice *choice, MyoFileFunc chosen, gpointer user_data);

/** myo_compat_announce: has a screen reader say @message; silent where GTK cannot (before 4.14) */
void myo_compat_announce (GtkWidget *widget, const char *message);

/** myo_compat_name: has a screen reader call @button @name instead of what is written on it, which later GTK prefers to a name given otherwise */
void myo_compat_name (GtkWidget *button, const char *name);

/** myo_compat_place_accessibles: has GTK (4.10 and later) tell assistive programs where widgets really lie, for those that magnify, read or
 * press by place; called once, before there is a window */
void myo_compat_place_accessibles (void);

/** myo_compat_keep_title: has what stands beside the title of @bar give way before the title does, which newer libadwaita does the other way round */
void myo_compat_keep_title (AdwHeaderBar *bar);

/** myo_compat_clamp_in_pixels: has the sizes of @clamp be px, which newer libadwaita takes for larger as the letters are larger */
void myo_compat_clamp_in_pixels (AdwClamp *clamp);

G_END_DECLS
