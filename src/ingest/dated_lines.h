/*
 * dated_lines.h - years and figures below each other beside one label
 *
 *     実績値 | R4：8人            実績値 | 8（R4）
 *            | R5：12人     or    ^      | 12（R5）
 *     担当課 | 農政課             担当課 | 農政課
 *
 * or with the label once more on each line. Read as R4実績値 | 8人 above R5実績値 | 12人.
 */
#ifndef KPIBOOK_INGEST_DATED_LINES_H
#define KPIBOOK_INGEST_DATED_LINES_H

#include "ingest/reader/reader.h"

/* The current sheet with such lines, in `a`; *out is `g` where it has
 * none. False: no memory. */
bool dated_lines_take(const grid **out, reader *r, arena *a, const grid *g);

#endif
