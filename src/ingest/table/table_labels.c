/*
 * table_labels.c - lines that look like a header, and are labels with values
 */
#include "ingest/table/table_find_parts.h"

#include <string.h>

#include "ingest/header/unit_words.h"
#include "ingest/table/asked_label.h"
#include "wording/actual_numbered.h"
#include "wording/fold.h"
#include "wording/glyph.h"
#include "wording/kpi_text.h"
#include "wording/no_number.h"

/* Ｒ２事業費 | 67,055 | Ｒ３予算 | 81,801: a year is no column of an indicator's. */
static bool is_dated_cost(const header_word *w)
{
    return w->has_year && (w->role == ROLE_COST || w->role == ROLE_IGNORED);
}

/* 目標（R4年度） | 約91.1%: a figure's label with its year, and the figure. */
static bool has_own_figure(const finder *f, const header_word *label,
                           uint32_t row, uint32_t col)
{
    uint32_t value = view_next(f->view, row, col + 1);
    const header_word *w;

    if (!role_is_figure(label->role) || value == UINT32_MAX)
        return false;
    w = finder_word(f, row, value);
    return w->role == ROLE_NONE && !w->has_year &&
           glyph_has_digit(view_text(f->view, row, value));
}

/* 指標名 | 会員数 | 評価 right above 目標値 | 720人: labels, of which the last is not
 * filled in. */
static bool leaves_verdict(const finder *f, uint32_t row)
{
    uint32_t first = view_next(f->view, row, 0), value, last;
    const header_word *w = finder_word(f, row, first);

    if (!w->exact || w->role != ROLE_KPI || w->has_year)
        return false;
    value = view_next(f->view, row, first + 1);
    last = view_next(f->view, row, value + 1);
    w = finder_word(f, row, last);
    if (!w->exact || (w->role != ROLE_GRADE && w->role != ROLE_STATUS) ||
        finder_word(f, row, value)->role != ROLE_NONE ||
        !view_begins(f->view, row + 1, first))
        return false;
    w = finder_word(f, row + 1, first);
    value = view_next(f->view, row + 1, first + 1);
    return w->exact && role_is_figure(w->role) && value != UINT32_MAX &&
           view_next(f->view, row + 1, value + 1) == UINT32_MAX &&
           glyph_has_digit(view_text(f->view, row + 1, value));
}

/* No.1, ①, 事業２, 1-1: which of several forms it is, and no word besides. */
static bool is_number_alone(const finder *f, uint32_t row, uint32_t col)
{
    const header_word *w = finder_word(f, row, col);
    bool digits = false;
    text key;

    if (w->exact && w->index != 0)
        return true;
    if (!fold_key(f->memory, &key, view_text(f->view, row, col)))
        return false;
    if (text_starts(key, "no."))
        key = text_from(key, strlen("no."));
    for (size_t i = 0; i < key.length; i++) {
        if (ascii_is_digit(key.bytes[i]))
            digits = true;
        else if (strchr("()-.", key.bytes[i]) == NULL)
            return false;
    }
    return digits;
}

/* 事業名 | 公園整備 | 担当課 | 緑政課: labels, each with its value beside it, and
 * no header. Values may be years, but not all of them. In front of 指標名 |
 * 利用者数 | 単位 | 人 may stand a label of it all, 指標①, or a title down the side;
 * in front of 事業名 | …, the number of the form: No.1.
 */
bool finder_pairs_labels(const finder *f, uint32_t row)
{
    unsigned n = 0, front = 0, values = 0, units = 0, cells = 0;
    const header_word *before = NULL;
    bool numbered = false, level = false;

    for (uint32_t c = view_next(f->view, row, 0); c != UINT32_MAX;
         c = view_next(f->view, row, c + 1))
        cells++;
    front = cells % 2;
    if (cells < 4)
        return cells == 3 && leaves_verdict(f, row);
    for (uint32_t c = view_next(f->view, row, 0); c != UINT32_MAX;
         c = view_next(f->view, row, c + 1), n++) {
        const header_word *w = finder_word(f, row, c);

        if (n < front) {
            numbered = is_number_alone(f, row, c);
            if (!numbered && (!w->exact || w->role != ROLE_KPI) &&
                !finder_is_side_title(f, row, c))
                return false;
            continue;
        }
        if ((n - front) % 2 == 0) {
            if (!w->exact ||
                (w->has_year && !is_dated_cost(w) &&
                 !has_own_figure(f, w, row, c)) ||
                view_range(f->view, row, c).last_row > row)
                return false;
            before = w;
            level = level || (BIT(w->role) & LEVEL_ROLES) != 0;
            continue;
        }
        if (w->exact && !label_says_total(before->role, w))
            return false;
        values += w->role == ROLE_NONE && !w->has_year;
        units += before->role == ROLE_UNIT &&
                 unit_word(f->memory, view_text(f->view, row, c));
    }
    return values > 0 && (front == 0 || units > 0 || (numbered && level));
}

