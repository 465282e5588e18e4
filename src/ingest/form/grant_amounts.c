/*
 * grant_amounts.c - costs whose year, amount and label share a cell
 *
 *     【R2事業費】67,055千円
 *     （３）事業費：67,055千円（令和２年度決算）
 *     事業費（千円） | R2決算額　67,055 | R3予算額　81,801
 */
#include "ingest/form/grant_parts.h"

#include "ingest/header/unit_words.h"
#include "ingest/rows/rows_parts.h"
#include "wording/glyph.h"
#include "wording/no_number.h"
#include "wording/number_text.h"

enum { AMOUNT_BYTES = 120 };

form_money form_money_year(const form *f, text t, int *fiscal_year)
{
    const header_word *w;

    if (t.length > AMOUNT_BYTES)
        return FORM_NO_MONEY;
    w = header_roles_find(f->reader->roles, t, f->reader->context_year);
    if (!w->exact || !w->has_year || w->years.to == 0 || w->years.from != 0)
        return FORM_NO_MONEY;
    *fiscal_year = w->years.to;
    return w->role == ROLE_COST ? FORM_COST
           : w->role == ROLE_IGNORED &&
                     text_find(t, "予算", 0) != SIZE_MAX
               ? FORM_BUDGET
               : FORM_NO_MONEY;
}

/* An amount, or why there is none. */
static bool read_amount(reader *r, text t, cell_value *v)
{
    figure one;

    *v = (cell_value){ .present = true, .text = reader_text(r, t) };
    if (number_text_parse(r->memory, &one, t)) {
        v->has_value = true;
        v->value = one.value;
        v->unit = one.unit;
        return one.unit.length == 0 || text_ends(one.unit, "円");
    }
    v->state = no_number_state(t);
    return t.length > 0 && v->state != STATE_TEXT;
}

/* Cuts （令和２年度決算） off the end of 67,055千円. */
static text cut_year(const form *f, text t, int *fiscal_year)
{
    year_span years = { 0 };
    size_t open = text_find(t, "（", 0), at, next, start, end;
    text inner;

    if (open == SIZE_MAX)
        open = text_find(t, "(", 0);
    if (open == SIZE_MAX || open == 0)
        return t;
    at = glyph_back(t, t.length);
    glyph_at(t, open, &next);
    if (at < next || glyph_at(t, at, &start) != GLYPH_CLOSE)
        return t;
    inner = text_trim(text_cut(t, next, at));
    if (!fiscal_year_find(&years, &start, &end, inner,
                          f->reader->context_year) ||
        start != 0 || years.to == 0 || years.from != 0 ||
        text_find(inner, "予算", 0) != SIZE_MAX)
        return t;
    *fiscal_year = years.to;
    return text_trim(text_cut(t, 0, open));
}

bool form_take_cost_words(form *f, const header_word *label, uint32_t row,
                          uint32_t col, text t)
{
    reader *r = f->reader;
    int year = label->has_year ? label->years.to : r->stated_year;
    text unit = label->unit;
    cell_value v;

    if (t.length > AMOUNT_BYTES ||
        !read_amount(r, cut_year(f, t, &year), &v) || year == 0)
        return false;
    form_keep_cost(f, row, col, &v, year, unit);
    return true;
}

form_money form_money_stated(form *f, uint32_t row, uint32_t col,
                             int *fiscal_year, cell_value *v)
{
    text t = view_text(&f->reader->view, row, col);
    form_money kind;

    if (t.length > AMOUNT_BYTES)
        return FORM_NO_MONEY;
    for (size_t at = 0, next; at < t.length; at = next) {
        glyph_class c = glyph_at(t, at, &next);

        if (!glyph_is_space(c) && c != GLYPH_COLON)
            continue;
        kind = form_money_year(f, text_trim(text_cut(t, 0, at)), fiscal_year);
        if (kind != FORM_NO_MONEY)
            return read_amount(f->reader, text_trim(text_from(t, next)), v)
                       ? kind : FORM_NO_MONEY;
    }
    return FORM_NO_MONEY;
}
