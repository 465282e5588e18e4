/*
 * actual_cell.c - an actual's cell: parts that numbers or lines tell apart,
 * else one text
 */
#include "wording/actual_numbered.h"
#include "wording/actual_one.h"
#include "wording/glyph.h"
#include "wording/kpi_name.h"

enum { LINES_MOST = 20 };

/* ①26人 ②調査中: each number's words alone. None where one of them is no
 * single actual. */
static bool parse_numbered(arena *a, actual_text **out, size_t *count,
                           text cell)
{
    numbered_part parts[NUMBERED_MAX];
    size_t n = actual_numbered_split(parts, cell);
    actual_text *items = arena_array(a, n + 1, sizeof(*items));

    *count = 0;
    if (items == NULL)
        return false;
    for (size_t i = 0; i < n; i++) {
        actual_text *one;
        size_t found;

        if (!actual_one_parse(a, &one, &found, parts[i].words))
            return false;
        if (!actual_numbered_stands(one, found, parts[i].words))
            return true;
        items[i] = *one;
        items[i].number = parts[i].number;
        items[i].whole = parts[i].whole;
    }
    *out = items;
    *count = n;
    return true;
}

/* 相談件数　調査中: a name, a gap and why there is no figure. */
static bool lacks_figure(actual_text *out, text line)
{
    for (size_t at = line.length; at > 0;) {
        size_t gap = glyph_back(line, at), next;
        text name = text_trim(text_cut(line, 0, gap)), behind, words;
        figure_state state;

        words = text_trim(text_from(line, at));
        if (!glyph_is_space(glyph_at(line, gap, &next)) ||
            words.length == 0) {
            at = gap;
            continue;
        }
        at = gap;
        state = no_number_state(words);
        if (state == STATE_TEXT || state == STATE_BLANK ||
            no_number_state(name) != STATE_TEXT || !glyph_has_letter(name) ||
            glyph_colon(name, &behind) != SIZE_MAX)
            continue;
        *out = (actual_text){ .label = kpi_name_trim(name), .state = state,
                              .whole = line, .remark = words };
        out->figure.unit = out->figure.qualifier = text_of("");
        out->increase.unit = out->increase.qualifier = text_of("");
        return true;
    }
    return false;
}

/* 相談件数　調査中 above 承認件数　24件: a name in front of each, and one of them
 * at least without a figure. None where a line says something else. */
static bool parse_named(arena *a, actual_text **out, size_t *count, text cell)
{
    actual_text *items = NULL;
    size_t n = 0, lacking = 0;

    *count = 0;
    for (size_t at = 0; at < cell.length;) {
        text line = text_line(cell, &at);
        actual_text *one, lack;
        size_t found = 0;

        if (line.length == 0)
            continue;
        if (items == NULL &&
            (items = arena_array(a, LINES_MOST, sizeof(*items))) == NULL)
            return false;
        if (n == LINES_MOST)
            return true;
        if (lacks_figure(&lack, line)) {
            items[n++] = lack;
            lacking++;
            continue;
        }
        if (!actual_one_parse(a, &one, &found, line))
            return false;
        if (found != 1 || !one->has_value || one->label.length == 0)
            return true;
        items[n++] = *one;
    }
    if (lacking > 0 && lacking < n) {
        *out = items;
        *count = n;
    }
    return true;
}

static bool begins_numbered(text t)
{
    return text_starts(t, "①") || text_starts(t, "❶") ||
           text_starts(t, "ア") || text_starts(t, "(1)") ||
           text_starts(t, "（1）") || text_starts(t, "（１）");
}

bool actual_text_parse(arena *a, actual_text **out, size_t *count, text cell)
{
    text t = text_trim(cell);

    *out = NULL;
    *count = 0;
    if (begins_numbered(t) && !parse_numbered(a, out, count, cell))
        return false;
    if (*count == 0 && text_find(t, "\n", 0) != SIZE_MAX &&
        !parse_named(a, out, count, t))
        return false;
    return *count > 0 || actual_one_parse(a, out, count, cell);
}
