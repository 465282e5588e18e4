/*
 * kpi_name_wanted.c - the change that is wanted, behind an indicator's name
 *
 *     指標                              | 目標値 | 実績値
 *     家庭ごみの排出量　【減少をめざす】 | 510    | 517
 *     待機児童数（少ないほど良い）      | 0      | 3
 *     用紙の枚数（千枚）　※減少目標     | 46     | 51
 *     苦情の件数（↓）                  | 5      | 9
 */
#include "ingest/kpi/kpi_build.h"
#include "ingest/kpi/kpi_parts.h"

#include <string.h>

#include "wording/glyph.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

enum { SAID_BYTES = 60 };

typedef struct way_word {
    text word;
    kpi_direction direction;
} way_word;

/* 減少が望ましい, 低いほどよい anywhere in words. */
static kpi_direction wished(text t)
{
    static const way_word words[] = {
        { TEXT_WORD("減少が"), DIRECTION_DOWN },
        { TEXT_WORD("低下が"), DIRECTION_DOWN },
        { TEXT_WORD("少ないほど"), DIRECTION_DOWN },
        { TEXT_WORD("低いほど"), DIRECTION_DOWN },
        { TEXT_WORD("小さいほど"), DIRECTION_DOWN },
        { TEXT_WORD("短いほど"), DIRECTION_DOWN },
        { TEXT_WORD("増加が"), DIRECTION_UP },
        { TEXT_WORD("上昇が"), DIRECTION_UP },
        { TEXT_WORD("多いほど"), DIRECTION_UP },
        { TEXT_WORD("高いほど"), DIRECTION_UP },
        { TEXT_WORD("大きいほど"), DIRECTION_UP },
    };
    static const char *const good[] = { "望ましい", "好ましい", "よい", "良い",
                                        "良好" };

    for (size_t i = 0; i < COUNT(words); i++) {
        size_t at = text_find(t, words[i].word.bytes, 0);
        text rest = at == SIZE_MAX ? text_of("")
                                   : text_from(t, at + words[i].word.length);

        for (size_t n = 0; n < COUNT(good); n++)
            if (text_starts(rest, good[n]))
                return words[i].direction;
    }
    return DIRECTION_UNKNOWN;
}

bool kpi_wants_less(text t)
{
    return wished(t) == DIRECTION_DOWN;
}

/* 減少をめざす, 維持が目標, ↓: a change, that it is wanted, and no more. */
static kpi_direction wanted_change(text t)
{
    static const way_word changes[] = {
        { TEXT_WORD("減少"), DIRECTION_DOWN },
        { TEXT_WORD("削減"), DIRECTION_DOWN },
        { TEXT_WORD("低減"), DIRECTION_DOWN },
        { TEXT_WORD("縮減"), DIRECTION_DOWN },
        { TEXT_WORD("低下"), DIRECTION_DOWN },
        { TEXT_WORD("縮小"), DIRECTION_DOWN },
        { TEXT_WORD("抑制"), DIRECTION_DOWN },
        { TEXT_WORD("短縮"), DIRECTION_DOWN },
        { TEXT_WORD("増加"), DIRECTION_UP },
        { TEXT_WORD("向上"), DIRECTION_UP },
        { TEXT_WORD("上昇"), DIRECTION_UP },
        { TEXT_WORD("拡大"), DIRECTION_UP },
        { TEXT_WORD("現状維持"), DIRECTION_KEEP },
        { TEXT_WORD("維持"), DIRECTION_KEEP },
    };
    static const way_word arrows[] = {
        { TEXT_WORD("↓"), DIRECTION_DOWN },
        { TEXT_WORD("↘"), DIRECTION_DOWN },
        { TEXT_WORD("↑"), DIRECTION_UP },
        { TEXT_WORD("↗"), DIRECTION_UP },
        { TEXT_WORD("→"), DIRECTION_KEEP },
    };
    static const char *const wanted[] = { "をめざす", "を目指す", "が目標",
                                          "を目標", "目標", "指標",
                                          "が望ましい", "が好ましい",
                                          "をめざす指標", "を目指す指標",
                                          "目標指標" };

    for (size_t i = 0; i < COUNT(arrows); i++)
        if (text_equal(t, arrows[i].word))
            return arrows[i].direction;
    for (size_t i = 0; i < COUNT(changes); i++)
        if (text_starts(t, changes[i].word.bytes) &&
            text_in(text_from(t, changes[i].word.length), wanted,
                    COUNT(wanted)))
            return changes[i].direction;
    return wished(t);
}

/* 縮減時間, 事故の減少数: what became less is counted, and more may be better. */
static bool counts_less(text name)
{
    static const char *const words[] = { "減", "抑制", "低下", "短縮" };

    return text_contains_one(name, words, COUNT(words));
}

/* By the last byte of such words, in front of their bracket: 標 す い 好 and
 * arrows. Most names have another. */
static bool may_be_told(text t)
{
    size_t at = t.length;

    if (glyph_may_close(t) && (unsigned char)t.bytes[at - 1] != 0xBD) {
        size_t bracket = (unsigned char)t.bytes[at - 1] < 0x80 ? 1 : 3;

        if (at <= bracket)
            return false;
        at -= bracket;
    }
    switch (at == 0 ? 0 : (unsigned char)t.bytes[at - 1]) {
    case 0x84: case 0x91: case 0x92: case 0x93: case 0x97: case 0x98:
    case 0x99: case 0xBD:
        return true;
    default:
        return false;
    }
}

/* What the last bracket of a name holds, at its end, or ※ behind other words;
 * *front is what stands before it. Empty for none. */
static text last_note(text t, text *front)
{
    size_t open = SIZE_MAX, inner = 0, end = t.length, next;
    bool closed = glyph_class_before(t, t.length) == GLYPH_CLOSE;

    if (closed)
        end = glyph_back(t, t.length);
    for (size_t at = 0; at < end; at = next) {
        glyph_class c = glyph_at(t, at, &next);

        if (c == GLYPH_OPEN || (c == GLYPH_NOTE && !closed)) {
            open = at;
            inner = next;
        }
    }
    if (open == SIZE_MAX || (!closed && !text_starts(text_from(t, open), "※")))
        return text_of("");
    *front = text_trim(text_cut(t, 0, open));
    t = text_trim(text_cut(t, inner, end));
    return text_starts(t, "※") ? text_trim(text_from(t, strlen("※"))) : t;
}

text build_name_wanted(kpi *k, text name)
{
    kpi_direction wanted;
    text said, front;

    if (!may_be_told(name))
        return name; /* as most names */
    said = last_note(name, &front);
    if (said.length == 0 || said.length > SAID_BYTES || front.length == 0 ||
        text_find(front, "\n", 0) != SIZE_MAX)
        return name;
    wanted = wanted_change(said);
    if (wanted == DIRECTION_UNKNOWN ||
        (wanted == DIRECTION_DOWN && counts_less(front)))
        return name;
    k->direction = wanted;
    return front;
}
