/*
 * aim_labels.c - 数値目標 and 目標: an indicator's label, or its target's
 */
#include "ingest/aim_labels.h"

#include <string.h>

#include "ingest/table/grid_turn.h"
#include "wording/kpi_text.h"
#include "wording/no_number.h"
#include "wording/number_text.h"

enum {
    LABEL_BYTES = 60,
    LINES_NEAR = 3,
    NAME_LINES = 12,
    NAMED_BYTES = 24,
    NAME_LEAST = 6,
    LABEL_ENDS = 2, /* a score of actual_label_score() */
    RESULT_LINES = 8
};

static const char aim[] = "数値目標";

static bool is_aim(const reader *r, const cell *c)
{
    const header_word *w;

    if (!aim_labels_may(c) || c->value.length > LABEL_BYTES ||
        text_find(c->value, aim, 0) == SIZE_MAX)
        return false;
    w = reader_word(r, c->row, c->col);
    return w->exact && w->role == ROLE_KPI && w->index == 0;
}

static bool says(const reader *r, uint32_t row, uint32_t col, role what)
{
    const header_word *w = reader_word(r, row, col);

    return w->role == what && (w->exact || w->has_year);
}

/* R3実績 or R3 beside it in its row, and no target: a table's header. */
static bool heads_figures(const reader *r, const cell *c)
{
    const sheet_view *v = &r->view;
    bool measured = false;

    for (uint32_t col = view_next(v, c->row, 0); col != UINT32_MAX;
         col = view_next(v, c->row, col + 1)) {
        if (says(r, c->row, col, ROLE_TARGET))
            return false;
        measured = measured || says(r, c->row, col, ROLE_ACTUAL) ||
                   reader_word(r, c->row, col)->year_only;
    }
    return measured;
}

/* 実績 in a line nearby, and no target: labels below each other. */
static bool stands_in_lines(const reader *r, const cell *c)
{
    const sheet_view *v = &r->view;
    uint32_t from = c->row < LINES_NEAR ? 0 : c->row - LINES_NEAR;
    bool measured = false;

    for (uint32_t row = from;
         row <= c->row + LINES_NEAR && row < v->grid->rows; row++) {
        if (row == c->row || !view_begins(v, row, c->col) ||
            !view_filled(v, row, c->col))
            continue;
        if (says(r, row, c->col, ROLE_TARGET))
            return false;
        measured = measured || says(r, row, c->col, ROLE_ACTUAL);
    }
    return measured;
}

/* 指標名 or 成果指標 in its line or above it. */
static bool is_named(const reader *r, const cell *c)
{
    const sheet_view *v = &r->view;

    for (uint32_t n = 0; n <= NAME_LINES && n <= c->row; n++)
        for (uint32_t col = view_next(v, c->row - n, 0); col <= c->col;
             col = view_next(v, c->row - n, col + 1)) {
            const header_word *w = reader_word(r, c->row - n, col);

            if (w->exact && (w->role == ROLE_KPI || w->role == ROLE_NAME) &&
                text_find(view_text(v, c->row - n, col), aim, 0) == SIZE_MAX)
                return true;
        }
    return false;
}

/* 200, 200人（R6）, － */
static bool is_figure(const reader *r, uint32_t row, uint32_t col)
{
    static const char *const ends[] = { "\n", "（", "(" };
    const cell *c = view_cell(&r->view, row, col);
    text t = view_text(&r->view, row, col);
    figure one;

    if (c->type != CELL_STRING)
        return c->type == CELL_NUMBER;
    for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++)
        t = text_cut(t, 0, text_find(t, ends[i], 1));
    return t.length <= LABEL_BYTES &&
           (number_text_parse(r->memory, &one, text_trim(t)) ||
            no_number_state(t) != STATE_TEXT);
}

/* Where its first value stands; false: nowhere. */
static bool value_of(const reader *r, const cell *c, uint32_t *row,
                     uint32_t *col)
{
    const sheet_view *v = &r->view;
    merge_range m = view_range(v, c->row, c->col);

    if (heads_figures(r, c)) {
        *row = m.last_row + 1;
        *col = c->col;
        return *row < v->grid->rows && view_filled(v, *row, *col);
    }
    *row = c->row;
    *col = view_next(v, c->row, m.last_col + 1);
    return *col != UINT32_MAX && stands_in_lines(r, c);
}

