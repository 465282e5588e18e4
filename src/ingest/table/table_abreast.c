/*
 * table_abreast.c - small tables abreast, below a numbered label each
 *
 *     指標① | 来場者数 | < | 単位：人 | | 指標② | 出店数 | < | 単位：店
 *     年度 | 目標値 | 実績値 | 達成率 | | 年度 | 目標値 | 実績値 | 達成率
 *
 * A cell of the first line stands above a column or two. What it says is true
 * of all columns from its label to the next one.
 */
#include "ingest/table/table_parts.h"

#include "ingest/header/unit_words.h"

/* 指標② with its name behind it. */
typedef struct labelled {
    uint32_t col, end;
    text name, unit;
} labelled;

enum { LABELLED_MOST = 4 };

static bool is_numbered(const deciding *d, uint32_t col)
{
    const header_word *w;

    if (col == UINT32_MAX || view_range(d->view, d->t->top, col).last_row >
                                 d->t->top)
        return false;
    w = table_word(d->view, d->roles, d->t->top, col, d->context_year);
    return w->exact && w->role == ROLE_KPI && w->index != 0;
}

static bool stands_above_years(const deciding *d, uint32_t col)
{
    for (size_t i = 0; i < d->count; i++)
        if (d->columns[i].col == col)
            return d->columns[i].role == ROLE_YEAR;
    return false;
}

/* Reads a label's name and unit, up to the next label. */
static bool read_label(const deciding *d, labelled *l, uint32_t col)
{
    const sheet_view *v = d->view;
    uint32_t row = d->t->top;
    uint32_t c = view_next(v, row, col + 1);

    *l = (labelled){ .col = col, .name = text_of(""), .unit = text_of("") };
    if (!stands_above_years(d, col) || c == UINT32_MAX || is_numbered(d, c))
        return false;
    l->name = view_text(v, row, c);
    for (c = view_next(v, row, c + 1); c != UINT32_MAX && !is_numbered(d, c);
         c = view_next(v, row, c + 1))
        if (unit_is_line(view_text(v, row, c)))
            l->unit = unit_plain(view_text(v, row, c));
    l->end = c;
    return l->name.length > 0 && !unit_is_line(l->name);
}

static void name_columns(deciding *d, const labelled *l)
{
    for (size_t i = 0; i < d->count; i++) {
        table_column *k = &d->columns[i];

        if (k->col < l->col || k->col >= l->end ||
            (!role_is_figure(k->role) && k->role != ROLE_RATE))
            continue;
        k->kpi_name = l->name;
        if (k->unit.length == 0 && k->role != ROLE_RATE)
            k->unit = l->unit;
    }
}

void columns_abreast(deciding *d)
{
    labelled all[LABELLED_MOST];
    unsigned count = 0;

    if (d->t->bottom == d->t->top || d->count == 0)
        return;
    for (uint32_t c = view_next(d->view, d->t->top, d->columns[0].col);
         c != UINT32_MAX && count < LABELLED_MOST; c = all[count - 1].end) {
        if (!is_numbered(d, c) || !read_label(d, &all[count], c))
            return;
        for (unsigned i = 0; i < count; i++)
            if (text_equal(all[i].name, all[count].name))
                return; /* 目標 behind each: words of the header */
        count++;
    }
    for (unsigned i = 0; i < count && count > 1; i++)
        name_columns(d, &all[i]);
}
