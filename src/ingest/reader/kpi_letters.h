/*
 * kpi_letters.h - letters that count the indicators of a project
 *
 *     A　来場者数    Ａ．来場者数    ア　来場者数
 *     B　出店数      Ｂ．出店数      イ　出店数
 *
 * They are no part of the names where all of a project have one, in order;
 * they may begin again: of 活動指標 and of 成果指標.
 */
#ifndef KPIBOOK_INGEST_KPI_LETTERS_H
#define KPIBOOK_INGEST_KPI_LETTERS_H

#include "ingest/reader/reader.h"

/* Takes them off the projects from `first` on. */
void kpi_letters_settle(reader *r, size_t first);

#endif
