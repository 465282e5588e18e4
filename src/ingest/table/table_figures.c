/*
 * table_figures.c - which figures are the baseline, actuals, plans or the
 * target, told by the columns of the same indicator beside them
 */
#include "ingest/table/table_parts.h"

#include <string.h>

#include "ingest/header/unit_words.h"
#include "wording/fold.h"

enum { LINE_ROWS = 60 };

bool columns_of_another(const deciding *d, size_t i, size_t n)
{
    const table_column *a = &d->columns[i], *b = &d->columns[n];
    size_t from = i < n ? i : n, to = i < n ? n : i;

    if (!text_equal(a->kpi_name, b->kpi_name))
        return true;
    if (a->index != 0 && b->index != 0)
        return a->index != b->index;
    while (columns_count(d, ROLE_KPI) > 1 && ++from <= to)
        if (d->columns[from].role == ROLE_KPI)
            return true;
    return false;
}

static bool says_latest(const table_column *k)
{
    return strstr(k->header, "最新") != NULL ||
           strstr(k->header, "直近") != NULL;
}

/* 現状（R6実績） beside 前年度（R5実績）: the newest actual, and not what the plan
 * began with. */
static void settle_current(deciding *d)
{
    table_column *k = NULL;
    unsigned earlier = 0;

    if (columns_count(d, ROLE_BASELINE) != 1)
        return;
    for (size_t i = 0; i < d->count; i++)
        if (d->columns[i].role == ROLE_BASELINE)
            k = &d->columns[i];
    if (k->years.to == 0 || strcmp(k->why, "plan") == 0 ||
        strstr(k->header, "実績") == NULL)
        return;
    for (size_t i = 0; i < d->count; i++) {
        if (d->columns[i].role != ROLE_ACTUAL)
            continue;
        if (d->columns[i].years.to == 0 ||
            d->columns[i].years.to >= k->years.to)
            return;
        earlier++;
    }
    if (earlier == 0)
        return;
    k->role = ROLE_ACTUAL;
    k->why = "position";
}

static bool equal_but_commas(text a, text b)
{
    size_t i = 0, n = 0;

    for (;; i++, n++) {
        while (i < a.length && a.bytes[i] == ',')
            i++;
        while (n < b.length && b.bytes[n] == ',')
            n++;
        if (i == a.length || n == b.length || a.bytes[i] != b.bytes[n])
            return i == a.length && n == b.length;
    }
}

bool table_same_figure(arena *a, text one, text other)
{
    arena_mark mark = arena_get_mark(a);
    text keys[2];
    bool same = text_equal(one, other) ||
                (fold_key(a, &keys[0], one) && fold_key(a, &keys[1], other) &&
                 equal_but_commas(keys[0], keys[1]));

    arena_rewind(a, mark);
    return same;
}

/* On the lines of its years an indicator has one 現況値, merged over them or
 * typed again, and an actual for each. */
static bool is_once_for_lines(const deciding *d, const table_column *k)
{
    const sheet_view *v = d->view;
    const table_column *name = NULL;
    unsigned again = 0;

    for (size_t i = 0; i < d->count; i++)
        if (d->columns[i].role == ROLE_KPI)
            name = &d->columns[i];
    if (name == NULL)
        return false;
    for (uint32_t row = d->t->first_row + 1;
         row <= d->t->last_row && row < v->grid->rows &&
         row - d->t->first_row < LINE_ROWS; row++) {
        if (view_begins(v, row, name->col) && view_filled(v, row, name->col) &&
            !text_equal(view_text(v, row, name->col),
                        view_text(v, row - 1, name->col)))
            continue;
        if (view_next(v, row, 0) == UINT32_MAX)
            continue;
        if (view_begins(v, row, k->col) && view_filled(v, row, k->col) &&
            !table_same_figure(d->memory, view_text(v, row, k->col),
                               view_text(v, row - 1, k->col)))
            return false;
        again++;
    }
    return again > 0;
}

/* 現況 { 年度 | 値 }: the years in front of the figure, or behind it, are its
 * own. */
