/*
 * layout_grant.c - forms: label and value, one project a sheet or block
 */
#include "ingest/form/layout_grant.h"

#include <string.h>

#include "ingest/form/block_title.h"
#include "ingest/form/form_repeats.h"
#include "ingest/form/grant_extent.h"
#include "ingest/form/grant_parts.h"
#include "ingest/form/line_pairs.h"
#include "ingest/reader/project_grade.h"
#include "ingest/rows/layout_rows.h"
#include "ingest/rows/project_cell.h"

/* A longer text beside an indicator is a comment. */
enum { GRADE_BYTES = 90, NUMBER_BYTES = 12 };

/* Does the plan name the family of forms? 1 yes, -1 only others, 0 none. */
static int planned_form(const plan *p)
{
    for (size_t i = 0; i < p->layout_count; i++)
        if (strcmp(p->layouts[i], "grant") == 0)
            return 1;
    return p->layout_count > 0 ? -1 : 0;
}

/* １ or ①, and no words. */
static bool is_number(text t)
{
    text no, title;

    return t.length <= NUMBER_BYTES &&
           heading_is_numbered(heading_read(t, &no, &title)) &&
           title.length == 0;
}

/* 施策名：文化財の保護 first in a row in front of the table, or behind a number
 * (3, No.：3) or the title of a part at the form's side: 事業概要. */
static bool is_paired(const form *f, uint32_t from)
{
    const sheet_view *v = &f->reader->view;

    for (uint32_t row = from; row < f->table->top; row++) {
        uint32_t c = view_next(v, row, 0);
        text label, value;
        const header_word *w;

        if (c != UINT32_MAX && (is_number(view_text(v, row, c)) ||
                                form_is_side_title(f, row, c)))
            c = view_next(v, row, c + 1);
        w = c == UINT32_MAX ? NULL : form_pair(f, row, c, &label, &value);
        if (w != NULL && w->role == ROLE_NO &&
            (c = view_next(v, row, c + 1)) != UINT32_MAX)
            w = form_pair(f, row, c, &label, &value);
        if (w != NULL && (w->role == ROLE_PROJECT ||
                          w->role == ROLE_MEASURE))
            return true;
    }
    return false;
}

/* 重点プロジェクト１　子育て応援 above a table of the indicator that its caption
 * names: 指標1　会員数（人）. */
static bool is_headed(const form *f, uint32_t from)
{
    const sheet_view *v = &f->reader->view;
    text no, title;

    if (table_column_any(f->table, ROLE_KPI) != NULL ||
        form_caption_name(f->table->caption).length == 0)
        return false;
    for (uint32_t row = from; row < f->table->top; row++) {
        uint32_t c = view_next(v, row, 0);

        if (c != UINT32_MAX && view_next(v, row, c + 1) == UINT32_MAX &&
            form_heads_project(f->reader, view_text(v, row, c), &no,
                               &title) != ROLE_NONE)
            return true;
    }
    return false;
}

/* １　病児保育 | 担当課：保育課 right above a table of indicators. */
static bool is_owned(const form *f, uint32_t from)
{
    return f->table->top > from &&
           table_column_any(f->table, ROLE_KPI) != NULL &&
           form_is_owned(f, f->table->top - 1);
}

/* 取組1　避難所の点検 | 担当：防災課 | 決算額 | 6,420千円 above such a table. */
static bool is_titled(reader *r, const table *t, uint32_t from)
{
    block_title title;

    return (table_column_any(t, ROLE_KPI) != NULL ||
            form_names_in_header(t)) &&
           block_title_above(&title, r, t, from) && title.beside;
}

/* 項目 in front of 指標: it may be what is looked at, and a project only where
 * nothing else names one. */
static bool is_item(const table_column *k)
{
    enum { RANK_NAME = 45 }; /* that of any word for a name */

    return k->role == ROLE_PROJECT && k->rank == RANK_NAME &&
           text_ends(text_of(k->header), "項目");
}

bool form_has_levels(const table *t)
{
    for (size_t i = 0; i < t->count; i++)
        if (role_is_level(t->columns[i].role) && !is_item(&t->columns[i]) &&
            strcmp(t->columns[i].why, "content") != 0)
            return true;
    return false;
}

