/*
 * table_offices.c - 局 | 部 | 課 | 係 beside each other
 */
#include <string.h>

#include "ingest/header/department_words.h"
#include "ingest/header/office_name.h"
#include "ingest/table/table_parts.h"

static bool is_office(const table_column *k)
{
    return k->role == ROLE_BUREAU || k->role == ROLE_DIVISION;
}

/* How far down the offices of a column are, by its header's first word, and
 * its last. */
static office_level level_of(const deciding *d, size_t i, office_level *lowest)
{
    const table_column *k = &d->columns[i];

    return office_levels_typed(d->memory,
                               view_text(d->view, k->head_row, k->head_col),
                               lowest);
}

/* Offices from the column `from` on, each further down than the one in front
 * of it: the column behind the last of them. Of 部・課 the level is 課's. */
static size_t run_from(const deciding *d, size_t from, office_level *levels)
{
    size_t i = from;
    office_level last = OFFICE_NONE;

    for (; i < d->count && i - from < OFFICE_SECTION; i++) {
        const table_column *k = &d->columns[i];
        office_level lowest, first;

        if (!is_office(k) || k->block != 0)
            break;
        first = level_of(d, i, &lowest);
        if (first <= last)
            break;
        levels[i - from] = last = lowest;
    }
    return i;
}

/* Of three levels two are the bureau's, or the division's: nothing is lost.
 * 課 | 係 are one division, and 部・課 behind 局 holds it. */
static void settle_run(deciding *d, size_t from, size_t to,
                       const office_level *levels)
{
    if (to - from < 3 && levels[0] < OFFICE_DIVISION) {
        if (levels[1] >= OFFICE_DIVISION &&
            strcmp(d->columns[from + 1].why, "plan") != 0)
            d->columns[from + 1].role = ROLE_DIVISION;
        return;
    }
    for (size_t i = from; i < to; i++) {
        table_column *k = &d->columns[i];

        k->role = levels[i - from] <= OFFICE_DEPARTMENT ? ROLE_BUREAU
                                                        : ROLE_DIVISION;
        k->goes_on = i > from && d->columns[i - 1].role == k->role;
    }
}

/* 課 | 部: the column of 部 behind the first division's; else the first. */
static size_t highest_of(const deciding *d, size_t first)
{
    office_level lowest;

    if (level_of(d, first, &lowest) < OFFICE_DIVISION)
        return first;
    for (size_t i = first + 1; i < d->count; i++)
        if (d->columns[i].role == ROLE_DIVISION && d->columns[i].block == 0 &&
            level_of(d, i, &lowest) != OFFICE_NONE &&
            lowest <= OFFICE_DEPARTMENT)
            return i;
    return first;
}

/* 部 beside 課 is the bureau; alone it may be either. */
static void settle_first(deciding *d)
{
    for (size_t i = 0; i < d->count; i++) {
        if (d->columns[i].role != ROLE_DIVISION)
            continue;
        if (columns_count(d, ROLE_BUREAU) == 0 &&
            columns_count(d, ROLE_DIVISION) > 1 &&
            (i + 1 == d->count || !d->columns[i + 1].goes_on))
            d->columns[highest_of(d, i)].role = ROLE_BUREAU;
        return;
    }
}

/* How many of a column's cells are 課 or 室, and how many 局 or 部. */
static unsigned count_offices(const deciding *d, const table_column *k,
                              unsigned *divisions, unsigned *bureaus)
{
    static const char *const lower[] = { "課", "室", "係", "班", "グループ" };
    static const char *const upper[] = { "局", "部" };
    unsigned cells = 0;

    *divisions = *bureaus = 0;
    for (uint32_t row = d->t->first_row;
         row <= d->t->last_row && row < d->view->grid->rows; row++) {
        text t = view_text(d->view, row, k->col);

        if (t.length == 0 || !view_begins(d->view, row, k->col))
            continue;
        cells++;
        *divisions += text_ends_in(t, lower, sizeof(lower) / sizeof(*lower));
        *bureaus += text_ends_in(t, upper, sizeof(upper) / sizeof(*upper));
    }
    return cells;
}

/* Are half of them 課 or 室, and 局 or 部 no more of them? */
static bool holds_divisions(const deciding *d, const table_column *k)
{
    unsigned divisions, bureaus;
    unsigned cells = count_offices(d, k, &divisions, &bureaus);

    return divisions * 2 > cells && bureaus < divisions;
}

