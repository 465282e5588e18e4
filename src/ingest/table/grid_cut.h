/*
 * grid_cut.h - tables side by side: a sheet cut into what stands left and
 * right of a column
 *
 * A sheet is read from the top down, so two tables beside each other (事業名
 * | 指標 | 実績, an empty column, and the same again) are two sheets in one.
 * Each part keeps its rows and columns; what stands above the first header
 * (titles, units) belongs to both, and so does a heading that is merged over
 * both.
 */
#ifndef KPIBOOK_INGEST_GRID_CUT_H
#define KPIBOOK_INGEST_GRID_CUT_H

#include "ingest/table/table_find.h"

/*
 * The column where a second table begins beside one of `tables`, and the
 * row of the header it stands beside; 0 when there is none.
 */
uint32_t grid_cut_find(const table_list *tables, arena *a,
                       const sheet_view *v, header_roles *roles,
                       int context_year, uint32_t *top);
/* The cells left (or right) of a column. Texts are shared with `g`, all else
 * lies in `a`. False: no memory. */
bool grid_cut(grid *out, arena *a, const grid *g, uint32_t top, uint32_t col,
              bool right);

#endif
