/*
 * header_words.h - the tables of header words that header_roles.c looks up
 */
#ifndef KPIBOOK_INGEST_HEADER_WORDS_H
#define KPIBOOK_INGEST_HEADER_WORDS_H

#include "ingest/header_roles.h"

typedef struct header_synonym {
    const char *word; /* folded, without brackets */
    role role;
    unsigned rank;    /* of a level */
} header_synonym;

/* Two lists, counted as one: levels, who and what; then indicators. */
extern const header_synonym header_labels[], header_facts[];
extern const size_t header_label_count, header_fact_count;
static inline size_t header_synonym_count(void)
{
    return header_label_count + header_fact_count;
}
static inline const header_synonym *header_synonym_at(size_t i)
{
    return i < header_label_count ? &header_labels[i]
                                  : &header_facts[i - header_label_count];
}
/* Looked for inside a header, in this order. */
extern const header_synonym header_contained[];
extern const size_t header_contained_count;

#endif
