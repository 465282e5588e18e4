/*
 * test_glyph.c - single characters: the ways told at once agree with the rest
 */
#include "support/rows.h"

#include <string.h>

#include "wording/glyph.h"

enum { LAST = 0x10FFFF };

/* What a character is compared as, said in one place and slowly. */
static uint32_t compared_as(uint32_t c)
{
    if (c >= 0xFF01 && c <= 0xFF5E)
        return c - 0xFEE0;
    return c == 0x3000 || c == 0xA0 ? ' ' : c;
}

static text typed(char bytes[16], const char *before, uint32_t c,
                  const char *behind)
{
    size_t length = strlen(before), size;

    memcpy(bytes, before, length);
    size = utf8_put(bytes + length, c);
    if (size == 0)
        return text_of(""); /* a surrogate */
    length += size;
    memcpy(bytes + length, behind, strlen(behind));
    return text_slice(bytes, length + strlen(behind));
}

static void reads_every_character_forwards_and_backwards(void **state)
{
    (void)state;
    for (uint32_t c = 1; c <= LAST; c++) {
        char bytes[16];
        text t = typed(bytes, "か", c, "x");
        size_t at = 3;

        if (t.length == 0)
            continue;
        if (glyph_next(t, &at) != compared_as(c) || at != t.length - 1 ||
            glyph_back(t, at) != 3 || glyph_before(t, at) != compared_as(c))
            fail_msg("U+%04X", (unsigned)c);
        if (glyph_at(t, 3, &at) != glyph_class_of(compared_as(c)) ||
            at != t.length - 1)
            fail_msg("class of U+%04X", (unsigned)c);
    }
}

/* The ways that see no space at once, and the one that looks for all. */
static void skips_the_same_spaces(void **state)
{
    (void)state;
    for (uint32_t c = 1; c <= LAST; c++) {
        char bytes[16];
        text t = typed(bytes, "か", c, " x");

        for (size_t at = 3; t.length > 0 && at <= t.length; at++)
            if (glyph_skip(t, at, true) != glyph_skip_spaces(t, at, true) ||
                glyph_skip(t, at, false) != glyph_skip_spaces(t, at, false))
                fail_msg("U+%04X", (unsigned)c);
    }
}

static void digits_count_in_either_width(void **state)
{
    (void)state;
    for (uint32_t c = 1; c <= LAST; c++) {
        char bytes[16];
        text t = typed(bytes, "1", c, "x");
        size_t next = 0;
        bool digit = compared_as(c) >= '0' && compared_as(c) <= '9';

        if (t.length == 0)
            continue;
        if (glyph_digit(t, 1, &next) !=
                (digit ? (int)(compared_as(c) - '0') : -1) ||
            next != (digit ? t.length - 1 : 0) ||
            glyph_skip_digits(t, 0) != (digit ? t.length - 1 : 1))
            fail_msg("U+%04X", (unsigned)c);
    }
    assert_int_equal(glyph_skip_digits(text_of("12\xEF\xBC"), 0), 2);
}

static void classes_of_common_characters_are_the_table_s(void **state)
{
    (void)state;
    for (uint32_t c = 0x80; c <= LAST; c++)
        if (glyph_class_of(c) != glyph_class_other(c))
            fail_msg("U+%04X", (unsigned)c);
}

static void stays_within_malformed_text(void **state)
{
    static const char *const broken[] = {
        "\xE3", "\xE3\x81", "\xEF\xBC", "\xED\xA0\x80", "\xE0\x80\x80",
        "\xF0\x9F", "\xFF", "\x80\x80\x80", "\xE3\x81\x41",
    };

    (void)state;
    for (size_t i = 0; i < sizeof(broken) / sizeof(*broken); i++) {
        text t = text_of(broken[i]);
        size_t at = 0, again = 0;

        while (at < t.length) {
            assert_int_equal(glyph_next(t, &at), utf8_next(t, &again));
            assert_int_equal(at, again);
        }
        assert_int_equal(at, t.length);
        assert_true(glyph_back(t, t.length) < t.length);
    }
}

/* No word that stands somewhere is told not to. */
static void a_word_may_start_where_it_stands(void **state)
{
    static const char words[][28] = {
        "a", "t-co2", "z", "%", "0", "人", "世帯", "か所", "ー", "ℓ", "‰",
        "㎡", "k㎡", "龥", "。", "°", "\xEE\x80\x80", "!", "~",
    };

    (void)state;
    for (uint32_t c = 1; c <= LAST; c++) {
        char bytes[16];
        text t = typed(bytes, "", c, "-co2帯所");
        glyph_first first = glyph_first_of(t, 0);

        for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
            if (glyph_word(t, 0, words[i]) != 0 &&
                !glyph_may_start(first, words[i]))
                fail_msg("U+%04X, %s", (unsigned)c, words[i]);
    }
    assert_false(glyph_may_start(glyph_first_of(text_of(""), 0), words[0]));
    assert_false(glyph_may_start(glyph_first_of(text_of("人"), 0), words[7]));
    assert_true(glyph_may_start(glyph_first_of(text_of("Ｔ"), 0), words[1]));
}

/* Whichever way it is looked for, the first of the words that stands there. */
static void finds_the_same_word_in_every_table(void **state)
{
    static const char apart[][12] = { "年間", "年度", "年", "か年", "か所", "a",
                                      "a1", "/年", "%", "×" };
    const char *listed[sizeof(apart) / sizeof(*apart)];
    size_t count = sizeof(apart) / sizeof(*apart);

    (void)state;
    for (size_t i = 0; i < count; i++)
        listed[i] = apart[i];
    for (uint32_t c = 1; c <= LAST; c++)
        for (int k = 0; k < 3; k++) {
            char bytes[16];
            text t = typed(bytes, "", c, k == 0 ? "度" : k == 1 ? "年1" : "");
            size_t slow = 0;

            if (t.length == 0)
                continue;
            for (size_t i = 0; i < count && slow == 0; i++)
                slow = glyph_word_slow(t, 0, apart[i]);
            if (glyph_any(t, 0, listed, count) != slow ||
                glyph_any_in(t, 0, apart[0], sizeof(apart[0]), count) != slow)
                fail_msg("U+%04X", (unsigned)c);
        }
    assert_int_equal(glyph_any(text_of(""), 0, listed, count), 0);
    assert_int_equal(glyph_any_in(text_of(""), 0, apart[0], sizeof(apart[0]),
                                  count), 0);
}

int main(void)
{
    struct CMUnitTest tests[8];
    size_t n = 0;

    TEST_ONE(tests, n, reads_every_character_forwards_and_backwards);
    TEST_ONE(tests, n, classes_of_common_characters_are_the_table_s);
    TEST_ONE(tests, n, stays_within_malformed_text);
    TEST_ONE(tests, n, a_word_may_start_where_it_stands);
    TEST_ONE(tests, n, digits_count_in_either_width);
    TEST_ONE(tests, n, skips_the_same_spaces);
    TEST_ONE(tests, n, finds_the_same_word_in_every_table);
    return run_tests("glyph", tests, n);
}
