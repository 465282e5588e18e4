/*
 * rows_gather.c - lines of one indicator that stand apart are read together
 *
 * A list sorted by year names project and indicator on every line: A R3, B
 * R3, A R4, B R4. Its lines are put in the order A R3, A R4, B R3, B R4.
 * Only where each line has all of its names: no merges, nothing inherited.
 */
#include <string.h>

#include "ingest/rows/rows_parts.h"

enum { KEY_COLUMNS = 8, SLOTS_LEAST = 64 };

typedef struct gather {
    const sheet_view *view;
    const segment *segment;
    const table_column *keys[KEY_COLUMNS];
    size_t key_count;
    size_t *slots;  /* index of a group's first row, plus one */
    size_t slot_count;
    size_t *group;  /* of each row: the index of its first row */
} gather;

static bool take_keys(gather *g, const table *t)
{
    bool named = false, year = false;

    for (size_t i = 0; i < t->count; i++) {
        const table_column *k = &t->columns[i];

        year = year || k->role == ROLE_YEAR;
        if (k->role != ROLE_PROJECT && k->role != ROLE_KPI &&
            k->role != ROLE_BREAKDOWN)
            continue;
        if (g->key_count == KEY_COLUMNS)
            return false;
        named = named || k->role == ROLE_KPI;
        g->keys[g->key_count++] = k;
    }
    return year && named && t->blocks <= 1;
}

static bool same_keys(const gather *g, size_t a, size_t b)
{
    for (size_t i = 0; i < g->key_count; i++)
        if (!text_equal(view_text(g->view, g->segment->rows[a],
                                  g->keys[i]->col),
                        view_text(g->view, g->segment->rows[b],
                                  g->keys[i]->col)))
            return false;
    return true;
}

static uint32_t hash_row(const gather *g, size_t n)
{
    uint32_t h = 2166136261u;

    for (size_t i = 0; i < g->key_count; i++) {
        text t = view_text(g->view, g->segment->rows[n], g->keys[i]->col);

        for (size_t at = 0; at < t.length; at++)
            h = (h ^ (unsigned char)t.bytes[at]) * 16777619u;
        h = (h ^ 31u) * 16777619u;
    }
    return h;
}

/* Finds each row's group; false when a name is missing, merged or 〃. *apart:
 * lines of one group do not stand together. */
static bool find_groups(gather *g, bool *apart)
{
    for (size_t n = 0; n < g->segment->count; n++) {
        uint32_t row = g->segment->rows[n];
        size_t slot;

        for (size_t i = 0; i < g->key_count; i++) {
            merge_range m = view_range(g->view, row, g->keys[i]->col);

            if (m.row != m.last_row ||
                !view_filled(g->view, row, g->keys[i]->col) ||
                reader_is_ditto(view_text(g->view, row, g->keys[i]->col)))
                return false;
        }
        slot = hash_row(g, n) % g->slot_count;
        while (g->slots[slot] != 0 && !same_keys(g, g->slots[slot] - 1, n))
            slot = (slot + 1) % g->slot_count;
        if (g->slots[slot] == 0)
            g->slots[slot] = n + 1;
        g->group[n] = g->slots[slot] - 1;
        *apart = *apart || (g->group[n] != n && n > 0 &&
                            g->group[n - 1] != g->group[n]);
    }
    return true;
}

bool rows_gather(arena *a, const sheet_view *v, segment *s)
{
    gather g = { .view = v, .segment = s };
    size_t *first, *next, count = 0;
    uint32_t *rows;
    bool apart = false;

    if (s->count < 3 || !take_keys(&g, s->table))
        return true;
    g.slot_count = 2 * s->count + SLOTS_LEAST;
    g.slots = arena_array(a, g.slot_count, sizeof(*g.slots));
    g.group = arena_array(a, s->count, sizeof(*g.group));
    first = arena_array(a, s->count, sizeof(*first));
    next = arena_array(a, s->count, sizeof(*next));
    rows = arena_array(a, s->count, sizeof(*rows));
    if (g.slots == NULL || g.group == NULL || first == NULL ||
        next == NULL || rows == NULL)
        return false;
    if (!find_groups(&g, &apart) || !apart)
        return true;
    /* a list of rows for each group: first[] holds its last row so far */
    for (size_t n = 0; n < s->count; n++) {
        next[n] = SIZE_MAX;
        if (g.group[n] != n)
            next[first[g.group[n]]] = n;
        first[g.group[n]] = n;
    }
    for (size_t n = 0; n < s->count; n++)
        for (size_t i = n; g.group[n] == n && i != SIZE_MAX; i = next[i])
            rows[count++] = s->rows[i];
    s->rows = rows;
    return true;
}
