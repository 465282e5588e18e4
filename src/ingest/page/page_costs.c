/*
 * page_costs.c - a small table of costs between the lines of an outline
 *
 *     年度           | R3年度 | R4年度        財源内訳     | 国費  | 合計
 *     決算額（千円） | 4,100  | 3,850         金額（千円） | 1,000 | 3,850
 *
 * Right below a table of indicators its rows would be taken for more of them.
 * The first says what the project costs; whose money it was is no fact.
 */
#include "ingest/page/page.h"

#include "ingest/card/card_spot.h"
#include "ingest/reader/project_grade.h"
#include "wording/glyph.h"

enum { AMOUNT_BYTES = 36 };

static bool is_amount(const sheet_view *v, uint32_t row, uint32_t col)
{
    text t = view_text(v, row, col);
    size_t next;

    return view_cell(v, row, col)->type == CELL_NUMBER ||
           project_says_none(t) ||
           (t.length <= AMOUNT_BYTES && /* 4,100千円 */
            glyph_at(t, 0, &next) == GLYPH_DIGIT);
}

/* Words above, and below each of the amounts' columns one of them. */
static bool fits(const sheet_view *v, uint32_t head, uint32_t row)
{
    uint32_t first = view_next(v, row, 0), count = 0;

    if (view_next(v, head, 0) != first)
        return false;
    for (uint32_t c = view_next(v, row, first + 1); c != UINT32_MAX;
         c = view_next(v, row, c + 1)) {
        if (!view_filled(v, head, c) || !is_amount(v, row, c))
            return false;
        count++;
    }
    return count > 0;
}

static int year_at(const reader *r, uint32_t row, uint32_t col)
{
    const header_word *w = table_word(&r->view, r->roles, row, col,
                                      r->context_year);

    return w->year_only && w->years.from == 0 ? w->years.to : 0;
}

bool page_has_year_costs(const page *p, const reader *r)
{
    const sheet_view *v = &r->view;

    for (size_t i = 0; i + 1 < p->line_count; i++) {
        const page_line *l = &p->lines[i];
        const header_word *w;

        if (l->kind != PAGE_TABLE || l[1].kind != PAGE_TABLE ||
            l[1].row != l->row + 1 || l[1].col != l->col ||
            year_at(r, l[1].row, l->col) == 0)
            continue;
        w = table_word(v, r->roles, l->row, l->col, r->context_year);
        if (!w->exact || w->role != ROLE_YEAR || w->has_year)
            continue;
        for (uint32_t c = view_next(v, l->row, l->col + 1); c != UINT32_MAX;
             c = view_next(v, l->row, c + 1))
            if (table_word(v, r->roles, l->row, c, r->context_year)->role ==
                ROLE_COST)
                return true;
    }
    return false;
}

static bool heads_years(const reader *r, uint32_t row)
{
    const sheet_view *v = &r->view;
    uint32_t c = view_next(v, row, view_next(v, row, 0) + 1);

    for (; c != UINT32_MAX; c = view_next(v, row, c + 1))
        if (year_at(r, row, c) == 0)
            return false;
    return true;
}

void page_find_costs(page *p, const reader *r)
{
    const sheet_view *v = &r->view;

    for (size_t i = 0; i + 1 < p->line_count; i++) {
        page_line *l = &p->lines[i];

        if (l->kind != PAGE_TABLE || l[1].row != l->row + 1 ||
            l[1].kind != PAGE_TABLE ||
            !card_heads_costs(view_text(v, l[1].row, l[1].col)) ||
            !fits(v, l->row, l[1].row) ||
            (!heads_years(r, l->row) &&
             !text_starts(view_text(v, l->row, l->col), "財源")))
            continue;
        l->kind = l[1].kind = PAGE_COSTS;
        for (size_t n = i + 2; /* 国庫支出金: a part of it */
             n < p->line_count && p->lines[n].kind == PAGE_TABLE &&
             p->lines[n].row == p->lines[n - 1].row + 1 &&
             fits(v, l->row, p->lines[n].row);
             n++)
            p->lines[n].kind = PAGE_COSTS;
    }
}

bool page_cost_next(page_cost *out, const reader *r, const page_line *l)
{
    const sheet_view *v = &r->view;
    uint32_t first = view_next(v, l->row, 0);
    const header_word *w = table_word(v, r->roles, l->row, first,
                                      r->context_year);

    if (w->role != ROLE_COST || l->row == 0 || !heads_years(r, l->row - 1))
        return false;
    if (out->year == 0)
        out->col = first;
    out->col = view_next(v, l->row, out->col + 1);
    if (out->col == UINT32_MAX)
        return false;
    out->year = year_at(r, l->row - 1, out->col);
    out->label = view_text(v, l->row, first);
    out->typed = view_text(v, l->row - 1, out->col);
    out->words = view_text(v, l->row, out->col);
    return out->year != 0;
}
