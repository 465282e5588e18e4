/*
 * test_text.c - slices of UTF-8 text
 */
#include "support/rows.h"

#include <string.h>

#include "base/error.h"
#include "base/text.h"

static const struct trim_case {
    const char *label, *given, *expected;
} trim_rows[] = {
    { "trims nothing", "a b", "a b" },
    { "trims ASCII space", " \t\r\na\v\f", "a" },
    { "trims U+3000", "　　達成　", "達成" },
    { "trims U+00A0", "\xC2\xA0" "a\xC2\xA0 ", "a" },
    { "trims all", " 　\xC2\xA0", "" },
    { "trims the empty text", "", "" },
    { "keeps a split U+3000", "\x80\x80", "\x80\x80" },
};

static void trims(void **state)
{
    const struct trim_case *c = *state;

    assert_true(text_is(text_trim(text_of(c->given)), c->expected));
}

static const struct valid_case {
    const char *label, *given;
    bool valid;
    size_t width;
} valids[] = {
    { "ASCII is valid", "abc", true, 3 },
    { "kanji are two wide", "達成率", true, 6 },
    { "half-width kana are one wide", "ｶﾅ", true, 2 },
    { "a combining mark has no width", "か\xE3\x82\x99", true, 2 },
    { "the first and last kana are two wide", "ぁ゛ヿ\u3096", true, 8 },
    { "both voicing marks have no width", "\u3099\u309A", true, 0 },
    { "Japanese punctuation is two wide", "\u3000、。「」\u303E", true, 12 },
    { "a half fill space is one wide", "\u303F", true, 1 },
    { "full-width letters are two wide", "！Ａ～\uFF5F\uFF60", true, 10 },
    { "half-width punctuation is one wide", "\uFF61｢\uFF9F", true, 3 },
    { "the last kanji are two wide", "\u4E00\u9FFF\uA000", true, 6 },
    { "an astral character is valid", "𠮷", true, 2 },
    { "overlong is not valid", "\xC0\x80", false, 2 },
    { "a surrogate is not valid", "\xED\xA0\x80", false, 3 },
    { "beyond U+10FFFF is not valid", "\xF4\x90\x80\x80", false, 4 },
    { "a cut sequence is not valid", "\xE3\x81", false, 2 },
};

static const struct line_case {
    const char *label, *given, *lines; /* each behind a | */
} line_rows[] = {
    { "one line", "来場者数", "|来場者数" },
    { "each line is trimmed", "R3　91人 \n　R4　95人", "|R3　91人|R4　95人" },
    { "an empty line is one", "a\n\nb", "|a||b" },
    { "none behind a break at the end", "a\n", "|a" },
    { "the empty text has none", "", "" },
};

static void walks_lines(void **state)
{
    const struct line_case *c = *state;
    text t = text_of(c->given);
    char lines[64] = "";

    for (size_t at = 0; at < t.length;) {
        text line = text_line(t, &at);

        strcat(lines, "|");
        strncat(lines, line.bytes, line.length);
    }
    assert_string_equal(lines, c->lines);
}

static void knows_valid_text(void **state)
{
    const struct valid_case *c = *state;

    assert_int_equal(utf8_valid(text_of(c->given)), c->valid);
    assert_int_equal(utf8_width(text_of(c->given)), c->width);
}

static const struct size_case {
    const char *label, *given;
    bool ok;
    size_t value;
} sizes[] = {
    { "reads zero", "0", true, 0 },
    { "reads leading zeros", "007", true, 7 },
    { "reads the largest", "18446744073709551615", true, SIZE_MAX },
    { "refuses one more", "18446744073709551616", false, 0 },
    { "refuses nothing", "", false, 0 },
    { "refuses a sign", "+1", false, 0 },
    { "refuses a space", "1 ", false, 0 },
};

static void reads_a_size(void **state)
{
    const struct size_case *c = *state;
    size_t value = 9;

    assert_int_equal(text_to_size(text_of(c->given), &value), c->ok);
    assert_int_equal(value, c->value);
}

static void goes_through_every_character(void **state)
{
    char out[4];

    (void)state;
    for (uint32_t c = 0; c <= 0x110000; c++) {
        size_t size = utf8_put(out, c), at = 0;

        if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) {
            assert_int_equal(size, 0);
            continue;
        }
        assert_int_equal(utf8_next(text_slice(out, size), &at), c);
        assert_int_equal(at, size);
    }
}

static void finds_and_cuts(void **state)
{
    text t = text_of("実績値: 目標値");

    (void)state;
    assert_int_equal(text_find(t, "値", 0), 6);
    assert_int_equal(text_find(t, "値", 7), 17);
    assert_int_equal(text_find(t, "率", 0), SIZE_MAX);
    assert_int_equal(text_find(t, "", 3), 3);
    assert_int_equal(text_find(t, "値", 99), SIZE_MAX);
    assert_true(text_is(text_cut(t, 0, 6), "実績"));
    assert_true(text_is(text_from(t, 99), ""));
    assert_true(text_starts(t, "実績") && !text_starts(t, "目標"));
    assert_true(text_ends(t, "目標値") && !text_ends(text_of("x"), "xx"));
    assert_true(text_compare(text_of("a"), text_of("ab")) < 0);
    assert_int_equal(text_compare(text_of(NULL), text_of("")), 0);
}

