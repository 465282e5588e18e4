/*
 * header_number.h - 基本目標番号, テーマNo., 局コード: a number in a header
 */
#ifndef KPIBOOK_INGEST_HEADER_NUMBER_H
#define KPIBOOK_INGEST_HEADER_NUMBER_H

#include "ingest/header/header_lookup.h"

/* The folded words in front of 番号, No. or コード; empty for other keys. */
text header_numbered(text key);
/* What such a header is where these are a level: ROLE_IGNORED of the level's
 * rank, which a table with a column of that level reads; ROLE_NO of what
 * may be a project. An office's is ROLE_IGNORED, without a rank; ROLE_NONE for
 * other keys. */
header_synonym header_level_number(const header_words *h, text key);

#endif
