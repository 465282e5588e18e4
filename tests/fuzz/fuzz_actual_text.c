/*
 * fuzz_actual_text.c - any bytes as an actual's cell
 *
 * There is always an item; only a reported one has a value, its text lies
 * in the cell, and its value comes back when it is printed and read.
 */
#include "fuzz/check.h"
#include "wording/kpi_text.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    text cell = text_slice((const char *)bytes, size);
    actual_text *actuals;
    size_t count;
    number again;
    arena a;
    buf b;

    arena_init(&a, 0);
    buf_init(&b);
    check(actual_text_parse(&a, &actuals, &count, cell));
    check(count >= 1);
    for (size_t i = 0; i < count; i++) {
        const actual_text *t = &actuals[i];

        check(t->has_value == (t->state == STATE_REPORTED ||
                               t->state == STATE_PRELIMINARY));
        check(t->whole.length <= cell.length);
        check(t->remark.length <= cell.length);
        if (!t->has_value)
            continue;
        check(t->figure.start <= t->figure.digits &&
              t->figure.end <= cell.length);
        buf_clear(&b);
        number_put(&b, t->figure.value, 0);
        check(number_from_decimal(&a, &again, buf_slice(&b)));
        check(number_compare(again, t->figure.value) == 0);
    }
    (void)milestone_reached(cell);
    buf_free(&b);
    arena_free(&a);
    return 0;
}
