/*
 * level_number.h - a level's word and its number in front of a name
 *
 *     取組1-1-1　避難所の点検, 【事業２】朝市の開催, 重点課題①　意識の改革
 *
 * Something parts the number from the name: 事業2050年 is none.
 */
#ifndef KPIBOOK_INGEST_LEVEL_NUMBER_H
#define KPIBOOK_INGEST_LEVEL_NUMBER_H

#include "ingest/header/header_roles.h"

/* What the word is, with *no and *name, slices of t; NULL for other texts, and
 * where the name is a document's title. */
const header_word *level_number_read(header_roles *roles, int context_year,
                                     text t, text *no, text *name);

#endif
