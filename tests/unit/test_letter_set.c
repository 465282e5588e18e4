/*
 * test_letter_set.c - a set of characters
 */
#include "support/rows.h"

#include "ingest/header/letter_set.h"

/* Words, and whether the letter is one that they begin with. */
static const struct begin_case {
    const char *label, *words[3];
    uint32_t letter;
    bool begins;
} begin_cases[] = {
    { "the first kanji of a word", { "目標", "実績", "計" }, 0x5B9F, true },
    { "a kana", { "ストック", "の値", "値" }, 0x306E, true },
    { "not its second letter", { "目標", "実績", "計" }, 0x6A19, false },
    { "another letter", { "目標", "実績", "計" }, 0x4E8B, false },
    { "words of other letters are none", { "kpi", "", "○" }, 'k', false },
};

static void knows_what_words_begin_with(void **state)
{
    const struct begin_case *c = *state;
    letter_set s = { { 0 } };

    letter_set_begin(&s, c->words, 3);
    assert_int_equal(letter_set_has(&s, c->letter), c->begins);
}

static void takes_no_letter_behind_its_end(void **state)
{
    letter_set s = { { 0 } };

    (void)state;
    letter_set_add(&s, LETTER_SET_END - 1);
    letter_set_add(&s, LETTER_SET_END);
    letter_set_add(&s, 0x20000);
    assert_true(letter_set_has(&s, LETTER_SET_END - 1));
    assert_false(letter_set_has(&s, 0));
}

int main(void)
{
    struct CMUnitTest tests[16];
    size_t n = 0;

    TEST_ROWS(tests, n, knows_what_words_begin_with, begin_cases);
    TEST_ONE(tests, n, takes_no_letter_behind_its_end);
    return run_tests("letter_set", tests, n);
}
