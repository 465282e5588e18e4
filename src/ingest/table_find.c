/*
 * table_find.c - where the tables of a sheet are, by their header rows
 */
#include "ingest/table_find.h"

#include <string.h>

#include "base/buf.h"
#include "ingest/unit_words.h"
#include "wording/fold.h"

enum { HEADER_ROWS_MAX = 8, TITLE_BYTES_MAX = 180, CAPTION_REACH = 3,
       UNIT_REACH = 3,
       UNIT_BYTES = 24 };

typedef struct finder {
    arena *memory;
    const sheet_view *view;
    header_roles *roles;
    const plan *plan;
    int context_year;
    bool below; /* a header was found above */
} finder;

/* What stands in one row. */
typedef struct row_score {
    unsigned cells, roles, exact, years, groups, units, others, numbers;
    uint64_t mask; /* of roles */
    bool pinned;
} row_score;

/* A date above a column names a fiscal year: the one that its format shows
 * (ggge"年度", yyyy), else, where it shows a month, the one it lies in. */
static const header_word *date_word(const char *format, text iso,
                                    header_roles *roles, int context_year)
{
    size_t year = 0, month = 0;
    buf words;
    const header_word *w;

    if (iso.length < 7 || !text_to_size(text_cut(iso, 0, 4), &year) ||
        !text_to_size(text_cut(iso, 5, 7), &month) || year < 1990 ||
        year > 2100)
        return header_roles_find(roles, text_of(""), context_year);
    if (strstr(format, "年度") == NULL &&
        (strchr(format, 'm') != NULL || strchr(format, 'd') != NULL) &&
        month < 4)
        year--;
    buf_init(&words);
    buf_printf(&words, "%zu年度", year);
    w = header_roles_find(roles, buf_slice(&words), context_year);
    buf_free(&words);
    return w;
}

const header_word *table_word(const sheet_view *v, header_roles *roles,
                              uint32_t row, uint32_t col, int context_year)
{
    const cell *c = view_cell(v, row, col);
    text t = view_text(v, row, col);
    static const header_word none = { .unit = { "", 0 },
                                      .name = { "", 0 } };

    if (c == NULL)
        return &none;
    if (c->type == CELL_NUMBER) {
        size_t year = 0;

        if (book_format_kind(v->book, c->format) == FORMAT_DATE)
            return date_word(book_format(v->book, c->format), t, roles,
                             context_year);

        if (text_to_size(t, &year) && year >= 1990 && year <= 2100) {
            char digits[32];
            size_t length = t.length < 8 ? t.length : 8;

            memcpy(digits, t.bytes, length);
            memcpy(digits + length, "年度", strlen("年度"));
            return header_roles_find(
                roles, text_slice(digits, length + strlen("年度")),
                context_year);
        }
        if (text_to_size(t, &year) || t.length == 0 ||
            ascii_is_digit(t.bytes[t.length - 1]) ||
            text_ends(t, "%"))
            return &none;
    }
    if (c->type == CELL_ERROR || c->type == CELL_BOOLEAN)
        return &none;
    return header_roles_find(roles, t, context_year);
}

static bool is_number_cell(const sheet_view *v, uint32_t row, uint32_t col)
{
    const cell *c = view_cell(v, row, col);

    return c != NULL && (c->type == CELL_NUMBER || c->type == CELL_ERROR ||
                         c->missing);
}

static bool role_is_figure(role r)
{
    return r == ROLE_KPI || r == ROLE_TARGET || r == ROLE_ACTUAL ||
           r == ROLE_BASELINE || r == ROLE_PLANNED || r == ROLE_TOTAL;
}

static const header_word *word_at(const finder *f, uint32_t row, uint32_t col)
{
    return table_word(f->view, f->roles, row, col, f->context_year);
}

/* prj_nm | kpi_nm | tgt_2019: names of fields for a machine. */
bool table_names_fields(const sheet_view *v, uint32_t row)
{
    unsigned cells = 0, joined = 0;

    for (uint32_t c = view_next(v, row, 0); c != UINT32_MAX;
         c = view_next(v, row, c + 1)) {
        text t = view_text(v, row, c);

        if (view_cell(v, row, c)->type != CELL_STRING)
            return false;
        for (size_t i = 0; i < t.length; i++)
            if (!((t.bytes[i] >= 'a' && t.bytes[i] <= 'z') ||
                  (t.bytes[i] >= 'A' && t.bytes[i] <= 'Z') ||
                  ascii_is_digit(t.bytes[i]) || t.bytes[i] == '_'))
                return false;
        cells++;
        joined += text_find(t, "_", 0) != SIZE_MAX;
    }
    return cells >= 3 && joined * 2 >= cells;
}

