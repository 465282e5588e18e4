/*
 * grant_costs.c - what a project costs: 事業費 of years, in forms
 *
 * Years stand beside the figures (２年度 | 67,055), above them (区分 | R3 | R4
 * over 事業費 | 35,210 | 36,044), or figures stand below a line of years.
 * Budgets (予算額) and parts (うち一般財源) are no costs, but R3予算額 beside
 * R2決算額 says what the years to come are to cost, as ３年度 does.
 */
#include "ingest/form/grant_parts.h"

#include <string.h>

#include "ingest/header/unit_words.h"
#include "ingest/rows/rows_parts.h"
#include "wording/glyph.h"
#include "wording/no_number.h"
#include "wording/number_text.h"
#include "wording/units.h"

enum { YEAR_REACH = 8, FIGURE_BYTES = 60, UNIT_BYTES = 18, LABEL_BYTES = 90 };

void form_add_cost(form *f, uint32_t row, uint32_t col, int fiscal_year,
                   text unit)
{
    reader *r = f->reader;
    cell_value v;

    cell_value_read(r, &v, row, col, unit, VALUE_RATE);
    form_keep_cost(f, row, col, &v, fiscal_year, unit);
}

void form_keep_cost(form *f, uint32_t row, uint32_t col, const cell_value *v,
                    int fiscal_year, text unit)
{
    reader *r = f->reader;

    if (rows_cost(r, f->project, v, &unit, fiscal_year,
                  view_place(&r->view, row, col)))
        return;
    if (!f->cost_noted && v->has_value && r->plan->cost_unit[0] == '\0')
        reader_finding(r, "cost-unit-inferred", row, col, text_of(v->text),
                       reader_text(r, unit), NULL, NULL);
    f->cost_noted = f->cost_noted || v->has_value;
}

/* A number, or a text that is one, or that says why there is none. */
static bool is_figure(reader *r, uint32_t row, uint32_t col)
{
    const cell *c = view_cell(&r->view, row, col);
    text t = view_text(&r->view, row, col);
    figure one;

    if (c == NULL || c->type != CELL_STRING)
        return c != NULL;
    return t.length <= FIGURE_BYTES &&
           (number_text_parse(r->memory, &one, t) ||
            no_number_state(t) != STATE_TEXT);
}

/* Words in front of a line of figures; else empty. */
static text line_label(reader *r, uint32_t row)
{
    const sheet_view *v = &r->view;
    uint32_t first = view_next(v, row, 0), next;

    if (first == UINT32_MAX || view_cell(v, row, first)->type != CELL_STRING)
        return text_of("");
    next = view_next(v, row, first + 1);
    return next != UINT32_MAX && is_figure(r, row, next)
               ? view_text(v, row, first) : text_of("");
}

static bool is_part(reader *r, uint32_t row)
{
    return table_cost_part(line_label(r, row));
}

/* 合計, 事業費計: all parts above it. */
static bool is_sum(reader *r, uint32_t row)
{
    text t = line_label(r, row);

    return table_is_subtotal(r->memory, t) && !text_starts(t, "小計");
}

/* R1 | R2 | R3 in one line, and their figures below. */
static bool cost_below(reader *r, uint32_t row, uint32_t col)
{
    uint32_t next = view_next(&r->view, row, col + 1);

    return !is_part(r, row + 1) && view_filled(&r->view, row + 1, col) &&
           is_figure(r, row + 1, col) &&
           view_range(&r->view, row + 1, col).row == row + 1 &&
           (next == UINT32_MAX ||
            view_cell(&r->view, row, next)->type != CELL_NUMBER);
}

/* R4決算額 alone in its row, and nothing but its amount below. */
static bool stands_above_cost(reader *r, uint32_t row, uint32_t col)
{
    const sheet_view *v = &r->view;

    return view_next(v, row, 0) == col &&
           view_next(v, row, col + 1) == UINT32_MAX &&
           view_next(v, row + 1, 0) == col && cost_below(r, row, col);
}

/* The year that stands above a column of costs, without a gap between, and
 * what is typed there. */
