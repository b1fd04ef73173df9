/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "myo-error.h"
#include "myo-report.h"

static char *
word_other (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    return g_strdup (_("The disk is full. Make room and try again."));

  return g_strdup_printf (_("Something went wrong. (%s)"), error->message);
}

/* The compiler tells of a code without words. */
static char *
word_own (const GError *error)
{
  switch ((MyoError) error->code)
    {
    case MYO_ERROR_ATLAS:
      return g_strdup_printf (_("Part of the atlas could not be read and is left out; the rest works. %s"), error->message);
    case MYO_ERROR_DRAWING:
      return g_strdup_printf (_("A drawing of the body could not be shown; the texts work. %s"), error->message);
    case MYO_ERROR_TOO_LARGE:
      return g_strdup_printf (_("A file is too large to be read and is left out. %s"), error->message);
    case MYO_ERROR_STORE_DAMAGED:
      return g_strdup_printf (_("Your records are damaged. Nothing was deleted or changed, and nothing new is recorded until you decide how to go on. (%s)"), error->message);
    case MYO_ERROR_STORE_LOST:
      return g_strdup_printf (_("Your records are gone, but older ones are left beside them. Nothing new is recorded until you decide how to go on. (%s)"), error->message);
    case MYO_ERROR_STORE_LOCKED:
      return g_strdup (_("Another program is using your records. Myomap keeps what you do and records it as soon as the other program lets go of them. Close the other program if you can."));
    case MYO_ERROR_STORE_READ_ONLY:
      return g_strdup (_("Your records can be read but not written: nothing new is recorded. Check the rights of the folder; Myomap tries again by itself."));
    case MYO_ERROR_STORE_FULL:
      return g_strdup (_("The disk is full: this was not recorded. What was recorded before is safe. Make room: Myomap keeps what you do and tries again by itself."));
    case MYO_ERROR_STORE_NEWER:
      return g_strdup (_("Your records come from a newer Myomap. They are left untouched and nothing new is recorded; install the newer version to use them."));
    case MYO_ERROR_STORE_FOREIGN:
      return g_strdup_printf (_("What lies in the place of your records was not made by Myomap, or was changed by another program. It is left as it is, and nothing new is recorded: move it to another place, then try again. (%s)"), error->message);
    case MYO_ERROR_STORE_BACKUP:
      return g_strdup_printf (_("A backup of your records could not be made, read or changed, so that what you deleted may still be in it. Your records themselves are safe; look at the file that is named here. (%s)"), error->message);
    case MYO_ERROR_STORE:
      return g_strdup_printf (_("Your records could not be used. What is on the disk was left as it is. (%s)"), error->message);
    case MYO_ERROR_PAIN_DRAWING:
      return g_strdup_printf (_("A pain drawing could not be read or saved. What is stored is left as it is and nothing else is lost: choose another file, or draw it anew. (%s)"), error->message);
    case MYO_ERROR_FORMAT:
      /* Translators: %s is the name of a file */
      return g_strdup_printf (_("Nothing was saved: a pain drawing can be saved as .pdf, .png or .svg, or as .xml to open it again. Choose a name that ends so. (%s)"), error->message);
    case MYO_ERROR_SAVE:
      return g_strdup_printf (_("The file could not be written. What stood there before is unchanged, and the drawing is still here: choose another place or make room, and save again. (%s)"), error->message);
    case MYO_ERROR_ELSEWHERE:
      return g_strdup (_("This session goes on or was ended in another window of Myomap, and is recorded as it was done there. What is done with it here is not recorded."));
    case MYO_ERROR_SETTINGS:
      return g_strdup_printf (_("Myomap cannot start: the description of its settings is missing or belongs to another version. Nothing was changed. Install Myomap anew, or start it from its source folder with build-aux/run. (%s)"), error->message);
    case MYO_ERROR_DRAWING_FULL:
      /* Translators: %s is a sentence on what to do */
      return g_strdup_printf (_("The pain drawing takes no more, and what is painted stays. %s"), error->message);
    case MYO_ERROR_SOUND:
      return g_strdup (_("No sound can be played: no device for it was found. All else works, and the ring shows what you would hear."));
    case MYO_ERROR_NOT_FOUND:
      return g_strdup_printf (_("Something that was asked for is not there. (%s)"), error->message);
    }

  return word_other (error);
}

