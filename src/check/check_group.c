/*
 * check_group.c - equal findings at one cell or in a run of cells become one
 */
#include "check/check.h"

#include <stdlib.h>
#include <string.h>

enum { NAMES_SHOWN = 3 };

/* A finding of the list, and where it stands there. */
typedef struct grouped {
    finding *item;
    size_t position;
    bool merged; /* into the one before: gone */
} grouped;

typedef struct grouping {
    finding_list *list;
    finding_chains chains;
    grouped *items; /* room for those of one chain */
    bool *gone;     /* by position */
} grouping;

static int order_of(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

static int compare_said(const finding *a, const finding *b)
{
    int order = order_of(a->source, b->source);

    if (order == 0)
        order = strcmp(a->rule, b->rule);
    if (order == 0)
        order = (int)a->where.has_cell - (int)b->where.has_cell;
    if (order == 0)
        order = strcmp(a->where.sheet, b->where.sheet);
    if (order == 0)
        order = strcmp(a->value, b->value);
    for (size_t i = 0; order == 0 && i < FINDING_ARGS; i++)
        order = strcmp(a->args[i] == NULL ? "" : a->args[i],
                       b->args[i] == NULL ? "" : b->args[i]);
    return order;
}

static int by_column(const void *left, const void *right)
{
    const grouped *x = left, *y = right;
    int order = compare_said(x->item, y->item);

    if (order == 0)
        order = order_of(x->item->where.col, y->item->where.col);
    if (order == 0)
        order = order_of(x->item->where.row, y->item->where.row);
    return order != 0 ? order : order_of(x->position, y->position);
}

static int by_row(const void *left, const void *right)
{
    const grouped *x = left, *y = right;
    int order = compare_said(x->item, y->item);

    if (order == 0)
        order = order_of(x->item->where.row, y->item->where.row);
    if (order == 0)
        order = order_of(x->item->where.last_row, y->item->where.last_row);
    if (order == 0)
        order = order_of(x->item->where.col, y->item->where.col);
    return order != 0 ? order : order_of(x->position, y->position);
}

/* Below, or at the same cells. */
static bool follows_down(const place *a, const place *b)
{
    return a->col == b->col && a->last_col == b->last_col &&
           b->row >= a->row && b->row <= a->last_row + 1;
}

static bool follows_right(const place *a, const place *b)
{
    return a->row == b->row && a->last_row == b->last_row &&
           b->col >= a->col && b->col <= a->last_col + 1;
}

/* Is `name` among the names joined by ` / `? */
static bool names_hold(text names, text name)
{
    for (size_t at = 0; at <= names.length;) {
        size_t end = text_find(names, " / ", at);

        if (end == SIZE_MAX)
            end = names.length;
        if (text_equal(text_cut(names, at, end), name))
            return true;
        at = end + 3;
    }
    return false;
}

static size_t names_count(text names)
{
    size_t count = names.length > 0 ? 1 : 0;

    for (size_t at = 0;
         (at = text_find(names, " / ", at)) != SIZE_MAX; at += 3)
        count++;
    return count;
}

static bool join_names(arena *memory, const char **names, const char *name)
{
    text known = text_of(*names);

    if (name[0] == '\0' || names_hold(known, text_of(name)) ||
        text_ends(known, " / …"))
        return true;
    if (known.length == 0)
        *names = name;
    else
        *names = arena_printf(memory, "%s / %s", *names,
                              names_count(known) < NAMES_SHOWN ? name : "…");
    return *names != NULL;
}

static bool same_names(const finding *a, const finding *b)
{
    return strcmp(a->project, b->project) == 0 &&
           strcmp(a->field, b->field) == 0;
}

/* Was it said before of these very cells? */
static bool same_place(const place *a, const place *b)
{
    return !a->has_cell || (b->row >= a->row && b->last_row <= a->last_row &&
                            b->col >= a->col && b->last_col <= a->last_col);
}

static bool merge_runs(arena *memory, grouped *items, size_t count,
                       bool (*follows)(const place *, const place *))
{
    for (size_t i = 1, last = 0; i < count; i++) {
        finding *a = items[last].item;
        const finding *b = items[i].item;

        if (compare_said(a, b) != 0 ||
            (a->where.has_cell ? !follows(&a->where, &b->where)
                               : !same_names(a, b))) {
            last = i;
            continue;
        }
        a->joined += b->joined + (same_place(&a->where, &b->where) ? 0 : 1);
        if (b->where.last_row > a->where.last_row)
            a->where.last_row = b->where.last_row;
        if (b->where.last_col > a->where.last_col)
            a->where.last_col = b->where.last_col;
        if (!join_names(memory, &a->project, b->project) ||
            !join_names(memory, &a->field, b->field))
            return false;
        items[i].merged = true;
    }
    return true;
}

static size_t drop_merged(bool *gone, grouped *items, size_t count)
{
    size_t kept = 0;

    for (size_t i = 0; i < count; i++)
        if (items[i].merged)
            gone[items[i].position] = true;
        else
            items[kept++] = items[i];
    return kept;
}

static bool group_chain(grouping *g, size_t chain)
{
    grouped *items = g->items;
    size_t count = 0;

    for (size_t i = g->chains.first[chain]; i != SIZE_MAX;
         i = g->chains.next[i])
        items[count++] = (grouped){ &g->list->items[i], i, false };
    if (count < 2)
        return true;
    qsort(items, count, sizeof(*items), by_column);
    if (!merge_runs(g->list->memory, items, count, follows_down))
        return false;
    count = drop_merged(g->gone, items, count);
    qsort(items, count, sizeof(*items), by_row);
    if (!merge_runs(g->list->memory, items, count, follows_right))
        return false;
    drop_merged(g->gone, items, count);
    return true;
}

static bool group_all(grouping *g, arena *work)
{
    finding_list *list = g->list;
    size_t kept = 0;

    g->items = arena_items(work, list->count, sizeof(*g->items));
    g->gone = arena_array(work, list->count, sizeof(*g->gone));
    if (g->items == NULL || g->gone == NULL ||
        !finding_chain(&g->chains, work, list))
        return false;
    for (size_t i = 0; i < g->chains.count; i++)
        if (!group_chain(g, i))
            return false;
    for (size_t i = 0; i < list->count; i++)
        if (!g->gone[i])
            list->items[kept++] = list->items[i];
    list->count = kept;
    return true;
}

kpi_status check_group(dataset *d, kpi_error *err)
{
    grouping g = { .list = &d->findings };
    kpi_status status = KPI_OK;
    arena work;

    if (g.list->count < 2)
        return KPI_OK;
    arena_init(&work, 0);
    if (!group_all(&g, &work))
        status = kpi_fail_nomem(err);
    arena_free(&work);
    return status;
}
