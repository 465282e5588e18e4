/*
 * grant_rows.c - which rows below the header of a form's table are its own
 *
 * Below them stand further labels of the form: what is no line of figures, and
 * of no indicator, ends the table.
 */
#include "ingest/form/grant_parts.h"

#include "ingest/form/block_title.h"
#include "ingest/header/unit_words.h"
#include "ingest/reader/project_grade.h"
#include "ingest/reader/row_band.h"
#include "ingest/rows/rows_parts.h"
#include "wording/fold.h"
#include "wording/glyph.h"

enum { PART_BYTES = 24 };

/* Words merged over columns that the header keeps apart: a remark. */
static bool is_wide(const form *f, uint32_t row, uint32_t col)
{
    const sheet_view *v = &f->reader->view;
    const cell *c = view_cell(v, row, col);
    merge_range m = view_range(v, row, col);

    return c->type == CELL_STRING && m.last_col > m.col &&
           m.last_col > view_range(v, f->table->bottom, m.col).last_col;
}

/* A number, words with a digit, or a reason for none: no 継続, no 順調. A year
 * alone (R4) heads a column. */
static bool is_value(const form *f, uint32_t row, uint32_t col)
{
    const sheet_view *v = &f->reader->view;
    const cell *c = view_cell(v, row, col);
    text t = view_text(v, row, col);

    if (c == NULL || c->type != CELL_STRING)
        return c != NULL;
    if (no_number_state(t) != STATE_TEXT)
        return t.length > 0;
    return glyph_has_digit(t);
}

/* 就職者数 | 115人 | H26年度 | 1,000人 | H31年度: below 現状値の年度 and 目標年度. */
static bool dates_figure(const form *f, uint32_t col)
{
    const table_column *k = table_column_at(f->table, col);

    return k != NULL && (k->role == ROLE_BASELINE_YEAR ||
                         k->role == ROLE_TARGET_YEAR ||
                         k->role == ROLE_TARGET_FROM);
}

/* 令和4年度 | | 未実施 | 令和4年度: the same year again, in a column of years. */
static bool repeats_year(const form *f, uint32_t row, uint32_t first,
                         uint32_t col)
{
    const sheet_view *v = &f->reader->view;
    const table_column *k = col == first ? NULL
                                         : table_column_at(f->table, col);

    return k != NULL && k->role == ROLE_YEAR &&
           text_equal(view_text(v, row, first), view_text(v, row, col));
}

/* 2025年度上期, R7 第1四半期, 4～6月 */
static bool parts_year(const form *f, uint32_t row, uint32_t col)
{
    text t = view_text(&f->reader->view, row, col);
    year_span span = { 0 };
    size_t end = fiscal_year_read(&span, t, 0, f->reader->context_year);

    return end < t.length && t.length - end <= PART_BYTES &&
           table_names_interim(text_from(t, end));
}

/* 区分 | 令和3年度 | 令和4年度, or 工程 | R7上期 | R7下期: another header, whatever
 * stands above. */
static bool heads_years(const form *f, uint32_t row)
{
    const sheet_view *v = &f->reader->view;
    uint32_t first = view_next(v, row, 0);
    unsigned years = 0, dates = 0;

    for (uint32_t c = first; c != UINT32_MAX; c = view_next(v, row, c + 1)) {
        const header_word *w = form_label(f, row, c);

        if (view_cell(v, row, c)->type != CELL_STRING)
            return false;
        if (repeats_year(f, row, first, c))
            continue;
        if (!w->year_only && !(w->exact && w->has_year) &&
            !parts_year(f, row, c))
            continue;
        years++;
        dates += dates_figure(f, c);
    }
    return years > 1 && dates < years;
}

/* コスト | （単位：千円）: the title of another part, with its unit. */
static bool titles_costs(const form *f, uint32_t row, uint32_t first)
{
    const sheet_view *v = &f->reader->view;
    uint32_t unit = view_next(v, row, first + 1);

    return unit != UINT32_MAX && view_next(v, row, unit + 1) == UINT32_MAX &&
           view_cell(v, row, unit)->type == CELL_STRING &&
           text_find(view_text(v, row, unit), "円", 0) != SIZE_MAX &&
           unit_is_line(view_text(v, row, unit));
}

/* 目標 | 150 | 200 below 来館者数 | 実績 | 140 | 210, the name merged or not: no
 * label of the form. */
static bool begins_line(const form *f, uint32_t row, uint32_t first)
{
    const table_column *k = table_may_have(f->table, ROLE_LINE)
                                ? table_column_any(f->table, ROLE_LINE) : NULL;
    text key;

    return k != NULL && k->col == first && row > f->table->first_row &&
           fold_key(f->reader->memory, &key,
                    view_text(&f->reader->view, row, first)) &&
           content_is_line(key);
}

/* 利用者の評価 | 80 | 75 below 指標 | 目標 | 実績: an indicator by that name, whatever
 * 評価 alone would be. */
