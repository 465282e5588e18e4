/*
 * header_lookup.h - the synonym that a folded header is, or is made of
 *
 * Exactly (目標値), with a word that adds nothing behind it (目標値欄), as the
 * time of a figure (目標値の年度), for each year (各年度の実績), as a level of a
 * plan (総合計画の施策), or, less surely, among words that only modify it
 * (責任部署, 現状数値), or behind any others: a Japanese header ends with what
 * it speaks of (目標の達成状況, 達成度を測る指標).
 */
#ifndef KPIBOOK_INGEST_HEADER_LOOKUP_H
#define KPIBOOK_INGEST_HEADER_LOOKUP_H

#include "base/arena.h"
#include "ingest/header/header_words.h"

typedef struct header_words header_words;

enum { HEADER_BASE_BYTES = 54 }; /* longer ones are no synonym with more */

/* The words that header_lookup_close() takes off a synonym, ended by one
 * without bytes. */
extern const text header_modifiers[];

/* The tables of header_words.h, indexed; NULL when memory ran out. */
const header_words *header_words_new(arena *a);
/* Makes a word the synonym. */
static inline void header_set_role(header_word *w, const header_synonym *s,
                                   bool exact)
{
    w->role = s->role;
    w->rank = s->rank;
    w->exact = exact;
}
/* All give NULL for none. */
const header_synonym *header_lookup(const header_words *h, text key);
const header_synonym *header_lookup_close(const header_words *h, text key);
/* 目 and 実 of R5目 | R5実, without the year: without one 目 may be that of a budget
 * (款 | 項 | 目). NULL for others. */
const header_synonym *header_lookup_letter(text key);
/* Of 事業の名称/担当: the first of two synonyms. */
const header_synonym *header_lookup_first(const header_words *h, text key);
const header_synonym *header_lookup_composed(const header_words *h, text key);
/* 評価担当課, 記入部署: whose it is in so many words, and no office's name as 管理課
 * and 計画課 are. */
bool header_asks_office(const header_synonym *s, text key);
/* The longest synonym of a figure, an office or what is said of them that the
 * key ends with; a baseline for 策定時の実績. */
const header_synonym *header_lookup_head(const header_words *h, text key);
/* The bytes of 計画, 戦略 or the like that a plan's name ends with; 0 for other
 * words. */
size_t header_plan_end(text name);
/* Where the words begin that stand behind a plan's name: 総合計画の施策,
 * 教育振興計画における基本方針; SIZE_MAX where none is named. */
size_t header_behind_plan(text t);
/* めざす姿, まちの将来像: a goal, or how one looks when it is met. */
bool header_is_vision(text words);

#endif