/* A cell over several columns whose children are all roles or years. An
 * indicator's name is above figures, never above 指標名 or 事業名. */
static bool is_group(const finder *f, uint32_t row, uint32_t col)
{
    merge_range m = view_range(f->view, row, col);
    const header_word *own = word_at(f, row, col);
    bool name = own->role == ROLE_NONE && !own->year_only;
    unsigned children = 0;

    if (m.last_col == m.col || m.last_row + 1 >= f->view->grid->rows)
        return false;
    for (uint32_t c = view_next(f->view, m.last_row + 1, m.col);
         c <= m.last_col; c = view_next(f->view, m.last_row + 1, c + 1)) {
        const header_word *w = word_at(f, m.last_row + 1, c);

        if (w->role == ROLE_NONE && !w->year_only &&
            view_range(f->view, m.last_row + 1, c).last_col == c)
            return false;
        if (name && (w->role == ROLE_KPI || role_is_level(w->role)))
            return false;
        children += w->role != ROLE_NONE || w->year_only;
        if (c == m.last_col)
            break;
    }
    return children > 0;
}

static bool is_pinned(const finder *f, uint32_t row)
{
    for (size_t i = 0; i < f->plan->pin_count; i++) {
        const plan_pin *pin = &f->plan->pins[i];
        text key;

        if (pin->row == row &&
            (pin->sheet[0] == '\0' ||
             (fold_key(f->memory, &key, text_of(f->view->grid->sheet)) &&
              plan_glob(pin->sheet, key))))
            return true;
    }
    return false;
}

/* A number that is no year. Below a table's header a lone 2000 is a figure:
 * years of a header stand together. */
static bool has_figure(const finder *f, uint32_t row)
{
    unsigned years = 0;

    for (uint32_t c = view_next(f->view, row, 0); c != UINT32_MAX;
         c = view_next(f->view, row, c + 1)) {
        const cell *at = view_cell(f->view, row, c);

        if (!is_number_cell(f->view, row, c))
            continue;
        if (!word_at(f, row, c)->year_only)
            return true;
        years += at->type == CELL_NUMBER &&
                 book_format_kind(f->view->book, at->format) != FORMAT_DATE;
    }
    return years == 1 && f->below;
}

static void score_row(const finder *f, row_score *s, uint32_t row)
{
    *s = (row_score){ 0 };
    s->pinned = is_pinned(f, row);
    if (!s->pinned && has_figure(f, row)) {
        s->numbers = 1; /* not a header: no word is looked up */
        return;
    }
    if (!s->pinned &&
        table_is_subtotal(f->memory,
                          view_text(f->view, row,
                                    view_next(f->view, row, 0)))) {
        s->others = s->cells = 1; /* 小計 | 2事業 | 2指標 */
        return;
    }
    for (uint32_t c = view_next(f->view, row, 0); c != UINT32_MAX;
         c = view_next(f->view, row, c + 1)) {
        const header_word *w = word_at(f, row, c);

        s->cells++;
        if (w->role != ROLE_NONE) {
            s->roles++;
            s->exact += w->exact && w->role != ROLE_IGNORED;
            if (w->role != ROLE_IGNORED)
                s->mask |= (uint64_t)1 << w->role;
            s->years += w->has_year;
        } else if (w->year_only || w->year_named)
            s->years++; /* 増加分１年目（R3） too */
        else if (is_number_cell(f->view, row, c))
            s->numbers++;
        else if (is_group(f, row, c))
            s->groups++;
        else if (w->unit.length > 0)
            s->units++;
        else
            s->others++;
        if (s->numbers > 0 && !s->pinned)
            return;
    }
}

static unsigned bits(uint64_t mask)
{
    unsigned n = 0;

    for (; mask != 0; mask &= mask - 1)
        n++;
    return n;
}

