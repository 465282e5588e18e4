/*
 * each_fails.h - a run repeated with each of its allocations failing
 */
#ifndef KPIBOOK_TESTS_EACH_FAILS_H
#define KPIBOOK_TESTS_EACH_FAILS_H

#include "support/failing_memory.h"

#include "support/rows.h"

#include "base/buf.h"
#include "kpibook.h"

typedef struct outcome {
    kpi_status status;
    kpi_error err;
    buf shown;
} outcome;

typedef void (*run)(outcome *o, const void *what);

static void begin(outcome *o, run call, const void *what, size_t failing,
                  bool from_there_on)
{
    memset(&o->err, 0, sizeof(o->err));
    buf_init(&o->shown);
    memory_begin(failing, from_there_on);
    call(o, what);
    memory_end();
}

/* Returns whether an allocation was left to fail. */
static bool fails_cleanly(run call, const void *what, const outcome *whole,
                          size_t failing, bool from_there_on)
{
    outcome o;
    bool refused;

    begin(&o, call, what, failing, from_there_on);
    refused = memory.failed != 0;
    if (o.status != KPI_E_NOMEM) {
        if (o.status != whole->status)
            print_message("allocation %zu of %zu: %s\n", failing,
                          memory.calls, o.err.message);
        assert_int_equal(o.status, whole->status);
        if (strcmp(buf_cstr(&o.shown), buf_cstr(&whole->shown)) != 0)
            print_message("allocation %zu of %zu\n", failing, memory.calls);
        /* libxml2 may lack memory for its words. */
        assert_string_equal(o.err.rule, whole->err.rule);
        assert_string_equal(buf_cstr(&o.shown), buf_cstr(&whole->shown));
    } else {
        assert_true(refused);
        assert_int_equal(o.err.status, KPI_E_NOMEM);
    }
    memory.held -= o.shown.bytes != NULL;
    buf_free(&o.shown);
    if (memory.held != 0)
        print_message("allocation %zu: %td stay behind\n", failing,
                      memory.held);
    assert_int_equal(memory.held, 0);
    return refused;
}

/*
 * Once so that only the n-th allocation fails, once with all that follow,
 * until n is more than the run needs. It ends as it does with enough memory,
 * or with KPI_E_NOMEM: never in another way, and nothing stays behind.
 */
static void each_fails_once(run call, const void *what, kpi_status expected)
{
    outcome whole;
    size_t n = 0;

    /* The first run pays for what libraries keep for the whole process. */
    begin(&whole, call, what, 0, false);
    buf_free(&whole.shown);
    begin(&whole, call, what, 0, false);
    if (whole.status != expected)
        print_message("%s\n", whole.err.message);
    assert_int_equal(whole.status, expected);
    assert_true(memory.calls > 5);
    for (n = 1; fails_cleanly(call, what, &whole, n, false); n++)
        continue;
    for (n = 1; fails_cleanly(call, what, &whole, n, true); n++)
        continue;
    buf_free(&whole.shown);
}

#endif
