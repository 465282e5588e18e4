/*
 * table_times.c - columns of the years in which figures were or are due
 */
#include "ingest/table_parts.h"

#include <string.h>

/* There are actuals, and no line's year is needed to date them. */
static bool actuals_have_years(const deciding *d)
{
    for (size_t i = 0; i < d->count; i++)
        if ((d->columns[i].role == ROLE_ACTUAL &&
             d->columns[i].years.to == 0) ||
            d->columns[i].role == ROLE_LINE)
            return false;
    return columns_count(d, ROLE_ACTUAL) > 0;
}

static bool year_follows(const deciding *d, size_t i)
{
    while (++i < d->count && d->columns[i].role != ROLE_YEAR)
        ;
    return i < d->count;
}

/* 現状値 | 時点 | 目標値 | 年度 in front of actuals that have their years, or each
 * with 時点 behind it: no line's year. In 年度 | 現状値 | 年度 | 目標値 years lead. */
static bool stands_behind_figure(const deciding *d, size_t i)
{
    const table_column *k = &d->columns[i], *left = k - 1;

    return k->role == ROLE_YEAR && strcmp(k->why, "plan") != 0 && i > 0 &&
           left->years.to == 0 &&
           (left->role == ROLE_BASELINE || left->role == ROLE_TARGET) &&
           !(i > 1 && left[-1].role == ROLE_YEAR) &&
           (actuals_have_years(d) ||
            (strstr(k->header, "時点") != NULL && year_follows(d, i)));
}

/* A column of years beside that of the figure below 目標 or 基準値, whatever
 * its word; 計画期間 beside a target, behind its indicator, is the target's. */
void columns_times(deciding *d)
{
    bool named = false;

    for (size_t i = 0; i < d->count; i++) {
        table_column *k = &d->columns[i];
        const table_column *left = i > 0 ? &d->columns[i - 1] : NULL,
                           *right = i + 1 < d->count ? &d->columns[i + 1]
                                                     : NULL;
        bool beside = (left != NULL && left->role == ROLE_TARGET) ||
                      (right != NULL && right->role == ROLE_TARGET);
        content n;

        named = named || k->role == ROLE_KPI;
        if (stands_behind_figure(d, i)) {
            k->role = left->role == ROLE_BASELINE ? ROLE_BASELINE_YEAR
                                                  : ROLE_TARGET_YEAR;
            k->why = "position";
        }
        if (k->role == ROLE_PERIOD && named && beside &&
            strstr(k->header, "事業") == NULL) {
            k->role = ROLE_TARGET_YEAR;
            k->why = "position";
        }
        if ((k->role != ROLE_TARGET && k->role != ROLE_BASELINE) ||
            k->years.to != 0 || strcmp(k->why, "plan") == 0 ||
            !((left != NULL && left->role == k->role) ||
              (right != NULL && right->role == k->role)))
            continue;
        n = column_sample(d, k->col);
        if (n.years == 0 || !content_mostly(n.years + n.kinds, &n))
            continue; /* H31, 毎年 */
        k->role = k->role == ROLE_TARGET ? ROLE_TARGET_YEAR
                                         : ROLE_BASELINE_YEAR;
        k->why = "content";
    }
}