#define BIT(r) ((uint64_t)1 << (r))
#define FIGURE_ROLES (BIT(ROLE_KPI) | BIT(ROLE_TARGET) | BIT(ROLE_ACTUAL) |  \
                      BIT(ROLE_BASELINE) | BIT(ROLE_PLANNED) |               \
                      BIT(ROLE_RATE) | BIT(ROLE_TOTAL))
#define LEVEL_ROLES (BIT(ROLE_GOAL) | BIT(ROLE_THEME) | BIT(ROLE_PART) |     \
                     BIT(ROLE_MEASURE) | BIT(ROLE_PROJECT))

/* A label with its value beside it (目的 | …), right above a header: it has
 * one column of its own, and the header's word below is not a part of it. */
static bool labels_a_value(const finder *f, const table *t, uint32_t row,
                           uint32_t col)
{
    const header_word *w = word_at(f, row, col), *below;
    merge_range m = view_range(f->view, row, col);

    if (!w->exact || m.last_col > m.col || m.last_row + 1 != t->top)
        return false;
    below = word_at(f, t->top, col);
    return view_begins(f->view, t->top, col) && below->exact &&
           below->role != w->role && below->role != ROLE_VALUE &&
           below->role != ROLE_YEAR && below->role != ROLE_NAME &&
           below->role != ROLE_UNIT && !below->year_only &&
           !role_is_figure(w->role);
}

/* A level's name that is no header but a label: 事業名 | 公園整備 above the
 * header 成果指標 | 単位 of the same columns. */
static bool is_label_row(const finder *f, uint32_t row)
{
    for (uint32_t c = view_next(f->view, row, 0); c != UINT32_MAX;
         c = view_next(f->view, row, c + 1)) {
        const table below = { .top = row + 1 };

        if (role_is_level(word_at(f, row, c)->role) &&
            word_at(f, row + 1, c)->role != ROLE_PROJECT &&
            labels_a_value(f, &below, row, c))
            return true;
    }
    return false;
}

/* Figures behind the first cell of a row, typed as text too: 82%. */
static bool has_values(const finder *f, uint32_t row)
{
    uint32_t c = view_next(f->view, row, 0);

    while (c != UINT32_MAX &&
           (c = view_next(f->view, row, c + 1)) != UINT32_MAX) {
        text t = view_text(f->view, row, c);

        if (is_number_cell(f->view, row, c))
            return true;
        for (size_t at = 0; at < t.length;) {
            uint32_t g = utf8_next(t, &at);

            if ((g >= '0' && g <= '9') || (g >= 0xFF10 && g <= 0xFF19))
                return true;
        }
    }
    return false;
}

/* Years alone (単位 | R2 | R3 | R4), and below them lines of 目標 and 実績: a
 * table for what the heading above it names. */
static bool years_over_lines(const finder *f, const row_score *s,
                             uint32_t row)
{
    unsigned lines = 0;

    if (s->years < 2 || s->others > 0 || s->numbers > 0)
        return false;
    for (uint32_t below = row + 1;
         below <= row + 2 && below < f->view->grid->rows; below++) {
        uint32_t c = view_next(f->view, below, 0);
        text key;

        lines += c != UINT32_MAX &&
                 fold_key(f->memory, &key, view_text(f->view, below, c)) &&
                 content_is_line(key) && has_values(f, below);
    }
    return lines == 2;
}

/* 番号 | 事業名 | 担当局 | 評価: projects in a list of their own; below each
 * label stand two rows at least, of words that are no labels. */
static bool heads_a_list(const finder *f, const row_score *s, uint32_t row)
{
    uint32_t col = UINT32_MAX;

    if (s->exact < 3 || s->others + s->numbers + s->years > 0 ||
        (s->mask & BIT(ROLE_PROJECT)) == 0 ||
        (s->mask & (BIT(ROLE_NO) | BIT(ROLE_BUREAU) | BIT(ROLE_DIVISION) |
                    BIT(ROLE_GRADE) | BIT(ROLE_CODE))) == 0)
        return false;
    for (uint32_t c = view_next(f->view, row, 0); c != UINT32_MAX;
         c = view_next(f->view, row, c + 1))
        if (word_at(f, row, c)->role == ROLE_PROJECT)
            col = c;
    for (uint32_t below = row + 1; below <= row + 2; below++)
        if (!view_filled(f->view, below, col) ||
            view_cell(f->view, below, col)->type != CELL_STRING ||
            word_at(f, below, col)->exact)
            return false;
    return true;
}

