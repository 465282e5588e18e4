/*
 * test_fiscal_year.c - years and ranges as they are typed
 */
#include "support/rows.h"

#include "wording/fiscal_year.h"

static const struct year_case {
    const char *label; /* the text */
    int context;
    bool ok;
    int from, to;
    const char *marks; /* c calendar, o open, u until, m mean */
} cases[] = {
    { "H28", 0, true, 0, 2016, "" },
    { "Ｈ28", 0, true, 0, 2016, "" },
    { "平28", 0, true, 0, 2016, "" },
    { "平成28年度", 0, true, 0, 2016, "" },
    { "平成２８年度", 0, true, 0, 2016, "" },
    { "平成 28 年度", 0, true, 0, 2016, "" },
    { "R2n", 0, true, 0, 2020, "" },
    { "R2", 0, true, 0, 2020, "" },
    { "令２", 0, true, 0, 2020, "" },
    { "令和元年度", 0, true, 0, 2019, "" },
    { "R元", 0, true, 0, 2019, "" },
    { "平成31年度", 0, true, 0, 2019, "" },
    { "平成32年度", 0, true, 0, 2020, "" },
    { "昭和63年度", 0, true, 0, 1988, "" },
    { "2016年度", 0, true, 0, 2016, "" },
    { "２０１６年度", 0, true, 0, 2016, "" },
    { "FY2016", 0, true, 0, 2016, "" },
    { "’16", 0, true, 0, 2016, "" },
    { "'16年度", 0, true, 0, 2016, "" },
    { "‘１６年", 0, true, 0, 2016, "c" },
    { "’165", 0, false, 0, 0, "" },
    { "5'30", 0, false, 0, 0, "" },
    { "西暦2016年", 0, true, 0, 2016, "c" },
    { "2016", 0, true, 0, 2016, "" },
    { "H28年度末", 0, true, 0, 2016, "" },
    { "H26年", 0, true, 0, 2014, "c" },
    { "H27～31年度", 0, true, 2015, 2019, "" },
    { "27～31年度", 2016, true, 2015, 2019, "" },
    { "30 ～ 4年度", 2020, true, 2018, 2022, "" },
    { "27～31年度", 0, false, 0, 0, "" },
    { "H27～H31年度", 0, true, 2015, 2019, "" },
    { "H27年度～H31年度", 0, true, 2015, 2019, "" },
    { "H27-R1", 0, true, 2015, 2019, "" },
    { "R1n-R3n", 0, true, 2019, 2021, "" },
    { "R2-R6", 0, true, 2020, 2024, "" },
    { "R2―R6", 0, true, 2020, 2024, "" },
    { "2015–2019", 0, true, 2015, 2019, "" },
    { "2015-19", 0, true, 2015, 2019, "" },
    { "H30～2年度", 0, true, 2018, 2020, "" },
    { "H30年度から令和4年度まで", 0, true, 2018, 2022, "u" },
    { "H21～H25の5ヵ年平均", 0, true, 2009, 2013, "m" },
    { "H21～H25平均", 0, true, 2009, 2013, "m" },
    { "R4.4", 0, true, 0, 2022, "" },
    { "R4.3", 0, true, 0, 2021, "" },
    { "H31.4.1", 0, true, 0, 2019, "" },
    { "平成31年3月末", 0, true, 0, 2018, "" },
    { "令和2年10月1日現在", 0, true, 0, 2020, "" },
    { "2017/3", 0, true, 0, 2016, "" },
    { "H29年度以降", 0, true, 2017, 0, "o" },
    { "H30～", 0, true, 2018, 0, "o" },
    { "H31年度まで", 0, true, 0, 2019, "u" },
    { "H31年度までに", 0, true, 0, 2019, "u" },
    { "～R6", 0, true, 0, 2024, "u" },
    { "（H28）", 0, true, 0, 2016, "" },
    { "【令和2年度】", 0, true, 0, 2020, "" },
    { "２年度", 2020, true, 0, 2020, "" },
    { "31年度", 2020, true, 0, 2019, "" },
    { "28", 2016, true, 0, 2016, "" },
    { "元年度", 2020, true, 0, 2019, "" },
    { "２年度", 0, false, 0, 0, "" },
    { "28", 0, false, 0, 0, "" },
    { "H2O", 0, false, 0, 0, "" },
    { "H264", 0, false, 0, 0, "" },
    { "H5N1", 0, false, 0, 0, "" },
    { "10年間", 0, false, 0, 0, "" },
    { "R0", 0, false, 0, 0, "" },
    { "1500", 0, false, 0, 0, "" },
    { "2016人", 0, false, 0, 0, "" },
    { "R6～R2", 0, false, 0, 0, "" },
    { "", 0, false, 0, 0, "" },
    { "年度", 2016, false, 0, 0, "" },
};

