/*
 * grant_beside.c - labels with their values beside a table, in its rows
 *
 *     担当課 | 商工課           |  | 年度 | 目標 | 実績
 *     事業費 | R5決算　3,240千円 |  | R4   | 80   | 90
 */
#include "ingest/form/grant_parts.h"
#include "ingest/form/layout_grant.h"

void form_take_behind(form *f, uint32_t row, uint32_t col)
{
    for (uint32_t c = col; c != UINT32_MAX;
         c = view_next(&f->reader->view, row, c + 1)) {
        const header_word *w = form_label(f, row, c);

        if (w->exact && form_knows(w->role))
            form_take_label(f, w, row, &c);
    }
}

/* 事業費 | R5決算　3,240千円: no year of the table is one of the costs. */
static void take_cost(form *f, const header_word *w, uint32_t row,
                      uint32_t col, uint32_t value)
{
    const sheet_view *v = &f->reader->view;
    text said = view_text(v, row, value);

    if (!form_take_cost_words(f, w, row, value, said))
        reader_finding(f->reader, "label-not-read", row, col,
                       view_text(v, row, col), reader_line(f->reader, said),
                       NULL, NULL);
}

/* 担当課 | 分類 above 商工課 | 甲 in front of the years: columns, though nobody
 * knows the second one. */
static bool heads_column(const form *f, uint32_t row, uint32_t col)
{
    const sheet_view *v = &f->reader->view;

    return row <= f->table->bottom && row + 1 < v->grid->rows &&
           view_filled(v, row + 1, col) && view_begins(v, row + 1, col) &&
           !form_label(f, row + 1, col)->exact;
}

static void take_front_row(form *f, uint32_t row, uint32_t end)
{
    const sheet_view *v = &f->reader->view;
    uint32_t value_row, value;

    for (uint32_t c = view_next(v, row, 0); c < end;
         c = view_next(v, row, c + 1)) {
        const header_word *w = form_label(f, row, c);

        if (!w->exact || !form_knows(w->role) ||
            !form_value_of(f, row, c, &value_row, &value) ||
            value_row != row || value >= end || heads_column(f, row, c))
            continue;
        if (w->role == ROLE_COST)
            take_cost(f, w, row, c, value);
        else
            form_take_label(f, w, row, &c);
    }
}

void form_take_front(form *f, uint32_t last)
{
    const table_column *years = table_column_any(f->table, ROLE_YEAR);

    for (uint32_t row = f->table->top; years != NULL && row <= last; row++)
        take_front_row(f, row, years->col);
}

/* ---- Labels beside a turned table's ----------------------------------- */

uint32_t layout_grant_second_label(reader *r, uint32_t row, bool offices)
{
    const form f = { .reader = r };
    uint32_t first = UINT32_MAX, second = UINT32_MAX;
    unsigned n = 0;

    for (uint32_t c = view_next(&r->view, row, 0); c != UINT32_MAX;
         c = view_next(&r->view, row, c + 1), n++) {
        const header_word *w = form_label(&f, row, c);

        if (w->exact != (n % 2 == 0) || (n % 2 == 0 && !form_knows(w->role)))
            return UINT32_MAX;
        first = n == 0 ? c : first;
        second = n == 2 ? c : second;
        offices = offices && (n % 2 != 0 || w->role == ROLE_BUREAU ||
                              w->role == ROLE_DIVISION);
    }
    return n % 2 != 0 ? UINT32_MAX : offices ? first : second;
}

uint32_t layout_grant_lone_remark(reader *r, uint32_t row)
{
    const form f = { .reader = r };
    uint32_t c = view_next(&r->view, row, 0);
    text label, value;
    const header_word *w;

    if (c == UINT32_MAX || view_next(&r->view, row, c + 1) != UINT32_MAX)
        return UINT32_MAX;
    w = form_pair(&f, row, c, &label, &value);
    return w != NULL && w->role == ROLE_REMARK ? c : UINT32_MAX;
}

