/*
 * year_pairs.c - two lines of a table that are one: years above their figures
 */
#include "ingest/reader/year_pairs.h"

#include "ingest/header/title_words.h"
#include "ingest/header/unit_words.h"
#include "wording/glyph.h"
#include "wording/no_number.h"

enum { YEAR_BYTES = 48, CELLS_MAX = 40, CELLS_MIN = 2 };

typedef struct finding_pairs {
    reader *reader;
    arena *memory;
    const sheet_view *view;
    year_cell cells[CELLS_MAX];
    size_t count;
} finding_pairs;

/* By its first letter: 2014年度, R2, 令和元年度, （基準）2014. Asked of all cells
 * of all sheets. */
static bool may_be_year(const cell *c)
{
    const unsigned char *at = (const unsigned char *)c->value.bytes;

    if (c->value.length < 2 || c->value.length > YEAR_BYTES)
        return false;
    if (c->type == CELL_NUMBER)
        return c->value.length == 4 && ((at[0] == '1' && at[1] == '9') ||
                                        (at[0] == '2' && at[1] == '0'));
    if (c->type != CELL_STRING)
        return false;
    if (at[0] < 0x80)
        return (at[0] == '1' && at[1] == '9') ||
               (at[0] == '2' && at[1] == '0') || at[0] == 'R' ||
               at[0] == 'H' || at[0] == '(';
    if (c->value.length < 6)
        return false;
    switch (at[0] << 16 | at[1] << 8 | at[2]) {
    case 0xE4BBA4: case 0xE5B9B3: /* 令 平 */
    case 0xE59FBA: case 0xE7AD96: /* 基準 策定時 */
    case 0xE78FBE: case 0xE5BD93: /* 現状 当初 */
    case 0xE79BAE: case 0xEFBC88: /* 目標 （ */
    case 0xEFBCB2: case 0xEFBCA8: /* Ｒ Ｈ */
        return true;
    case 0xEFBC91: /* １９ */
        return text_starts(c->value, "１９");
    case 0xEFBC92: /* ２０ */
        return text_starts(c->value, "２０");
    default:
        return false;
    }
}

static bool may_hold_years(const grid *g, uint32_t row)
{
    unsigned n = 0;

    for (size_t i = g->row_start[row]; i < g->row_start[row + 1]; i++)
        n += may_be_year(&g->cells[i]);
    return n >= CELLS_MIN;
}

static const header_word *word_at(const finding_pairs *f, uint32_t row,
                                  uint32_t col)
{
    return table_word(f->view, f->reader->roles, row, col,
                      f->reader->context_year);
}

static bool is_year(const finding_pairs *f, uint32_t row, uint32_t col,
                    year_cell *y)
{
    const header_word *w = word_at(f, row, col);

    y->years = w->years;
    y->role = w->role;
    return w->has_year && w->years.to != 0 &&
           (w->year_only || (w->exact && (role_is_figure(w->role) ||
                                          w->role == ROLE_BASELINE_YEAR ||
                                          w->role == ROLE_TARGET_YEAR)));
}

/* A cell of the first line that has nothing below it goes with both. */
static bool is_alone(const finding_pairs *f, uint32_t row, uint32_t top,
                     uint32_t col)
{
    return view_range(f->view, row, col).last_row > row ||
           (row == top && !view_filled(f->view, row + 1, col));
}

/* Takes the years of a line; what else stands there is a name in front of
 * them, or a rate or grade behind them. */
