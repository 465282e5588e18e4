/*
 * question_numbers.h - numbers in front of a form's labels
 *
 *     1   | 対象事業     | 朝市の開催
 *     2   | 担当課       | 商工課
 *     3   | 基本目標     | にぎわいをつくる
 *     4-1 | 指標の名称   | 来場者数
 *     ^   | 平成31年度の目標 | 900
 *
 * They count what is asked and say nothing: merged down the side of several
 * labels they would be taken for the group of those. In a list the numbers
 * stand in front of names, and stay.
 */
#ifndef KPIBOOK_INGEST_QUESTION_NUMBERS_H
#define KPIBOOK_INGEST_QUESTION_NUMBERS_H

#include "ingest/reader/reader.h"

/* The sheet without them, in `a`; *out is `g` where there are none. False: no
 * memory. */
bool question_numbers_take(const grid **out, reader *r, arena *a,
                           const grid *g);

#endif
