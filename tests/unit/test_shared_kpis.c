/*
 * test_shared_kpis.c - a KPI of several projects is one
 */
#include "support/rows.h"

#include <string.h>

#include "kpi/shared_kpis.h"

typedef struct entry {
    const char *project, *kpi;
    size_t group;
    const char *with[2]; /* names in shared_with */
    bool relisted;
} entry;

static const struct shared_case {
    const char *label;
    entry entries[4];    /* a KPI a project; one project's stand together */
    bool again[4];
    size_t count;
} cases[] = {
    { "kpis_that_stand_alone",
      { { "P", "件数", 0, { NULL }, false },
        { "Q", "件数", 0, { NULL }, false } }, { false, false }, 0 },
    { "one_merged_cell_over_two_projects",
      { { "P", "件数", 3, { "Q" }, false },
        { "Q", "件数", 3, { "P" }, false } }, { false, true }, 1 },
    { "two_names_in_one_merged_cell",
      { { "P", "件数", 3, { "Q" }, false }, { "P", "人数", 3, { "Q" }, false },
        { "Q", "件数", 3, { "P" }, false },
        { "Q", "人数", 3, { "P" }, false } },
      { false, false, true, true }, 2 },
    { "two_merged_cells", { { "P", "件数", 3, { "Q" }, false },
                            { "R", "件数", 4, { "S" }, false } },
      { false, false }, 2 },
    { "names_where_there_are_no_groups",
      { { "P", "件数", 0, { "Q", "R" }, false },
        { "Q", "件数", 0, { "R", "P" }, false },
        { "R", "件数", 0, { "P", "Q" }, false } }, { false, true, true }, 1 },
    { "other_names_are_other_kpis",
      { { "P", "件数", 0, { "Q" }, false }, { "R", "件数", 0, { "S" }, false } },
      { false, false }, 2 },
    { "relisted_projects_are_not_looked_at",
      { { "P", "件数", 0, { "Q" }, true }, { "P", "件数", 0, { "Q" }, false } },
      { false, false }, 1 },
};

static dataset *make(const struct shared_case *c)
{
    dataset *d = dataset_new(0);

    for (size_t i = 0; i < 4 && c->entries[i].project != NULL; i++) {
        const entry *e = &c->entries[i];
        project *p = dataset_add_project(d);
        kpi *k = arena_alloc(&d->memory, sizeof(*k));

        kpi_init(k);
        p->name = e->project;
        p->relisted = e->relisted;
        p->kpis = k;
        p->kpi_count = 1;
        k->name = e->kpi;
        k->group = e->group;
        k->shared_with = arena_array(&d->memory, 2, sizeof(*k->shared_with));
        for (size_t n = 0; n < 2 && e->with[n] != NULL; n++)
            k->shared_with[k->shared_count++] = e->with[n];
    }
    return d;
}

static void finds_what_is_shared(void **state)
{
    const struct shared_case *c = *state;
    dataset *d = make(c);
    shared_kpis s;

    assert_true(shared_kpis_find(&s, &d->memory, d));
    assert_int_equal(s.count, c->count);
    for (size_t i = 0; i < d->project_count; i++)
        if (!d->projects[i].relisted)
            assert_int_equal(shared_kpis_again(&s, i, 0), c->again[i]);
    dataset_free(d);
}

int main(void)
{
    struct CMUnitTest tests[16];
    size_t n = 0;

    TEST_ROWS(tests, n, finds_what_is_shared, cases);
    return run_tests("shared_kpis", tests, n);
}
