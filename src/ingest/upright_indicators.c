/*
 * upright_indicators.c - a form's indicators side by side above their figures
 */
#include "ingest/upright_indicators.h"

enum { LANES_MOST = 8, FIGURES_LEAST = 2, LABEL_BYTES = 90 };

/* The columns that indicators have: where each begins, and one ends. */
typedef struct lanes {
    uint32_t at[LANES_MOST], last;
    uint32_t notes; /* 備考 behind them; 0 for none */
    unsigned count, named;
} lanes;

/* What a cell is as a header's word; NULL for other words. */
static const header_word *word_at(const reader *r, uint32_t row, uint32_t col)
{
    const cell *c = view_cell(&r->view, row, col);

    return c != NULL && c->type == CELL_STRING &&
                   table_may_be_word(&r->view, r->roles, row, col,
                                     r->context_year)
               ? reader_word(r, row, col) : NULL;
}

/* 指標①, KPI2, １: which one, and no name. */
static bool is_number(const reader *r, uint32_t row, uint32_t col)
{
    const header_word *w = word_at(r, row, col);

    return (w != NULL && w->exact && w->role == ROLE_KPI && w->index > 0) ||
           heading_number_alone(view_text(&r->view, row, col)).length > 0;
}

static bool add_lane(lanes *l, const sheet_view *v, uint32_t row, uint32_t col)
{
    merge_range m = view_range(v, row, col);

    if (l->count == LANES_MOST || m.last_row > row)
        return false;
    l->at[l->count++] = m.col;
    l->last = m.last_col;
    return true;
}

/* 項目 | 指標① | 指標②: nothing else stands in the row, from a column on. */
static bool reads_numbers(const reader *r, uint32_t row, uint32_t col,
                          lanes *l)
{
    const sheet_view *v = &r->view;

    for (uint32_t c = view_next(v, row, col); c != UINT32_MAX;
         c = view_next(v, row, c + 1))
        if (!is_number(r, row, c) || !add_lane(l, v, row, c))
            return false;
    return l->count > 0;
}

/* The lane of a cell that is no wider; LANES_MOST: none. */
static unsigned lane_of(const lanes *l, merge_range m)
{
    for (unsigned i = 0; i < l->count; i++)
        if (l->at[i] == m.col &&
            m.last_col < (i + 1 < l->count ? l->at[i + 1] : l->last + 1))
            return i;
    return LANES_MOST;
}

/* 指標名 | 来場者数 | 満足度: names, each in its lane. */
static bool reads_names(const reader *r, uint32_t row, uint32_t col,
                        lanes *l)
{
    const sheet_view *v = &r->view;

    for (uint32_t c = view_next(v, row, col); c != UINT32_MAX;
         c = view_next(v, row, c + 1)) {
        const header_word *w = word_at(r, row, c);

        if (l->notes > 0 && c >= l->notes)
            break;
        if (view_cell(v, row, c)->type != CELL_STRING ||
            (w != NULL && (w->exact || w->year_only)) ||
            lane_of(l, view_range(v, row, c)) == LANES_MOST)
            return false;
        l->named++;
    }
    return l->named > 0;
}

/* A label that says something of an indicator, for each of them where it may
 * be the form's: 備考, 評価, or is not known. */
static bool describes(const header_word *w, text label, bool *figure,
                      bool *each)
{
    *figure = false;
    *each = true;
    if (w == NULL)
        return true;
    *figure = w->year_only || (role_is_figure(w->role) &&
                               (w->exact || w->has_year));
    *each = !*figure &&
            (w->role == ROLE_GRADE || w->role == ROLE_STATUS ||
             w->role == ROLE_REMARK || w->role == ROLE_IGNORED ||
             w->role == ROLE_NONE); /* H30 may be blank as yet */
    if (*figure)
        return true;
    switch (w->role) {
    case ROLE_UNIT: case ROLE_KIND: case ROLE_DIRECTION: case ROLE_BREAKDOWN:
    case ROLE_BASELINE_YEAR: case ROLE_TARGET_FROM: case ROLE_TARGET_YEAR:
    case ROLE_RATE: case ROLE_GRADE: case ROLE_STATUS: case ROLE_REMARK:
        return w->exact || w->has_year;
    case ROLE_IGNORED: case ROLE_NONE:
        return true;
    case ROLE_KPI: /* below 指標名 a figure */
        return text_find(label, "数値目標", 0) != SIZE_MAX;
    default:
        return false;
    }
}

/* Is a value as wide as the one indicator's column of several, which takes
 * cells together? Then it is no form's. */
