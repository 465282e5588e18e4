/*
 * unheaded_heads.c - years without a word that says what is in front of them
 *
 *     事業の成果 | 区分           | R4年度 | R5年度
 *     ^          | 来場者数（人） | 900    | 950
 */
#include "ingest/unheaded_parts.h"

#include "ingest/year_rows.h"
#include "ingest/table/table_parts.h"

enum { YEARS_LEAST = 2, LABEL_ROWS = 60 };

static bool is_year(const header_word *w)
{
    return w->has_year || w->year_only;
}

/* 区分, 項目: no word that says what stands below it. */
static bool says_nothing(text t)
{
    static const char *const words[] = { "区分", "項目", "内容", "指標等", "名称",
                                         "指標・事業費", "事業費・指標" };

    return text_in(t, words, sizeof(words) / sizeof(*words));
}

/* Such a word above the names, or 年次計画, which says it of the years. */
static bool may_be_corner(const reader *r, uint32_t row, uint32_t col,
                          bool *plans)
{
    const header_word *w = reader_word(r, row, col);

    *plans = w->exact && !is_year(w) && w->index == 0 &&
               (w->role == ROLE_PLANNED || w->role == ROLE_TARGET);
    return *plans || says_nothing(view_text(&r->view, row, col));
}

/* 指標 | 単位 in the row above, or down from there: the years are the second row
 * of a header. */
static bool goes_on_from_above(const reader *r, const unheaded *u)
{
    const sheet_view *v = &r->view;

    for (uint32_t c = 0; c < u->years; c++)
        if (view_hangs(v, u->head, c))
            return true;
    for (uint32_t c = u->head > 0 ? view_next(v, u->head - 1, 0) : u->years;
         c < u->years; c = view_next(v, u->head - 1, c + 1)) {
        const header_word *w = reader_word(r, u->head - 1, c);

        if (w->exact && (w->role == ROLE_KPI || w->role == ROLE_NAME ||
                         w->role == ROLE_UNIT))
            return true;
    }
    return false;
}

static bool names_costs(text t)
{
    static const char *const costs[] = { "コスト", "事業費", "経費", "費用",
                                         "予算", "決算", "財源" };
    static const char *const others[] = { "指標", "成果", "実績", "KPI", "ＫＰＩ" };

    return text_contains_one(t, costs, sizeof(costs) / sizeof(*costs)) &&
           !text_contains_one(t, others, sizeof(others) / sizeof(*others));
}

/* 事業の成果 in front of 区分 | R4 | R5, with nothing of its own below it. */
static bool may_be_title(const reader *r, uint32_t row, uint32_t col)
{
    const sheet_view *v = &r->view;
    uint32_t next = view_range(v, row, col).last_col + 1;
    const header_word *w;
    bool plans;

    if (view_next(v, row, 0) != col || !view_filled(v, row, next) ||
        view_cell(v, row, col)->type != CELL_STRING ||
        (view_filled(v, row + 1, col) && !view_hangs(v, row + 1, col)) ||
        !may_be_corner(r, row, next, &plans) || plans)
        return false;
    w = reader_word(r, row, col);
    return !is_year(w) && !(w->exact && (role_is_level(w->role) ||
                                         w->role == ROLE_UNIT)) &&
           !names_costs(view_text(v, row, col));
}

/* 単位 or nothing in front of years, and no other words behind them than those
 * of a header. */
static bool heads_years(const reader *r, unheaded *u, uint32_t row)
{
    const sheet_view *v = &r->view;
    unsigned years = 0, corners = 0;

    *u = (unheaded){ .head = row, .head_last = row, .name = UINT32_MAX,
                       .unit = UINT32_MAX, .side = UINT32_MAX,
                       .title = UINT32_MAX };
    if (!year_row_may_head(r, row))
        return false;
    for (uint32_t c = view_next(v, row, 0); c != UINT32_MAX;
         c = view_next(v, row, c + 1)) {
        const header_word *w;

        if (!view_begins(v, row, c)) {
            if (view_hangs(v, row, c))
                return false;
            continue;
        }
        if (may_be_title(r, row, c)) {
            u->title = c;
            continue;
        }
        if (view_cell(v, row, c)->type == CELL_STRING &&
            !table_may_be_word(v, r->roles, row, c, r->context_year))
            return false;
        w = reader_word(r, row, c);
        if (is_year(w) && (w->year_only || role_is_figure(w->role))) {
            u->years = years++ == 0 ? c : u->years;
        } else if (years > 0) {
            if (!w->exact || role_is_level(w->role) || w->role == ROLE_KPI)
                return false;
        } else if (w->exact && w->role == ROLE_UNIT && u->unit == UINT32_MAX) {
            u->unit = c;
        } else if (u->unit != UINT32_MAX || corners++ > 0 ||
                   !may_be_corner(r, row, c, &u->planned)) {
            return false;
        }
    }
    u->corner = corners > 0;
    return years >= YEARS_LEAST && u->years > 0 &&
           view_cell(v, row, u->years)->type == CELL_STRING &&
           !goes_on_from_above(r, u);
}

/* 事業名 | 朝市の開催 further up, and no table's header in between. */
static bool is_in_form(const reader *r, uint32_t head)
{
    const sheet_view *v = &r->view;

    for (uint32_t row = head, n = 0; row-- > 0 && n < LABEL_ROWS; n++)
        for (uint32_t c = view_next(v, row, 0); c != UINT32_MAX;
             c = view_next(v, row, c + 1)) {
            const header_word *w = reader_word(r, row, c);
            uint32_t value = view_next(v, row,
                                       view_range(v, row, c).last_col + 1);

            if (w->exact && view_begins(v, row, c) &&
                (w->role == ROLE_PROJECT || w->role == ROLE_MEASURE ||
                 w->role == ROLE_BUREAU || w->role == ROLE_DIVISION) &&
                value != UINT32_MAX && view_begins(v, row, value) &&
                !reader_word(r, row, value)->exact)
                return true;
        }
    return false;
}

/* ２．施策のコスト alone right above: costs, and no indicators; but not 事業費と指標. */
static bool is_of_costs(const reader *r, uint32_t head)
{
    const sheet_view *v = &r->view;
    uint32_t c = head > 0 ? view_next(v, head - 1, 0) : UINT32_MAX;

    return c != UINT32_MAX &&
           view_next(v, head - 1, c + 1) == UINT32_MAX &&
           names_costs(view_text(v, head - 1, c));
}

bool unheaded_heads(const reader *r, unheaded *u, uint32_t row)
{
    return heads_years(r, u, row) && !is_of_costs(r, row) &&
           is_in_form(r, row);
}
