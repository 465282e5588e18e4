/*
 * test_date_words.c - days and months, alone and beside other words
 */
#include <string.h>

#include "support/rows.h"
#include "wording/date_words.h"

static const struct date_case {
    const char *label, *typed, *rest;
    bool alone;
} cases[] = {
    { "a month", "平成29年7月", "平成29年7月", true },
    { "a day with dots, full-width", "Ｒ６．５．１現在", "Ｒ６．５．１現在", true },
    { "a day with slashes and its weekday", "2024/06/03（月）作成",
      "2024/06/03（月）作成", true },
    { "an office", "環境局", "環境局", false },
    { "a numbered office", "第1課", "第1課", false },
    { "a kanji of dates without a figure", "日月", "日月", false },
    { "a count", "29件", "29件", false },
    { "a date behind", "環境局　平成29年7月", "環境局", false },
    { "a date in front", "令和6年7月1日 環境局　緑課", "環境局　緑課", false },
    { "a date in brackets", "環境局（R6.7現在）", "環境局", false },
    { "an extension is none", "計画課（内線3456）", "計画課（内線3456）", false },
    { "nothing", "", "", false },
};

static void tells_dates(void **state)
{
    const struct date_case *c = *state;
    text rest = date_words_cut(text_of(c->typed));

    assert_int_equal(date_words_alone(text_of(c->typed)), c->alone);
    assert_int_equal(rest.length, strlen(c->rest));
    assert_memory_equal(rest.bytes, c->rest, rest.length);
}

static const struct announced_case {
    const char *label, *typed, *act;
} announced[] = {
    { "a month, and what is done then", "11月確定", "確定" },
    { "a date with dots", " R6.10公表", "公表" },
    { "without a date", "未公表", "" },
    { "of something", "令和6年6月の白書で公表", "" },
    { "a date alone", "令和6年6月", "" },
};

static void tells_what_is_announced(void **state)
{
    const struct announced_case *c = *state;
    text act = date_words_announced(text_of(c->typed));

    assert_int_equal(act.length, strlen(c->act));
    assert_memory_equal(act.bytes, c->act, act.length);
}

int main(void)
{
    struct CMUnitTest tests[32];
    size_t n = 0;

    TEST_ROWS(tests, n, tells_dates, cases);
    TEST_ROWS(tests, n, tells_what_is_announced, announced);
    return run_tests("date_words", tests, n);
}
