/*
 * turned_block.h - indicators side by side above years, among other tables
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

#include "ingest/reader.h"

/* Does such a block begin at a row? *end is the row behind it. */
bool turned_block_at(reader *r, uint32_t row, uint32_t *end);

#endif
