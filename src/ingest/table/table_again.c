/*
 * table_again.c - is a header one that stood above rows before, again?
 */
#include "ingest/table/table_find.h"

/* The same column again; 実績値（件） is not 実績値（人） again, but 実績値 is. */
static bool same_column(const table_column *a, const table_column *b)
{
    return a->col == b->col && a->role == b->role &&
           a->years.to == b->years.to &&
           (b->unit.length == 0 || text_equal(a->unit, b->unit));
}

bool table_continues(const table *a, const table *b)
{
    size_t front = 0;

    while (front < a->count && a->columns[front].col < b->col)
        front++;
    if (b->count == 0 || a->count - front != b->count)
        return false;
    for (size_t i = 0; i < b->count; i++)
        if (!same_column(&a->columns[front + i], &b->columns[i]))
            return false;
    return true;
}

bool table_same_columns(const table *a, const table *b)
{
    if (a->count != b->count)
        return false;
    for (size_t i = 0; i < a->count; i++)
        if (!same_column(&a->columns[i], &b->columns[i]) ||
            a->columns[i].block != b->columns[i].block ||
            !text_equal(a->columns[i].kpi_name, b->columns[i].kpi_name))
            return false;
    return true;
}
