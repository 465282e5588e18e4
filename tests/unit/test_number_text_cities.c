/*
 * test_number_text_cities.c - cells of value columns as other cities type them
 */
#include <string.h>

#include "support/rows.h"
#include "support/wording_spec.h"

typedef struct number_case {
    const char *label; /* the cell */
    const char *expected; /* x: no figure */
} number_case;

static const number_case numbers[] = {
    { "12,345", "12345" },
    { "※2　987", "987" },
    { "※1 1,012千人", "1012千人" },
    { "※2　3月末", "x" },
    { "※ 72.0％", "72％" },
    { "※ 2 987", "x" },
    { "812人²⁾", "812人" },
    { "354¹", "354" },
    { "12m²", "12m²" },
    { "12ｍ²", "12ｍ²" },
    { "１２，３４５", "12345" },
    { "12、345", "12345" },
    { "12 人", "12人" },
    { "△ 12", "-12" },
    { "▲１２．５％", "-12.5％" },
    { "-0.5", "-0.5" },
    { "−3", "-3" },
    { "ー5", "-5" },
    { "+3", "3" },
    { "±0", "0" },
    { "約1万2千人", "12千人" },
    { "1万2,345人", "12345人" },
    { "3億5千万円", "35千万円" },
    { "0.85", "0.85" },
    { "0.0", "0" },
    { "００１２", "12" },
    { "1,000,000人", "1000000人" },
    { "37 000", "37000" },
    { "1 234 567円", "1234567円" },
    { "41\xC2\xA0" "250人", "41250人" },
};

static const number_case units[] = {
    { "1.5倍", "1.5倍" },       { "3日/週", "3日/週" },
    { "1,200人/日", "1200人/日" }, { "85%", "85%" },
    { "85パーセント", "85パーセント" }, { "2.5‰", "2.5‰" },
    { "12.5ha", "12.5ha" },     { "3.4km", "3.4km" },
    { "250㎡", "250㎡" },       { "250m2", "250m2" },
    { "456t-CO2", "456t-CO2" }, { "456千t-CO2", "456千t-CO2" },
    { "35万人泊", "35万人泊" }, { "12箇所", "12箇所" },
    { "12ヶ所", "12ヶ所" },     { "12ヵ所", "12ヵ所" },
    { "5路線", "5路線" },       { "12千円", "12千円" },
    { "12百万円", "12百万円" }, { "12,000円", "12000円" },
    { "8校区", "8校区" },       { "4.2ポイント", "4.2ポイント" },
    { "¥12,000", "12000円" },
};

static const number_case marks[] = {
    { "10以上", "10 以上" },
    { "10件以上", "10件 以上" },
    { "120件/年", "120件 /年" },
    { "年間120件", "120件 /年" },
    { "年120件", "120件 /年" },
    { "月2回", "2回/月" },
    { "週3日", "3日/週" },
    { "120人（累計）", "120人 累計" },
    { "延べ120人", "120人 累計" },
    { "120人（10人増）", "120人" },
    { "120（速報値）", "120 速報" },
    { "20%向上", "20% 増" },
    { "5ポイント減", "5ポイント 減" },
    { "120人※", "120人" },
    { "120*", "120" },
};

static const number_case no_numbers[] = {
    { "1.5億2,000万円", "x" }, { "1 23", "x" },      { "1/2", "x" },      { "9:30", "x" },
    { "2024/3/31", "x" }, { "120人（うち女性50人）", "x" },
    { "10～20", "x" },    { "10-20", "x" },    { "1,23", "x" },
    { "12..5", "x" },     { "12.5.3", "x" },   { "R5", "x" },
    { "H28.12", "x" },    { "①", "x" },       { "十二", "x" },
    { "abc", "x" },       { "", "x" },         { "-", "x" },
    { "1e5", "x" },       { "(120)", "x" },    { "1000,000", "x" },
    { "10件／5年", "x" }, { "1人1台", "x" },
};

static bool reads_as(buf *got, const number_case *c)
{
    figure f;
    arena a;

    arena_init(&a, 0);
    if (number_text_parse(&a, &f, text_of(c->label)))
        spec_put_figure(got, &f);
    else
        buf_char(got, 'x');
    arena_free(&a);
    return strcmp(buf_cstr(got), c->expected) == 0;
}

static void reads_a_number(void **state)
{
    const number_case *c = *state;
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

    TEST_ROWS(tests, n, reads_a_number, numbers);
    TEST_ROWS(tests, n, reads_a_number, units);
    TEST_ROWS(tests, n, reads_a_number, marks);
    TEST_ROWS(tests, n, reads_a_number, no_numbers);
    return run_tests("number_text_cities", tests, n);
}
