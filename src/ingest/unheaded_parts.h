/*
 * unheaded_parts.h - what looks for tables of years without a word above their
 * names share
 */
#ifndef KPIBOOK_INGEST_UNHEADED_PARTS_H
#define KPIBOOK_INGEST_UNHEADED_PARTS_H

#include "ingest/reader/reader.h"

/* Its header's rows, its last line, and what is in which columns; UINT32_MAX
 * for none. */
typedef struct unheaded {
    uint32_t head, head_last, last, years, name, unit;
    uint32_t side; /* 活動指標 left of some names */
    uint32_t title; /* 事業の成果 down the side of all of it */
    bool corner;   /* 区分 above them, */
    bool planned;  /* or 年次計画: what the figures below the years are */
    bool costs;
} unheaded;

/* unheaded_heads.c: is a row the header of such a table in a form? */
bool unheaded_heads(const reader *r, unheaded *u, uint32_t row);

#endif
