/*
 * test_achievement_properties.c - what must hold for any figures
 *
 * Random, but from a fixed seed: the same figures in every run. A failure
 * prints the two specs that it is about.
 */
#include "support/rows.h"

#include <stdio.h>
#include <string.h>

#include "kpi/achievement.h"
#include "kpi/grade.h"
#include "support/kpi_spec.h"

enum { ROUNDS = 400 };

typedef struct random_source {
    uint64_t state;
} random_source;

/* xorshift64*, 1 .. bound */
static int any(random_source *r, int bound)
{
    r->state ^= r->state >> 12;
    r->state ^= r->state << 25;
    r->state ^= r->state >> 27;
    return (int)((r->state * UINT64_C(2685821657736338717) >> 33) %
                 (uint64_t)bound) + 1;
}

/* A way of measuring, with room for target, baseline and actual. */
typedef struct way {
    const char *label;
    const char *kpi;  /* %d target, %d baseline, %s actual */
    const char *plan;
    bool down;        /* a higher actual gives a lower rate */
} way;

#define PLAN "Y2016 2015-2019 exact digits=3 "
static const way ways[] = {
    { "annual", "T=%d per-year B=%d A2016=%s", PLAN, false },
    { "cumulative", "T2015-2019=%d B2014=%d A2016=c%s", PLAN, false },
    { "level", "T2019=%d B2014=%d A2016=%s", PLAN, false },
    { "level in its year", "T2016=%d B2014=%d A2016=%s", PLAN, false },
    { "inverse", "T2016=%d q=以下 B=%d A2016=%s", PLAN, true },
    { "mirror", "T2016=%d q=以下 B=%d A2016=%s", PLAN "down=mirror", true },
    { "yearly plan", "P2016=%d B=%d A2016=%s", PLAN, false },
};

typedef struct result {
    bool known;
    number rate, expected;
    char grade[8], shown[32];
    dataset *d; /* holds the numbers */
} result;

static result measured(const char *spec, const char *plan_words)
{
    result r = { 0 };
    plan *p = spec_plan(plan_words);
    const kpi_assessment *a;

    r.d = spec_dataset(spec);
    assert_non_null(r.d);
    assert_non_null(p);
    assert_int_equal(achievement_assess(r.d, p, NULL), KPI_OK);
    a = &r.d->projects[0].kpis[0].assessment;
    r.known = a->rate.known;
    r.rate = a->rate.value;
    r.expected = a->expected.value;
    snprintf(r.grade, sizeof(r.grade), "%s", a->grade);
    snprintf(r.shown, sizeof(r.shown), "%s", a->shown);
    plan_free(p);
    return r;
}

static void spec_of(char *out, size_t room, const way *w, int goal, int from,
                    const char *figure)
{
    snprintf(out, room, w->kpi, goal, from, figure);
}

static result measured_int(const way *w, int goal, int from, int figure)
{
    char spec[256], text_of_figure[32];

    snprintf(text_of_figure, sizeof(text_of_figure), "%d", figure);
    spec_of(spec, sizeof(spec), w, goal, from, text_of_figure);
    return measured(spec, w->plan);
}

static void the_rate_is_monotone_in_the_actual(void **state)
{
    const way *w = *state;
    random_source r = { 7 };

    for (int i = 0; i < ROUNDS; i++) {
        int goal = any(&r, 5000), from = any(&r, 5000);
        int low = any(&r, 9000), high = low + any(&r, 500);
        result a = measured_int(w, goal, from, low);
        result b = measured_int(w, goal, from, high);
        int order = number_compare(b.rate, a.rate);

        assert_true(a.known && b.known);
        if (w->down ? order >= 0 : order <= 0) {
            print_message("%s: target %d, baseline %d, actual %d and %d\n",
                          w->label, goal, from, low, high);
            fail();
        }
        dataset_free(a.d);
        dataset_free(b.d);
    }
}

