/*
 * changed_columns.c - the same figures before and after a change
 */
#include "ingest/changed_columns.h"

#include <string.h>

#include "ingest/table/grid_turn.h"
#include "wording/fold.h"

enum { HEAD_ROWS = 30, WORD_BYTES = 60, COLUMNS_MIN = 2 };

static const char *const change_words[][2] = {
    { "変更前", "変更後" }, { "改定前", "改定後" }, { "改訂前", "改訂後" },
    { "見直し前", "見直し後" }, { "見直前", "見直後" }, { "修正前", "修正後" },
    { "改正前", "改正後" }, { "当初", "変更後" }, { "現行", "変更後" },
    { "現行", "改定案" }, { "旧", "新" }
};
enum { CHANGES = sizeof(change_words) / sizeof(*change_words) };

/* Two headers of as many columns beside each other, and the row behind what
 * stands below them. */
typedef struct change {
    merge_range before, after;
    uint32_t end;
} change;

/* 変　更　前, 改定前: is it one of such words? */
static bool is_word(arena *a, const cell *c, bool after)
{
    /* the last bytes of 前 初 行 旧 and 後 案 新: most cells have others */
    static const char *const ends[] = { "\x8D\x9D\x8C\xA7", "\x8C\x88\xB0" };
    text key = c->value;

    if (c->type != CELL_STRING || key.length == 0 ||
        key.length > WORD_BYTES ||
        strchr(ends[after], key.bytes[key.length - 1]) == NULL ||
        !fold_key(a, &key, key))
        return false;
    for (size_t i = 0; i < CHANGES; i++)
        if (text_is(key, change_words[i][after]))
            return true;
    return false;
}

/* The same header cells below both. */
static bool same_below(const reader *r, const change *x)
{
    const sheet_view *v = &r->view;
    uint32_t row = x->before.last_row + 1;

    for (uint32_t c = x->before.col; c <= x->before.last_col; c++) {
        uint32_t other = c - x->before.col + x->after.col;

        if (!view_filled(v, row, c) ||
            view_cell(v, row, c)->type != CELL_STRING ||
            !text_equal(view_text(v, row, c), view_text(v, row, other)))
            return false;
    }
    return true;
}

static bool find_change(reader *r, arena *a, const grid *g, change *x)
{
    const sheet_view *v = &r->view;
    const cell *before = NULL;

    for (size_t i = 0; i < g->count && g->cells[i].row < HEAD_ROWS; i++) {
        const cell *c = &g->cells[i];

        if (is_word(a, c, false))
            before = c;
        if (before == NULL || before->row != c->row || !is_word(a, c, true))
            continue;
        x->before = view_range(v, before->row, before->col);
        x->after = view_range(v, c->row, c->col);
        if (x->before.last_col - x->before.col + 1 < COLUMNS_MIN ||
            x->before.last_col + 1 != x->after.col ||
            x->after.last_col - x->after.col !=
                x->before.last_col - x->before.col ||
            x->after.last_row != x->before.last_row || !same_below(r, x))
            continue;
        x->end = x->after.last_row + 1;
        while (x->end < g->rows && view_next(v, x->end, 0) != UINT32_MAX)
            x->end++;
        return true;
    }
    return false;
}

/* 同左, 変更なし: as before the change. */
static bool is_same(const cell *c)
{
    static const char *const words[] = { "同左", "同　左", "左に同じ", "左記に同じ",
                                         "同じ", "変更なし", "変更無し", "変更無",
                                         "（同左）", "(同左)", "〃", "←" };

    return c->type == CELL_STRING &&
           text_in(text_trim(c->value), words,
                   sizeof(words) / sizeof(*words));
}

/* In the columns of one of both, from its header down to the end. */
static bool is_within(const change *x, const merge_range *m, uint32_t row,
                      uint32_t col)
{
    return row >= m->row && row < x->end && col >= m->col &&
           col <= m->last_col;
}

static bool make(grid *out, const reader *r, arena *a, const grid *g,
                 const change *x)
{
    uint32_t wide = x->after.col - x->before.col;

    *out = *g;
    out->cells = arena_array(a, g->count + 1, sizeof(*out->cells));
    out->merges = arena_array(a, g->merge_count + 1, sizeof(*out->merges));
    if (out->cells == NULL || out->merges == NULL)
        return false;
    out->count = out->merge_count = 0;
    for (size_t i = 0; i < g->count; i++) {
        const cell *c = &g->cells[i], *old;
        cell *to = &out->cells[out->count];

        if (is_within(x, &x->before, c->row, c->col) ||
            (is_within(x, &x->after, c->row, c->col) &&
             c->row <= x->after.last_row))
            continue;
        *to = *c;
        out->count++;
        if (!is_within(x, &x->after, c->row, c->col) || !is_same(c))
            continue;
        old = view_cell(&r->view, c->row, c->col - wide);
        if (old == NULL)
            continue; /* said, as words that are no figure */
        *to = *old;
        to->row = c->row;
        to->col = c->col;
    }
    for (size_t i = 0; i < g->merge_count; i++) {
        const merge_range *m = &g->merges[i];

        if (!is_within(x, &x->before, m->row, m->col) &&
            !(is_within(x, &x->after, m->row, m->col) &&
              m->row <= x->after.last_row))
            out->merges[out->merge_count++] = *m;
    }
    return grid_index(out, a);
}

bool changed_columns_take(const grid **out, reader *r, arena *a,
                          const grid *g)
{
    change x;
    grid *made;

    *out = g;
    if (!find_change(r, a, g, &x))
        return true;
    made = arena_alloc(a, sizeof(*made));
    if (made == NULL || !make(made, r, a, g, &x))
        return false;
    reader_ignore(r, x.before.row, x.before.row, "form-words",
                  view_text(&r->view, x.before.row, x.before.col));
    *out = made;
    return true;
}