static bool is_header(const finder *f, const row_score *s, uint32_t row)
{
    unsigned good = s->roles + s->groups;
    unsigned others = s->others + s->units;

    if (table_names_fields(f->view, row))
        return false;
    if (s->pinned || years_over_lines(f, s, row) || heads_a_list(f, s, row))
        return true;
    if (s->numbers > 0 || s->exact == 0 ||
        (s->exact < 2 && s->roles + s->years + s->groups < 3))
        return false;
    for (unsigned y = s->years; y > 0 && good < s->cells; y--)
        good++;
    if (bits(s->mask) + (s->years > 1) + (s->groups > 0) < 2 ||
        (good <= others && (s->exact < 3 || (s->mask & BIT(ROLE_KPI)) == 0 ||
                            (s->mask & LEVEL_ROLES) == 0)))
        return false;
    return (s->mask & FIGURE_ROLES) != 0 ||
           (s->years > 1 && (s->mask & BIT(ROLE_LINE)) != 0 &&
            (s->mask & BIT(ROLE_NAME)) != 0) ||
           ((s->mask & LEVEL_ROLES) != 0 && s->years + s->groups > 0 &&
            !is_label_row(f, row));
}

/* A row whose words are spread over the rows below it: 施策 | 事業 | 評価, and
 * below 評価 指標 | 年度別 and so on. Cells hang down from it or group those
 * below, and together the rows are a header. */
static bool begins_deep_header(const finder *f, const row_score *first,
                               uint32_t row)
{
    row_score all = *first;
    bool hangs = false;

    if (first->pinned || first->numbers > 0 || first->exact == 0 ||
        first->others > 0 || first->cells < 2)
        return false;
    for (uint32_t r = row + 1;
         r < f->view->grid->rows && r - row < HEADER_ROWS_MAX; r++) {
        row_score s;

        for (uint32_t c = view_next(f->view, row, 0); c != UINT32_MAX;
             c = view_next(f->view, row, c + 1))
            hangs = hangs || view_range(f->view, row, c).last_row >= r;
        if (!hangs)
            return false;
        score_row(f, &s, r);
        if (s.cells == 0 || s.numbers > 0 || s.others > 0)
            break;
        all.exact += s.exact;
        all.mask |= s.mask;
        all.years += s.years;
        if ((all.mask & FIGURE_ROLES) != 0 && all.exact >= 3 &&
            bits(all.mask) + (all.years > 0) >= 3)
            return true;
    }
    return false;
}

/* 基準 | 実績 | 実績 | 目標 above 施策 | 指標 | H30 | R2 | R3 | R6: what is
 * measured stands in the second row only, beside the years. */
static bool lacks_names(const finder *f, const table *t, uint32_t row)
{
    const uint64_t names = LEVEL_ROLES | BIT(ROLE_KPI);
    row_score above, below;

    if (t->top != t->bottom)
        return false;
    score_row(f, &above, t->top);
    score_row(f, &below, row);
    return (above.mask & names) == 0 && (below.mask & names) != 0 &&
           below.years > 1 && above.years == 0;
}

/* A row below a header that carries on with it: only roles and years. */
static bool carries_on(const finder *f, const table *t, uint32_t row)
{
    row_score s;

    score_row(f, &s, row);
    if (s.cells == 0 || s.numbers > 0 || s.others > 0)
        return false;
    if (view_next(f->view, row, 0) < t->col && !lacks_names(f, t, row))
        return false;
    /* A lone word below a header may as well be data: 実績 | 10 | 20. */
    return s.roles + s.years + s.groups + s.units >= 2 ||
           view_range(f->view, row - 1, view_next(f->view, row, 0)).last_col >
               view_range(f->view, row - 1, view_next(f->view, row, 0)).col;
}

static void cover(const finder *f, table *t, uint32_t row, bool down)
{
    for (uint32_t c = view_next(f->view, row, 0); c != UINT32_MAX;
         c = view_next(f->view, row, c + 1)) {
        merge_range m = view_range(f->view, row, c);

        if (m.col < t->col)
            t->col = m.col;
        if (m.last_col > t->last_col)
            t->last_col = m.last_col;
        /* a title down the side of the table is no header of its rows */
        while (down && m.last_row > t->bottom &&
               m.last_row - t->top < HEADER_ROWS_MAX &&
               !has_figure(f, t->bottom + 1))
            t->bottom++;
    }
}

