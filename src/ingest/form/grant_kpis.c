/*
 * grant_kpis.c - the indicators of a form's table
 *
 * A table names them in a column; or in its header (年度 | 利用者数（人） { 目標 |
 * 実績 }); or it is one indicator's, which labels above name (指標① | 団体数,
 * 単位 | 団体, 目標値（R7） | 60), or its caption (指標１　団体数).
 */
#include "ingest/form/grant_parts.h"

#include <string.h>

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
    size_t next;

    if (c == NULL || c->type != CELL_STRING)
        return c != NULL;
    if (no_number_state(t) != STATE_TEXT)
        return t.length > 0;
    for (size_t at = 0; at < t.length; at = next)
        if (glyph_at(t, at, &next) == GLYPH_DIGIT)
            return true;
    return false;
}

/* 区分 | 令和3年度 | 令和4年度: another header, whatever stands above. */
static bool heads_years(const form *f, uint32_t row)
{
    const sheet_view *v = &f->reader->view;
    unsigned years = 0;

    for (uint32_t c = view_next(v, row, 0); c != UINT32_MAX;
         c = view_next(v, row, c + 1)) {
        const header_word *w = form_label(f, row, c);

        if (view_cell(v, row, c)->type != CELL_STRING)
            return false;
        years += w->year_only || (w->exact && w->has_year);
    }
    return years > 1;
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

    if (kind != ROW_DATA || k == NULL || first == UINT32_MAX ||
        heads_years(f, row))
        return false;
    if (form_is_cost_line(f, row))
        return true; /* left out later: the table goes on */
    w = form_label(f, row, first);
    if (first >= k->col && form_is_owned(f, row))
        return false; /* the next form */
    labelled = w->exact && (form_knows(w->role) || form_describes_kpi(w));
    if (first >= k->col && (labelled || form_heads_grade(f, w, row, first)))
        return false; /* 今後の課題 | …, 達成度 | C */
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
            fiscal_year_parse(&span, words, r->context_year))
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

