/*
 * check_totals.c - 合計: is a total the sum of its parts?
 *
 * A total is a KPI whose name is that of its parts with 合計, 計, 総数 or
 * 全体 in it: 参加者数（合計） with 参加者数（小学校） and 参加者数（中学校）.
 * Parts stand in the same project and have the total's unit; two of them at
 * least.
 */
#include "check/check_parts.h"

#include <string.h>

/* The bytes of the stem that a total's parts begin with, or SIZE_MAX. */
static size_t stem_of(text key)
{
    static const char *const ends[] = {
        "(合計)", "(計)", "(総数)", "(全体)", "(総計)", "合計", "総計",
    };

    for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++)
        if (text_ends(key, ends[i]))
            return key.length - strlen(ends[i]);
    return SIZE_MAX;
}

typedef struct total_run {
    const project *project;
    const text *keys;  /* of the project's KPIs */
    size_t total;      /* index of the total */
    size_t stem;
} total_run;

static bool is_part(const total_run *run, size_t i)
{
    const kpi *k = &run->project->kpis[i];
    const kpi *whole = &run->project->kpis[run->total];
    text key = run->keys[i];

    if (i == run->total || stem_of(key) != SIZE_MAX ||
        strcmp(k->unit, whole->unit) != 0)
        return false;
    if (run->stem == 0) /* 合計 alone: of the KPIs of the same cell */
        return k->group != 0 && k->group == whole->group;
    return key.length > run->stem && key.bytes[run->stem] == '(' &&
           memcmp(key.bytes, run->keys[run->total].bytes, run->stem) == 0;
}

/* Year 0 stands for the target. */
static const quantity *figure_of(const kpi *k, int year)
{
    const actual *a;

    if (year == 0)
        return &k->target.value;
    a = kpi_actual(k, year);
    return a == NULL ? NULL : &a->value;
}

static void compare_total(checker *c, const total_run *run, int year,
                          place where)
{
    const kpi *whole = &run->project->kpis[run->total];
    const quantity *total = figure_of(whole, year);
    number sum = NUMBER_ZERO;
    size_t parts = 0;

    if (total == NULL || !total->known)
        return;
    for (size_t i = 0; i < run->project->kpi_count; i++) {
        const quantity *part;

        if (!is_part(run, i))
            continue;
        part = figure_of(&run->project->kpis[i], year);
        if (part == NULL || !part->known)
            return;
        sum = calc_add(&c->calc, sum, part->value);
        parts++;
    }
    if (parts < 2 || number_compare(sum, total->value) == 0)
        return;
    check_report(c, run->project, whole, &(report){
        "total-differs", where, check_figure(c, total->value, whole->unit),
        { check_figure(c, total->value, whole->unit),
          check_figure(c, sum, whole->unit),
          year == 0 ? "" : check_int(c, year) } });
}

/* Few projects hold a total: look before their names are folded. */
static bool may_hold_total(const project *p)
{
    static const char *const marks[] = { "計", "総数", "全体", NULL };

    for (size_t i = 0; i < p->kpi_count; i++)
        if (check_holds(text_of(p->kpis[i].name), marks))
            return p->kpi_count > 2;
    return false;
}

static void totals(checker *c, const project *p)
{
    text *keys;

    if (!may_hold_total(p))
        return;
    keys = arena_array(&c->work, p->kpi_count, sizeof(*keys));
    if (keys == NULL) {
        c->failed = true;
        return;
    }
    for (size_t i = 0; i < p->kpi_count; i++)
        keys[i] = text_of(check_key(c, p->kpis[i].name));
    for (size_t i = 0; i < p->kpi_count; i++) {
        const kpi *k = &p->kpis[i];
        total_run run = { p, keys, i, stem_of(keys[i]) };

        if (run.stem == SIZE_MAX)
            continue;
        compare_total(c, &run, 0, k->target.where);
        for (size_t y = 0; y < k->actual_count; y++)
            if (k->actuals[y].fiscal_year != 0)
                compare_total(c, &run, k->actuals[y].fiscal_year,
                              k->actuals[y].where);
    }
}

void check_totals(checker *c)
{
    static const project_check of_project[] = { totals };

    check_projects(c, of_project, 1);
}
