/*
 * table_header.c - is a row of a sheet a table's header?
 */
#include "ingest/table/table_find_parts.h"

#include "wording/fold.h"
#include "wording/glyph.h"

enum { LABEL_ROWS = 4, SHORT_BYTES = 36 };

bool finder_is_number(const sheet_view *v, uint32_t row, uint32_t col)
{
    const cell *c = view_cell(v, row, col);

    return c != NULL && (c->type == CELL_NUMBER || c->type == CELL_ERROR ||
                         c->missing);
}

const header_word *finder_word(const finder *f, uint32_t row, uint32_t col)
{
    return table_word(f->view, f->roles, row, col, f->context_year);
}

/* 4 | 指標 | 当初値 | R4: the number of a form's row, in front of its words. */
static bool is_row_number(const finder *f, uint32_t row, uint32_t col)
{
    size_t n = 0;
    uint32_t next = view_next(f->view, row, col + 1);
    const cell *c = view_cell(f->view, row, col);

    return view_next(f->view, row, 0) == col && next != UINT32_MAX &&
           c != NULL && c->type == CELL_NUMBER &&
           text_to_size(view_text(f->view, row, col), &n) && n < 100 &&
           table_may_be_word(f->view, f->roles, row, next, f->context_year) &&
           finder_word(f, row, next)->exact &&
           finder_word(f, row, next)->role == ROLE_KPI;
}

/* prj_nm | kpi_nm | tgt_2019: names of fields for a machine. */
bool table_names_fields(const sheet_view *v, uint32_t row)
{
    unsigned cells = 0, joined = 0;

    for (uint32_t c = view_next(v, row, 0); c != UINT32_MAX;
         c = view_next(v, row, c + 1)) {
        const cell *at = view_cell(v, row, c);
        text t = view_cell_text(v, at);
        bool joint = false;

        if (at->type != CELL_STRING)
            return false;
        for (size_t i = 0; i < t.length; i++) {
            joint = joint || t.bytes[i] == '_';
            if (!((t.bytes[i] >= 'a' && t.bytes[i] <= 'z') ||
                  (t.bytes[i] >= 'A' && t.bytes[i] <= 'Z') ||
                  ascii_is_digit(t.bytes[i]) || t.bytes[i] == '_'))
                return false;
        }
        cells++;
        joined += joint;
    }
    return cells >= 3 && joined * 2 >= cells;
}

