/*
 * header_words.h - the tables of header words that header_roles.c looks up
 */
#ifndef KPIBOOK_INGEST_HEADER_WORDS_H
#define KPIBOOK_INGEST_HEADER_WORDS_H

#include "ingest/header/header_roles.h"

typedef struct header_synonym {
    const char *word; /* folded, without brackets */
    role role;
    unsigned rank;    /* of a level */
} header_synonym;

/* Five lists, counted as one: levels; who and what; indicators and figures;
 * what is said of them; and all of these in English. */
extern const header_synonym header_levels[], header_labels[], header_facts[],
    header_verdicts[], header_english[];
extern const size_t header_level_count, header_label_count, header_fact_count,
    header_verdict_count, header_english_count;
static inline size_t header_synonym_count(void)
{
    return header_level_count + header_label_count + header_fact_count +
           header_verdict_count + header_english_count;
}
static inline const header_synonym *header_synonym_at(size_t i)
{
    if (i < header_level_count)
        return &header_levels[i];
    i -= header_level_count;
    if (i < header_label_count)
        return &header_labels[i];
    i -= header_label_count;
    if (i < header_fact_count)
        return &header_facts[i];
    i -= header_fact_count;
    return i < header_verdict_count
               ? &header_verdicts[i]
               : &header_english[i - header_verdict_count];
}
/* Looked for inside a header, in this order. */
extern const header_synonym header_contained[];
extern const size_t header_contained_count;

#endif
