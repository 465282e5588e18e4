/*
 * table_captioned.c - （１）計画 above a table of years, （２）実績 above another
 *
 *     （１）計画
 *     事業 | 指標       | R2   | R3   | … | R11
 *     管渠 | 管渠改善率 | 0.36 | 0.41 | … | 0.8
 *
 * Figures below years alone are actuals, unless the line above the table says
 * that they are what was aimed at.
 */
#include "ingest/table/table_parts.h"

#include <string.h>

#include "ingest/header/banner.h"

enum { WORD_BYTES = 45 };

void columns_captioned(deciding *d)
{
    text no, words;
    const header_word *w;

    if (d->t->caption.length == 0 || d->t->caption.length > WORD_BYTES)
        return;
    heading_read(d->t->caption, &no, &words);
    w = header_roles_find(d->roles, words, d->context_year);
    if (!w->exact || w->has_year ||
        (w->role != ROLE_PLANNED && w->role != ROLE_TARGET))
        return;
    for (size_t i = 0; i < d->count; i++) {
        table_column *k = &d->columns[i];

        if (k->role != ROLE_ACTUAL || k->years.to == 0 || k->exact ||
            strcmp(k->why, "plan") == 0)
            continue;
        k->role = ROLE_PLANNED;
        k->why = "content";
    }
}
