/*
 * test_xstring.c - escapes in stored text
 */
#include "support/rows.h"

#include <string.h>

#include "xlsx/xstring.h"

static const struct escape_case {
    const char *label; /* as stored */
    const char *text;
    size_t length;
} cases[] = {
    { "plain_text", "plain_text", 10 },
    { "_x0041_", "A", 1 },
    { "a_x000D_\nb", "a\r\nb", 4 },
    { "_x0000_", "\0", 1 },
    { "_x3042__x3044_", "あい", 6 },
    { "_X0041_", "_X0041_", 7 },
    { "_x004g_", "_x004g_", 7 },
    { "_x004_", "_x004_", 6 },
    { "_x00e9__x00E9_", "éé", 4 },
    { "_x005F_x0041_", "_x0041_", 7 },
    { "_xD83D__xDE00_", "😀", 4 },
    { "_xD83D_8", "\xEF\xBF\xBD" "8", 4 },
    { "_xDE00__xD83D_", "\xEF\xBF\xBD\xEF\xBF\xBD", 6 },
    { "__x0041__", "_A_", 3 },
    { "_x0041", "_x0041", 6 },
    { "", "", 0 },
};

static void decodes(void **state)
{
    const struct escape_case *c = *state;
    char bytes[32];
    size_t length = strlen(c->label);

    memcpy(bytes, c->label, length);
    assert_int_equal(xstring_decode(bytes, length), c->length);
    assert_memory_equal(bytes, c->text, c->length);
}

int main(void)
{
    struct CMUnitTest tests[32];
    size_t n = 0;

    TEST_ROWS(tests, n, decodes, cases);
    return run_tests("xstring", tests, n);
}
