/*
 * key_rows.c - tables of one sheet whose rows belong together by their numbers
 */
#include "ingest/key_rows.h"

#include <string.h>

#include "ingest/key_find.h"
#include "ingest/reader/project_list.h"
#include "ingest/reader/title_heading.h"
#include "ingest/table/grid_turn.h"
#include "wording/glyph.h"

enum { NUMBER_BYTES = 12, POSITIONS = 40000, LISTED_MOST = 200 };

/* The number of ①, 1, No.1 or 指標1; 0 for other words. */
static unsigned key_number(text t)
{
    static const char *const words[] = { "指標", "ＫＰＩ", "KPI", "№", "No.",
                                         "No" };
    unsigned index = 0;
    size_t next, n = 0;

    for (size_t i = 0; i < sizeof(words) / sizeof(*words) && n == 0; i++)
        n = text_prefix(t, words[i]);
    t = text_trim(text_from(t, n));
    if (t.length == 0 || t.length > NUMBER_BYTES)
        return 0;
    if (glyph_circled(t) != 0 && t.length == GLYPH_CIRCLED_BYTES)
        return glyph_circled(t);
    for (size_t at = 0; at < t.length; at = next) {
        if (glyph_at(t, at, &next) != GLYPH_DIGIT || index > LISTED_MOST)
            return 0;
        index = index * 10 + (unsigned)glyph_digit(t, at, &next);
    }
    return index;
}

/* Nothing but lines of one cell stands between two blocks. */
static bool are_next(const reader *r, const key_block *a, const key_block *b)
{
    const sheet_view *v = &r->view;

    for (uint32_t row = a->end; row < b->head; row++) {
        uint32_t c = view_next(v, row, 0);

        if (c != UINT32_MAX && (view_next(v, row, c + 1) != UINT32_MAX ||
                                view_cell(v, row, c)->type != CELL_STRING))
            return false;
    }
    return true;
}

/* A blank row or ◆評価 is right below a block. */
static bool ends_part(const reader *r, const key_block *b)
{
    const sheet_view *v = &r->view;
    uint32_t c = b->end < v->grid->rows ? view_next(v, b->end, 0)
                                        : UINT32_MAX;

    return c == UINT32_MAX || view_next(v, b->end, c + 1) == UINT32_MAX;
}

/* One of some words on a line between two blocks. */
static bool says_between(const reader *r, const key_block *a,
                         const key_block *b, const char *const *words,
                         size_t count)
{
    const sheet_view *v = &r->view;

    for (uint32_t row = a->end; row < b->head; row++) {
        uint32_t c = view_next(v, row, 0);

        if (c != UINT32_MAX &&
            text_contains_one(view_text(v, row, c), words, count))
            return true;
    }
    return false;
}

/* The column of the first table that has the word above the keys of another in
 * its header; else that of its own numbers, which 指標 or nothing may head. */
static uint32_t column_of_keys(const reader *r, const key_block *a,
                               const key_block *b)
{
    const sheet_view *v = &r->view;
    text word = view_text(v, b->head, b->col);

    for (uint32_t c = a->from; c <= a->last_col && !b->corner; c++)
        if (view_range(v, a->head, c).col == c &&
            text_equal(view_text(v, a->head, c), word))
            return c;
    return a->named || !a->indicators ? UINT32_MAX : a->col;
}

/* ① and 1, 指標1 and KPI1, or the same words. */
static bool same_key(text a, text b)
{
    unsigned index = key_number(a);

    return text_equal(a, b) || (index != 0 && index == key_number(b));
}

/* The row of the first table, from one on, that has a key in a column;
 * UINT32_MAX for none. */
static uint32_t row_of_key(const reader *r, const key_block *a, uint32_t row,
                           uint32_t col, text key)
{
    while (row < a->end && !same_key(view_text(&r->view, row, col), key))
        row++;
    return row < a->end ? row : UINT32_MAX;
}

/* The keys of another table are those of the first one in their order: all of
 * them, or some where nothing else goes on. */
