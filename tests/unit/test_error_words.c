/*
 * test_error_words.c - errors as a reader of Japanese is told them
 */
#include "support/rows.h"

#include <string.h>

#include "base/error_words.h"

static const struct words_case {
    const char *label; /* the English */
    const char *expected;
} cases[] = {
    { "the file is empty", "ファイルが空です" },
    { "the file has more bytes than the limit of 10 (--limit-file-bytes)",
      "ファイルが大きすぎます（上限 10、--limit-file-bytes で変更）" },
    { "the part of sheet \"実績: 1\" is missing",
      "シート「実績: 1」の部品がありません" },
    { "cell B3 refers to shared string \"7\" of 2",
      "セルB3が指す共有文字列「7」がありません（全部で2）" },
    { "malformed XML: Premature end of data",
      "XMLの書き方が誤っています（Premature end of data）" },
    { "projects[3].name: texts were expected",
      "projects[3].name: 文字列が必要です" },
    { "bands.at_least: found \"x\", expected a percentage, for example "
      "at_least: 120",
      "bands.at_least: \"x\" ではなく、百分率を書いてください（例 at_least: 120）" },
    { "title: found nothing, expected a text, for example title: 計画",
      "title: 空欄 ではなく、文字列を書いてください（例 title: 計画）" },
    { "project_rule: found \"bst\"; did you mean best?; allowed: best, mean",
      "project_rule: \"bst\" は使えません。best のことですか。使える語: best, mean" },
    { "unknown key \"titel\"; did you mean title?",
      "\"titel\" というキーはありません。title のことですか" },
    { "unknown key \"grad\" in bands; did you mean grade?; allowed: grade",
      "bands の中の \"grad\" というキーはありません。grade のことですか。使える語: grade" },
    { "the YAML is wrong: bad (a tab stands in the line; indent with spaces)",
      "YAMLの書き方が誤っています: bad（行にタブがあります。空白で字下げしてください）" },
    { "what no table knows", "what no table knows" },
    { "", "" },
};

static void says_it_in_japanese(void **state)
{
    const struct words_case *c = *state;
    buf out;

    buf_init(&out);
    error_words_put(&out, text_of(c->label));
    assert_string_equal(buf_cstr(&out), c->expected);
    buf_free(&out);
}

static void is_not_slow_where_many_holes_could_end(void **state)
{
    char hostile[640];
    buf out;

    (void)state;
    for (size_t i = 0; i + 1 < sizeof(hostile); i++)
        hostile[i] = ": found , expected "[i % 19];
    hostile[sizeof(hostile) - 1] = '\0';
    buf_init(&out);
    error_words_put(&out, text_of(hostile));
    assert_true(out.length > 0);
    buf_free(&out);
}

int main(void)
{
    struct CMUnitTest tests[40];
    size_t n = 0;

    TEST_ROWS(tests, n, says_it_in_japanese, cases);
    tests[n++] = (struct CMUnitTest)
        cmocka_unit_test(is_not_slow_where_many_holes_could_end);
    return run_tests("error_words", tests, n);
}
