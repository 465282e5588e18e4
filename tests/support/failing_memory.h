/*
 * failing_memory.h - an allocator of which any one call can fail
 *
 * Included by one file of a program, it takes the place of malloc, calloc and
 * realloc for the whole process, so that allocations of libxml2, minizip,
 * zlib and libdeflate fail too. Below it lies the next allocator, whichever
 * that is: libc's, AddressSanitizer's or valgrind's.
 *
 *     memory_begin(n, false);
 *     run();
 *     memory_end();
 *     assert_int_equal(memory.held, 0);
 *
 * Bytes are counted too, as the allocator rounds them; of one thread.
 *
 * GMP ends the process when it gets no memory (see number.h); it is given an
 * allocator that does not fail.
 */
#ifndef KPIBOOK_TESTS_FAILING_MEMORY_H
#define KPIBOOK_TESTS_FAILING_MEMORY_H

#include <dlfcn.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <gmp.h>
#include <libxml/parser.h>

typedef struct memory_state {
    void *(*malloc)(size_t);
    void *(*calloc)(size_t, size_t);
    void *(*realloc)(void *, size_t);
    void (*free)(void *);
    size_t (*usable)(void *); /* bytes of an allocation */
    bool counting, from_there_on;
    size_t calls, failing; /* the failing call, from 1; 0 = none */
    size_t failed;         /* calls that were refused */
    ptrdiff_t held;        /* given and not yet released, */
    ptrdiff_t bytes, most; /* how many bytes, now and at most */
} memory_state;

static memory_state memory;

/* dlsym() itself may allocate, before there is an allocator. */
static _Alignas(16) unsigned char early[4096];
static size_t early_used;

static void *early_alloc(size_t size)
{
    void *at = early + early_used;

    size = (size + 15) / 16 * 16;
    if (size > sizeof(early) - early_used)
        abort();
    early_used += size;
    return at;
}

static bool is_early(const void *p)
{
    return (const unsigned char *)p >= early &&
           (const unsigned char *)p < early + sizeof(early);
}

/* ISO C knows no conversion from void * to a function's address. */
static void find_next(void *function, const char *name)
{
    void *found = dlsym(RTLD_NEXT, name);

    memcpy(function, &found, sizeof(found));
}

static bool memory_ready(void)
{
    static bool busy;

    if (memory.free != NULL)
        return true;
    if (busy)
        return false;
    busy = true;
    find_next(&memory.malloc, "malloc");
    find_next(&memory.calloc, "calloc");
    find_next(&memory.realloc, "realloc");
    find_next(&memory.free, "free");
    find_next(&memory.usable, "malloc_usable_size");
    busy = false;
    return true;
}

static bool memory_refuses(void)
{
    bool refuses;

    if (!memory.counting)
        return false;
    memory.calls++;
    refuses = memory.failing != 0 &&
              (memory.calls == memory.failing ||
               (memory.from_there_on && memory.calls > memory.failing));
    memory.failed += refuses;
    return refuses;
}

static void memory_count(void *p, int sign)
{
    if (!memory.counting || p == NULL)
        return;
    memory.bytes += sign * (ptrdiff_t)memory.usable(p);
    memory.most = memory.bytes > memory.most ? memory.bytes : memory.most;
}

static void *memory_given(void *p)
{
    memory.held += memory.counting && p != NULL;
    memory_count(p, 1);
    return p;
}

void *malloc(size_t size)
{
    if (!memory_ready())
        return early_alloc(size);
    return memory_refuses() ? NULL : memory_given(memory.malloc(size));
}

void *calloc(size_t count, size_t size)
{
    if (!memory_ready())
        return early_alloc(count * size);
    return memory_refuses() ? NULL : memory_given(memory.calloc(count, size));
}

void *realloc(void *p, size_t size)
{
    if (!memory_ready())
        abort();
    if (memory_refuses())
        return NULL;
    if (p == NULL)
        return memory_given(memory.malloc(size));
    memory_count(p, -1);
    p = memory.realloc(p, size);
    memory_count(p, 1);
    return p;
}

void free(void *p)
{
    if (p == NULL || is_early(p) || !memory_ready())
        return;
    memory.held -= memory.counting;
    memory_count(p, -1);
    memory.free(p);
}

static void *gmp_malloc(size_t size)
{
    return memory.malloc(size);
}

static void *gmp_realloc(void *p, size_t old, size_t size)
{
    (void)old;
    return memory.realloc(p, size);
}

static void gmp_free(void *p, size_t size)
{
    (void)size;
    memory.free(p);
}

/* Before anything else. */
static void memory_init(void)
{
    (void)memory_ready();
    mp_set_memory_functions(gmp_malloc, gmp_realloc, gmp_free);
    xmlInitParser(); /* keeps memory for the whole process */
}

/* From now on the `failing`th call fails, and those behind it if asked. */
static void memory_begin(size_t failing, bool from_there_on)
{
    memory.calls = memory.failed = 0;
    memory.held = memory.bytes = memory.most = 0;
    memory.failing = failing;
    memory.from_there_on = from_there_on;
    memory.counting = true;
}

static void memory_end(void)
{
    memory.counting = false;
}

#endif
