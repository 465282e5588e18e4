/*
 * test_fold.c - Japanese text made comparable
 */
#include "support/rows.h"

#include "wording/fold.h"

static const struct fold_case {
    const char *label, *typed, *key, *bare, *width;
} cases[] = {
    { "full-width letters", "ＫＰＩ　Ａ", "kpia", "kpia", "KPI A" },
    { "half-width kana with voicing", "ｶﾞｲﾄﾞ", "ガイド", "ガイド", "ガイド" },
    { "brackets", "人（延べ）数", "人(延べ)数", "人数", "人(延べ)数" },
    { "square brackets", "人【延べ】数", "人(延べ)数", "人数", "人【延べ】数" },
    { "dashes", "A－B―C—D", "a-b-c-d", "a-b-c-d", "A-B―C—D" },
    { "a long vowel stays", "リーダー", "リーダー", "リーダー", "リーダー" },
    { "a long vowel for a dash", "10ー20", "10-20", "10-20", "10ー20" },
    { "waves", "1〜2～3", "1~2~3", "1~2~3", "1〜2~3" },
    { "line breaks", "一\n二\r\n三", "一二三", "一二三", "一\n二\r\n三" },
    { "compatibility characters", "㈱①㎡", "(株)1m2", "1m2", "㈱①㎡" },
    { "Japanese quotes", "「あ」い", "「あ」い", "い", "「あ」い" },
    { "a close alone", "あ）ー", "あ)-", "あー", "あ)ー" },
    { "malformed bytes", "a\xFF" "b", "a\xEF\xBF\xBD" "b",
      "a\xEF\xBF\xBD" "b", "a\xEF\xBF\xBD" "b" },
    { "nothing", "", "", "", "" },
};

static void folds(void **state)
{
    const struct fold_case *c = *state;
    text got, key;
    size_t *map;
    arena a;

    arena_init(&a, 0);
    assert_true(fold_key(&a, &got, text_of(c->typed)));
    assert_true(text_is(got, c->key));
    assert_true(fold_bare(&a, &got, text_of(c->typed)));
    assert_true(text_is(got, c->bare));
    assert_true(fold_both(&a, &key, &got, text_of(c->typed)));
    assert_true(text_is(key, c->key));
    assert_true(text_is(got, c->bare));
    assert_true(fold_width(&a, &got, &map, text_of(c->typed)));
    assert_true(text_is(got, c->width));
    assert_int_equal(map[got.length], text_of(c->typed).length);
    for (size_t i = 0; i < got.length; i++)
        assert_true(map[i] <= map[i + 1]);
    arena_free(&a);
}

/* What is folded without the library is folded as by it: ㎡ needs it, and
 * with it all that stands in one text. */
static void folds_every_character_as_the_library_does(void **state)
{
    static const char *const leads[] = { "", "か", "1" };
    text alone, joined;
    arena a;

    (void)state;
    arena_init(&a, 0);
    for (uint32_t c = 1; c <= 0x10FFFF; c++) {
        for (size_t i = 0; i < sizeof(leads) / sizeof(*leads); i++) {
            char typed[16] = "";
            size_t length = strlen(leads[i]), size;

            memcpy(typed, leads[i], length);
            size = utf8_put(typed + length, c);
            if (size == 0)
                continue; /* a surrogate */
            length += size;
            assert_true(fold_key(&a, &alone, text_slice(typed, length)));
            memcpy(typed + length, "㎡", strlen("㎡"));
            length += strlen("㎡");
            assert_true(fold_key(&a, &joined, text_slice(typed, length)));
            if (joined.length != alone.length + 2 ||
                memcmp(joined.bytes, alone.bytes, alone.length) != 0)
                fail_msg("U+%04X behind %s", (unsigned)c, leads[i]);
        }
        if (c % 1024 == 0)
            arena_free(&a);
    }
    arena_free(&a);
}

int main(void)
{
    struct CMUnitTest tests[32];
    size_t n = 0;

    TEST_ROWS(tests, n, folds, cases);
    TEST_ONE(tests, n, folds_every_character_as_the_library_does);
    return run_tests("fold", tests, n);
}
