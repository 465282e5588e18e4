/*
 * table_word.c - what the words of a sheet's cell are as a header
 */
#include "ingest/table/table_parts.h"

#include <string.h>

#include "base/buf.h"
#include "ingest/header/banner.h"
#include "wording/glyph.h"

enum { MARKED_BYTES = 60, COUNTED_BYTES = 24,
       LEAST_HEISEI = 13 /* see sheet_years.c */ };

/* A date above a column names a fiscal year: the one that it shows alone
 * (2021年度 of ggge"年度"), else the one that its day lies in. */
static const header_word *date_word(const char *format, text shown,
                                    header_roles *roles, int context_year)
{
    size_t year = 0, month = 0;
    buf words;
    const header_word *w;

    if (!text_to_size(text_cut(shown, 0, 4), &year) || year < 1990 ||
        year > 2100)
        return header_roles_find(roles, text_of(""), context_year);
    if (text_to_size(text_cut(shown, 5, 7), &month) && month < 4 &&
        strstr(format, "年度") == NULL)
        year--;
    buf_init(&words);
    buf_printf(&words, "%zu年度", year);
    w = header_roles_find(roles, buf_slice(&words), context_year);
    buf_free(&words);
    return w;
}

static const char *era_above(const sheet_view *v, uint32_t row, uint32_t col)
{
    text above = view_text(v, row - 1, col);

    return text_find(above, "平成", 0) != SIZE_MAX   ? "平成"
           : text_find(above, "令和", 0) != SIZE_MAX ? "令和" : "";
}

/* 平成（年度） over one column beside 令和（年度） over several. */
static bool is_beside_era(const sheet_view *v, header_roles *roles,
                          uint32_t row, uint32_t col, int context_year)
{
    uint32_t sides[] = { col > 0 ? col - 1 : UINT32_MAX, col + 1 };

    if (era_above(v, row + 1, col)[0] == '\0')
        return false;
    for (size_t i = 0; i < sizeof(sides) / sizeof(*sides); i++) {
        merge_range m;
        const header_word *w;

        if (sides[i] == UINT32_MAX)
            continue;
        m = view_range(v, row, sides[i]);
        if (m.last_col == m.col || m.row != row || m.last_row != row ||
            era_above(v, row + 1, m.col)[0] == '\0')
            continue;
        w = header_roles_find(roles, view_text(v, row, m.col), context_year);
        if (w->role == ROLE_YEAR && w->exact && !w->has_year)
            return true;
    }
    return false;
}

/* 26（基準） | 27 | 28 below 平成（年度） or 実績値（平成・年度）: years whose era the
 * group names. */
static bool counts_years(const sheet_view *v, header_roles *roles,
                         uint32_t row, uint32_t col, int context_year)
{
    const cell *c = view_cell(v, row - 1, col);
    text above = view_text(v, row - 1, col);
    const header_word *w;
    bool lone;

    if (c == NULL || c->type != CELL_STRING ||
        (text_find(above, "年度", 0) == SIZE_MAX &&
         text_find(above, "平成", 0) == SIZE_MAX &&
         text_find(above, "令和", 0) == SIZE_MAX))
        return false;
    lone = view_range(v, row - 1, col).last_col ==
           view_range(v, row - 1, col).col;
    if (lone && !is_beside_era(v, roles, row - 1, col, context_year))
        return false;
    w = header_roles_find(roles, above, context_year);
    if (lone)
        return !w->has_year && w->role == ROLE_YEAR && w->exact;
    return !w->has_year && (w->role == ROLE_ACTUAL ||
                            w->role == ROLE_TARGET ||
                            w->role == ROLE_PLANNED ||
                            (w->role == ROLE_YEAR && w->exact));
}

/* 元, 5, ２８, 28（目標）: what most cells are not. */
static inline bool may_count(text t)
{
    size_t next;

    if (t.length == 0 || t.length > COUNTED_BYTES)
        return false;
    if (ascii_is_digit(t.bytes[0]))
        return t.length < 3 || !ascii_is_digit(t.bytes[2]);
    return (unsigned char)t.bytes[0] >= 0xe5 && /* of 元 and of ２ */
           (text_starts(t, "元") || glyph_digit(t, 0, &next) >= 0);
}

