/*
 * turned_block.h - indicators side by side above their figures
 *
 * Among other tables:
 *
 *     年度       | 入込客数（万人） | 宿泊者数（千人）
 *     R1（基準） | 180              | 95
 *     R3         | 92               | 41
 *     R7（目標） | 200              | 110
 *
 * Its first line has no words of a header but the first cell's, so that it
 * is none; such rows are neither data of the table above nor a title.
 */
#ifndef KPIBOOK_INGEST_TURNED_BLOCK_H
#define KPIBOOK_INGEST_TURNED_BLOCK_H

#include "ingest/reader/reader.h"

/* Does such a block begin at a row? *end is the row behind it. */
bool turned_block_at(reader *r, uint32_t row, uint32_t *end);

/*
 * Does the current sheet hold nothing but forms whose indicators are columns?
 *
 *     事業     | 先端的水素社会づくり    | <
 *     指標     | 水素ステーション数      | FCV普及台数
 *     現状     | 1か所（平成26年度）     | 2台（平成26年度）
 *     平成27年度 | 2か所                 | 10台
 *
 * As it stands 現状 or 目標 with years beside it looks like a header.
 */
bool turned_block_form(reader *r);

/*
 * Do names of indicators stand in a row, above lines of figures whose labels
 * begin left of them?
 *
 *             | 起業件数（件） | 雇用創出（人）
 *     基準値   | 12（H26）     | 25（H26）
 *     H27実績  | 20            | 40
 *
 * One name alone in its row counts too: it is no title of what follows.
 */
bool turned_block_corner(reader *r, uint32_t row);

#endif
