/*
 * heap.h - the memory that file after file is read into
 *
 * What one file needed the next one needs again: the C library keeps it,
 * where it would hand it back to the system and ask for it anew, page by
 * page. What a huge sheet took goes back at once.
 */
#ifndef KPIBOOK_CLI_HEAP_H
#define KPIBOOK_CLI_HEAP_H

#include <stdbool.h>
#include <stdint.h>

/* For all threads, before they start. */
void heap_keep_freed(void);

/* Where a thread's heap has room for more files; zeroed to begin with. */
typedef struct heap_room {
    uintptr_t from, end;
} heap_room;

/*
 * Called by a thread before each file. Its heap would grow with each one, and
 * that system call holds up the other threads' page faults: room for many
 * files is asked for at once, in large pages, where a page fault for every
 * 4 KiB took a fifth of the time. It costs nothing before it is used.
 * False: there is no room for one more file. The end is near then, and better
 * met here than in GMP, which aborts.
 */
bool heap_widen(heap_room *room);

#endif