/* 28, ２８, 元 and nothing else: the year of an era; 0 for other texts. */
static unsigned year_of_era(text t)
{
    unsigned year = 0;
    size_t at = 0;
    int digit;

    if (text_is(t, "元"))
        return 1;
    if (!may_count(t))
        return 0;
    while (year < 10 && (digit = glyph_digit(t, at, &at)) >= 0)
        year = year * 10 + (unsigned)digit;
    return at == t.length && year < 65 ? year : 0;
}

/* The year right behind another: 29 behind 28, 元 behind the last of 平成. */
static bool is_next_year(unsigned before, unsigned year)
{
    return before != 0 && (year == before + 1 ||
                           (year == 1 && (before == 30 || before == 31)));
}

/* 年度, first in its row or in its half of it: what stands in front of it is a
 * figure, or a title down the side. */
static bool labels_years(const sheet_view *v, header_roles *roles,
                         uint32_t row, uint32_t col, int context_year)
{
    const header_word *w = header_roles_find(roles, view_text(v, row, col),
                                             context_year);

    return w->exact && w->role == ROLE_YEAR && !w->has_year &&
           (col == 0 || !view_filled(v, row, col - 1) ||
            !view_begins(v, row, view_range(v, row, col - 1).col) ||
            year_of_era(view_text(v, row, col - 1)) != 0);
}

/* 年度 | 28 | 29 | 30 | 元, or 平成 in place of 年度: where that label stands, and the
 * era that it or 元 tells; false for a figure. */
static bool counts_beside(const sheet_view *v, header_roles *roles,
                          uint32_t row, uint32_t col, int context_year,
                          const char **era)
{
    unsigned year = year_of_era(view_text(v, row, col)), next = year, n = 1;
    uint32_t c = view_range(v, row, col).col;
    bool anew = false; /* 元 stands in front of it, or is it */

    while (c > 0 && view_filled(v, row, c - 1)) {
        unsigned before;

        c = view_range(v, row, c - 1).col;
        before = year_of_era(view_text(v, row, c));
        if (before == 0)
            break;
        if (!is_next_year(before, next))
            return false;
        anew = anew || next == 1;
        next = before;
        n++;
    }
    if (next == 0 || c == view_range(v, row, col).col ||
        !labels_years(v, roles, row, c, context_year))
        return false;
    *era = anew ? "令和" : era_above(v, row + 1, c);
    for (c = view_range(v, row, col).last_col + 1, next = year;
         is_next_year(next, year_of_era(view_text(v, row, c)));
         c = view_range(v, row, c).last_col + 1, n++) {
        next = year_of_era(view_text(v, row, c));
        *era = !anew && next == 1 ? "平成" : *era;
    }
    if ((*era)[0] == '\0' && year >= LEAST_HEISEI && context_year > 0)
        *era = "平成";
    return n > 1 && ((*era)[0] != '\0' || context_year > 0);
}

/* Either as a header's words, with what stands in brackets behind it below
 * such a group; NULL for other cells. */
static const header_word *counted_year(const sheet_view *v,
                                       header_roles *roles, text t,
                                       uint32_t row, uint32_t col,
                                       int context_year)
{
    const header_word *w;
    size_t year = 1, at = 0; /* 元 */
    const char *era;
    buf words;

    if (!may_count(t))
        return NULL;
    if (col > 0 && counts_beside(v, roles, row, col, context_year, &era)) {
        buf_init(&words);
        buf_printf(&words, "%s%u年度", era, year_of_era(t));
        w = header_roles_find(roles, buf_slice(&words), context_year);
        buf_free(&words);
        return w;
    }
    if (row == 0)
        return NULL;
    while (at < t.length && ascii_is_digit(t.bytes[at]))
        at++;
    if (at > 0 && !text_to_size(text_cut(t, 0, at), &year))
        return NULL;
    at = at > 0 ? at : strlen("元");
    if ((at < t.length && glyph_at(t, at, &(size_t){ 0 }) != GLYPH_OPEN) ||
        year == 0 || year >= 65 ||
        !counts_years(v, roles, row, col, context_year))
        return NULL;
    buf_init(&words);
    buf_printf(&words, "%s%zu年度", era_above(v, row, col), year);
    buf_text(&words, text_from(t, at));
    w = header_roles_find(roles, buf_slice(&words), context_year);
    buf_free(&words);
    return w;
}

