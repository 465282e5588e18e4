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

#include "ingest/reader.h"

/*
 * Is the row such a heading? *what is then number and title in one. `col` is
 * the row's first cell in the table, `next` its second one.
 */
bool row_band_read(const reader *r, const table *t, uint32_t row,
                   uint32_t col, uint32_t next, text *what);

#endif
