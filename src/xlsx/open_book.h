/*
 * open_book.h - one workbook that several readers look into, one by one
 *
 * What a file holds is read once: the package is opened when the first
 * reader asks for it, and a sheet's cells stay for the next reader. All are
 * told the same when it cannot be opened.
 *
 * Cells that are kept cost memory, so grids stay only up to
 * OPEN_BOOK_KEPT_BYTES together; what was let go is read again.
 */
#ifndef KPIBOOK_XLSX_OPEN_BOOK_H
#define KPIBOOK_XLSX_OPEN_BOOK_H

#include "xlsx/grid.h"

enum { OPEN_BOOK_KEPT_BYTES = 16 << 20 };

typedef struct open_book open_book;

/* `source`, its bytes and `limits` (may be NULL) must outlive it. NULL when
 * memory ran out. */
open_book *open_book_new(const kpi_source *source, const kpi_limits *limits);
void open_book_free(open_book *o);
/*
 * Before the first reader: cells are read into memory that comes from `spare`
 * and goes back there (arena_borrow), and parts that many workbooks hold are
 * remembered in `known` (ooxml/part_memory.h). Both must outlive it.
 */
struct part_memory;
void open_book_lend(open_book *o, arena *spare, struct part_memory *known);

const kpi_source *open_book_source(const open_book *o);
/* The book, as book_open() gives it; it is the open_book's. */
kpi_status open_book_get(book **out, open_book *o, kpi_error *err);
/* A sheet's cells; they stay until open_book_done() or the end. Only after
 * open_book_get() gave a book. */
kpi_status open_book_grid(const grid **out, open_book *o, size_t sheet,
                          kpi_error *err);
/* A reader is done with a sheet: its cells may be let go. */
void open_book_done(open_book *o, size_t sheet);

#endif
