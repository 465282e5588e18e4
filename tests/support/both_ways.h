/*
 * both_ways.h - a workbook read with the fast path and without it
 */
#ifndef KPIBOOK_TESTS_BOTH_WAYS_H
#define KPIBOOK_TESTS_BOTH_WAYS_H

#include "base/buf.h"
#include "kpibook.h"

/* What stands before line and message of a failure. */
#define BOTH_WAYS_WORDS "\nin line "

/*
 * Writes all that reading gives to `out`: sheets, cells, merges, hidden
 * lines, names, properties, and in the end how it ended. `one_parser` reads
 * everything with libxml2.
 */
void both_ways_dump(buf *out, const kpi_source *source,
                    const kpi_limits *limits, bool one_parser);

#endif
