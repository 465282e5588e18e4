/*
 * card_year_list.c - a label of several years, and a figure for each
 *
 *     H27／H28実績     | 142 ／ 305
 *     実績（H27・H28） | － ／ 305
 *
 * Each year is as good as a label of its own (H27実績) with its figure. Where
 * the figures are not as many as the years, the pair is left as it is.
 */
#include "ingest/card/card_spot.h"

#include "wording/fiscal_year.h"
#include "wording/glyph.h"
#include "wording/no_number.h"
#include "wording/number_text.h"

enum { YEARS_MOST = 6 };

/* No comma, which figures have too. */
static bool is_mark(text t, size_t at, size_t *next)
{
    glyph_class c = glyph_at(t, at, next);

    return c == GLYPH_SLASH || c == GLYPH_ARROW || c == GLYPH_BREAK ||
           glyph_word(t, at, "・") > 0;
}

static bool are_marks(text t)
{
    size_t next;

    t = text_trim(t);
    for (size_t at = 0; at < t.length; at = next)
        if (!is_mark(t, at, &next))
            return false;
    return t.length > 0;
}

/* The years of a label that marks part, and what stands around all of them;
 * 0 for any other label. */
static size_t read_years(const card_scan *s, text label, text *years,
                         text *front, text *behind)
{
    size_t count = 0, at = 0, start, end;
    year_span span;

    while (fiscal_year_find(&span, &start, &end, text_from(label, at),
                            s->reader->context_year)) {
        if (count == YEARS_MOST || span.from != 0 ||
            (count > 0 &&
             !are_marks(text_cut(label, at, at + start))))
            return 0;
        if (count == 0)
            *front = text_cut(label, 0, start);
        years[count++] = text_cut(label, at + start, at + end);
        at += end;
    }
    *behind = text_from(label, at);
    return count > 1 ? count : 0;
}

/* A figure for each year, or why there is none. */
static bool read_figures(const card_scan *s, text all, text *out,
                         size_t count)
{
    size_t from = 0, n = 0, next;
    figure f;

    for (size_t at = 0; at <= all.length; at = next) {
        text one;

        if (at < all.length && !is_mark(all, at, &next))
            continue;
        if (at == all.length)
            next = at + 1;
        one = text_trim(text_cut(all, from, at));
        from = next;
        if (n == count || one.length == 0 ||
            (!number_text_parse(s->memory, &f, one) &&
             no_number_state(one) == STATE_TEXT))
            return false;
        out[n++] = one;
    }
    return n == count;
}

bool card_part_years(card_scan *s)
{
    size_t last = s->all.pair_count - 1, count;
    card_pair model = s->all.pairs[last];
    text years[YEARS_MOST], figures[YEARS_MOST], front, behind;

    if (model.role != ROLE_NONE && model.role != ROLE_ACTUAL &&
        model.role != ROLE_PLANNED && model.role != ROLE_TARGET)
        return true;
    count = read_years(s, card_label_text(s->view, &model), years, &front,
                       &behind);
    if (count == 0 || !read_figures(s, card_value_text(s->view, &model),
                                    figures, count))
        return true;
    for (size_t i = 0; i < count; i++) {
        char *label = arena_printf(s->memory, "%.*s%.*s%.*s",
                                   (int)front.length, front.bytes,
                                   (int)years[i].length, years[i].bytes,
                                   (int)behind.length, behind.bytes);
        const header_word *w;

        if (label == NULL ||
            (i > 0 && arena_push(s->memory, (void **)&s->all.pairs,
                                 &s->all.pair_count, &s->all.pair_capacity,
                                 sizeof(model)) == NULL))
            return false;
        w = header_roles_find(s->reader->roles, text_of(label),
                              s->reader->context_year);
        if (i == 0 && (!w->exact || !card_figure_label(w->role)))
            return true;
        model.role = w->role;
        model.known = model.filled = true;
        model.label_own = text_of(label);
        model.own = figures[i];
        s->all.pairs[i == 0 ? last : s->all.pair_count - 1] = model;
    }
    return true;
}
