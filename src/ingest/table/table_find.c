/*
 * table_find.c - where the tables of a sheet are, by their header rows
 */
#include "ingest/table/table_find_parts.h"
#include "ingest/table/table_notes.h"

#include <string.h>

#include "ingest/header/unit_words.h"
#include "wording/glyph.h"

enum { TITLE_BYTES_MAX = 180, CAPTION_REACH = 3 };

/* 基準 | 実績 | 実績 | 目標 above 施策 | 指標 | H30 | R2 | R3 | R6, or above 年度 |
 * H30 | R2: what is measured stands in the second row only, beside the years,
 * or is named by labels. */
static bool lacks_names(const finder *f, const table *t, uint32_t row)
{
    const uint64_t names = LEVEL_ROLES | BIT(ROLE_KPI);
    row_score above, below;

    if (t->top != t->bottom)
        return false;
    finder_score(f, &above, t->top);
    finder_score(f, &below, row);
    if (below.years < 2 || above.years > 0)
        return false;
    /* 事業 | | | H29 | H30 below 指標 | 単位 | 実績 | 実績: each in the row of its
     * own, and no word twice */
    if ((above.mask & BIT(ROLE_KPI)) != 0)
        return (above.mask & LEVEL_ROLES) == 0 &&
               (below.mask & LEVEL_ROLES) != 0 &&
               (below.mask & FIGURE_ROLES) == 0;
    return (above.mask & names) == 0 &&
           (below.mask & (names | BIT(ROLE_YEAR))) != 0;
}

/* 令2 alone below 実績, 目標と実績 or 期末目標値: the one year of a column or a
 * group. */
static bool is_lone_year(const finder *f, const row_score *s, uint32_t row)
{
    uint32_t c = view_next(f->view, row, 0);
    const header_word *above;

    if (s->cells != 1 || s->years != 1 || !finder_word(f, row, c)->year_only ||
        !view_filled(f->view, row - 1, c))
        return false;
    above = finder_word(f, row - 1, c);
    return !above->has_year &&
           (BIT(above->role) & FIGURE_ROLES & ~BIT(ROLE_KPI)) != 0;
}

/* 年度 alone: its cells tell of which year a line is. */
static bool heads_years(const finder *f, const table *t, uint32_t col)
{
    const header_word *w = view_filled(f->view, t->bottom, col)
                               ? finder_word(f, t->bottom, col) : NULL;

    return w != NULL && w->exact && w->role == ROLE_YEAR && !w->has_year;
}

/* H27 | 実績 below 年度 | 区分, 2019 | １６ or 策定済 below 年度 | 目標, names in
 * front or not: a line of the table, whatever its figure is. */
static bool is_year_line(const finder *f, const table *t, uint32_t row)
{
    uint32_t c = view_next(f->view, row, 0), next;
    const header_word *line, *said;

    while (c != UINT32_MAX && !heads_years(f, t, c))
        c = view_next(f->view, row, c + 1);
    next = c == UINT32_MAX ? c : view_next(f->view, row, c + 1);
    if (next == UINT32_MAX || !view_filled(f->view, t->bottom, next) ||
        !finder_word(f, row, c)->year_only)
        return false;
    line = finder_word(f, t->bottom, next);
    said = finder_word(f, row, next);
    return line->exact &&
           (line->role == ROLE_LINE
                ? role_is_figure(said->role)
                : role_is_figure(line->role) && !line->has_year &&
                      said->role == ROLE_NONE && !said->year_only);
}

/* 担当 | 事業名 | 指標名 | 単位 | 目標 | 実績 | 作業用 right below a row or two of
 * groups: a word that says nothing among many that no data would be. */
static bool ends_header(const finder *f, const table *t, const row_score *s)
{
    return !f->view->turned && t->bottom - t->top < 2 && s->exact >= 4 &&
           s->others * 4 <= s->exact && finder_bits(s->mask) >= 4 &&
           (s->mask & BIT(ROLE_KPI)) != 0 &&
           (s->mask & FIGURE_ROLES) != 0;
}

