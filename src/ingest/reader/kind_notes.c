/*
 * kind_notes.c - a note says that figures are totals where 種別 is 累計
 */
#include "ingest/reader/kind_notes.h"

#include <string.h>

#include "wording/glyph.h"

enum { NOTE_BYTES = 400, ROWS_ABOVE = 12, ROWS_BELOW = 20 };

#define COUNT(list) (sizeof(list) / sizeof(*(list)))

/* Steps over the quotation marks at the end, or at the beginning. */
static text without_quotes(text t, bool end)
{
    size_t next;

    while (end && t.length > 0 &&
           glyph_class_before(t, t.length) == GLYPH_CLOSE)
        t = text_cut(t, 0, t.length - strlen("」"));
    while (!end && glyph_at(t, 0, &next) == GLYPH_CLOSE)
        t = text_from(t, next);
    return t;
}

/* 種別が in front of 「累計」. */
static bool asks_for_kind(text front)
{
    static const char *const kinds[] = { "種別", "区分", "種類", "集計方法" };
    size_t quote = strlen("「");

    if (front.length > quote && (text_ends(front, "「") ||
                                 text_ends(front, "『")))
        front = text_cut(front, 0, front.length - quote);
    if (!text_ends(front, "が"))
        return false;
    front = without_quotes(text_cut(front, 0, front.length - strlen("が")),
                           true);
    return text_ends_in(front, kinds, COUNT(kinds));
}

bool kind_note_read(text t)
{
    static const char *const limits[] = { "ただし", "但し", "除く", "除き",
                                          "一部", "場合がある" };
    size_t at = text_find(t, "累計", 0), figures;
    text behind;

    if (t.length > NOTE_BYTES || at == SIZE_MAX ||
        text_contains_one(t, limits, COUNT(limits)) ||
        !asks_for_kind(text_cut(t, 0, at)))
        return false;
    behind = without_quotes(text_from(t, at + strlen("累計")), false);
    figures = text_find(behind, "実績", 0);
    return text_starts(behind, "の") && figures != SIZE_MAX &&
           text_find(behind, "累計", figures) != SIZE_MAX &&
           text_find(behind, "累計ではな", figures) == SIZE_MAX;
}

static bool says_so(const reader *r, uint32_t row)
{
    const sheet_view *v = &r->view;
    uint32_t c = view_next(v, row, 0);

    return c != UINT32_MAX && view_cell(v, row, c)->type == CELL_STRING &&
           kind_note_read(view_text(v, row, c));
}

void kind_notes_settle(const reader *r, table *t)
{
    uint32_t row;
    bool said = false;

    if (!table_may_have(t, ROLE_KIND))
        return;
    row = t->top;
    for (unsigned n = 0; !said && n < ROWS_ABOVE && row-- > 0; n++)
        said = says_so(r, row);
    row = t->last_row < r->view.grid->rows ? t->last_row + 1
                                           : r->view.grid->rows;
    for (unsigned n = 0; !said && n < ROWS_BELOW && row-- > t->first_row; n++)
        said = says_so(r, row);
    t->kinds_total = said;
    for (unsigned b = 0; t->parts != NULL && b <= t->blocks; b++)
        t->parts[b].kinds_total = said;
}
