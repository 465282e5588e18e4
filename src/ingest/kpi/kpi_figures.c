/*
 * kpi_figures.c - baseline, target and planned values of an indicator
 */
#include <string.h>

#include "ingest/header/unit_words.h"
#include "ingest/kpi/kpi_parts.h"
#include "wording/fold.h"
#include "wording/glyph.h"
#include "wording/units.h"

/* A cell with a date format reads 2020-03-31: a day of fiscal 2019. */
static bool year_of_day(year_span *out, text t)
{
    size_t year, month;

    if (t.length != 10 || t.bytes[4] != '-' || t.bytes[7] != '-' ||
        !text_to_size(text_cut(t, 0, 4), &year) ||
        !text_to_size(text_cut(t, 5, 7), &month) || month < 1 || month > 12)
        return false;
    *out = (year_span){ .to = fiscal_year_of_day((int)year, (int)month) };
    return true;
}

static year_span year_of(const build *b, role r)
{
    year_span span = { 0 };
    text t = build_text(b, r);

    if (year_of_day(&span, t))
        return span;
    if (t.length == 0 ||
        !fiscal_year_parse(&span, t, b->reader->context_year)) {
        size_t start, end, n = 0;

        span = (year_span){ 0 };
        if (text_to_size(t, &n) && n >= 1990 && n <= 2100)
            span.to = (int)n;
        else if (t.length > 0 &&
                 !fiscal_year_find(&span, &start, &end, t,
                                   b->reader->context_year))
            span = (year_span){ 0 };
    }
    return span;
}

/* ---- Baseline --------------------------------------------------------- */

/* 115人（H26）→1,000人（H31） below 基準値: the target too, where no column is for
 * that; else it is not told which of them is meant, and said. */
static bool is_of_both(build *b, kpi *k, uint32_t row,
                       const table_column *column, const cell_value *v)
{
    table_column both = *column;

    if (build_target_column(b) != NULL) {
        reader_finding(b->reader, "value-uncertain", row, column->col,
                       text_of(v->text),
                       cell_number_text(b->reader, v->value, v->unit).bytes,
                       NULL, NULL);
        return false;
    }
    both.before = column->years;
    build_target_value(b, k, row, &both, (year_span){ 0 }, *v);
    return k->baseline.present;
}

static void baseline_from(build *b, kpi *k, uint32_t row,
                          const table_column *column)
{
    reader *r = b->reader;
    cell_value v;
    year_span years = column->years;

    build_year_cell(b, column, &row, &years);
    cell_value_read(r, &v, row, column->col, text_of(k->unit), VALUE_NEEDED);
    if (!v.present || (v.has_value && v.has_baseline &&
                       is_of_both(b, k, row, column, &v)))
        return;
    years = v.years.to != 0 ? v.years : years;
    if (years.to == 0)
        years = year_of(b, ROLE_BASELINE_YEAR);
    k->baseline.present = true;
    k->baseline.from = years.from;
    k->baseline.fiscal_year = years.to;
    k->baseline.calendar_year = years.calendar;
    k->baseline.value.known = v.has_value;
    k->baseline.value.value = v.value;
    k->baseline.text = v.text;
    k->baseline.unit = reader_text(
        r, build_own_unit(b, v.unit, k->unit, row, column->col,
                          text_of(v.text)));
    k->baseline.where = view_place(&r->view, row, column->col);
}

void build_steps(build *b, kpi *k, const kpi_step *steps, size_t count,
                 text typed, place where)
{
    planned *made;

    if (count == 0 || k->planned_count > 0)
        return;
    made = arena_array(b->reader->memory, count, sizeof(*made));
    if (made == NULL) {
        b->reader->failed = true;
        return;
    }
    for (size_t i = 0; i < count; i++)
        made[i] = (planned){
            .fiscal_year = steps[i].fiscal_year,
            .value = { true, steps[i].figure.value },
            .text = build_figure_text(b->reader, typed, &steps[i].figure),
            .where = where
        };
    k->planned = made;
    k->planned_count = count;
}

/* How many of an indicator's lines have a cell of their own in a column;
 * *same: all of them, and each says what the first one does. */
