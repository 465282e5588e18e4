/*
 * table_times.c - columns of the years in which figures were or are due
 */
#include "ingest/table/table_parts.h"

#include <string.h>

#include "wording/actual_numbered.h"
#include "wording/glyph.h"

enum { YEAR_ROWS = 60 };

/* There are actuals, and no line's year is needed to date them. */
static bool actuals_have_years(const deciding *d)
{
    for (size_t i = 0; i < d->count; i++)
        if ((d->columns[i].role == ROLE_ACTUAL &&
             d->columns[i].years.to == 0) ||
            d->columns[i].role == ROLE_LINE)
            return false;
    return columns_count(d, ROLE_ACTUAL) > 0;
}

static bool year_follows(const deciding *d, size_t i)
{
    while (++i < d->count && d->columns[i].role != ROLE_YEAR)
        ;
    return i < d->count;
}

static bool lacks_year(const table_column *k)
{
    return (k->role == ROLE_BASELINE || k->role == ROLE_TARGET) &&
           k->years.to == 0;
}

bool table_is_bound(text t)
{
    static const char *const words[] = { "以上", "以下", "以内", "未満", "程度",
                                         "増", "減" };

    return text_in(t, words, sizeof(words) / sizeof(*words));
}

/* 以上 beside some of the figures, and nothing else. */
static bool holds_bounds(const deciding *d, const table_column *k)
{
    unsigned bounds = 0;

    for (uint32_t row = d->t->first_row;
         row <= d->t->last_row && row < d->view->grid->rows; row++) {
        if (!view_filled(d->view, row, k->col))
            continue;
        if (!table_is_bound(view_text(d->view, row, k->col)))
            return false;
        bounds++;
    }
    return bounds > 0;
}

/* 目標 { 数値 | 単位 | 条件 }: what bounds the figure is none itself. */
static void drop_bounds(deciding *d)
{
    if (columns_count(d, ROLE_TARGET) < 2)
        return;
    for (size_t i = 1; i < d->count; i++) {
        table_column *k = &d->columns[i];

        if (k->role == ROLE_TARGET && strcmp(k->why, "plan") != 0 &&
            holds_bounds(d, k))
            k->role = ROLE_NONE;
    }
}

/* 現状値 | 時点 | 目標値 | 年度 where actuals have their years, or each has 時点
 * behind it: no line's year, but that of the figure beside it. In 年度 | 現状値
 * | 年度 | 目標値 years lead; `dated` has its year already. NULL: of none. */
static const table_column *dates_figure(const deciding *d, size_t i,
                                        bool all_dated,
                                        const table_column *dated)
{
    const table_column *k = &d->columns[i],
                       *left = i > 0 ? k - 1 : NULL;

    if (k->role != ROLE_YEAR || strcmp(k->why, "plan") == 0)
        return NULL;
    if (i > 1 && left->role == ROLE_NONE && holds_bounds(d, left))
        left--; /* 目標値 | 条件 | 年度 */
    if (left != NULL && lacks_year(left) && left != dated &&
        (all_dated ||
         (strstr(k->header, "時点") != NULL && year_follows(d, i))))
        return left;
    return all_dated && i + 1 < d->count && lacks_year(k + 1) ? k + 1 : NULL;
}

int columns_last_year(const deciding *d, uint32_t col)
{
    int last = 0;

    for (uint32_t row = d->t->first_row;
         row <= d->t->last_row && row < d->view->grid->rows &&
         row < d->t->first_row + YEAR_ROWS; row++) {
        text t = view_text(d->view, row, col);
        year_span span = { 0 };
        size_t start, end;

        if (!view_begins(d->view, row, col) || !glyph_has_digit(t) ||
            /* nor is a heading between the rows, or a header again */
            view_range(d->view, row, col).last_col > col ||
            !view_filled(d->view, row, d->t->last_col))
            continue;
        if (!fiscal_year_find(&span, &start, &end, t, d->context_year))
            return 0;
        last = span.to > last ? span.to : last;
    }
    return last;
}

/* The years of two rows, one below the other, of which the second has nothing
 * new in the column in front of them. */
