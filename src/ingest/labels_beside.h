/*
 * labels_beside.h - a form's labels beside the table of its indicators
 *
 *     事業名   | 朝市の開催     |  | KPI      | 基準値 | 目標値 | R4実績 | 評価
 *     担当課   | 商工課         |  | 来場者数 | 50人   | 90人   | 60人   | B
 *     事業概要 | 広場で市を開く |  | 出店数   | 5店    | 9店    | 6店    | ^
 *
 * They share their rows, and nothing else: 担当課 is no project, whose 来場者数
 * would be. The labels are put above the table, and that is read as any form
 * is. A column between them may be empty or not be there.
 */
#ifndef KPIBOOK_INGEST_LABELS_BESIDE_H
#define KPIBOOK_INGEST_LABELS_BESIDE_H

#include "ingest/walk/sheet_walk.h"

/* Reads the current sheet, if it has such forms: *read. False when memory ran
 * out. */
bool labels_beside_read(reader *r, arena *scratch, size_t *tables,
                        near_miss *near, bool *read);

#endif
