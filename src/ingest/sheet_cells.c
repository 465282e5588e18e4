/*
 * sheet_cells.c - the cells of a sheet in whatever layout they are in
 */
#include "ingest/sheet_cells.h"

#include <string.h>

#include "ingest/card/card.h"
#include "ingest/fact_lines.h"
#include "ingest/indicator_cards.h"
#include "ingest/item_rows.h"
#include "ingest/key_rows.h"
#include "ingest/labels_beside.h"
#include "ingest/lanes_abreast.h"
#include "ingest/lettered_names.h"
#include "ingest/mark_tree.h"
#include "ingest/name_stack.h"
#include "ingest/names_over_lines.h"
#include "ingest/page/outline.h"
#include "ingest/page/page.h"
#include "ingest/page/side_forms.h"
#include "ingest/part_lists.h"
#include "ingest/project_lines.h"
#include "ingest/project_order.h"
#include "ingest/rows/layout_rows.h"
#include "ingest/step_tree.h"
#include "ingest/table/grid_cut.h"
#include "ingest/table/grid_turn.h"
#include "ingest/turned/turned_beside.h"
#include "ingest/turned/turned_read.h"
#include "ingest/unheaded_names.h"
#include "ingest/upright.h"
#include "ingest/walk/sheet_titles.h"
#include "ingest/walk/turned_block.h"
#include "ingest/year_rows.h"
#include "ingest/years_alone.h"

enum { MOST_SIDE_BY_SIDE = 16 };

/* Titles above were noted with the first table already. */
static void drop_noted(reader *r, size_t from, uint32_t top)
{
    size_t kept = from;

    for (size_t i = from; i < r->ignored_count; i++)
        if (r->ignored[i].row >= top)
            r->ignored[kept++] = r->ignored[i];
    r->ignored_count = kept;
}

/* Sheets whose rows or columns are put together anew: the first that reads
 * anything has read the sheet. */
typedef bool (*sheet_way)(reader *r, arena *scratch, size_t *tables,
                          near_miss *near, bool *read);
static const struct way {
    sheet_way read;
    bool years; /* needs a row that ends with a year */
} ways[] = {
    { name_stack_read, false },    { mark_tree_read, false },
    { step_tree_read, false },     { project_lines_read, false },
    { fact_lines_read, false },    { key_rows_read, false },
    { item_rows_read, false },     { labels_beside_read, false },
    { lanes_abreast_read, false }, { years_alone_read, true },
    { lettered_names_read, false }, { unheaded_names_read, false },
    { names_over_lines_read, true },
};

static bool read_otherwise(reader *r, arena *scratch, size_t *tables,
                           near_miss *near, bool *read)
{
    bool years = year_rows_any(r);

    *read = false;
    for (size_t i = 0; i < sizeof(ways) / sizeof(*ways) && !*read; i++)
        if ((years || !ways[i].years) &&
            !ways[i].read(r, scratch, tables, near, read))
            return false;
    return true;
}

/* Tables side by side, from left to right: the sheet is cut in front of each
 * table, and its parts are read one after the other. */
static bool read_straight(reader *r, arena *scratch, const grid *g,
                          const book *b, size_t *tables, near_miss *near)
{
    side_cut cut = { 0, 0 }, none = { 0, 0 };
    const grid *rest = g;
    bool read;

    /* what is known of the sheet's cells already is not asked again */
    if ((r->view.grid != g && !sheet_view_init(&r->view, scratch, b, g)) ||
        !read_otherwise(r, scratch, tables, near, &read) ||
        (!read && !sheet_walk(r, scratch, tables, near, &cut)))
        return false;
    for (unsigned n = 1; cut.col != 0; n++) {
        grid *parts = arena_array(scratch, 2, sizeof(*parts));
        size_t noted = r->ignored_count;
        uint32_t top = cut.top;

        if (parts == NULL ||
            !grid_cut(&parts[0], scratch, rest, top, cut.col, false) ||
            !grid_cut(&parts[1], scratch, rest, top, cut.col, true) ||
            !sheet_view_init(&r->view, scratch, b, &parts[0]) ||
            !sheet_walk(r, scratch, tables, near, &none))
            return false;
        if (n > 1)
            drop_noted(r, noted, top);
        rest = &parts[1];
        noted = r->ignored_count;
        if (!sheet_view_init(&r->view, scratch, b, rest) ||
            !sheet_walk(r, scratch, tables, near,
                        n < MOST_SIDE_BY_SIDE ? &cut : &none))
            return false;
        if (n == MOST_SIDE_BY_SIDE)
            break;
        if (cut.col == 0)
            drop_noted(r, noted, top);
    }
    return true;
}