static bool goes_on(const deciding *d, const table_column *k, uint32_t row)
{
    const sheet_view *v = d->view;
    text above = view_text(v, row, k[-1].col),
         below = view_text(v, row + 1, k[-1].col);
    year_span first = { 0 }, second = { 0 };

    return fiscal_year_parse(&first, view_text(v, row, k->col),
                             d->context_year) &&
           fiscal_year_parse(&second, view_text(v, row + 1, k->col),
                             d->context_year) &&
           second.to == first.to + 1 && above.length > 0 &&
           (!view_begins(v, row + 1, k[-1].col) || below.length == 0 ||
            text_equal(above, below));
}

/* 年度 above H27 and H28, lines of one indicator; NULL: years of something else,
 * or none. */
static const table_column *years_of_lines(const deciding *d)
{
    const table_column *k = d->columns;

    if (columns_count(d, ROLE_YEAR) != 1 || k->role == ROLE_YEAR)
        return NULL;
    while (k->role != ROLE_YEAR)
        k++;
    for (uint32_t row = d->t->first_row;
         row < d->t->last_row && row + 1 < d->view->grid->rows &&
         row < d->t->first_row + YEAR_ROWS; row++)
        if (goes_on(d, k, row))
            return k;
    return NULL;
}

/* 年度 | 目標 | 実績 above H27 and H28 where （平成28年度末時点） stands over the figures:
 * when all of it was told, and each line has its own year. */
void columns_undate_lines(deciding *d)
{
    const table_column *lines;
    int told = 0;

    if (columns_count(d, ROLE_ACTUAL) != 1 || !actuals_have_years(d) ||
        (lines = years_of_lines(d)) == NULL)
        return;
    for (size_t i = 0; i < d->count; i++)
        if (d->columns[i].role == ROLE_ACTUAL)
            told = d->columns[i].years.to;
    if (columns_last_year(d, lines->col) != told)
        return;
    for (size_t i = 0; i < d->count; i++)
        if (d->columns[i].years.to == told &&
            strcmp(d->columns[i].why, "plan") != 0)
            d->columns[i].years = (year_span){ 0 };
}

/* All other actuals are of that year or later ones, some of them later. */
static bool actuals_follow(const deciding *d, size_t i, int year)
{
    bool later = false;

    for (size_t n = 0; n < d->count; n++) {
        const table_column *one = &d->columns[n];

        if (one->role != ROLE_ACTUAL || n == i ||
            strstr(one->header, "現況") != NULL || columns_of_another(d, i, n))
            continue;
        if (n < i || one->years.to < year)
            return false;
        later = later || one->years.to > year;
    }
    return later;
}

/* 現況値 { 数値 | 年度 } | H27 | H28, or 115（H26） below 現況値: where its own
 * years tell that it is what the plan began with, and nothing else says so. */
static void date_present(deciding *d)
{
    if (columns_count(d, ROLE_BASELINE) > 0)
        return;
    for (size_t i = 0; i < d->count; i++) {
        table_column *k = &d->columns[i];
        bool beside = i + 1 < d->count && k[1].role == ROLE_YEAR &&
                      strcmp(k[1].why, "plan") != 0;
        int year;

        if (k->role != ROLE_ACTUAL || strcmp(k->why, "plan") == 0 ||
            strstr(k->header, "現況") == NULL || k->years.to != 0 ||
            (year = columns_last_year(d, beside ? k[1].col : k->col)) == 0 ||
            !actuals_follow(d, i, year))
            continue;
        k->role = ROLE_BASELINE;
        k->why = "position";
        if (beside) {
            k[1].role = ROLE_BASELINE_YEAR;
            k[1].why = "position";
        }
    }
}

/* A figure's column whose own years stand beside it; *last is the last one. */
static const table_column *own_years(const deciding *d, size_t i, int *last)
{
    const table_column *k = &d->columns[i];

    if (k->role != ROLE_BASELINE || k->years.to != 0)
        return NULL;
    for (size_t n = i > 0 ? i - 1 : i + 1; n <= i + 1 && n < d->count; n += 2) {
        const table_column *year = &d->columns[n];

        if (year->role == ROLE_BASELINE_YEAR && strcmp(year->why, "plan") != 0)
            return (*last = columns_last_year(d, year->col)) != 0 ? year : NULL;
    }
    return NULL;
}

