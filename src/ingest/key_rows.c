/*
 * key_rows.c - tables of one sheet whose rows belong together by their numbers
 */
#include "ingest/key_rows.h"

#include <string.h>

#include "ingest/key_grid.h"
#include "ingest/reader/project_list.h"
#include "ingest/reader/title_heading.h"
#include "ingest/table/grid_turn.h"

enum { KEY_BYTES = 24, NAME_BYTES = 240,
       HEAD_BYTES = 36, REFERENCE_BYTES = 30, POSITIONS = 40000, HEAD_ROWS = 3,
       LISTED_MOST = 200 };

/* 番号, 事業番号, 管理番号 */
static bool is_number_word(const header_word *w)
{
    return w->exact && (w->role == ROLE_NO || w->role == ROLE_CODE);
}

/* 事業番号, 取組No.: a project's, and not the table's own. */
static bool names_project(text t)
{
    return text_find(t, "事業", 0) != SIZE_MAX ||
           text_find(t, "取組", 0) != SIZE_MAX;
}

/* 対応事業, 関連事業番号: of which of the projects above. */
static bool is_reference(text t)
{
    static const char *const words[] = { "対応", "関連", "該当", "関係" };

    return t.length <= REFERENCE_BYTES &&
           text_contains_one(t, words, sizeof(words) / sizeof(*words)) &&
           (names_project(t) || text_find(t, "番号", 0) != SIZE_MAX);
}

/* ---- Finding ---------------------------------------------------------- */

/* What the header of a block names. */
static void look_at_head(const reader *r, key_block *b)
{
    const sheet_view *v = &r->view;

    for (uint32_t row = b->head; row <= b->head_last; row++)
        for (uint32_t c = view_next(v, row, b->from); c != UINT32_MAX;
             c = view_next(v, row, c + 1)) {
            const header_word *w = reader_word(r, row, c);
            merge_range m = view_range(v, row, c);

            b->last_col = m.last_col > b->last_col ? m.last_col : b->last_col;
            if (c == b->col)
                continue;
            b->words += w->exact || w->has_year || w->year_only;
            b->projects = b->projects || (w->exact && w->role == ROLE_PROJECT);
            b->indicators = b->indicators || (w->exact && w->role == ROLE_KPI);
            b->levels = b->levels || (w->exact && role_is_level(w->role));
            b->figures = b->figures || role_is_figure(w->role) ||
                         w->year_only;
            b->aims = b->aims || w->year_only ||
                      (role_is_figure(w->role) && w->role != ROLE_BASELINE);
        }
}

/* The rows below that have a short key. */
static bool look_at_rows(const reader *r, key_block *b)
{
    const sheet_view *v = &r->view;
    uint32_t row = b->head_last + 1;

    for (; row < v->grid->rows && view_filled(v, row, b->col); row++) {
        text key = view_text(v, row, b->col);

        if (key.length > (b->named ? NAME_BYTES : KEY_BYTES) ||
            view_next(v, row, view_next(v, row, b->from) + 1) == UINT32_MAX ||
            (view_range(v, row, b->col).last_col > b->col &&
             !table_is_subtotal(r->memory, key)))
            break;
        b->hangs = b->hangs || view_hangs(v, row, b->col);
        for (uint32_t c = view_next(v, row, b->from); c != UINT32_MAX;
             c = view_next(v, row, c + 1))
            if (view_range(v, row, c).last_col > b->last_col)
                return false; /* something beside the table */
    }
    b->end = row;
    /* a line without a key is no end of the table */
    return row > b->head_last + 1 &&
           (view_next(v, row, 0) == UINT32_MAX ||
            view_next(v, row, view_next(v, row, 0) + 1) == UINT32_MAX);
}

/* The column of 対応事業, in front or behind. */
static bool find_reference(const reader *r, uint32_t row, key_block *b)
{
    const sheet_view *v = &r->view;
    const cell *at;

    for (uint32_t c = view_next(v, row, b->from); c != UINT32_MAX;
         c = view_next(v, row, c + 1)) {
        at = view_cell(v, row, c);
        if (at->type == CELL_STRING && is_reference(view_cell_text(v, at))) {
            b->col = c;
            b->refers = true;
            return true;
        }
    }
    return false;
}

