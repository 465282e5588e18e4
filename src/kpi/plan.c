/*
 * plan.c - the plan that runs without a file, and globs on folded names
 */
#include "kpi/plan.h"

#include <stdlib.h>

enum { JAPAN_MINUTES = 9 * 60, WATCH_POINTS = 5 };

plan *plan_default(void)
{
    plan *p = calloc(1, sizeof(*p));

    if (p == NULL)
        return NULL;
    arena_init(&p->memory, 0);
    p->file = p->sha256 = p->title = p->municipality = "";
    p->as_of = p->deadline = p->scheme = p->font = p->cost_unit = "";
    p->paper = "A4";
    p->language = LANGUAGE_JA;
    p->zone_minutes = JAPAN_MINUTES;
    p->formula_down = FORMULA_INVERSE;
    p->formula_up = FORMULA_RATIO;
    p->project_rule = PROJECT_NONE;
    p->digits = 1;
    p->rounding = NUMBER_HALF_UP;
    p->grade_on = GRADE_ON_EXACT;
    p->count_grade = GRADE_DECLARED;
    return p;
}

void plan_free(plan *p)
{
    if (p == NULL)
        return;
    arena_free(&p->memory);
    free(p);
}

bool plan_watch(arena *a, number *points, const plan *p)
{
    *points = NUMBER_ZERO;
    if (!p->given || p->band_count == 0 || p->suggest_only)
        return false;
    if (!p->has_watch)
        return number_from_int(a, points, WATCH_POINTS);
    return number_copy(a, points, p->watch) && number_sign(*points) > 0;
}

/*
 * Greedy with one point to go back to: after the last * everything before it
 * is settled, so the time is at most pattern times text.
 */
bool plan_glob(const char *pattern, text folded)
{
    text glob = text_of(pattern);
    size_t at = 0, in = 0, star = SIZE_MAX, held = 0;

    while (in < folded.length) {
        if (at < glob.length && glob.bytes[at] == '*') {
            star = ++at;
            held = in;
        } else if (at < glob.length && glob.bytes[at] == '?') {
            at++;
            utf8_next(folded, &in);
        } else if (at < glob.length && glob.bytes[at] == folded.bytes[in]) {
            at++;
            in++;
        } else if (star != SIZE_MAX) {
            at = star;
            utf8_next(folded, &held);
            in = held;
        } else {
            return false;
        }
    }
    while (at < glob.length && glob.bytes[at] == '*')
        at++;
    return at == glob.length;
}
