/*
 * walk_bare.c - forms without a table, alone or among those that have one
 *
 *     事業名   | 見守りの推進
 *     担当課   | 介護福祉課
 *     指標名   | 数値目標対象外
 *     評価     | B
 */
#include "ingest/walk/sheet_walk_parts.h"

#include "ingest/form/grant_extent.h"
#include "ingest/form/grant_parts.h"

/* A name and so many labels with values are a form. */
enum { LABELS_MIN = 3 };

static bool is_readable(const walk *w, const table *t, uint32_t from)
{
    return t->accepted || layout_grant_completes(w->reader, t, from);
}

/* The row of the next table with indicators; the end of the sheet. */
static uint32_t next_readable(const walk *w, uint32_t from)
{
    for (size_t i = w->next; i < w->tables.count; i++)
        if (is_readable(w, &w->tables.items[i], from))
            return w->tables.items[i].top;
    return w->reader->view.grid->rows;
}

/* Do rows say enough of a project, by their labels? */
static bool says_form(const walk *w, uint32_t from, uint32_t end)
{
    const table none = { 0 };
    const form f = { .reader = w->reader, .table = &none, .last = end };
    unsigned labels = 0;

    for (uint32_t row = from; row < end && labels < LABELS_MIN; row++) {
        if (layout_grant_has_no_target(w->reader, row))
            return true;
        for (uint32_t c = view_next(&w->reader->view, row, 0);
             c != UINT32_MAX; c = view_next(&w->reader->view, row, c + 1)) {
            const header_word *word = form_label(&f, row, c);
            text label, value;

            labels += (word->exact && form_knows(word->role)) ||
                      form_pair(&f, row, c, &label, &value) != NULL;
        }
    }
    return labels >= LABELS_MIN;
}

static bool read_one(walk *w, uint32_t from, uint32_t end)
{
    reader *r = w->reader;
    table *t = arena_array(w->memory, 1, sizeof(*t));

    if (t == NULL) {
        r->failed = true;
        return false;
    }
    *t = (table){ .top = end, .bottom = end - 1, .col = 0 };
    walk_flush(w);
    walk_close_form(w);
    w->current = NULL;
    w->outer = 0;
    w->tables_read++;
    walk_describe(w, t, "grant");
    if (r->failed || !layout_grant_open(&w->form, r, t, from))
        return false;
    w->report->row = w->report->header_row = from;
    layout_grant_close(&w->form, w->report);
    w->block_start = end;
    return true;
}

uint32_t walk_bare_above(walk *w, uint32_t from, uint32_t top)
{
    uint32_t next;
    text label;

    while (!w->reader->failed &&
           (next = form_bare_extent(w->reader, from, top, &label)) > from &&
           next < top && says_form(w, from, next) && read_one(w, from, next))
        from = next;
    return from;
}

bool walk_take_bare(walk *w, uint32_t *row)
{
    uint32_t rows = w->reader->view.grid->rows, end, from = *row;
    text label;

    if (!w->in_form || w->form_end == 0 || from < w->form_end ||
        from >= rows || !w->form.named || w->bare_end == w->form_end)
        return false;
    w->bare_end = w->form_end; /* looked at once */
    end = next_readable(w, from);
    if (form_bare_extent(w->reader, from, end, &label) == 0 ||
        !text_equal(label, w->form.name_label))
        return false;
    from = walk_bare_above(w, from, end);
    if (end == rows && !w->reader->failed && says_form(w, from, end) &&
        form_bare_extent(w->reader, from, end, &label) == end &&
        read_one(w, from, end))
        from = end;
    if (from == *row)
        return false;
    while (w->next < w->tables.count && w->tables.items[w->next].top < from)
        w->next++;
    *row = from;
    return true;
}

void walk_bare_sheet(walk *w)
{
    const sheet_view *v = &w->reader->view;
    uint32_t rows = v->grid->rows, from;
    bool none = false;
    text label;

    if (w->tables_read > 0 || v->turned || w->reader->failed)
        return;
    for (uint32_t row = 0; row < rows && !none; row++)
        none = layout_grant_has_no_target(w->reader, row);
    if (!none || form_bare_extent(w->reader, 0, rows, &label) == 0)
        return;
    from = walk_bare_above(w, 0, rows);
    if (says_form(w, from, rows))
        read_one(w, from, rows);
}
