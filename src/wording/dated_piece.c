/*
 * dated_piece.c - several years in one value: 60人（R4）、70人（R5）
 */
#include "wording/dated_piece.h"

#include "wording/fiscal_year.h"
#include "wording/glyph.h"
#include "wording/kpi_stated.h"

enum { PIECE_MOST = 120 };

/* 、 ／ or a space parts values, but no ・, and no comma between digits. */
static bool parts(text t, size_t at, size_t next)
{
    size_t behind;
    text rest = text_from(t, at);
    glyph_class c = glyph_at(t, at, &behind);

    return glyph_is_space(c) || c == GLYPH_SLASH ||
           (c == GLYPH_COMMA &&
            (text_starts(rest, "、") || text_starts(rest, "；") ||
             (!text_starts(rest, "・") &&
              glyph_at(t, next, &behind) != GLYPH_DIGIT)));
}

/* R3, R3年度末, R3実績: one year and words that say no more. */
static bool is_year(text t, int context_year, int *year)
{
    static const char *const rest[] = { "", "末", "年度末", "実績", "実績値",
                                        "末実績", "年度" };
    year_span span = { 0 };
    size_t end = fiscal_year_read(&span, t, 0, context_year);

    if (end == 0 || span.from != 0 || span.to == 0 || span.open ||
        span.until || span.mean ||
        !text_in(text_trim(text_from(t, end)), rest,
                 sizeof(rest) / sizeof(*rest)))
        return false;
    *year = span.to;
    return true;
}

/* 平成27年度132万人, R5は－: the year in front, and what stands behind it. */
static bool year_in_front(text t, text *year, int *fiscal_year, text *value,
                          int context_year)
{
    static const char *const links[] = { "末時点", "末", "実績値", "実績",
                                         "は", "：", ":" };
    year_span span = { 0 };
    size_t end = fiscal_year_read(&span, t, 0, context_year);

    if (end == 0 || end == t.length)
        return false;
    *year = text_cut(t, 0, end);
    *value = text_trim(text_from(t, end));
    for (size_t i = 0; i < sizeof(links) / sizeof(*links); i++)
        if (text_starts(*value, links[i]))
            *value = text_trim(text_from(*value, strlen(links[i])));
    return is_year(*year, context_year, fiscal_year) &&
           kpi_stated_is_value(*value, 0);
}

bool dated_piece_is(text t, int context_year)
{
    text year, value;
    int fiscal_year;

    return fiscal_year_may_begin(t, 0) &&
           year_in_front(t, &year, &fiscal_year, &value, context_year);
}

text dated_piece_next(text *rest, text *year, int *fiscal_year,
                      int context_year)
{
    size_t next, end = glyph_piece_end(*rest, &next, parts), at;
    text t = text_trim(text_cut(*rest, 0, end)), value;

    if (end < rest->length && is_year(t, context_year, fiscal_year)) {
        /* 平成27年度　132万人 */
        *year = t;
        *rest = text_trim(text_from(*rest, next));
        end = glyph_piece_end(*rest, &next, parts);
        t = text_trim(text_cut(*rest, 0, end));
        *rest = text_trim(text_from(*rest, next));
        return t;
    }
    *rest = text_trim(text_from(*rest, next));
    *fiscal_year = 0;
    if (t.length == 0 || t.length > PIECE_MOST)
        return t;
    if (year_in_front(t, year, fiscal_year, &value, context_year))
        return value;
    *fiscal_year = 0;
    if (glyph_class_before(t, t.length) == GLYPH_CLOSE) {
        at = t.length;
        while (at > 0 && glyph_class_before(t, at) != GLYPH_OPEN)
            at = glyph_back(t, at);
        *year = text_trim(text_cut(t, at, glyph_back(t, t.length)));
        if (at > 0 && is_year(*year, context_year, fiscal_year))
            return text_trim(text_cut(t, 0, glyph_back(t, at)));
    }
    at = glyph_colon(t, &value);
    if (at != SIZE_MAX) {
        *year = text_trim(text_cut(t, 0, at));
        if (is_year(*year, context_year, fiscal_year))
            return value;
    }
    return t;
}
