/*
 * kpi_name.h - how the KPIs of an item are called
 *
 * The name is the text before the first figure. Several figures under one
 * name are `name（label）`; else each has the text in front of it.
 */
#ifndef KPIBOOK_WORDING_KPI_NAME_H
#define KPIBOOK_WORDING_KPI_NAME_H

#include "wording/kpi_pair.h"
#include "wording/kpi_text.h"

/* How the KPIs of an item are named: a base with labels, or each its own. */
typedef struct kpi_naming {
    text base;       /* empty: own names */
    text first;      /* the first one's label; empty: its unit */
    bool nested;     /* X：A：10 B：20 : a colon makes no own name */
    bool labels;
} kpi_naming;

kpi_naming kpi_name_plan(const kpi_item *item, const kpi_pair *pairs,
                         size_t count);
/* Name and label of KPI `k` of `count`; false when memory ran out. */
bool kpi_name_give(arena *a, kpi_text *kpi, const kpi_item *item,
                   const kpi_naming *n, const kpi_pair *p, size_t k,
                   size_t count);
/* The name in tokens from..to, as typed. */
text kpi_name_of(const kpi_item *item, size_t from, size_t to);
/* The text in front of an atom, which names or labels it. */
text kpi_name_before(const kpi_item *item, const atom *at);
/* A unit in the bracket that ends a name: 観光入込客数（千人）. */
text kpi_name_unit(text name);
/* ： ・ 、 bullets and white space off both ends. */
text kpi_name_trim(text t);
/* ① in front of the first name, ② of the second ...: no part of the names. */
void kpi_name_strip_numbers(kpi_text *items, size_t count);

#endif
