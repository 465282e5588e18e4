/*
 * lettered_names.h - indicators that a list names by letters, and a table of
 * figures by these letters alone
 *
 *     ① 手段       | ④ 活動指標（活動の量） | < | 単位
 *     市を開く。   | ア | 開催回数           | 回
 *     ^            | イ | 出店数             | 店
 *     ② 意図       | ⑤ 成果指標（成果）     | < | 単位
 *     にぎわう。   | ア | 来場者数           | 人
 *
 *              |            | 単位 | R4年度（実績） | R5年度（目標）
 *     投入量   | 事業費     | 千円 | 900            | 950
 *     活動指標 | ア         | 回   | 12             | 12
 *     ^        | イ         | 店   | 30             | 35
 *     成果指標 | ア         | 人   | 410            | 500
 *
 *     活動指標ア | 開催回数 | 単位 | 回      or with the letter behind the label's
 *                                            words, in either of them
 *
 *     区分     | 記号 | 名称     | 単位       or a list whose names have a column
 *     活動指標 | ア   | 開催回数 | 回         of their own
 *
 * The letters of the table become the names of the list, with their units
 * where the table has none, under 指標名; lines of costs above them are a table
 * of their own, with the same header. The list is taken out, and so are lines
 * that are left empty. A line of figures whose letter the list does not name,
 * or names twice, leaves all as it is.
 */
#ifndef KPIBOOK_INGEST_LETTERED_NAMES_H
#define KPIBOOK_INGEST_LETTERED_NAMES_H

#include "ingest/walk/sheet_walk.h"

/* Reads the current sheet, if it is of that kind: *read. False when memory
 * ran out. */
bool lettered_names_read(reader *r, arena *scratch, size_t *tables,
                         near_miss *near, bool *read);

#endif
