/*
 * store_book.h - the official workbook read back: kpibook.dataset/1 inside it
 *
 * A summary has a hidden sheet STORE_BOOK_SHEET. Row 1 says what follows, a
 * text a cell; below it the dataset as JSON, cut into cells of column A:
 *
 *     A1 kpibook.summary/1   B1 SHA-256 of the JSON   C1 number of its cells
 *     D1 name of the list    E1 its first row         F1 column of its No.
 *     G1 of the project      H1 of the KPI            I1 of the first actual
 *     J1 and on: the years of the actuals, a cell each
 *
 * Rows and columns count from 0. A "_x" of the JSON is written \u005fx, which
 * is the same JSON and no escape of a cell's text (ECMA-376 Part 1, 22.4.2.4).
 *
 * An officer may have changed an actual in the list: then the list's value is
 * taken, and the finding summary-edited names both. A row is known by its
 * No., so sorted and filtered lists read the same; a row whose project or KPI
 * was renamed is left alone.
 */
#ifndef KPIBOOK_STORE_STORE_BOOK_H
#define KPIBOOK_STORE_STORE_BOOK_H

#include "kpi/dataset.h"

#define STORE_BOOK_SHEET "_kpibook_data"
#define STORE_BOOK_SCHEMA "kpibook.summary/1"

enum { STORE_BOOK_CELL = 30000 /* most bytes of JSON a cell */ };

/* Columns of row 1, and where the JSON begins. */
enum { BOOK_SCHEMA, BOOK_SHA256, BOOK_CELLS, BOOK_LIST, BOOK_FIRST_ROW,
       BOOK_NO, BOOK_PROJECT, BOOK_KPI, BOOK_ACTUAL, BOOK_YEARS };

/*
 * False in *is_summary for any other file (and *out is NULL, KPI_OK): only the
 * list of sheets was looked at. A summary whose JSON is damaged or
 * does not have its SHA-256 is KPI_E_INPUT with rule file-damaged.
 * Fails as book_open() does too.
 */
kpi_status store_read_book(dataset **out, bool *is_summary,
                           const kpi_source *in, const kpi_limits *limits,
                           kpi_error *err);

#endif
