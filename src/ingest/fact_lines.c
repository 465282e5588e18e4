/*
 * fact_lines.c - each fact of an indicator on a line of its own
 */
#include "ingest/fact_lines.h"

#include "ingest/sheet_remake.h"
#include "ingest/table/grid_turn.h"

enum { HEAD_ROWS = 30, HEAD_LINES = 3, LABELS_MOST = 24, LABELS_MIN = 3,
       COLUMNS_MOST = 64, LABEL_BYTES = 90 };

/* What a column of the sheet is. */
typedef enum side { SIDE_LEFT, SIDE_LABEL, SIDE_VALUE, SIDE_SHARED,
                    SIDE_REMARK, SIDE_DROPPED } side;

typedef struct block {
    uint32_t first, last; /* its rows */
} block;

typedef struct fact_lines {
    reader *reader;
    arena *memory;
    uint32_t head, first;    /* the header's first row, the first of data */
    uint32_t left, label;    /* columns: the first one, that of labels */
    side sides[COLUMNS_MOST];
    struct { text words; uint32_t row; bool name; } labels[LABELS_MOST];
    size_t label_count;
    bool named;              /* 指標名 is one of the labels */
    block *blocks;
    size_t block_count, block_capacity;
    remake made;
    uint32_t out;            /* the next row of that */
    uint32_t since[COLUMNS_MOST]; /* row + 1 where a shared cell began; 0 */
} fact_lines;

static const header_word *word_at(const fact_lines *f, uint32_t row,
                                  uint32_t col)
{
    return reader_word(f->reader, row, col);
}

/* ---- Labels ----------------------------------------------------------- */

static bool is_fact(role what)
{
    return role_is_figure(what) || what == ROLE_KPI || what == ROLE_UNIT ||
           what == ROLE_NAME || /* 名称: of the indicator */
           what == ROLE_RATE || what == ROLE_GRADE || what == ROLE_REMARK ||
           what == ROLE_KIND || what == ROLE_DIRECTION ||
           what == ROLE_BASELINE_YEAR || what == ROLE_TARGET_YEAR;
}

/* A cell of one row that names a fact. */
static bool is_label(const fact_lines *f, uint32_t row, uint32_t col)
{
    const sheet_view *v = &f->reader->view;
    const cell *c = view_cell(v, row, col);
    const header_word *w;

    if (c == NULL || c->type != CELL_STRING || c->row != row ||
        c->col != col || c->value.length > LABEL_BYTES ||
        view_range(v, row, col).last_row > row ||
        !table_may_be_word(v, f->reader->roles, row, col,
                           f->reader->context_year))
        return false;
    w = word_at(f, row, col);
    return w->exact && is_fact(w->role);
}

/* Labels from a row on, until the first one stands there again: two figures
 * of different years among them. */
static bool begins_labels(const fact_lines *f, uint32_t row, uint32_t col)
{
    const sheet_view *v = &f->reader->view;
    unsigned count = 0, years = 0;
    int year = 0;
    uint32_t from = row;

    for (; row < v->grid->rows && count <= LABELS_MOST &&
           is_label(f, row, col);
         row++) {
        const header_word *w = word_at(f, row, col);

        if (row > from && text_equal(view_text(v, row, col),
                                     view_text(v, from, col)))
            break;
        count++;
        if (role_is_figure(w->role) && w->has_year && w->years.to != year) {
            years++;
            year = w->years.to;
        }
    }
    return count >= LABELS_MIN && count <= LABELS_MOST && years > 1;
}

/* Which of the labels; LABELS_MOST: there is no more room. */
static size_t slot_of(fact_lines *f, uint32_t row)
{
    text words = view_text(&f->reader->view, row, f->label);
    size_t i = 0;

    while (i < f->label_count && !text_equal(f->labels[i].words, words))
        i++;
    if (i == f->label_count && i < LABELS_MOST) {
        role what = word_at(f, row, f->label)->role;

        f->labels[i].words = words;
        f->labels[i].row = row;
        f->labels[i].name = what == ROLE_NAME;
        f->label_count++;
        f->named = f->named || what == ROLE_KPI || what == ROLE_NAME;
    }
    return i;
}

