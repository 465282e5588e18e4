/*
 * word_key.h - keys made of words and figures: which records are alike
 *
 * A word is folded once, however often it comes, and has a number from then
 * on; a key is a list of such numbers, years and figures, and is looked up in
 * a key_table by its bytes. Two keys are alike when their lists are.
 */
#ifndef KPIBOOK_KPI_WORD_KEY_H
#define KPIBOOK_KPI_WORD_KEY_H

#include "base/number.h"
#include "kpi/key_table.h"

enum { WORD_KEY_RECENT = 64 };

typedef struct word_keys {
    arena *memory;
    key_table typed;  /* as it stands -> its number */
    key_table folded; /* folded -> its number */
    struct {
        const char *typed; /* by where it stands: the same words come soon */
        int64_t number;
    } recent[WORD_KEY_RECENT];
    bool failed;      /* memory ran out */
} word_keys;

void word_keys_init(word_keys *w, arena *memory);
/*
 * The number of a word, the same for all that fold alike; 0 when nothing is
 * left of it. The words must live as long as the keys.
 */
int64_t word_number(word_keys *w, const char *typed);

enum { WORD_KEY_FIGURE = 2 /* parts that a figure takes */ };
/* Writes a figure, or that it is not known, as parts of a key. */
void word_figure(word_keys *w, int64_t parts[WORD_KEY_FIGURE], bool known,
                 number value);

/* A key of these parts that lives as long as the words; "": memory. */
text word_key(word_keys *w, const int64_t *parts, size_t count);
/* key_table_put_copy() of a key of these parts. */
size_t *word_key_put(key_table *t, const int64_t *parts, size_t count,
                     size_t fresh);

#endif
