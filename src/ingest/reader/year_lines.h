/*
 * year_lines.h - each indicator on two lines, its years above its figures,
 * becomes one of the table
 *
 * The line of years (year_pairs.h), and units beside figures, are taken out
 * of the sheet and go with the figures instead (year_beside). Where the
 * header has no words of its own for each figure (推移 over all of them) the
 * first indicator's years stand there.
 */
#ifndef KPIBOOK_INGEST_YEAR_LINES_H
#define KPIBOOK_INGEST_YEAR_LINES_H

#include "ingest/reader/reader.h"

/* Of the figure at a place of the sheet. */
struct year_beside {
    uint32_t row, col;
    year_span years; /* to 0: none */
    text unit;       /* empty: none */
};

/* The current sheet without such lines, in `a`; *out is `g` where it has
 * none. Fills r->besides. False: no memory. */
bool year_lines_take(const grid **out, reader *r, arena *a, const grid *g);
/* What stood above or beside the figure; NULL for most. */
const struct year_beside *year_lines_beside(const reader *r, uint32_t row,
                                            uint32_t col);

#endif