/* ---- Finding ---------------------------------------------------------- */

/* In front of, between and behind blocks stand but rows of one cell. */
static bool is_line(const fact_lines *f, uint32_t row)
{
    const sheet_view *v = &f->reader->view;
    uint32_t c = view_next(v, row, 0);

    return c == UINT32_MAX ||
           view_next(v, row, view_range(v, row, c).last_col + 1) ==
               UINT32_MAX;
}

/* A row of several names, one of them a project's or an indicator's, and the
 * column below which labels begin. */
static bool is_head(fact_lines *f, uint32_t row)
{
    const sheet_view *v = &f->reader->view;
    uint32_t last = row, cells = 0;
    bool names = false;

    for (uint32_t c = view_next(v, row, 0); c != UINT32_MAX;
         c = view_next(v, row, c + 1)) {
        const header_word *w;

        if (view_cell(v, row, c)->type != CELL_STRING)
            return false;
        cells++;
        if (view_range(v, row, c).last_row > last)
            last = view_range(v, row, c).last_row;
        if (!table_may_be_word(v, f->reader->roles, row, c,
                               f->reader->context_year))
            continue;
        w = word_at(f, row, c);
        if (w->has_year || (w->exact && role_is_figure(w->role)))
            return false;
        names = names || (w->exact && (w->role == ROLE_KPI ||
                                       role_is_level(w->role)));
    }
    if (!names || cells < LABELS_MIN || last - row >= HEAD_LINES)
        return false;
    f->head = row;
    f->first = last + 1;
    f->left = view_next(v, row, 0);
    for (row = f->first; row < v->grid->rows && is_line(f, row) &&
                         row < f->first + HEAD_LINES; row++)
        ;
    for (uint32_t c = view_next(v, row, f->left + 1); c != UINT32_MAX;
         c = view_next(v, row, c + 1))
        if (begins_labels(f, row, c)) {
            f->label = c;
            return true;
        }
    return false;
}

static bool find_head(fact_lines *f)
{
    const sheet_view *v = &f->reader->view;

    for (uint32_t row = 0; row + LABELS_MIN < v->grid->rows &&
                           row < HEAD_ROWS; row++) {
        uint32_t c = view_next(v, row, 0);

        if (c != UINT32_MAX && view_next(v, row, c + 1) != UINT32_MAX &&
            is_head(f, row))
            return true;
    }
    return false;
}

/* A block goes from the first label to the next one that is the same. */
static bool find_blocks(fact_lines *f)
{
    const sheet_view *v = &f->reader->view;
    bool seen[LABELS_MOST] = { false };
    block *b = NULL;

    for (uint32_t row = f->first; row < v->grid->rows; row++) {
        size_t slot;

        if (!is_label(f, row, f->label)) {
            if (!is_line(f, row))
                return false;
            b = NULL;
            continue;
        }
        slot = slot_of(f, row);
        if (slot == LABELS_MOST)
            return false;
        if (b == NULL || slot == 0) {
            b = arena_push(f->memory, (void **)&f->blocks, &f->block_count,
                           &f->block_capacity, sizeof(*b));
            if (b == NULL) {
                f->reader->failed = true;
                return false;
            }
            b->first = row;
            for (size_t i = 0; i < LABELS_MOST; i++)
                seen[i] = false;
        }
        if (seen[slot] || (b->first == row && slot != 0))
            return false;
        seen[slot] = true;
        b->last = row;
    }
    return f->block_count > 1;
}

/* 市全体 beside 中央, 東部: the column of the whole. */
static bool is_whole(text t)
{
    static const char *const words[] = {
        "全体", "市全体", "町全体", "村全体", "区全体", "県全体", "府全体", "全市",
        "全町", "全村", "全区", "全県", "市計", "町計", "村計", "合計", "計", "総計",
        "総数", "市全域", "町全域", "全域", "市内全体", "市合計", "町合計"
    };

    return text_in(t, words, sizeof(words) / sizeof(*words));
}

