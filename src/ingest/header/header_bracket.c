/*
 * header_bracket.c - what the bracket in a header says
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

unsigned header_bracket_index(role r, text key)
{
    size_t open = text_find(key, "(", 0);
    unsigned index = 0;
    text base;

    if ((r != ROLE_RATE && r != ROLE_GRADE && r != ROLE_KPI) ||
        open == SIZE_MAX || !text_ends(key, ")"))
        return 0;
    base = text_cut(key, open + 1, key.length - 1);
    for (unsigned i = 0; r == ROLE_KPI && i < HEADER_INDEX_LETTERS; i++)
        if (text_is(base, header_index_letters[i][0]) ||
            text_is(base, header_index_letters[i][1]))
            return i + 1;
    base = header_take_index(base, &index);
    return text_is(base, "指標") || text_is(base, "kpi") ||
                   text_is(base, "成果指標") || text_is(base, "活動指標")
               ? index : 0;
}

const header_synonym *header_bracket_indicator(const header_words *h, text key)
{
    size_t open = text_find(key, "(", 0);
    const header_synonym *s;

    if (open == SIZE_MAX || open == 0 || !text_ends(key, ")") ||
        text_ends(text_cut(key, 0, open), "値"))
        return NULL;
    s = header_lookup(h, text_cut(key, open + 1, key.length - 1));
    return s != NULL && s->role == ROLE_KPI ? s : NULL;
}

void header_by_bracket(const header_words *h, header_word *w, text key)
{
    static const char *const done[] = { "実績", "実績値" };
    size_t open = text_find(key, "(", 0);
    const header_synonym *s;

    while (text_ends(key, "名") || text_ends(key, "名称")) /* 施策（事業）名 */
        key = text_cut(key, 0, key.length -
                                   strlen(text_ends(key, "名") ? "名"
                                                               : "名称"));
    if (open == SIZE_MAX || open == 0 || !text_ends(key, ")") ||
        key.length > HEADER_BASE_BYTES)
        return;
    for (size_t i = w->role == ROLE_BUREAU ? open : 0; i < open; i++)
        if (ascii_is_digit(key.bytes[i]))
            return; /* 1.91倍（目標）, but ③所属（課） */
    s = header_lookup(h, text_cut(key, open + 1, key.length - 1));
    if (w->role == ROLE_BUREAU) { /* but 担当局（課） holds both */
        if (s != NULL && s->role == ROLE_DIVISION &&
            text_find(text_cut(key, 0, open), "局", 0) == SIZE_MAX &&
            (text_find(text_cut(key, 0, open), "部", 0) == SIZE_MAX ||
             text_find(text_cut(key, 0, open), "部署", 0) != SIZE_MAX))
            header_set_role(w, s, true);
        return;
    }
    if (s != NULL && role_is_level(s->role) &&
        header_counts(text_cut(key, 0, open)))
        return;
    if (s != NULL && (s->role == ROLE_TARGET || s->role == ROLE_PLANNED) &&
        text_ends_in(text_cut(key, 0, open), done, 2)) {
        w->role = ROLE_ACTUAL; /* 実績（目標） above 365（380）; 実績（見込） */
        w->exact = true;
        return;
    }
    if (s != NULL && (role_is_level(s->role) || s->role == ROLE_ACTUAL ||
                      s->role == ROLE_TARGET || s->role == ROLE_BASELINE ||
                      s->role == ROLE_PLANNED))
        header_set_role(w, s, true);
    else if (s != NULL && s->role == ROLE_KPI &&
             (w->role == ROLE_TARGET || w->role == ROLE_PROJECT))
        header_set_role(w, s, true); /* 成果目標（指標）, 取組（指標） */
    else if (s != NULL && s->role == ROLE_BASELINE_YEAR &&
             w->role == ROLE_ACTUAL)
        w->role = ROLE_BASELINE; /* 現況値（基準年度） */
}
