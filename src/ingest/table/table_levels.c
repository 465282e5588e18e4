/*
 * table_levels.c - which columns are levels: goal, theme, measure, project
 */
#include "ingest/table/table_tiers.h"

#include <string.h>

#include "ingest/header/banner.h"
#include "ingest/header/header_lookup.h"
#include "wording/glyph.h"

enum { DIRECTION_RANK = 24 }; /* as 施策の方向性 */

/* １　脱炭素のまち, below each other: no figures but what numbers them. */
static bool holds_titles(const deciding *d, uint32_t col)
{
    unsigned titles = 0;

    for (uint32_t row = d->t->first_row;
         row <= d->t->last_row && row < d->view->grid->rows; row++) {
        const cell *c = view_cell(d->view, row, col);
        text no, title;

        if (titles > 0 && view_next(d->view, row, 0) == UINT32_MAX)
            break; /* what stands below the table */
        if (c == NULL || !view_begins(d->view, row, col))
            continue;
        heading_read(view_cell_text(d->view, c), &no, &title);
        if (c->type != CELL_STRING || glyph_has_digit(title))
            return false;
        titles += title.length > 0;
    }
    return titles > 0;
}

/* 環境目標 in front of the indicators, above names: a goal, and no figure. */
static void find_aims(deciding *d)
{
    for (size_t i = 0; i + 1 < d->count && d->columns[i].role != ROLE_KPI;
         i++) {
        table_column *k = &d->columns[i];

        if (k->role != ROLE_TARGET || k->exact || k->years.to != 0 ||
            !text_ends(text_of(k->header), "目標") ||
            columns_count(d, ROLE_KPI) == 0 || !holds_titles(d, k->col))
            continue;
        k->role = ROLE_GOAL;
        k->rank = 11;
        k->why = "content";
    }
}

/* 方向性 | 事業 | 指標: in front of projects it is no indicator's direction, but
 * what they are to lead to. */
static void find_directions(deciding *d)
{
    for (size_t i = 0; i + 1 < d->count; i++) {
        table_column *k = &d->columns[i];

        if (k->role == ROLE_PROJECT || k->role == ROLE_KPI)
            return;
        if (k->role != ROLE_DIRECTION || strcmp(k->why, "plan") == 0 ||
            columns_count(d, ROLE_PROJECT) == 0 ||
            column_sample(d, k->col).arrows > 0)
            continue;
        k->role = ROLE_THEME;
        k->rank = DIRECTION_RANK;
        k->why = "position";
    }
}

/* Ⅰ, Ⅱ in the outermost column number goals, whatever its word is, but for
 * テーマ, which says itself what it is; 分野 alone is but what is tracked. */
static void find_goals(deciding *d)
{
    table_column *k = NULL;
    unsigned levels = 0;

    for (size_t i = 0; i < d->count; i++) {
        if (!role_is_level(d->columns[i].role))
            continue;
        levels++;
        if (k == NULL || d->columns[i].rank < k->rank)
            k = &d->columns[i];
    }
    if (k == NULL || (levels == 1 && k->rank == RANK_FIELD) || k->rank <= 12 ||
        k->role == ROLE_PROJECT)
        return;
    if (rank_stands_for_goal(k->rank)) {
        k->rank = 12;
        k->policy = true;
        return;
    }
    if (k->role == ROLE_THEME && k->exact &&
        text_ends(text_of(k->header), "テーマ"))
        return;
    for (uint32_t row = d->t->first_row;
         row <= d->t->last_row && row < d->view->grid->rows; row++) {
        text no, title, t = view_text(d->view, row, k->col);

        /* nor is a heading between the rows the column's */
        if (t.length == 0 ||
            view_next(d->view, row, view_range(d->view, row, k->col).last_col +
                                        1) == UINT32_MAX)
            continue;
        if (heading_read(t, &no, &title) == STYLE_ROMAN ||
            heading_read(t, &no, &title) == STYLE_GOAL_WORD)
            k->rank = 10;
        return;
    }
}

