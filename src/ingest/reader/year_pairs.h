/*
 * year_pairs.h - two lines of a table that are one: years above their figures
 *
 *     指標名     | 当初値   | <  | 実績     | <  | 目標値   | <  | 達成度
 *     利用者数   | 2014年度 | <  | 2016年度 | <  | 2019年度 | <  | 42%
 *     ^          | 577      | 人 | 670      | 人 | 800      | 人 | ^
 *
 * The name is merged over both, or stands in the first one alone; the years
 * may be the second line. Each indicator has years of its own, so that they
 * are no header. A dash stands for a year where there is no figure.
 */
#ifndef KPIBOOK_INGEST_YEAR_PAIRS_H
#define KPIBOOK_INGEST_YEAR_PAIRS_H

#include "ingest/reader/reader.h"

typedef struct year_cell {
    uint32_t col, last_col; /* of the year */
    uint32_t value_col;
    uint32_t unit_col;      /* UINT32_MAX: no unit beside the figure */
    year_span years;        /* to 0: a dash */
    role role;              /* 2013（基準）: BASELINE; NONE: a year alone */
} year_cell;

typedef struct year_pair {
    uint32_t top, years_row, values_row;
    uint32_t head_row;      /* of the header above the first one */
    year_cell *cells;
    size_t count;
} year_pair;

typedef struct year_pairs {
    year_pair *items;
    size_t count, capacity;
} year_pairs;

/* The pair that a row belongs to; NULL for none. */
const year_pair *year_pairs_at(const year_pairs *pairs, uint32_t row);
/* Is a cell a pair's year, or a unit beside its figure? */
bool year_pair_takes(const year_pair *p, uint32_t row, uint32_t col);
/* Pairs of the current sheet by row, below headers that name indicators;
 * none in most sheets. False: no memory. */
bool year_pairs_find(year_pairs *out, reader *r, arena *a);

#endif
