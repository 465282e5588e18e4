/*
 * test_fiscal_year_cities.c - years as other cities type them
 */
#include <string.h>

#include "support/rows.h"
#include "support/wording_spec.h"

typedef struct year_case {
    const char *label; /* the text */
    int context;
    const char *expected; /* x: no year */
} year_case;

static const year_case single[] = {
    { "H30", 0, "2018" },
    { "Ｒ５", 0, "2023" },
    { "R元", 0, "2019" },
    { "令和元年", 0, "2019c" },
    { "令和元年度末", 0, "2019" },
    { "平成31年度", 0, "2019" },
    { "平成三十年度", 0, "2018" },
    { "２０２４年度", 0, "2024" },
    { "2024", 0, "2024" },
    { "2024年", 0, "2024c" },
    { "FY2024", 0, "2024" },
    { "FY24", 0, "2024" },
    { "平成２９年", 0, "2017c" },
    { "昭和60年", 0, "1985c" },
    { "R５", 0, "2023" },
    { "r5", 0, "2023" },
    { "令５", 0, "2023" },
    { "2131.6千t", 0, "x" },
    { "2016.4現在", 0, "2016" },
    { "R.5", 0, "2023" },
    { "R 5", 0, "2023" },
    { "令和 5 年度", 0, "2023" },
    { "令和５年　度", 0, "2023" },
    { "2023年度末時点", 0, "2023" },
    { "R5末", 0, "2023" },
    { "R5当初", 0, "2023" },
    { "西暦2023年", 0, "2023c" },
    { "6年度", 2023, "2024" },
    { "６", 2023, "2024" },
};

static const year_case days[] = {
    { "2024/3/31現在", 0, "2023" },
    { "2024.3.31", 0, "2023" },
    { "2024年3月31日", 0, "2023" },
    { "（R5.10.1時点）", 0, "2023" },
    { "R5.4.1", 0, "2023" },
    { "R5.3.31", 0, "2022" },
    { "R5.3月末", 0, "2022" },
    { "R6年3月", 0, "2023" },
    { "令和6年3月31日現在", 0, "2023" },
    { "H29.4", 0, "2017" },
    { "H29.3", 0, "2016" },
    { "2023年4月～2024年3月", 0, "2023" },
    { "R5.4～R6.3", 0, "2023" },
};

static const year_case ranges[] = {
    { "R2～R6", 0, "2020-2024" },
    { "R2～6", 0, "2020-2024" },
    { "R2-R6年度", 0, "2020-2024" },
    { "Ｒ２～Ｒ６年度", 0, "2020-2024" },
    { "令和２年度～令和６年度", 0, "2020-2024" },
    { "令和２～６年度", 0, "2020-2024" },
    { "H27～R1", 0, "2015-2019" },
    { "H29-R3平均", 0, "2017-2021m" },
    { "2020～2024", 0, "2020-2024" },
    { "2020-24", 0, "2020-2024" },
    { "2020–2024年度", 0, "2020-2024" },
    { "R6まで", 0, "2024u" },
    { "令和6年度までに", 0, "2024u" },
    { "R7以降", 0, "2025-" },
    { "R7～", 0, "2025-" },
    { "～R6", 0, "2024u" },
};

static const year_case both_calendars[] = {
    { "R5年度(2023年度)", 0, "2023" },
    { "2023年度（令和5年度）", 0, "2023" },
    { "令和5（2023）年度", 0, "2023" },
    { "令和5年度（2023年度）", 0, "2023" },
    { "R5(2023)", 0, "2023" },
    { "R12（2030）", 0, "2030" },
    { "2030（R12）年度", 0, "2030" },
    { "H31(R1)", 0, "2019" },
    { "平成31年度（令和元年度）", 0, "2019" },
    { "平成31（令和元）年度", 0, "2019" },
    { "H31/R1", 0, "2019" },
    { "2019年度（H31(R1)）", 0, "2019" },
    { "2019（H31/R1）年度", 0, "2019" },
    { "2019年度（H31(R2)）", 0, "x" },
    { "H31(R2)", 0, "x" },
    { "H31(H31)", 0, "x" },
};

static const year_case no_years[] = {
    { "5年間", 0, "x" },      { "10年", 0, "x" },   { "第2期", 0, "x" },
    { "1/2", 0, "x" },        { "9:30", 0, "x" },   { "2023人", 0, "x" },
    { "H2O", 0, "x" },        { "1234", 0, "x" },   { "20235", 0, "x" },
    { "R100", 0, "x" },       { "H0", 0, "x" },
};

static bool reads_as(buf *got, const year_case *c)
{
    year_span years;

    if (fiscal_year_parse(&years, text_of(c->label), c->context))
        spec_put_years(got, years);
    else
        buf_char(got, 'x');
    return strcmp(buf_cstr(got), c->expected) == 0;
}

static void reads_a_year(void **state)
{
    const year_case *c = *state;
    bool right;
    buf got;

    buf_init(&got);
    right = reads_as(&got, c);
    if (!right)
        print_message("%s: read %s, expected %s\n", c->label, buf_cstr(&got),
                      c->expected);
    assert_true(right);
    buf_free(&got);
}

int main(void)
{
    static struct CMUnitTest tests[96];
    size_t n = 0;

    TEST_ROWS(tests, n, reads_a_year, single);
    TEST_ROWS(tests, n, reads_a_year, days);
    TEST_ROWS(tests, n, reads_a_year, ranges);
    TEST_ROWS(tests, n, reads_a_year, both_calendars);
    TEST_ROWS(tests, n, reads_a_year, no_years);
    return run_tests("fiscal_year_cities", tests, n);
}
