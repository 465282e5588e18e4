/* Official workbooks that are written in constant memory. */
#include "support/rows.h"

#include <stdlib.h>
#include <string.h>

#include "support/package_facts.h"
#include "support/sample_dataset.h"
#include "support/written.h"

/* Copies of the sample, 12 rows each; more than IN_ORDER go in order. */
enum { NARROW = 1, WIDE = 3, MANY = 12, IN_ORDER = 24 };

typedef struct fixture {
    plan *plan;
    dataset *data;
    written book;
} fixture;

static void open_copies(fixture *f, size_t copies, summary_options o)
{
    f->plan = sample_plan();
    assert_non_null(f->plan);
    f->data = sample_dataset(f->plan, copies);
    assert_non_null(f->data);
    o.in_order_rows = IN_ORDER;
    written_open(&f->book, f->data, f->plan, &o);
}

static void close_fixture(fixture *f)
{
    written_close(&f->book);
    dataset_free(f->data);
    plan_free(f->plan);
}

static const summary_options plain = { .created = NULL };

static bool has_sheet(const fixture *f, const char *name)
{
    return book_has_sheet(f->book.book, name);
}

static void above_the_limit_rows_are_written_in_order(void **state)
{
    fixture f;
    grid g;

    (void)state;
    open_copies(&f, WIDE, plain);
    assert_false(has_sheet(&f, "出典"));
    assert_true(has_sheet(&f, "_kpibook_data"));
    g = written_sheet(&f.book, "KPI一覧");
    assert_true(g.rows > IN_ORDER);
    assert_int_equal(g.merge_count, 1); /* the link back */
    assert_string_equal(written_at(&f.book, &g, 3, 3), "就職支援事業");
    close_fixture(&f);
}

static void sources_stand_in_a_large_book_on_request(void **state)
{
    fixture f;

    (void)state;
    open_copies(&f, WIDE, (summary_options){ .sources = true });
    assert_true(has_sheet(&f, "出典"));
    close_fixture(&f);
}

/* Part by part against the standard, and byte by byte when written again. */
static void a_book_in_either_order_is_sound_and_always_the_same(void **state)
{
    static const size_t copies[] = { NARROW, WIDE };

    (void)state;
    for (size_t i = 0; i < sizeof(copies) / sizeof(*copies); i++) {
        offences o = { .file = "summary.xlsx", .part = "" };
        fixture f, again;

        open_copies(&f, copies[i], plain);
        open_copies(&again, copies[i], plain);
        assert_true(package_check(&o, f.book.bytes, f.book.size));
        assert_int_equal(o.count, 0);
        assert_int_equal(again.book.size, f.book.size);
        assert_memory_equal(again.book.bytes, f.book.bytes, f.book.size);
        close_fixture(&again);
        close_fixture(&f);
    }
}

typedef struct told {
    size_t times, last, all;
} told;

static void note_progress(void *context, size_t done, size_t all)
{
    told *t = context;

    assert_true(done >= t->last && done <= all);
    t->last = done;
    t->all = all;
    t->times++;
}

static void the_writing_tells_how_far_it_is(void **state)
{
    told t = { 0, 0, 0 };
    fixture f;

    (void)state;
    open_copies(&f, MANY, (summary_options){ .progress = note_progress,
                                             .progress_context = &t });
    assert_true(t.times >= 3);
    assert_true(t.last * 2 >= t.all); /* the closing is the rest */
    close_fixture(&f);
}

int main(void)
{
    struct CMUnitTest tests[8];
    size_t n = 0;

    TEST_ONE(tests, n, above_the_limit_rows_are_written_in_order);
    TEST_ONE(tests, n, sources_stand_in_a_large_book_on_request);
    TEST_ONE(tests, n, a_book_in_either_order_is_sound_and_always_the_same);
    TEST_ONE(tests, n, the_writing_tells_how_far_it_is);
    return run_tests("summary_large", tests, n);
}
