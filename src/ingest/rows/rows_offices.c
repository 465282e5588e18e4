/*
 * rows_offices.c - a department that is written once for all of its projects
 *
 *     局名       | 事業名
 *     産業経済局 | 創業支援
 *               | 企業誘致
 *     環境局     | 省エネ
 *               | 緑化
 *
 * A cell that was left empty may also be an oversight. Only where no name
 * stands twice, and several were left out, is the list taken for sorted by
 * them; that is said (department-inherited).
 */
#include "ingest/reader/office_verdict.h"
#include "ingest/rows/rows_parts.h"

enum { OFFICES_MOST = 64, LEFT_OUT_LEAST = 2 };

/* The first text of a column in the project's rows. */
static text office_of(const rows_reader *w, const project_span *span,
                      const table_column *k)
{
    for (size_t n = span->first; n <= span->last; n++) {
        text t = view_text(&w->reader->view, w->segment->rows[n], k->col);

        if (t.length > 0)
            return t;
    }
    return text_of("");
}

/* Below the same goal and measure. */
static bool same_levels(const project_span *a, const project_span *b)
{
    for (size_t i = 0; i < LEVELS; i++)
        if (!text_equal(a->labels[i], b->labels[i]))
            return false;
    return true;
}

/* How many projects leave the department out; 0 where one is named twice, or
 * the first is left out. Below another measure it may come again, behind
 * others; `again`: a division may do so anywhere. */
static size_t count_left_out(const rows_reader *w, const table_column *k,
                             bool again, size_t *example)
{
    const project_span *whose[OFFICES_MOST];
    text seen[OFFICES_MOST];
    size_t offices = 0, left_out = 0;

    for (size_t n = 0; n < w->span_count; n++) {
        text t = office_of(w, &w->spans[n], k);

        if (t.length == 0) {
            *example = left_out == 0 ? n : *example;
            left_out++;
            continue;
        }
        if (offices == OFFICES_MOST || reader_is_ditto(t))
            return 0;
        for (size_t i = 0; i < offices; i++)
            if (text_equal(seen[i], t) &&
                (i + 1 == offices ||
                 (!again && same_levels(whose[i], &w->spans[n]))))
                return 0;
        whose[offices] = &w->spans[n];
        seen[offices++] = t;
    }
    return offices > 1 && *example > 0 ? left_out : 0;
}

/* Gives each project that leaves an office out the one above; *at is where to
 * keep it in its span. */
static void inherit(rows_reader *w, const table_column *k,
                    text *(*at)(project_span *))
{
    text above = text_of("");

    for (size_t n = 0; n < w->span_count; n++) {
        text t = office_of(w, &w->spans[n], k);

        *at(&w->spans[n]) = t.length == 0 ? above : text_of("");
        above = t.length == 0 ? above : t;
    }
}

static text *office_at(project_span *span)
{
    return &span->office;
}

static text *section_at(project_span *span)
{
    return &span->section;
}

/* Below bureaus that are left out: a division as well, but none goes on into
 * the next bureau. */
static bool leaves_sections(const rows_reader *w, const table_column *bureau,
                            const table_column *k)
{
    size_t example = 0, left_out = count_left_out(w, k, true, &example);

    for (size_t n = 0; n < w->span_count && left_out > 0; n++)
        if (office_of(w, &w->spans[n], bureau).length > 0 &&
            office_of(w, &w->spans[n], k).length == 0)
            return false;
    return left_out > 0;
}

/* 総務部 | 危機管理課, and below it divisions alone: one bureau for all of them.
 * How many projects leave it out. */
static size_t leads_divisions(const rows_reader *w, const table_column *k,
                              const table_column *inner, size_t *example)
{
    size_t divisions = 0;

    if (inner == NULL || w->span_count < 1 + LEFT_OUT_LEAST ||
        office_of(w, &w->spans[0], k).length == 0 ||
        office_of(w, &w->spans[0], inner).length == 0)
        return 0;
    for (size_t n = 1; n < w->span_count; n++) {
        if (office_of(w, &w->spans[n], k).length > 0)
            return 0;
        divisions += office_of(w, &w->spans[n], inner).length > 0;
    }
    *example = 1;
    return divisions * 2 > w->span_count ? w->span_count - 1 : 0;
}

/* 評価（担当課）, 所管・判定, in a table without a column for offices. */
static const table_column *office_grade(const rows_reader *w)
{
    static const char *const words[] = { "担当", "所管", "主管", "局", "部署",
                                         "課" };
    const table_column *k = table_column_any(w->table, ROLE_GRADE);

    return k != NULL &&
                   text_contains_one(table_column_words(k), words,
                                     sizeof(words) / sizeof(*words))
               ? k : NULL;
}

void rows_offices(rows_reader *w)
{
    const table_column *k = table_column_any(w->table, ROLE_BUREAU),
                       *inner = table_column_any(w->table, ROLE_DIVISION);
    size_t example = 0, left_out;

    for (size_t n = 0; n < w->span_count; n++)
        w->spans[n].office = w->spans[n].section = text_of("");
    if (k == NULL) {
        k = inner;
        inner = NULL;
    }
    if (k == NULL)
        w->office_grade = office_grade(w);
    if (k == NULL || w->project == NULL)
        return;
    left_out = count_left_out(w, k, false, &example);
    if (left_out == 0)
        left_out = leads_divisions(w, k, inner, &example);
    if (left_out < LEFT_OUT_LEAST)
        return;
    inherit(w, k, office_at);
    if (inner != NULL && leaves_sections(w, k, inner))
        inherit(w, inner, section_at);
    reader_finding(w->reader, "department-inherited",
                   w->spans[example].row, k->col, text_of(""),
                   reader_text(w->reader, w->spans[example].office),
                   arena_printf(w->reader->memory, "%zu", left_out), NULL);
}

void rows_graded_office(const rows_reader *w, const project_span *span,
                        text *bureau, text *division, uint32_t *row)
{
    text t = rows_label(w, span, w->office_grade, row);

    if (office_verdict(w->reader, &t).length > 0)
        *(text_ends(t, "課") ? division : bureau) = t;
}
