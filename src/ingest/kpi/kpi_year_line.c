/*
 * kpi_year_line.c - the year of a line, and whether it is the first or the last
 *
 *     年度         | 目標 | 実績
 *     現状値（R1） |      | 74
 *     R3           | 104  | 90
 *     最終目標     | 150（R6）
 */
#include "ingest/kpi/kpi_parts.h"
#include "wording/fold.h"
#include "wording/glyph.h"

enum { YEAR_BYTES = 60 };

/* 計画値（R6）, 計画（R6）: no 計画期間. */
static bool says_planned(text typed)
{
    size_t at = text_find(typed, "計画", 0);

    if (at == SIZE_MAX)
        return false;
    typed = text_from(typed, at + strlen("計画"));
    return typed.length == 0 || text_starts(typed, "値") ||
           text_starts(typed, "（") || text_starts(typed, "(");
}

/* 現状値, 最終目標値 without a year: the figure's cell may tell it. */
static bool names_stage(const build *b, text typed, line_year *stage)
{
    static const char *const first[] = { "現状値", "基準値", "現状", "基準",
                                         "策定時", "当初値", "当初", "現況値",
                                         "計画策定時", "策定時の値" };
    static const char *const due[] = { "最終目標値", "最終目標", "目標値",
                                       "計画最終年度目標", "最終年度目標",
                                       "最終", "計画目標" };
    text key;

    if (glyph_has_digit(typed) || !fold_key(b->reader->memory, &key, typed))
        return false;
    if (text_in(key, first, sizeof(first) / sizeof(*first)))
        *stage = LINE_YEAR_FIRST;
    else if (text_in(key, due, sizeof(due) / sizeof(*due)))
        *stage = LINE_YEAR_DUE;
    else
        return false;
    return true;
}

/* 現状（R1） begins, R8（最終） ends the years; other words are no year. */
static line_year year_with_words(const build *b, text typed, bool leads,
                                 year_span *out)
{
    static const char *const first[] = { "現状", "基準", "策定時", "当初",
                                         "開始前", "計画前" };
    static const char *const others[] = { "最終", "目標", "中間", "実績",
                                          "見込", "速報", "計画" };
    size_t start, end;
    line_year stage;

    *out = (year_span){ 0 };
    if (names_stage(b, typed, &stage))
        return stage;
    if (typed.length > YEAR_BYTES ||
        !fiscal_year_find(out, &start, &end, typed,
                          b->reader->context_year) ||
        out->to == 0) {
        *out = (year_span){ 0 };
        return LINE_YEAR_UNKNOWN;
    }
    for (size_t i = 0; i < sizeof(first) / sizeof(*first); i++)
        if (text_find(typed, first[i], 0) != SIZE_MAX)
            return LINE_YEAR_FIRST;
    if (leads && text_starts(typed, "現況"))
        return LINE_YEAR_FIRST; /* 現況値（H30）, then H31実績値 */
    if (text_starts(typed, "最終目標") || text_starts(typed, "目標値"))
        return LINE_YEAR_DUE;
    if ((text_find(typed, "目標", 0) != SIZE_MAX || says_planned(typed)) &&
        !build_has(b, ROLE_TARGET) &&
        !build_has(b, ROLE_PLANNED) && !build_has_lines(b))
        return LINE_YEAR_DUE;
    for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
        if (text_find(typed, others[i], 0) != SIZE_MAX)
            return LINE_YEAR;
    *out = (year_span){ 0 };
    return LINE_YEAR_UNKNOWN;
}

/* 基準値（事業開始前） in front of its year. */
static bool stage_is_first(const build *b, uint32_t row,
                           const table_column *year)
{
    static const char *const words[] = { "基準値", "基準年", "開始前", "現状値",
                                         "計画前", "策定時" };

    for (size_t i = 0; i < b->table->count; i++) {
        const table_column *k = &b->table->columns[i];
        text t;

        if (k->role != ROLE_NONE || k->col >= year->col)
            continue;
        t = view_text(&b->reader->view, row, k->col);
        for (size_t n = 0; n < sizeof(words) / sizeof(*words); n++)
            if (text_find(t, words[n], 0) != SIZE_MAX)
                return true;
    }
    return false;
}

/* One cell below both 目標 and 実績, as no year's figures have it. */
static bool covers_both(const build *b, uint32_t row)
{
    const sheet_view *v = &b->reader->view;

    for (size_t i = 0; i < b->table->count; i++) {
        const table_column *k = &b->table->columns[i];
        merge_range m = view_range(v, row, k->col);

        for (size_t n = 0; k->role == ROLE_ACTUAL && build_mine(b, k) &&
                           m.last_col > m.col && n < b->table->count;
             n++) {
            const table_column *aim = &b->table->columns[n];

            if ((aim->role == ROLE_TARGET || aim->role == ROLE_PLANNED) &&
                build_mine(b, aim) && aim->col >= m.col &&
                aim->col <= m.last_col)
                return view_filled(v, row, m.col);
        }
    }
    return false;
}

/* R7年度目標数値 | 41.0% over the columns of a year's 目標 and 実績. */
static bool states_aim(const build *b, uint32_t row, text typed)
{
    return text_find(typed, "目標", 0) != SIZE_MAX &&
           text_find(typed, "中間", 0) == SIZE_MAX && covers_both(b, row);
}

line_year build_year_of_line(const build *b, size_t n,
                             const table_column *year, year_span *out)
{
    const sheet_view *v = &b->reader->view;
    text typed = view_text(v, b->rows[n], year->col);
    bool lines = table_column_any(b->table, ROLE_LINE) != NULL;
    size_t whole = 0;
    line_year stage;

    *out = (year_span){ 0 };
    while (typed.length == 0 && lines && n > b->first)
        typed = view_text(v, b->rows[--n], year->col);
    if (typed.length == 0)
        return LINE_NO_YEAR;
    if (text_to_size(typed, &whole) && whole >= 1990 && whole <= 2100)
        out->to = (int)whole;
    else if (!reader_year_parse(b->reader, out, typed)) {
        stage = year_with_words(b, typed, n == b->first && n < b->last, out);
        return stage == LINE_YEAR && states_aim(b, b->rows[n], typed)
                   ? LINE_YEAR_DUE : stage;
    }
    return stage_is_first(b, b->rows[n], year) ? LINE_YEAR_FIRST : LINE_YEAR;
}

/* 最終目標（R6） | 70 | 68: a target, and what came of it already. */
static bool has_both(const build *b, uint32_t row, uint32_t col)
{
    const sheet_view *v = &b->reader->view;

    if (!view_filled(v, row, col) || !view_begins(v, row, col))
        return false;
    for (size_t i = 0; i < b->table->count; i++) {
        const table_column *c = &b->table->columns[i];

        if ((c->role == ROLE_TARGET || c->role == ROLE_PLANNED) &&
            build_mine(b, c) && view_filled(v, row, c->col) &&
            view_begins(v, row, c->col))
            return true;
    }
    return false;
}

line_year build_stage_of_line(const build *b, size_t n,
                              const table_column *year, uint32_t col,
                              year_span *out)
{
    line_year stage = build_year_of_line(b, n, year, out);

    return stage == LINE_YEAR_DUE && out->to != 0 &&
                   has_both(b, b->rows[n], col)
               ? LINE_YEAR : stage;
}
