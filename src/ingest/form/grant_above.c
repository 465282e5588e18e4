/*
 * grant_above.c - labels of an indicator that stand above their values
 *
 *     指標名
 *     来場者数
 *     単位       | 基準値（R1）
 *     人         | 120
 *     年度       | R2  | R3
 */
#include "ingest/form/grant_parts.h"

#include "ingest/reader/project_grade.h"

#include <string.h>

enum { VALUE_BYTES = 240, SAID_BYTES = 36,
       NAME_LINES = 12 /* of a form, above its indicators */ };

/* Are all cells of a row labels? */
static bool is_label_row(const form *f, uint32_t row)
{
    const sheet_view *v = &f->reader->view;

    for (uint32_t c = view_next(v, row, 0); c != UINT32_MAX;
         c = view_next(v, row, c + 1)) {
        const header_word *w = form_label(f, row, c);

        if (!w->exact || w->year_only || view_range(v, row, c).last_row != row)
            return false;
    }
    return true;
}

/* No sentence, note or heading. */
static bool may_be_value(const form *f, uint32_t row, uint32_t col)
{
    text t = view_text(&f->reader->view, row, col), label, value;

    return t.length <= VALUE_BYTES && !form_label(f, row, col)->exact &&
           text_find(t, "。", 0) == SIZE_MAX && !text_starts(t, "※") &&
           !text_starts(t, "注") && !text_starts(t, "（注") &&
           form_pair(f, row, col, &label, &value) == NULL &&
           !form_is_section(f->reader, t);
}

bool form_value_under(const form *f, uint32_t row, uint32_t col,
                      uint32_t *value_col)
{
    const sheet_view *v = &f->reader->view;
    uint32_t last = view_range(v, row, col).last_col, label = UINT32_MAX;

    if (row + 1 >= v->grid->rows || view_next(v, row + 1, col) > last ||
        (row + 1 >= f->table->top && row <= f->table->bottom) ||
        !is_label_row(f, row))
        return false;
    for (uint32_t c = view_next(v, row + 1, 0); c != UINT32_MAX;
         c = view_next(v, row + 1, c + 1)) {
        merge_range above = view_range(v, row, c);

        /* each below a label, one below each */
        if (view_next(v, row, above.col) != above.col ||
            above.col == label || !may_be_value(f, row + 1, c))
            return false;
        label = above.col;
    }
    *value_col = view_next(v, row + 1, col);
    return true;
}

bool form_tall_grade(const form *f, uint32_t row, uint32_t col,
                     uint32_t *value_row, uint32_t *value_col)
{
    const sheet_view *v = &f->reader->view;
    merge_range m = view_range(v, row, col), below;
    role r;

    if (m.last_row == row || m.row != row || m.last_row + 1 >= v->grid->rows ||
        !view_filled(v, m.last_row + 1, m.col))
        return false;
    r = form_label(f, row, col)->role;
    below = view_range(v, m.last_row + 1, m.col);
    if ((r != ROLE_GRADE && r != ROLE_STATUS) || below.row != m.last_row + 1 ||
        below.col != m.col || below.last_col != m.last_col ||
        !project_grade_like(f->reader, view_text(v, below.row, below.col)))
        return false;
    *value_row = below.row;
    *value_col = below.col;
    return true;
}

bool form_says_under(const form *f, uint32_t row, uint32_t col)
{
    uint32_t label, value;

    if (row == 0 || view_text(&f->reader->view, row, col).length > SAID_BYTES)
        return false;
    label = view_range(&f->reader->view, row - 1, col).col;
    return form_value_under(f, row - 1, label, &value) && value == col;
}

/* Labels from the first cell of a row to the one at `col`, or two beside each
 * other behind it. */
static bool has_labels_beside(const form *f, uint32_t row, uint32_t col)
{
    const sheet_view *v = &f->reader->view;
    uint32_t first = view_next(v, row, 0), c;
    bool label = false, before;

    for (c = first; c < col && form_is_label(f, row, c);)
        c = view_next(v, row, c + 1);
    if (c == col && first != col)
        return true;
    for (c = view_next(v, row, col + 1); c != UINT32_MAX;
         c = view_next(v, row, c + 1)) {
        before = label;
        label = form_is_label(f, row, c);
        if (before && label)
            return true;
    }
    return false;
}

