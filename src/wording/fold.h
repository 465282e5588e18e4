/*
 * fold.h - Japanese text made comparable (NFKC by utf8proc)
 *
 * Folding is only for comparing: what is printed stays as typed.
 */
#ifndef KPIBOOK_WORDING_FOLD_H
#define KPIBOOK_WORDING_FOLD_H

#include "base/arena.h"
#include "base/text.h"

/*
 * NFKC, ASCII letters lower-case, all white space and line breaks removed,
 * every dash, minus and wave alike to '-' or '~' (a long vowel mark behind
 * kana stays), ideographic variants of brackets to ASCII. `*out` lies in the
 * arena. False when memory ran out.
 */
bool fold_key(arena *a, text *out, text typed);
/* As fold_key, and brackets with all that is in them removed. */
bool fold_bare(arena *a, text *out, text typed);
/* Both at once; they are one slice where there are no brackets. */
bool fold_both(arena *a, text *whole, text *bare, text typed);
/*
 * Only widths: full-width ASCII to ASCII, half-width kana to full, digits to
 * ASCII, other compatibility characters kept. With `map` (may be NULL) the
 * byte offset in `typed` of each byte of the result, plus one for its end.
 */
bool fold_width(arena *a, text *out, size_t **map, text typed);

#endif