/* The table's rows up to `last`; the first row behind them. */
static uint32_t gather(form *f, segment *s, uint32_t last,
                       bool (*is_row)(const form *, uint32_t), bool gaps)
{
    reader *r = f->reader;
    uint32_t row = f->table->first_row;

    for (; row <= last; row++) {
        bool blank = view_next(&r->view, row, 0) == UINT32_MAX;
        uint32_t *slot;

        if (blank && s->count > 0 &&
            (!gaps || row + 1 > last || !is_row(f, row + 1)))
            break;
        if (blank)
            continue;
        if (!is_row(f, row)) {
            if (row == last || !is_row(f, row + 1) ||
                (!names_kind(f, row) && !form_grades_above(f, row)))
                break;
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

/* ---- An indicator that labels describe -------------------------------- */

typedef struct labelled {
    text name, unit, direction;
    uint32_t name_row;
    bool has_baseline, has_target;
    bool down;             /* a label says that lower is better */
    bool above;            /* labels stand above their values */
    uint32_t baseline_row, baseline_col, target_row, target_col;
    uint32_t rate_row, rate_col; /* 0: none */
    year_span baseline_years, target_years;
} labelled;

static void take_fact(const form *f, labelled *l, const header_word *w,
                      uint32_t row, uint32_t col)
{
    text value = view_text(&f->reader->view, row, col);
    year_span span = { 0 };

    switch (w->role) {
    case ROLE_KPI:
        l->name = value;
        l->name_row = row;
        break;
    case ROLE_NAME:
        if (l->name.length > 0)
            break;
        l->name = value;
        l->name_row = row;
        break;
    case ROLE_DIRECTION:
        l->direction = value;
        break;
    case ROLE_UNIT:
        l->unit = unit_plain(value);
        break;
    case ROLE_RATE:
        l->rate_row = row;
        l->rate_col = col;
        break;
    case ROLE_BASELINE:
        l->has_baseline = true;
        l->baseline_row = row;
        l->baseline_col = col;
        if (w->has_year || l->baseline_years.to == 0)
            l->baseline_years = w->years;
        break;
    case ROLE_TARGET:
        l->has_target = true;
        l->target_row = row;
        l->target_col = col;
        if (w->has_year || l->target_years.to == 0)
            l->target_years = w->years;
        break;
    case ROLE_BASELINE_YEAR:
    case ROLE_TARGET_YEAR:
        if (!fiscal_year_parse(&span, value, f->reader->context_year))
            break;
        if (w->role == ROLE_TARGET_YEAR)
            l->target_years = span;
        else
            l->baseline_years = span;
        break;
    default:
        break;
    }
}

/* 目標値 | 30 | （R7年度）: the year of a figure in the next cell; the column
 * that was taken last. */
static uint32_t take_year_beside(const form *f, labelled *l,
                                 const header_word *w, uint32_t row,
                                 uint32_t col)
{
    const sheet_view *v = &f->reader->view;
    uint32_t next = view_next(v, row, view_range(v, row, col).last_col + 1);
    size_t behind;

    if ((w->role != ROLE_BASELINE && w->role != ROLE_TARGET) ||
        next == UINT32_MAX ||
        glyph_at(view_text(v, row, next), 0, &behind) != GLYPH_OPEN ||
        !form_label(f, row, next)->year_only)
        return col;
    if (w->role == ROLE_TARGET)
        l->target_years = form_label(f, row, next)->years;
    else
        l->baseline_years = form_label(f, row, next)->years;
    return next;
}

/* 指標1 | 団体数 | 単位：団体: the unit with its label in one cell. */
static void take_unit(const form *f, labelled *l, const header_word *w,
                      uint32_t row, uint32_t col)
{
    text t = view_text(&f->reader->view, row, col);

    if (w->role == ROLE_UNIT && !w->exact && l->unit.length == 0 &&
        unit_is_line(t) && !text_is(unit_plain(t), "なし"))
        l->unit = unit_plain(t);
}

/* 成果指標１ | 団体数 | 基準値 | 目標値 in one row, and below the first two
 * nothing: a label and its value beside the header. */
static bool stands_in_front(const form *f, uint32_t row, uint32_t col,
                            uint32_t next)
{
    const sheet_view *v = &f->reader->view;

    return row + 1 < v->grid->rows && next != UINT32_MAX &&
           form_label(f, row, col)->role == ROLE_KPI &&
           !view_filled(v, row + 1, col) && !view_filled(v, row + 1, next) &&
           view_next(v, row + 1, next + 1) != UINT32_MAX;
}

static labelled find_labelled(const form *f, uint32_t from)
{
    const sheet_view *v = &f->reader->view;
    labelled l = { .has_baseline = false };

    l.name = l.unit = l.direction = text_of("");
    /* ＫＰＩ① | 参加企業数 over the years is taken for a part of the header, and
     * stands beside its last line where it is merged over the figures' too */
    for (uint32_t row = from; row <= f->table->bottom; row++)
        for (uint32_t c = view_next(v, row, 0); c != UINT32_MAX;
             c = view_next(v, row, c + 1)) {
            const header_word *w = form_label(f, row, c);
            uint32_t next = view_next(v, row,
                                      view_range(v, row, c).last_col + 1);
            uint32_t under;

            take_unit(f, &l, w, row, c);
            if (row == f->table->bottom &&
                view_range(v, row, c).last_row == row &&
                !stands_in_front(f, row, c, next))
                break;
            if (!w->exact)
                continue;
            if (next == UINT32_MAX || form_label(f, row, next)->exact) {
                if (form_value_under(f, row, c, &under)) {
                    l.above = l.above || w->role == ROLE_KPI;
                    take_fact(f, &l, w, row + 1, under);
                }
                continue;
            }
            take_fact(f, &l, w, row, next);
            l.down = l.down || (form_describes_kpi(w) &&
                                form_wants_less(view_text(v, row, next)));
            c = take_year_beside(f, &l, w, row, next);
        }
    if (l.name.length == 0) {
        l.name = form_caption_name(f);
        l.name_row = f->table->caption_row;
    }
    return l;
}

/* Labels of an indicator and no more, from a row down to the table. */
bool layout_grant_labels(reader *r, const table *t, uint32_t from)
{
    form f = { .reader = r, .table = t };

    if (table_column_any(t, ROLE_KPI) != NULL)
        return false;
    for (uint32_t row = from; row < t->top; row++) {
        uint32_t c = view_next(&r->view, row, 0), under;
        const header_word *w = c == UINT32_MAX ? NULL
                                               : form_label(&f, row, c);

        if (row > from && w != NULL && !w->exact &&
            form_value_under(&f, row - 1, view_range(&r->view, row - 1, c).col,
                             &under))
            continue;
        if (row == t->caption_row && form_caption_name(&f).length > 0)
            continue;
        if (w != NULL &&
            (!w->exact ||
             (w->role != ROLE_KPI && w->role != ROLE_NAME &&
              w->role != ROLE_UNIT && w->role != ROLE_BASELINE &&
              w->role != ROLE_BASELINE_YEAR && w->role != ROLE_TARGET &&
              w->role != ROLE_TARGET_YEAR)))
            return false;
    }
    return find_labelled(&f, from).name.length > 0;
}

bool layout_grant_completes(reader *r, const table *t, uint32_t from)
{
    form f = { .reader = r, .table = t };
    bool years = table_column_any(t, ROLE_YEAR) != NULL;
    bool lines = table_column_any(t, ROLE_LINE) != NULL, found = false;
    unsigned dated = 0;
    labelled l;

    for (size_t i = 0; i < t->count; i++) {
        const table_column *k = &t->columns[i];

        if (role_is_level(k->role) || k->role == ROLE_KPI)
            return false;
        dated += role_is_figure(k->role) && k->years.to != 0;
        found = found || (k->role == ROLE_ACTUAL &&
                          (years || k->years.to != 0)) ||
                (lines && dated > 1); /* 基準値（R1） | 現状値（R4） */
    }
    if (!found)
        return false;
    l = find_labelled(&f, from);
    /* R4実績 | R5実績 below 指標名 and its value are more such labels */
    return l.name.length > 0 && (!l.above || years || lines);
}

static void fill_labelled(form *f, kpi *k, const labelled *l)
{
    reader *r = f->reader;
    cell_value v;

    if (k->unit[0] == '\0')
        k->unit = reader_text(r, l->unit);
    if (k->direction == DIRECTION_UNKNOWN)
        k->direction = kpi_direction_said(r, l->direction);
    if (l->down && k->direction == DIRECTION_UNKNOWN)
        k->direction = DIRECTION_DOWN;
    for (size_t i = 0; i < k->actual_count; i++)
        if (k->actuals[i].unit[0] == '\0')
            k->actuals[i].unit = k->unit;
    if (l->has_baseline && !k->baseline.present) {
        cell_value_read(r, &v, l->baseline_row, l->baseline_col,
                        text_of(k->unit), VALUE_NEEDED);
        k->baseline.present = v.present;
        k->baseline.value = (quantity){ v.has_value, v.value };
        k->baseline.fiscal_year = v.years.to != 0 ? v.years.to
                                                  : l->baseline_years.to;
        k->baseline.text = v.text;
        k->baseline.unit = reader_text(r, v.unit);
        k->baseline.where = view_place(&r->view, l->baseline_row,
                                       l->baseline_col);
    }
    if (l->rate_col > 0 && !k->declared_rate.known) {
        cell_rate_read(r, &k->declared_rate, &k->declared_rate_text,
                       l->rate_row, l->rate_col, text_of(""));
        k->rate_where = view_place(&r->view, l->rate_row, l->rate_col);
    }
    if (l->has_target && (!k->target.value.known || form_aims_at_plan(k))) {
        year_span years;

        cell_value_read(r, &v, l->target_row, l->target_col,
                        text_of(k->unit), VALUE_NEEDED);
        if (k->target.value.known && !v.has_value)
            return;
        years = v.years.to != 0 ? v.years : l->target_years;
        k->target.value = (quantity){ v.has_value, v.value };
        k->target.state = v.state;
        k->target.text = v.text;
        k->target.from = years.from;
        k->target.to = years.to;
        k->target.qualifier = reader_text(r, v.qualifier);
        k->target.per_year = k->target.per_year || v.per_year;
        k->target.cumulative = k->target.cumulative || v.cumulative;
        k->target.unit = reader_text(r, v.unit);
        k->target.where = view_place(&r->view, l->target_row, l->target_col);
    }
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

/* Does the header name an indicator above figures? */
static bool names_in_header(const table *t)
{
    for (size_t i = 0; i < t->count; i++)
        if (is_figure_role(t->columns[i].role) &&
            t->columns[i].kpi_name.length > 0)
            return true;
    return false;
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
    labelled l = { .has_baseline = false };

    *all = (kpi_list){ NULL, 0 };
    if (s.count == 0 || r->failed)
        return next;
    l.name = text_of("");
    if (!column && f->table->blocks <= 1)
        l = find_labelled(f, from);
    if (l.name.length > 0)
        f->pending_count = 0;
    if (!column)
        form_note_pending(f);
    if (l.name.length > 0) {
        if (kpi_build(r, all, &s, 1, 0, s.count - 1, NULL,
                      reader_line(r, l.name)))
            fill_labelled(f, &all->items[0], &l);
        while (all->count == 1 && next <= last && form_pairs_verdicts(f, next))
            form_take_verdicts(f, &all->items[0], next++);
        form_add_owner(f, l.name_row);
        f->numbered_taken = f->numbered_taken ||
                            (f->numbered.length > 0 &&
                             l.name_row == f->numbered_row);
        form_take_behind(f, f->table->top,
                         view_next(&r->view, f->table->top,
                                   f->table->last_col + 1));
    } else if (column || names_in_header(f->table)) {
        read_rows(f, &s, all);
        form_take_stated(f, all);
        form_note_pending(f);
    } else {
        note_nameless(f, &s);
    }
    return next;
}
