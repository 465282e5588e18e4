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

extern const header_synonym header_synonyms[];
extern const size_t header_synonym_count;
/* Looked for inside a header, in this order. */
extern const header_synonym header_contained[];
extern const size_t header_contained_count;

#endif
