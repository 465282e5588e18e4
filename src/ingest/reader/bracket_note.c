/*
 * bracket_note.c - notes that say what figures in brackets are
 */
#include "ingest/reader/bracket_note.h"

#include <string.h>

#include "ingest/reader/sheet_note.h"
#include "wording/fold.h"
#include "wording/glyph.h"

enum { NOTE_BYTES = 180 };

/* （　）は, カッコ内は: what a note of brackets begins with, or holds. */
static bool tells_brackets(text key)
{
    static const char *const brackets[] = { "()は", "()内", "()書", "括弧",
                                            "カッコ", "かっこ" };

    return text_contains_one(key, brackets,
                             sizeof(brackets) / sizeof(*brackets));
}

/* ※（　）は累計, カッコ内は累計値; not 累計目標, nor two meanings in one. */
static bool says_total(arena *a, text t)
{
    static const char *const others[] = { "目標", "単年", "率", "見込",
                                          "前年" };
    text key;

    if (t.length > NOTE_BYTES || text_find(t, "累", 0) == SIZE_MAX ||
        !fold_key(a, &key, t) ||
        (text_find(key, "累計", 0) == SIZE_MAX &&
         text_find(key, "累積", 0) == SIZE_MAX))
        return false;
    return !text_contains_one(key, others,
                              sizeof(others) / sizeof(*others)) &&
           tells_brackets(key);
}

/* ※（　）内は, カッコ内は: what such a note begins with, unlike most cells. */
static bool begins_note(text t)
{
    unsigned char first = t.length > 0 ? (unsigned char)t.bytes[0] : 0;

    return first == '(' || first == '*' || first == 0xE2 /* ※ */ ||
           first == 0xEF /* （ */ ||
           (first == 0xE3 && (text_starts(t, "カ") || text_starts(t, "か"))) ||
           (first == 0xE6 && (text_starts(t, "注") || text_starts(t, "括")));
}

/* （　）内は目標値に対する達成率; not 前年比, nor two meanings in one. */
static bool says_rate(arena *a, text t)
{
    static const char *const rates[] = { "達成率", "進捗率", "達成度" };
    static const char *const others[] = { "前年", "累計", "見込", "実績値" };
    text key;

    return t.length <= NOTE_BYTES && begins_note(t) &&
           (text_find(t, "率", 0) != SIZE_MAX ||
            text_find(t, "達成度", 0) != SIZE_MAX) &&
           fold_key(a, &key, t) &&
           text_contains_one(key, rates, sizeof(rates) / sizeof(*rates)) &&
           !text_contains_one(key, others,
                              sizeof(others) / sizeof(*others)) &&
           tells_brackets(key);
}

bool bracket_note_total(reader *r, text figure)
{
    size_t next;

    if (glyph_at(figure, 0, &next) != GLYPH_OPEN)
        return false;
    if (r->brackets == BRACKETS_UNASKED)
        r->brackets = sheet_note_find(r, says_total)
                          ? BRACKETS_TOTAL : BRACKETS_UNTOLD;
    return r->brackets == BRACKETS_TOTAL;
}

bool bracket_note_rate(reader *r)
{
    if (r->bracket_rates == BRACKETS_UNASKED)
        r->bracket_rates = sheet_note_find(r, says_rate)
                               ? BRACKETS_RATE : BRACKETS_UNTOLD;
    return r->bracket_rates == BRACKETS_RATE;
}
