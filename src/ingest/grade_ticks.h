/*
 * grade_ticks.h - ○ in the cell below one of several grades, or beside it
 *
 *     区分 | A | B | C | D            評価 | A | B | C
 *     判定 |   | ○ |   |         or   ^    |   | ○ |
 *
 *     評価 | □ A | ■ B | □ C      評価 | A | | B | ○ | C | |
 *
 * It says B, and is read so: the letter stands where ○ did, and the line of
 * grades is taken out of the sheet. What the mark itself looks like would be
 * taken for the grade ○. Of boxes in a line the others are taken out.
 */
#ifndef KPIBOOK_INGEST_GRADE_TICKS_H
#define KPIBOOK_INGEST_GRADE_TICKS_H

#include "ingest/reader/reader.h"

/* The current sheet with grades for such marks, in `a`; *out is `g` where it
 * has none. False: no memory. */
bool grade_ticks_take(const grid **out, reader *r, arena *a, const grid *g);

/* ■ B, □　順調: what stands behind a box, *on or not; empty for other cells. */
text grade_box(const cell *c, bool *on);
/* May a cell be such a one? False for most, and cheap. */
static inline bool grade_may_box(const cell *c)
{
    return c->type == CELL_STRING && c->value.length > 3 &&
           (unsigned char)c->value.bytes[0] == 0xE2;
}

#endif
