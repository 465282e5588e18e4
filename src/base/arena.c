/*
 * arena.c - memory that is released all at once
 */
#include "base/arena.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A sanitizer sees who still uses what was given back. */
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_WATCHED
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define ARENA_WATCHED
#endif
#ifdef ARENA_WATCHED
#include <sanitizer/asan_interface.h>
#else
#define ASAN_POISON_MEMORY_REGION(bytes, size) ((void)(bytes), (void)(size))
#define ASAN_UNPOISON_MEMORY_REGION(bytes, size) ((void)(bytes), (void)(size))
#endif

enum { SMALLEST_BLOCK = 4096, LARGEST_BLOCK = 1 << 20,
       SPARE_BYTES = 1 << 20, SPARE_LOOK = 8, /* kept, and looked through */
       PRINTED_ROOM = 512, /* most texts are shorter */
       LARGE_ITEM = 64, /* a list of such items often stays short */
       SMALLEST_LENT = 1024,
       ALIGNMENT = alignof(max_align_t) };

struct arena_block {
    arena_block *next;
    size_t size, used;
    bool lent; /* it lies in memory of someone else's */
    max_align_t bytes[];
};

void arena_init(arena *a, size_t limit)
{
    a->first = NULL;
    a->used = 0;
    a->limit = limit;
    a->failed = a->full = false;
    a->spare = NULL;
    a->lent = NULL;
    a->lent_count = 0;
}

/* Memory of someone else's is theirs again. */
static void close_from(arena_block *block, size_t from)
{
    if (!block->lent && from < block->used)
        ASAN_POISON_MEMORY_REGION((unsigned char *)block->bytes + from,
                                  block->used - from);
}

void arena_borrow(arena *a, arena *spare)
{
    a->spare = spare;
}

static void give_back(arena_block *block, arena *spare)
{
    if (block->lent)
        return;
    close_from(block, 0);
    if (spare == NULL || block->size > SPARE_BYTES - spare->used) {
        free(block);
        return;
    }
    block->next = spare->first;
    spare->first = block;
    spare->used += block->size;
}

static arena_block *take_spare(arena *spare, size_t size)
{
    arena_block **link = &spare->first, *block;
    size_t looked = 0;

    while (*link != NULL && (*link)->size < size && looked++ < SPARE_LOOK)
        link = &(*link)->next;
    block = *link;
    if (block == NULL || block->size < size)
        return NULL;
    *link = block->next;
    spare->used -= block->size;
    block->next = NULL;
    block->used = 0;
    return block;
}

void arena_free(arena *a)
{
    while (a->first != NULL) {
        arena_block *next = a->first->next;

        give_back(a->first, a->spare);
        a->first = next;
    }
    a->used = 0;
    a->failed = a->full = false;
    a->lent = NULL;
    a->lent_count = 0;
}

void arena_lend(arena *a, void *bytes, size_t size)
{
    arena_block *block = bytes;

    if (size < sizeof(*block) + SMALLEST_LENT)
        return;
    *block = (arena_block){ .next = a->lent, .size = size - sizeof(*block),
                            .lent = true };
    a->lent = block;
    a->lent_count++;
}

void arena_share(arena *a, arena *from, size_t pieces)
{
    for (; pieces > 0 && from->lent != NULL; pieces--) {
        arena_block *block = from->lent;

        from->lent = block->next;
        from->lent_count--;
        block->next = a->lent;
        a->lent = block;
        a->lent_count++;
    }
}

/* They stand behind the newest block, whose room is used up first. */
bool arena_join(arena *a, arena *from)
{
    arena_block **link = a->first == NULL ? &a->first : &a->first->next;
    arena_block *rest = *link;
    bool full, failed;

    *link = from->first;
    while (*link != NULL)
        link = &(*link)->next;
    *link = rest;
    a->used += from->used;
    full = from->full || (a->limit != 0 && a->used > a->limit);
    failed = from->failed || full;
    a->full = a->full || full;
    a->failed = a->failed || failed;
    arena_share(a, from, from->lent_count);
    arena_init(from, from->limit);
    return !failed;
}

arena_mark arena_get_mark(const arena *a)
{
    return (arena_mark){ a->first, a->first == NULL ? 0 : a->first->used,
                         a->used };
}

/* A large item's block lies behind the one that was newest: it is kept until
 * arena_free(). */
void arena_rewind(arena *a, arena_mark mark)
{
    while (a->first != NULL && a->first != mark.first) {
        arena_block *next = a->first->next;

        give_back(a->first, NULL);
        a->first = next;
    }
    if (a->first != NULL) {
        close_from(a->first, mark.block_used);
        a->first->used = mark.block_used;
    }
    a->used = mark.used;
}

/*
 * Blocks double, so that a small book costs one page and a large one few
 * calls. The limit counts what was handed out; a block never takes much more
 * than is left of it.
 */
static arena_block *block_new(arena *a, size_t size)
{
    size_t room = SMALLEST_BLOCK;
    arena_block *block = a->lent;

    if (block != NULL && block->size >= size) {
        a->lent = block->next;
        a->lent_count--;
        return block;
    }
    block = a->spare == NULL ? NULL : take_spare(a->spare, size);
    if (block != NULL)
        return block;
    if (a->first != NULL)
        room = a->first->size < LARGEST_BLOCK / 2 ? a->first->size * 2
                                                  : LARGEST_BLOCK;
    if (a->limit != 0 && room > a->limit - a->used)
        room = a->limit - a->used;
    if (room < size)
        room = size;
    if (room > SIZE_MAX - sizeof(*block))
        return NULL;
    block = malloc(sizeof(*block) + room);
    if (block == NULL)
        return NULL;
    block->next = NULL;
    block->size = room;
    block->used = 0;
    block->lent = false;
    return block;
}