/* 策定時 { 年度 | 数値 } | 現状 { 年度 | 数値 } | 目標: the second is of a later
 * year, an actual. */
static void part_baselines(deciding *d)
{
    size_t first = SIZE_MAX;
    int begun = 0, last;

    if (columns_count(d, ROLE_BASELINE) != 2 ||
        columns_count(d, ROLE_BASELINE_YEAR) != 2 ||
        columns_count(d, ROLE_YEAR) + columns_count(d, ROLE_LINE) > 0 ||
        (columns_count(d, ROLE_ACTUAL) > 0 && !actuals_have_years(d)))
        return;
    for (size_t i = 0; i < d->count; i++) {
        const table_column *year = own_years(d, i, &last);

        if (year == NULL)
            continue;
        if (first == SIZE_MAX) {
            first = i;
            begun = last;
        } else if (last > begun && strcmp(d->columns[i].why, "plan") != 0) {
            d->columns[i].role = ROLE_ACTUAL;
            d->columns[i].why = "position";
            d->columns[year - d->columns].role = ROLE_YEAR;
            d->columns[year - d->columns].why = "position";
        }
    }
}

/* 現状, in the lowest of a column's header cells. */
static bool says_now(const table_column *k)
{
    const char *words = k->header, *next;

    while ((next = strstr(words, " > ")) != NULL)
        words = next + strlen(" > ");
    return k->role == ROLE_BASELINE && strcmp(k->why, "plan") != 0 &&
           text_starts(text_of(words), "現");
}

void columns_since(deciding *d)
{
    if (columns_count(d, ROLE_BASELINE) < 2 ||
        columns_count(d, ROLE_ACTUAL) + columns_count(d, ROLE_TOTAL) +
            columns_count(d, ROLE_YEAR) + columns_count(d, ROLE_LINE) > 0)
        return;
    for (size_t i = 0; i < d->count; i++) {
        table_column *k = &d->columns[i];

        if (!says_now(k))
            continue;
        for (size_t n = 0; n < d->count && k->role == ROLE_BASELINE; n++) {
            const table_column *one = &d->columns[n];

            if (one->role != ROLE_BASELINE || n == i || says_now(one) ||
                columns_of_another(d, i, n) ||
                (k->years.to != 0 && k->years.to <= one->years.to))
                continue;
            k->role = ROLE_ACTUAL;
            k->why = "position";
        }
    }
}

static bool are_ends(const table_column *from, const table_column *to)
{
    static const char *const ends[][2] = {
        { "開始", "終了" }, { "始", "終" }, { "自", "至" },
        { "開始年次", "終了年次" }, { "開始時期", "終了時期" },
        { "着手年度", "完了年度" }, { "開始予定", "終了予定" },
        { "から", "まで" }, { "年度から", "年度まで" }
    };

    for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++)
        if (text_is(table_column_words(from), ends[i][0]) &&
            text_is(table_column_words(to), ends[i][1]))
            return true;
    return false;
}

/* 事業名 | 開始 | 終了: two columns of years beside each other, which one of
 * other words would not be, are the project's period. */
void columns_ends(deciding *d)
{
    for (size_t i = 0; i + 1 < d->count; i++) {
        table_column *k = &d->columns[i], *next = k + 1;
        content from, to;

        if (k->role != ROLE_NONE || next->role != ROLE_NONE ||
            !are_ends(k, next) || columns_count(d, ROLE_PROJECT) == 0)
            continue;
        from = column_sample(d, k->col);
        to = column_sample(d, next->col);
        if (!content_mostly(from.years, &from) || to.years == 0 ||
            to.years * 2 < to.cells) /* 未定 beside some */
            continue;
        k->role = ROLE_PERIOD_FROM;
        next->role = ROLE_PERIOD_TO;
    }
}

/* 区分 | 年度 | 開始年度 above 目標値 | R7 | R3 and 実績値 | R4: it stands in the lines
 * of targets alone. */