static void take_own_years(deciding *d, size_t i)
{
    const char *header = d->columns[i].header;
    size_t group = strlen(header) -
                   table_column_words(&d->columns[i]).length;

    for (size_t n = i > 0 ? i - 1 : i + 1;
         group > 0 && n <= i + 1 && n < d->count; n += 2)
        if (d->columns[n].role == ROLE_YEAR &&
            strncmp(d->columns[n].header, header, group) == 0) {
            d->columns[n].role = ROLE_BASELINE_YEAR;
            d->columns[n].why = "position";
            return;
        }
}

/* 現況値（R3） in front of all other years' actuals, or of 最新値, where nothing
 * else says what the plan began with, is the baseline; so is 現況値 in front of
 * actuals that all say their years. */
void columns_present(deciding *d)
{
    bool lines = columns_count(d, ROLE_YEAR) > 0;

    settle_current(d);
    if (columns_count(d, ROLE_BASELINE) > 0)
        return;
    for (size_t i = 0; i + 1 < d->count; i++) {
        table_column *k = &d->columns[i];
        unsigned later = 0, others = 0;
        bool own_years;

        if (k->role != ROLE_ACTUAL || strcmp(k->why, "plan") == 0 ||
            strstr(k->header, "現況") == NULL || says_latest(k))
            continue;
        /* 115（H29） among them: see table_times.c */
        own_years = k->years.to == 0 && columns_last_year(d, k->col) != 0;
        for (size_t n = 0; n < d->count; n++) {
            const table_column *one = &d->columns[n];

            if (n == i || one->role != ROLE_ACTUAL ||
                strstr(one->header, "現況") != NULL || columns_of_another(d, i, n))
                continue;
            others++;
            later += (lines && k->years.to == 0 && one->years.to == 0 &&
                      is_once_for_lines(d, k) && !is_once_for_lines(d, one)) ||
                     (n > i &&
                      (says_latest(one) ||
                       (!own_years && one->years.to > k->years.to) ||
                       (lines && k->years.to != 0 && one->years.to == 0)));
        }
        if (later == 0 || later < others)
            continue;
        k->role = ROLE_BASELINE;
        k->why = "position";
        take_own_years(d, i);
    }
}

static bool has_actual_in(const deciding *d, size_t from, size_t to, int year)
{
    for (size_t i = from; i < to; i++)
        if (d->columns[i].role == ROLE_ACTUAL &&
            d->columns[i].years.to == year)
            return true;
    return false;
}

/* 見込 beside 実績 of one year is a plan; R3見込 behind R2実績 is what the
 * year is expected to end with. */
static void settle_forecasts(deciding *d)
{
    if (columns_count(d, ROLE_ACTUAL) == 0)
        return;
    for (size_t i = 0; i < d->count; i++)
        if (d->columns[i].role == ROLE_PLANNED &&
            strstr(d->columns[i].header, "見込") != NULL &&
            has_actual_in(d, 0, d->count, d->columns[i].years.to))
            return;
    for (size_t i = 0; i < d->count; i++) {
        table_column *k = &d->columns[i];

        if (k->role != ROLE_PLANNED || k->years.to == 0 ||
            strstr(k->header, "見込") == NULL ||
            strstr(k->header, "見込量") != NULL ||
            strcmp(k->why, "plan") == 0)
            continue;
        k->role = ROLE_ACTUAL;
        k->preliminary = true;
        k->why = "position";
    }
}

/* All targets stand beside actuals of their years: 目標 | 実績 below R3, R4. */
static bool targets_are_yearly(const deciding *d, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (d->columns[i].role == ROLE_TARGET &&
            (d->columns[i].final || d->columns[i].years.to == 0 ||
             !has_actual_in(d, from, to, d->columns[i].years.to)))
            return false;
    return true;
}

/* 計画値 | 実績値, both without a year: of one year, and its target. */
static bool is_of_one_year(const deciding *d, const table_column *k)
{
    return k->years.to == 0 && columns_count(d, ROLE_YEAR) == 0 &&
           columns_count(d, ROLE_LINE) == 0;
}

/* 計画 | 実績 below R3 and R4, 計画 below R5 and R6: where no column is the target,
 * the plan ends with it. Forecasts and what is aimed at halfway are none. */
