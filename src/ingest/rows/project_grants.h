/*
 * project_grants.h - the grants of a project, in brackets or a cell of their
 * own
 *
 *     定住・移住促進事業（地方創生推進）
 *     観光地域づくり事業【推進】        below ※【推進】＝地方創生推進タイプ
 */
#ifndef KPIBOOK_INGEST_PROJECT_GRANTS_H
#define KPIBOOK_INGEST_PROJECT_GRANTS_H

#include "ingest/reader/reader.h"

/* Grants named in a cell of their own: 先駆タイプ、地方創生推進. */
void project_grants_set(reader *r, project *p, text typed);
/* One that the plan lists, or of 地方創生. */
bool project_is_grant(const reader *r, text t);
/* Adds a list of such; false, and nothing is added, when one is none. */
bool project_grants_add(reader *r, project *p, text list);
/* Adds what a note on the sheet says of a mark in brackets. */
bool project_grant_noted(reader *r, project *p, text mark);

#endif
