/*
 * kpi_name_base.c - a baseline behind an indicator's name, in its cell
 *
 *     指標                                  | 区分 | R2 | R3
 *     研修の受講者数¶基準（H30年度）：64人 | 目標 | 70 | 75
 *     ^                                     | 実績 | 71 | 73
 *     滞納率（現状R1：5.2％）               | 目標 | 5  | 4.5
 *
 * The targets stand in columns, so the cell states no more than where it
 * began.
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

/* One figure, of one year at most, and no name but such a word. */
static bool is_base(const kpi_text *items, size_t count)
{
    text name = count == 1 ? items[0].name : text_of("");

    return count == 1 && items[0].has_target && !items[0].has_baseline &&
           items[0].confidence == CONFIDENCE_HIGH && !items[0].per_year &&
           items[0].target_years.from == 0 &&
           glyph_any(name, 0, bases, BASES) == name.length;
}

text build_name_base(build *b, kpi *k, text name)
{
    size_t words, start, count = 0;
    kpi_text *items = NULL;
    text said;

    if (b->column == NULL || b->table->coded ||
        build_has(b, ROLE_BASELINE) || !glyph_has_digit(name) ||
        !text_contains_one(name, bases, BASES) ||
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
