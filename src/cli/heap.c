#define _DEFAULT_SOURCE /* madvise() is no part of POSIX */

#include "cli/heap.h"

#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

enum {
    ONE_FILE = 512 << 10,
    ROOM = 30 << 20,
    MAPPED = ROOM + ONE_FILE, /* from here on memory has a mapping of its own */
    KEPT = 2 * ROOM    /* at the end of a heap */
};

void heap_keep_freed(void)
{
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, MAPPED);
    mallopt(M_TRIM_THRESHOLD, KEPT);
#endif
}

/* A hint, also for what is only going to be mapped; a kernel without large
 * pages does as before. */
static void use_large_pages(uintptr_t from, uintptr_t end)
{
#ifdef MADV_HUGEPAGE
    uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);

    from = from / page * page;
    madvise((void *)from, end - from, MADV_HUGEPAGE);
#else
    (void)from;
    (void)end;
#endif
}

/* Where memory of that size lies when it is asked for; 0 when there is none.
 * What is freed at the end of a heap stays there for what comes next. */
static uintptr_t place_of(size_t size)
{
    void *volatile bytes = malloc(size);
    uintptr_t at = (uintptr_t)bytes;

    free(bytes);
    return at;
}

bool heap_widen(heap_room *room)
{
    uintptr_t at = place_of(ONE_FILE);

    if (at == 0)
        return false;
    /* In time, so that no file's room reaches beyond. */
    if (at >= room->from && at + 2 * ONE_FILE <= room->end)
        return true;
    *room = (heap_room){ at, at + ROOM };
    if (place_of(ROOM) == at)
        use_large_pages(at, at + ROOM);
    return true;
}
