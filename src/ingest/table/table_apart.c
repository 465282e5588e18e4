/*
 * table_apart.c - do numbers like 2022 stand as a header's years do?
 *
 * Below a table's header, years of another one stand together, from the first
 * to the last or back, and once more below each of several groups. A lone
 * 2000 is a figure, and so are 2100 | 百万円 | 2046 and 2150 | 2040.
 */
#include "ingest/table/table_find_parts.h"

enum {
    BESIDE = 3,    /* columns of a header that a lone year belongs to */
    STEP_MOST = 30 /* 2020, and 2050 for what is to be reached */
};

/* The years that stand in a row so far. */
typedef struct run {
    unsigned years;
    int first, last;
    bool apart;   /* something stands behind them */
    bool in_turn; /* 2020, 2021, 2022, each behind the one before */
} run;

/* 1950 | 1990 | 2032: no plan looks so far from one year to the next. */
static bool is_far(const run *r, int year)
{
    return r->years > 0 && year > r->last + STEP_MOST;
}

/* 2022 | 2023 | 2024 | 2022 | 2023: those of the next group. */
static bool begins_anew(const run *r, int year)
{
    return r->in_turn && year >= r->first && r->last - r->first > 1;
}

static void take_year(run *r, int year)
{
    if (r->years == 0 || year < r->last - 1) {
        r->first = year;
        r->in_turn = true;
    } else {
        r->in_turn = r->in_turn && year == r->last + 1;
    }
    r->last = year;
    r->years++;
}

/* 2022 alone, below a word of a header whose other words go on down beside
 * it. */
static bool is_below_header(const finder *f, uint32_t row, uint32_t col)
{
    unsigned beside = 0;

    if (row == 0 || view_next(f->view, row, 0) != col ||
        view_next(f->view, row, col + 1) != UINT32_MAX ||
        !view_filled(f->view, row - 1, col) ||
        finder_word(f, row - 1, col)->role == ROLE_NONE)
        return false;
    for (uint32_t c = view_next(f->view, row - 1, 0); c != UINT32_MAX;
         c = view_next(f->view, row - 1, c + 1))
        beside += view_range(f->view, row - 1, c).last_row == row &&
                  finder_word(f, row - 1, c)->exact;
    return beside >= BESIDE;
}

/* 2022 below 決算額, and beside it 指標 | 目標値 | 実績値, which go on from above or
 * begin there: all are words of a header. */
static bool is_among_words(const finder *f, uint32_t row, uint32_t col)
{
    unsigned exact = 0;

    if (row == 0 || !view_begins(f->view, row, col) ||
        !view_filled(f->view, row - 1, col) ||
        finder_word(f, row - 1, col)->role == ROLE_NONE)
        return false;
    for (uint32_t c = view_next(f->view, row, 0); c != UINT32_MAX;
         c = view_next(f->view, row, c + 1)) {
        const header_word *w = c != col ? finder_word(f, row, c) : NULL;

        if (w != NULL && w->role == ROLE_NONE)
            return false;
        exact += w != NULL && w->exact;
    }
    return exact >= BESIDE;
}

/* 評価 that goes on from the row above parts no years. */
static bool parts_years(const finder *f, uint32_t row, uint32_t col)
{
    const header_word *w = finder_word(f, row, col);

    return !w->exact &&
           (w->role == ROLE_NONE || view_begins(f->view, row, col));
}

bool finder_years_are_figures(const finder *f, uint32_t row)
{
    run r = { 0 };
    uint32_t col = 0;

    for (uint32_t c = view_next(f->view, row, 0); c != UINT32_MAX;
         c = view_next(f->view, row, c + 1)) {
        const cell *at = view_cell(f->view, row, c);
        const header_word *w;

        if (at->type != CELL_NUMBER) {
            r.apart = r.apart || (r.years > 0 && parts_years(f, row, c));
            continue;
        }
        w = finder_word(f, row, c);
        if (!w->year_only ||
            book_format_kind(f->view->book, at->format) == FORMAT_DATE)
            continue;
        if (r.apart || is_far(&r, w->years.to) ||
            (r.years > 0 && w->years.to < r.last - 1 &&
             !begins_anew(&r, w->years.to)))
            return true;
        take_year(&r, w->years.to);
        col = c;
    }
    return r.years == 1 && !is_below_header(f, row, col) &&
           !is_among_words(f, row, col);
}
