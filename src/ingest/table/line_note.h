/*
 * line_note.h - notes that say what stands above and below: 上段：計画、下段：実績
 *
 * Such a note holds for the lines of a cell, and for the rows of an indicator
 * that nothing else tells apart. It stands above the table, in its header or
 * below it; or ←計画 and ←実績 stand beside the rows of each indicator.
 */
#ifndef KPIBOOK_INGEST_LINE_NOTE_H
#define KPIBOOK_INGEST_LINE_NOTE_H

#include "ingest/table/table_find.h"

typedef struct line_note {
    role lines[TABLE_LINES]; /* from the top down: PLANNED, ACTUAL, RATE ... */
    size_t count;
} line_note;

/* Reads one text; false when it is no such note. One line is PLANNED and one
 * is ACTUAL. */
bool line_note_read(line_note *out, arena *a, text t);
/* The note that is nearest above row `bottom` (of the header), else one at
 * the sheet's end. */
bool line_note_find(line_note *out, arena *a, const sheet_view *v,
                    uint32_t bottom);

#endif
