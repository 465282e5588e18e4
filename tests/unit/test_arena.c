/*
 * test_arena.c - memory that is released all at once
 */
#include "support/rows.h"

#include <string.h>

#include "base/arena.h"

static void gives_zeroed_aligned_memory(void **state)
{
    arena a;

    (void)state;
    arena_init(&a, 0);
    for (size_t size = 0; size < 70; size++) {
        unsigned char *p = arena_alloc(&a, size);

        assert_non_null(p);
        assert_int_equal((uintptr_t)p % _Alignof(max_align_t), 0);
        for (size_t i = 0; i < size; i++)
            assert_int_equal(p[i], 0);
        memset(p, 0xAA, size);
    }
    arena_free(&a);
    assert_int_equal(a.used, 0);
}

static void refuses_more_than_its_limit(void **state)
{
    arena a;

    (void)state;
    arena_init(&a, 100);
    assert_null(arena_alloc(&a, 101));
    assert_non_null(arena_alloc(&a, 64));
    assert_null(arena_alloc(&a, 64));
    assert_non_null(arena_alloc(&a, 16));
    arena_free(&a);
    assert_non_null(arena_alloc(&a, 64));
    arena_free(&a);
}

static void refuses_sizes_that_overflow(void **state)
{
    arena a;

    (void)state;
    arena_init(&a, 0);
    assert_null(arena_alloc(&a, SIZE_MAX));
    assert_null(arena_array(&a, SIZE_MAX / 2, 3));
    assert_null(arena_items(&a, SIZE_MAX / 2, 3));
    assert_null(arena_strndup(&a, "", SIZE_MAX));
    arena_free(&a);
}

static void keeps_small_room_behind_a_large_item(void **state)
{
    arena a;
    char *first, *large, *second;

    (void)state;
    arena_init(&a, 0);
    first = arena_alloc(&a, 16);
    large = arena_alloc(&a, 1 << 22);
    second = arena_alloc(&a, 16);
    assert_non_null(large);
    assert_ptr_equal(second, first + 16);
    arena_free(&a);
}

static void copies_strings(void **state)
{
    arena a;

    (void)state;
    arena_init(&a, 0);
    assert_string_equal(arena_strdup(&a, "達成率"), "達成率");
    assert_string_equal(arena_strndup(&a, "abcdef", 3), "abc");
    assert_string_equal(arena_strndup(&a, NULL, 0), "");
    assert_string_equal(arena_printf(&a, "%d-%s", 7, "x"), "7-x");
    arena_free(&a);
}

static void grows_an_array(void **state)
{
    arena a;
    void *items = NULL;
    size_t count = 0, capacity = 0;

    (void)state;
    arena_init(&a, 0);
    for (int i = 0; i < 1000; i++) {
        int *item = arena_push(&a, &items, &count, &capacity, sizeof(*item));

        assert_non_null(item);
        assert_int_equal(*item, 0);
        *item = i;
    }
    assert_int_equal(count, 1000);
    for (int i = 0; i < 1000; i++)
        assert_int_equal(((int *)items)[i], i);
    arena_free(&a);
}

static void keeps_an_array_when_it_cannot_grow(void **state)
{
    arena a;
    void *items = NULL;
    size_t count = 0, capacity = 0;

    (void)state;
    arena_init(&a, 64);
    while (arena_push(&a, &items, &count, &capacity, 4) != NULL)
        ;
    assert_int_equal(count, 8);
    assert_int_equal(capacity, 8);
    assert_non_null(items);
    arena_free(&a);
}

