/*
 * header_number.c - 基本目標番号, テーマNo., 局コード: a number in a header
 */
#include "ingest/header/header_number.h"

enum { GOAL_RANK = 10 };

text header_numbered(text key)
{
    static const text ends[] = {
        TEXT_WORD("番号"), TEXT_WORD("no"), TEXT_WORD("no."),
        TEXT_WORD("番号)"), TEXT_WORD("no)"), TEXT_WORD("no.)"),
        TEXT_WORD("コード"), TEXT_WORD("id")
    };
    static const text joints[] = {
        TEXT_WORD("の"), TEXT_WORD("_"), TEXT_WORD("-"), TEXT_WORD("・"),
        TEXT_WORD("(")
    };
    size_t cut = text_ending(key, ends, sizeof(ends) / sizeof(*ends));

    if (cut == 0)
        return text_of("");
    for (; cut > 0; cut = text_ending(key, joints,
                                      sizeof(joints) / sizeof(*joints)))
        key = text_cut(key, 0, key.length - cut);
    return key;
}

header_synonym header_level_number(const header_words *h, text key)
{
    header_synonym none = { "", ROLE_NONE, 0 };
    text level = header_numbered(key);
    const header_synonym *s = level.length == 0 ? NULL
                                                : header_lookup(h, level);

    if (text_is(level, "目標")) /* no level by itself, but in front of No. */
        return (header_synonym){ "", ROLE_IGNORED, GOAL_RANK };
    if (s != NULL && (s->role == ROLE_BUREAU || s->role == ROLE_DIVISION))
        return (header_synonym){ "", ROLE_IGNORED, 0 };
    if (s == NULL || !role_is_level(s->role))
        return none;
    return (header_synonym){ "", s->rank >= RANK_ACT ? ROLE_NO : ROLE_IGNORED,
                             s->rank };
}