/* 目標値（R6） for 数値目標（R6）. */
static bool put(cell *c, arena *a)
{
    size_t at = text_find(c->value, aim, 0);
    text front = text_cut(c->value, 0, at),
         rest = text_from(c->value, at + strlen(aim));
    char *words = arena_printf(a, "%.*s目標値%.*s", (int)front.length,
                               front.bytes, (int)rest.length, rest.bytes);

    if (words == NULL)
        return false;
    c->value = text_of(words);
    return true;
}

/* ①来場者数：150人（R3）⇒200人（R6）: what it counts, and what is aimed at. */
static bool names_indicator(reader *r, arena *a, text t)
{
    kpi_text *items;
    size_t count;

    return t.length >= NAMED_BYTES &&
           kpi_text_parse(a, &items, &count, t, r->context_year) &&
           count > 0 && items[0].confidence != CONFIDENCE_NONE &&
           items[0].name.length > 0 && items[0].has_target &&
           items[0].target_years.to != 0;
}

/* 目標（事業内容、指標等）: without what its bracket asks for. */
static text without_bracket(text t)
{
    static const char *const opening[] = { "（", "(" };

    for (size_t i = 0; i < sizeof(opening) / sizeof(*opening); i++)
        t = text_cut(t, 0, text_find(t, opening[i], 1));
    return text_trim(t);
}

/* 指標名 | 来場者数 right above: the label of 目標 has its name there. */
static bool has_name_above(const reader *r, const cell *c)
{
    const sheet_view *v = &r->view;
    uint32_t from = c->row < LINES_NEAR ? 0 : c->row - LINES_NEAR;

    for (uint32_t row = from; row < c->row; row++)
        for (uint32_t col = view_next(v, row, 0), next; col <= c->col;
             col = next) {
            const header_word *w = reader_word(r, row, col);

            next = view_next(v, row, col + 1);
            if (w->exact && (w->role == ROLE_KPI || w->role == ROLE_NAME) &&
                next != UINT32_MAX && !reader_word(r, row, next)->exact)
                return true;
        }
    return false;
}

/* 来場者数 | 5年後の目標 | 200人: what stands in front of another label of the
 * target, with its figure. */
static bool has_target_behind(const reader *r, uint32_t row, uint32_t col)
{
    const sheet_view *v = &r->view;
    uint32_t label, value;

    if (reader_word(r, row, col)->exact || is_figure(r, row, col))
        return false;
    label = view_next(v, row, view_range(v, row, col).last_col + 1);
    if (label == UINT32_MAX || !says(r, row, label, ROLE_TARGET))
        return false;
    value = view_next(v, row, view_range(v, row, label).last_col + 1);
    return value != UINT32_MAX && is_figure(r, row, value);
}

/* 目標 | ①来場者数：150人（R3）⇒200人（R6） or 達成目標 | 来場者数 | 5年後の目標 | 200人 */
static bool heads_indicator(reader *r, arena *a, const cell *c)
{
    const sheet_view *v = &r->view;
    uint32_t next;
    bool plain;

    if (!aim_labels_may(c))
        return false;
    plain = text_is(without_bracket(c->value), "目標");
    if (!plain && !text_is(c->value, "達成目標"))
        return false;
    next = view_next(v, c->row, view_range(v, c->row, c->col).last_col + 1);
    return next != UINT32_MAX &&
           view_cell(v, c->row, next)->type == CELL_STRING &&
           ((plain && names_indicator(r, a, view_text(v, c->row, next))) ||
            has_target_behind(r, c->row, next)) &&
           !has_name_above(r, c);
}

