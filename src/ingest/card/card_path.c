/*
 * card_path.c - the levels of a card's project in one cell
 *
 *     位置付け | 基本目標１　しごとをつくる ＞ 施策1-1　創業の促進
 *     体系     | しごとのある町 ／ 林業の成長
 *
 * Each becomes a pair of its own: with the label that a level says itself, else
 * with the one that its place tells.
 */
#include "ingest/card/card_spot.h"

#include "ingest/form/grant_parts.h"
#include "ingest/header/level_number.h"

enum { PLACE_BYTES = 120 }; /* a title, and no sentence */

/* The level that a line says, with its label: 施策：3-1 健康, or 施策3-1　健康; NONE for
 * other words. */
static role level_of(const card_scan *s, text line, text *label, text *value)
{
    const form look = { .reader = s->reader };
    const header_word *w = form_pair_in(&look, line, label, value);
    text no;

    if (w == NULL) {
        w = level_number_read(s->reader->roles, s->reader->context_year, line,
                              &no, value);
        if (w == NULL)
            return ROLE_NONE;
        *label = text_trim(text_cut(line, 0, (size_t)(no.bytes - line.bytes)));
        *value = text_from(line, (size_t)(no.bytes - line.bytes));
    }
    return role_is_level(w->role) && value->length > 0 ? w->role : ROLE_NONE;
}

bool card_take_levels(card_scan *s, card_pair *pair)
{
    bool own = pair->own.length > 0; /* the label is in front of it */
    text all = own ? pair->own
                   : view_text(s->view, pair->value.row, pair->value.col);
    text label, value;
    size_t first = text_find(all, "\n", 0), at = own ? first + 1 : 0;
    card_pair model = *pair;

    if (first == SIZE_MAX || !role_is_level(pair->role))
        return true;
    while (at < all.length)
        if (level_of(s, text_line(all, &at), &label, &value) == ROLE_NONE)
            return true; /* its value goes on */
    at = 0;
    value = text_line(all, &at);
    if (own)
        pair->own = value;
    else
        pair->role = level_of(s, value, &pair->label_own, &pair->own);
    while (at < all.length) {
        card_pair *p = arena_push(s->memory, (void **)&s->all.pairs,
                                  &s->all.pair_count, &s->all.pair_capacity,
                                  sizeof(*p));

        if (p == NULL)
            return false;
        *p = model;
        p->role = level_of(s, text_line(all, &at), &p->label_own, &p->own);
    }
    return true;
}

/* 基本目標 of 基本目標１　…: the label that a part of a path has in it. */
static bool path_part(const card_scan *s, text part, card_pair *out)
{
    text no, title;
    const header_word *w;

    if (!heading_has_word(heading_read(part, &no, &title)) ||
        no.length == 0 || title.length == 0 ||
        text_find(title, "。", 0) != SIZE_MAX)
        return false;
    out->label_own = text_trim(text_cut(part, 0,
                                        (size_t)(no.bytes - part.bytes)));
    out->own = part;
    w = header_roles_find(s->reader->roles, out->label_own,
                          s->reader->context_year);
    out->role = w->role;
    return w->exact && role_is_level(w->role) && w->role != ROLE_PROJECT;
}

/* ① 港の振興 below 基本目標１　…: no word says its level, but its number does that it
 * is the next one. */
static bool is_below(card_pair *out, role above, text t)
{
    static const struct { role above, below; const char *label; } levels[] = {
        { ROLE_GOAL, ROLE_THEME, "テーマ" },
        { ROLE_THEME, ROLE_MEASURE, "施策" },
        { ROLE_PART, ROLE_MEASURE, "施策" }
    };
    size_t n = 0, count = sizeof(levels) / sizeof(*levels);
    heading_style style;
    text no, title;

    while (n < count && levels[n].above != above)
        n++;
    style = heading_read(t, &no, &title);
    if (n == count || heading_has_word(style) || title.length == 0 ||
        !(heading_is_numbered(style) || style == STYLE_KANA ||
          style == STYLE_DEEP_NUMBER) ||
        text_find(title, "。", 0) != SIZE_MAX)
        return false;
    out->role = levels[n].below;
    out->label_own = text_of(levels[n].label);
    out->own = t;
    return true;
}

/* The level that a part says itself, or that its number says below the last
 * one. */
static bool take_part(const card_scan *s, text t, card_pair *part)
{
    return path_part(s, t, part) || is_below(part, part->role, t);
}

bool card_is_path(const card_scan *s, text t)
{
    text before = text_of("");
    card_pair part = { .role = ROLE_NONE };
    size_t next;

    if (heading_path_end(t, 0, &next) == t.length)
        return false;
    for (size_t at = 0; at < t.length; at = next) {
        text own = text_cut(t, at, heading_path_end(t, at, &next));

        if (!take_part(s, text_trim(own), &part) ||
            text_equal(part.label_own, before))
            return false; /* several of a kind, or words */
        before = part.label_own;
    }
    return true;
}