static bool same_keys(const reader *r, const key_block *a,
                      const key_block *b, bool all)
{
    uint32_t col = column_of_keys(r, a, b), at = a->head_last;

    if (col == UINT32_MAX ||
        (all && b->end - b->head_last != a->end - a->head_last))
        return false;
    for (uint32_t row = b->head_last + 1; row < b->end; row++) {
        text key = view_text(&r->view, row, b->col);
        uint32_t next;

        if (!all && row > b->head_last + 1 &&
            text_equal(key, view_text(&r->view, row - 1, b->col)))
            continue; /* 目標, and 実績 below it */
        next = row_of_key(r, a, at + 1, col, key);
        if (next == UINT32_MAX || (all && next != at + 1))
            return false;
        at = next;
    }
    return true;
}

/* `last` is the block in front of b. Where the first table has its years'
 * figures already, only a line says that more of them follow: costs may be
 * listed so, too. */
static bool goes_on(const reader *r, const key_block *a,
                    const key_block *last, const key_block *b)
{
    static const char *const further[] = { "続き", "つづき", "（続）", "(続)" };
    static const char *const costs[] = { "費", "予算", "決算", "金額", "円" };
    bool names = a->indicators && !a->figures && !a->projects;
    bool some = a->indicators && !a->aims && last == a;

    if (a->end - a->head_last < (names ? 2 : 3) || b->levels ||
        b->indicators || !b->figures || b->refers || a->hangs ||
        (b->hangs && !some) ||
        says_between(r, last, b, costs, sizeof(costs) / sizeof(*costs)) ||
        (a->aims && !says_between(r, last, b, further,
                                  sizeof(further) / sizeof(*further))))
        return false;
    return same_keys(r, a, b, !some);
}

/* The row of a list that has a key; UINT32_MAX for none. */
static uint32_t listed_row(const reader *r, const key_block *list, text key)
{
    for (uint32_t row = list->head_last + 1; row < list->end; row++)
        if (text_equal(view_text(&r->view, row, list->col), key))
            return row;
    return UINT32_MAX;
}

/* A measure, a goal: the sheet is about it, and so are all of its tables. */
static bool has_levels_above(reader *r, uint32_t row)
{
    while (row-- > 0)
        if (title_heading_pairs(r, row))
            return true;
    return false;
}

/* The bytes of the next key in a cell: ① of ①②, 1 of 1、3. */
static size_t key_end(const reader *r, const key_block *list, text keys)
{
    size_t at = 0;

    if (listed_row(r, list, keys) != UINT32_MAX)
        return keys.length;
    while (at < keys.length && project_list_mark(keys, at) == 0) {
        bool circled = at == 0 && (unsigned char)keys.bytes[0] == 0xE2;

        utf8_next(keys, &at);
        if (circled && listed_row(r, list, text_cut(keys, 0, at)) !=
                           UINT32_MAX)
            break;
    }
    return at;
}

/* The next of the list's rows that a cell names, off whose front it is taken;
 * UINT32_MAX where its words are no key. */
static uint32_t take_key(const reader *r, const key_block *list, text *keys)
{
    size_t end = key_end(r, list, *keys), mark;
    text key = text_trim(text_cut(*keys, 0, end));

    *keys = text_from(*keys, end);
    while (keys->length > 0 && (mark = project_list_mark(*keys, 0)) > 0)
        *keys = text_from(*keys, mark);
    return listed_row(r, list, key);
}

/* № 1, 2, 3 in front of indicators as in front of projects: each table counts
 * its own lines. */
static bool counts_alike(const reader *r, const key_block *list,
                         const key_block *b)
{
    const sheet_view *v = &r->view;

    if (b->refers || key_names_project(view_text(v, b->head, b->col)))
        return false;
    for (uint32_t n = 1; b->head_last + n < b->end; n++)
        if (list->head_last + n >= list->end ||
            !text_equal(view_text(v, list->head_last + n, list->col),
                        view_text(v, b->head_last + n, b->col)))
            return false;
    return true;
}

/* Each line of the other table names projects of the list, where each has a
 * number of its own. */
