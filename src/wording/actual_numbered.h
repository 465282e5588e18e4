/*
 * actual_numbered.h - actuals that numbers tell apart: ①26人 ②調査中 ③24億円
 *
 * Each number's words are an actual of its own, on lines or in one; they
 * belong to the KPIs of the cell beside them by number. A number that is
 * left out (① ③) has none.
 */
#ifndef KPIBOOK_WORDING_ACTUAL_NUMBERED_H
#define KPIBOOK_WORDING_ACTUAL_NUMBERED_H

#include "wording/kpi_text.h"

enum { NUMBERED_MAX = 20 };

typedef struct numbered_part {
    unsigned number;
    text whole, words; /* with its number, and without */
} numbered_part;

/* The parts of a cell that begins with ①; 0 for others. */
size_t actual_numbered_split(numbered_part parts[NUMBERED_MAX], text cell);
/* What stands behind ① in such a cell; of others all. */
text actual_numbered_first(text cell);
/* Is what such words hold one figure, or why there is none? */
bool actual_numbered_stands(const actual_text *items, size_t count,
                            text words);
/* Pairs what has a number and no label; see actual_text_pair(). */
void actual_numbered_pair(size_t *pairs, const kpi_text *kpis,
                          size_t kpi_count, const actual_text *actuals,
                          size_t actual_count);

#endif