static bool aims_at_verdict(const form *f, const header_word *w, uint32_t row,
                            uint32_t first)
{
    const table_column *name = table_column_any(f->table, ROLE_KPI);
    unsigned targets = 0, actuals = 0;

    if (w->role != ROLE_GRADE || name->col != first ||
        text_find(view_text(&f->reader->view, row, first), "の", 0) ==
            SIZE_MAX)
        return false;
    for (size_t i = 0; i < f->table->count; i++) {
        const table_column *k = &f->table->columns[i];

        if (!view_begins(&f->reader->view, row, k->col) ||
            !is_value(f, row, k->col) || is_wide(f, row, k->col))
            continue;
        targets += k->role == ROLE_TARGET || k->role == ROLE_PLANNED;
        actuals += k->role == ROLE_ACTUAL || k->role == ROLE_BASELINE;
    }
    return targets > 0 && actuals > 0;
}

/* 評価 | C | B | A: what each year was worth. */
static bool grades_years(const form *f, uint32_t row, text key)
{
    const sheet_view *v = &f->reader->view;
    unsigned years = 0;

    for (size_t i = 0; i < f->table->count; i++) {
        const table_column *k = &f->table->columns[i];

        years += form_is_figure(k->role) && k->years.to != 0 &&
                 view_begins(v, row, k->col) &&
                 project_grade_like(f->reader, view_text(v, row, k->col));
    }
    return years > 1 && table_line_role(key) == ROLE_GRADE;
}

/* 基準値（R1） | 74, 最終目標 | 150（R6）, R6（目標年） | 100: a line of the years, and no
 * labels with a value each. */
static bool names_stage(const form *f, uint32_t row, uint32_t col)
{
    const sheet_view *v = &f->reader->view;
    uint32_t next = view_next(v, row, col + 1);
    const header_word *w;

    if (next == UINT32_MAX || !view_begins(v, row, col) ||
        view_next(v, row, 0) != col)
        return false;
    w = form_label(f, row, col);
    if (!w->exact ||
        (w->role != ROLE_BASELINE && w->role != ROLE_TARGET &&
         (!w->has_year ||
          (w->role != ROLE_BASELINE_YEAR && w->role != ROLE_TARGET_YEAR))))
        return false;
    for (uint32_t c = next; c != UINT32_MAX; c = view_next(v, row, c + 1))
        if (form_label(f, row, c)->exact)
            return false;
    return true;
}

/* Does a row name its year, or say 目標 or 実績, where the table tells its
 * rows apart so? */
static bool names_line(const form *f, uint32_t row)
{
    reader *r = f->reader;

    for (size_t i = 0; i < f->table->count; i++) {
        const table_column *k = &f->table->columns[i];
        text words, key;
        year_span span = { 0 };

        if (k->role != ROLE_YEAR && k->role != ROLE_LINE)
            continue;
        words = view_text(&r->view, row, k->col);
        if (k->role == ROLE_YEAR &&
            (fiscal_year_parse(&span, words, r->context_year) ||
             names_stage(f, row, k->col)))
            return true;
        if (k->role == ROLE_LINE && fold_key(r->memory, &key, words) &&
            (content_is_line(key) || grades_years(f, row, key)))
            return true;
    }
    return false;
}

/* Of a table with a column of names. */
static bool is_kpi_row(const form *f, uint32_t row)
{
    const table_column *k = table_column_any(f->table, ROLE_KPI);
    text what;
    row_kind kind = row_kind_of(f->reader, f->table, row, &what);
    const header_word *w;
    bool labelled;
    uint32_t first = view_next(&f->reader->view, row, 0);
    block_title title;

    if (kind != ROW_DATA || k == NULL || first == UINT32_MAX ||
        heads_years(f, row) || form_heads_costs(f, row) ||
        titles_costs(f, row, first))
        return false;
    if (form_is_cost_line(f, row))
        return true; /* left out later: the table goes on */
    w = form_label(f, row, first);
    if ((first >= k->col && form_is_owned(f, row)) ||
        block_title_read(&title, f->reader, row, false))
        return false; /* the next form */
    labelled = w->exact &&
               (form_knows(w->role) || form_describes_kpi(w)) &&
               !begins_line(f, row, first) &&
               (first >= k->col || !names_line(f, row));
    if (aims_at_verdict(f, w, row, first))
        return true;
    if (labelled &&
        (view_range(&f->reader->view, row, first).last_col >= k->col ||
         !view_filled(&f->reader->view, row, k->col)) &&
        form_aim_value(f, row) != UINT32_MAX)
        return false; /* 現状値（R5） | 40, in front of the names */
    if (first >= k->col && (labelled || form_heads_grade(f, w, row, first)))
        return false; /* 今後の課題 | …, 達成度 | C */
    if (first >= k->col && form_says_verdicts(f, row, first))
        return false;
    if (view_hangs(&f->reader->view, row, k->col))
        return true;
    /* the name may be merged over lines of which another has the figures */
    for (uint32_t last = view_range(&f->reader->view, row, k->col).last_row;
         row <= last; row++)
        for (size_t i = 0; i < f->table->count; i++)
            if (form_is_figure(f->table->columns[i].role) &&
                view_filled(&f->reader->view, row,
                            f->table->columns[i].col) &&
                !is_wide(f, row, f->table->columns[i].col) &&
                (!labelled || is_value(f, row, f->table->columns[i].col)))
                return true;
    return false;
}

