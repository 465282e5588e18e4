/*
 * sheet_forms.c - forms on the way down a sheet, one below the other
 *
 * Where a label tells how far a form goes (see grant_extent.h) all tables up
 * to there are its: further indicators, or lists that are none. Where none
 * does, a further table belongs to the form if nothing but words about
 * indicators stand between.
 */
#include "ingest/walk/sheet_walk_parts.h"

#include "ingest/form/block_title.h"
#include "ingest/form/grant_extent.h"
#include "ingest/form/grant_parts.h"
#include "ingest/reader/hidden_data.h"
#include "ingest/reader/relative_years.h"
#include "ingest/reader/unread_columns.h"
#include "ingest/walk/sheet_titles.h"

enum { SECTION_BYTES = 90, SECTION_ROWS = 60, LABEL_BYTES = 60,
       FORM_LABELS = 30 /* rows above a form's indicators */ };

static bool has(text t, const char *word)
{
    return text_find(t, word, 0) != SIZE_MAX;
}

void walk_close_form(walk *w)
{
    if (w->in_form)
        layout_grant_close(&w->form, w->form_report < w->reader->table_count
                                         ? &w->reader->tables[w->form_report]
                                         : NULL);
    w->in_form = false;
    w->form_end = 0;
}

/* Is a table read, by itself or with the labels above it? */
static bool is_readable(const walk *w, const table *t)
{
    return t->accepted ||
           layout_grant_completes(w->reader, t, w->block_start);
}

/* The table that stands next in the sheet, if it begins in front of `end`. */
static const table *table_after(const walk *w, uint32_t end)
{
    const table *t = w->next + 1 < w->tables.count
                         ? &w->tables.items[w->next + 1] : NULL;

    return t != NULL && t->top < end ? t : NULL;
}

/* The last row that may be this table's and what stands behind it. */
static uint32_t last_row(const walk *w)
{
    uint32_t end = w->form_end != 0 ? w->form_end
                                    : w->reader->view.grid->rows;
    const table *after = table_after(w, end);

    return (after != NULL ? after->top : end) - 1;
}

/* Rows behind a table: all of them, unless they may be another's. */
static uint32_t take_tail(walk *w, uint32_t row, bool further)
{
    const table *after = table_after(w, w->reader->view.grid->rows);
    bool notes = after != NULL;

    if (w->form_end != 0)
        notes = after != NULL && after->top < w->form_end &&
                after->accepted && form_has_levels(after);
    else if (further && table_column_any(w->form.table, ROLE_KPI) != NULL)
        notes = true;
    return layout_grant_tail(&w->form, row, last_row(w), notes);
}

/* Columns of a table that are not read, and what a form says further down is
 * none of theirs. */
static void note_unread(reader *r, const table *t, uint32_t end)
{
    table own = *t;

    if (end > own.first_row && end <= own.last_row)
        own.last_row = end - 1;
    unread_columns_note(r, &own);
}

/* The indicators of a table, then what stands behind it. */
static uint32_t take_table(walk *w, const table *t, bool further)
{
    reader *r = w->reader;
    uint32_t next, tail;

    w->tables_read++;
    if (t->accepted)
        walk_settle_notes(w);
    walk_describe(w, t, "grant");
    hidden_columns_note(r, t);
    if (!further) {
        w->form_report = w->report_index;
        if (w->report != NULL)
            w->report->row = w->form.from;
    }
    next = layout_grant_table(&w->form, t, w->block_start, last_row(w),
                              r->failed ? NULL : w->report);
    note_unread(r, t, next);
    tail = take_tail(w, next, further);
    w->block_start = w->form_end != 0 ? next : tail;
    if (!r->failed && tail > 0)
        r->tables[w->report_index].last_row = tail - 1;
    return tail;
}

/* 担当局 | 環境局 is the form's, not the sheet's, and so is what stands beside its
 * name; 事業調書（R4年度実績） alone in its row is a title, though it ends as a label
 * does. */
static bool is_form_label(reader *r, uint32_t row, uint32_t col)
{
    block_title title;
    const header_word *w = table_word(&r->view, r->roles, row, col,
                                      r->context_year);

    if (w->exact)
        return !(w->has_year &&
                 view_next(&r->view, row, col + 1) == UINT32_MAX);
    return block_title_read(&title, r, row, false) && title.beside;
}

static uint32_t take_first(walk *w, const table *t)
{
    reader *r = w->reader;

    walk_flush(w);
    w->block_start = walk_bare_above(w, w->block_start, t->top);
    w->block_start = block_title_start(r, t, w->block_start);
    for (uint32_t row = w->block_start; row < t->top; row++) {
        uint32_t c = view_next(&r->view, row, 0);

        if (c == UINT32_MAX || is_form_label(r, row, c))
            continue;
        sheet_titles_take(r, row);
        if (w->tables_read == 0)
            sheet_titles_cover(r, row);
    }
    if (!layout_grant_open(&w->form, r, t, w->block_start))
        return t->bottom + 1;
    w->form_end = form_extent(r, t, w->block_start);
    w->current = NULL;
    w->in_form = true;
    relative_years_settle(r, &w->tables.items[w->next]);
    return take_table(w, t, false);
}

