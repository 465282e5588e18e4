/*
 * walk_stray.c - rows below a table that are none of its data
 */
#include "ingest/reader/project_grade.h"
#include "ingest/reader/row_counts.h"
#include "ingest/walk/sheet_walk_parts.h"
#include "ingest/walk/turned_block.h"
#include "wording/glyph.h"
#include "wording/no_number.h"

enum { GRADE_BYTES = 18 };

/* The last line, words alone, where every indicator has a unit: a note. */
static bool ends_table(const walk *w, uint32_t row)
{
    const sheet_view *v = &w->reader->view;
    const table_column *names = table_column_any(w->current, ROLE_KPI);

    return names != NULL && names->stacked_to == 0 && w->segment.count > 0 &&
           table_column_any(w->current, ROLE_UNIT) != NULL &&
           w->current->blocks <= 1 &&
           view_next(v, row, w->current->col) == names->col &&
           view_next(v, row, names->col + 1) > w->current->last_col &&
           view_range(v, row, names->col).last_row == row &&
           (row + 1 >= v->grid->rows ||
            view_next(v, row + 1, w->current->col) > w->current->last_col);
}

/* A line of a count behind the table, or below such a line. */
static bool is_of_counts(const walk *w, uint32_t row)
{
    const sheet_view *v = &w->reader->view;

    return w->gap && (row_counts_words(v, w->current, row) ||
                      row_heads_counts(v, w->current, row) ||
                      row_heads_tally(v, row) ||
                      row_heads_grades(w->reader, row) ||
                      row_heads_grade_lines(w->reader, row) ||
                      (w->behind == row &&
                       (row_is_counts(v, w->current, row) ||
                        row_counts_grade(w->reader, row) ||
                        row_below_grades(w->reader, row) ||
                        (row_heads_tally(v, row - 1) &&
                         row_is_tally(v, row)))));
}

/* 外部評価の意見 | 回復は順調だが、…。 among indicators: words about those
 * above where a baseline or target would stand. */
static bool is_prose(const walk *w, uint32_t row)
{
    const sheet_view *v = &w->reader->view;
    const table_column *names = table_column_any(w->current, ROLE_KPI),
                       *below;
    uint32_t beside;

    if (names == NULL || names->stacked_to != 0 || w->segment.count == 0 ||
        view_next(v, row, w->current->col) != names->col)
        return false;
    beside = view_next(v, row, names->col + 1);
    if (beside > w->current->last_col ||
        view_next(v, row, beside + 1) <= w->current->last_col ||
        view_cell(v, row, beside)->type != CELL_STRING ||
        !text_ends(view_text(v, row, beside), "。"))
        return false;
    below = table_column_at(w->current, beside);
    return below != NULL &&
           (below->role == ROLE_BASELINE || below->role == ROLE_TARGET ||
            below->role == ROLE_UNIT);
}

/* No 中止 or 該当なし, which a project may be. */
static bool tells_words(const reader *r, text t)
{
    return no_number_state(t) == STATE_TEXT && !project_status_like(r, t);
}

/* Whose a project is or what it came to is merged with an indicator's name. */
static bool covers_owner(const table *t, const merge_range *m)
{
    for (size_t i = 0; i < t->count; i++) {
        role what = t->columns[i].role;

        if (t->columns[i].col >= m->col && t->columns[i].col <= m->last_col &&
            (what == ROLE_BUREAU || what == ROLE_DIVISION ||
             what == ROLE_GRADE))
            return true;
    }
    return false;
}

/* 総括コメント | 目標は概ね達成した。 behind the table, merged over the indicator's
 * name and its figures: words about all that stands above. So they are without
 * a gap where they are merged over 担当課 or 評価 too. */
static bool is_said_across(const walk *w, uint32_t row)
{
    const sheet_view *v = &w->reader->view;
    const table_column *names = table_column_any(w->current, ROLE_KPI);
    uint32_t label = view_next(v, row, w->current->col), words;
    merge_range m;

    if (names == NULL || names->stacked_to != 0 || label >= names->col)
        return false;
    words = view_next(v, row, label + 1);
    if (words > names->col ||
        view_next(v, row, words + 1) <= w->current->last_col ||
        view_cell(v, row, words)->type != CELL_STRING)
        return false;
    m = view_range(v, row, words);
    if (!w->gap && (m.last_row > row || !covers_owner(w->current, &m)))
        return false;
    for (size_t i = 0; i < w->current->count; i++)
        if (role_is_figure(w->current->columns[i].role) &&
            w->current->columns[i].col > m.last_col)
            return false;
    return m.last_col > names->col &&
           (text_ends(view_text(v, row, words), "。") ||
            (!w->gap && tells_words(w->reader, view_text(v, row, words))));
}

bool walk_repeats_title(const walk *w, uint32_t row)
{
    const sheet_view *v = &w->reader->view;
    const cell *first = v->grid->cells, *c;
    uint32_t col = view_next(v, row, 0), next;

    if (w->current == NULL || v->turned || v->grid->count == 0 ||
        col != first->col || first->type != CELL_STRING ||
        first->row >= w->tables.items[0].top)
        return false;
    c = view_cell(v, row, col);
    if (c->type != CELL_STRING || !text_equal(c->value, first->value))
        return false;
    next = view_next(v, row, view_range(v, row, col).last_col + 1);
    return next == UINT32_MAX ||
           (view_cell(v, row, next)->type == CELL_STRING &&
            view_next(v, row, next + 1) == UINT32_MAX);
}