static unsigned lines_of(const build *b, const table_column *k, bool *same)
{
    const sheet_view *v = &b->reader->view;
    unsigned count = 0;

    *same = true;
    for (size_t n = b->first; n <= b->last; n++) {
        bool own = view_begins(v, b->rows[n], k->col) &&
                   view_filled(v, b->rows[n], k->col);

        count += own;
        *same = *same && own &&
                text_equal(view_text(v, b->rows[n], k->col),
                           view_text(v, b->rows[b->first], k->col));
    }
    return count;
}

/* 目標値 beside 年度 on each of an indicator's lines, and 最終目標 once for all,
 * or on each line too. A 当初目標値 that never changes is no year's. */
static bool is_of_lines(const build *b, const table_column *c,
                        const table_column *main_target)
{
    bool final = strstr(main_target->header, "最終") != NULL;
    bool fixed, repeated;
    unsigned lines = lines_of(b, c, &fixed);
    unsigned whole = lines_of(b, main_target, &repeated);

    if (whole == 1)
        return lines > 1 || final;
    return whole > 1 && lines > 0 && final &&
           strstr(c->header, "最終") == NULL && !build_is_old(c) &&
           (!fixed || strcmp(c->header, "目標値") == 0 ||
            strcmp(c->header, "目標") == 0);
}

/* 最終目標値 on each line, beside the year's own 目標値. */
static bool stands_beside_plans(const build *b, const table_column *aim)
{
    for (size_t i = 0; i < b->table->count; i++) {
        const table_column *c = &b->table->columns[i];

        if (build_mine(b, c) && build_is_replaced(c, aim) &&
            is_of_lines(b, c, aim))
            return true;
    }
    return false;
}

/* The row of the newest year that says 最終目標: it may have been revised; 同上
 * is no figure. */
static uint32_t newest_aim(const build *b, const table_column *aim,
                           uint32_t row)
{
    const table_column *year = build_year_column(b);
    const sheet_view *v = &b->reader->view;
    int newest = 0;

    if (year == NULL || aim->years.to != 0 ||
        strstr(aim->header, "最終") == NULL)
        return row;
    for (size_t n = b->first; n <= b->last; n++) {
        year_span span = { 0 };

        if (!view_begins(v, b->rows[n], aim->col) ||
            !glyph_has_digit(view_text(v, b->rows[n], aim->col)) ||
            build_year_of_line(b, n, year, &span) != LINE_YEAR ||
            span.to <= newest)
            continue;
        newest = span.to;
        row = b->rows[n];
    }
    return row;
}

/* A line a year with its own target: 年度 | 目標 | 実績. The last year's is
 * the target, and planned for its year as the others are. */
static bool targets_by_line(build *b, kpi *k, const table_column *column)
{
    const table_column *year = build_year_column(b);
    unsigned count = 0;

    if (year == NULL || column == NULL || column->years.to != 0 ||
        year_of(b, ROLE_TARGET_YEAR).to != 0)
        return false; /* its header or 目標年度 says of which year it is */
    for (size_t n = b->first; n <= b->last; n++)
        count += view_begins(&b->reader->view, b->rows[n], column->col) &&
                 view_filled(&b->reader->view, b->rows[n],
                           column->col);
    if (count < 2 || b->table->repeats_targets ||
        stands_beside_plans(b, column))
        return false;
    for (size_t n = b->first; n <= b->last; n++) {
        year_span span = { 0 };
        uint32_t row = b->rows[n];

        if (!view_begins(&b->reader->view, row, column->col) ||
            !view_filled(&b->reader->view, row, column->col) ||
            build_year_of_line(b, n, year, &span) != LINE_YEAR ||
            (k->target.value.known &&
             cell_says_none(&b->reader->view, row, column->col)))
            continue;
        build_add_planned(b, k, row, column->col, span.to);
        if (span.to >= k->target.to) /* the newest year may come first */
            build_target(b, k, row, column, span);
    }
    return true;
}

/* A line a year with its plan beside the target of the whole: 年度 | 計画 |
 * 実績 | 最終目標. Where there is no other, the last plan is the target. */