/* 位置付け | 港の振興, all in one cell: a level's title. */
static bool is_place(const card_scan *s, const card_pair *pair, text t)
{
    static const char *const ends[] = { "位置付け", "位置づけ" };

    return text_ends_in(card_label_text(s->view, pair), ends,
                        sizeof(ends) / sizeof(*ends)) &&
           pair->value.row == pair->label.row &&
           pair->value.last_row == pair->label.last_row &&
           t.length <= PLACE_BYTES && form_is_phrase(t);
}

/* 位置付け | ③ 港の振興: one level, of which no word says that it is a theme, but a
 * mark does, or what it stands beside. */
static void take_unnamed(const card_scan *s, card_pair *pair, text t)
{
    text no, title;

    if (pair->known || pair->role != ROLE_NONE ||
        ((heading_read(t, &no, &title) != STYLE_CIRCLED ||
          title.length == 0) && !is_place(s, pair, t)))
        return;
    pair->role = ROLE_THEME;
    pair->label_own = text_of("テーマ");
}

/* 体系 | しごとのある町 ／ 林業の成長: levels that no word tells. False: no memory. */
static bool take_unworded(card_scan *s, text t, bool *done)
{
    static const struct { const char *label; role role; } levels[] = {
        { "基本目標", ROLE_GOAL }, { "テーマ", ROLE_THEME },
        { "パート", ROLE_PART }, { "施策", ROLE_MEASURE }
    };
    size_t last = s->all.pair_count - 1;
    card_pair part = s->all.pairs[last];
    form_path path;

    *done = (part.known ? form_names_place(card_label_text(s->view, &part))
                        : part.role == ROLE_NONE) &&
            form_path_read(&path, t, true);
    for (size_t i = 0; *done && i < path.count; i++) {
        /* of three the last is the measure */
        size_t level = i == 2 && path.count == 3 ? 3 : i;

        part.role = levels[level].role;
        part.label_own = text_of(levels[level].label);
        part.own = path.parts[i];
        part.known = part.role != ROLE_THEME; /* that is said */
        if (i > 0 && arena_push(s->memory, (void **)&s->all.pairs,
                                &s->all.pair_count, &s->all.pair_capacity,
                                sizeof(part)) == NULL)
            return false;
        s->all.pairs[i == 0 ? last : s->all.pair_count - 1] = part;
    }
    return true;
}

bool card_take_path(card_scan *s)
{
    bool done;
    size_t last = s->all.pair_count - 1, next;
    card_pair part = s->all.pairs[last];
    text t = card_value_text(s->view, &part);

    if (!card_is_path(s, t)) {
        if (!take_unworded(s, t, &done))
            return false;
        if (!done && !part.known && part.role == ROLE_NONE &&
            path_part(s, t, &part)) {
            part.known = true;
            s->all.pairs[last] = part;
        } else if (!done) {
            take_unnamed(s, &s->all.pairs[last], t);
        }
        return true;
    }
    part.known = true;
    for (size_t at = 0; at < t.length; at = next) {
        text own = text_cut(t, at, heading_path_end(t, at, &next));

        take_part(s, text_trim(own), &part);
        if (at > 0 && arena_push(s->memory, (void **)&s->all.pairs,
                                 &s->all.pair_count, &s->all.pair_capacity,
                                 sizeof(part)) == NULL)
            return false;
        s->all.pairs[at == 0 ? last : s->all.pair_count - 1] = part;
    }
    return true;
}

bool card_says_level(const card_scan *s, text t)
{
    card_pair part;

    return path_part(s, t, &part);
}

bool card_take_said_level(const card_scan *s, card_pair *pair)
{
    card_pair part = *pair;

    if (!path_part(s, card_value_text(s->view, pair), &part))
        return false;
    part.known = true;
    *pair = part;
    return true;
}

/* Ⅰ　緑のまち above ① 山の手入れ; ① above ② are two of one level. A level that is said
 * in the cell itself becomes that of the pair. */
static bool numbered_otherwise(const card_scan *s, card_pair *above, text t)
{
    text value = card_value_text(s->view, above), no, title;
    heading_style style;

    if (above->own.length > 0 || path_part(s, value, above))
        return true;
    style = heading_read(value, &no, &title);
    return style != STYLE_NONE && style != STYLE_BULLET &&
           style != heading_read(t, &no, &title);
}

bool card_take_next_level(card_scan *s, const card_spot *p, bool *ok)
{
    const card_pair *above = s->all.pair_count == 0
                                 ? NULL
                                 : &s->all.pairs[s->all.pair_count - 1];
    card_pair last, part, *to;
    text t = view_text(s->view, p->at.row, p->at.col);

    if (above == NULL || !above->known || !above->filled ||
        !role_is_level(above->role) ||
        above->value.col != p->at.col ||
        above->value.last_row + 1 != p->at.row)
        return false;
    part = last = *above;
    if (!numbered_otherwise(s, &last, t))
        return false;
    part.role = last.role;
    if (!take_part(s, t, &part) || text_equal(part.label_own, last.label_own))
        return false;
    s->all.pairs[s->all.pair_count - 1] = last;
    part.value = p->at;
    to = arena_push(s->memory, (void **)&s->all.pairs, &s->all.pair_count,
                    &s->all.pair_capacity, sizeof(part));
    *ok = to != NULL;
    if (*ok)
        *to = part;
    return true;
}
