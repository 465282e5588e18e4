/*
 * kpi_lines.c - several indicators in one cell, their figures in others alike
 *
 *     ①利用者数 | ①100 | ①80        on lines
 *     ②開催回数 | ②3   | ②5
 *     講座数・受講者数 | 40件・250人     between ・
 */
#include "ingest/kpi/kpi_parts.h"
#include "wording/glyph.h"

/* Are its rows one, whose cells are merged over several projects? */
static bool is_one_row(const build *b)
{
    const sheet_view *v = &b->reader->view;
    uint32_t last = b->rows[b->last];

    if (b->first == b->last)
        return true;
    for (size_t i = 0; i < b->table->count; i++) {
        const table_column *k = &b->table->columns[i];

        if (build_mine(b, k) &&
            (k->role == ROLE_KPI || role_is_figure(k->role)) &&
            view_filled(v, b->rows[b->first], k->col) &&
            view_range(v, b->rows[b->first], k->col).last_row < last)
            return false;
    }
    return true;
}

/* Names on lines of one cell, their figures on as many lines of others: as
 * many indicators. A name that was only wrapped has its figures on one. */
static size_t count_lines(const build *b)
{
    const sheet_view *v = &b->reader->view;
    size_t lines, agree = 0;
    bool numbered;

    lines = reader_count_lines(view_text(v, b->rows[b->first],
                                         b->column->col));
    if (lines <= 1 || !is_one_row(b))
        return 1;
    numbered = reader_is_numbered(view_text(v, b->rows[b->first],
                                            b->column->col), lines);
    for (size_t i = 0; i < b->table->count; i++) {
        const table_column *k = &b->table->columns[i];
        text t = view_text(v, b->rows[b->first], k->col);

        if (!build_mine(b, k) || t.length == 0 ||
            (k->role != ROLE_TARGET && k->role != ROLE_ACTUAL &&
             k->role != ROLE_BASELINE && k->role != ROLE_PLANNED))
            continue;
        if (reader_count_lines(t) == lines ||
            (numbered && reader_is_numbered(t, lines)))
            agree++;
        else if (glyph_has_digit(t))
            return 1;
    }
    return agree > 0 ? lines : 1;
}

/* 講座数・受講者数 beside 20件・100人 in all of its figures, two at least: as many
 * indicators. */
static size_t count_dotted(const build *b)
{
    const sheet_view *v = &b->reader->view;
    size_t parts, agree = 0;

    if (b->first != b->last)
        return 1;
    parts = reader_count_dotted(view_text(v, b->rows[b->first],
                                          b->column->col));
    if (parts <= 1)
        return 1;
    for (size_t i = 0; i < b->table->count; i++) {
        const table_column *k = &b->table->columns[i];
        text t = view_text(v, b->rows[b->first], k->col);

        if (!role_is_figure(k->role) || !build_mine(b, k) ||
            !glyph_has_digit(t))
            continue;
        if (reader_count_figures(t) != parts)
            return 1;
        agree++;
    }
    return agree > 1 ? parts : 1;
}

size_t build_count_lines(const build *b, bool *dotted)
{
    size_t lines = b->column == NULL ? 1 : count_lines(b);

    *dotted = false;
    if (lines > 1 || b->column == NULL)
        return lines;
    lines = count_dotted(b);
    *dotted = lines > 1;
    return lines;
}
