/*
 * kpi_stated.h - a target and what it came to, in one text
 *
 *     来場者数：目標 900人 ⇒ 実績 640人（達成率 71.1％）
 *     来場者数は、R5目標900人に対し、実績640人となった。
 *     来場者数　目標900人に対し実績640人、出店数　目標30店に対し実績33店
 *
 * 目標, 実績, 達成率 and 現状値 with a figure (or why there is none) right behind
 * them. What stands in front is the name. Several in one text follow each
 * other. An arrow from 実績 to 目標 says where it began, and is none of these.
 */
#ifndef KPIBOOK_WORDING_KPI_STATED_H
#define KPIBOOK_WORDING_KPI_STATED_H

#include "wording/kpi_text.h"

/* Slices of the text; empty where nothing says it. */
typedef struct kpi_stated {
    text name;
    text baseline, target, actual; /* the last two are never empty */
    text rate;
    text target_year, actual_year; /* as typed in front of their words */
    text whole;
    bool doubtful; /* words follow that may say more */
} kpi_stated;

enum { STATED_MOST = 12 };

/* Does it hold 目標 and 実績? Most texts do not. */
static inline bool kpi_stated_may(text t)
{
    return text_find(t, "実績", 0) != SIZE_MAX &&
           text_find(t, "目標", 0) != SIZE_MAX;
}
/* How many `t` states: 0 where it holds anything else. */
size_t kpi_stated_read(kpi_stated out[STATED_MOST], text t,
                       int context_year);
/* The KPIs of a cell that states them so; *count 0 for other cells. */
bool kpi_text_stated(arena *a, kpi_text **out, size_t *count, text cell,
                     int context_year);
/* 目標の900人を下回った: a figure of one of them, whatever else it says. */
bool kpi_stated_some(text t, int context_year);
/* 900人に対し、: without what leads to the next word. */
text kpi_stated_unlinked(text t);
/* 900人, 約900人, 累計900人, R5 900人, －, 調査中: does a value begin here? */
bool kpi_stated_is_value(text t, int context_year);

#endif
