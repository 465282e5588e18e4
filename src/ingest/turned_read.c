/*
 * turned_read.c - sheets whose indicators are columns, and forms in a column
 */
#include "ingest/turned_read.h"

#include <string.h>

#include "ingest/department.h"
#include "ingest/grid_turn.h"
#include "ingest/layout_grant.h"
#include "ingest/sheet_walk.h"

enum { CONTEXT_ROWS = 40, CONTEXT_BYTES = 240 };

/* A table of the report as the sheet has it. */
static void turn_back(ingest_table *t)
{
    uint32_t first = t->row, last = t->last_row;

    t->row = t->col;
    t->last_row = t->last_col;
    t->col = first;
    t->last_col = last;
    t->turned = true;
}

/* 事業名：空き家対策 in one cell: what stands behind the colon. */
static bool form_named_by(reader *r, text *t)
{
    size_t wide = text_find(*t, "：", 0), plain = text_find(*t, ":", 0);
    size_t at = wide < plain ? wide : plain;
    const header_word *w;

    if (at == SIZE_MAX || t->length > CONTEXT_BYTES)
        return false;
    w = header_roles_find(r->roles, text_cut(*t, 0, at), r->context_year);
    if (w->role != ROLE_PROJECT || !w->exact)
        return false;
    *t = text_trim(text_from(*t, at + (wide < plain ? strlen("：") : 1)));
    return t->length > 0;
}

/* What stands alone above the labels of a turned table: ①移住の促進. */
static const char *title_above(reader *r)
{
    const sheet_view *v = &r->view;

    for (uint32_t row = 0; row < v->grid->rows && row < CONTEXT_ROWS; row++) {
        uint32_t c = view_next(v, row, 0);
        text t = c == UINT32_MAX ? text_of("") : view_text(v, row, c);

        if (t.length == 0)
            continue;
        if (view_next(v, row, c + 1) != UINT32_MAX)
            break;
        if (form_named_by(r, &t))
            return reader_line(r, t);
        if (t.length <= CONTEXT_BYTES && !form_is_cover(t) &&
            view_cell(v, row, c)->type == CELL_STRING &&
            department_of_line(t).length == 0 && t.bytes[0] != '(' &&
            !text_starts(t, "（") && !text_starts(t, "※"))
            return reader_line(r, t);
    }
    return "";
}

/* No table as it stands: perhaps its indicators are columns. What a first
 * look noted is dropped only if the second one is sure. */
static bool read_turned(reader *r, arena *scratch, const grid *g,
                        const book *b, size_t noted, size_t missed)
{
    size_t ignored = r->ignored_count, tables = 0;
    size_t first = r->table_count, projects = r->data->project_count;
    size_t findings = r->data->findings.count, listed = r->listed_count;
    size_t straight_missed = r->missed_count;
    sheet_view straight = r->view;
    near_miss near = { "", SIZE_MAX };
    side_cut cut = { 0, 0 };
    grid turned;

    r->turned_title = title_above(r);
    if (!grid_turn(&turned, scratch, g) ||
        !sheet_view_init(&r->view, scratch, b, &turned))
        return false;
    r->view.turned = true;
    if (!sheet_walk(r, scratch, &tables, &near, &cut))
        return false;
    r->turned_title = "";
    if (tables == 1 && r->data->project_count > projects) {
        if (r->missed_count > missed)
            memmove(r->missed + missed, r->missed + straight_missed,
                    (r->missed_count - straight_missed) *
                        sizeof(*r->missed));
        r->missed_count -= straight_missed - missed;
        turn_back(&r->tables[first]);
        if (r->ignored_count > noted)
            memmove(r->ignored + noted, r->ignored + ignored,
                    (r->ignored_count - ignored) * sizeof(*r->ignored));
        r->ignored_count -= ignored - noted;
        return true;
    }
    r->view = straight;
    r->missed_count = straight_missed;
    r->table_count = first;
    r->ignored_count = ignored;
    r->data->project_count = projects;
    r->data->findings.count = findings;
    r->listed_count = listed;
    return true;
}

/* The next row from `row` on whose label is 事業名, with a value beside it. */
static uint32_t next_form(reader *r, const sheet_view *v, uint32_t row)
{
    for (; row < v->grid->rows; row++) {
        uint32_t c = view_next(v, row, 0);
        const header_word *w;

        if (c == UINT32_MAX || view_next(v, row, c + 1) == UINT32_MAX)
            continue;
        w = table_word(v, r->roles, row, c, r->context_year);
        if (w->role == ROLE_PROJECT && w->exact)
            return row;
    }
    return UINT32_MAX;
}

/* What stands above a form's label without a gap belongs to it. */
static uint32_t form_top(const sheet_view *v, uint32_t label, uint32_t floor)
{
    while (label > floor && view_next(v, label - 1, 0) != UINT32_MAX)
        label--;
    return label;
}

/* Forms of labels and values one below the other: each is turned alone. */
bool turned_read(reader *r, arena *scratch, const grid *g,
                         const book *b, size_t noted, size_t missed)
{
    sheet_view straight = r->view;
    uint32_t label = next_form(r, &straight, 0), from = 0, next;

    if (label == UINT32_MAX ||
        next_form(r, &straight, label + 1) == UINT32_MAX)
        return read_turned(r, scratch, g, b, noted, missed);
    for (; label != UINT32_MAX; label = next) {
        uint32_t to;
        grid one;

        next = next_form(r, &straight, label + 1);
        to = next == UINT32_MAX ? g->rows
                                : form_top(&straight, next, label + 1);
        if (!grid_rows(&one, scratch, g, from, to) ||
            !sheet_view_init(&r->view, scratch, b, &one) ||
            !read_turned(r, scratch, &one, b,
                         from == 0 ? noted : r->ignored_count, missed))
            return false;
        from = to;
    }
    return true;
}