static void gives_back_what_came_behind_a_mark(void **state)
{
    arena a;
    arena_mark empty, mark;
    char *kept, *lent;

    (void)state;
    arena_init(&a, 0);
    empty = arena_get_mark(&a);
    kept = arena_strdup(&a, "kept");
    mark = arena_get_mark(&a);
    for (int round = 0; round < 3; round++) {
        size_t used = a.used;

        for (size_t size = 1; size < 40000; size = size * 3 + 1) {
            lent = arena_alloc(&a, size);
            assert_non_null(lent);
            assert_int_equal(lent[0], 0);
            assert_int_equal(lent[size - 1], 0);
            memset(lent, 0xEE, size);
        }
        arena_rewind(&a, mark);
        assert_int_equal(a.used, used);
        assert_string_equal(kept, "kept");
    }
    arena_rewind(&a, empty);
    assert_int_equal(a.used, 0);
    assert_null(a.first);
    arena_free(&a);
}

static void a_spare_arena_gets_blocks_and_gives_them(void **state)
{
    arena a, b, spare;
    char *first, *second;

    (void)state;
    arena_init(&spare, 0);
    arena_init(&a, 0);
    arena_borrow(&a, &spare);
    first = arena_alloc(&a, 100);
    memset(first, 'x', 100);
    arena_free(&a);
    assert_true(spare.used >= 100);
    arena_init(&b, 0);
    arena_borrow(&b, &spare);
    second = arena_alloc(&b, 100);
    assert_ptr_equal(second, first);
    for (size_t i = 0; i < 100; i++)
        assert_int_equal(second[i], 0);
    assert_int_equal(spare.used, 0);
    arena_free(&b);
    arena_free(&spare);
}

static void a_spare_arena_keeps_no_more_than_a_megabyte(void **state)
{
    arena a, spare;

    (void)state;
    arena_init(&spare, 0);
    arena_init(&a, 0);
    arena_borrow(&a, &spare);
    for (size_t i = 0; i < 64; i++)
        assert_non_null(arena_alloc(&a, 100000));
    arena_free(&a);
    assert_true(spare.used > 0 && spare.used <= 1 << 20);
    arena_init(&a, 1000); /* a limit counts what is handed out */
    arena_borrow(&a, &spare);
    assert_non_null(arena_alloc(&a, 900));
    assert_null(arena_alloc(&a, 900));
    arena_free(&a);
    arena_free(&spare);
}

static void a_dropped_item_leaves_nothing_behind(void **state)
{
    struct { int a, b; } *items = NULL, *item;
    size_t count = 0, capacity = 0;
    arena a;

    (void)state;
    arena_init(&a, 0);
    item = arena_push(&a, (void **)&items, &count, &capacity, sizeof(*item));
    assert_non_null(item);
    item->a = item->b = 7;
    count = 0;
    item = arena_push(&a, (void **)&items, &count, &capacity, sizeof(*item));
    assert_non_null(item);
    assert_int_equal(item->a + item->b, 0);
    arena_free(&a);
}

static void drops_a_large_item_early(void **state)
{
    enum { LARGE = 100000 };
    size_t before;
    char *small, *large;
    arena a;

    (void)state;
    arena_init(&a, 0);
    small = arena_strdup(&a, "stays");
    before = a.used;
    large = arena_alloc(&a, LARGE);
    assert_non_null(large);
    arena_drop(&a, large, LARGE);
    assert_int_equal(a.used, before);
    assert_non_null(arena_strdup(&a, "beside it"));
    arena_drop(&a, small, 6);
    large = arena_alloc(&a, LARGE);
    assert_non_null(large);
    assert_string_equal(small, "stays");
    arena_free(&a);
}

/* What is lent is used before new memory is, and never freed. */
static void allocates_in_memory_that_is_lent(void **state)
{
    static max_align_t lent[512];
    char *begin = (char *)lent, *end = begin + sizeof(lent), *small, *large;
    arena a;

    (void)state;
    arena_init(&a, 0);
    arena_lend(&a, lent, sizeof(lent));
    arena_lend(&a, lent, 16); /* too little to be of use */
    large = arena_alloc(&a, 2 * sizeof(lent));
    assert_true(large != NULL && (large < begin || large >= end));
    small = arena_alloc(&a, 1000);
    assert_true(small >= begin && small + 1000 <= end);
    assert_int_equal(small[0], 0);
    arena_free(&a);
    small = arena_alloc(&a, 1000);
    assert_true(small != NULL && (small < begin || small >= end));
    arena_free(&a);
}

