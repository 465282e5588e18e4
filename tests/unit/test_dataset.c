/*
 * test_dataset.c - making, naming and looking up
 */
#include "support/rows.h"

#include <string.h>

#include "kpi/dataset.h"
#include "support/kpi_spec.h"

static void every_choice_has_an_id_and_comes_back(void **state)
{
    (void)state;
    assert_null(kpi_kind_id(KIND_UNKNOWN));
    assert_null(kpi_direction_id(DIRECTION_UNKNOWN));
    assert_null(rate_formula_id(FORMULA_UNKNOWN));
    assert_null(kpi_kind_id(KIND_COUNT));
    for (int i = 1; i < KIND_COUNT; i++)
        assert_int_equal(kpi_kind_from_id(text_of(kpi_kind_id((kpi_kind)i))),
                         i);
    for (int i = 1; i < DIRECTION_COUNT; i++)
        assert_int_equal(kpi_direction_from_id(text_of(
                             kpi_direction_id((kpi_direction)i))), i);
    for (int i = 1; i < FORMULA_COUNT; i++)
        assert_int_equal(rate_formula_from_id(text_of(
                             rate_formula_id((rate_formula)i))), i);
    assert_int_equal(kpi_kind_from_id(text_of("yearly")), KIND_UNKNOWN);
    assert_int_equal(kpi_direction_from_id(text_of("")), DIRECTION_UNKNOWN);
}

static void new_items_have_no_null_strings(void **state)
{
    dataset *d = dataset_new(0);
    source *s = dataset_add_source(d);
    project *p = dataset_add_project(d);
    kpi k;
    actual a;

    (void)state;
    memset(&k, 0, sizeof(k));
    memset(&a, 0, sizeof(a));
    kpi_init(&k);
    actual_init(&a);
    assert_string_equal(d->title, "");
    assert_string_equal(s->stamp, "");
    assert_string_equal(p->part.title, "");
    assert_string_equal(p->override.date, "");
    assert_string_equal(p->assessment.final_grade, "");
    assert_string_equal(p->where.sheet, "");
    assert_string_equal(k.target.qualifier, "");
    assert_string_equal(k.baseline.where.sheet, "");
    assert_string_equal(k.override.reason, "");
    assert_string_equal(k.assessment.final_grade, "");
    assert_string_equal(a.text, "");
    dataset_free(d);
}

static void items_are_kept_while_the_lists_grow(void **state)
{
    dataset *d = dataset_new(0);

    (void)state;
    for (size_t i = 0; i < 1000; i++) {
        project *p = dataset_add_project(d);

        assert_non_null(p);
        p->source = i;
    }
    for (size_t i = 0; i < 1000; i++)
        assert_int_equal(d->projects[i].source, i);
    dataset_free(d);
}

static void a_limit_ends_the_growing(void **state)
{
    dataset *d = dataset_new(4096);
    size_t n = 0;

    (void)state;
    while (dataset_add_project(d) != NULL)
        n++;
    assert_true(n < 100);
    assert_int_equal(d->project_count, n);
    dataset_free(d);
}

static void finds_the_actual_of_a_year(void **state)
{
    dataset *d = spec_dataset("A2015=1 A2016=2");
    const kpi *k = &d->projects[0].kpis[0];

    (void)state;
    assert_string_equal(kpi_actual(k, 2016)->text, "2");
    assert_null(kpi_actual(k, 2017));
    dataset_free(d);
}

static void the_newest_year_needs_a_figure(void **state)
{
    dataset *d = spec_dataset("A2015=1 A2016=2 A2017=-:調査中");

    (void)state;
    assert_int_equal(dataset_newest_year(d), 2016);
    d->projects[0].kpis[0].actuals[1].state = STATE_PRELIMINARY;
    assert_int_equal(dataset_newest_year(d), 2016);
    d->projects[0].kpis[0].actuals[1].state = STATE_ERROR;
    assert_int_equal(dataset_newest_year(d), 2015);
    d->project_count = 0;
    assert_int_equal(dataset_newest_year(d), 0);
    dataset_free(d);
}

int main(void)
{
    struct CMUnitTest tests[16];
    size_t n = 0;

    TEST_ONE(tests, n, every_choice_has_an_id_and_comes_back);
    TEST_ONE(tests, n, new_items_have_no_null_strings);
    TEST_ONE(tests, n, items_are_kept_while_the_lists_grow);
    TEST_ONE(tests, n, a_limit_ends_the_growing);
    TEST_ONE(tests, n, finds_the_actual_of_a_year);
    TEST_ONE(tests, n, the_newest_year_needs_a_figure);
    return run_tests("dataset", tests, n);
}
