/*
 * finding.c - what is wrong with the data, where, and what stands there
 */
#include "base/finding.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void finding_list_init(finding_list *list, arena *memory)
{
    *list = (finding_list){ .memory = memory };
}

static bool copy(finding_list *list, const char **out, const char *string)
{
    if (string == NULL)
        string = "";
    *out = string[0] == '\0' ? "" : arena_strdup(list->memory, string);
    return *out != NULL;
}

/* Rules and sheets are mostly those of the finding before. */
static bool copy_place(finding_list *list, finding *made, const char *rule)
{
    const finding *before = list->count == 0 ? NULL
                                             : &list->items[list->count - 1];
    const char *sheet = made->where.sheet;
    bool same_rule = before != NULL && strcmp(before->rule, rule) == 0;
    bool same_sheet = before != NULL && sheet != NULL &&
                      strcmp(before->where.sheet, sheet) == 0;

    if (same_rule)
        made->rule = before->rule;
    if (same_sheet)
        made->where.sheet = before->where.sheet;
    return (same_rule || copy(list, &made->rule, rule)) &&
           (same_sheet || copy(list, &made->where.sheet, sheet));
}

finding *finding_add(finding_list *list, const char *rule, size_t source,
                     place where, const char *value, ...)
{
    finding made = { .source = source, .where = where, .project = "",
                     .field = "" };
    finding *item;
    void *items = list->items;
    va_list args;
    bool ok;

    ok = copy_place(list, &made, rule) && copy(list, &made.value, value);
    va_start(args, value);
    for (size_t i = 0; ok && i < FINDING_ARGS; i++) {
        const char *arg = va_arg(args, const char *);

        if (arg == NULL)
            break;
        ok = copy(list, &made.args[i], arg);
    }
    va_end(args);
    item = ok ? arena_push_last(list->memory, &items, &list->count,
                                &list->capacity, sizeof(*item))
              : NULL;
    if (item == NULL) {
        list->failed = true;
        return NULL;
    }
    list->items = items;
    list->sorted = false;
    *item = made;
    return item;
}

bool finding_append(finding_list *list, const finding_list *from)
{
    size_t all = list->count + from->count;

    if (all > list->capacity) {
        size_t room = all > list->capacity * 2 ? all : list->capacity * 2;
        finding *grown = arena_items(list->memory, room, sizeof(*grown));

        if (grown == NULL) {
            list->failed = true;
            return false;
        }
        if (list->count != 0)
            memcpy(grown, list->items, list->count * sizeof(*grown));
        arena_drop(list->memory, list->items,
                   list->capacity * sizeof(*grown));
        list->items = grown;
        list->capacity = room;
    }
    if (from->count != 0)
        memcpy(list->items + list->count, from->items,
               from->count * sizeof(*from->items));
    list->count = all;
    list->sorted = list->sorted && from->count == 0;
    list->failed = list->failed || from->failed;
    return !from->failed;
}

/* A finding with the number that its sheet has in its source. */
finding *finding_add_error(finding_list *list, size_t source,
                           const char *file, const kpi_error *why)
{
    char line[16] = "";

    if (why->line > 0)
        snprintf(line, sizeof(line), "%u", why->line);
    return finding_add(list, why->rule[0] != '\0' ? why->rule
                                                  : "file-damaged",
                       source, place_none(), "",
                       strcmp(why->source, file) == 0 ? "" : why->source,
                       line, why->message, (const char *)NULL);
}

/* A finding of the list, the rank of its sheet, and where it stands. */
typedef struct ranked {
    const finding *item;
    size_t sheet, position;
} ranked;

/* One sheet of one source, where it was first seen, and its rank: the place
 * where any of the same name was. */
typedef struct seen {
    size_t source;
    const char *sheet;
    size_t position, rank;
} seen;

/* Sheets as they come; what follows on its like is not listed again. */
typedef struct sheet_list {
    seen *items;
    size_t count;
} sheet_list;

static void add_sheet(sheet_list *list, size_t source, const char *sheet)
{
    const seen *last = list->count == 0 ? NULL
                                        : &list->items[list->count - 1];

    if (last != NULL && last->source == source && last->sheet == sheet)
        return;
    list->items[list->count] = (seen){ source, sheet, list->count, 0 };
    list->count++;
}

