/*
 * join_grades.c - grades of cards that are one project
 */
#include "ingest/join_grades.h"

#include <string.h>

enum { LINES_OF_ONE = 3 };

/* Too far from each other for lines of one table. */
static bool are_apart(const kpi *a, const kpi *b)
{
    uint32_t x = a->where.row, y = b->where.row;

    return strcmp(a->where.sheet, b->where.sheet) != 0 ||
           (x > y ? x - y : y - x) > LINES_OF_ONE;
}

bool join_grades_apart(const project *a, const project *b)
{
    bool graded = a->declared_grade[0] != '\0';

    for (size_t i = 0; i < a->kpi_count; i++) {
        const kpi *k = &a->kpis[i];

        graded = graded || k->declared_grade[0] != '\0';
        if (!are_apart(k, &b->kpis[0]))
            return false;
        for (size_t n = 0; n < i; n++)
            if (!are_apart(k, &a->kpis[n]))
                return false;
    }
    return graded && b->declared_grade[0] != '\0' &&
           strcmp(a->declared_grade, b->declared_grade) != 0;
}

void join_grade_indicators(kpi *of, size_t count, const char *grade)
{
    for (size_t i = 0; i < count; i++)
        if (of[i].declared_grade[0] == '\0')
            of[i].declared_grade = grade;
}
