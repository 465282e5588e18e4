/*
 * turned_read.c - sheets whose indicators are columns, and forms in a column
 */
#include "ingest/turned/turned_read.h"

#include <string.h>

#include "ingest/form/layout_grant.h"
#include "ingest/form/line_pairs.h"
#include "ingest/form/turned_above.h"
#include "ingest/header/office_name.h"
#include "ingest/reader/department.h"
#include "ingest/reader/project_grade.h"
#include "ingest/reader/year_notes.h"
#include "ingest/rows/project_cell.h"
#include "ingest/table/grid_turn.h"
#include "ingest/turned/turned_corner.h"
#include "ingest/turned/turned_headings.h"
#include "ingest/turned/turned_lines.h"
#include "ingest/turned/turned_projects.h"
#include "ingest/walk/sheet_walk.h"
#include "ingest/walk/turned_block.h"
#include "wording/glyph.h"

enum { CONTEXT_ROWS = 40, LABELS_BESIDE = 16 };

/* Where labels begin that stand behind others. */
typedef struct label_list {
    struct { uint32_t row, col; bool office; } items[LABELS_BESIDE];
    size_t count;
} label_list;

/* A table of the report as the sheet has it. */
static void turn_back(ingest_table *t)
{
    uint32_t first = t->row, last = t->last_row;

    t->row = t->col;
    t->last_row = t->last_col;
    t->col = first;
    t->last_col = last;
    t->turned = true;
}

/* What the lines above a turned table say. */
typedef struct heading_lines {
    const char *title;      /* 事業名：…, else the first that may be one */
    bool named, marked;     /* it is the former; ■ stands in front of it */
    const char *department; /* 担当：… */
    text grade;             /* 評価：… beside it */
    uint32_t end;           /* the first row behind them */
} heading_lines;

/* A line with a label's word alone is one of the table's, without a value;
 * the first of all may be a title: 指標の推移. */
static bool is_label(reader *r, uint32_t row, uint32_t c, bool first)
{
    const header_word *w = reader_word(r, row, c);

    return (w->exact || w->year_only) &&
           (!first || role_is_level(w->role)) &&
           !turned_above_number(r, row, w) &&
           !turned_above_right(&r->view, row, c);
}

/* Where a line's second cell is: UINT32_MAX where it stands alone, or beside
 * whose it is alone: 施策１　文化の振興 | （担当：文化課）; and behind the gap in
 * 施策評価シート | | 評価対象年度：令和６年度. */
static uint32_t second_cell(reader *r, const sheet_view *v, uint32_t row,
                            uint32_t c)
{
    uint32_t next = view_next(v, row, c + 1);

    if (next == UINT32_MAX || view_next(v, row, next + 1) != UINT32_MAX ||
        table_word(v, r->roles, row, c, r->context_year)->exact)
        return next;
    return department_beside(view_text(v, row, next)).length > 0 ||
                   (next > view_range(v, row, c).last_col + 1 &&
                    form_is_cover(view_text(v, row, c))) ? UINT32_MAX : next;
}

/* Several cells, or the name of the one indicator above its figures. */
static bool begins_table(reader *r, const sheet_view *v, uint32_t row,
                         uint32_t c)
{
    return second_cell(r, v, row, c) != UINT32_MAX ||
           turned_block_corner(r, row);
}

/* Takes a row of pairs in: 担当：環境局 | 評価：B. */
static bool take_pairs(reader *r, uint32_t row, heading_lines *out)
{
    line_pairs said;

    if (!line_pairs_read(&said, r, row) ||
        (said.count < 2 && said.grade.length == 0))
        return false; /* 事業名：… alone is a title */
    if (said.name.length > 0 && !out->named) {
        out->named = true;
        out->title = reader_line(r, said.name);
    }
    if (out->department[0] == '\0')
        out->department = said.department;
    if (said.grade.length > 0)
        out->grade = said.grade;
    out->end = row + 1;
    return true;
}

/* ■文化の振興, 施策１　文化の振興, and beside whose it is （１）文化の振興 too; ""
 * where a line names nothing. */
static const char *title_of_line(reader *r, const cell *c, text t, bool led)
{
    text no, rest;
    heading_style style = heading_read(t, &no, &rest);

    if (led && style == STYLE_PAREN_NUMBER)
        return reader_line(r, rest);
    if (!turned_above_title(c, t))
        return "";
    return reader_line(r, style == STYLE_BULLET ||
                                  (style == STYLE_MEASURE_WORD &&
                                   no.length > 0)
                              ? rest : t);
}

