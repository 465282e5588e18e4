/*
 * kpi_target_year.c - the year of a target that only words above the table
 * state
 *
 *     指標達成状況（令和２年度）              the sheet's title, or
 *     事業名 | 指標 | 目標 | 実績 | 達成率
 *
 *     １　令和２年度の目標                    a caption above targets alone
 *     事業名 | 指標 | 目標値
 *
 *     対象年度 | 令和２年度                    a label for all of a form
 *     指標名 | …   目標 | …   実績 | …   達成率 | …
 */
#include <string.h>

#include "ingest/kpi/kpi_parts.h"
#include "ingest/reader/sheet_years.h"

enum { TITLE_ROWS = 10, TITLE_BYTES = 300 };

/* 事業期間：R1～R3年度: how long a project runs, which dates no target. */
static bool says_project_runs(text t)
{
    static const char *const words[] = { "事業期間", "事業の期間", "実施期間",
                                         "事業実施期間", "取組期間",
                                         "指定期間", "交付期間", "補助期間" };

    return t.length <= TITLE_BYTES &&
           text_contains_one(t, words, sizeof(words) / sizeof(*words));
}

/* A row of a table above on the sheet, where a project's own period may stand
 * below its name. */
static bool is_data(const reader *r, uint32_t row)
{
    for (size_t i = r->table_count; i-- > 0;) {
        const ingest_table *t = &r->tables[i];

        if (strcmp(t->sheet, r->view.grid->sheet) != 0)
            return false;
        if (!t->turned && !t->card && row > t->header_last_row &&
            row <= t->last_row)
            return true;
    }
    return false;
}

/* 総合戦略（R2～R6） above the table: its targets may be of the last year. */
static bool titled_by_period(const reader *r, const table *t)
{
    uint32_t row = t->top > TITLE_ROWS ? t->top - TITLE_ROWS : 0;

    for (; row < t->top; row++) {
        text before = text_of("");

        if (is_data(r, row))
            continue;
        for (uint32_t c = view_next(&r->view, row, 0); c != UINT32_MAX;
             c = view_next(&r->view, row, c + 1)) {
            text rest = view_text(&r->view, row, c), label = before;
            year_span span = { 0 };
            size_t start, end;

            before = rest;
            if (says_project_runs(label) || says_project_runs(rest))
                continue;

            while (rest.length <= TITLE_BYTES &&
                   fiscal_year_find(&span, &start, &end, rest,
                                    r->context_year) && end > 0) {
                if (span.from != 0 || span.open || span.until)
                    return true;
                rest = text_from(rest, end);
            }
        }
    }
    return false;
}

/* A further column below a header that is merged over several. */
static bool is_below_same(const table_column *k, const table_column *first)
{
    return k->role == ROLE_NONE && k->head_row == first->head_row &&
           k->head_col == first->head_col;
}

/* Between them stands nothing, or only a unit and figures of a part of the
 * year. */
static bool stands_next(const table_column *a, const table_column *b,
                        bool others)
{
    const table_column *first = a < b ? a : b, *last = a < b ? b : a;

    for (const table_column *k = first + 1; k < last; k++)
        if (!is_below_same(k, first) &&
            !(others && (k->role == ROLE_UNIT || column_is_interim(k))))
            return false;
    return true;
}

/* 前年度実績, 昨年度, in front of what is aimed at and done in this one. */
static bool is_of_last_year(const table_column *k)
{
    static const char *const words[] = { "前年", "昨年" };

    for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
        if (strncmp(k->header, words[i], strlen(words[i])) == 0)
            return k->role == ROLE_ACTUAL;
    return false;
}

/* Nothing else in the block tells of which year its figures are, but for
 * `year`. */
static bool stands_beside_actual(const build *b, const table_column *aim,
                                 const table_column *year)
{
    const table *t = b->table;
    bool beside = false;

    for (size_t i = 0; i < t->count; i++) {
        const table_column *k = &t->columns[i];

        if (k == aim || k == year || !build_mine(b, k) || is_of_last_year(k))
            continue;
        if (k->role == ROLE_ACTUAL && k->years.to == 0 &&
            stands_next(k, aim, true)) {
            beside = true;
            continue;
        }
        if (role_is_figure(k->role) || k->role == ROLE_TARGET_YEAR ||
            k->role == ROLE_BASELINE_YEAR || k->role == ROLE_YEAR ||
            k->role == ROLE_LINE)
            return false;
    }
    return beside;
}

/* 令和２年度の目標, 目標値（令和２年度）: what stands around a year. */
static bool is_of_target(text before, text behind)
{
    static const char *const links[] = { "末", "の", "における", "　", " ",
                                         "（", "(" };
    static const char *const ends[] = { "目標（", "目標(", "目標値（",
                                        "目標値(" };

    if (text_ends_in(before, ends, sizeof(ends) / sizeof(*ends)))
        return text_starts(behind, "）") || text_starts(behind, ")");
    for (size_t i = 0; i < sizeof(links) / sizeof(*links); i++)
        if (text_starts(behind, links[i]))
            behind = text_from(behind, strlen(links[i]));
    if (!text_starts(behind, "目標"))
        return false;
    behind = text_from(behind, strlen("目標"));
    if (text_starts(behind, "値"))
        behind = text_from(behind, strlen("値"));
    return behind.length == 0 || text_starts(behind, "）") ||
           text_starts(behind, ")");
}

