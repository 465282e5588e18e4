/*
 * line_pairs.c - labels with their values in a line above a table
 */
#include "ingest/form/line_pairs.h"

#include "ingest/form/grant_parts.h"
#include "ingest/header/office_name.h"
#include "ingest/reader/department.h"
#include "ingest/reader/project_grade.h"

typedef struct said {
    line_pairs pairs;
    text bureau, division;
} said;

/* False: a label that says nothing of a project. */
static bool take(said *s, const header_word *word, text value)
{
    if (word == NULL)
        return false;
    if (word->role == ROLE_BUREAU)
        s->bureau = value;
    else if (word->role == ROLE_DIVISION)
        s->division = value;
    else if (word->role == ROLE_PROJECT)
        s->pairs.name = value;
    else if (word->role == ROLE_GRADE || word->role == ROLE_STATUS)
        s->pairs.grade = value;
    else
        return false;
    s->pairs.count++;
    return true;
}

static bool take_cell(said *s, const form *look, text rest)
{
    while (rest.length > 0) {
        text one = rest, label, value;

        rest = form_cut_pair(look, &one);
        if (!take(s, form_pair_in(look, one, &label, &value), value))
            return false;
    }
    return true;
}

/* 評価 | A: *col is then the value's. */
static bool take_label(said *s, const form *look, uint32_t row, uint32_t *col)
{
    const sheet_view *v = &look->reader->view;
    const header_word *word = form_label(look, row, *col);
    uint32_t next = view_next(v, row, *col + 1);

    if (word == NULL || !word->exact || next == UINT32_MAX ||
        !take(s, word, view_text(v, row, next)))
        return false;
    *col = next;
    return true;
}

/* ◎ or 商工課 alone: a grade, or whose it is; 1 may be anything. */
static bool take_bare(said *s, const form *look, text t)
{
    if (project_grade_mark(look->reader, t))
        s->pairs.grade = t;
    else if (office_name(t))
        s->bureau = t;
    else
        return false;
    s->pairs.count++;
    s->pairs.bare = true;
    return true;
}

static void begin(said *s)
{
    *s = (said){ .pairs = { text_of(""), text_of(""), "", 0, false },
                 .bureau = text_of(""), .division = text_of("") };
}

static bool finish(said *s, reader *r, line_pairs *out)
{
    *out = s->pairs;
    out->department = s->bureau.length > 0 && s->division.length > 0
                          ? department_joined(r, s->bureau, s->division)
                          : reader_line(r, s->bureau.length > 0
                                               ? s->bureau : s->division);
    return out->count > 0;
}

bool line_pairs_read(line_pairs *out, reader *r, uint32_t row)
{
    const sheet_view *v = &r->view;
    const form look = { .reader = r };
    said s;

    begin(&s);
    for (uint32_t c = view_next(v, row, 0); c != UINT32_MAX;
         c = view_next(v, row, c + 1))
        if (!take_cell(&s, &look, view_text(v, row, c)))
            return false;
    return finish(&s, r, out);
}

bool line_pairs_beside(line_pairs *out, reader *r, uint32_t row, uint32_t col)
{
    const sheet_view *v = &r->view;
    const form look = { .reader = r };
    said s;

    begin(&s);
    for (uint32_t c = view_next(v, row, col); c != UINT32_MAX;
         c = view_next(v, row, c + 1))
        if (!take_label(&s, &look, row, &c) &&
            !take_cell(&s, &look, view_text(v, row, c)) &&
            !take_bare(&s, &look, view_text(v, row, c)))
            return false;
    return finish(&s, r, out);
}

bool line_pairs_behind(line_pairs *out, reader *r, text *name)
{
    const form look = { .reader = r };
    text front = *name, pairs = form_cut_pair(&look, &front);
    said s;

    begin(&s);
    if (pairs.length > 0 && take_cell(&s, &look, pairs))
        *name = front;
    else
        begin(&s);
    return finish(&s, r, out);
}
