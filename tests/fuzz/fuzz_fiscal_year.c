/*
 * fuzz_fiscal_year.c - any bytes as a year
 *
 * What is found lies in bounds and in order; a single year that is printed
 * short is read back as the same year.
 */
#include "fuzz/check.h"
#include "wording/fiscal_year.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    text t = text_slice((const char *)bytes, size);
    year_span y, again;
    size_t start, end;
    buf b;

    buf_init(&b);
    if (fiscal_year_find(&y, &start, &end, t, 2019)) {
        check(start < end && end <= size);
        check(y.from == 0 || y.to == 0 || y.from < y.to);
        check(y.from != 0 || y.to != 0);
        if (y.to > 1925 && y.to < 2018 + 100) { /* an era has two digits */
            fiscal_year_put_short(&b, y.to);
            check(fiscal_year_parse(&again, buf_slice(&b), 0));
            check(again.to == y.to && again.from == 0);
        }
    }
    (void)fiscal_year_parse(&y, t, 0);
    buf_free(&b);
    return 0;
}
