/*
 * grant_amounts.c - costs whose year, amount and label share a cell
 *
 *     【R2事業費】67,055千円
 *     （３）事業費：67,055千円（令和２年度決算）
 *     事業費（千円） | R2決算額　67,055 | R3予算額　81,801
 *     事業費         | R2：67,055千円、R3：81,801千円
 */
#include "ingest/form/grant_parts.h"

bool form_costs_stated(form *f, uint32_t row, uint32_t col, int fiscal_year,
                       text t, text unit, money wanted)
{
    bool any = false;
    cost_words w;

    cost_words_init(&w, t, fiscal_year);
    while (cost_words_next(f->reader, &w)) {
        any = true;
        if (w.kind == wanted && !form_has_cost(f, w.of))
            form_keep_cost(f, row, col, &w.amount, w.of, unit);
    }
    return any;
}

bool form_take_cost_words(form *f, const header_word *label, uint32_t row,
                          uint32_t col, text t)
{
    int year = label->has_year ? label->years.to : f->reader->stated_year;

    return form_costs_stated(f, row, col, year, t, label->unit, MONEY_COST);
}