static bool refers(reader *r, const key_block *list, const key_block *b)
{
    const sheet_view *v = &r->view;

    if (!list->projects || list->indicators || list->refers || list->hangs ||
        list->named || list->col != list->from || !b->indicators ||
        b->levels || !b->figures || b->named ||
        list->end - list->head_last > LISTED_MOST ||
        b->end - b->head_last > 2 * LISTED_MOST ||
        !(b->refers || has_levels_above(r, list->head)) ||
        counts_alike(r, list, b))
        return false;
    for (uint32_t row = list->head_last + 1; row < list->end; row++)
        if (listed_row(r, list, view_text(v, row, list->col)) != row)
            return false;
    for (uint32_t row = b->head_last + 1; row < b->end; row++) {
        text keys = view_text(v, row, b->col);

        while (keys.length > 0) {
            uint32_t of = take_key(r, list, &keys);

            if (of == UINT32_MAX ||
                table_is_subtotal(r->memory, view_text(v, of, list->col)))
                return false;
        }
    }
    return true;
}

/* ---- Lines ------------------------------------------------------------ */

/* １　構成事業 above the list and ２　指標 above the indicators: parts of the
 * sheet, and no level of its projects. */
static uint32_t section_above(const reader *r, uint32_t head)
{
    const sheet_view *v = &r->view;
    uint32_t row = head, c;
    text no, title;

    while (row > 0 && (c = view_next(v, --row, 0)) == UINT32_MAX)
        ;
    if (row == head || c == UINT32_MAX ||
        view_next(v, row, c + 1) != UINT32_MAX ||
        !heading_is_numbered(heading_read(view_text(v, row, c), &no, &title)))
        return UINT32_MAX;
    return row;
}

static bool push_line(key_lines *l, arena *a, uint32_t row, uint32_t beside)
{
    key_line *slot = arena_push(a, (void **)&l->items, &l->count,
                                &l->capacity, sizeof(*slot));

    if (slot != NULL)
        *slot = (key_line){ row, beside };
    return slot != NULL;
}

/* Each row of the first table, beside those of the next with its key. */
static bool make_lines(const reader *r, arena *a, key_lines *l,
                       const key_block *first, const key_block *next)
{
    uint32_t col = column_of_keys(r, first, next);
    uint32_t at = next->head_last + 1;

    for (uint32_t row = first->head_last + 1; row < first->end; row++) {
        bool any = false;

        for (; at < next->end && same_key(view_text(&r->view, row, col),
                                          view_text(&r->view, at, next->col));
             at++, any = true)
            if (!push_line(l, a, row, at - next->head_last - 1))
                return false;
        if (!any && !push_line(l, a, row, UINT32_MAX))
            return false;
    }
    return true;
}

/* Each of the list's rows as often as indicators name it. */
static bool make_listed(reader *r, arena *a, key_lines *l,
                        const key_block *list, const key_block *b)
{
    const sheet_view *v = &r->view;
    key_lines named = { NULL, 0, 0 }; /* in the order of the indicators */

    for (uint32_t at = b->head_last + 1; at < b->end; at++) {
        text keys = view_text(v, at, b->col);

        while (keys.length > 0)
            if (!push_line(&named, a, take_key(r, list, &keys),
                           at - b->head_last - 1))
                return false;
    }
    for (uint32_t row = list->head_last + 1; row < list->end; row++) {
        size_t before = l->count;
        text key = view_text(v, row, list->col);

        if (table_is_subtotal(r->memory, key)) {
            reader_ignore(r, row, row, "subtotal", key);
            continue;
        }
        for (size_t i = 0; i < named.count; i++)
            if (named.items[i].row == row &&
                (l->count == before || l->items[l->count - 1].beside !=
                                           named.items[i].beside) &&
                !push_line(l, a, row, named.items[i].beside))
                return false;
        if (l->count == before && !push_line(l, a, row, UINT32_MAX))
            return false;
    }
    return true;
}

static void note_between(reader *r, uint32_t from, uint32_t to)
{
    const sheet_view *v = &r->view;

    for (uint32_t row = from; row < to; row++) {
        uint32_t c = view_next(v, row, 0);

        if (c != UINT32_MAX)
            reader_ignore(r, row, row, "title", view_text(v, row, c));
    }
}

/* ---- Reading ---------------------------------------------------------- */

/* The report's columns where the sheet has them. */
static void put_back(reader *r, ingest_table *t, const key_block *first,
                     const key_block *last)
{
    reader_columns_back(r, t);
    t->card = true;
    t->row = t->header_row = first->head < last->head ? first->head
                                                      : last->head;
    t->header_last_row = first->head < last->head ? first->head_last
                                                  : last->head_last;
    t->last_row = (first->end > last->end ? first->end : last->end) - 1;
    t->col = first->from;
    t->last_col = first->last_col;
}