static bool take_years(finding_pairs *f, uint32_t row, uint32_t top)
{
    const sheet_view *v = f->view;
    size_t years = 0;

    f->count = 0;
    for (uint32_t c = view_next(v, row, 0); c != UINT32_MAX;
         c = view_next(v, row, c + 1)) {
        year_cell y = { .col = c, .last_col = view_range(v, row, c).last_col,
                        .unit_col = UINT32_MAX, .value_col = UINT32_MAX };
        bool tall = view_range(v, row, c).last_row > row;
        bool year = !tall && is_year(f, row, c, &y);

        if (!year && is_alone(f, row, top, c) &&
            (f->count == 0 || years >= CELLS_MIN))
            continue;
        if (!year && (view_cell(v, row, c)->type != CELL_STRING ||
                      !no_number_is_missing(view_text(v, row, c))))
            return false;
        if (!year)
            y.years.to = 0;
        if (f->count == CELLS_MAX)
            return false;
        f->cells[f->count++] = y;
        years += year;
    }
    return years >= CELLS_MIN;
}

static bool is_value(const finding_pairs *f, uint32_t row, uint32_t col)
{
    const cell *c = view_cell(f->view, row, col);
    text t = view_text(f->view, row, col);

    return c->type == CELL_NUMBER || c->type == CELL_ERROR || c->missing ||
           glyph_has_digit(t) || no_number_state(t) != STATE_TEXT;
}

/* The year whose columns begin last at or in front of a column. */
static year_cell *year_above(finding_pairs *f, uint32_t col)
{
    size_t n = f->count;

    while (n > 0 && f->cells[n - 1].col > col)
        n--;
    return n == 0 ? NULL : &f->cells[n - 1];
}

/* Words merged over the columns of the next year too: no figure of one. */
static bool is_over_next(const finding_pairs *f, const year_cell *y,
                         uint32_t row, uint32_t col)
{
    return y + 1 < f->cells + f->count &&
           view_range(f->view, row, col).last_col >= y[1].col;
}

/* A figure in the columns of its year, or the unit beside it. */
static bool take_value(finding_pairs *f, uint32_t row, uint32_t col)
{
    const sheet_view *v = f->view;
    year_cell *y = year_above(f, col);

    if (y == NULL || is_over_next(f, y, row, col))
        return false;
    if (y->value_col == UINT32_MAX && col <= y->last_col &&
        is_value(f, row, col)) {
        y->value_col = col;
        return true;
    }
    if (y->value_col == UINT32_MAX || y->unit_col != UINT32_MAX ||
        col > y->last_col + 1 ||
        view_cell(v, row, col)->type != CELL_STRING ||
        !unit_word(f->memory, view_text(v, row, col)))
        return false;
    y->unit_col = col;
    return true;
}

static bool take_values(finding_pairs *f, uint32_t row, uint32_t top)
{
    const sheet_view *v = f->view;
    uint32_t last = f->cells[f->count - 1].last_col;
    size_t figures = 0, years = 0;
    year_cell other;

    for (uint32_t c = view_next(v, row, 0); c != UINT32_MAX;
         c = view_next(v, row, c + 1)) {
        if ((c < f->cells[0].col || c > last) && is_alone(f, row, top, c))
            continue;
        if (!take_value(f, row, c))
            return false;
        figures += view_cell(v, row, c)->type == CELL_NUMBER ||
                   glyph_has_digit(view_text(v, row, c));
        years += is_year(f, row, c, &other);
    }
    return figures > 0 && years < figures;
}

static bool names_column(const header_word *w)
{
    return w->exact && (w->role == ROLE_KPI || w->role == ROLE_NAME ||
                        role_is_level(w->role));
}

/* The name in front of the years: words that go with both lines. */
static bool has_name(const finding_pairs *f, uint32_t top)
{
    const sheet_view *v = f->view;
    bool named = false;

    for (uint32_t c = view_next(v, top, 0); c < f->cells[0].col;
         c = view_next(v, top, c + 1)) {
        const header_word *w = word_at(f, top, c);

        if (view_cell(v, top, c)->type != CELL_STRING)
            continue;
        if (names_column(w) || (w->exact && role_is_figure(w->role)) ||
            title_is_document(view_text(v, top, c), f->reader->context_year))
            return false; /* a header itself, KPIの実績 or 年次推移 beside years, or
                             現状値 beside its figure above years */
        named = true;
    }
    return named;
}

