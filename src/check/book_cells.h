/*
 * book_cells.h - the cells behind records: sheets of a file that hold some
 *
 * Records know their cells, but not how these were typed or are shown. For
 * rules about that the sheets that gave records are looked into once more,
 * one at a time. Sheets that gave none (a cover, notes, an earlier list of
 * findings) are no data and are left out.
 */
#ifndef KPIBOOK_CHECK_BOOK_CELLS_H
#define KPIBOOK_CHECK_BOOK_CELLS_H

#include "check/check_parts.h"
#include "xlsx/open_book.h"

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

typedef enum figure_role {
    FIGURE_BASELINE, FIGURE_TARGET, FIGURE_ACTUAL, FIGURE_PLANNED, FIGURE_COST
} figure_role;

/* A figure of the records and its cell; `kpi` is NULL for costs. */
typedef struct book_figure {
    const project *project;
    const kpi *kpi;
    figure_role role;
    int fiscal_year;   /* of an actual, a plan or a cost; else 0 */
    place where;
    const quantity *value;
    size_t order;      /* in the records: of figures that share a cell */
} book_figure;

typedef struct book_cells {
    checker *checker;
    const book *book;
    const grid *grid;
    size_t source;              /* of the dataset */
    const book_figure *figures; /* of this sheet, by row and column */
    size_t count;
    uint32_t format;            /* looked at last: */
    int sign;
    bool plain;                 /* false also at first: of General */
    shown_digits digits;
} book_cells;

typedef void (*book_check)(book_cells *b);

/*
 * Calls `check` for each sheet of the file that holds records of `part`, in
 * workbook order. A file that cannot be read has no cells: KPI_OK, for it has
 * its finding already.
 */
kpi_status book_cells_check(dataset *part, open_book *o, const plan *p,
                            book_check check, kpi_error *err);

/* The cell of a figure, also within a merged range; NULL when empty. */
const cell *book_figure_cell(const book_cells *b, const book_figure *f);
/* "E12" for an argument. */
const char *book_ref(book_cells *b, uint32_t row, uint32_t col);

#endif
