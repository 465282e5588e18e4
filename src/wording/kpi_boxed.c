/*
 * kpi_boxed.c - figures that stand in brackets of their own
 */
#include "wording/kpi_boxed.h"

#include <string.h>

#include "wording/glyph.h"

static const char *const opens[] = { "【", "［", "[", "〔", "「", "『", "《", "〈" };
static const char *const closes[] = { "】", "］", "]", "〕", "」", "』", "》", "〉" };

enum { KINDS = sizeof(opens) / sizeof(*opens) };

/* 】⇒【 at the arrow, with blanks or without. */
static bool is_between(text t, size_t arrow, size_t behind)
{
    size_t end = arrow;

    while (end > 0 && glyph_class_before(t, end) == GLYPH_SPACE)
        end = glyph_back(t, end);
    behind = glyph_skip(t, behind, false);
    return text_ends_in(text_cut(t, 0, end), closes, KINDS) &&
           glyph_any(t, behind, opens, KINDS) > 0;
}

/* 【548g（R2）→480g以下（R12）】 around both, the first behind a name. */
static bool is_around(text t, size_t arrow)
{
    for (size_t i = 0; i < KINDS; i++) {
        size_t open = text_find(t, opens[i], 0);
        size_t close = open == SIZE_MAX ? open : text_find(t, closes[i], open);

        if (open != SIZE_MAX && open > 0 && open < arrow &&
            close != SIZE_MAX && close > arrow &&
            glyph_has_digit(text_cut(t, open, arrow)))
            return true;
    }
    return false;
}

static bool is_boxed(text t)
{
    size_t next;

    for (size_t at = 0; at < t.length; at = next)
        if (glyph_at(t, at, &next) == GLYPH_ARROW &&
            (is_between(t, at, next) || is_around(t, at)))
            return true;
    return false;
}

bool kpi_boxed_open(arena *a, text *cell)
{
    bool may = false;
    char *made;

    for (size_t i = 0; i < KINDS && !may; i++)
        may = text_find(*cell, closes[i], 0) != SIZE_MAX;
    if (!may || !is_boxed(*cell))
        return true;
    made = arena_alloc(a, cell->length + 1);
    if (made == NULL)
        return false;
    memcpy(made, cell->bytes, cell->length);
    made[cell->length] = '\0';
    for (size_t i = 0; i < KINDS; i++) {
        size_t open = text_find(*cell, opens[i], 0);

        for (; open != SIZE_MAX; open = text_find(*cell, opens[i], open + 1)) {
            size_t close = text_find(*cell, closes[i], open);

            if (close == SIZE_MAX ||
                !glyph_has_digit(text_cut(*cell, open, close)))
                continue;
            memset(made + open, ' ', strlen(opens[i]));
            memset(made + close, ' ', strlen(closes[i]));
        }
    }
    *cell = text_cut((text){ made, cell->length }, 0, cell->length);
    return true;
}
