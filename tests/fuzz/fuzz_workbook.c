/*
 * fuzz_workbook.c - any bytes as a workbook part
 *
 * Each sheet has a name that is UTF-8, at most as many as the limit says; a
 * sheet that has no part has no cells.
 */
#include "fuzz/one_part.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static bool no_cell(void *context, const cell *c)
{
    (void)context;
    (void)c;
    check(false);
    return true;
}

static void check_book(book *b)
{
    sheet_events events = { NULL, no_cell, NULL, NULL, NULL };

    check(book_sheet_count(b) <= 20);
    for (size_t i = 0; i < book_sheet_count(b); i++) {
        const sheet_info *sheet = book_sheet(b, i);

        check(utf8_valid(text_of(sheet->name)));
        if (sheet->missing)
            check(sheet_read(b, i, &events, NULL) == KPI_OK);
    }
    check(book_defined_name(b, "no such name, surely") == NULL);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    kpi_limits limits = small_limits();
    kpi_error err = { .status = KPI_OK };
    kpi_source source;
    kpi_status status;
    package p;
    book *b;

    one_part(&p, ONE_WORKBOOK, bytes, size);
    source = package_source(&p);
    status = book_open(&b, &source, &limits, &err);
    check_error(status, &err);
    check((status == KPI_OK) == (b != NULL));
    if (status == KPI_OK)
        check_book(b);
    book_free(b);
    package_free(&p);
    return 0;
}