bool finder_leaves_empty(const finder *f, uint32_t row)
{
    const sheet_view *v = f->view;
    unsigned labels = 0;

    if (row + 1 >= v->grid->rows)
        return false;
    for (uint32_t c = view_next(v, row, 0), next; c != UINT32_MAX;
         c = next, labels++) {
        uint32_t behind = view_range(v, row, c).last_col + 1;

        next = view_next(v, row, behind);
        if (view_next(v, row + 1, behind) >= next || /* as below headers */
            !view_begins(v, row + 1, c) || !finder_word(f, row, c)->exact ||
            !finder_word(f, row + 1, c)->exact)
            return false;
    }
    return labels > 1 && finder_pairs_labels(f, row + 1);
}

role finder_pair_role(const finder *f, text t)
{
    text value;
    size_t colon = glyph_colon(t, &value);
    const header_word *w;

    if (colon == SIZE_MAX || colon == 0 || value.length == 0)
        return ROLE_NONE;
    w = header_roles_find(f->roles, text_trim(text_cut(t, 0, colon)),
                          f->context_year);
    return w->exact ? w->role : ROLE_NONE;
}

/* 344社（R1）: begins with a digit, behind ① of several, and is no year, as
 * 26（基準） is. */
static bool is_value(const finder *f, uint32_t row, uint32_t col)
{
    const header_word *w = finder_word(f, row, col);
    text t = actual_numbered_first(view_text(f->view, row, col));
    size_t next;

    return !w->year_only && !(w->exact && w->has_year) &&
           glyph_at(t, 0, &next) == GLYPH_DIGIT;
}

/* －, 集計中: why there is no figure. */
static bool says_none(const finder *f, uint32_t row, uint32_t col)
{
    figure_state state = no_number_state(view_text(f->view, row, col));

    return state != STATE_TEXT && state != STATE_BLANK;
}

bool finder_lists_none(const finder *f, uint32_t row)
{
    unsigned none = 0;
    uint32_t c = view_next(f->view, row, 0);

    while (c != UINT32_MAX && !no_number_is_missing(view_text(f->view, row, c)))
        c = view_next(f->view, row, c + 1);
    if (c == UINT32_MAX)
        return false; /* most rows: no words need be looked at */
    for (c = view_next(f->view, row, 0); c != UINT32_MAX && none < 2;
         c = view_next(f->view, row, c + 1))
        none += says_none(f, row, c);
    return none > 1;
}

/* 344社（R1）, 集計中 or 策定済 beside a figure's label. */
static bool is_said(const finder *f, uint32_t row, uint32_t col)
{
    return is_value(f, row, col) || says_none(f, row, col) ||
           milestone_reached(view_text(f->view, row, col));
}

/* 現状値 | 344社（R1） | 目標値 | 362社（R6）: labels and values in turn, behind
 * a label of both perhaps. */
static bool lists_pairs(const finder *f, const row_score *s, uint32_t row)
{
    unsigned n = 0, values = 0;
    bool counts = false;

    if (s->cells < 4)
        return false;
    for (uint32_t c = view_next(f->view, row, 0); c != UINT32_MAX;
         c = view_next(f->view, row, c + 1), n++) {
        const header_word *w = finder_word(f, row, c);

        if (n < s->cells % 2 || (n - s->cells % 2) % 2 == 0) {
            if (!w->exact)
                return false;
            counts = role_is_figure(w->role) || w->role == ROLE_RATE;
        } else {
            if (w->exact)
                return false;
            values += counts && is_said(f, row, c);
        }
    }
    return values > 0;
}

/* 2件, 20人（R6）, ①2件 ②3社: no 1年目 or 3か月, which count the time, and no name
 * behind its number, 1．会員数; `bare`: 42,000 too. */
