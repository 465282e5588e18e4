/*
 * upright.c - tables on their side among others: each is stood up in its place
 */
#include "ingest/upright.h"

#include "ingest/form/grant_parts.h"
#include "ingest/table/grid_turn.h"
#include "ingest/upright_grid.h"
#include "wording/glyph.h"

enum { LABEL_COLS = 3, ROWS_MIN = 5, WIDE_CELLS = 4 };

typedef upright_block block;

/* ---- Finding ---------------------------------------------------------- */

/* What the rows of a block hold. */
typedef struct block_seen {
    unsigned rows, known, projects, names, figures, crossed, texts, loose;
} block_seen;

/* The innermost label of a row in front of the values; UINT32_MAX: none. */
static uint32_t label_of(const sheet_view *v, const block *b, uint32_t row)
{
    uint32_t found = UINT32_MAX;

    for (uint32_t c = b->col; c < b->values; c++)
        if (view_filled(v, row, c) && view_range(v, row, c).last_row == row)
            found = view_range(v, row, c).col;
    return found;
}

/* 実績の種別 | 累計 | 累計 | －: a header's word, but what the figures are. */
static bool tells_totals(reader *r, uint32_t row, uint32_t from)
{
    const sheet_view *v = &r->view;

    for (uint32_t c = view_next(v, row, from); c != UINT32_MAX;
         c = view_next(v, row, c + 1))
        if (!content_is_kind(r->memory, view_text(v, row, c)))
            return false;
    return true;
}

/* A value that is a header's word, or years: the row is of another kind of
 * table. */
static bool is_crossed(reader *r, const block *b, uint32_t row, role of)
{
    bool dates = of == ROLE_BASELINE_YEAR || of == ROLE_TARGET_YEAR ||
                 of == ROLE_TARGET_FROM || role_is_period(of);
    const sheet_view *v = &r->view;
    unsigned years = 0;

    for (uint32_t c = view_next(v, row, b->values); c != UINT32_MAX;
         c = view_next(v, row, c + 1)) {
        const header_word *w;

        if (view_cell(v, row, c)->type != CELL_STRING ||
            !table_may_be_word(v, r->roles, row, c, r->context_year))
            continue;
        w = reader_word(r, row, c);
        if ((w->exact && !w->year_only && w->index == 0 &&
             w->role != ROLE_IGNORED &&
             !(w->role == ROLE_TOTAL && tells_totals(r, row, b->values))) ||
            (w->year_only && !dates &&
             (++years > 1 || role_is_figure(of)))) /* 目標値 | R6 | 80人 */
            return true;
    }
    return false;
}

/* 担当：商工課, 今後の方針：継続: a label with its value, and none of an indicator. */
static bool is_pair(reader *r, uint32_t row, uint32_t col, text *label,
                    text *value)
{
    const form look = { .reader = r };
    text t = view_text(&r->view, row, col);
    const header_word *w = form_pair_in(&look, t, label, value);

    if (w != NULL)
        return true;
    w = form_stated_word(&look, t, value);
    *label = text_cut(t, 0, glyph_colon(t, value));
    return w != NULL && w->role == ROLE_IGNORED;
}

