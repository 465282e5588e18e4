/*
 * sheet_walk.c - one sheet from the top down: titles, headings, tables, notes
 */
#include "ingest/walk/sheet_walk.h"

#include <string.h>

#include "ingest/header/title_words.h"
#include "ingest/kpi/kpi_label.h"
#include "ingest/reader/hidden_data.h"
#include "ingest/reader/kind_notes.h"
#include "ingest/reader/relative_years.h"
#include "ingest/reader/title_heading.h"
#include "ingest/reader/unread_columns.h"
#include "ingest/reader/year_notes.h"
#include "ingest/rows/layout_rows.h"
#include "ingest/table/grid_cut.h"
#include "ingest/table/table_captions.h"
#include "ingest/walk/sheet_titles.h"
#include "ingest/walk/sheet_walk_parts.h"
#include "xlsx/cellref.h"

enum { CAPTION_LINES = 3 };

/* ---- Segments --------------------------------------------------------- */

void walk_flush(walk *w)
{
    if (w->segment.count > 0) {
        size_t first = w->reader->data->project_count;

        hidden_rows_note(w->reader, w->segment.rows, w->segment.count,
                         w->current->col);
        if (w->report_index < w->reader->table_count)
            w->report = &w->reader->tables[w->report_index];
        layout_rows_read(w->reader, &w->segment,
                         w->current->list ? NULL : w->report);
        walk_inherit(w, first);
    }
    w->segment.rows = NULL;
    w->segment.count = w->segment.capacity = 0;
}

/* What a column's cells are where the headings name the goal. */
static role shown_role(const reader *r, const table *t, const table_column *k)
{
    const table_column *goal = table_column_any(t, ROLE_GOAL);

    if (goal == NULL || !layout_rows_below_goal(&r->headings, goal))
        return k->role;
    if (k->role == ROLE_THEME && table_column_any(t, ROLE_MEASURE) == NULL)
        return ROLE_MEASURE;
    return k->role == ROLE_GOAL ? ROLE_THEME : k->role;
}

void walk_describe(walk *w, const table *t, const char *layout)
{
    reader *r = w->reader;
    ingest_table *out =
        arena_push(r->memory, (void **)&r->tables, &r->table_count,
                   &r->table_capacity, sizeof(*out));

    if (out == NULL) {
        r->failed = true;
        return;
    }
    out->sheet = r->view.grid->sheet;
    out->state = r->view.grid->state;
    out->row = t->top;
    out->col = t->col;
    out->last_row = t->bottom;
    out->last_col = t->last_col;
    out->layout = layout;
    out->header_row = t->top;
    out->header_last_row = t->bottom;
    out->confidence = t->confidence;
    out->columns = arena_array(r->memory, t->count + 1,
                               sizeof(*out->columns));
    if (out->columns == NULL) {
        r->failed = true;
        return;
    }
    for (size_t i = 0; i < t->count; i++) {
        ingest_column *c = &out->columns[out->column_count++];
        role shown = shown_role(r, t, &t->columns[i]);

        c->col = t->columns[i].col;
        c->role = shown == ROLE_NONE ? "unknown" : role_id(shown);
        c->fiscal_year = t->columns[i].years.to;
        c->header = reader_line(r, text_of(t->columns[i].header));
        c->why = t->columns[i].why;
    }
    w->report_index = r->table_count - 1;
    w->report = out;
}

/* ---- Headers ---------------------------------------------------------- */

/* What stands around the next table, or is said elsewhere, dates its columns
 * that name no year. */
static void settle_years(walk *w)
{
    table *t = &w->tables.items[w->next];

    relative_years_settle(w->reader, t);
    kind_notes_settle(w->reader, t);
    walk_settle_notes(w);
}

void walk_settle_notes(walk *w)
{
    table *t = &w->tables.items[w->next];

    year_notes_settle(w->reader, t, w->next > 0 ? t[-1].bottom + 1 : 0,
                      w->tables.items[0].top, w->tables_read == 1);
}

