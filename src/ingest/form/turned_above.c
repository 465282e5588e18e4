/*
 * turned_above.c - what lines above a table on its side say
 */
#include "ingest/form/turned_above.h"

#include <string.h>

#include "ingest/form/grant_parts.h"
#include "ingest/header/department_words.h"
#include "ingest/reader/department.h"
#include "wording/glyph.h"

enum { CONTEXT_BYTES = 240 };

/* 表１　ごみの減量 numbers a table; it names no project. */
static bool is_caption(text t)
{
    size_t at = strlen("表");
    uint32_t c;

    if (text_starts(t, "第"))
        t = text_from(t, strlen("第"));
    if (!text_starts(t, "表") || t.length == at)
        return false;
    c = utf8_next(t, &at);
    return (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19) ||
           (c >= 0x2460 && c <= 0x2473) || c == '-' || c == 0xFF0D;
}

bool turned_above_title(const cell *c, text t)
{
    return t.length <= CONTEXT_BYTES && !form_is_cover(t) && !is_caption(t) &&
           c->type == CELL_STRING && department_of_line(t).length == 0 &&
           t.bytes[0] != '(' && !text_starts(t, "（") &&
           !text_starts(t, "※");
}

bool turned_above_marked(text t)
{
    return text_starts(t, "■") || text_starts(t, "◆") || text_starts(t, "●");
}

bool turned_above_one_name(reader *r, uint32_t from, uint32_t row)
{
    const sheet_view *v = &r->view;

    while (row-- > from) {
        uint32_t c = view_next(v, row, 0);
        const header_word *w;

        if (c == UINT32_MAX)
            continue;
        w = table_word(v, r->roles, row, c, r->context_year);
        c = view_next(v, row, c + 1);
        if (w->exact && w->role == ROLE_PROJECT)
            return c != UINT32_MAX && view_next(v, row, c + 1) == UINT32_MAX;
    }
    return false;
}

uint32_t turned_above_second_office(reader *r, uint32_t from, uint32_t row)
{
    const sheet_view *v = &r->view;
    uint32_t label = view_next(v, row, 0), first, second;
    const header_word *w;

    first = label == UINT32_MAX ? label : view_next(v, row, label + 1);
    second = first == UINT32_MAX ? first : view_next(v, row, first + 1);
    if (second == UINT32_MAX || view_next(v, row, second + 1) != UINT32_MAX)
        return UINT32_MAX;
    w = table_word(v, r->roles, row, label, r->context_year);
    return w->exact && w->role == ROLE_BUREAU &&
                   department_like(view_text(v, row, first)) &&
                   !department_is_division(view_text(v, row, first)) &&
                   department_is_division(view_text(v, row, second)) &&
                   turned_above_one_name(r, from, row)
               ? second : UINT32_MAX;
}

void turned_above_give(reader *r, text division, size_t first)
{
    for (size_t i = first; i < r->data->project_count; i++)
        if (r->data->projects[i].division[0] == '\0')
            r->data->projects[i].division = reader_line(r, division);
}

bool turned_above_right(const sheet_view *v, uint32_t row, uint32_t col)
{
    for (row++; row < v->grid->rows; row++) {
        uint32_t c = view_next(v, row, 0);

        if (c != UINT32_MAX && view_next(v, row, c + 1) != UINT32_MAX)
            return c < col;
    }
    return false;
}

bool turned_above_blocks(reader *r, uint32_t row, uint32_t end)
{
    const sheet_view *v = &r->view;
    const form look = { .reader = r };

    for (; row < end; row++) {
        uint32_t c = view_next(v, row, 0);
        const header_word *w;
        text value;

        if (c == UINT32_MAX || view_next(v, row, c + 1) != UINT32_MAX ||
            view_cell(v, row, c)->type != CELL_STRING)
            continue;
        w = form_stated_word(&look, view_text(v, row, c), &value);
        if (w != NULL && w->role == ROLE_KPI)
            return true;
    }
    return false;
}

bool turned_above_number(reader *r, uint32_t row, const header_word *w)
{
    uint32_t c = w->index == 0 || row + 1 >= r->view.grid->rows
                     ? UINT32_MAX : view_next(&r->view, row + 1, 0);
    const header_word *below;

    if (c == UINT32_MAX)
        return false;
    below = table_word(&r->view, r->roles, row + 1, c, r->context_year);
    return below->exact && below->role == w->role && below->index == 0;
}
