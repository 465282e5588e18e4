/*
 * legend_cells.h - what grades mean, in a cell beside the grade or its label
 *
 *     評価 | B | A：達成　B：概ね達成　C：遅れ
 *     評価 | A：達成　B：概ね達成　C：遅れ | B
 *     総合評価 | A：達成　B：概ね達成      評価 | A：達成　Ⓑ：概ね達成
 *     B        | ^
 *     評価 | ４段階で記載→ | B      担当課 | 一覧から選択→ | 商工課
 *
 * Taken for the grade it would be a wrong one, in any layout: it is taken
 * out. Where one of the grades is ringed, that one stands in its place. So
 * is A・B・C, where a grade stands beside it, and how to fill in a cell, between
 * a label and its value. What may be such a text is told
 * in grade_legend.h.
 */
#ifndef KPIBOOK_INGEST_LEGEND_CELLS_H
#define KPIBOOK_INGEST_LEGEND_CELLS_H

#include "ingest/reader/reader.h"

/* The sheet without such cells, in `a`; *out is `g` where there are none.
 * False: no memory. */
bool legend_cells_take(const grid **out, reader *r, arena *a, const grid *g);

#endif