/* 令和4年度　効果検証 alone in its row: a title, and no label. */
static bool is_lone(const sheet_view *v, uint32_t row, uint32_t col)
{
    return view_next(v, row, 0) == col &&
           view_next(v, row, col + 1) == UINT32_MAX;
}

/* 【所管】産業局 | 【期間】R1～R3年度, or 所管：産業局 | 期間：R1～R3年度: what only a form
 * says of its project, and no line of an office. */
static bool tells_form(const form *f, uint32_t row)
{
    uint64_t roles;

    return form_row_pairs(f, row, &roles) &&
           (roles & ((uint64_t)1 << ROLE_PERIOD | (uint64_t)1 << ROLE_COST |
                     (uint64_t)1 << ROLE_PURPOSE |
                     (uint64_t)1 << ROLE_SUMMARY)) != 0;
}

/* （1）延長保育 between such a line and the table: the line is of the document. */
static bool named_below(const form *f, uint32_t row)
{
    const sheet_view *v = &f->reader->view;

    while (++row < f->table->top) {
        uint32_t c = view_next(v, row, 0);
        text t, no, title;

        if (c == UINT32_MAX)
            continue;
        t = view_text(v, row, c);
        if (heading_is_numbered(heading_read(t, &no, &title)) &&
            title.length > 0 && !form_is_section(f->reader, t))
            return true;
    }
    return false;
}

/* 施設の名称 | 市民会館 | 所管課 | 文化振興課: a label that nobody knows names what
 * the form is about, among others that are known. */
static bool is_named_among_labels(const form *f, uint32_t from,
                                  unsigned known_min)
{
    const sheet_view *v = &f->reader->view;
    unsigned known = 0;
    bool named = false;

    for (uint32_t row = from; row < f->table->top; row++)
        for (uint32_t c = view_next(v, row, 0); c != UINT32_MAX;
             c = view_next(v, row, c + 1)) {
            const header_word *w = form_label(f, row, c);
            uint32_t value_row, value;

            known += w->exact && form_knows(w->role) &&
                     form_value_of(f, row, c, &value_row, &value);
            named = named || form_names_subject(f, row, c, &value);
        }
    return named && known >= known_min;
}

/* 企業の誘致 |  | 評価 | A: what is no label, and a grade beside it. */
static bool is_graded_name(const form *f, uint32_t row)
{
    const sheet_view *v = &f->reader->view;
    uint32_t c = view_next(v, row, 0);
    line_pairs said;

    return c != UINT32_MAX && view_cell(v, row, c)->type == CELL_STRING &&
           !form_label(f, row, c)->exact &&
           line_pairs_beside(&said, f->reader, row, c + 1) &&
           said.grade.length > 0 && said.name.length == 0;
}

/* 施策1　企業の誘致 |  | 評価 | A or 企業の誘致 | … right above the table, or 担当：商工課
 * between: a heading, see walk_project.c. */
static bool is_graded_heading(const form *f, uint32_t row)
{
    uint32_t top = f->table->top;
    block_title title;
    line_pairs said;

    if (row + 1 == top && block_title_read(&title, f->reader, row, true) &&
        title.graded)
        return true;
    return table_column_any(f->table, ROLE_KPI) != NULL &&
           (row + 1 == top ||
            (row + 2 == top && line_pairs_read(&said, f->reader, row + 1) &&
             said.department[0] != '\0')) &&
           is_graded_name(f, row);
}

