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

/* Eight bytes a step; where a key stands says nothing to anyone else. */
static uint32_t hash_of(text key)
{
    uint64_t h = UINT64_C(14695981039346656037) ^ key.length;
    size_t at = 0;

    while (at < key.length) {
        size_t left = key.length - at;
        uint64_t word = 0;

        if (left >= sizeof(word))
            memcpy(&word, key.bytes + at, sizeof(word));
        else
            memcpy(&word, key.bytes + at, left);
        h = (h ^ word) * UINT64_C(0x9E3779B97F4A7C15);
        h ^= h >> 32;
        at += sizeof(word);
    }
    return (uint32_t)(h >> 16);
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

bool key_table_reserve(key_table *t, size_t count)
{
    size_t room = FIRST_ROOM;

    while (most_of(room) < count && room <= UINT32_MAX)
        room *= 2;
    return room <= t->room || grow(t, room);
}

size_t *key_table_put(key_table *t, text key, size_t fresh)
{
    uint32_t hash = hash_of(key);
    key_slot *slot;

    if (key.length > UINT32_MAX ||
        (t->count >= most_of(t->room) &&
         !grow(t, t->room == 0 ? FIRST_ROOM : t->room * 2)))
        return NULL;
    slot = find(t->slots, t->room, key, hash);
    if (slot->bytes == NULL) {
        *slot = (key_slot){ key.bytes, (uint32_t)key.length, hash, fresh };
        t->count++;
    }
    return &slot->index;
}

size_t key_table_get(const key_table *t, text key)
{
    key_slot *slot;

    if (t->room == 0)
        return SIZE_MAX;
    slot = find(t->slots, t->room, key, hash_of(key));
    return slot->bytes == NULL ? SIZE_MAX : slot->index;
}
