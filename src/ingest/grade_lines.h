/*
 * grade_lines.h - ☑ in front of one of several verdicts, below each other
 *
 *     ４　事業の評価（該当に☑）
 *         □　非常に効果的であった              評価 | □ 順調
 *         ☑　相当程度効果があった        or    ^    | ☑ やや遅れ
 *         □　効果がなかった                    ^    | □ 遅れ
 *
 * Read as 評価：相当程度効果があった in the first line, or beside the label: the others
 * are taken out of the sheet. Where several are ticked, or none, all are put
 * in one line, as boxes beside each other: see grade_ticks.h.
 */
#ifndef KPIBOOK_INGEST_GRADE_LINES_H
#define KPIBOOK_INGEST_GRADE_LINES_H

#include "ingest/reader/reader.h"

/* The current sheet with such lists read, in `a`; *out is `g` where it has
 * none. False: no memory. */
bool grade_lines_take(const grid **out, reader *r, arena *a, const grid *g);

#endif
