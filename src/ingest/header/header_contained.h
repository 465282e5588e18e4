/*
 * header_contained.h - the role of a header that is no synonym, by its words
 *
 * Words that set a column aside (課題, 根拠) count wherever they stand; then the
 * synonym that the header ends with, then any other word inside it. Of costs
 * beside indicators (総事業費・指標等の推移) it is the indicators' word.
 */
#ifndef KPIBOOK_INGEST_HEADER_CONTAINED_H
#define KPIBOOK_INGEST_HEADER_CONTAINED_H

#include "ingest/header/header_lookup.h"

/* NULL for none. `marks` are those of each contained word, `held` those of the
 * key or of more. */
const header_synonym *header_contained_find(const header_words *h,
                                            const text_marks *marks,
                                            text key, text_marks held);

#endif