/* R2年度 alone below 年度: a line of the table that nobody filled in. */
static bool is_empty_year(const finder *f, const table *t, const row_score *s,
                          uint32_t row)
{
    uint32_t c = view_next(f->view, row, 0);

    return s->cells == 1 && s->years == 1 && c == t->col &&
           finder_word(f, row, c)->year_only && heads_years(f, t, c) &&
           view_range(f->view, row, c).last_col ==
               view_range(f->view, t->bottom, c).last_col;
}

/* A row below a header that carries on with it: only roles and years. */
static bool carries_on(const finder *f, const table *t, uint32_t row)
{
    row_score s;
    unsigned good;

    if (finder_is_band(f, row))
        return false;
    finder_score(f, &s, row);
    good = s.roles + s.years + s.groups + s.units;
    if (s.cells == 0 || s.numbers > 0 || finder_lies_across(f, t, row) ||
        (s.others > 0 && !finder_is_of_parts(f, row) && !ends_header(f, t, &s) &&
         (view_next(f->view, row, 0) <= t->col || s.others * 3 > good)))
        return false; /* a word in four may be unknown below groups */
    if (finder_lists_values(f, &s, row) || finder_states_figures(f, &s, row) ||
        (finder_is_typed_line(f, row) && !finder_is_of_parts(f, row)) ||
        finder_is_line_of_figures(f, row) || is_year_line(f, t, row) ||
        is_empty_year(f, t, &s, row) || finder_is_stage_line(f, t, row))
        return false;
    if (view_next(f->view, row, 0) < t->col && !ends_header(f, t, &s) &&
        !lacks_names(f, t, row) && !finder_lacks_front(f, t, row))
        return false;
    /* A lone word below a header may as well be data: 実績 | 10 | 20. */
    return good >= 2 || is_lone_year(f, &s, row) || finder_is_of_parts(f, row) ||
           view_range(f->view, row - 1, view_next(f->view, row, 0)).last_col >
               view_range(f->view, row - 1, view_next(f->view, row, 0)).col;
}

/* ＫＰＩ or 数値目標 down the side of 指標 | 基準値 and of their rows: no word of a
 * header, whatever stands in the rows. */
static bool is_side_label(const finder *f, merge_range m)
{
    uint32_t next = view_next(f->view, m.row, m.last_col + 1);
    const header_word *w;

    if (m.last_row == m.row || next == UINT32_MAX ||
        view_next(f->view, m.row, 0) < m.col ||
        view_range(f->view, m.row, next).last_row > m.row)
        return false;
    w = finder_word(f, m.row, m.col);
    if (w->role != ROLE_KPI && w->role != ROLE_TARGET)
        return false;
    w = finder_word(f, m.row, next);
    if (!w->exact || (w->role != ROLE_KPI && w->role != ROLE_NAME))
        return false;
    next = view_next(f->view, m.row, next + 1); /* no value: 名称 | 参加者数 */
    return next != UINT32_MAX && finder_word(f, m.row, next)->exact;
}

static void cover(const finder *f, table *t, uint32_t row, bool down)
{
    uint32_t behind = finder_label_behind(f, row);

    for (uint32_t c = view_next(f->view, row, 0); c < behind;
         c = view_next(f->view, row, c + 1)) {
        merge_range m = view_range(f->view, row, c);

        if (m.col < t->col)
            t->col = m.col;
        if (m.last_col > t->last_col)
            t->last_col = m.last_col;
        if (is_side_label(f, m) || finder_is_side_title(f, row, c))
            continue;
        /* a title down the side of the table is no header of its rows */
        while (down && m.last_row > t->bottom &&
               m.last_row - t->top < HEADER_ROWS_MAX &&
               !finder_is_band(f, t->bottom + 1) &&
               !finder_holds_data(f, t, t->bottom + 1))
            t->bottom++;
    }
}