static bool fills_lane(const lanes *l, merge_range m)
{
    unsigned i = lane_of(l, m);

    return l->count > 1 && i < l->count && m.last_col > m.col &&
           m.last_col == (i + 1 < l->count ? l->at[i + 1] - 1 : l->last);
}

/* What a row below the names is. */
typedef enum line_kind { LINE_OTHER, LINE_FITS, LINE_BREAKS } line_kind;

/* The label of a row, the inner one of 令和4年度 { 目標値 | 実績値 }, where the year
 * stands beside several lines; UINT32_MAX: none. */
static uint32_t label_at(const reader *r, const upright_block *b, uint32_t row)
{
    const sheet_view *v = &r->view;
    uint32_t label = view_next(v, row, 0);
    merge_range outer = view_range(v, row, b->col);
    const header_word *w;

    if (outer.last_row == outer.row)
        return label == b->col ? label : UINT32_MAX;
    w = outer.row > b->first ? word_at(r, outer.row, b->col) : NULL;
    if (label == b->col)
        label = view_next(v, row, outer.last_col + 1);
    return w != NULL && w->year_only && label > outer.last_col &&
                   label < b->values ? label : UINT32_MAX;
}

/* LINE_BREAKS: a figure beside those of the lanes, or 計画値 | 実績値 below
 * them: the block is another thing. */
static line_kind look_at(const reader *r, const upright_block *b,
                         const lanes *l, uint32_t row, bool *figure)
{
    const sheet_view *v = &r->view;
    uint32_t label = label_at(r, b, row);
    merge_range m;
    const header_word *w;
    unsigned cells = 0;
    bool each, fills = false;

    if (label == UINT32_MAX)
        return LINE_OTHER;
    m = view_range(v, row, label);
    w = word_at(r, row, label);
    if (m.last_row > row || m.last_col >= b->values ||
        view_text(v, row, label).length > LABEL_BYTES)
        return LINE_OTHER;
    if (!describes(w, view_text(v, row, label), figure, &each))
        *figure = each = false, cells = LANES_MOST;
    for (uint32_t c = view_next(v, row, m.last_col + 1); c != UINT32_MAX;
         c = view_next(v, row, c + 1)) {
        const header_word *value;

        if (l->notes > 0 && c >= l->notes)
            break;
        value = word_at(r, row, c);
        if (value != NULL && value->exact && !value->year_only &&
            role_is_figure(value->role))
            return LINE_BREAKS;
        if (lane_of(l, view_range(v, row, c)) == LANES_MOST)
            return *figure ? LINE_BREAKS : LINE_OTHER;
        fills = fills_lane(l, view_range(v, row, c));
        cells++;
    }
    return cells > LANES_MOST ||
                   (each && (cells < l->named || (cells < 2 && !fills)))
               ? LINE_OTHER : LINE_FITS;
}

/* 事業名 | 朝市 | 祭り or the like above the lanes: each is another form's. */
static bool stands_below_projects(const reader *r, const upright_block *b,
                                  const lanes *l)
{
    const sheet_view *v = &r->view;

    for (uint32_t row = b->top; row-- > 0;) {
        uint32_t label = view_next(v, row, 0);
        const header_word *w;
        unsigned cells = 0;

        if (label != b->col)
            return false;
        w = word_at(r, row, label);
        for (uint32_t c = view_next(v, row, label + 1); c != UINT32_MAX;
             c = view_next(v, row, c + 1)) {
            const header_word *value = word_at(r, row, c);

            cells += (value == NULL || !value->exact) &&
                     lane_of(l, view_range(v, row, c)) != LANES_MOST;
        }
        if (w != NULL && w->exact && cells > 1 &&
            (role_is_level(w->role) || w->role == ROLE_DIVISION ||
             w->role == ROLE_BUREAU))
            return true;
        if (cells < 2)
            return false;
    }
    return false;
}

/* 指標名: what the names stand beside. */
static bool labels_names(const reader *r, uint32_t row)
{
    uint32_t col = view_next(&r->view, row, 0);
    const header_word *w = col == UINT32_MAX ? NULL : word_at(r, row, col);

    return w != NULL && w->exact && w->role == ROLE_KPI && w->index == 0 &&
           view_range(&r->view, row, col).last_row == row;
}

