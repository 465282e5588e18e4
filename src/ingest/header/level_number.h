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
/* The same of a label alone, whose name stands beside or below it: 施策1-1,
 * 基本目標Ⅰ; no project's. It may be one by its ends, as few texts may. */
const header_word *level_number_label(header_roles *roles, int context_year,
                                      text t, text *no);
static inline bool level_number_may_label(text t)
{
    const unsigned char *end = (const unsigned char *)t.bytes + t.length;

    if (t.length < 7 || (unsigned char)t.bytes[0] < 0xE3)
        return false;
    if (end[-1] == ')')
        end--;
    else if (end[-3] == 0xEF && end[-1] == 0x89) /* ） */
        end -= 3;
    return end[-1] < 0x80 ? (end[-1] >= '0' && end[-1] <= '9') ||
                                end[-1] == 'I' || end[-1] == 'V' ||
                                end[-1] == 'X'
                          : end[-3] == 0xE2 || end[-3] == 0xEF;
}

#endif
