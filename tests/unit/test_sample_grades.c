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

#include "check/check.h"
#include "kpi/achievement.h"
#include "kpi/rollup.h"
#include "kpi/whatif.h"
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

/* ---- The same projects, whichever grade is counted ------------------------ */

static void adds_up(const grade_row *rows, size_t count,
                    const grade_row *total)
{
    size_t projects = 0, graded = 0, relisted = 0, compared = 0, agreed = 0;

    for (size_t i = 0; i < count; i++) {
        projects += rows[i].projects;
        graded += rows[i].graded;
        relisted += rows[i].relisted;
        compared += rows[i].compared;
        agreed += rows[i].agreed;
    }
    assert_int_equal(projects, total->projects);
    assert_int_equal(graded, total->graded);
    assert_int_equal(relisted, total->relisted);
    assert_int_equal(compared, total->compared);
    assert_int_equal(agreed, total->agreed);
}

static void each_choice_counts_the_same_projects(void **state)
{
    const report *r = *state;
    grade_table declared = count(r, GRADE_DECLARED);

    for (int choice = GRADE_DECLARED; choice <= GRADE_FINAL; choice++) {
        grade_table t = count(r, (grade_choice)choice);

        assert_int_equal(t.total.graded, 74);
        assert_int_equal(t.total.compared, 74);
        assert_int_equal(t.total.agreed, 63);
        assert_int_equal(t.bureau_count, 11);
        adds_up(t.rows, t.count, &t.total);
        adds_up(t.bureaus, t.bureau_count, &t.total);
        for (size_t i = 0; i < t.count; i++)
            assert_int_equal(t.rows[i].graded, declared.rows[i].graded);
        for (size_t i = 0; i < t.bureau_count; i++)
            assert_int_equal(t.bureaus[i].graded,
                             declared.bureaus[i].graded);
        for (size_t i = 0; i < r->p->category_count; i++)
            assert_int_equal(t.total.by_category[i],
                             declared.total.by_category[i]);
    }
}

static void the_roll_up_counts_what_the_goals_count(void **state)
{
    const report *r = *state;
    size_t goals = 0, measures = 0;
    rollup up;

    assert_int_equal(rollup_count(&up, &r->d->memory, r->d, r->p, NULL),
                     KPI_OK);
    for (int choice = GRADE_DECLARED; choice <= GRADE_FINAL; choice++) {
        grade_table t = count(r, (grade_choice)choice);

        for (size_t i = 0; i < r->p->band_count; i++)
            assert_int_equal(up.nodes[0].by[choice].by_grade[i],
                             t.total.by_grade[i]);
        assert_int_equal(up.nodes[0].by[choice].projects, t.total.projects);
    }
    for (size_t i = 1; i < up.count; i++) {
        const rollup_node *above = &up.nodes[up.nodes[i].parent];

        assert_true(above->level < up.nodes[i].level);
        assert_true(above->kpis >= up.nodes[i].kpis);
        goals += up.nodes[i].level == ROLLUP_GOAL;
        if (up.nodes[i].level == ROLLUP_MEASURE)
            measures += up.nodes[i].by[GRADE_DECLARED].projects;
    }
    assert_int_equal(goals, 2);
    assert_int_equal(measures, 95); /* each project stands below a measure */
}

/* ---- Another plan --------------------------------------------------------- */

static plan *changed_plan(const char *change)
{
    kpi_source base = read_source("samples/kitakyushu/plan.yaml");
    kpi_error err;
    plan *p;

    if (plan_file_read_changed(&p, &base, &change, 1, &err) != KPI_OK)
        fail_msg("%s: %s", err.source, err.message);
    free((void *)(uintptr_t)base.bytes);
    return p;
}

/* Projects whose computed grade another plan makes another, one by one. */
static size_t changed_one_by_one(const report *r, const plan *other)
{
    kpi_source bytes = read_source("samples/kitakyushu/data.json");
    dataset *d;
    size_t changed = 0;

    assert_int_equal(store_read_json(&d, &bytes, NULL), KPI_OK);
    assert_int_equal(achievement_assess(d, other, NULL), KPI_OK);
    for (size_t i = 0; i < d->project_count; i++)
        changed += !d->projects[i].relisted &&
                   strcmp(d->projects[i].assessment.grade,
                          r->d->projects[i].assessment.grade) != 0;
    dataset_free(d);
    free((void *)(uintptr_t)bytes.bytes);
    return changed;
}

static void another_plan_changes_what_assessing_by_it_changes(void **state)
{
    static const struct {
        const char *change;
        whatif_step step;
    } changes[] = {
        { "rounding.mode=floor", WHATIF_ROUNDING },
        { "rounding.grade_on=exact", WHATIF_ROUNDING },
        { "project_rule=worst", WHATIF_RULE },
        { "project_rule=mean", WHATIF_RULE },
        { "formula.up=progress", WHATIF_FORMULA },
        { "scheme=80-60", WHATIF_BANDS },
        { "bands=[{grade: A, at_least: 110}, {grade: B, at_least: 80}, "
          "{grade: C, at_least: 50}, {grade: D}]", WHATIF_BANDS },
    };
    const report *r = *state;

    for (size_t i = 0; i < sizeof(changes) / sizeof(*changes); i++) {
        plan *other = changed_plan(changes[i].change);
        whatif w;

        assert_int_equal(whatif_compare(&w, &r->d->memory, r->d, r->p, other,
                                        NULL), KPI_OK);
        assert_true(w.projects > 0);
        assert_int_equal(w.projects, changed_one_by_one(r, other));
        assert_int_equal(w.project_steps[changes[i].step], w.projects);
        assert_int_equal(w.projects_compared, 85);
        assert_int_equal(w.totals_after.graded, 74);
        plan_free(other);
    }
}

