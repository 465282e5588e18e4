/*
 * table_goals.c - 目標 and ゴール that head goals, and no figures to be reached
 */
#include "ingest/header/banner.h"
#include "ingest/header/header_lookup.h"
#include "ingest/table/table_parts.h"

#include <string.h>

#include "wording/glyph.h"

enum { FIGURE_BYTES = 12 }; /* 10 件数, 1　以上 are no titles */

/* ■ 企画部　地域振興課, a line of its own between the others, or a note. */
static bool fills_line(const deciding *d, uint32_t row, uint32_t col)
{
    return view_next(d->view, row,
                     view_range(d->view, row, col).last_col + 1) ==
               UINT32_MAX &&
           view_next(d->view, row, 0) == col;
}

/* 目標 | 施策 | 事業 | 指標: another level between it and the indicators. */
static bool is_above_levels(const deciding *d, size_t i)
{
    for (i++; i < d->count && d->columns[i].role != ROLE_KPI; i++)
        if (role_is_level(d->columns[i].role))
            return columns_count(d, ROLE_KPI) > 0;
    return false;
}

/* 目標１　誰もが健やかに暮らせるまち in every cell: goals by their number, and above
 * other levels 1　誰もが健やかに暮らせるまち too. */
static bool numbers_goals(const deciding *d, size_t i)
{
    uint32_t col = d->columns[i].col;
    bool above = is_above_levels(d, i);
    unsigned goals = 0;

    for (uint32_t row = d->t->first_row;
         row <= d->t->last_row && row < d->view->grid->rows; row++) {
        text t = view_begins(d->view, row, col)
                     ? view_text(d->view, row, col) : text_of("");
        text no, title;

        if (t.length == 0 || fills_line(d, row, col) ||
            table_is_subtotal(d->memory, t))
            continue;
        if (!heading_has_word(heading_read(t, &no, &title)) &&
            (!above || title.length <= FIGURE_BYTES || glyph_has_digit(title)))
            return false;
        if (no.length == 0 || title.length == 0)
            return false;
        goals++;
    }
    return goals > 0;
}

/* 計画の目標 or 戦略目標 behind the indicator, with nothing but figures below it: the
 * target, and no goal. */
static void tell_aims(deciding *d)
{
    bool behind = false;

    for (size_t i = 0; i < d->count; i++) {
        table_column *k = &d->columns[i];
        content n;

        behind = behind || k->role == ROLE_KPI;
        if (!behind || k->role != ROLE_GOAL || strcmp(k->why, "plan") == 0 ||
            text_find(table_column_words(k), "目標", 0) == SIZE_MAX ||
            text_find(table_column_words(k), "基本目標", 0) != SIZE_MAX)
            continue; /* 基本目標 | 3 is a number */
        n = column_sample(d, k->col);
        if (n.cells == 0 || n.numbers < n.cells)
            continue;
        k->role = ROLE_TARGET;
        k->rank = 0;
        k->why = "content";
    }
}

/* 目標 in front of the indicator, with words below it and figures under
 * another 目標, is a goal; so it is above Ⅰ and Ⅱ. */
void columns_goals(deciding *d)
{
    unsigned others = columns_count(d, ROLE_TARGET) +
                      columns_count(d, ROLE_PLANNED);

    if (others == 0)
        tell_aims(d);
    if (columns_count(d, ROLE_KPI) + columns_count(d, ROLE_NAME) == 0)
        return; /* it may be the indicator itself: settle_misled */
    for (size_t i = 0; i < d->count && d->columns[i].role != ROLE_KPI; i++) {
        table_column *k = &d->columns[i];
        content n;

        if (k->role != ROLE_TARGET || k->years.to != 0)
            continue;
        n = column_sample(d, k->col);
        if (!(n.numbers == 0 && n.names == n.cells && n.cells > 0 &&
              n.ordinals == n.cells) &&
            (!content_mostly(n.texts, &n) ||
             (others < 2 && n.names < n.cells)) &&
            (n.numbers > 0 || !numbers_goals(d, i)))
            continue;
        k->role = ROLE_GOAL;
        k->rank = 10;
        k->why = "content";
    }
}

/* ゴール beside 目標値, or below SDGs: which of those goals, and no target. Behind
 * スタート it is where an indicator is to come. */
void columns_global_goals(deciding *d)
{
    for (size_t i = 0; i < d->count; i++)
        if (d->columns[i].role == ROLE_BASELINE &&
            strstr(d->columns[i].header, "スタート") != NULL)
            return;
    for (size_t i = 0; i < d->count; i++) {
        table_column *k = &d->columns[i];
        bool other = strstr(k->header, "SDG") != NULL ||
                     strstr(k->header, "ＳＤＧ") != NULL;

        if (k->role != ROLE_TARGET || strstr(k->header, "ゴール") == NULL ||
            strcmp(k->why, "plan") == 0)
            continue;
        for (size_t n = 0; n < d->count && !other; n++)
            other = d->columns[n].role == ROLE_TARGET &&
                    strstr(d->columns[n].header, "ゴール") == NULL;
        if (other)
            k->role = ROLE_IGNORED;
    }
}

void columns_visions(deciding *d)
{
    for (size_t i = 0; i < d->count; i++) {
        table_column *k = &d->columns[i];
        bool front = false, behind = false;

        if (k->role != ROLE_GOAL || strcmp(k->why, "plan") == 0 ||
            !header_is_vision(table_column_words(k)))
            continue;
        for (size_t n = 0; n < d->count; n++) {
            bool level = n != i && role_is_level(d->columns[n].role);

            front = front || (level && n < i);
            behind = behind || (level && n > i);
        }
        if (!front)
            continue;
        k->role = behind ? ROLE_IGNORED : ROLE_PURPOSE;
        k->why = "position";
    }
}