static bool marked(const char *marks, char c)
{
    return text_find(text_of(marks), (const char[]){ c, '\0' }, 0) !=
           SIZE_MAX;
}

static void reads_a_year(void **state)
{
    const struct year_case *c = *state;
    year_span y;

    assert_int_equal(fiscal_year_parse(&y, text_of(c->label), c->context),
                     c->ok);
    assert_int_equal(y.from, c->from);
    assert_int_equal(y.to, c->to);
    assert_int_equal(y.calendar, marked(c->marks, 'c'));
    assert_int_equal(y.open, marked(c->marks, 'o'));
    assert_int_equal(y.until, marked(c->marks, 'u'));
    assert_int_equal(y.mean, marked(c->marks, 'm'));
}

static const struct find_case {
    const char *label; /* the text */
    const char *found; /* "" for none */
    int to;
} finds[] = {
    { "R2n目標", "R2n", 2020 },
    { "KPI（平成31年度）", "平成31年度", 2019 },
    { "平成28年度末時点", "平成28年度末時点", 2016 },
    { "COVID-19", "", 0 },
    { "CO2削減", "", 0 },
    { "2,016人", "", 0 },
    { "2016人", "", 0 },
    { "実績 2016", "2016", 2016 },
    { "第2016回", "", 0 },
    { "R5/FY2023", "R5/FY2023", 2023 },
    { "R5 FY2023", "R5 FY2023", 2023 },
    { "r5fy2023", "r5fy2023", 2023 },
    { "2023／R5実績", "2023／R5", 2023 },
    { "2022KPI目標値", "2022", 2022 },
    { "2022KPI", "", 0 },
    { "R5/2024", "R5", 2023 },
    { "301", "", 0 },
    { "12019年度", "", 0 },
    { "28人", "", 0 },
};

static void finds_a_year(void **state)
{
    const struct find_case *c = *state;
    year_span y;
    size_t start, end;
    text t = text_of(c->label);

    assert_int_equal(fiscal_year_find(&y, &start, &end, t, 0),
                     *c->found != '\0');
    assert_true(text_is(text_cut(t, start, end), c->found));
    assert_int_equal(y.to, c->to);
}

/* With a context ２年度 is a year too: no place of one is told to have none. */
static void a_year_may_begin_where_it_is_read(void **state)
{
    const struct year_case *c = *state;
    text t = text_of(c->label);
    year_span y;

    for (size_t at = 0; at < t.length; utf8_next(t, &at))
        if (fiscal_year_read(&y, t, at, 2016) != 0)
            assert_true(fiscal_year_may_begin(t, at));
}

static void writes_years(void **state)
{
    buf b;

    (void)state;
    buf_init(&b);
    fiscal_year_put(&b, 2020);
    buf_char(&b, ' ');
    fiscal_year_put(&b, 2019);
    buf_char(&b, ' ');
    fiscal_year_put(&b, 2016);
    buf_char(&b, ' ');
    fiscal_year_put_short(&b, 2019);
    fiscal_year_put_short(&b, 2018);
    assert_string_equal(buf_cstr(&b), "令和2年度(2020) 令和元年度(2019) "
                                      "平成28年度(2016) R1H30");
    assert_int_equal(fiscal_year_of_day(2017, 3), 2016);
    assert_int_equal(fiscal_year_of_day(2017, 4), 2017);
    buf_free(&b);
}

int main(void)
{
    struct CMUnitTest tests[192];
    size_t n = 0;

    TEST_ROWS(tests, n, reads_a_year, cases);
    TEST_ROWS(tests, n, a_year_may_begin_where_it_is_read, cases);
    TEST_ROWS(tests, n, finds_a_year, finds);
    TEST_ONE(tests, n, writes_years);
    return run_tests("fiscal_year", tests, n);
}