bool layout_grant_matches(reader *r, const table *t, uint32_t from)
{
    form f = { .reader = r, .table = t, .last = UINT32_MAX };
    const sheet_view *v = &r->view;
    int hint = planned_form(r->plan);
    bool guessed = false;
    text what;

    if (form_has_levels(t) || t->coded || t->graded)
        return false;
    for (size_t i = 0; i < t->count; i++)
        guessed = guessed || role_is_level(t->columns[i].role);
    if (hint >= 0 && (is_paired(&f, from) || is_headed(&f, from) ||
                      is_owned(&f, from) || is_titled(r, t, from)))
        return true;
    /* 基本目標１ right below the header: rows under headings */
    if ((t->blocks > 1 || guessed ||
         row_kind_of(r, t, t->first_row, &what) == ROW_BANNER) &&
        !form_is_named_above(r, t, from) &&
        (guessed || !is_named_among_labels(&f, from, t->blocks > 1 ? 1 : 2)))
        return false;
    for (uint32_t row = from; row < t->top; row++) {
        if (hint >= 0 && tells_form(&f, row) && !named_below(&f, row))
            return true;
        if (is_graded_heading(&f, row))
            continue;
        for (uint32_t c = view_next(&r->view, row, 0); c != UINT32_MAX;
             c = view_next(&r->view, row, c + 1)) {
            const header_word *w = form_label(&f, row, c);

            /* where the plan lists rows only, a form names its project */
            uint32_t value;

            if (hint >= 0 && form_names_subject(&f, row, c, &value))
                return true;
            if (w->role != ROLE_NONE && (w->exact || hint > 0) &&
                !(w->has_year && is_lone(v, row, c)) &&
                form_knows(w->role) && w->role != ROLE_REMARK &&
                w->role != ROLE_NO && (hint >= 0 || role_is_level(w->role)))
                return true;
        }
    }
    return false;
}

static const table_column *grade_column(const form *f)
{
    const table_column *c = table_column_any(f->table, ROLE_GRADE);

    return c != NULL ? c : table_column_any(f->table, ROLE_STATUS);
}

/* A, D and － beside the years of one indicator: the first year's is not its. */
static bool grades_years_apart(const form *f, uint32_t row, uint32_t col)
{
    const sheet_view *v = &f->reader->view;
    const table_column *name = table_column_any(f->table, ROLE_KPI);
    text one = view_text(v, row, col);
    uint32_t last;

    if (name == NULL || table_column_any(f->table, ROLE_YEAR) == NULL)
        return false;
    last = view_range(v, row, name->col).last_row;
    for (uint32_t at = row + 1; at <= last; at++)
        if (project_grade_like(f->reader, view_text(v, at, col)) &&
            !text_equal(one, view_text(v, at, col)))
            return true;
    return false;
}

/* The grade beside an indicator, where its lines have not told it. */
static void take_grade(form *f, kpi *k)
{
    const table_column *c = grade_column(f);
    const sheet_view *v = &f->reader->view;
    uint32_t row = view_place_row(v, &k->where);
    text t;

    if (c == NULL || k->declared_grade[0] != '\0')
        return;
    if (row < f->table->first_row)
        row = f->table->first_row; /* beside a title down header and rows */
    t = view_text(v, row, c->col);
    if (t.length > 0 && t.length <= GRADE_BYTES &&
        !grades_years_apart(f, row, c->col))
        k->declared_grade = project_grade_text(f->reader, t);
}

/* One cell beside all indicators of the form's first table grades the
 * project, as in a table of projects; a label's grade counts more. */
static void share_grade(form *f, const kpi_list *all)
{
    const table_column *c = grade_column(f);
    const sheet_view *v = &f->reader->view;
    text one = text_of(all->count == 0 ? "" : all->items[0].declared_grade);
    merge_range m;

    f->shared_grade = text_of("");
    if (c == NULL || table_column_any(f->table, ROLE_KPI) == NULL ||
        f->project->kpi_count > 0 ||
        !project_grade_like(f->reader, one))
        return;
    m = view_range(v, view_place_row(v, &all->items[0].where), c->col);
    if (view_place_row(v, &all->items[all->count - 1].where) <= m.last_row)
        f->shared_grade = one;
}

/* Gives the project what stands beside all of its indicators. */
static void settle_shared_grade(form *f)
{
    project *p = f->project;

    if (f->shared_grade.length == 0 || p->declared_grade[0] != '\0' ||
        p->declared_status[0] != '\0')
        return;
    project_grade_set(f->reader, p, f->shared_grade);
    for (size_t i = 0; i < p->kpi_count; i++)
        p->kpis[i].declared_grade = "";
}

/* The line that names the project, without a label. */
static void take_title(form *f, uint32_t from)
{
    block_title title;

    f->owned = is_owned(f, from);
    if (!block_title_above(&title, f->reader, f->table, from)) {
        f->under_heading = form_stands_under_heading(f, from);
        f->title_row = f->under_heading ? from : 0;
        return;
    }
    f->owned = f->headed = f->titled = true;
    f->project->no = reader_line(f->reader, title.no);
    f->title = title.name;
    f->title_row = title.row;
    f->title_col = title.col;
}

