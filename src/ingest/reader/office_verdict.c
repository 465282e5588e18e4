/*
 * office_verdict.c - an office and what its project came to, in one cell
 */
#include "ingest/reader/office_verdict.h"

#include <string.h>

#include "ingest/header/department_words.h"
#include "ingest/header/office_name.h"
#include "ingest/reader/project_grade.h"
#include "wording/glyph.h"

enum { STATUS_BYTES = 60 };

/* A of 評価：A, and of A alone. */
static text said_of(text t)
{
    text behind;

    return glyph_colon(t, &behind) != SIZE_MAX &&
                   project_verdict(t).length > 0
               ? behind : t;
}

/* A grade, but no 1, which may count what is beside it; behind ※ or in 【】 a
 * status in any words that name no office, else one of the plain ones. */
static bool says(const reader *r, text t, bool marked)
{
    static const char *const plain[] = { "対象外", "調査中", "集計中", "評価なし" };
    static const char *const offices[] = { "課", "室", "局", "係", "部へ",
                                           "部に", "部と" };
    text grade = project_grade_alone(r, t);

    if (grade.length > 0)
        return !glyph_has_digit(grade) || project_verdict(t).length > 0;
    if (t.length > STATUS_BYTES || !project_status_like(r, t))
        return false;
    return marked ? !text_contains_one(t, offices,
                                       sizeof(offices) / sizeof(*offices))
                  : text_ends_in(t, plain, sizeof(plain) / sizeof(*plain));
}

/* 【A】 at either end: what stands in the brackets, and *rest outside them. */
static text in_brackets(text t, text *rest)
{
    size_t open = 0, end = t.length, at;

    if (text_starts(t, "【")) {
        end = text_find(t, "】", 0);
        *rest = end == SIZE_MAX ? text_of("")
                                : text_from(t, end + strlen("】"));
    } else if (text_ends(t, "】")) {
        for (at = 0; (at = text_find(t, "【", at)) != SIZE_MAX; at++)
            open = at;
        end -= strlen("】");
        *rest = text_cut(t, 0, open);
    }
    return end == t.length || rest->length == 0
               ? text_of("")
               : text_trim(text_cut(t, open + strlen("【"), end));
}

/* （A） at the end. */
static text in_round_brackets(text t, text *rest)
{
    return text_ends(t, "）") || text_ends(t, ")")
               ? office_in_brackets(t, rest) : text_of("");
}

/* What stands behind ※. */
static text behind_note(text t, text *rest)
{
    size_t at = text_find(t, "※", 0);

    if (at == SIZE_MAX)
        return text_of("");
    *rest = text_cut(t, 0, at);
    return text_trim(text_from(t, at + strlen("※")));
}

/* The last word, on a line of its own or behind a gap, where ○ might be a
 * mark of the office. */
static text last_word(text t, text *rest)
{
    size_t gap = t.length, next;
    text word;

    while (gap > 0 && !glyph_is_space(glyph_class_before(t, gap)))
        gap = glyph_back(t, gap);
    word = text_from(t, gap);
    *rest = text_cut(t, 0, gap);
    return gap > 0 && (t.bytes[gap - 1] == '\n' || word.length > strlen("○") ||
                       glyph_at(word, 0, &next) == GLYPH_LATIN)
               ? word : text_of("");
}

/* The first line. */
static text first_line(text t, text *rest)
{
    size_t end = text_find(t, "\n", 0);

    if (end == SIZE_MAX)
        return text_of("");
    *rest = text_from(t, end);
    return text_trim(text_cut(t, 0, end));
}

/* Most are an office and no more. */
static bool is_bare(text t)
{
    static const text ends[] = { TEXT_WORD("課"), TEXT_WORD("局"),
                                 TEXT_WORD("部"), TEXT_WORD("室"),
                                 TEXT_WORD("係") };

    return t.length == 0 ||
           (text_ending(t, ends, sizeof(ends) / sizeof(*ends)) > 0 &&
            !text_starts(t, "【") && memchr(t.bytes, '\n', t.length) == NULL);
}

text office_verdict(const reader *r, text *office)
{
    static const struct way {
        text (*take)(text t, text *rest);
        bool marked;
    } ways[] = { { in_brackets, true }, { behind_note, true },
                 { in_round_brackets, false }, { last_word, false },
                 { first_line, false } };
    text t = text_trim(*office);

    if (is_bare(t))
        return text_of("");
    for (size_t i = 0; i < sizeof(ways) / sizeof(*ways); i++) {
        text rest = text_of(""), said = ways[i].take(t, &rest);

        rest = text_trim(rest);
        if (said.length == 0 || !says(r, said, ways[i].marked) ||
            !department_like(rest))
            continue;
        *office = rest;
        return said_of(said);
    }
    return text_of("");
}
