/*
 * project_facts.h - labels and values behind a project's name in its own cell
 *
 *     朝市の開催
 *     （事業期間：R1～R3年度、事業費：1,200千円）
 *     担当：商工課
 *
 * In brackets or on a line of its own, one behind the other with 、 or ／
 * between them; each must be one that is known. A budget (予算額：900千円) is a
 * note, and （R1～R3年度） needs no label.
 */
#ifndef KPIBOOK_INGEST_PROJECT_FACTS_H
#define KPIBOOK_INGEST_PROJECT_FACTS_H

#include "ingest/reader/reader.h"

/* Takes them all; false, and nothing is taken, where one is no fact. *office:
 * whose the project is, as typed; unchanged where they do not say. */
bool project_facts_take(reader *r, project *p, text t, text *office);

#endif
