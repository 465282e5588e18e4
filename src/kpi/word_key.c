/*
 * word_key.c - keys made of words and figures: which records are alike
 */
#include "kpi/word_key.h"

#include "wording/fold.h"

void word_keys_init(word_keys *w, arena *memory)
{
    *w = (word_keys){ .memory = memory };
    key_table_init(&w->typed, memory);
    key_table_init(&w->folded, memory);
}

static size_t number_of_folded(word_keys *w, text typed)
{
    size_t *at;
    text folded;

    if (!fold_key(w->memory, &folded, typed)) {
        w->failed = true;
        return 0;
    }
    if (folded.length == 0)
        return 0;
    at = key_table_put(&w->folded, folded, w->folded.count + 1);
    w->failed = w->failed || at == NULL;
    return at == NULL ? 0 : *at;
}

static int64_t number_of_typed(word_keys *w, text t)
{
    size_t *at = key_table_put(&w->typed, t, SIZE_MAX);

    if (at == NULL) {
        w->failed = true;
        return 0;
    }
    if (*at == SIZE_MAX)
        *at = number_of_folded(w, t);
    return (int64_t)*at;
}

int64_t word_number(word_keys *w, const char *typed)
{
    size_t slot = ((uintptr_t)typed ^ (uintptr_t)typed >> 6) %
                  WORD_KEY_RECENT;

    if (typed[0] == '\0')
        return 0;
    if (w->recent[slot].typed != typed) {
        w->recent[slot].number = number_of_typed(w, text_of(typed));
        w->recent[slot].typed = typed;
    }
    return w->recent[slot].number;
}

/* A large number by its words; INT64_MIN is no side of a small one. */
void word_figure(word_keys *w, int64_t parts[WORD_KEY_FIGURE], bool known,
                 number value)
{
    char *kept;
    buf words;

    parts[0] = 0;
    parts[1] = INT64_MIN;
    if (!known || number_sides(value, &parts[0], &parts[1]))
        return;
    buf_init(&words);
    number_put_fraction(&words, value);
    kept = buf_ok(&words) ? arena_strdup(w->memory, buf_cstr(&words)) : NULL;
    buf_free(&words);
    w->failed = w->failed || kept == NULL;
    parts[0] = kept == NULL ? 0 : word_number(w, kept);
    parts[1] = INT64_MIN + 1;
}

text word_key(word_keys *w, const int64_t *parts, size_t count)
{
    char *kept = arena_strndup(w->memory, (const char *)parts,
                               count * sizeof(*parts));

    w->failed = w->failed || kept == NULL;
    return kept == NULL ? text_of("")
                        : text_slice(kept, count * sizeof(*parts));
}

size_t *word_key_put(key_table *t, const int64_t *parts, size_t count,
                     size_t fresh)
{
    return key_table_put_copy(t, text_slice((const char *)parts,
                                            count * sizeof(*parts)), fresh);
}
