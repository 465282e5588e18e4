/*
 * table_year_rows.c - is a row of years the header of the lines below it?
 *
 *     年度               | R3   | R4   | R5
 *     手続数（手続） | 計画 | 60   | 80   | 100
 *     ^              | 実績 | 62   | 86   |
 *
 * 年度 and years are few words for a header: what stands below them tells.
 */
#include "ingest/table/table_find_parts.h"

#include "wording/fold.h"
#include "wording/glyph.h"

enum { GRID_ROWS = 12 };

/* What a label beside years may say of the indicator or of its form. */
static bool stands_behind(const header_word *w)
{
    switch (w->role) {
    case ROLE_GRADE: case ROLE_STATUS: case ROLE_REMARK: case ROLE_BUREAU:
    case ROLE_DIVISION: case ROLE_DIRECTION:
        return w->exact && !w->has_year;
    default:
        return false;
    }
}

/* Years and no more, 年度 or 単位 in front of them. */
static bool are_years(const finder *f, uint32_t row, uint32_t end)
{
    uint32_t first = view_next(f->view, row, 0);
    unsigned years = 0;

    for (uint32_t c = first; c < end; c = view_next(f->view, row, c + 1)) {
        const header_word *w = finder_word(f, row, c);

        if (w->year_only || w->has_year)
            years++;
        else if (c != first || !w->exact ||
                 (w->role != ROLE_YEAR && w->role != ROLE_UNIT &&
                  w->role != ROLE_LINE))
            return false;
    }
    return years > 1;
}

uint32_t finder_label_behind(const finder *f, uint32_t row)
{
    uint32_t label = UINT32_MAX, last = UINT32_MAX;
    const header_word *w;

    for (uint32_t c = view_next(f->view, row, 0); c != UINT32_MAX;
         c = view_next(f->view, row, c + 1)) {
        label = last;
        last = c;
    }
    if (label == UINT32_MAX || !stands_behind(finder_word(f, row, label)) ||
        view_range(f->view, row, label).last_row > row ||
        view_range(f->view, row, label).last_col >= last ||
        view_next(f->view, row + 1, label) != UINT32_MAX)
        return UINT32_MAX;
    w = finder_word(f, row, last);
    if (w->exact || w->year_only || w->has_year)
        return UINT32_MAX;
    return are_years(f, row, label) ? label : UINT32_MAX;
}

/* Figures behind the first cell of a row, typed as text too: 82%. */
static bool has_values(const finder *f, uint32_t row)
{
    uint32_t c = view_next(f->view, row, 0);

    while (c != UINT32_MAX &&
           (c = view_next(f->view, row, c + 1)) != UINT32_MAX)
        if (finder_is_number(f->view, row, c) ||
            glyph_has_digit(view_text(f->view, row, c)))
            return true;
    return false;
}

/* Years alone (単位 | R2 | R3 | R4), and below them lines of 目標 and 実績: a
 * table for what the heading above it names; one line where labels do. */
static bool years_over_lines(const finder *f, const row_score *s,
                             uint32_t row)
{
    unsigned lines = 0, behind = 0;

    if (s->years < 2 || s->others > 1 || s->numbers > 0)
        return false;
    if (s->others == 1 &&
        (behind = finder_label_behind(f, row) != UINT32_MAX) == 0)
        return false;
    for (uint32_t below = row + 1;
         below <= row + 2 && below < f->view->grid->rows; below++) {
        uint32_t c = view_next(f->view, below, 0);
        text key;

        lines += c != UINT32_MAX &&
                 fold_key(f->memory, &key, view_text(f->view, below, c)) &&
                 content_is_line(key) && has_values(f, below);
    }
    if (lines != 1 || !finder_named_above(f, row))
        return lines == 2;
    /* 年度 in front of the years, or nothing above 実績 */
    return (s->exact == 1 + behind && (s->mask & BIT(ROLE_YEAR)) != 0) ||
           (s->exact == behind && view_next(f->view, row, 0) >
                                      view_next(f->view, row + 1, 0));
}

static bool is_line(const finder *f, uint32_t row, uint32_t col)
{
    text key;

    return view_begins(f->view, row, col) &&
           fold_key(f->memory, &key, view_text(f->view, row, col)) &&
           content_is_line(key) && !table_is_schedule_line(key);
}

/* 手続数 | 計画 above 実績, in the columns from one to another. */
static bool names_lines(const finder *f, uint32_t row, merge_range m)
{
    return row + 1 < f->view->grid->rows &&
           view_filled(f->view, row, m.col) && !is_line(f, row, m.col) &&
           is_line(f, row, m.last_col) && is_line(f, row + 1, m.last_col) &&
           has_values(f, row);
}

/* 年度 over two columns | R3 | R4, and below 活動指標 or 成果指標 in front of names:
 * what is measured stands among costs; or names in front of 計画 and 実績. */
static bool years_over_indicators(const finder *f, const row_score *s,
                                  uint32_t row)
{
    uint32_t col = view_next(f->view, row, 0);
    merge_range m;

    if (s->years < 2 || s->others + s->numbers > 0 || s->exact != 1 ||
        (s->mask & (BIT(ROLE_YEAR) | BIT(ROLE_LINE) | BIT(ROLE_NAME))) == 0)
        return false;
    m = view_range(f->view, row, col);
    if (m.last_col == col)
        return false;
    for (uint32_t below = row + 1;
         below < f->view->grid->rows && below - row < GRID_ROWS &&
         view_next(f->view, below, 0) != UINT32_MAX;
         below++) {
        const header_word *w = finder_word(f, below, col);

        if (names_lines(f, below, m))
            return true;
        if (view_begins(f->view, below, col) && w->exact &&
            w->role == ROLE_KPI &&
            view_range(f->view, below, col).last_col == col &&
            has_values(f, below))
            return true;
    }
    return false;
}

bool finder_heads_years(const finder *f, const row_score *s, uint32_t row)
{
    return years_over_lines(f, s, row) || years_over_indicators(f, s, row);
}
