/*
 * table_trio.c - label, name and line, or unit, of an indicator below one header
 * cell
 *
 *     区分  | <              | <      | 事業開始前 | 1年目
 *     KPI①  | 出店件数（件） | 目標値 | 4          | 6
 *     ^     | ^              | 実績値 |            | 6
 *
 * 区分 is a word of the last of the three alone, and 年度 is one of none. The
 * label may be missing. Above the indicators may stand what is done in which
 * year (工程), and what it costs: 事業費 | 総事業費, 国・県支出金.
 *
 *     区分   | <        | <        | <    | R4     | R5
 *     コスト | 総事業費 | <        | 千円 | 61,200 | 63,480
 *     指標   | 活動指標 | 訓練回数 | 回   | 12     | 11
 *     ^      | 成果指標 | 団員数   | 人   | 487    | 481
 *
 * So is the unit told, by all lines down to the first without one.
 */
#include "ingest/table/table_parts.h"

#include "ingest/header/unit_words.h"
#include "wording/fold.h"
#include "wording/glyph.h"

enum { LEADING_ROWS = 12 };

/* KPI①, 指標2 in a row: an indicator's word with its number perhaps. */
static bool is_label(const deciding *d, uint32_t row, uint32_t col)
{
    const header_word *w = table_word(d->view, d->roles, row, col,
                                      d->context_year);

    return w->exact && w->role == ROLE_KPI;
}

static bool is_line(const deciding *d, uint32_t row, uint32_t col)
{
    text key;

    return fold_key(d->memory, &key, view_text(d->view, row, col)) &&
           content_is_line(key) && !table_is_schedule_line(key);
}

bool table_tells_words(const sheet_view *v, uint32_t row, uint32_t col)
{
    uint32_t c = view_next(v, row, col + 1);

    if (c == UINT32_MAX)
        return false;
    for (; c != UINT32_MAX; c = view_next(v, row, c + 1))
        if (glyph_has_digit(view_text(v, row, c)))
            return false;
    return true;
}

/* 工程, 事業費（千円） or うち一般財源 begins a row, or stands beside it from above; or
 * 取組計画 over all columns up to `last`, and no figures behind it. */
static bool leads_others(const deciding *d, uint32_t row, uint32_t col,
                         uint32_t last)
{
    merge_range m = view_range(d->view, row, col);
    const header_word *w = table_word(d->view, d->roles, m.row, m.col,
                                      d->context_year);
    text t = view_text(d->view, m.row, m.col), key;

    return (w->exact && w->role == ROLE_COST) || table_cost_part(t) ||
           (m.last_col == last && table_tells_words(d->view, row, last)) ||
           (fold_key(d->memory, &key, t) && table_is_schedule_line(key));
}

/* The first row that neither a schedule nor costs begin. */
static uint32_t behind_others(const deciding *d, uint32_t col, uint32_t last)
{
    uint32_t row = d->t->first_row, end = row + LEADING_ROWS;

    while (row < end && row <= d->t->last_row &&
           leads_others(d, row, col, last))
        row++;
    return row;
}

/* A name, and beside it 目標 above 実績. */
static bool names_lines(const deciding *d, uint32_t row, uint32_t name,
                        uint32_t line)
{
    const sheet_view *v = d->view;
    const cell *c = view_cell(v, row, name);

    return c != NULL && c->type == CELL_STRING && view_begins(v, row, name) &&
           view_begins(v, row, line) && !is_line(d, row, name) &&
           is_line(d, row, line) && is_line(d, row + 1, line);
}

bool columns_label_trio(deciding *d, size_t first, size_t last)
{
    table_column *k = &d->columns[first];
    bool labelled = last == first + 2;
    uint32_t row;

    if ((k->role != ROLE_LINE && k->role != ROLE_YEAR) || last == first ||
        last > first + 2 || columns_count(d, ROLE_KPI) > 0)
        return false;
    row = behind_others(d, k->col, d->columns[last].col);
    if (row + 1 >= d->view->grid->rows ||
        !names_lines(d, row, d->columns[last - 1].col,
                     d->columns[last].col) ||
        (labelled && (!view_begins(d->view, row, k->col) ||
                      !is_label(d, row, k->col))))
        return false;
    k->role = ROLE_IGNORED;
    d->columns[last - 1].role = ROLE_KPI;
    d->columns[last].role = ROLE_LINE;
    for (size_t i = first; i <= last; i++)
        d->columns[i].why = "content";
    return true;
}

/* 活動指標 in front of a name, in one of the columns from the first on. */
static bool is_labelled(const deciding *d, uint32_t row, uint32_t from,
                        uint32_t name)
{
    bool label = false;

    for (uint32_t c = from; c < name && !label; c++)
        label = view_filled(d->view, row, c) && is_label(d, row, c);
    return label && view_begins(d->view, row, name) &&
           view_filled(d->view, row, name);
}

bool columns_label_units(deciding *d, size_t first, size_t last)
{
    table_column *k = &d->columns[first];
    uint32_t unit = d->columns[last].col, name = unit - 1;
    unsigned labelled = 0;

    if ((k->role != ROLE_LINE && k->role != ROLE_YEAR &&
         k->role != ROLE_NAME) || last < first + 2 ||
        columns_count(d, ROLE_KPI) > 0)
        return false;
    for (uint32_t row = d->t->first_row;
         row <= d->t->last_row && row < d->view->grid->rows; row++) {
        if (!view_filled(d->view, row, unit) ||
            !view_begins(d->view, row, unit) ||
            !unit_word(d->memory, view_text(d->view, row, unit)))
            break;
        labelled += is_labelled(d, row, k->col, name);
    }
    if (labelled == 0)
        return false;
    for (size_t i = first; i <= last; i++) {
        d->columns[i].role = i == last       ? ROLE_UNIT
                             : i + 1 == last ? ROLE_KPI : ROLE_IGNORED;
        d->columns[i].why = "content";
    }
    return true;
}
