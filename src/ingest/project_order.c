/*
 * project_order.c - projects of two looks at a sheet, in the order of its rows
 */
#include "ingest/project_order.h"

#include <string.h>

bool projects_order(reader *r, arena *scratch, size_t first,
                    size_t between)
{
    size_t end = r->data->project_count, a = first, b = between;
    project *all = r->data->projects;
    project *sorted = arena_array(scratch, end - first + 1, sizeof(*sorted));

    if (sorted == NULL)
        return false;
    if (end == first)
        return true; /* `all` may be none */
    for (size_t i = 0; i < end - first; i++)
        sorted[i] = b == end || (a < between &&
                                 all[a].where.row <= all[b].where.row)
                        ? all[a++]
                        : all[b++];
    memcpy(&all[first], sorted, (end - first) * sizeof(*sorted));
    return true;
}
