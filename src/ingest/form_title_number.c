/*
 * form_title_number.c - the number in a cell of its own in front of a form's
 * title
 */
#include "ingest/form_title_number.h"

#include <string.h>

#include "ingest/form/grant_parts.h"
#include "ingest/table/asked_label.h"
#include "wording/glyph.h"

enum { NUMBER_BYTES = 24 };

const header_word *form_title_word(const reader *r, uint32_t row, uint32_t col)
{
    const header_word *w;

    if (!table_may_be_word(&r->view, r->roles, row, col, r->context_year))
        return NULL;
    w = asked_label(&r->view, reader_word(r, row, col), row, col);
    return w->exact ? w : NULL;
}

text form_title_number(text t)
{
    static const char *const words[] = { "No", "NO", "no", "Ｎｏ", "№", "番号",
                                         "票", "カード", "シート" };
    static const char *const joints[] = { ".", "．", ":", "：" };
    size_t at = t.length;
    text front;

    while (at > 0 && glyph_class_before(t, at) == GLYPH_DIGIT)
        at = glyph_back(t, at);
    front = text_trim(text_cut(t, 0, at));
    for (size_t i = 0; i < sizeof(joints) / sizeof(*joints); i++)
        if (text_ends(front, joints[i])) {
            front.length -= strlen(joints[i]);
            break;
        }
    return text_ends_in(text_trim(front), words,
                        sizeof(words) / sizeof(*words))
               ? text_from(t, at) : text_of("");
}

bool form_title_may_number(text t)
{
    return t.length > 0 && t.length <= NUMBER_BYTES &&
           (glyph_may_close(t) || (unsigned char)t.bytes[0] == 0xE2 ||
            glyph_class_before(t, t.length) == GLYPH_DIGIT);
}

/* No.1, 1-1 or 【事業１】 alone, as in front of a name. */
static bool is_number(const reader *r, uint32_t row, uint32_t col)
{
    static const char name[] = " 名";
    text t = view_text(&r->view, row, col), no, title;
    char words[NUMBER_BYTES + sizeof(name)];

    if (!form_title_may_number(t))
        return false;
    memcpy(words, t.bytes, t.length);
    memcpy(words + t.length, name, sizeof(name));
    if (heading_number_alone(t).length > 0)
        return true; /* Ⅱ-1 */
    return (heading_is_numbered(heading_read(text_of(words), &no, &title)) ||
            form_heads_project(r, text_of(words), &no, &title) ==
                ROLE_PROJECT) &&
           text_is(title, name + 1);
}

uint32_t form_title_behind(reader *r, uint32_t row, uint32_t col)
{
    const form look = { .reader = r };
    const sheet_view *v = &r->view;

    while (col != UINT32_MAX) {
        const header_word *w = form_title_word(r, row, col);
        uint32_t value = view_next(v, row,
                                   view_range(v, row, col).last_col + 1);

        if (w == NULL || !form_knows(w->role) || value == UINT32_MAX ||
            form_label(&look, row, value)->exact)
            break;
        col = view_next(v, row, view_range(v, row, value).last_col + 1);
    }
    return col;
}

/* カードNo.1 | 朝市の開催 | Ｃ: but for the verdict 事業番号１ would be a label, as such
 * words are, with the name beside it. */
static bool numbers_judged(const reader *r, const titled *t, uint32_t behind)
{
    return form_title_number(view_text(&r->view, t->row, t->left)).length > 0 &&
           (form_title_word(r, t->row, t->left) == NULL ||
            (behind != UINT32_MAX && form_title_verdict(r, t->row, behind)));
}

void form_title_take_number(reader *r, titled *t)
{
    const sheet_view *v = &r->view;
    uint32_t name = view_next(v, t->row, t->left + 1), behind;
    text no = view_text(v, t->row, t->left);

    if (name == UINT32_MAX || no.length > NUMBER_BYTES)
        return;
    behind = view_next(v, t->row, view_range(v, t->row, name).last_col + 1);
    if (view_range(v, t->row, name).last_row > t->row) {
        if (heading_number_alone(no).length == 0)
            return;
    } else if (t->row + 1 >= v->grid->rows ||
               view_next(v, t->row + 1, t->left) != t->left ||
               view_cell(v, t->row + 1, t->left)->type != CELL_STRING ||
               (!is_number(r, t->row, t->left) &&
                !numbers_judged(r, t, behind))) {
        return;
    } else {
        behind = form_title_behind(r, t->row, behind);
    }
    t->col = name;
    t->end = behind;
}
