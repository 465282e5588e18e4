/*
 * header_bracket.h - what the bracket in a year's header says: 5年目【目標】
 */
#ifndef KPIBOOK_INGEST_HEADER_BRACKET_H
#define KPIBOOK_INGEST_HEADER_BRACKET_H

#include "ingest/header/header_lookup.h"

/* 5年目【目標】（R8）, 中間（R8・目標）, folded and without the year: which figure
 * its first bracket names; NULL for none, and for figures: 100組（目標）. */
const header_synonym *header_bracket_figure(const header_words *h, text key);

/* 達成率（第1指標）, folded: which of several indicators its bracket names; 0 for
 * none. */
unsigned header_bracket_index(text key);

#endif
