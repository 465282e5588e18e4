/*
 * sections_aside.h - words written downwards beside the parts of a form
 *
 *     基本情報 | 事業名 | 朝市の開催
 *       ^      | 担当課 | 商工課
 *     指標     | 指標名 | 来場者数
 *       ^      | 年度   | 目標値 | 実績値
 *       ^      | R5     | 200    | 150
 *     コスト   | 年度   | 事業費
 *       ^      | R5     | 480
 *
 * 指標 and コスト say nothing that the tables beside them do not, and would be
 * cells of these: they are taken out. Words beside labels with values stay,
 * but for PLAN, DO, CHECK and ACTION, which may begin in the row of a header.
 */
#ifndef KPIBOOK_INGEST_SECTIONS_ASIDE_H
#define KPIBOOK_INGEST_SECTIONS_ASIDE_H

#include "ingest/reader/reader.h"

/* The sheet without such words, `g` itself where there are none. False: no
 * memory. */
bool sections_aside_take(const grid **out, reader *r, arena *a, const grid *g);

#endif
