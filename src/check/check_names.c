/*
 * check_names.c - project and KPI beside findings that only know their cell
 *
 * While a table is read, a cell's finding is made before it is known whose
 * cell it is. Here every finding of a cell without a name gets those of the
 * records that this cell gave; else of the only project, or KPI, of its row.
 */
#include "check/check_parts.h"

#include <stdlib.h>
#include <string.h>

/* Cells of records, and rows: col is then UINT32_MAX. */
typedef struct named_cell {
    size_t source;
    const char *sheet;
    uint32_t row, col;
    const char *project, *kpi; /* "" when several differ */
} named_cell;

typedef struct name_list {
    named_cell *items; /* NULL: only counts */
    size_t count;
} name_list;

static void add_cell(name_list *list, const project *p, const kpi *k,
                     const place *where, uint32_t col)
{
    if (!where->has_cell)
        return;
    if (list->items != NULL)
        list->items[list->count] = (named_cell){
            p->source, where->sheet, where->row, col, p->name,
            k == NULL ? "" : k->name };
    list->count++;
}

static void add_place(name_list *list, const project *p, const kpi *k,
                      const place *where)
{
    add_cell(list, p, k, where, where->col);
    add_cell(list, p, k, where, UINT32_MAX);
}

static void list_names(name_list *list, const dataset *d)
{
    list->count = 0;
    for (size_t i = 0; i < d->project_count; i++) {
        const project *p = &d->projects[i];

        add_cell(list, p, NULL, &p->where, p->where.col);
        for (size_t n = 0; n < p->cost_count; n++)
            add_cell(list, p, NULL, &p->costs[n].where,
                     p->costs[n].where.col);
        for (size_t n = 0; n < p->kpi_count; n++) {
            const kpi *k = &p->kpis[n];

            add_place(list, p, k, &k->where);
            add_place(list, p, k, &k->baseline.where);
            add_place(list, p, k, &k->target.where);
            for (size_t a = 0; a < k->actual_count; a++)
                add_place(list, p, k, &k->actuals[a].where);
            for (size_t a = 0; a < k->planned_count; a++)
                add_place(list, p, k, &k->planned[a].where);
        }
    }
}

static int by_cell(const void *left, const void *right)
{
    const named_cell *a = left, *b = right;
    int order;

    if (a->source != b->source)
        return a->source < b->source ? -1 : 1;
    order = strcmp(a->sheet, b->sheet);
    if (order != 0)
        return order;
    if (a->row != b->row)
        return a->row < b->row ? -1 : 1;
    if (a->col != b->col)
        return a->col < b->col ? -1 : 1;
    order = strcmp(a->project, b->project);
    return order != 0 ? order : strcmp(a->kpi, b->kpi);
}

static bool same_cell(const named_cell *a, const named_cell *b)
{
    return a->source == b->source && a->row == b->row && a->col == b->col &&
           strcmp(a->sheet, b->sheet) == 0;
}

/* One entry a cell; what several records say differently becomes "". */
static void merge_names(name_list *list)
{
    size_t kept = 0;

    for (size_t i = 1; i < list->count; i++) {
        named_cell *last = &list->items[kept];
        const named_cell *next = &list->items[i];

        if (!same_cell(last, next)) {
            list->items[++kept] = *next;
            continue;
        }
        if (strcmp(last->project, next->project) != 0)
            last->project = last->kpi = "";
        if (strcmp(last->kpi, next->kpi) != 0)
            last->kpi = "";
    }
    list->count = list->count == 0 ? 0 : kept + 1;
}

static bool make_names(name_list *list, arena *memory, const dataset *d)
{
    *list = (name_list){ NULL, 0 };
    list_names(list, d);
    list->items = arena_array(memory, list->count + 1, sizeof(*list->items));
    if (list->items == NULL)
        return false;
    list_names(list, d);
    if (list->count > 1)
        qsort(list->items, list->count, sizeof(*list->items), by_cell);
    merge_names(list);
    return true;
}

static const named_cell *find_name(const name_list *list, const finding *f,
                                   uint32_t col)
{
    const named_cell key = { f->source, f->where.sheet, f->where.row, col,
                             "", "" };
    size_t low = 0, high = list->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const named_cell *at = &list->items[middle];

        if (same_cell(at, &key))
            return at;
        if (by_cell(at, &key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

static bool is_nameless(const finding *f)
{
    return f->where.has_cell && f->project[0] == '\0' &&
           f->field[0] == '\0';
}

void check_names(checker *c)
{
    finding_list *found = &c->data->findings;
    name_list names;
    size_t first = 0;

    while (first < found->count && !is_nameless(&found->items[first]))
        first++;
    if (first == found->count)
        return;
    if (!make_names(&names, &c->work, c->data)) {
        c->failed = true;
        return;
    }
    for (size_t i = first; i < found->count; i++) {
        finding *f = &found->items[i];
        const named_cell *name = NULL;

        if (is_nameless(f))
            name = find_name(&names, f, f->where.col);
        if (is_nameless(f) && name == NULL &&
            f->where.row == f->where.last_row)
            name = find_name(&names, f, UINT32_MAX);
        if (name == NULL)
            continue;
        f->project = name->project;
        f->field = name->kpi;
    }
}