/* The expected value itself as the actual, where it is a finite decimal. */
static void a_hundred_percent_is_exactly_at_the_expected_value(void **state)
{
    const way *w = *state;
    random_source r = { 11 };
    number one;
    arena memory;

    arena_init(&memory, 0);
    assert_true(number_from_int(&memory, &one, 1));
    for (int i = 0; i < ROUNDS; i++) {
        int goal = any(&r, 5000), from = any(&r, 5000);
        result a = measured_int(w, goal, from, 1), b;
        char spec[256];
        buf figure;

        buf_init(&figure);
        number_put(&figure, a.expected, 0);
        spec_of(spec, sizeof(spec), w, goal, from, buf_cstr(&figure));
        b = measured(spec, w->plan);
        assert_int_equal(number_compare(b.rate, one), 0);
        assert_string_equal(b.shown, "100.000%");
        buf_free(&figure);
        dataset_free(a.d);
        dataset_free(b.d);
    }
    arena_free(&memory);
}

/* inverse(A) is 1 / ratio(A); mirror(A) and ratio(A) are mirrored about 1. */
static void directions_mirror_each_other(void **state)
{
    random_source r = { 13 };
    number one, two;
    arena memory;

    (void)state;
    arena_init(&memory, 0);
    assert_true(number_from_int(&memory, &one, 1));
    assert_true(number_from_int(&memory, &two, 2));
    for (int i = 0; i < ROUNDS; i++) {
        int goal = any(&r, 5000), figure = any(&r, 5000);
        char up[128], down[128];
        result ratio, inverse, mirror;
        number product, sum;

        snprintf(up, sizeof(up), "T2016=%d A2016=%d", goal, figure);
        snprintf(down, sizeof(down), "T2016=%d q=以下 A2016=%d", goal, figure);
        ratio = measured(up, PLAN);
        inverse = measured(down, PLAN);
        mirror = measured(down, PLAN "down=mirror");
        assert_true(number_multiply(&memory, &product, ratio.rate,
                                    inverse.rate));
        assert_true(number_add(&memory, &sum, ratio.rate, mirror.rate));
        assert_int_equal(number_compare(product, one), 0);
        assert_int_equal(number_compare(sum, two), 0);
        dataset_free(ratio.d);
        dataset_free(inverse.d);
        dataset_free(mirror.d);
    }
    arena_free(&memory);
}

static const char *grade_by_hand(number rate)
{
    static const struct bound {
        const char *fraction, *grade;
    } bounds[] = { { "6/5", "A" }, { "1", "B" }, { "7/10", "C" } };
    const char *found = "D";
    arena memory;

    arena_init(&memory, 0);
    for (size_t i = 0; i < 3 && found[0] == 'D'; i++) {
        number bound;

        assert_true(number_from_fraction(&memory, &bound,
                                         text_of(bounds[i].fraction)));
        if (number_compare(rate, bound) >= 0)
            found = bounds[i].grade;
    }
    arena_free(&memory);
    return found;
}

/* Of what is shown, read back; the percent sign taken off. */
static const char *grade_of_shown(const char *shown)
{
    arena memory;
    number percent, hundred, rate;
    const char *grade;

    arena_init(&memory, 0);
    assert_true(number_from_decimal(&memory, &percent,
                                    text_slice(shown, strlen(shown) - 1)));
    assert_true(number_from_int(&memory, &hundred, 100));
    assert_true(number_divide(&memory, &rate, percent, hundred));
    grade = grade_by_hand(rate);
    arena_free(&memory);
    return grade;
}

static const struct rounding_case {
    const char *label, *plan;
    bool shown;
} rounding_rows[] = {
    { "exact, whole, half up", "Y2016 2015-2019 exact", false },
    { "exact, one digit, half up", "Y2016 2015-2019 exact digits=1", false },
    { "exact, whole, floor", "Y2016 2015-2019 exact floor", false },
    { "shown, whole, half up", "Y2016 2015-2019", true },
    { "shown, one digit, floor", "Y2016 2015-2019 digits=1 floor", true },
};

static void rounding_crosses_a_band_only_when_the_shown_value_is_graded(
    void **state)
{
    const struct rounding_case *c = *state;
    random_source r = { 17 };
    size_t crossed = 0;

    for (int i = 0; i < ROUNDS; i++) {
        static const int edges[] = { 70, 100, 120 };
        int goal = 1000 + any(&r, 9000);
        int figure = goal * edges[any(&r, 3) - 1] / 100 + any(&r, 60) - 30;
        char spec[128];
        result a;

        snprintf(spec, sizeof(spec), "T2016=%d A2016=%d", goal, figure);
        a = measured(spec, c->plan);
        /* What is shown never contradicts the grade beside it. */
        assert_string_equal(a.grade, grade_of_shown(a.shown));
        crossed += strcmp(a.grade, grade_by_hand(a.rate)) != 0;
        dataset_free(a.d);
    }
    if (!c->shown)
        assert_int_equal(crossed, 0);
    else if (strstr(c->plan, "floor") == NULL)
        assert_true(crossed > 0); /* the figures do reach the bands */
}