/* 490人, 39%: digits with a letter behind them, which number no title. */
static bool is_figure_of(text t)
{
    size_t next, behind = glyph_skip_digits(t, 0);
    glyph_class c = glyph_at(t, behind, &next);

    return behind > 0 && (c == GLYPH_KANJI || c == GLYPH_UNIT) &&
           glyph_class_before(t, t.length) != GLYPH_COLON;
}

/* ■事業名, １　事業名, (2)担当課, 【目的】, 評価：: the words without the marks of a
 * form. The same text where there are none. */
static text without_marks(text t)
{
    text no, title;
    size_t next;

    while (t.length > 0) {
        glyph_class first = glyph_at(t, 0, &next);
        glyph_class last = glyph_class_before(t, t.length);
        size_t back = glyph_back(t, t.length);

        if (last == GLYPH_COLON)
            t = text_trim(text_cut(t, 0, back));
        else if (first == GLYPH_OPEN && last == GLYPH_CLOSE && next < back &&
                 glyph_next(t, &(size_t){ 0 }) != '(')
            t = text_trim(text_cut(t, next, back));
        else if (first == GLYPH_BULLET)
            t = text_trim(text_from(t, next));
        else if (first != GLYPH_KANJI && first != GLYPH_NOTE &&
                 heading_read(t, &no, &title) != STYLE_NONE &&
                 title.length < t.length)
            t = title;
        else
            break;
    }
    return t;
}

/* 383.4（R元）, 570（H27～R元年度累計）: a figure with its years. 2020（R2） is a year,
 * and 3（R2） may number what stands there. */
static bool is_dated_figure(text t, int context_year)
{
    year_span years;
    size_t at = 0, start, end;
    text inner;

    if (t.length < 4 || !ascii_is_digit(t.bytes[0]) ||
        (!text_ends(t, "）") && !text_ends(t, ")")))
        return false; /* as most texts */
    while (at < t.length && (ascii_is_digit(t.bytes[at]) ||
                             (at > 0 && (t.bytes[at] == ',' ||
                                         t.bytes[at] == '.'))))
        at++;
    if (at < 2 || at == t.length ||
        (at == 4 && (text_starts(t, "19") || text_starts(t, "20"))))
        return false;
    return glyph_bracketed(text_trim(text_from(t, at)), 0, &inner) &&
           fiscal_year_find(&years, &start, &end, inner, context_year);
}

static const header_word none = { .unit = { "", 0 }, .name = { "", 0 } };

static const header_word *find_marked(header_roles *roles, text t,
                                      int context_year)
{
    const header_word *w, *bare;
    text words;

    if (is_dated_figure(t, context_year))
        return &none;
    w = header_roles_find(roles, t, context_year);
    if (w->exact || w->year_only || t.length > MARKED_BYTES ||
        is_figure_of(t))
        return w;
    words = without_marks(t);
    if (words.length == 0 || words.length == t.length)
        return w;
    bare = header_roles_find(roles, words, context_year);
    /* 【事業1】 is a title */
    return bare->exact && (bare->index == 0 || bare->role == ROLE_KPI)
               ? bare : w;
}