static text head_text(const fact_lines *f, uint32_t col)
{
    return view_text(&f->reader->view, f->first - 1, col);
}

/* Is a column merged over all rows of each block, has it the labels again, or
 * remarks to single facts? SIDE_VALUE for others. */
static side side_of(const fact_lines *f, uint32_t col)
{
    const sheet_view *v = &f->reader->view;
    bool again = true, merged = true;
    const header_word *w;

    for (size_t i = 0; i < f->block_count && (again || merged); i++) {
        const block *b = &f->blocks[i];
        merge_range m = view_range(v, b->first, col);

        again = again && text_equal(view_text(v, b->last, col),
                                    view_text(v, b->last, f->label));
        merged = merged && m.row <= b->first && m.last_row >= b->last;
    }
    if (again || merged)
        return again ? SIDE_DROPPED : SIDE_SHARED;
    w = word_at(f, f->first - 1, col);
    return w->exact && (w->role == ROLE_REMARK || w->role == ROLE_IGNORED)
               ? SIDE_REMARK : SIDE_VALUE;
}

/* What each column is; the values of one are whose the table tells. */
static bool find_sides(fact_lines *f)
{
    uint32_t cols = f->reader->view.grid->cols, whole = UINT32_MAX;
    uint32_t part = UINT32_MAX, values = 0;
    bool named = false;

    for (uint32_t c = 0; c < cols; c++) {
        f->sides[c] = c < f->label    ? SIDE_LEFT
                      : c == f->label ? SIDE_LABEL
                                      : side_of(f, c);
        if (f->sides[c] == SIDE_LEFT && c >= f->left)
            named = named || word_at(f, f->first - 1, c)->role == ROLE_KPI;
        if (f->sides[c] != SIDE_VALUE)
            continue;
        values++;
        if (is_whole(head_text(f, c)))
            whole = whole == UINT32_MAX ? c : cols;
    }
    if (whole < cols && values > 1) {
        values = 1;
        for (uint32_t c = f->label + 1; c < cols; c++)
            if (f->sides[c] == SIDE_VALUE && c != whole) {
                part = part == UINT32_MAX ? c : part;
                f->sides[c] = SIDE_DROPPED;
            }
    }
    return f->named ? !named && values > 0 : named && values == 1;
}

/* ---- A line for each column of a block -------------------------------- */

static uint32_t new_col(const fact_lines *f, uint32_t col)
{
    return col > f->label ? col + (uint32_t)f->label_count - 1 : col;
}

/* －, ／: there is none. */
static bool says_none(text t)
{
    static const char *const marks[] = { "", "－", "―", "-", "ー", "—", "─", "／",
                                         "/", "なし", "無し", "該当なし", "…" };

    return text_in(t, marks, sizeof(marks) / sizeof(*marks));
}

/* Does an indicator stand in a block's column? *odd: it is merged over rows,
 * and no mark that there is none. */
static bool has_values(const fact_lines *f, const block *b, uint32_t col,
                       bool *odd)
{
    const sheet_view *v = &f->reader->view;

    for (uint32_t row = b->first; row <= b->last; row++) {
        merge_range m = view_range(v, row, col);
        bool none = says_none(view_text(v, row, col));

        if (m.last_row > m.row) {
            *odd = *odd || !none || m.row > b->first || m.last_row < b->last;
            return false;
        }
        if (!none)
            return true;
    }
    return false;
}

static bool end_shared(fact_lines *f, uint32_t col)
{
    uint32_t since = f->since[col];

    f->since[col] = 0;
    return since == 0 || since - 1 >= f->out ||
           remake_merge(&f->made, since - 1, new_col(f, col), f->out - 1,
                        new_col(f, col));
}

/* Remarks to single facts of a block are the block's: *first is the cell of
 * the first one, NULL where there are none. */
