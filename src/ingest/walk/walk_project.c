/*
 * walk_project.c - a line that names the project of the table below it
 *
 *     （１）未就業者の職場実習【産業経済局】 |  |  | 評価：A
 *     事業の概要：現在、就業していない若年者に対して …
 *     ＫＰＩ       | 目標  | H27実績 | H28実績
 *     職場実習者数 | 120人 | 30人    | 40人
 *
 * 評価：A may stand on a line of its own, too, or behind the name. The number
 * may have a cell of its own, and whose it is stand beside the name:
 *
 *     3. | 自転車道の整備 |  |  | 所管：都市整備部 道路課
 *
 * or it is a heading of a level, which the table's indicators are of:
 *
 *     施策１　企業の誘致（担当：商工課） |  | 評価 | A
 */
#include "ingest/header/department_words.h"
#include "ingest/walk/sheet_walk_parts.h"

#include <stdio.h>
#include <string.h>

#include "ingest/form/grant_parts.h"
#include "ingest/form/line_pairs.h"
#include "ingest/header/title_words.h"
#include "ingest/reader/department.h"
#include "ingest/reader/project_grade.h"
#include "ingest/reader/title_heading.h"
#include "ingest/rows/project_cell.h"
#include "wording/kpi_text.h"

enum { NAME_BYTES = 240, GRADE_BYTES = 60 };

/* 取組１　…, （１）…【産業経済局】, １　事業名：…, or what has a grade: a number of no
 * level, a name and whose it is. */
static bool names_project(reader *r, text t, bool graded)
{
    text no, title;
    heading_style style = heading_read(t, &no, &title);
    size_t open = SIZE_MAX;

    if (t.length > NAME_BYTES)
        return false;
    if (form_heads_project(r, heading_unmarked(t), &no, &title) ==
        ROLE_PROJECT)
        return true;
    if (!heading_is_numbered(style))
        return false;
    if (graded)
        return title.length > 0;
    if (project_labelled(r, &title))
        return true;
    if (!text_ends(title, "】"))
        return false;
    for (size_t at = 0; (at = text_find(title, "【", at)) != SIZE_MAX; at++)
        open = at;
    return open != SIZE_MAX && open > 0 &&
           department_like(text_cut(title, open + strlen("【"),
                                    title.length - strlen("】")));
}

/* 評価：C, or 評価 | C, and nothing behind: the grade; else empty. */
static text grade_beside(const walk *w, uint32_t row, uint32_t col)
{
    const sheet_view *v = &w->reader->view;
    const form look = { .reader = w->reader, .table = w->current };
    text label, value = text_of("");
    const header_word *word = form_pair(&look, row, col, &label, &value);
    uint32_t next = view_next(v, row, col + 1);

    if (word == NULL && next != UINT32_MAX) {
        word = form_label(&look, row, col);
        value = view_text(v, row, next);
        next = view_next(v, row, next + 1);
    }
    return word != NULL && word->exact && next == UINT32_MAX &&
                   (word->role == ROLE_GRADE || word->role == ROLE_STATUS) &&
                   (project_grade_like(w->reader, value) ||
                    project_status_like(w->reader, value))
               ? value : text_of("");
}

const table *walk_indicators_below(const walk *w, uint32_t row)
{
    const table *t = walk_leads_up_to(w, row) ? &w->tables.items[w->next]
                                              : NULL;

    return t != NULL && t->accepted && !form_has_levels(t) &&
                   table_column_any(t, ROLE_KPI) != NULL
               ? t : NULL;
}

bool walk_take_act(walk *w, uint32_t row)
{
    reader *r = w->reader;
    const table *t = walk_leads_up_to(w, row) ? &w->tables.items[w->next]
                                              : NULL;
    text no, title;

    if (t == NULL || !t->accepted ||
        table_column_any(t, ROLE_PROJECT) == NULL ||
        table_column_any(t, ROLE_MEASURE) != NULL ||
        table_column_any(t, ROLE_THEME) != NULL ||
        !title_heading_act(r, row, &no, &title))
        return false;
    walk_flush(w);
    if (!headings_take_act(&r->headings, r->memory, no, title))
        r->failed = true;
    return true;
}

/* Do pairs say whose a project is, and how it went, and nothing else? */
static bool say_of_project(reader *r, const line_pairs *said)
{
    return said->name.length == 0 &&
           (said->department[0] == '\0' ||
            department_like(text_of(said->department))) &&
           (said->grade.length == 0 ||
            (said->grade.length <= GRADE_BYTES &&
             (project_grade_like(r, said->grade) ||
              project_status_like(r, said->grade))));
}

/* What stands behind a name in its cell and in those beside it. False: also
 * something else. */
static bool read_pairs(reader *r, uint32_t row, uint32_t col, text *name,
                       line_pairs *out)
{
    line_pairs beside;
    text front = *name;

    if (!line_pairs_behind(out, r, &front) || !say_of_project(r, out))
        *out = (line_pairs){ text_of(""), text_of(""), "", 0, false };
    else
        *name = front;
    if (view_next(&r->view, row, col + 1) == UINT32_MAX)
        return true;
    if (!line_pairs_beside(&beside, r, row, col + 1) ||
        !say_of_project(r, &beside))
        return false;
    if (beside.department[0] != '\0')
        out->department = beside.department;
    if (beside.grade.length > 0)
        out->grade = beside.grade;
    out->count += beside.count;
    out->bare = beside.bare;
    return true;
}

/* 3 | 企業の誘致 | 商工課 | C below another row: of a list, unless its number stands in
 * front of the name. */
