/* The tables for publication, read back in either language. */
#include "support/rows.h"

#include <stdlib.h>
#include <string.h>

#include "kpi/achievement.h"
#include "store/tables_book.h"
#include "support/sample_dataset.h"
#include "support/written.h"

static const struct language_case {
    const char *label;
    plan_language language;
} languages[] = {
    { "Japanese tables", LANGUAGE_JA }, { "English tables", LANGUAGE_EN },
};

static void same_kpi(const kpi *now, const kpi *then)
{
    assert_string_equal(now->name, then->name);
    assert_string_equal(now->unit, then->unit);
    assert_int_equal(now->kind, then->kind);
    assert_int_equal(now->direction, then->direction);
    assert_int_equal(now->target.state, then->target.state);
    assert_int_equal(now->actual_count, then->actual_count);
    for (size_t y = 0; y < now->actual_count; y++) {
        assert_int_equal(now->actuals[y].state, then->actuals[y].state);
        assert_int_equal(now->actuals[y].cumulative,
                         then->actuals[y].cumulative);
        assert_string_equal(now->actuals[y].text, then->actuals[y].text);
    }
    assert_string_equal(now->assessment.shown, then->assessment.shown);
    assert_string_equal(now->assessment.grade, then->assessment.grade);
}

static void gives_the_same_rates(void **state)
{
    const struct language_case *c = *state;
    plan *p = sample_plan();
    dataset *then, *now = NULL;
    summary_options o = { .open_profile = true };
    written w;

    assert_non_null(p);
    p->language = c->language;
    then = sample_dataset(p, 1);
    assert_non_null(then);
    written_open(&w, then, p, &o);
    assert_int_equal(store_read_tables(&now, w.book, "open.xlsx", NULL),
                     KPI_OK);
    assert_non_null(now);
    assert_int_equal(achievement_assess(now, p, NULL), KPI_OK);
    assert_int_equal(now->project_count, then->project_count);
    for (size_t i = 0; i < now->project_count; i++) {
        const project *a = &now->projects[i], *b = &then->projects[i];

        assert_string_equal(a->name, b->name);
        assert_string_equal(a->declared_grade, b->declared_grade);
        assert_string_equal(a->purpose, b->purpose);
        assert_int_equal(a->relisted, b->relisted);
        assert_int_equal(a->kpi_count, b->kpi_count);
        for (size_t k = 0; k < a->kpi_count; k++)
            same_kpi(&a->kpis[k], &b->kpis[k]);
    }
    written_close(&w);
    dataset_free(now);
    dataset_free(then);
    plan_free(p);
}

static void leaves_other_sheets_alone(void **state)
{
    plan *p = sample_plan();
    dataset *d = sample_dataset(p, 1), *now = NULL;
    written w;

    (void)state;
    assert_non_null(d);
    written_open(&w, d, p, NULL);
    assert_int_equal(store_read_tables(&now, w.book, "print.xlsx", NULL),
                     KPI_OK);
    assert_null(now);
    written_close(&w);
    dataset_free(d);
    plan_free(p);
}

int main(void)
{
    struct CMUnitTest tests[4];
    size_t n = 0;

    TEST_ROWS(tests, n, gives_the_same_rates, languages);
    TEST_ONE(tests, n, leaves_other_sheets_alone);
    return run_tests("tables_book", tests, n);
}