/* A header right above: it names the indicator's column, and each figure has
 * words above it, its own or one's over all of them. */
static bool has_header(const finding_pairs *f, uint32_t top)
{
    const sheet_view *v = f->view;
    bool named = false, words = false;

    for (uint32_t c = top == 0 ? UINT32_MAX : view_next(v, top, 0);
         c < f->cells[0].col; c = view_next(v, top, c + 1)) {
        const header_word *w = word_at(f, top - 1, c);

        named = named || names_column(w);
    }
    for (size_t i = 0; named && i < f->count; i++) {
        named = view_filled(v, top - 1, f->cells[i].col);
        words = words || !word_at(f, top - 1, f->cells[i].col)->year_only;
    }
    return named && words;
}

static bool has_year_in(const year_cell *cells, size_t count, uint32_t col)
{
    for (size_t i = 0; i < count; i++)
        if (cells[i].col == col)
            return true;
    return false;
}

/* A further pair below the same header: its years stand where those of the
 * one before do. */
static bool goes_on(const finding_pairs *f, const year_pair *before,
                    uint32_t top, uint32_t years_row)
{
    size_t same = 0;

    if ((before->years_row == before->top) != (years_row == top))
        return false;
    for (size_t i = 0; i < f->count; i++)
        same += has_year_in(before->cells, before->count, f->cells[i].col);
    return same == f->count || same == before->count;
}

static bool add_pair(year_pairs *out, finding_pairs *f, uint32_t top,
                     uint32_t years_row, uint32_t head_row)
{
    year_pair *p = arena_push(f->memory, (void **)&out->items, &out->count,
                              &out->capacity, sizeof(*p));

    if (p == NULL)
        return false;
    *p = (year_pair){ .top = top, .years_row = years_row,
                      .values_row = 2 * top + 1 - years_row,
                      .head_row = head_row, .count = f->count };
    p->cells = arena_array(f->memory, f->count, sizeof(*p->cells));
    if (p->cells == NULL)
        return false;
    for (size_t i = 0; i < f->count; i++)
        p->cells[i] = f->cells[i];
    return true;
}

static bool is_pair(finding_pairs *f, uint32_t top, uint32_t years_row)
{
    return top + 1 < f->view->grid->rows &&
           take_years(f, years_row, top) &&
           take_values(f, 2 * top + 1 - years_row, top) &&
           has_name(f, top);
}

bool year_pairs_find(year_pairs *out, reader *r, arena *a)
{
    const grid *g = r->view.grid;
    finding_pairs f = { .reader = r, .memory = a, .view = &r->view };
    uint32_t next = 0;

    *out = (year_pairs){ 0 };
    for (uint32_t row = 0; row < g->rows; row++) {
        const year_pair *before = out->count == 0
                                      ? NULL : &out->items[out->count - 1];
        uint32_t top = row;

        if (!may_hold_years(g, row))
            continue;
        if (!is_pair(&f, top, row)) {
            if (row == 0 || --top < next || !is_pair(&f, top, row))
                continue;
        }
        if (has_header(&f, top)
                ? !add_pair(out, &f, top, row, top - 1)
                : before != NULL && goes_on(&f, before, top, row) &&
                      !add_pair(out, &f, top, row, before->head_row))
            return false;
        next = top + 2;
    }
    return true;
}

const year_pair *year_pairs_at(const year_pairs *pairs, uint32_t row)
{
    size_t low = 0, high = pairs->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (pairs->items[middle].top + 1 < row)
            low = middle + 1;
        else
            high = middle;
    }
    return low < pairs->count && pairs->items[low].top <= row
               ? &pairs->items[low] : NULL;
}

bool year_pair_takes(const year_pair *p, uint32_t row, uint32_t col)
{
    for (size_t i = 0; i < p->count; i++)
        if (row == p->years_row ? p->cells[i].col == col
                                : p->cells[i].unit_col == col)
            return true;
    return false;
}
