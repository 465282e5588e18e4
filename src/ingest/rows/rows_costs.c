/*
 * rows_costs.c - 事業費 among the lines of indicators: what a project costs; and
 * the unit of costs that stands above a table
 *
 *     事業名   | 項目   | 単位 | 計画・実績 | R3   | R4
 *     がん検診 | 事業費 | 千円 | 計画       | 4400 | 8100
 *              |        |      | 実績       | 3689 | 7268
 *              | 受診率 | ％   | 計画       | 26.3 | 29.8
 *
 * Its actuals are costs; its plan is a budget, which is not kept. 予算額 tells
 * the cost of years that nothing else tells. Where it is the project's only
 * indicator, or has a baseline to be judged by (－ is none, where its target
 * is no figure either), it is one.
 */
#include "ingest/rows/rows_parts.h"

#include <string.h>

#include "ingest/rows/cost_words.h"
#include "wording/fold.h"
#include "wording/glyph.h"

enum { COST_LINE_BYTES = 42, UNIT_ROWS = 6, UNIT_LINE_BYTES = 150 };

/* ---- Their unit above the table ---------------------------------------- */

static const char *const units[] = { "百万円", "千円", "万円", "億円", "円" };

/* ■事業費（決算額・千円）: the last of several words in a bracket. */
static text unit_at_close(text t)
{
    if (!glyph_may_close(t) ||
        glyph_class_before(t, t.length) != GLYPH_CLOSE)
        return text_of("");
    t = text_trim(text_cut(t, 0, glyph_back(t, t.length)));
    for (size_t i = 0; i < sizeof(units) / sizeof(*units); i++)
        if (text_ends(t, units[i])) {
            size_t at = t.length - strlen(units[i]);
            glyph_class c = at == 0 ? GLYPH_END : glyph_class_before(t, at);

            return c == GLYPH_COMMA || c == GLYPH_SLASH || c == GLYPH_SPACE
                       ? text_from(t, at) : text_of("");
        }
    return text_of("");
}

text rows_unit_in(text t)
{
    static const char *const words[] = { "単位", "事業費", "決算", "予算",
                                         "金額", "経費" };
    text rest, found = text_of("");
    size_t at;

    if (t.length > UNIT_LINE_BYTES || text_find(t, "円", 0) == SIZE_MAX ||
        !text_contains_one(t, words, sizeof(words) / sizeof(*words)))
        return found;
    found = unit_at_close(t);
    while ((at = glyph_colon(t, &rest)) != SIZE_MAX && found.length == 0) {
        for (size_t i = 0; i < sizeof(units) / sizeof(*units); i++)
            if (found.length == 0 && text_starts(rest, units[i]))
                found = text_cut(rest, 0, strlen(units[i]));
        t = rest;
    }
    return found;
}

text rows_cost_unit(reader *r, const table *t)
{
    const sheet_view *v = &r->view;
    text found = text_of("");

    if (r->cost_unit_of == t->top + 1)
        return text_of(r->cost_unit);
    for (uint32_t row = t->top, n = 0;
         row-- > 0 && n < UNIT_ROWS && found.length == 0; n++)
        for (uint32_t c = view_next(v, row, 0);
             c != UINT32_MAX && found.length == 0;
             c = view_next(v, row, c + 1))
            if (view_cell(v, row, c)->type == CELL_STRING)
                found = rows_unit_in(view_text(v, row, c));
    r->cost_unit_of = t->top + 1;
    r->cost_unit = reader_text(r, found);
    return text_of(r->cost_unit);
}

/* ---- Among the indicators ---------------------------------------------- */

typedef enum cost_line { COST_NONE, COST_SPENT, COST_BUDGET } cost_line;

static cost_line cost_of(const rows_reader *w, const kpi *k)
{
    const header_word *word;

    if (!text_ends(text_of(k->unit), "円") || k->group != 0 ||
        k->baseline.value.known ||
        (k->baseline.present && k->target.value.known))
        return COST_NONE;
    word = header_roles_find(w->reader->roles, text_of(k->name),
                             w->reader->context_year);
    if (!word->exact)
        return COST_NONE;
    return word->role == ROLE_COST ? COST_SPENT
           : word->role == ROLE_IGNORED && strstr(k->name, "予算") != NULL
               ? COST_BUDGET : COST_NONE;
}

