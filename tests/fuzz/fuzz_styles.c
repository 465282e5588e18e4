/*
 * fuzz_styles.c - any bytes as styles
 *
 * Whatever the styles say, every index gives a code, and the kind of a code is
 * what classifying the code gives.
 */
#include "fuzz/one_part.h"
#include "xlsx/number_format.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void check_book(book *b)
{
    for (uint32_t i = 0; i < 200; i++) {
        const char *code = book_format(b, i);

        check(code != NULL);
        check(number_format_classify(text_of(code)).kind ==
                  book_format_kind(b, i));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    kpi_limits limits = small_limits();
    kpi_error err = { .status = KPI_OK };
    kpi_source source;
    kpi_status status;
    package p;
    book *b;

    one_part(&p, ONE_STYLES, bytes, size);
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
