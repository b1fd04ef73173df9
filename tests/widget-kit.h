/* What the tests of widgets and pages share: a screen, a window to put one in, what a person reads and does there.
 *
 * A test shows a widget (ui_show), acts on it as a person would (ui_click, ui_press, ui_action), reads what it says
 * (ui_dup_text, ui_assert_named) and closes it (ui_close), which proves that nothing holds it any longer.  Nothing sleeps:
 * ui_wait_until runs the main loop until a condition holds.  Needs GTK_A11Y=test, a screen and the resources of ui/.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "myo-atlas.h"
#include "myo-drawings.h"

G_BEGIN_DECLS

/* --- Start and end --- */

/** ui_init: for main (): GTK, libadwaita, the program's style sheet and icons; without animations */
void         ui_init             (int *argc, char ***argv);
/** ui_get_atlas: Returns: (transfer none): the built-in atlas, read once */
MyoAtlas    *ui_get_atlas        (void);
/** ui_get_drawings: Returns: (transfer none): the built-in drawings, made once */
MyoDrawings *ui_get_drawings     (void);
/** ui_get_muscle: Returns: (transfer none): @id of the built-in atlas, which must be there */
MyoMuscle   *ui_get_muscle       (const char *id);

/* --- Showing --- */

/** ui_show: puts @widget into a window of its own and waits until it is on the screen, @width × @height px or what it needs.
 * Returns: (transfer none): @widget, to be closed by ui_close */
gpointer     ui_show             (gpointer widget, int width, int height);
/** ui_present: the same for what is a window itself */
gpointer     ui_present          (gpointer window, int width, int height);
/** ui_close: destroys the window of @widget; nothing that was in it must live on */
void         ui_close            (gpointer widget);
/** ui_follow: the next ui_close or ui_assert_freed wants @object gone as well */
void         ui_follow           (gpointer object);
/** ui_follow_all: the same for @root and all that is in it */
void         ui_follow_all       (gpointer root);
/** ui_assert_freed: waits until all that was followed is finalized */
void         ui_assert_freed     (void);
/** ui_draw: waits until @widget was drawn anew */
void         ui_draw             (gpointer widget);
/** ui_paint: Returns: (transfer full) (array): what @widget draws at its size: ARGB, premultiplied, rows of @width pixels */
guint32     *ui_paint            (gpointer widget, int *width, int *height);
/** ui_set_text_scale: 2 is text at 200 %; ui_close sets it back to 1 */
void         ui_set_text_scale   (double scale);
/** ui_assert_fits: @widget can be made as narrow as @width px */
void         ui_assert_fits      (gpointer widget, int width);

/* --- Waiting --- */

/** ui_settle: does all that waits in the main loop, but does not wait for more */
void         ui_settle           (void);
typedef struct { guint id; gboolean over; } UiWait;

/** ui_wait_begin, ui_wait_step, ui_wait_end: for ui_wait_until; a step waits for what comes next. Returns: FALSE when time is over */
void         ui_wait_begin       (UiWait *wait);
gboolean     ui_wait_step        (UiWait *wait);
void         ui_wait_end         (UiWait *wait);

