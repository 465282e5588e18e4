/*
 * kpi_target.c - the target of an indicator and its planned values
 */
#include <string.h>

#include "ingest/header/unit_words.h"
#include "ingest/kpi/kpi_parts.h"
#include "ingest/reader/sheet_years.h"
#include "wording/fold.h"
#include "wording/glyph.h"
#include "wording/units.h"

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

    return text_ends_in(t, words, sizeof(words) / sizeof(*words));
}

/* The last year that the table shows an actual of, or is reported; 0. */
static int last_shown_year(const build *b)
{
    const table_column *year = build_year_column(b);
    year_span span;
    int last = 0;

    for (size_t i = 0; i < b->table->count; i++) {
        const table_column *k = &b->table->columns[i];

        if (k->role == ROLE_ACTUAL && build_mine(b, k) && k->years.to > last)
            last = k->years.to;
    }
    for (size_t n = b->first; year != NULL && n <= b->last; n++)
        if (build_year_of_line(b, n, year, &span) == LINE_YEAR &&
            span.to > last)
            last = span.to;
    return last != 0 ? last : reported_year(b->reader);
}

/* 40者（R6）（R1：22者): the year behind the target's is the baseline's; but a
 * year to come is planned too. */
static void settle_year_behind(const build *b, cell_value *v)
{
    int last = last_shown_year(b);

    if (last != 0 && v->baseline_years.to > last)
        v->has_baseline = false;
    else
        v->step_count = 0;
}

/* 40% | 以上 below one header 目標値, or below 条件 or no word behind it, or
 * behind its unit: what stands beside the figure. */
static text qualifier_beside(const build *b, uint32_t row,
                             const table_column *column)
{
    const sheet_view *v = &b->reader->view;
    uint32_t col = column->col + 1;
    const table_column *next = table_column_at(b->table, col);
    text t;

    if (next != NULL && next->role == ROLE_UNIT)
        next = table_column_at(b->table, ++col);
    if ((col > column->col + 1 ||
         column->col >= view_range(v, column->head_row,
                                   column->col).last_col) &&
        (next == NULL || next->role != ROLE_NONE))
        return text_of("");
    t = view_text(v, row, col);
    return table_is_bound(t) ? t : text_of("");
}

bool build_line_each_year(const build *b, uint32_t row)
{
    const table_column *year = build_year_column(b);
    text t = year == NULL ? text_of("")
                          : view_text(&b->reader->view, row, year->col);

    return text_starts(t, "毎年") || text_starts(t, "各年");
}

bool kpi_due_each_year(text due)
{
    static const char *const words[] = { "毎年", "各年" };
    static const char *const behind[] = { "（毎年", "(毎年", "（各年",
                                          "(各年" };
    static const char *const ends[] = { "の毎年度", "の各年度", "の毎年",
                                        "の各年" };

    return text_ends_in(due, ends, sizeof(ends) / sizeof(*ends)) ||
           glyph_any(due, 0, words, sizeof(words) / sizeof(*words)) > 0 ||
           text_contains_one(due, behind, sizeof(behind) / sizeof(*behind));
}

/* 目標値（毎年度）, 目標値（年間）, 年間目標値, or 目標年度 | 目標値 above 毎年 | 75%,
 * or 年間 as the remark of its line. */
static bool says_each_year(const build *b, const table_column *column,
                           uint32_t row)
{
    static const char *const each[] = { "年間", "毎年", "年度当たり",
                                        "1年度当たり", "１年度当たり",
                                        "1年当たり", "１年当たり",
                                        "年度あたり", "1年度あたり",
                                        "１年度あたり" };
    text remark = build_line_remark(b, row);

    return glyph_any(remark, 0, each, sizeof(each) / sizeof(*each)) > 0 ||
           strstr(column->header, "毎年") != NULL ||
           strstr(column->header, "各年度") != NULL ||
           strstr(column->header, "（年間）") != NULL ||
           strstr(column->header, "(年間)") != NULL ||
           (column->years.to == 0 &&
            text_starts(table_column_words(column), "年間目標")) ||
           kpi_due_each_year(build_text(b, ROLE_TARGET_YEAR)) ||
           build_line_each_year(b, row);
}

/* ％ of －％: no figure, but its unit. */
static text unit_of_none(const build *b, text t)
{
    size_t next;

    if (glyph_at(t, 0, &next) != GLYPH_DASH)
        return text_of("");
    t = text_trim(text_from(t, next));
    return unit_word(b->reader->memory, t) ? t : text_of("");
}

/* The first year that a column of actuals is of; 0 for none. */
static int first_actual(const build *b)
{
    int first = 0;

    for (size_t i = 0; i < b->table->count; i++) {
        const table_column *k = &b->table->columns[i];

        if (k->role == ROLE_ACTUAL && k->years.to != 0 && build_mine(b, k) &&
            (first == 0 || k->years.to < first))
            first = k->years.to;
    }
    return first;
}

/* 100件（H31年度）［H26年度：83件］ beside actuals from H27 on: nothing was planned
 * for H26, it is where the indicator comes from. */
