/*
 * rows_gather.c - lines of one indicator that stand apart are read together
 *
 * A list sorted by year names project and indicator on every line: A R3, B
 * R3, A R4, B R4. Its lines are put in the order A R3, A R4, B R3, B R4, all
 * indicators of a project one behind the other.
 * Only where each line has all of its names: no merges, nothing inherited.
 * The same project below another level, or as 再掲, is another one there.
 */
#include <stdlib.h>
#include <string.h>

#include "ingest/rows/rows_parts.h"

enum { KEY_COLUMNS = 16, SLOTS_LEAST = 64 };

/* What tells lines apart, and from where on a blank cell says what stands
 * above it. */
typedef struct key {
    const table_column *column;
    size_t *from; /* of each row: the one whose cell holds for it; NULL: its
                     own */
} key;

typedef struct gather {
    const sheet_view *view;
    const segment *segment;
    key keys[KEY_COLUMNS];
    size_t key_count;
    size_t *slots;  /* index of a group's first row, plus one */
    size_t slot_count;
    bool offices;   /* they tell indicators apart, too */
} gather;

/* What lines have in common: their indicator, its year too, or the project. */
typedef enum alike { ALIKE_KPI, ALIKE_YEAR, ALIKE_PROJECT } alike;

/* A row, and the first ones of its project and of its indicator. */
typedef struct gathered {
    size_t project, kpi, index;
    uint32_t row;
} gathered;

static bool names_line(role r)
{
    return r == ROLE_PROJECT || r == ROLE_KPI || r == ROLE_BREAKDOWN;
}

/* Where a project stands. */
static bool places_project(role r)
{
    return r == ROLE_GOAL || r == ROLE_THEME || r == ROLE_PART ||
           r == ROLE_MEASURE || r == ROLE_RELISTED;
}

static bool is_office(role r)
{
    return r == ROLE_BUREAU || r == ROLE_DIVISION;
}

static bool is_key(role r)
{
    return names_line(r) || places_project(r) || is_office(r) ||
           r == ROLE_YEAR;
}

static text text_at(const gather *g, size_t n, const table_column *k)
{
    return view_text(g->view, g->segment->rows[n], k->col);
}

/* What a column says for row n. */
static text key_text(const gather *g, size_t n, const key *k)
{
    return text_at(g, k->from != NULL ? k->from[n] : n, k->column);
}

/* Are the project and all levels around it those of the row above? */
static bool same_place(const gather *g, size_t n)
{
    for (size_t i = 0; i < g->key_count; i++) {
        const key *k = &g->keys[i];

        if (k->column->role != ROLE_KPI &&
            k->column->role != ROLE_BREAKDOWN &&
            k->column->role != ROLE_YEAR &&
            !text_equal(key_text(g, n, k), key_text(g, n - 1, k)))
            return false;
    }
    return true;
}

/* A level holds until the next one; 再掲 no further than for its project. */
static bool trace(gather *g, arena *a, key *k)
{
    size_t *from = arena_array(a, g->segment->count, sizeof(*from));

    for (size_t n = 0; from != NULL && n < g->segment->count; n++) {
        text typed = text_at(g, n, k->column);

        from[n] = n > 0 && (typed.length == 0 || reader_is_ditto(typed)) &&
                          (k->column->role != ROLE_RELISTED ||
                           same_place(g, n))
                      ? from[n - 1] : n;
    }
    k->from = from;
    return from != NULL;
}

static bool is_list_of_years(const table *t)
{
    return t->blocks <= 1 && table_may_have(t, ROLE_YEAR) &&
           table_may_have(t, ROLE_KPI) &&
           table_column_any(t, ROLE_YEAR) != NULL &&
           table_column_any(t, ROLE_KPI) != NULL;
}

/* *many: more columns than are told apart. False when memory ran out. */
static bool take_keys(gather *g, arena *a, const table *t, bool flags,
                      bool *many)
{
    for (size_t i = 0; i < t->count; i++) {
        const table_column *k = &t->columns[i];
        key *one = &g->keys[g->key_count];

        if ((k->role == ROLE_RELISTED) != flags || !is_key(k->role))
            continue;
        *many = *many || g->key_count == KEY_COLUMNS;
        if (*many)
            return true;
        *one = (key){ k, NULL };
        if (!names_line(k->role) && k->role != ROLE_YEAR &&
            !trace(g, a, one))
            return false;
        g->key_count++;
    }
    return true;
}

/* An office may have had another name in the year before, and two offices
 * projects of one name. */
static bool counts(const gather *g, const key *k, alike as)
{
    role r = k->column->role;

    if (r == ROLE_YEAR)
        return as == ALIKE_YEAR;
    if (is_office(r))
        return as == ALIKE_PROJECT || g->offices;
    return as != ALIKE_PROJECT || (r != ROLE_KPI && r != ROLE_BREAKDOWN);
}

