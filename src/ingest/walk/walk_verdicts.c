/*
 * walk_verdicts.c - lines right below a table that judge what it is about
 *
 *     （１）配水管の更新〔工務課〕
 *     年度     | 更新の延長 | 決算額
 *     R4       | 3.3        | 128
 *     R5       | 4.0        | 34
 *     進捗評価 | 順調
 *     コメント | 資材が高くなった。
 *
 * No column of the table names projects: its one project is that of the line
 * above, and these labels with their values are of it.
 */
#include "ingest/walk/sheet_walk_parts.h"

#include "ingest/form/grant_parts.h"
#include "ingest/reader/project_grade.h"

static bool may_tell(role r)
{
    return r == ROLE_GRADE || r == ROLE_STATUS || r == ROLE_REMARK ||
           r == ROLE_IGNORED;
}

/* 評価 | － | B | A: a line of the table, and no label with its value. */
static bool is_line(const walk *w, const form *look, uint32_t row,
                    uint32_t col, uint32_t value)
{
    const sheet_view *v = &w->reader->view;
    const table_column *k = table_column_at(w->current, col);
    uint32_t behind = view_next(v, row, value + 1);

    return (k != NULL && k->role == ROLE_LINE) ||
           (behind != UINT32_MAX && !form_label(look, row, behind)->exact);
}

/* 進捗評価 | 順調, コメント | …: no figures, and a grade where one is said. */
static bool is_verdict(const walk *w, uint32_t row, uint32_t col)
{
    const reader *r = w->reader;
    const sheet_view *v = &r->view;
    const form look = { .reader = w->reader, .table = w->current,
                        .last = row };
    const header_word *word = form_label(&look, row, col);
    uint32_t value_row, value;
    text said;

    if (!word->exact || !may_tell(word->role) || word->has_year ||
        !form_value_of(&look, row, col, &value_row, &value) ||
        value_row != row || is_line(w, &look, row, col, value))
        return false;
    for (uint32_t c = value; c != UINT32_MAX; c = view_next(v, row, c + 1))
        if (view_cell(v, row, c)->type != CELL_STRING)
            return false;
    if (word->role != ROLE_GRADE && word->role != ROLE_STATUS)
        return true;
    said = form_grade_alone(r, view_text(v, row, value));
    return !table_may_have(w->current, ROLE_GRADE) &&
           (project_grade_like(r, said) || project_status_like(r, said));
}

/* May the rows above, a gap at most between, be of one project that such lines
 * are about? */
static bool is_of_one(const walk *w, uint32_t row)
{
    return w->segment.count > 0 &&
           row - w->segment.rows[w->segment.count - 1] <= 2 &&
           !table_may_have(w->current, ROLE_PROJECT) &&
           !table_may_have(w->current, ROLE_MEASURE);
}

bool walk_take_verdict(walk *w, uint32_t row)
{
    reader *r = w->reader;
    const sheet_view *v = &r->view;
    uint32_t col;
    size_t before = r->data->project_count;

    if (w->current == NULL || w->current->list ||
        (w->verdict_end != row && !is_of_one(w, row)))
        return false;
    col = view_next(v, row, 0);
    if (col != w->current->col || view_hangs(v, row, col) ||
        !table_may_be_word(v, r->roles, row, col, r->context_year) ||
        !is_verdict(w, row, col))
        return false;
    walk_flush(w);
    if (w->verdict_end != row)
        w->verdict_of = r->data->project_count == before + 1 ? before + 1 : 0;
    w->verdict_end = w->block_start = row + 1;
    if (w->verdict_of == 0)
        reader_finding(r, "row-ignored", row, col, view_text(v, row, col),
                       NULL, NULL, NULL);
    else
        layout_grant_take_labels(r, &r->data->projects[w->verdict_of - 1],
                                 row, col);
    reader_ignore(r, row, row, "after-the-table", view_text(v, row, col));
    return true;
}