static void settle_last_plan(deciding *d, size_t from, size_t to)
{
    table_column *last = NULL;
    int newest = 0;

    for (size_t i = from; i < to; i++) {
        table_column *k = &d->columns[i];

        if (k->role == ROLE_TARGET ||
            (k->role == ROLE_PLANNED &&
             (k->years.to == 0 || strcmp(k->why, "plan") == 0 ||
              strstr(k->header, "見込") != NULL ||
              strstr(k->header, "中間") != NULL)))
            return;
        if (k->role == ROLE_ACTUAL && k->years.to > newest)
            newest = k->years.to;
        if (k->role == ROLE_PLANNED &&
            (last == NULL || k->years.to > last->years.to))
            last = k;
    }
    if (last == NULL || newest == 0 || last->years.to <= newest)
        return;
    last->role = ROLE_TARGET;
    last->why = "position";
}

static const char *innermost(const char *header)
{
    const char *next;

    while ((next = strstr(header, " > ")) != NULL)
        header = next + strlen(" > ");
    return header;
}

/* 計画値 > R9, or R9 > 計画値 beside R8 > 計画値: one of a plan for each year.
 * KPI② > R9計画値 is none. */
static bool is_grouped(const deciding *d, const table_column *k, size_t from,
                       size_t to)
{
    const char *last = innermost(k->header);

    if (last == k->header)
        return false;
    if (strstr(last, "計画") == NULL && strstr(last, "見込") == NULL)
        return true;
    for (size_t i = from; i < to; i++)
        if (&d->columns[i] != k && d->columns[i].role == ROLE_PLANNED &&
            strcmp(innermost(d->columns[i].header), last) == 0)
            return true;
    return false;
}

/* 計画値（R2） | 計画値（R3） | R7計画値 beside actuals of R2 and R3: the last, years
 * behind the others. */
static table_column *far_plan(const deciding *d, size_t from, size_t to)
{
    table_column *last = NULL;
    int before = 0;

    for (size_t i = from; i < to; i++) {
        table_column *k = &d->columns[i];

        if (k->role != ROLE_PLANNED)
            continue;
        if (last != NULL && (k->years.to <= last->years.to ||
                             !has_actual_in(d, from, to, last->years.to)))
            return NULL;
        before = last == NULL ? 0 : last->years.to;
        last = k;
    }
    return before != 0 && last->years.to > before + 1 ? last : NULL;
}

/* 計画値（R9）, of a year without an actual, is the target where no column of
 * the indicator is: the only plan, or one beside a group of plans for each
 * year. */
static void settle_lone_plan(deciding *d, size_t from, size_t to)
{
    table_column *lone = NULL;
    unsigned plans = 0, grouped = 0;
    bool lines = columns_count(d, ROLE_YEAR) > 0; /* 年度 | 計画値 | R9計画値 */
    bool due = columns_count(d, ROLE_TARGET_YEAR) > 0; /* 計画値 | 達成年度 */

    for (size_t i = from; i < to; i++)
        plans += d->columns[i].role == ROLE_PLANNED;
    if (plans == 0 || !targets_are_yearly(d, from, to))
        return;
    for (size_t i = from; i < to; i++) {
        if (d->columns[i].role != ROLE_PLANNED)
            continue;
        if (plans > 1 && (lines ? d->columns[i].years.to == 0
                             : is_grouped(d, &d->columns[i], from, to)))
            grouped++;
        else
            lone = &d->columns[i];
    }
    if (plans > 1 && !lines && grouped + 1 != plans) {
        lone = far_plan(d, from, to);
        if (lone == NULL)
            settle_last_plan(d, from, to);
        plans = 1;
    } else if (lone == NULL && plans > 1) {
        settle_last_plan(d, from, to);
    }
    if (lone == NULL || (plans > 1 && grouped + 1 != plans) ||
        (lone->years.to == 0 && lines && !due) ||
        strcmp(lone->why, "plan") == 0 ||
        (has_actual_in(d, from, to, lone->years.to) && !due &&
         !is_of_one_year(d, lone)) ||
        strstr(lone->header, "見込") != NULL)
        return;
    lone->role = ROLE_TARGET;
    lone->why = "position";
}