static bool begins_targets(const deciding *d, const table_column *k)
{
    const table_column *line = NULL;
    unsigned found = 0;

    if (k->role != ROLE_PERIOD_FROM || columns_count(d, ROLE_YEAR) != 1 ||
        columns_count(d, ROLE_LINE) != 1 || columns_count(d, ROLE_KPI) == 0)
        return false;
    for (size_t i = 0; i < d->count; i++)
        if (d->columns[i].role == ROLE_LINE)
            line = &d->columns[i];
    for (uint32_t row = d->t->first_row;
         row <= d->t->last_row && row < d->view->grid->rows; row++) {
        text what = view_text(d->view, row, line->col);

        if (!view_filled(d->view, row, k->col))
            continue;
        if (!text_starts(what, "目標"))
            return false;
        found++;
    }
    return found > 0;
}

void columns_lone_end(const deciding *d, table_column *k)
{
    role other = k->role == ROLE_PERIOD_FROM ? ROLE_PERIOD_TO
                                             : ROLE_PERIOD_FROM;

    if (k->role == ROLE_PERIOD_FROM && strstr(k->header, "事業") != NULL)
        return;
    if ((k->role == ROLE_PERIOD_FROM || k->role == ROLE_PERIOD_TO) &&
        columns_count(d, other) == 0)
        k->role = begins_targets(d, k) ? ROLE_TARGET_FROM
                  : strstr(k->header, "事業") != NULL ||
                          columns_count(d, ROLE_YEAR) > 0
                      ? ROLE_IGNORED : ROLE_NONE;
}

static bool holds_spans(const deciding *d, uint32_t col)
{
    for (uint32_t row = d->t->first_row;
         row <= d->t->last_row && row < d->view->grid->rows &&
         row < d->t->first_row + YEAR_ROWS; row++) {
        text t = view_text(d->view, row, col);
        year_span span = { 0 };

        if (glyph_has_digit(t) && view_begins(d->view, row, col) &&
            fiscal_year_parse(&span, t, d->context_year) &&
            (span.from != 0 || span.open))
            return true;
    }
    return false;
}

/* 実施年度 above R2～R5 and H30～, between a project and its indicators: from
 * when to when it runs, and no line's year. */
static void part_periods(deciding *d)
{
    bool named = false;

    for (size_t i = 0; i < d->count && d->columns[i].role != ROLE_KPI; i++) {
        table_column *k = &d->columns[i];

        named = named || role_is_level(k->role);
        if (named && k->role == ROLE_YEAR &&
            (strcmp(k->why, "content") == 0 ||
             text_is(table_column_words(k), "実施年度")) &&
            holds_spans(d, k->col))
            k->role = ROLE_PERIOD;
    }
}

/* 目標値 | 始期 | 終期 behind an indicator's name: from when to when that is to be
 * reached. */
static void take_ends(deciding *d, size_t i)
{
    table_column *k = &d->columns[i];

    if (i < 2 || i + 1 >= d->count || k->role != ROLE_PERIOD_FROM ||
        k[1].role != ROLE_PERIOD_TO || k[-1].role != ROLE_TARGET ||
        k[-1].years.to != 0 || k[-2].role == ROLE_TARGET_YEAR ||
        strstr(k->header, "事業") != NULL)
        return;
    k->role = ROLE_TARGET_FROM;
    k[1].role = ROLE_TARGET_YEAR;
    k->why = k[1].why = "position";
}

/* 目標値 above から | まで | 数値: the first is the year that it counts from. */
static void part_targets(deciding *d)
{
    for (size_t i = 0; i + 1 < d->count; i++)
        if (d->columns[i].role == ROLE_TARGET_YEAR &&
            d->columns[i + 1].role == ROLE_TARGET_YEAR &&
            are_ends(&d->columns[i], &d->columns[i + 1]))
            d->columns[i].role = ROLE_TARGET_FROM;
}

/* A column of years beside that of the figure below 目標 or 基準値, whatever
 * its word; 計画期間 beside a target, behind its indicator, is the target's. */
