/*
 * unit_words.h - is a word in brackets a unit? 来場者数（人） but not （市外）
 */
#ifndef KPIBOOK_INGEST_UNIT_WORDS_H
#define KPIBOOK_INGEST_UNIT_WORDS_H

#include "base/arena.h"
#include "base/text.h"

/* True for known units, also with a magnitude (千人) or per something
 * (人/日); any width. False too when memory ran out. */
bool unit_word(arena *a, text t);
/* The known units, in rising order of their bytes; NULL behind the last. */
const char *unit_word_at(size_t index);
/* The unit in the brackets at the end of a name, taken off it; `単位：` in
 * front of it is dropped, and needs no brackets. False when there is none. */
bool unit_take_from_name(arena *a, text name, text *rest, text *unit);
/* 成約件数（累計・件）: how it is counted, and its unit, in one bracket; the
 * name keeps the first, 成約件数（累計）. False when there is no such. */
bool unit_split_bracket(arena *a, text name, text *rest, text *unit);
/* Takes brackets and 単位： off a unit's cell. */
text unit_plain(text t);
/* Where （単位：人） begins that ends a caption; all of its length for none. */
size_t unit_caption_end(text t);
/* 人/年 is 人 per year: takes the year off. */
bool unit_per_year(text unit, text *rest);
/* （単位：人）, and no more; 指標１　参加者数（単位：人） is a caption. */
bool unit_is_line(text t);
/* 単位の記載がないものは％: the unit of what names none. False for other notes. */
bool unit_of_others(arena *a, text t, text *unit);
/* 実施校数（年間）: over which time is counted, and no unit. */
bool unit_is_period(text t);
/* A unit that is only a magnitude: 億 */
bool unit_is_magnitude(text t);

#endif