static void take_header(walk *w, const table *t)
{
    reader *r = w->reader;

    if (w->current != NULL && !w->current->list &&
        (t->caption.length == 0 ||
         table_column_any(t, ROLE_KPI) != NULL) &&
        (t->unit.length == 0 || text_equal(t->unit, w->current->unit)) &&
        (table_same_columns(w->current, t) ||
         (r->view.turned && table_continues(w->current, t)))) {
        /* a page's or measure's header again: the table goes on */
        reader_ignore(r, t->top, t->bottom, "repeated-header",
                      view_text(&r->view, t->top, t->col));
        if (w->segment.count > 0) {
            /* rows keep the first header's table */
            return;
        }
        settle_years(w);
        w->current = t;
        w->segment.table = t;
        return;
    }
    walk_flush(w);
    w->current = t;
    w->segment.table = t;
    w->tables_read++;
    settle_years(w);
    walk_describe(w, t, layout_rows_name(t));
    hidden_columns_note(r, t);
    unread_columns_note(r, t);
}

void walk_miss(walk *w, const table *t, near_miss *near)
{
    /* of a form, labels beside those that were read */
    if (!t->list && (!w->reader->view.turned || w->tables_read > 0))
        reader_missed(w->reader, t->top, t->col,
                      view_text(&w->reader->view, t->top,
                                view_next(&w->reader->view, t->top, t->col)),
                      t->lacks);
    reader_ignore(w->reader, t->top, t->bottom, "no-indicator",
                  view_text(&w->reader->view, t->top, t->col));
    for (uint32_t row = t->top; row <= t->bottom; row++)
        sheet_titles_come_near(w->reader, row, near);
}

/* ---- Rows ------------------------------------------------------------- */

static bool push_row(walk *w, uint32_t row)
{
    uint32_t *slot =
        arena_push(w->memory, (void **)&w->segment.rows, &w->segment.count,
                   &w->segment.capacity, sizeof(*slot));

    if (slot == NULL)
        return false;
    *slot = row;
    if (w->report_index < w->reader->table_count &&
        w->reader->tables[w->report_index].last_row < row)
        w->reader->tables[w->report_index].last_row = row;
    return true;
}


/* Lines of one cell right above the next table's header, its caption among
 * them: ●KPI, (1) 農業の振興. */
static bool leads_to_table(const walk *w, uint32_t row)
{
    const sheet_view *v = &w->reader->view;
    const table *t;

    if (w->next >= w->tables.count)
        return false;
    t = &w->tables.items[w->next];
    if (row >= t->top || t->top - row > CAPTION_LINES ||
        t->caption_row == UINT32_MAX)
        return false;
    for (; row < t->top; row++) {
        uint32_t c = view_next(v, row, 0);

        if (row == t->caption_row)
            continue;
        if (c == UINT32_MAX || view_next(v, row, c + 1) != UINT32_MAX ||
            view_cell(v, row, c)->type != CELL_STRING)
            return false;
    }
    return true;
}

/* The caption of the next table is no row of this one: a gap lies between,
 * or it has nothing where this one's figures stand. */
static bool is_apart(const walk *w, uint32_t row)
{
    for (size_t i = 0; i < w->current->count && !w->gap; i++) {
        const table_column *k = &w->current->columns[i];

        if ((k->role == ROLE_TARGET || k->role == ROLE_ACTUAL ||
             k->role == ROLE_BASELINE || k->role == ROLE_PLANNED) &&
            view_filled(&w->reader->view, row, k->col))
            return false;
    }
    return true;
}

/* ◆新産業を育てる above a table of projects without a column of measures. */
static bool heads_projects(const walk *w, text what)
{
    const table *t = &w->tables.items[w->next];

    return (text_starts(what, "◆") || text_starts(what, "◇")) &&
           table_column_any(t, ROLE_PROJECT) != NULL &&
           table_column_any(t, ROLE_MEASURE) == NULL;
}