bool layout_grant_open(form *f, reader *r, const table *t, uint32_t from)
{
    uint32_t first;

    *f = (form){ .reader = r, .table = t, .from = from };
    f->title = f->headline = f->cover = f->level = f->numbered =
        f->path = f->shared_grade = f->name_label = f->publisher =
            f->serial = f->column_offices = text_of("");
    f->project = dataset_add_project(r->data);
    if (f->project == NULL) {
        r->failed = true;
        return false;
    }
    f->project->source = r->source;
    take_title(f, from);
    if (!f->titled && !f->under_heading &&
        form_take_top_lines(f, from, &first)) {
        if (first > from)
            layout_grant_tail(f, from, first - 1, false);
        from = f->title_row + 1;
    }
    layout_grant_tail(f, from, t->top - 1, false);
    return true;
}

uint32_t layout_grant_table(form *f, const table *t, uint32_t from,
                            uint32_t last, ingest_table *report)
{
    reader *r = f->reader;
    project *p = f->project;
    kpi_list all = { NULL, 0 };
    kpi *both;
    uint32_t next;

    f->table = t;
    next = form_indicators(f, from, last, &all);
    form_own_rows(f, &all);
    f->below = true;
    both = arena_array(r->memory, p->kpi_count + all.count + 1,
                       sizeof(*both));
    if (both == NULL) {
        r->failed = true;
        return next;
    }
    if (p->kpi_count > 0)
        memcpy(both, p->kpis, p->kpi_count * sizeof(*both));
    for (size_t i = 0; i < all.count; i++) {
        take_grade(f, &all.items[i]);
        reader_direction(r, &all.items[i]);
        both[p->kpi_count + i] = all.items[i];
    }
    share_grade(f, &all);
    p->kpi_count += all.count;
    p->kpis = both;
    if (report != NULL)
        report->kpis += all.count;
    return next;
}

/* 外部有識者の意見 | 効果が認められる。 right below the indicators. */
static bool is_said_below(const form *f, uint32_t row, uint32_t first)
{
    const sheet_view *v = &f->reader->view;
    uint32_t next = view_next(v, row, view_range(v, row, first).last_col + 1);

    return row > 0 && row > f->table->bottom && next != UINT32_MAX &&
           view_next(v, row - 1, 0) != UINT32_MAX &&
           text_ends(view_text(v, row, next), "。") &&
           view_next(v, row, next + 1) == UINT32_MAX;
}

/* Behind the indicators: notes belong to this form, a title does not. */
static bool is_note(const form *f, uint32_t row)
{
    uint32_t first = view_next(&f->reader->view, row, 0), value_row, value_col;
    const header_word *w;
    text t;

    if (first == UINT32_MAX)
        return true;
    t = view_text(&f->reader->view, row, first);
    w = form_label(f, row, first);
    if (text_starts(t, "※") || text_starts(t, "注") ||
        w->role == ROLE_REMARK || is_said_below(f, row, first) ||
        form_heads_grade(f, w, row, first))
        return true;
    /* 評価 | A right below */
    return w->exact && row > 0 && row > f->table->bottom + 1 &&
           (w->role == ROLE_GRADE || w->role == ROLE_STATUS ||
            w->role == ROLE_IGNORED) &&
           view_next(&f->reader->view, row - 1, 0) != UINT32_MAX &&
           form_value_of(f, row, first, &value_row, &value_col) &&
           value_row == row;
}

uint32_t layout_grant_tail(form *f, uint32_t row, uint32_t last, bool notes)
{
    f->last = last;
    while (row <= last && last != UINT32_MAX && (!notes || is_note(f, row))) {
        uint32_t behind = form_take_cost_years(f, row, last);

        if (behind > row)
            row = behind;
        else if (form_heads_list(f, row))
            row = form_skip_list(f, row, last);
        else
            form_take_row(f, row++);
    }
    return row;
}