static void plans_by_line(build *b, kpi *k, const table_column *main_target)
{
    const table_column *year = build_year_column(b);

    for (size_t i = 0; year != NULL && i < b->table->count; i++) {
        const table_column *c = &b->table->columns[i];

        if (!build_mine(b, c) || c == main_target || c->years.to != 0 ||
            (c->role != ROLE_PLANNED && c->role != ROLE_TARGET) ||
            (build_is_replaced(c, main_target) &&
             !is_of_lines(b, c, main_target)))
            continue;
        for (size_t n = b->first; n <= b->last; n++) {
            year_span span = { 0 };
            uint32_t row = b->rows[n];

            if (!view_begins(&b->reader->view, row, c->col) ||
                !view_filled(&b->reader->view, row, c->col) ||
                build_year_of_line(b, n, year, &span) != LINE_YEAR)
                continue;
            build_add_planned(b, k, row, c->col, span.to);
            if (main_target == NULL && !b->from_text)
                build_target(b, k, row, c, span);
        }
    }
}

/* The column that holds the figures of a year's lines: 年度 | 区分 | 値. */
static const table_column *value_column(const build *b)
{
    for (size_t i = 0; i < b->table->count; i++)
        if (b->table->columns[i].role == ROLE_ACTUAL &&
            b->table->columns[i].years.to == 0 &&
            build_mine(b, &b->table->columns[i]))
            return &b->table->columns[i];
    return NULL;
}

/* 基準値 | H30 and 目標値 without a year: not that of the line above. */
static bool lacks_year(const build *b, size_t n, const table_column *year)
{
    const sheet_view *v = &b->reader->view;

    if (view_text(v, b->rows[n], year->col).length > 0)
        return false;
    while (n-- > b->first)
        if (build_line_role(b, b->rows[n]) != ROLE_BASELINE)
            return false;
    return true;
}

/* A line 目標 for each year; the last is the target too, or one of 毎年. */
static void targets_by_year_line(build *b, kpi *k, bool have_target)
{
    const table_column *year = build_year_column(b), *value = value_column(b);
    size_t before = k->planned_count;

    for (size_t n = b->first; year != NULL && value != NULL && n <= b->last;
         n++) {
        year_span span;
        uint32_t row = b->rows[n];

        if (build_line_role(b, row) != ROLE_PLANNED ||
            !view_filled(&b->reader->view, row, value->col))
            continue;
        if (lacks_year(b, n, year) ||
            build_year_of_line(b, n, year, &span) != LINE_YEAR) {
            if (!have_target && !k->target.value.known &&
                (build_line_each_year(b, row) || lacks_year(b, n, year)))
                build_target(b, k, row, value, (year_span){ 0 });
            continue;
        }
        build_add_planned(b, k, row, value->col, span.to);
        if (!have_target && span.to >= k->target.to)
            build_target(b, k, row, value, span);
    }
    if (!have_target && k->planned_count == before + 1)
        k->planned_count = before; /* a lone target is no plan */
}

/* A line 基準値 among those of 目標 and 実績. */
static void baseline_by_row(build *b, kpi *k)
{
    const table_column *year = build_year_column(b);

    for (size_t n = b->first; n <= b->last && !k->baseline.present; n++) {
        uint32_t row = b->rows[n];

        if (build_line_role(b, row) != ROLE_BASELINE)
            continue;
        for (size_t i = 0; i < b->table->count; i++) {
            table_column c = b->table->columns[i];

            if (c.role != ROLE_ACTUAL || !build_mine(b, &c) ||
                !view_filled(&b->reader->view, row, c.col))
                continue;
            if (c.years.to == 0 && year != NULL)
                build_year_of_line(b, n, year, &c.years);
            baseline_from(b, k, row, &c);
            break;
        }
    }
}

/* 最終目標（R2） in front of one figure, merged over the columns of all years or
 * not: the year that its label says. */
static bool dated_alone(const build *b, uint32_t row, const table_column *c,
                        year_span *span)
{
    const sheet_view *v = &b->reader->view;
    uint32_t col = view_next(v, row, 0);
    merge_range m = view_range(v, row, c->col);
    const header_word *w;

    if (col == UINT32_MAX || col >= m.col ||
        view_next(v, row, view_range(v, row, col).last_col + 1) != m.col ||
        view_next(v, row, m.last_col + 1) != UINT32_MAX)
        return false;
    w = reader_word(b->reader, row, col);
    *span = w->years;
    return w->role == ROLE_TARGET && w->has_year;
}

/* 目標 lines: a value for each year's column; the last year's is the target
 * too. */
