/*
 * table_criteria.c - points for each criterion, and the grade they add up to
 *
 *     評点   | <      | <      | <    | 総合評価
 *     必要性 | 有効性 | 効率性 | 合計 |
 *     3      | 5      | 3      | 11   | B
 *
 * 有効性 alone may be what a project is graded by; beside a column that says
 * the whole it is but one of its reasons.
 */
#include "ingest/table/table_parts.h"

#include <string.h>

static bool is_criterion(const table_column *k)
{
    static const char *const groups[] = { "評点 > ", "採点 > ", "得点 > ",
                                          "点数 > ", "評価項目 > ",
                                          "評価の視点 > ", "項目別評価 > " };
    static const char *const names[] = { "有効性" };
    text header = text_of(k->header), last = header;

    for (size_t at; (at = text_find(last, " > ", 0)) != SIZE_MAX;)
        last = text_from(last, at + strlen(" > "));
    return text_in(last, names, sizeof(names) / sizeof(*names)) ||
           text_contains_one(header, groups, sizeof(groups) / sizeof(*groups));
}

void columns_drop_criteria(deciding *d)
{
    bool criterion = false, whole = false;

    if (columns_count(d, ROLE_GRADE) < 2)
        return;
    for (size_t i = 0; i < d->count; i++) {
        const table_column *k = &d->columns[i];

        if (k->role != ROLE_GRADE)
            continue;
        if (is_criterion(k))
            criterion = true;
        else
            whole = whole || k->exact;
    }
    for (size_t i = 0; criterion && whole && i < d->count; i++)
        if (d->columns[i].role == ROLE_GRADE &&
            strcmp(d->columns[i].why, "plan") != 0 &&
            is_criterion(&d->columns[i]))
            d->columns[i].role = ROLE_IGNORED;
}
