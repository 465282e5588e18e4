/*
 * header_pair.c - a header that names baseline and target: 基準値／目標値
 */
#include "ingest/header/header_pair.h"

#include "wording/glyph.h"

bool header_may_pair(text typed)
{
    static const char *const bases[] = { "基準", "現状", "現況", "当初",
                                         "策定時", "初期値", "開始時" };

    return text_find(typed, "目標", 0) != SIZE_MAX &&
           text_contains_one(typed, bases, sizeof(bases) / sizeof(*bases));
}

/* Behind the bracket that opens in front of `at`; SIZE_MAX: it stays open. */
static size_t behind_bracket(text t, size_t at)
{
    size_t depth = 1, next;

    for (; at < t.length; at = next) {
        glyph_class c = glyph_at(t, at, &next);

        if (c == GLYPH_OPEN)
            depth++;
        else if (c == GLYPH_CLOSE && --depth == 0)
            return next;
    }
    return SIZE_MAX;
}

bool header_next_pair(text parts[2], text typed, size_t *at)
{
    typed = text_trim(typed);
    while (*at < typed.length) {
        size_t start = *at, end, next;
        glyph_class c = glyph_at(typed, start, &next);

        *at = next;
        if (c != GLYPH_SLASH && c != GLYPH_OPEN && !glyph_is_space(c) &&
            glyph_word(typed, start, "・") == 0)
            continue;
        end = typed.length;
        if (c == GLYPH_OPEN) {
            end = behind_bracket(typed, next);
            if (end == SIZE_MAX)
                return false;
            *at = end; /* what it holds is no part */
            if (end < typed.length)
                continue;
            end = glyph_back(typed, end);
        }
        parts[0] = text_trim(text_cut(typed, 0, start));
        parts[1] = text_trim(text_cut(typed, next, end));
        return true;
    }
    return false;
}
