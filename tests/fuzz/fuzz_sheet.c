/*
 * fuzz_sheet.c - any bytes as a worksheet
 *
 * Every cell lies within a sheet, its text is as its type wants it, and a
 * grid of the sheet is sorted and finds each of its cells; reading twice
 * gives the same number of cells.
 */
#include "fuzz/one_part.h"
#include "base/buf.h"
#include "xlsx/cellref.h"
#include "xlsx/grid.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

typedef struct tally {
    const book *book;
    size_t cells, merges;
} tally;

static bool on_cell(void *context, const cell *c)
{
    tally *t = context;
    buf date;

    t->cells++;
    check(c->row < CELLREF_MAX_ROWS && c->col < CELLREF_MAX_COLS);
    check(!c->missing || (c->formula && c->type == CELL_EMPTY));
    check((c->type == CELL_EMPTY) == (c->value.length == 0));
    check(c->type != CELL_BOOLEAN || text_is(c->value, "0") ||
          text_is(c->value, "1"));
    check(c->type != CELL_NUMBER ||
          ascii_is_digit(c->value.bytes[c->value.bytes[0] == '-']));
    check(c->type != CELL_STRING || utf8_valid(c->value));
    check(book_format(t->book, c->format) != NULL);
    buf_init(&date);
    (void)book_cell_date(t->book, c, &date);
    buf_free(&date);
    return true;
}

static bool on_merge(void *context, const merge_range *m)
{
    ((tally *)context)->merges++;
    check(m->row <= m->last_row && m->col <= m->last_col &&
          m->last_row < CELLREF_MAX_ROWS && m->last_col < CELLREF_MAX_COLS);
    return true;
}

static void check_grid(book *b)
{
    kpi_error err = { .status = KPI_OK };
    kpi_status status;
    arena memory;
    grid g;

    arena_init(&memory, 32 << 20);
    status = grid_read(&g, &memory, b, 0, &err);
    check_error(status, &err);
    for (size_t i = 0; status == KPI_OK && i < g.count; i++) {
        const cell *c = &g.cells[i];

        check(c->row < g.rows && c->col < g.cols);
        check(grid_cell(&g, c->row, c->col) == c);
        check(i == 0 || c->row > c[-1].row ||
              (c->row == c[-1].row && c->col > c[-1].col));
    }
    for (size_t i = 0; status == KPI_OK && i < g.merge_count; i++) {
        const merge_range *m = &g.merges[i];

        check(grid_merge(&g, m->row, m->col) == m);
        check(grid_merge(&g, m->last_row, m->last_col) == m);
    }
    arena_free(&memory);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    kpi_limits limits = small_limits();
    kpi_error err = { .status = KPI_OK };
    tally first = { 0 }, again = { 0 };
    sheet_events events = { &first, on_cell, on_merge, NULL, NULL };
    kpi_source source;
    kpi_status status;
    package p;
    book *b;

    one_part(&p, ONE_SHEET, bytes, size);
    source = package_source(&p);
    status = book_open(&b, &source, &limits, &err);
    check_error(status, &err);
    if (status == KPI_OK) {
        first.book = again.book = b;
        status = sheet_read(b, 0, &events, &err);
        check_error(status, &err);
        if (status == KPI_OK) {
            events.context = &again;
            check(sheet_read(b, 0, &events, NULL) == KPI_OK);
            check(first.cells == again.cells && first.merges == again.merges);
            check_grid(b);
        }
    }
    book_free(b);
    package_free(&p);
    return 0;
}
