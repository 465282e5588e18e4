/*
 * rows_split.c - a heading that is tracked, and whose indicators are several
 * offices'
 *
 *     施策       | 指標     | 担当課
 *     働きやすさ | 認証企業 | 商工課
 *                | 待機児童 | 保育課
 *                | 求人数   | 商工課
 *
 * Each office answers for its own indicators, as if it had handed them in
 * alone: one project for each office, in the order of their first indicators.
 * Not where something else in the row holds for the whole heading (its grade,
 * say), nor where the project is one of its own: that has one office, and
 * other ones are said (rows_project.c).
 */
#include <string.h>

#include "ingest/rows/rows_parts.h"

enum { OFFICES_MOST = 64 };

/* The office in force in a row. */
typedef struct office {
    text bureau, division;
} office;

typedef struct splitter {
    rows_reader *w;
    const table_column *kpi, *bureau, *division;
    project_span *spans; /* what comes out */
    size_t count, capacity;
    office *offices;     /* of each row of the segment */
    uint32_t *rows;      /* the segment's, in their new order */
} splitter;

static bool same_office(const office *a, const office *b)
{
    return text_equal(a->bureau, b->bureau) &&
           text_equal(a->division, b->division);
}

/* What a cell that begins in this row says, unless it repeats the one above. */
static bool takes_office(const splitter *s, uint32_t row,
                         const table_column *k, text *at)
{
    const sheet_view *v = &s->w->reader->view;
    text t;

    if (k == NULL || !view_filled(v, row, k->col) ||
        !view_begins(v, row, k->col) || cell_says_none(v, row, k->col))
        return false;
    t = view_text(v, row, k->col);
    if (reader_is_ditto(t) || text_equal(t, *at))
        return false;
    *at = t;
    return true;
}

/* Of each of the span's rows; true where there are several. Lines of one
 * indicator have its office. */
static bool find_offices(splitter *s, const project_span *span)
{
    office now = { text_of(""), text_of("") };
    bool several = false;

    for (size_t i = span->first; i <= span->last; i++) {
        uint32_t row = s->w->segment->rows[i];

        if (i == span->first || rows_kpi_begins(s->w, s->kpi, i)) {
            text division = now.division;

            if (takes_office(s, row, s->bureau, &now.bureau))
                now.division = text_of("");
            if (!takes_office(s, row, s->division, &now.division) &&
                now.division.length == 0 && s->division != NULL &&
                reader_is_ditto(view_text(&s->w->reader->view, row,
                                          s->division->col)))
                now.division = division;
        }
        s->offices[i] = now;
        several = several ||
                  (s->offices[span->first].bureau.length +
                           s->offices[span->first].division.length > 0 &&
                   !same_office(&now, &s->offices[span->first]));
    }
    return several;
}

/* What is the project's, and not one indicator's. */
static bool is_of_project(role r)
{
    return r == ROLE_GRADE || r == ROLE_STATUS || r == ROLE_SUMMARY ||
           r == ROLE_PURPOSE || r == ROLE_COST || r == ROLE_GRANT ||
           r == ROLE_PERIOD;
}

/* Does one cell say something of indicators of several offices? */
static bool held_together(const splitter *s, const project_span *span)
{
    const table *t = s->w->table;

    for (size_t c = 0; c < t->count; c++)
        for (size_t i = span->first + 1;
             is_of_project(t->columns[c].role) && i <= span->last; i++)
            if (!same_office(&s->offices[i], &s->offices[i - 1]) &&
                view_hangs(&s->w->reader->view, s->w->segment->rows[i],
                           t->columns[c].col))
                return true;
    return false;
}

static bool keep(splitter *s, const project_span *span, size_t first,
                 size_t last)
{
    project_span *one = arena_push(s->w->reader->memory, (void **)&s->spans,
                                   &s->count, &s->capacity, sizeof(*one));

    if (one == NULL)
        return false;
    *one = *span;
    one->first = first;
    one->last = last;
    return true;
}

/* Rows of one office behind each other; a span for each. */
static bool split(splitter *s, const project_span *span)
{
    const uint32_t *rows = s->w->segment->rows;
    const office *seen[OFFICES_MOST];
    size_t count = 0, at = span->first;

    for (size_t i = span->first; i <= span->last; i++) {
        size_t n = 0;

        while (n < count && !same_office(seen[n], &s->offices[i]))
            n++;
        if (n == OFFICES_MOST)
            return keep(s, span, span->first, span->last);
        seen[n] = &s->offices[i];
        count += n == count;
    }
    for (size_t n = 0; n < count; n++) {
        office whose = *seen[n];
        size_t first = at;

        for (size_t i = span->first; i <= span->last; i++)
            if (same_office(&whose, &s->offices[i]))
                s->rows[at++] = rows[i];
        if (!keep(s, span, first, at - 1))
            return false;
    }
    return true;
}

bool rows_split(rows_reader *w)
{
    splitter s = { .w = w };

    s.kpi = table_column_any(w->table, ROLE_KPI);
    s.bureau = table_column_any(w->table, ROLE_BUREAU);
    s.division = table_column_any(w->table, ROLE_DIVISION);
    if (s.kpi == NULL || (s.bureau == NULL && s.division == NULL) ||
        w->table->blocks > 1 || w->span_count == 0)
        return true;
    s.offices = arena_array(w->reader->memory, w->segment->count + 1,
                            sizeof(*s.offices));
    s.rows = arena_array(w->reader->memory, w->segment->count + 1,
                         sizeof(*s.rows));
    if (s.offices == NULL || s.rows == NULL)
        return false;
    memcpy(s.rows, w->segment->rows, w->segment->count * sizeof(*s.rows));
    for (size_t n = 0; n < w->span_count; n++) {
        const project_span *span = &w->spans[n];

        if (find_offices(&s, span) && !held_together(&s, span)
                ? !split(&s, span)
                : !keep(&s, span, span->first, span->last))
            return false;
    }
    w->segment->rows = s.rows;
    w->spans = s.spans;
    w->span_count = s.count;
    w->span_capacity = s.capacity;
    return true;
}
