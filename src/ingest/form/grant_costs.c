/*
 * grant_costs.c - what a project costs: 事業費 of years, in forms
 *
 * Years stand beside the figures (２年度 | 67,055), above them (区分 | R3 | R4
 * over 事業費 | 35,210 | 36,044), or figures stand below a line of years.
 * Budgets (予算額) and parts (うち一般財源) are no costs.
 */
#include "ingest/form/grant_parts.h"

#include <string.h>

#include "ingest/header/unit_words.h"
#include "ingest/rows/rows_parts.h"
#include "wording/no_number.h"
#include "wording/number_text.h"

enum { YEAR_REACH = 8, FIGURE_BYTES = 60, UNIT_BYTES = 18 };

void form_add_cost(form *f, uint32_t row, uint32_t col, int fiscal_year,
                   text unit)
{
    reader *r = f->reader;
    cell_value v;

    cell_value_read(r, &v, row, col, unit, VALUE_RATE);
    if (rows_cost(r, f->project, &v, &unit, fiscal_year,
                  view_place(&r->view, row, col)))
        return;
    if (!f->cost_noted && v.has_value && r->plan->cost_unit[0] == '\0')
        reader_finding(r, "cost-unit-inferred", row, col, text_of(v.text),
                       reader_text(r, unit), NULL, NULL);
    f->cost_noted = f->cost_noted || v.has_value;
}

/* R1 | R2 | R3 in one line, and their figures below. */
static bool cost_below(reader *r, uint32_t row, uint32_t col)
{
    const cell *c = view_cell(&r->view, row + 1, col);
    uint32_t next = view_next(&r->view, row, col + 1);

    return c != NULL && c->type == CELL_NUMBER &&
           view_range(&r->view, row + 1, col).row == row + 1 &&
           (next == UINT32_MAX ||
            view_cell(&r->view, row, next)->type != CELL_NUMBER);
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

/* The year that stands above a column of costs, without a gap between. */
static const header_word *year_above(const form *f, uint32_t row,
                                     uint32_t col)
{
    const sheet_view *v = &f->reader->view;

    for (unsigned n = 0; n < YEAR_REACH && row-- > f->from; n++) {
        const header_word *w = form_label(f, row, col);

        if (view_next(v, row, 0) == UINT32_MAX)
            return NULL;
        if (view_filled(v, row, col) && w->has_year && w->years.to != 0 &&
            w->years.from == 0)
            return w;
    }
    return NULL;
}

/* 円, 千円: in a cell of the line, else on the heading above it. */
static text unit_of_line(const form *f, uint32_t row)
{
    const sheet_view *v = &f->reader->view;
    uint32_t above = row;

    for (uint32_t c = view_next(v, row, 0); c != UINT32_MAX;
         c = view_next(v, row, c + 1)) {
        text t = view_text(v, row, c);

        if (t.length <= UNIT_BYTES && text_ends(t, "円") &&
            view_cell(v, row, c)->type == CELL_STRING &&
            !form_label(f, row, c)->exact)
            return t;
    }
    for (unsigned n = 0; n < YEAR_REACH && above-- > f->from; n++) {
        uint32_t c = view_next(v, above, 0);
        text unit;

        if (c == UINT32_MAX)
            return text_of("");
        for (; c != UINT32_MAX; c = view_next(v, above, c + 1)) {
            unit = form_label(f, above, c)->unit;
            if (unit.length == 0 &&
                text_find(view_text(v, above, c), "単位", 0) != SIZE_MAX)
                unit = unit_plain(view_text(v, above, c));
            if (unit.length <= UNIT_BYTES && text_ends(unit, "円"))
                return unit;
        }
    }
    return text_of("");
}

static bool has_cost(const project *p, int fiscal_year)
{
    for (size_t i = 0; i < p->cost_count; i++)
        if (p->costs[i].fiscal_year == fiscal_year)
            return true;
    return false;
}

/* 事業費 | 35,210 | 36,044 below a line of years: those that are no budget,
 * one for each year. True when years stand there. */
static bool costs_below_years(form *f, uint32_t row, uint32_t col, text unit)
{
    const sheet_view *v = &f->reader->view;
    bool any = false;

    if (col == UINT32_MAX || form_label(f, row, col)->has_year)
        return false; /* years beside the figures */
    for (uint32_t c = view_next(v, row, col); c != UINT32_MAX;
         c = view_next(v, row, c + 1)) {
        const header_word *w = year_above(f, row, c);

        if (w == NULL || !is_figure(f->reader, row, c))
            continue;
        any = true;
        if (w->role != ROLE_IGNORED && !has_cost(f->project, w->years.to))
            form_add_cost(f, row, c, w->years.to, unit);
    }
    return any;
}

/* The year of a cell in front of a figure: ２年度, H27決算; of H28予算 too, whose
 * figure is none. */
static bool is_year_beside(const form *f, uint32_t row, uint32_t col,
                           year_span *out, bool *budget)
{
    reader *r = f->reader;
    const cell *at = view_cell(&r->view, row, col);
    const header_word *w;

    *budget = false;
    if (at == NULL || at->type != CELL_STRING)
        return false;
    if (fiscal_year_parse(out, view_text(&r->view, row, col),
                          r->context_year))
        return true;
    w = form_label(f, row, col);
    *out = w->years;
    *budget = w->role == ROLE_IGNORED;
    return w->exact && (w->role == ROLE_COST || *budget) && w->has_year &&
           w->years.to != 0 && w->years.from == 0;
}

/* ２年度 | 67,055, on each line that the label covers; H27決算 | 36,002 says its
 * year itself, unless the label in front of it has taken it already. */
void form_take_costs(form *f, uint32_t row, uint32_t col)
{
    reader *r = f->reader;
    merge_range m = view_range(&r->view, row, col);
    const header_word *own = form_label(f, row, col);
    text unit = own->unit;

    if (own->has_year && f->cost_row == row + 1)
        return;
    if (unit.length == 0)
        unit = unit_of_line(f, row);
    if (costs_below_years(f, row, view_next(&r->view, row, m.last_col + 1),
                          unit))
        return;
    for (uint32_t line = m.row; line <= m.last_row; line++) {
        year_span span = own->years.from == 0 ? own->years
                                              : (year_span){ 0 };
        bool skips = false;

        for (uint32_t c = view_next(&r->view, line, m.last_col + 1);
             c != UINT32_MAX; c = view_next(&r->view, line, c + 1)) {
            year_span one = { 0 };
            bool budget;
            uint32_t next;

            if (is_year_beside(f, line, c, &one, &budget)) {
                span = one;
                skips = budget;
                if (skips)
                    continue;
                next = view_next(&r->view, line, c + 1);
                if (cost_below(r, line, c)) {
                    form_add_cost(f, line + 1, c, one.to, unit);
                    continue;
                }
                /* a year whose cost is left empty */
                if (next == UINT32_MAX)
                    form_add_cost(f, line,
                                  view_range(&r->view, line, c).last_col + 1,
                                  span.to, unit);
                continue;
            }
            if (form_label(f, line, c)->exact || !is_figure(r, line, c))
                break;
            if (!skips)
                form_add_cost(f, line, c, span.to, unit);
        }
    }
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
                            text_find(t, "財源", 0) != SIZE_MAX)))
            return true;
    }
    return false;
}
