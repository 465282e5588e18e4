/*
 * kpi_way_parts.h - the pieces of kpi_way_note.h: notes, marks in names
 */
#ifndef KPIBOOK_INGEST_KPI_WAY_PARTS_H
#define KPIBOOK_INGEST_KPI_WAY_PARTS_H

#include "ingest/kpi/kpi_way_note.h"

/* ※ ▼ ↓, or a word in brackets: ［減］. */
typedef struct way_mark {
    text core;  /* a slice of the name, without its brackets */
    text rest;  /* the name without it */
    bool word;
} way_mark;

/* kpi_way_mark.c: at the name's end, or its beginning; false: none. */
bool kpi_way_mark_behind(way_mark *out, text name);
bool kpi_way_mark_front(way_mark *out, text name);
/* kpi_way_note.c: what stands on the sheet, looked for once. */
const struct way_notes *kpi_way_notes(reader *r);
kpi_direction kpi_way_explained(reader *r, const way_mark *mark);
/* Nothing but は、数値が and the like, or nothing at all. */
bool kpi_way_links(text t);

#endif