/* A row above a header that groups its columns. */
static bool leads_in(const finder *f, const table *t, uint32_t row)
{
    unsigned cells = 0, good = 0;

    for (uint32_t c = view_next(f->view, row, 0); c != UINT32_MAX;
         c = view_next(f->view, row, c + 1)) {
        merge_range m = view_range(f->view, row, c);
        const header_word *w = word_at(f, row, c);
        text words = view_text(f->view, row, c);

        cells++;
        if (is_number_cell(f->view, row, c) && !w->year_only)
            return false;
        if (m.col <= t->col && m.last_col >= t->last_col)
            return false; /* a title across the table */
        if (words.length > TITLE_BYTES_MAX || labels_a_value(f, t, row, c))
            return false;
        if (m.last_row >= t->top || w->exact || w->year_only ||
            is_group(f, row, c) || (w->role != ROLE_NONE && cells > 1))
            good++;
    }
    return cells > 0 && good == cells && (cells > 1 || good > 0) &&
           (cells > 1 ||
            view_range(f->view, row,
                       view_next(f->view, row, 0)).last_col >
                view_next(f->view, row, 0));
}

static void extend(const finder *f, table *t)
{
    cover(f, t, t->top, true);
    for (uint32_t row = t->top + 1; row <= t->bottom; row++)
        cover(f, t, row, true);
    while (t->bottom + 1 < f->view->grid->rows &&
           t->bottom - t->top < HEADER_ROWS_MAX &&
           carries_on(f, t, t->bottom + 1)) {
        t->bottom++;
        cover(f, t, t->bottom, true);
    }
}

/* The column of names in front has no header: ( ) | 単位 | R2 | R3. */
static void extend_left(const finder *f, table *t)
{
    uint32_t col = UINT32_MAX;

    for (uint32_t row = t->bottom + 1;
         row <= t->bottom + 2 && row < f->view->grid->rows; row++) {
        uint32_t c = view_next(f->view, row, 0);
        const cell *at = c == UINT32_MAX ? NULL : view_cell(f->view, row, c);

        if (c >= t->col || at == NULL || at->type != CELL_STRING ||
            view_next(f->view, row, t->col) == UINT32_MAX ||
            view_next(f->view, row, c + 1) < t->col)
            return;
        if (col != UINT32_MAX && c != col)
            return;
        col = c;
    }
    if (col != UINT32_MAX && t->col - col == 1)
        t->col = col;
}

static void extend_up(const finder *f, table *t, uint32_t floor)
{
    while (t->top > floor && t->bottom - t->top < HEADER_ROWS_MAX &&
           leads_in(f, t, t->top - 1)) {
        t->top--;
        cover(f, t, t->top, false);
    }
}

/* （単位：人） on a line between the table before and the header. */
static void find_unit_line(const finder *f, table *t, uint32_t floor)
{
    t->unit = text_of("");
    for (uint32_t row = t->top; row > floor && t->top - row < UNIT_REACH;) {
        row--;
        for (uint32_t c = view_next(f->view, row, 0); c != UINT32_MAX;
             c = view_next(f->view, row, c + 1)) {
            text typed = view_text(f->view, row, c), unit;

            if (text_find(typed, "単位", 0) == SIZE_MAX ||
                typed.length > 60)
                continue;
            unit = unit_plain(typed);
            /* 単位：千t-CO2 says so itself */
            if (unit_word(f->memory, unit) ||
                (unit.length <= UNIT_BYTES &&
                 text_find(unit, "単位", 0) == SIZE_MAX &&
                 (text_find(typed, "単位：", 0) != SIZE_MAX ||
                  text_find(typed, "単位:", 0) != SIZE_MAX))) {
                t->unit = unit;
                return;
            }
        }
    }
}

/* 指標１　人口カバー率 | （単位：％）: what stands right above a header, words
 * alone, with no more beside it than a unit or a department. */
