/*
 * test_achievement_direction.c - the direction that a printed rate gives away
 */
#include "support/rows.h"

#include "kpi/achievement.h"
#include "support/kpi_spec.h"

static const struct printed_case {
    const char *label, *kpi, *rate, *printed;
    kpi_direction direction;
} printed_rows[] = {
    { "only target / actual gives it", "T2020=2.50 A2020=1.45", "1.724",
      "172.4%", DIRECTION_DOWN },
    { "only actual / target gives it", "T2020=120 A2020=253", "2.108",
      "210.8%", DIRECTION_UP },
    { "half up", "T2020=41621 A2020=39559", "0.95", "95.0%", DIRECTION_UP },
    { "cut off", "T2020=3 A2020=2", "0.666", "66.6%", DIRECTION_UP },
    { "both give it", "T2020=10 A2020=10", "1", "100.0%",
      DIRECTION_UNKNOWN },
    { "neither gives it", "T2020=10 A2020=8", "0.9", "90%",
      DIRECTION_UNKNOWN },
    { "a whole percent", "T2020=90 A2020=87", "0.97", "97％", DIRECTION_UP },
    { "the rate itself", "T2020=2.50 A2020=1.45", "1.724", "1.724",
      DIRECTION_DOWN },
    { "an actual of zero", "T2020=5 A2020=0", "0", "0%", DIRECTION_UP },
    { "no actual", "T2020=5 A2020=-:－", "0", "0%", DIRECTION_UNKNOWN },
    { "another unit", "U=兆円 T2020=1 A2020=5000億円", "2", "200%",
      DIRECTION_DOWN },
};

static void tells_the_direction_of_a_printed_rate(void **state)
{
    const struct printed_case *c = *state;
    dataset *d = spec_dataset(c->kpi);
    kpi *k = &d->projects[0].kpis[0];
    kpi_direction direction;

    k->declared_rate.known = true;
    assert_true(number_from_decimal(&d->memory, &k->declared_rate.value,
                                    text_of(c->rate)));
    k->declared_rate_text = c->printed;
    assert_true(kpi_direction_from_declared(&d->memory, &direction, k, 2020));
    assert_int_equal(direction, c->direction);
    dataset_free(d);
}

int main(void)
{
    struct CMUnitTest tests[16];
    size_t n = 0;

    TEST_ROWS(tests, n, tells_the_direction_of_a_printed_rate, printed_rows);
    return run_tests("achievement direction", tests, n);
}
