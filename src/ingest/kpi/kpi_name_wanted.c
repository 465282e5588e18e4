/*
 * kpi_name_wanted.c - the change that is wanted, behind an indicator's name
 *
 *     指標                              | 目標値 | 実績値
 *     家庭ごみの排出量　【減少をめざす】 | 510    | 517
 *     待機児童数（少ないほど良い）      | 0      | 3
 */
#include "ingest/kpi/kpi_build.h"
#include "ingest/kpi/kpi_parts.h"
#include "wording/glyph.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

enum { SAID_BYTES = 60 };

bool kpi_wants_less(text t)
{
    static const char *const words[] = { "減少が", "低下が", "少ないほど",
                                         "低いほど", "小さいほど",
                                         "短いほど" };
    static const char *const good[] = { "望ましい", "好ましい", "よい", "良い",
                                        "良好" };

    for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
        size_t at = text_find(t, words[i], 0);
        text rest = at == SIZE_MAX ? text_of("")
                                   : text_from(t, at + strlen(words[i]));

        for (size_t n = 0; n < sizeof(good) / sizeof(*good); n++)
            if (text_starts(rest, good[n]))
                return true;
    }
    return false;
}

/* 減少をめざす, 維持が目標: a change, that it is wanted, and no more. */
static kpi_direction wanted_change(text t)
{
    static const struct {
        const char *word;
        kpi_direction direction;
    } changes[] = {
        { "減少", DIRECTION_DOWN },     { "削減", DIRECTION_DOWN },
        { "低減", DIRECTION_DOWN },     { "低下", DIRECTION_DOWN },
        { "縮小", DIRECTION_DOWN },     { "抑制", DIRECTION_DOWN },
        { "短縮", DIRECTION_DOWN },     { "増加", DIRECTION_UP },
        { "向上", DIRECTION_UP },       { "上昇", DIRECTION_UP },
        { "拡大", DIRECTION_UP },       { "現状維持", DIRECTION_KEEP },
        { "維持", DIRECTION_KEEP },
    };
    static const char *const wanted[] = { "をめざす", "を目指す", "が目標",
                                          "を目標", "目標", "が望ましい",
                                          "が好ましい", "をめざす指標",
                                          "を目指す指標", "目標指標" };

    for (size_t i = 0; i < COUNT(changes); i++)
        if (text_starts(t, changes[i].word) &&
            text_in(text_from(t, text_of(changes[i].word).length), wanted,
                    COUNT(wanted)))
            return changes[i].direction;
    return kpi_wants_less(t) ? DIRECTION_DOWN : DIRECTION_UNKNOWN;
}

text build_name_wanted(kpi *k, text name)
{
    size_t at = name.length;
    kpi_direction wanted;
    text said;

    if (!text_ends(name, "）") && !text_ends(name, "】") &&
        !text_ends(name, ")") && !text_ends(name, "〕"))
        return name; /* as most names */
    while (at > 0 && glyph_class_before(name, at) != GLYPH_OPEN)
        at = glyph_back(name, at); /* the last bracket alone */
    at = at > 0 ? glyph_back(name, at) : 0;
    if (at == 0 || !glyph_bracketed(name, at, &said) ||
        said.length > SAID_BYTES)
        return name;
    wanted = wanted_change(text_trim(said));
    if (wanted == DIRECTION_UNKNOWN)
        return name;
    k->direction = wanted;
    return text_trim(text_cut(name, 0, at));
}
