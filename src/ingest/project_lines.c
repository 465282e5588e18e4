/*
 * project_lines.c - lines of projects among those of indicators, in one column
 */
#include "ingest/project_lines.h"

#include "ingest/figure_head.h"
#include "ingest/header/banner.h"
#include "ingest/header/department_words.h"
#include "ingest/header/office_name.h"
#include "ingest/reader/department.h"
#include "ingest/reader/project_grade.h"
#include "ingest/rows/project_cell.h"
#include "ingest/sheet_remake.h"
#include "ingest/table/grid_turn.h"
#include "wording/glyph.h"

enum { HEAD_ROWS = 30, SAID_MOST = 4, SAID_BYTES = 90, NAME_BYTES = 300,
       SEVERAL = 2 };

typedef enum line_kind { LINE_ALONE, LINE_PROJECT, LINE_KPI } line_kind;

typedef struct project_lines {
    reader *reader;
    arena *memory;
    uint32_t head, first, col; /* the header, the row behind it, the column */
    remake made;
    uint32_t out;  /* the next row of that */
    uint32_t open; /* row + 1 of the project whose lines follow; 0 */
    uint32_t since; /* its first row in what is made; UINT32_MAX: none yet */
} project_lines;

/* ---- Finding ---------------------------------------------------------- */

typedef enum said_kind { SAID_NOTHING, SAID_MORE, SAID_OFFICE, SAID_VERDICT,
                         SAID_STATE } said_kind;

/* What a cell says of a project. A letter or a dash alone may be an
 * indicator's as well. */
static said_kind said_of(reader *r, text t)
{
    text verdict;

    if (t.length == 0 || t.length > SAID_BYTES)
        return SAID_NOTHING;
    verdict = project_verdict(t);
    if (verdict.length > 0)
        return project_grade_like(r, verdict) ||
                       project_status_like(r, verdict)
                   ? SAID_VERDICT : SAID_NOTHING;
    if (office_name(office_unbracketed(t)) ||
        department_of_line(t).length > 0)
        return SAID_OFFICE;
    if (project_grade_like(r, t) || project_says_none(t) ||
        project_relisted_alone(t))
        return SAID_MORE;
    return project_status_like(r, t) ? SAID_STATE : SAID_NOTHING;
}

/* A name merged over the columns of figures has none; 基本目標１　… is no
 * project's. */
static bool is_wide(const sheet_view *v, uint32_t row, uint32_t col)
{
    text no, title;

    return view_range(v, row, col).last_col > col + 1 &&
           !heading_has_word(heading_read(view_text(v, row, col), &no,
                                          &title));
}

/* A name, and beside it nothing but what is said of projects. */
static bool is_project(reader *r, uint32_t row, uint32_t col)
{
    const sheet_view *v = &r->view;
    bool sure = is_wide(v, row, col);
    unsigned n = 0;

    for (uint32_t c = view_next(v, row, col + 1); c != UINT32_MAX;
         c = view_next(v, row, c + 1)) {
        said_kind said = view_cell(v, row, c)->type == CELL_STRING &&
                                 view_range(v, row, c).last_row == row
                             ? said_of(r, view_text(v, row, c))
                             : SAID_NOTHING;

        if (said == SAID_NOTHING || ++n > SAID_MOST)
            return false;
        sure = sure || said != SAID_MORE;
    }
    return sure && view_cell(v, row, col)->type == CELL_STRING &&
           view_text(v, row, col).length <= NAME_BYTES;
}

/* An indicator that says whose it is: then a line without figures may be one
 * that is not filled in. */
static bool says_office(reader *r, uint32_t row, uint32_t col)
{
    const sheet_view *v = &r->view;

    for (uint32_t c = view_next(v, row, col + 1); c != UINT32_MAX;
         c = view_next(v, row, c + 1))
        if (view_cell(v, row, c)->type == CELL_STRING &&
            said_of(r, view_text(v, row, c)) == SAID_OFFICE)
            return true;
    return false;
}

static bool is_alone(const sheet_view *v, uint32_t row, uint32_t col)
{
    return view_next(v, row, col + 1) == UINT32_MAX;
}

static bool begins_with_digit(const sheet_view *v, uint32_t row, uint32_t col)
{
    size_t next;

    return view_cell(v, row, col)->type == CELL_NUMBER ||
           glyph_at(view_text(v, row, col), 0, &next) == GLYPH_DIGIT;
}

/* A row of few words above one with more cells, figures among them; most
 * sheets have none such. */
