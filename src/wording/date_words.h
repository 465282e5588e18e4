/*
 * date_words.h - words that are a day or month and nothing else
 *
 * 平成29年7月, Ｒ6.5.1現在, 2024/06/03（月）作成: what stands behind 作成： and above
 * tables, and is no name of anybody's.
 */
#ifndef KPIBOOK_WORDING_DATE_WORDS_H
#define KPIBOOK_WORDING_DATE_WORDS_H

#include "base/text.h"

/* Has a text figures, and around them only marks and words of dates? */
bool date_words_alone(text t);
/* Without such words that a space or a bracket parts from the rest, in front
 * or behind: 環境局　平成29年7月, 環境局（R6.7現在）. */
text date_words_cut(text t);
/* 公表 of R6.9公表, 確定 of 11月確定: a date, and what is done then, and no more. */
text date_words_announced(text t);

#endif
