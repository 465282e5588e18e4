/*
 * letter_set.h - a set of characters, to tell at one look what a text is not
 *
 * Tables of words are long and most texts begin with, or hold, a letter that
 * none of the words does. Only characters below U+A000 are in a set: kanji,
 * kana and ASCII are.
 */
#ifndef KPIBOOK_INGEST_LETTER_SET_H
#define KPIBOOK_INGEST_LETTER_SET_H

#include "base/text.h"

enum { LETTER_SET_END = 0xA000 };

typedef struct letter_set {
    uint64_t bits[LETTER_SET_END / 64];
} letter_set;

static inline void letter_set_add(letter_set *s, uint32_t c)
{
    if (c < LETTER_SET_END)
        s->bits[c / 64] |= (uint64_t)1 << (c % 64);
}
/* Of a character below U+A000. */
static inline bool letter_set_has(const letter_set *s, uint32_t c)
{
    return (s->bits[c / 64] >> (c % 64) & 1) != 0;
}
/* The kanji and kana that the words begin with. */
static inline void letter_set_begin(letter_set *s, const char *const *words,
                                    size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const unsigned char *b = (const unsigned char *)words[i];

        if (b[0] >= 0xE3 && b[0] <= 0xE9)
            letter_set_add(s, (uint32_t)(b[0] & 0x0F) << 12 |
                                  (uint32_t)(b[1] & 0x3F) << 6 |
                                  (b[2] & 0x3F));
    }
}

#endif
