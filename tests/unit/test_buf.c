/*
 * test_buf.c - a growing byte buffer
 */
#include "support/rows.h"

#include "base/buf.h"

static void is_empty_at_first(void **state)
{
    buf b;

    (void)state;
    buf_init(&b);
    assert_true(buf_ok(&b));
    assert_string_equal(buf_cstr(&b), "");
    assert_int_equal(buf_slice(&b).length, 0);
    buf_free(&b);
}

static void joins_what_is_added(void **state)
{
    buf b;

    (void)state;
    buf_init(&b);
    buf_string(&b, "達成率");
    buf_char(&b, ':');
    buf_printf(&b, " %d%%", 91);
    buf_text(&b, text_of("!"));
    buf_add(&b, NULL, 0);
    assert_string_equal(buf_cstr(&b), "達成率: 91%!");
    buf_clear(&b);
    assert_string_equal(buf_cstr(&b), "");
    buf_free(&b);
}

static void outgrows_the_room_it_was_lent(void **state)
{
    char room[8];
    buf b;

    (void)state;
    buf_init_room(&b, room, sizeof(room));
    assert_string_equal(buf_cstr(&b), "");
    buf_string(&b, "1234567");
    assert_ptr_equal(buf_cstr(&b), room);
    buf_char(&b, '8');
    assert_ptr_not_equal(buf_cstr(&b), room);
    buf_printf(&b, "%d", 9);
    assert_string_equal(buf_cstr(&b), "123456789");
    assert_string_equal(room, "1234567");
    buf_free(&b);
    buf_init_room(&b, room, sizeof(room));
    buf_free(&b);
    assert_string_equal(buf_cstr(&b), "");
}

static void keeps_nul_and_grows(void **state)
{
    buf b;

    (void)state;
    buf_init(&b);
    for (size_t i = 0; i < 5000; i++)
        buf_add(&b, "\0a", 2);
    assert_true(buf_ok(&b));
    assert_int_equal(b.length, 10000);
    assert_int_equal(b.bytes[9999], 'a');
    assert_int_equal(b.bytes[10000], 0);
    buf_free(&b);
}

static void remembers_a_failure(void **state)
{
    buf b;

    (void)state;
    buf_init(&b);
    buf_string(&b, "kept");
    buf_add(&b, "", SIZE_MAX / 2);
    assert_false(buf_ok(&b));
    buf_string(&b, "ignored");
    assert_string_equal(buf_cstr(&b), "kept");
    buf_clear(&b);
    assert_false(buf_ok(&b));
    buf_free(&b);
    assert_true(buf_ok(&b));
}

int main(void)
{
    struct CMUnitTest tests[8];
    size_t n = 0;

    TEST_ONE(tests, n, is_empty_at_first);
    TEST_ONE(tests, n, joins_what_is_added);
    TEST_ONE(tests, n, outgrows_the_room_it_was_lent);
    TEST_ONE(tests, n, keeps_nul_and_grows);
    TEST_ONE(tests, n, remembers_a_failure);
    return run_tests("buf", tests, n);
}