static void cuts_at_a_character(void **state)
{
    text t = text_of("a達");

    (void)state;
    assert_int_equal(utf8_floor(t, 0), 0);
    assert_int_equal(utf8_floor(t, 1), 1);
    assert_int_equal(utf8_floor(t, 2), 1);
    assert_int_equal(utf8_floor(t, 3), 1);
    assert_int_equal(utf8_floor(t, 4), 4);
    assert_int_equal(utf8_floor(t, 99), 4);
}

static void cuts_a_long_error_at_a_character(void **state)
{
    char name[301];
    kpi_error err;

    (void)state;
    for (size_t i = 0; i < 100; i++)
        memcpy(name + 3 * i, "達", 3);
    name[300] = '\0';
    assert_int_equal(kpi_fail(&err, KPI_E_INPUT, "file-damaged", name, "%s%s",
                              name, name), KPI_E_INPUT);
    assert_int_equal(err.status, KPI_E_INPUT);
    assert_string_equal(err.rule, "file-damaged");
    assert_true(utf8_valid(text_of(err.source)));
    assert_int_equal(strlen(err.source), 189);
    assert_int_equal(strlen(err.message), 318);
    assert_int_equal(kpi_fail(NULL, KPI_E_USAGE, NULL, NULL, "x"),
                     KPI_E_USAGE);
    assert_string_equal(kpi_status_text(KPI_OK), "success");
    assert_string_equal(kpi_status_text((kpi_status)99), "unknown status");
}

/* ---- Words in texts, told at once or looked for ------------------------- */

static uint64_t next_random(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

static bool stands_at(text t, size_t at, text word)
{
    return t.length - at >= word.length &&
           memcmp(t.bytes + at, word.bytes, word.length) == 0;
}

static void finds_words_as_byte_by_byte(void **unused)
{
    static const char *const pieces[] = {
        "目", "標", "実", "績", "値", "a", "ab", "％", "(", "※", "é", "𠮷",
        "\xE3", "\xE7\x9B", "\xFF", "注", "1",
    };
    static const char *const words[] = {
        "目標", "目標値", "実績", "績", "a", "ab", "aba", "※", "é", "𠮷", "1%",
        "注1", "é目",
    };
    enum { PIECES = sizeof(pieces) / sizeof(*pieces),
           WORDS = sizeof(words) / sizeof(*words) };
    uint64_t state = 4;

    (void)unused;
    for (int round = 0; round < 20000; round++) {
        char bytes[64];
        size_t length = 0;
        text t, copy;
        char other[64];

        for (uint64_t n = next_random(&state) % 9; n > 0; n--) {
            const char *piece = pieces[next_random(&state) % PIECES];

            memcpy(bytes + length, piece, strlen(piece));
            length += strlen(piece);
        }
        t = text_slice(bytes, length);
        memcpy(other, bytes, length);
        copy = text_slice(other, length);
        assert_true(text_hash(t) == text_hash(copy));
        for (size_t i = 0; i < WORDS; i++) {
            text word = text_of(words[i]);
            size_t found = SIZE_MAX, start = next_random(&state) % 3;

            for (size_t at = length + 1; at-- > start;)
                if (at <= length && stands_at(t, at, word))
                    found = at;
            assert_int_equal(text_find(t, words[i], start), found);
            assert_true(found == SIZE_MAX ||
                        text_may_hold(text_marks_of(t), words[i]));
            assert_int_equal(text_prefix(t, words[i]),
                             stands_at(t, 0, word) ? word.length : 0);
            assert_int_equal(text_in(t, words + i, 1), text_is(t, words[i]));
            assert_int_equal(text_ending(t, &word, 1),
                             text_ends(t, words[i]) ? word.length : 0);
        }
    }
}

int main(void)
{
    struct CMUnitTest tests[64];
    size_t n = 0;

    TEST_ROWS(tests, n, trims, trim_rows);
    TEST_ROWS(tests, n, walks_lines, line_rows);
    TEST_ROWS(tests, n, knows_valid_text, valids);
    TEST_ROWS(tests, n, reads_a_size, sizes);
    TEST_ONE(tests, n, goes_through_every_character);
    TEST_ONE(tests, n, finds_and_cuts);
    TEST_ONE(tests, n, cuts_at_a_character);
    TEST_ONE(tests, n, cuts_a_long_error_at_a_character);
    TEST_ONE(tests, n, finds_words_as_byte_by_byte);
    return run_tests("text", tests, n);
}
