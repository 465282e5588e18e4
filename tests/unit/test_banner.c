/*
 * test_banner.c - the headings that lines and cells are
 */
#include "support/rows.h"

#include <stdio.h>
#include <string.h>

#include "ingest/header/banner.h"
#include "ingest/level_labels.h"
#include "wording/glyph.h"

static const struct heading_case {
    const char *label, *typed;
    heading_style style;
    const char *no, *title;
} cases[] = {
    { "a goal by its word", "基本目標１　しごとをつくる", STYLE_GOAL_WORD, "１",
      "しごとをつくる" },
    { "one in a bracket", "【柱1　効率的な行政】", STYLE_THEME_WORD, "1",
      "効率的な行政" },
    { "its number in a bracket, and another behind",
      "【基本目標１】しごと【新規】", STYLE_GOAL_WORD, "１", "しごと【新規】" },
    { "a number behind a colon", "政策分野：1　行財政運営", STYLE_THEME_WORD,
      "1", "行財政運営" },
    { "a measure's word in signs", "＜施策１－１＞　健康づくり",
      STYLE_MEASURE_WORD, "１－１", "健康づくり" },
    { "the whole heading in them", "〈政策２　豊かな心〉", STYLE_THEME_WORD,
      "２", "豊かな心" },
    { "a label in them", "＜目標＞500人", STYLE_NONE, "", "＜目標＞500人" },
    { "a goal for all others", "横断的な目標　多様な人材の活躍",
      STYLE_GOAL_WORD, "", "多様な人材の活躍" },
    { "one behind a bracket", "【柱】(2)観光の振興", STYLE_THEME_WORD, "(2)",
      "観光の振興" },
    { "a pillar without a number", "柱　にぎわう町", STYLE_THEME_WORD, "",
      "にぎわう町" },
    { "a pillar of a reform", "改革の柱２　行政の効率", STYLE_THEME_WORD, "２",
      "行政の効率" },
    { "a reform alone", "改革　行政の効率", STYLE_NONE, "",
      "改革　行政の効率" },
    { "a document of pillars", "柱　進捗状況一覧", STYLE_NONE, "",
      "柱　進捗状況一覧" },
    { "a figure behind a colon", "施策：1,500人の雇用", STYLE_MEASURE_WORD, "",
      "1,500人の雇用" },
    { "a dot in front of its word", "・基本目標：しごとをつくる", STYLE_GOAL_WORD, "",
      "しごとをつくる" },
    { "an item of a list", "・目標：90人", STYLE_NONE, "", "・目標：90人" },
    { "a number", "12　観光の振興", STYLE_NUMBER, "12", "観光の振興" },
    { "a number in brackets", "（3）定住", STYLE_PAREN_NUMBER, "（3）", "定住" },
    { "a circled number", "①地域産業の振興", STYLE_CIRCLED, "①",
      "地域産業の振興" },
    { "a figure", "490人", STYLE_NONE, "", "490人" },
    { "a grouped figure", "1,500人", STYLE_NONE, "", "1,500人" },
    { "a number behind its word", "No.12　観光の振興", STYLE_NUMBER, "12",
      "観光の振興" },
    { "one in wide letters", "Ｎｏ．３ 定住", STYLE_NUMBER, "３", "定住" },
    { "one of letters that are one", "№4-2　定住", STYLE_NUMBER, "4-2",
      "定住" },
    { "a number of nothing", "No.12", STYLE_NONE, "", "No.12" },
    { "a word that begins alike", "No.1企業の誘致", STYLE_NONE, "",
      "No.1企業の誘致" },
    { "施策名 and its number in a bracket", "【施策名(1)】文化の振興",
      STYLE_MEASURE_WORD, "(1)", "文化の振興" },
    { "施策名 as a label", "施策名：1　文化の振興", STYLE_NONE, "",
      "施策名：1　文化の振興" },
    { "a number behind a colon", "政策分野：1　環境", STYLE_THEME_WORD, "1",
      "環境" },
    { "one behind a bracket", "【政策分野】２　環境", STYLE_THEME_WORD, "２",
      "環境" },
    { "a direction", "施策の基本的方向①　定住", STYLE_THEME_WORD, "①",
      "定住" },
    { "a direction in longer words", "基本的な方向性1-1　定住", STYLE_THEME_WORD,
      "1-1", "定住" },
    { "another word for it", "基本的方向性2-1　定住", STYLE_THEME_WORD, "2-1",
      "定住" },
    { "a figure behind a colon", "基本目標：30人の雇用", STYLE_GOAL_WORD, "",
      "30人の雇用" },
    { "a name", "観光の振興", STYLE_NONE, "", "観光の振興" },
};

static void reads_heading(void **state)
{
    const struct heading_case *c = *state;
    text no, title;

    assert_int_equal(heading_read(text_of(c->typed), &no, &title), c->style);
    assert_true(text_is(no, c->no));
    assert_true(text_is(title, c->title));
}

/* Of these table_word() asks for no heading: 490人, 39%. */
static void no_letter_right_behind_digits_parts_a_title(void **state)
{
    static const char *const digits[] = { "1", "12", "１２", "1234567" };

    (void)state;
    for (uint32_t c = 0x80; c <= 0x10FFFF; c++) {
        glyph_class class = glyph_class_of(c);

        if (class != GLYPH_KANJI && class != GLYPH_UNIT)
            continue;
        for (size_t i = 0; i < sizeof(digits) / sizeof(*digits); i++) {
            size_t length = strlen(digits[i]);
            char bytes[40];
            text t, no, title;

            memcpy(bytes, digits[i], length);
            length += utf8_put(bytes + length, c);
            memcpy(bytes + length, "　x", strlen("　x"));
            t = text_slice(bytes, length + strlen("　x"));
            if (heading_read(t, &no, &title) != STYLE_NONE ||
                title.length < t.length)
                fail_msg("U+%04X", (unsigned)c);
        }
    }
}

/* By its first letter most texts are told to begin none. */
static void every_word_begins_a_heading(void **state)
{
    char typed[64];
    text no, title;

    (void)state;
    for (size_t i = 0; heading_word(i) != NULL; i++) {
        snprintf(typed, sizeof(typed), "%s１　稼ぐ", heading_word(i));
        if (heading_read(text_of(typed), &no, &title) == STYLE_NONE ||
            !text_is(no, "１") || !text_is(title, "稼ぐ"))
            fail_msg("%s begins no heading", typed);
        snprintf(typed, sizeof(typed), "%s１", heading_word(i));
        if (!level_labels_may(&(cell){ .type = CELL_STRING,
                                       .value = text_of(typed) }))
            fail_msg("%s is no label of a level", typed);
    }
    assert_null(heading_word(1000));
}

int main(void)
{
    struct CMUnitTest tests[40];
    size_t n = 0;

    TEST_ROWS(tests, n, reads_heading, cases);
    TEST_ONE(tests, n, no_letter_right_behind_digits_parts_a_title);
    TEST_ONE(tests, n, every_word_begins_a_heading);
    return run_tests("banner", tests, n);
}
