/*
 * form_repeats.c - is a line of a form that of another one again?
 */
#include "ingest/form/form_repeats.h"

#include "ingest/header/department_words.h"
#include "ingest/reader/department.h"
#include "wording/glyph.h"

bool form_value_below(const form *f, uint32_t row, uint32_t col)
{
    uint32_t value_row, value_col;

    return form_value_of(f, row, col, &value_row, &value_col) &&
           value_row > row;
}

/* Behind spaces and, where asked, digits or ① to ⑳ that stand at `at`. */
static size_t skip_aside(text t, size_t at, bool numbers)
{
    size_t next = at;

    while (at < t.length) {
        glyph_class c = glyph_at(t, at, &next);

        if (!glyph_is_space(c) &&
            !(numbers && (c == GLYPH_DIGIT ||
                          glyph_circled(text_from(t, at)) > 0)))
            return at;
        at = next;
    }
    return at;
}

static bool same_words(text a, text b, bool but_numbers)
{
    size_t i = 0, j = 0;

    for (;;) {
        uint32_t x = 0, y = 0;

        i = skip_aside(a, i, but_numbers);
        j = skip_aside(b, j, but_numbers);
        if (i < a.length)
            x = glyph_next(a, &i);
        if (j < b.length)
            y = glyph_next(b, &j);
        if (x != y)
            return false;
        if (x == 0)
            return true;
    }
}

/* 個別票 No.1, 個別票 No.2; 事業①, 事業② */
bool form_same_but_numbers(text a, text b)
{
    return same_words(a, b, true);
}

/* 事業名, 事 業 名: spaces for looks, as another clerk typed them. */
bool form_same_label(text a, text b)
{
    return same_words(a, b, false);
}

bool form_same_level(text a, text b)
{
    text one, other, no;

    return form_same_label(a, b) ||
           (form_level_number(a, &one, &no) &&
            form_level_number(b, &other, &no) && form_same_label(one, other));
}

/* 取組1　公園の整備, 取組2　街路の整備: the same word with a number and a name. */
static bool both_head(const form *f, text one, text other)
{
    text no, title;

    if (form_heads_project(f->reader, one, &no, &title) == ROLE_NONE)
        return false;
    one = text_cut(one, 0, (size_t)(no.bytes - one.bytes));
    return form_heads_project(f->reader, other, &no, &title) != ROLE_NONE &&
           text_equal(one, text_cut(other, 0,
                                    (size_t)(no.bytes - other.bytes)));
}

/* 保健福祉部　健康課, （福祉部　健康課）, 所管：健康課 */
static bool is_office(text t)
{
    text inner;

    if (department_of_line(t).length > 0)
        return true;
    return department_like(glyph_bracketed(t, 0, &inner) ? inner : t);
}

/* 作成者：林, 作成者：木村: the same words in front of a colon. */
static bool same_pair(text one, text other)
{
    text rest;
    size_t at = glyph_colon(one, &rest), there = glyph_colon(other, &rest);

    return at != SIZE_MAX && there != SIZE_MAX && at > 0 &&
           text_equal(text_trim(text_cut(one, 0, at)),
                      text_trim(text_cut(other, 0, there)));
}

/* 木村（主幹） below 作成者, and another name below it in the next form. */
static bool same_label_above(const form *f, uint32_t a, uint32_t left,
                             uint32_t b, uint32_t right)
{
    const sheet_view *v = &f->reader->view;

    return a > 0 && b > 0 && view_next(v, a - 1, 0) == left &&
           view_next(v, b - 1, 0) == right &&
           form_label(f, a - 1, left)->exact &&
           form_same_label(view_text(v, a - 1, left), view_text(v, b - 1, right)) &&
           form_value_below(f, a - 1, left) && form_value_below(f, b - 1, right);
}

/* Are rows a and b the same line of two forms: a label again, or a title? The
 * columns of the second form are `moved` to the right. */
bool form_repeats_line(const form *f, uint32_t a, uint32_t b, uint32_t moved)
{
    const sheet_view *v = &f->reader->view;
    uint32_t left = view_next(v, a, 0), right = view_next(v, b, 0);
    text one, other, no, rest;
    heading_style style;
    const header_word *w;

    if (left == UINT32_MAX || right == UINT32_MAX)
        return left == right;
    if (left + moved != right)
        return false;
    one = view_text(v, a, left);
    other = view_text(v, b, right);
    if (form_label(f, a, left)->exact || form_label(f, b, right)->exact)
        return form_same_level(one, other) ||
               (form_label(f, a, left)->index != 0 && /* 整理番号3 */
                form_same_but_numbers(one, other));
    w = form_pair(f, a, left, &no, &rest);
    if (w != NULL) /* 基本目標：… */
        return form_pair(f, b, right, &no, &rest) == w;
    style = heading_read(one, &no, &rest);
    if (is_office(one) && is_office(other))
        return true; /* 保健福祉部　健康課 above the labels of each */
    return form_same_but_numbers(one, other) || both_head(f, one, other) ||
           (style != STYLE_NONE && style == heading_read(other, &no, &rest)) ||
           (form_is_cover(one) && form_is_cover(other)) ||
           same_pair(one, other) || same_label_above(f, a, left, b, right);
}