/* Of a table whose indicators its header, or labels above, name. */
static bool is_data_row(const form *f, uint32_t row)
{
    const sheet_view *v = &f->reader->view;
    uint32_t first = view_next(v, row, 0);
    unsigned figures = 0;
    const header_word *w;

    if (first == UINT32_MAX || heads_years(f, row) ||
        form_pairs_verdicts(f, row))
        return false;
    if (names_line(f, row))
        return true;
    for (size_t i = 0; i < f->table->count; i++) {
        const table_column *k = &f->table->columns[i];

        figures += form_is_figure(k->role) && view_filled(v, row, k->col) &&
                   view_begins(v, row, k->col) &&
                   !is_wide(f, row, k->col) && is_value(f, row, k->col);
    }
    w = form_label(f, row, first);
    if (w->exact && (form_knows(w->role) || form_describes_kpi(w)))
        return figures > 1;
    return figures > 0;
}

/* 【成果指標】 alone in a row, above those. */
static bool names_kind(const form *f, uint32_t row)
{
    const sheet_view *v = &f->reader->view;
    uint32_t first = view_next(v, row, 0);

    return view_next(v, row, first + 1) == UINT32_MAX &&
           row_band_names_kind(f->reader, view_text(v, row, first));
}

/* （目標は年度末の数値） or ※実績は速報値 alone in a row right below the header. */
static bool notes_header(const form *f, uint32_t row)
{
    const sheet_view *v = &f->reader->view;
    uint32_t first = view_next(v, row, 0);
    text t = view_text(v, row, first), inner;

    return row == f->table->first_row &&
           view_next(v, row, first + 1) == UINT32_MAX &&
           (glyph_bracketed(t, 0, &inner) || text_starts(t, "※"));
}

/* 取組計画 | 募集 | → over the columns of names and lines. */
static bool tells_acts(const form *f, uint32_t row)
{
    const sheet_view *v = &f->reader->view;
    const table_column *k = table_column_any(f->table, ROLE_LINE);

    return k != NULL &&
           view_range(v, row, view_next(v, row, 0)).last_col == k->col &&
           table_tells_words(v, row, k->col);
}

/* 活動指標 alone, in a column in front of the names: a line of the table that was
 * left empty. */
static bool is_unused(const form *f, uint32_t row)
{
    const sheet_view *v = &f->reader->view;
    const table_column *k = table_column_any(f->table, ROLE_KPI), *label;
    uint32_t first = view_next(v, row, 0);

    if (k == NULL || first >= k->col ||
        view_next(v, row, first + 1) != UINT32_MAX)
        return false;
    label = table_column_at(f->table, first);
    return label != NULL && !role_is_level(label->role) &&
           view_range(v, row, first).last_col < k->col &&
           !form_is_section(f->reader, view_text(v, row, first));
}

/* The row behind such lines, each of them merged over several or with a blank
 * one below; the row itself where it is none. */
static uint32_t behind_unused(const form *f, uint32_t row, uint32_t last)
{
    const sheet_view *v = &f->reader->view;

    while (row <= last && is_unused(f, row)) {
        row = view_range(v, row, view_next(v, row, 0)).last_row + 1;
        if (row <= last && view_next(v, row, 0) == UINT32_MAX)
            row++;
    }
    return row;
}

uint32_t form_gather_rows(form *f, segment *s, uint32_t last, bool named)
{
    bool (*is_row)(const form *, uint32_t) = named ? is_kpi_row : is_data_row;
    reader *r = f->reader;
    uint32_t row = f->table->first_row;

    for (; row <= last; row++) {
        bool blank = view_next(&r->view, row, 0) == UINT32_MAX;
        uint32_t *slot, unused;

        if (blank && s->count > 0 &&
            (!named || (unused = behind_unused(f, row + 1, last)) > last ||
             !is_row(f, unused) || form_heads_seals(f, unused)))
            break;
        if (blank)
            continue;
        if (!is_row(f, row)) {
            if (s->count > 0 && !named && form_wraps_years(f, row)) {
                row++;
                continue;
            }
            if (s->count > 0 && form_keep_aim(f, row))
                continue;
            unused = behind_unused(f, row, last);
            if (unused > row && unused <= last && is_row(f, unused)) {
                row = unused - 1;
                continue;
            }
            if (s->count == 0 && tells_acts(f, row)) {
                form_take_row(f, row);
                continue;
            }
            if (row == last || !is_row(f, row + 1) ||
                (!names_kind(f, row) && !notes_header(f, row) &&
                 !form_grades_above(f, row)))
                break;
            if (row == f->table->first_row)
                reader_ignore(r, row, row, "note",
                              view_text(&r->view, row,
                                        view_next(&r->view, row, 0)));
            continue;
        }
        if (form_is_cost_line(f, row)) {
            form_take_row(f, row);
            continue;
        }
        slot = arena_push(r->memory, (void **)&s->rows, &s->count,
                          &s->capacity, sizeof(*slot));
        if (slot == NULL) {
            r->failed = true;
            return row;
        }
        *slot = row;
    }
    return row;
}