/* ---- Overrides ------------------------------------------------------------- */

static const project *graded_c(const dataset *d)
{
    const project *found = NULL;

    for (size_t i = 0; i < d->project_count && found == NULL; i++)
        if (strcmp(d->projects[i].declared_grade, "C") == 0 &&
            strcmp(d->projects[i].assessment.grade, "C") == 0)
            found = &d->projects[i];
    assert_non_null(found);
    return found;
}

static void an_override_goes_from_the_plan_to_totals_and_findings(
    void **state)
{
    const report *before = *state;
    const project *p = graded_c(before->d);
    size_t index = (size_t)(p - before->d->projects), found = 0;
    char change[512];
    report r;
    kpi_source data = read_source("samples/kitakyushu/data.json");
    grade_table was = count(before, GRADE_FINAL), now;

    snprintf(change, sizeof(change), "overrides=[{project: \"%s\", grade: B, "
             "reason: 台風で2回中止したため, by: 企画課長, date: 2017-06-20}]",
             p->name);
    r.p = changed_plan(change);
    assert_int_equal(store_read_json(&r.d, &data, NULL), KPI_OK);
    free((void *)(uintptr_t)data.bytes);
    assert_int_equal(achievement_assess(r.d, r.p, NULL), KPI_OK);
    assert_int_equal(check_dataset(r.d, r.p, NULL), KPI_OK);
    p = &r.d->projects[index];
    assert_string_equal(p->declared_grade, "C");
    assert_string_equal(p->assessment.grade, "C");
    assert_string_equal(p->assessment.final_grade, "B");
    assert_non_null(strstr(p->assessment.explain, "台風で2回中止したため"));
    now = count(&r, GRADE_FINAL);
    assert_int_equal(now.total.by_grade[1], was.total.by_grade[1] + 1);
    assert_int_equal(now.total.by_grade[2], was.total.by_grade[2] - 1);
    assert_int_equal(now.total.graded, 74);
    assert_int_equal(count(&r, GRADE_COMPUTED).total.by_grade[2],
                     count(before, GRADE_COMPUTED).total.by_grade[2]);
    for (size_t i = 0; i < r.d->findings.count; i++) {
        const finding *f = &r.d->findings.items[i];

        if (strcmp(f->rule, "grade-overridden") != 0)
            continue;
        found++;
        assert_string_equal(f->value, "C");
        assert_string_equal(f->args[0], "B");
        assert_string_equal(f->args[1], "C");
        assert_string_equal(f->args[2], "台風で2回中止したため");
        assert_string_equal(f->args[3], "企画課長");
        assert_string_equal(f->args[4], "2017-06-20");
        assert_string_equal(f->project, p->name);
    }
    assert_int_equal(found, 1);
    report_free(&r);
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

/* ---- Without the derivations ---------------------------------------------- */

static const char *const reports[][2] = {
    { "samples/kitakyushu/data.json", "samples/kitakyushu/plan.yaml" },
    { "samples/fukuoka/data.json", "samples/fukuoka/plan.yaml" },
};

static void put_findings(buf *out, const dataset *d)
{
    for (size_t i = 0; i < d->findings.count; i++) {
        const finding *f = &d->findings.items[i];

        buf_printf(out, "%s %s %u %u %s", f->rule, f->where.sheet,
                   f->where.row, f->where.col, f->value);
        for (size_t k = 0; k < FINDING_ARGS && f->args[k] != NULL; k++)
            buf_printf(out, "|%s", f->args[k]);
        buf_char(out, '\n');
    }
}

/* All findings and grades are the same when nothing is explained. */
static void briefly_gives_the_same_findings(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(reports) / sizeof(*reports); i++) {
        report full, brief;
        buf said, meant;

        report_read(&full, reports[i][0], reports[i][1]);
        report_read(&brief, reports[i][0], reports[i][1]);
        assert_int_equal(achievement_assess(full.d, full.p, NULL), KPI_OK);
        assert_int_equal(achievement_assess_by(brief.d, brief.p, true, NULL,
                                               NULL), KPI_OK);
        assert_int_equal(check_dataset(full.d, full.p, NULL), KPI_OK);
        assert_int_equal(check_dataset(brief.d, brief.p, NULL), KPI_OK);
        buf_init(&said);
        buf_init(&meant);
        put_findings(&said, brief.d);
        put_findings(&meant, full.d);
        assert_string_equal(buf_cstr(&said), buf_cstr(&meant));
        for (size_t k = 0; k < full.d->project_count; k++)
            assert_string_equal(brief.d->projects[k].assessment.grade,
                                full.d->projects[k].assessment.grade);
        buf_free(&said);
        buf_free(&meant);
        report_free(&full);
        report_free(&brief);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(declared_grades_add_up_to_the_printed_ones),
        cmocka_unit_test(of_74_graded_projects_63_agree),
        cmocka_unit_test(each_choice_counts_the_same_projects),
        cmocka_unit_test(the_roll_up_counts_what_the_goals_count),
        cmocka_unit_test(another_plan_changes_what_assessing_by_it_changes),
        cmocka_unit_test(
            an_override_goes_from_the_plan_to_totals_and_findings),
        cmocka_unit_test(eleven_differ_and_five_without_another_reading),
        cmocka_unit_test(the_rates_of_the_grant_forms_are_as_printed),
        cmocka_unit_test(briefly_gives_the_same_findings),
    };

    return cmocka_run_group_tests_name("sample grades", tests, read_strategy,
                                       free_strategy);
}
