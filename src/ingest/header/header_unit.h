/*
 * header_unit.h - the unit that a header names in brackets: 目標値（人）
 */
#ifndef KPIBOOK_INGEST_HEADER_UNIT_H
#define KPIBOOK_INGEST_HEADER_UNIT_H

#include "ingest/header/header_lookup.h"

/* As typed, its width folded; *unit stays where there is none. */
void header_find_unit(arena *a, const header_words *words, text *unit,
                      text typed);

#endif
