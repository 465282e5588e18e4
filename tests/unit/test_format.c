/*
 * test_format.c - texts put together as vsnprintf does
 */
#include "support/rows.h"

#include <stdio.h>
#include <string.h>

#include "base/format.h"

#if defined(__GNUC__)
__attribute__((format(printf, 3, 4)))
#endif
static size_t made(char *out, size_t room, const char *format, ...)
{
    va_list args;
    size_t length;

    va_start(args, format);
    length = format_bytes(out, room, format, args);
    va_end(args);
    return length;
}

/* Both ways, for every room from none to more than enough. */
#define SAME(...)                                                           \
    for (size_t room = 0; room < 48; room++) {                              \
        char mine[64], theirs[64];                                          \
                                                                            \
        memset(mine, '~', sizeof(mine));                                    \
        memset(theirs, '~', sizeof(theirs));                                \
        assert_int_equal(made(mine, room, __VA_ARGS__),                     \
                         snprintf(theirs, room, __VA_ARGS__));              \
        assert_memory_equal(mine, theirs, sizeof(mine));                    \
    }

static void joins_strings(void **state)
{
    (void)state;
    SAME("達成率 %s%s!", "", "91%");
    SAME("%s", "");
    SAME("no conversion");
    SAME("%c%s%%", 'a', "b");
}

static void cuts_slices(void **state)
{
    (void)state;
    SAME("[%.*s]", 3, "abcdef");
    SAME("[%.*s]", 9, "abc");
    SAME("[%.*s]", 0, "abc");
    SAME("[%.*s]", -1, "abc");
}

static void reads_no_byte_behind_a_slice(void **state)
{
    const char bytes[3] = { 'a', 'b', 'c' };
    char out[8];

    (void)state;
    assert_int_equal(made(out, sizeof(out), "%.*s", 3, bytes), 3);
    assert_string_equal(out, "abc");
}

static void writes_integers(void **state)
{
    (void)state;
    SAME("%d %d %d", 0, INT32_MAX, INT32_MIN);
    SAME("%u", UINT32_MAX);
    SAME("%zu %zu", (size_t)0, SIZE_MAX);
}

static void leaves_the_rest_to_vsnprintf(void **state)
{
    (void)state;
    SAME("%04d %x %-5s| %s", 7, 255u, "a", "b");
    SAME("%.2s %ld", "abc", -5L);
}

int main(void)
{
    struct CMUnitTest tests[8];
    size_t n = 0;

    TEST_ONE(tests, n, joins_strings);
    TEST_ONE(tests, n, cuts_slices);
    TEST_ONE(tests, n, reads_no_byte_behind_a_slice);
    TEST_ONE(tests, n, writes_integers);
    TEST_ONE(tests, n, leaves_the_rest_to_vsnprintf);
    return run_tests("format", tests, n);
}
