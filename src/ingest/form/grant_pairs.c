/*
 * grant_pairs.c - a label and its value in one cell
 *
 *     事業名：創業支援　担当課：商工課 | 【期間】R1～R3年度
 */
#include "ingest/form/grant_parts.h"

#include "ingest/reader/note_words.h"
#include "ingest/table/asked_label.h"
#include "wording/glyph.h"

enum { ROW_BYTES = 300, ONE_LETTER = 3 };

bool form_in_brackets(text t)
{
    size_t next;

    return glyph_at(t, 0, &next) == GLYPH_OPEN;
}

/* 【所管】経済局, （事業名）朝市の開催: a label in brackets, and its value without a
 * colon; （１）, （ア） is a number. */
bool form_bracket_pair(text t, text *label, text *value)
{
    size_t open = 0, at, next;
    uint32_t close;

    if (!form_in_brackets(t))
        return false;
    close = glyph_partner(glyph_next(t, &open));
    for (at = next = open; at < t.length; at = next)
        if (glyph_next(t, &next) == close)
            break;
    if (at >= t.length || glyph_colon(t, value) == next)
        return false;
    *label = text_trim(text_cut(t, open, at));
    *value = text_trim(text_from(t, next));
    return value->length > 0 && label->length > ONE_LETTER &&
           glyph_has_letter(*label);
}

const header_word *form_pair_in(const form *f, text t, text *label,
                                text *value)
{
    size_t at;
    const header_word *w;

    if (form_bracket_pair(t, label, value)) {
        at = label->length;
    } else {
        at = glyph_colon(t, value);
        *label = text_trim(text_cut(t, 0, at == SIZE_MAX ? 0 : at));
    }
    if (at == SIZE_MAX || at == 0 || at > 60 || glyph_leaves_open(*label))
        return NULL; /* 事業一覧（単位：千円） is no pair */
    while (text_starts(*label, "■") || text_starts(*label, "●") ||
           text_starts(*label, "○") || text_starts(*label, "◆"))
        *label = text_trim(text_from(*label, strlen("■")));
    w = header_roles_find(f->reader->roles, *label, f->reader->context_year);
    if (!w->exact || value->length == 0 ||
        (role_is_level(w->role) && answer_alone(*value)) || /* 重点事業：有 */
        ((w->role == ROLE_GRADE || w->role == ROLE_STATUS) &&
         note_explains_grades(*value)))
        return NULL; /* 【評価】Ａ：達成　Ｂ：遅れ says what grades mean */
    return form_knows(w->role) ||
                   (w->role == ROLE_RATE && form_says_grade(f, *label, *value))
               ? w : NULL;
}

const header_word *form_pair(const form *f, uint32_t row, uint32_t col,
                             text *label, text *value)
{
    return form_pair_in(f, view_text(&f->reader->view, row, col), label, value);
}

text form_cut_pair(const form *f, text *value)
{
    text label, behind;

    if (glyph_colon(*value, &behind) == SIZE_MAX &&
        text_find(*value, "【", 0) == SIZE_MAX &&
        text_find(*value, "〔", 0) == SIZE_MAX)
        return text_of("");
    for (size_t at = 0, next; at < value->length; at = next) {
        glyph_class c = glyph_at(*value, at, &next);

        if ((glyph_is_space(c) || c == GLYPH_CLOSE) &&
            form_pair_in(f, text_from(*value, next), &label, &behind) !=
                NULL &&
            text_find(label, "\n", 0) == SIZE_MAX) { /* it stands on a line */
            behind = text_trim(text_from(*value, next));
            *value = text_trim(text_cut(*value, 0, next));
            return behind;
        }
    }
    return text_of("");
}

bool form_row_pairs(const form *f, uint32_t row, uint64_t *roles)
{
    const sheet_view *v = &f->reader->view;
    unsigned pairs = 0;

    *roles = 0;
    for (uint32_t c = view_next(v, row, 0); c != UINT32_MAX;
         c = view_next(v, row, c + 1)) {
        text rest = view_text(v, row, c), one, label, value;

        if (rest.length > ROW_BYTES)
            return false;
        while ((one = rest).length > 0) {
            const header_word *w;

            rest = form_cut_pair(f, &one);
            w = form_pair_in(f, one, &label, &value);
            if (w == NULL)
                return false;
            *roles |= (uint64_t)1 << w->role;
            pairs++;
        }
    }
    return pairs > 1;
}
