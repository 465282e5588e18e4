/*
 * kpi_way_mark.c - a mark at an indicator's name that a note explains
 */
#include "ingest/kpi/kpi_way_parts.h"

#include "wording/figure_mark.h"
#include "wording/glyph.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

enum { WORD_GLYPHS = 4 };

static bool is_sign(uint32_t c)
{
    switch (glyph_class_of(c)) {
    case GLYPH_NOTE: case GLYPH_BULLET: case GLYPH_ARROW:
        return true;
    default:
        return c == '*' || c == '#' || c == 0x2020 || /* † */
               figure_mark_is_triangle(c);
    }
}

/* What brackets hold: one sign, or a word for a way. */
static bool is_core(way_mark *out, text inner)
{
    static const char *const words[] = {
        "減", "減少", "逆", "低", "低下", "下", "マイナス", "増", "増加", "高",
        "上", "上昇", "向上", "維持", "-", "－", "+", "＋",
    };
    size_t at = 0;

    if (inner.length == 0)
        return false;
    out->core = inner;
    out->word = !is_sign(glyph_next(inner, &at)) || at < inner.length;
    return !out->word || text_in(inner, words, COUNT(words));
}

/* What is_core() knows ends so. */
bool kpi_way_may_hold(text name, size_t close)
{
    const unsigned char *b = (const unsigned char *)name.bytes + close;

    if (close < 4 || b[-1] < 0x80)
        return close > 1 && (b[-1] == '-' || b[-1] == '+' || b[-1] == '*' ||
                             b[-1] == '#');
    switch (b[-2] << 8 | b[-1]) {
    case 0xB89B: case 0xB091: case 0x8086: case 0xBD8E: /* 減 少 逆 低 */
    case 0xB88B: case 0x82B9: case 0xA297: case 0x8AA0: /* 下 ス 増 加 */
    case 0xAB98: case 0xB88A: case 0x9887: case 0x8C81: /* 高 上 昇 持 */
        return true;
    default:
        return b[-3] == 0xE2 || b[-3] == 0xEF;
    }
}

/* Behind an opening bracket that holds the letters before `close`, which are
 * few; 0: none does. */
static size_t opened_before(text name, size_t close)
{
    size_t at = close;

    for (int n = 0; n < WORD_GLYPHS && at > 1; n++) {
        at = glyph_back(name, at);
        if (glyph_class_before(name, at) == GLYPH_OPEN)
            return at;
    }
    return 0;
}

bool kpi_way_mark_behind(way_mark *out, text name)
{
    size_t end = name.length, close, at;

    if (end <= 3)
        return false;
    if (glyph_may_close(name)) {
        close = end - (name.bytes[end - 1] & 0x80 ? 3 : 1);
        if (glyph_class_before(name, end) != GLYPH_CLOSE)
            return false;
        at = opened_before(name, close);
        if (at == 0 || !is_core(out, text_cut(name, at, close)))
            return false;
        at = glyph_back(name, at);
    } else {
        at = glyph_back(name, end);
        if (!is_core(out, text_from(name, at)) || out->word)
            return false;
    }
    out->rest = text_trim(text_cut(name, 0, at));
    return out->rest.length > 0;
}

bool kpi_way_mark_front(way_mark *out, text name)
{
    size_t next, at, end;

    if (name.length <= 3)
        return false;
    if (glyph_at(name, 0, &next) == GLYPH_OPEN) {
        at = end = next;
        for (int n = 0; n <= WORD_GLYPHS && end < name.length; n++) {
            if (glyph_at(name, end, &at) == GLYPH_CLOSE)
                break;
            end = at;
        }
        if (glyph_at(name, end, &at) != GLYPH_CLOSE ||
            !is_core(out, text_cut(name, next, end)))
            return false;
    } else {
        at = next;
        if (!is_core(out, text_cut(name, 0, next)) || out->word)
            return false;
    }
    out->rest = text_trim(text_from(name, at));
    return out->rest.length > 0;
}

text kpi_way_mark_cut(reader *r, kpi *k, text name)
{
    way_mark mark;
    kpi_direction way;

    r->ways.marked = true;
    if (!kpi_way_mark_behind(&mark, name) && !kpi_way_mark_front(&mark, name))
        return name;
    way = kpi_way_explained(r, &mark);
    if (way == DIRECTION_UNKNOWN)
        return name;
    k->direction = way;
    return mark.rest;
}

kpi_direction kpi_way_of_mark(reader *r, text t)
{
    way_mark mark;

    return is_core(&mark, t) ? kpi_way_explained(r, &mark)
                             : DIRECTION_UNKNOWN;
}