static bool is_counted(const finder *f, uint32_t row, uint32_t col, bool bare)
{
    static const char *const spans[] = { "年", "期", "月", "か年", "カ年",
                                         "ヵ年", "ヶ年", "四半期" };
    text t = actual_numbered_first(view_text(f->view, row, col)), key;
    size_t at = 0;

    if (!is_value(f, row, col) || !fold_key(f->memory, &key, t))
        return false;
    while (at < key.length &&
           (ascii_is_digit(key.bytes[at]) || key.bytes[at] == '.' ||
            key.bytes[at] == ','))
        at++;
    if (at > 0 && key.bytes[at - 1] == '.')
        return false;
    for (size_t i = 0; i < sizeof(spans) / sizeof(*spans); i++)
        if (text_starts(text_from(key, at), spans[i]))
            return false;
    return bare || at < key.length;
}

/* A figure's label and what it is for each of several, or each year: 目標値 |
 * 20件（R6） | 2件（R6）, 実績 | R1 | 142人 | R2 | 累計305人. */
static bool lists_figures(const finder *f, const row_score *s, uint32_t row)
{
    uint32_t c = view_next(f->view, row, 0);
    const header_word *w = finder_word(f, row, c);
    unsigned values = 0, years = 0;
    bool year = false;

    if (s->cells < 3 || !w->exact || !role_is_figure(w->role) ||
        view_range(f->view, row, c).last_row > row)
        return false;
    while ((c = view_next(f->view, row, c + 1)) != UINT32_MAX) {
        bool is_year = finder_word(f, row, c)->year_only;

        if (is_year && year)
            return false;
        if (!is_year && !year && !is_counted(f, row, c, false))
            return false;
        if (!is_year && year && finder_word(f, row, c)->exact)
            return false;
        years += is_year;
        values += !is_year && glyph_has_digit(view_text(f->view, row, c));
        year = is_year;
    }
    return values > 0 && (years == 0 || !year);
}

/* 目標年度 | R6 | R6 | R6: that of each of several indicators. */
static bool repeats_year(const finder *f, const row_score *s, uint32_t row)
{
    uint32_t c = view_next(f->view, row, 0);
    const header_word *w = finder_word(f, row, c);
    int year = 0;

    if (s->cells < 3 || !w->exact ||
        (w->role != ROLE_TARGET_YEAR && w->role != ROLE_BASELINE_YEAR))
        return false;
    while ((c = view_next(f->view, row, c + 1)) != UINT32_MAX) {
        w = finder_word(f, row, c);
        if (!w->year_only || (year != 0 && w->years.to != year))
            return false;
        year = w->years.to;
    }
    return true;
}

/* 指標① | 参加者数 | 単位：人 | 策定時（R3）：520: a label and its value, and what
 * else there is to say in cells of their own. */
static bool states_in_cells(const finder *f, const row_score *s, uint32_t row)
{
    uint32_t c = view_next(f->view, row, 0);
    const header_word *w = finder_word(f, row, c);

    if (s->cells < 3 || !w->exact || w->role != ROLE_KPI ||
        (c = view_next(f->view, row, c + 1)) == UINT32_MAX ||
        finder_word(f, row, c)->exact)
        return false;
    while ((c = view_next(f->view, row, c + 1)) != UINT32_MAX) {
        text t = view_text(f->view, row, c), value;
        size_t at = glyph_colon(t, &value), next;

        if (at == SIZE_MAX || at == 0)
            return false;
        if (glyph_at(value, 0, &next) == GLYPH_DIGIT &&
            role_is_figure(header_roles_find(f->roles,
                                             text_trim(text_cut(t, 0, at)),
                                             f->context_year)->role))
            return true;
    }
    return false;
}

bool finder_states_figures(const finder *f, const row_score *s, uint32_t row)
{
    year_span span;
    text value;
    size_t next;

    if (s->exact > 0)
        return false;
    for (uint32_t c = view_next(f->view, row, 0); c != UINT32_MAX;
         c = view_next(f->view, row, c + 1))
        if (glyph_colon(view_text(f->view, row, c), &value) != SIZE_MAX &&
            glyph_at(value, 0, &next) == GLYPH_DIGIT &&
            !fiscal_year_parse(&span, value, f->context_year) &&
            !finder_states_aim(f, row, c))
            return true;
    return false;
}

