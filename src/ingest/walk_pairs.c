/*
 * walk_pairs.c - whose the project of the table below is, and its grade, on a
 * line below its name
 *
 *     （1）ゆめみらいワークの開催
 *     担当：産業経済局 |  | 評価：B
 *     指標       | 単位 | 目標値 | 実績値
 *     参加者     | 人   | 6,500  | 6,485
 */
#include "ingest/sheet_walk_parts.h"

#include <limits.h>

#include "ingest/department.h"
#include "ingest/grant_parts.h"
#include "ingest/project_grade.h"

enum { NAME_BYTES = 240 };

typedef struct line_pairs {
    text bureau, division, grade;
} line_pairs;

/* 担当：環境局 | 評価：B: a line of an office and a grade, and nothing else. */
static bool read_pairs(const walk *w, uint32_t row, line_pairs *out)
{
    reader *r = w->reader;
    const form look = { .reader = r, .table = w->current };
    uint32_t c = row < r->view.grid->rows ? view_next(&r->view, row, 0)
                                          : UINT32_MAX;

    *out = (line_pairs){ text_of(""), text_of(""), text_of("") };
    for (; c != UINT32_MAX; c = view_next(&r->view, row, c + 1)) {
        text label, value;
        const header_word *word = form_pair(&look, row, c, &label, &value);
        text *to = word == NULL                   ? NULL
                   : word->role == ROLE_BUREAU   ? &out->bureau
                   : word->role == ROLE_DIVISION ? &out->division
                   : word->role == ROLE_GRADE || word->role == ROLE_STATUS
                       ? &out->grade
                       : NULL;

        if (to == NULL || to->length > 0 || value.length == 0 ||
            (to == &out->grade && !project_grade_like(r, value) &&
             !project_status_like(r, value)))
            return false;
        *to = value;
    }
    return out->bureau.length > 0 || out->division.length > 0;
}

/* Does the next table leave to such lines whose its indicators are? */
static bool leads_to_indicators(const walk *w, uint32_t row)
{
    const table *t = w->next < w->tables.count ? &w->tables.items[w->next]
                                               : NULL;

    return walk_leads_up_to(w, row) && t->accepted && !form_has_levels(t) &&
           table_column_any(t, ROLE_KPI) != NULL &&
           table_column_any(t, ROLE_BUREAU) == NULL &&
           table_column_any(t, ROLE_DIVISION) == NULL;
}

/* （1）ゆめみらいワークの開催 alone above such a line; without a number only
 * behind other tables, where it is no title of the sheet. */
static bool is_name(const walk *w, uint32_t row)
{
    const reader *r = w->reader;
    const sheet_view *v = &r->view;
    uint32_t c = view_next(v, row, 0);
    text t = c == UINT32_MAX ? text_of("") : view_text(v, row, c), no, title;
    heading_style style = heading_read(t, &no, &title);
    bool numbered = style == STYLE_PAREN_NUMBER || style == STYLE_CIRCLED ||
                    style == STYLE_NUMBER;

    if (t.length > NAME_BYTES || title.length == 0 ||
        view_next(v, row, c + 1) != UINT32_MAX)
        return false;
    return numbered ||
           (w->tables_read > 0 &&
            (style == STYLE_NONE || style == STYLE_BULLET) &&
            !form_is_cover(t) &&
            !table_word(v, r->roles, row, c, r->context_year)->exact);
}

static void take_office(reader *r, const line_pairs *pairs)
{
    r->heading_department =
        pairs->bureau.length > 0 && pairs->division.length > 0
            ? department_joined(r, pairs->bureau, pairs->division)
            : reader_line(r, pairs->bureau.length > 0 ? pairs->bureau
                                                      : pairs->division);
    r->department_beside = true; /* until the next heading */
    r->department_level = UINT_MAX;
}

bool walk_take_pairs(walk *w, uint32_t row)
{
    reader *r = w->reader;
    uint32_t c;
    line_pairs pairs;
    bool named;

    if (!leads_to_indicators(w, row) ||
        (c = view_next(&r->view, row, 0)) == UINT32_MAX)
        return false;
    named = is_name(w, row) && read_pairs(w, row + 1, &pairs);
    if (!named && !((r->heading_project[0] != '\0' || w->tables_read > 0) &&
                    read_pairs(w, row, &pairs)))
        return false;
    walk_flush(w);
    if (named) {
        walk_end_project(w);
        r->heading_project = reader_line(r, view_text(&r->view, row, c));
    }
    take_office(r, &pairs);
    if (pairs.grade.length > 0 && r->heading_project[0] != '\0')
        r->heading_grade = reader_line(r, pairs.grade);
    w->gap = false;
    reader_ignore(r, row, row, "title", view_text(&r->view, row, c));
    return true;
}