/* How many levels there are, each further in than the next. */
static unsigned count_levels(const deciding *d)
{
    unsigned count = 0, below = UINT32_MAX, rank;

    for (;; below = rank, count++) {
        rank = 0;
        for (size_t i = 0; i < d->count; i++)
            if (role_is_level(d->columns[i].role) &&
                d->columns[i].rank < below && d->columns[i].rank > rank)
                rank = d->columns[i].rank;
        if (rank == 0)
            return count;
    }
}

/* The innermost level is the project; those outside it measure, theme, goal,
 * with a part of the theme where there are five. 基本目標 and テーマ say
 * themselves what they are. */
static void decide_levels(deciding *d)
{
    static const role outward[] = { ROLE_PROJECT, ROLE_MEASURE, ROLE_PART,
                                    ROLE_THEME, ROLE_GOAL };
    enum { MEASURE = 1, PART, THEME, GOAL, STEPS };
    bool parts = count_levels(d) >= STEPS &&
                 columns_count(d, ROLE_PART) == 0;
    size_t step = 0;
    unsigned below = UINT32_MAX;

    for (;;) {
        table_column *best = NULL;

        for (size_t i = 0; i < d->count; i++) {
            table_column *k = &d->columns[i];

            if (role_is_level(k->role) && k->rank < below &&
                k->role != ROLE_PART && (best == NULL || k->rank > best->rank))
                best = k;
        }
        if (best == NULL)
            return;
        below = best->rank;
        best->goal_level = best->rank > 0 && best->rank <= 12;
        if (step > 0 && best->rank <= 12) {
            best->role = ROLE_GOAL;
            step = STEPS;
            continue;
        }
        if (!parts && (step == PART ||
                       (step == MEASURE && best->role == ROLE_THEME)))
            step = THEME; /* テーマ, 柱, 基本的方向 */
        best->policy = best->policy || step == GOAL;
        best->role = step < STEPS ? outward[step++] : ROLE_NONE;
    }
}

static bool only_ordinals(const deciding *d, uint32_t col)
{
    content n = column_sample(d, col);

    return n.ordinals > 0 && content_mostly(n.ordinals, &n);
}

/* Two columns of one level: the first with words keeps it. */
static void drop_doubles(deciding *d, bool same_rank)
{
    static const role once[] = { ROLE_GOAL, ROLE_THEME, ROLE_PART,
                                 ROLE_MEASURE, ROLE_PROJECT };

    for (size_t r = 0; r < sizeof(once) / sizeof(*once); r++) {
        table_column *kept = NULL;

        for (size_t i = 0; i < d->count; i++) {
            table_column *k = &d->columns[i];

            if (k->role != once[r] ||
                (same_rank && kept != NULL && kept->rank != k->rank))
                continue;
            if (kept == NULL) {
                kept = k;
            } else if (only_ordinals(d, kept->col)) {
                kept->role = ROLE_NO;
                kept->numbers = k->col + 1;
                kept = k;
            } else
                k->role = ROLE_NONE;
        }
    }
}

/* 取組 or 重点項目 in front of 施策, which may be what is done for it. */
static bool serves_measures(const table_column *outer,
                            const table_column *inner)
{
    return outer->role == ROLE_PROJECT && outer->rank >= RANK_ACT &&
           outer->rank <= 42 && inner->role == ROLE_MEASURE;
}

/* 取組 | 施策 | 取組名: the projects' names stand further in. */
static bool projects_behind(const deciding *d, const table_column *inner)
{
    for (const table_column *k = inner + 1; k < d->columns + d->count; k++)
        if (k->role == ROLE_PROJECT)
            return true;
    return false;
}

/* Words whose order differs from city to city: those for what is done, and
 * those for what it serves. 視点 may be what 戦略目標 serve, but 基本目標 is always
 * the goal. */