/* Does a row begin with a project's or measure's label and its name? */
static bool begins_with_name(const form *f, uint32_t row)
{
    const sheet_view *v = &f->reader->view;
    uint32_t c = view_next(v, row, 0);
    const header_word *w = c == UINT32_MAX ? NULL : form_label(f, row, c);

    return w != NULL && w->exact &&
           (w->role == ROLE_PROJECT || w->role == ROLE_MEASURE) &&
           (c = view_next(v, row, c + 1)) != UINT32_MAX &&
           !form_label(f, row, c)->exact;
}

uint32_t layout_grant_pairs_behind(reader *r, uint32_t row)
{
    const form f = { .reader = r };
    const sheet_view *v = &r->view;
    uint32_t first, c;
    text label, value;

    if (!begins_with_name(&f, row))
        return UINT32_MAX;
    c = first = view_next(v, row, view_next(v, row, view_next(v, row, 0) + 1) +
                                      1);
    for (; c != UINT32_MAX; c = view_next(v, row, c + 1))
        if (form_pair(&f, row, c, &label, &value) == NULL)
            return UINT32_MAX;
    return first;
}

/* 担当 over both lines, in front of the labels. */
static uint32_t behind_group(const sheet_view *v, uint32_t row, uint32_t col)
{
    merge_range m = view_range(v, row, col);

    return m.row == row && m.last_row == row + 1
               ? view_next(v, row, m.last_col + 1) : col;
}

/* A label in one line whose value, if any, stands below it; *filled: one does. */
static bool is_above_value(const form *f, uint32_t row, uint32_t col,
                           bool *filled)
{
    const sheet_view *v = &f->reader->view;
    const header_word *w = form_label(f, row, col);
    merge_range m = view_range(v, row, col);
    uint32_t below = view_next(v, row + 1, m.col);

    *filled = below <= m.last_col;
    return w->exact && form_knows(w->role) && !role_is_level(w->role) &&
           !w->has_year && m.last_row == row &&
           (!*filled || (!form_is_label(f, row + 1, below) &&
                         view_next(v, row + 1, below + 1) > m.last_col));
}

/* Nothing, or a label: no further line of values. */
static bool ends_labels(const form *f, uint32_t row)
{
    const sheet_view *v = &f->reader->view;
    uint32_t c = row < v->grid->rows ? view_next(v, row, 0) : UINT32_MAX;

    return c == UINT32_MAX || form_label(f, row, c)->exact;
}

uint32_t layout_grant_labels_above(reader *r, uint32_t row)
{
    enum { LEAST = 2 };
    const form f = { .reader = r };
    const sheet_view *v = &r->view;
    uint32_t first = view_next(v, row, 0), c;
    unsigned filled = 0, below = 0;
    bool one;

    if (first == UINT32_MAX || row + 1 >= v->grid->rows)
        return UINT32_MAX;
    first = behind_group(v, row, first);
    for (c = first; c != UINT32_MAX; c = view_next(v, row, c + 1)) {
        if (!is_above_value(&f, row, c, &one))
            return UINT32_MAX;
        filled += one;
    }
    for (c = view_next(v, row + 1, 0); c != UINT32_MAX;
         c = view_next(v, row + 1, c + 1))
        below += view_begins(v, row + 1, c);
    return filled >= LEAST && filled == below && ends_labels(&f, row + 2)
               ? first : UINT32_MAX;
}

void layout_grant_take_labels(reader *r, project *p, uint32_t row,
                              uint32_t col)
{
    const table none = { 0 };
    form f = { .reader = r, .project = p, .table = &none, .below = true,
               .named = true };

    if (layout_grant_labels_above(r, row) == col)
        f.last = UINT32_MAX; /* the values stand in the next one */
    f.below = !begins_with_name(&f, row); /* 担当：企画課 there is whom to ask */
    for (uint32_t c = col; c != UINT32_MAX;
         c = view_next(&r->view, row, c + 1))
        if (!form_take_pairs(&f, row, c, view_text(&r->view, row, c)))
            form_take_label(&f, form_label(&f, row, c), row, &c);
}
