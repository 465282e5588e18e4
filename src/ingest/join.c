/*
 * join.c - what stands in several tables of a file and belongs together
 */
#include "ingest/join.h"

#include <string.h>

#include "ingest/header/unit_words.h"
#include "ingest/join_costs.h"
#include "ingest/join_grades.h"
#include "ingest/join_lists.h"
#include "ingest/reader/project_grade.h"
#include "wording/units.h"

enum { SLOTS_FOR_EACH = 2, MATCHES = 512 };

/* ---- Do two indicators complete each other? --------------------------- */

bool join_agrees(const char *a, const char *b)
{
    return a[0] == '\0' || b[0] == '\0' || strcmp(a, b) == 0;
}

static units_relation relate(arena *a, const char *from, const char *to)
{
    units_relation relation;
    number factor;

    return units_relate(a, &relation, &factor, text_of(from), text_of(to))
               ? relation : UNITS_INCOMPATIBLE;
}

/* 億円 beside 百万円, ％ beside %: one converts to the other. */
static bool same_unit(arena *a, const char *one, const char *other)
{
    return join_agrees(one, other) ||
           relate(a, one, other) <= UNITS_CONVERTED;
}

static bool says_something(const actual *a)
{
    return a->state != STATE_BLANK && a->state != STATE_MISSING;
}

static bool same_actual(const actual *a, const actual *b)
{
    if (a->value.known != b->value.known)
        return !says_something(a) || !says_something(b);
    return !a->value.known ||
           (number_compare(a->value.value, b->value.value) == 0 &&
            a->cumulative == b->cumulative);
}

static const actual *of_year(const kpi *k, int year)
{
    for (size_t i = 0; i < k->actual_count; i++)
        if (k->actuals[i].fiscal_year == year)
            return &k->actuals[i];
    return NULL;
}

/* Free text without figures or years is the name alone, or with its unit:
 * 来場者数（人）. */
static bool is_name_alone(const kpi *k)
{
    text t = text_of(k->target.text), name = text_of(k->name);

    if (!text_starts(t, k->name))
        return false;
    t = text_trim(text_from(t, name.length));
    return t.length == 0 ||
           (k->unit[0] != '\0' &&
            (text_starts(t, "（") || text_starts(t, "(") ||
             text_starts(t, "[") || text_starts(t, "［")) &&
            text_equal(unit_plain(t), text_of(k->unit)));
}

static bool has_target(const kpi *k)
{
    return k->target.value.known || k->target.to != 0 ||
           (k->target.text[0] != '\0' && !is_name_alone(k));
}

/* A table a year, each with the target of its year: 目標 | 実績 below titles
 * of R5 and of R6. */
static bool of_other_years(const kpi *a, const kpi *b)
{
    return a->target.value.known && b->target.value.known &&
           a->target.from == 0 && b->target.from == 0 && a->target.to != 0 &&
           b->target.to != 0 && a->target.to != b->target.to &&
           b->planned_count == 0 &&
           of_year(a, a->target.to) != NULL &&
           of_year(b, b->target.to) != NULL &&
           of_year(a, b->target.to) == NULL &&
           of_year(b, a->target.to) == NULL;
}

bool join_fits(arena *memory, const kpi *a, const kpi *b)
{
    if (!same_unit(memory, a->unit, b->unit) ||
        a->shared_count != b->shared_count)
        return false;
    for (size_t i = 0; i < b->actual_count; i++) {
        const actual *known = of_year(a, b->actuals[i].fiscal_year);

        if (b->actuals[i].fiscal_year == 0 ||
            (known != NULL && !same_actual(known, &b->actuals[i])))
            return false;
    }
    if (has_target(a) && has_target(b) && !of_other_years(a, b) &&
        !join_lists_plans(a, b) && !join_lists_plans(b, a) &&
        (a->target.value.known != b->target.value.known ||
         (a->target.value.known &&
          number_compare(a->target.value.value, b->target.value.value) != 0)))
        return false;
    return !a->baseline.value.known || !b->baseline.value.known ||
           number_compare(a->baseline.value.value,
                          b->baseline.value.value) == 0;
}

