/*
 * grade_ticks.c - which of several grades in a line is marked
 */
#include "ingest/grade_ticks.h"

#include <string.h>

#include "ingest/reader/project_grade.h"
#include "ingest/rows/layout_rows.h"
#include "ingest/table/grid_turn.h"

enum { TICK_BYTES = 3, BOX_BYTES = 45, GRADES_MIN = 3 };

/* A mark below a line of grades, or in front of one of them, and the columns
 * of that line. */
typedef struct tick {
    size_t mark;           /* index of its cell */
    uint32_t row, from, to; /* the grades; `from` is their label's column */
    bool tall;             /* the label stands beside both lines */
    bool beside;           /* □ A | ■ B | □ C: `row` is the mark's own */
    uint32_t grade_col;
    text grade;
} tick;

typedef struct tick_list {
    tick *items; /* from the top down */
    size_t count, capacity;
} tick_list;

static bool is_tick(const cell *c)
{
    static const char *const marks[] = { "○", "◯", "〇", "●", "✓", "✔", "レ",
                                         "☑", "■" };

    return c->value.length == TICK_BYTES && c->type == CELL_STRING &&
           (unsigned char)c->value.bytes[0] < 0xE4 && /* 人, 件 */
           text_in(c->value, marks, sizeof(marks) / sizeof(*marks));
}

/* The grades in a line from a column on, next to each other. */
static size_t run_of_grades(const reader *r, uint32_t row, uint32_t from,
                            uint32_t *to)
{
    const sheet_view *v = &r->view;
    size_t n = 0;

    for (uint32_t c = from; c < v->grid->cols && view_filled(v, row, c);) {
        if (view_range(v, row, c).last_row != row ||
            !project_grade_like(r, view_text(v, row, c)))
            break;
        *to = view_range(v, row, c).last_col;
        c = *to + 1;
        n++;
    }
    return n;
}

/* 評価, 判定, 達成状況: what a grade stands beside. */
static bool asks_for_grade(const reader *r, uint32_t row, uint32_t col)
{
    const header_word *w = table_word(&r->view, r->roles, row, col,
                                      r->context_year);

    return w->exact && (w->role == ROLE_GRADE || w->role == ROLE_STATUS);
}

/* The last filled cell of a row in front of a column. */
static uint32_t cell_before(const sheet_view *v, uint32_t row, uint32_t col)
{
    while (col-- > 0)
        if (view_filled(v, row, col))
            return view_range(v, row, col).col;
    return UINT32_MAX;
}

/* Is a cell such a mark, the only one in its line? */
static bool read_tick(const reader *r, const cell *c, tick *out)
{
    const sheet_view *v = &r->view;
    uint32_t label, first, col, next;
    merge_range m;

    if (c->row == 0 || !view_filled(v, c->row - 1, c->col))
        return false;
    out->grade = view_text(v, c->row - 1, c->col);
    out->row = c->row - 1;
    out->grade_col = view_range(v, out->row, c->col).col;
    label = cell_before(v, c->row, c->col);
    if (label == UINT32_MAX || !project_grade_like(r, out->grade))
        return false;
    m = view_range(v, c->row, label);
    first = view_next(v, out->row, m.last_col + 1);
    out->tall = m.row == out->row;
    out->from = m.col;
    if (first == UINT32_MAX || first > c->col ||
        (!out->tall && m.row != c->row) ||
        run_of_grades(r, out->row, first, &out->to) < GRADES_MIN ||
        c->col > out->to || !asks_for_grade(r, m.row, m.col))
        return false;
    col = view_range(v, c->row, c->col).last_col;
    next = view_next(v, c->row, col + 1);
    return next == UINT32_MAX || next > out->to;
}

/* □ A, ■ B: what stands behind such a box, empty for other words. */
static text behind_box(const sheet_view *v, uint32_t row, uint32_t col,
                       bool *on)
{
    static const char *const full[] = { "■", "☑", "☒", "✔", "✓" };
    static const char *const empty[] = { "□", "☐" };
    const cell *c = view_cell(v, row, col);
    text t = c != NULL && c->type == CELL_STRING &&
                     c->value.length > TICK_BYTES &&
                     c->value.length <= BOX_BYTES &&
                     (unsigned char)c->value.bytes[0] == 0xE2
                 ? c->value : text_of("");

    *on = false;
    for (size_t i = 0; i < sizeof(full) / sizeof(*full); i++)
        *on = *on || text_starts(t, full[i]);
    return *on || text_starts(t, empty[0]) || text_starts(t, empty[1])
               ? text_trim(text_from(t, TICK_BYTES))
               : text_of("");
}