static bool is_told(const project *p, int year)
{
    for (size_t i = 0; i < p->cost_count; i++)
        if (p->costs[i].fiscal_year == year)
            return true;
    return false;
}

static void note(rows_reader *w, const kpi *k)
{
    finding *f;

    if (w->costs_noted)
        return;
    w->costs_noted = true;
    f = finding_add(&w->reader->data->findings, "cost-among-indicators",
                    w->reader->source, k->where, k->name,
                    (const char *)NULL);
    w->reader->failed = w->reader->failed || f == NULL;
}

static void take(rows_reader *w, project *p, const kpi *k, cost_line line)
{
    note(w, k);
    for (size_t i = 0; i < k->actual_count; i++) {
        const actual *a = &k->actuals[i];
        cell_value v = { .has_value = a->value.known, .value = a->value.value,
                         .text = a->text };
        text unit = text_of(k->unit);

        if ((a->value.known || a->text[0] != '\0') &&
            (line == COST_SPENT || !is_told(p, a->fiscal_year)))
            rows_cost(w->reader, p, &v, &unit, a->fiscal_year, a->where);
    }
}

void rows_costs(rows_reader *w, project_span *span, project *p)
{
    size_t costs = 0, kept = 0;

    if (span->kpi_count < 2)
        return;
    for (size_t i = 0; i < span->kpi_count; i++)
        costs += cost_of(w, &span->kpis[i]) != COST_NONE;
    if (costs == 0 || costs == span->kpi_count)
        return;
    for (cost_line line = COST_SPENT; line <= COST_BUDGET; line++)
        for (size_t i = 0; i < span->kpi_count; i++)
            if (cost_of(w, &span->kpis[i]) == line)
                take(w, p, &span->kpis[i], line);
    for (size_t i = 0; i < span->kpi_count; i++)
        if (cost_of(w, &span->kpis[i]) == COST_NONE)
            span->kpis[kept++] = span->kpis[i];
    span->kpi_count = kept;
    w->kpis -= costs;
}

/* ---- Lines of an indicator's rows: 予算額, 決算額 ----------------------- */

static cost_line line_at(const rows_reader *w, text t)
{
    bool spent = text_find(t, "決算", 0) != SIZE_MAX, is_line;
    arena_mark mark = arena_get_mark(w->reader->memory);
    text key;

    if (t.length > COST_LINE_BYTES ||
        (!spent && text_find(t, "予算", 0) == SIZE_MAX))
        return COST_NONE;
    is_line = fold_key(w->reader->memory, &key, t) &&
              table_line_role(key) == ROLE_COST;
    arena_rewind(w->reader->memory, mark);
    return !is_line ? COST_NONE : spent ? COST_SPENT : COST_BUDGET;
}

/* In the line's own bracket, the column of units, or above the table. */
static text unit_of_line(const rows_reader *w, uint32_t row, text line)
{
    reader *r = w->reader;
    const table_column *k = table_column_any(w->table, ROLE_UNIT);
    text unit = header_roles_find(r->roles, line, r->context_year)->unit;

    if (unit.length == 0 && k != NULL) {
        merge_range m = view_range(&r->view, row, k->col);

        unit = view_text(&r->view, m.row, m.col);
    }
    return text_ends(unit, "円") ? unit : rows_cost_unit(r, w->table);
}

/* A cost of a year that nothing told; a unit that none says is noted once a
 * table. */
static void keep(rows_reader *w, project *p, const cell_value *v,
                 uint32_t row, uint32_t col, text unit, int year, text label)
{
    reader *r = w->reader;

    if (!v->present || is_told(p, year) ||
        rows_cost(r, p, v, &unit, year, view_place(&r->view, row, col)) ||
        r->cost_noted == w->table->bottom + 1)
        return;
    r->cost_noted = w->table->bottom + 1;
    reader_finding(r, "cost-unit-inferred", row, col, label,
                   reader_text(r, unit), NULL, NULL);
}

