/*
 * grant_present.c - 現況値 among the labels of a form
 *
 *     指標         | 利用者数 | 単位         | 人
 *     現況値（R3） | 12       | 目標値（R8） | 20
 *     区分         | R4       | R5
 *     実績         | 13       | 15
 *
 * By itself the word is for an actual, the newest one. Here it is what the
 * plan began with.
 */
#include "ingest/form/grant_parts.h"

#include <string.h>

#include "base/buf.h"

/* Do all actuals of a table that says no baseline lie behind a year? */
static bool begins_behind(const table *t, int year)
{
    bool found = false;

    for (size_t i = 0; t != NULL && i < t->count; i++) {
        const table_column *k = &t->columns[i];

        if (k->role == ROLE_BASELINE ||
            (k->role == ROLE_ACTUAL && k->years.to <= year))
            return false;
        found = found || k->role == ROLE_ACTUAL;
    }
    return found;
}

const header_word *form_present_word(const form *f, const header_word *w,
                                     uint32_t row, uint32_t col)
{
    reader *r = f->reader;
    const sheet_view *v = &r->view;
    text t = view_text(v, row, col);
    bool aims = false;
    buf words;

    if (w->role != ROLE_ACTUAL || !w->exact || !w->has_year ||
        !text_starts(t, "現況") || !begins_behind(f->table, w->years.to))
        return w;
    for (uint32_t c = view_next(v, row, 0); c != UINT32_MAX;
         c = view_next(v, row, c + 1)) {
        const header_word *other = reader_word(r, row, c);

        if (other->exact && other->role == ROLE_BASELINE)
            return w;
        aims = aims || (other->exact && other->role == ROLE_TARGET);
    }
    if (!aims)
        return w;
    buf_init(&words);
    buf_string(&words, "現状");
    buf_text(&words, text_from(t, strlen("現況")));
    w = header_roles_find(r->roles, buf_slice(&words), r->context_year);
    buf_free(&words);
    return w;
}
