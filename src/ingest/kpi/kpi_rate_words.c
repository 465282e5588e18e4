/*
 * kpi_rate_words.c - a rate behind the figures of an indicator, in their cell
 *
 *     来場者数：60人（R4）、70人（R5）　達成率77.8％
 *     R4：60人、R5：70人（R5達成率77.8％）
 *     70人（達成率77.8％）
 *     70人（77.8％）                     below 実績（達成率）, or a note says
 *                                        （　）内は達成率
 */
#include "ingest/kpi/kpi_parts.h"

#include <string.h>

#include "ingest/reader/bracket_note.h"
#include "wording/glyph.h"
#include "wording/units.h"

enum { LABEL_BYTES = 45 };

static bool is_percent(text t, size_t at, size_t *next)
{
    *next = at;
    return at < t.length && glyph_next(t, next) == '%';
}

/* Behind the digits of a figure that is a percentage; 0. */
static size_t percent_end(text t, size_t at)
{
    size_t next;

    static const char *const points[] = { ".", "．", ",", "，" };

    while (glyph_at(t, at, &next) == GLYPH_DIGIT ||
           glyph_any(t, at, points, sizeof(points) / sizeof(*points)) != 0)
        at = next;
    return is_percent(t, at, &next) ? next : 0;
}

/* Behind R5 of R5達成率, where the rate is of that year; else where it was. */
static size_t skip_year(const build *b, text t, size_t at, int year)
{
    year_span years = { 0 };
    size_t size = fiscal_year_read(&years, t, at, b->reader->context_year);

    return size > 0 && years.from == 0 && years.to == year ? at + size : at;
}

size_t build_rate_words(const build *b, text t, size_t at, int year,
                        text *rate)
{
    size_t next, from, digit;
    glyph_class c;
    bool open = false;
    text label, behind;

    *rate = text_of("");
    for (c = glyph_at(t, at, &next);
         glyph_is_space(c) || c == GLYPH_COMMA || c == GLYPH_OPEN;
         c = glyph_at(t, at, &next)) {
        open = open || c == GLYPH_OPEN;
        at = next;
    }
    at = skip_year(b, t, at, year);
    for (from = digit = at; digit - from <= LABEL_BYTES; digit = next) {
        c = glyph_at(t, digit, &next);
        if (c == GLYPH_DIGIT)
            break;
        if (c == GLYPH_END || c == GLYPH_BREAK || c == GLYPH_COMMA ||
            c == GLYPH_OPEN || c == GLYPH_CLOSE)
            return 0;
    }
    label = text_trim(text_cut(t, from, digit));
    if (glyph_colon(label, &behind) != SIZE_MAX)
        label = text_trim(text_cut(label, 0, glyph_colon(label, &behind)));
    next = label.length == 0 ? 0 : percent_end(t, digit);
    if (next == 0 ||
        header_roles_find(b->reader->roles, label, b->reader->context_year)
                ->role != ROLE_RATE)
        return 0;
    *rate = text_cut(t, digit, next);
    at = next;
    return open && glyph_at(t, at, &next) == GLYPH_CLOSE ? next : at;
}

/* The last bracket that opens in a text, SIZE_MAX for none; *inside is behind
 * it. */
static size_t last_open(text t, size_t *inside)
{
    size_t last = SIZE_MAX, next;

    for (size_t at = 0; at < t.length; at = next)
        if (glyph_at(t, at, &next) == GLYPH_OPEN) {
            last = at;
            *inside = next;
        }
    return last;
}

text build_cut_rate(const build *b, text words, int year, text *rate)
{
    size_t end = words.length, next;

    *rate = text_of("");
    if (glyph_class_before(words, end) == GLYPH_CLOSE)
        end = glyph_back(words, end);
    if (end == 0 || !is_percent(words, glyph_back(words, end), &next))
        return words;
    for (size_t at = 0; at < words.length; at = next) {
        glyph_class c = glyph_at(words, at, &next);

        if ((c == GLYPH_OPEN || glyph_is_space(c)) &&
            build_rate_words(b, words, at, year, rate) == words.length)
            return text_trim(text_cut(words, 0, at));
    }
    *rate = text_of("");
    return words;
}