static bool adds(const kpi *a, const kpi *b)
{
    for (size_t i = 0; i < b->actual_count; i++) {
        const actual *known = of_year(a, b->actuals[i].fiscal_year);

        if (known == NULL ? b->actuals[i].state != STATE_BLANK /* － too */
                          : says_something(&b->actuals[i]) &&
                                !says_something(known))
            return true;
    }
    if (of_other_years(a, b))
        return true; /* a plan of another year, though nothing came of it yet */
    return (has_target(b) && !has_target(a)) ||
           (b->baseline.present && !a->baseline.present);
}

/* 売上高1億円超 was read as a text with a target, where no other stands. */
static bool is_whole_name(const kpi *a, const kpi *b)
{
    return strcmp(b->target.text, a->name) == 0;
}

/* Targets in one table, actuals in the other. */
static bool halves(const kpi *a, const kpi *b)
{
    return has_target(a) && a->actual_count == 0 &&
           (!has_target(b) || is_whole_name(a, b)) && !b->baseline.present &&
           b->planned_count == 0 && b->actual_count > 0 &&
           strcmp(a->code, b->code) == 0 &&
           (is_whole_name(a, b) || (strcmp(a->name, b->name) == 0 &&
                                    join_agrees(a->unit, b->unit)));
}

/* ---- Joining ---------------------------------------------------------- */

static bool add_actuals(reader *r, kpi *a, const kpi *b)
{
    actual *all = arena_array(r->memory,
                              a->actual_count + b->actual_count + 1,
                              sizeof(*all));
    size_t count = a->actual_count;

    if (all == NULL)
        return false;
    if (count > 0)
        memcpy(all, a->actuals, count * sizeof(*all));
    for (size_t i = 0; i < b->actual_count; i++) {
        size_t n = 0;

        while (n < count && all[n].fiscal_year != b->actuals[i].fiscal_year)
            n++;
        if (n < count && says_something(&all[n]))
            continue;
        if (n == count)
            count++;
        all[n] = b->actuals[i];
        if (a->unit[0] != '\0' && strcmp(all[n].unit, b->unit) == 0 &&
            relate(r->memory, b->unit, a->unit) != UNITS_CONVERTED)
            all[n].unit = a->unit;
        for (; n > 0 && all[n].fiscal_year < all[n - 1].fiscal_year; n--) {
            actual earlier = all[n];

            all[n] = all[n - 1];
            all[n - 1] = earlier;
        }
    }
    a->actuals = all;
    a->actual_count = count;
    return true;
}

static int newest(const kpi *k)
{
    int year = 0;

    for (size_t i = 0; i < k->actual_count; i++)
        if (k->actuals[i].value.known && k->actuals[i].fiscal_year > year)
            year = k->actuals[i].fiscal_year;
    return year;
}

static bool add_planned(reader *r, kpi *a, const kpi *b)
{
    planned *all = arena_array(r->memory,
                               a->planned_count + b->planned_count + 1,
                               sizeof(*all));
    size_t count = a->planned_count;

    if (all == NULL)
        return false;
    if (count > 0)
        memcpy(all, a->planned, count * sizeof(*all));
    for (size_t i = 0; i < b->planned_count; i++) {
        size_t n = count;

        for (size_t m = 0; m < count; m++)
            if (all[m].fiscal_year == b->planned[i].fiscal_year)
                n = SIZE_MAX;
        if (n == SIZE_MAX)
            continue;
        all[n] = b->planned[i];
        for (count++; n > 0 && all[n].fiscal_year < all[n - 1].fiscal_year;
             n--) {
            planned earlier = all[n];

            all[n] = all[n - 1];
            all[n - 1] = earlier;
        }
    }
    a->planned = all;
    a->planned_count = count;
    return true;
}

static void take_text(const char **to, const char *from)
{
    if ((*to)[0] == '\0')
        *to = from;
}