char *
myo_report_unwritten (const GError *session,
                      const GError *drawing)
{
  const GError *fault = session != NULL ? session : drawing;
  const char *what = session == NULL ? _("The pain drawing is not on the disk yet.")
                     : drawing == NULL ? _("What was done last in a session is not on the disk yet.")
                                       : _("The pain drawing and what was done last in a session are not on the disk yet.");
  g_autofree char *why = g_error_matches (fault, MYO_ERROR, MYO_ERROR_STORE_FULL) ? g_strdup (_("The disk is full. Make room and try again."))
                                                                                  : myo_report_words (fault);

  return g_strdup_printf ("%s %s", what, why);
}

char *
myo_report_words (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  return error->domain == MYO_ERROR ? word_own (error) : word_other (error);
}

char *
myo_report_no_screen (void)
{
  return g_strdup (_("Myomap cannot open a window: there is no screen that it may use. Start it from your desktop, or set DISPLAY or WAYLAND_DISPLAY."));
}

static const char *
word_deed (MyoBackupDeed deed)
{
  switch (deed)
    {
    case MYO_BACKUP_MADE_BY_ITSELF:
      return _("Today’s backup of your records could not be made. The records themselves are safe, and Myomap tries again.");
    case MYO_BACKUP_MADE:
      return _("The backup could not be made. Your records are as they were.");
    case MYO_BACKUP_LISTED:
      return _("The backups could not be listed. They and your records are as they were.");
    case MYO_BACKUP_SAVED:
      return _("The copy could not be saved. Your records are as they were.");
    case MYO_BACKUP_CONSIDERED:
    case MYO_BACKUP_BROUGHT_BACK:
    default:
      return _("It cannot be brought back. Your records are as they were.");
    }
}

static char *
word_way_out (const GError *error)
{
  if (error->domain == MYO_ERROR)
    switch ((int) error->code)
      {
      case MYO_ERROR_STORE_FULL:
        return g_strdup (_("The disk is full: make room and try again."));
      case MYO_ERROR_STORE_READ_ONLY:
        return g_strdup_printf (_("Nothing may be written there: choose another place, or check the rights. (%s)"), error->message);
      case MYO_ERROR_STORE_LOCKED:
        return g_strdup (_("Another program is using the records: close it and try again."));
      case MYO_ERROR_STORE_NEWER:
        return g_strdup (_("The file comes from a newer Myomap: install the newer version to use it."));
      case MYO_ERROR_STORE_FOREIGN:
        return g_strdup (_("The file holds no records of Myomap, or was changed by another program: choose another."));
      case MYO_ERROR_STORE_DAMAGED:
      case MYO_ERROR_STORE_BACKUP:
        return g_strdup_printf (_("The file is damaged: choose another. (%s)"), error->message);
      default:
        break;
      }
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BUSY))
    return g_strdup (_("A session or something else is under way: try again when it is over."));
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED))
    return g_strdup (_("The place is not on this computer: choose a folder that is, and copy the file from there."));

  return g_strdup_printf ("(%s)", error->message);
}

char *
myo_report_backup (MyoBackupDeed  deed,
                   const GError  *error)
{
  g_autofree char *way_out = NULL;

  g_return_val_if_fail (error != NULL, NULL);

  way_out = word_way_out (error);
  return g_strdup_printf ("%s %s", word_deed (deed), way_out);
}

gboolean
myo_report_is_unloaded (const GError *error)
{
  g_return_val_if_fail (error != NULL, FALSE);

  return g_error_matches (error, MYO_ERROR, MYO_ERROR_ATLAS) || g_error_matches (error, MYO_ERROR, MYO_ERROR_DRAWING);
}

char *
myo_report_unloaded (guint n_packs,
                     guint n)
{
  if (n_packs < n)
    return g_strdup (_("Part of Myomap could not be loaded; everything else works."));

  /* Translators: a pack is a file with muscles that someone added to the atlas */
  return g_strdup_printf (g_dngettext (NULL, "%u pack could not be loaded and is left out; everything else works.",
                                       "%u packs could not be loaded and are left out; everything else works.", n_packs), n_packs);
}

char *
myo_report_unloaded_advice (const char *folder)
{
  if (folder == NULL)
    return g_strdup (_("Everything else works. Install Myomap anew to have it whole."));

  /* Translators: %s is the path of a folder */
  return g_strdup_printf (_("Everything else works. Correct the files in %s, or take them out of it, and start Myomap again."), folder);
}
