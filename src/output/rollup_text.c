/*
 * rollup_text.c - counts by measure, theme and goal, for a terminal
 */
#include "output/rollup_report.h"

#include <stdint.h>

#include "kpi/achievement.h"
#include "kpi/calc.h"
#include "output/columns.h"
#include "output/totals.h"

enum { NAME_COLUMNS = 40, COUNT_COLUMNS = 6, INDENT = 2 };

static void put_count(buf *out, size_t n)
{
    buf_printf(out, "%*zu", COUNT_COLUMNS, n);
}

static void put_head(buf *out, const plan *p, grade_choice choice,
                     plan_language language)
{
    bool ja = language == LANGUAGE_JA;
    size_t half = COUNT_COLUMNS * (p->band_count + 1);

    columns_put_left(out, "", NAME_COLUMNS);
    columns_put_left(out, ja ? "  事業" : "  projects", half);
    buf_printf(out, " |%s", ja ? "  KPI" : "  KPIs");
    buf_printf(out, "  (%s)\n", grade_choice_text(choice, language));
    columns_put_left(out, "", NAME_COLUMNS);
    for (int side = 0; side < 2; side++) {
        if (side == 1)
            buf_string(out, " |");
        for (size_t i = 0; i < p->band_count; i++)
            columns_put_right(out, p->bands[i].grade, COUNT_COLUMNS);
        columns_put_right(out, ja ? "計" : "all", COUNT_COLUMNS);
    }
    columns_put_right(out, "▼", COUNT_COLUMNS);
    buf_char(out, '\n');
}

static void put_name(buf *out, const rollup_node *n, plan_language language)
{
    buf name;

    buf_init(&name);
    for (int i = ROLLUP_GOAL; i < (int)n->level; i++)
        buf_printf(&name, "%*s", INDENT, "");
    if (n->level == ROLLUP_ALL)
        buf_string(&name, language == LANGUAGE_JA ? "合計" : "total");
    else
        buf_printf(&name, "%s%s%s", n->name.no,
                   n->name.no[0] != '\0' ? " " : "", n->name.title);
    columns_put_left(out, buf_cstr(&name), NAME_COLUMNS);
    if (!buf_ok(&name))
        out->failed = true;
    buf_free(&name);
}

/* `  数値目標対象外 2  － 1  再掲 3  A・B内のD 4` */
static void put_rest(buf *out, const rollup_node *n, const plan *p,
                     grade_choice choice, plan_language language)
{
    const grade_row *r = &n->by[choice];
    bool ja = language == LANGUAGE_JA;

    for (size_t i = 0; i < p->category_count; i++)
        if (r->by_category[i] > 0)
            buf_printf(out, "  %s %zu", p->categories[i].label,
                       r->by_category[i]);
    if (r->ungraded > 0)
        buf_printf(out, "  － %zu", r->ungraded);
    if (r->relisted > 0)
        buf_printf(out, "  %s %zu", ja ? "再掲" : "relisted", r->relisted);
    if (n->kpis_hidden[choice] > 0)
        buf_printf(out, ja ? "  %s・%s内の%sのKPI %zu"
                           : "  within %s and %s, KPIs of %s: %zu",
                   p->bands[0].grade, p->bands[1].grade,
                   p->bands[p->band_count - 1].grade,
                   n->kpis_hidden[choice]);
}

static void put_percent(buf *out, number rate)
{
    arena work;
    calc c = { .memory = &work };

    arena_init(&work, 0);
    number_put_fixed(out, calc_percent(&c, rate), 1);
    buf_char(out, '%');
    if (c.failed)
        out->failed = true;
    arena_free(&work);
}

/* `    KPIの平均 96.1%（n=60、上限200%で3件、中央値94.0%、除外 未到来 4）` */
static void put_mean(buf *out, const rollup_mean *m, const plan *p,
                     const char *what, plan_language language)
{
    bool ja = language == LANGUAGE_JA;

    if (!m->mean.known)
        return;
    buf_printf(out, "%*s%s ", 2 * INDENT, "", what);
    put_percent(out, m->mean.value);
    buf_printf(out, ja ? "（n=%zu、上限" : " (n=%zu, cap ", m->count);
    number_put(out, p->average_cap, 0);
    buf_printf(out, ja ? "%%で%zu件、中央値" : "%% on %zu, median ",
               m->capped);
    put_percent(out, m->median.value);
    for (size_t i = 0, some = 0; i < REASON_COUNT; i++) {
        if (m->excluded[i] == 0)
            continue;
        buf_string(out, some++ > 0 ? ja ? "・" : ", "
                                   : ja ? "、除外 " : ", left out: ");
        buf_printf(out, "%s %zu",
                   no_rate_reason_text((no_rate_reason)i, language),
                   m->excluded[i]);
    }
    buf_string(out, ja ? "）\n" : ")\n");
}

static void put_node(buf *out, const rollup *r, size_t at,
                     grade_choice choice, plan_language language)
{
    const rollup_node *n = &r->nodes[at];
    const plan *p = r->plan;
    bool ja = language == LANGUAGE_JA;

    put_name(out, n, language);
    for (size_t i = 0; i < p->band_count; i++)
        put_count(out, n->by[choice].by_grade[i]);
    put_count(out, n->by[choice].graded);
    buf_string(out, " |");
    for (size_t i = 0; i < p->band_count; i++)
        put_count(out, n->kpis_by_grade[i]);
    put_count(out, n->kpis);
    put_count(out, n->kpis_worse);
    put_rest(out, n, p, choice, language);
    buf_char(out, '\n');
    if (!p->has_averages)
        return;
    put_mean(out, &n->kpi_mean, p, ja ? "KPIの平均" : "mean of KPIs",
             language);
    put_mean(out, &n->project_mean, p,
             ja ? "事業の平均" : "mean of projects", language);
}

/* Children stand below their parent, whatever their order in the data. */
static void put_children(buf *out, const rollup *r, size_t parent,
                         grade_choice choice, plan_language language)
{
    for (size_t i = parent + 1; i < r->count; i++)
        if (r->nodes[i].parent == parent) {
            put_node(out, r, i, choice, language);
            put_children(out, r, i, choice, language);
        }
}

void rollup_put_text(buf *out, const rollup *r, grade_choice choice,
                     plan_language language)
{
    put_head(out, r->plan, choice, language);
    put_children(out, r, 0, choice, language);
    put_node(out, r, 0, choice, language);
}
