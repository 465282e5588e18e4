/*
 * key_table.c - which index a key has: folded names looked up in one step
 */
#include "kpi/key_table.h"

#include <string.h>

enum { FIRST_ROOM = 64 };

struct key_slot {
    text key; /* bytes NULL = free */
    size_t hash, index;
};

void key_table_init(key_table *t, arena *memory)
{
    *t = (key_table){ .memory = memory };
}

/* Eight bytes a step; where a key stands says nothing to anyone else. */
static size_t hash_of(text key)
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
    return (size_t)h;
}

/* The key's slot, or the free one where it would stand. room > count. */
static key_slot *find(key_slot *slots, size_t room, text key, size_t hash)
{
    size_t at = hash & (room - 1);

    while (slots[at].key.bytes != NULL &&
           (slots[at].hash != hash || !text_equal(slots[at].key, key)))
        at = (at + 1) & (room - 1);
    return &slots[at];
}

static bool grow(key_table *t)
{
    size_t room = t->room == 0 ? FIRST_ROOM : t->room * 2;
    key_slot *slots = arena_array(t->memory, room, sizeof(*slots));

    if (slots == NULL)
        return false;
    for (size_t i = 0; i < t->room; i++)
        if (t->slots[i].key.bytes != NULL)
            *find(slots, room, t->slots[i].key, t->slots[i].hash) =
                t->slots[i];
    t->slots = slots;
    t->room = room;
    return true;
}

size_t *key_table_put(key_table *t, text key, size_t fresh)
{
    size_t hash = hash_of(key);
    key_slot *slot;

    if (t->count >= t->room / 2 && !grow(t))
        return NULL;
    slot = find(t->slots, t->room, key, hash);
    if (slot->key.bytes == NULL) {
        *slot = (key_slot){ key, hash, fresh };
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
    return slot->key.bytes == NULL ? SIZE_MAX : slot->index;
}
