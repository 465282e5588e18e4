/*
 * year_words.c - a cell that names the year of each of its figures
 */
#include "ingest/year_words.h"

#include <string.h>

#include "wording/glyph.h"

static bool ends_with_separator(text line)
{
    glyph_class c = glyph_class_before(line, line.length);

    return c == GLYPH_SLASH || c == GLYPH_COMMA;
}

/* Where the next year's words begin: on a line, or behind ／ 、 or a space
 * with the year's own mark; what names no year goes on with the one before. */
static size_t next_year(text t, size_t at, int context)
{
    size_t next;

    for (; at < t.length; at = next) {
        glyph_class c = glyph_at(t, at, &next);
        year_span years = { 0 };
        bool line = c == GLYPH_BREAK;

        if (!line && c != GLYPH_SLASH && c != GLYPH_COMMA && c != GLYPH_SPACE)
            continue;
        if ((line ? fiscal_year_read(&years, t, next, context)
                  : fiscal_year_read_marked(&years, t, next, context)) > 0 &&
            years.from == 0 && years.to != 0)
            return next;
        /* of H27　－, with no figure, the dash opens no range */
        if (line && years.open)
            return next;
    }
    return t.length;
}

/* H27　—: a year without a figure, where a dash right behind it is a range
 * that does not end. */
static size_t read_dashed(year_span *years, text line, int context)
{
    size_t at = 0, next, used;

    while (at < line.length && glyph_at(line, at, &next) != GLYPH_SPACE)
        at = next;
    used = fiscal_year_read(years, text_cut(line, 0, at), 0, context);
    next = glyph_skip(line, at, false);
    return used == at && next < line.length &&
                   glyph_at(line, next, &next) == GLYPH_DASH &&
                   next == line.length
               ? used
               : 0;
}

bool year_words_next(year_span *years, text *rest, text t, size_t *at,
                     int context_year)
{
    size_t end = next_year(t, *at, context_year), used;
    text line = text_trim(text_cut(t, *at, end));

    while (line.length > 0 && ends_with_separator(line))
        line = text_trim(text_cut(line, 0, glyph_back(line, line.length)));
    *at = end;
    used = fiscal_year_read(years, line, 0, context_year);
    if (used > 0 && years->open)
        used = read_dashed(years, line, context_year);
    *rest = text_trim(text_from(line, used));
    if (used == 0 || years->to == 0 || years->from != 0)
        return false;
    while (text_starts(*rest, "：") || text_starts(*rest, ":"))
        *rest = text_trim(text_from(*rest, text_starts(*rest, ":")
                                               ? 1
                                               : strlen("：")));
    return rest->length > 0;
}