/** ui_wait_until: runs the main loop until @condition holds; fails the test when it does not for far too long */
#define ui_wait_until(condition) \
  G_STMT_START { \
    UiWait ui_wait; \
    ui_wait_begin (&ui_wait); \
    while (!(condition)) \
      if (!ui_wait_step (&ui_wait)) \
        g_assertion_message (G_LOG_DOMAIN, __FILE__, __LINE__, G_STRFUNC, "waited in vain for: " #condition); \
    ui_wait_end (&ui_wait); \
  } G_STMT_END

/* --- Finding: all look at the descendants of @root in the order of the screen, and at @root itself --- */

typedef gboolean (*UiMatch) (GtkWidget *widget, gconstpointer data);

/** ui_find: Returns: (nullable): the first widget for which @match holds */
gpointer     ui_find             (gpointer root, UiMatch match, gconstpointer data);
/** ui_count: how many widgets there are for which @match holds */
guint        ui_count            (gpointer root, UiMatch match, gconstpointer data);
/** ui_find_id: the object of the template with this id; must be there */
gpointer     ui_find_id          (gpointer root, const char *id);
/** ui_find_type: the @nth (from 0) widget of @type; must be there */
gpointer     ui_find_type        (gpointer root, GType type, guint nth);
/** ui_count_type: how many widgets of @type there are, seen or not */
guint        ui_count_type       (gpointer root, GType type);
/** ui_find_label: Returns: (nullable): the label with exactly @text that is seen */
gpointer     ui_find_label       (gpointer root, const char *text);
/** ui_find_button: the button that is seen and named @name; must be there */
gpointer     ui_find_button      (gpointer root, const char *name);
/** ui_find_class: Returns: (nullable): the first widget with @css_class that is seen */
gpointer     ui_find_class       (gpointer root, const char *css_class);
/** ui_wait_for_window: waits until there is a window in which @text is to be read. Returns: (transfer none): it */
gpointer     ui_wait_for_window  (const char *text);
/** ui_wait_for_no_window: waits until there is none */
void         ui_wait_for_no_window (const char *text);
/** ui_sees: whether @widget is on the screen, it and all around it visible */
gboolean     ui_sees             (gpointer widget);

/* --- Reading --- */

/** ui_dup_text: Returns: (transfer full): every text that is seen in @root, one to a line */
char        *ui_dup_text         (gpointer root);
/** ui_reads: Returns: whether @part stands in what is seen of @root */
gboolean     ui_reads            (gpointer root, const char *part);
/** ui_assert_reads: @part stands in what is seen of @root */
void         ui_assert_reads     (gpointer root, const char *part);
/** ui_assert_reads_not: @part stands nowhere in what is seen of @root */
void         ui_assert_reads_not (gpointer root, const char *part);

/* --- Accessibility --- */

/** ui_dup_name: Returns: (transfer full) (nullable): by which name a screen reader knows @widget: its own label, what labels
 * it, the text in it, its tooltip */
char        *ui_dup_name         (gpointer widget);
void         ui_assert_role      (gpointer widget, GtkAccessibleRole role);
void         ui_assert_name      (gpointer widget, const char *name);
/** ui_assert_named: every button, row, entry, scale, switch in @root that is seen has a name */
void         ui_assert_named     (gpointer root);
/** ui_dup_property, ui_dup_state: Returns: (transfer full) (nullable): the value as text, NULL if it is not set */
char        *ui_dup_property     (gpointer widget, GtkAccessibleProperty property);
char        *ui_dup_state        (gpointer widget, GtkAccessibleState state);

/* --- Doing --- */

/** ui_click: presses a button, switch or row that a person can reach: on the screen and sensitive */
void         ui_click            (gpointer widget);
/** ui_action: activates the action @name that @widget finds in itself or around it; @target is sunk; must exist and be enabled */
void         ui_action           (gpointer widget, const char *name, GVariant *target);
/** ui_press: gives a key to @widget and what is around it, shortcuts and key controllers. Returns: whether one took it */
gboolean     ui_press            (gpointer widget, guint key, GdkModifierType modifiers);
/** ui_type: writes @text in the entry @widget in place of what stands there */
void         ui_type             (gpointer widget, const char *text);
/** ui_unfocus: takes the focus from where it is in @widget's window.  GTK 4.8 does not let go of what was hidden with the focus in it */
void         ui_unfocus          (gpointer widget);
/** ui_get_controller: the @nth (from 0) controller of @type of @widget, to emit its signals; must be there.
 * Returns: (transfer none) */
gpointer     ui_get_controller   (gpointer widget, GType type, guint nth);

/* --- Signals --- */

/* What a signal with one argument gave, last and how often. */
typedef struct
{
  guint  n;
  char  *text;      /* a string argument, a number or a boolean as text */
} UiHeard;

/** ui_listen: @heard follows the signal of @object (whose first argument, if any, is a string, integer, enum or boolean) */
void         ui_listen           (gpointer object, const char *signal, UiHeard *heard);
/** ui_assert_heard: the signal came @n times, at last with @text; forgets it */
void         ui_assert_heard     (UiHeard *heard, guint n, const char *text);

G_END_DECLS