/* 指標1　参加者数 | 単位：人: a caption, and no group. */
static bool is_caption_with_unit(const finder *f, uint32_t row)
{
    uint32_t first = view_next(f->view, row, 0);
    uint32_t next = first == UINT32_MAX
                        ? UINT32_MAX : view_next(f->view, row, first + 1);
    text unit;

    if (next == UINT32_MAX || finder_word(f, row, first)->exact ||
        view_next(f->view, row, next + 1) != UINT32_MAX)
        return false;
    unit = view_text(f->view, row, next);
    return text_find(unit, "単位：", 0) != SIZE_MAX ||
           text_find(unit, "単位:", 0) != SIZE_MAX;
}

/* 事業名 over two columns | 公園整備 over the others, right above a header of
 * which one cell is below both: labels, and no groups. */
static bool is_crossed(const finder *f, const table *t, merge_range m)
{
    merge_range below = view_range(f->view, t->top, m.last_col);

    return m.last_row + 1 == t->top && below.row == t->top &&
           below.last_col > m.last_col;
}

/* 活動指標 | 講座の回数 over some of the years below, with nothing below the label:
 * what is measured, and no group. */
static bool names_what_is_below(const finder *f, const table *t, uint32_t row)
{
    uint32_t c = view_next(f->view, row, 0), value;
    const header_word *w;

    if (c >= t->col)
        return false;
    value = view_next(f->view, row, c + 1);
    if (value < t->col && view_range(f->view, t->top, value).row == t->top)
        c = value; /* behind the title of a part: 指標 */
    w = finder_word(f, row, c);
    if (!w->exact || w->role != ROLE_KPI || w->has_year ||
        (value = view_next(f->view, row, c + 1)) == UINT32_MAX ||
        view_next(f->view, row, value + 1) != UINT32_MAX)
        return false;
    return !finder_word(f, row, value)->exact &&
           view_range(f->view, row, value).last_col < t->last_col;
}

/* The only cell of its row, over the columns of projects and of indicators:
 * a title, for nothing groups both. */
static bool is_title_over(const finder *f, const table *t, merge_range m)
{
    const uint64_t both = BIT(ROLE_PROJECT) | BIT(ROLE_KPI);
    uint64_t mask = 0;

    if (view_next(f->view, m.row, 0) != m.col ||
        view_next(f->view, m.row, m.last_col + 1) != UINT32_MAX)
        return false;
    for (uint32_t c = view_next(f->view, t->top, m.col); c <= m.last_col;
         c = view_next(f->view, t->top, c + 1))
        mask |= BIT(finder_word(f, t->top, c)->role);
    return (mask & both) == both;
}

/* 利用の状況 over 指標 | 単位 | R5実績. */
static bool stands_over(const finder *f, const table *t, merge_range m)
{
    return m.last_row + 1 == t->top && m.last_col > m.col &&
           view_filled(f->view, t->top, m.col) &&
           finder_word(f, t->top, m.col)->exact;
}

/* 事業名 in a row above a header, and only a name below it behind that, beside such
 * parts: the row is its first. */
static bool names_from_above(const finder *f, const table *t, uint32_t row)
{
    bool named = false, over = false;

    for (uint32_t c = view_next(f->view, row, 0); c != UINT32_MAX;
         c = view_next(f->view, row, c + 1)) {
        merge_range m = view_range(f->view, row, c);
        const header_word *w;

        over = over || stands_over(f, t, m);
        if (m.last_row < t->top && view_filled(f->view, t->top, c))
            continue;
        w = finder_word(f, row, c);
        named = named || (w->exact && role_is_level(w->role) &&
                          view_filled(f->view, t->top + 1, c));
    }
    return named && over;
}

/* 利用の状況 beside that; 感想 over nothing. */
static bool heads_block(const finder *f, const table *t, merge_range m)
{
    return m.last_row + 1 == t->top &&
           (!view_filled(f->view, t->top, m.col) || stands_over(f, t, m)) &&
           names_from_above(f, t, m.row);
}

/* 指標１：来場者数（人） over 目標 | 実績: a label with its value in one cell, but what
 * the figures below count. */
