/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include <string.h>

#include "myo-meter.h"
#include "myo-parts.h"

GtkWidget *
myo_make_text (const char *text,
               const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  myo_meter_add (MYO_METER_LABEL + MYO_METER_LETTER * (text != NULL ? strlen (text) : 0));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

/* Letters that a text beside something else asks for. */
#define FEW_CHARACTERS 18

GtkWidget *
myo_make_words (const char *text,
                const char *css_class)
{
  GtkWidget *label = myo_make_text (text, css_class);

  gtk_label_set_max_width_chars (GTK_LABEL (label), FEW_CHARACTERS);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_WORD);
  return label;
}

GtkWidget *
myo_make_line (int        spacing,
               GtkWidget *first,
               ...)
{
  GtkWidget *grid = gtk_grid_new (), *child = first;
  va_list others;

  gtk_grid_set_column_spacing (GTK_GRID (grid), (guint) spacing);
  va_start (others, first);
  for (int column = 0; child != NULL; column++)
    {
      gtk_grid_attach (GTK_GRID (grid), child, column, 0, 1, 1);
      child = va_arg (others, GtkWidget *);
    }
  va_end (others);

  return grid;
}

GtkWidget *
myo_make_bullet (const char *text)
{
  GtkWidget *dot = gtk_label_new ("•");

  gtk_widget_set_valign (dot, GTK_ALIGN_START);
  gtk_widget_add_css_class (dot, "dim-label");

  return myo_make_line (8, dot, myo_make_text (text, NULL), NULL);
}

GtkWidget *
myo_make_caution (const MyoCaution *caution)
{
  gboolean avoid = caution->kind == MYO_CAUTION_AVOID;
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *card = myo_make_line (10, icon, words, NULL);

  gtk_widget_add_css_class (card, "caution");
  gtk_widget_add_css_class (card, avoid ? "avoid" : "care");
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (words), myo_make_text (avoid ? _("Danger") : _("Take care"), "caution-kind"));
  gtk_box_append (GTK_BOX (words), myo_make_text (caution->text, NULL));

  return card;
}

void
myo_fill_cautions (GtkWidget *box,
                   MyoMuscle *muscle)
{
  myo_empty_box (box);
  for (guint i = 0; i < muscle->cautions->len; i++)
    gtk_box_append (GTK_BOX (box), myo_make_caution (muscle->cautions->pdata[i]));
  gtk_widget_set_visible (box, muscle->cautions->len > 0);
}

GtkWidget *
myo_make_source (MyoAtlas          *atlas,
                 const MyoEvidence *evidence)
{
  const MyoSource *source = myo_atlas_get_source (atlas, evidence->source);
  GString *words = g_string_new (source != NULL ? source->citation : evidence->source);
  g_autofree char *text = NULL;

  if (evidence->at != NULL && *evidence->at != '\0')
    g_string_append_printf (words, " (%s)", evidence->at);
  if (evidence->note != NULL)
    g_string_append_printf (words, "\n%s", evidence->note);
  text = g_string_free (words, FALSE);

  return myo_make_text (text, "caption");
}

static void
show_child (GtkWidget *child,
            GtkWidget *parent)
{
  g_signal_handlers_disconnect_by_func (parent, show_child, child);
  gtk_widget_set_parent (child, parent);
  g_object_set_data (G_OBJECT (parent), "myo-hidden-child", NULL);
}

void
myo_hide_until_mapped (GtkWidget *child)
{
  GtkWidget *parent = gtk_widget_get_parent (child);

  g_object_set_data_full (G_OBJECT (parent), "myo-hidden-child", g_object_ref (child), g_object_unref);
  gtk_widget_unparent (child);
  g_signal_connect_object (parent, "map", G_CALLBACK (show_child), child, G_CONNECT_SWAPPED);
}

void
myo_empty_box (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

void
myo_empty_list (GtkWidget *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (list), GTK_WIDGET (row));
}

void
myo_add_plain_row (GtkWidget *list,
                   GtkWidget *child)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

GtkWidget *
myo_add_link_row (GtkWidget  *list,
                  const char *title,
                  const char *detail)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *line = myo_make_line (12, words, gtk_image_new_from_icon_name ("go-next-symbolic"), NULL);

  gtk_box_append (GTK_BOX (words), myo_make_text (title, NULL));
  if (detail != NULL)
    gtk_box_append (GTK_BOX (words), myo_make_text (detail, "caption"));
  gtk_widget_add_css_class (line, "candidate-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  gtk_list_box_append (GTK_LIST_BOX (list), row);

  return row;
}

GtkWidget *
myo_make_link_button (const char *text)
{
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), myo_make_text (text, "link-text"));
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);

  return button;
}

void
myo_set_text (GtkWidget  *label,
              const char *text)
{
  if (g_strcmp0 (gtk_label_get_label (GTK_LABEL (label)), text) != 0)
    gtk_label_set_label (GTK_LABEL (label), text);
}