/* ■にぎわうまち merged over all columns of the table right below, of which 施策 and
 * 事業 have their own: what these are of, where nothing else says that. */
static bool heads_measures(const walk *w, uint32_t row, text what)
{
    const reader *r = w->reader;
    const table *t = &w->tables.items[w->next];
    merge_range m = view_range(&r->view, row, view_next(&r->view, row, 0));
    text no, title;

    return row + 1 == t->top && t->accepted && m.last_row == row &&
           m.col <= t->col && m.last_col >= t->last_col &&
           !r->headings.has_goal &&
           table_column_any(t, ROLE_MEASURE) != NULL &&
           table_column_any(t, ROLE_PROJECT) != NULL &&
           table_column_any(t, ROLE_GOAL) == NULL &&
           table_column_any(t, ROLE_THEME) == NULL &&
           heading_read(what, &no, &title) == STYLE_BULLET &&
           !title_is_document(title, r->context_year);
}

/* (2) 無解答率 | （単位：%） above 基準値 | R3 | 目標値, or 指標１　無解答率（％） above lines
 * of years: it names the indicator of a table that has no other names. */
static bool names_indicator(const walk *w, uint32_t row)
{
    const table *t = w->next < w->tables.count ? &w->tables.items[w->next]
                                               : NULL;
    const sheet_view *v = &w->reader->view;
    text name;

    if (t == NULL || !t->accepted || t->caption_row != row ||
        row + 1 != t->top || table_column_any(t, ROLE_KPI) != NULL ||
        table_column_any(t, ROLE_PROJECT) != NULL)
        return false;
    return (table_column_any(t, ROLE_LINE) == NULL &&
            view_next(v, row, view_next(v, row, 0) + 1) != UINT32_MAX) ||
           kpi_label_caption_names(w->memory, t->caption, &name);
}

/* 進捗状況（財政部） behind a table, a line or two above the next one. */
static void take_next_office(walk *w, uint32_t row)
{
    if (w->next >= w->tables.count ||
        w->tables.items[w->next].top - row > CAPTION_LINES)
        return;
    walk_flush(w);
    sheet_titles_office(w->reader, row, false);
}

/* A line that holds for all that follows, and is no row of a table. */
static bool takes_title(walk *w, uint32_t row)
{
    reader *r = w->reader;

    if (walk_take_line(w, row)) {
        if (w->current == NULL)
            sheet_titles_take(r, row);
        if (w->current == NULL && r->heading_department[0] == '\0')
            sheet_titles_office(r, row, w->tables_read == 0);
    } else if (walk_take_act(w, row)) {
        /* nothing more is said */
    } else if (walk_leads_up_to(w, row) && title_heading_pairs(r, row)) {
        walk_flush(w);
        title_heading_take(r, row);
        walk_take_beside(w, row, title_heading_behind(r, row));
    } else {
        return false;
    }
    reader_ignore(r, row, row, "title",
                  view_text(&r->view, row, view_next(&r->view, row, 0)));
    return true;
}

/* （２）成果指標 below （１）雇用: what follows is no more of the first. */
static void take_section(walk *w, text what)
{
    headings after = w->reader->headings;

    if (headings_end(&after, what)) {
        walk_flush(w);
        w->reader->headings = after;
    }
}

