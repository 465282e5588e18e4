/*
 * fuzz_shared_strings.c - any bytes as shared strings
 *
 * Each string is UTF-8 and no longer than the limit; what two cells show of
 * one string is one text at one address.
 */
#include "fuzz/one_part.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

typedef struct seen {
    text texts[2];
    size_t count;
} seen;

static bool on_cell(void *context, const cell *c)
{
    seen *s = context;

    check(c->type != CELL_STRING ||
          (utf8_valid(c->value) && c->value.length <= 20000));
    if (c->col < 2)
        s->texts[c->col] = c->value;
    s->count++;
    return true;
}

static void check_book(book *b)
{
    seen first = { .count = 0 }, again = { .count = 0 };
    sheet_events events = { &first, on_cell, NULL, NULL, NULL };
    kpi_error err = { .status = KPI_OK };
    kpi_status status = sheet_read(b, 0, &events, &err);

    check_error(status, &err);
    if (status != KPI_OK)
        return;
    events.context = &again;
    check(sheet_read(b, 0, &events, &err) == KPI_OK);
    for (size_t i = 0; i < 2; i++)
        check(first.texts[i].bytes == again.texts[i].bytes &&
              first.texts[i].length == again.texts[i].length);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    kpi_limits limits = small_limits();
    kpi_error err = { .status = KPI_OK };
    kpi_source source;
    kpi_status status;
    package p;
    book *b;

    one_part(&p, ONE_STRINGS, bytes, size);
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
