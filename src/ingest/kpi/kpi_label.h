/*
 * kpi_label.h - words around an indicator's name that are no part of it
 *
 *     KPI1：創業者数    指標②　会員数    【成果指標】 来場者数
 */
#ifndef KPIBOOK_INGEST_KPI_LABEL_H
#define KPIBOOK_INGEST_KPI_LABEL_H

#include "base/arena.h"
#include "base/text.h"

/* 就業者数（累計）, 就業者数【累計】: all figures are totals. The bytes of that
 * bracket, 0 for none. */
size_t kpi_label_totals(text name);
/* KPI1：, 指標②, KPI：, ① and the like taken off; 指標１ alone stays. */
text kpi_label_cut(text name);
/* 【KPI】, 【指標①】: a bracket that says what the name is, not how it is called. */
text kpi_label_bracket_cut(arena *a, text name);
/* Of a caption: 指標１：人口カバー率, also ■ in front of it, or a number. */
text kpi_label_caption_cut(text caption);
/* 来場者数（再掲）: it stands elsewhere too. */
text kpi_label_relisted_cut(text name);
/* Does a caption above a table of projects say what all of it counts?
 * ■年間利用者数（単位：人）, 指標：年間利用者数; *name keeps the unit. */
bool kpi_label_caption_names(arena *a, text caption, text *name);

#endif