/* 来年度の実施予定: 相談会を8回開く。 */
static void drop_intents(deciding *d)
{
    for (size_t i = 0; i < d->count; i++) {
        table_column *k = &d->columns[i];
        content n;

        if (k->role != ROLE_PLANNED || k->years.to != 0 ||
            strcmp(k->why, "plan") == 0 ||
            strstr(k->header, "予定") == NULL)
            continue;
        n = column_sample(d, k->col);
        if (column_holds_sentences(d, k, &n))
            k->role = ROLE_IGNORED;
    }
}

/* From one indicator's column to the next. */
static void settle_lone_plans(deciding *d)
{
    size_t from = SIZE_MAX;

    drop_intents(d);
    for (size_t i = 0; i <= d->count; i++) {
        if (i < d->count && d->columns[i].role != ROLE_KPI)
            continue;
        if (from != SIZE_MAX)
            settle_lone_plan(d, columns_count(d, ROLE_KPI) == 1 ? 0 : from,
                             i);
        from = i;
    }
}

/* Is a figure merged over the lines of several indicators, whose names begin in
 * column `name`? */
static bool spans_names(const deciding *d, uint32_t col, uint32_t name)
{
    const sheet_view *v = d->view;

    for (uint32_t row = d->t->first_row + 1;
         row <= d->t->last_row && row < v->grid->rows &&
         row - d->t->first_row < LINE_ROWS; row++)
        if (view_hangs(v, row, col) && view_begins(v, row, name) &&
            view_filled(v, row, name))
            return true;
    return false;
}

/* 実績額（単位：円） or R5実績額 in front of the indicators, whose actuals stand
 * behind them, or behind them all and merged over several: what was spent. */
static void settle_spent(deciding *d)
{
    size_t named = 0, last = 0;

    while (named < d->count && d->columns[named].role != ROLE_KPI)
        named++;
    for (size_t i = named; i < d->count; i++)
        if (d->columns[i].role == ROLE_ACTUAL)
            last = i;
    for (size_t i = 0; i < d->count && last > 0; i++) {
        table_column *k = &d->columns[i];

        if (k->role == ROLE_ACTUAL && !k->exact &&
            (strstr(k->header, "額") != NULL ||
             strstr(k->header, "費") != NULL) &&
            (i < named ||
             (i == last && has_actual_in(d, named, last, k->years.to) &&
              spans_names(d, k->col, d->columns[named].col))))
            k->role = ROLE_COST;
    }
}

/* （千円） and no more above the names: what is listed below is money. */
static bool lists_money(const deciding *d)
{
    static const char *const units[] = { "円", "千円", "万円", "百万円",
                                         "億円" };

    for (size_t i = 0; i < d->count; i++)
        if (d->columns[i].role == ROLE_KPI &&
            text_in(unit_plain(text_of(d->columns[i].header)), units,
                    sizeof(units) / sizeof(*units)))
            return true;
    return false;
}

/* H30決算, R1決算: figures of a year, where no column says 実績. */
static void settle_accounts(deciding *d)
{
    if (columns_count(d, ROLE_ACTUAL) > 0 ||
        columns_count(d, ROLE_KPI) == 0 || lists_money(d))
        return;
    for (size_t i = 0; i < d->count; i++) {
        table_column *k = &d->columns[i];

        if (k->role == ROLE_COST && k->years.to != 0 &&
            strstr(k->header, "費") == NULL &&
            strstr(k->header, "額") == NULL &&
            strstr(k->header, "円") == NULL) {
            k->role = ROLE_ACTUAL;
            k->why = "position";
        }
    }
}

/* 目標, 目標値: no word of whose or which target. */
static bool is_plain_target(const deciding *d, const table_column *k)
{
    static const char *const words[] = { "目標", "目標値", "target" };
    arena_mark mark = arena_get_mark(d->memory);
    text key;
    bool plain = k->role == ROLE_TARGET && k->years.to == 0 && !k->final &&
                 strcmp(k->why, "plan") != 0 &&
                 fold_key(d->memory, &key, text_of(k->header)) &&
                 text_in(key, words, sizeof(words) / sizeof(*words));

    arena_rewind(d->memory, mark);
    return plain;
}

