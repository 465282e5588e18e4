/*
 * kpi_cells.c - cells that say themselves that they are an indicator
 */
#include "ingest/kpi_cells.h"

#include <string.h>

#include "ingest/table/grid_turn.h"
#include "wording/fold.h"

enum { CELLS_MIN = 2, CELL_BYTES = 300, HEAD_ROWS = 40 };

/* K, Ｋ, 指, 成, 【 or ［ in front: most texts begin otherwise. */
static bool may_say(const cell *c)
{
    unsigned char b[3] = { 0 };

    if (c->type != CELL_STRING || c->value.length < 4 ||
        c->value.length > CELL_BYTES)
        return false;
    memcpy(b, c->value.bytes, sizeof(b));
    return b[0] == 'K' || (b[0] == 0xEF && b[1] == 0xBC) ||
           (b[0] == 0xE6 && (b[1] == 0x8C || b[1] == 0x88)) ||
           (b[0] == 0xE3 && b[1] == 0x80);
}

/* Behind ＫＰＩ and a line break or a colon; empty for other texts. */
static text name_of(const cell *c)
{
    static const char *const words[] = { "ＫＰＩ", "KPI", "【KPI】", "【ＫＰＩ】",
                                         "［KPI］", "指標", "【指標】",
                                         "成果指標", "【成果指標】" };

    if (!may_say(c))
        return text_of("");
    for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
        text behind;

        if (!text_starts(c->value, words[i]))
            continue;
        behind = text_from(c->value, strlen(words[i]));
        if (text_starts(behind, "\n") || text_starts(behind, "\r\n"))
            return text_trim(behind);
        if (text_starts(behind, "：") || text_starts(behind, ":"))
            return text_trim(text_from(
                behind, strlen(text_starts(behind, ":") ? ":" : "：")));
    }
    return text_of("");
}

/* The first such cell of a column that has several; NULL: there is none. */
static const cell *find_cells(const grid *g)
{
    const cell *first = NULL;
    size_t count = 0;

    for (size_t i = 0; i < g->count; i++) {
        const cell *c = &g->cells[i];

        if (name_of(c).length == 0)
            continue;
        if (first != NULL && first->col != c->col)
            return NULL;
        first = first == NULL ? c : first;
        count++;
    }
    return count >= CELLS_MIN ? first : NULL;
}

/* The header above: figures or years stand right of it. */
static bool find_head(const reader *r, const cell *first, merge_range *head)
{
    const sheet_view *v = &r->view;

    for (uint32_t row = first->row, n = 0; row-- > 0 && n < HEAD_ROWS; n++) {
        const cell *c = view_cell(v, row, first->col);
        uint32_t next;

        if (c == NULL || c->row != row || c->col != first->col ||
            c->type != CELL_STRING)
            continue;
        *head = view_range(v, row, first->col);
        next = view_next(v, row, head->last_col + 1);
        if (next != UINT32_MAX &&
            (reader_word(r, row, next)->has_year ||
             reader_word(r, row, next)->year_only ||
             (reader_word(r, row, next)->exact &&
              role_is_figure(reader_word(r, row, next)->role))))
            return true;
    }
    return false;
}

/* Does the header's own word say what the column holds, or hold for two? */
static bool is_vague(const reader *r, const merge_range *head)
{
    const header_word *w = reader_word(r, head->row, head->col);

    return head->last_col <= head->col + 1 &&
           !(w->exact && (w->role == ROLE_KPI || role_is_level(w->role)));
}

/* Between them stands nothing but schedules. */
static bool is_all(const reader *r, arena *a, const grid *g,
                   const merge_range *head, uint32_t col)
{
    for (size_t i = 0; i < g->count; i++) {
        const cell *c = &g->cells[i];
        text key;

        if (c->col != col || c->row <= head->last_row ||
            c->value.length == 0 || name_of(c).length > 0)
            continue;
        if (view_next(&r->view, c->row,
                      view_range(&r->view, c->row, col).last_col + 1) ==
                UINT32_MAX &&
            view_next(&r->view, c->row, 0) == col)
            continue; /* a note */
        if (c->type != CELL_STRING || c->value.length > CELL_BYTES ||
            !fold_key(a, &key, view_cell_text(&r->view, c)) ||
            !table_is_schedule_line(key))
            return false;
    }
    return true;
}

static bool make(grid *out, arena *a, const grid *g, const merge_range *head,
                 uint32_t col, bool vague)
{
    bool two = vague && head->last_col > head->col;

    *out = *g;
    out->cells = arena_array(a, g->count + 1, sizeof(*out->cells));
    out->merges = arena_array(a, g->merge_count + 1, sizeof(*out->merges));
    if (out->cells == NULL || out->merges == NULL)
        return false;
    out->count = 0;
    for (size_t i = 0; i < g->count; i++) {
        cell *to = &out->cells[out->count++];
        bool names = g->cells[i].row == head->row &&
                     g->cells[i].col == head->col;

        *to = g->cells[i];
        if (to->col == col && name_of(to).length > 0)
            to->value = name_of(to);
        if (!names || !vague)
            continue;
        to->value = text_of("指標");
        if (two) {
            to[1] = to[0];
            to[1].col++;
            to[1].value = text_of("区分");
            out->count++;
            /* a cell below a merge shows nothing, but may be stored */
            while (i + 1 < g->count && g->cells[i + 1].row == head->row &&
                   g->cells[i + 1].col <= head->last_col)
                i++;
        }
    }
    for (size_t i = 0; i < out->merge_count; i++) {
        out->merges[i] = g->merges[i];
        if (two && out->merges[i].row == head->row &&
            out->merges[i].col == head->col)
            out->merges[i].last_col = head->col;
    }
    return grid_index(out, a);
}

bool kpi_cells_take(const grid **out, reader *r, arena *a, const grid *g)
{
    const cell *first = find_cells(g);
    merge_range head;
    grid *made;

    *out = g;
    if (first == NULL || !find_head(r, first, &head) ||
        (is_vague(r, &head) && !is_all(r, a, g, &head, first->col)))
        return true;
    made = arena_alloc(a, sizeof(*made));
    if (made == NULL ||
        !make(made, a, g, &head, first->col, is_vague(r, &head)))
        return false;
    *out = made;
    return true;
}
