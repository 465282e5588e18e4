/* test_calendar.c - days and moments */
#include <stdbool.h>
#include <string.h>

#include "base/calendar.h"
#include "support/rows.h"

static const struct moment_case {
    const char *label, *text;
    bool ok;
    const char *utc;
} moments[] = {
    { "UTC", "2017-06-01T09:30:00Z", true, "2017-06-01T09:30:00Z" },
    { "Japan", "2017-06-01T09:30:00+09:00", true, "2017-06-01T00:30:00Z" },
    { "west", "2016-12-31T20:00:00-05:00", true, "2017-01-01T01:00:00Z" },
    { "fraction", "2017-06-01T09:30:59.999Z", true, "2017-06-01T09:30:59Z" },
    { "no seconds", "2017-06-01T09:30Z", true, "2017-06-01T09:30:00Z" },
    { "no zone", "2017-06-01T09:30:00", true, "2017-06-01T09:30:00Z" },
    { "day only", "2017-06-01", true, "2017-06-01T00:00:00Z" },
    { "leap day", "2020-02-29", true, "2020-02-29T00:00:00Z" },
    { "leap century", "2000-02-29", true, "2000-02-29T00:00:00Z" },
    { "before 1970", "1904-01-01T12:00:00Z", true, "1904-01-01T12:00:00Z" },
    { "last day", "9999-12-31T23:59:59Z", true, "9999-12-31T23:59:59Z" },
    { "no leap day", "2019-02-29", false, "" },
    { "no leap century", "1900-02-29", false, "" },
    { "month 13", "2017-13-01", false, "" },
    { "hour 25", "2017-06-01T25:00:00Z", false, "" },
    { "words", "yesterday", false, "" },
    { "empty", "", false, "" },
    { "rest", "2017-06-01T09:30:00Zx", false, "" },
};

static void reads_moments(void **state)
{
    const struct moment_case *c = *state;
    int64_t seconds = 0;
    char utc[MOMENT_TEXT_SIZE];

    assert_int_equal(calendar_read_moment(&seconds, c->text), c->ok);
    if (!c->ok)
        return;
    calendar_moment_text(utc, seconds);
    assert_string_equal(utc, c->utc);
}

static void days_and_dates_are_inverse(void **state)
{
    (void)state;
    for (int64_t days = -800000; days < 2900000; days += 97) {
        int64_t y, m, d;

        calendar_date(days, &y, &m, &d);
        assert_int_equal(calendar_days(y, m, d), days);
        assert_in_range(d, 1, (uintmax_t)calendar_month_length(y, m));
    }
}

static void a_day_depends_on_the_zone(void **state)
{
    char day[DAY_TEXT_SIZE];

    (void)state;
    calendar_day_text(day, 1496260800 - 1, 0); /* 2017-05-31T19:59:59Z */
    assert_string_equal(day, "2017-05-31");
    calendar_day_text(day, 1496260800 - 1, 540);
    assert_string_equal(day, "2017-06-01");
    assert_true(calendar_day_valid("2017-06-30"));
    assert_false(calendar_day_valid("2017-06-31"));
    assert_false(calendar_day_valid("2017-06-30T00"));
}

int main(void)
{
    struct CMUnitTest tests[40];
    size_t n = 0;

    TEST_ROWS(tests, n, reads_moments, moments);
    TEST_ONE(tests, n, days_and_dates_are_inverse);
    TEST_ONE(tests, n, a_day_depends_on_the_zone);
    return run_tests("calendar", tests, n);
}
