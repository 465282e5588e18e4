/*
 * bracket_pair.h - a figure, and in brackets behind it what was planned
 *
 *     見かた　実績（目標）　（　）の前が空白の年度は、これから報告
 *     指標     | R4        | R5
 *     来場者数 | 297（330）| （380）
 *
 * A note says so, or the column's header. Or it says 目標（実績）: the other way
 * round.
 */
#ifndef KPIBOOK_INGEST_BRACKET_PAIR_H
#define KPIBOOK_INGEST_BRACKET_PAIR_H

#include "ingest/reader/reader.h"

typedef struct bracket_pair {
    text actual, planned; /* the one in front of the brackets may be empty */
    bool pending;         /* a note says that an empty one is still to come */
} bracket_pair;

/* False: it is no such pair, or nothing says which is which. */
bool bracket_pair_read(bracket_pair *out, reader *r, text header, text words);

#endif
