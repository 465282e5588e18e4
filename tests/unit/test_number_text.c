/*
 * test_number_text.c - one figure as typed
 */
#include "support/rows.h"

#include "wording/number_text.h"
#include "wording/units.h"

static const struct figure_case {
    const char *label; /* the text */
    const char *value; /* NULL: no figure */
    const char *unit, *qualifier;
    const char *marks; /* c cumulative, y per year, a about, p preliminary */
} cases[] = {
    { "1,102人", "1102", "人", "", "" },
    { "１，１０２人", "1102", "人", "", "" },
    { "1、102人", "1102", "人", "", "" },
    { "約1,102人以上", "1102", "人", "以上", "a" },
    { "△198人", "-198", "人", "", "" },
    { "▲5.5%", "-5.5", "%", "", "" },
    { "−5％", "-5", "％", "", "" },
    { "15千t", "15", "千t", "", "" },
    { "累計305人", "305", "人", "", "c" },
    { "累計：305人", "305", "人", "", "c" },
    { "59人（累計）", "59", "人", "", "c" },
    { "127人（62人増）", "127", "人", "", "" },
    { "50人増/年", "50", "人", "増", "y" },
    { "年1回", "1", "回", "", "y" },
    { "毎年75%以上", "75", "%", "以上", "y" },
    { "≦5件", "5", "件", "以下", "" },
    { "≤ 1,200", "1200", "", "以下", "" },
    { "≧80％", "80", "％", "以上", "" },
    { "≥3", "3", "", "以上", "" },
    { "5件を下回る", "5", "件", "未満", "" },
    { "100人を上回る", "100", "人", "超", "" },
    { "300人/年度", "300", "人", "", "y" },
    { "500万人／年", "500", "万人", "", "y" },
    { "速報値 85%", "85", "%", "", "p" },
    { "85％（速報値）", "85", "％", "", "p" },
    { "1兆2,000億円", "12000", "億円", "", "" },
    { "3万5千人", "35", "千人", "", "" },
    { "120万5,000人", "1205000", "人", "", "" },
    { "3,000 千円", "3000", "千円", "", "" },
    { "0.85", "0.85", "", "", "" },
    { "2015", "2015", "", "", "" },
    { " 12 ", "12", "", "", "" },
    { "10件程度", "10", "件", "程度", "" },
    { "5位以内", "5", "位", "以内", "" },
    { "1兆円規模", "1", "兆円", "規模", "" },
    { "10～20件", NULL, "", "", "" },
    { "1,23", NULL, "", "", "" },
    { "1/2", NULL, "", "", "" },
    { "13大学等", NULL, "", "", "" },
    { "①", NULL, "", "", "" },
    { "F1", NULL, "", "", "" },
    { "24時間", "24", "時間", "", "" },
    { "24時間対応", NULL, "", "", "" },
    { "1人1台", NULL, "", "", "" },
    { "H28.12", NULL, "", "", "" },
    { "28年度", NULL, "", "", "" },
    { "－", NULL, "", "", "" },
    { "", NULL, "", "", "" },
    { "10人と20人", NULL, "", "", "" },
};

static bool marked(const char *marks, char c)
{
    return text_find(text_of(marks), (const char[]){ c, '\0' }, 0) !=
           SIZE_MAX;
}

static void reads_a_figure(void **state)
{
    const struct figure_case *c = *state;
    figure f;
    number wanted;
    arena a;

    arena_init(&a, 0);
    assert_int_equal(number_text_parse(&a, &f, text_of(c->label)),
                     c->value != NULL);
    if (c->value != NULL) {
        assert_true(number_from_decimal(&a, &wanted, text_of(c->value)));
        assert_int_equal(number_compare(f.value, wanted), 0);
        assert_true(text_is(f.unit, c->unit));
        assert_true(text_is(f.qualifier, c->qualifier));
        assert_int_equal(f.cumulative, marked(c->marks, 'c'));
        assert_int_equal(f.per_year, marked(c->marks, 'y'));
        assert_int_equal(f.about, marked(c->marks, 'a'));
        assert_int_equal(f.preliminary, marked(c->marks, 'p'));
    }
    arena_free(&a);
}

/* No check of a name's words may ask of them again. */
static void counts_in_every_known_unit(void **state)
{
    arena a;
    size_t i = 0;

    (void)state;
    arena_init(&a, 0);
    for (; units_word(i) != NULL; i++) {
        char *cell = arena_printf(&a, "約12%s以上", units_word(i));
        figure f;

        assert_non_null(cell);
        if (!number_text_parse(&a, &f, text_of(cell)) || !f.unit_known ||
            !text_is(f.unit, units_word(i)))
            fail_msg("%s", cell);
    }
    assert_true(i > 200);
    arena_free(&a);
}

/* What the table has, and what only looks like a unit. */
static const struct known_case {
    const char *label; /* a figure */
    bool known;
} known[] = {
    { "15千t", true },       { "3,000 千円", true }, { "1兆2,000億", true },
    { "2回/月", true },      { "月2回", true },      { "￥300", true },
    { "3科目", false },      { "12", false },
};

static void knows_its_unit(void **state)
{
    const struct known_case *c = *state;
    figure f;
    arena a;

    arena_init(&a, 0);
    assert_true(number_text_parse(&a, &f, text_of(c->label)));
    assert_int_equal(figure_unit_is_known(&f), c->known);
    arena_free(&a);
}

int main(void)
{
    struct CMUnitTest tests[64];
    size_t n = 0;

    TEST_ROWS(tests, n, reads_a_figure, cases);
    TEST_ROWS(tests, n, knows_its_unit, known);
    TEST_ONE(tests, n, counts_in_every_known_unit);
    return run_tests("number_text", tests, n);
}