void columns_times(deciding *d)
{
    bool named = false, all_dated;
    const table_column *dated = NULL, *shown;

    drop_bounds(d);
    part_periods(d);
    date_present(d);
    all_dated = actuals_have_years(d);
    for (size_t i = 0; i < d->count; i++) {
        table_column *k = &d->columns[i];
        const table_column *left = i > 0 ? &d->columns[i - 1] : NULL,
                           *right = i + 1 < d->count ? &d->columns[i + 1]
                                                     : NULL;
        bool beside = (left != NULL && left->role == ROLE_TARGET) ||
                      (right != NULL && right->role == ROLE_TARGET);
        content n;

        named = named || k->role == ROLE_KPI;
        shown = dates_figure(d, i, all_dated, dated);
        if (shown != NULL) {
            k->role = shown->role == ROLE_BASELINE ? ROLE_BASELINE_YEAR
                                                   : ROLE_TARGET_YEAR;
            k->why = "position";
            dated = shown;
        }
        if (named)
            take_ends(d, i);
        if (k->role == ROLE_PERIOD && named && beside &&
            strstr(k->header, "事業") == NULL) {
            k->role = ROLE_TARGET_YEAR;
            k->why = "position";
        }
        if ((k->role != ROLE_TARGET && k->role != ROLE_BASELINE) ||
            k->years.to != 0 || strcmp(k->why, "plan") == 0 ||
            !((left != NULL &&
               (left->role == k->role || are_ends(left, k))) ||
              (right != NULL && right->role == k->role)))
            continue;
        n = column_sample(d, k->col);
        if (n.years == 0 || !content_mostly(n.years + n.kinds, &n))
            continue; /* H31, 毎年 */
        k->role = k->role == ROLE_TARGET ? ROLE_TARGET_YEAR
                                         : ROLE_BASELINE_YEAR;
        k->why = "content";
    }
    part_targets(d);
    part_baselines(d);
}

/* 52人, ①52人　②5件, 調査中: a figure in most cells, and no remarks. */
static bool holds_figures(const deciding *d, uint32_t col)
{
    unsigned figures = 0, others = 0;

    for (uint32_t row = d->t->first_row;
         row <= d->t->last_row && row < d->view->grid->rows &&
         row < d->t->first_row + YEAR_ROWS; row++) {
        const cell *c = view_cell(d->view, row, col);
        text t = view_text(d->view, row, col);
        figure f;

        if (!view_begins(d->view, row, col) || t.length == 0)
            continue;
        t = actual_numbered_first(t);
        if (c->type == CELL_NUMBER || number_text_parse(d->memory, &f, t))
            figures++;
        else
            others += no_number_state(t) == STATE_TEXT;
    }
    return figures > others * 4;
}

/* Is its header unknown, and do figures stand below it? Rates alone may be
 * how far it has come. */
static bool is_unnamed_figure(const deciding *d, const table_column *k)
{
    content n;

    if (k->role != ROLE_NONE || k->header[0] == '\0' ||
        strcmp(k->why, "plan") == 0)
        return false;
    n = column_sample(d, k->col);
    return n.percents * 2 <= n.cells && holds_figures(d, k->col);
}

/* Behind the years of an indicator that has its target, where nothing says
 * 実績, the only such column is what was reached in them. */
void columns_beside_years(deciding *d)
{
    static const role others[] = { ROLE_ACTUAL, ROLE_VALUE, ROLE_PLANNED,
                                   ROLE_LINE, ROLE_TOTAL };
    table_column *found = NULL;
    const table_column *name = NULL;

    if (columns_count(d, ROLE_YEAR) != 1 || columns_count(d, ROLE_KPI) != 1)
        return;
    for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
        if (columns_count(d, others[i]) > 0)
            return;
    for (size_t i = 0; i < d->count; i++) {
        table_column *k = &d->columns[i];

        name = k->role == ROLE_KPI ? k : name;
        if (!is_unnamed_figure(d, k))
            continue;
        if (found != NULL || i == 0 || k[-1].role != ROLE_YEAR)
            return;
        found = k;
    }
    if (found == NULL || name == NULL ||
        (columns_count(d, ROLE_TARGET) == 0 && !column_tells_targets(d, name)))
        return;
    found->role = ROLE_ACTUAL;
    found->why = "content";
}