static text remarks_of(const fact_lines *f, const block *b, uint32_t col,
                       const cell **first)
{
    const sheet_view *v = &f->reader->view;
    text all = text_of("");

    *first = NULL;
    for (uint32_t row = b->first; row <= b->last; row++) {
        text t = view_text(v, row, col);
        const char *both;

        if (t.length == 0 || !view_begins(v, row, col))
            continue;
        if (*first == NULL) {
            *first = view_cell(v, row, col);
            all = t;
            continue;
        }
        both = arena_printf(f->memory, "%.*s\n%.*s", (int)all.length,
                            all.bytes, (int)t.length, t.bytes);
        all = both == NULL ? all : text_of(both);
    }
    return all;
}

/* What a block has beside its labels; cells go on over several blocks. */
static bool put_shared(fact_lines *f, const block *b)
{
    const sheet_view *v = &f->reader->view;

    for (uint32_t c = f->left; c < v->grid->cols; c++) {
        const cell *at;
        text words = text_of("");
        bool remark = f->sides[c] == SIDE_REMARK;

        if ((f->sides[c] != SIDE_LEFT && f->sides[c] != SIDE_SHARED &&
             !remark) ||
            (!remark && view_hangs(v, b->first, c)))
            continue;
        if (!end_shared(f, c))
            return false;
        if (remark)
            words = remarks_of(f, b, c, &at);
        else
            at = view_cell(v, b->first, c);
        if (at == NULL || at->col != c)
            continue;
        f->since[c] = f->out + 1;
        if (!remake_put(&f->made, at, words, f->out, new_col(f, c)))
            return false;
    }
    return true;
}

static bool put_values(fact_lines *f, const block *b, uint32_t col)
{
    const sheet_view *v = &f->reader->view;

    for (uint32_t row = b->first; row <= b->last; row++) {
        uint32_t to = f->label + (uint32_t)slot_of(f, row);
        const cell *c = view_cell(v, row, col);

        if (c == NULL ? !remake_from(&f->made, f->out, to, row, col)
                      : !remake_put(&f->made, c, text_of(""), f->out, to))
            return false;
    }
    f->made.rows[f->out++] = b->first;
    return true;
}

/* A block without any indicator keeps its project. */
static bool put_block(fact_lines *f, const block *b, bool *odd)
{
    uint32_t from = f->out;

    f->made.rows[f->out] = b->first;
    if (!put_shared(f, b))
        return false;
    for (uint32_t c = f->label + 1; c < f->reader->view.grid->cols; c++)
        if (f->sides[c] == SIDE_VALUE && has_values(f, b, c, odd) &&
            !put_values(f, b, c))
            return false;
    f->out += f->out == from;
    return true;
}

/* A line between blocks, or behind them. */
static bool put_line(fact_lines *f, uint32_t row)
{
    const sheet_view *v = &f->reader->view;
    uint32_t c = view_next(v, row, 0);

    if (c == UINT32_MAX)
        return true;
    for (uint32_t k = f->left; k < v->grid->cols; k++)
        if (!view_hangs(v, row, k) && !end_shared(f, k))
            return false;
    f->made.rows[f->out] = row;
    return remake_put(&f->made, view_cell(v, row, c), text_of(""), f->out++,
                      c <= f->label ? c : f->label);
}

static bool put_rows(fact_lines *f, bool *odd)
{
    uint32_t rows = f->reader->view.grid->rows;
    size_t next = 0;

    for (uint32_t row = f->first; row < rows; row++) {
        if (next < f->block_count && f->blocks[next].first == row) {
            if (!put_block(f, &f->blocks[next], odd))
                return false;
            row = f->blocks[next++].last;
        } else if (!put_line(f, row)) {
            return false;
        }
    }
    for (uint32_t c = f->left; c < f->reader->view.grid->cols; c++)
        if (!end_shared(f, c))
            return false;
    return true;
}

static bool is_kept(const fact_lines *f, uint32_t col)
{
    return f->sides[col] == SIDE_LEFT || f->sides[col] == SIDE_SHARED ||
           f->sides[col] == SIDE_REMARK;
}

