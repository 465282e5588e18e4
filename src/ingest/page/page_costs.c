/*
 * page_costs.c - a small table of costs between the lines of an outline
 *
 *     年度           | R3年度 | R4年度        財源内訳     | 国費  | 合計
 *     決算額（千円） | 4,100  | 3,850         金額（千円） | 1,000 | 3,850
 *
 * Right below a table of indicators its rows would be taken for more of them.
 * The first says what the project costs; whose money it was is no fact. Years
 * may stand without a word in front, above those whose money it was:
 *
 *                      | R3年度 | R4年度
 *     国庫支出金       | 1,000  | 900
 *     事業費計（千円） | 4,100  | 3,850
 */
#include "ingest/page/page.h"

#include "ingest/card/card_spot.h"
#include "ingest/reader/project_grade.h"
#include "ingest/table/table_parts.h"
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

static int year_at(const reader *r, uint32_t row, uint32_t col)
{
    const header_word *w = table_word(&r->view, r->roles, row, col,
                                      r->context_year);

    return w->year_only && w->years.from == 0 ? w->years.to : 0;
}

/* Words above, or years and nothing above the first column, and below each of
 * the amounts' columns one of them. */
static bool fits(const reader *r, uint32_t head, uint32_t row)
{
    const sheet_view *v = &r->view;
    uint32_t first = view_next(v, row, 0), count = 0,
             above = view_next(v, head, 0);

    if (above != first && (above < first || year_at(r, head, above) == 0))
        return false;
    for (uint32_t c = view_next(v, row, first + 1); c != UINT32_MAX;
         c = view_next(v, row, c + 1)) {
        if (!view_filled(v, head, c) || !is_amount(v, row, c))
            return false;
        count++;
    }
    return count > 0;
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

/* Nothing but years stands in a row behind the column of a label. */
static bool heads_years(const reader *r, uint32_t row, uint32_t label)
{
    const sheet_view *v = &r->view;
    uint32_t c = view_next(v, row, label + 1);

    for (; c != UINT32_MAX; c = view_next(v, row, c + 1))
        if (year_at(r, row, c) == 0)
            return false;
    return true;
}

static bool is_cost(const reader *r, const page_line *l)
{
    return table_word(&r->view, r->roles, l->row, l->col,
                      r->context_year)->role == ROLE_COST;
}

/* The line behind those of costs below the head `i`; a part of them,
 * 国庫支出金, may stand in front of the whole. */
static size_t costs_end(const page *p, const reader *r, size_t i)
{
    const sheet_view *v = &r->view;
    const page_line *l = &p->lines[i], *next = l + 1;
    text first = view_text(v, next->row, next->col);
    bool years = heads_years(r, l->row, next->col), whole;
    size_t n = i + 1;

    if (card_heads_costs(first) &&
        (years || text_starts(view_text(v, l->row, l->col), "財源")))
        whole = true;
    else if (years && table_cost_part(first))
        whole = false;
    else
        return i;
    for (; n < p->line_count && p->lines[n].kind == PAGE_TABLE &&
           p->lines[n].row == p->lines[n - 1].row + 1 &&
           fits(r, l->row, p->lines[n].row);
         n++)
        whole = whole || is_cost(r, &p->lines[n]);
    return whole ? n : i;
}

void page_find_costs(page *p, const reader *r)
{
    for (size_t i = 0; i + 1 < p->line_count; i++) {
        page_line *l = &p->lines[i];
        size_t end;

        if (l->kind != PAGE_TABLE || l[1].row != l->row + 1 ||
            l[1].kind != PAGE_TABLE || !fits(r, l->row, l[1].row))
            continue;
        end = costs_end(p, r, i);
        for (size_t n = i; n < end; n++) {
            p->lines[n].kind = PAGE_COSTS;
            p->lines[n].head = l->row;
        }
    }
}

bool page_cost_next(page_cost *out, const reader *r, const page_line *l)
{
    const sheet_view *v = &r->view;
    uint32_t first = view_next(v, l->row, 0);

    if (l->row == l->head || !is_cost(r, l) ||
        !heads_years(r, l->head, first))
        return false;
    if (out->year == 0)
        out->col = first;
    out->col = view_next(v, l->row, out->col + 1);
    if (out->col == UINT32_MAX)
        return false;
    out->year = year_at(r, l->head, out->col);
    out->label = view_text(v, l->row, first);
    out->typed = view_text(v, l->head, out->col);
    out->words = view_text(v, l->row, out->col);
    return out->year != 0;
}
