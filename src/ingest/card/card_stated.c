/*
 * card_stated.c - cells that say all of an indicator, with labels of their own
 *
 *     評価指標 | ・来場者数¶　基準値：87人（R2）¶　目標値：130人（R6）¶　実績値：R3 91人、R4 95人
 *              | ・出店数¶　現状値：9店（R2） ／ 目標値：20店（R6） ／ R4実績値：12店（達成率 60%）
 *     評価指標 | KPI1　面積¶　策定時　9ha（R2） → R3実績　8ha、R4実績　7ha → 目標値　12ha（R6）
 *     評価指標 | 【指標】来場者数¶【目標】130人　【実績】95人
 *     達成状況 | 【指標】来場者数¶【目標】130人 | 【実績】95人¶【達成率】73％
 *
 * Each indicator is as good as one behind 指標名 whose figures have cells of
 * their own. A cell that says anything else is left as it is.
 */
#include "ingest/card/card_spot.h"

#include <string.h>

#include "ingest/form/grant_parts.h"
#include "wording/fiscal_year.h"
#include "wording/glyph.h"

enum { NAME_BYTES = 120, YEAR_BYTES = 60 };

typedef struct stated {
    card_scan *scan;
    const card_spot *label;
    merge_range at;   /* the cell that is read */
    bool look;        /* nothing is added yet */
    uint32_t last_row; /* of the last cell, once they were looked at */
    size_t count;     /* indicators so far */
    size_t all;       /* of all cells, once they were looked at */
    unsigned figures; /* of the last one */
    bool rated;       /* so is the last one, */
    text rate;        /* or any, behind these words */
    text word;        /* the last label that dates none of its figures */
    role role;
} stated;

static bool add(stated *d, role what, text label, text value)
{
    card_pair *p;

    if (d->look)
        return true;
    p = card_add_pair(d->scan, d->label);
    if (p == NULL)
        return false;
    p->role = what;
    p->known = p->filled = true;
    p->label_own = label;
    p->value = d->at;
    p->own = value;
    p->block = d->label->at.row + 1;
    p->block_lane = (uint32_t)d->count - 1;
    p->block_lanes = (uint32_t)d->all;
    return true;
}

static text without_colon(text t)
{
    size_t next;

    t = text_trim(t);
    return glyph_at(t, 0, &next) == GLYPH_COLON
               ? text_trim(text_from(t, next)) : t;
}

/* R3 91人: how long the year is that stands in front of a figure; 0 for none.
 */
static size_t year_in_front(const stated *d, text t)
{
    year_span span = { 0 };
    size_t next, end = fiscal_year_read_marked(
                     &span, t, 0, d->scan->reader->context_year);

    return end > 0 && end <= YEAR_BYTES && end < t.length && span.to != 0 &&
                   span.from == 0 &&
                   (glyph_is_space(glyph_at(t, end, &next)) ||
                    glyph_at(t, end, &next) == GLYPH_COLON)
               ? end : 0;
}

/* 目標値：130人, R4実績　7ha, 2022年度 実績値：66: what the label in front says; NONE
 * where none stands there. */
static role label_in_front(const stated *d, text t, text *label, text *value)
{
    header_roles *roles = d->scan->reader->roles;
    size_t at = 0, next = 0, close = text_starts(t, "【")
                                         ? text_find(t, "】", 0) : SIZE_MAX;

    if (close != SIZE_MAX && close <= CARD_LABEL_BYTES) { /* 【目標】130人 */
        const header_word *w;

        *label = text_cut(t, strlen("【"), close);
        *value = without_colon(text_from(t, close + strlen("】")));
        w = header_roles_find(roles, *label, d->scan->reader->context_year);
        return w->exact && (card_figure_label(w->role) ||
                            w->role == ROLE_RATE)
                   ? w->role : ROLE_NONE;
    }
    for (unsigned n = 0; at < t.length && at <= CARD_LABEL_BYTES; at = next) {
        glyph_class c = glyph_at(t, at, &next);
        const header_word *w;

        if (c != GLYPH_COLON && !glyph_is_space(c))
            continue;
        if (at == 0 || n++ > 1)
            break;
        *label = text_trim(text_cut(t, 0, at));
        *value = without_colon(text_from(t, at));
        w = header_roles_find(roles, *label, d->scan->reader->context_year);
        if (w->exact && (card_figure_label(w->role) || w->role == ROLE_RATE))
            return w->role;
        if (c == GLYPH_COLON)
            break;
    }
    return ROLE_NONE;
}

static bool begins_fact(const stated *d, text t)
{
    text label, value;

    return label_in_front(d, t, &label, &value) != ROLE_NONE ||
           (d->word.length > 0 && year_in_front(d, t) > 0);
}