static bool may_lead(const sheet_view *v, uint32_t row)
{
    uint32_t col = view_next(v, row, 0);
    unsigned said = 0, more = 0;
    bool figures = false;

    if (col == UINT32_MAX || view_next(v, row + 1, 0) != col ||
        is_alone(v, row, col) ||
        view_cell(v, row, col)->type != CELL_STRING ||
        view_range(v, row, col).last_row > row)
        return false;
    for (uint32_t c = view_next(v, row, col + 1); c != UINT32_MAX;
         c = view_next(v, row, c + 1))
        if (view_cell(v, row, c)->type != CELL_STRING || ++said > SAID_MOST)
            return false;
    for (uint32_t c = view_next(v, row + 1, col + 1); c != UINT32_MAX;
         c = view_next(v, row + 1, c + 1)) {
        more++;
        figures = figures || begins_with_digit(v, row + 1, c);
    }
    return more > said && figures;
}

static bool is_head_again(const project_lines *p, uint32_t row)
{
    const sheet_view *v = &p->reader->view;

    return text_equal(view_text(v, row, p->col),
                      view_text(v, p->head, p->col));
}

static line_kind kind_of(const project_lines *p, uint32_t row)
{
    const sheet_view *v = &p->reader->view;

    return is_alone(v, row, p->col) || is_head_again(p, row) ? LINE_ALONE
           : is_project(p->reader, row, p->col)              ? LINE_PROJECT
                                                             : LINE_KPI;
}

/* The header above the first line of a project; between them stand headings
 * alone. */
static bool find_head(project_lines *p, uint32_t row)
{
    const sheet_view *v = &p->reader->view;

    p->col = view_next(v, row, 0);
    while (row-- > 0) {
        uint32_t col = view_next(v, row, 0);

        if (col == UINT32_MAX || is_alone(v, row, col))
            continue;
        p->head = view_range(v, row, p->col).row;
        p->first = row + 1;
        return col >= p->col && view_filled(v, row, p->col) &&
               view_range(v, row, p->col).last_col == p->col &&
               view_range(v, row, p->col).last_row == row &&
               (figure_head_at(p->reader, row, p->col) ||
                (p->head < row &&
                 figure_head_at(p->reader, p->head, p->col)));
    }
    return false;
}

/* All that stands below the header is a heading alone, a project or an
 * indicator's line, and no cell reaches over several of these. */
static bool find_lines(const project_lines *p)
{
    const sheet_view *v = &p->reader->view;
    unsigned projects = 0, left = 0;

    for (uint32_t row = p->first; row < v->grid->rows; row++) {
        uint32_t col = view_next(v, row, 0);
        line_kind kind;

        if (col == UINT32_MAX)
            continue;
        if (is_alone(v, row, col)) {
            left += col > p->col;
            continue;
        }
        if (col != p->col || view_range(v, row, col).row < row ||
            view_range(v, row, col).last_row > row || left > 0)
            return false;
        kind = kind_of(p, row);
        projects += kind != LINE_PROJECT      ? 0
                    : is_wide(v, row, p->col) ? SEVERAL
                                              : 1;
        if (kind == LINE_KPI &&
            (projects == 0 || says_office(p->reader, row, p->col)))
            return false;
    }
    return projects >= SEVERAL;
}

static bool find(project_lines *p)
{
    const sheet_view *v = &p->reader->view;

    for (uint32_t row = 1; row + 1 < v->grid->rows && row < HEAD_ROWS; row++)
        if (may_lead(v, row) &&
            is_project(p->reader, row, view_next(v, row, 0)))
            return find_head(p, row) && find_lines(p);
    return false;
}

/* ---- A column for the projects ---------------------------------------- */

static uint32_t new_col(const project_lines *p, uint32_t col)
{
    return col + (col > p->col);
}

/* Where something else ends behind the columns of names, it does so behind
 * both. */
static uint32_t new_last(const project_lines *p, merge_range m)
{
    return m.last_col > p->col || m.col < m.last_col
               ? m.last_col + (m.last_col >= p->col) : m.last_col;
}

static bool put_cells(project_lines *p, uint32_t row, uint32_t from)
{
    const sheet_view *v = &p->reader->view;
    bool ok = true;

    for (uint32_t c = view_next(v, row, from); c != UINT32_MAX && ok;
         c = view_next(v, row, c + 1)) {
        merge_range m = view_range(v, row, c);

        if (m.row == row && m.col == c)
            ok = remake_put(&p->made, view_cell(v, row, c), text_of(""),
                            p->out, new_col(p, c)) &&
                 remake_merge(&p->made, p->out, new_col(p, c),
                              p->out + m.last_row - m.row, new_last(p, m));
    }
    return ok;
}

static void end_row(project_lines *p, uint32_t from)
{
    p->made.rows[p->out++] = from;
}

