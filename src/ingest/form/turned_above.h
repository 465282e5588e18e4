/*
 * turned_above.h - what lines above a table on its side say
 *
 *     事業名：空港の利用促進
 *     所管：港湾局　　評価：C
 *
 *     指標名 | 利用者数 | 貨物量
 *     単位   | 万人     | 千t
 */
#ifndef KPIBOOK_INGEST_TURNED_ABOVE_H
#define KPIBOOK_INGEST_TURNED_ABOVE_H

#include "ingest/reader/reader.h"

/* ①移住の促進, ■交通安全: may a line alone, of this one cell, be a name? */
bool turned_above_title(const cell *c, text t);
/* 令和5年度末現在 at the right, above a table whose labels begin left of it: is
 * that column such a place? */
bool turned_above_right(const sheet_view *v, uint32_t row, uint32_t col);
/* ■朝市の開催 counts more than the title of all tables above it. */
bool turned_above_marked(text t);
/* Is a row above `row` of the form that begins at `from` 事業名 | and one name? */
bool turned_above_one_name(reader *r, uint32_t from, uint32_t row);
/* 担当 | 創業推進部 | 新産業課 below the one name of a form that begins at row
 * `from`: where the second office stands; UINT32_MAX in other rows. */
uint32_t turned_above_second_office(reader *r, uint32_t from, uint32_t row);
/* Gives it to the projects from `first` on that have no division. */
void turned_above_give(reader *r, text division, size_t first);

/* 指標：参加者数（人） alone in a row, below other lines and above figures: each
 * such block is of one indicator, and its columns are years. */
bool turned_above_blocks(reader *r, uint32_t row, uint32_t end);
/* 事業１ alone above 事業の名称 | 朝市の開催: the form's number. */
bool turned_above_number(reader *r, uint32_t row, const header_word *w);

#endif
