/*
 * check_shown.h - how a figure's cell shows it, and whether it was typed
 *
 *     shown-differs       the cell shows 86, the value is 85.6
 *     formula-overwritten a number among a column of formulas
 *     figure-is-formula   a needed figure is the result of a formula
 *
 * Looks at the workbook's cells (book_cells.h). Call it on a part behind
 * check_part(), with the workbook that it was read from.
 */
#ifndef KPIBOOK_CHECK_CHECK_SHOWN_H
#define KPIBOOK_CHECK_CHECK_SHOWN_H

#include "check/check.h"
#include "xlsx/open_book.h"

kpi_status check_shown(dataset *part, open_book *o, const plan *p,
                       kpi_error *err);

#endif