/* Below each cell of a row one as wide, and none of them a label. */
static bool stands_over_values(const form *f, uint32_t row)
{
    const sheet_view *v = &f->reader->view;
    uint32_t c = view_next(v, row, 0), below;

    if (row + 1 >= v->grid->rows)
        return false;
    for (below = view_next(v, row + 1, 0); c != UINT32_MAX;
         c = view_next(v, row, c + 1), below = view_next(v, row + 1, c)) {
        merge_range m = view_range(v, row, c);

        if (c != below || m.last_row > row ||
            view_cell(v, row, c)->type != CELL_STRING ||
            view_range(v, row + 1, c).last_col != m.last_col ||
            form_label(f, row + 1, c)->exact ||
            form_any_pair(f, row + 1, c))
            return false;
    }
    return true;
}

bool form_heads_values(const form *f, uint32_t row, uint32_t col)
{
    return stands_over_values(f, row) && has_labels_beside(f, row, col);
}

bool form_heads_some(const form *f, uint32_t row)
{
    const sheet_view *v = &f->reader->view;
    bool known = false;

    for (uint32_t c = view_next(v, row, 0); c != UINT32_MAX && !known;
         c = view_next(v, row, c + 1))
        known = form_is_label(f, row, c);
    return known && stands_over_values(f, row);
}

/* 単位 | 基準値 above 人 | 120, right above a table. With 実績 among them they are one
 * themselves. */
static bool is_label_line(reader *r, const table *t)
{
    form f = { .reader = r, .table = t + 1 };
    uint32_t first = view_next(&r->view, t->top, 0), col;

    return !t->accepted && !t->list && t->top == t->bottom &&
           t[1].top == t->top + 2 && !t[1].list && !form_has_levels(t) &&
           !form_has_levels(t + 1) &&
           table_column_any(t, ROLE_ACTUAL) == NULL &&
           (table_column_any(t, ROLE_UNIT) != NULL ||
            table_column_any(t, ROLE_BASELINE) != NULL ||
            table_column_any(t, ROLE_TARGET) != NULL) &&
           form_value_under(&f, t->top, first, &col);
}

/* 補助金名 | 担当課, which is no table of projects. */
static bool lists_grants(const table *t)
{
    const table_column *k = table_column_any(t, ROLE_GRANT);

    return !t->accepted && k != NULL && k->rank == RANK_GRANT;
}

/* 番号 | 事業名 | 担当課 above 1 | 朝市の開催 | 商工課, and indicators below that do
 * not say whose they are: no list of one, but the labels of a form. Between
 * them there may be a gap, or further labels: 事業概要 | …. */
static bool is_name_line(reader *r, const table *t)
{
    form f = { .reader = r, .table = t + 1 };
    uint32_t behind = t->top + 2, first, col;

    if (!(t->list || lists_grants(t)) || t->top != t->bottom ||
        t[1].top < behind || t[1].top - behind > NAME_LINES || !t[1].accepted ||
        t[1].blocks > 1 || form_has_levels(t + 1) ||
        table_column_any(t + 1, ROLE_KPI) == NULL)
        return false;
    first = view_next(&r->view, behind, 0);
    if (first != UINT32_MAX && !form_label(&f, behind, first)->exact &&
        !form_heads_some(&f, behind))
        return false; /* the list goes on */
    first = view_next(&r->view, t->top, 0);
    return form_value_under(&f, t->top, first, &col);
}

void layout_grant_drop_labels(reader *r, table_list *tables)
{
    for (size_t i = 0; i + 1 < tables->count; i++)
        if (is_label_line(r, &tables->items[i]) ||
            is_name_line(r, &tables->items[i])) {
            memmove(&tables->items[i], &tables->items[i + 1],
                    (tables->count - i - 1) * sizeof(*tables->items));
            tables->count--;
        }
}
