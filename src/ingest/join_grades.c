/*
 * join_grades.c - grades of cards that are one project
 */
#include "ingest/join_grades.h"

#include <string.h>

#include "ingest/reader/project_grade.h"

enum { LINES_OF_ONE = 3 };

static uint32_t distance(uint32_t x, uint32_t y)
{
    return x > y ? x - y : y - x;
}

/* Too far from each other for lines of one table, or for its columns. */
static bool are_apart(const kpi *a, const kpi *b)
{
    return strcmp(a->where.sheet, b->where.sheet) != 0 ||
           distance(a->where.row, b->where.row) > LINES_OF_ONE ||
           (a->where.row == b->where.row &&
            distance(a->where.col, b->where.col) > LINES_OF_ONE);
}

/* An indicator a card: b's beside all of a's. */
static bool are_cards(const project *a, const project *b)
{
    for (size_t i = 0; i < a->kpi_count; i++) {
        if (!are_apart(&a->kpis[i], &b->kpis[0]))
            return false;
        for (size_t n = 0; n < i; n++)
            if (!are_apart(&a->kpis[i], &a->kpis[n]))
                return false;
    }
    return true;
}

static bool says_none(const project *p)
{
    return p->declared_grade[0] == '\0' && p->declared_status[0] != '\0' &&
           project_says_none(text_of(p->declared_status));
}

bool join_grades_apart(const project *a, const project *b)
{
    bool graded = a->declared_grade[0] != '\0', other = b->declared_grade[0] != '\0';

    for (size_t i = 0; i < a->kpi_count; i++)
        graded = graded || a->kpis[i].declared_grade[0] != '\0';
    if (graded && other
            ? strcmp(a->declared_grade, b->declared_grade) == 0
            : !(graded && says_none(b)) && !(other && says_none(a)))
        return false;
    return a->kpi_count > 0 && are_cards(a, b);
}

bool join_grades_alike(const project *a, const project *b)
{
    return a->declared_grade[0] != '\0' && a->kpi_count > 0 &&
           b->kpi_count == 1 &&
           strcmp(a->declared_grade, b->declared_grade) == 0 &&
           are_cards(a, b);
}

void join_grade_indicators(kpi *of, size_t count, const char *grade)
{
    for (size_t i = 0; i < count; i++)
        if (of[i].declared_grade[0] == '\0')
            of[i].declared_grade = grade;
}

static bool has_grade(const kpi *k)
{
    return k->declared_grade[0] != '\0';
}

/* Indicators that say the grade of their project, or none. */
static bool all_say(const project *p)
{
    bool any = false;

    for (size_t i = 0; i < p->kpi_count; i++) {
        const kpi *k = &p->kpis[i];

        any = any || has_grade(k);
        if (has_grade(k) && strcmp(k->declared_grade, p->declared_grade) != 0)
            return false;
    }
    return any;
}

/* △ and ○, not △ and a dash, and the project has none. */
static bool differ(const project *p)
{
    const char *one = "";

    for (size_t i = 0; i < p->kpi_count && p->declared_grade[0] == '\0'; i++) {
        const kpi *k = &p->kpis[i];

        if (!has_grade(k) || project_says_none(text_of(k->declared_grade)))
            continue;
        if (one[0] != '\0' && strcmp(one, k->declared_grade) != 0)
            return true;
        one = k->declared_grade;
    }
    return false;
}

void join_settle_grades(dataset *d, const bool *alike)
{
    bool one_by_one = false;

    for (size_t i = 0; i < d->project_count; i++) {
        const project *p = &d->projects[i];

        if (p->kpi_count < 2)
            continue;
        one_by_one = one_by_one || differ(p);
        if (p->declared_grade[0] != '\0' && !alike[i] && !all_say(p))
            return; /* projects have their own */
    }
    for (size_t i = 0; one_by_one && i < d->project_count; i++) {
        project *p = &d->projects[i];

        if (p->kpi_count < 2 || p->declared_grade[0] == '\0')
            continue;
        if (alike[i])
            join_grade_indicators(p->kpis, p->kpi_count, p->declared_grade);
        p->declared_grade = "";
    }
}

void join_drop_dashes(reader *r)
{
    const plan *p = r->plan;
    dataset *d = r->data;

    for (size_t i = 0; i < p->band_count; i++)
        if (project_says_none(text_of(p->bands[i].grade)))
            return;
    for (size_t i = 0; i < d->project_count; i++)
        for (size_t n = 0; n < d->projects[i].kpi_count; n++) {
            kpi *k = &d->projects[i].kpis[n];

            if (project_says_none(text_of(k->declared_grade)))
                k->declared_grade = "";
        }
}
