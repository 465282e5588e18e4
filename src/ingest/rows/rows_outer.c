/*
 * rows_outer.c - indicators of a level in front of those of its projects
 */
#include "ingest/rows/rows_outer.h"

#include <string.h>

/* The innermost level in front of a column. */
static const table_column *level_before(const table *t, size_t i)
{
    while (i-- > 0)
        if (role_is_level(t->columns[i].role) &&
            t->columns[i].role != ROLE_PROJECT)
            return &t->columns[i];
    return NULL;
}

/* A level, its indicator, a project and its indicator, from left to right, of
 * each one column; the index of the level's indicator, else SIZE_MAX. */
static size_t find_outer(const table *t)
{
    size_t outer = SIZE_MAX, inner = SIZE_MAX;
    bool named = false;

    for (size_t i = 0; i < t->count; i++) {
        const table_column *k = &t->columns[i];

        if (k->role == ROLE_PROJECT) {
            if (named)
                return SIZE_MAX;
            named = true;
        } else if (k->role == ROLE_KPI && !named) {
            if (outer != SIZE_MAX)
                return SIZE_MAX;
            outer = i;
        } else if (k->role == ROLE_KPI) {
            inner = i;
        }
    }
    return inner != SIZE_MAX && outer != SIZE_MAX &&
                   t->columns[outer].block != 0 &&
                   t->columns[outer].block != t->columns[inner].block &&
                   level_before(t, outer) != NULL
               ? outer : SIZE_MAX;
}

/* Is each of the level's indicators merged over the rows that it is, so that
 * it is no project's? */
static bool spans_level(const sheet_view *v, const segment *s, uint32_t level,
                        uint32_t name)
{
    bool several = false;

    for (size_t i = 0; i < s->count; i++) {
        merge_range a = view_range(v, s->rows[i], level),
                    b = view_range(v, s->rows[i], name);

        if (!view_filled(v, a.row, level) || !view_filled(v, b.row, name) ||
            b.row < a.row || b.last_row > a.last_row)
            return false;
        several = several || (b.last_row > b.row && a.row == b.row);
    }
    return several;
}

static bool is_figure(role r)
{
    return role_is_figure(r) || r == ROLE_RATE || r == ROLE_UNIT ||
           r == ROLE_KPI || r == ROLE_BASELINE_YEAR || r == ROLE_TARGET_YEAR;
}

bool rows_outer(arena *a, const sheet_view *v, const segment *s,
                rows_levels *out)
{
    const table *t = s->table;
    size_t at = t->blocks > 1 && !t->parted ? find_outer(t) : SIZE_MAX;
    const table_column *level;
    unsigned block;

    out->outer = out->inner = NULL;
    if (at == SIZE_MAX)
        return true;
    level = level_before(t, at);
    if (!spans_level(v, s, level->col, t->columns[at].col))
        return true;
    block = t->columns[at].block;
    out->outer = arena_alloc(a, sizeof(*out->outer));
    out->inner = arena_alloc(a, sizeof(*out->inner));
    if (out->outer == NULL || out->inner == NULL)
        return false;
    *out->outer = *out->inner = *t;
    out->outer->columns = arena_array(a, t->count, sizeof(*t->columns));
    out->inner->columns = arena_array(a, t->count, sizeof(*t->columns));
    if (out->outer->columns == NULL || out->inner->columns == NULL)
        return false;
    out->outer->count = out->inner->count = 0;
    out->outer->parts = NULL;
    out->outer->blocks = 1;
    out->outer->held = out->inner->held = 0;
    for (size_t i = 0; i < t->count; i++) {
        const table_column *k = &t->columns[i];
        bool own = k->block == block && is_figure(k->role);

        if (own || k <= level) {
            table_column *to = &out->outer->columns[out->outer->count++];

            *to = *k;
            if (own)
                to->block = 1;
            else if (k == level)
                to->role = ROLE_PROJECT;
        }
        if (!own)
            out->inner->columns[out->inner->count++] = *k;
    }
    return true;
}
