/*
 * test_units.c - units, their synonyms and factors
 */
#include "support/rows.h"

#include <string.h>

#include "ingest/header/unit_words.h"
#include "wording/units.h"

static const struct relate_case {
    const char *label, *from, *to;
    units_relation relation;
    const char *factor;
} relates[] = {
    { "the same", "人", "人", UNITS_SAME, "1" },
    { "percent signs", "％", "%", UNITS_SAME, "1" },
    { "places", "か所", "箇所", UNITS_SAME, "1" },
    { "people", "名", "人", UNITS_SAME, "1" },
    { "oku to cho", "億円", "兆円", UNITS_CONVERTED, "0.0001" },
    { "tons", "t", "千t", UNITS_CONVERTED, "0.001" },
    { "tons by name", "千トン", "t", UNITS_CONVERTED, "1000" },
    { "people in ten thousands", "万人", "人", UNITS_CONVERTED, "10000" },
    { "kilograms", "kg", "t", UNITS_CONVERTED, "0.001" },
    { "hectares", "ha", "㎡", UNITS_CONVERTED, "10000" },
    { "only a magnitude", "億", "億円", UNITS_ASSUMED, "1" },
    { "a magnitude and another", "億", "兆円", UNITS_ASSUMED, "0.0001" },
    { "none", "", "人", UNITS_ASSUMED, "1" },
    { "both none", "", "", UNITS_SAME, "1" },
    { "counters", "社", "件", UNITS_COUNTERS, "1" },
    { "per year aside", "件/年", "件", UNITS_SAME, "1" },
    { "yen and percent", "円", "%", UNITS_INCOMPATIBLE, "1" },
};

static void relates_two(void **state)
{
    const struct relate_case *c = *state;
    units_relation relation;
    number factor;
    arena a;
    buf b;

    arena_init(&a, 0);
    buf_init(&b);
    assert_true(units_relate(&a, &relation, &factor, text_of(c->from),
                             text_of(c->to)));
    assert_int_equal(relation, c->relation);
    number_put(&b, factor, 0);
    assert_string_equal(buf_cstr(&b), c->factor);
    buf_free(&b);
    arena_free(&a);
}

static const struct read_case {
    const char *label, *unit;
} reads[] = {
    { "千t（H26年度）", "千t" },   { "億円以上", "億円" },
    { "か所⇒", "か所" },           { "人分(H29年度)", "人分" },
    { "人の雇用", "人" },           { "件誘致", "件" },
    { "事業者（R6）", "事業者" },   { "千TEU", "千TEU" },
    { "m2", "m2" },                 { "t-CO2", "t-CO2" },
    { "％以上", "％" },             { "経営体", "経営体" },
    { "g/人・日", "g/人・日" },     { "億", "億" },
    { "円/60kg（R6）", "円/60kg" }, { "ｋｇ／１０ａ", "ｋｇ／１０ａ" },
    { "t/100t", "t" },              { "人/100人", "人" },
    { "（人）", "" },               { "", "" },
    { "大学等における", "大学等" }, { "人増/年", "人" },
};

static void reads_a_unit(void **state)
{
    const struct read_case *c = *state;

    assert_int_equal(units_read(text_of(c->label), 0),
                     text_of(c->unit).length);
}

static void words_stand_in_the_order_of_their_bytes(void **state)
{
    size_t i = 0;

    (void)state;
    for (; units_word(i) != NULL; i++) {
        text word = text_of(units_word(i));

        if (i > 0 && strcmp(units_word(i - 1), units_word(i)) >= 0)
            fail_msg("%s stands behind %s", units_word(i), units_word(i - 1));
        assert_int_equal(units_read_known(word, 0), word.length);
    }
    assert_true(i > 200);
}

/* Each word of the table is what it relates to. */
static void percents_and_ranks_are_those_of_the_table(void **state)
{
    units_relation percent, rank;
    size_t percents = 0, ranks = 0;
    number factor;
    arena a;

    (void)state;
    arena_init(&a, 0);
    for (size_t i = 0; units_word(i) != NULL; i++) {
        text word = text_of(units_word(i));

        assert_true(units_relate(&a, &percent, &factor, word, text_of("%")));
        assert_true(units_relate(&a, &rank, &factor, word, text_of("位")));
        assert_int_equal(units_is_percent(word), percent == UNITS_SAME);
        assert_int_equal(units_is_rank(word), rank == UNITS_SAME);
        percents += units_is_percent(word);
        ranks += units_is_rank(word);
    }
    assert_true(percents > 2 && ranks > 1);
    assert_true(units_is_percent(text_of(" ％ ")));
    assert_false(units_is_percent(text_of("")));
    assert_false(units_is_rank(text_of("位置")));
    arena_free(&a);
}

/* Those in brackets of a name or header; "0" and U+FFFF are around all. */
static void units_of_brackets_are_all_found(void **state)
{
    arena a;
    size_t i = 0;

    (void)state;
    arena_init(&a, 0);
    for (; unit_word_at(i) != NULL; i++) {
        if (i > 0 && strcmp(unit_word_at(i - 1), unit_word_at(i)) >= 0)
            fail_msg("%s stands behind %s", unit_word_at(i),
                     unit_word_at(i - 1));
        if (!unit_word(&a, text_of(unit_word_at(i))))
            fail_msg("%s is not found", unit_word_at(i));
    }
    assert_true(i > 200);
    assert_false(unit_word(&a, text_of("0")));
    assert_false(unit_word(&a, text_of("\xEF\xBF\xBF")));
    assert_false(unit_word(&a, text_of("市外")));
    arena_free(&a);
}

int main(void)
{
    struct CMUnitTest tests[64];
    size_t n = 0;

    TEST_ROWS(tests, n, relates_two, relates);
    TEST_ROWS(tests, n, reads_a_unit, reads);
    TEST_ONE(tests, n, words_stand_in_the_order_of_their_bytes);
    TEST_ONE(tests, n, percents_and_ranks_are_those_of_the_table);
    TEST_ONE(tests, n, units_of_brackets_are_all_found);
    return run_tests("units", tests, n);
}