/* 目標値 for 数値目標. */
static bool take_figures(grid **made, reader *r, arena *a, const grid *g)
{
    size_t figures = 0, others = 0;

    for (size_t i = 0; i < g->count; i++) {
        const cell *c = &g->cells[i];
        uint32_t row, col;

        if (!is_aim(r, c) || !value_of(r, c, &row, &col) || !is_named(r, c))
            continue;
        if (is_figure(r, row, col))
            figures++;
        else
            others++;
        if ((*made == NULL && !grid_copy_cells(made, a, g)) ||
            !put(&(*made)->cells[i], a))
            return false;
    }
    if (figures <= others)
        *made = NULL; /* they are indicators */
    return true;
}

/* Is what a line tells a figure of one of the indicators? */
static bool tells_one(arena *a, const kpi_text *items, size_t count, text line)
{
    actual_text *actuals;
    size_t told;

    if (line.length == 0 || !actual_text_parse(a, &actuals, &told, line))
        return false;
    for (size_t i = 0; i < told; i++)
        for (size_t k = 0; k < count && actuals[i].has_value; k++)
            if (items[k].name.length >= NAME_LEAST &&
                actual_label_score(items[k].name, actuals[i].label) >=
                    LABEL_ENDS)
                return true; /* ①来場者数 too */
    return false;
}

/* The lines of what was done from the first to the last that tell a figure of
 * an indicator of the aims: ・来場者数：160人. Empty where none does. */
static text told_figures(reader *r, arena *a, text aims, text done)
{
    kpi_text *items;
    size_t count, from = SIZE_MAX, to = 0;

    if (!kpi_text_parse(a, &items, &count, aims, r->context_year))
        return text_of("");
    for (size_t at = 0, start = 0; at < done.length; start = at) {
        if (!tells_one(a, items, count, text_line(done, &at)))
            continue;
        from = from == SIZE_MAX ? start : from;
        to = at;
    }
    return to == 0 ? text_of("") : text_trim(text_cut(done, from, to));
}

/* What stands beside the label at an index; NULL: no text. */
static cell *beside(reader *r, grid *g, size_t at)
{
    const sheet_view *v = &r->view;
    const cell *c = &g->cells[at];
    uint32_t col = view_next(v, c->row, view_range(v, c->row, c->col).last_col
                                            + 1);

    for (at++; at < g->count && g->cells[at].row == c->row; at++)
        if (g->cells[at].col == col)
            return g->cells[at].type == CELL_STRING ? &g->cells[at] : NULL;
    return NULL;
}

/* 実績 for 実施内容 below such a 目標, where no other label has the figures. */
static void take_results(grid *made, reader *r, arena *a, size_t aim_at)
{
    const cell *aim_label = &made->cells[aim_at],
               *aims = beside(r, made, aim_at);
    cell *done = NULL, *label = NULL;
    text told = text_of("");

    for (size_t i = aim_at + 1; aims != NULL && i < made->count; i++) {
        cell *c = &made->cells[i], *value;

        if (c->row > aim_label->row + RESULT_LINES)
            break;
        if (c->col != aim_label->col)
            continue;
        if (says(r, c->row, c->col, ROLE_ACTUAL))
            return;
        if (done != NULL || !says(r, c->row, c->col, ROLE_ACTIVITY) ||
            (value = beside(r, made, i)) == NULL)
            continue;
        told = told_figures(r, a, aims->value, value->value);
        if (told.length > 0) {
            label = c;
            done = value;
        }
    }
    if (done != NULL) {
        label->value = text_of("実績");
        done->value = told;
    }
}

/* 指標 for 目標. */
static bool take_indicators(grid **made, reader *r, arena *a, const grid *g)
{
    for (size_t i = 0; i < g->count; i++) {
        if (!heads_indicator(r, a, &g->cells[i]))
            continue;
        if (*made == NULL && !grid_copy_cells(made, a, g))
            return false;
        (*made)->cells[i].value = text_of("指標");
        take_results(*made, r, a, i);
    }
    return true;
}

bool aim_labels_take(const grid **out, reader *r, arena *a, const grid *g)
{
    grid *made = NULL;

    if (!take_figures(&made, r, a, g) || !take_indicators(&made, r, a, g))
        return false;
    *out = made != NULL ? made : g;
    return made == NULL || grid_index(made, a);
}
