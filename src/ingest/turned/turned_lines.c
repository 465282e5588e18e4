/*
 * turned_lines.c - years and what their figures are, in two columns
 */
#include "ingest/turned/turned_lines.h"

enum { LINES_MIN = 2 };

/* Rows of a sheet, their years in `col` and what they are in `line_col`. */
typedef struct lines {
    uint32_t head, end; /* the header's row, and the first behind the lines */
    uint32_t col, line_col;
} lines;

static bool is_line(reader *r, const lines *l, uint32_t row)
{
    const sheet_view *v = &r->view;
    const header_word *w;

    if (view_next(v, row, 0) != l->col ||
        view_next(v, row, l->col + 1) != l->line_col ||
        view_range(v, row, l->col).last_row > row ||
        view_range(v, row, l->line_col).last_row > row ||
        !reader_word(r, row, l->col)->year_only)
        return false;
    w = reader_word(r, row, l->line_col);
    return w->exact && role_is_figure(w->role) && !w->has_year;
}

/* 年度 | 区分 | a name above such lines down to a gap. */
static bool lines_at(reader *r, lines *l, uint32_t row)
{
    const sheet_view *v = &r->view;

    *l = (lines){ .head = row, .end = row + 1, .col = view_next(v, row, 0) };
    if (l->col == UINT32_MAX || reader_word(r, row, l->col)->role != ROLE_YEAR)
        return false;
    l->line_col = view_next(v, row, l->col + 1);
    if (l->line_col == UINT32_MAX ||
        reader_word(r, row, l->line_col)->role != ROLE_LINE ||
        view_next(v, row, l->line_col + 1) == UINT32_MAX)
        return false;
    while (l->end < v->grid->rows && is_line(r, l, l->end))
        l->end++;
    return l->end - row > LINES_MIN &&
           (l->end == v->grid->rows || view_next(v, l->end, 0) == UINT32_MAX);
}

/* 平成30年度（基準） */
static bool join(cell *year, arena *a, text words, text line)
{
    static const char open[] = "（", close[] = "）";
    buf b;
    char *both;

    buf_init(&b);
    buf_text(&b, words);
    buf_string(&b, open);
    buf_text(&b, line);
    buf_string(&b, close);
    both = buf_ok(&b) ? arena_strndup(a, buf_cstr(&b), b.length) : NULL;
    *year = (cell){ .row = year->row, .col = year->col, .type = CELL_STRING,
                    .value = { both, b.length } };
    buf_free(&b);
    return both != NULL;
}

static bool join_lines(grid *g, arena *a, const sheet_view *v, const lines *l)
{
    size_t count = 0;

    for (size_t i = 0; i < g->count; i++) {
        cell *c = &g->cells[i];

        if (c->row >= l->head && c->row < l->end && c->col == l->line_col)
            continue;
        g->cells[count] = *c;
        c = &g->cells[count++];
        if (c->row > l->head && c->row < l->end && c->col == l->col &&
            !join(c, a, view_text(v, c->row, l->col),
                  view_text(v, c->row, l->line_col)))
            return false;
    }
    g->count = count;
    return true;
}

/* Of cells that were joined or left out. */
static void index_rows(grid *g)
{
    size_t n = 0;

    for (uint32_t row = 0; row <= g->rows; row++) {
        while (n < g->count && g->cells[n].row < row)
            n++;
        g->row_start[row] = n;
    }
}

bool turned_lines_join(grid *g, arena *a, reader *r)
{
    bool own = false;
    lines l;

    for (uint32_t row = g->count > 0 ? g->cells[0].row : g->rows;
         row < g->rows; row++) {
        if (!lines_at(r, &l, row))
            continue;
        if (!own) {
            cell *copy = arena_array(a, g->count + 1, sizeof(*copy));

            if (copy == NULL)
                return false;
            for (size_t i = 0; i < g->count; i++)
                copy[i] = g->cells[i];
            g->cells = copy;
            own = true;
        }
        if (!join_lines(g, a, &r->view, &l))
            return false;
        row = l.end - 1;
    }
    if (own)
        index_rows(g);
    return true;
}
