/*
 * grant_amounts.c - costs whose year, amount and label share a cell
 *
 *     【R2事業費】67,055千円
 *     （３）事業費：67,055千円（令和２年度決算）
 *     事業費（千円） | R2決算額　67,055 | R3予算額　81,801
 *     事業費         | R2：67,055千円、R3：81,801千円
 */
#include "ingest/form/grant_parts.h"

#include "ingest/header/unit_words.h"
#include "wording/glyph.h"
#include "wording/no_number.h"
#include "wording/number_text.h"

enum { AMOUNT_BYTES = 120 };

form_money form_money_year(const form *f, text t, int *fiscal_year)
{
    const header_word *w;

    if (t.length == 0 || t.length > AMOUNT_BYTES)
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

form_money form_said_year(const form *f, text t, int *fiscal_year)
{
    year_span span = { 0 };

    if (t.length > 0 && fiscal_year_may_begin(t, 0) &&
        fiscal_year_parse(&span, t, f->reader->context_year) &&
        span.to != 0 && span.from == 0) {
        *fiscal_year = span.to;
        return FORM_COST;
    }
    return form_money_year(f, t, fiscal_year);
}

/* Cuts （令和２年度決算） off the end of 67,055千円; of what kind that is. */
static form_money cut_year(const form *f, text *t, int *fiscal_year)
{
    size_t open = text_find(*t, "（", 0), at, next, end;
    form_money kind;

    if (open == SIZE_MAX)
        open = text_find(*t, "(", 0);
    if (open == SIZE_MAX || open == 0)
        return FORM_NO_MONEY;
    at = glyph_back(*t, t->length);
    glyph_at(*t, open, &next);
    if (at < next || glyph_at(*t, at, &end) != GLYPH_CLOSE)
        return FORM_NO_MONEY;
    kind = form_said_year(f, text_trim(text_cut(*t, next, at)), fiscal_year);
    if (kind != FORM_NO_MONEY)
        *t = text_trim(text_cut(*t, 0, open));
    return kind;
}

/* Where the next of R2：67,055千円、R3：81,801千円 ends: no comma inside of a
 * figure, and no bracket. */
static size_t piece_end(text t, size_t *next)
{
    unsigned depth = 0;

    for (size_t at = 0; at < t.length; at = *next) {
        glyph_class c = glyph_at(t, at, next);
        size_t behind;

        if (c == GLYPH_OPEN)
            depth++;
        else if (c == GLYPH_CLOSE && depth > 0)
            depth--;
        if (depth > 0 || at == 0)
            continue;
        if (glyph_is_space(c) || c == GLYPH_COLON || c == GLYPH_SLASH ||
            (c == GLYPH_COMMA &&
             glyph_at(t, *next, &behind) != GLYPH_DIGIT))
            return at;
    }
    *next = t.length;
    return t.length;
}

bool form_costs_stated(form *f, uint32_t row, uint32_t col, int fiscal_year,
                       text t, text unit, form_money wanted)
{
    form_money kind = FORM_COST;
    int year = fiscal_year;
    bool any = false;

    if (t.length > AMOUNT_BYTES)
        return false;
    for (size_t next; t.length > 0; t = text_trim(text_from(t, next))) {
        text one = text_trim(text_cut(t, 0, piece_end(t, &next)));
        form_money said = form_said_year(f, one, &year);
        cell_value v;

        if (said != FORM_NO_MONEY) {
            kind = said;
            continue;
        }
        said = cut_year(f, &one, &year);
        if (said != FORM_NO_MONEY)
            kind = said;
        if (year == 0 || !read_amount(f->reader, one, &v))
            return any;
        any = true;
        if (kind == wanted && !form_has_cost(f, year))
            form_keep_cost(f, row, col, &v, year, unit);
        year = 0;
    }
    return any;
}

bool form_take_cost_words(form *f, const header_word *label, uint32_t row,
                          uint32_t col, text t)
{
    int year = label->has_year ? label->years.to : f->reader->stated_year;

    return form_costs_stated(f, row, col, year, t, label->unit, FORM_COST);
}
