/*
 * table_tiers.c - all levels in one column, and which each is beside it
 */
#include "ingest/table/table_tiers.h"

#include <string.h>

enum { TIER_ROWS = 200, GOAL_RANK = 10 };

/* The rank of a cell that is the word of a level and no more; 0 for none. */
static unsigned rank_at(const sheet_view *v, header_roles *roles,
                        uint32_t row, uint32_t col, int context_year)
{
    const header_word *w;
    const cell *c = view_cell(v, row, col);

    if (c == NULL || c->type != CELL_STRING ||
        !table_may_be_word(v, roles, row, col, context_year))
        return 0;
    w = table_word(v, roles, row, col, context_year);
    if (text_is(view_cell_text(v, c), "目標"))
        return GOAL_RANK; /* as 基本目標, beside 施策 and the like */
    return w->exact && role_is_level(w->role) && w->role != ROLE_PART
               ? w->rank : 0;
}

/* Keeps the ranks from the outermost on; false when there are too many. */
static bool keep(table_tier_rank *tiers, size_t *count, unsigned rank,
                 role level)
{
    size_t at = 0;

    while (at < *count && tiers[at].rank < rank)
        at++;
    if (at < *count && tiers[at].rank == rank)
        return true;
    if (*count == TABLE_TIERS)
        return false;
    memmove(tiers + at + 1, tiers + at, (*count - at) * sizeof(*tiers));
    tiers[at] = (table_tier_rank){ rank, level };
    (*count)++;
    return true;
}

/* 施策 and 重点施策, 取組 and 主な取組: kinds of one level, and no levels. Pillars,
 * directions and the like stand below each other, as 基本施策 and 施策 do. */
static bool are_kinds(const table_tier_rank *outer,
                      const table_tier_rank *inner)
{
    enum { BASIC_RANK = 26, MEASURE_RANK = 30, NEAR = 6 };

    return outer->level == inner->level && outer->level != ROLE_THEME &&
           inner->rank - outer->rank < NEAR &&
           !(outer->rank == BASIC_RANK && inner->rank == MEASURE_RANK);
}

/* From the innermost outwards; see decide_levels() of columns. */
static void name_levels(table_tier_rank *tiers, size_t count)
{
    static const role outward[] = { ROLE_PROJECT, ROLE_MEASURE, ROLE_PART,
                                    ROLE_THEME, ROLE_GOAL };
    enum { MEASURE = 1, PART, THEME, GOAL };
    bool parts = count > GOAL;
    size_t step = 0;

    for (size_t i = count; i-- > 0;) {
        if (step > 0 && (tiers[i].rank <= 12 ||
                         (i == 0 && rank_stands_for_goal(tiers[i].rank)))) {
            tiers[i].level = ROLE_GOAL;
            continue;
        }
        if (!parts && (step == PART ||
                       (step == MEASURE && tiers[i].level == ROLE_THEME)))
            step = THEME;
        tiers[i].level = step <= GOAL ? outward[step++] : ROLE_NONE;
    }
}

/* Is every cell of the column such a word, but for 計 and the like below,
 * without an indicator? Two different ones tell levels apart. */
static bool holds_tiers(const deciding *d, uint32_t col, uint32_t names)
{
    const sheet_view *v = d->view;
    table *t = d->t;
    size_t count = 0;

    for (uint32_t row = t->first_row;
         row <= t->last_row && row < v->grid->rows &&
         row < t->first_row + TIER_ROWS; row++) {
        unsigned rank;

        if (!view_filled(v, row, col))
            continue;
        rank = view_begins(v, row, col) &&
                       view_range(v, row, col).last_row == row
                   ? rank_at(v, d->roles, row, col, d->context_year) : 0;
        if (rank == 0) {
            if (count < 2 || (view_begins(v, row, names) &&
                              view_filled(v, row, names) &&
                              !table_is_subtotal(d->memory,
                                                 view_text(v, row, col))))
                return false;
            continue;
        }
        if (!keep(t->tiers, &count, rank,
                  table_word(v, d->roles, row, col, d->context_year)->role))
            return false;
    }
    for (size_t i = 1; i < count; i++)
        if (are_kinds(&t->tiers[i - 1], &t->tiers[i]))
            return false;
    if (count < 2)
        return false;
    name_levels(t->tiers, count);
    t->tier_count = count;
    return true;
}

void columns_tiers(deciding *d)
{
    table_column *tier = NULL, *named = NULL;
    uint32_t names = 0;

    if (d->view->turned || columns_count(d, ROLE_KPI) == 0)
        return;
    for (size_t i = 0; i < d->count && names == 0; i++) {
        table_column *k = &d->columns[i];

        if (k->role == ROLE_KPI) {
            names = k->col;
        } else if (role_is_level(k->role)) {
            if (named != NULL)
                return; /* each level has a column of its own */
            named = k;
        } else if (named == NULL && tier == NULL && k->header[0] != '\0' &&
                   (k->role == ROLE_NONE || k->role == ROLE_BREAKDOWN ||
                    k->role == ROLE_KIND || k->role == ROLE_IGNORED)) {
            tier = k;
        }
    }
    if (tier == NULL || named == NULL || names == 0 ||
        strcmp(tier->why, "plan") == 0 ||
        !holds_tiers(d, tier->col, names))
        return;
    d->t->tier_col = tier->col;
    tier->role = ROLE_IGNORED;
    tier->why = "content";
}

role table_tier(const table *t, const sheet_view *v, header_roles *roles,
                uint32_t row, int context_year)
{
    unsigned rank;

    if (t->tier_count == 0 || view_next(v, row, t->tier_col) != t->tier_col)
        return ROLE_NONE;
    rank = rank_at(v, roles, row, t->tier_col, context_year);
    for (size_t i = 0; rank != 0 && i < t->tier_count; i++)
        if (t->tiers[i].rank == rank)
            return t->tiers[i].level;
    return ROLE_NONE;
}
