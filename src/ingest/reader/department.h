/*
 * department.h - 局 and 課: who submits and who runs a project
 */
#ifndef KPIBOOK_INGEST_DEPARTMENT_H
#define KPIBOOK_INGEST_DEPARTMENT_H

#include "ingest/reader/reader.h"

typedef enum department_match {
    DEPARTMENT_EXACT,   /* the plan's name */
    DEPARTMENT_ALIAS,   /* another spelling that the plan gives */
    DEPARTMENT_SHORT,   /* 産業経済 for 産業経済局 */
    DEPARTMENT_UNKNOWN, /* the plan has a roster, this is not in it */
    DEPARTMENT_FREE     /* the plan has no roster */
} department_match;

/* The plan's spelling; the given text when unknown or free. */
department_match department_find(reader *r, const char **name, text typed);
/* Splits 経済観光文化局創業・立地推進部 新産業振興課 into bureau and division. */
void department_split(text typed, text *bureau, text *division);
/* 環境局 and 環境課 on two lines as one text, which department_split() parts. */
const char *department_joined(reader *r, text bureau, text division);
/* True for 産業課, 広報係, 危機管理室. */
bool department_is_division(text t);
/* Are these a bureau, and a division alone that may be its: 環境局, 環境課? */
bool department_holds(text bureau, text t);
/* 経済観光文化局 and 創業推進部 below it as one name, also where that has the
 * bureau's in front already. */
text department_join(reader *r, text upper, text lower);
/* Sets bureau and division from cells; what was corrected or is unknown is
 * a finding at the cell. Empty texts change nothing. */
void department_set(reader *r, project *p, text bureau, text division,
                    uint32_t row, uint32_t col);
/* The department that a file's name holds: 産業経済局.xlsx, 01_環境局_R2.xlsx. */
const char *department_of_file(reader *r, const char *file);
/* 提出：環境局, 部局名：環境局, 所属 環境局 on a line of its own; else empty. */
text department_of_line(text line);
/* The same of the last words of a title, behind a gap, 事業調書　　提出　環境部, or
 * behind one space where it has a colon: 事業調書　提出：環境部. */
text department_of_title_end(text title);
/* 提出 of such a line, what stands in front of its colon; else empty. */
text department_label(text line);
/* Beside a heading also 文化課 or （文化課） alone; else empty. */
text department_beside(text t);
/* 環境局　担当者：山田, 環境局　内線123: without whom to ask; 環境局 ／ 作成日. */
text department_without_person(text t);

#endif