static void has_what_another_arena_had(void **state)
{
    arena a, other;
    char *mine, *theirs;

    (void)state;
    for (int empty = 0; empty < 2; empty++) {
        arena_init(&a, 0);
        arena_init(&other, 0);
        mine = empty ? NULL : arena_strdup(&a, "mine");
        theirs = arena_strdup(&other, "theirs");
        assert_non_null(arena_alloc(&other, 1 << 20));
        assert_true(arena_join(&a, &other));
        assert_int_equal(other.used, 0);
        assert_true(a.used > 1 << 20);
        arena_free(&other);
        assert_string_equal(theirs, "theirs");
        if (mine != NULL)
            assert_ptr_equal(arena_alloc(&a, 1), mine + 16);
        arena_free(&a);
    }
}

static void joins_no_more_than_its_limit(void **state)
{
    arena a, other;

    (void)state;
    arena_init(&a, 100);
    arena_init(&other, 100);
    assert_non_null(arena_alloc(&a, 60));
    assert_non_null(arena_alloc(&other, 60));
    assert_false(arena_join(&a, &other));
    assert_true(a.full && a.failed);
    arena_free(&a);
    arena_init(&a, 0);
    assert_null(arena_alloc(&other, 101));
    assert_false(arena_join(&a, &other));
    assert_true(a.full && a.failed);
    arena_free(&a);
}

static void hands_on_memory_that_is_lent(void **state)
{
    static _Alignas(max_align_t) unsigned char room[3][2048];
    unsigned char *begin = room[0], *end = room[2] + sizeof(room[2]), *p;
    arena a, other;

    (void)state;
    arena_init(&a, 0);
    arena_init(&other, 0);
    for (size_t i = 0; i < 3; i++)
        arena_lend(&a, room[i], sizeof(room[i]));
    arena_share(&other, &a, 2);
    assert_int_equal(a.lent_count, 1);
    assert_int_equal(other.lent_count, 2);
    p = arena_alloc(&other, 1500);
    assert_true(p >= begin && p < end);
    assert_true(arena_join(&a, &other)); /* with the one that is left */
    assert_int_equal(a.lent_count, 2);
    arena_share(&other, &a, 9);
    assert_int_equal(a.lent_count, 0);
    arena_free(&a);
    arena_free(&other);
}

int main(void)
{
    struct CMUnitTest tests[24];
    size_t n = 0;

    TEST_ONE(tests, n, gives_zeroed_aligned_memory);
    TEST_ONE(tests, n, refuses_more_than_its_limit);
    TEST_ONE(tests, n, refuses_sizes_that_overflow);
    TEST_ONE(tests, n, keeps_small_room_behind_a_large_item);
    TEST_ONE(tests, n, copies_strings);
    TEST_ONE(tests, n, grows_an_array);
    TEST_ONE(tests, n, keeps_an_array_when_it_cannot_grow);
    TEST_ONE(tests, n, gives_back_what_came_behind_a_mark);
    TEST_ONE(tests, n, a_spare_arena_gets_blocks_and_gives_them);
    TEST_ONE(tests, n, a_spare_arena_keeps_no_more_than_a_megabyte);
    TEST_ONE(tests, n, allocates_in_memory_that_is_lent);
    TEST_ONE(tests, n, drops_a_large_item_early);
    TEST_ONE(tests, n, a_dropped_item_leaves_nothing_behind);
    TEST_ONE(tests, n, has_what_another_arena_had);
    TEST_ONE(tests, n, joins_no_more_than_its_limit);
    TEST_ONE(tests, n, hands_on_memory_that_is_lent);
    return run_tests("arena", tests, n);
}