/* The line above said the same name, and more: ①朝市【B】, 朝市（再掲）. */
static void take_headline(form *f)
{
    project *p = f->project, said = { 0 };

    if (f->headline.length == 0 || text_equal(f->headline, f->title))
        return;
    project_init(&said);
    project_cell_read(f->reader, &said, f->headline, f->title_row,
                      f->title_col, false);
    if (strcmp(said.name, p->name) != 0)
        return;
    p->relisted = p->relisted || said.relisted;
    if (p->no[0] == '\0')
        p->no = said.no;
    if (p->declared_grade[0] == '\0' && p->declared_status[0] == '\0') {
        p->declared_grade = said.declared_grade;
        p->declared_status = said.declared_status;
    }
}

/* 事業名 | (nothing), and no indicator: a form that nobody filled in, whatever
 * stands further down. */
static bool is_blank(const form *f)
{
    return f->empty_row > 0 && !f->named && f->project->kpi_count == 0 &&
           f->title_row >= f->empty_row;
}

/* 「…をつくります」 above 重点目標1 | …, and nothing above 重点目標2 | … of the next form:
 * words for all of them. */
static bool is_for_all(const form *f)
{
    const sheet_view *v = &f->reader->view;
    uint32_t goal = f->outer_row - 1, row = f->last + 1, col, above;

    if (f->named || f->titled || f->headed || f->owned || f->outer_row == 0 ||
        f->level.length > 0 || f->title.length == 0 || f->title_row >= goal ||
        f->last >= v->grid->rows)
        return false;
    while (row < v->grid->rows && view_next(v, row, 0) == UINT32_MAX)
        row++;
    if (row >= v->grid->rows)
        return false;
    for (above = row - 1; above > goal && view_next(v, above, 0) == UINT32_MAX;)
        above--;
    col = view_next(v, row, 0);
    return col == view_next(v, goal, 0) && f->last + 1 > goal &&
           view_next(v, above, view_next(v, above, 0) + 1) != UINT32_MAX &&
           form_same_but_numbers(view_text(v, row, col),
                                 view_text(v, goal, col));
}

void layout_grant_close(form *f, ingest_table *report)
{
    reader *r = f->reader;
    project *p = f->project;
    bool says;

    form_note_pending(f);
    form_settle_grades(f);
    form_settle_publisher(f);
    form_settle_period(f);
    settle_shared_grade(f);
    if (is_for_all(f)) {
        reader_ignore(r, f->title_row, f->title_row, "form-words", f->title);
        f->title = text_of("");
    }
    says = f->title.length > 0 || f->level.length > 0 ||
                p->has_theme || p->has_goal;

    if (f->title.length == 0 && f->numbered.length > 0 &&
        (!f->numbered_taken || !says)) {
        f->title = f->numbered;
        f->title_row = f->numbered_row;
        f->title_col = f->numbered_col;
        f->named = true;
    }
    if (!f->named && !f->headed && f->level.length > 0) {
        /* the form tracks the measure itself */
        f->title = f->level;
        f->title_row = f->level_row;
        f->title_col = f->level_col;
        p->measure = "";
    }
    if (f->named || f->owned || f->level.length > 0)
        form_inherit_levels(f);
    form_inherit_office(f);
    form_keep_head_office(f);
    form_inherit_head_office(f);
    form_share_bureau(f);
    form_keep_levels(f);
    if (f->level.length > 0 && text_equal(f->title, f->level))
        form_keep_measure(f);
    if (f->title.length == 0 && f->under_heading)
        form_take_heading_name(f);
    if (f->title.length == 0 && f->path.length > 0)
        form_take_path_name(f);
    if (f->title.length == 0 && says) {
        f->title = text_of(p->has_theme ? p->theme.title : p->goal.title);
        f->title_row = f->from;
        if (!p->has_theme)
            form_keep_goal(f);
    }
    if (f->title.length == 0) {
        f->title = f->cover.length > 0 ? f->cover
                                     : text_of(r->view.grid->sheet);
        f->title_row = f->from;
    }
    if (f->example)
        reader_finding(r, "example-ignored", f->title_row, f->title_col,
                       f->title, NULL, NULL, NULL);
    if (f->example || is_blank(f) || (!says && p->kpi_count == 0)) {
        r->data->project_count--;
        return;
    }
    p->where = view_place(&r->view, f->title_row, f->title_col);
    form_note_guess(f);
    form_settle_serial(f);
    project_cell_read(r, p, f->title, f->title_row, f->title_col, false);
    take_headline(f);
    if (report != NULL)
        report->projects++;
}
