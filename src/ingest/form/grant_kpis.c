/*
 * grant_kpis.c - the indicators of a form's table
 *
 * A table names them in a column; or in its header (年度 | 利用者数（人） { 目標 |
 * 実績 }); or it is one indicator's, which labels above name (指標① | 団体数,
 * 単位 | 団体, 目標値（R7） | 60), or its caption (指標１　団体数).
 */
#include "ingest/form/grant_parts.h"

#include <string.h>

#include "ingest/form/block_title.h"
#include "ingest/header/unit_words.h"
#include "ingest/reader/cell_value.h"
#include "ingest/reader/project_grade.h"
#include "ingest/reader/row_band.h"
#include "ingest/rows/rows_parts.h"
#include "wording/fold.h"
#include "wording/glyph.h"
#include "wording/no_number.h"

static bool is_figure_role(role r)
{
    return role_is_figure(r) || r == ROLE_RATE;
}

/* ---- Rows of the table ------------------------------------------------ */

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

/* 区分 | 令和3年度 | 令和4年度: another header, whatever stands above. */
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
        if (!w->year_only && !(w->exact && w->has_year))
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
               !begins_line(f, row, first);
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
            if (is_figure_role(f->table->columns[i].role) &&
                view_filled(&f->reader->view, row,
                            f->table->columns[i].col) &&
                !is_wide(f, row, f->table->columns[i].col) &&
                (!labelled || is_value(f, row, f->table->columns[i].col)))
                return true;
    return false;
}

