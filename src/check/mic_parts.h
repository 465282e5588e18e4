/*
 * mic_parts.h - what check_mic.c and mic_text.c share, and no one else
 */
#ifndef KPIBOOK_CHECK_MIC_PARTS_H
#define KPIBOOK_CHECK_MIC_PARTS_H

#include "check/book_cells.h"

/* What breaks a rule on one sheet: how many, the first, and an example. */
typedef struct mic_tally {
    const char *rule;
    size_t count;
    uint32_t row, col; /* of the first */
    text example;      /* what stands there, or "" */
} mic_tally;

void mic_count(mic_tally *t, const cell *c, text example);
/* One finding a sheet, at the first cell: {0} how many, {1} the example. */
void mic_report(book_cells *b, const mic_tally *t);

/* ㈱ ① Ⅱ ㎡ ｶﾅ and private characters: the first, or "". */
text mic_platform_character(text t);
/* Spaces or line breaks that only move text: 氏　名, " 12", two in a row. */
bool mic_has_layout_spaces(text t);
/* A heading that names a year of an era and no Western one: H28実績. */
bool mic_is_era_year(text t);

#endif