static bool may_be_outer(const table_column *outer, const table_column *inner)
{
    if (!role_is_level(outer->role) || !role_is_level(inner->role))
        return false;
    if (serves_measures(outer, inner))
        return true;
    if (outer->rank >= RANK_ACT)
        return outer->role == ROLE_PROJECT && inner->role == ROLE_PROJECT &&
               outer->rank <= 45 && inner->rank >= RANK_ACT;
    if (inner->role == ROLE_GOAL)
        return outer->rank == RANK_FIELD && inner->rank > 10;
    return outer->rank > 12 && inner->rank > 12;
}

/* 改革項目 | 取組事項, 基本方針 | 施策の柱: the one in front is outer where its
 * names hold for several of the other's, whose number may stand between. */
static void order_by_names(deciding *d)
{
    for (size_t i = 0; i + 1 < d->count; i++) {
        table_column *outer = &d->columns[i], *inner = &d->columns[i + 1];

        if (inner->role == ROLE_NO && i + 2 < d->count)
            inner = &d->columns[i + 2];
        if (inner->rank < outer->rank && may_be_outer(outer, inner) &&
            strcmp(outer->why, "plan") != 0 &&
            strcmp(inner->why, "plan") != 0 &&
            column_names_in(d, outer->col, inner->col) <
                column_names_in(d, inner->col, inner->col) +
                    (serves_measures(outer, inner) &&
                     projects_behind(d, inner))) {
            if (serves_measures(outer, inner)) {
                outer->role = ROLE_MEASURE; /* others may be the projects' */
                outer->rank = inner->rank - 1;
            } else
                inner->rank = outer->rank + 1;
        }
    }
}

/* 基本方針 | 施策の方向, of one rank: what stands further in is inner. */
static void order_equals(deciding *d)
{
    for (size_t i = 0; i < d->count; i++)
        for (size_t n = i + 1; n < d->count; n++) {
            const table_column *outer = &d->columns[i];
            table_column *inner = &d->columns[n];

            if (role_is_level(outer->role) && role_is_level(inner->role) &&
                outer->rank == inner->rank && outer->rank > 12 &&
                outer->rank < 40 && inner->header[0] != '\0' &&
                strcmp(outer->header, inner->header) != 0 &&
                !only_ordinals(d, outer->col) &&
                !only_ordinals(d, inner->col))
                inner->rank++;
        }
}

/* Sentences, in every row that says something. */
static bool holds_sentences(const deciding *d, uint32_t col)
{
    unsigned sentences = 0;

    for (uint32_t row = d->t->first_row;
         row <= d->t->last_row && row < d->view->grid->rows; row++) {
        text t = view_text(d->view, row, col);

        if (t.length == 0 || !view_begins(d->view, row, col))
            continue;
        if (!text_ends(t, "。"))
            return false;
        sentences++;
    }
    return sentences > 0;
}

/* 取組, not 事業. */
static bool is_act(const table_column *k)
{
    return k->rank >= RANK_ACT && k->rank <= RANK_ACT + 2;
}

/* 主な取組 behind 施策 and its indicators, 関連する事業 there, several in one cell:
 * none of them is what is tracked. */
static bool lists_related(const deciding *d, const table_column *k,
                          const table_column *inner)
{
    enum { MEASURE_RANK = 26 };
    static const char *const words[] = { "関連", "関係", "対応する" };
    bool related = false;

    for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
        related = related || text_starts(text_of(k->header), words[i]);
    if (inner->rank < MEASURE_RANK)
        return false;
    if (is_act(k) && text_starts(text_of(k->header), "主な"))
        return true;
    if (!related)
        return false;
    for (uint32_t row = d->t->first_row;
         row <= d->t->last_row && row < d->view->grid->rows; row++)
        if (view_begins(d->view, row, k->col) &&
            text_find(view_text(d->view, row, k->col), "\n", 0) != SIZE_MAX)
            return true;
    return false;
}

/* 事業名 | 指標 | 目標 | 主な取組: what was done, behind what is tracked; H28の
 * 主な取組 says so itself, also behind a measure. */
static bool is_told(const deciding *d, const table_column *k,
                    const table_column *inner)
{
    if (k->years.to != 0 && is_act(k))
        return true;
    return k->rank < inner->rank &&
           (k->years.to != 0 || holds_sentences(d, k->col));
}

