/*
 * table_changes.c - targets that are but the change to another
 *
 *     項目 | 基準年度 | 目標 | 目標削減率
 */
#include "ingest/table/table_parts.h"

/* 目標削減率, and not 目標. */
static bool tells_change(const table_column *k)
{
    static const char *const ends[] = { "削減率", "増減率", "減少率", "増加率",
                                        "伸び率", "縮減率", "改善率",
                                        "削減割合", "削減量", "減少量",
                                        "増加量" };
    static const char *const opens[] = { "（", "(" };
    text header = text_of(k->header);

    for (size_t i = 0; i < sizeof(opens) / sizeof(*opens); i++) {
        size_t open = text_find(header, opens[i], 0);

        if (open != SIZE_MAX)
            header = text_cut(header, 0, open);
    }
    return text_ends_in(text_trim(header), ends, sizeof(ends) / sizeof(*ends));
}

/* 目標 | 目標削減率: what the figure falls by is no other target. */
void columns_changes(deciding *d)
{
    for (size_t i = 0; i < d->count; i++) {
        table_column *k = &d->columns[i];
        bool other = false;

        if (k->role != ROLE_TARGET || k->exact || !tells_change(k))
            continue;
        for (size_t n = 0; n < d->count; n++)
            other = other || (n != i && d->columns[n].role == ROLE_TARGET &&
                              d->columns[n].index == k->index &&
                              !tells_change(&d->columns[n]));
        if (other)
            k->role = ROLE_IGNORED;
    }
}
