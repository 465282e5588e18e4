/*
 * table_again.c - is a header one that stood above rows before, again?
 */
#include "ingest/table/table_find.h"

bool table_continues(const table *a, const table *b)
{
    size_t front = 0;

    while (front < a->count && a->columns[front].col < b->col)
        front++;
    if (b->count == 0 || a->count - front != b->count)
        return false;
    for (size_t i = 0; i < b->count; i++)
        if (a->columns[front + i].col != b->columns[i].col ||
            a->columns[front + i].role != b->columns[i].role ||
            a->columns[front + i].years.to != b->columns[i].years.to)
            return false;
    return true;
}

/* 実績値（人） above 実績値（件）, or above 実績値, which repeats it. */
static bool keeps_unit(const table_column *a, const table_column *b)
{
    return b->unit.length == 0 || text_equal(a->unit, b->unit);
}

bool table_same_columns(const table *a, const table *b)
{
    if (a->count != b->count)
        return false;
    for (size_t i = 0; i < a->count; i++)
        if (a->columns[i].col != b->columns[i].col ||
            a->columns[i].role != b->columns[i].role ||
            a->columns[i].years.to != b->columns[i].years.to ||
            a->columns[i].block != b->columns[i].block ||
            !keeps_unit(&a->columns[i], &b->columns[i]) ||
            !text_equal(a->columns[i].kpi_name, b->columns[i].kpi_name))
            return false;
    return true;
}
