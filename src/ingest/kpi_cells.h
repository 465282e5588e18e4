/*
 * kpi_cells.h - cells that say themselves that they are an indicator
 *
 *     事業名     | 内容                        | R3     | R4
 *     朝市の開催 | 工程                        | 試行→ | 実施→
 *     ^          | ＫＰＩ¶来場者数（人） | 目標 | 50     | 60
 *     ^          | ^                     | 実績 | 48     |
 *
 * The word on a line of its own above the name is no part of it, and their
 * column is that of the indicators, whatever its header says of what else
 * stands there; a header that is merged over the lines' words too is parted.
 */
#ifndef KPIBOOK_INGEST_KPI_CELLS_H
#define KPIBOOK_INGEST_KPI_CELLS_H

#include "ingest/reader/reader.h"

/* The current sheet without such words, in `a`; *out is `g` where it has
 * none. False: no memory. */
bool kpi_cells_take(const grid **out, reader *r, arena *a, const grid *g);

#endif
