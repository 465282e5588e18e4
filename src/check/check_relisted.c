/*
 * check_relisted.c - 再掲: a project that is listed again, against its first
 * listing
 *
 * The first listing is the one of the same folded name that is not marked
 * 再掲, in the same bureau where there is one. KPIs pair by folded name, and
 * by order where a name stands there more than once.
 */
#include "check/check_parts.h"

#include <string.h>

#include "wording/fiscal_year.h"

typedef struct listing {
    checker *c;
    const project *first, *again;
} listing;

/* One thing that differs: what it is called, and both figures. */
static void differs(const listing *l, const kpi *k, place where,
                    place first_where, const char *ja, const char *en,
                    const char *there, const char *here)
{
    check_report(l->c, l->again, k, &(report){
        "relisted-differs", where, here,
        { check_where(l->c, l->first, first_where), ja,
          there[0] == '\0' ? "（空欄）" : there,
          here[0] == '\0' ? "（空欄）" : here, en } });
}

static bool same_quantity(const quantity *x, const quantity *y)
{
    return x->known == y->known &&
           (!x->known || number_compare(x->value, y->value) == 0);
}

static const char *quantity_text(checker *c, const quantity *q,
                                 const char *unit, const char *typed)
{
    return q->known ? check_figure(c, q->value, unit) : typed;
}

static const char *year_words(checker *c, int year)
{
    buf b;

    buf_init(&b);
    fiscal_year_put(&b, year);
    buf_string(&b, "の実績");
    return calc_keep_buf(&c->calc, &b);
}

static void compare_actuals(const listing *l, const kpi *first,
                            const kpi *again)
{
    for (size_t i = 0; i < again->actual_count; i++) {
        const actual *here = &again->actuals[i];
        const actual *there = kpi_actual(first, here->fiscal_year);
        const char *ja, *en;

        if (there == NULL || same_quantity(&here->value, &there->value))
            continue;
        ja = year_words(l->c, here->fiscal_year);
        en = calc_keep(&l->c->calc,
                       arena_printf(&l->c->work, "the actual of FY%d",
                                    here->fiscal_year));
        differs(l, again, here->where, there->where, ja, en,
                check_actual_text(l->c, there),
                check_actual_text(l->c, here));
    }
}

static const char *years_text(checker *c, const target *t)
{
    return calc_keep(&c->calc,
                     t->from == 0
                         ? arena_printf(&c->work, "%d", t->to)
                         : arena_printf(&c->work, "%d-%d", t->from, t->to));
}

static void compare_kpis(const listing *l, const kpi *first,
                         const kpi *again)
{
    checker *c = l->c;
    const target *x = &first->target, *y = &again->target;

    if (!same_quantity(&x->value, &y->value))
        differs(l, again, y->where, x->where, "目標値", "the target",
                quantity_text(c, &x->value, first->unit, x->text),
                quantity_text(c, &y->value, again->unit, y->text));
    if (x->from != y->from || x->to != y->to)
        differs(l, again, y->where, x->where, "目標の年度",
                "the target's years", years_text(c, x), years_text(c, y));
    if (!same_quantity(&first->baseline.value, &again->baseline.value))
        differs(l, again, again->baseline.where, first->baseline.where,
                "基準値", "the baseline",
                quantity_text(c, &first->baseline.value, first->unit,
                              first->baseline.text),
                quantity_text(c, &again->baseline.value, again->unit,
                              again->baseline.text));
    compare_actuals(l, first, again);
}

/* The KPI of the first listing with the same name, the nth of that name. */
static const kpi *partner(checker *c, const project *first,
                          const project *again, size_t index)
{
    const char *key = check_key(c, again->kpis[index].name);
    size_t nth = 0;

    for (size_t i = 0; i < index; i++)
        if (strcmp(check_key(c, again->kpis[i].name), key) == 0)
            nth++;
    for (size_t i = 0; i < first->kpi_count; i++)
        if (strcmp(check_key(c, first->kpis[i].name), key) == 0 &&
            nth-- == 0)
            return &first->kpis[i];
    return NULL;
}

static void compare(checker *c, const project *first, const project *again)
{
    listing l = { c, first, again };

    if (again->declared_grade[0] != '\0' &&
        strcmp(check_key(c, first->declared_grade),
               check_key(c, again->declared_grade)) != 0)
        differs(&l, NULL, again->where, first->where, "判定", "the grade",
                first->declared_grade, again->declared_grade);
    for (size_t i = 0; i < again->kpi_count; i++) {
        const kpi *k = partner(c, first, again, i);

        if (k != NULL)
            compare_kpis(&l, k, &again->kpis[i]);
    }
}

/* ---- Finding the first listing ------------------------------------------- */

enum { ANY_BUREAU = -1 };

static text name_key(checker *c, const project *p, bool with_bureau)
{
    const int64_t parts[] = {
        word_number(c->words, p->name),
        with_bureau ? word_number(c->words, p->bureau) : ANY_BUREAU,
    };

    return word_key(c->words, parts, 2);
}

static bool has_relisted(const dataset *d)
{
    for (size_t i = 0; i < d->project_count; i++)
        if (d->projects[i].relisted && !d->projects[i].superseded)
            return true;
    return false;
}

/* Index of the first listing by name and bureau, and by name alone. */
static void enter_firsts(checker *c, key_table *firsts)
{
    for (size_t i = 0; i < c->data->project_count; i++) {
        const project *p = &c->data->projects[i];

        if (p->relisted || p->superseded)
            continue;
        if (key_table_put(firsts, name_key(c, p, true), i) == NULL ||
            key_table_put(firsts, name_key(c, p, false), i) == NULL)
            c->failed = true;
    }
}

void check_relisted(checker *c)
{
    key_table firsts;

    if (!has_relisted(c->data))
        return;
    key_table_init(&firsts, &c->work);
    enter_firsts(c, &firsts);
    for (size_t i = 0; i < c->data->project_count; i++) {
        const project *p = &c->data->projects[i];
        size_t first;

        if (!p->relisted || p->superseded)
            continue;
        first = key_table_get(&firsts, name_key(c, p, true));
        if (first == SIZE_MAX)
            first = key_table_get(&firsts, name_key(c, p, false));
        if (first == SIZE_MAX)
            check_report(c, p, NULL, &(report){
                "relisted-without-original", p->where, p->name, { NULL } });
        else
            compare(c, &c->data->projects[first], p);
    }
}
