/*
 * test_sample_grades.c - the two reports of samples/, assessed
 *
 * What the strategy report prints, and what its 74 graded projects come to
 * under the plan beside it. No rule is bent for a project: 11 differ, and of
 * five no other reading gives the declared grade. Every rate that the grant
 * forms print comes out as printed.
 */
#include "support/rows.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "kpi/achievement.h"
#include "kpi/grade.h"
#include "plan/plan_file.h"
#include "store/store.h"

enum { MOST_BYTES = 4 << 20 };

/* The bytes of a file as a source in memory; free(bytes). */
static kpi_source read_source(const char *path)
{
    FILE *file = fopen(path, "rb");
    kpi_source s = { .name = path };
    char *bytes = malloc(MOST_BYTES);

    assert_non_null(file);
    assert_non_null(bytes);
    s.bytes = bytes;
    s.size = fread(bytes, 1, MOST_BYTES, file);
    assert_true(s.size > 0 && s.size < MOST_BYTES);
    fclose(file);
    return s;
}

typedef struct report {
    dataset *d;
    plan *p;
} report;

static void report_read(report *r, const char *data_path,
                        const char *plan_path)
{
    kpi_source data = read_source(data_path);
    kpi_source plan_text = read_source(plan_path);
    kpi_error err;

    assert_int_equal(plan_file_read(&r->p, &plan_text, &err), KPI_OK);
    assert_int_equal(store_read_json(&r->d, &data, &err), KPI_OK);
    free((void *)(uintptr_t)data.bytes);
    free((void *)(uintptr_t)plan_text.bytes);
}

static void report_free(report *r)
{
    dataset_free(r->d);
    plan_free(r->p);
}

static int read_strategy(void **state)
{
    static report r;

    report_read(&r, "samples/kitakyushu/data.json",
                "samples/kitakyushu/plan.yaml");
    assert_int_equal(achievement_assess(r.d, r.p, NULL), KPI_OK);
    *state = &r;
    return 0;
}

static int free_strategy(void **state)
{
    report_free(*state);
    return 0;
}

static grade_table count(const report *r, grade_choice choice)
{
    grade_table t;

    assert_int_equal(grade_count(&t, &r->d->memory, r->d, r->p, choice,
                                 NULL), KPI_OK);
    assert_int_equal(t.count, 2);
    return t;
}

static void declared_grades_add_up_to_the_printed_ones(void **state)
{
    static const size_t printed[] = { 26, 19, 11, 7 };
    static const size_t second[] = { 1, 4, 4, 2 };
    grade_table t = count(*state, GRADE_DECLARED);

    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(t.rows[0].by_grade[i], printed[i]);
        assert_int_equal(t.rows[1].by_grade[i], second[i]);
    }
    assert_int_equal(t.rows[0].projects - t.rows[0].relisted, 68);
    assert_int_equal(t.rows[0].graded, 63);
    assert_int_equal(t.total.projects, 95);
    assert_int_equal(t.total.relisted, 10);
    assert_int_equal(t.total.ungraded, 0);
}

static void of_74_graded_projects_63_agree(void **state)
{
    grade_table t = count(*state, GRADE_COMPUTED);

    assert_int_equal(t.total.graded, 74);
    assert_int_equal(t.total.compared, 74);
    assert_int_equal(t.total.agreed, 63);
    assert_int_equal(t.total.ungraded, 0);
}

static void eleven_differ_and_five_without_another_reading(void **state)
{
    const report *r = *state;
    size_t differ = 0, none = 0;

    for (size_t i = 0; i < r->d->findings.count; i++) {
        const finding *f = &r->d->findings.items[i];

        if (strcmp(f->rule, "grade-differs") != 0)
            continue;
        differ++;
        none += strstr(f->args[3], "どの読み方でも") != NULL;
        if (strstr(f->project, "IT・情報通信系") != NULL)
            assert_string_equal(f->args[3], "累計とみなせば86%でC");
    }
    assert_int_equal(differ, 11);
    assert_int_equal(none, 5);
}

/* As reading a form does: a rate that only T / A gives tells of down. */
static size_t infer_directions(dataset *d)
{
    size_t down = 0;

    for (size_t i = 0; i < d->project_count; i++)
        for (size_t j = 0; j < d->projects[i].kpi_count; j++) {
            kpi *k = &d->projects[i].kpis[j];

            assert_true(kpi_direction_from_declared(&d->memory, &k->direction,
                                                    k, 2020));
            down += k->direction == DIRECTION_DOWN;
        }
    return down;
}

static void the_rates_of_the_grant_forms_are_as_printed(void **state)
{
    report r;
    size_t printed = 0, without = 0;

    (void)state;
    report_read(&r, "samples/fukuoka/data.json", "samples/fukuoka/plan.yaml");
    assert_int_equal(infer_directions(r.d), 1);
    assert_int_equal(achievement_assess(r.d, r.p, NULL), KPI_OK);
    for (size_t i = 0; i < r.d->project_count; i++)
        for (size_t j = 0; j < r.d->projects[i].kpi_count; j++) {
            const kpi *k = &r.d->projects[i].kpis[j];

            if (k->declared_rate.known) {
                assert_string_equal(k->assessment.shown,
                                    k->declared_rate_text);
                printed++;
            } else {
                assert_false(k->assessment.rate.known);
                assert_true(k->assessment.reason_text[0] != '\0');
                without++;
            }
        }
    assert_int_equal(printed, 11);
    assert_int_equal(without, 4);
    report_free(&r);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(declared_grades_add_up_to_the_printed_ones),
        cmocka_unit_test(of_74_graded_projects_63_agree),
        cmocka_unit_test(eleven_differ_and_five_without_another_reading),
        cmocka_unit_test(the_rates_of_the_grant_forms_are_as_printed),
    };

    return cmocka_run_group_tests_name("sample grades", tests, read_strategy,
                                       free_strategy);
}
