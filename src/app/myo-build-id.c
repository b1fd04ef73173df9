/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "myo-build-id.h"

#include <elf.h>
#include <link.h>
#include <string.h>

#define ALIGN(size) (((size) + 3u) & ~3u)

static char *
to_hex (const guchar *bytes,
        gsize         n)
{
  GString *hex = g_string_sized_new (n * 2);

  for (gsize i = 0; i < n; i++)
    g_string_append_printf (hex, "%02x", bytes[i]);

  return g_string_free (hex, FALSE);
}

/* Notes follow each other: a header, a name, a description, each padded to four bytes. */
static char *
find_in_notes (const char *notes,
               gsize       size)
{
  ElfW (Nhdr) note;

  for (gsize at = 0; at + sizeof note <= size; at += sizeof note + ALIGN (note.n_namesz) + ALIGN (note.n_descsz))
    {
      const char *name = notes + at + sizeof note;

      memcpy (&note, notes + at, sizeof note);
      if (note.n_type == NT_GNU_BUILD_ID && note.n_namesz == sizeof ELF_NOTE_GNU
          && memcmp (name, ELF_NOTE_GNU, sizeof ELF_NOTE_GNU) == 0)
        return to_hex ((const guchar *) name + ALIGN (note.n_namesz), note.n_descsz);
    }

  return NULL;
}

/* The first object is the program itself; it alone is looked at. */
static int
look_at_program (struct dl_phdr_info *info,
                 size_t               size,
                 void                *data)
{
  char **id = data;

  for (int i = 0; i < info->dlpi_phnum && *id == NULL; i++)
    if (info->dlpi_phdr[i].p_type == PT_NOTE)
      *id = find_in_notes ((const char *) info->dlpi_addr + info->dlpi_phdr[i].p_vaddr, info->dlpi_phdr[i].p_memsz);

  return 1;
}

char *
myo_build_id_get (void)
{
  char *id = NULL;

  dl_iterate_phdr (look_at_program, &id);

  return id;
}