/* What stands beside a name, as it is typed behind one. */
static void add_said(project_lines *p, buf *b, text t)
{
    said_kind said = said_of(p->reader, t);
    text office = department_of_line(t);

    if (office.length > 0)
        t = office;
    t = office_unbracketed(t);
    buf_string(b, said == SAID_STATE     ? "\n※"
                  : said == SAID_VERDICT ? "\n"
                                         : "【");
    buf_text(b, t);
    if (said == SAID_OFFICE || said == SAID_MORE)
        buf_string(b, "】");
}

static text whole_name(project_lines *p, uint32_t row)
{
    reader *r = p->reader;
    const sheet_view *v = &r->view;
    const char *all;
    buf b;

    buf_init(&b);
    buf_text(&b, heading_unmarked(view_text(v, row, p->col)));
    for (uint32_t c = view_next(v, row, p->col + 1); c != UINT32_MAX;
         c = view_next(v, row, c + 1))
        if (view_begins(v, row, c))
            add_said(p, &b, view_text(v, row, c));
    all = reader_text(r, buf_slice(&b));
    buf_free(&b);
    return text_of(all);
}

/* The project that is open, in the row that is made if it is its first. */
static bool put_open(project_lines *p)
{
    uint32_t row = p->open - 1;

    if (p->open == 0 || p->since != UINT32_MAX)
        return true;
    p->since = p->out;
    return remake_put(&p->made, view_cell(&p->reader->view, row, p->col),
                      whole_name(p, row), p->out, p->col);
}

/* A project without indicators has a row of its own. */
static bool close_project(project_lines *p)
{
    bool ok = true;

    if (p->open != 0 && p->since == UINT32_MAX) {
        ok = put_open(p);
        end_row(p, p->open - 1);
    }
    if (p->open != 0)
        ok = ok && remake_merge(&p->made, p->since, p->col, p->out - 1,
                                p->col);
    p->open = 0;
    return ok;
}

static bool put_row(project_lines *p, uint32_t row)
{
    const sheet_view *v = &p->reader->view;
    bool ok;

    switch (kind_of(p, row)) {
    case LINE_PROJECT:
        ok = close_project(p);
        p->open = row + 1;
        p->since = UINT32_MAX;
        return ok;
    case LINE_KPI:
        ok = put_open(p) &&
             remake_put(&p->made, view_cell(v, row, p->col), text_of(""),
                        p->out, p->col + 1) &&
             put_cells(p, row, p->col + 1);
        break;
    default: /* a heading, a note, a gap: its cell ends above */
        ok = close_project(p) &&
             (is_head_again(p, row) || put_cells(p, row, 0));
    }
    end_row(p, row);
    return ok;
}

/* Titles and the header. */
static bool put_head(project_lines *p)
{
    static const char *const words[] = { "事業名", "指標名" };
    const sheet_view *v = &p->reader->view;
    merge_range m = view_range(v, p->head, p->col);
    bool ok = true;

    for (uint32_t row = 0; row < p->first && ok; row++) {
        ok = put_cells(p, row, row == p->head ? p->col + 1 : 0);
        end_row(p, row);
    }
    for (uint32_t n = 0; n < 2 && ok; n++)
        ok = remake_put(&p->made, view_cell(v, p->head, p->col),
                        text_of(words[n]), p->head, p->col + n) &&
             remake_merge(&p->made, m.row, p->col + n, m.last_row,
                          p->col + n);
    return ok;
}

static bool make(project_lines *p)
{
    const grid *g = p->reader->view.grid;

    if (!remake_init(&p->made, p->reader, p->memory, g->rows, g->cols + 1))
        return false;
    for (uint32_t c = 0; c <= g->cols; c++)
        p->made.cols[c] = c - (c > p->col);
    if (!put_head(p))
        return false;
    for (uint32_t row = p->first; row < g->rows; row++)
        if (!put_row(p, row))
            return false;
    if (!close_project(p))
        return false;
    p->made.grid.rows = p->out;
    return true;
}

bool project_lines_read(reader *r, arena *scratch, size_t *tables,
                        near_miss *near, bool *read)
{
    project_lines p = { .reader = r, .memory = scratch };
    const grid *g = r->view.grid;

    *read = false;
    if (!grid_turn_fits(g) ||
        !remake_fits(g->rows, (uint64_t)g->cols + 1) || !find(&p))
        return true;
    if (!make(&p) || !remake_read(&p.made, tables, near, read))
        return false;
    if (*read && !figure_head_names_projects(r, p.head, p.col))
        reader_finding(r, "column-role-inferred", p.head, p.col,
                       view_text(&r->view, p.head, p.col), "事業名",
                       "the project", NULL);
    return true;
}