static const header_word *number_word(const sheet_view *v,
                                      header_roles *roles, const cell *c,
                                      uint32_t row, uint32_t col,
                                      int context_year)
{
    text t = view_text(v, row, col);
    size_t year = 0;
    bool whole = text_to_size(t, &year);
    const header_word *counted;

    if (book_format_kind(v->book, c->format) == FORMAT_DATE)
        return date_word(book_format(v->book, c->format), t, roles,
                         context_year);
    if (whole && year >= 1990 && year <= 2100) {
        char digits[32];
        size_t length = t.length < 8 ? t.length : 8;

        memcpy(digits, t.bytes, length);
        memcpy(digits + length, "年度", strlen("年度"));
        return header_roles_find(
            roles, text_slice(digits, length + strlen("年度")),
            context_year);
    }
    counted = counted_year(v, roles, t, row, col, context_year);
    if (counted != NULL)
        return counted;
    if (whole || t.length == 0 || ascii_is_digit(t.bytes[t.length - 1]) ||
        text_ends(t, "%"))
        return &none;
    return find_marked(roles, t, context_year);
}

/* 事業, 施策, 部: words of a header that may be what a unit counts. */
static bool is_counted(text t)
{
    static const char *const words[] = { "事業", "施策", "取組", "項目",
                                         "プロジェクト", "部", "地区" };

    return text_in(t, words, sizeof(words) / sizeof(*words));
}

/* 評価指標② | 導入した地区数 in front of the cell of 単位, perhaps behind the title of
 * the part that they stand in. */
static bool names_indicator(const sheet_view *v, header_roles *roles,
                            uint32_t row, uint32_t unit, int context_year)
{
    uint32_t label = UINT32_MAX, name = UINT32_MAX;
    const header_word *w;

    for (uint32_t c = view_next(v, row, 0); c < unit;
         c = view_next(v, row, c + 1)) {
        label = name;
        name = c;
    }
    if (label == UINT32_MAX)
        return false;
    w = table_word(v, roles, row, label, context_year);
    return w->exact && w->role == ROLE_KPI &&
           !table_word(v, roles, row, name, context_year)->exact;
}

/* 単位 | 事業 alone in a row or behind an indicator's name, and 単位 | 部 at the end
 * of one: no header of projects or departments. */
static bool is_unit_beside(const sheet_view *v, header_roles *roles, text t,
                           uint32_t row, uint32_t col, int context_year)
{
    return col > 0 && is_counted(t) &&
           text_is(view_text(v, row, col - 1), "単位") &&
           view_next(v, row, view_range(v, row, col).last_col + 1) ==
               UINT32_MAX &&
           (text_is(t, "部") ? !text_ends(view_text(v, row + 1, col), "部")
                             : view_next(v, row, 0) == col - 1 ||
                                   names_indicator(v, roles, row, col - 1,
                                                   context_year));
}

/* 事業 below 単位 | 目標 | 実績: what the figures beside it count. */
static bool is_unit_below(const sheet_view *v, header_roles *roles, text t,
                          uint32_t row, uint32_t col, int context_year)
{
    uint32_t next;

    if (row == 0 || !is_counted(t) ||
        !text_is(view_text(v, row - 1, col), "単位"))
        return false;
    next = view_next(v, row - 1, view_range(v, row - 1, col).last_col + 1);
    return next != UINT32_MAX &&
           role_is_figure(
               table_word(v, roles, row - 1, next, context_year)->role);
}

/* Of a cell whose word is not kept. */
static const header_word *look_up(const sheet_view *v, header_roles *roles,
                                  const cell *c, uint32_t row, uint32_t col,
                                  int context_year)
{
    const header_word *counted;
    view_note *note;
    text t;

    if (c->type == CELL_ERROR || c->type == CELL_BOOLEAN)
        return &none;
    if (c->type == CELL_NUMBER)
        return number_word(v, roles, c, row, col, context_year);
    t = view_cell_text(v, c);
    counted = counted_year(v, roles, t, row, col, context_year);
    if (counted != NULL)
        return counted;
    note = c->type == CELL_STRING ? view_note_of(v, c, context_year) : NULL;
    if (note == NULL)
        return find_marked(roles, t, context_year);
    if (note->word == NULL)
        note->word = is_unit_beside(v, roles, t, row, col, context_year) ||
                             is_unit_below(v, roles, t, row, col,
                                           context_year)
                         ? &none : find_marked(roles, t, context_year);
    return note->word;
}

