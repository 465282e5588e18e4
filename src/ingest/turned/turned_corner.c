/*
 * turned_corner.c - a table on its side whose header has no labels
 */
#include "ingest/turned/turned_corner.h"

#include "ingest/header/office_name.h"
#include "ingest/header/unit_words.h"
#include "ingest/table/grid_turn.h"

enum { LINES_MOST = 4, LINES_MIN = 2, NAME_BYTES = 300 };

typedef enum line_kind { LINE_OTHER, LINE_NAMES, LINE_OFFICES, LINE_UNITS }
    line_kind;

/* Its place, and what each line beside it says. */
typedef struct corner {
    uint32_t row, col, end; /* `end`: the first row of figures */
    const char *labels[LINES_MOST];
} corner;

/* What all cells of a line behind the corner are. */
static line_kind kind_of_line(reader *r, arena *a, uint32_t row, uint32_t col)
{
    const sheet_view *v = &r->view;
    bool units = true, offices = true, any = false;

    for (uint32_t c = view_next(v, row, col + 1); c != UINT32_MAX;
         c = view_next(v, row, c + 1)) {
        text t = view_text(v, row, c);

        if (view_cell(v, row, c)->type != CELL_STRING ||
            t.length > NAME_BYTES || view_range(v, row, c).last_row > row ||
            reader_word(r, row, c)->year_only)
            return LINE_OTHER;
        units = units && (unit_is_line(t) || unit_word(a, unit_plain(t)));
        offices = offices && office_name(t);
        any = true;
    }
    return !any ? LINE_OTHER
                : units ? LINE_UNITS : offices ? LINE_OFFICES : LINE_NAMES;
}

/* One cell left of several lines, and years below it. */
static bool find_corner(reader *r, const grid *g, corner *k)
{
    const sheet_view *v = &r->view;

    if (g->count == 0)
        return false;
    k->row = g->cells[0].row;
    k->col = g->cells[0].col;
    k->end = view_range(v, k->row, k->col).last_row + 1;
    if (g->cells[0].type != CELL_STRING ||
        view_range(v, k->row, k->col).last_col > k->col)
        return false;
    while (k->end < g->rows && k->end - k->row <= LINES_MOST &&
           view_next(v, k->end, 0) > k->col)
        k->end++; /* blank, and not merged */
    return k->end - k->row >= LINES_MIN && k->end - k->row <= LINES_MOST &&
           k->end + 1 < g->rows && view_next(v, k->end, 0) == k->col &&
           view_next(v, k->end + 1, 0) == k->col &&
           reader_word(r, k->end, k->col)->has_year &&
           reader_word(r, k->end + 1, k->col)->has_year &&
           reader_word(r, k->end, k->col)->years.to <
               reader_word(r, k->end + 1, k->col)->years.to; /* no days */
}

/* Offices and perhaps units, once each, and two lines of names. */
static bool name_lines(reader *r, arena *a, corner *k)
{
    unsigned names = 0, offices = 0, units = 0;

    for (uint32_t row = k->row; row < k->end; row++) {
        const char **label = &k->labels[row - k->row];

        switch (kind_of_line(r, a, row, k->col)) {
        case LINE_NAMES:
            *label = names++ == 0 ? "事業名" : "指標名";
            break;
        case LINE_OFFICES:
            *label = "担当課";
            offices++;
            break;
        case LINE_UNITS:
            *label = "単位";
            units++;
            break;
        default:
            return false;
        }
    }
    return names == 2 && offices == 1 && units <= 1;
}

static bool put_labels(grid *g, arena *a, const corner *k)
{
    size_t lines = k->end - k->row, merges = 0;
    cell *all = arena_array(a, g->count + lines, sizeof(*all));

    if (all == NULL)
        return false;
    for (size_t i = 0; i < lines; i++) {
        all[i] = g->cells[0];
        all[i].row = k->row + (uint32_t)i;
        all[i].type = CELL_STRING;
        all[i].value = text_of(k->labels[i]);
    }
    for (size_t i = 1; i < g->count; i++)
        all[lines + i - 1] = g->cells[i];
    g->count += lines - 1;
    g->cells = all;
    for (size_t i = 0; i < g->merge_count; i++)
        if (g->merges[i].row != k->row || g->merges[i].col != k->col)
            g->merges[merges++] = g->merges[i];
    g->merge_count = merges;
    grid_sort_cells(g);
    return grid_index(g, a);
}

bool turned_corner_name(grid *g, arena *a, reader *r)
{
    corner k = { .row = 0 };

    if (!find_corner(r, g, &k) || !name_lines(r, a, &k))
        return true;
    reader_finding(r, "column-role-inferred", k.row, k.col,
                   view_text(&r->view, k.row, k.col), "事業名", "the project",
                   NULL);
    return put_labels(g, a, &k);
}
