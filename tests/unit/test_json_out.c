/*
 * test_json_out.c - texts in JSON: a long one is written as its pieces are
 */
#include "support/rows.h"

#include <string.h>

#include "base/json_out.h"

/* What stands between the quotes. */
static void put(buf *out, text t)
{
    json_out j;
    buf one;

    buf_init(&one);
    json_init(&j, &one, 0);
    json_text(&j, t);
    assert_true(buf_ok(&one) && one.length >= 2);
    buf_add(out, one.bytes + 1, one.length - 2);
    buf_free(&one);
}

/* Eight bytes are told at once, and a piece alone is not: each byte and some
 * characters in each place of a longer text. */
static void escapes_as_piece_by_piece(void **state)
{
    static const char *const wide[] = { "あ", "é", "𠮷", "\xFF", "\xE3\x81" };
    enum { WIDE = sizeof(wide) / sizeof(*wide), PLACES = 20 };

    (void)state;
    for (unsigned n = 0; n < 0x80 + WIDE; n++)
        for (size_t at = 0; at < PLACES; at++) {
            char letter = (char)n;
            text piece = n < 0x80 ? text_slice(&letter, 1)
                                  : text_of(wide[n - 0x80]);
            buf typed, whole, pieces;

            buf_init(&typed);
            buf_init(&whole);
            buf_init(&pieces);
            for (size_t i = 0; i < PLACES; i++) {
                text next = i == at ? piece : text_of(i % 7 == 6 ? "値" : "a");

                buf_text(&typed, next);
                put(&pieces, next);
            }
            put(&whole, buf_slice(&typed));
            assert_string_equal(buf_cstr(&whole), buf_cstr(&pieces));
            buf_free(&typed);
            buf_free(&whole);
            buf_free(&pieces);
        }
}

int main(void)
{
    struct CMUnitTest tests[4];
    size_t n = 0;

    TEST_ONE(tests, n, escapes_as_piece_by_piece);
    return run_tests("json_out", tests, n);
}
