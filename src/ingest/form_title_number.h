/*
 * form_title_number.h - the number in a cell of its own in front of a form's
 * title
 *
 *     No.1       | 朝市の開催   | 担当課 | 商工課
 *     カードNo.2 | 里山の手入れ | Ｃ
 */
#ifndef KPIBOOK_INGEST_FORM_TITLE_NUMBER_H
#define KPIBOOK_INGEST_FORM_TITLE_NUMBER_H

#include "ingest/form_title_cells.h"

/* What a cell is as a label; NULL for other words. */
const header_word *form_title_word(const reader *r, uint32_t row, uint32_t col);
/* As short as No.1, ① or 【事業１】, and ends as these do. */
bool form_title_may_number(text t);
/* 1 of カードNo.1, 個票１, シート番号：1; empty for other words. */
text form_title_number(text t);
/* 担当課 | 商工課 beside a name: the column behind such labels and values. */
uint32_t form_title_behind(reader *r, uint32_t row, uint32_t col);
/* The name is the cell behind its number: 1 | 朝市の開催 over two lines, or
 * No.1 | 朝市の開催 above a label in the number's column. */
void form_title_take_number(reader *r, titled *t);

#endif