bool finder_lists_values(const finder *f, const row_score *s, uint32_t row)
{
    return !s->pinned && s->exact > 0 && s->numbers == 0 &&
           (lists_pairs(f, s, row) || lists_figures(f, s, row) ||
            repeats_year(f, s, row) || states_in_cells(f, s, row));
}

/* 5, 12: a year only where all is. */
static bool is_bare(text t)
{
    size_t at = 0, next, digits = 0;

    while (glyph_at(t, at, &next) == GLYPH_DIGIT) {
        at = next;
        digits++;
    }
    return digits > 0 && digits < 4 && at == t.length;
}

/* 累計40, 延べ48人, 約1,200人; not 累計5年. */
static bool is_total(text t)
{
    static const char *const words[] = { "累計", "累積", "延べ", "のべ", "約" };
    size_t at = glyph_any(t, 0, words, sizeof(words) / sizeof(*words)), next;
    glyph_class c = glyph_at(t, at, &next);

    if (at == 0 || c != GLYPH_DIGIT)
        return false;
    while (c == GLYPH_DIGIT || c == GLYPH_COMMA ||
           text_starts(text_from(t, at), "."))
        c = glyph_at(t, at = next, &next);
    return !text_starts(text_from(t, at), "年") &&
           !glyph_has_digit(text_from(t, at));
}

/* 27 | 28 | 29 below 平成（年度）: one year after the other. */
static bool counts_up(const finder *f, uint32_t row)
{
    int last = 0;
    unsigned years = 0;

    for (uint32_t c = view_next(f->view, row, 0); c != UINT32_MAX;
         c = view_next(f->view, row, c + 1)) {
        const header_word *w = finder_word(f, row, c);

        if (!w->has_year || (years > 0 && w->years.to != last + 1))
            return false;
        last = w->years.to;
        years++;
    }
    return years > 1;
}

bool finder_is_kind_line(const finder *f, uint32_t row)
{
    uint32_t c = view_next(f->view, row, 0);
    const header_word *w = finder_word(f, row, c);
    unsigned figures = 0, n = 0;
    text key;

    if (!w->exact || w->role != ROLE_KPI || w->index != 0 ||
        !text_ends(view_text(f->view, row, c), "指標"))
        return false;
    while ((c = view_next(f->view, row, c + 1)) != UINT32_MAX) {
        w = finder_word(f, row, c);
        if (is_bare(view_text(f->view, row, c)) ||
            is_counted(f, row, c, true))
            figures += n > 0;
        else if (w->year_only ||
                 (w->exact &&
                  (n == 0 ||
                   !fold_key(f->memory, &key, view_text(f->view, row, c)) ||
                   !content_is_line(key))))
            return false;
        n++;
    }
    return figures > 0 && n > 2;
}

bool finder_is_typed_line(const finder *f, uint32_t row)
{
    uint32_t first = view_next(f->view, row, 0);
    bool figures = false, line = false;
    unsigned n = 0;
    bool beside_name = first != UINT32_MAX && first > 0 &&
                       view_hangs(f->view, row, first - 1);

    if (first != UINT32_MAX && finder_is_kind_line(f, row))
        return true;
    for (uint32_t c = first; c != UINT32_MAX;
         c = view_next(f->view, row, c + 1)) {
        const header_word *w = finder_word(f, row, c);

        if (w->exact && w->role == ROLE_IGNORED &&
            table_names_interim(view_text(f->view, row, c)))
            return false; /* 4～6月 */
        if (is_bare(view_text(f->view, row, c)) ||
            is_counted(f, row, c, true) || is_total(view_text(f->view, row, c))) {
            figures = true; /* 126万人（H26年度） too */
            n++;
        } else if (w->exact && !w->has_year &&
                   (w->role == ROLE_ACTUAL || w->role == ROLE_TARGET ||
                    w->role == ROLE_PLANNED))
            line = true; /* 40人 | 実績 | 28人 | 31人 */
        else if (w->exact || w->year_only || w->year_named)
            return false;
        if (figures && c == first && !beside_name)
            return false;
    }
    return figures && (!line || n > 1) && !counts_up(f, row);
}

