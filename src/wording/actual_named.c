/*
 * actual_named.c - a line for each KPI of a cell, with its name in front
 *
 *     ・改善を実施した事業所数 3件      What is 実施した, or 街・道の緑, is told from a
 *     ・専門家の派遣 累計205人          sentence by the KPI's own name alone.
 */
#include "wording/actual_one.h"
#include "wording/glyph.h"

/* Without what leads a line: ・, ○, ①. */
static text without_mark(text line)
{
    size_t at = 0, next;

    if (glyph_circled(line) != 0)
        return text_trim(text_from(line, GLYPH_CIRCLED_BYTES));
    for (; at < line.length; at = next) {
        glyph_class c = glyph_at(line, at, &next);

        if (c != GLYPH_COMMA && c != GLYPH_BULLET && !glyph_is_space(c))
            break;
    }
    return text_from(line, at);
}

/* The KPI whose name a line begins with, the longest; *behind is what follows
 * it. `count` where there is none. */
static size_t named_by(const kpi_text *kpis, size_t count, text line,
                       text *behind)
{
    size_t found = count, length = 0, next;

    for (size_t i = 0; i < count; i++) {
        text name = kpis[i].label.length > 0 ? kpis[i].label : kpis[i].name;

        if (name.length <= length || name.length >= line.length ||
            !text_equal(text_cut(line, 0, name.length), name) ||
            glyph_is_letter(glyph_at(line, name.length, &next)))
            continue;
        found = i;
        length = name.length;
    }
    *behind = text_trim(text_from(line, length));
    if (glyph_at(*behind, 0, &next) == GLYPH_COLON)
        *behind = text_trim(text_from(*behind, next));
    return found;
}

/* None where a line begins with no name, or with one that has come. */
static bool parse_named(arena *a, actual_text **out, size_t *pairs,
                        size_t *count, const kpi_text *kpis, size_t kpi_count,
                        text cell)
{
    actual_text *items = NULL;
    size_t n = 0;

    *count = 0;
    for (size_t i = 0; i < kpi_count; i++)
        pairs[i] = SIZE_MAX;
    for (size_t at = 0; at < cell.length;) {
        text line = text_line(cell, &at), behind;
        actual_text *one;
        size_t which, found;

        if (line.length == 0)
            continue;
        which = named_by(kpis, kpi_count, without_mark(line), &behind);
        if (which == kpi_count || pairs[which] != SIZE_MAX)
            return true;
        if (items == NULL &&
            (items = arena_array(a, kpi_count, sizeof(*items))) == NULL)
            return false;
        if (!actual_one_parse(a, &one, &found, behind))
            return false;
        if (found != 1)
            return true;
        items[n] = *one;
        items[n].whole = line;
        pairs[which] = n++;
    }
    *out = items;
    *count = n;
    return true;
}

bool actual_text_parse_paired(arena *a, actual_text **out, size_t *pairs,
                              size_t *count, const kpi_text *kpis,
                              size_t kpi_count, text cell)
{
    *count = 0;
    if (kpi_count > 1 &&
        !parse_named(a, out, pairs, count, kpis, kpi_count, cell))
        return false;
    if (*count > 0)
        return true;
    if (!actual_text_parse(a, out, count, cell))
        return false;
    actual_text_pair(pairs, kpis, kpi_count, *out, *count);
    return true;
}