static const header_word *year_above(const form *f, uint32_t row,
                                     uint32_t col, text *typed)
{
    const sheet_view *v = &f->reader->view;

    for (unsigned n = 0; n < YEAR_REACH && row-- > f->from; n++) {
        const header_word *w = form_label(f, row, col);

        if (view_next(v, row, 0) == UINT32_MAX)
            return NULL;
        if (view_filled(v, row, col) && w->has_year && w->years.to != 0 &&
            w->years.from == 0) {
            *typed = view_text(v, row, col);
            return w;
        }
    }
    return NULL;
}

text form_cost_unit(const form *f, uint32_t row)
{
    const sheet_view *v = &f->reader->view;
    uint32_t above = row;

    for (uint32_t c = view_next(v, row, 0); c != UINT32_MAX;
         c = view_next(v, row, c + 1)) {
        text t = view_text(v, row, c);
        const header_word *w = form_label(f, row, c);

        if (t.length <= UNIT_BYTES && text_ends(t, "円") &&
            view_cell(v, row, c)->type == CELL_STRING && !w->exact)
            return t;
        if (w->exact && w->role == ROLE_COST && text_ends(w->unit, "円"))
            return w->unit; /* 事業費（円） | R3決算 | R4決算 */
    }
    for (unsigned n = 0; n < YEAR_REACH && above-- > f->from; n++) {
        uint32_t c = view_next(v, above, 0);
        text unit;

        if (c == UINT32_MAX)
            return text_of("");
        for (; c != UINT32_MAX; c = view_next(v, above, c + 1)) {
            text t = view_text(v, above, c);

            unit = form_label(f, above, c)->unit;
            if (unit.length == 0 &&
                (text_find(t, "単位", 0) != SIZE_MAX ||
                 (t.length <= UNIT_BYTES && text_ends(t, "円") &&
                  units_read(t, 0) == t.length)))
                unit = unit_plain(t); /* 千円 | R3 | R4 */
            if (unit.length > UNIT_BYTES || !text_ends(unit, "円"))
                unit = rows_unit_in(t); /* ■経費（事業費：千円）, 【経費】単位：千円 */
            if (unit.length <= UNIT_BYTES && text_ends(unit, "円"))
                return unit;
        }
    }
    return text_of("");
}

bool form_has_cost(const form *f, int fiscal_year)
{
    for (size_t i = 0; i < f->project->cost_count; i++)
        if (f->project->costs[i].fiscal_year == fiscal_year)
            return true;
    return false;
}

bool form_cost_is_taken(const form *f, text t)
{
    int year;

    return cost_words_year(f->reader, t, &year) != MONEY_NONE &&
           form_has_cost(f, year);
}

/* 2,023 below R3, as a number, is a figure like others. */
static bool is_year_beside(const form *f, uint32_t row, uint32_t col)
{
    text typed;

    return form_label(f, row, col)->has_year &&
           (view_cell(&f->reader->view, row, col)->type != CELL_NUMBER ||
            year_above(f, row, col, &typed) == NULL);
}

/* 事業費 | 35,210 | 36,044 below a line of years, one for each; a budget is of a
 * year that has no other. True when years stand there. */
static bool costs_below_years(form *f, uint32_t row, uint32_t col, text unit)
{
    const sheet_view *v = &f->reader->view;
    bool any = false, costs = false;

    if (col == UINT32_MAX || is_year_beside(f, row, col))
        return false; /* years beside the figures */
    /* R5予算 beside R4決算: then what a year without a cost is to cost */
    for (unsigned budgets = 0; budgets < 2; budgets++)
        for (uint32_t c = view_next(v, row, col); c != UINT32_MAX;
             c = view_next(v, row, c + 1)) {
            text typed;
            const header_word *w = year_above(f, row, c, &typed);
            bool other = w != NULL && w->role == ROLE_IGNORED;

            if (w == NULL || !is_figure(f->reader, row, c))
                continue;
            any = true;
            if (other != (budgets > 0) || form_has_cost(f, w->years.to) ||
                (other && (!costs || text_find(typed, "予算", 0) == SIZE_MAX)))
                continue;
            costs = true;
            form_add_cost(f, row, c, w->years.to, unit);
        }
    return any;
}

/* R3決算 | R4決算 over 4,406 | 4,982: each is its own label's below it. */
static bool is_labelled_above(const form *f, uint32_t row, uint32_t col)
{
    const header_word *w = row > f->from ? form_label(f, row - 1, col) : NULL;

    return w != NULL && w->role == ROLE_COST && w->has_year;
}