/* 最終目標（R8） | 目標 | 実績 on a sheet of one year: the plain one is what that
 * year aims at. */
static void settle_year_target(deciding *d)
{
    table_column *plain = NULL;
    bool final = false, measured = false;

    if (columns_count(d, ROLE_TARGET) < 2 || columns_count(d, ROLE_KPI) != 1 ||
        columns_count(d, ROLE_YEAR) > 0 || columns_count(d, ROLE_LINE) > 0)
        return;
    for (size_t i = 0; i < d->count; i++) {
        table_column *k = &d->columns[i];

        if (is_plain_target(d, k)) {
            if (plain != NULL)
                return;
            plain = k;
            measured = i + 1 < d->count && k[1].role == ROLE_ACTUAL &&
                     k[1].years.to == 0;
        } else if (k->role == ROLE_TARGET) {
            final = final || k->final || k->years.to != 0;
        }
    }
    if (plain == NULL || !final || !measured)
        return;
    plain->role = ROLE_PLANNED;
    plain->why = "position";
}

/* 前年度 | 今年度 and no more above figures, behind a target, where no column
 * says 実績: what was reached in these years. */
static void settle_relative(deciding *d)
{
    static const char *const before[] = { "前年度", "昨年度", "前年度値" },
                            *const now[] = { "今年度", "本年度", "当年度",
                                             "今年度値", "本年度値" };
    table_column *pair[2] = { NULL, NULL };

    if (columns_count(d, ROLE_ACTUAL) > 0 || columns_count(d, ROLE_KPI) != 1 ||
        columns_count(d, ROLE_TARGET) == 0 || columns_count(d, ROLE_LINE) > 0)
        return;
    for (size_t i = 0; i < d->count; i++) {
        table_column *k = &d->columns[i];
        text words = text_of(k->header);
        content n;

        if (k->role != ROLE_NONE || strcmp(k->why, "plan") == 0)
            continue;
        n = column_sample(d, k->col);
        if (n.cells == 0 || n.names * 2 >= n.cells || n.long_texts > 0)
            continue;
        if (text_in(words, before, sizeof(before) / sizeof(*before)))
            pair[0] = k;
        else if (text_in(words, now, sizeof(now) / sizeof(*now)))
            pair[1] = k;
    }
    for (size_t i = 0; i < 2 && pair[0] != NULL && pair[1] != NULL; i++) {
        pair[i]->role = ROLE_ACTUAL;
        pair[i]->why = "position";
    }
}

void columns_figures(deciding *d)
{
    settle_relative(d);
    columns_beside_years(d);
    settle_accounts(d);
    settle_spent(d);
    settle_forecasts(d);
    settle_lone_plans(d);
    settle_year_target(d);
    columns_costs(d);
}

/* 委託料R3 in front of the indicators, whose actuals say so: no actual. */
static bool leads_indicators(const deciding *d, const table_column *k)
{
    bool behind = false;

    for (size_t i = 0; i < d->count; i++) {
        const table_column *one = &d->columns[i];

        if (one->role == ROLE_KPI && one->col < k->col)
            return false;
        behind = behind || one->role == ROLE_KPI;
        if (behind && one->role == ROLE_ACTUAL && one->exact &&
            strstr(one->header, "実績") != NULL)
            return k->kpi_name.length > 0;
    }
    return false;
}

/* R1 beside R1実績: what else that year had is no second actual. */
void columns_second_actuals(deciding *d)
{
    if (columns_count(d, ROLE_LINE) > 0)
        return;
    for (size_t i = 0; i < d->count; i++) {
        table_column *k = &d->columns[i];

        if (k->role != ROLE_ACTUAL || k->years.to == 0 ||
            strcmp(k->why, "position") != 0)
            continue;
        if (leads_indicators(d, k))
            k->role = ROLE_NONE;
        for (size_t n = 0; n < d->count; n++)
            if (n != i && d->columns[n].role == ROLE_ACTUAL &&
                d->columns[n].block == k->block &&
                d->columns[n].years.to == k->years.to &&
                strcmp(d->columns[n].why, "synonym") == 0 &&
                strstr(d->columns[n].header, "実績") != NULL)
                k->role = ROLE_NONE;
    }
}
