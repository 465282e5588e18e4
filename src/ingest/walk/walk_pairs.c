/*
 * walk_pairs.c - whose the project of the table below is, and its grade, on a
 * line below its name
 *
 *     （1）ゆめみらいワークの開催
 *     担当：産業経済局 |  | 評価：B
 *     指標       | 単位 | 目標値 | 実績値
 *     参加者     | 人   | 6,500  | 6,485
 */
#include "ingest/walk/sheet_walk_parts.h"

#include <limits.h>

#include "ingest/form/grant_parts.h"
#include "ingest/form/line_pairs.h"
#include "ingest/header/office_name.h"
#include "ingest/header/title_words.h"
#include "ingest/reader/department.h"
#include "ingest/reader/project_grade.h"

enum { NAME_BYTES = 240 };

/* 担当：環境局 | 評価：B: of an office, and a grade perhaps, and no name. */
static bool read_office(const walk *w, uint32_t row, line_pairs *out)
{
    reader *r = w->reader;

    return row < r->view.grid->rows && line_pairs_read(out, r, row) &&
           out->department[0] != '\0' && out->name.length == 0 &&
           (out->grade.length == 0 || project_grade_like(r, out->grade) ||
            project_status_like(r, out->grade));
}

/* （産業経済局） or 産業経済局 alone in a row. */
static text bare_office(const walk *w, uint32_t row)
{
    const sheet_view *v = &w->reader->view;
    uint32_t c = view_next(v, row, 0);
    text t = c == UINT32_MAX || view_next(v, row, c + 1) != UINT32_MAX
                 ? text_of("") : office_unbracketed(view_text(v, row, c));

    return office_name(t) ? t : text_of("");
}

bool walk_says_office(const walk *w, uint32_t row)
{
    line_pairs said;

    return read_office(w, row, &said) || bare_office(w, row).length > 0;
}

/* Right below the name of a project. */
static bool read_below_name(const walk *w, uint32_t row, line_pairs *out)
{
    text office;

    if (w->reader->heading_project[0] == '\0' || row != w->band_end ||
        (office = bare_office(w, row)).length == 0)
        return false;
    *out = (line_pairs){ .grade = text_of(""),
                         .department = reader_line(w->reader, office) };
    return true;
}

/* Does the next table leave to such lines whose its indicators are? */
static bool leads_to_indicators(const walk *w, uint32_t row)
{
    const table *t = walk_indicators_below(w, row);

    return t != NULL &&
           table_column_any(t, ROLE_BUREAU) == NULL &&
           table_column_any(t, ROLE_DIVISION) == NULL;
}

/* Does a further table have a line alone and one of an office above it, too?
 * Then these are of blocks, and no titles of the sheet. */
static bool comes_again(const walk *w)
{
    const sheet_view *v = &w->reader->view;

    for (size_t i = w->next + 1; i < w->tables.count; i++) {
        uint32_t top = w->tables.items[i].top;
        uint32_t c = top < 2 ? UINT32_MAX : view_next(v, top - 2, 0);
        line_pairs said;

        if (c != UINT32_MAX && view_next(v, top - 2, c + 1) == UINT32_MAX &&
            line_pairs_read(&said, w->reader, top - 1) &&
            said.department[0] != '\0')
            return true;
    }
    return false;
}

/* Merged over the columns of the next table, behind a gap: the sheet's title
 * stands above. */
static bool heads_block(const walk *w, uint32_t row)
{
    const sheet_view *v = &w->reader->view;
    const table *t = &w->tables.items[w->next];
    merge_range m = view_range(v, row, view_next(v, row, 0));

    if (m.col != t->col || m.last_col != t->last_col || m.col == m.last_col ||
        row < 2 || view_next(v, row - 1, 0) != UINT32_MAX)
        return false;
    for (uint32_t above = row - 1; above-- > 0;)
        if (view_next(v, above, 0) != UINT32_MAX)
            return true;
    return false;
}

/* （1）ゆめみらいワークの開催 alone above such a line; without a number only
 * where it is no title of the sheet: behind other tables, or above blocks. */
static bool is_name(const walk *w, uint32_t row)
{
    const reader *r = w->reader;
    const sheet_view *v = &r->view;
    uint32_t c = view_next(v, row, 0);
    text t = c == UINT32_MAX ? text_of("") : view_text(v, row, c), no, title;
    heading_style style = heading_read(t, &no, &title);

    if (t.length > NAME_BYTES || title.length == 0 ||
        view_next(v, row, c + 1) != UINT32_MAX)
        return false;
    return heading_is_numbered(style) ||
           ((style == STYLE_NONE || style == STYLE_BULLET) &&
            !form_is_cover(t) &&
            !table_word(v, r->roles, row, c, r->context_year)->exact &&
            (w->tables_read > 0 ||
             (!title_is_document(t, r->context_year) &&
              (heads_block(w, row) || comes_again(w)))));
}

enum { PAIRS_LEVEL = INT_MAX }; /* inside of all headings */

void walk_end_pairs(walk *w)
{
    reader *r = w->reader;

    if (!r->department_beside || r->department_level != PAIRS_LEVEL)
        return;
    r->heading_department = w->wider_department;
    r->department_level = w->wider_level;
    r->department_beside = w->wider_beside;
}

void walk_take_office(walk *w, const char *office)
{
    reader *r = w->reader;
    text bureau, division;

    walk_end_pairs(w);
    w->wider_department = r->heading_department;
    w->wider_level = r->department_level;
    w->wider_beside = r->department_beside;
    /* ■ 都市局 above 担当課：住宅課 says of which bureau that is */
    department_split(text_of(office), &bureau, &division);
    r->heading_department =
        r->heading_department[0] != '\0' && division.length == 0 &&
                department_is_division(bureau)
            ? department_joined(r, text_of(r->heading_department), bureau)
            : office;
    r->department_beside = true;
    r->department_level = PAIRS_LEVEL;
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
    named = is_name(w, row) && read_office(w, row + 1, &pairs);
    if (!named && !((r->heading_project[0] != '\0' || w->tables_read > 0) &&
                    read_office(w, row, &pairs)) &&
        !read_below_name(w, row, &pairs))
        return false;
    walk_flush(w);
    if (named) {
        walk_end_project(w);
        r->heading_project = reader_line(r, view_text(&r->view, row, c));
    }
    walk_take_office(w, pairs.department);
    if (pairs.grade.length > 0 && r->heading_project[0] != '\0')
        r->heading_grade = reader_line(r, pairs.grade);
    w->gap = false;
    reader_ignore(r, row, row, "title", view_text(&r->view, row, c));
    return true;
}
