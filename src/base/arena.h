/*
 * arena.h - memory that is released all at once
 *
 * Everything that a handle keeps lies in its one arena; nothing in it is
 * freed alone. An arena has a limit, so that a hostile file costs no more
 * memory than was agreed on, and so that tests can let any allocation fail.
 * It remembers that it refused one: who looks for that at the end need not
 * ask at each step.
 */
#ifndef KPIBOOK_BASE_ARENA_H
#define KPIBOOK_BASE_ARENA_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

typedef struct arena_block arena_block;

typedef struct arena {
    arena_block *first; /* the newest block */
    size_t used;        /* bytes handed out, padding included */
    size_t limit;       /* 0 = no limit */
    bool failed;        /* an allocation was refused, */
    bool full;          /* by the limit */
    struct arena *spare; /* where blocks come from and go to, or NULL */
    arena_block *lent;  /* see arena_lend() */
    size_t lent_count;
} arena;

void arena_init(arena *a, size_t limit);
/* Releases all memory; the arena is empty and usable again. */
void arena_free(arena *a);

/*
 * Blocks come from `spare` from now on while it has some, and arena_free()
 * gives them back to it, up to a megabyte: what one file was read into the
 * next one is read into, without asking the system again. `spare` must
 * outlive the arena; free it like any other.
 */
void arena_borrow(arena *a, arena *spare);

/*
 * Memory of someone else's where nothing stands any more, aligned for any
 * type: what is allocated from now on may lie there. It must stay until
 * arena_free().
 */
void arena_lend(arena *a, void *bytes, size_t size);
/* So many pieces of what `from` was lent are lent to `a` instead. */
void arena_share(arena *a, arena *from, size_t pieces);

/*
 * What was allocated in `from`, and what it was lent, belongs to `a` from now
 * on, and `from` is empty. False: `from` was refused memory, or it is more than
 * the limit of `a` allows, which takes it all the same.
 */
bool arena_join(arena *a, arena *from);

/*
 * For work that leaves nothing behind: all that was allocated since the mark
 * is given back. Nothing that was allocated before is touched.
 */
typedef struct arena_mark {
    arena_block *first;
    size_t block_used, used;
} arena_mark;
arena_mark arena_get_mark(const arena *a);
void arena_rewind(arena *a, arena_mark mark);

/*
 * Zeroed memory, aligned for any type; NULL when the limit is reached or
 * memory ran out. A size of 0 gives a valid pointer.
 */
void *arena_alloc(arena *a, size_t size);
/* As arena_alloc, but not zeroed: for bytes that are all written. */
void *arena_bytes(arena *a, size_t size);
/* As arena_alloc for `count` items; NULL also when the product overflows. */
void *arena_array(arena *a, size_t count, size_t size);
/* As arena_array, but not zeroed: for items that are all written. */
void *arena_items(arena *a, size_t count, size_t size);
/* A NUL-terminated copy of `length` bytes. */
char *arena_strndup(arena *a, const char *bytes, size_t length);
char *arena_strdup(arena *a, const char *string);
#if defined(__GNUC__)
__attribute__((format(printf, 2, 3)))
#endif
char *arena_printf(arena *a, const char *format, ...);
#if defined(__GNUC__)
__attribute__((format(printf, 2, 0)))
#endif
char *arena_vprintf(arena *a, const char *format, va_list args);

/*
 * Makes room for one more item in a growing array that lies in the arena:
 * *items has *count items of `size` bytes and room for *capacity. Returns a
 * pointer to the new zeroed last item (and raises *count), or NULL.
 * The old array stays valid in the arena until arena_free().
 */
void *arena_push(arena *a, void **items, size_t *count, size_t *capacity,
                 size_t size);
/* The same of a list that may be long: the old array is dropped. */
void *arena_push_last(arena *a, void **items, size_t *count,
                      size_t *capacity, size_t size);
/*
 * An item of `size` bytes is not needed any more, such as a long list that
 * was copied as it grew: its memory is given back now where it has a block of
 * its own, else with the arena. Not for what is older than a mark in use.
 */
void arena_drop(arena *a, const void *item, size_t size);

#endif
