/*
 * fuzz_kpi_text.c - any bytes as a KPI cell
 *
 * Every text lies in bounds, a figure that was read is printed and read
 * again as the same value, and nothing not understood gives a figure.
 */
#include "fuzz/check.h"
#include "wording/kpi_text.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static bool inside(text part, text cell)
{
    return part.length == 0 || (part.bytes >= cell.bytes &&
           part.bytes + part.length <= cell.bytes + cell.length);
}

static void check_figure(arena *a, const figure *f, text cell)
{
    buf b;
    number again;

    check(f->start <= f->digits && f->digits <= f->end &&
          f->end <= cell.length);
    buf_init(&b);
    number_put(&b, f->value, 0);
    check(number_from_decimal(a, &again, buf_slice(&b)));
    check(number_compare(again, f->value) == 0);
    buf_free(&b);
}

static void check_years(year_span y)
{
    check(y.from == 0 || (y.from >= 1868 && y.from <= 2199));
    check(y.to == 0 || (y.to >= 1867 && y.to <= 2199));
    check(y.from == 0 || y.to == 0 || y.from < y.to);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    text cell = text_slice((const char *)bytes, size);
    kpi_text *kpis;
    size_t count;
    arena a;

    arena_init(&a, 0);
    check(kpi_text_parse(&a, &kpis, &count, cell, 2019));
    for (size_t i = 0; i < count; i++) {
        check(inside(kpis[i].whole, cell));
        check(!kpis[i].has_target ||
              kpis[i].confidence != CONFIDENCE_NONE);
        check_years(kpis[i].target_years);
        check_years(kpis[i].baseline_years);
        if (kpis[i].has_target)
            check_figure(&a, &kpis[i].target, cell);
        for (size_t k = 0; k < kpis[i].step_count; k++)
            check_figure(&a, &kpis[i].steps[k].figure, cell);
        if (kpis[i].has_baseline)
            check_figure(&a, &kpis[i].baseline, cell);
    }
    arena_free(&a);
    return 0;
}
