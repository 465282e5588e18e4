/*
 * kpi_wish.c - a change, particles, and that it is wanted
 */
#include "ingest/kpi/kpi_wish.h"

#include "wording/glyph.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

enum { PARTICLES_MOST = 6 };

static const struct change_word {
    const char *word;
    kpi_direction direction;
} changes[] = {
    { "減少", DIRECTION_DOWN },   { "削減", DIRECTION_DOWN },
    { "低減", DIRECTION_DOWN },   { "縮減", DIRECTION_DOWN },
    { "軽減", DIRECTION_DOWN },   { "低下", DIRECTION_DOWN },
    { "縮小", DIRECTION_DOWN },   { "抑制", DIRECTION_DOWN },
    { "短縮", DIRECTION_DOWN },   { "減ら", DIRECTION_DOWN },
    { "減る", DIRECTION_DOWN },   { "下げ", DIRECTION_DOWN },
    { "下が", DIRECTION_DOWN },   { "抑え", DIRECTION_DOWN },
    { "縮め", DIRECTION_DOWN },   { "少な", DIRECTION_DOWN },
    { "低い", DIRECTION_DOWN },   { "低く", DIRECTION_DOWN },
    { "小さ", DIRECTION_DOWN },   { "短い", DIRECTION_DOWN },
    { "短く", DIRECTION_DOWN },   { "逆", DIRECTION_DOWN },
    { "増加", DIRECTION_UP },     { "向上", DIRECTION_UP },
    { "上昇", DIRECTION_UP },     { "拡大", DIRECTION_UP },
    { "増や", DIRECTION_UP },     { "増え", DIRECTION_UP },
    { "上げ", DIRECTION_UP },     { "上が", DIRECTION_UP },
    { "伸ば", DIRECTION_UP },     { "高め", DIRECTION_UP },
    { "多い", DIRECTION_UP },     { "多く", DIRECTION_UP },
    { "高い", DIRECTION_UP },     { "高く", DIRECTION_UP },
    { "大きい", DIRECTION_UP },   { "大きく", DIRECTION_UP },
    { "現状維持", DIRECTION_KEEP }, { "維持", DIRECTION_KEEP },
};

/* Behind the change: its ending, and what leads to the wish. */
static const char *const particles[] = {
    "する", "させる", "すべき", "べき", "した方", "したほう", "こと", "ほど",
    "程", "方", "ほう", "が", "を", "の", "は", "い", "く", "す", "る", "なる",
    "なった",
};

/* 減らすことを目標とする, 小さいほど良い */
static const char *const aims[] = { "目標", "目指", "めざ", "目的", "改善" };
static const char *const better[] = { "望まし", "好まし", "良", "よい", "よく",
                                      "優れ" };
/* 減少指標, 減少させる指標, 増加型: what such indicators are called. */
static const char *const called[] = { "指標", "型", "目標" };
/* 望ましくない, 目指さない */
static const char *const denied[] = { "くない", "くな", "さない", "さず",
                                      "ではない", "とはしない", "としない" };

/* Behind `count` particles at most; *causes: させる is the last. */
static size_t skip_particles(text t, size_t at, bool *any, bool *causes)
{
    size_t size = 1;

    for (int most = PARTICLES_MOST; most > 0 && size > 0; most--) {
        size = glyph_any(t, at, particles, COUNT(particles));
        if (size > 0) {
            *any = true;
            *causes = glyph_word(t, at, "させる") > 0 ||
                      glyph_word(t, at, "べき") > 0;
        }
        at += size;
    }
    return at;
}

/* Is the change of `w`, which ends there, wanted? Then it ends behind that. */
static bool is_wanted(wish *w, text t)
{
    bool any = false, causes = false;
    bool reversed = text_is(text_cut(t, w->start, w->end), "逆");
    size_t from = skip_particles(t, w->end, &any, &causes), size = 0;

    if (!reversed) {
        size = glyph_any(t, from, better, COUNT(better));
        w->good = size > 0;
        if (size == 0)
            size = glyph_any(t, from, aims, COUNT(aims));
    }
    if (size == 0 && (!any || causes))
        size = glyph_any(t, from, called, COUNT(called));
    w->end = from + size;
    return size > 0 && glyph_any(t, w->end, denied, COUNT(denied)) == 0;
}

bool wish_find(wish *out, text t, size_t from)
{
    size_t next;

    for (size_t at = from; at < t.length; at = next) {
        if (glyph_at(t, at, &next) != GLYPH_KANJI)
            continue;
        for (size_t i = 0; i < COUNT(changes); i++) {
            size_t size = glyph_word(t, at, changes[i].word);

            *out = (wish){ changes[i].direction, at, at + size, false };
            if (size > 0 && is_wanted(out, t))
                return true;
        }
    }
    return false;
}