/* Nothing but blank rows and words about indicators stand between a form
 * and a further table: 【成果指標】. */
static bool goes_on(const walk *w, const table *t)
{
    const sheet_view *v = &w->reader->view;

    if (!w->in_form || t->blocks > 1 || form_has_levels(t))
        return false;
    if (table_column_any(t, ROLE_KPI) == NULL)
        return layout_grant_labels(w->reader, t, w->block_start);
    for (uint32_t row = w->block_start; row < t->top; row++) {
        uint32_t c = view_next(v, row, 0);
        text words = c == UINT32_MAX ? text_of("") : view_text(v, row, c);

        if (words.length > 0 &&
            (words.length > SECTION_BYTES ||
             view_next(v, row, c + 1) != UINT32_MAX ||
             !(has(words, "指標") || has(words, "ＫＰＩ") ||
               has(words, "KPI") || has(words, "目標"))))
            return false;
    }
    return true;
}

/* A list, or a table without an indicator, inside a form: its rows are none
 * of the form's labels. */
static uint32_t skip_table(walk *w, const table *t, near_miss *near)
{
    uint32_t next;

    walk_miss(w, t, near);
    w->form.table = t;
    next = form_skip_list(&w->form, t->bottom, last_row(w));
    w->block_start = next;
    return take_tail(w, next, true);
}

/* The form that is open ends in front of a row: what stands behind its end
 * belongs to the next one. */
static void leave_behind(walk *w, uint32_t row)
{
    uint32_t end = w->form_end;

    if (!w->in_form || end == 0 || row < end)
        return;
    walk_close_form(w);
    w->block_start = end;
}

/* The form goes on behind a table of projects, as far as it reaches. */
static void leave_open(walk *w)
{
    size_t count = w->reader->data->project_count;

    if (!w->in_form && w->outer != 0 &&
        w->tables.items[w->next].top < w->outer_end)
        return; /* a further table of projects inside it */
    w->outer = w->in_form && w->form_end != 0 ? count : 0;
    w->outer_end = w->form_end;
    walk_close_form(w);
    w->outer_level = w->form.level.length > 0 && !w->form.named;
    if (w->reader->data->project_count < count)
        w->outer = 0;
}

/* Does a row lie in a form, whether it is open or goes on behind a table? */
static bool is_inside(const walk *w, uint32_t row)
{
    return w->in_form ? row < w->form_end
                      : w->outer != 0 && row < w->outer_end;
}

bool walk_is_section(const walk *w, uint32_t row, text what)
{
    const sheet_view *v = &w->reader->view;
    text no, title;
    heading_style style;
    uint32_t col = view_next(v, row, 0), least;

    if (!is_inside(w, row))
        return false;
    style = heading_read(what, &no, &title);
    if (!heading_is_numbered(style))
        return false;
    if (form_is_section(w->reader, what))
        return true;
    least = row > SECTION_ROWS ? row - SECTION_ROWS : 0;
    if (least < w->form.from)
        least = w->form.from;
    while (row-- > least) {
        uint32_t c = view_next(v, row, 0);

        if (c == col && view_next(v, row, c + 1) == UINT32_MAX &&
            heading_read(view_text(v, row, c), &no, &title) == style &&
            form_is_section(w->reader, view_text(v, row, c)))
            return true;
    }
    return false;
}

void walk_inherit(walk *w, size_t first)
{
    dataset *d = w->reader->data;
    const project *of = w->outer != 0 ? &d->projects[w->outer - 1] : NULL;
    text no;

    if (of == NULL || w->current == NULL || w->current->top >= w->outer_end)
        return;
    for (size_t i = first; i < d->project_count; i++) {
        project *p = &d->projects[i];

        if (!p->has_goal && of->has_goal)
            p->goal = of->goal;
        if (!p->has_theme && of->has_theme)
            p->theme = of->theme;
        p->has_goal = p->has_goal || of->has_goal;
        p->has_theme = p->has_theme || of->has_theme;
        if (p->measure[0] == '\0') {
            p->measure = w->outer_level ? of->name : of->measure;
            no = heading_number_alone(text_of(of->no));
            p->measure_no = w->outer_level ? reader_text(w->reader, no)
                                           : of->measure_no;
        }
    }
}