/* Ａ | 目標を達成（100％以上） behind the table, or below such a line: what a
 * grade means. */
static bool is_of_legend(const walk *w, uint32_t row)
{
    static const char *const words[] = { "％", "%", "以上", "未満", "達成",
                                         "遅れ" };
    const sheet_view *v = &w->reader->view;
    uint32_t first = view_next(v, row, w->current->col), next;
    text grade;

    if ((!w->gap && w->behind != row) || first > w->current->last_col)
        return false;
    next = view_next(v, row, first + 1);
    grade = view_text(v, row, first);
    return next != UINT32_MAX && view_next(v, row, next + 1) == UINT32_MAX &&
           grade.length <= GRADE_BYTES &&
           view_cell(v, row, first)->type == CELL_STRING &&
           view_cell(v, row, next)->type == CELL_STRING &&
           text_contains_one(view_text(v, row, next), words,
                             sizeof(words) / sizeof(*words)) &&
           project_grade_like(w->reader, grade);
}

bool walk_is_stray(const walk *w, uint32_t row)
{
    if (is_of_counts(w, row) || is_prose(w, row) || is_of_legend(w, row) ||
        is_said_across(w, row))
        return true;
    for (size_t i = 0; i < w->current->count; i++) {
        const table_column *k = &w->current->columns[i];

        if (k->role != ROLE_NONE && k->role != ROLE_IGNORED &&
            !role_is_level(k->role) && k->role != ROLE_SUMMARY &&
            k->role != ROLE_NO && k->role != ROLE_REMARK &&
            (k->role == ROLE_KPI
                 ? view_filled(&w->reader->view, row, k->col) &&
                       view_cell(&w->reader->view, row, k->col)->type ==
                           CELL_STRING &&
                       glyph_has_digit(view_text(&w->reader->view, row, k->col))
                 : view_filled(&w->reader->view, row, k->col)))
            return false;
    }
    return w->gap || ends_table(w, row);
}

/* 輸出促進¶事業 | R2 | 850 | 721 below a gap: a row of data, though the last line
 * of its name is a header's word; 2023 alone may be a header's year. */
static bool holds_figure(const walk *w, uint32_t row)
{
    reader *r = w->reader;

    for (size_t i = 0; i < w->current->count; i++) {
        const table_column *k = &w->current->columns[i];
        size_t next;

        if (role_is_figure(k->role) && k->role != ROLE_KPI &&
            view_begins(&r->view, row, k->col) &&
            glyph_at(view_text(&r->view, row, k->col), 0, &next) ==
                GLYPH_DIGIT &&
            !table_word(&r->view, r->roles, row, k->col, r->context_year)
                 ->year_only)
            return true;
    }
    return false;
}

/* 事業名 | 今後の方向性 below the data of a table whose projects' column it
 * stands in: another one's header, though that table holds no indicators. Its
 * rows are left out down to the next gap. */
static bool takes_other_header(walk *w, uint32_t row)
{
    reader *r = w->reader;
    const sheet_view *v = &r->view;
    const table_column *k = table_column_any(w->current, ROLE_PROJECT);
    unsigned words = 0;

    if (k == NULL)
        k = table_column_any(w->current, ROLE_KPI);
    if (k == NULL || w->segment.count == 0 || !view_filled(v, row, k->col) ||
        !table_may_be_word(v, r->roles, row, k->col, r->context_year) ||
        view_hangs(v, row, k->col) ||
        table_word(v, r->roles, row, k->col, r->context_year)->role !=
            k->role)
        return false;
    for (uint32_t c = view_next(v, row, 0); c != UINT32_MAX;
         c = view_next(v, row, c + 1))
        words += table_word(v, r->roles, row, c, r->context_year)->exact;
    if (words < (w->gap ? 1u : 2u) ||
        !table_word(v, r->roles, row, k->col, r->context_year)->exact ||
        holds_figure(w, row))
        return false;
    walk_leave_table(w, row, k->col, "指標");
    return true;
}

void walk_leave_table(walk *w, uint32_t row, uint32_t col, const char *lacks)
{
    reader *r = w->reader;
    const sheet_view *v = &r->view;
    text words = view_text(v, row, col);

    walk_flush(w);
    reader_missed(r, row, col, words, lacks);
    w->skip = row;
    while (w->skip < v->grid->rows &&
           view_next(v, w->skip, 0) != UINT32_MAX &&
           (w->next >= w->tables.count ||
            w->skip < w->tables.items[w->next].top))
        w->skip++;
    reader_ignore(r, row, w->skip - 1, "no-indicator", words);
    w->current = NULL;
}

bool walk_skip_other(walk *w, uint32_t row)
{
    if (!w->gap || !turned_block_at(w->reader, row, &w->skip))
        return takes_other_header(w, row);
    walk_flush(w);
    w->current = NULL;
    return true;
}
