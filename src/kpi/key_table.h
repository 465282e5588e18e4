/*
 * key_table.h - which index a key has: folded names looked up in one step
 *
 * Open addressing over slices that must live as long as the table. Grows by
 * itself; lies in an arena.
 */
#ifndef KPIBOOK_KPI_KEY_TABLE_H
#define KPIBOOK_KPI_KEY_TABLE_H

#include "base/arena.h"
#include "base/text.h"

typedef struct key_slot key_slot;

typedef struct key_table {
    arena *memory;
    key_slot *slots;
    size_t room, count;
} key_table;

/* 32 bits of a key, the same for as long as the program runs. */
uint32_t key_hash(text key);

void key_table_init(key_table *t, arena *memory);
/*
 * The index of a key: what it had, or `fresh`, which it then keeps. NULL:
 * memory. The pointer is good until the next call.
 */
size_t *key_table_put(key_table *t, text key, size_t fresh);
/* As key_table_put(), of a key that need not live: a new one is copied. */
size_t *key_table_put_copy(key_table *t, text key, size_t fresh);
/* SIZE_MAX when it is not there. */
size_t key_table_get(const key_table *t, text key);

#endif
