/*
 * table_quotients.c - rates whose header is but the quotient of two marks
 *
 *     指標名 | 実績値(B) | 目標値(A) | (B)/(A)
 */
#include "ingest/table/table_parts.h"

#include <string.h>

#include "wording/glyph.h"

enum { QUOTIENT_BYTES = 48 };

/* A, Ｂ, ①, in brackets or not, at `at`: the mark, and what stands behind it;
 * 0 for other words. */
static uint32_t mark_at(text t, size_t *at)
{
    size_t next = glyph_skip(t, *at, true), behind;
    bool open = glyph_at(t, next, &behind) == GLYPH_OPEN;
    uint32_t mark;

    next = open ? glyph_skip(t, behind, true) : next;
    if (next >= t.length)
        return 0;
    mark = glyph_next(t, &next);
    if (mark >= 'a' && mark <= 'z')
        mark -= 'a' - 'A';
    if (!(mark >= 'A' && mark <= 'Z') && !(mark >= 0x2460 && mark <= 0x2473))
        return 0; /* neither a letter nor ① to ⑳ */
    next = glyph_skip(t, next, true);
    if (open && glyph_at(t, next, &behind) != GLYPH_CLOSE)
        return 0;
    *at = glyph_skip(t, open ? behind : next, true);
    return mark;
}

/* × or x 100, （％）: that the quotient is one of a hundred; nothing else. */
static bool is_percent(text t, size_t at)
{
    static const char *const parts[] = { "×", "x", "*", "100", "%", "(", ")",
                                         "（", "）" };

    while (at < t.length) {
        size_t n = glyph_any(t, at, parts, sizeof(parts) / sizeof(*parts));

        if (n == 0)
            return false;
        at = glyph_skip(t, at + n, true);
    }
    return true;
}

/* (B)/(A), Ｂ÷Ａ×100, （②／①）. */
static bool is_quotient(text t, uint32_t marks[2])
{
    size_t at = 0, next;
    text inner = t;

    if (t.length == 0 || t.length > QUOTIENT_BYTES)
        return false;
    marks[0] = mark_at(t, &at);
    if (marks[0] == 0 && glyph_at(t, 0, &at) == GLYPH_OPEN) {
        inner = text_from(t, at); /* one bracket around both */
        at = 0;
        marks[0] = mark_at(inner, &at);
    }
    if (marks[0] == 0 || at >= inner.length)
        return false;
    if (glyph_at(inner, at, &next) != GLYPH_SLASH) {
        size_t n = glyph_word(inner, at, "÷");

        if (n == 0)
            return false;
        next = at + n;
    }
    at = next;
    marks[1] = mark_at(inner, &at);
    return marks[1] != 0 && marks[1] != marks[0] && is_percent(inner, at);
}

/* 実績値(B), ②実績値, 実績値　Ｂ: a mark at either end of a header. */
static bool is_marked(const table_column *k, uint32_t mark)
{
    text t = text_trim(text_of(k->header));
    size_t at = 0, end = t.length;

    if (t.length == 0)
        return false;
    if (mark_at(t, &at) == mark)
        return true;
    at = glyph_back(t, end);
    if (glyph_class_before(t, end) == GLYPH_CLOSE && at > 0)
        at = glyph_back(t, at);
    return mark_at(t, &at) == mark;
}

/* Which figures a mark names; ROLE_NONE for none. */
static role marked_role(const deciding *d, uint32_t mark)
{
    for (size_t i = 0; i < d->count; i++)
        if (role_is_figure(d->columns[i].role) &&
            is_marked(&d->columns[i], mark))
            return d->columns[i].role;
    return ROLE_NONE;
}

static bool is_aim(role r)
{
    return r == ROLE_TARGET || r == ROLE_PLANNED;
}

void columns_quotients(deciding *d)
{
    for (size_t i = 0; i < d->count; i++) {
        table_column *k = &d->columns[i];
        const char *last = strrchr(k->header, '>');
        uint32_t marks[2];
        role over, under;

        if (k->role != ROLE_NONE ||
            !is_quotient(text_trim(text_of(last == NULL ? k->header
                                                        : last + 1)),
                         marks))
            continue;
        over = marked_role(d, marks[0]);
        under = marked_role(d, marks[1]);
        if ((over == ROLE_ACTUAL && is_aim(under)) ||
            (is_aim(over) && under == ROLE_ACTUAL)) { /* lower is better */
            k->role = ROLE_RATE;
            k->why = "content";
        }
    }
}
