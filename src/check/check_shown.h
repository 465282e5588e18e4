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

/*
 * What a number format's code makes of a value, as far as digits go:
 * #,##0.0 shows 1 decimal, 0% hundredths, `#,##0,` thousands. False when it
 * shows no plain number (General, dates, fractions, exponents, text).
 */
typedef struct shown_digits {
    int decimals;  /* behind the point */
    int shift;     /* the shown number is the value times 10 to this */
    bool percent;
} shown_digits;
bool shown_digits_of(shown_digits *out, text code, int sign);

#endif