void join_kpi(reader *r, kpi *a, const kpi *b)
{
    bool later = newest(b) > newest(a);

    if (!add_actuals(r, a, b) || !add_planned(r, a, b))
        r->failed = true;
    if (!has_target(a) || join_lists_plans(b, a))
        a->target = b->target;
    if (!a->baseline.present)
        a->baseline = b->baseline;
    take_text(&a->unit, b->unit);
    take_text(&a->code, b->code);
    take_text(&a->remark, b->remark);
    if (later && b->declared_grade[0] != '\0')
        a->declared_grade = b->declared_grade;
    take_text(&a->declared_grade, b->declared_grade);
    if (a->kind == KIND_UNKNOWN)
        a->kind = b->kind;
    if (a->direction == DIRECTION_UNKNOWN)
        a->direction = b->direction;
    /* the rate beside the newest actual */
    if (later || !a->declared_rate.known) {
        a->declared_rate = b->declared_rate;
        a->declared_rate_text = b->declared_rate_text;
        a->rate_where = b->rate_where;
    }
}

/* The earlier year's target is that year's plan. */
static void join_year(reader *r, kpi *a, const kpi *b)
{
    bool later = b->target.to > a->target.to;
    const target *early = later ? &a->target : &b->target;
    planned plan_of_year = { .fiscal_year = early->to, .value = early->value,
                             .text = early->text, .where = early->where };
    kpi one = *b;

    one.planned = &plan_of_year;
    one.planned_count = 1;
    one.target = later ? b->target : a->target;
    a->target = one.target;
    join_kpi(r, a, &one);
}

static bool same_heading(bool has_a, const heading *a, bool has_b,
                         const heading *b)
{
    return !has_a || !has_b ||
           (strcmp(a->title, b->title) == 0 && strcmp(a->no, b->no) == 0);
}

static bool may_join(const project *a, const project *b)
{
    return join_lists_same_office(a, b) &&
           join_agrees(a->measure, b->measure) &&
           join_agrees(a->measure_no, b->measure_no) &&
           join_agrees(a->declared_status, b->declared_status) &&
           same_heading(a->has_goal, &a->goal, b->has_goal, &b->goal) &&
           same_heading(a->has_theme, &a->theme, b->has_theme, &b->theme) &&
           same_heading(a->has_part, &a->part, b->has_part, &b->part);
}

static size_t match(arena *memory, const project *a, const kpi *b,
                    const bool *taken)
{
    for (size_t i = 0; i < a->kpi_count && i < MATCHES; i++)
        if (!taken[i] && strcmp(a->kpis[i].name, b->name) == 0 &&
            join_agrees(a->kpis[i].code, b->code) &&
            same_unit(memory, a->kpis[i].unit, b->unit))
            return i;
    return SIZE_MAX;
}

/* Finds the place of each indicator of `b`; false when they contradict each
 * other, or nothing would be new. */
static bool pair(reader *r, const project *a, const project *b,
                 size_t *places)
{
    arena *memory = r->memory;
    bool taken[MATCHES] = { false };
    bool fresh = false;
    size_t matched = 0;

    if (b->kpi_count == 0 || b->kpi_count > MATCHES)
        return false;
    for (size_t i = 0; i < b->kpi_count; i++) {
        places[i] = match(memory, a, &b->kpis[i], taken);
        if (places[i] == SIZE_MAX)
            continue;
        if (!join_fits(memory, &a->kpis[places[i]], &b->kpis[i]))
            return false;
        taken[places[i]] = true;
        matched++;
        fresh = fresh || adds(&a->kpis[places[i]], &b->kpis[i]);
    }
    return fresh || matched == 0 ||
           (matched == b->kpi_count && join_lists_beside(r, a, b));
}

static int newest_of(const project *p)
{
    int year = 0;

    for (size_t i = 0; i < p->kpi_count; i++)
        if (newest(&p->kpis[i]) > year)
            year = newest(&p->kpis[i]);
    return year;
}

