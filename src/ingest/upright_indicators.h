/*
 * upright_indicators.h - a form's indicators side by side above their figures
 *
 *     事業名 | 朝市の開催
 *     担当課 | 商工課
 *     項目         | 指標①        | 指標②
 *     指標名       | 来場者数（人） | 出店者の満足度
 *     基準値（H30） | 120          | 62.5%
 *     目標値（R5）  | 200          | 80.0%
 *     評価   | B
 *
 * Labels and values all of them, but these have a column an indicator: stood
 * up they are a table like any other in a form. The row of the numbers is left
 * out.
 */
#ifndef KPIBOOK_INGEST_UPRIGHT_INDICATORS_H
#define KPIBOOK_INGEST_UPRIGHT_INDICATORS_H

#include "ingest/reader/reader.h"

/* A table on its side: labels from `col`, values from `values` on. */
typedef struct upright_block {
    uint32_t top, end; /* behind its last row */
    uint32_t first;    /* `top`, or the row below numbers that are left out */
    uint32_t col, values, last_col;
    bool several; /* columns of values */
} upright_block;

/* Does such a block begin at a row? */
bool upright_indicators_at(reader *r, uint32_t row, upright_block *b);

#endif
