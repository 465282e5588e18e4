/*
 * key_find.c - the tables of a sheet that have keys in front of their rows
 */
#include "ingest/key_find.h"

#include "ingest/reader/reader.h"

enum { KEY_BYTES = 24, NAME_BYTES = 240, HEAD_BYTES = 36,
       REFERENCE_BYTES = 30, HEAD_ROWS = 3 };

/* 番号, 事業番号, 管理番号 */
static bool is_number_word(const header_word *w)
{
    return w->exact && (w->role == ROLE_NO || w->role == ROLE_CODE);
}

/* 事業番号, 取組No.: a project's, and not the table's own. */
bool key_names_project(text t)
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
           (key_names_project(t) || text_find(t, "番号", 0) != SIZE_MAX);
}

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
            (view_range(v, row, b->col).last_col !=
                 view_range(v, b->head, b->col).last_col &&
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

/* 種別 | 番号 | 指標名: the number behind what sort the indicator is of. */
static bool find_number(const reader *r, const header_word *w, key_block *b)
{
    const sheet_view *v = &r->view;
    uint32_t c = view_next(v, b->head, b->last_col + 1);

    if (w == NULL || !w->exact || w->role != ROLE_KIND || c == UINT32_MAX ||
        !is_number_word(reader_word(r, b->head, c)))
        return false;
    b->col = c;
    return true;
}

/* Words of a header from a column on, and no figure. */
static bool says_words(const reader *r, uint32_t row, uint32_t col)
{
    const sheet_view *v = &r->view;
    const header_word *w;

    for (; col != UINT32_MAX; col = view_next(v, row, col + 1)) {
        if (view_cell(v, row, col)->type != CELL_STRING)
            return false;
        w = reader_word(r, row, col);
        if (!w->exact && !w->has_year && !w->year_only)
            return false;
    }
    return true;
}

/* 目標 | 実績 below the years, in front of which the header's word, or nothing,
 * stands but in the first row; the keys follow. */
static void find_head_end(const reader *r, key_block *b)
{
    const sheet_view *v = &r->view;
    uint32_t row = b->head_last + 1;

    while (row < v->grid->rows && row - b->head < HEAD_ROWS &&
           !view_filled(v, row, b->from) &&
           view_next(v, row, 0) > b->from &&
           view_next(v, row, 0) != UINT32_MAX &&
           says_words(r, row, view_next(v, row, 0)))
        row++;
    if (row < v->grid->rows && view_filled(v, row, b->from))
        b->head_last = row - 1;
}

/* Years with nothing in front of them: the first of the keys is below that. */
static bool find_corner(const reader *r, uint32_t row, uint32_t c,
                        key_block *b)
{
    const sheet_view *v = &r->view;
    const header_word *w;
    uint32_t from = c;

    for (uint32_t n = 1; n <= HEAD_ROWS && from == c; n++)
        if (row + n < v->grid->rows && view_next(v, row + n, 0) < c)
            from = view_next(v, row + n, 0);
    if (from == c)
        return false;
    w = reader_word(r, row, c);
    if (!w->year_only && !(w->has_year && role_is_figure(w->role)))
        return false;
    *b = (key_block){ .head = row, .head_last = row, .from = from,
                      .last_col = from, .col = from, .corner = true };
    find_head_end(r, b);
    look_at_head(r, b);
    return b->words > 1 && look_at_rows(r, b);
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
    if (m.last_row - row >= HEAD_ROWS)
        return false;
    *b = (key_block){ .head = row, .head_last = m.last_row, .from = c,
                      .last_col = m.last_col, .col = c };
    w = table_may_be_word(v, r->roles, row, c, r->context_year)
            ? reader_word(r, row, c) : NULL;
    b->named = w != NULL && w->exact &&
               (w->role == ROLE_PROJECT || w->role == ROLE_KPI ||
                w->role == ROLE_NAME);
    if (!b->named && (w == NULL || !is_number_word(w)) &&
        !is_reference(view_cell_text(v, at)) && !find_number(r, w, b))
        return find_corner(r, row, c, b);
    find_head_end(r, b);
    look_at_head(r, b);
    if ((b->indicators || (b->named && w->role != ROLE_PROJECT)) &&
        find_reference(r, row, b)) {
        b->named = false;
        b->indicators = true;
    }
    return b->words > 1 && look_at_rows(r, b);
}

/* 事業名 | 朝市の開催 | 担当課 | 商工課: labels of a form, and years above what names
 * itself. */
static bool says_nothing(const key_block *b)
{
    return (b->named && !b->figures && !b->indicators && !b->refers) ||
           (b->corner && b->indicators);
}

size_t key_blocks_find(const reader *r, key_block *blocks)
{
    size_t count = 0;

    for (uint32_t row = 0; row < r->view.grid->rows; row++) {
        if (count == KEY_BLOCKS)
            return 0;
        if (!find_block(r, row, &blocks[count]) ||
            says_nothing(&blocks[count]))
            continue;
        if (count > 0 && blocks[count].from != blocks[0].from)
            return 0;
        row = blocks[count].end - 1;
        count++;
    }
    return count > 1 ? count : 0;
}