bool finder_is_stage_line(const finder *f, const table *t, uint32_t row)
{
    uint32_t c = view_next(f->view, row, 0), next;
    const header_word *w;

    if (c == UINT32_MAX || !view_begins(f->view, t->bottom, c) ||
        (next = view_next(f->view, row, c + 1)) == UINT32_MAX)
        return false;
    w = finder_word(f, t->bottom, c);
    if (!w->exact || w->role != ROLE_YEAR || w->has_year)
        return false;
    w = finder_word(f, row, c);
    return w->exact && (w->role == ROLE_BASELINE || w->role == ROLE_TARGET) &&
           !finder_word(f, row, next)->exact;
}

bool finder_is_typed_figure(const finder *f, uint32_t row, uint32_t col)
{
    return is_bare(view_text(f->view, row, col)) ||
           is_counted(f, row, col, true) ||
           is_total(view_text(f->view, row, col));
}

/* What an indicator's label above its years may say; its name may as well
 * be a part of their header. */
static bool says_fact(const header_word *w)
{
    return w->exact &&
           (w->role == ROLE_BASELINE || w->role == ROLE_BASELINE_YEAR ||
            w->role == ROLE_TARGET || w->role == ROLE_TARGET_YEAR ||
            w->role == ROLE_UNIT || w->role == ROLE_DIRECTION);
}

bool finder_labels_years(const finder *f, const table *t, uint32_t row)
{
    const header_word *w = finder_word(f, t->top, t->col);
    uint32_t c = view_next(f->view, row, 0);
    unsigned n = 0, facts = 0;
    bool of_year = false; /* 目標年度 | H27～R元累計 */

    if (c != t->col || !w->exact || w->role != ROLE_YEAR || w->has_year)
        return false;
    for (; c != UINT32_MAX; c = view_next(f->view, row, c + 1), n++) {
        w = finder_word(f, row, c);
        if (n % 2 == 0 ? (!says_fact(w) &&
                          !(w->exact && w->role == ROLE_IGNORED)) ||
                             view_range(f->view, row, c).last_row > row
                       : w->exact && !(of_year && w->has_year))
            return false;
        facts += n % 2 == 0 && says_fact(w); /* 算出方法 says none */
        of_year = n % 2 == 0 && (w->role == ROLE_TARGET_YEAR ||
                                 w->role == ROLE_BASELINE_YEAR);
    }
    return n % 2 == 0 && facts > 0;
}

bool finder_lies_across(const finder *f, const table *t, uint32_t row)
{
    uint32_t c = view_next(f->view, row, 0);
    merge_range m;

    if (t->last_col == t->col || c == UINT32_MAX || c > t->col)
        return false;
    m = view_range(f->view, row, c);
    return m.row == row && m.last_row == row && m.last_col >= t->last_col;
}

/* R3年度 below 年度: a line of a year's figures. 平成（年度） over several columns
 * heads years. */
static bool is_dated_line(const finder *f, const table *t, uint32_t row)
{
    for (uint32_t c = view_next(f->view, row, 0); c != UINT32_MAX;
         c = view_next(f->view, row, c + 1)) {
        const header_word *above;

        if (!view_filled(f->view, t->bottom, c) ||
            view_range(f->view, t->bottom, c).last_col !=
                view_range(f->view, row, c).last_col ||
            !finder_word(f, row, c)->year_only)
            continue;
        above = finder_word(f, t->bottom, c);
        if (above->exact && above->role == ROLE_YEAR && !above->has_year)
            return true;
    }
    return false;
}

/* 来場者数：40人（R4年度） | R3年度：35人 right below a header. */
static bool states_line(const finder *f, uint32_t row)
{
    row_score s;

    finder_score(f, &s, row);
    return finder_states_figures(f, &s, row);
}

bool finder_holds_data(const finder *f, const table *t, uint32_t row)
{
    return finder_has_figure(f, row) || finder_lists_none(f, row) ||
           finder_is_typed_line(f, row) || is_dated_line(f, t, row) ||
           finder_is_line_of_figures(f, row) || states_line(f, row);
}

bool finder_says_how(const finder *f, uint32_t row, uint32_t col,
                     uint32_t next)
{
    static const char *const words[] = { "定義", "算出", "算定", "計算式" };

    return text_contains_one(view_text(f->view, row, col), words,
                             sizeof(words) / sizeof(*words)) &&
           view_next(f->view, row, next + 1) == UINT32_MAX &&
           finder_word(f, row, col)->exact;
}
