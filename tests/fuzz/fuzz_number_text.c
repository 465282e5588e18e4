/*
 * fuzz_number_text.c - any bytes as a figure
 *
 * What is read lies in bounds; printed with its unit and read again it is
 * the same value.
 */
#include "fuzz/check.h"
#include "wording/number_text.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    text t = text_slice((const char *)bytes, size);
    figure f, again;
    arena a;
    buf b;

    arena_init(&a, 0);
    buf_init(&b);
    if (number_text_parse(&a, &f, t)) {
        check(f.start <= f.digits && f.digits < f.end && f.end <= size);
        number_put(&b, f.value, 0);
        check(number_text_parse(&a, &again, buf_slice(&b)));
        check(number_compare(f.value, again.value) == 0);
    }
    (void)number_text_read(&a, &f, t, 0);
    buf_free(&b);
    arena_free(&a);
    return 0;
}
