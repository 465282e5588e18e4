/*
 * kpi_figures.c - baseline, target and planned values of an indicator
 */
#include <string.h>

#include "ingest/kpi_parts.h"
#include "ingest/unit_words.h"
#include "wording/fold.h"
#include "wording/units.h"

enum { YEAR_BYTES = 60 };

bool build_has_lines(const build *b)
{
    return b->table->lines[0] != ROLE_NONE || build_has(b, ROLE_LINE);
}

role build_line_role(const build *b, uint32_t row)
{
    for (size_t n = b->first;
         b->table->lines[0] != ROLE_NONE && n <= b->last; n++)
        if (b->rows[n] == row)
            return b->table->lines[(n - b->first) % 2];
    for (size_t i = 0; i < b->table->count; i++) {
        const table_column *k = &b->table->columns[i];
        text key;

        if (k->role != ROLE_LINE ||
            !fold_key(b->reader->memory, &key,
                      view_text(&b->reader->view, row, k->col)))
            continue;
        if (key.length > 0)
            return table_line_role(key);
    }
    return ROLE_NONE;
}

/* 現状（R1） begins, R8（最終） ends the years; other words are no year. */
static line_year year_with_words(const build *b, text typed, year_span *out)
{
    static const char *const first[] = { "現状", "基準", "策定時", "当初",
                                         "開始前", "計画前" };
    static const char *const others[] = { "最終", "目標", "中間", "実績",
                                          "見込", "速報", "計画" };
    size_t start, end;

    *out = (year_span){ 0 };
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
    for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
        if (text_find(typed, others[i], 0) != SIZE_MAX)
            return LINE_YEAR;
    *out = (year_span){ 0 };
    return LINE_YEAR_UNKNOWN;
}

line_year build_year_of_line(const build *b, size_t n,
                             const table_column *year, year_span *out)
{
    const sheet_view *v = &b->reader->view;
    text typed = view_text(v, b->rows[n], year->col);
    bool lines = table_column_any(b->table, ROLE_LINE) != NULL;
    size_t whole = 0;

    *out = (year_span){ 0 };
    while (typed.length == 0 && lines && n > b->first)
        typed = view_text(v, b->rows[--n], year->col);
    if (typed.length == 0)
        return LINE_NO_YEAR;
    if (text_to_size(typed, &whole) && whole >= 1990 && whole <= 2100)
        out->to = (int)whole;
    else if (!fiscal_year_parse(out, typed, b->reader->context_year))
        return year_with_words(b, typed, out);
    return LINE_YEAR;
}

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

/* 88億 under 億円 means 88億円. */
static text whole_unit(reader *r, text own, const char *unit, uint32_t row,
                       uint32_t col, text typed)
{
    text whole = text_of(unit);
    size_t head;

    if (own.length == 0)
        return text_of("");
    if (!unit_is_magnitude(own) || whole.length == 0 ||
        unit_is_magnitude(whole))
        return own;
    for (head = 0; head < whole.length;) {
        size_t next = head;

        utf8_next(whole, &next);
        if (!unit_is_magnitude(text_cut(whole, 0, next)))
            break;
        head = next;
    }
    {
        buf b;
        const char *joined;

        buf_init(&b);
        buf_text(&b, own);
        buf_text(&b, text_from(whole, head));
        joined = reader_text(r, buf_slice(&b));
        buf_free(&b);
        reader_finding(r, "corrected-unit", row, col, typed,
                       reader_text(r, own), joined, NULL);
        return text_of(joined);
    }
}

text build_own_unit(build *b, text own, const char *unit, uint32_t row,
                    uint32_t col, text typed)
{
    text rest;

    unit_per_year(own, &rest);
    return whole_unit(b->reader, rest, unit, row, col, typed);
}

/* ---- Baseline --------------------------------------------------------- */

