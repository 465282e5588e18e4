/*
 * rows_listed.c - indicators that name a listed project by its number or code
 *
 *     管理番号 | 指標名       | 目標値     管理番号 | 事業名 | 担当課
 *     P01      | 登録者数     | 200人      P01      | …     | 観光課
 *     P01、P03 | 相談件数     | 150件      P03      | …     | 商工課
 *
 * also 事業 | 指標名 whose cells hold nothing but such numbers: A, B; and codes
 * of indicators, all of them 1-1, 1-2, 2-1 …, that count on within the number
 * of each listed project.
 */
#include "ingest/reader/join_shared.h"
#include "ingest/reader/project_list.h"
#include "ingest/rows/rows_parts.h"
#include "wording/glyph.h"

#include <string.h>

enum { REFERRED = 64, NUMBER_BYTES = 12, LISTED_MIN = 3 };

/* How many rows of the segment name a listed project in a column. */
static size_t hits_of(rows_reader *w, const table_column *k)
{
    reader *r = w->reader;
    size_t refs[REFERRED], hits = 0;

    for (size_t i = 0; i < w->segment->count; i++) {
        uint32_t row = w->segment->rows[i];

        if (view_filled(&r->view, row, k->col))
            hits += project_list_refs(r, view_text(&r->view, row, k->col),
                                      refs, REFERRED) > 0;
    }
    return hits;
}

/* A column of projects whose every cell is a short number of a list's. */
static bool holds_numbers(rows_reader *w, const table_column *k)
{
    const sheet_view *v = &w->reader->view;
    size_t filled = 0;

    for (size_t i = 0; i < w->segment->count; i++) {
        text typed = view_text(v, w->segment->rows[i], k->col);

        if (typed.length > NUMBER_BYTES)
            return false;
        filled += typed.length > 0;
    }
    return filled > 0 && hits_of(w, k) == filled;
}

/* 3 of 3-2, 3－2; empty for other codes. *nth is what stands behind. */
static text code_front(text code, unsigned *nth)
{
    size_t dash = 0, next, at;
    int digit;

    while (glyph_digit(code, dash, &next) >= 0)
        dash = next;
    if (dash == 0 || code.length > NUMBER_BYTES ||
        glyph_at(code, dash, &at) != GLYPH_DASH)
        return text_of("");
    for (*nth = 0; *nth < REFERRED &&
                   (digit = glyph_digit(code, at, &next)) >= 0; at = next)
        *nth = *nth * 10 + (unsigned)digit;
    return at == code.length ? text_cut(code, 0, dash) : text_of("");
}

/* Does the code of each row count on within a listed project's number, and
 * does none of the list lack indicators? Numbers of goals would look alike:
 * not where the table tells levels of its own. */
static bool holds_codes(rows_reader *w, const table_column *k)
{
    reader *r = w->reader;
    size_t before = SIZE_MAX, of, projects = 0;
    unsigned nth, expected = 0;

    if (r->headings.has_goal || w->segment->count < r->listed_count ||
        r->listed_count < LISTED_MIN)
        return false;
    for (size_t i = 0; i < w->table->count; i++)
        if (role_is_level(w->table->columns[i].role))
            return false;
    for (size_t i = 0; i < w->segment->count; i++) {
        text front = code_front(view_text(&r->view, w->segment->rows[i],
                                          k->col), &nth);

        if (front.length == 0 || project_list_refs(r, front, &of, 1) == 0)
            return false;
        if (i == 0 || of != before) {
            if (i > 0 && of < before)
                return false; /* in the order of the list */
            before = of;
            expected = 0;
            projects++;
        }
        if (nth != ++expected)
            return false;
    }
    return projects == r->listed_count;
}

/* The column whose cells name listed projects, NULL for none; *fronts
 * where their codes' first numbers do. */
static const table_column *reference(rows_reader *w, bool *fronts)
{
    const table *t = w->table;

    *fronts = false;
    if (w->reader->listed_count == 0 || t->list)
        return NULL;
    if (w->project != NULL)
        return holds_numbers(w, w->project) ? w->project : NULL;
    for (size_t i = 0; i < t->count; i++) {
        const table_column *k = &t->columns[i];
        size_t hits = k->role == ROLE_NO || k->role == ROLE_CODE
                          ? hits_of(w, k) : 0;

        if (hits > 0 && hits * 2 >= w->segment->count)
            return k;
    }
    for (size_t i = 0; i < t->count; i++)
        if (t->columns[i].role == ROLE_CODE && holds_codes(w, &t->columns[i])) {
            *fronts = true;
            return &t->columns[i];
        }
    return NULL;
}

/* The same projects as the span before. */
static bool same_as_last(const rows_reader *w, const size_t *refs,
                         size_t count)
{
    const project_span *last = &w->spans[w->span_count - 1];

    return last->listed_count == count &&
           memcmp(last->listed, refs, count * sizeof(*refs)) == 0;
}

static bool push_span(rows_reader *w, size_t i, const size_t *refs,
                      size_t count)
{
    reader *r = w->reader;
    project_span *span =
        arena_push(r->memory, (void **)&w->spans, &w->span_count,
                   &w->span_capacity, sizeof(*span));

    if (span == NULL)
        return false;
    memset(span, 0, sizeof(*span));
    span->first = span->last = i;
    span->row = w->segment->rows[i];
    span->listed = arena_array(r->memory, count + 1, sizeof(*span->listed));
    if (span->listed == NULL)
        return false;
    memcpy(span->listed, refs, count * sizeof(*refs));
    for (size_t n = 0; n < count; n++)
        project_list_keep(r, refs[n]);
    span->listed_count = count;
    span->name = text_of(count == 0 ? ""
                                    : r->data->projects[refs[0]].name);
    memcpy(span->labels, w->labels, sizeof(span->labels));
    memcpy(span->numbers, w->numbers, sizeof(span->numbers));
    return true;
}

bool rows_listed(rows_reader *w)
{
    bool fronts;
    const table_column *k = reference(w, &fronts);
    reader *r = w->reader;

    if (k == NULL)
        return false;
    w->by_code = !fronts && k == table_column_any(w->table, ROLE_CODE);
    w->project = NULL; /* it names none */
    for (size_t i = 0; i < w->segment->count; i++) {
        uint32_t row = w->segment->rows[i];
        unsigned nth;
        text typed = fronts
                         ? code_front(view_text(&r->view, row, k->col), &nth)
                         : view_text(&r->view, row, k->col);
        size_t refs[REFERRED],
            count = project_list_refs(r, typed, refs, REFERRED);

        if (w->span_count > 0 &&
            (typed.length == 0 || view_hangs(&r->view, row, k->col) ||
             (count > 0 && same_as_last(w, refs, count)))) {
            w->spans[w->span_count - 1].last = i;
            continue;
        }
        if (!push_span(w, i, refs, count)) {
            r->failed = true;
            return true;
        }
    }
    return true;
}

bool rows_give_listed(rows_reader *w, const project_span *span)
{
    for (size_t n = 0; n < span->kpi_count && w->by_code; n++)
        span->kpis[n].code = ""; /* it was the project's */
    return join_give(w->reader, span->kpis, span->kpi_count, span->listed,
                     span->listed_count);
}
