/*
 * part_lists.c - the projects that a measure consists of, listed in its form
 */
#include "ingest/part_lists.h"

#include "ingest/form/grant_parts.h"
#include "ingest/table/grid_turn.h"

enum { TITLE_BYTES = 60 };

/* A list's rows, from its title to the row before `end`. */
typedef struct part_list {
    uint32_t row, end;
} part_list;

/* 構成事業一覧, ■主な取組: alone in its row. */
static bool is_title(const sheet_view *v, uint32_t row)
{
    const grid *g = v->grid;
    text t;

    if (g->row_start[row + 1] - g->row_start[row] != 1)
        return false; /* as most rows of tables */
    t = view_text(v, row, g->cells[g->row_start[row]].col);
    return t.length <= TITLE_BYTES && form_names_parts(t) &&
           (text_find(t, "事業", 0) != SIZE_MAX ||
            text_find(t, "取組", 0) != SIZE_MAX);
}

/* No. | 事業名 | 担当課 | 事業費: all are words, and none of an indicator. */
static bool is_header(const reader *r, uint32_t row)
{
    const sheet_view *v = &r->view;
    bool projects = false;
    unsigned words = 0;

    if (row >= v->grid->rows)
        return false;
    for (uint32_t c = view_next(v, row, 0); c != UINT32_MAX;
         c = view_next(v, row, c + 1)) {
        const header_word *w = reader_word(r, row, c);

        if (!w->exact || role_is_figure(w->role) || w->role == ROLE_KPI ||
            w->role == ROLE_NAME)
            return false;
        projects = projects || w->role == ROLE_PROJECT;
        words++;
    }
    return projects && words > 1;
}

/* Do all cells of a row begin where one of the header does? 合計 may stand
 * first, another word of a label ends the list. */
static bool is_line(const reader *r, uint32_t head, uint32_t row)
{
    const sheet_view *v = &r->view;
    uint32_t first = view_next(v, row, 0);
    unsigned cells = 0;

    for (uint32_t c = first; c != UINT32_MAX; c = view_next(v, row, c + 1)) {
        if (!view_filled(v, head, c) || view_range(v, head, c).col != c)
            return false;
        cells++;
    }
    return cells > 1 && (view_text(v, row, first).length == 0 ||
                         !form_knows(reader_word(r, row, first)->role));
}

static bool find_list(const reader *r, uint32_t row, part_list *out)
{
    uint32_t head = row + 1;

    if (!is_title(&r->view, row) || !is_header(r, head))
        return false;
    *out = (part_list){ row, head + 1 };
    while (out->end < r->view.grid->rows && is_line(r, head, out->end))
        out->end++;
    return out->end > head + 1;
}

static bool next_list(const reader *r, uint32_t from, part_list *out)
{
    for (uint32_t row = from; row < r->view.grid->rows; row++)
        if (find_list(r, row, out))
            return true;
    return false;
}

bool part_lists_clear(const grid **out, reader *r, arena *a)
{
    part_list list;
    uint32_t from = 0;
    grid *rest;

    *out = NULL;
    if (!next_list(r, 0, &list))
        return true;
    rest = arena_alloc(a, sizeof(*rest));
    if (rest == NULL || !grid_rows(rest, a, r->view.grid, 0,
                                   r->view.grid->rows))
        return false;
    for (; next_list(r, from, &list); from = list.end)
        for (uint32_t row = list.row; row < list.end; row++)
            if (!grid_clear(rest, a, row, 0))
                return false;
    *out = rest;
    return true;
}

void part_lists_note(reader *r)
{
    part_list list;

    for (uint32_t from = 0; next_list(r, from, &list); from = list.end)
        reader_ignore(r, list.row, list.end - 1, "list-in-form",
                      view_text(&r->view, list.row,
                                view_next(&r->view, list.row, 0)));
}
