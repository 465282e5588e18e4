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

#include "ingest/reader.h"

/* 事業名：空き家対策 or 【事業名】空き家対策 in one cell: *t is what stands behind. */
bool turned_above_name(reader *r, text *t);
/* ①移住の促進, ■交通安全: may a line alone, of this one cell, be a name? */
bool turned_above_title(const cell *c, text t);

#endif
