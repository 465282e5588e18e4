/*
 * sheet_note.h - a note among the first or the last lines of a sheet
 */
#ifndef KPIBOOK_INGEST_SHEET_NOTE_H
#define KPIBOOK_INGEST_SHEET_NOTE_H

#include "ingest/reader/reader.h"

/* Is there a text of which `says` holds? */
bool sheet_note_find(const reader *r, bool (*says)(arena *a, text note));

#endif
