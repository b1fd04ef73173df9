/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib-unix.h>
#include <glib/gi18n.h>
#include <sys/stat.h>

#include "myo-application.h"
#include "myo-atlas-reader.h"
#include "myo-compat.h"
#include "myo-first-frame.h"
#include "myo-preferences.h"
#include "myo-report.h"
#include "myo-store.h"
#include "myo-waiting.h"
#include "myo-window.h"
#include "myo-work.h"

/* µs: so long the first window waits for packs, and so long the one that waits for them is shown at most */
#define GRACE    (50 * G_TIME_SPAN_MILLISECOND)
#define PATIENCE (5 * G_TIME_SPAN_SECOND)

struct _MyoApplication
{
  AdwApplication parent_instance;

  MyoStartup *startup;
  GSettings  *settings;
  MyoRecords *records;
  GError     *fault;
  guint       signals[3];
  GtkWindow  *waiting;       /* weak: shown while the packs are read */
  GPtrArray  *files;         /* to be opened once the window is there */
};

G_DEFINE_FINAL_TYPE (MyoApplication, myo_application, ADW_TYPE_APPLICATION)

/* Returns: (transfer none) (nullable): whatever dialog is in front of it */
static MyoWindow *
find_window (gpointer application)
{
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (MYO_IS_WINDOW (l->data))
      return l->data;
  return NULL;
}

static void
show_about (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  GtkWindow *window = GTK_WINDOW (find_window (user_data));

  gtk_show_about_dialog (window,
                         "program-name", "Myomap",
                         "logo-icon-name", APP_ID,
                         "version", VERSION,
                         "comments", _("Click the body, see where the pain comes from, follow the holds. Myomap explains and guides; it does not diagnose."),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "translator-credits", _("translator-credits"),
                         "copyright", _("Drawings and atlas: CC BY 4.0. Proportions checked against BodyParts3D, © The Database Center for Life Science, CC BY 4.0."),
                         NULL);
  if (window != NULL)
    myo_compat_join_dialogs (window);
}

/* --- Ending ---
 *
 * Whatever asks for the end, the window ends in order (myo-ending.h); when it is gone the loop ends, and in the shutdown the records are
 * closed and the threads waited for.  The desktop's log-out ends the loop first: then the window ends in the shutdown. */

static void
end (gpointer application,
     gboolean person)
{
  MyoWindow *window = find_window (application);

  if (window != NULL)
    myo_window_end (window, person);
  else
    g_application_quit (application);
}

static void
quit (GSimpleAction *action,
      GVariant      *parameter,
      gpointer       user_data)
{
  end (user_data, TRUE);
}

static gboolean
end_by_signal (gpointer application)
{
  end (application, FALSE);
  return G_SOURCE_CONTINUE;
}

static void
hear_signals (MyoApplication *self)
{
  static const int numbers[] = { SIGTERM, SIGINT, SIGHUP };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    self->signals[i] = g_unix_signal_add (numbers[i], end_by_signal, self);
}

/* The log-out may still be called off. */
static void
query_end (GtkApplication *application)
{
  MyoWindow *window = find_window (application);

  if (window != NULL)
    myo_window_flush (window);
}

/* Dialogs that are left over must not keep the program. */
static void
myo_application_window_removed (GtkApplication *application,
                                GtkWindow      *window)
{
  GTK_APPLICATION_CLASS (myo_application_parent_class)->window_removed (application, window);

  if (MYO_IS_WINDOW (window))
    g_application_quit (G_APPLICATION (application));
}

static const GActionEntry actions[] = {
  { .name = "about", .activate = show_about },
  { .name = "quit", .activate = quit },
};

