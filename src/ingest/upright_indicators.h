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
 * out. Also without such a row, where years stand in front of the figures:
 *
 *     年度   | 来場者数（人） | 出店者の満足度
 *     R4実績 | 150            | 70.5%
 *     R5実績 | 180            | 78.0%
 *
 * and where 指標名 or 項目 stands beside the names. 備考 behind the names is none
 * of them.
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
    bool corner;  /* 年度 or 項目 stands where 指標名 would */
} upright_block;

/* May a cell be 指標①, KPI2, 指標ア or １? Asked of all rows. */
static inline bool upright_may_be_number(const cell *c)
{
    enum { NUMBER_BYTES = 36 };
    size_t n = c->value.length;
    unsigned char third;

    if (c->type != CELL_STRING || n > NUMBER_BYTES || n == 0)
        return false;
    if (ascii_is_digit(c->value.bytes[n - 1]))
        return true;
    third = n < 3 ? 0 : (unsigned char)c->value.bytes[n - 3];
    return third == 0xE2 || third == 0xEF || /* ①, １ */
           ((unsigned char)c->value.bytes[0] == 0xE6 &&
            text_starts(c->value, "指標"));
}

/* Does such a block begin at a row of two cells at least? */
bool upright_indicators_at(reader *r, uint32_t row, upright_block *b);
/* May a cell be 年度, 評価年度 or 年　度? Asked of all rows. */
static inline bool upright_may_be_year(const cell *c)
{
    enum { YEAR_BYTES = 24 };
    size_t n = c->value.length;

    return n >= 3 && n <= YEAR_BYTES && c->type == CELL_STRING &&
           (unsigned char)c->value.bytes[n - 3] == 0xE5 && /* 度, 年 */
           (text_ends(c->value, "度") || text_ends(c->value, "年"));
}

/* Does one that has no numbers, below the name of a form's project? */
bool upright_years_at(reader *r, uint32_t row, upright_block *b);
/* Does one whose corner is 指標名 or 項目, with one name at least? */
bool upright_names_at(reader *r, uint32_t row, upright_block *b);

#endif
