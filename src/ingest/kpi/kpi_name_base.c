/*
 * kpi_name_base.c - a baseline behind an indicator's name, in its cell
 *
 *     指標                                  | 区分 | R2 | R3
 *     研修の受講者数¶基準（H30年度）：64人 | 目標 | 70 | 75
 *     ^                                     | 実績 | 71 | 73
 *     滞納率（現状R1：5.2％）               | 目標 | 5  | 4.5
 *
 * The targets stand in columns, so the cell states no more than where it
 * began. Below 指標と現状値 no word stands in front of it: 耐震化率¶【R4】82.1％.
 */
#include "ingest/kpi/kpi_parts.h"
#include "wording/glyph.h"

static const char *const bases[] = {
    "計画策定時", "策定時", "基準年度", "基準値", "基準", "現状値", "現状",
    "現況値", "現況", "当初値", "初期値"
};
enum { BASES = sizeof(bases) / sizeof(*bases) };

/* May a part of the cell begin behind such a character? */
static bool parts(glyph_class c)
{
    return c == GLYPH_OPEN || c == GLYPH_NOTE || glyph_is_space(c);
}

/* Where what is said of the baseline begins, with its bracket or ※, and in
 * *words its first word; SIZE_MAX for none. */
static size_t find_base(text t, size_t *words)
{
    size_t next;

    for (size_t at = 1; at < t.length; at = next) {
        glyph_class c = glyph_class_before(t, at);

        *words = at;
        if (parts(c) && glyph_any(t, at, bases, BASES) > 0)
            return glyph_is_space(c) ? at : glyph_back(t, at);
        glyph_at(t, at, &next);
    }
    return SIZE_MAX;
}

/* （…） holds all from `at` on: without its end. */
static bool without_close(text t, size_t at, text *inner)
{
    *inner = text_from(t, at);
    if (glyph_class_before(t, at) != GLYPH_OPEN)
        return true;
    if (glyph_class_before(t, t.length) != GLYPH_CLOSE)
        return false;
    inner->length = glyph_back(t, t.length) - at;
    return true;
}

/* One figure, of one year at most. */
static bool is_figure(const kpi_text *items, size_t count)
{
    return count == 1 && items[0].has_target && !items[0].has_baseline &&
           !items[0].per_year && items[0].target_years.from == 0;
}

/* Such a figure, and no name but the word in front of it. */
static bool is_base(const kpi_text *items, size_t count)
{
    return is_figure(items, count) &&
           items[0].confidence == CONFIDENCE_HIGH &&
           glyph_any(items[0].name, 0, bases, BASES) == items[0].name.length;
}

/* Below 指標と現状値, a name and a figure. */
static text headed_base(build *b, kpi *k, text name)
{
    size_t count = 0;
    kpi_text *items = NULL;

    if (!kpi_text_parse(b->reader->memory, &items, &count, name,
                        b->reader->context_year)) {
        b->reader->failed = true;
        return name;
    }
    if (!is_figure(items, count) || !build_figure_apart(&items[0], true))
        return name;
    items[0].has_baseline = true;
    items[0].baseline_years = items[0].target_years;
    build_header_years(b, items, count);
    build_baseline(b, k, &items[0].target, &items[0].baseline_years, true,
                   name);
    return items[0].name;
}

text build_name_base(build *b, kpi *k, text name)
{
    size_t words, start, count = 0;
    kpi_text *items = NULL;
    text said;

    if (b->column == NULL || b->table->coded ||
        build_has(b, ROLE_BASELINE) || !glyph_has_digit(name))
        return name;
    if (build_header_says(b, bases, BASES))
        return headed_base(b, k, name);
    if (!text_contains_one(name, bases, BASES) ||
        (start = find_base(name, &words)) == SIZE_MAX ||
        !without_close(name, words, &said))
        return name;
    if (!kpi_text_parse(b->reader->memory, &items, &count, said,
                        b->reader->context_year)) {
        b->reader->failed = true;
        return name;
    }
    if (!is_base(items, count))
        return name;
    build_baseline(b, k, &items[0].target, &items[0].target_years, true,
                   said);
    return text_trim(text_cut(name, 0, start));
}
