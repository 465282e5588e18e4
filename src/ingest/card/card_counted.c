/*
 * card_counted.c - cards that a word with their number begins: 項目1, 票2
 */
#include "ingest/card/card_parts.h"
#include "ingest/card/card_spot.h"

#include "wording/glyph.h"

/* 票1 | 植えた本数, No.1 | 朝市の開催, whose word says nothing but the card's number,
 * or 1-1 | 朝市の開催 in front of the labels of a line. */
static bool is_numbered(const card_scan *s, const card_pair *p)
{
    text t = card_label_text(s->view, p);
    size_t next;

    if (p->role == ROLE_NO
            ? glyph_at(card_value_text(s->view, p), 0, &next) == GLYPH_DIGIT
            : p->known || p->role != ROLE_NONE)
        return false;
    return p->filled && t.length > 0 &&
           ((glyph_class_before(t, t.length) == GLYPH_DIGIT &&
             glyph_at(t, 0, &next) != GLYPH_DIGIT) ||
            (p->role == ROLE_NONE && card_numbers_name(s, p->label.row)));
}

/* 政策：にぎわいのあるまち in one cell, above all cards. */
static bool heads_sheet(const card_pair *p)
{
    return role_is_level(p->role) && p->role != ROLE_PROJECT &&
           p->own.length > 0;
}

const card_pair *card_counted_key(const card_scan *s)
{
    const card_pair *pairs = s->all.pairs, *key;
    size_t times = 0, first = 0;
    bool named = true;

    while (first < s->all.pair_count && heads_sheet(&pairs[first]))
        first++;
    key = &pairs[first];
    for (size_t i = first; i < s->all.pair_count; i++) {
        const card_pair *p = &pairs[i];
        merge_range at = p->label;

        if (i > first && !card_same_label(s, p, key)) {
            named = named || (p->role == ROLE_KPI && p->filled);
            continue;
        }
        if (!named || at.col != key->label.col ||
            view_next(s->view, at.row, 0) != at.col ||
            !(is_numbered(s, p) ||
              (p->role == ROLE_NAME && p->filled && p->known &&
               card_word(s, at.row, at.col)->index != 0)))
            return NULL;
        named = false;
        times++;
    }
    return named && times > 1 ? key : NULL;
}

void card_tell_counted(const card_scan *s, card *c)
{
    card_pair *first = c->pairs;
    bool named = false, owned = false;

    if (c->pair_count < CARD_PAIRS_MIN || !first->filled)
        return;
    if ((first->role == ROLE_NO || first->role == ROLE_NAME ||
         is_numbered(s, first)) &&
        card_take_said_level(s, first))
        return;
    if (!is_numbered(s, first))
        return;
    for (size_t i = 1; i < c->pair_count; i++) {
        role r = c->pairs[i].role;

        named = named || r == ROLE_KPI || r == ROLE_NAME;
        owned = owned || r == ROLE_PROJECT;
    }
    if (named == owned)
        return;
    first->role = named ? ROLE_PROJECT : ROLE_KPI;
    first->known = true;
    first->label_own = text_of(named ? "事業名" : "指標名");
}