/* Does the header of such a table begin in a row? */
static bool find_block(const reader *r, uint32_t row, key_block *b)
{
    const sheet_view *v = &r->view;
    uint32_t c = view_next(v, row, 0);
    const cell *at = c == UINT32_MAX ? NULL : view_cell(v, row, c);
    const header_word *w;
    merge_range m;

    if (at == NULL || at->type != CELL_STRING ||
        at->value.length > HEAD_BYTES ||
        view_next(v, row, c + 1) == UINT32_MAX)
        return false;
    m = view_range(v, row, c);
    if (m.last_col > c || m.last_row - row >= HEAD_ROWS)
        return false;
    *b = (key_block){ .head = row, .head_last = m.last_row, .from = c,
                      .last_col = c, .col = c };
    w = table_may_be_word(v, r->roles, row, c, r->context_year)
            ? reader_word(r, row, c) : NULL;
    b->named = w != NULL && w->exact &&
               (w->role == ROLE_PROJECT || w->role == ROLE_KPI ||
                w->role == ROLE_NAME);
    if (!b->named && (w == NULL || !is_number_word(w)) &&
        !is_reference(view_cell_text(v, at)))
        return false;
    look_at_head(r, b);
    if ((b->indicators || (b->named && w->role != ROLE_PROJECT)) &&
        find_reference(r, row, b)) {
        b->named = false;
        b->indicators = true;
    }
    return b->words > 1 && look_at_rows(r, b);
}

/* The blocks of a sheet, from the top down; 0 unless there are two or more
 * that belong together. */
static size_t find_blocks(const reader *r, key_block *blocks)
{
    size_t count = 0;

    for (uint32_t row = 0; row < r->view.grid->rows; row++) {
        if (count == KEY_BLOCKS)
            return 0;
        if (!find_block(r, row, &blocks[count]))
            continue;
        if (count > 0 && blocks[count].from != blocks[0].from)
            return 0;
        row = blocks[count].end - 1;
        count++;
    }
    return count > 1 ? count : 0;
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

/* The column of the first table that has a word in its header. */
static uint32_t column_named(const reader *r, const key_block *a, text word)
{
    const sheet_view *v = &r->view;

    for (uint32_t c = a->from; c <= a->last_col; c++)
        if (view_range(v, a->head, c).col == c &&
            view_range(v, a->head, c).last_col == c &&
            text_equal(view_text(v, a->head, c), word))
            return c;
    return UINT32_MAX;
}

/* The same header word, and the same keys in the same order; `last` is the
 * block in front of b. Where the first table has its years' figures already,
 * only a line says that more of them follow: costs may be listed so, too. */
static bool goes_on(const reader *r, const key_block *a,
                    const key_block *last, const key_block *b)
{
    static const char *const further[] = { "続き", "つづき", "（続）", "(続)" };
    static const char *const costs[] = { "費", "予算", "決算", "金額", "円" };
    const sheet_view *v = &r->view;
    uint32_t rows = a->end - a->head_last, col;

    if (rows < 3 || b->end - b->head_last != rows || b->levels ||
        b->indicators || !b->figures || b->refers || a->hangs || b->hangs ||
        says_between(r, last, b, costs, sizeof(costs) / sizeof(*costs)) ||
        (a->aims && !says_between(r, last, b, further,
                                  sizeof(further) / sizeof(*further))))
        return false;
    col = column_named(r, a, view_text(v, b->head, b->col));
    for (uint32_t n = 1; n < rows && col != UINT32_MAX; n++)
        if (!text_equal(view_text(v, a->head_last + n, col),
                        view_text(v, b->head_last + n, b->col)))
            return false;
    return col != UINT32_MAX;
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

    if (b->refers || names_project(view_text(v, b->head, b->col)))
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

/* Each row of the first table once. */
static bool make_lines(arena *a, key_lines *l, const key_block *b)
{
    for (uint32_t row = b->head_last + 1; row < b->end; row++)
        if (!push_line(l, a, row, row - b->head_last - 1))
            return false;
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
    reader_state before = reader_state_of(r);
    sheet_view sheet = r->view;
    size_t known = *tables;
    bool whole;

    if (!sheet_walk_made(r, scratch, &made->grid, made->origins,
                         (size_t)made->grid.rows * made->grid.cols, tables,
                         near, &whole))
        return false;
    *read = whole && *tables == known + 1 &&
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
    /* numbers below may be more lines of these tables */
    for (size_t i = g->row_start[blocks[count - 1].end]; i < g->count; i++)
        if (g->cells[i].type == CELL_NUMBER)
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
        (count = find_blocks(r, blocks)) == 0)
        return true;
    heads[0] = drop = blocks[0].head;
    heads[1] = blocks[1].head;
    between = blocks[0].end;
    end = blocks[count - 1].end;
    if (!belong(r, blocks, count, &listed))
        return true;
    if (!(listed ? make_listed(r, scratch, &lines, &blocks[0], &blocks[1])
                 : make_lines(scratch, &lines, &blocks[0])))
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
