/*
 * grade_ticks.c - ○ in the cell below one of several grades, or beside it
 */
#include "ingest/grade_ticks.h"

#include <string.h>

#include "ingest/reader/project_grade.h"
#include "ingest/rows/layout_rows.h"
#include "ingest/table/grid_turn.h"
#include "wording/glyph.h"

enum { TICK_BYTES = 3, GRADES_MIN = 3, BOX_BYTES = 40, LABEL_BYTES = 60 };

/* A mark below a line of grades, and the columns of that line. */
typedef struct tick {
    size_t mark;           /* index of its cell */
    uint32_t row, from, to; /* the grades; `from` is their label's column */
    bool tall;             /* the label stands beside both lines, or the
                              upper one */
    bool boxes;            /* □ 順調 | ☑ 遅れ, A | | B | ○: the mark's own
                              line */
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

/* The grades in a line from a column on, with nothing else between them. ○
 * behind a gap is a mark of what stands beside. */
static size_t run_of_grades(const reader *r, uint32_t row, uint32_t from,
                            uint32_t *to)
{
    const sheet_view *v = &r->view;
    size_t n = 0;

    for (uint32_t c = from; c != UINT32_MAX; c = view_next(v, row, *to + 1)) {
        if (view_range(v, row, c).last_row != row ||
            !project_grade_like(r, view_text(v, row, c)) ||
            (n > 0 && c > *to + 1 && is_tick(view_cell(v, row, c))))
            break;
        *to = view_range(v, row, c).last_col;
        n++;
    }
    return n;
}

/* 評価, 判定, 施策全体の評価: what a grade stands beside. */
static bool asks_for_grade(const reader *r, uint32_t row, uint32_t col)
{
    static const char *const words[] = { "評価", "判定", "進捗", "達成" };
    const header_word *w = table_word(&r->view, r->roles, row, col,
                                      r->context_year);
    text t = view_text(&r->view, row, col);

    if (w->exact)
        return w->role == ROLE_GRADE || w->role == ROLE_STATUS;
    return t.length <= LABEL_BYTES &&
           text_contains_one(t, words, sizeof(words) / sizeof(*words));
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
    if (label == UINT32_MAX) { /* 評価 | A | B | C above it, and no merge */
        label = view_next(v, out->row, 0);
        out->tall = true;
    }
    if (label == UINT32_MAX || !project_grade_like(r, out->grade))
        return false;
    m = view_range(v, out->tall ? out->row : c->row, label);
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

text grade_box(const cell *c, bool *on)
{
    static const char *const ticked[] = { "■", "☑", "☒", "✔", "✓", "●" };
    static const char *const empty[] = { "□", "☐", "○", "◯" };
    text t = text_trim(c->value), mark = text_cut(t, 0, TICK_BYTES);

    *on = false;
    if (c->type != CELL_STRING || t.length <= TICK_BYTES)
        return text_of("");
    *on = text_in(mark, ticked, sizeof(ticked) / sizeof(*ticked));
    if (!*on && !text_in(mark, empty, sizeof(empty) / sizeof(*empty)))
        return text_of("");
    return text_trim(text_from(t, TICK_BYTES));
}

/* ■ B: the grade behind a mark, *on or not; empty for other words. */
static text boxed_grade(const reader *r, uint32_t row, uint32_t col, bool *on)
{
    const cell *c = view_cell(&r->view, row, col);
    text t;

    if (c == NULL || c->value.length > BOX_BYTES)
        return text_of(""); /* NULL: a merge that begins empty lies over it */
    t = grade_box(c, on);
    return t.length > 0 && project_grade_like(r, t) ? t : text_of("");
}

/* The word that a line of boxes belongs to, beside or right above it, is 評価 or
 * the like. */
static bool boxes_are_grades(const reader *r, uint32_t row, uint32_t first)
{
    const sheet_view *v = &r->view;
    uint32_t label = cell_before(v, row, first);

    if (label != UINT32_MAX)
        return asks_for_grade(r, view_range(v, row, label).row, label);
    return row > 0 && view_next(v, row - 1, 0) == first &&
           asks_for_grade(r, row - 1, first);
}

/* Is a cell the only ticked one of several boxes in a line? */
static bool read_boxes(const reader *r, const cell *c, tick *out)
{
    const sheet_view *v = &r->view;
    bool on = false;
    unsigned boxes = 1;
    uint32_t col;

    out->grade = boxed_grade(r, c->row, c->col, &on);
    if (out->grade.length == 0 || !on)
        return false;
    out->row = c->row;
    out->from = out->grade_col = c->col;
    out->to = view_range(v, c->row, c->col).last_col;
    while ((col = cell_before(v, c->row, out->from)) != UINT32_MAX &&
           boxed_grade(r, c->row, col, &on).length > 0) {
        if (on)
            return false;
        out->from = col;
        boxes++;
    }
    while ((col = view_next(v, c->row, out->to + 1)) != UINT32_MAX &&
           boxed_grade(r, c->row, col, &on).length > 0) {
        if (on)
            return false;
        out->to = view_range(v, c->row, col).last_col;
        boxes++;
    }
    out->boxes = true;
    return boxes > 1 && boxes_are_grades(r, c->row, out->from);
}

/* Grades in the mark's own line: their columns, and how many there are. */
typedef struct grade_line {
    uint32_t first, second, last, before; /* the last one in front of it */
    uint32_t behind;                      /* the first one behind it */
    unsigned count;
} grade_line;

/* A, 順調: none of ◎ | △ | ○ | ×, where ○ is a grade as well. Each but once: they
 * are to be chosen from. */
static bool may_be_chosen(const reader *r, uint32_t row, uint32_t from,
                          uint32_t col)
{
    const sheet_view *v = &r->view;
    text t = view_text(v, row, col);
    size_t next;

    if (!project_grade_like(r, t) ||
        (!glyph_is_letter(glyph_at(t, 0, &next)) && !glyph_has_digit(t)))
        return false;
    for (uint32_t c = from; c < col; c = view_next(v, row, c + 1))
        if (text_equal(view_text(v, row, c), t))
            return false;
    return true;
}

/* False where other words stand behind its label. */
static bool read_line(grade_line *l, const reader *r, const cell *mark,
                      uint32_t from)
{
    const sheet_view *v = &r->view;

    *l = (grade_line){ UINT32_MAX, UINT32_MAX, 0, UINT32_MAX, UINT32_MAX, 0 };
    for (uint32_t c = from; c != UINT32_MAX; c = view_next(v, mark->row,
                                                           l->last + 1)) {
        l->last = view_range(v, mark->row, c).last_col;
        if (c == mark->col)
            continue;
        if (!may_be_chosen(r, mark->row, from, c))
            return false;
        if (c < mark->col)
            l->before = c;
        else if (l->behind == UINT32_MAX)
            l->behind = c;
        if (l->count == 0)
            l->first = c;
        else if (l->count == 1)
            l->second = c;
        l->count++;
    }
    return l->count >= GRADES_MIN;
}

/* 評価 | | A | ○ | B: as much room in front of the first grade as between two.
 * Where no merge says how far the label reaches, *open. */
static bool marks_stand_in_front(const sheet_view *v, const grade_line *l,
                                 uint32_t row, uint32_t label, bool *open)
{
    merge_range m = view_range(v, row, label);
    bool room = l->first - m.last_col == l->second -
                                         view_range(v, row, l->first).last_col;

    *open = room && m.last_col == m.col && l->first > m.last_col + 1;
    return room && l->first > m.last_col + 1;
}

/* 進捗評価 of 評価 | 進捗評価 | A | | B | ○: behind the title of a part. */
static uint32_t own_label(const reader *r, uint32_t row)
{
    const sheet_view *v = &r->view;
    uint32_t label = view_next(v, row, 0), next;

    if (label == UINT32_MAX)
        return label;
    next = view_next(v, row, view_range(v, row, label).last_col + 1);
    return next != UINT32_MAX && view_begins(v, row, next) &&
                   !project_grade_like(r, view_text(v, row, next)) &&
                   asks_for_grade(r, row, next)
               ? next : label;
}

/* 評価 | A | | B | ○ | C | : is a cell such a mark, beside its grade? */
static bool read_beside(const reader *r, const cell *c, tick *out)
{
    const sheet_view *v = &r->view;
    uint32_t label = own_label(r, c->row), grade;
    bool open = false;
    grade_line l;

    if (label >= c->col || label == UINT32_MAX ||
        project_grade_like(r, view_text(v, c->row, label)) ||
        !read_line(&l, r, c, view_next(v, c->row,
                       view_range(v, c->row, label).last_col + 1)) ||
        !asks_for_grade(r, view_range(v, c->row, label).row, label))
        return false;
    grade = l.before == UINT32_MAX ||
                    (l.behind != UINT32_MAX &&
                     marks_stand_in_front(v, &l, c->row, label, &open))
                ? l.behind : l.before;
    if (open || (grade < c->col
                     ? view_range(v, c->row, grade).last_col + 1 != c->col
                     : view_range(v, c->row, c->col).last_col + 1 != grade))
        return false; /* of a form beside it */
    *out = (tick){ .mark = out->mark, .row = c->row, .boxes = true,
                   .from = l.first < c->col ? l.first : c->col, .to = l.last,
                   .grade_col = grade,
                   .grade = view_text(v, c->row, grade) };
    return true;
}

/* Most cells are numbers, or begin with 人 or A: no sign, and no レ. */
static bool may_mark(const cell *c)
{
    return c->type == CELL_STRING && c->value.length >= TICK_BYTES &&
           c->value.length <= BOX_BYTES &&
           ((unsigned char)c->value.bytes[0] == 0xE2 ||
            (c->value.length == TICK_BYTES &&
             (unsigned char)c->value.bytes[0] == 0xE3));
}

static bool find_ticks(tick_list *out, const reader *r, arena *a,
                       const grid *g)
{
    *out = (tick_list){ NULL, 0, 0 };
    for (size_t i = 0; i < g->count; i++) {
        tick found, *slot;

        if (!may_mark(&g->cells[i]))
            continue;
        found = (tick){ .mark = i };
        if (!(is_tick(&g->cells[i])
                  ? read_tick(r, &g->cells[i], &found) ||
                        read_beside(r, &g->cells[i], &found)
                  : read_boxes(r, &g->cells[i], &found)))
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

        if (t->boxes) {
            if (t->row == row && t->from <= col && col <= t->to && col != mark)
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
        reader_ignore(r, ticks.items[i].row, ticks.items[i].row,
                      "form-words", ticks.items[i].grade);
    *out = made;
    return grid_index(made, a);
}
