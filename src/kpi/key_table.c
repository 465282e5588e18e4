/*
 * key_table.c - which index a key has: folded names looked up in one step
 */
#include "kpi/key_table.h"

#include <string.h>

enum { FIRST_ROOM = 16 };

struct key_slot {
    const char *bytes; /* of the key; NULL = free */
    uint32_t length, hash;
    size_t index;
};

void key_table_init(key_table *t, arena *memory)
{
    *t = (key_table){ .memory = memory };
}

enum { STEP = sizeof(uint64_t) };

static uint64_t mix(uint64_t h, const char *bytes)
{
    uint64_t word;

    memcpy(&word, bytes, STEP);
    h = (h ^ word) * UINT64_C(0x9E3779B97F4A7C15);
    return h ^ h >> 32;
}

/* Eight bytes a step, the last ones perhaps twice. */
uint32_t key_hash(text key)
{
    uint64_t h = UINT64_C(14695981039346656037) ^ key.length;
    const char *at = key.bytes, *end = key.bytes + key.length;
    char few[STEP] = { 0 };

    if (key.length < STEP) {
        for (size_t i = 0; i < key.length; i++)
            few[i] = at[i];
        return (uint32_t)(mix(h, few) >> 16);
    }
    for (; end - at > STEP; at += STEP)
        h = mix(h, at);
    return (uint32_t)(mix(h, end - STEP) >> 16);
}

/* The key's slot, or the free one where it would stand. room > count. */
static key_slot *find(key_slot *slots, size_t room, text key, uint32_t hash)
{
    size_t at = hash & (room - 1);

    while (slots[at].bytes != NULL &&
           (slots[at].hash != hash || slots[at].length != key.length ||
            memcmp(slots[at].bytes, key.bytes, key.length) != 0))
        at = (at + 1) & (room - 1);
    return &slots[at];
}

/* A slot that is free, for a key that is not there yet. */
static key_slot *find_free(key_slot *slots, size_t room, uint32_t hash)
{
    size_t at = hash & (room - 1);

    while (slots[at].bytes != NULL)
        at = (at + 1) & (room - 1);
    return &slots[at];
}

static bool grow(key_table *t, size_t room)
{
    key_slot *slots = room > UINT32_MAX
        ? NULL : arena_array(t->memory, room, sizeof(*slots));

    if (slots == NULL)
        return false;
    for (size_t i = 0; i < t->room; i++)
        if (t->slots[i].bytes != NULL)
            *find_free(slots, room, t->slots[i].hash) = t->slots[i];
    arena_drop(t->memory, t->slots, t->room * sizeof(*slots));
    t->slots = slots;
    t->room = room;
    return true;
}

/* Three quarters of the slots are used at most. */
static size_t most_of(size_t room)
{
    return room / 4 * 3;
}

/* With the bytes of the key, or with a copy of them. */
static size_t *put(key_table *t, text key, size_t fresh, bool copied)
{
    uint32_t hash = key_hash(key);
    key_slot *slot;

    if (key.length > UINT32_MAX ||
        (t->count >= most_of(t->room) &&
         !grow(t, t->room == 0 ? FIRST_ROOM : t->room * 2)))
        return NULL;
    slot = find(t->slots, t->room, key, hash);
    if (slot->bytes != NULL)
        return &slot->index;
    if (copied)
        key.bytes = arena_strndup(t->memory, key.bytes, key.length);
    if (key.bytes == NULL)
        return NULL;
    *slot = (key_slot){ key.bytes, (uint32_t)key.length, hash, fresh };
    t->count++;
    return &slot->index;
}

size_t *key_table_put(key_table *t, text key, size_t fresh)
{
    return put(t, key, fresh, false);
}

size_t *key_table_put_copy(key_table *t, text key, size_t fresh)
{
    return put(t, key, fresh, true);
}

size_t key_table_get(const key_table *t, text key)
{
    key_slot *slot;

    if (t->room == 0)
        return SIZE_MAX;
    slot = find(t->slots, t->room, key, key_hash(key));
    return slot->bytes == NULL ? SIZE_MAX : slot->index;
}
