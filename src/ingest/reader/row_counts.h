/*
 * row_counts.h - lines behind a table that count what stands in it
 *
 *     評価 | Ａ | Ｂ | Ｃ | －
 *     件数 |  1 |  3 |  2 |  1
 */
#ifndef KPIBOOK_INGEST_ROW_COUNTS_H
#define KPIBOOK_INGEST_ROW_COUNTS_H

#include "ingest/reader/reader.h"

/* Is a row words alone with a figure below each, also where names stand? */
bool row_heads_counts(const sheet_view *v, const table *t, uint32_t row);
/* Is a row figures alone, behind a label perhaps, also where names stand? */
bool row_is_counts(const sheet_view *v, const table *t, uint32_t row);
/* Ａ | 3 where names of departments, units or indicators stand, and no other
 * figure. */
bool row_counts_words(const sheet_view *v, const table *t, uint32_t row);
/* （集計） | 順調 | 遅れ above counts alone, the last two rows in front of a gap:
 * the first, and the second. */
bool row_heads_tally(const sheet_view *v, uint32_t row);
bool row_is_tally(const sheet_view *v, uint32_t row);
/* 評価の内訳 | ○ | ◎ above 件数 | 3 | 1, wherever they stand; one grade alone
 * above 件数, too. */
bool row_heads_grades(const reader *r, uint32_t row);
/* 件数 | 3 | 1 and 割合 | 75% | 25% below that. */
bool row_below_grades(const reader *r, uint32_t row);
/* Ａ | 3, 評価なし | 1, and nothing else in the row: how often a grade was given. */
bool row_counts_grade(const reader *r, uint32_t row);
/* 【集計】 alone above two such lines or more. */
bool row_heads_grade_lines(const reader *r, uint32_t row);
/* 達成した指標の数 | 2／4: how many of the indicators above reached their
 * targets, and no indicator. */
bool row_counts_reached(const sheet_view *v, const table *t, uint32_t row);
/* 評価別事業数 | A：1　B：3　C：0, in one cell or several: how often each grade was
 * given, and neither a project nor an indicator. */
bool row_counts_grades(const reader *r, const table *t, uint32_t row);
/* 港湾局　計　（3事業・4指標）　平均, one cell over the columns of projects and
 * indicators: what stands above it, summed up. */
bool row_sums_up(const sheet_view *v, const table *t, uint32_t row);

#endif
