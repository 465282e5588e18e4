/*
 * office_name.h - words that are a department's name and nothing else
 *
 * A corner or a title may say whose a sheet is without a label: 環境局　環境共生課,
 * 進捗状況（産業観光部）, 成果指標一覧　保健福祉部. Such words are only taken where they
 * cannot be much else: 局, 部 or 課 ends them, and they are no part of a city
 * (北部, 中心部), of a whole (一部) or of all departments (各課).
 */
#ifndef KPIBOOK_INGEST_OFFICE_NAME_H
#define KPIBOOK_INGEST_OFFICE_NAME_H

#include "base/text.h"

/* 環境局, 環境局　環境共生課, 経済局産業課, 教育委員会　中央図書館. */
bool office_name(text t);
/* 産業部 | 商工課 in two cells beside each other: one name. */
bool office_goes_on(text upper, text lower);
/* The same of 商工課 | 商業係, whatever stands in front of the division. */
bool office_has_section(text division, text section);
/* （環境局） without its brackets; the same text where they are not around all
 * of it. */
text office_unbracketed(text t);
/* （担当：環境局） at the end: what stands in the brackets, and in front. Empty
 * where none do; *front then stays as it is. */
text office_in_brackets(text t, text *front);
/* The department that a title ends or begins with, in brackets or behind a
 * space; else empty. The slice lies in `t`. */
text office_of_title(text t);
/* Behind the words of a document: 産業観光部 of 施策別成果指標産業観光部; the same
 * text where there are none. */
text office_of_stem(text t);

#endif