static bool same_keys(const gather *g, size_t a, size_t b, alike as)
{
    for (size_t i = 0; i < g->key_count; i++)
        if (counts(g, &g->keys[i], as) &&
            !text_equal(key_text(g, a, &g->keys[i]),
                        key_text(g, b, &g->keys[i])))
            return false;
    return true;
}

static size_t hash_row(const gather *g, size_t n, alike as)
{
    uint64_t h = 0;

    for (size_t i = 0; i < g->key_count; i++)
        if (counts(g, &g->keys[i], as))
            h = h * 31 + text_hash(key_text(g, n, &g->keys[i]));
    return (size_t)(h ^ h >> 32);
}

/* A name that is missing, merged or 〃. */
static bool lacks_name(const gather *g, size_t n)
{
    uint32_t row = g->segment->rows[n];

    for (size_t i = 0; i < g->key_count; i++) {
        role r = g->keys[i].column->role;
        uint32_t col = g->keys[i].column->col;
        merge_range m = view_range(g->view, row, col);

        if (names_line(r) &&
            (m.row != m.last_row || !view_filled(g->view, row, col) ||
             reader_is_ditto(view_text(g->view, row, col))))
            return true;
    }
    return false;
}

/* The first row whose indicator, or whole project, is that of row n. */
static size_t first_alike(gather *g, size_t n, alike as)
{
    size_t slot = hash_row(g, n, as) % g->slot_count;

    while (g->slots[slot] != 0 &&
           !same_keys(g, g->slots[slot] - 1, n, as))
        slot = (slot + 1) % g->slot_count;
    if (g->slots[slot] == 0)
        g->slots[slot] = n + 1;
    return g->slots[slot] - 1;
}

static void forget(gather *g)
{
    memset(g->slots, 0, g->slot_count * sizeof(*g->slots));
}

static bool other_office(const gather *g, size_t a, size_t b)
{
    for (size_t i = 0; i < g->key_count; i++)
        if (is_office(g->keys[i].column->role) &&
            !text_equal(key_text(g, a, &g->keys[i]),
                        key_text(g, b, &g->keys[i])))
            return true;
    return false;
}

/* Two offices have a line each of one name and year. */
static bool offices_alike(gather *g)
{
    bool found = false;

    for (size_t n = 0; n < g->segment->count && !found; n++)
        found = other_office(g, first_alike(g, n, ALIKE_YEAR), n);
    forget(g);
    return found;
}

/* Finds each row's indicator; false when a name is missing, or the lines of
 * each stand together. *offices: not all lines of one name the same office. */
static bool find_apart(gather *g, gathered *out, bool *offices)
{
    bool apart = false;

    *offices = false;
    for (size_t n = 0; n < g->segment->count; n++) {
        if (lacks_name(g, n)) {
            *offices = false;
            return false;
        }
        out[n].index = n;
        out[n].row = g->segment->rows[n];
        out[n].kpi = first_alike(g, n, ALIKE_KPI);
        *offices = *offices || (out[n].kpi != n &&
                                other_office(g, out[n].kpi, n));
        apart = apart || (out[n].kpi != n && n > 0 &&
                          out[n - 1].kpi != out[n].kpi);
    }
    forget(g);
    return apart;
}

static void find_projects(gather *g, gathered *out)
{
    for (size_t n = 0; n < g->segment->count; n++)
        out[n].project = out[n].kpi == n ? first_alike(g, n, ALIKE_PROJECT)
                                         : out[out[n].kpi].project;
}

static int by_order(const void *a, const void *b)
{
    const gathered *x = a, *y = b;

    if (x->project != y->project)
        return x->project < y->project ? -1 : 1;
    if (x->kpi != y->kpi)
        return x->kpi < y->kpi ? -1 : 1;
    return x->index < y->index ? -1 : x->index > y->index;
}

bool rows_gather(arena *a, const sheet_view *v, segment *s)
{
    gather g = { .view = v, .segment = s };
    gathered *lines;
    uint32_t *rows;
    bool many = false, offices, apart;

    if (s->count < 3 || !is_list_of_years(s->table))
        return true;
    g.slot_count = 2 * s->count + SLOTS_LEAST;
    g.slots = arena_array(a, g.slot_count, sizeof(*g.slots));
    lines = arena_array(a, s->count, sizeof(*lines));
    rows = arena_array(a, s->count, sizeof(*rows));
    if (g.slots == NULL || lines == NULL || rows == NULL ||
        !take_keys(&g, a, s->table, false, &many) ||
        !take_keys(&g, a, s->table, true, &many))
        return false;
    if (many)
        return true;
    apart = find_apart(&g, lines, &offices);
    g.offices = offices && offices_alike(&g);
    if (g.offices)
        apart = find_apart(&g, lines, &offices);
    if (!apart)
        return true;
    find_projects(&g, lines);
    qsort(lines, s->count, sizeof(*lines), by_order);
    for (size_t n = 0; n < s->count; n++)
        rows[n] = lines[n].row;
    s->rows = rows;
    return true;
}
