/*
 * kpi_name_wanted.c - the change that is wanted, behind an indicator's name
 *
 *     指標                              | 目標値 | 実績値
 *     家庭ごみの排出量　【減少をめざす】 | 510    | 517
 *     待機児童数（少ないほど良い）      | 0      | 3
 *     用紙の枚数（千枚）　※減少目標     | 46     | 51
 *     苦情の件数（↓）                  | 5      | 9
 *
 * A note of the sheet may explain a mark there, see kpi_way_note.h.
 */
#include "ingest/kpi/kpi_build.h"
#include "ingest/kpi/kpi_parts.h"
#include "ingest/kpi/kpi_way_note.h"
#include "ingest/kpi/kpi_wish.h"

#include <string.h>

#include "wording/glyph.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

enum { SAID_BYTES = 60 };

/* 減少が望ましい, 低いほどよい anywhere in words. */
bool kpi_wants_less(text t)
{
    wish w;

    return wish_find(&w, t, 0) && w.good && w.direction == DIRECTION_DOWN;
}

/* 減少をめざす, 維持が目標, ↓: a change, that it is wanted, and no more. */
static kpi_direction wanted_change(text t)
{
    static const struct way_arrow {
        text word;
        kpi_direction direction;
    } arrows[] = {
        { TEXT_WORD("↓"), DIRECTION_DOWN },
        { TEXT_WORD("↘"), DIRECTION_DOWN },
        { TEXT_WORD("↑"), DIRECTION_UP },
        { TEXT_WORD("↗"), DIRECTION_UP },
        { TEXT_WORD("→"), DIRECTION_KEEP },
    };
    static const char *const tails[] = { "", "す", "しい", "い", "とする",
                                         "指標", "す指標", "しい指標",
                                         "い指標", "とする指標" };
    wish w;

    for (size_t i = 0; i < COUNT(arrows); i++)
        if (text_equal(t, arrows[i].word))
            return arrows[i].direction;
    return wish_find(&w, t, 0) &&
                   (w.good || (w.start == 0 && text_in(text_from(t, w.end),
                                                       tails, COUNT(tails))))
               ? w.direction : DIRECTION_UNKNOWN;
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

text build_name_wanted(reader *r, kpi *k, text name)
{
    kpi_direction wanted;
    text said, front;

    if (kpi_way_may_mark(name))
        name = kpi_way_mark_cut(r, k, name);
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