static heading_lines lines_above(reader *r)
{
    const sheet_view *v = &r->view;
    uint32_t top = v->grid->count > 0 ? v->grid->cells[0].row : 0;
    heading_lines out = { .title = "", .department = "",
                          .grade = text_of(""), .end = top };

    for (uint32_t row = top; row < v->grid->rows && row < top + CONTEXT_ROWS;
         row++) {
        uint32_t c = view_next(v, row, 0), beside;
        text t = c == UINT32_MAX ? text_of("") : view_text(v, row, c);

        if (t.length == 0)
            continue;
        if (take_pairs(r, row, &out))
            continue;
        if (begins_table(r, v, row, c) || is_label(r, row, c, row == top))
            break;
        out.end = row + 1;
        beside = view_next(v, row, c + 1);
        if (out.department[0] == '\0')
            out.department = reader_line(
                r, beside == UINT32_MAX
                       ? department_of_line(t)
                       : department_beside(view_text(v, row, beside)));
        turned_headings_take(r, t);
        if (!out.named && project_labelled(r, &t)) {
            out.named = true;
            out.title = reader_line(r, t);
        } else if (out.title[0] == '\0' ||
                   (!out.marked && turned_above_marked(t))) {
            out.marked = turned_above_marked(t);
            out.title = title_of_line(r, view_cell(v, row, c), t,
                                      beside != UINT32_MAX);
        }
    }
    return out;
}

/* Projects that name no department are that of the lines above. */
static void give_department(reader *r, const char *department, size_t first)
{
    text office = text_of(department), bureau, under;
    bool division;

    department_split(office, &bureau, &under);
    division = text_ends(office, "課") && under.length == 0;
    for (size_t i = first;
         department[0] != '\0' && i < r->data->project_count; i++) {
        project *p = &r->data->projects[i];

        if (p->bureau[0] == '\0' && p->division[0] == '\0')
            department_set(r, p, division ? text_of("") : office,
                           division ? office : text_of(""),
                           view_place_row(&r->view, &p->where),
                           view_place_col(&r->view, &p->where));
    }
}

/* One project without a grade of its own has that of the lines above. */
static void give_grade(reader *r, text grade, size_t first)
{
    project *p = &r->data->projects[first];

    if (grade.length > 0 && r->data->project_count == first + 1 &&
        p->declared_grade[0] == '\0' && p->declared_status[0] == '\0')
        project_grade_said(r, p, grade);
}

/* No table as it stands: perhaps its indicators are columns. What a first
 * look noted is dropped only if the second one is sure. */
static bool read_turned(reader *r, arena *scratch, const grid *g,
                        const book *b, size_t noted, size_t missed)
{
    size_t ignored = r->ignored_count, tables = 0;
    size_t first = r->table_count, projects = r->data->project_count;
    size_t findings = r->data->findings.count, listed = r->listed_count;
    size_t straight_missed = r->missed_count;
    sheet_view straight = r->view;
    near_miss near = { "", SIZE_MAX };
    side_cut cut = { 0, 0 };
    heading_lines lines = lines_above(r);
    text caption = turned_projects_caption(r);
    const char *own = r->own_department, *titled = r->title_department,
               *said = r->sheet_department;
    grid below, turned;

    if (turned_above_blocks(r, lines.end, g->rows))
        return true;
    r->turned_title = lines.title;
    r->noted_over = year_notes_of(r, 0, lines.end);
    if (!grid_rows(&below, scratch, g, lines.end, g->rows) ||
        !turned_lines_join(&below, scratch, r) ||
        !turned_corner_name(&below, scratch, r) ||
        !grid_turn(&turned, scratch, &below) ||
        !sheet_view_init(&r->view, scratch, b, &turned))
        return false;
    r->view.turned = true;
    if (!sheet_walk(r, scratch, &tables, &near, &cut))
        return false;
    r->turned_title = "";
    r->noted_over = (struct noted_years){ .target = { 0 } };
    if (tables == 1 && r->data->project_count > projects) {
        reader_forget_missed(r, missed, straight_missed,
                    g->count > 0 ? g->cells[0].row : 0, g->rows);
        turn_back(&r->tables[first]);
        reader_forget_ignored(r, noted, ignored, lines.end);
        turned_projects_part(r, caption, projects);
        give_department(r, lines.department, projects);
        give_grade(r, lines.grade, projects);
        turned_headings_give(r, lines.title, projects);
        return true;
    }
    r->view = straight;
    /* コード | 部局名 above 1 | 総務部 says of nobody that it submits */
    r->own_department = own;
    r->title_department = titled;
    r->sheet_department = said;
    r->missed_count = straight_missed;
    r->table_count = first;
    r->ignored_count = ignored;
    r->data->project_count = projects;
    r->data->findings.count = findings;
    r->listed_count = listed;
    return true;
}

