/*
 * test_achievement_cases.c - every row of achievement_cases.tsv
 *
 * The rates stand there as worked by hand; tests/golden/rates.sh reckons
 * them once more with bc and holds the `shown` column to it.
 */
#include "support/rows.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "kpi/achievement.h"
#include "support/kpi_spec.h"

enum { MOST_CASES = 256, COLUMNS = 7 };

typedef struct rate_case {
    const char *label, *kpi, *plan, *by_hand, *shown, *grade, *mark;
} rate_case;

static const char path[] = "tests/unit/achievement_cases.tsv";

static bool has_finding(const dataset *d, const char *rule)
{
    for (size_t i = 0; i < d->findings.count; i++)
        if (strcmp(d->findings.items[i].rule, rule) == 0)
            return true;
    return false;
}

/* The reason's id, or "" where a rate was reckoned by hand. */
static const char *reason_in(const char *by_hand)
{
    for (int r = REASON_NONE + 1; r < REASON_COUNT; r++)
        if (strcmp(by_hand, no_rate_reason_id((no_rate_reason)r)) == 0)
            return by_hand;
    return "";
}

static void check_mark(const rate_case *c, const dataset *d)
{
    const kpi_assessment *a = &d->projects[0].kpis[0].assessment;

    assert_int_equal(a->ahead, strcmp(c->mark, "ahead") == 0);
    assert_int_equal(a->against_final, strcmp(c->mark, "final") == 0);
    assert_int_equal(a->worse_than_baseline, strcmp(c->mark, "worse") == 0);
    assert_int_equal(strstr(a->explain, "年度別計画値") != NULL,
                     strcmp(c->mark, "planned") == 0);
    assert_int_equal(has_finding(d, "unit-differs") ||
                         has_finding(d, "unit-incompatible"),
                     strcmp(c->mark, "odd") == 0);
    assert_int_equal(has_finding(d, "baseline-not-before-target"),
                     strcmp(c->mark, "late") == 0);
}

static void gives_the_rate_worked_by_hand(void **state)
{
    const rate_case *c = *state;
    dataset *d = spec_dataset(c->kpi);
    plan *p = spec_plan(c->plan);
    const kpi_assessment *a;

    assert_non_null(d);
    assert_non_null(p);
    assert_int_equal(achievement_assess(d, p, NULL), KPI_OK);
    a = &d->projects[0].kpis[0].assessment;
    assert_true(a->done);
    assert_string_equal(no_rate_reason_id(a->reason), reason_in(c->by_hand));
    assert_string_equal(a->shown, c->shown);
    assert_string_equal(a->grade, c->grade);
    assert_int_equal(a->rate.known, c->shown[0] != '\0');
    assert_int_equal(a->reason_text[0] != '\0', c->shown[0] == '\0');
    assert_true(a->explain[0] != '\0');
    assert_string_equal(d->projects[0].assessment.grade, c->grade);
    check_mark(c, d);
    plan_free(p);
    dataset_free(d);
}

static char *read_all(const char *name)
{
    FILE *file = fopen(name, "rb");
    static char bytes[1 << 16];
    size_t length;

    if (file == NULL)
        return NULL;
    length = fread(bytes, 1, sizeof(bytes) - 1, file);
    bytes[length] = '\0';
    fclose(file);
    return length + 1 < sizeof(bytes) ? bytes : NULL;
}

/* Cuts a line into its columns; false for a comment. */
static bool cut_row(rate_case *out, char *line)
{
    char *columns[COLUMNS];

    if (line[0] == '#' || line[0] == '\0')
        return false;
    for (size_t i = 0; i < COLUMNS; i++) {
        columns[i] = line;
        line += strcspn(line, "\t");
        if (*line != '\0')
            *line++ = '\0';
    }
    *out = (rate_case){ columns[0], columns[1], columns[2], columns[3],
                        columns[4], columns[5], columns[6] };
    return true;
}

int main(void)
{
    static rate_case cases[MOST_CASES];
    static struct CMUnitTest tests[MOST_CASES];
    size_t n = 0;
    char *line = read_all(path);

    if (line == NULL) {
        fprintf(stderr, "%s cannot be read\n", path);
        return 1;
    }
    while (line != NULL && n < MOST_CASES) {
        char *end = strchr(line, '\n');

        if (end != NULL)
            *end = '\0';
        if (cut_row(&cases[n], line)) {
            tests[n] = (struct CMUnitTest){
                .name = cases[n].label,
                .test_func = gives_the_rate_worked_by_hand,
                .initial_state = &cases[n] };
            n++;
        }
        line = end == NULL ? NULL : end + 1;
    }
    return n < 60 || run_tests("achievement cases", tests, n) != 0;
}
