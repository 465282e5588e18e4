/*
 * kpi_unit.c - an indicator's unit, where its name does not say it
 */
#include "ingest/header/unit_words.h"
#include "ingest/kpi/kpi_label.h"
#include "ingest/kpi/kpi_parts.h"

text build_column_unit(build *b, text name)
{
    text unit = unit_plain(build_text(b, ROLE_UNIT));
    size_t totals;

    if (text_equal(unit, name)) /* 来場者数（人） merged over both columns */
        return text_of("");
    totals = kpi_label_totals(unit);
    b->cumulative = totals > 0 || b->cumulative;
    return text_trim(text_cut(unit, 0, unit.length - totals));
}

text build_header_unit(const build *b)
{
    for (size_t i = 0; i < b->table->count; i++) {
        const table_column *k = &b->table->columns[i];

        if (k->unit.length > 0 && build_mine(b, k) &&
            (k->role == ROLE_TARGET || k->role == ROLE_ACTUAL ||
             k->role == ROLE_KPI))
            return k->unit;
    }
    return text_of("");
}

/* 人 of 実績値（人） in the column that tells a table's lines apart. */
static text line_unit(const build *b)
{
    reader *r = b->reader;

    for (size_t i = 0; i < b->table->count; i++) {
        const table_column *k = &b->table->columns[i];

        for (size_t n = b->first; k->role == ROLE_LINE && n <= b->last; n++) {
            const header_word *w = reader_word(r, b->rows[n], k->col);

            if (w->unit.length > 0 && role_is_figure(w->role))
                return w->unit;
        }
    }
    return text_of("");
}

/* （単位：千円） above a table with costs: theirs, where an indicator's cell states
 * its figures with their units itself, or a column has its unit, － among them. */
static bool is_of_costs(const build *b)
{
    return (b->from_text || table_may_have(b->table, ROLE_UNIT)) &&
           table_may_have(b->table, ROLE_COST) &&
           text_ends(b->table->unit, "円");
}

/* Of several indicators in one cell only the whole table's. */
static text unit_above(const build *b, const kpi_list *list)
{
    text header = list->count == 1 ? build_header_unit(b) : text_of("");

    if (list->count == 1 && header.length == 0 &&
        table_may_have(b->table, ROLE_LINE))
        header = line_unit(b);
    return header.length > 0 ? header
           : is_of_costs(b)  ? text_of("")
                             : b->table->unit;
}

void build_settle_units(build *b, kpi_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        kpi *k = &list->items[i];

        if (k->unit[0] == '\0' && k->target.unit[0] != '\0')
            k->unit = k->target.unit;
        if (k->unit[0] == '\0' && k->baseline.unit[0] != '\0')
            k->unit = k->baseline.unit;
        for (size_t n = 0; n < k->actual_count && k->unit[0] == '\0'; n++)
            if (k->actuals[n].unit[0] != '\0')
                k->unit = k->actuals[n].unit;
        if (k->unit[0] == '\0')
            k->unit = reader_text(b->reader, unit_above(b, list));
        for (size_t n = 0; n < k->actual_count; n++)
            if (k->actuals[n].unit[0] == '\0')
                k->actuals[n].unit = k->unit;
    }
}
