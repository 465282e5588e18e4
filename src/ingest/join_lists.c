/*
 * join_lists.c - a list of the projects of a file beside their forms
 */
#include "ingest/join_lists.h"

#include <string.h>

#include "ingest/join.h"
#include "ingest/reader/project_list.h"

static const ingest_table *table_of(const reader *r, const place *where)
{
    for (size_t i = r->table_count; i > 0; i--) {
        const ingest_table *t = &r->tables[i - 1];

        if (strcmp(t->sheet, where->sheet) == 0 && t->projects > 0 &&
            t->row <= where->row && where->row <= t->last_row)
            return t;
    }
    return NULL;
}

bool join_lists_beside(const reader *r, const project *a, const project *b)
{
    const ingest_table *one, *other;

    if (strcmp(a->where.sheet, b->where.sheet) == 0)
        return false;
    one = table_of(r, &a->where);
    other = table_of(r, &b->where);
    return one != NULL && other != NULL &&
           (one->projects > 1) != (other->projects > 1);
}

void join_lists_number(const reader *r, project *a, const project *b)
{
    const ingest_table *list = table_of(r, &a->where);

    if (b->no[0] != '\0' &&
        (a->no[0] == '\0' ||
         (list != NULL && list->projects > 1 && join_lists_beside(r, a, b))))
        a->no = b->no;
}

/* 商業課 alone in a column 担当, for a bureau and its division. */
static bool is_division_of(const project *one, const project *both)
{
    return one->division[0] == '\0' && both->bureau[0] != '\0' &&
           strcmp(one->bureau, both->division) == 0;
}

bool join_lists_same_office(const project *a, const project *b)
{
    return (join_agrees(a->bureau, b->bureau) &&
            join_agrees(a->division, b->division)) ||
           is_division_of(a, b) || is_division_of(b, a);
}

bool join_lists_plans(const kpi *a, const kpi *b)
{
    if (!b->target.value.known || b->target.from != 0 ||
        b->planned_count > 0)
        return false;
    for (size_t i = 0; i < a->planned_count; i++)
        if (a->planned[i].fiscal_year == b->target.to)
            return a->planned[i].value.known &&
                   number_compare(a->planned[i].value.value,
                                  b->target.value.value) == 0;
    return false;
}

static void take_office(project *a, const project *b)
{
    if (is_division_of(a, b))
        a->bureau = "";
    if (a->bureau[0] == '\0' && strcmp(a->division, b->bureau) != 0)
        a->bureau = b->bureau;
    if (a->division[0] == '\0' && strcmp(a->bureau, b->division) != 0)
        a->division = b->division;
}

void join_lists_fill(project *a, const project *b)
{
    take_office(a, b);
    project_list_place(a, b);
    if (!a->has_part) {
        a->has_part = b->has_part;
        a->part = b->part;
    }
    if (a->activity_count == 0) {
        a->activities = b->activities;
        a->activity_count = b->activity_count;
    }
    if (a->note_count == 0) {
        a->notes = b->notes;
        a->note_count = b->note_count;
    }
}