static bool walk_joined(reader *r, arena *scratch, const key_grid *made,
                        const key_block *blocks, size_t count, size_t *tables,
                        near_miss *near, bool *read)
{
    bool in_form = !blocks[0].projects && !blocks[0].levels;
    reader_state before = reader_state_of(r);
    sheet_view sheet = r->view;
    size_t known = *tables;
    bool whole;

    if (!sheet_walk_made(r, scratch, &made->grid, made->origins,
                         (size_t)made->grid.rows * made->grid.cols, tables,
                         near, &whole))
        return false;
    *read = whole && *tables > known && (*tables == known + 1 || in_form) &&
            r->data->project_count > before.projects;
    if (*read && r->table_count > before.tables)
        put_back(r, &r->tables[before.tables], &blocks[0],
                 &blocks[count - 1]);
    r->view = sheet;
    if (!*read) {
        *tables = known;
        reader_go_back(r, &before);
    }
    return true;
}

/* What belongs together among the blocks: *listed where the first is a list
 * of projects that the second one's indicators name. */
static bool belong(reader *r, key_block *blocks, size_t count, bool *listed)
{
    const grid *g = r->view.grid;

    *listed = false;
    /* numbers below may be more lines of these tables, but in a form, where
     * they are of another part of it */
    for (size_t i = g->row_start[blocks[count - 1].end]; i < g->count; i++)
        if (g->cells[i].type == CELL_NUMBER &&
            (blocks[0].projects || blocks[0].levels ||
             !ends_part(r, &blocks[count - 1])))
            return false;
    for (size_t i = 1; i < count; i++)
        if (!are_next(r, &blocks[i - 1], &blocks[i]))
            return false;
    if (count == 2 && refers(r, &blocks[1], &blocks[0])) {
        key_block below = blocks[1]; /* the list comes first */

        blocks[1] = blocks[0];
        blocks[0] = below;
        *listed = true;
        return true;
    }
    *listed = count == 2 && refers(r, &blocks[0], &blocks[1]);
    for (size_t i = 1; i < count && !*listed; i++)
        if (!goes_on(r, &blocks[0], &blocks[i - 1], &blocks[i]))
            return false;
    return *listed || blocks[0].projects || blocks[0].indicators;
}

bool key_rows_read(reader *r, arena *scratch, size_t *tables, near_miss *near,
                   bool *read)
{
    const grid *g = r->view.grid;
    key_block blocks[KEY_BLOCKS];
    key_lines lines = { NULL, 0, 0 };
    key_grid made;
    size_t count, noted = r->ignored_count;
    uint32_t heads[2], drop, end, between;
    bool listed;

    *read = false;
    if (r->view.turned || !grid_turn_fits(g) ||
        (size_t)g->rows * g->cols > POSITIONS || r->view.origin_count > 0 ||
        (count = key_blocks_find(r, blocks)) == 0)
        return true;
    heads[0] = drop = blocks[0].head;
    heads[1] = blocks[1].head;
    between = blocks[0].end;
    end = blocks[count - 1].end;
    if (!belong(r, blocks, count, &listed))
        return true;
    if (!(listed ? make_listed(r, scratch, &lines, &blocks[0], &blocks[1])
                 : make_lines(r, scratch, &lines, &blocks[0], &blocks[1])))
        return false;
    if (lines.count * (g->cols + count) * count > POSITIONS) {
        r->ignored_count = noted;
        return true;
    }
    if (listed && section_above(r, heads[1]) != UINT32_MAX &&
        section_above(r, drop) != UINT32_MAX)
        drop = section_above(r, drop);
    if (!key_grid_make(&made, scratch, &r->view, blocks, count, &lines, drop,
                       end) ||
        !walk_joined(r, scratch, &made, blocks, count, tables, near, read))
        return false;
    if (!*read) {
        r->ignored_count = noted;
        return true;
    }
    note_between(r, drop, heads[0]);
    note_between(r, between, heads[1]);
    for (size_t i = 2; i < count; i++)
        note_between(r, blocks[i - 1].end, blocks[i].head);
    return true;
}