/* 年度 | 目標 | 実績 | 主な取組 on lines of years, in front of which nothing is
 * named: what was done in each. */
static bool tells_years(const deciding *d, const table_column *k)
{
    const table_column *first = &d->columns[0];
    unsigned told = 0;

    if (!is_act(k) || strcmp(k->why, "plan") == 0 ||
        first->role != ROLE_YEAR || columns_count(d, ROLE_KPI) > 0)
        return false;
    for (uint32_t row = d->t->first_row;
         row <= d->t->last_row && row < d->view->grid->rows; row++) {
        year_span span;

        if (!view_filled(d->view, row, k->col) ||
            view_range(d->view, row, k->col).col < k->col)
            continue; /* a note or a label below, over all columns */
        if (!fiscal_year_parse(&span, view_text(d->view, row, first->col),
                               d->context_year))
            return told > 1; /* what stands behind the lines */
        told++;
    }
    return told > 0;
}

/* 取組名 | 指標 | 年度 | 主な取組 above 説明会を３回開催した。: done in the year for what
 * is named already. */
static bool tells_doings(const deciding *d, const table_column *k,
                         const table_column *inner)
{
    return inner != NULL && inner->rank >= RANK_ACT && is_act(k) &&
           holds_sentences(d, k->col);
}

static void drop_told(deciding *d)
{
    const table_column *inner = NULL;
    bool figures = false, named = false;

    for (size_t i = 0; i < d->count; i++) {
        table_column *k = &d->columns[i];

        if (role_is_level(k->role) &&
            ((figures && (inner == NULL ? tells_years(d, k)
                                        : lists_related(d, k, inner) ||
                                              is_told(d, k, inner))) ||
             (named && tells_doings(d, k, inner)))) {
            k->role = ROLE_ACTIVITY;
            k->why = "content";
        } else if (role_is_level(k->role) &&
                   (inner == NULL || k->rank > inner->rank)) {
            inner = k;
        }
        figures = figures || role_is_figure(k->role);
        named = named || k->role == ROLE_KPI;
    }
}

/* 重点プロジェクト or 重点事業 above ○ or 該当: which of the rows are such, and no
 * names. */
static void drop_marked(deciding *d)
{
    for (size_t i = 0; i < d->count; i++) {
        table_column *k = &d->columns[i];

        if (!role_is_level(k->role) || strcmp(k->why, "plan") == 0 ||
            !column_holds_marks(d, k->col))
            continue;
        k->role = ROLE_IGNORED;
        k->why = "content";
    }
}

static bool names_plan(const table_column *k)
{
    return header_behind_plan(text_of(k->header)) != SIZE_MAX;
}

/* 総合計画の施策 behind the figures, or beside a 施策 of the plan that is tracked:
 * where it is to be found in another one. */
static void drop_references(deciding *d)
{
    bool figures = false;

    for (size_t i = 0; i < d->count; i++) {
        table_column *k = &d->columns[i];
        bool other = false;

        figures = figures || role_is_figure(k->role);
        if (!role_is_level(k->role) || strcmp(k->why, "plan") == 0 ||
            !names_plan(k))
            continue;
        for (size_t n = 0; n < d->count && !other; n++)
            other = d->columns[n].role == k->role && !names_plan(&d->columns[n]);
        if (figures || other)
            k->role = ROLE_IGNORED;
    }
}

void columns_levels(deciding *d)
{
    columns_grants(d);
    columns_numbers_find(d);
    drop_marked(d);
    drop_references(d);
    drop_told(d);
    columns_visions(d);
    columns_tiers(d);
    find_directions(d);
    columns_contents(d);
    columns_undertakings(d);
    find_aims(d);
    columns_unnamed(d);
    order_by_names(d);
    order_equals(d);
    drop_doubles(d, true);
    find_goals(d);
    decide_levels(d);
    drop_doubles(d, false);
    columns_numbers_settle(d);
}
