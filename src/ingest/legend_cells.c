/*
 * legend_cells.c - what grades mean, in a cell beside the grade or its label
 */
#include "ingest/legend_cells.h"

#include "ingest/reader/grade_legend.h"
#include "ingest/reader/note_words.h"
#include "ingest/reader/project_grade.h"
#include "ingest/table/grid_turn.h"
#include "wording/glyph.h"

enum { SHORTEST = 5 }; /* A・B・C, in bytes of the narrow ones */

typedef struct legend_list {
    struct legend {
        size_t cell;
        text ticked; /* what stands there instead; empty: nothing */
    } *items;
    size_t count, capacity;
} legend_list;

static bool asks_for_grade(const reader *r, uint32_t row, uint32_t col)
{
    const header_word *w = table_word(&r->view, r->roles, row, col,
                                      r->context_year);

    return w->role == ROLE_GRADE || w->role == ROLE_STATUS;
}

/* The last filled cell of a row in front of a column. */
static uint32_t cell_before(const sheet_view *v, uint32_t row, uint32_t col)
{
    while (col-- > 0)
        if (view_filled(v, row, col))
            return view_range(v, row, col).col;
    return UINT32_MAX;
}

static bool is_grade(const reader *r, uint32_t row, uint32_t col)
{
    return project_grade_like(r, view_text(&r->view, row, col));
}

/* A grade, with its label in front of it or above it. */
static bool is_labelled_grade(const reader *r, uint32_t row, uint32_t col)
{
    const sheet_view *v = &r->view;
    uint32_t before;

    if (!is_grade(r, row, col))
        return false;
    before = cell_before(v, row, col);
    return (before != UINT32_MAX && asks_for_grade(r, row, before)) ||
           (row > 0 && view_filled(v, row - 1, col) &&
            asks_for_grade(r, row - 1, view_range(v, row - 1, col).col));
}

/* The label of a grade stands in front of the cell; *beside: so does the
 * grade, or it stands behind. */
static bool stands_at_grade(const reader *r, const cell *c, bool *beside)
{
    const sheet_view *v = &r->view;
    uint32_t before = cell_before(v, c->row, c->col), behind;

    *beside = before != UINT32_MAX && is_labelled_grade(r, c->row, before);
    if (*beside)
        return true;
    if (before == UINT32_MAX || !asks_for_grade(r, c->row, before))
        return false;
    behind = view_next(v, c->row, view_range(v, c->row, c->col).last_col + 1);
    *beside = behind != UINT32_MAX && is_grade(r, c->row, behind);
    return true;
}

/* A label in front of the cell, and its value behind it. */
static bool parts_pair(const reader *r, const cell *c)
{
    const sheet_view *v = &r->view;
    uint32_t before = cell_before(v, c->row, c->col),
             behind = view_next(v, c->row,
                                view_range(v, c->row, c->col).last_col + 1);

    return before != UINT32_MAX && behind != UINT32_MAX &&
           table_word(v, r->roles, c->row, before, r->context_year)->exact &&
           !table_word(v, r->roles, c->row, behind, r->context_year)->exact;
}

/* ４段階で記載→ at a grade; 半角で入力→ in front of any other value. */
static bool is_hint(const reader *r, const cell *c)
{
    bool beside;

    return note_in_front(c->value) &&
           ((stands_at_grade(r, c, &beside) && beside) ||
            (note_to_clerk(c->value) && parts_pair(r, c)));
}

static bool is_legend(const reader *r, const cell *c, text *ticked)
{
    bool beside;

    *ticked = text_of("");
    if (c->type != CELL_STRING || c->value.length < SHORTEST || c->col == 0)
        return false;
    if (grade_legend_read(c->value, ticked)) {
        if (project_grade_ticked(c->value).length < c->value.length ||
            !stands_at_grade(r, c, &beside))
            return false; /* 順調（　）遅れ（○） says what it is */
        *ticked = beside ? text_of("") : *ticked;
        return true;
    }
    return (grade_legend_lists(c->value) && stands_at_grade(r, c, &beside) &&
            beside) || is_hint(r, c);
}

static bool find_legends(legend_list *out, const reader *r, arena *a,
                         const grid *g)
{
    *out = (legend_list){ NULL, 0, 0 };
    for (size_t i = 0; i < g->count; i++) {
        struct legend *slot;
        text ticked;

        if (!is_legend(r, &g->cells[i], &ticked))
            continue;
        slot = arena_push(a, (void **)&out->items, &out->count,
                          &out->capacity, sizeof(*slot));
        if (slot == NULL)
            return false;
        slot->cell = i;
        slot->ticked = ticked;
    }
    return true;
}

static void copy_cells(grid *made, const grid *g, const legend_list *l)
{
    for (size_t i = 0, n = 0; i < g->count; i++) {
        cell *slot = &made->cells[made->count];
        bool at = n < l->count && l->items[n].cell == i;

        n += at;
        if (at && l->items[n - 1].ticked.length == 0)
            continue;
        *slot = g->cells[i];
        if (at)
            slot->value = l->items[n - 1].ticked;
        made->count++;
    }
}

bool legend_cells_take(const grid **out, reader *r, arena *a, const grid *g)
{
    legend_list legends;
    grid *made;

    *out = g;
    if (!find_legends(&legends, r, a, g))
        return false;
    if (legends.count == 0)
        return true;
    if (!grid_copy_cells(&made, a, g))
        return false;
    made->count = 0;
    copy_cells(made, g, &legends);
    for (size_t i = 0; i < legends.count; i++) {
        const cell *c = &g->cells[legends.items[i].cell];

        reader_ignore(r, c->row, c->row, "form-words", c->value);
    }
    *out = made;
    return grid_index(made, a);
}
