/*
 * header_english.c - headers in two languages: 実績 Actual, 取組／Program
 */
#include "ingest/header_english.h"

#include <string.h>

#include "wording/fold.h"
#include "wording/glyph.h"

static const char *const english[] = {
    "achievement", "action", "actions", "actual", "actuals", "and", "annual",
    "attainment", "base", "baseline", "basic", "bureau", "by", "category",
    "charge", "comment", "comments", "cost", "current", "department",
    "division", "evaluation", "field", "final", "fiscal", "for", "goal",
    "goals", "grade", "in", "index", "indicator", "indicators", "initiative",
    "initiatives", "key", "latest", "measure", "measures", "name", "no",
    "note", "notes", "number", "of", "office", "outcome", "output",
    "performance", "plan", "planned", "policies", "policy", "program",
    "programme", "programmes", "programs", "progress", "project", "projects",
    "rate", "rating", "ratio", "remark", "remarks", "responsible", "result",
    "results", "section", "standard", "status", "strategy", "target",
    "targets", "the", "theme", "unit", "units", "value", "values", "year"
};
enum { WORD_BYTES = 12 };

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_english(text word)
{
    char lower[WORD_BYTES];

    if (word.length > sizeof(lower))
        return false;
    for (size_t i = 0; i < word.length; i++)
        lower[i] = (char)(word.bytes[i] | 0x20);
    for (size_t i = 0; i < sizeof(english) / sizeof(*english); i++)
        if (text_is(text_slice(lower, word.length), english[i]))
            return true;
    return false;
}

/* Ends the Latin word that begins at `at`; *own: it is no English word of a
 * header but KPI, R5, FY2023. */
static size_t word_end(text t, size_t at, bool *own)
{
    size_t end = at;
    text word;

    while (end < t.length && is_letter(t.bytes[end]))
        end++;
    word = text_cut(t, at, end);
    *own = (end < t.length && ascii_is_digit(t.bytes[end])) ||
           text_is(word, "KPI") || text_is(word, "KGI");
    return *own || is_english(word) ? end : SIZE_MAX;
}

/* A dot or apostrophe of an English word, or a slash that parts nothing. */
static bool is_left_over(text t, size_t at, size_t kept)
{
    size_t next;

    if (t.bytes[at] == '.' || t.bytes[at] == '\'' || t.bytes[at] == '&')
        return true;
    if (t.bytes[at] != '/')
        return false;
    next = glyph_skip(t, at + 1, true);
    return kept == 0 || next == t.length || is_letter(t.bytes[next]) ||
           t.bytes[next] == ')';
}

/* A Latin letter, or one of the block that holds the wide ones: most headers
 * have none. */
static bool may_hold_latin(text t)
{
    for (size_t i = 0; i < t.length; i++)
        if (is_letter(t.bytes[i]) || (unsigned char)t.bytes[i] == 0xEF)
            return true;
    return false;
}

bool header_drop_english(arena *a, text *japanese, text typed)
{
    text t;
    char *copy;
    size_t n = 0;
    bool dropped = false, letters = false, own;

    if (!may_hold_latin(typed) || !fold_width(a, &t, NULL, typed) ||
        (copy = arena_alloc(a, t.length + 1)) == NULL)
        return false;
    for (size_t at = 0; at < t.length;) {
        if (is_letter(t.bytes[at])) {
            size_t end = word_end(t, at, &own);

            if (end == SIZE_MAX)
                return false;
            for (; at < end && own; at++)
                copy[n++] = t.bytes[at];
            dropped = dropped || !own;
            at = end;
        } else if (is_left_over(t, at, n)) {
            at++;
        } else {
            letters = letters || (unsigned char)t.bytes[at] >= 0x80;
            copy[n++] = t.bytes[at++];
        }
    }
    *japanese = text_trim(text_slice(copy, n));
    return dropped && letters;
}
