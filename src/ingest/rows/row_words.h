/*
 * row_words.h - rows of words among a table's rows that are nothing of its data
 */
#ifndef KPIBOOK_INGEST_ROW_WORDS_H
#define KPIBOOK_INGEST_ROW_WORDS_H

#include "ingest/rows/layout_rows.h"

/* 掲載の名称 | 組織名 | 昨年度の値 | 自動計算, right below a header whose No. is left
 * empty there: what to enter in each column. */
bool row_explains_columns(const reader *r, const table *t, uint32_t row);
/* 該当事業なし where the first project would stand. */
bool row_says_no_projects(text words);
/* （注１）… merged over most of the table, whatever stands beside it; a sentence
 * where nothing does. */
bool row_notes_across(const reader *r, const table *t, uint32_t row,
                      uint32_t col, text words);

/* （参考）達成率の分布 | 件数, and 80%未満 | 3 below it: a count beside the table's
 * names, and no department. */
bool row_counts_beside(const reader *r, const table *t, uint32_t row);
/* － 1 －: of a page, at its foot. */
bool row_is_page_number(text words);
/* 47事業, （3取組）, 計　3指標, 小計（4指標） in a project's column: how many there
 * are. */
bool row_is_tally_alone(arena *a, text words);
/* 取組項目数　６件, 計　６項目, 小計（4指標）, 小計　指標数 4, 一覧表　計 13 事業 alone
 * below: how many there were. */
bool row_tells_tally(const reader *r, const table *t, uint32_t row,
                     text words);

#endif
