/*
 * test_stretch.c - what workers find of projects, in whatever order they work
 */
#include "support/rows.h"

#include <stdlib.h>
#include <string.h>

#include "check/check.h"
#include "kpi/achievement.h"
#include "kpi/marks.h"
#include "kpi/stretch.h"
#include "store/store.h"
#include "support/kpi_spec.h"

enum { PROJECTS = 700, FILES = 5 };

/* A kpi_run that begins with the last piece; counts its pieces. */
static void run_backwards(void *context, kpi_task task, void *data,
                          size_t count)
{
    size_t *pieces = context;

    for (size_t i = count; i-- > 0;)
        task(data, i);
    *pieces += count;
}

static dataset *many_projects(void)
{
    dataset *d = dataset_new(0);

    for (size_t i = 0; i < PROJECTS; i++)
        dataset_add_project(d)->source = i;
    return d;
}

/* Reports every third project, and keeps its number. */
static void report_thirds(void *context, stretch *s)
{
    const dataset *d = context;

    for (size_t i = s->from; i < s->end; i++) {
        const char *said = arena_printf(s->kept, "%zu", i);

        s->failed = s->failed || said == NULL;
        if (i % 3 == 0 && said != NULL)
            finding_add(s->findings, "r", d->projects[i].source,
                        place_none(), said, NULL);
    }
}

static void findings_stand_in_the_order_of_the_projects(void **state)
{
    size_t pieces = 0;
    const workers backwards = { run_backwards, &pieces }, none = { 0 };
    const workers *all[] = { NULL, &none, &backwards };

    (void)state;
    for (size_t i = 0; i < 3; i++) {
        dataset *d = many_projects();

        assert_true(stretches_do(d, all[i], i % 2 == 0, report_thirds, d));
        assert_int_equal(d->findings.count, (PROJECTS + 2) / 3);
        for (size_t k = 0; k < d->findings.count; k++) {
            assert_int_equal(d->findings.items[k].source, k * 3);
            assert_int_equal(atoi(d->findings.items[k].value), k * 3);
        }
        dataset_free(d);
    }
    assert_true(pieces > 1);
}

static void no_projects_are_no_stretch(void **state)
{
    dataset *d = dataset_new(0);
    size_t pieces = 0;
    const workers w = { run_backwards, &pieces };

    (void)state;
    assert_true(stretches_do(d, &w, true, report_thirds, d));
    assert_int_equal(pieces, 0);
    dataset_free(d);
}

static void keeps_no_more_than_the_limit(void **state)
{
    size_t pieces = 0;
    const workers w = { run_backwards, &pieces };
    bool done = false;

    (void)state;
    for (size_t more = 0; !done; more += 4096) {
        dataset *d = many_projects();

        d->memory.limit = d->memory.used + more + 1;
        done = stretches_do(d, &w, true, report_thirds, d);
        assert_true(done ? d->memory.used <= d->memory.limit
                         : d->memory.full);
        assert_true(more < 1 << 20);
        dataset_free(d);
    }
}

/* ---- The whole way -------------------------------------------------------- */

static const char *const kpis[] = {
    "U=人 B2014=100 T2019=200 A2015=c90 A2016=c250",
    "U=件 B2014=10 T2019=40件 A2015=5 A2016=12",
    "U=人 B2014=100 T2019=200 A2015=110 A2016=95",
    "U=社 T2016=100 q=以下 A2016=50",
};

/* Files whose projects share names, KPIs and groups with each other's. */
static dataset *file_of(size_t file)
{
    dataset *d = dataset_new(0);
    source *s = dataset_add_source(d);

    s->file = arena_printf(&d->memory, "%zu.xlsx", file);
    s->sha256 = s->file;
    s->department = file % 2 ? "一局" : "";
    s->modified = arena_printf(&d->memory, "2017-05-0%zuT00:00:00Z", file);
    for (size_t i = 0; i < PROJECTS / FILES * 2; i++) {
        project *p = dataset_add_project(d);

        p->has_goal = true;
        p->goal.no = i % 3 ? "Ⅰ" : "Ⅱ";
        p->measure = i % 5 ? "施策" : "";
        p->name = arena_printf(&d->memory, "事業%zu",
                               i % 11 ? i * FILES + file : i);
        p->declared_grade = i % 4 ? "A" : "";
        p->relisted = i % 13 == 0;
        p->where = place_cell(i % 2 ? "表" : "票", (uint32_t)i, 0);
        for (size_t k = 0; k <= i % 3; k++)
            assert_true(spec_kpi(d, p, kpis[(i + k * file) % 4]));
        p->kpis[0].name = "利用者数";
        p->kpis[0].group = i % 7 ? 0 : i / 14 + 1;
        p->kpis[0].code = i % 17 ? "" : "K-1";
    }
    return d;
}

static void put_all(buf *out, const workers *w, bool given, bool brief)
{
    plan *p = spec_plan("Y2016 2015-2019 digits=0 rule=best");
    dataset *parts[FILES], *d;
    merge_notes notes;
    arena memory;

    for (size_t i = 0; i < FILES; i++)
        parts[i] = file_of(i);
    arena_init(&memory, 0);
    merge_notes_init(&notes, &memory);
    assert_int_equal(consolidate_by(&d, (const dataset *const *)parts, FILES,
                                    p, given, &notes, w, NULL), KPI_OK);
    assert_int_equal(achievement_assess_by(d, p, brief, w, NULL), KPI_OK);
    assert_int_equal(check_dataset_by(d, p, &notes, w, NULL), KPI_OK);
    finding_sort(&d->findings, NULL, 0);
    assert_int_equal(store_write_json(out, d, p, NULL), KPI_OK);
    for (size_t i = 0; i < d->findings.count; i++) {
        const finding *f = &d->findings.items[i];

        buf_printf(out, "%zu %s %s %u %u %s %s %s\n", f->source, f->rule,
                   f->where.sheet, f->where.row, f->where.col, f->value,
                   f->project, f->field);
    }
    arena_free(&memory);
    for (size_t i = 0; i < FILES; i++)
        dataset_free(parts[i]);
    dataset_free(d);
    plan_free(p);
}

static void workers_give_the_same_dataset(void **state)
{
    size_t pieces = 0;
    const workers backwards = { run_backwards, &pieces };

    (void)state;
    for (int i = 0; i < 4; i++) {
        buf alone, apart;

        buf_init(&alone);
        buf_init(&apart);
        put_all(&alone, NULL, i % 2, i / 2);
        put_all(&apart, &backwards, i % 2, i / 2);
        assert_true(buf_ok(&alone) && buf_ok(&apart));
        assert_string_equal(buf_cstr(&alone), buf_cstr(&apart));
        buf_free(&alone);
        buf_free(&apart);
    }
    assert_true(pieces > 4 * 5);
}

int main(void)
{
    struct CMUnitTest tests[8];
    size_t n = 0;

    TEST_ONE(tests, n, findings_stand_in_the_order_of_the_projects);
    TEST_ONE(tests, n, no_projects_are_no_stretch);
    TEST_ONE(tests, n, keeps_no_more_than_the_limit);
    TEST_ONE(tests, n, workers_give_the_same_dataset);
    return run_tests("stretch", tests, n);
}