/* The next row from `row` on whose label is 事業名, with a value beside it; of
 * `rank` at least: 主な取組 inside a form begins none. */
static uint32_t next_form(reader *r, const sheet_view *v, uint32_t row,
                          unsigned rank)
{
    for (; row < v->grid->rows; row++) {
        uint32_t c = view_next(v, row, 0);
        const header_word *w;

        if (c == UINT32_MAX || view_next(v, row, c + 1) == UINT32_MAX)
            continue;
        w = table_word(v, r->roles, row, c, r->context_year);
        if (w->role == ROLE_PROJECT && w->exact && w->rank >= rank)
            return row;
    }
    return UINT32_MAX;
}

static unsigned rank_of(reader *r, const sheet_view *v, uint32_t row)
{
    return row == UINT32_MAX
               ? 0 : reader_word(r, row, view_next(v, row, 0))->rank;
}

/* 施策 | … above 取組 | … above 事業名 | …: levels of one form, and no forms; the
 * innermost of them. */
static uint32_t innermost_form(reader *r, const sheet_view *v, uint32_t row)
{
    while (row != UINT32_MAX &&
           next_form(r, v, row + 1, rank_of(r, v, row) + 1) == row + 1)
        row++;
    return row;
}

/* The first of the lines in front of a gap above `row` that stand alone,
 * where one of them names a project, or may above names without a label; else
 * the row. */
static uint32_t named_lines(reader *r, const sheet_view *v, uint32_t row,
                            uint32_t floor)
{
    uint32_t line = row;
    bool named = false, corner = turned_block_corner(r, row);

    while (line > floor && view_next(v, line - 1, 0) == UINT32_MAX)
        line--;
    while (line > floor) {
        uint32_t c = view_next(v, line - 1, 0);
        text t = c == UINT32_MAX ? text_of("") : view_text(v, line - 1, c);

        if (t.length == 0 || view_next(v, line - 1, c + 1) != UINT32_MAX)
            break;
        named = named || project_labelled(r, &t) ||
                (corner && turned_above_title(view_cell(v, line - 1, c), t));
        line--;
    }
    return named ? line : row;
}

/* What stands above a form's label without a gap belongs to it, and lines
 * that name it. */
static uint32_t form_top(reader *r, const sheet_view *v, uint32_t label,
                         uint32_t floor)
{
    while (label > floor && view_next(v, label - 1, 0) != UINT32_MAX)
        label--;
    return named_lines(r, v, label, floor);
}

/* The names of the indicators stand in a row: two rows at least, down to the
 * next gap, begin with a year each, or labels stand left of the names. */
static bool heads_years(reader *r, const sheet_view *v, uint32_t row)
{
    unsigned years = 0;

    if (turned_block_corner(r, row))
        return true;
    for (row++; row < v->grid->rows; row++) {
        uint32_t c = view_next(v, row, 0);

        if (c == UINT32_MAX)
            break;
        years += table_word(v, r->roles, row, c, r->context_year)->has_year ||
                 table_word(v, r->roles, row, c, r->context_year)->year_only;
    }
    return years > 1;
}

/* The first row of several cells, where it can head a table. */
static uint32_t first_table(reader *r, const sheet_view *v)
{
    for (uint32_t row = 0; row < v->grid->rows; row++) {
        uint32_t c = view_next(v, row, 0);

        if (c != UINT32_MAX && begins_table(r, v, row, c))
            return table_word(v, r->roles, row, c, r->context_year)->exact ||
                           heads_years(r, v, row)
                       ? row
                       : UINT32_MAX;
    }
    return UINT32_MAX;
}

/* The next row behind a gap, captions left out, that begins with the same
 * label as the row `like`, or heads years as it does. */
