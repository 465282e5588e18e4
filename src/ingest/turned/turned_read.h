/*
 * turned_read.h - sheets whose indicators are columns, and forms in a column
 */
#ifndef KPIBOOK_INGEST_TURNED_READ_H
#define KPIBOOK_INGEST_TURNED_READ_H

#include "ingest/reader/reader.h"

/*
 * Reads the current sheet once more, turned over its diagonal (grid_turn.h);
 * forms of labels and values one below the other each alone. What the first
 * look noted from `noted` (ignored) and `missed` (tables) on is dropped where
 * the second one is sure. False when memory ran out.
 */
bool turned_read(reader *r, arena *scratch, const grid *g, const book *b,
                 size_t noted, size_t missed);

/*
 * Reads tables of years below indicators (turned_block.h) that stand among the
 * tables of the report from `first` on and belong to none of these; *read
 * counts them. False when memory ran out.
 */
bool turned_read_blocks(reader *r, arena *scratch, const grid *g,
                        const book *b, size_t first, size_t *read);

#endif