static bool look_at(reader *r, block *b, uint32_t row, block_seen *seen)
{
    const sheet_view *v = &r->view;
    uint32_t first = view_next(v, row, 0), label, c;
    const header_word *w;
    unsigned cells = 0;
    text words, value;
    bool earlier;

    if (first < b->col)
        return false;
    label = label_of(v, b, row);
    if (label == UINT32_MAX ||
        view_range(v, row, label).last_col >= b->values)
        return false; /* Ⅱ　概要 over all: a form's section */
    w = reader_word(r, row, label);
    seen->rows++;
    seen->known += w->exact || w->year_only ||
                   (w->has_year && w->role != ROLE_NONE) ||
                   table_names_interim(view_text(v, row, label)) ||
                   table_names_whole_year(view_text(v, row, label)) ||
                   table_names_round(view_text(v, row, label), &earlier);
    seen->crossed += is_crossed(r, b, row, w->role);
    for (c = view_next(v, row, b->values); c != UINT32_MAX;
         c = view_next(v, row, c + 1)) {
        b->last_col = view_range(v, row, c).last_col > b->last_col
                          ? view_range(v, row, c).last_col : b->last_col;
        seen->loose += cells++ > 0 && !is_pair(r, row, c, &words, &value);
    }
    seen->projects += w->exact && w->role == ROLE_PROJECT;
    seen->figures += (w->exact || w->has_year) &&
                     (role_is_figure(w->role) || w->year_only);
    if (w->exact && w->role == ROLE_KPI) {
        seen->names++;
        c = view_next(v, row, b->values);
        seen->texts += c != UINT32_MAX &&
                       view_cell(v, row, c)->type == CELL_STRING;
        b->several = b->several || cells > 1;
    }
    return true;
}

/* A gap, or a note right below. */
static bool ends_block(const sheet_view *v, uint32_t row)
{
    uint32_t c = row < v->grid->rows ? view_next(v, row, 0) : UINT32_MAX;

    return c == UINT32_MAX || text_starts(view_text(v, row, c), "※") ||
           text_starts(view_text(v, row, c), "（注") ||
           text_starts(view_text(v, row, c), "注");
}

/* The first column behind the labels of a row: 事業 | 主な取組 | 朝の市. */
static uint32_t behind_labels(reader *r, uint32_t row, uint32_t col)
{
    const sheet_view *v = &r->view;

    for (unsigned n = 0; n < LABEL_COLS && col != UINT32_MAX; n++) {
        col = view_next(v, row, view_range(v, row, col).last_col + 1);
        if (col == UINT32_MAX || !reader_word(r, row, col)->exact)
            return col;
    }
    return UINT32_MAX;
}

/* 主な取組 | ・出店の公募 above ・宣伝 in one cell: what is done, and no name. */
static bool lists_acts(const sheet_view *v, uint32_t row, uint32_t label)
{
    uint32_t value = view_next(v, row, view_range(v, row, label).last_col + 1);

    return value != UINT32_MAX && form_names_parts(view_text(v, row, label)) &&
           text_find(view_text(v, row, value), "\n", 0) != SIZE_MAX;
}

/* The row in which the values' first column is told: the project's. */
static uint32_t project_row(reader *r, uint32_t row)
{
    const sheet_view *v = &r->view;
    uint32_t first = view_next(v, row, 0);

    for (unsigned n = 0; n < ROWS_MIN + 1u && row < v->grid->rows; n++, row++) {
        const header_word *w;

        if (view_next(v, row, 0) != first)
            return UINT32_MAX;
        if (!table_may_be_word(v, r->roles, row, first, r->context_year))
            continue;
        w = reader_word(r, row, first);
        if (w->exact && w->role == ROLE_PROJECT && !lists_acts(v, row, first))
            return row;
    }
    return UINT32_MAX;
}

/* Of one column, what stands beside a value has no place in it: 担当 | 産業局 |
 * 商工課, 基準 | 50人 | 目標　90人. That is a card. */
static bool find_block(reader *r, uint32_t row, block *b)
{
    const sheet_view *v = &r->view;
    uint32_t named, c = view_next(v, row, 0);
    block_seen seen = { 0 };

    if (view_next(v, row, c + 1) == UINT32_MAX ||
        view_cell(v, row, c)->type != CELL_STRING ||
        !table_may_be_word(v, r->roles, row, c, r->context_year) ||
        !reader_word(r, row, c)->exact ||
        (named = project_row(r, row)) == UINT32_MAX)
        return false;
    *b = (block){ .top = row, .first = row, .col = c };
    b->values = behind_labels(r, named, c);
    if (b->values == UINT32_MAX || b->values - b->col > LABEL_COLS)
        return false;
    for (; row < v->grid->rows && view_next(v, row, 0) != UINT32_MAX; row++)
        if (!look_at(r, b, row, &seen))
            break;
    b->end = row;
    return ends_block(v, row) && seen.rows >= ROWS_MIN &&
           seen.known * 4 >= seen.rows * 3 && seen.projects == 1 &&
           seen.names > 0 && seen.texts > 0 && seen.figures > 1 &&
           seen.crossed == 0 && (b->several || seen.loose == 0);
}