const header_word *table_word(const sheet_view *v, header_roles *roles,
                              uint32_t row, uint32_t col, int context_year)
{
    const cell *c = view_cell(v, row, col);
    const view_note *note;

    if (c == NULL)
        return &none;
    if (c->type == CELL_STRING &&
        !may_count(view_cell_text(v, c))) {
        note = view_note_of(v, c, context_year);
        if (note != NULL && note->word != NULL)
            return note->word; /* it does not count years */
    }
    return look_up(v, roles, c, row, col, context_year);
}

bool table_may_be_word(const sheet_view *v, const header_roles *roles,
                       uint32_t row, uint32_t col, int context_year)
{
    const cell *c = view_cell(v, row, col);
    view_note *note;

    if (c == NULL)
        return false;
    note = view_note_of(v, c, context_year);
    if (note == NULL)
        return header_roles_may_be(roles, view_cell_text(v, c), context_year);
    if (note->may == VIEW_UNASKED)
        note->may = header_roles_may_be(roles, view_cell_text(v, c),
                                        context_year)
                        ? VIEW_MAYBE : VIEW_NO;
    return note->may == VIEW_MAYBE;
}

/* 現　況　値, spread over its cell: a blank between each two letters. */
static bool is_spread(text words)
{
    bool blank = true;
    size_t letters = 0;

    for (size_t at = 0; at < words.length;) {
        bool now = glyph_is_space(glyph_at(words, at, &at));

        if (now == blank)
            return false;
        letters += !now;
        blank = now;
    }
    return letters > 1 && !blank;
}

void table_add_words(buf *header, text words)
{
    bool spread = is_spread(words);

    if (header->length > 0)
        buf_string(header, " > ");
    for (size_t at = 0, next; at < words.length; at = next) {
        glyph_class c = glyph_at(words, at, &next);

        if (spread && glyph_is_space(c))
            continue;
        for (; at < next; at++)
            buf_char(header, words.bytes[at] == '\n' ||
                                     words.bytes[at] == '\r'
                                 ? ' ' : words.bytes[at]);
    }
}

/* A year, or a figure without one of its own. */
static bool needs_group(const deciding *d, uint32_t row, uint32_t col)
{
    const header_word *w = table_word(d->view, d->roles, row, col,
                                      d->context_year);

    return w->year_only || (!w->has_year && (role_is_figure(w->role) ||
                                             w->role == ROLE_RATE));
}

const header_word *table_level_word(const deciding *d, uint32_t row,
                                    uint32_t col, uint32_t *from)
{
    merge_range m = view_range(d->view, row, col);
    const header_word *w;

    if (m.row != row && !(row == d->t->top && m.row < row))
        return NULL; /* hangs down from the row above: already read */
    *from = m.col;
    w = table_word(d->view, d->roles, row, col, d->context_year);
    if (view_filled(d->view, row, col) || row == d->t->bottom)
        return view_filled(d->view, row, col) ? w : NULL;
    if (view_next(d->view, row + 1, col) != col)
        return NULL; /* nothing below that could belong to a group */
    for (uint32_t c = col; c-- > d->t->col;) {
        if (!view_filled(d->view, row, c) &&
            !view_hangs(d->view, row, c))
            continue;
        w = table_word(d->view, d->roles, row, c, d->context_year);
        m = view_range(d->view, row, c);
        *from = m.col; /* 作業用 behind R6 or 事業費, merged over their own */
        if (m.last_col > m.col && m.last_row == row &&
            !needs_group(d, row + 1, col))
            return NULL;
        return view_next(d->view, row + 1, c) == c &&
                       (w->role != ROLE_NONE || w->year_only) ? w : NULL;
    }
    return NULL;
}
