/*
 * sheet_note.h - a note among the first or the last lines of a sheet
 */
#ifndef KPIBOOK_INGEST_SHEET_NOTE_H
#define KPIBOOK_INGEST_SHEET_NOTE_H

#include "ingest/reader/reader.h"

/* The first text there of which `says` holds, asked about `what` too; empty
 * where none does. */
text sheet_note_find(const reader *r, text what,
                     bool (*says)(arena *a, text note, text what));

#endif
