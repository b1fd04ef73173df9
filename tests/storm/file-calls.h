/* The system's calls on files, heard and disturbed: what the records' store and SQLite ask of the disk goes through here.
 *
 * A program that defines write() and its like itself is asked by every library it loads.  Here each call on a file below one
 * folder is counted, may be recorded, may fail, or may be the last thing the program does; all else goes straight to the system.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

typedef enum
{
  FILE_CALL_CREATE,      /* the name is new in its folder */
  FILE_CALL_WRITE,
  FILE_CALL_TRUNCATE,
  FILE_CALL_SYNC,
  FILE_CALL_RENAME,
  FILE_CALL_UNLINK,
  FILE_CALL_SYNC_FOLDER,
  FILE_CALL_MARK,        /* no call: what the program had told at this point */
} FileCallKind;

typedef struct
{
  FileCallKind kind;
  guint        file;         /* which file, counted in the order of their making; of CREATE, WRITE, TRUNCATE, SYNC */
  gint64       offset;       /* of WRITE in the file; the new size of TRUNCATE; the number of MARK */
  GBytes      *bytes;        /* of WRITE, or NULL */
  char        *name;         /* of CREATE, RENAME and UNLINK: path below the folder; of SYNC_FOLDER "" or a folder's name */
  char        *new_name;     /* of RENAME, or NULL */
} FileCall;

/** file_calls_watch: from now on calls on what lies below @folder count; %NULL: none does */
void       file_calls_watch      (const char *folder);
/** file_calls_count: Returns: calls since the watch began */
guint      file_calls_count      (void);

/** file_calls_kill_at: the @n-th call from the watch's beginning, counted from 1, ends the program at once; a write is done by half.
 * 0: none */
void       file_calls_kill_at    (guint n);
/** file_calls_fail_at: the @n-th call fails with @error (an errno), and with @lasting all calls after it that could fail so.  0: none */
void       file_calls_fail_at    (guint n, int error, gboolean lasting);

/** file_calls_record: Returns: (transfer container) (element-type FileCall): where calls are put from now on */
GPtrArray *file_calls_record     (void);
/** file_calls_mark: records that the program has told step @n as done */
void       file_calls_mark       (guint n);

/* What a killed program ends with. */
#define FILE_CALLS_KILLED 9
