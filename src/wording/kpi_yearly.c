/*
 * kpi_yearly.c - a target for each year in one cell
 */
#include "wording/kpi_yearly.h"

enum { FEWEST = 3 };

/* Between two figures stands nothing but the year and marks. */
static bool only_marks(const kpi_item *item, const atom *at)
{
    for (size_t i = at->text_from; i < at->token; i++)
        switch (item_token(item, i)->kind) {
        case TOKEN_YEAR: case TOKEN_COLON: case TOKEN_COMMA:
        case TOKEN_BREAK: case TOKEN_BULLET: case TOKEN_ROLE:
            break;
        default:
            return false;
        }
    return true;
}

static const figure *figure_of(const kpi_item *item, const atom *at)
{
    return &item_token(item, at->token)->figure;
}

bool kpi_yearly_is(const kpi_item *item)
{
    const atom *first = item->atoms;

    if (item->count < FEWEST || item->hopeless)
        return false;
    for (size_t i = 0; i < item->count; i++) {
        const atom *at = &item->atoms[i];

        if (!at->has_years || at->years.from != 0 || at->years.to == 0 ||
            (i > 0 && at->years.to <= at[-1].years.to) || at->arrow ||
            at->has_inner || at->has_second ||
            (at->has_role && at->role != ROLE_TARGET) ||
            !text_equal(figure_of(item, at)->unit,
                        figure_of(item, first)->unit) ||
            (i > 0 && !only_marks(item, at)))
            return false;
    }
    return true;
}

static bool years_follow(const kpi_item *item)
{
    return item->atoms[item->count - 1].years.to ==
           item->atoms[0].years.to + (int)item->count - 1;
}

bool kpi_yearly_fill(arena *a, kpi_text *kpi, const kpi_item *item)
{
    const atom *last = &item->atoms[item->count - 1];
    kpi_step *steps = arena_array(a, item->count, sizeof(*steps));

    if (steps == NULL)
        return false;
    for (size_t i = 0; i < item->count; i++) {
        steps[i].fiscal_year = item->atoms[i].years.to;
        steps[i].figure = *figure_of(item, &item->atoms[i]);
    }
    kpi->steps = steps;
    kpi->step_count = item->count;
    if (!years_follow(item)) {
        kpi->has_baseline = true;
        kpi->baseline = steps[0].figure;
        kpi->baseline_years = item->atoms[0].years;
        kpi->steps = steps + 1;
        kpi->step_count--;
    }
    kpi->has_target = true;
    kpi->target = *figure_of(item, last);
    kpi->target_years = last->years;
    kpi->per_year = kpi->target.per_year || last->per_year;
    kpi->cumulative = kpi->target.cumulative || last->cumulative;
    kpi->unit = kpi->target.unit;
    kpi->confidence = item->doubtful || last->doubtful ||
                              kpi->has_baseline
                          ? CONFIDENCE_LOW : CONFIDENCE_HIGH;
    return true;
}