/* Years below indicators, among the tables that were read. */
static bool read_blocks(reader *r, arena *scratch, const grid *g,
                        const book *b, size_t reported, size_t first,
                        size_t *tables)
{
    size_t between = r->data->project_count, read;

    if (!turned_read_blocks(r, scratch, g, b, reported, &read))
        return false;
    *tables += read;
    return read == 0 || projects_order(r, scratch, first, between);
}

/* A sheet 記入例 beside those that were filled in. */
static bool is_example(reader *r)
{
    text name = text_of(r->view.grid->sheet);

    if (!row_is_example(name) || book_sheet_count(r->view.book) < 2 ||
        r->view.grid->rows == 0)
        return false;
    reader_ignore(r, 0, r->view.grid->rows - 1, "note", name);
    reader_finding(r, "example-ignored", 0, 0, name, NULL, NULL, NULL);
    return true;
}

/* A sheet of forms that have their indicators side by side: lines of one cell
 * above them, then all of it on its side. */
static bool read_sideways(reader *r, arena *scratch, const grid *g,
                          const book *b)
{
    const sheet_view *v = &r->view;
    sheet_view whole = r->view;
    size_t noted = r->ignored_count, missed = r->missed_count;
    size_t first = r->data->project_count;
    uint32_t row = 0, c;

    for (; row < g->rows; row++) {
        c = view_next(v, row, 0);
        if (c != UINT32_MAX && (view_next(v, row, c + 1) != UINT32_MAX ||
                                turned_block_corner(r, row)))
            break;
        if (c == UINT32_MAX)
            continue;
        sheet_titles_take(r, row);
        sheet_titles_office(r, row, true);
        reader_ignore(r, row, row, "title", view_text(v, row, c));
    }
    if (!turned_beside_read(r, scratch, g, b, r->ignored_count, missed))
        return false;
    r->view = whole;
    if (r->data->project_count == first)
        r->ignored_count = noted;
    return true;
}

/* Forms beside each other, each as a sheet of its own; *read false where that
 * gives nothing of one of them. */
static bool read_sides(reader *r, arena *scratch, const grid *g,
                       const book *b, size_t *tables, near_miss *near,
                       bool *read)
{
    reader_state before = reader_state_of(r);
    size_t first = r->data->project_count, known = *tables;
    sheet_view whole = r->view;
    uint32_t top, col;

    *read = false;
    if (r->in_outline || !side_forms_find(r, &top, &col))
        return true;
    for (unsigned part = 0; part < 2; part++) {
        grid *one = arena_alloc(scratch, sizeof(*one));
        size_t between = r->data->project_count, noted = r->ignored_count;

        if (one == NULL || !grid_cut(one, scratch, g, top, col, part > 0) ||
            !sheet_view_init(&r->view, scratch, b, one) ||
            !sheet_read_cells(r, scratch, one, b, tables, near))
            return false;
        if (part > 0)
            drop_noted(r, noted, top);
        *read = r->data->project_count > between;
        if (!*read)
            break;
        if (!projects_order(r, scratch, first, between))
            return false;
    }
    r->view = whole;
    if (!*read) {
        *tables = known;
        reader_go_back(r, &before);
    }
    return true;
}

static bool any_indicator(const dataset *d, size_t first)
{
    while (first < d->project_count && d->projects[first].kpi_count == 0)
        first++;
    return first < d->project_count;
}

/* Cards in place of the projects from `first` on, which have no indicator at
 * all: labels of an indicator may seem to be values that nobody heads. *read 0
 * where they give none either; then all is as it was before those projects. */
static bool cards_instead(reader *r, arena *scratch, const card_list *cards,
                          const reader_state *before, size_t *read)
{
    sheet_view whole = r->view;

    reader_go_back(r, before);
    if (!card_read(r, scratch, cards, before->ignored, before->missed, read))
        return false;
    r->view = whole;
    if (*read > 0 && !any_indicator(r->data, before->projects)) {
        reader_go_back(r, before);
        *read = 0;
    }
    return true;
}