static void scaling_units_changes_nothing(void **state)
{
    random_source r = { 19 };

    (void)state;
    for (int i = 0; i < ROUNDS; i++) {
        int goal = any(&r, 900), from = any(&r, 900), figure = any(&r, 900);
        char plain[160], scaled[160];
        result a, b;

        snprintf(plain, sizeof(plain), "U=百万円 T2019=%d B2014=%d A2016=%d",
                 goal, from, figure);
        snprintf(scaled, sizeof(scaled),
                 "U=百万円 T2019=%d000千円 B2014=%d000000 Bu=円 "
                 "A2016=%d000千円", goal, from, figure);
        a = measured(plain, PLAN);
        b = measured(scaled, PLAN);
        assert_true(a.known && b.known);
        assert_int_equal(number_compare(a.rate, b.rate), 0);
        assert_string_equal(a.shown, b.shown);
        dataset_free(a.d);
        dataset_free(b.d);
    }
}

/* A project of five KPIs in the given order. */
static result project_of(const int *goals, const int *figures,
                         const size_t *order, const char *plan_words)
{
    result r = { 0 };
    plan *p = spec_plan(plan_words);

    for (size_t i = 0; i < 5; i++) {
        char spec[128];

        snprintf(spec, sizeof(spec), "T2016=%d A2016=%d", goals[order[i]],
                 figures[order[i]]);
        if (r.d == NULL)
            r.d = spec_dataset(spec);
        else
            assert_true(spec_kpi(r.d, &r.d->projects[0], spec));
    }
    assert_int_equal(achievement_assess(r.d, p, NULL), KPI_OK);
    r.rate = r.d->projects[0].assessment.rate.value;
    plan_free(p);
    return r;
}

static const struct order_case {
    const char *label, *plan;
    bool matters;
} order_rows[] = {
    { "best", PLAN "rule=best", false },
    { "worst", PLAN "rule=worst", false },
    { "mean", PLAN "rule=mean", false },
    { "weighted mean", PLAN "rule=weighted", false },
    { "count of reached", PLAN "rule=reached", false },
    { "first", PLAN "rule=first", true },
};

static void the_order_of_kpis_changes_only_first(void **state)
{
    static const size_t straight[] = { 0, 1, 2, 3, 4 };
    const struct order_case *c = *state;
    random_source r = { 23 };
    size_t changed = 0;

    for (int i = 0; i < ROUNDS / 4; i++) {
        int goals[5], figures[5];
        size_t order[] = { 0, 1, 2, 3, 4 };
        result a, b;

        for (size_t j = 0; j < 5; j++) {
            size_t other = (size_t)any(&r, 5) - 1, kept = order[j];

            goals[j] = any(&r, 900);
            figures[j] = any(&r, 900);
            order[j] = order[other];
            order[other] = kept;
        }
        a = project_of(goals, figures, straight, c->plan);
        b = project_of(goals, figures, order, c->plan);
        changed += number_compare(a.rate, b.rate) != 0;
        dataset_free(a.d);
        dataset_free(b.d);
    }
    assert_int_equal(changed != 0, c->matters);
}

int main(void)
{
    struct CMUnitTest tests[64];
    size_t n = 0;

    TEST_ROWS(tests, n, the_rate_is_monotone_in_the_actual, ways);
    TEST_ROWS(tests, n, a_hundred_percent_is_exactly_at_the_expected_value,
              ways);
    TEST_ONE(tests, n, directions_mirror_each_other);
    TEST_ROWS(tests, n,
              rounding_crosses_a_band_only_when_the_shown_value_is_graded,
              rounding_rows);
    TEST_ONE(tests, n, scaling_units_changes_nothing);
    TEST_ROWS(tests, n, the_order_of_kpis_changes_only_first, order_rows);
    return run_tests("achievement properties", tests, n);
}