/* The cells behind the second one may be such numbers, too. */
static bool may_begin(const sheet_view *v, uint32_t row)
{
    uint32_t first = view_next(v, row, 0), c = view_next(v, row, first + 1);

    if (view_cell(v, row, first)->type != CELL_STRING)
        return false;
    while ((c = view_next(v, row, c + 1)) != UINT32_MAX)
        if (!upright_may_be_number(view_cell(v, row, c)))
            return false;
    return true;
}

/* The rows below the names, from b->end on: figures, as many as are needed. */
static bool reads_lines(reader *r, upright_block *b, const lanes *l)
{
    line_kind kind = LINE_FITS;
    unsigned figures = 0;

    for (; b->end < r->view.grid->rows; b->end++) {
        bool figure = false;

        kind = look_at(r, b, l, b->end, &figure);
        if (kind != LINE_FITS)
            break;
        figures += figure;
    }
    b->end = view_range(&r->view, b->end, b->col).row; /* no part of its
                                                         * lines */
    return kind != LINE_BREAKS && figures >= FIGURES_LEAST &&
           !stands_below_projects(r, b, l);
}

static bool reads_block(reader *r, uint32_t row, upright_block *b)
{
    const sheet_view *v = &r->view;
    uint32_t first = view_next(v, row, 0), col, values;
    lanes l = { 0 };

    if (row + FIGURES_LEAST + 1 >= v->grid->rows)
        return false;
    col = view_next(v, row + 1, 0);
    if (col == UINT32_MAX || first < col || !labels_names(r, row + 1))
        return false;
    values = view_range(v, row + 1, col).last_col + 1;
    if (!reads_numbers(r, row, values, &l) ||
        !reads_names(r, row + 1, values, &l))
        return false;
    *b = (upright_block){ .top = row, .first = row + 1, .col = col,
                          .values = l.at[0], .last_col = l.last,
                          .end = row + 2, .several = true };
    return reads_lines(r, b, &l);
}

bool upright_indicators_at(reader *r, uint32_t row, upright_block *b)
{
    return may_begin(&r->view, row) && reads_block(r, row, b);
}

/* ---- Without numbers ---------------------------------------------------- */

/* 事業名 | 朝市の開催 in a row above, in the same column. */
static bool stands_in_form(const reader *r, uint32_t row, uint32_t col)
{
    while (row-- > 0) {
        const header_word *w = word_at(r, row, col);

        if (w != NULL && w->exact && w->role == ROLE_PROJECT &&
            view_next(&r->view, row, 0) == col)
            return view_next(&r->view, row, col + 1) != UINT32_MAX;
    }
    return false;
}

/* 年度 | 来場者数 | 出店数 | 備考: the last is none of them. */
static void part_notes(const reader *r, uint32_t row, lanes *l)
{
    const header_word *w = l->count > 1
                               ? word_at(r, row, l->at[l->count - 1]) : NULL;

    if (w == NULL || !w->exact || w->role != ROLE_REMARK)
        return;
    l->notes = l->at[--l->count];
    l->last = view_range(&r->view, row, l->at[l->count - 1]).last_col;
}

/* As many names at least behind the corner, and figures below them. */
static bool reads_corner(reader *r, uint32_t row, unsigned least,
                         upright_block *b)
{
    const sheet_view *v = &r->view;
    uint32_t col = view_next(v, row, 0);
    lanes l = { 0 };

    if (view_range(v, row, col).last_row > row ||
        row + FIGURES_LEAST >= v->grid->rows)
        return false;
    for (uint32_t c = view_next(v, row, col + 1); c != UINT32_MAX;
         c = view_next(v, row, c + 1))
        if (!add_lane(&l, v, row, c))
            return false;
    part_notes(r, row, &l);
    if (l.count < least || !reads_names(r, row, l.at[0], &l) ||
        l.named != l.count)
        return false;
    *b = (upright_block){ .top = row, .first = row, .end = row + 1,
                          .col = col, .values = l.at[0], .last_col = l.last,
                          .several = true, .corner = true };
    return reads_lines(r, b, &l);
}

bool upright_years_at(reader *r, uint32_t row, upright_block *b)
{
    uint32_t col = view_next(&r->view, row, 0);
    const header_word *w = word_at(r, row, col);

    return w != NULL && w->exact && w->role == ROLE_YEAR &&
           reads_corner(r, row, 2, b) && stands_in_form(r, row, col);
}

bool upright_names_at(reader *r, uint32_t row, upright_block *b)
{
    const header_word *w = word_at(r, row, view_next(&r->view, row, 0));

    return w != NULL && w->exact && w->index == 0 &&
           (w->role == ROLE_KPI || w->role == ROLE_NAME) &&
           reads_corner(r, row, 1, b);
}