static void take_cell(rows_reader *w, project *p, uint32_t row, uint32_t col,
                      text unit, int year, text label)
{
    cell_value v;

    cell_value_read(w->reader, &v, row, col, unit, VALUE_RATE);
    keep(w, p, &v, row, col, unit, year, label);
}

static void take_line(rows_reader *w, project *p, uint32_t row, text line)
{
    text unit = unit_of_line(w, row, line);

    for (size_t i = 0; i < w->table->count; i++) {
        const table_column *c = &w->table->columns[i];

        if (c->role == ROLE_ACTUAL && c->years.to != 0)
            take_cell(w, p, row, c->col, unit, c->years.to, line);
    }
}

void rows_cost_lines(rows_reader *w, const project_span *span, project *p)
{
    const table_column *k = table_may_have(w->table, ROLE_LINE)
                                ? table_column_any(w->table, ROLE_LINE)
                                : NULL;

    if (k == NULL || w->table->line_count > 0)
        return;
    for (cost_line what = COST_SPENT; what <= COST_BUDGET; what++)
        for (size_t n = span->first; n <= span->last; n++) {
            uint32_t row = w->segment->rows[n];
            text t = view_text(&w->reader->view, row, k->col);

            if (t.length > 0 && line_at(w, t) == what)
                take_line(w, p, row, t);
        }
}

/* ---- A year's beside its figures: 年度 | 実績 | 決算額 ------------------- */

/* R4 alone in the column of years. */
static int year_at(const rows_reader *w, uint32_t row, uint32_t col)
{
    reader *r = w->reader;
    text t = view_text(&r->view, row, col);
    year_span span;
    size_t whole;

    if (text_to_size(t, &whole) && whole >= 1990 && whole <= 2100)
        return (int)whole;
    return fiscal_year_parse(&span, t, r->context_year) && span.from == 0
               ? span.to : 0;
}

bool rows_year_costs(rows_reader *w, const project_span *span, project *p,
                     const table_column *k)
{
    const sheet_view *v = &w->reader->view;
    const table_column *year = table_may_have(w->table, ROLE_YEAR)
                                   ? table_column_any(w->table, ROLE_YEAR)
                                   : NULL;
    text unit = k->unit;
    bool found = false;

    if (year == NULL || k->years.to != 0)
        return false;
    if (unit.length == 0)
        unit = rows_cost_unit(w->reader, w->table);
    for (size_t n = span->first; n <= span->last; n++) {
        uint32_t row = w->segment->rows[n];
        merge_range m = view_range(v, row, k->col);
        int of;

        if (m.last_row > m.row || !view_filled(v, row, k->col) ||
            (of = year_at(w, row, year->col)) == 0)
            continue; /* one for all years, or for none */
        take_cell(w, p, row, k->col, unit, of, text_of(k->header));
        found = true;
    }
    return found;
}

/* ---- Years in the cell itself ------------------------------------------ */

bool rows_stated_costs(rows_reader *w, project *p, const table_column *k,
                       uint32_t row)
{
    reader *r = w->reader;
    const cell *c = view_cell(&r->view, row, k->col);
    text t = view_text(&r->view, row, k->col), unit = k->unit;
    size_t count = 0;
    cost_words words;

    if (c == NULL || c->type != CELL_STRING || k->years.to != 0)
        return false;
    cost_words_init(&words, t, 0);
    while (cost_words_next(r, &words))
        count++;
    if (count == 0 || words.rest.length > 0)
        return false;
    if (unit.length == 0)
        unit = rows_cost_unit(r, w->table);
    for (money wanted = MONEY_COST; wanted <= MONEY_BUDGET; wanted++) {
        cost_words_init(&words, t, 0);
        while (cost_words_next(r, &words))
            if (words.kind == wanted)
                keep(w, p, &words.amount, row, k->col, unit, words.of,
                     text_of(k->header));
    }
    return true;
}
