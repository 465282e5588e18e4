/*
 * header_bracket.c - what the bracket in a year's header says
 */
#include "ingest/header/header_bracket.h"

#include "ingest/header/header_marks.h"

#include <string.h>

/* 100組（目標）, 【基準】100組: more digits than those of 5年目, 第2期. */
static bool counts_things(text key)
{
    for (size_t i = 0; i < key.length; i++)
        if (ascii_is_digit(key.bytes[i]) &&
            !(i + 1 < key.length && ascii_is_digit(key.bytes[i + 1])) &&
            !text_starts(text_from(key, i + 1), "年目") &&
            !text_starts(text_from(key, i + 1), "期"))
            return true;
    return false;
}

const header_synonym *header_bracket_figure(const header_words *h, text key)
{
    static const char *const joints[] = { "・", ",", "、", "/", ":" };
    size_t open = text_find(key, "[", 0), close;
    const header_synonym *s;
    text inner;

    if (open == SIZE_MAX)
        open = text_find(key, "(", 0);
    if (open == SIZE_MAX || counts_things(text_cut(key, 0, open)))
        return NULL;
    close = text_find(key, key.bytes[open] == '[' ? "]" : ")", open);
    if (close == SIZE_MAX || counts_things(text_from(key, close)))
        return NULL;
    inner = text_cut(key, open + 1, close);
    for (size_t i = 0; i < sizeof(joints) / sizeof(*joints); i++) {
        size_t size = strlen(joints[i]);

        if (text_starts(inner, joints[i]))
            inner = text_from(inner, size);
        else if (text_ends(inner, joints[i]))
            inner = text_cut(inner, 0, inner.length - size);
    }
    s = header_lookup(h, inner);
    return s != NULL && role_is_figure(s->role) ? s : NULL;
}

unsigned header_bracket_index(text key)
{
    size_t open = text_find(key, "(", 0);
    unsigned index = 0;
    text base;

    if (open == SIZE_MAX || !text_ends(key, ")"))
        return 0;
    base = header_take_index(text_cut(key, open + 1, key.length - 1), &index);
    return text_is(base, "指標") || text_is(base, "kpi") ||
                   text_is(base, "成果指標") || text_is(base, "活動指標")
               ? index : 0;
}
