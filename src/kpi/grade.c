/*
 * grade.c - 判定: a rate rounded, shown and put into its band
 */
#include "kpi/grade.h"

#include "kpi/achievement_parts.h"
#include "wording/fold.h"

enum { MOST_DIGITS = 15 }; /* shown behind the point, at the utmost */

/* The first band that a percentage reaches, or band_count. */
static size_t band_of(number percent, const plan *p)
{
    for (size_t i = 0; i < p->band_count; i++)
        if (!p->bands[i].has_bound ||
            number_compare(percent, p->bands[i].at_least) >= 0)
            return i;
    return p->band_count;
}

kpi_status grade_rate(arena *a, buf *out, const char **grade, number rate,
                      const plan *p)
{
    calc c = { .memory = a };
    number percent = calc_percent(&c, rate);
    int digits = p->digits < 0 ? 0
                 : p->digits > MOST_DIGITS ? MOST_DIGITS
                                           : p->digits;
    number shown = calc_round(&c, percent, digits, p->rounding);
    size_t band = band_of(p->grade_on == GRADE_ON_SHOWN ? shown : percent,
                          p);

    *grade = "";
    while (!c.failed && band_of(shown, p) != band && digits < MOST_DIGITS)
        shown = calc_round(&c, percent, ++digits, p->rounding);
    if (c.failed)
        return KPI_E_NOMEM;
    if (band < p->band_count)
        *grade = p->bands[band].grade;
    number_put_fixed(out, shown, digits);
    buf_char(out, '%');
    return buf_ok(out) ? KPI_OK : KPI_E_NOMEM;
}

const char *project_grade(const project *p, grade_choice choice)
{
    switch (choice) {
    case GRADE_COMPUTED:
        return p->assessment.grade;
    case GRADE_FINAL:
        return p->assessment.final_grade;
    case GRADE_DECLARED:
        break;
    }
    return p->declared_grade;
}

bool grade_equal(arena *a, bool *equal, const char *x, const char *y)
{
    text folded_x, folded_y;

    *equal = text_equal(text_of(x), text_of(y));
    if (*equal)
        return true;
    if (!fold_key(a, &folded_x, text_of(x)) ||
        !fold_key(a, &folded_y, text_of(y)))
        return false;
    *equal = text_equal(folded_x, folded_y);
    return true;
}

size_t plan_category_of(const plan *p, const char *status)
{
    size_t found = SIZE_MAX;
    arena work;

    if (status[0] == '\0')
        return SIZE_MAX;
    for (size_t i = 0; i < p->category_count; i++)
        if (text_equal(text_of(p->categories[i].status), text_of(status)))
            return i;
    arena_init(&work, 0);
    for (size_t i = 0; i < p->category_count && found == SIZE_MAX; i++) {
        bool equal = false;

        if (grade_equal(&work, &equal, p->categories[i].status, status) &&
            equal)
            found = i;
    }
    arena_free(&work);
    return found;
}
