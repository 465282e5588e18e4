/*
 * level_number.c - a level's word and its number in front of a name
 */
#include "ingest/header/level_number.h"

#include <string.h>

#include "ingest/header/banner.h"
#include "ingest/header/title_words.h"
#include "wording/glyph.h"

enum { WORD_BYTES = 42 };

/* By its first bytes: a digit, with a bracket perhaps, ① or a roman number. */
static inline bool may_be_number(const unsigned char *bytes, size_t left)
{
    text t = { (const char *)bytes, left };
    size_t next;

    switch (bytes[0]) {
    case '0': case '1': case '2': case '3': case '4': case '5': case '6':
    case '7': case '8': case '9': case 'I': case 'V': case 'X':
        return true;
    case '(':
        return glyph_digit(t, 1, &next) >= 0;
    case 0xE2: /* and no dash */
        return left > 1 && bytes[1] != 0x80;
    case 0xEF: /* （ */
        return glyph_digit(t, left > 3 && bytes[2] == 0x88 ? 3 : 0, &next) >= 0;
    default:
        return false;
    }
}

/* Levels' words end in few characters: 取組, 事業, 課題, 分野, 方向性 ... */
static bool may_end_word(text t, size_t at)
{
    static const char *const ends[] = { "組", "業", "名", "題", "針", "策",
                                        "標", "目", "柱", "向", "性", "ト",
                                        "野", "マ", "略", "綱", "項", "み",
                                        "像", "姿", "点", "事", "の", "　",
                                        " " };

    return text_ends_in(text_cut(t, 0, at), ends,
                        sizeof(ends) / sizeof(*ends));
}

/* Where the number behind the word begins, and its bytes; 0 for none. */
static size_t find_number(text t, size_t *at)
{
    const unsigned char *bytes = (const unsigned char *)t.bytes;
    size_t most = t.length < WORD_BYTES ? t.length : WORD_BYTES, size;

    for (; *at < most; *at += bytes[*at] >= 0xE0 ? 3 : 1) {
        if (!may_be_number(bytes + *at, t.length - *at))
            continue;
        if (glyph_skip_digits(t, *at) == t.length)
            break; /* no name is behind it */
        if (may_end_word(t, *at) && (size = heading_number_at(t, *at)) > 0)
            return size;
    }
    return 0;
}

const header_word *level_number_read(header_roles *roles, int context_year,
                                     text t, text *no, text *name)
{
    size_t open = text_starts(t, "【") ? strlen("【") : 0, at = open;
    size_t size = find_number(t, &at), end = at + size;
    const header_word *w;
    text word;

    if (size == 0 || at == open)
        return NULL;
    word = text_trim(text_cut(t, open, at));
    if (word.length == 0 ||
        (open > 0 && !text_starts(text_from(t, end), "】")))
        return NULL;
    *no = text_cut(t, at, end);
    *name = text_trim(text_from(t, heading_skip_separators(t, end)));
    if (name->length == 0 || name->bytes == t.bytes + end ||
        title_is_document(*name, context_year))
        return NULL;
    w = header_roles_find(roles, word, context_year);
    return w->exact && role_is_level(w->role) ? w : NULL;
}