/* 1年目 right above R4年度: which of the plan's years that is. */
static bool is_nth_year(const finder *f, uint32_t row, uint32_t col)
{
    return table_names_nth_year(view_text(f->view, row, col)) &&
           row + 1 < f->view->grid->rows &&
           view_begins(f->view, row + 1, col) &&
           finder_word(f, row + 1, col)->year_only;
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

/* 1 over 名称 | 単位 | 目標値, as ① would be. */
static bool is_group_number(const finder *f, uint32_t row, uint32_t col)
{
    merge_range m = view_range(f->view, row, col);
    size_t n = 0;
    const header_word *w;

    if (m.last_col == m.col || m.last_row + 1 >= f->view->grid->rows ||
        !text_to_size(view_text(f->view, row, col), &n) || n == 0 || n > 20)
        return false;
    w = finder_word(f, m.last_row + 1, m.col);
    return w->exact && (w->role == ROLE_NAME || w->role == ROLE_KPI);
}

/* A number that is no year. */
bool finder_has_figure(const finder *f, uint32_t row)
{
    bool year = false;

    for (uint32_t c = view_next(f->view, row, 0); c != UINT32_MAX;
         c = view_next(f->view, row, c + 1)) {
        if (!finder_is_number(f->view, row, c) || is_row_number(f, row, c) ||
            is_group_number(f, row, c))
            continue;
        if (!finder_word(f, row, c)->year_only)
            return true;
        year = true;
    }
    return year && f->below && finder_years_are_figures(f, row);
}

/* 前回 or 今回 below 評価. */
static bool is_round(const finder *f, uint32_t row, uint32_t col)
{
    bool earlier;

    return row > 0 && table_names_round(view_text(f->view, row, col),
                                        &earlier) &&
           (finder_word(f, row - 1, col)->role == ROLE_GRADE ||
            (col > 0 && finder_word(f, row - 1, col - 1)->role ==
                            ROLE_GRADE));
}

/* Nothing that a header is made of: `others` of a score. */
static bool is_other(const finder *f, const header_word *w, uint32_t row,
                     uint32_t col)
{
    return w->role == ROLE_NONE && !w->year_only && !w->year_named &&
           w->unit.length == 0 && w->index == 0 && !is_round(f, row, col) &&
           !finder_is_group(f, row, col) && !is_nth_year(f, row, col);
}

/* A row of texts of which none is exact, few are years and one is nothing: no
 * header, and none that goes on. Its long texts need not be taken apart to see
 * that. */
static bool is_only_text(const finder *f, uint32_t row)
{
    enum { FEW_YEARS = 2 };
    bool other = false;
    unsigned years = 0;

    for (uint32_t c = view_next(f->view, row, 0); c != UINT32_MAX;
         c = view_next(f->view, row, c + 1)) {
        const cell *at = view_cell(f->view, row, c);
        text t = view_cell_text(f->view, at);
        const header_word *w;

        if (at->type != CELL_STRING)
            return false;
        if (t.length > SHORT_BYTES) {
            if (table_may_be_word(f->view, f->roles, row, c, f->context_year))
                return false;
            continue;
        }
        w = finder_word(f, row, c);
        if (w->exact)
            return false;
        other = other || is_other(f, w, row, c);
        years += w->year_only;
    }
    return other && years <= FEW_YEARS;
}

void finder_score(const finder *f, row_score *s, uint32_t row)
{
    uint32_t first;

    *s = (row_score){ 0 };
    s->pinned = is_pinned(f, row);
    if (!s->pinned && finder_has_figure(f, row)) {
        s->numbers = 1; /* not a header: no word is looked up */
        return;
    }
    first = view_next(f->view, row, 0);
    if (!s->pinned && table_may_sum(f->view, row, first, f->context_year) &&
        table_is_subtotal(f->memory, view_text(f->view, row, first))) {
        s->others = s->cells = 1; /* 小計 | 2事業 | 2指標 */
        return;
    }
    if (!s->pinned && is_only_text(f, row)) {
        s->others = s->cells = 1;
        return;
    }
    for (uint32_t c = view_next(f->view, row, 0); c != UINT32_MAX;
         c = view_next(f->view, row, c + 1)) {
        const header_word *w = finder_word(f, row, c);

        if (is_row_number(f, row, c) || is_group_number(f, row, c) ||
            finder_is_side_title(f, row, c))
            continue;
        s->cells++;
        if (w->role != ROLE_NONE) {
            if (w->role == ROLE_YEAR && finder_is_group(f, row, c))
                s->groups++; /* 年度 over R3 | R4 | R5 */
            else
                s->roles++;
            s->exact += w->exact && w->role != ROLE_IGNORED;
            if (w->role != ROLE_IGNORED)
                s->mask |= (uint64_t)1 << w->role;
            s->years += w->has_year;
        } else if (w->year_only || w->year_named)
            s->years++; /* 増加分１年目（R3） too */
        else if (finder_is_number(f->view, row, c))
            s->numbers++;
        else if (finder_is_group(f, row, c) || is_nth_year(f, row, c))
            s->groups++;
        else if (w->unit.length > 0 || w->index != 0 ||
                 is_round(f, row, c))
            s->units++; /* ① below 単位 too */
        else
            s->others++;
        if (s->numbers > 0 && !s->pinned)
            return;
    }
    s->numbers += s->others > 1 && !s->pinned && finder_lists_none(f, row);
}

unsigned finder_bits(uint64_t mask)
{
    unsigned n = 0;

    for (; mask != 0; mask &= mask - 1)
        n++;
    return n;
}

/* May a header of this role group others, 名称 or 年度 among them? */
static bool has_children(role r)
{
    switch (r) {
    case ROLE_BUREAU: case ROLE_DIVISION: case ROLE_SUMMARY:
    case ROLE_PURPOSE: case ROLE_GRANT: case ROLE_PERIOD:
    case ROLE_PERIOD_FROM: case ROLE_PERIOD_TO:
    case ROLE_MUNICIPALITY: case ROLE_ACTIVITY: case ROLE_REMARK:
    case ROLE_IGNORED:
        return false;
    default:
        return true;
    }
}

/* 成果指標 | 就農者数（人） over all columns, and nothing else. */
static bool names_all_beside(const finder *f, uint32_t row, uint32_t col)
{
    uint32_t value = view_next(f->view, row, col + 1), last;
    merge_range m;

    if (value == UINT32_MAX || view_next(f->view, row, value + 1) != UINT32_MAX)
        return false;
    m = view_range(f->view, row, value);
    last = view_next(f->view, row + 1, m.last_col);
    return m.last_col > m.col && m.last_row == row &&
           (last == UINT32_MAX || last == m.last_col) &&
           !finder_word(f, row, value)->exact;
}

/* 達成率 | 98.7% over all columns, above 年度 | R4 | R5: no year has that word. */
static bool is_over_years(const finder *f, uint32_t row, uint32_t col)
{
    uint32_t value = view_next(f->view, row, col + 1);
    const header_word *w, *below;
    merge_range m;

    if (value == UINT32_MAX)
        return false;
    m = view_range(f->view, row, value);
    w = finder_word(f, row, value);
    below = finder_word(f, row + 1, value);
    return w->role == ROLE_NONE && !w->year_only && below->year_only &&
           below->years.to != 0 &&
           view_next(f->view, row, m.last_col + 1) == UINT32_MAX &&
           view_next(f->view, row + 1, m.last_col + 1) == UINT32_MAX;
}

/* 実施内容 over two columns | ・講座 over the others, and nothing else: no words of
 * a header group its columns so. */
static bool is_wide_label(const finder *f, const header_word *w, uint32_t row,
                          merge_range label)
{
    uint32_t value = view_next(f->view, row, label.last_col + 1);

    return !has_children(w->role) && value != UINT32_MAX &&
           !finder_word(f, row, value)->exact &&
           view_next(f->view, row, value + 1) == UINT32_MAX &&
           view_next(f->view, row, 0) == label.col;
}

/* A label with its value beside it (目的 | …), right above a header: what
 * stands below it is one cell, whose word is not a part of it. */
bool finder_labels_a_value(const finder *f, const table *t, uint32_t row,
                           uint32_t col)
{
    const header_word *w = finder_word(f, row, col), *below;
    merge_range m = view_range(f->view, row, col),
                under = view_range(f->view, t->top, col);

    if (!w->exact || m.last_row + 1 != t->top)
        return false;
    below = finder_word(f, t->top, col);
    /* the title of a part down the side of the table, too */
    if (under.last_col < m.last_col ||
        (under.last_row > t->top && !below->exact))
        return is_wide_label(f, w, row, m);
    if (!view_begins(f->view, t->top, col) || !below->exact ||
        below->year_only || below->role == w->role)
        return false;
    if (!has_children(w->role))
        return true; /* 担当課 | 交通政策課 above 年度 | … */
    if (w->role == ROLE_KPI && /* above 年度別実績, which stands beside all lines */
        ((names_all_beside(f, row, col) &&
          view_range(f->view, row + 1, col).last_row > row + 2) ||
         (below->role == ROLE_ACTUAL && !below->has_year)))
        return true; /* KPI | 商談件数 above KPIの実績 | R2 | R3 */
    if (below->role == ROLE_YEAR &&
        (is_over_years(f, row, col) ||
         (role_is_level(w->role) && names_all_beside(f, row, col))))
        return true; /* 事業名 | 朝市の開催 above 年度 | 来場者数 | 出店数, too */
    return below->role != ROLE_VALUE && below->role != ROLE_YEAR &&
           below->role != ROLE_NAME && below->role != ROLE_UNIT &&
           w->role != ROLE_KPI && !role_is_figure(w->role);
}

/* A level's name that is no header but a label: 事業名 | 公園整備 above the
 * header 成果指標 | 単位 of the same columns. */
static bool is_label_row(const finder *f, uint32_t row)
{
    for (uint32_t c = view_next(f->view, row, 0); c != UINT32_MAX;
         c = view_next(f->view, row, c + 1)) {
        const table below = { .top = row + 1 };

        if (role_is_level(finder_word(f, row, c)->role) &&
            finder_word(f, row + 1, c)->role != ROLE_PROJECT &&
            finder_labels_a_value(f, &below, row, c))
            return true;
        /* 施策 | 1-1 市政 above 評価指標 | R3 | R4: no level has a year */
        if (role_is_level(finder_word(f, row, c)->role) &&
            view_range(f->view, row, c).last_col == c &&
            view_begins(f->view, row + 1, c) &&
            finder_word(f, row + 1, c)->year_only)
            return true;
    }
    return false;
}

/* 指標名, 整理番号3 */
static bool is_name_label(const header_word *w)
{
    return w->exact &&
           (w->role == ROLE_KPI || (w->role == ROLE_NAME && w->index != 0));
}

bool finder_named_above(const finder *f, uint32_t row)
{
    for (unsigned n = 0; n < LABEL_ROWS && row-- > 0; n++) {
        uint32_t c = view_next(f->view, row, 0), next;

        if (c == UINT32_MAX)
            return false;
        next = view_next(f->view, row, c + 1);
        if (is_name_label(finder_word(f, row, c)))
            return next != UINT32_MAX && !finder_word(f, row, next)->exact;
    }
    return false;
}

/* 2027, a number among the row's cells. */
static bool has_year_figure(const finder *f, uint32_t row)
{
    for (uint32_t c = view_next(f->view, row, 0); c != UINT32_MAX;
         c = view_next(f->view, row, c + 1))
        if (view_cell(f->view, row, c)->type == CELL_NUMBER &&
            finder_word(f, row, c)->year_only)
            return true;
    return false;
}

/* 実績 | 1950 | 2032 right below 目標 | 1972 | 2054, typed as text. */
static bool follows_line(const finder *f, uint32_t row, uint32_t label,
                         uint32_t col)
{
    text key;
    size_t next;

    return view_filled(f->view, row - 1, label) &&
           fold_key(f->memory, &key, view_text(f->view, row - 1, label)) &&
           content_is_line(key) &&
           glyph_at(view_text(f->view, row - 1, col), 0, &next) ==
               GLYPH_DIGIT &&
           glyph_at(view_text(f->view, row, col), 0, &next) == GLYPH_DIGIT;
}

/* 実績値 | 1999 | 2033 below 目標値 | 3396 | 3284: figures that look like years.
 * Below 年度 | R4 | R5 they may be typed as text: 目標 | 11 | 12, and so below
 * other figures: 実績値 | 1,872 | 2027. */
bool finder_is_line_of_figures(const finder *f, uint32_t row)
{
    uint32_t first = view_next(f->view, row, 0), c;
    text key;

    if (first != UINT32_MAX && /* 〃 | 実績 */
        glyph_is_ditto(view_text(f->view, row, first)))
        first = view_next(f->view, row, first + 1);
    if (row == 0 || first == UINT32_MAX ||
        !fold_key(f->memory, &key, view_text(f->view, row, first)) ||
        !content_is_line(key))
        return false;
    c = view_next(f->view, row, first + 1);
    if (c == UINT32_MAX || !view_filled(f->view, row - 1, c))
        return false;
    if (view_cell(f->view, row, c)->type == CELL_NUMBER)
        return finder_is_number(f->view, row - 1, c) ||
               finder_word(f, row - 1, c)->has_year;
    return follows_line(f, row, first, c) ||
           (finder_is_typed_figure(f, row, c) &&
            (finder_word(f, row - 1, c)->year_only ||
             (has_year_figure(f, row) &&
              (finder_is_number(f->view, row - 1, c) ||
               finder_is_typed_figure(f, row - 1, c)))));
}

bool finder_is_of_parts(const finder *f, uint32_t row)
{
    unsigned parts = 0, sums = 0;
    bool earlier;

    for (uint32_t c = view_next(f->view, row, 0); c != UINT32_MAX;
         c = view_next(f->view, row, c + 1)) {
        text t = view_text(f->view, row, c);

        if (!view_begins(f->view, row, c))
            continue; /* of the header's first row */
        if (table_names_interim(t) || table_names_round(t, &earlier))
            parts++;
        else if (table_names_whole_year(t) || text_is(t, "合計") ||
                 text_is(t, "計"))
            sums++;
        else
            return false;
    }
    return parts > 1 && parts > sums;
}

bool finder_is_band(const finder *f, uint32_t row)
{
    uint32_t c = view_next(f->view, row, 0);
    merge_range m;

    if (c == UINT32_MAX || view_next(f->view, row, c + 1) != UINT32_MAX)
        return false;
    m = view_range(f->view, row, c);
    return m.last_col > view_range(f->view, row - 1, c).last_col &&
           view_filled(f->view, row - 1, c);
}

/* Words enough, and of the kinds that a header has? */
static bool could_be_header(const finder *f, const row_score *s,
                            uint32_t row)
{
    unsigned good = s->roles + s->groups;
    unsigned others = s->others + s->units;

    if (!s->pinned && s->exact == 0 && s->years < 2)
        return false; /* as are most rows */
    if (s->pinned || finder_heads_years(f, s, row) ||
        finder_heads_list(f, s, row))
        return true;
    if (s->numbers > 0 || s->exact == 0 ||
        (s->exact < 2 && s->roles + s->years + s->groups < 3))
        return false;
    for (unsigned y = s->years; y > 0 && good < s->cells; y--)
        good++;
    if (finder_bits(s->mask) + (s->years > 1) + (s->groups > 0) < 2 ||
        (good <= others && (s->exact < 3 || (s->mask & BIT(ROLE_KPI)) == 0 ||
                            (s->mask & LEVEL_ROLES) == 0)))
        return false;
    return (s->mask & FIGURE_ROLES) != 0 ||
           (s->years > 1 && (s->mask & BIT(ROLE_NAME)) != 0 &&
            (s->mask & (BIT(ROLE_LINE) | BIT(ROLE_UNIT))) != 0) ||
           ((s->mask & LEVEL_ROLES) != 0 && s->years + s->groups > 0 &&
            !is_label_row(f, row));
}

/* 指標 | 成果指標 | 登録者数 above nothing but years: a label with its value, behind
 * the title of a part. */
static bool names_years(const finder *f, uint32_t row)
{
    uint32_t cols[4], n = 0, years = 0;

    for (uint32_t c = view_next(f->view, row, 0); c != UINT32_MAX;
         c = view_next(f->view, row, c + 1)) {
        if (n == 3)
            return false;
        cols[n++] = c;
    }
    if (n != 3 || !is_name_label(finder_word(f, row, cols[1])) ||
        finder_word(f, row, cols[2])->exact ||
        view_next(f->view, row + 1, 0) != cols[2])
        return false;
    for (uint32_t c = cols[2]; c != UINT32_MAX;
         c = view_next(f->view, row + 1, c + 1), years++)
        if (!finder_word(f, row + 1, c)->year_only)
            return false;
    return years > 1;
}

/* 目標年度 | H27～R元累計 and nothing else: a label with its value, whose words a
 * header may have too. */
static bool says_when(const finder *f, const row_score *s, uint32_t row)
{
    const header_word *w;

    if (s->cells != 2 || s->years != 1)
        return false;
    w = finder_word(f, row, view_next(f->view, row, 0));
    return w->exact && !w->has_year &&
           (w->role == ROLE_TARGET_YEAR || w->role == ROLE_BASELINE_YEAR);
}

bool finder_is_header(const finder *f, const row_score *s, uint32_t row)
{
    if (!could_be_header(f, s, row) || table_names_fields(f->view, row))
        return false;
    return s->pinned ||
           !((s->years > 0 && (finder_is_line_of_figures(f, row) ||
                               finder_heads_schedule(f, row))) ||
             (s->exact > 1 && s->numbers == 0 &&
              (finder_pairs_labels(f, row) || finder_leaves_empty(f, row))) ||
             ((s->mask & BIT(ROLE_KPI)) != 0 &&
              finder_is_kind_line(f, row)) ||
             finder_lists_values(f, s, row) || names_years(f, row) ||
             says_when(f, s, row) || finder_names_indicator(f, row) ||
             (s->exact == 1 && finder_has_pair(f, row) &&
              row + 2 < f->view->grid->rows && is_label_row(f, row + 1)) ||
             finder_states_indicator(f, row));
}