static bool names_figures(const finder *f, const table *t, merge_range m)
{
    return stands_over(f, t, m) &&
           role_is_figure(finder_word(f, t->top, m.col)->role) &&
           finder_pair_role(f, view_text(f->view, m.row, m.col)) == ROLE_KPI;
}

/* A row above a header that groups its columns. */
static bool leads_in(const finder *f, const table *t, uint32_t row)
{
    unsigned cells = 0, good = 0;

    if (finder_pairs_labels(f, row) || is_caption_with_unit(f, row) ||
        finder_labels_years(f, t, row) || names_what_is_below(f, t, row) ||
        finder_states_indicator(f, row))
        return false;
    for (uint32_t c = view_next(f->view, row, 0); c != UINT32_MAX;
         c = view_next(f->view, row, c + 1)) {
        merge_range m = view_range(f->view, row, c);
        const header_word *w = finder_word(f, row, c);
        text words = view_text(f->view, row, c);

        cells++;
        if (finder_states_aim(f, row, c)) {
            good++;
            continue;
        }
        if (finder_is_number(f->view, row, c) && !w->year_only)
            return false;
        if (m.col <= t->col && m.last_col >= t->last_col &&
            !finder_heads_others(f, t, row))
            return false; /* a title across the table */
        if (words.length > TITLE_BYTES_MAX || text_ends(words, "。") ||
            (finder_pair_role(f, words) != ROLE_NONE &&
             !names_figures(f, t, m)) ||
            is_crossed(f, t, m) || is_title_over(f, t, m) ||
            finder_labels_a_value(f, t, row, c))
            return false;
        if (m.last_row >= t->top || w->exact || w->year_only ||
            finder_is_group(f, row, c) || (w->role != ROLE_NONE && cells > 1) ||
            heads_block(f, t, m))
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
    t->notes_row = t->bottom > t->top &&
                           table_counts_columns(f->view, t->bottom)
                       ? t->bottom : UINT32_MAX;
    if (finder_is_note_row(f, t, t->bottom + 1))
        t->notes_row = ++t->bottom;
}

/* The column of names in front has no header: ( ) | 単位 | R2 | R3. */
static void extend_left(const finder *f, table *t)
{
    uint32_t col = UINT32_MAX;

    for (uint32_t row = t->bottom + 1;
         row <= t->bottom + 2 && row < f->view->grid->rows; row++) {
        uint32_t c = view_next(f->view, row, 0);
        const cell *at;

        if (c == t->col && c > 0 && view_hangs(f->view, row, c - 1) &&
            view_range(f->view, row, c - 1).row > t->bottom)
            c--; /* a name over several rows */
        at = c == UINT32_MAX ? NULL : view_cell(f->view, row, c);
        if (c >= t->col || at == NULL || at->type != CELL_STRING ||
            view_next(f->view, row, t->col) == UINT32_MAX ||
            view_next(f->view, row, c + 1) < t->col)
            return;
        if (col != UINT32_MAX && c != col)
            return;
        col = c;
    }
    if (col != UINT32_MAX &&
        view_range(f->view, t->bottom + 1, col).last_col + 1 == t->col)
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

/* 指標１　人口カバー率 | （単位：％）: what stands right above a header, words
 * alone, with no more beside it than a unit or a department. */
static void find_caption(const finder *f, table *t, uint32_t floor)
{
    t->caption = text_of("");
    t->caption_row = UINT32_MAX;
    for (uint32_t row = t->top; row > floor && t->top - row < CAPTION_REACH;) {
        uint32_t c = view_next(f->view, --row, 0), next;
        text words;

        if (f->view->grid->row_hidden != NULL && f->view->grid->row_hidden[row])
            continue; /* F01 | F02: for machines */
        if (c == UINT32_MAX || finder_has_figure(f, row))
            return;
        next = view_next(f->view, row, c + 1);
        if (next != UINT32_MAX &&
            view_range(f->view, row, c).last_row >= t->top) {
            c = next; /* behind a title down the table's side */
            next = view_next(f->view, row, c + 1);
        }
        words = view_text(f->view, row, c);
        if (next == UINT32_MAX
                ? unit_is_line(words) || text_ends(words, "。")
                : finder_says_how(f, row, c, next))
            continue; /* between the caption and the header */
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
            if (view_begins(f->view, row, c) && finder_word(f, row, c)->exact)
                mask |= BIT(finder_word(f, row, c)->role);
        if ((mask & BIT(ROLE_UNIT)) != 0 && finder_bits(mask) >= 3 &&
            (mask & (BIT(ROLE_BASELINE) | BIT(ROLE_TARGET))) != 0)
            return true;
    }
    return false;
}

/* 指標2 alone, or 指標名 | 設置数: where the next indicator begins. */
static bool names_next(const finder *f, uint32_t row)
{
    uint32_t c = view_next(f->view, row, 0), next;
    const header_word *w = finder_word(f, row, c);

    if (!w->exact || w->role != ROLE_KPI)
        return false;
    next = view_next(f->view, row, c + 1);
    return next == UINT32_MAX ||
           (view_next(f->view, row, next + 1) == UINT32_MAX &&
            !glyph_has_digit(view_text(f->view, row, next)));
}

/* Rows without a gap, or a name of an indicator, between them. */
typedef struct stretch {
    uint32_t first, last;
} stretch;

/* The years of one indicator that labels name end at the first gap, or where
 * the next one is named; `*known` is the stretch that was found last. */
static uint32_t rows_to_gap(const finder *f, stretch *known, uint32_t row)
{
    if (known->first <= row && row <= known->last)
        return known->last;
    *known = (stretch){ row, row };
    while (known->last + 1 < f->view->grid->rows &&
           view_next(f->view, known->last + 1, 0) != UINT32_MAX &&
           !names_next(f, known->last + 1))
        known->last++;
    return known->last;
}

static bool find_headers(finder *f, table_list *out)
{
    uint32_t rows = f->view->grid->rows;
    stretch known = { UINT32_MAX, 0 };
    uint32_t floor = 0;

    for (uint32_t row = 0; row < rows; row++) {
        row_score s;
        table *t;

        finder_score(f, &s, row);
        if (!finder_is_header(f, &s, row) &&
            !finder_begins_deep_header(f, &s, row))
            continue;
        if (out->count > 0 &&
            is_year_line(f, &out->items[out->count - 1], row))
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
        finder_unit_line(f, t, floor);
        find_caption(f, t, floor);
        if (finder_word(f, row, t->col)->role == ROLE_YEAR &&
            finder_named_above(f, row))
            t->last_row = rows_to_gap(f, &known, t->first_row);
        if (out->count > 1 && t[-1].last_row >= t->top)
            t[-1].last_row = t->top - 1;
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
    if (!table_may_have(t, r))
        return NULL;
    for (size_t i = 0; i < t->count; i++)
        if (t->columns[i].role == r && t->columns[i].block == block)
            return &t->columns[i];
    return NULL;
}

const table_column *table_column_any(const table *t, role r)
{
    if (!table_may_have(t, r))
        return NULL;
    for (size_t i = 0; i < t->count; i++)
        if (t->columns[i].role == r)
            return &t->columns[i];
    return NULL;
}

const table_column *table_column_at(const table *t, uint32_t col)
{
    /* columns stand in order, one each; what was joined comes behind */
    if (col >= t->col && col - t->col < t->count &&
        t->columns[col - t->col].col == col)
        return &t->columns[col - t->col];
    for (size_t i = 0; i < t->count; i++)
        if (t->columns[i].col == col)
            return &t->columns[i];
    return NULL;
}

text table_column_words(const table_column *k)
{
    text words = text_of(k->header);

    for (size_t at; (at = text_find(words, " > ", 0)) != SIZE_MAX;)
        words = text_from(words, at + strlen(" > "));
    return words;
}

const table *table_part(const table *t, unsigned block)
{
    return t->parts != NULL && block <= t->blocks ? &t->parts[block] : t;
}
