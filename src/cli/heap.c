#include "cli/heap.h"

#include <stdlib.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

enum {
    FEW_FILES = 8,
    ONE_FILE = 512 << 10,
    MANY_FILES = 3 << 20,
    MAPPED = 4 << 20,  /* from this size on memory has a mapping of its own */
    KEPT = 16 << 20    /* at the end of a heap */
};

void heap_keep_freed(void)
{
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, MAPPED);
    mallopt(M_TRIM_THRESHOLD, KEPT);
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

    if (at == 0 || room->files < FEW_FILES) {
        room->files++;
        return at != 0;
    }
    /* In time, so that no file's room reaches beyond. */
    if (at >= room->from && at + 2 * ONE_FILE <= room->end)
        return true;
    *room = (heap_room){ at, at + MANY_FILES, FEW_FILES };
    place_of(MANY_FILES);
    return true;
}
