/*
 * table_deep.c - does a row begin a header that is spread over several?
 *
 *     施策 | 事業 | 評価 | <      | <
 *     ^    | ^    | 指標 | 年度別 | <
 *     ^    | ^    | ^    | 目標   | 実績
 */
#include "ingest/header/unit_words.h"
#include "ingest/table/table_find_parts.h"

#include "wording/glyph.h"

/* No header has so many rows below its first. */
enum { SIDE_ROWS = 4 };

/* １, 12: digits alone. */
static bool is_count(text t)
{
    size_t at = 0, next;

    while (glyph_at(t, at, &next) == GLYPH_DIGIT)
        at = next;
    return at > 0 && at == t.length;
}

/* 指標（1） | 来場者数: a label with the indicator's name. */
static bool leads_indicator(const finder *f, uint32_t row, uint32_t col)
{
    uint32_t name = view_next(f->view, row, col + 1);
    const header_word *w;

    if (name == UINT32_MAX)
        return false;
    w = finder_word(f, row, col);
    return w->exact && w->role == ROLE_KPI &&
           finder_word(f, row, name)->role == ROLE_NONE &&
           view_next(f->view, row, name + 1) == UINT32_MAX;
}

/* What a label of a project says, and no column of a plan's figures. */
static bool is_label(const header_word *w)
{
    return w->exact && !w->has_year &&
           (w->role == ROLE_PURPOSE || w->role == ROLE_SUMMARY ||
            w->role == ROLE_ACTIVITY || w->role == ROLE_PERIOD ||
            w->role == ROLE_DIVISION || w->role == ROLE_BUREAU ||
            w->role == ROLE_IGNORED || role_is_level(w->role));
}

/* 計画 | 事業の目的 | … | 担当課 | …: the title of a part of labels, each with its
 * value. */
static bool leads_labels(const finder *f, uint32_t row, uint32_t col)
{
    unsigned pairs = 0;

    for (; col != UINT32_MAX; pairs++) {
        uint32_t value = view_next(f->view, row, col + 1);

        if (value == UINT32_MAX || !is_label(finder_word(f, row, col)) ||
            finder_word(f, row, value)->role != ROLE_NONE)
            return false;
        col = view_next(f->view, row, value + 1);
    }
    return pairs > 0;
}

bool finder_is_side_title(const finder *f, uint32_t row, uint32_t col)
{
    uint32_t last = view_range(f->view, row, col).last_row;
    const header_word *w;

    if (last == row || view_next(f->view, row, 0) != col)
        return false;
    w = finder_word(f, row, col);
    if (w->exact && (w->role == ROLE_PLANNED || w->role == ROLE_TARGET))
        return !w->has_year &&
               leads_labels(f, row, view_next(f->view, row, col + 1));
    if (last < row + SIDE_ROWS)
        return false;
    if (!w->exact)
        return true;
    switch (w->role) { /* what a part is about, and whose no column is */
    case ROLE_ACTUAL: case ROLE_SUMMARY: case ROLE_PURPOSE: case ROLE_GRADE:
    case ROLE_STATUS: case ROLE_COST: case ROLE_ACTIVITY: case ROLE_REMARK:
    case ROLE_IGNORED:
        return !w->has_year;
    case ROLE_KPI:
        return leads_indicator(f, row, view_next(f->view, row, col + 1));
    default:
        return false;
    }
}

/* Does a word hang down from a row to another? １ beside the labels of a form
 * counts the form. */
static bool hangs_down(const finder *f, uint32_t row, uint32_t to)
{
    for (uint32_t c = view_next(f->view, row, 0); c != UINT32_MAX;
         c = view_next(f->view, row, c + 1))
        if (view_range(f->view, row, c).last_row >= to &&
            !is_count(view_text(f->view, row, c)) &&
            !finder_is_side_title(f, row, c))
            return true;
    return false;
}

/* 事業概要 | 事業名：花の市: labels of a form. */
bool finder_has_pair(const finder *f, uint32_t row)
{
    for (uint32_t c = view_next(f->view, row, 0); c != UINT32_MAX;
         c = view_next(f->view, row, c + 1))
        if (finder_pair_role(f, view_text(f->view, row, c)) != ROLE_NONE)
            return true;
    return false;
}

/* 現況値（H24年度） | 5: a line of an indicator, its figure typed as text. */
static bool dates_figure(const finder *f, uint32_t row)
{
    for (uint32_t c = view_next(f->view, row, 0), next; c != UINT32_MAX;
         c = next) {
        const header_word *w = finder_word(f, row, c);

        next = view_next(f->view, row, c + 1);
        if (next != UINT32_MAX && w->exact && w->has_year &&
            role_is_figure(w->role) &&
            (is_count(view_text(f->view, row, next)) ||
             finder_is_typed_figure(f, row, next)))
            return true;
    }
    return false;
}

