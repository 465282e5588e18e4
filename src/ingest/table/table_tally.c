/*
 * table_tally.c - a count of grades beside a table: no part of its lines
 *
 *     事業名 | 担当局 | KPI | 目標 | 実績 | 評価 | | 評価 | 区分     | 事業数
 *     就職   | 産業局 | …   |      |      | C    | | A    | 120%以上 | 1
 *     研修   | 産業局 | …   |      |      | A    | | B    | 100%以上 | 2
 *
 * It begins behind a column that holds nothing, with a word that the table
 * has as well (評価, 担当局), names each once and has a number beside it.
 * So does what the grades mean: 評価区分, and below it ◎…目標達成, ○…概ね達成.
 */
#include "ingest/table/table_find_parts.h"
#include "ingest/table/table_parts.h"

#include "wording/glyph.h"

enum { TALLY_ROWS = 16, LEGEND_MOST = 10, GRADE_BYTES = 24 };

/* Nothing stands in a column, in the header or below it. */
static bool is_gap(const deciding *d, const table_column *k)
{
    for (uint32_t row = d->t->top;
         row <= d->t->last_row && row < d->view->grid->rows; row++)
        if (view_filled(d->view, row, k->col))
            return false;
    return true;
}

/* Each of its words stands once. */
static bool names_each_once(const deciding *d, uint32_t col)
{
    text seen[TALLY_ROWS];
    size_t count = 0;

    for (uint32_t row = d->t->first_row;
         row <= d->t->last_row && row < d->view->grid->rows; row++) {
        text t = view_text(d->view, row, col);

        if (t.length == 0)
            continue;
        if (count == TALLY_ROWS)
            return false;
        for (size_t i = 0; i < count; i++)
            if (text_equal(seen[i], t))
                return false;
        seen[count++] = t;
    }
    return count > 1;
}

/* From here on: such a word, no names or figures of indicators, and a
 * number. */
static bool counts_from(const deciding *d, size_t first)
{
    const table_column *head = &d->columns[first];
    bool again = false, counted = false;

    for (size_t i = 0; i < first; i++)
        again = again || (d->columns[i].exact &&
                          d->columns[i].role == head->role);
    if (!again || !head->exact || role_is_level(head->role))
        return false;
    for (size_t i = first; i < d->count; i++) {
        const table_column *k = &d->columns[i];
        content n = column_sample(d, k->col);

        if ((k->exact && (role_is_level(k->role) || k->role == ROLE_KPI)) ||
            role_is_figure(k->role) || k->years.to != 0)
            return false; /* 事業数 only looks like a project */
        counted = counted || (i > first && n.numbers > 1 &&
                              content_mostly(n.numbers, &n));
    }
    return counted && names_each_once(d, head->col);
}

bool table_explains_grade(text t)
{
    static const char *const marks[] = { "＝", "=", "：", ":", "…", "‥" };
    static const char *const grades[] = { "順調", "概ね順調", "おおむね順調",
                                          "やや遅れ", "やや遅れている", "遅れ",
                                          "遅れている", "達成", "未達成",
                                          "概ね達成", "目標達成" };
    size_t next;

    for (size_t at = 0; at < t.length && at <= GRADE_BYTES; at = next) {
        size_t size = glyph_any(t, at, marks, sizeof(marks) / sizeof(*marks));
        text grade = text_trim(text_cut(t, 0, at));

        glyph_at(t, at, &next);
        if (size == 0)
            continue;
        if (grade.length == 0 || at + size >= t.length)
            return false;
        if (text_in(grade, grades, sizeof(grades) / sizeof(*grades)))
            return true;
        glyph_at(grade, 0, &next); /* Ａ, ◎ */
        return next == grade.length &&
               glyph_at(grade, 0, &next) != GLYPH_DIGIT;
    }
    return false;
}

/* From here on one column alone says something: a title at most, then what
 * each grade means, one right below the other. */
static bool explains_from(const deciding *d, size_t first)
{
    uint32_t col = d->columns[first].col, last = 0;
    unsigned cells = 0, meanings = 0;

    for (uint32_t row = d->t->top;
         row <= d->t->last_row && row < d->view->grid->rows; row++) {
        if (!view_filled(d->view, row, col))
            continue;
        if (++cells > LEGEND_MOST || (cells > 1 && row != last + 1) ||
            view_next(d->view, row, col + 1) <= d->t->last_col)
            return false;
        meanings += table_explains_grade(view_text(d->view, row, col));
        if (cells > meanings + 1)
            return false;
        last = row;
    }
    return meanings > 1;
}

void columns_drop_tally(deciding *d)
{
    for (size_t i = 1; i + 1 < d->count; i++)
        if (d->columns[i].header[0] == '\0' &&
            ((i + 2 < d->count && counts_from(d, i + 1)) ||
             explains_from(d, i + 1)) && is_gap(d, &d->columns[i])) {
            d->count = i;
            d->t->last_col = d->columns[i].col - 1;
            return;
        }
}
