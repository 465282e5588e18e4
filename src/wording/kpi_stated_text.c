/*
 * kpi_stated_text.c - KPIs of a text that states what their targets came to
 */
#include "wording/glyph.h"
#include "wording/kpi_name.h"
#include "wording/kpi_stated.h"

/* 来場者数：現状 50人→目標 90人（R6）: what is planned, without the rest. */
static text planned_text(arena *a, const kpi_stated *s)
{
    bool dated = s->target_year.length > 0, began = s->baseline.length > 0;

    return text_of(arena_printf(
        a, "%.*s%s%s%.*s%s目標 %.*s%s%.*s%s", (int)s->name.length,
        s->name.bytes, s->name.length > 0 ? "：" : "", began ? "現状 " : "",
        (int)s->baseline.length, s->baseline.bytes, began ? "→" : "",
        (int)s->target.length, s->target.bytes, dated ? "（" : "",
        (int)s->target_year.length, s->target_year.bytes,
        dated ? "）" : ""));
}

/* Where a part of the cell stands in it, not in the text that was made. */
static void move_figure(figure *f, text part, text cell, size_t made)
{
    size_t length = f->end - f->start;

    if (f->start < made)
        return;
    f->start = (size_t)(part.bytes - cell.bytes) + f->start - made;
    f->end = f->start + length;
}

static bool read_one(arena *a, kpi_text *out, const kpi_stated *s, text cell,
                     int context_year)
{
    text planned = planned_text(a, s);
    kpi_text *items = NULL;
    size_t count = 0;

    kpi_text_init(out);
    if (planned.bytes == NULL)
        return false;
    if (glyph_has_digit(s->target) || s->baseline.length > 0) {
        if (!kpi_text_parse(a, &items, &count, planned, context_year))
            return false;
        if (count > 0)
            *out = items[0];
    }
    if (out->has_baseline && s->baseline.length > 0)
        move_figure(&out->baseline, s->baseline, cell,
                    text_find(planned, "現状 ", s->name.length) +
                        strlen("現状 "));
    out->name = s->name;
    out->whole = s->whole;
    out->actual = s->actual;
    out->actual_year = s->actual_year;
    out->rate = s->rate;
    if ((count > 1 || s->doubtful || s->name.length == 0) &&
        out->confidence == CONFIDENCE_HIGH)
        out->confidence = CONFIDENCE_LOW;
    return true;
}

bool kpi_text_stated(arena *a, kpi_text **out, size_t *count, text cell,
                     int context_year)
{
    kpi_stated said[STATED_MOST];
    size_t found = kpi_stated_read(said, cell, context_year);

    *count = 0;
    *out = found > 0 ? arena_array(a, found, sizeof(**out)) : NULL;
    if (found > 0 && *out == NULL)
        return false;
    for (size_t i = 0; i < found; i++)
        if (!read_one(a, &(*out)[i], &said[i], cell, context_year))
            return false;
    kpi_name_strip_numbers(*out, found);
    *count = found;
    return true;
}
