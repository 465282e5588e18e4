/*
 * banner_words.h - the words that a heading of a level begins with
 */
#ifndef KPIBOOK_INGEST_BANNER_WORDS_H
#define KPIBOOK_INGEST_BANNER_WORDS_H

#include "ingest/header/banner.h"

typedef struct heading_word_style {
    const char *word;
    heading_style style;
} heading_word_style;

/* Longer words first. */
extern const heading_word_style heading_words[];
extern const size_t heading_word_count;

/* Kanji or hiragana; not 〇, a bullet. */
bool heading_is_plain_letter(uint32_t c);
/* They begin a heading only as the first letter of one of these words, or as
 * 第: most texts need no further look. test_banner.c holds the letters to the
 * words. */
bool heading_may_begin(uint32_t c);

#endif
