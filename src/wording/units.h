/*
 * units.h - 単位: magnitudes (千 万 百万 億 兆), synonyms, exact conversion
 */
#ifndef KPIBOOK_WORDING_UNITS_H
#define KPIBOOK_WORDING_UNITS_H

#include "base/number.h"
#include "base/text.h"

typedef enum units_relation {
    UNITS_SAME,       /* equal after folding, or synonyms (％ %, か所 箇所) */
    UNITS_CONVERTED,  /* 億円 and 兆円, t and 千t, 万人 and 人: a factor */
    UNITS_ASSUMED,    /* one is missing or only a magnitude (億 for 億円) */
    UNITS_COUNTERS,   /* two words that count things (社, 件): same number,
                         to be reported */
    UNITS_INCOMPATIBLE /* 円 and %: no conversion */
} units_relation;

/* The factor that turns a value in `from` into one in `to`; 1 unless
 * UNITS_CONVERTED (or ASSUMED with a magnitude). False: memory. */
bool units_relate(arena *a, units_relation *relation, number *factor,
                  text from, text to);
/*
 * Length in bytes of the unit that starts at `start` of a text (any width):
 * magnitudes, then a known unit, else the letters or kanji up to a bracket,
 * space, digit, mark or arrow: 千t 億円 か所 世帯 人分 m2 %. 0 when there is none.
 */
size_t units_read(text t, size_t start);
/* units_read, but only a unit (or magnitude) that the table knows. */
size_t units_read_known(text t, size_t start);
/* units_read where units_read_known found none. */
size_t units_read_unknown(text t, size_t start);
/* Bytes of the magnitudes 千 万 百万 ... at `start`; *ten their power. */
size_t units_magnitude(text t, size_t start, int *ten);
/* 歳 年 か月 日 時間: spans of time and ages, which often stand in names. */
bool units_is_span(text unit);
bool units_is_percent(text unit);
bool units_is_rank(text unit); /* 位: lower is better */

/* The words of the table, for its test; NULL behind the last. */
const char *units_word(size_t index);

#endif