/* Where a fact ends: at ／, →, 、 or a space in front of the next one. */
static size_t fact_end(const stated *d, text t, size_t *behind)
{
    size_t next = 0;

    for (size_t at = 0; at < t.length; at = next) {
        glyph_class c = glyph_at(t, at, &next);

        if ((c == GLYPH_SLASH || c == GLYPH_ARROW || c == GLYPH_COMMA ||
             glyph_is_space(c)) &&
            begins_fact(d, text_trim(text_from(t, next)))) {
            *behind = next;
            return at;
        }
    }
    *behind = t.length;
    return t.length;
}

/* 65（達成率 89.0%）: what stands in the bracket at the end is taken off. */
static bool take_rate(stated *d, text *value)
{
    size_t at = value->length, open;
    text label, rate;

    if (glyph_class_before(*value, at) != GLYPH_CLOSE)
        return true;
    while (at > 0 && glyph_class_before(*value, at) != GLYPH_OPEN)
        at = glyph_back(*value, at);
    if (at == 0)
        return true;
    open = glyph_back(*value, at);
    if (label_in_front(d,
                       text_cut(*value, at,
                                glyph_back(*value, value->length)),
                       &label, &rate) != ROLE_RATE)
        return true;
    *value = text_trim(text_cut(*value, 0, open));
    d->rated = true;
    d->rate = label;
    return add(d, ROLE_RATE, label, rate);
}

/* R3 91人 behind 実績値：is what R3実績値 says. */
static bool take_dated(stated *d, size_t year, text value)
{
    char *label = arena_printf(d->scan->memory, "%.*s%.*s", (int)year,
                               value.bytes, (int)d->word.length,
                               d->word.bytes);

    if (label == NULL)
        return false;
    value = without_colon(text_from(value, year));
    return take_rate(d, &value) && add(d, d->role, text_of(label), value);
}

/* A line of facts; false, and nothing more is taken, for any other. */
static bool take_facts(stated *d, text line, bool *ok)
{
    if (d->count == 0 || !begins_fact(d, line))
        return false;
    while (line.length > 0 && *ok) {
        size_t behind, year;
        text label, value;
        role what = label_in_front(d, line, &label, &value);

        if (what == ROLE_NONE) {
            value = line;
            year = year_in_front(d, line);
        } else {
            d->word = text_of("");
            year = what == ROLE_RATE ? 0 : year_in_front(d, value);
            if (year > 0) {
                d->word = label;
                d->role = what;
            }
        }
        if (what == ROLE_NONE && year == 0)
            return false;
        line = value;
        value = text_trim(text_cut(line, 0, fact_end(d, line, &behind)));
        line = text_trim(text_from(line, behind));
        d->figures += what != ROLE_BASELINE && what != ROLE_RATE;
        if (what == ROLE_RATE) {
            d->rated = true;
            d->rate = label;
        }
        *ok = year > 0 ? take_dated(d, year, value)
                       : take_rate(d, &value) && add(d, what, label, value);
    }
    return true;
}

/* ・来場者数, KPI1　来場者数, 指標名：来場者数, 【指標】来場者数: the name alone; empty for no
 * name. */
static text name_of(const stated *d, text line)
{
    const reader *r = d->scan->reader;
    text no, title = line, behind;
    heading_style style = heading_read(line, &no, &title);
    size_t colon;

    if (style == STYLE_BULLET || style == STYLE_CIRCLED)
        line = title;
    while (text_starts(line, "・"))
        line = text_trim(text_from(line, strlen("・")));
    title = form_caption_name(line);
    line = title.length > 0 ? title : line;
    colon = text_starts(line, "【") ? text_find(line, "】", 0) : SIZE_MAX;
    if (colon != SIZE_MAX &&
        header_roles_find(r->roles, text_cut(line, strlen("【"), colon),
                          r->context_year)->role == ROLE_KPI)
        line = text_trim(text_from(line, colon + strlen("】")));
    colon = glyph_colon(line, &behind);
    if (colon != SIZE_MAX &&
        header_roles_find(r->roles, text_trim(text_cut(line, 0, colon)),
                          r->context_year)->role == ROLE_KPI)
        line = behind;
    return line.length > NAME_BYTES || text_find(line, "。", 0) != SIZE_MAX ||
                   header_roles_find(r->roles, line, r->context_year)->exact
               ? text_of("") : line;
}