/* *alike: two cards of one grade (join_grades.h). */
static bool join_project(reader *r, project *a, const project *b, bool *alike)
{
    size_t places[MATCHES], count = a->kpi_count;
    bool alone, apart;
    kpi *all;

    if (a->relisted && !join_lists_beside(r, a, b))
        return false;
    if (may_join(a, b) && join_costs_fit(a, b)) {
        join_costs(r, a, b); /* ■決算一覧 behind the table of indicators */
        return true;
    }
    if (!may_join(a, b) || !pair(r, a, b, places))
        return false;
    alone = b->kpi_count == 1 && places[0] == SIZE_MAX;
    apart = alone && join_grades_apart(a, b);
    *alike = *alike || (alone && join_grades_alike(a, b));
    all = arena_array(r->memory, a->kpi_count + b->kpi_count + 1,
                      sizeof(*all));
    if (all == NULL) {
        r->failed = true;
        return false;
    }
    if (count > 0)
        memcpy(all, a->kpis, count * sizeof(*all));
    for (size_t i = 0; i < b->kpi_count; i++)
        if (places[i] == SIZE_MAX)
            all[count++] = b->kpis[i];
        else if (of_other_years(&all[places[i]], &b->kpis[i]))
            join_year(r, &all[places[i]], &b->kpis[i]);
        else
            join_kpi(r, &all[places[i]], &b->kpis[i]);
    join_lists_number(r, a, b);
    take_text(&a->summary, b->summary);
    take_text(&a->purpose, b->purpose);
    join_costs(r, a, b);
    join_lists_fill(a, b);
    if (apart) {
        join_grade_indicators(all, a->kpi_count, a->declared_grade);
        join_grade_indicators(all + count - 1, 1, b->declared_grade);
        a->declared_grade = "";
        if (project_says_none(text_of(a->declared_status)))
            a->declared_status = "";
    } else if (b->declared_grade[0] != '\0' &&
               (a->declared_grade[0] == '\0' ||
                newest_of(b) > newest_of(a))) {
        a->declared_grade = b->declared_grade;
    }
    a->kpis = all;
    a->kpi_count = count;
    return true;
}

/* ---- By code, or by the name of a half -------------------------------- */

static kpi *other_half(reader *r, const project *of, const kpi *b)
{
    kpi *found = NULL;

    for (size_t i = 0; i < r->data->project_count; i++) {
        project *p = &r->data->projects[i];

        for (size_t n = 0; p != of && n < p->kpi_count; n++) {
            kpi *a = &p->kpis[n];

            if (!halves(a, b))
                continue;
            if (found != NULL)
                return NULL;
            found = a;
        }
    }
    return found;
}

/* Indicators without a project beside them that others wait for, one each. */
static bool join_halves(reader *r, project *p)
{
    kpi *halves_of[MATCHES];

    if (p->kpi_count == 0 || p->kpi_count > MATCHES)
        return false;
    for (size_t i = 0; i < p->kpi_count; i++) {
        halves_of[i] = p->kpis[i].actual_count == 0
                           ? NULL : other_half(r, p, &p->kpis[i]);
        if (halves_of[i] == NULL)
            return false;
        for (size_t n = 0; n < i; n++)
            if (halves_of[n] == halves_of[i])
                return false;
    }
    for (size_t i = 0; i < p->kpi_count; i++)
        join_kpi(r, halves_of[i], &p->kpis[i]);
    return true;
}

/* ---- Of one project: a year's columns, or a table below another's ------ */

/* Named in one row, each with the target of its only year. */
static bool is_other_year(const kpi *a, const kpi *b)
{
    return strcmp(a->name, b->name) == 0 && strcmp(a->unit, b->unit) == 0 &&
           a->where.row == b->where.row && a->where.col != b->where.col &&
           strcmp(a->where.sheet, b->where.sheet) == 0 && a->group == 0 &&
           b->group == 0 && b->actual_count == 1 && a->actual_count > 0 &&
           of_year(a, b->actuals[0].fiscal_year) == NULL &&
           a->target.value.known && b->target.value.known &&
           a->target.from == 0 && b->target.from == 0 &&
           of_year(a, a->target.to) != NULL &&
           b->target.to == b->actuals[0].fiscal_year;
}

/* 指標名 | 目標値（R7） above 指標の実績 | R5 | R6 in one form: named once in each. */
static bool is_below(const project *p, size_t i, size_t n)
{
    const kpi *a = &p->kpis[i], *b = &p->kpis[n];

    if (a->actual_count > 0 || a->group != 0 || b->group != 0 ||
        a->where.row >= b->where.row || !halves(a, b) ||
        strcmp(a->name, b->name) != 0)
        return false;
    for (size_t other = 0; other < p->kpi_count; other++)
        if (other != i && other != n &&
            strcmp(p->kpis[other].name, a->name) == 0)
            return false;
    return true;
}

