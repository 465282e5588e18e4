/*
 * rows_parents.c - a list whose projects name what stands in another list
 *
 *     施策コード | 基本目標 | 取組        事業ID | 施策コード | 事業名称
 *     S001       | Ⅰ しごと | 就業の支援   P001   | S001       | …
 *
 * The code stands below the same header in both lists. What the first one
 * names is no project but the second one's measure, below its goal and theme.
 */
#include "ingest/reader/project_list.h"
#include "ingest/rows/rows_parts.h"

#include <string.h>

/* Below its header, does the column name what that list has? */
static bool names_listed(const rows_reader *w, const table_column *k)
{
    const reader *r = w->reader;

    for (size_t i = r->listed_count; i-- > 0;)
        if (r->listed[i].code.length > 0 &&
            strcmp(r->listed[i].header, k->header) == 0)
            return true;
    return false;
}

const table_column *rows_parent_column(const rows_reader *w)
{
    const table *t = w->table;
    const table_column *parent = NULL;
    bool own = false;

    if (w->reader->listed_count == 0 || !t->list ||
        table_column_any(t, ROLE_CODE) == NULL)
        return NULL;
    for (size_t i = 0; i < t->count; i++) {
        const table_column *k = &t->columns[i];

        if (k->role == ROLE_CODE && parent == NULL && names_listed(w, k))
            parent = k;
        else
            own = own || k->role == ROLE_CODE || k->role == ROLE_NO;
    }
    return own ? parent : NULL;
}

bool rows_take_parent(rows_reader *w, const project_span *span,
                      const table_column *parent, project *p)
{
    reader *r = w->reader;
    size_t index;
    const project *of;

    if (parent == NULL ||
        project_list_refs(r, view_text(&r->view, span->row, parent->col),
                          &index, 1) != 1)
        return false;
    of = &r->data->projects[index];
    if (!p->has_goal && of->has_goal) {
        p->has_goal = true;
        p->goal = of->goal;
    }
    if (!p->has_theme && of->has_theme) {
        p->has_theme = true;
        p->theme = of->theme;
    }
    if (!p->has_part && of->has_part) {
        p->has_part = true;
        p->part = of->part;
    }
    if (p->measure[0] == '\0') {
        p->measure = of->name;
        p->measure_no = reader_text(r,
                                    heading_number_alone(text_of(of->no)));
    }
    return true;
}