/* A line of years and figures beside a label of costs; `budgets`: those alone
 * that say 予算, of years without a cost. True: the figures stand below. */
static bool take_line(form *f, uint32_t line, uint32_t col, text unit,
                      int of_label, bool budgets)
{
    reader *r = f->reader;
    year_span span = { .to = of_label };
    bool below = false, budget = false;

    for (uint32_t c = view_next(&r->view, line, col); c != UINT32_MAX;
         c = view_next(&r->view, line, c + 1)) {
        text t = view_text(&r->view, line, c);
        year_span one = { 0 };
        const cell *at = view_cell(&r->view, line, c);
        uint32_t next;
        int year = 0;
        money said;

        if (at == NULL)
            continue;
        if (at->type == CELL_STRING &&
            fiscal_year_parse(&one, t, r->context_year)) {
            span = one;
            budget = false;
            next = view_next(&r->view, line, c + 1);
            if (cost_below(r, line, c)) {
                below = true;
                if (!budgets)
                    form_add_cost(f, line + 1, c, one.to, unit);
                continue;
            }
            /* a year whose cost is left empty */
            if (next == UINT32_MAX && !budgets &&
                !form_has_cost(f, span.to) && !is_part(r, line + 1))
                form_add_cost(f, line,
                              view_range(&r->view, line, c).last_col + 1,
                              span.to, unit);
            continue;
        }
        if (at->type == CELL_STRING &&
            (said = cost_words_year(r, t, &year)) != MONEY_NONE) {
            span = (year_span){ .to = year };
            budget = said == MONEY_BUDGET;
            if (!stands_above_cost(r, line, c)) /* R4決算額 | 4,500 */
                continue;
            below = true;
            if (budget == budgets && (!budget || !form_has_cost(f, year)))
                form_add_cost(f, line + 1, c, year, unit);
            continue;
        }
        if (at->type == CELL_STRING && !is_figure(r, line, c) &&
            form_costs_stated(f, line, c, 0, t, unit,
                              budgets ? MONEY_BUDGET : MONEY_COST))
            continue;
        if (form_label(f, line, c)->exact || !is_figure(r, line, c))
            break;
        if (span.to == 0 && is_labelled_above(f, line, c))
            continue;
        if (budget == budgets && (!budget || !form_has_cost(f, span.to)))
            form_add_cost(f, line, c, span.to, unit);
    }
    return below;
}

/* 実績額（円） | R4 | 22,218,000 in front of all that names an indicator: what was
 * spent. */
static bool heads_spent(const form *f, const header_word *w, uint32_t row,
                        uint32_t col)
{
    const sheet_view *v = &f->reader->view;
    uint32_t year;

    if (w->role != ROLE_ACTUAL || f->below || f->pending_count > 0 ||
        f->project->kpi_count > 0 || !text_ends(w->unit, "円") ||
        !text_starts(view_text(v, row, col), "実績額"))
        return false;
    year = view_next(v, row, view_range(v, row, col).last_col + 1);
    return year != UINT32_MAX && form_label(f, row, year)->year_only &&
           view_next(v, row, year + 1) != UINT32_MAX;
}

bool form_labels_costs(const form *f, const header_word *w, uint32_t row,
                       uint32_t col)
{
    text label, value;

    if (w->role == ROLE_COST) /* 令和2年度事業費（千円）：17: with its value */
        return w->exact ||
               (view_text(&f->reader->view, row, col).length <= LABEL_BYTES &&
                form_pair(f, row, col, &label, &value) == NULL);
    return heads_spent(f, w, row, col);
}

/* 事業費 over 予算額 | 500 and 決算額（千円） | 480: the line of what was spent, and
 * its unit; else the label's own row. */
static uint32_t spent_line(const form *f, merge_range m, text *unit)
{
    const sheet_view *v = &f->reader->view;
    uint32_t c = view_next(v, m.row, m.last_col + 1);

    if (m.last_row == m.row || c == UINT32_MAX ||
        text_find(view_text(v, m.row, c), "予算", 0) == SIZE_MAX)
        return m.row;
    for (uint32_t row = m.row + 1; row <= m.last_row; row++) {
        const header_word *w;

        c = view_next(v, row, m.last_col + 1);
        w = c == UINT32_MAX ? NULL : form_label(f, row, c);
        if (w == NULL || w->role != ROLE_COST || w->has_year)
            continue;
        *unit = w->unit.length > 0 ? w->unit : *unit;
        return row;
    }
    return m.row;
}