static uint32_t next_table(reader *r, const sheet_view *v, uint32_t like,
                           uint32_t row)
{
    uint32_t col = view_next(v, like, 0);
    bool gap = false, years = heads_years(r, v, like);

    for (; row < v->grid->rows; row++) {
        uint32_t c = view_next(v, row, 0);

        if (c == UINT32_MAX)
            gap = true;
        else if (begins_table(r, v, row, c)) {
            if (gap && c == col &&
                (text_equal(view_text(v, row, c), view_text(v, like, col)) ||
                 (years && heads_years(r, v, row))))
                return row;
            gap = false;
        }
    }
    return UINT32_MAX;
}

/* Takes both lines of labels above their values out. */
static bool take_out_above(reader *r, arena *a, grid *one, uint32_t row,
                           label_list *out)
{
    uint32_t col = layout_grant_labels_above(r, row);

    if (col == UINT32_MAX || out->count == LABELS_BESIDE)
        return true;
    out->items[out->count].office = false;
    out->items[out->count].row = row;
    out->items[out->count++].col = col;
    return grid_clear(one, a, row, 0) && grid_clear(one, a, row + 1, 0);
}

/* Of the rows of one form: labels behind others, which stand beside values of
 * the form and not of an indicator, 所管：… and 評価：A behind its name, 補足：… on a
 * line of its own, and 課 behind its 部. *count is 0 where there are none. */
static bool take_out_labels(reader *r, arena *a, grid *one, uint32_t from,
                            uint32_t to, label_list *out)
{
    out->count = 0;
    for (uint32_t row = from; row < to; row++) {
        uint32_t col = layout_grant_second_label(r, row, true);
        bool office;

        if (col != UINT32_MAX && col == view_next(&r->view, row, 0) &&
            !turned_above_one_name(r, from, row))
            col = layout_grant_second_label(r, row, false);
        if (col == UINT32_MAX && !take_out_above(r, a, one, row, out))
            return false;
        if (col == UINT32_MAX)
            col = layout_grant_lone_remark(r, row);
        if (col == UINT32_MAX)
            col = layout_grant_pairs_behind(r, row);
        office = col == UINT32_MAX;
        if (office)
            col = turned_above_second_office(r, from, row);
        if (col == UINT32_MAX)
            continue;
        out->items[out->count % LABELS_BESIDE].office = office;
        if (out->count == LABELS_BESIDE || !grid_clear(one, a, row, col))
            return out->count == LABELS_BESIDE;
        out->items[out->count].row = row;
        out->items[out->count++].col = col;
    }
    return true;
}

/* Gives them to the form's one project; of several they are said. */
static void give_labels(reader *r, const label_list *list, size_t first)
{
    for (size_t i = 0; i < list->count; i++) {
        uint32_t row = list->items[i].row, col = list->items[i].col;

        if (list->items[i].office)
            turned_above_give(r, view_text(&r->view, row, col), first);
        else if (r->data->project_count == first + 1)
            layout_grant_take_labels(r, &r->data->projects[first], row, col);
        else
            reader_finding(r, "label-not-read", row, col,
                           view_text(&r->view, row, col),
                           reader_line(r, view_text(&r->view, row,
                                                    view_next(&r->view, row,
                                                              col + 1))),
                           NULL, NULL);
    }
}

/* One table in all of the sheet, below a title with something beside it. */
static bool read_whole(reader *r, arena *a, const grid *g, const book *b,
                       size_t noted, size_t missed)
{
    sheet_view straight = r->view;
    size_t projects = r->data->project_count;
    label_list beside;
    grid one;

    if (!grid_rows(&one, a, g, 0, g->rows) ||
        !take_out_labels(r, a, &one, 0, g->rows, &beside))
        return false;
    if (beside.count == 0)
        return read_turned(r, a, g, b, noted, missed);
    if (!sheet_view_init(&r->view, a, b, &one) ||
        !read_turned(r, a, &one, b, noted, missed))
        return false;
    r->view = straight;
    if (r->data->project_count > projects)
        give_labels(r, &beside, projects);
    return true;
}

/* 事業名 | 窓口の改善 | 市民部市民課: an office behind the name in a form's first
 * line stands above an indicator, and is the form's. Empty where none does. */