static bool take_row(walk *w, uint32_t row, near_miss *near)
{
    reader *r = w->reader;
    text what;
    row_kind kind;
    bool caption = names_indicator(w, row);

    if (row < w->skip)
        return true;
    if (walk_repeats_title(w, row)) {
        reader_ignore(r, row, row, "title",
                      view_text(&r->view, row, view_next(&r->view, row, 0)));
        return true;
    }
    if (walk_take_pairs(w, row) || walk_take_project(w, row) ||
        walk_take_project_line(w, row) || walk_take_level(w, row) ||
        takes_title(w, row) || walk_skip_figures(w, row))
        return true;
    kind = row_kind_of(r, w->current, row, &what);
    if (walk_take_submitter(w, row)) {
        reader_ignore(r, row, row, "department-line", what);
        return true;
    }
    if (kind == ROW_NOTE)
        take_section(w, what);
    if (caption ||
        ((kind != ROW_BANNER || heading_is_plain(what)) &&
         leads_to_table(w, row) &&
         (w->current == NULL || is_apart(w, row)))) {
        if (!caption && kind != ROW_NOTE && !heading_is_plain(what) &&
            w->current != NULL) {
            walk_take_banner(w, row, what);
            return true;
        }
        walk_flush(w);
        if (heads_projects(w, what))
            r->headings.measure =
                reader_line(r, text_trim(text_from(what, strlen("◆"))));
        if (heads_measures(w, row, what)) {
            reader_finding(r, "heading-uncertain", row,
                           view_next(&r->view, row, 0), what, NULL, NULL,
                           NULL);
            walk_take_banner(w, row, what);
            return true;
        }
        sheet_titles_take(w->reader, row);
        sheet_titles_office(w->reader, row, w->tables_read == 0);
        if (w->current == NULL)
            title_heading_take(r, row);
        reader_ignore(r, row, row, "title", what);
        return true;
    }

    switch (kind) {
    case ROW_BLANK:
        w->gap = true;
        return true;
    case ROW_BANNER:
        if (walk_is_section(w, row, what)) {
            walk_flush(w);
            reader_ignore(r, row, row, "form-words", what);
            return true;
        }
        w->gap = false;
        if (w->current != NULL || !walk_leads_up_to(w, row) ||
            !title_heading_path(r, row))
            walk_take_banner(w, row, what);
        if (w->current == NULL)
            sheet_titles_take(w->reader, row);
        return true;
    case ROW_NOTE:
        reader_ignore(r, row, row, "note", what);
        return true;
    case ROW_EXAMPLE:
        reader_ignore(r, row, row, "note", what);
        if (!view_hangs(&r->view, row, w->current->col) ||
            row_is_example(
                view_text(&r->view, row, view_next(&r->view, row, 0))))
            reader_finding(r, "example-ignored", row,
                           view_next(&r->view, row, 0), what, NULL, NULL,
                           NULL); /* once for all lines of the cell */
        return true;
    case ROW_SUBTOTAL:
        reader_ignore(r, row, row, "subtotal", what);
        return true;
    case ROW_BESIDE:
        reader_ignore(r, row, row, "beside-the-table", what);
        return true;
    case ROW_DEPARTMENT:
        sheet_titles_take(w->reader, row);
        reader_ignore(r, row, row, "department-line", what);
        return true;
    case ROW_DATA:
        break;
    }
    if (w->current == NULL) {
        sheet_titles_take(w->reader, row);
        sheet_titles_office(w->reader, row, w->tables_read == 0);
        title_heading_take(r, row);
        if (w->tables_read == 0)
            sheet_titles_come_near(w->reader, row, near);
        reader_ignore(r, row, row, "title", what);
        return true;
    }
    if (walk_skip_other(w, row) || walk_take_verdict(w, row))
        return true;
    if (walk_take_label(w, row)) {
        w->gap = true;
        w->behind = row + 1;
        return true;
    }
    if (walk_is_stray(w, row)) {
        w->behind = row + 1;
        take_next_office(w, row);
        reader_ignore(r, row, row, "after-the-table", what);
        reader_finding(r, "row-ignored", row,
                       view_next(&r->view, row, w->current->col), what, NULL,
                       NULL, NULL);
        return true;
    }
    w->gap = false;
    return push_row(w, row);
}