/* A line of another table: no label with its value. */
static bool is_wide(const sheet_view *v, uint32_t row)
{
    unsigned cells = 0;

    for (uint32_t c = view_next(v, row, 0); c != UINT32_MAX;
         c = view_next(v, row, c + 1))
        cells++;
    return cells > WIDE_CELLS;
}

/* What stands behind the first value of a row is pairs, and such a label may
 * have them; *first is that value's column. */
static bool leads_pairs(const upright *u, const block *b, uint32_t row,
                        uint32_t *first)
{
    reader *r = u->reader;
    const sheet_view *v = &r->view;
    uint32_t label = label_of(v, b, row);
    text words, value;

    *first = view_next(v, row, b->values);
    if (label == UINT32_MAX || *first == UINT32_MAX ||
        !form_knows(reader_word(r, row, label)->role) ||
        is_pair(r, row, *first, &words, &value))
        return false;
    for (uint32_t c = view_next(v, row, *first + 1); c != UINT32_MAX;
         c = view_next(v, row, c + 1))
        if (!is_pair(r, row, c, &words, &value))
            return false;
    return true;
}

/* 事業名 | 朝の市 | 担当：港課, and 評価 | B | 今後の方針：継続 below it. */
static void find_beside(upright *u, size_t n)
{
    const block *b = &u->blocks[n];
    const sheet_view *v = &u->reader->view;
    uint32_t named = project_row(u->reader, b->top), name, first;
    uint32_t to = b->col + (b->end - b->first);

    if (named == UINT32_MAX || !leads_pairs(u, b, named, &name))
        return; /* several projects */
    for (uint32_t row = b->first; row < b->end; row++) {
        if (!leads_pairs(u, b, row, &first) || first != name)
            continue;
        for (uint32_t c = view_next(v, row, first + 1);
             c != UINT32_MAX; c = view_next(v, row, c + 1)) {
            pair_beside *p =
                arena_push(u->memory, (void **)&u->beside, &u->beside_count,
                           &u->beside_capacity, sizeof(*p));

            if (p == NULL)
                return; /* upright_read() asks the arena */
            *p = (pair_beside){ .block = n, .row = row, .col = c,
                                .head = label_of(v, b, row), .name = name,
                                .to = to++ };
            is_pair(u->reader, row, c, &p->label, &p->value);
        }
    }
}

/* 区分 | R4 | R5: the years of a table, two at least. */
static bool heads_years(reader *r, uint32_t row)
{
    const sheet_view *v = &r->view;
    uint32_t c = view_next(v, row, 0);
    unsigned years = 0;

    while ((c = view_next(v, row, c + 1)) != UINT32_MAX && years < 2)
        years += table_may_be_word(v, r->roles, row, c, r->context_year) &&
                 reader_word(r, row, c)->year_only;
    return years > 1;
}

/* Does a table of years stand beside the blocks? */
static bool has_years_beside(const upright *u)
{
    uint32_t row = 0;

    for (size_t n = 0; n <= u->count; n++) {
        uint32_t end = n < u->count ? u->blocks[n].top
                                    : u->reader->view.grid->rows;

        for (; row < end; row++)
            if (heads_years(u->reader, row))
                return true;
        row = n < u->count ? u->blocks[n].end : row;
    }
    return false;
}

/* The blocks; false where none has several columns, or labels in several, and
 * no other table stands beside them; where names count, one of years. */