static void join_parts(reader *r, project *p)
{
    for (size_t i = 0; i + 1 < p->kpi_count && p->kpi_count <= MATCHES; i++)
        for (size_t n = i + 1; n < p->kpi_count;) {
            if (is_below(p, i, n)) {
                join_kpi(r, &p->kpis[i], &p->kpis[n]);
            } else if (is_other_year(&p->kpis[i], &p->kpis[n])) {
                join_year(r, &p->kpis[i], &p->kpis[n]);
            } else {
                n++;
                continue;
            }
            memmove(&p->kpis[n], &p->kpis[n + 1],
                    (p->kpi_count - n - 1) * sizeof(*p->kpis));
            p->kpi_count--;
        }
}

/* ---- The file --------------------------------------------------------- */

static bool any_half(const dataset *d)
{
    bool targets = false, actuals = false;

    for (size_t i = 0; i < d->project_count; i++)
        for (size_t n = 0; n < d->projects[i].kpi_count; n++) {
            const kpi *k = &d->projects[i].kpis[n];

            targets = targets || (has_target(k) && k->actual_count == 0);
            actuals = actuals || (k->actual_count > 0 &&
                                  !k->baseline.present);
        }
    return targets && actuals;
}

/* Eight bytes at a time: names are long. */
static size_t hash_of(const char *name)
{
    size_t left = strlen(name);
    uint64_t h = left, bytes;

    for (; left > 0; left -= left < sizeof(bytes) ? left : sizeof(bytes)) {
        bytes = 0;
        memcpy(&bytes, name, left < sizeof(bytes) ? left : sizeof(bytes));
        h = (h ^ bytes) * 0x9E3779B97F4A7C15u;
        h ^= h >> 29;
        name += left < sizeof(bytes) ? left : sizeof(bytes);
    }
    return (size_t)h;
}

static bool same_entry(const project *a, const project *b)
{
    return a->relisted == b->relisted && strcmp(a->name, b->name) == 0;
}

/* Each project joins the first one of its name, where they fit; 再掲 another
 * one, of a list beside the forms. */
static void join_names(reader *r, bool *gone, bool *alike)
{
    dataset *d = r->data;
    size_t slots = SLOTS_FOR_EACH * d->project_count + 1;
    size_t *first = arena_array(r->memory, slots, sizeof(*first));

    if (first == NULL) {
        r->failed = true;
        return;
    }
    for (size_t i = 0; i < d->project_count; i++) {
        project *p = &d->projects[i];
        size_t slot = (hash_of(p->name) + p->relisted) % slots;

        while (first[slot] != 0 &&
               !same_entry(&d->projects[first[slot] - 1], p))
            slot = (slot + 1) % slots;
        if (first[slot] == 0)
            first[slot] = i + 1;
        else if (p->name[0] != '\0')
            gone[i] = join_project(r, &d->projects[first[slot] - 1], p,
                                   &alike[first[slot] - 1]);
    }
}

void join_projects(reader *r)
{
    dataset *d = r->data;
    size_t kept = 0;
    bool *gone, *alike;

    for (size_t i = 0; i < d->project_count; i++)
        join_parts(r, &d->projects[i]);
    if (d->project_count < 2)
        return;
    gone = arena_array(r->memory, d->project_count, sizeof(*gone));
    alike = arena_array(r->memory, d->project_count, sizeof(*alike));
    if (gone == NULL || alike == NULL) {
        r->failed = true;
        return;
    }
    join_names(r, gone, alike);
    join_settle_grades(d, alike);
    if (any_half(d))
        for (size_t i = 0; i < d->project_count; i++)
            if (!gone[i])
                gone[i] = join_halves(r, &d->projects[i]);
    for (size_t i = 0; i < d->project_count; i++)
        if (!gone[i])
            d->projects[kept++] = d->projects[i];
    d->project_count = kept;
}