bool walk_take_label(walk *w, uint32_t row)
{
    reader *r = w->reader;
    uint32_t c = view_next(&r->view, row, 0), value_row, value_col;
    const header_word *word;
    bool inside = w->outer != 0 && row < w->outer_end;
    form look;

    /* looked at only where another thing may stand: most rows are data */
    if (c == UINT32_MAX || (!w->gap && !inside) ||
        view_text(&r->view, row, c).length > LABEL_BYTES ||
        table_column_any(w->current, ROLE_PROJECT) == NULL)
        return false;
    for (uint32_t at = c; at != UINT32_MAX;
         at = view_next(&r->view, row, at + 1))
        if (view_cell(&r->view, row, at)->type != CELL_STRING)
            return false; /* figures: it may be a row after all */
    look = (form){ .reader = r, .table = w->current, .last = row };
    word = form_label(&look, row, c);
    if (!word->exact ||
        (word->role != ROLE_GRADE && word->role != ROLE_STATUS &&
         word->role != ROLE_REMARK && word->role != ROLE_IGNORED) ||
        !form_value_of(&look, row, c, &value_row, &value_col) ||
        form_label(&look, row, value_col)->exact)
        return false;
    if (!inside) {
        reader_ignore(r, row, row, "after-the-table",
                      view_text(&r->view, row, c));
        reader_finding(r, "row-ignored", row, c, view_text(&r->view, row, c),
                       NULL, NULL, NULL);
        return true;
    }
    walk_flush(w);
    w->form.project = &r->data->projects[w->outer - 1];
    w->form.table = w->current;
    layout_grant_tail(&w->form, row, row, false);
    return true;
}

bool walk_take_form(walk *w, const table *t, uint32_t *next,
                    near_miss *near)
{
    leave_behind(w, t->top);
    if (w->in_form && w->form_end != 0 && !(t->accepted && form_has_levels(t))) {
        *next = is_readable(w, t) ? take_table(w, t, true)
                            : skip_table(w, t, near);
        return true;
    }
    if (!is_readable(w, t))
        return false;
    if (w->in_form && w->form.under_heading &&
        form_goes_on_under_heading(&w->form, t, w->block_start)) {
        *next = take_table(w, t, true);
        return true;
    }
    if (layout_grant_matches(w->reader, t, w->block_start)) {
        walk_close_form(w);
        w->outer = 0;
        *next = take_first(w, t);
        return true;
    }
    if (!goes_on(w, t)) {
        leave_open(w);
        return false;
    }
    *next = take_table(w, t, true);
    return true;
}

/* A label's word, and no other beside it: its role. */
static role label_at(const walk *w, uint32_t row)
{
    const reader *r = w->reader;
    const sheet_view *v = &r->view;
    uint32_t c = view_next(v, row, 0),
             value = c == UINT32_MAX ? c : view_next(v, row, c + 1);
    const header_word *word;

    if (value == UINT32_MAX ||
        !table_may_be_word(v, r->roles, row, c, r->context_year))
        return ROLE_NONE;
    word = table_word(v, r->roles, row, c, r->context_year);
    return word->exact &&
                   !table_word(v, r->roles, row, value,
                               r->context_year)->exact
               ? word->role : ROLE_NONE;
}

/* 施策1　にぎわい | 担当課 | 商工課 above the next table, or with the labels on lines
 * of their own behind a gap, below a table of 数値目標. */
static bool is_block_title(const walk *w, const table *t, uint32_t row)
{
    block_title title;

    return (w->gap || row + 1 == t->top) &&
           table_column_any(t, ROLE_KPI) != NULL &&
           block_title_above(&title, w->reader, t, row) &&
           title.row == row && (w->gap || title.beside);
}

/* A level with its name, and 事業名 with one below it. */
static bool leads_to_name(const walk *w, const table *t, uint32_t row)
{
    if (!role_is_level(label_at(w, row)))
        return false;
    while (row < t->top && label_at(w, row) != ROLE_PROJECT)
        row++;
    return row < t->top;
}

void walk_meet_form(walk *w, uint32_t row)
{
    const table *t;

    if (w->current == NULL || w->next >= w->tables.count)
        return;
    t = &w->tables.items[w->next];
    if (row >= t->top || t->top - row > FORM_LABELS || form_has_levels(t) ||
        !(((w->gap || w->segment.count == 0) && leads_to_name(w, t, row)) ||
          is_block_title(w, t, row)) ||
        !is_readable(w, t) || !layout_grant_matches(w->reader, t, row))
        return;
    walk_flush(w);
    w->current = NULL;
    w->block_start = row;
}

void walk_leave_form(walk *w, uint32_t row)
{
    leave_behind(w, row);
}

bool walk_in_form(walk *w, uint32_t row)
{
    const table *t;

    if (w->next >= w->tables.count || w->current != NULL ||
        row < w->block_start)
        return false;
    t = &w->tables.items[w->next];
    if (w->in_form && w->form_end != 0 && row < w->form_end)
        return t->top < w->form_end && !(t->accepted && form_has_levels(t));
    return row < t->top && is_readable(w, t) &&
           ((layout_grant_matches(w->reader, t, w->block_start) &&
             row >= block_title_start(w->reader, t, w->block_start)) ||
            (table_column_any(t, ROLE_KPI) == NULL && goes_on(w, t)));
}