static void targets_by_row(build *b, kpi *k, bool have_target)
{
    for (size_t n = b->first; n <= b->last; n++) {
        uint32_t row = b->rows[n];
        const table_column *last = NULL;
        size_t before = k->planned_count;
        year_span span;

        if (build_line_role(b, row) != ROLE_PLANNED)
            continue;
        for (size_t i = 0; i < b->table->count; i++) {
            const table_column *c = &b->table->columns[i];

            if (c->role != ROLE_ACTUAL || c->years.to == 0 ||
                !build_mine(b, c) ||
                !view_filled(&b->reader->view, row, c->col))
                continue;
            if (!have_target && dated_alone(b, row, c, &span)) {
                build_target(b, k, row, c, span);
                return;
            }
            build_add_planned(b, k, row, c->col, c->years.to);
            if (last == NULL || c->years.to >= last->years.to)
                last = c;
        }
        if (last != NULL && !have_target) {
            build_target(b, k, row, last, last->years);
            if (k->planned_count == before + 1)
                k->planned_count = before; /* a lone target is no plan */
        }
        return;
    }
}

/* 現状（R1） among the years of the lines: its figure is the baseline. */
static void baseline_by_year(build *b, kpi *k)
{
    const table_column *year = build_year_column(b), *value = value_column(b);

    for (size_t n = b->first; year != NULL && value != NULL &&
                              !k->baseline.present && n <= b->last;
         n++) {
        table_column c = *value;

        if (build_year_of_line(b, n, year, &c.years) != LINE_YEAR_FIRST ||
            !view_filled(&b->reader->view, b->rows[n], c.col))
            continue;
        baseline_from(b, k, b->rows[n], &c);
    }
}

/* The figure of 最終目標 in its line, below 目標 or 実績. */
static const table_column *aim_of_line(const build *b, uint32_t row)
{
    for (size_t i = 0; i < b->table->count; i++) {
        const table_column *c = &b->table->columns[i];

        if ((c->role == ROLE_TARGET || c->role == ROLE_PLANNED ||
             c->role == ROLE_ACTUAL) &&
            build_mine(b, c) && c->years.to == 0 &&
            view_filled(&b->reader->view, row, c->col))
            return c;
    }
    return NULL;
}

/* R6（目標） among the years of the lines: its figure is the target, the last
 * one of several. */
static void target_by_year(build *b, kpi *k)
{
    const table_column *year = build_year_column(b), *value;
    size_t before = k->planned_count;
    year_span span;

    for (size_t n = b->first; year != NULL && n <= b->last; n++) {
        if (build_year_of_line(b, n, year, &span) != LINE_YEAR_DUE ||
            (value = aim_of_line(b, b->rows[n])) == NULL)
            continue;
        if (span.to != 0)
            build_add_planned(b, k, b->rows[n], value->col, span.to);
        build_target(b, k, b->rows[n], value, span);
    }
    if (k->planned_count == before + 1)
        k->planned_count = before; /* a lone target is no plan */
}

/* Is a target the last of a plan for each year? Its year has an actual too,
 * as the years of the others (目標 | 実績 below R3 and R4), or it is the year
 * behind such a one (R5目標 | R5実績 | R6目標), or behind two planned ones. */
static bool ends_the_plan(const build *b, const table_column *aim)
{
    bool before = false, actual_before = false, two_before = false;

    for (size_t i = 0; aim != NULL && !aim->final && aim->years.to != 0 &&
                       i < b->table->count; i++) {
        const table_column *c = &b->table->columns[i];

        if (!build_mine(b, c))
            continue;
        if (c->role == ROLE_ACTUAL && c->years.to == aim->years.to)
            return true;
        if (c->role == ROLE_TARGET || c->role == ROLE_PLANNED) {
            before = before || c->years.to == aim->years.to - 1;
            two_before = two_before || c->years.to == aim->years.to - 2;
        }
        actual_before = actual_before ||
                        (c->role == ROLE_ACTUAL &&
                         c->years.to == aim->years.to - 1);
    }
    return before && (actual_before || two_before);
}