/* 67,055千円 | （令和２年度決算）: the year behind the figure; 0 for none. */
static int year_behind(const form *f, uint32_t row, uint32_t amount)
{
    const sheet_view *v = &f->reader->view;
    uint32_t next;
    text t;
    int year;

    if (amount == UINT32_MAX || !is_figure(f->reader, row, amount))
        return 0;
    next = view_next(v, row, view_range(v, row, amount).last_col + 1);
    return next != UINT32_MAX &&
                   glyph_bracketed(view_text(v, row, next), 0, &t) &&
                   cost_words_said_year(f->reader, t, &year) == MONEY_COST
               ? year : 0;
}

/* 関係市 over 港市: a word that nobody knows, and no value of the label in front of
 * it. */
static bool stands_over(const form *f, uint32_t row, uint32_t col)
{
    const sheet_view *v = &f->reader->view;

    return view_cell(v, row, col)->type == CELL_STRING &&
           !is_figure(f->reader, row, col) &&
           view_next(v, row + 1, col) == col &&
           !form_label(f, row + 1, col)->exact;
}

/* 事業費計 | 132 below parts that begin at a row, each with its name in front:
 * the row of the sum; the row itself where no part stands there, and
 * UINT32_MAX for parts without a sum. */
static uint32_t sum_under(const form *f, uint32_t row)
{
    uint32_t sum = row;

    while (sum <= f->last && is_part(f->reader, sum))
        sum++;
    return sum == row || (sum <= f->last && is_sum(f->reader, sum))
               ? sum : UINT32_MAX;
}

/* 経費（R2） | 経費（R3） over 67,055 | 81,801: labels that say their years, and
 * no label in front of the figures; or 財源内訳 | R3決算額 over 国庫支出金 | 20 and
 * the other parts, down to their sum. */
static bool take_under(form *f, merge_range m, text unit, int year)
{
    reader *r = f->reader;
    const sheet_view *v = &r->view;
    uint32_t row = m.last_row + 1, next = view_next(v, m.row, m.last_col + 1);
    uint32_t under = row <= f->last && row < v->grid->rows
                         ? view_next(v, row, m.col) : UINT32_MAX;

    if ((next != UINT32_MAX && !form_label(f, m.row, next)->exact &&
         (under == UINT32_MAX || !stands_over(f, m.row, next))) ||
        under > m.last_col || !view_begins(v, row, under) ||
        !is_figure(r, row, under) ||
        (form_label(f, row, view_next(v, row, 0))->exact &&
         !is_part(r, row)))
        return false;
    row = sum_under(f, row);
    if (row == UINT32_MAX)
        return false;
    form_add_cost(f, row, under, year, unit);
    r->form_taken = row + 1;
    return true;
}

/* ２年度 | 67,055, on each line that the label covers. */
void form_take_costs(form *f, uint32_t row, uint32_t col)
{
    reader *r = f->reader;
    merge_range m = view_range(&r->view, row, col);
    const header_word *label = form_label(f, row, col);
    text unit = label->unit;
    int year = label->has_year ? label->years.to : 0;

    row = spent_line(f, m, &unit);
    if (unit.length == 0)
        unit = form_cost_unit(f, row);
    /* R5決算額 | 4,500 says its year itself, whatever stands above */
    if (year == 0 &&
        costs_below_years(f, row,
                          view_next(&r->view, row, m.last_col + 1), unit))
        return;
    if (label->has_year && take_under(f, m, unit, year))
        return;
    if (year == 0)
        year = year_behind(f, row, view_next(&r->view, row, m.last_col + 1));
    for (uint32_t line = m.row; line <= m.last_row; line++) {
        bool below = take_line(f, line, m.last_col + 1, unit, year, false);

        take_line(f, line, m.last_col + 1, unit, year, true);
        if (below)
            line++;
    }
}