/* Is a cell the only full box in its line, beside the word that asks? */
static bool read_boxes(const reader *r, const cell *c, tick *out)
{
    const sheet_view *v = &r->view;
    uint32_t col = c->col, before;
    size_t boxes = 1;
    bool on;

    if ((unsigned char)c->value.bytes[0] != 0xE2)
        return false;
    out->grade = behind_box(v, c->row, col, &on);
    if (!on || !project_grade_like(r, out->grade))
        return false;
    while ((before = cell_before(v, c->row, col)) != UINT32_MAX &&
           behind_box(v, c->row, before, &on).length > 0) {
        if (on)
            return false;
        boxes++;
        col = before;
    }
    out->from = col;
    out->to = c->col;
    for (col = view_next(v, c->row, c->col + 1);
         col != UINT32_MAX && behind_box(v, c->row, col, &on).length > 0;
         col = view_next(v, c->row, col + 1), boxes++) {
        if (on)
            return false;
        out->to = col;
    }
    out->row = c->row;
    out->grade_col = c->col;
    out->beside = true;
    return boxes >= GRADES_MIN && before != UINT32_MAX &&
           asks_for_grade(r, c->row, before);
}

/* ○, ☑, レ or what begins like them, by the first byte: most cells do not. */
static bool may_be_mark(const cell *c)
{
    return c->type == CELL_STRING && c->value.length >= TICK_BYTES &&
           ((unsigned char)c->value.bytes[0] | 1) == 0xE3;
}

static bool find_ticks(tick_list *out, const reader *r, arena *a,
                       const grid *g)
{
    *out = (tick_list){ NULL, 0, 0 };
    for (size_t i = 0; i < g->count; i++) {
        tick found, *slot;

        if (!may_be_mark(&g->cells[i]))
            continue;
        found = (tick){ .mark = i };
        if (is_tick(&g->cells[i]) ? !read_tick(r, &g->cells[i], &found)
                                  : g->cells[i].value.length > BOX_BYTES ||
                                        !read_boxes(r, &g->cells[i], &found))
            continue;
        slot = arena_push(a, (void **)&out->items, &out->count,
                          &out->capacity, sizeof(*slot));
        if (slot == NULL)
            return false;
        *slot = found;
    }
    return true;
}

/* The line of grades, with the word in front of it; beside a label of both
 * lines the other grades, and the mark. */
static bool is_taken(const tick_list *ticks, const grid *g, uint32_t row,
                     uint32_t col)
{
    size_t low = 0, high = ticks->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (ticks->items[middle].row + 1 < row)
            low = middle + 1;
        else
            high = middle;
    }
    for (size_t i = low; i < ticks->count && ticks->items[i].row <= row; i++) {
        const tick *t = &ticks->items[i];
        uint32_t mark = g->cells[t->mark].col;

        if (t->beside) {
            if (row == t->row && t->from <= col && col <= t->to && col != mark)
                return true;
            continue;
        }
        if (t->tall && row == t->row + 1 && col == mark)
            return true;
        if (t->row == row && t->from <= col && col <= t->to &&
            !(t->tall && (col == t->from || col == t->grade_col)))
            return true;
    }
    return false;
}

bool grade_ticks_take(const grid **out, reader *r, arena *a, const grid *g)
{
    tick_list ticks;
    grid *made;

    *out = g;
    if (!find_ticks(&ticks, r, a, g))
        return false;
    if (ticks.count == 0)
        return true;
    made = arena_alloc(a, sizeof(*made));
    if (made == NULL)
        return false;
    *made = *g;
    made->cells = arena_array(a, g->count + 1, sizeof(*made->cells));
    made->merges = arena_array(a, g->merge_count + 1, sizeof(*made->merges));
    made->count = made->merge_count = 0;
    if (made->cells == NULL || made->merges == NULL)
        return false;
    for (size_t i = 0, n = 0; i < g->count; i++) {
        cell *slot = &made->cells[made->count];

        while (n < ticks.count && ticks.items[n].mark < i)
            n++;
        if (is_taken(&ticks, g, g->cells[i].row, g->cells[i].col))
            continue;
        *slot = g->cells[i];
        made->count++;
        if (n < ticks.count && ticks.items[n].mark == i)
            slot->value = ticks.items[n].grade;
    }
    for (size_t i = 0; i < g->merge_count; i++)
        if (!is_taken(&ticks, g, g->merges[i].row, g->merges[i].col))
            made->merges[made->merge_count++] = g->merges[i];
    for (size_t i = 0; i < ticks.count; i++)
        if (!ticks.items[i].beside)
            reader_ignore(r, ticks.items[i].row, ticks.items[i].row,
                          "form-words", ticks.items[i].grade);
    *out = made;
    return grid_index(made, a);
}