static bool find_blocks(upright *u)
{
    reader *r = u->reader;
    const sheet_view *v = &r->view;
    bool several = false, apart = true;

    for (uint32_t row = 0; row < v->grid->rows; row++) {
        uint32_t c = view_next(v, row, 0),
                 next = c == UINT32_MAX ? c : view_next(v, row, c + 1);
        block *b = &u->blocks[u->count];

        if (next == UINT32_MAX) {
            apart = true;
            continue;
        }
        if (u->count == UPRIGHT_BLOCKS_MOST ||
            !((apart && find_block(r, row, b)) ||
              (upright_may_be_number(view_cell(v, row, next)) &&
               upright_indicators_at(r, row, b)) ||
              (upright_may_be_year(view_cell(v, row, c)) &&
               upright_years_at(r, row, b)) ||
              (u->names && upright_names_at(r, row, b)))) {
            several = several || (!u->names && is_wide(v, row));
            apart = false;
            continue;
        }
        several = several || (!u->names &&
                              (b->several || b->values > b->col + 1));
        row = b->end - 1;
        find_beside(u, u->count++);
        apart = false;
    }
    return u->count > 0 && (u->names ? has_years_beside(u) : several);
}

/* ---- Reading ---------------------------------------------------------- */

/* The report's tables and rows as the sheet has them. */
static void put_back(const upright *u, reader *r, size_t tables,
                     size_t ignored)
{
    for (size_t i = tables; i < r->table_count; i++) {
        ingest_table *t = &r->tables[i];
        size_t n = u->source_block[t->header_row];

        if (n > 0) {
            const block *b = &u->blocks[n - 1];

            t->turned = true;
            t->row = b->top;
            t->last_row = b->end - 1;
            t->col = b->col;
            t->last_col = b->last_col;
            t->header_row = t->header_last_row = b->col;
            for (size_t k = 0; k < t->column_count; k++) {
                const pair_beside *p = upright_pair_of(u, n, t->columns[k].col);

                t->columns[k].col = p != NULL
                    ? p->row : t->columns[k].col + b->first - b->col;
            }
            continue;
        }
        t->row = u->source[t->row];
        t->header_row = u->source[t->header_row];
        t->header_last_row = u->source[t->header_last_row];
        t->last_row = t->last_row < u->grid.rows &&
                              u->source_block[t->last_row] == 0
                          ? u->source[t->last_row] : t->header_last_row;
        /* a gap that was put in stands nowhere on the sheet */
        if (t->header_last_row < t->header_row)
            t->header_last_row = t->header_row;
        if (t->last_row < t->header_last_row)
            t->last_row = t->header_last_row;
    }
    for (size_t i = ignored; i < r->ignored_count; i++) {
        ingest_ignored *g = &r->ignored[i];
        size_t n = u->source_block[g->row];
        size_t last = u->source_block[g->last_row];

        g->row = n > 0 ? u->blocks[n - 1].top : u->source[g->row];
        g->last_row = last > 0 ? u->blocks[last - 1].end - 1
                               : u->source[g->last_row];
    }
}

bool upright_read(reader *r, arena *scratch, bool names, size_t *tables,
                  near_miss *near, bool *read)
{
    upright u = { .reader = r, .memory = scratch, .from = r->view.grid,
                  .names = names };
    sheet_view sheet = r->view;
    reader_state before = reader_state_of(r);
    size_t known = *tables;
    view_origin *origins;
    bool whole;

    *read = false;
    if (!grid_turn_fits(u.from) || r->view.origin_count > 0 ||
        !find_blocks(&u) || !upright_plan_rows(&u))
        return !scratch->failed;
    if (!upright_make(&u) ||
        (origins = view_origins(scratch, &u.grid, upright_origin, &u)) ==
            NULL ||
        !sheet_walk_made(r, scratch, &u.grid, origins,
                         (size_t)u.grid.rows * u.grid.cols, tables, near,
                         &whole))
        return false;
    r->view = sheet;
    *read = whole && *tables > known;
    if (!*read) {
        *tables = known;
        reader_go_back(r, &before);
        return true;
    }
    put_back(&u, r, before.tables, before.ignored);
    return true;
}