/* ２　交付対象事業経費（千円） alone in its row, or with its unit behind it. */
static bool heads_cost_years(const form *f, uint32_t row)
{
    reader *r = f->reader;
    const sheet_view *v = &r->view;
    uint32_t first = view_next(v, row, 0), next;
    text t, no, title;
    const header_word *w;

    if (first == UINT32_MAX || view_cell(v, row, first)->type != CELL_STRING)
        return false;
    next = view_next(v, row, view_range(v, row, first).last_col + 1);
    t = view_text(v, row, first);
    if (t.length > LABEL_BYTES ||
        (next != UINT32_MAX &&
         !text_ends(unit_plain(view_text(v, row, next)), "円")))
        return false;
    heading_read(t, &no, &title);
    if (text_starts(title, "【") && text_ends(title, "】"))
        glyph_bracketed(title, 0, &title);
    w = header_roles_find(r->roles, title, r->context_year);
    return w->exact && w->role == ROLE_COST && !w->has_year;
}

/* R4決算額（千円） | 従事職員数（人） over 73 | 2.8: no line of a year and its figure. */
static bool heads_columns(const form *f, uint32_t row, uint32_t first)
{
    uint32_t next = view_next(&f->reader->view, row, first + 1);

    return next != UINT32_MAX && cost_below(f->reader, row, first) &&
           stands_over(f, row, next) && !form_label(f, row, next)->exact;
}

uint32_t form_take_cost_years(form *f, uint32_t row, uint32_t last)
{
    reader *r = f->reader;
    const sheet_view *v = &r->view;
    uint32_t head = row, first;
    int year;

    if (!heads_cost_years(f, row))
        return row;
    while (row < last && (first = view_next(v, row + 1, 0)) != UINT32_MAX &&
           cost_words_said_year(r, view_text(v, row + 1, first), &year) !=
               MONEY_NONE &&
           !heads_columns(f, row + 1, first)) {
        text unit = form_cost_unit(f, ++row);
        bool below = take_line(f, row, first, unit, 0, false);

        take_line(f, row, first, unit, 0, true);
        row += below;
    }
    return row > head ? row + 1 : head;
}

/* A sum, or a cost by its own name, below the parts that begin at a row. */
static bool sum_follows(const form *f, uint32_t row)
{
    reader *r = f->reader;

    while (is_part(r, row))
        row++;
    return is_sum(r, row) ||
           form_label(f, row, view_next(&r->view, row, 0))->role == ROLE_COST;
}

bool form_take_cost_parts(form *f, uint32_t row)
{
    reader *r = f->reader;
    uint32_t first = view_next(&r->view, row, 0);

    if (f->cost_row != row || row == 0)
        return false;
    if (is_sum(r, row))
        form_take_costs(f, row, first);
    else if (!is_part(r, row) ||
             (f->project->cost_count == 0 && !sum_follows(f, row)))
        return false;
    f->cost_row = row + 1;
    return true;
}

bool form_is_cost_line(const form *f, uint32_t row)
{
    const sheet_view *v = &f->reader->view;
    const table_column *k = table_column_any(f->table, ROLE_KPI);
    uint32_t after = k == NULL ? 0 : view_next(v, row, k->col + 1);

    if (k == NULL || after > f->table->last_col ||
        !view_filled(v, row, k->col))
        return false;
    for (uint32_t c = f->table->col; c <= k->col; c++) {
        const header_word *w = form_label(f, row, c);

        text t = view_text(v, row, c);

        if ((w->exact && w->role == ROLE_COST) || text_starts(t, "うち") ||
            (w->exact && w->role == ROLE_IGNORED &&
             (c < k->col || text_ends(w->unit, "円"))) ||
            (c < k->col && (w->role == ROLE_COST || text_ends(t, "費") ||
                            text_find(t, "コスト", 0) != SIZE_MAX ||
                            text_find(t, "財源", 0) != SIZE_MAX)) ||
            (table_cost_part(t) && row > f->table->first_row &&
             form_is_cost_line(f, row - 1))) /* 国庫支出金 below 事業費 */
            return true;
    }
    return false;
}

void form_take_cost_column(form *f, const uint32_t *rows, size_t count)
{
    reader *r = f->reader;
    const table_column *year = table_column_any(f->table, ROLE_YEAR);
    const table_column *k = table_column_any(f->table, ROLE_COST);
    year_span span;

    for (size_t i = 0; year != NULL && k != NULL && i < count; i++)
        if (view_filled(&r->view, rows[i], k->col) &&
            fiscal_year_parse(&span, view_text(&r->view, rows[i], year->col),
                              r->context_year) &&
            span.from == 0 && !form_has_cost(f, span.to))
            form_add_cost(f, rows[i], k->col, span.to, k->unit);
}