/* １　令和２年度の目標 right above a table of targets alone: theirs. */
static year_span captioned_year(const build *b)
{
    text t = b->table->caption;
    year_span span = { 0 }, again = { 0 };
    size_t start, end, from, to;

    if (t.length == 0 || t.length > TITLE_BYTES ||
        text_find(t, "目標", 0) == SIZE_MAX ||
        table_column_any(b->table, ROLE_ACTUAL) != NULL ||
        table_column_any(b->table, ROLE_YEAR) != NULL ||
        !fiscal_year_find(&span, &start, &end, t, b->reader->context_year) ||
        span.to == 0 || span.from != 0 || span.open || span.until ||
        !is_of_target(text_cut(t, 0, start), text_from(t, end)) ||
        fiscal_year_find(&again, &from, &to, text_from(t, end),
                         b->reader->context_year))
        return (year_span){ 0 };
    return span;
}

void build_said_due(build *b, kpi *k)
{
    reader *r = b->reader;
    int year = reported_year(r);
    bool first = r->due_at != b->table->bottom + 1;

    if (year == 0 || b->column == NULL || !k->target.value.known ||
        k->target.to != 0 || k->target.per_year || k->baseline.present ||
        b->texts->actual_year.length > 0)
        return;
    if (first) {
        r->due_at = b->table->bottom + 1;
        r->due_reported = !titled_by_period(r, b->table);
        if (r->due_reported)
            reader_finding(r, "target-year-inferred", b->table->bottom,
                           b->column->col, text_of(b->column->header),
                           reader_year(r, year), NULL, NULL);
    }
    if (r->due_reported)
        k->target.to = year;
}

void build_noted_due(build *b, kpi *k)
{
    reader *r = b->reader;
    year_span due = b->table->due;
    target *t = &k->target;

    if (due.to == 0 || !b->from_text || t->to != 0 || t->from != 0 ||
        (!t->value.known && t->text[0] == '\0') || b->column == NULL)
        return;
    if (r->due_at != b->table->bottom + 1)
        reader_finding(r, "target-year-inferred", b->table->bottom,
                       b->column->col, text_of(b->column->header),
                       reader_year(r, due.to), NULL, NULL);
    r->due_at = b->table->bottom + 1;
    t->to = due.to;
    t->calendar_year = due.calendar;
}

/* An actual without a year right beside a plan or target without one. */
static bool stands_beside_own_actual(const build *b, const table_column *aim)
{
    const table *t = b->table;

    for (size_t i = 0; i < t->count; i++) {
        const table_column *k = &t->columns[i];

        if (k->role == ROLE_ACTUAL && k->years.to == 0 && build_mine(b, k) &&
            stands_next(k, aim, false))
            return true;
    }
    return false;
}

/* 年度目標: the year's own target, also in a table that has no final one. */
static bool is_of_the_year(const build *b, const table_column *aim)
{
    return strstr(aim->header, "年度目標") != NULL &&
           strstr(aim->header, "最終") == NULL &&
           strstr(aim->header, "中間") == NULL &&
           stands_beside_own_actual(b, aim);
}

/* 年度目標 | 令和２年度実績 { 第1四半期 | … | 年度計 }: the one year of all actuals
 * is the year's target's too; 0 where they have several. */
static int year_of_actuals(const build *b, const table_column *aim)
{
    static const char *const others[] = { "最終", "中間", "毎年" };
    text header = text_of(aim->header);
    int year = 0;

    if (aim->years.to != 0 || aim->final ||
        text_find(header, "年度目標", 0) == SIZE_MAX ||
        text_contains_one(header, others, sizeof(others) / sizeof(*others)))
        return 0;
    for (size_t i = 0; i < b->table->count; i++) {
        const table_column *k = &b->table->columns[i];

        if (k->role != ROLE_ACTUAL || !build_mine(b, k))
            continue;
        if (k->years.from != 0 || k->years.to == 0 ||
            (year != 0 && k->years.to != year))
            return 0;
        year = k->years.to;
    }
    return year;
}

/* 達成率 of the figures, and no word that they are of a longer plan. */
static bool is_rated_alone(const build *b)
{
    bool rated = false;

    for (size_t i = 0; i < b->table->count; i++) {
        const table_column *k = &b->table->columns[i];

        if (role_is_period(k->role) &&
            (strstr(k->header, "計画") != NULL ||
             strstr(k->header, "対象") != NULL))
            return false;
        rated = rated || (k->role == ROLE_RATE && k->years.to == 0 &&
                          build_mine(b, k) &&
                          strstr(k->header, "達成") != NULL);
    }
    return rated;
}

