/*
 * page_read.c - a page becomes projects
 */
#include "ingest/page/page.h"

#include "ingest/walk/sheet_walk.h"

enum { NOTED_BYTES = 60 };

/* The table of the report as the sheet has it: labels beside their values. */
static void put_back(const reader *r, ingest_table *t, const page *p)
{
    const page_line *first = &p->lines[p->projects[0].line];

    reader_columns_back(r, t);
    t->card = true;
    t->row = t->header_row = first->row;
    t->last_row = t->header_last_row = p->lines[p->line_count - 1].row;
    t->col = t->last_col = first->col;
}

static void note_lines(reader *r, const page *p)
{
    for (size_t i = 0; i < p->line_count; i++)
        if (i < p->projects[0].line || p->lines[i].kind == PAGE_HEADING)
            reader_ignore(r, p->lines[i].row, p->lines[i].row, "title",
                          p->lines[i].words);
    for (size_t i = 0; i < p->unread_count; i++) {
        const page_line *l = &p->lines[p->unread[i]];
        page_pair pair;
        text t = l->words;

        reader_ignore(r, l->row, l->row, "form-words", t);
        if (l->kind == PAGE_LABEL)
            pair = l->pair;
        else if (!page_pair_unknown(&pair, t))
            pair = (page_pair){ text_of(""), text_of(""), t, NULL, false };
        t = pair.value;
        reader_finding(r, "label-not-read", l->row, l->col, pair.label,
                       reader_line(r, text_cut(t, 0,
                                               utf8_floor(t, NOTED_BYTES))),
                       NULL, NULL);
    }
}

bool page_read_lines(reader *r, arena *scratch, const page *p, bool *read)
{
    reader_state before = reader_state_of(r);
    near_miss near = { "", SIZE_MAX };
    sheet_view sheet = r->view;
    size_t tables = 0;
    bool whole;
    page_grid *made = arena_alloc(scratch, sizeof(*made));

    if (made == NULL || !page_grid_make(made, scratch, r, p) ||
        !sheet_walk_made(r, scratch, &made->grid, made->origins,
                         made->origin_count, &tables, &near, &whole))
        return false;
    *read = tables == 1 && r->data->project_count - before.projects ==
                               p->project_count;
    if (*read && r->table_count > before.tables)
        put_back(r, &r->tables[before.tables], p);
    r->view = sheet;
    if (!*read) {
        reader_go_back(r, &before);
        return true;
    }
    r->ignored_count = before.ignored;
    note_lines(r, p);
    return true;
}

bool page_read(reader *r, arena *scratch, size_t *read)
{
    size_t missed = r->missed_count;
    page p;
    bool found;

    *read = 0;
    if (!page_find(&p, r, scratch, &found))
        return false;
    if (!found)
        return true;
    if (!page_take(&p, r, scratch))
        return false;
    if (p.kpi_count == 0)
        return true;
    if (!page_read_lines(r, scratch, &p, &found))
        return false;
    if (found) {
        r->missed_count = missed; /* page_find() noted them */
        *read = p.project_count;
    }
    return true;
}