/* Titles, and the header with the labels in it. */
static bool put_head(fact_lines *f)
{
    const grid *g = f->reader->view.grid;
    bool ok = true;

    for (uint32_t row = 0; row < f->first; row++)
        f->made.rows[row] = row;
    for (size_t i = 0; i < g->count && g->cells[i].row < f->first && ok; i++) {
        const cell *c = &g->cells[i];

        if (c->row < f->head || is_kept(f, c->col))
            ok = remake_put(&f->made, c, text_of(""), c->row,
                            new_col(f, c->col));
    }
    for (size_t i = 0; i < g->merge_count && g->merges[i].row < f->first && ok;
         i++) {
        const merge_range *m = &g->merges[i];

        if (m->row < f->head ? m->last_row < f->head
                             : is_kept(f, m->col) &&
                                   (m->col < f->label
                                        ? m->last_col < f->label
                                        : m->last_col == m->col))
            ok = remake_merge(&f->made, m->row, new_col(f, m->col),
                              m->last_row, new_col(f, m->last_col));
    }
    for (size_t i = 0; i < f->label_count && ok; i++) {
        uint32_t col = f->label + (uint32_t)i;

        ok = remake_put(&f->made,
                        view_cell(&f->reader->view, f->labels[i].row,
                                  f->label),
                        text_of(f->labels[i].name ? "指標名" : ""), f->head,
                        col) &&
             remake_merge(&f->made, f->head, col, f->first - 1, col);
    }
    f->out = f->first;
    return ok;
}

static bool make(fact_lines *f, bool *odd)
{
    const grid *g = f->reader->view.grid;
    uint32_t values = 1, cols = g->cols + (uint32_t)f->label_count - 1;
    uint64_t rows;

    for (uint32_t c = f->label + 1; c < g->cols; c++)
        values += f->sides[c] == SIDE_VALUE;
    rows = g->rows + (uint64_t)f->block_count * values;
    *odd = !remake_fits(rows, cols);
    if (*odd)
        return true;
    if (!remake_init(&f->made, f->reader, f->memory, (uint32_t)rows, cols))
        return false;
    /* columns of values are empty, and no place of a value is theirs */
    for (uint32_t c = 0; c < g->cols; c++)
        f->made.cols[new_col(f, c)] =
            is_kept(f, c) ? c : f->label;
    for (size_t i = 0; i < f->label_count; i++)
        f->made.cols[f->label + i] = f->label;
    if (!put_head(f) || !put_rows(f, odd))
        return false;
    f->made.grid.rows = f->out;
    return true;
}

/* Columns of parts are left out: said once. */
static void say_parts(const fact_lines *f)
{
    const grid *g = f->reader->view.grid;

    for (uint32_t c = f->label + 1; c < g->cols; c++)
        if (f->sides[c] == SIDE_DROPPED &&
            side_of(f, c) == SIDE_VALUE) {
            reader_finding(f->reader, "column-not-read", f->head, c,
                           view_text(&f->reader->view, f->head, c),
                           reader_text(f->reader,
                                       view_text(&f->reader->view, f->first,
                                                 c)),
                           NULL, NULL);
            return;
        }
}

bool fact_lines_read(reader *r, arena *scratch, size_t *tables,
                     near_miss *near, bool *read)
{
    fact_lines *f;
    const grid *g = r->view.grid;
    bool odd = false;

    *read = false;
    if (!grid_turn_fits(g) || g->cols > COLUMNS_MOST)
        return true;
    f = arena_alloc(scratch, sizeof(*f));
    if (f == NULL)
        return false;
    *f = (fact_lines){ .reader = r, .memory = scratch };
    if (!find_head(f) || !find_blocks(f) || !find_sides(f))
        return !r->failed;
    if (!make(f, &odd))
        return false;
    if (odd)
        return true;
    if (!remake_read(&f->made, tables, near, read))
        return false;
    if (*read)
        say_parts(f);
    return true;
}