/* 担当部署 merged over 農政局 | 農業部 | 農地課: the columns behind its first. */
static void settle_merged(deciding *d)
{
    for (size_t i = 1; i < d->count; i++) {
        table_column *k = &d->columns[i];
        unsigned divisions, bureaus, cells;

        if (k->role != ROLE_NONE || !is_office(k - 1) || k->block != 0 ||
            k->head_row != k[-1].head_row || k->head_col != k[-1].head_col)
            continue;
        cells = count_offices(d, k, &divisions, &bureaus);
        if (divisions * 2 > cells && bureaus < divisions)
            k->role = ROLE_DIVISION;
        else if (bureaus * 2 > cells && k[-1].role == ROLE_BUREAU)
            k->role = ROLE_BUREAU;
        else
            continue;
        k->goes_on = k->role == ROLE_BUREAU;
        k->why = k[-1].why;
    }
}

/* 部局 | 所属: the second of two, whose word says no level, is the
 * division's. */
static void settle_second(deciding *d)
{
    table_column *open = NULL;
    bool first = true;

    if (columns_count(d, ROLE_BUREAU) != 2 ||
        columns_count(d, ROLE_DIVISION) > 0)
        return;
    for (size_t i = 0; i < d->count; i++) {
        table_column *k = &d->columns[i];
        office_level lowest;

        if (k->role != ROLE_BUREAU || k->block != 0)
            continue;
        if (!first && strcmp(k->why, "plan") != 0 && !k->goes_on &&
            level_of(d, i, &lowest) == OFFICE_NONE)
            open = k;
        first = false;
    }
    if (open != NULL && strstr(open->header, "主体") == NULL &&
        holds_divisions(d, open))
        open->role = ROLE_DIVISION;
}

static bool names_office(text t)
{
    static const char *const words[] = { "局", "部", "課", "室", "係", "所",
                                         "委員会", "センター", "消防" };

    return text_contains_one(t, words, sizeof(words) / sizeof(*words));
}

/* 実施主体 above 市・事業者 and 県: who acts, and none of the city's offices. Beside
 * 担当課 商工会議所 is none either, though its name could be one's. */
static void drop_actors(deciding *d)
{
    for (size_t i = 0; i < d->count; i++) {
        table_column *k = &d->columns[i];
        bool office = false, alone;

        if (k->role != ROLE_BUREAU || strcmp(k->why, "plan") == 0 ||
            strstr(k->header, "主体") == NULL)
            continue;
        alone = columns_count(d, ROLE_BUREAU) +
                    columns_count(d, ROLE_DIVISION) == 1;
        for (uint32_t row = d->t->first_row;
             row <= d->t->last_row && row < d->view->grid->rows && !office;
             row++)
            office = view_filled(d->view, row, k->col) &&
                     (alone ? names_office(view_text(d->view, row, k->col))
                            : office_name(view_text(d->view, row, k->col)));
        if (office)
            continue;
        k->role = ROLE_IGNORED;
        k->why = "content";
    }
}

/* 関係課, also below the title of a part: 基本情報. */
static bool helps(const deciding *d, const table_column *k)
{
    return office_helps(text_of(k->header)) ||
           office_helps(view_text(d->view, k->head_row, k->head_col));
}

/* 所管課 | 連携部署: whose the project is, and who helps. */
static void drop_helpers(deciding *d)
{
    bool owner = false;

    for (size_t i = 0; i < d->count; i++)
        owner = owner || (is_office(&d->columns[i]) &&
                          !helps(d, &d->columns[i]));
    for (size_t i = 0; i < d->count && owner; i++)
        if (is_office(&d->columns[i]) && d->columns[i].exact &&
            helps(d, &d->columns[i]))
            d->columns[i].role = ROLE_IGNORED;
}

void columns_offices(deciding *d)
{
    office_level levels[OFFICE_SECTION];

    drop_actors(d);
    settle_merged(d);
    if (columns_count(d, ROLE_BUREAU) + columns_count(d, ROLE_DIVISION) < 2)
        return;
    drop_helpers(d);
    for (size_t i = 0; i < d->count; i++) {
        size_t end = is_office(&d->columns[i]) ? run_from(d, i, levels) : i;

        if (end < i + 2)
            continue;
        settle_run(d, i, end, levels);
        i = end - 1;
    }
    settle_first(d);
    settle_second(d);
}
