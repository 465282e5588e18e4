/*
 * grant_present.c - 現況値 among the labels of a form
 *
 *     指標         | 利用者数 | 単位         | 人
 *     現況値（R3） | 12       | 目標値（R8） | 20
 *     区分         | R4       | R5
 *     実績         | 13       | 15
 *
 * or 現況値 | R3 | 12 | 目標値 | R8 | 20 above a line for each year.
 *
 * By itself the word is for an actual, the newest one. Here it is what the
 * plan began with.
 */
#include "ingest/form/grant_parts.h"

#include <string.h>

#include "base/buf.h"

/* The year of a table's actual; that of its first line where lines have years.
 */
static int first_year(const form *f, const table_column *k)
{
    const table_column *lines = table_column_any(f->table, ROLE_YEAR);
    year_span years = { 0 };

    if (k->years.to != 0 || lines == NULL)
        return k->years.to;
    reader_year_parse(f->reader, &years,
                      view_text(&f->reader->view, f->table->first_row,
                                lines->col));
    return years.to;
}

/* Do all actuals of a table that says no baseline lie behind a year? */
static bool begins_behind(const form *f, int year)
{
    const table *t = f->table;
    bool found = false;

    for (size_t i = 0; t != NULL && i < t->count; i++) {
        const table_column *k = &t->columns[i];

        if (k->role == ROLE_BASELINE ||
            (k->role == ROLE_ACTUAL && first_year(f, k) <= year))
            return false;
        found = found || k->role == ROLE_ACTUAL;
    }
    return found;
}

/* 現況値（R3）, 現況値 | R3 | 12; 0 where no year is said. */
static int year_of(const form *f, const header_word *w, uint32_t row,
                   uint32_t col)
{
    const sheet_view *v = &f->reader->view;
    uint32_t next = view_next(v, row, view_range(v, row, col).last_col + 1);

    if (w->has_year)
        return w->years.to;
    w = next == UINT32_MAX ? NULL : reader_word(f->reader, row, next);
    return w != NULL && w->year_only ? w->years.to : 0;
}

/* Is one of a row's cells the label of a target, and none of a baseline? */
static bool aims(const form *f, uint32_t row)
{
    const sheet_view *v = &f->reader->view;
    bool found = false;

    for (uint32_t c = view_next(v, row, 0); c != UINT32_MAX;
         c = view_next(v, row, c + 1)) {
        const header_word *w = reader_word(f->reader, row, c);

        if (w->exact && w->role == ROLE_BASELINE)
            return false;
        found = found || (w->exact && w->role == ROLE_TARGET);
    }
    return found;
}

const header_word *form_present_word(const form *f, const header_word *w,
                                     uint32_t row, uint32_t col)
{
    reader *r = f->reader;
    text t;
    buf words;

    if (w->role != ROLE_ACTUAL || !w->exact)
        return w;
    t = view_text(&r->view, row, col);
    if (!text_starts(t, "現況") ||
        !begins_behind(f, year_of(f, w, row, col)) ||
        (!aims(f, row) && (row + 1 >= f->table->top || !aims(f, row + 1))))
        return w;
    buf_init(&words);
    buf_string(&words, "現状");
    buf_text(&words, text_from(t, strlen("現況")));
    w = header_roles_find(r->roles, buf_slice(&words), r->context_year);
    buf_free(&words);
    return w;
}
