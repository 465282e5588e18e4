/*
 * header_unit.c - the unit that a header names in brackets: 目標値（人）
 */
#include "ingest/header/header_unit.h"

#include <string.h>

#include "ingest/header/unit_words.h"
#include "wording/fold.h"
#include "wording/glyph.h"

/* 千円 of 令和５年度・千円, 決算額・千円: the year, or what the money is, stands in
 * the same bracket. */
static text behind_year(text inner)
{
    static const char *const ends[] = { "年度", "年", "決算", "年度末",
                                        "決算額", "予算", "予算額", "実績額" };
    size_t at = text_find(inner, "・", 0);

    return at != SIZE_MAX && text_ends_in(text_trim(text_cut(inner, 0, at)),
                                          ends, sizeof(ends) / sizeof(*ends))
               ? text_trim(text_from(inner, at + strlen("・"))) : inner;
}

static void take(arena *a, const header_words *words, text *unit, text typed)
{
    text inner, key;

    if (!fold_width(a, &inner, NULL, text_trim(typed)))
        return;
    if (text_starts(inner, "単位:"))
        inner = text_trim(text_from(inner, strlen("単位:")));
    else if (text_starts(inner, "単位"))
        inner = text_trim(text_from(inner, strlen("単位")));
    inner = behind_year(inner);
    /* 実績（A）: a letter that a formula refers to, no ampere */
    if (fold_key(a, &key, inner) &&
        (key.length > 1 || (unsigned char)key.bytes[0] >= 0x80 ||
         !(key.bytes[0] >= 'a' && key.bytes[0] <= 'e')) &&
        unit_word(a, inner) && !unit_is_period(key) &&
        header_lookup(words, key) == NULL)
        *unit = inner;
}

void header_find_unit(arena *a, const header_words *words, text *unit,
                      text typed)
{
    size_t open = 0, next;

    for (size_t at = 0; at < typed.length; at = next) {
        uint32_t c;

        next = at;
        c = glyph_next(typed, &next);
        if (c == '(' && open == 0) {
            open = next;
        } else if (c == ')' && open != 0) {
            take(a, words, unit, text_cut(typed, open, at));
            open = 0;
        }
    }
}
