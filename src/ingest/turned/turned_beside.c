/*
 * turned_beside.c - tables on their side, two or more abreast
 */
#include "ingest/turned/turned_beside.h"

#include "ingest/table/grid_cut.h"
#include "ingest/turned/turned_read.h"

enum { MOST_ABREAST = 8 };

/* Is nothing typed in a column from a row down? A note that is merged over it
 * is alone in its row; notes stand where they like. */
static bool is_gap(const sheet_view *v, uint32_t top, uint32_t col)
{
    for (uint32_t row = top; row < v->grid->rows; row++) {
        uint32_t first = view_next(v, row, 0);

        if (first != UINT32_MAX && view_filled(v, row, col) &&
            view_next(v, row, first + 1) != UINT32_MAX &&
            !text_starts(view_text(v, row, first), "※") &&
            !text_starts(view_text(v, row, first), "（注"))
            return false;
    }
    return true;
}

static bool is_year(reader *r, uint32_t row, uint32_t col)
{
    const header_word *w = reader_word(r, row, col);

    return w->year_only || w->has_year;
}

/* Where the corner of a row, 年度, stands in it again above years; 0 for most
 * rows. */
static uint32_t second_corner(reader *r, uint32_t row)
{
    const sheet_view *v = &r->view;
    uint32_t first = view_next(v, row, 0), c = first;
    text corner = first == UINT32_MAX ? text_of("")
                                      : view_text(v, row, first);

    if (corner.length == 0 || row + 2 >= v->grid->rows ||
        !is_year(r, row + 1, first) || !is_year(r, row + 2, first))
        return 0;
    do
        c = view_next(v, row, c + 1);
    while (c != UINT32_MAX && !text_equal(corner, view_text(v, row, c)));
    if (c == UINT32_MAX || c < first + 3 ||
        reader_word(r, row, first)->role != ROLE_YEAR ||
        !is_year(r, row + 1, c) || !is_year(r, row + 2, c) ||
        view_next(v, row, c + 1) == UINT32_MAX || !is_gap(v, row, c - 1))
        return 0;
    return c;
}

static uint32_t find_cut(reader *r, uint32_t *top)
{
    for (uint32_t row = 0; row < r->view.grid->rows; row++) {
        uint32_t col = second_corner(r, row);

        if (col == 0)
            continue;
        *top = row;
        return col;
    }
    return 0;
}

/* One of them; that it was not understood is said. */
static bool read_part(reader *r, arena *a, const grid *part, const book *b,
                      uint32_t top, size_t noted, size_t missed)
{
    size_t projects = r->data->project_count;
    sheet_view own;
    uint32_t c;

    if (!sheet_view_init(&r->view, a, b, part))
        return false;
    own = r->view;
    if (!turned_read(r, a, part, b, noted, missed))
        return false;
    r->view = own;
    c = view_next(&own, top, 0);
    if (r->data->project_count == projects && c != UINT32_MAX)
        reader_finding(r, "table-not-read", top, c, view_text(&own, top, c),
                       NULL, NULL, NULL);
    return true;
}

static bool read_all(reader *r, arena *scratch, const grid *g, const book *b,
                     size_t noted, size_t missed)
{
    sheet_view whole = r->view;
    const grid *rest = g;
    uint32_t top, col = find_cut(r, &top);

    if (col == 0)
        return turned_read(r, scratch, g, b, noted, missed);
    for (unsigned n = 0; rest != NULL && n < MOST_ABREAST; n++) {
        grid *parts = arena_array(scratch, 2, sizeof(*parts));
        const grid *part = rest;

        if (parts == NULL)
            return false;
        if (col != 0) {
            if (!grid_cut(&parts[0], scratch, rest, top, col, false) ||
                !grid_cut(&parts[1], scratch, rest, top, col, true))
                return false;
            part = &parts[0];
        }
        rest = col != 0 ? &parts[1] : NULL;
        if (!read_part(r, scratch, part, b, top,
                       n == 0 ? noted : r->ignored_count, missed))
            return false;
        if (rest == NULL)
            break;
        if (!sheet_view_init(&r->view, scratch, b, rest))
            return false;
        col = n + 2 < MOST_ABREAST ? find_cut(r, &top) : 0;
    }
    r->view = whole;
    return true;
}

/* An indicator called 令和2年度（実績）, R4 or 単位, or by nothing: such a table is
 * not on its side. */
static const kpi *called_by_header(const reader *r, size_t first)
{
    for (; first < r->data->project_count; first++)
        for (size_t i = 0; i < r->data->projects[first].kpi_count; i++) {
            const kpi *k = &r->data->projects[first].kpis[i];
            const header_word *w = header_roles_find(
                r->roles, text_of(k->name), r->context_year);

            if (k->name[0] == '\0' || w->year_only ||
                (w->exact && (w->has_year || w->role == ROLE_UNIT ||
                              role_is_figure(w->role))))
                return k;
        }
    return NULL;
}

bool turned_beside_read(reader *r, arena *scratch, const grid *g,
                        const book *b, size_t noted, size_t missed)
{
    reader_state before = reader_state_of(r);
    const kpi *k;

    if (!read_all(r, scratch, g, b, noted, missed))
        return false;
    k = called_by_header(r, before.projects);
    if (k == NULL)
        return true;
    if (r->missed_count < before.missed)
        before.missed = r->missed_count;
    if (r->ignored_count < before.ignored)
        before.ignored = r->ignored_count;
    reader_go_back(r, &before);
    reader_missed(r, k->where.row, k->where.col, text_of(k->name), "指標");
    return true;
}