static void plans_by_column(build *b, kpi *k, const table_column *main_target)
{
    const table_column *last = ends_the_plan(b, main_target) ? main_target
                                                             : NULL;
    uint32_t row;

    for (size_t i = 0; i < b->table->count; i++) {
        const table_column *c = &b->table->columns[i];
        int year = c->years.to;

        if (!build_mine(b, c) ||
            (year == 0 && (year = build_plan_year(b, c)) == 0) ||
            (c == main_target ? last == NULL || k->planned_count == 0
                              : (c->role != ROLE_PLANNED &&
                                 c->role != ROLE_TARGET) ||
                                    build_is_replaced(c, main_target)))
            continue;
        if (build_filled(b, c->col, &row))
            build_add_planned(b, k, row, c->col, year);
    }
}

void build_figures(build *b, kpi *k)
{
    const table_column *main_target = build_target_column(b), *column;
    uint32_t row;
    bool by_line, have;

    if (build_cell(b, ROLE_BASELINE, &row, &column)) {
        /* R1（基準） above lines: that of 実績 */
        for (size_t n = b->first; n <= b->last && build_has_lines(b); n++)
            if (build_line_role(b, b->rows[n]) == ROLE_ACTUAL &&
                view_filled(&b->reader->view, b->rows[n], column->col)) {
                row = b->rows[n];
                break;
            }
        baseline_from(b, k, row, column);
    }
    main_target = build_unchanged(b, main_target);
    by_line = targets_by_line(b, k, main_target);
    have = !by_line && main_target != NULL &&
           build_filled(b, main_target->col, &row);
    if (have) {
        year_span years = main_target->years;

        row = newest_aim(b, main_target, row);
        build_year_cell(b, main_target, &row, &years);
        if (years.to == 0)
            years = year_of(b, ROLE_TARGET_YEAR);
        if (years.to == 0)
            years = build_reported_year(b, main_target);
        if (years.to == 0)
            years = build_line_year(b, main_target, row);
        build_target(b, k, row, main_target, years);
    } else if (!by_line && main_target != NULL) {
        year_span years = main_target->years;

        if (years.to == 0)
            years = year_of(b, ROLE_TARGET_YEAR);
        k->target.from = years.from;
        k->target.to = years.to;
        k->target.where = view_place(&b->reader->view, b->rows[b->first],
                                     main_target->col);
    }
    if (!by_line)
        plans_by_column(b, k, main_target);
    if (!build_has_lines(b)) {
        plans_by_line(b, k, main_target);
        baseline_by_year(b, k);
        target_by_year(b, k);
    }
    if (build_has_lines(b)) {
        targets_by_row(b, k, have);
        targets_by_year_line(b, k, have);
        baseline_by_row(b, k);
    }
    if (k->unit[0] == '\0' && k->target.unit[0] != '\0')
        k->unit = k->target.unit;
}

/* 目標年度, where nothing else says of which year the target is. */
static void due_by_column(const build *b, target *t)
{
    year_span years;

    if (t->to != 0 || t->from != 0 || build_has(b, ROLE_TARGET) ||
        reader_count_lines(build_text(b, ROLE_TARGET_YEAR)) != 1)
        return;
    years = year_of(b, ROLE_TARGET_YEAR);
    t->from = years.from;
    t->to = years.to;
    t->calendar_year = years.calendar;
}

void build_due(build *b, kpi *k)
{
    year_span begun = year_of(b, ROLE_TARGET_FROM);
    target *t = &k->target;
    const table_column *c;
    uint32_t row;

    due_by_column(b, t);
    if (t->from == 0 && begun.from == 0 && begun.to != 0 && begun.to < t->to)
        t->from = begun.to;
    else if (t->from == 0 && begun.to > t->to && t->to != 0 &&
             build_cell(b, ROLE_TARGET_FROM, &row, &c))
        reader_finding(b->reader, "figure-not-read", row, c->col,
                       build_text(b, ROLE_TARGET_FROM), k->name, NULL, NULL);
}

void build_plans(build *b, kpi *k)
{
    const table_column *began;
    uint32_t row;

    if (!k->baseline.present && build_cell(b, ROLE_BASELINE, &row, &began))
        baseline_from(b, k, row, began);
    if (k->planned_count > 0)
        return;
    plans_by_column(b, k, NULL);
    plans_by_line(b, k, NULL);
    if (build_has_lines(b)) {
        targets_by_row(b, k, true);
        targets_by_year_line(b, k, true);
        baseline_by_row(b, k);
    }
}