static bool read_cells(reader *r, arena *scratch, const grid *g,
                       const book *b, size_t *tables, near_miss *near)
{
    size_t known = *tables, noted = r->ignored_count, read = 0;
    size_t listed = r->listed_count, missed = r->missed_count;
    size_t first = r->data->project_count, between;
    size_t reported = r->table_count;
    sheet_view whole = r->view;
    card_list cards = { 0 };
    reader_state straight;
    grid rest = *g;
    bool sides = false;

    if (is_example(r))
        return true;
    if (!upright_read(r, scratch, false, tables, near, &sides))
        return false;
    if (sides)
        return true;
    if (!r->in_outline &&
        (!page_read(r, scratch, &read) ||
         (read == 0 &&
          !outline_read(r, scratch, b, sheet_read_cells, &read))))
        return false;
    if (read > 0) {
        *tables += 1;
        return true;
    }
    if (grid_turn_fits(g) && !card_find(&cards, r, scratch))
        return false;
    if (!cards.whole &&
        !read_sides(r, scratch, g, b, tables, near, &sides))
        return false;
    if (sides)
        return true;
    if (cards.whole &&
        (!card_read(r, scratch, &cards, noted, missed, &read) ||
         (read > 0 && !card_grid_rest(&rest, scratch, g, &cards))))
        return false;
    if (!cards.whole && grid_turn_fits(g) && turned_block_form(r)) {
        if (!read_sideways(r, scratch, g, b))
            return false;
        *tables += r->table_count - reported;
        if (r->data->project_count > first)
            return true;
    }
    if (!cards.whole &&
        !upright_read(r, scratch, true, tables, near, &sides))
        return false;
    if (sides)
        return true;
    between = r->data->project_count;
    straight = reader_state_of(r);
    if (!read_straight(r, scratch, read > 0 ? &rest : g, b, tables, near))
        return false;
    r->view = whole;
    if (read == 0 && cards.count > 0 && !cards.guidance &&
        r->data->project_count > first && r->listed_count == listed &&
        !any_indicator(r->data, first)) {
        if (!cards_instead(r, scratch, &cards, &straight, &read))
            return false;
        *tables = known + read;
        if (read > 0)
            return true;
        if (!read_straight(r, scratch, g, b, tables, near))
            return false;
        r->view = whole;
    }
    if (read > 0) {
        *tables += read;
        return r->listed_count != listed ||
               projects_order(r, scratch, first, between);
    }
    if (*tables > known || r->listed_count != listed ||
        !grid_turn_fits(g) || cards.guidance)
        return *tables == known || !grid_turn_fits(g) ||
               read_blocks(r, scratch, g, b, reported, first, tables);
    if (!cards.spread && near->words > 0 &&
        !turned_beside_read(r, scratch, g, b, noted, missed))
        return false;
    if (r->data->project_count > first)
        return true;
    r->view = whole;
    if (cards.count > 0 &&
        !card_read(r, scratch, &cards, noted, missed, &read))
        return false;
    *tables += read;
    return read > 0 || !cards.spread || near->words == 0 ||
           turned_beside_read(r, scratch, g, b, noted, missed);
}

static void drop_between(void *items, size_t size, size_t *count, size_t from,
                         size_t to)
{
    char *bytes = items;

    if (to > from)
        memmove(bytes + from * size, bytes + to * size,
                (*count - to) * size);
    *count -= to - from;
}

/* Small cards where nothing gave an indicator; what was read and noted of the
 * sheet counts for nothing then. */
static bool cards_at_last(reader *r, arena *scratch,
                          const reader_state *before, size_t *tables,
                          near_miss *near, bool *read)
{
    reader_state now = reader_state_of(r);
    finding_list *f = &r->data->findings;

    if (!indicator_cards_read(r, scratch, tables, near, read))
        return false;
    if (!*read)
        return true;
    drop_between(r->ignored, sizeof(*r->ignored), &r->ignored_count,
                 before->ignored, now.ignored);
    drop_between(r->missed, sizeof(*r->missed), &r->missed_count,
                 before->missed, now.missed);
    drop_between(r->tables, sizeof(*r->tables), &r->table_count,
                 before->tables, now.tables);
    drop_between(f->items, sizeof(*f->items), &f->count, before->findings,
                 now.findings);
    drop_between(r->data->projects, sizeof(*r->data->projects),
                 &r->data->project_count, before->projects, now.projects);
    return true;
}

/* Once more without lists of what a measure consists of, where that gives an
 * indicator and the sheet as it stands gave none. */
bool sheet_read_cells(reader *r, arena *scratch, const grid *g, const book *b,
                      size_t *tables, near_miss *near)
{
    reader_state before = reader_state_of(r);
    size_t first = r->data->project_count, known = *tables;
    near_miss none = *near;
    const grid *rest;
    sheet_view whole = r->view;
    bool read;

    if (!read_cells(r, scratch, g, b, tables, near))
        return false;
    if (any_indicator(r->data, first))
        return true;
    r->view = whole;
    if (!cards_at_last(r, scratch, &before, tables, near, &read))
        return false;
    if (read)
        return true;
    if (!part_lists_clear(&rest, r, scratch))
        return false;
    for (unsigned n = 0; rest != NULL && n < 2; n++) {
        reader_go_back(r, &before);
        *tables = known;
        *near = none;
        r->view = whole;
        if ((n == 0 && !sheet_view_init(&r->view, scratch, b, rest)) ||
            !read_cells(r, scratch, n == 0 ? rest : g, b, tables, near))
            return false;
        if (n > 0 || !any_indicator(r->data, first))
            continue; /* as it was */
        r->view = whole;
        part_lists_note(r);
        break;
    }
    return true;
}
