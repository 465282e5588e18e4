/*
 * error_words.h - what went wrong, in Japanese
 *
 * Errors are described in English where their cause is known (error.h), and
 * kept so: in findings, in .jsonl parts. Where a reader of Japanese is told,
 * the description is looked up in one table of patterns here; what stands in
 * their holes (names, numbers, other descriptions) is put over in turn.
 */
#ifndef KPIBOOK_BASE_ERROR_WORDS_H
#define KPIBOOK_BASE_ERROR_WORDS_H

#include "base/buf.h"
#include "base/text.h"

/* Appends the description in Japanese; as it is where no pattern fits. */
void error_words_put(buf *out, text english);

#endif