/* 評価 | C | B | A: what each year was worth. */
static bool grades_years(const form *f, uint32_t row, text key)
{
    const sheet_view *v = &f->reader->view;
    unsigned years = 0;

    for (size_t i = 0; i < f->table->count; i++) {
        const table_column *k = &f->table->columns[i];

        years += is_figure_role(k->role) && k->years.to != 0 &&
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

        figures += is_figure_role(k->role) && view_filled(v, row, k->col) &&
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

/* The table's rows up to `last`; the first row behind them. */
static uint32_t gather(form *f, segment *s, uint32_t last,
                       bool (*is_row)(const form *, uint32_t), bool gaps)
{
    reader *r = f->reader;
    uint32_t row = f->table->first_row;

    for (; row <= last; row++) {
        bool blank = view_next(&r->view, row, 0) == UINT32_MAX;
        uint32_t *slot, unused;

        if (blank && s->count > 0 &&
            (!gaps || (unused = behind_unused(f, row + 1, last)) > last ||
             !is_row(f, unused) || form_heads_seals(f, unused)))
            break;
        if (blank)
            continue;
        if (!is_row(f, row)) {
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

/* ---- Reading ---------------------------------------------------------- */

/* Indicators of a column or of the header: as a project's own rows. */
static void read_rows(form *f, segment *s, kpi_list *all)
{
    reader *r = f->reader;
    project_span span = { .last = s->count - 1, .row = s->rows[0] };
    table own = *f->table;
    rows_reader w = { .reader = r, .segment = s, .table = &own,
                      .spans = &span, .span_count = 1 };

    span.name = text_of("");
    own.caption = text_of("");
    own.columns = arena_array(r->memory, own.count + 1,
                              sizeof(*own.columns));
    if (own.columns == NULL) {
        r->failed = true;
        return;
    }
    for (size_t i = 0; i < own.count; i++) {
        own.columns[i] = f->table->columns[i];
        if (role_is_level(own.columns[i].role))
            own.columns[i].role = ROLE_BREAKDOWN;
    }
    own.held = 0;
    s->table = &own;
    if (!rows_gather(r->memory, &r->view, s) || !rows_kpis(&w) ||
        !rows_order_kpis(r->memory, &r->view, &span)) {
        r->failed = true;
        return;
    }
    *all = (kpi_list){ span.kpis, span.kpi_count };
}

bool form_names_in_header(const table *t)
{
    for (size_t i = 0; i < t->count; i++)
        if (is_figure_role(t->columns[i].role) &&
            t->columns[i].kpi_name.length > 0)
            return true;
    return false;
}

/* 年度 | 指標① { 目標 | 実績 } | 指標② …: the indicators that labels above number
 * alike; false where one of them has no name. */
static bool read_numbered(form *f, const segment *s, uint32_t from,
                          kpi_list *all)
{
    reader *r = f->reader;
    unsigned blocks = f->table->blocks;
    form_labelled *said = arena_array(r->memory, blocks, sizeof(*said));

    all->items = arena_array(r->memory, blocks, sizeof(*all->items));
    if (said == NULL || all->items == NULL) {
        r->failed = true;
        return false;
    }
    for (unsigned b = 1; b <= blocks; b++) {
        said[b - 1] = form_find_labelled(f, from, b);
        if (said[b - 1].name.length == 0)
            return false;
    }
    for (unsigned b = 1; b <= blocks; b++) {
        kpi_list one;

        if (!kpi_build(r, &one, s, b, 0, s->count - 1, NULL,
                       reader_line(r, said[b - 1].name)) ||
            one.count == 0)
            continue;
        form_fill_labelled(f, &one.items[0], &said[b - 1]);
        form_add_owner(f, said[b - 1].name_row);
        all->items[all->count++] = one.items[0];
    }
    return true;
}

/* The columns of figures begin again with column i: 目標 | 実績 | 目標 | 実績. */
static bool begins_again(const table *t, size_t i)
{
    role first = ROLE_NONE;

    for (size_t n = 0; n < t->count && first == ROLE_NONE; n++)
        if (is_figure_role(t->columns[n].role))
            first = t->columns[n].role;
    return t->columns[i].role == first && t->columns[i].years.to == 0;
}

/* The table with the year of each line and the figures from column `at` to
 * the next ones of the same kind. False: no memory. */
static bool cut_figures(form *f, table *out, size_t at)
{
    const table *t = f->table;
    bool own = false;

    *out = *t;
    out->columns = arena_array(f->reader->memory, t->count + 1,
                               sizeof(*out->columns));
    if (out->columns == NULL) {
        f->reader->failed = true;
        return false;
    }
    out->held = 0;
    for (size_t i = 0; i < t->count; i++) {
        out->columns[i] = t->columns[i];
        own = begins_again(t, i) ? i == at : own;
        if (is_figure_role(t->columns[i].role) && !own)
            out->columns[i].role = ROLE_IGNORED;
    }
    return true;
}

/* 指標名 | 来場者数 | | 出店数 above 年度 | 目標 | 実績 | 目標 | 実績: an indicator
 * for each of them. False: labels do not name all of them. */
static bool read_abreast(form *f, const segment *s, uint32_t from,
                         kpi_list *all)
{
    reader *r = f->reader;
    const table *t = f->table;
    size_t named = 0;

    if (!table_may_have(t, ROLE_YEAR) || t->blocks > 1)
        return false;
    for (size_t i = 0; i < t->count; i++)
        if (begins_again(t, i)) {
            if (form_find_over(f, from, t->columns[i].col).name.length == 0)
                return false;
            named++;
        }
    if (named < 2)
        return false;
    all->items = arena_array(r->memory, named, sizeof(*all->items));
    if (all->items == NULL) {
        r->failed = true;
        return false;
    }
    for (size_t i = 0; i < t->count; i++) {
        form_labelled l;
        segment part = *s;
        table own;
        kpi_list one;

        if (!begins_again(t, i) || !cut_figures(f, &own, i))
            continue;
        part.table = &own;
        l = form_find_over(f, from, t->columns[i].col);
        if (!kpi_build(r, &one, &part, 1, 0, part.count - 1, NULL,
                       reader_line(r, l.name)) || one.count == 0)
            continue;
        form_fill_labelled(f, &one.items[0], &l);
        form_add_owner(f, l.name_row);
        all->items[all->count++] = one.items[0];
    }
    return true;
}

/* ＫＰＩ１ | 参加者数 | 単位 | 人 is the upper line of the header: the one indicator that
 * it names is what these labels say. */
static void fill_from_header(form *f, uint32_t from, const kpi_list *all)
{
    form_labelled l;

    if (all->count != 1)
        return;
    l = form_find_labelled(f, from, 0);
    if (text_is(l.name, all->items[0].name))
        form_fill_labelled(f, &all->items[0], &l);
}

/* Figures that nothing names: said, not dropped. */
static void note_nameless(form *f, const segment *s)
{
    reader *r = f->reader;
    const table *t = f->table;

    if (s->count > 0)
        reader_missed(r, t->top, t->col,
                      view_text(&r->view, t->top,
                                view_next(&r->view, t->top, t->col)),
                      "指標");
}

uint32_t form_indicators(form *f, uint32_t from, uint32_t last,
                         kpi_list *all)
{
    reader *r = f->reader;
    bool column = table_column_any(f->table, ROLE_KPI) != NULL;
    segment s = { .table = f->table };
    uint32_t next = gather(f, &s, last, column ? is_kpi_row : is_data_row,
                           column);
    form_labelled l = { .has_baseline = false };

    *all = (kpi_list){ NULL, 0 };
    if (s.count == 0 || r->failed)
        return next;
    if (!column)
        form_take_front(f, s.rows[s.count - 1]);
    l.name = text_of("");
    if (!column)
        form_take_cost_column(f, s.rows, s.count);
    if (!column && f->table->blocks > 1 && !form_names_in_header(f->table) &&
        read_numbered(f, &s, from, all)) {
        f->pending_count = 0;
        return next;
    }
    if (!column && !form_names_in_header(f->table) &&
        read_abreast(f, &s, from, all)) {
        f->pending_count = 0;
        return next;
    }
    if (!column && f->table->blocks <= 1)
        l = form_find_labelled(f, from, 0);
    if (l.name.length > 0)
        f->pending_count = 0;
    if (!column)
        form_note_pending(f);
    if (l.name.length > 0) {
        if (kpi_build(r, all, &s, 1, 0, s.count - 1, NULL,
                      reader_line(r, l.name)))
            form_fill_labelled(f, &all->items[0], &l);
        while (all->count == 1 && next <= last && form_pairs_verdicts(f, next))
            form_take_verdicts(f, &all->items[0], next++);
        form_add_owner(f, l.name_row);
        f->numbered_taken = f->numbered_taken ||
                            (f->numbered.length > 0 &&
                             l.name_row == f->numbered_row);
        form_take_behind(f, f->table->top,
                         view_next(&r->view, f->table->top,
                                   f->table->last_col + 1));
    } else if (column || form_names_in_header(f->table)) {
        read_rows(f, &s, all);
        if (!column)
            fill_from_header(f, from, all);
        form_take_stated(f, all);
        form_note_pending(f);
    } else {
        note_nameless(f, &s);
    }
    return next;
}