bool finder_names_indicator(const finder *f, uint32_t row)
{
    uint32_t side = view_next(f->view, row, 0), label, value;
    const header_word *w;

    label = view_next(f->view, row, side + 1);
    value = label == UINT32_MAX ? label : view_next(f->view, row, label + 1);
    if (value == UINT32_MAX ||
        view_next(f->view, row, value + 1) != UINT32_MAX ||
        !view_begins(f->view, row + 1, label) ||
        !view_begins(f->view, row + 1, value) ||
        !view_filled(f->view, row + 1, value))
        return false;
    w = finder_word(f, row, label);
    if (!w->exact || w->role != ROLE_KPI || finder_word(f, row, value)->exact)
        return false;
    w = finder_word(f, row + 1, value);
    return role_is_figure(finder_word(f, row + 1, label)->role) &&
           !w->exact && !w->year_only;
}

static bool stands_over_years(const finder *f, uint32_t row)
{
    unsigned years = 0;

    if (row + 1 >= f->view->grid->rows)
        return false;
    for (uint32_t c = view_next(f->view, row + 1, 0);
         c != UINT32_MAX && years < 2; c = view_next(f->view, row + 1, c + 1)) {
        const header_word *w = finder_word(f, row + 1, c);

        years += w->year_only || w->year_named || w->has_year;
    }
    return years > 1;
}

bool finder_states_indicator(const finder *f, uint32_t row)
{
    uint32_t label = view_next(f->view, row, 0), name, unit;
    const header_word *w;
    text t;

    name = label == UINT32_MAX ? label : view_next(f->view, row, label + 1);
    unit = name == UINT32_MAX ? name : view_next(f->view, row, name + 1);
    if (unit == UINT32_MAX ||
        view_next(f->view, row, unit + 1) != UINT32_MAX)
        return false;
    t = view_text(f->view, row, unit);
    if (!text_starts(t, "単位") || !unit_is_line(t))
        return false;
    w = finder_word(f, row, label);
    return w->exact && w->role == ROLE_KPI &&
           finder_word(f, row, name)->role == ROLE_NONE &&
           !finder_word(f, row, name)->has_year && stands_over_years(f, row);
}

/* A row whose words are spread over the rows below it: 施策 | 事業 | 評価, and
 * below 評価 指標 | 年度別 and so on. Cells hang down from it or group those
 * below, and together the rows are a header. */
bool finder_begins_deep_header(const finder *f, const row_score *first,
                               uint32_t row)
{
    row_score all = *first;
    bool hangs = false;

    if (first->pinned || first->numbers > 0 || first->exact == 0 ||
        first->others > 0 || first->cells < 2 ||
        ((first->mask & BIT(ROLE_KPI)) != 0 && finder_is_kind_line(f, row)) ||
        dates_figure(f, row) || finder_names_indicator(f, row) ||
        finder_states_indicator(f, row))
        return false;
    for (uint32_t r = row + 1;
         r < f->view->grid->rows && r - row < HEADER_ROWS_MAX; r++) {
        row_score s;

        hangs = hangs || (hangs_down(f, row, r) && !finder_has_pair(f, row) &&
                          !finder_pairs_labels(f, row));
        if (!hangs)
            return false;
        finder_score(f, &s, r);
        if (s.cells == 0 || s.numbers > 0 || s.others > 0 ||
            finder_lists_values(f, &s, r))
            break;
        all.exact += s.exact;
        all.mask |= s.mask;
        all.years += s.years;
        if ((all.mask & FIGURE_ROLES) != 0 && all.exact >= 3 &&
            finder_bits(all.mask) + (all.years > 0) >= 3)
            return true;
    }
    return false;
}

bool finder_lacks_front(const finder *f, const table *t, uint32_t row)
{
    row_score above;
    unsigned figures = 0;

    if (t->top != t->bottom)
        return false;
    finder_score(f, &above, t->top);
    if (above.years < 2 || above.others > 0 ||
        (above.mask & (LEVEL_ROLES | BIT(ROLE_KPI) | BIT(ROLE_YEAR))) != 0)
        return false;
    for (uint32_t c = view_next(f->view, row, 0); c != UINT32_MAX;
         c = view_next(f->view, row, c + 1)) {
        const header_word *w = finder_word(f, row, c);

        if (!w->exact || w->has_year)
            return false;
        if (c < t->col)
            continue;
        if (!role_is_figure(w->role) || !view_filled(f->view, t->top, c))
            return false;
        figures++;
    }
    return figures > 1;
}