/*
 * A large item gets a block of its own behind the newest one, so that the
 * room left in that one is not lost.
 */
static arena_block *block_for(arena *a, size_t size)
{
    arena_block *block = a->first;

    if (block != NULL && block->size - block->used >= size)
        return block;
    block = block_new(a, size);
    if (block == NULL)
        return NULL;
    if (a->first != NULL && block->size == size) {
        block->next = a->first->next;
        a->first->next = block;
    } else {
        block->next = a->first;
        a->first = block;
    }
    return block;
}

static size_t aligned(size_t size)
{
    return size == 0 ? (size_t)ALIGNMENT
                     : (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
}

static inline unsigned char *hand_out(arena *a, arena_block *block, size_t size)
{
    unsigned char *bytes = (unsigned char *)block->bytes + block->used;

    block->used += size;
    a->used += size;
    ASAN_UNPOISON_MEMORY_REGION(bytes, size);
    return bytes;
}

static unsigned char *take(arena *a, size_t size)
{
    arena_block *block;

    if (size > SIZE_MAX - ALIGNMENT)
        return NULL;
    size = aligned(size);
    if (size > SIZE_MAX - a->used)
        return NULL;
    if (a->limit != 0 && (a->used > a->limit || size > a->limit - a->used)) {
        a->full = true;
        return NULL;
    }
    block = block_for(a, size);
    return block == NULL ? NULL : hand_out(a, block, size);
}

/* From the block at hand, as nearly always; NULL: take() knows why not. */
static inline void *take_here(arena *a, size_t size)
{
    arena_block *block = a->first;
    size_t room = block == NULL ? 0 : block->size - block->used;

    if (size - 1 >= room) /* also of no size */
        return NULL;
    size = aligned(size);
    if (size > room || (a->limit != 0 && a->used + size > a->limit))
        return NULL;
    return hand_out(a, block, size);
}

void *arena_bytes(arena *a, size_t size)
{
    void *bytes = take_here(a, size);

    if (bytes == NULL)
        bytes = take(a, size);
    if (bytes == NULL)
        a->failed = true;
    return bytes;
}

void *arena_alloc(arena *a, size_t size)
{
    void *bytes = arena_bytes(a, size);

    return bytes == NULL ? NULL : memset(bytes, 0, size);
}

/* What nothing has room for when the product overflows. */
static size_t size_of_all(size_t count, size_t size)
{
    return size != 0 && count > SIZE_MAX / size ? SIZE_MAX : count * size;
}

void *arena_array(arena *a, size_t count, size_t size)
{
    return arena_alloc(a, size_of_all(count, size));
}

void *arena_items(arena *a, size_t count, size_t size)
{
    return arena_bytes(a, size_of_all(count, size));
}

char *arena_strndup(arena *a, const char *bytes, size_t length)
{
    char *copy = arena_bytes(a, length == SIZE_MAX ? length : length + 1);

    if (copy == NULL)
        return NULL;
    if (length != 0)
        memcpy(copy, bytes, length);
    copy[length] = '\0';
    return copy;
}

char *arena_strdup(arena *a, const char *string)
{
    return arena_strndup(a, string, strlen(string));
}

char *arena_vprintf(arena *a, const char *format, va_list args)
{
    char small[PRINTED_ROOM];
    va_list again;
    char *out = NULL;
    int length;

    va_copy(again, args);
    length = vsnprintf(small, sizeof(small), format, args);
    if (length >= 0 && (size_t)length < sizeof(small))
        out = arena_strndup(a, small, (size_t)length);
    else if (length >= 0)
        out = arena_alloc(a, (size_t)length + 1);
    if (out != NULL && (size_t)length >= sizeof(small))
        vsnprintf(out, (size_t)length + 1, format, again);
    va_end(again);
    return out;
}

char *arena_printf(arena *a, const char *format, ...)
{
    va_list args;
    char *out;

    va_start(args, format);
    out = arena_vprintf(a, format, args);
    va_end(args);
    return out;
}

void *arena_push(arena *a, void **items, size_t *count, size_t *capacity,
                 size_t size)
{
    unsigned char *item;

    if (*count == *capacity) {
        size_t first = size < LARGE_ITEM ? 8 : 2;
        size_t room = *capacity == 0 ? first : *capacity * 2;
        void *grown;

        if (*capacity > SIZE_MAX / 2)
            return NULL;
        grown = arena_items(a, room, size);
        if (grown == NULL)
            return NULL;
        if (*count != 0)
            memcpy(grown, *items, *count * size);
        *items = grown;
        *capacity = room;
    }
    item = (unsigned char *)*items + size * (*count)++;
    memset(item, 0, size); /* an item may have stood there and been dropped */
    return item;
}

void arena_drop(arena *a, const void *item, size_t size)
{
    arena_block **link = &a->first, *block;

    while (*link != NULL && (const void *)(*link)->bytes != item)
        link = &(*link)->next;
    block = *link;
    if (block == NULL || block->used != aligned(size))
        return;
    *link = block->next;
    a->used -= block->used;
    give_back(block, a->spare);
}

void *arena_push_last(arena *a, void **items, size_t *count,
                      size_t *capacity, size_t size)
{
    const void *old = *items;
    size_t room = *capacity * size;
    void *item = arena_push(a, items, count, capacity, size);

    if (old != NULL && *items != old)
        arena_drop(a, old, room);
    return item;
}