/* 【指標】来場者数 or 指標：来場者数 begins it, whatever stands in front. */
static bool names_itself(const reader *r, text line)
{
    text behind, word = line;
    size_t end;

    if (text_starts(line, "【")) {
        end = text_find(line, "】", 0);
        word = text_cut(line, strlen("【"), end == SIZE_MAX ? 0 : end);
    } else {
        end = glyph_colon(line, &behind);
        word = text_trim(text_cut(line, 0, end == SIZE_MAX ? 0 : end));
    }
    return word.length > 0 && word.length <= CARD_LABEL_BYTES &&
           header_roles_find(r->roles, word, r->context_year)->role ==
               ROLE_KPI;
}

/* A rate that only some have is none of the project's: the others have an
 * empty place for theirs. */
static bool end_one(stated *d)
{
    bool ok = true;

    if (!d->look && d->count > 0 && !d->rated && d->rate.length > 0) {
        ok = add(d, ROLE_RATE, d->rate, text_of(""));
        if (ok)
            d->scan->all.pairs[d->scan->all.pair_count - 1].filled = false;
    }
    d->rated = false;
    return ok;
}

/* What the pair of a name is called: 指標 where the label in front is no word
 * for indicators. */
static text label_words(const stated *d)
{
    const card_spot *p = d->label;

    return p->role != ROLE_KPI ? text_of("指標")
           : p->words.length > 0
               ? p->words : view_text(d->scan->view, p->at.row, p->at.col);
}

/* 【実績】95人¶【達成率】73％ in the cells behind it: more facts of the last
 * one. False: something else stands there. */
static bool take_behind(stated *d, merge_range at, bool *ok)
{
    const sheet_view *v = d->scan->view;
    uint32_t c = at.last_col;

    while (*ok && (c = view_next(v, at.row, c + 1)) <= d->scan->right) {
        text all = view_text(v, at.row, c);
        size_t next = 0;

        d->at = view_range(v, at.row, c);
        c = d->at.last_col;
        while (next < all.length && *ok) {
            text line = text_line(all, &next);

            if (line.length > 0 && !take_facts(d, line, ok))
                return false;
        }
    }
    return true;
}

static bool take_cell(stated *d, merge_range at, bool *ok)
{
    text all = view_text(d->scan->view, at.row, at.col);
    text words = label_words(d);
    size_t next = 0;

    d->at = at;
    while (next < all.length && *ok) {
        size_t from = next;
        text line = text_line(all, &next), name;

        if (line.length == 0 || (from > 0 && take_facts(d, line, ok)))
            continue;
        name = name_of(d, line);
        if (name.length == 0 || (from > 0 && d->figures == 0))
            return false;
        *ok = end_one(d);
        d->count++;
        d->figures = 0;
        d->word = text_of("");
        *ok = *ok && add(d, ROLE_KPI, words, name);
    }
    return take_behind(d, at, ok) && d->figures > 0;
}

/* The next cell that says some, the first in its row below the last one. */
static bool next_cell(const card_scan *s, merge_range *at)
{
    card_spot spots[CARD_SPOTS_MAX];

    if (card_gather(s, spots, at->last_row + 1) == 0 ||
        spots[0].at.col != at->col || spots[0].label || !spots[0].string ||
        text_find(view_text(s->view, spots[0].at.row, at->col), "\n", 0) ==
            SIZE_MAX)
        return false;
    *at = spots[0].at;
    return true;
}

/* All cells from the label's value on, as far as they say indicators; *at is
 * the last one. */
static bool take_cells(stated *d, merge_range *at, bool *ok)
{
    merge_range next = *at;

    d->count = d->figures = 0;
    if (!take_cell(d, *at, ok))
        return false;
    while (*ok && next_cell(d->scan, &next)) {
        size_t count = d->count;

        if ((!d->look && next.row > d->last_row) ||
            !take_cell(d, next, ok)) {
            d->count = count;
            break;
        }
        *at = next;
    }
    return true;
}

bool card_take_stated(card_scan *s, const card_spot *label,
                      const card_spot *value, bool *ok)
{
    stated d = { .scan = s, .label = label, .look = true,
                 .rate = text_of("") };
    merge_range at = value->at;

    if (!value->string ||
        text_find(view_text(s->view, at.row, at.col), "\n", 0) == SIZE_MAX ||
        (label->role != ROLE_KPI &&
         !names_itself(s->reader, view_text(s->view, at.row, at.col))) ||
        !take_cells(&d, &at, ok) || at.last_row < label->at.last_row)
        return false; /* one is told in another way */
    d.all = d.count;
    d.look = false;
    d.last_row = at.row;
    s->block_end = at.last_row + 1;
    at = value->at;
    take_cells(&d, &at, ok);
    *ok = *ok && end_one(&d);
    return true;
}
