/*
 * rows_names.c - what a table counts that names no indicators in a column
 */
#include "ingest/header/office_name.h"
#include "ingest/rows/rows_parts.h"

#include <string.h>

#include "wording/fold.h"

text rows_name_of_lines(const rows_reader *w)
{
    for (size_t i = 0; i < w->table->count; i++) {
        const table_column *k = &w->table->columns[i];
        text t = text_of(k->header);
        const header_word *word;

        if (k->role != ROLE_LINE || strcmp(k->why, "content") != 0 ||
            t.length == 0 || text_starts(t, "（") || text_starts(t, "(") ||
            text_starts(t, "単位"))
            continue;
        word = header_roles_find(w->reader->roles, t,
                                 w->reader->context_year);
        if (word->has_year)
            continue;
        if (word->role == ROLE_NONE)
            return t;
        if (word->role == ROLE_GRADE && text_find(t, "の", 0) != SIZE_MAX) {
            reader_finding(w->reader, "column-role-inferred", k->head_row,
                           k->col, t, "指標名", "the indicator", NULL);
            return t;
        }
    }
    return text_of("");
}

text rows_name_of_figures(const rows_reader *w, unsigned block)
{
    static const text ends[] = {
        TEXT_WORD("の目標"), TEXT_WORD("の目標値"), TEXT_WORD("の実績"),
        TEXT_WORD("の実績値"), TEXT_WORD("目標"), TEXT_WORD("目標値"),
        TEXT_WORD("実績"), TEXT_WORD("実績値")
    };
    text name = text_of("");
    unsigned count = 0;

    for (size_t i = 0; i < w->table->count; i++) {
        const table_column *k = &w->table->columns[i];
        text t = text_of(k->header), key;
        const header_word *word;
        size_t end;

        if (k->block != block || k->exact || !role_is_figure(k->role))
            continue;
        if (k->years.to != 0)
            office_in_brackets(t, &t); /* （R5） */
        end = text_ending(t, ends, sizeof(ends) / sizeof(*ends));
        t = text_trim(text_cut(t, 0, t.length - end));
        word = header_roles_find(w->reader->roles, t,
                                 w->reader->context_year);
        if (end == 0 || t.length == 0 || word->exact || word->has_year ||
            word->year_only ||
            !fold_key(w->reader->memory, &key, t) || content_is_line(key))
            continue;
        if (count++ > 0 && !text_equal(t, name))
            return text_of("");
        name = t;
    }
    return count > 1 ? name : text_of("");
}