static void
set_accelerators (GtkApplication *application)
{
  static const struct { const char *action; const char *keys[3]; } accels[] = {
    { "app.quit", { "<Control>q" } },
    { "win.preferences", { "<Control>comma" } },
    { "win.search", { "<Control>f" } },
    { "win.back", { "<Alt>Left" } },
    { "win.show-help-overlay", { "<Control>question", "F1" } },
    { "win.page::map", { "<Control>1" } },
    { "win.page::history", { "<Control>2" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (application, accels[i].action, accels[i].keys);
}

static MyoWindow *
open_window (MyoApplication *self)
{
  MyoWindow *window = myo_window_new (GTK_APPLICATION (self), self->settings);
  g_autoptr(GPtrArray) problems = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(MyoAtlas) atlas = myo_atlas_reading_take (myo_startup_get_reading (self->startup), &problems, &error);

  if (atlas == NULL)
    atlas = myo_atlas_new ();
  myo_window_set_models (window, atlas, myo_startup_get_drawings (self->startup), self->records);
  myo_window_give_pictures (window, myo_startup_take_pictures (self->startup));
  myo_first_frame_report (GTK_WINDOW (window), myo_window_get_map (window));
  if (error != NULL)
    myo_window_report (window, error);
  if (problems != NULL)
    myo_window_report_packs (window, problems);

  return window;
}

static void
open_files (MyoApplication *self,
            MyoWindow      *window)
{
  if (self->files->len > 0)
    myo_window_open_drawings (window, (GFile **) self->files->pdata, self->files->len);
  g_ptr_array_set_size (self->files, 0);
}

/* Whoever closed the window that waits wants no other. */
static void
atlas_read (gpointer application)
{
  MyoApplication *self = application;
  GtkWindow *waiting = self->waiting;
  MyoWindow *window;

  if (waiting == NULL)
    return;
  window = open_window (self);
  gtk_window_present (GTK_WINDOW (window));
  gtk_window_destroy (waiting);
  open_files (self, window);
}

static void
wait_for_atlas (MyoApplication *self)
{
  g_autoptr(MyoClock) clock = myo_clock_new ();

  if (self->waiting == NULL)
    g_set_weak_pointer (&self->waiting, myo_waiting_new (GTK_APPLICATION (self), self->settings));
  myo_atlas_reading_follow (myo_startup_get_reading (self->startup), clock, PATIENCE, atlas_read, self);
  gtk_window_present (self->waiting);
}

/* A second start finds the window that is there, or the one that waits for it to come. */
static void
present_window (MyoApplication *self)
{
  MyoWindow *window = find_window (self);

  if (window == NULL && self->waiting == NULL && myo_atlas_reading_wait (myo_startup_get_reading (self->startup), GRACE))
    window = open_window (self);
  if (window == NULL)
    {
      wait_for_atlas (self);
      return;
    }
  gtk_window_present (GTK_WINDOW (window));
  open_files (self, window);
}

static void
myo_application_activate (GApplication *application)
{
  present_window (MYO_APPLICATION (application));
}

static void
myo_application_open (GApplication *application,
                      GFile       **files,
                      int           n_files,
                      const char   *hint)
{
  MyoApplication *self = MYO_APPLICATION (application);

  for (int i = 0; i < n_files; i++)
    g_ptr_array_add (self->files, g_object_ref (files[i]));
  present_window (self);
}

static void
myo_application_startup (GApplication *application)
{
  MyoApplication *self = MYO_APPLICATION (application);
  g_autoptr(GFile) folder = g_file_new_build_filename (g_get_user_data_dir (), "myomap", NULL);

  G_APPLICATION_CLASS (myo_application_parent_class)->startup (application);

  /* What GTK writes for us, as a page printed into a file, is for its owner alone too. */
  umask (umask (0) | 077);
  myo_compat_place_accessibles ();
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  set_accelerators (GTK_APPLICATION (application));
  hear_signals (self);
  g_signal_connect (self, "query-end", G_CALLBACK (query_end), NULL);
  myo_preferences_apply_scheme (self->settings);
  gtk_window_set_default_icon_name (APP_ID);
  self->records = MYO_RECORDS (myo_store_new (folder));
}

static void
myo_application_shutdown (GApplication *application)
{
  MyoApplication *self = MYO_APPLICATION (application);
  MyoWindow *window = find_window (application);

  if (window != NULL)
    myo_window_end_now (window);
  for (guint i = 0; i < G_N_ELEMENTS (self->signals); i++)
    g_clear_handle_id (&self->signals[i], g_source_remove);
  myo_records_close (self->records);
  myo_work_wait ();

  G_APPLICATION_CLASS (myo_application_parent_class)->shutdown (application);
}

static int
myo_application_handle_local_options (GApplication *application,
                                      GVariantDict *options)
{
  MyoApplication *self = MYO_APPLICATION (application);
  g_autofree char *words = NULL;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("Myomap %s\n", VERSION);
      return 0;
    }

  if (self->fault != NULL)
    words = myo_report_words (self->fault);
  else if (!gtk_init_check ())
    words = myo_report_no_screen ();
  if (words == NULL)
    return -1;

  g_printerr ("%s\n", words);
  return 1;
}

static void
myo_application_dispose (GObject *object)
{
  MyoApplication *self = MYO_APPLICATION (object);

  g_clear_weak_pointer (&self->waiting);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_object (&self->records);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->startup, myo_startup_free);
  g_clear_error (&self->fault);

  G_OBJECT_CLASS (myo_application_parent_class)->dispose (object);
}

static void
myo_application_class_init (MyoApplicationClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = myo_application_dispose;
  G_APPLICATION_CLASS (klass)->activate = myo_application_activate;
  G_APPLICATION_CLASS (klass)->handle_local_options = myo_application_handle_local_options;
  G_APPLICATION_CLASS (klass)->open = myo_application_open;
  G_APPLICATION_CLASS (klass)->startup = myo_application_startup;
  G_APPLICATION_CLASS (klass)->shutdown = myo_application_shutdown;
  GTK_APPLICATION_CLASS (klass)->window_removed = myo_application_window_removed;
}

static void
myo_application_init (MyoApplication *self)
{
  self->files = g_ptr_array_new_with_free_func (g_object_unref);
  g_application_add_main_option (G_APPLICATION (self), "version", 0, 0, G_OPTION_ARG_NONE, _("Show the version"), NULL);
  /* Translators: what follows the program's name on the command line: a saved pain drawing */
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[DRAWING.xml]"));
}

MyoApplication *
myo_application_new (MyoStartup *startup,
                     GSettings  *settings)
{
  MyoApplication *self = g_object_new (MYO_TYPE_APPLICATION,
                                       "application-id", APP_ID,
                                       "resource-base-path", RESOURCE_PATH,
                                       "register-session", TRUE,
                                       "flags", G_APPLICATION_HANDLES_OPEN, NULL);

  self->startup = startup;
  if (settings != NULL)
    self->settings = g_object_ref (settings);

  return self;
}

void
myo_application_set_fault (MyoApplication *self,
                           const GError   *fault)
{
  g_return_if_fail (MYO_IS_APPLICATION (self));
  g_return_if_fail (fault != NULL);

  g_clear_error (&self->fault);
  self->fault = g_error_copy (fault);
}