static void baseline_from(build *b, kpi *k, uint32_t row,
                          const table_column *column)
{
    reader *r = b->reader;
    cell_value v;
    year_span years;

    cell_value_read(r, &v, row, column->col, text_of(k->unit), VALUE_NEEDED);
    if (!v.present)
        return;
    years = v.years.to != 0 ? v.years : column->years;
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

/* ---- Target and planned values ---------------------------------------- */

/* 50%削減 of what counts 千枚: a share of the baseline, no level. */
static bool is_share_of_baseline(const kpi *k, const cell_value *v)
{
    const char *own = k->unit[0] != '\0' ? k->unit : k->baseline.unit;

    return v->has_value && units_is_percent(v->unit) &&
           v->qualifier.length > 0 && own[0] != '\0' &&
           !units_is_percent(text_of(own));
}

/* 減少, 基準年度より低減: no figure, but lower is better. */
static bool says_less(text t)
{
    static const char *const words[] = { "減少", "低減", "削減", "縮小",
                                         "抑制", "低下", "減" };

    for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
        if (text_ends(t, words[i]))
            return true;
    return false;
}

static void target_from(build *b, kpi *k, uint32_t row,
                        const table_column *column, year_span years)
{
    reader *r = b->reader;
    target *t = &k->target;
    cell_value v;

    cell_value_read(r, &v, row, column->col, text_of(k->unit), VALUE_NEEDED);
    if (v.years.to != 0 || v.years.from != 0)
        years = v.years;
    if (is_share_of_baseline(k, &v)) {
        v.has_value = false;
        v.state = STATE_TEXT;
        v.unit = text_of("");
    } else if (!v.has_value && says_less(text_trim(text_of(v.text)))) {
        v.qualifier = text_of("減");
    }
    t->value.known = v.has_value;
    t->value.value = v.value;
    t->state = v.state;
    t->text = v.text;
    t->from = years.from;
    t->to = years.to;
    t->calendar_year = years.calendar;
    t->per_year = t->per_year || v.per_year ||
                  (k->kind == KIND_ANNUAL && v.has_value);
    t->cumulative = t->cumulative || v.cumulative || column->cumulative;
    t->qualifier = reader_text(r, v.qualifier);
    t->unit = reader_text(r, build_own_unit(b, v.unit, k->unit, row,
                                            column->col, text_of(v.text)));
    t->where = view_place(&r->view, row, column->col);
    build_steps(b, k, v.steps, v.step_count, text_of(v.text), t->where);
    if (v.has_baseline && !k->baseline.present) {
        k->baseline.present = true;
        k->baseline.value.known = true;
        k->baseline.value.value = v.baseline.value;
        k->baseline.unit = reader_text(r, v.baseline.unit);
        if (v.baseline_years.to == 0)
            v.baseline_years = column->before;
        k->baseline.from = v.baseline_years.from;
        k->baseline.fiscal_year = v.baseline_years.to;
        k->baseline.text = v.text;
        k->baseline.where = t->where;
    }
}

static void add_planned(build *b, kpi *k, uint32_t row, uint32_t col,
                        int fiscal_year)
{
    reader *r = b->reader;
    cell_value v;
    planned *grown;

    cell_value_read(r, &v, row, col, text_of(k->unit), VALUE_NEEDED);
    if (!v.present || fiscal_year == 0)
        return;
    /* 14.0以下 as a year's plan tells the direction too */
    if (!k->target.value.known && k->target.qualifier[0] == '\0')
        k->target.qualifier = reader_text(r, v.qualifier);
    grown = arena_array(r->memory, k->planned_count + 1, sizeof(*grown));
    if (grown == NULL) {
        r->failed = true;
        return;
    }
    if (k->planned_count > 0)
        memcpy(grown, k->planned, k->planned_count * sizeof(*grown));
    grown[k->planned_count++] = (planned){
        .fiscal_year = fiscal_year,
        .value = { v.has_value, v.value },
        .text = v.text,
        .where = view_place(&r->view, row, col)
    };
    k->planned = grown;
}

static bool filled(const build *b, uint32_t col, uint32_t *row)
{
    for (size_t n = b->first; n <= b->last; n++) {
        const cell *c = view_cell(&b->reader->view, b->rows[n], col);

        if (c != NULL && (c->missing ||
                          view_filled(&b->reader->view, b->rows[n],
                                    col))) {
            *row = b->rows[n];
            return true;
        }
    }
    return false;
}

/* 見直し前 beside 見直し後 of the same year. */
static bool is_replaced(const table_column *k, const table_column *taken)
{
    return taken != NULL && k->role == ROLE_TARGET &&
           k->years.to == taken->years.to && k->final != taken->final;
}

/* 変更なし below 見直し後: the target in front of it holds. */
static const table_column *unchanged_target(const build *b,
                                            const table_column *revised)
{
    static const char *const words[] = { "変更なし", "変更無し", "変更無",
                                         "同左", "同じ", "－", "-", "―" };
    uint32_t row;
    text t;

    if (revised == NULL || !revised->final ||
        !filled(b, revised->col, &row))
        return revised;
    t = text_trim(view_text(&b->reader->view, row, revised->col));
    if (!text_in(t, words, sizeof(words) / sizeof(*words)))
        return revised;
    for (size_t i = 0; i < b->table->count; i++) {
        const table_column *k = &b->table->columns[i];

        if (k->role == ROLE_TARGET && !k->final && build_mine(b, k) &&
            k->head_row == revised->head_row && filled(b, k->col, &row))
            return k;
    }
    return revised;
}

/* Does a target's cell say something, and not only that there is none? */
static bool says_target(const build *b, const table_column *k)
{
    uint32_t row;
    text t;

    if (!filled(b, k->col, &row))
        return false;
    t = view_text(&b->reader->view, row, k->col);
    return t.length == 0 || no_number_state(t) != STATE_MISSING;
}

/* How much a column is the target's: 最終目標 first, 長期目標 (of a time beyond
 * the plan) last, and any that says something before one that does not. */
static int target_rank(const build *b, const table_column *k)
{
    static const char *const far_off[] = { "長期", "将来", "参考", "次期" };
    int rank = (says_target(b, k) ? 4 : 0) + (k->final ? 1 : 0) + 2;

    for (size_t i = 0; i < sizeof(far_off) / sizeof(*far_off); i++)
        if (strstr(k->header, far_off[i]) != NULL)
            return rank - 2;
    return rank;
}

/* The column that holds the target itself: 最終目標, or one without a year,
 * or the last year's. */
static const table_column *target_column(const build *b)
{
    const table_column *best = NULL;
    unsigned count = 0;

    for (size_t i = 0; i < b->table->count; i++)
        if (b->table->columns[i].role == ROLE_TARGET &&
            build_mine(b, &b->table->columns[i])) {
            best = &b->table->columns[i];
            count++;
        }
    if (count < 2)
        return best;
    best = NULL;
    for (size_t i = 0; i < b->table->count; i++) {
        const table_column *k = &b->table->columns[i];
        int rank, known;

        if (k->role != ROLE_TARGET || !build_mine(b, k))
            continue;
        rank = target_rank(b, k);
        known = best == NULL ? -1 : target_rank(b, best);
        if (rank > known ||
            (rank == known && best->years.to != 0 &&
             (k->years.to == 0 || k->years.to > best->years.to)))
            best = k;
    }
    return best;
}

/* A line a year with its own target: 年度 | 目標 | 実績. The last year's is
 * the target, and planned for its year as the others are. */
static bool targets_by_line(build *b, kpi *k, const table_column *column)
{
    const table_column *year = table_column_of(b->table, ROLE_YEAR, b->block);
    unsigned count = 0;

    if (year == NULL)
        year = table_column_any(b->table, ROLE_YEAR);
    if (year == NULL || column == NULL || year_of(b, ROLE_TARGET_YEAR).to != 0)
        return false; /* 目標年度 says of which year it is */
    for (size_t n = b->first; n <= b->last; n++)
        count += view_begins(&b->reader->view, b->rows[n], column->col) &&
                 view_filled(&b->reader->view, b->rows[n],
                           column->col);
    if (count < 2)
        return false;
    for (size_t n = b->first; n <= b->last; n++) {
        year_span span = { 0 };
        uint32_t row = b->rows[n];

        if (!view_begins(&b->reader->view, row, column->col) ||
            !view_filled(&b->reader->view, row, column->col) ||
            build_year_of_line(b, n, year, &span) != LINE_YEAR ||
            (k->target.value.known &&
             no_number_state(view_text(&b->reader->view, row,
                                       column->col)) == STATE_MISSING))
            continue;
        add_planned(b, k, row, column->col, span.to);
        target_from(b, k, row, column, span);
    }
    return true;
}

static const table_column *year_column(const build *b)
{
    const table_column *year = table_column_of(b->table, ROLE_YEAR, b->block);

    return year != NULL ? year : table_column_any(b->table, ROLE_YEAR);
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

/* A line 目標 for each year; the last is the target too. */
static void targets_by_year_line(build *b, kpi *k, bool have_target)
{
    const table_column *year = year_column(b), *value = value_column(b);
    size_t before = k->planned_count;

    for (size_t n = b->first; year != NULL && value != NULL && n <= b->last;
         n++) {
        year_span span;
        uint32_t row = b->rows[n];

        if (build_line_role(b, row) != ROLE_PLANNED ||
            !view_filled(&b->reader->view, row, value->col) ||
            build_year_of_line(b, n, year, &span) != LINE_YEAR)
            continue;
        add_planned(b, k, row, value->col, span.to);
        if (!have_target)
            target_from(b, k, row, value, span);
    }
    if (!have_target && k->planned_count == before + 1)
        k->planned_count = before; /* a lone target is no plan */
}

/* A line 基準値 among those of 目標 and 実績. */
static void baseline_by_row(build *b, kpi *k)
{
    const table_column *year = year_column(b);

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

/* 目標 lines: a value for each year's column; the last is the target too. */
static void targets_by_row(build *b, kpi *k, bool have_target)
{
    for (size_t n = b->first; n <= b->last; n++) {
        uint32_t row = b->rows[n];
        const table_column *last = NULL;
        size_t before = k->planned_count;

        if (build_line_role(b, row) != ROLE_PLANNED)
            continue;
        for (size_t i = 0; i < b->table->count; i++) {
            const table_column *c = &b->table->columns[i];

            if (c->role != ROLE_ACTUAL || c->years.to == 0 ||
                !build_mine(b, c) ||
                !view_filled(&b->reader->view, row, c->col))
                continue;
            add_planned(b, k, row, c->col, c->years.to);
            last = c;
        }
        if (last != NULL && !have_target) {
            target_from(b, k, row, last, last->years);
            if (k->planned_count == before + 1)
                k->planned_count = before; /* a lone target is no plan */
        }
        return;
    }
}

/* 現状（R1） among the years of the lines: its figure is the baseline. */
static void baseline_by_year(build *b, kpi *k)
{
    const table_column *year = year_column(b), *value = value_column(b);

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

void build_figures(build *b, kpi *k)
{
    const table_column *main_target = target_column(b), *column;
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
    main_target = unchanged_target(b, main_target);
    by_line = targets_by_line(b, k, main_target);
    have = !by_line && main_target != NULL &&
           filled(b, main_target->col, &row);
    if (have) {
        year_span years = main_target->years;

        if (years.to == 0)
            years = year_of(b, ROLE_TARGET_YEAR);
        target_from(b, k, row, main_target, years);
    } else if (!by_line && main_target != NULL) {
        year_span years = main_target->years;

        if (years.to == 0)
            years = year_of(b, ROLE_TARGET_YEAR);
        k->target.from = years.from;
        k->target.to = years.to;
        k->target.where = view_place(&b->reader->view, b->rows[b->first],
                                     main_target->col);
    }
    for (size_t i = 0; i < b->table->count; i++) {
        const table_column *c = &b->table->columns[i];

        if (!build_mine(b, c) || by_line || c == main_target ||
            (c->role != ROLE_PLANNED && c->role != ROLE_TARGET) ||
            c->years.to == 0 || is_replaced(c, main_target))
            continue;
        if (filled(b, c->col, &row))
            add_planned(b, k, row, c->col, c->years.to);
    }
    if (!build_has_lines(b))
        baseline_by_year(b, k);
    if (build_has_lines(b)) {
        targets_by_row(b, k, have);
        targets_by_year_line(b, k, have);
        baseline_by_row(b, k);
    }
    if (k->unit[0] == '\0' && k->target.unit[0] != '\0')
        k->unit = k->target.unit;
}
