/*
 * table_relisted.c - 再掲事業名: a column of projects that are listed again
 *
 * Above ○ and 再掲 such a word says which of the projects are; above names,
 * where no other column has the projects', they all are.
 */
#include "ingest/table/table_parts.h"

#include <string.h>

/* 事業名 of 再掲事業名 and of 区分 > 再掲事業名; empty for other headers. */
static text what_is_relisted(const table_column *k)
{
    text header = table_column_words(k);

    return text_starts(header, "再掲") ? text_from(header, strlen("再掲"))
                                       : text_of("");
}

void columns_relisted(deciding *d)
{
    for (size_t i = 0; i < d->count; i++) {
        table_column *k = &d->columns[i];
        const header_word *w;
        content n;

        if (k->role != ROLE_RELISTED || k->exact ||
            what_is_relisted(k).length == 0 ||
            columns_count(d, ROLE_PROJECT) > 0)
            continue;
        w = header_roles_find(d->roles, what_is_relisted(k),
                              d->context_year);
        n = column_sample(d, k->col);
        if (!role_is_level(w->role) || !content_mostly(n.names, &n))
            continue;
        k->role = w->role;
        k->rank = w->rank;
        k->relists = true;
    }
}