static void find_caption(const finder *f, table *t, uint32_t floor)
{
    t->caption = text_of("");
    t->caption_row = UINT32_MAX;
    for (uint32_t row = t->top; row > floor && t->top - row < CAPTION_REACH;) {
        uint32_t c = view_next(f->view, --row, 0), next;
        text words;

        if (c == UINT32_MAX || has_figure(f, row))
            return;
        words = view_text(f->view, row, c);
        next = view_next(f->view, row, c + 1);
        if (text_find(words, "単位", 0) != SIZE_MAX && next == UINT32_MAX)
            continue; /* a unit's line between */
        if (words.length > TITLE_BYTES_MAX ||
            (next != UINT32_MAX &&
             (view_next(f->view, row, next + 1) != UINT32_MAX ||
              (text_find(view_text(f->view, row, next), "単位", 0) ==
                   SIZE_MAX &&
               text_find(view_text(f->view, row, next), "：", 0) ==
                   SIZE_MAX))))
            return;
        t->caption = words;
        t->caption_row = row;
        return;
    }
}

/* 名称 / 単位 / 基準値 / 目標値 one below the other beside a merged ＫＰＩ: labels
 * of a form, no header. */
static bool lists_labels(const finder *f, const table *t)
{
    for (uint32_t c = t->col; c <= t->last_col && t->bottom > t->top + 1;
         c++) {
        uint64_t mask = 0;

        for (uint32_t row = t->top; row <= t->bottom; row++)
            if (view_begins(f->view, row, c) && word_at(f, row, c)->exact)
                mask |= BIT(word_at(f, row, c)->role);
        if ((mask & BIT(ROLE_UNIT)) != 0 && bits(mask) >= 3 &&
            (mask & (BIT(ROLE_BASELINE) | BIT(ROLE_TARGET))) != 0)
            return true;
    }
    return false;
}

static bool find_headers(finder *f, table_list *out)
{
    uint32_t rows = f->view->grid->rows;
    uint32_t floor = 0;

    for (uint32_t row = 0; row < rows; row++) {
        row_score s;
        table *t;

        score_row(f, &s, row);
        if (!is_header(f, &s, row) && !begins_deep_header(f, &s, row))
            continue;
        t = arena_push(f->memory, (void **)&out->items, &out->count,
                       &out->capacity, sizeof(*t));
        if (t == NULL)
            return false;
        t->top = t->bottom = row;
        t->col = UINT32_MAX;
        extend(f, t);
        if (lists_labels(f, t)) {
            row = t->bottom;
            out->count--;
            continue;
        }
        extend_up(f, t, floor);
        extend_left(f, t);
        t->first_row = t->bottom + 1;
        t->last_row = rows - 1;
        find_unit_line(f, t, floor);
        find_caption(f, t, floor);
        if (out->count > 1)
            out->items[out->count - 2].last_row = t->top - 1;
        floor = t->bottom + 1;
        f->below = true;
        row = t->bottom;
    }
    return true;
}

bool table_find(table_list *out, arena *a, const sheet_view *v,
                header_roles *roles, const plan *p, int context_year)
{
    finder f = { a, v, roles, p, context_year, false };

    *out = (table_list){ NULL, 0, 0 };
    if (v->grid->rows == 0 || !find_headers(&f, out))
        return v->grid->rows == 0;
    for (size_t i = 0; i < out->count; i++)
        if (!table_columns_decide(&out->items[i], a, v, roles, p,
                                  context_year))
            return false;
    return true;
}

const table_column *table_column_of(const table *t, role r, unsigned block)
{
    for (size_t i = 0; i < t->count; i++)
        if (t->columns[i].role == r && t->columns[i].block == block)
            return &t->columns[i];
    return NULL;
}

const table_column *table_column_any(const table *t, role r)
{
    for (size_t i = 0; i < t->count; i++)
        if (t->columns[i].role == r)
            return &t->columns[i];
    return NULL;
}

const table *table_part(const table *t, unsigned block)
{
    return t->parts != NULL && block <= t->blocks ? &t->parts[block] : t;
}

bool table_same_columns(const table *a, const table *b)
{
    if (a->count != b->count)
        return false;
    for (size_t i = 0; i < a->count; i++)
        if (a->columns[i].col != b->columns[i].col ||
            a->columns[i].role != b->columns[i].role ||
            a->columns[i].years.to != b->columns[i].years.to ||
            a->columns[i].block != b->columns[i].block)
            return false;
    return true;
}
