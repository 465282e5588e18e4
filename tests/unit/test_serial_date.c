/*
 * test_serial_date.c - serial numbers and ISO 8601
 */
#include "support/rows.h"

#include <string.h>

#include "xlsx/serial_date.h"

static const struct iso_case {
    const char *label;
    const char *serial, *code;
    bool date1904;
    const char *iso; /* NULL: none */
} isos[] = {
    { "the first day", "1", "yyyy/m/d", false, "1900-01-01" },
    { "the last day before the false one", "59", "yyyy/m/d", false,
      "1900-02-28" },
    { "the 29th of February 1900 is none", "60", "yyyy/m/d", false, NULL },
    { "the first of March 1900", "61", "yyyy/m/d", false, "1900-03-01" },
    { "a fiscal year begins", "43922", "yyyy/m/d", false, "2020-04-01" },
    { "a date with a time", "43922.520833333336", "yyyy/m/d h:mm", false,
      "2020-04-01T12:30:00" },
    { "a time that rounds to midnight", "43921.999999999", "yyyy/m/d", false,
      "2020-04-01" },
    { "noise below a second", "44271.7988541666", "yyyy/m/d", false,
      "2021-03-16T19:10:21" },
    { "a time of day", "0.5", "h:mm", false, "12:00:00" },
    { "midnight", "0", "h:mm", false, "00:00:00" },
    { "no date on day 0", "0", "yyyy/m/d", false, NULL },
    { "an exponent", "4.3922E4", "yyyy/m/d", false, "2020-04-01" },
    { "a negative exponent", "5E-1", "h:mm", false, "12:00:00" },
    { "the last date", "2958465", "yyyy/m/d", false, "9999-12-31" },
    { "no date behind the last", "2958466", "yyyy/m/d", false, NULL },
    { "no date at 1E300", "1E300", "yyyy/m/d", false, NULL },
    { "no negative date", "-1", "yyyy/m/d", false, NULL },
    { "day 0 of 1904", "0", "yyyy/m/d", true, "1904-01-01" },
    { "a day of 1904", "42460", "yyyy/m/d", true, "2020-04-01" },
    { "a duration", "1.5", "[h]:mm", false, "PT36H0M0S" },
    { "a negative duration", "-0.0416666666666667", "[h]:mm", false,
      "-PT1H0M0S" },
    { "a number is no date", "43922", "#,##0", false, NULL },
    { "text is no date", "abc", "yyyy/m/d", false, NULL },
};

static void shows_serial(void **state)
{
    const struct iso_case *c = *state;
    buf out;
    bool ok;

    buf_init(&out);
    ok = serial_to_iso(&out, text_of(c->serial),
                       number_format_classify(text_of(c->code)), c->date1904);
    assert_int_equal(ok, c->iso != NULL);
    assert_string_equal(buf_cstr(&out), c->iso == NULL ? "" : c->iso);
    buf_free(&out);
}

static const struct serial_case {
    const char *label; /* the ISO text */
    bool date1904;
    const char *serial; /* NULL: none */
} serials[] = {
    { "2020-04-01", false, "43922" },
    { "1900-01-01", false, "1" },
    { "1900-02-28", false, "59" },
    { "1900-03-01", false, "61" },
    { "1904-01-01", true, "0" },
    { "2020-04-01T12:00:00", true, "42460.5" },
    { "2020-04-01T12:00:00Z", false, "43922.5" },
    { "2020-04-01 06:00:00+09:00", false, "43922.25" },
    { "2021-01-01T10:10:10", false, "44197.4237268518518518518" },
    { "10:59:59.9999999999984025", false, "0.45833333333333331484" },
    { "12:30", false, "0.52083333333333333333" },
    { "24:00:00", false, "1" },
    { "PT0H11M0.000S", false, "0.00763888888888888888" },
    { "PT36H", false, "1.5" },
    { "P1DT12H", false, "1.5" },
    { "-PT6H", false, "-0.25" },
    { "1899-12-30", false, "-1" },
    { "P1Y", false, NULL },
    { "PT", false, NULL },
    { "P", false, NULL },
    { "PT1S1H", false, NULL },
    { "2020-02-30", false, NULL },
    { "2019-02-29", false, NULL },
    { "2020-13-01", false, NULL },
    { "25:00:00", false, NULL },
    { "2020-04-01x", false, NULL },
    { "invalid::date", false, NULL },
    { "", false, NULL },
};

static void reads_iso(void **state)
{
    const struct serial_case *c = *state;
    char out[SERIAL_TEXT_SIZE];
    bool ok = serial_from_iso(out, text_of(c->label), c->date1904);

    assert_int_equal(ok, c->serial != NULL);
    if (ok) {
        /* 20 decimals, cut: compare those that the row writes. */
        text got = text_of(out);

        assert_true(text_starts(got, "-") == text_starts(
                        text_of(c->serial), "-"));
        if (text_find(text_of(c->serial), ".", 0) == SIZE_MAX)
            assert_string_equal(out, c->serial);
        else
            assert_memory_equal(out, c->serial,
                                got.length < text_of(c->serial).length
                                    ? got.length
                                    : text_of(c->serial).length);
    }
}

static void goes_through_every_day(void **state)
{
    number_format date = { FORMAT_DATE, true, false };
    char serial[SERIAL_TEXT_SIZE], given[16];
    buf out;

    (void)state;
    buf_init(&out);
    for (unsigned day = 61; day <= 2958465; day += 7) {
        buf_clear(&out);
        buf_printf(&out, "%u", day);
        memcpy(given, buf_cstr(&out), out.length + 1);
        buf_clear(&out);
        assert_true(serial_to_iso(&out, text_of(given), date, false));
        assert_true(serial_from_iso(serial, buf_slice(&out), false));
        assert_string_equal(serial, given);
    }
    buf_free(&out);
}

int main(void)
{
    struct CMUnitTest tests[96];
    size_t n = 0;

    TEST_ROWS(tests, n, shows_serial, isos);
    TEST_ROWS(tests, n, reads_iso, serials);
    TEST_ONE(tests, n, goes_through_every_day);
    return run_tests("serial_date", tests, n);
}