static void take_past_step(const build *b, const kpi *k, cell_value *v)
{
    if (v->step_count < 2 || v->has_baseline || k->baseline.present ||
        v->steps[0].fiscal_year >= first_actual(b))
        return;
    v->has_baseline = true;
    v->baseline = v->steps[0].figure;
    v->baseline_years = (year_span){ .to = v->steps[0].fiscal_year };
    v->steps++;
    v->step_count--;
    if (v->step_count == 1)
        v->step_count = 0; /* the target */
}

void build_target(build *b, kpi *k, uint32_t row,
                        const table_column *column, year_span years)
{
    cell_value v;

    if (column->pair != PAIR_NONE)
        cell_value_pair(b->reader, &v, row, column->col, text_of(k->unit),
                        column->pair);
    else
        cell_value_read(b->reader, &v, row, column->col, text_of(k->unit),
                        VALUE_NEEDED);
    build_target_value(b, k, row, column, years, v);
}

void build_target_value(build *b, kpi *k, uint32_t row,
                        const table_column *column, year_span years,
                        cell_value v)
{
    reader *r = b->reader;
    target *t = &k->target;

    if (v.baseline_behind)
        settle_year_behind(b, &v);
    if (v.years.to != 0 || v.years.from != 0)
        years = v.years;
    if (v.qualifier.length == 0)
        v.qualifier = qualifier_beside(b, row, column);
    if (is_share_of_baseline(k, &v)) {
        v.has_value = false;
        v.state = STATE_TEXT;
        v.unit = text_of("");
    } else if (!v.has_value && says_less(text_trim(text_of(v.text)))) {
        v.qualifier = text_of("減");
    }
    if (!v.has_value && k->unit[0] == '\0' && v.unit.length == 0)
        v.unit = unit_of_none(b, text_of(v.text));
    t->value.known = v.has_value;
    t->value.value = v.value;
    t->state = v.state;
    t->text = v.text;
    t->from = years.from;
    t->to = years.to;
    t->calendar_year = years.calendar;
    t->per_year = t->per_year || v.per_year ||
                  (v.has_value && (k->kind == KIND_ANNUAL ||
                                   says_each_year(b, column, row)));
    t->cumulative = t->cumulative || v.cumulative || column->cumulative ||
                    build_line_total(b, row);
    t->qualifier = reader_text(r, v.qualifier);
    t->unit = reader_text(r, build_own_unit(b, v.unit, k->unit, row,
                                            column->col, text_of(v.text)));
    t->where = view_place(&r->view, row, column->col);
    take_past_step(b, k, &v);
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

void build_add_planned(build *b, kpi *k, uint32_t row, uint32_t col,
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
    /* 1,900億円 above bare actuals: nothing else says what is counted */
    if (k->unit[0] == '\0' && v.has_value && v.unit.length > 0)
        k->unit = reader_text(r, build_own_unit(b, v.unit, k->unit, row, col,
                                                text_of(v.text)));
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

static bool is_filled(const build *b, size_t n, uint32_t col)
{
    const cell *c = view_cell(&b->reader->view, b->rows[n], col);

    return c != NULL && (c->missing ||
                         view_filled(&b->reader->view, b->rows[n], col));
}

/* （目標） right above the figure of its column: what that is, and no value. */
static bool captions_below(const build *b, size_t n, uint32_t col)
{
    text t, inner, key;

    if (n == b->last || !is_filled(b, n + 1, col))
        return false;
    t = view_text(&b->reader->view, b->rows[n], col);
    if (glyph_bracketed(t, 0, &inner))
        t = inner;
    return fold_key(b->reader->memory, &key, t) && content_is_line(key);
}

bool build_filled(const build *b, uint32_t col, uint32_t *row)
{
    for (size_t n = b->first; n <= b->last; n++)
        if (is_filled(b, n, col) && !captions_below(b, n, col)) {
            *row = b->rows[n];
            return true;
        }
    return false;
}

bool build_is_old(const table_column *k)
{
    static const char *const words[] = { "変更前", "見直し前", "改定前", "改訂前",
                                         "訂正前", "修正前" };

    for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
        if (strstr(k->header, words[i]) != NULL)
            return true;
    return false;
}

/* 見直し前 beside 見直し後 of the same year. */
bool build_is_replaced(const table_column *k, const table_column *taken)
{
    return taken != NULL && k->role == ROLE_TARGET && k != taken &&
           k->years.to == taken->years.to &&
           (k->final != taken->final || build_is_old(k));
}

/* 変更なし below 見直し後: the target in front of it holds. */
const table_column *build_unchanged(const build *b,
                                            const table_column *revised)
{
    static const char *const words[] = { "変更なし", "変更無し", "変更無",
                                         "同左", "同じ", "－", "-", "―" };
    uint32_t row;
    text t;

    if (revised == NULL || !revised->final ||
        !build_filled(b, revised->col, &row))
        return revised;
    t = text_trim(view_text(&b->reader->view, row, revised->col));
    if (!text_in(t, words, sizeof(words) / sizeof(*words)))
        return revised;
    for (size_t i = 0; i < b->table->count; i++) {
        const table_column *k = &b->table->columns[i];

        if (k->role == ROLE_TARGET && !k->final && build_mine(b, k) &&
            k->head_row == revised->head_row && build_filled(b, k->col, &row))
            return k;
    }
    return revised;
}

/* Does a target's cell say something, and not only that there is none? */
static bool says_target(const build *b, const table_column *k)
{
    uint32_t row;

    return build_filled(b, k->col, &row) &&
           !cell_says_none(&b->reader->view, row, k->col);
}

const table_column *build_year_column(const build *b)
{
    const table_column *year = table_column_of(b->table, ROLE_YEAR, b->block);

    return year != NULL ? year : table_column_any(b->table, ROLE_YEAR);
}

/* How much a column is the target's: 最終目標 first, 長期目標 (of a time beyond
 * the plan) last, and any that says something before one that does not. Where
 * each line is a year's, a target without a year may be the line's own. */
static int target_rank(const build *b, const table_column *k, bool lines)
{
    static const char *const far_off[] = { "長期", "将来目標", "参考", "次期" };
    int rank = (says_target(b, k) ? 8 : 0) + (k->final ? 2 : 0) +
               (lines && k->years.to != 0 ? 1 : 0) + 4;

    if (build_is_old(k))
        rank -= 3;
    for (size_t i = 0; i < sizeof(far_off) / sizeof(*far_off); i++)
        if (strstr(k->header, far_off[i]) != NULL)
            return rank - 4;
    return rank;
}

/* Ｒ２見込 | Ｒ２実績 | 達成度: an estimate that the year's actual is measured
 * against is what the year aims at. */
static bool is_attained(const build *b, const table_column *aim)
{
    bool told = false, rate = false;

    for (size_t i = 0; i < b->table->count; i++) {
        const table_column *k = &b->table->columns[i];

        if (!build_mine(b, k))
            continue;
        told = told || (k->role == ROLE_ACTUAL && aim->years.to != 0 &&
                        k->years.to == aim->years.to);
        rate = rate || (k->role == ROLE_RATE &&
                        strstr(k->header, "達成") != NULL);
    }
    return told && rate;
}

/* R6計画 beside R6実績 alone, or the last of 計画 > R4, R5, R6: what the plan
 * comes to, where no column names a target, no line does and no text. */
static const table_column *last_plan(const build *b)
{
    const table_column *found = NULL;

    if (build_year_column(b) != NULL || build_has_lines(b))
        return NULL;
    for (size_t i = 0; i < b->table->count; i++) {
        const table_column *k = &b->table->columns[i];

        if (k->role != ROLE_PLANNED || !build_mine(b, k) ||
            (strstr(k->header, "見込") != NULL && !is_attained(b, k)))
            continue;
        if (found != NULL && (b->from_text || k->years.to == 0 ||
                              found->years.to == 0))
            return NULL;
        if (found == NULL || k->years.to > found->years.to)
            found = k;
    }
    return found;
}

/* The column that holds the target itself: 最終目標, or one without a year,
 * or the last year's. */
const table_column *build_target_column(const build *b)
{
    const table_column *best = NULL;
    bool lines = build_year_column(b) != NULL;
    unsigned count = 0;

    for (size_t i = 0; i < b->table->count; i++)
        if (b->table->columns[i].role == ROLE_TARGET &&
            build_mine(b, &b->table->columns[i])) {
            best = &b->table->columns[i];
            count++;
        }
    if (count == 0)
        return last_plan(b);
    if (count == 1)
        return best;
    best = NULL;
    for (size_t i = 0; i < b->table->count; i++) {
        const table_column *k = &b->table->columns[i];
        int rank, known;

        if (k->role != ROLE_TARGET || !build_mine(b, k))
            continue;
        rank = target_rank(b, k, lines);
        known = best == NULL ? -1 : target_rank(b, best, lines);
        if (rank > known ||
            (rank == known && best->years.to != 0 &&
             (k->years.to == 0 || k->years.to > best->years.to)))
            best = k;
    }
    return best;
}

const table_column *build_year_beside(const build *b, const table_column *k,
                                      const table_column *year)
{
    const table_column *beside = NULL;
    bool before = false;
    size_t years = 0, figures = 0;

    for (size_t i = 0; i < b->table->count; i++) {
        const table_column *c = &b->table->columns[i];

        if (!build_mine(b, c))
            continue;
        if (c->role == ROLE_YEAR && years++ == 0)
            before = figures == 0;
        figures += c->role == ROLE_ACTUAL && c->years.to == 0;
    }
    if (years < 2 || years != figures)
        return year;
    for (size_t i = 0; i < b->table->count; i++) {
        const table_column *c = &b->table->columns[i];

        if (c->role == ROLE_YEAR && build_mine(b, c) &&
            c->col == (before ? k->col - 1 : k->col + 1))
            beside = c;
    }
    return beside != NULL ? beside : year;
}