static int order_of(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

static int compare_seen(const void *left, const void *right)
{
    const seen *a = left, *b = right;
    int order = order_of(a->source, b->source);

    if (order == 0)
        order = strcmp(a->sheet, b->sheet);
    return order != 0 ? order : order_of(a->position, b->position);
}

static int compare_args(const finding *a, const finding *b)
{
    for (size_t i = 0; i < FINDING_ARGS; i++) {
        const char *x = a->args[i] == NULL ? "" : a->args[i];
        const char *y = b->args[i] == NULL ? "" : b->args[i];
        int order = strcmp(x, y);

        if (order != 0)
            return order;
    }
    return 0;
}

static int compare_ranked(const void *left, const void *right)
{
    const ranked *x = left, *y = right;
    const finding *a = x->item, *b = y->item;
    int order = order_of(a->source, b->source);

    if (order == 0)
        order = order_of(x->sheet, y->sheet);
    if (order == 0)
        order = (a->where.has_cell > b->where.has_cell) -
                (a->where.has_cell < b->where.has_cell);
    if (order == 0 && a->where.has_cell) {
        order = order_of(a->where.row, b->where.row);
        if (order == 0)
            order = order_of(a->where.col, b->where.col);
    }
    if (order == 0)
        order = strcmp(a->rule, b->rule);
    if (order == 0)
        order = strcmp(a->value, b->value);
    if (order == 0)
        order = compare_args(a, b);
    return order != 0 ? order : order_of(x->position, y->position);
}

static int compare_positions(const void *left, const void *right)
{
    return order_of(((const seen *)left)->position,
                    ((const seen *)right)->position);
}

static void rank_sheets(sheet_list *list)
{
    seen *sheets = list->items, *first = sheets;

    qsort(sheets, list->count, sizeof(*sheets), compare_seen);
    for (size_t i = 0; i < list->count; i++) {
        if (sheets[i].source != first->source ||
            strcmp(sheets[i].sheet, first->sheet) != 0)
            first = &sheets[i];
        sheets[i].rank = first->position;
    }
    qsort(sheets, list->count, sizeof(*sheets), compare_positions);
}

/* Puts the findings where they belong, one round of them after another. */
static void move_ranked(finding *list, ranked *items, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        finding first = list[i];
        size_t at = i, from;

        while ((from = items[at].position) != i) {
            list[at] = list[from];
            items[at].position = at;
            at = from;
        }
        list[at] = first;
        items[at].position = at;
    }
}

static bool chains_new(finding_chains *c, arena *memory, size_t sources,
                       size_t items)
{
    c->count = sources + 1;
    c->first = arena_items(memory, c->count, sizeof(*c->first));
    c->next = arena_items(memory, items, sizeof(*c->next));
    if (c->first == NULL || c->next == NULL)
        return false;
    for (size_t i = 0; i < c->count; i++)
        c->first[i] = SIZE_MAX;
    return true;
}

/* In front of its chain: enter the last item first. */
static void enter(finding_chains *c, size_t source, size_t index)
{
    size_t last = c->count - 1;
    size_t *first = &c->first[source < last ? source : last];

    c->next[index] = *first;
    *first = index;
}

bool finding_chain(finding_chains *out, arena *memory,
                   const finding_list *list)
{
    if (!chains_new(out, memory, list->count, list->count))
        return false;
    for (size_t i = list->count; i-- > 0;)
        enter(out, list->items[i].source, i);
    return true;
}

/* What finding_sort() works with: findings and sheets by source. */
typedef struct sorting {
    finding_list *list;
    const finding_sheet *order;
    finding_chains findings, sheets;
    seen *room;
} sorting;

/* Sorts the findings of one chain into `items`; how many there are. Those of
 * `order` stand in front of the sheets of all findings. */
static size_t sort_chain(const sorting *s, size_t chain, ranked *items)
{
    sheet_list sheets = { s->room, 0 };
    size_t count = 0;

    for (size_t i = s->sheets.first[chain]; i != SIZE_MAX;
         i = s->sheets.next[i])
        add_sheet(&sheets, s->order[i].source, s->order[i].sheet);
    for (size_t i = s->findings.first[chain]; i != SIZE_MAX;
         i = s->findings.next[i]) {
        const finding *f = &s->list->items[i];

        add_sheet(&sheets, f->source, f->where.sheet);
        items[count++] = (ranked){ f, sheets.count - 1, i };
    }
    if (count < 2)
        return count;
    rank_sheets(&sheets);
    for (size_t i = 0; i < count; i++)
        items[i].sheet = sheets.items[items[i].sheet].rank;
    qsort(items, count, sizeof(*items), compare_ranked);
    return count;
}

static bool sort_all(sorting *s, arena *work, size_t sheets)
{
    finding_list *list = s->list;
    ranked *items = arena_items(work, list->count, sizeof(*items));
    size_t done = 0;

    s->room = arena_items(work, list->count + sheets, sizeof(*s->room));
    if (items == NULL || s->room == NULL ||
        !finding_chain(&s->findings, work, list) ||
        !chains_new(&s->sheets, work, list->count, sheets))
        return false;
    for (size_t i = sheets; i-- > 0;)
        enter(&s->sheets, s->order[i].source, i);
    for (size_t i = 0; i < s->findings.count; i++)
        done += sort_chain(s, i, items + done);
    move_ranked(list->items, items, list->count);
    return true;
}

void finding_sort(finding_list *list, const finding_sheet *order,
                  size_t count)
{
    sorting s = { .list = list, .order = order };
    arena work;

    list->sorted = true;
    if (list->count < 2)
        return;
    arena_init(&work, 0);
    if (!sort_all(&s, &work, count)) {
        list->failed = true;
        list->sorted = false;
    }
    arena_free(&work);
}
