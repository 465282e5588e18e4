/*
 * cost_words.c - amounts of money and their years in one cell of words
 */
#include "ingest/rows/cost_words.h"

#include "wording/glyph.h"
#include "wording/no_number.h"
#include "wording/number_text.h"

enum { AMOUNT_BYTES = 120 };

money cost_words_year(const reader *r, text t, int *fiscal_year)
{
    const header_word *w;

    if (t.length == 0 || t.length > AMOUNT_BYTES)
        return MONEY_NONE;
    w = header_roles_find(r->roles, t, r->context_year);
    if (!w->exact || !w->has_year || w->years.to == 0 || w->years.from != 0)
        return MONEY_NONE;
    *fiscal_year = w->years.to;
    return w->role == ROLE_COST ? MONEY_COST
           : w->role == ROLE_IGNORED &&
                     text_find(t, "予算", 0) != SIZE_MAX
               ? MONEY_BUDGET
               : MONEY_NONE;
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

money cost_words_said_year(const reader *r, text t, int *fiscal_year)
{
    year_span span = { 0 };

    if (t.length > 0 && fiscal_year_may_begin(t, 0) &&
        fiscal_year_parse(&span, t, r->context_year) &&
        span.to != 0 && span.from == 0) {
        *fiscal_year = span.to;
        return MONEY_COST;
    }
    return cost_words_year(r, t, fiscal_year);
}

/* Cuts （令和２年度決算） off the end of 67,055千円; of what kind that is. */
static money cut_year(const reader *r, text *t, int *fiscal_year)
{
    size_t open = text_find(*t, "（", 0), at, next, end;
    money kind;

    if (open == SIZE_MAX)
        open = text_find(*t, "(", 0);
    if (open == SIZE_MAX || open == 0)
        return MONEY_NONE;
    at = glyph_back(*t, t->length);
    glyph_at(*t, open, &next);
    if (at < next || glyph_at(*t, at, &end) != GLYPH_CLOSE)
        return MONEY_NONE;
    kind = cost_words_said_year(r, text_trim(text_cut(*t, next, at)),
                                fiscal_year);
    if (kind != MONEY_NONE)
        *t = text_trim(text_cut(*t, 0, open));
    return kind;
}

/* Of R2：67,055千円、R3：81,801千円: no comma inside of a figure. */
static bool parts(text t, size_t at, size_t next)
{
    size_t behind;
    glyph_class c = glyph_at(t, at, &behind);

    return glyph_is_space(c) || c == GLYPH_COLON || c == GLYPH_SLASH ||
           (c == GLYPH_COMMA &&
            (glyph_class_before(t, at) != GLYPH_DIGIT ||
             glyph_at(t, next, &behind) != GLYPH_DIGIT));
}

void cost_words_init(cost_words *w, text t, int fiscal_year)
{
    *w = (cost_words){ .rest = t, .year = fiscal_year, .kind = MONEY_COST };
}

bool cost_words_next(reader *r, cost_words *w)
{
    if (w->rest.length > AMOUNT_BYTES)
        return false;
    for (size_t next; w->rest.length > 0;) {
        text one = text_trim(text_cut(w->rest, 0, glyph_piece_end(w->rest, &next,
                                                         parts)));
        money said = cost_words_said_year(r, one, &w->year);
        text behind = text_trim(text_from(w->rest, next));

        if (said != MONEY_NONE) {
            w->kind = said;
            w->rest = behind;
            continue;
        }
        said = cut_year(r, &one, &w->year);
        if (said != MONEY_NONE)
            w->kind = said;
        if (w->year == 0 || !read_amount(r, one, &w->amount))
            return false;
        w->of = w->year;
        w->year = 0;
        w->rest = behind;
        return true;
    }
    return false;
}
