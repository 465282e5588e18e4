/*
 * line_pairs.c - labels with their values in one line above a table
 */
#include "ingest/form/line_pairs.h"

#include "ingest/form/grant_parts.h"
#include "ingest/reader/department.h"

bool line_pairs_read(line_pairs *out, reader *r, uint32_t row)
{
    const sheet_view *v = &r->view;
    const form look = { .reader = r };
    text bureau = text_of(""), division = text_of("");

    *out = (line_pairs){ text_of(""), text_of(""), "", 0 };
    for (uint32_t c = view_next(v, row, 0); c != UINT32_MAX;
         c = view_next(v, row, c + 1)) {
        text rest = view_text(v, row, c), one, label, value;

        while ((one = rest).length > 0) {
            const header_word *w;

            rest = form_cut_pair(&look, &one);
            w = form_pair_in(&look, one, &label, &value);
            if (w == NULL)
                return false;
            if (w->role == ROLE_BUREAU)
                bureau = value;
            else if (w->role == ROLE_DIVISION)
                division = value;
            else if (w->role == ROLE_PROJECT)
                out->name = value;
            else if (w->role == ROLE_GRADE || w->role == ROLE_STATUS)
                out->grade = value;
            else
                return false;
            out->count++;
        }
    }
    out->department = bureau.length > 0 && division.length > 0
                          ? department_joined(r, bureau, division)
                          : reader_line(r, bureau.length > 0 ? bureau
                                                             : division);
    return out->count > 0;
}