static bool is_listed(const reader *r, uint32_t row, const line_pairs *said)
{
    const sheet_view *v = &r->view;
    text no, title;

    return said->bare && row > 0 &&
           view_next(v, row - 1, 0) != UINT32_MAX &&
           (heading_read(view_text(v, row, view_next(v, row, 0)), &no,
                         &title) == STYLE_NONE ||
            title.length == 0);
}

/* 施策１　企業の誘致 | 評価：A: a heading of a level. */
static bool names_level(text t)
{
    text no, title;

    return heading_has_word(heading_read(t, &no, &title)) &&
           title.length > 0 && t.length <= NAME_BYTES;
}

/* 企業の誘致 |  |  | 評価：A right above the table's header, or above 担当：商工課 in
 * front of it. */
static bool stands_above(const walk *w, uint32_t row, text t)
{
    uint32_t top = w->tables.items[w->next].top;
    text no, title;
    heading_style style = heading_read(t, &no, &title);

    return (style == STYLE_NONE || style == STYLE_BULLET) &&
           (row + 1 == top ||
            (row + 2 == top && walk_says_office(w, row + 1))) &&
           title.length <= NAME_BYTES &&
           !title_is_document(t, w->reader->context_year);
}

static bool has_offices(const table *t)
{
    return table_column_any(t, ROLE_BUREAU) != NULL ||
           table_column_any(t, ROLE_DIVISION) != NULL;
}

bool walk_take_project(walk *w, uint32_t row)
{
    reader *r = w->reader;
    uint32_t col = view_next(&r->view, row, 0);
    const table *t;
    line_pairs said;
    bool level = false;
    text name;

    if (col == UINT32_MAX || (t = walk_indicators_below(w, row)) == NULL)
        return false;
    name = form_number_joined(r, row, &col);
    if (!read_pairs(r, row, col, &name, &said) || is_listed(r, row, &said))
        return false;
    if (said.department[0] != '\0' && has_offices(t))
        return false;
    if (!names_project(r, name, said.count > 0)) {
        level = said.count > 0 && names_level(name);
        if (!level && (said.grade.length == 0 || !stands_above(w, row, name)))
            return false;
    }
    if (level)
        walk_take_banner(w, row, name);
    walk_flush(w);
    walk_end_project(w);
    if (said.department[0] != '\0')
        walk_take_office(w, said.department);
    if (!level)
        r->heading_project =
            reader_line(r, kpi_name_unwrap(heading_unmarked(name)));
    r->heading_grade = reader_line(r, said.grade);
    w->gap = false;
    w->band_end = row + 1;
    reader_ignore(r, row, row, "title", name);
    return true;
}

bool walk_take_level(walk *w, uint32_t row)
{
    reader *r = w->reader;
    const table *t = walk_leads_up_to(w, row) ? &w->tables.items[w->next]
                                              : NULL;
    uint32_t col = view_next(&r->view, row, 0);
    line_pairs said;
    text name, no, title;

    if (t == NULL || col == UINT32_MAX || !t->accepted ||
        table_column_any(t, ROLE_PROJECT) == NULL)
        return false;
    name = form_number_joined(r, row, &col);
    if (!read_pairs(r, row, col, &name, &said) || said.count == 0 ||
        is_listed(r, row, &said) ||
        heading_read(name, &no, &title) == STYLE_NONE || no.length == 0 ||
        title.length == 0 ||
        (said.department[0] != '\0' && has_offices(t)))
        return false;
    walk_take_banner(w, row, name);
    if (said.department[0] != '\0' &&
        strcmp(said.department, r->heading_department) != 0)
        walk_take_office(w, said.department);
    w->gap = false;
    reader_ignore(r, row, row, "title", name);
    return true;
}

void walk_take_beside(walk *w, uint32_t row, uint32_t col)
{
    line_pairs said;

    if (col != UINT32_MAX && !has_offices(&w->tables.items[w->next]) &&
        line_pairs_beside(&said, w->reader, row, col) &&
        say_of_project(w->reader, &said) && said.department[0] != '\0')
        walk_take_office(w, said.department);
}

/* Right below a heading among the rows of a table that leaves it to such ones
 * to name what its indicators are of: 事業期間：R3～R5 across it. */
static bool stands_below_band(const walk *w, uint32_t row)
{
    const sheet_view *v = &w->reader->view;

    return row == w->band_end && row > 0 && w->current != NULL &&
           view_next(v, row, view_next(v, row, 0) + 1) == UINT32_MAX &&
           table_column_any(w->current, ROLE_PROJECT) == NULL;
}

bool walk_take_project_line(walk *w, uint32_t row)
{
    reader *r = w->reader;
    uint32_t col = view_next(&r->view, row, 0);
    text label, value, grade;
    const header_word *word;
    form look;

    if (w->segment.count > 0 || col == UINT32_MAX ||
        (!stands_below_band(w, row) &&
         (r->heading_project[0] == '\0' || !walk_leads_up_to(w, row))))
        return false;
    look = (form){ .reader = r, .table = w->current };
    grade = grade_beside(w, row, col);
    word = form_pair(&look, row, col, &label, &value);
    if (word != NULL && word->role == ROLE_PERIOD)
        r->heading_period = reader_text(r, value);
    else if (grade.length > 0)
        r->heading_grade = reader_line(r, grade);
    else if (word != NULL && word->role == ROLE_SUMMARY)
        r->heading_summary = reader_text(r, value);
    else
        return false;
    w->band_end = row + 1;
    reader_ignore(r, row, row, "title", view_text(&r->view, row, col));
    return true;
}

void walk_end_project(walk *w)
{
    reader *r = w->reader;

    r->heading_project = r->heading_grade = r->heading_summary = "";
    r->heading_period = "";
}