/* Side remarks in rows that are data. */
static void note_beside(walk *w, uint32_t row)
{
    reader *r = w->reader;
    uint32_t c;

    if (w->current == NULL)
        return;
    c = view_next(&r->view, row, w->current->last_col + 1);
    if (c != UINT32_MAX)
        reader_ignore(r, row, row, "beside-the-table",
                      view_text(&r->view, row, c));
}

/* The next table's header, if the sheet's rows reach it with `row`. */
static uint32_t at_table(walk *w, uint32_t row, near_miss *near)
{
    const table *t = &w->tables.items[w->next];
    uint32_t next = t->bottom + 1;

    if (walk_take_form(w, t, &next, near)) {
        w->gap = false;
        w->next++;
        return next > row ? next : row + 1;
    }
    if (!t->accepted) {
        walk_flush(w);
        if (t->list)
            walk_close_form(w);
        walk_miss(w, t, near);
        w->current = t->list ? t : NULL;
        w->segment.table = t;
        w->report_index = SIZE_MAX;
        w->gap = false;
        w->next++;
        return next;
    }
    walk_end_grade(w, t->top);
    walk_end_sort_above(w, t->top);
    take_header(w, t);
    w->gap = false;
    w->next++;
    return next;
}

bool sheet_walk(reader *r, arena *scratch, size_t *tables, near_miss *near,
                side_cut *cut)
{
    walk w = { .reader = r, .memory = scratch,
               .report_index = SIZE_MAX };
    uint32_t row = 0;

    headings_init(&r->headings);
    title_heading_of_sheet(r);
    r->heading_department = r->group_grade = r->group_status = "";
    r->goal_title = r->goal_bureau = r->goal_division = NULL;
    r->head_bureau = r->head_division = r->bureau_above = NULL;
    r->form_group = STYLE_NONE;
    r->group_relisted = false;
    walk_end_project(&w);
    r->department_beside = false;
    r->year_noted = r->cost_noted = r->cost_unit_of = r->form_taken = 0;
    r->due_at = r->plan_noted = 0;
    r->brackets = r->bracket_rates = r->bracket_pairs = 0;
    r->noted_above = r->noted_over;
    if (!table_find(&w.tables, scratch, &r->view, r->roles, r->plan,
                    r->context_year)) {
        r->failed = true;
        return false;
    }
    layout_grant_drop_labels(r, &w.tables);
    r->captioned = table_captions_name(&w.tables);
    cut->col = grid_cut_find(&w.tables, scratch, &r->view, r->roles,
                             r->context_year, &cut->top);
    if (cut->col != 0)
        return true;
    while (row < r->view.grid->rows && !r->failed) {
        if (w.next < w.tables.count && row >= w.tables.items[w.next].top) {
            row = at_table(&w, row, near);
            continue;
        }
        walk_meet_form(&w, row);
        if (walk_take_bare(&w, &row))
            continue;
        walk_leave_form(&w, row);
        if (walk_in_form(&w, row)) {
            row = w.tables.items[w.next].top;
            continue;
        }
        if (!take_row(&w, row, near)) {
            r->failed = true;
            break;
        }
        if (w.segment.count > 0 &&
            w.segment.rows[w.segment.count - 1] == row) {
            note_beside(&w, row);
            w.block_start = row + 1;
        }
        row++;
    }
    walk_flush(&w);
    walk_close_form(&w);
    walk_bare_sheet(&w);
    *tables += w.tables_read;
    return !r->failed;
}

bool sheet_walk_made(reader *r, arena *scratch, const grid *made,
                     const view_origin *origins, size_t origin_count,
                     size_t *tables, near_miss *near, bool *whole)
{
    side_cut cut = { 0, 0 };

    if (!sheet_view_init(&r->view, scratch, r->view.book, made))
        return false;
    r->view.origins = origins;
    r->view.origin_count = origin_count;
    if (!sheet_walk(r, scratch, tables, near, &cut))
        return false;
    *whole = cut.col == 0;
    return true;
}
