/*
 * walk_other.c - tables below the one that is read, of other things
 *
 *     【参考】他都市との比較
 *     項目     | 単位 | 本市 | 港市 | 全国平均      区分     | 事業数 | Ａ | Ｂ
 *     空き家率 | ％   | 13.1 | 12.8 | 13.6          港湾局   | 3      | 1  | 2
 *
 * They compare, or count what stands above. Behind a gap, words alone with
 * figures below them head such a table: it ends at the next gap.
 */
#include "ingest/reader/row_counts.h"
#include "ingest/walk/sheet_walk_parts.h"

#include "wording/glyph.h"

enum { WORD_BYTES = 60, CELLS_MIN = 3 };

/* The row above is blank, or a title behind a blank one. */
static bool stands_apart(const sheet_view *v, uint32_t row)
{
    uint32_t c = row > 0 ? view_next(v, row - 1, 0) : UINT32_MAX;

    if (row == 0 || c == UINT32_MAX)
        return row > 0;
    return view_next(v, row - 1, c + 1) == UINT32_MAX &&
           view_cell(v, row - 1, c)->type == CELL_STRING && row > 1 &&
           view_next(v, row - 2, 0) == UINT32_MAX;
}

/* 項目, 区分, 基本目標: what heads the names of such a table. */
static bool heads_names(reader *r, uint32_t row, uint32_t col)
{
    static const char *const words[] = { "項目", "区分", "分野", "都市名",
                                         "自治体名", "市町村名" };
    text t = view_text(&r->view, row, col);

    return text_in(t, words, sizeof(words) / sizeof(*words)) ||
           (table_may_be_word(&r->view, r->roles, row, col,
                              r->context_year) &&
            table_word(&r->view, r->roles, row, col, r->context_year)->exact);
}

/* Words alone, each with a cell below it, of which most are figures. */
static bool heads_figures(const sheet_view *v, uint32_t row)
{
    unsigned cells = 0, below = 0, figures = 0;
    uint32_t first = view_next(v, row, 0);

    if (row + 1 >= v->grid->rows || view_next(v, row + 1, 0) != first ||
        view_cell(v, row + 1, first)->type != CELL_STRING)
        return false;
    for (uint32_t c = first; c != UINT32_MAX; c = view_next(v, row, c + 1)) {
        const cell *under = view_cell(v, row + 1, c);

        if (view_cell(v, row, c)->type != CELL_STRING ||
            view_cell(v, row, c)->missing || view_hangs(v, row, c) ||
            view_text(v, row, c).length > WORD_BYTES ||
            glyph_has_digit(view_text(v, row, c)))
            return false;
        cells++;
        below += under != NULL;
        figures += under != NULL && under->type == CELL_NUMBER;
    }
    return cells >= CELLS_MIN && below == cells && figures * 2 >= cells - 1;
}

/* 評価 | Ａ | Ｂ above 件数 | 1 | 3 and no more: rows that count. */
static bool is_tally(const walk *w, uint32_t row)
{
    const sheet_view *v = &w->reader->view;

    return row_heads_grades(w->reader, row) ||
           (row_heads_counts(v, w->current, row) &&
            (row + 2 >= v->grid->rows ||
             view_next(v, row + 2, 0) == UINT32_MAX));
}

bool walk_skip_figures(walk *w, uint32_t row)
{
    reader *r = w->reader;
    const sheet_view *v = &r->view;
    uint32_t first = view_next(v, row, 0);

    if (w->current == NULL || row <= w->current->bottom + 1 ||
        first == UINT32_MAX || !stands_apart(v, row) ||
        !heads_names(r, row, first) || !heads_figures(v, row) ||
        is_tally(w, row))
        return false;
    walk_leave_table(w, row, first, "目標・実績");
    return true;
}
