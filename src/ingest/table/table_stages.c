/*
 * table_stages.c - 策定時 | 中間値 | 直近値 | 目標値: which stage of which plan a
 * column's figures are of
 */
#include "ingest/table/table_parts.h"

#include <string.h>

/* 第２次計画策定時, 前計画当初値: what a plan began with, and which plan. */
static bool begins_a_plan(const table_column *k)
{
    static const char *const begins[] = { "策定時", "開始時", "当初", "基準" },
                            *const plans[] = { "次計画", "期計画", "前計画",
                                               "現計画", "前期計画", "後期計画",
                                               "新計画", "旧計画", "次プラン",
                                               "期プラン", "前プラン",
                                               "現プラン", "次戦略", "期戦略",
                                               "前戦略", "現戦略" };
    text header = text_of(k->header);

    return k->role == ROLE_BASELINE && k->years.to != 0 &&
           strcmp(k->why, "plan") != 0 &&
           text_contains_one(header, begins,
                             sizeof(begins) / sizeof(*begins)) &&
           text_contains_one(header, plans, sizeof(plans) / sizeof(*plans));
}

/* 第１次計画策定時（H28） | 第２次計画策定時（R3） | 目標値: the plan began with the
 * newer one, and the other is an actual of its year. */
static void settle_plans(deciding *d)
{
    int newest = 0;

    for (size_t i = 0; i < d->count; i++) {
        if (d->columns[i].role != ROLE_BASELINE)
            continue;
        if (!begins_a_plan(&d->columns[i]))
            return;
        if (d->columns[i].years.to > newest)
            newest = d->columns[i].years.to;
    }
    for (size_t i = 0; i < d->count; i++) {
        table_column *k = &d->columns[i];

        if (k->role == ROLE_BASELINE && k->years.to < newest) {
            k->role = ROLE_ACTUAL;
            k->why = "position";
        }
    }
}

/* 直近値, R5実績: its words, and not only a year. */
static bool says_measured(const table_column *k)
{
    static const char *const words[] = { "実績", "直近", "最新", "現況" };

    return text_contains_one(text_of(k->header), words,
                             sizeof(words) / sizeof(*words));
}

/* An actual that says so is of an earlier year than `year`, by its header or
 * its cells, and none is later. */
static bool measured_before(const deciding *d, int year)
{
    bool before = false;

    for (size_t i = 0; i < d->count; i++) {
        const table_column *k = &d->columns[i];
        int last = k->years.to;

        if (k->role != ROLE_ACTUAL || strstr(k->header, "中間値") != NULL)
            continue;
        if (last == 0)
            last = columns_last_year(d, k->col);
        if (last >= year)
            return false;
        before = before || (last != 0 && says_measured(k));
    }
    return before;
}

static bool aims_later(const deciding *d, int year)
{
    for (size_t i = 0; i < d->count; i++)
        if (d->columns[i].role == ROLE_TARGET &&
            d->columns[i].years.to > year)
            return true;
    return false;
}

/* 中間値（R7） | 直近値（R5） | 目標値（R11）: a year that has not come yet when the
 * figures were gathered is aimed at. */
static void settle_halfway(deciding *d)
{
    for (size_t i = 0; i < d->count; i++) {
        table_column *k = &d->columns[i];

        if (k->role != ROLE_ACTUAL || k->years.to == 0 ||
            strcmp(k->why, "plan") == 0 ||
            strstr(k->header, "中間値") == NULL ||
            !aims_later(d, k->years.to) || !measured_before(d, k->years.to))
            continue;
        k->role = ROLE_TARGET;
        k->why = "position";
    }
}

/* Does 目標指標 stand in front of the names in column `col`, in each row down to
 * the next form, whose own indicators may have another label? */
static bool rows_aim(const deciding *d, uint32_t col)
{
    const sheet_view *v = d->view;
    bool any = false;

    for (uint32_t row = d->t->first_row;
         row <= d->t->last_row && row < v->grid->rows; row++) {
        uint32_t c = view_next(v, row, 0);

        if (c == UINT32_MAX ||
            table_word(v, d->roles, row, c, d->context_year)->role ==
                ROLE_PROJECT)
            break;
        if (!view_begins(v, row, col) || !view_filled(v, row, col))
            continue;
        if (c >= col ||
            text_find(view_text(v, row, c), "目標", 0) == SIZE_MAX)
            return false;
        any = true;
    }
    return any;
}

/* 年度     |          | R7 | R8 | R9    years alone, and nothing else says
 * 目標指標 | 相談件数 | 52 | 53 | 54    whether they were reached */
void columns_aimed(deciding *d)
{
    const table_column *named = NULL;

    if (columns_count(d, ROLE_ACTUAL) < 2 ||
        columns_count(d, ROLE_KPI) != 1 || columns_count(d, ROLE_LINE) > 0)
        return;
    for (size_t i = 0; i < d->count; i++) {
        const table_column *k = &d->columns[i];

        if (k->role == ROLE_KPI)
            named = k;
        if (role_is_figure(k->role) &&
            (k->role != ROLE_ACTUAL || k->years.to == 0 ||
             strcmp(k->why, "position") != 0))
            return;
    }
    if (named == NULL || !rows_aim(d, named->col))
        return;
    for (size_t i = 0; i < d->count; i++)
        if (d->columns[i].role == ROLE_ACTUAL)
            d->columns[i].role = ROLE_PLANNED;
}

void columns_stages(deciding *d)
{
    if (columns_count(d, ROLE_BASELINE) > 1)
        settle_plans(d);
    if (columns_count(d, ROLE_TARGET) > 0)
        settle_halfway(d);
}