/* 対象年度 | 令和２年度 beside 目標, 実績 and 達成率, which name no other year: that
 * is theirs. */
static int labelled_year(const build *b, const table_column *aim)
{
    static const char *const words[] = { "対象年度", "評価年度", "報告年度" };
    const table_column *year = build_year_column(b);
    year_span span = { 0 }, own;

    if (year == NULL || aim->years.to != 0 || aim->final ||
        !text_contains_one(text_of(year->header), words,
                           sizeof(words) / sizeof(*words)) ||
        !stands_beside_actual(b, aim, year) || !is_rated_alone(b))
        return 0;
    for (size_t n = b->first; n <= b->last; n++) {
        if (!view_filled(&b->reader->view, b->rows[n], year->col))
            continue;
        if (build_year_of_line(b, n, year, &own) != LINE_YEAR ||
            own.from != 0 || (span.to != 0 && span.to != own.to))
            return 0;
        span = own;
    }
    return span.to;
}

static year_span take_labelled_year(build *b, const table_column *aim,
                                    int year)
{
    reader *r = b->reader;

    if (r->due_at != b->table->bottom + 1)
        reader_finding(r, "target-year-inferred", b->table->bottom, aim->col,
                       text_of(aim->header), reader_year(r, year), NULL,
                       NULL);
    r->due_at = b->table->bottom + 1;
    r->due_reported = true;
    return (year_span){ .to = year };
}

year_span build_reported_year(build *b, const table_column *aim)
{
    reader *r = b->reader;
    int year = reported_year(r);
    bool first = r->due_at != b->table->bottom + 1;
    bool own_year = is_of_the_year(b, aim);
    int year_said = labelled_year(b, aim);

    year_said = year_said != 0 ? year_said : year_of_actuals(b, aim);
    if (year_said != 0)
        return take_labelled_year(b, aim, year_said);
    if (aim->years.to == 0 && !aim->final) {
        year_span own = captioned_year(b);

        if (own.to != 0)
            return own;
    }
    if (year == 0 || aim->years.to != 0 || aim->final ||
        (!own_year && !stands_beside_actual(b, aim, NULL)))
        return (year_span){ 0 };
    if (first) {
        r->due_at = b->table->bottom + 1;
        r->due_reported = own_year || !titled_by_period(r, b->table);
        if (r->due_reported)
            reader_finding(r, "target-year-inferred", b->table->bottom,
                           aim->col, text_of(aim->header),
                           reader_year(r, year), NULL, NULL);
    }
    return r->due_reported ? (year_span){ .to = year } : (year_span){ 0 };
}

/* 年度 | 目標 | 実績: the year right in front of both, but for a unit. */
static bool stands_behind_year(const build *b, const table_column *year,
                               const table_column *aim)
{
    return year < aim && !aim->final && stands_next(year, aim, true) &&
           stands_beside_own_actual(b, aim);
}

/* Does a figure belong to one line of several? In the first it may stand for
 * all of them. */
static bool is_of_line(const build *b, size_t n, uint32_t col)
{
    merge_range m = view_range(&b->reader->view, b->rows[n], col);

    return m.row == b->rows[n] && m.last_row == m.row &&
           (n > b->first || b->first == b->last);
}

year_span build_line_year(build *b, const table_column *aim, uint32_t row)
{
    reader *r = b->reader;
    const table_column *year = build_year_column(b);
    year_span span = { 0 };
    size_t n = b->first;

    while (n < b->last && b->rows[n] != row)
        n++;
    if (year == NULL || aim->years.to != 0 || b->rows[n] != row ||
        !stands_behind_year(b, year, aim) || !is_of_line(b, n, aim->col) ||
        build_year_of_line(b, n, year, &span) != LINE_YEAR)
        return (year_span){ 0 };
    if (r->due_at != b->table->bottom + 1)
        reader_finding(r, "target-year-inferred", b->table->bottom, aim->col,
                       text_of(aim->header), reader_year(r, span.to), NULL,
                       NULL);
    r->due_at = b->table->bottom + 1;
    return (year_span){ .to = span.to, .calendar = span.calendar };
}

int build_plan_year(build *b, const table_column *aim)
{
    reader *r = b->reader;
    int year = reported_year(r);
    uint32_t row;

    if (aim->years.to != 0 || aim->role != ROLE_PLANNED ||
        build_year_column(b) != NULL || !stands_beside_own_actual(b, aim) ||
        !build_filled(b, aim->col, &row))
        return 0;
    if (r->plan_noted != b->table->bottom + 1)
        reader_finding(r, year != 0 ? "target-year-inferred"
                                    : "column-not-read",
                       b->table->bottom, aim->col, text_of(aim->header),
                       year != 0 ? reader_year(r, year)
                                 : reader_text(r, view_text(&r->view, row,
                                                            aim->col)),
                       NULL, NULL);
    r->plan_noted = b->table->bottom + 1;
    return year;
}
