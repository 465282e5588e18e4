/*
 * card_read.c - cards become projects
 */
#include "ingest/card/card.h"

#include <string.h>

#include "ingest/form/grant_parts.h"
#include "ingest/walk/sheet_walk.h"

enum { NOTED_BYTES = 60 };

/* A table of the report as the sheet has it: its header cells stand beside
 * their values. */
static void put_back(const reader *r, ingest_table *t, const card *c)
{
    reader_columns_back(r, t);
    t->layout = "grant";
    t->card = true;
    t->row = t->header_row = c->has_title ? c->title.row : c->top;
    t->last_row = t->header_last_row = c->bottom;
    t->col = c->left;
    t->last_col = c->left;
    for (size_t i = 0; i < c->pair_count; i++) {
        if (i == 0 || c->pairs[i].label.col < t->col)
            t->col = c->pairs[i].label.col;
        if (c->pairs[i].value.last_col > t->last_col)
            t->last_col = c->pairs[i].value.last_col;
    }
    for (size_t i = 0; i < c->group_count; i++)
        if (c->groups[i].label.col < t->col)
            t->col = c->groups[i].label.col;
}

static bool is_number(const sheet_view *v, uint32_t row, uint32_t col)
{
    const cell *c = view_cell(v, row, col);

    return c != NULL && c->type == CELL_NUMBER &&
           book_format_kind(v->book, c->format) != FORMAT_DATE;
}

/* What stands at a value's place is not read. */
static void note_value(reader *r, uint32_t row, uint32_t col, text label,
                       const merge_range *value, text t)
{
    reader_finding(r,
                   is_number(&r->view, value->row, value->col)
                       ? "column-not-read"
                       : "label-not-read",
                   row, col, label,
                   reader_line(r, text_cut(t, 0, utf8_floor(t, NOTED_BYTES))),
                   NULL, NULL);
}

/* Words between a card's lines that are neither. */
static void note_lines(reader *r, const card_list *list, const card *c)
{
    for (size_t i = 0; i < list->line_count; i++) {
        const card_line *l = &list->lines[i];

        if (!l->title && l->row >= c->top && l->row <= c->bottom &&
            l->col >= c->left && l->col <= c->right)
            reader_ignore(r, l->row, l->row, "form-words",
                          view_text(&r->view, l->row, l->col));
    }
}

/* Labels that nobody knows, and what has no label. The view is the sheet's
 * again. */
static void note_unread(reader *r, const card *c)
{
    const sheet_view *v = &r->view;

    for (size_t i = 0; i < c->pair_count; i++) {
        const card_pair *p = &c->pairs[i];
        text label = card_label_text(v, p);

        if (p->role == ROLE_THEME && !p->known && p->label_own.length > 0)
            reader_finding(r, "heading-uncertain", p->value.row, p->value.col,
                           view_text(v, p->value.row, p->value.col), NULL,
                           NULL, NULL); /* 位置付け | ③ 港の振興 */
        if (p->role != ROLE_NONE)
            continue;
        reader_ignore(r, p->label.row, p->label.row, "form-words", label);
        note_value(r, p->label.row, p->label.col, label, &p->value,
                   card_value_text(v, p));
    }
    for (size_t i = 0; i < c->rest_count; i++) {
        merge_range at = view_range(v, c->rest[i].row, c->rest[i].col);

        note_value(r, at.row, at.col, text_of(""), &at,
                   view_text(v, at.row, at.col));
    }
}

/* 実施年度 | 令和２年度 of a card's project. */
static void take_run(reader *r, const card *c, project *p)
{
    const sheet_view *v = &r->view;

    for (size_t i = 0; i < c->pair_count; i++) {
        const card_pair *one = &c->pairs[i];

        if (one->role == ROLE_YEAR && one->filled && one->own.length == 0)
            form_run_year(r, p, view_text(v, one->label.row, one->label.col),
                          view_text(v, one->value.row, one->value.col));
    }
}

static bool read_one(reader *r, arena *scratch, const sheet_view *v,
                     const card_list *list, const card *c, bool *done)
{
    reader_state before = reader_state_of(r);
    near_miss near = { "", SIZE_MAX };
    size_t tables = 0;
    bool whole;
    card_grid *made = arena_alloc(scratch, sizeof(*made));

    *done = c->example;
    if (c->example) {
        r->view = *v;
        reader_finding(r, "example-ignored", c->pairs[0].value.row,
                       c->pairs[0].value.col,
                       view_text(v, c->pairs[0].value.row,
                                 c->pairs[0].value.col),
                       NULL, NULL, NULL);
        return true;
    }
    if (c->unused) {
        *done = true;
        r->view = *v;
        reader_ignore(r, c->top, c->top, "form-words",
                      view_text(v, c->pairs[0].label.row,
                                c->pairs[0].label.col));
        return true;
    }
    if (made == NULL || !card_grid_make(made, scratch, v, list, c) ||
        !sheet_walk_made(r, scratch, &made->grid, made->origins,
                         made->origin_count, &tables, &near, &whole))
        return false;
    *done = tables == 1 && r->data->project_count > before.projects;
    r->ignored_count = before.ignored;
    if (!*done) {
        reader_go_back(r, &before);
        return true;
    }
    if (r->table_count > before.tables)
        r->tables[before.tables].column_count -= made->added;
    if (r->table_count > before.tables)
        put_back(r, &r->tables[before.tables], c);
    r->view = *v;
    if (r->data->project_count == before.projects + 1)
        take_run(r, c, &r->data->projects[before.projects]);
    note_unread(r, c);
    note_lines(r, list, c);
    return true;
}

static const card *card_at(const card_list *list, const bool *done,
                           uint32_t row)
{
    for (size_t i = 0; i < list->count; i++)
        if (done[i] && row >= list->items[i].top &&
            row <= list->items[i].bottom)
            return &list->items[i];
    return NULL;
}

/* What the first look took cards for. */
static void drop_noted(reader *r, const card_list *list, const bool *done,
                       const reader_state *first, const reader_state *last)
{
    size_t kept = first->ignored;

    for (size_t i = first->ignored; i < r->ignored_count; i++)
        if (i >= last->ignored ||
            card_at(list, done, r->ignored[i].row) == NULL)
            r->ignored[kept++] = r->ignored[i];
    r->ignored_count = kept;
    kept = first->missed;
    for (size_t i = first->missed; i < r->missed_count; i++)
        if (i >= last->missed ||
            card_at(list, done, r->missed[i].where.row) == NULL)
            r->missed[kept++] = r->missed[i];
    r->missed_count = kept;
}

bool card_read(reader *r, arena *scratch, const card_list *list,
               size_t noted, size_t missed, size_t *read)
{
    sheet_view straight = r->view;
    reader_state first = reader_state_of(r), last = first;
    bool *done = arena_array(scratch, list->count + 1, sizeof(*done));

    *read = 0;
    if (done == NULL)
        return false;
    first.ignored = noted;
    first.missed = missed;
    for (size_t i = 0; i < list->count; i++) {
        if (!read_one(r, scratch, &straight, list, &list->items[i],
                      &done[i]))
            return false;
        *read += done[i];
    }
    r->view = straight;
    if (*read < list->count && list->whole) {
        reader_go_back(r, &last);
        *read = 0;
        return true;
    }
    drop_noted(r, list, done, &first, &last);
    if (*read > 0 && list->lost)
        reader_finding(r, "table-not-read", list->lost_at.row,
                       list->lost_at.col,
                       view_text(&r->view, list->lost_at.row,
                                 list->lost_at.col),
                       NULL, NULL, NULL);
    return true;
}