/* Has the indicator of an item a rate of a later year too? */
static bool is_older(const build_dated *items, size_t count, size_t i)
{
    for (size_t n = 0; n < count; n++)
        if (items[n].kpi == items[i].kpi && items[n].rate.length > 0 &&
            items[n].years.to > items[i].years.to)
            return true;
    return false;
}

void build_dated_rates(build *b, const kpi_list *list,
                       const build_dated *items, size_t count, uint32_t row,
                       uint32_t col)
{
    for (size_t i = 0; i < count; i++) {
        size_t n = items[i].kpi < 0 ? 0 : (size_t)items[i].kpi;

        if (items[i].rate.length > 0 && !is_older(items, count, i) &&
            (items[i].kpi >= 0 || list->count == 1))
            build_labelled_rate(b, &list->items[n], items[i].rate,
                                view_place(&b->reader->view, row, col));
    }
}

/* The newest year's actuals, of those with a rate behind each where it is
 * `rated`; NULL for none. */
static const table_column *newest_actuals(const build *b, bool rated)
{
    const table_column *newest = NULL;

    for (size_t i = 0; i < b->table->count; i++) {
        const table_column *k = &b->table->columns[i];
        uint32_t row;

        if (k->role == ROLE_ACTUAL && build_mine(b, k) &&
            (!rated || table_column_is_rated(k)) &&
            (newest == NULL || k->years.to > newest->years.to) &&
            build_filled(b, k->col, &row))
            newest = k;
    }
    return newest;
}

/* 145人（達成率 58.0％）: the bracket itself says it. */
static void named_rate(build *b, kpi *k, text t, int year, place where)
{
    text rate;

    build_cut_rate(b, t, year, &rate);
    if (rate.length > 0 && !build_has_lines(b) &&
        build_year_column(b) == NULL)
        build_labelled_rate(b, k, rate, where);
}

void build_bracketed_rate(build *b, kpi *k)
{
    bool rated = b->table->rated;
    const table_column *column = newest_actuals(b, rated);
    size_t inside, end;
    uint32_t row;
    text t;

    if (column == NULL || !build_filled(b, column->col, &row))
        return;
    t = view_text(&b->reader->view, row, column->col);
    if (glyph_class_before(t, t.length) == GLYPH_CLOSE && !rated &&
        !bracket_note_rate(b->reader)) {
        named_rate(b, k, t, column->years.to,
                   view_place(&b->reader->view, row, column->col));
        return;
    }
    if (glyph_class_before(t, t.length) != GLYPH_CLOSE ||
        last_open(t, &inside) == SIZE_MAX)
        return;
    t = text_trim(text_cut(t, inside, glyph_back(t, t.length)));
    if (!rated && (t.length == 0 ||
                   !is_percent(t, glyph_back(t, t.length), &end)))
        return;
    build_labelled_rate(b, k, t,
                        view_place(&b->reader->view, row, column->col));
}

void build_said_rate(const build *b, text *reached, text *rate)
{
    size_t gap = reached->length, end = gap;
    text front, behind;
    figure f;

    if (rate->length > 0 || b->column == NULL ||
        strstr(b->column->header, "達成率") == NULL)
        return;
    if (glyph_class_before(*reached, end) == GLYPH_CLOSE)
        end = glyph_back(*reached, end);
    for (gap = end; gap > 0; gap = glyph_back(*reached, gap)) {
        glyph_class c = glyph_class_before(*reached, gap);

        if (end < reached->length ? c == GLYPH_OPEN : glyph_is_space(c))
            break;
    }
    behind = text_cut(*reached, gap, end);
    front = text_cut(*reached, 0, gap);
    if (gap > 0 && end < reached->length)
        front = text_cut(front, 0, glyph_back(front, gap));
    front = text_trim(front);
    if (front.length == 0 ||
        !number_text_parse(b->reader->memory, &f, behind) ||
        !units_is_percent(f.unit) ||
        !number_text_parse(b->reader->memory, &f, front))
        return;
    *reached = front;
    *rate = behind;
}
