/*
 * test_word_key.c - keys are alike when their words and figures are
 */
#include "support/rows.h"

#include <stdio.h>
#include <string.h>

#include "kpi/word_key.h"

static const struct pair_case {
    const char *label;
    const char *words[2];
    const char *figures[2]; /* fractions; NULL: not known */
    bool alike;
} cases[] = {
    { "the_same_twice", { "件数", "件数" }, { "1", "1" }, true },
    { "widths_and_blanks_fold", { "ＫＰＩ 件数", "KPI件数" },
      { "1", "1" }, true },
    { "other_words", { "件数", "人数" }, { "1", "1" }, false },
    { "only_blanks_are_no_word", { "", "　" }, { "1", "1" }, true },
    { "one_value_in_lowest_terms", { "a", "a" }, { "2/4", "1/2" }, true },
    { "another_sign", { "a", "a" }, { "1/2", "-1/2" }, false },
    { "unknown_is_not_zero", { "a", "a" }, { NULL, "0" }, false },
    { "both_unknown", { "a", "a" }, { NULL, NULL }, true },
    { "large_and_equal", { "a", "a" },
      { "123456789012345678901", "123456789012345678901" }, true },
    { "large_and_different", { "a", "a" },
      { "123456789012345678901", "123456789012345678902" }, false },
    { "large_is_no_small_one", { "a", "a" },
      { "123456789012345678901", "1" }, false },
};

static text key_of(word_keys *w, const char *word, const char *figure)
{
    int64_t parts[1 + WORD_KEY_FIGURE] = { word_number(w, word) };
    number value = NUMBER_ZERO;

    if (figure != NULL)
        assert_true(number_from_fraction(w->memory, &value,
                                         text_of(figure)));
    word_figure(w, parts + 1, figure != NULL, value);
    return word_key(w, parts, 1 + WORD_KEY_FIGURE);
}

static void compares_keys(void **state)
{
    const struct pair_case *c = *state;
    word_keys w;
    arena a;

    arena_init(&a, 0);
    word_keys_init(&w, &a);
    assert_int_equal(text_equal(key_of(&w, c->words[0], c->figures[0]),
                                key_of(&w, c->words[1], c->figures[1])),
                     c->alike);
    assert_false(w.failed);
    arena_free(&a);
}

static void remembers_that_memory_ran_out(void **state)
{
    size_t limit = 1;
    bool failed = true;

    (void)state;
    for (; failed; limit += 64) {
        word_keys w;
        arena a;

        arena_init(&a, limit);
        word_keys_init(&w, &a);
        if (word_number(&w, "件数") != 0 && word_number(&w, "人数") != 0)
            assert_int_not_equal(word_number(&w, "件数"),
                                 word_number(&w, "人数"));
        failed = w.failed;
        arena_free(&a);
    }
    assert_true(limit > 4 * 64); /* it did run out, several times */
}

/* Many at once: some stand where others are looked for, all come twice. */
static void numbers_words_wherever_they_stand(void **state)
{
    enum { WORDS = 500, ROOM = 16 };
    static char words[2][WORDS][ROOM];
    word_keys w;
    arena a;

    (void)state;
    arena_init(&a, 0);
    word_keys_init(&w, &a);
    for (int round = 0; round < 2; round++)
        for (size_t i = 0; i < WORDS; i++) {
            snprintf(words[round][i], ROOM, round == 0 ? "w%zu" : "W %zu", i);
            assert_int_equal(word_number(&w, words[round][i]), i + 1);
            assert_int_equal(word_number(&w, words[round][i]), i + 1);
            assert_int_equal(word_number(&w, words[0][i / 2]), i / 2 + 1);
        }
    assert_int_equal(word_number(&w, ""), 0);
    assert_int_equal(word_number(&w, " "), 0);
    arena_free(&a);
}

/* Keys of every length, so that each way to take their last bytes is met. */
static void keeps_a_copy_of_a_new_key(void **state)
{
    enum { MOST = 40 };
    char bytes[MOST + 1];
    key_table t;
    arena a;

    (void)state;
    arena_init(&a, 0);
    key_table_init(&t, &a);
    for (int round = 0; round < 2; round++)
        for (size_t length = 0; length <= MOST; length++) {
            memset(bytes, 'k', sizeof(bytes)); /* not the last one's */
            assert_int_equal(*key_table_put_copy(
                &t, text_slice(bytes, length), length + 100 * (size_t)round),
                length);
            memset(bytes, 'x', sizeof(bytes));
            assert_int_equal(key_table_get(&t, text_slice(bytes, length)),
                             length == 0 ? 0 : SIZE_MAX);
        }
    assert_int_equal(t.count, MOST + 1);
    arena_free(&a);
}

int main(void)
{
    struct CMUnitTest tests[32];
    size_t n = 0;

    TEST_ROWS(tests, n, compares_keys, cases);
    TEST_ONE(tests, n, numbers_words_wherever_they_stand);
    TEST_ONE(tests, n, keeps_a_copy_of_a_new_key);
    TEST_ONE(tests, n, remembers_that_memory_ran_out);
    return run_tests("word_key", tests, n);
}
