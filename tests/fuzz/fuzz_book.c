/*
 * fuzz_book.c - any bytes as a whole workbook file
 *
 * Opening and reading every sheet ends with success or with one rule, the
 * same one each time, and within the memory that was allowed.
 */
#include "fuzz/check.h"
#include "xlsx/grid.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static kpi_status read_all(const kpi_source *source, kpi_error *err,
                           size_t *cells)
{
    kpi_limits limits = small_limits();
    kpi_status status;
    arena memory;
    book *b;

    *cells = 0;
    memset(err, 0, sizeof(*err));
    status = book_open(&b, source, &limits, err);
    check((status == KPI_OK) == (b != NULL));
    arena_init(&memory, 32 << 20);
    for (size_t i = 0; status == KPI_OK && i < book_sheet_count(b); i++) {
        grid g;

        status = grid_read(&g, &memory, b, i, err);
        *cells += g.count;
    }
    check(memory.used <= memory.limit);
    arena_free(&memory);
    book_free(b);
    check_error(status, err);
    return status;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    kpi_source source = { "fuzz.xlsx", bytes, size };
    kpi_error first, again;
    size_t cells, cells_again;

    check(read_all(&source, &first, &cells) ==
          read_all(&source, &again, &cells_again));
    check(strcmp(first.rule, again.rule) == 0 && first.line == again.line &&
          strcmp(first.message, again.message) == 0);
    check(cells == cells_again);
    return 0;
}