static bool take_out_office(reader *r, arena *a, grid *one, uint32_t label,
                            text *office)
{
    const sheet_view *v = &r->view;
    uint32_t name = view_next(v, label, view_next(v, label, 0) + 1), col;

    *office = text_of("");
    col = view_next(v, label, name + 1);
    if (col == UINT32_MAX || view_next(v, label, col + 1) != UINT32_MAX ||
        view_cell(v, label, col)->type != CELL_STRING ||
        !office_name(view_text(v, label, col)) ||
        office_name(view_text(v, label, name)))
        return true;
    *office = view_text(v, label, col);
    return grid_clear(one, a, label, col);
}

/* Several forms, or tables, one below the other are each turned alone. */
bool turned_read(reader *r, arena *scratch, const grid *g, const book *b,
                 size_t noted, size_t missed)
{
    sheet_view straight = r->view;
    uint32_t label = innermost_form(r, &straight,
                                    next_form(r, &straight, 0, 0));
    uint32_t from = 0, like = 0, next;
    uint32_t left = UINT32_MAX; /* the first that was not understood */
    size_t read = 0;
    unsigned rank = rank_of(r, &straight, label);
    bool forms = label != UINT32_MAX &&
                 next_form(r, &straight, label + 1, rank) != UINT32_MAX;
    bool first = true;

    headings_init(&r->over);
    if (!forms)
        label = like = first_table(r, &straight);
    /* the title of them all names no project */
    if (like != UINT32_MAX && !forms &&
        next_table(r, &straight, like, label + 1) != UINT32_MAX)
        from = form_top(r, &straight, label, 0);
    if (label == UINT32_MAX)
        return read_whole(r, scratch, g, b, noted, missed);
    for (; label != UINT32_MAX; label = next) {
        size_t projects = r->data->project_count;
        label_list beside;
        text office = text_of("");
        uint32_t to;
        grid one;

        next = forms ? next_form(r, &straight, label + 1, rank)
                     : next_table(r, &straight, like, label + 1);
        to = next == UINT32_MAX ? g->rows
                                : form_top(r, &straight, next, label + 1);
        if (!grid_rows(&one, scratch, g, from, to) ||
            !take_out_labels(r, scratch, &one, from, to, &beside) ||
            (forms && !take_out_office(r, scratch, &one, label, &office)) ||
            !sheet_view_init(&r->view, scratch, b, &one) ||
            !read_turned(r, scratch, &one, b,
                         first ? noted : r->ignored_count, missed))
            return false;
        r->view = straight;
        from = to;
        first = false;
        if (r->data->project_count > projects) {
            give_labels(r, &beside, projects);
            give_department(r, reader_line(r, office), projects);
            read++;
        } else if (left == UINT32_MAX)
            left = label;
    }
    r->view = straight;
    if (read > 0 && left != UINT32_MAX)
        reader_finding(r, "table-not-read", left, view_next(&straight, left,
                                                            0),
                       view_text(&straight, left,
                                 view_next(&straight, left, 0)),
                       NULL, NULL, NULL);
    return true;
}

/* Is a row one of a table that was read? */
static bool is_taken(const reader *r, size_t first, size_t last, uint32_t row)
{
    for (size_t i = first; i < last; i++)
        if (row >= r->tables[i].row && row <= r->tables[i].last_row)
            return true;
    return false;
}

bool turned_read_blocks(reader *r, arena *scratch, const grid *g,
                        const book *b, size_t first, size_t *read)
{
    sheet_view straight = r->view;
    size_t tables = r->table_count;
    bool gap = true;
    uint32_t end;

    headings_init(&r->over);
    *read = 0;
    for (uint32_t row = 0; row < g->rows; row++) {
        uint32_t c = view_next(&straight, row, 0);
        size_t noted = r->ignored_count, projects = r->data->project_count;
        grid block;

        /* lines of one cell are its captions */
        if (c == UINT32_MAX || view_next(&straight, row, c + 1) == UINT32_MAX) {
            gap = true;
            continue;
        }
        if (!gap || is_taken(r, first, tables, row) ||
            !turned_block_at(r, row, &end)) {
            gap = false;
            continue;
        }
        if (!grid_rows(&block, scratch, g, row, end) ||
            !sheet_view_init(&r->view, scratch, b, &block) ||
            !read_turned(r, scratch, &block, b, noted, r->missed_count))
            return false;
        r->view = straight;
        if (r->data->project_count > projects)
            ++*read;
        else
            reader_finding(r, "table-not-read", row, c,
                           view_text(&straight, row, c), NULL, NULL, NULL);
        row = end - 1;
        gap = false;
    }
    return true;
}
