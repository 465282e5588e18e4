/*
 * changed_columns.h - the same figures before and after a change (新旧対照表)
 *
 *     指標名   | 変更前          | 変更後
 *              | 基準値 | 目標値 | 基準値 | 目標値
 *     来場者数 | 50     | 90     | 同左   | 120
 *
 * What holds is behind the change; 同左 is what stands in front of it. The
 * other columns are taken out of the sheet, and the words above both.
 */
#ifndef KPIBOOK_INGEST_CHANGED_COLUMNS_H
#define KPIBOOK_INGEST_CHANGED_COLUMNS_H

#include "ingest/reader/reader.h"

/* The current sheet without such columns, in `a`; *out is `g` where it has
 * none. False: no memory. */
bool changed_columns_take(const grid **out, reader *r, arena *a,
                          const grid *g);

#endif
