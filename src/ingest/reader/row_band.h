/*
 * row_band.h - headings between a table's rows whose number is a cell of its
 * own
 *
 *     №  | 環境指標                   | 単位  | 2021年度 | …
 *     １ | 脱炭素社会の実現
 *     1  | 太陽光発電設備の導入容量     | MW    | 136.2    | …
 */
#ifndef KPIBOOK_INGEST_ROW_BAND_H
#define KPIBOOK_INGEST_ROW_BAND_H

#include "ingest/reader/reader.h"

/*
 * Is the row such a heading? *what is then number and title in one. `col` is
 * the row's first cell in the table, `next` its second one.
 */
bool row_band_read(const reader *r, const table *t, uint32_t row,
                   uint32_t col, uint32_t next, text *what);

/* 居宅サービス alone above 訪問介護 | 人 | 420, where every name has a unit and
 * no column names projects; １．福祉, also where names have none. */
bool row_band_groups(const reader *r, const table *t,
                     const table_column *names, uint32_t row);

/* Words alone right above a row with figures, where a column of numbers or
 * kinds is, or marked (■観光, １ 観光) where the names of projects are not:
 * no name. */
bool row_band_leads(const reader *r, const table *t, const table_column *k,
                    uint32_t row);

/* (2) 放課後児童健全育成 | | | 担当課：青少年課: a heading, and whose it is;
 * ア　放課後の居場所 | | ［青少年課］. `next` is its second cell. */
bool row_band_owned(const reader *r, const table *t, uint32_t row,
                    uint32_t col, uint32_t next);
/* 政策１　安全（所管：危機管理部）: whose it is; *what is left without that. Empty
 * for other headings. */
text row_band_office(text *what);

/*
 * ■数値目標, (1) KPI, （１）計画: which kind of indicators or figures stand below,
 * and no heading that they belong to.
 */
bool row_band_names_kind(const reader *r, text words);

/* Has a row a figure of an indicator? */
bool row_has_figure(const reader *r, const table *t, uint32_t row);

#endif
