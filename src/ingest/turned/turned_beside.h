/*
 * turned_beside.h - tables on their side, two or more abreast
 *
 *     ■朝市の開催              |   | ■山道の手入れ
 *     年度       | 来場者数（人） |   | 年度       | 延長（m）
 *     R3（基準） | 50             |   | R3（基準） | 120
 *     R4         | 60             |   | R4         | 140
 *
 * Each is told by its corner, which stands in the row again behind an empty
 * column, and by the years below both; the sheet is cut there (grid_cut.h).
 */
#ifndef KPIBOOK_INGEST_TURNED_BESIDE_H
#define KPIBOOK_INGEST_TURNED_BESIDE_H

#include "ingest/reader/reader.h"

/* turned_read() of each of them from left to right; of the sheet as it is
 * where there are none. Nothing where an indicator would be called by a year
 * or 単位: then the sheet is not on its side. */
bool turned_beside_read(reader *r, arena *scratch, const grid *g,
                        const book *b, size_t noted, size_t missed);

#endif
