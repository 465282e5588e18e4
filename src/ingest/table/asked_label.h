/*
 * asked_label.h - 重点事業 | 該当なし: labels that ask whether something is so
 *
 *     施策 | にぎわう港 | 重点事業 | 該当        実施期間 | 国庫補助事業
 *                                                R3～R7   | 有
 *
 * The words are those of a level, whose name they would have beside or below
 * them; an answer is no name.
 */
#ifndef KPIBOOK_INGEST_ASKED_LABEL_H
#define KPIBOOK_INGEST_ASKED_LABEL_H

#include "ingest/header/header_roles.h"
#include "ingest/table/sheet_view.h"

/* 該当, 該当なし, 有, 無, ○ */
bool answer_alone(text t);
/* What the label at a cell is: `w`, or a word that holds nothing where it
 * asks. */
const header_word *asked_label(const sheet_view *v, const header_word *w,
                               uint32_t row, uint32_t col);
/* 目標年度 | R元～R5年度累計: what a label says, though such words head columns. */
bool label_says_total(role label, const header_word *w);

#endif
