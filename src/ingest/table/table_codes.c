/*
 * table_codes.c - figures of indicators that another table names
 *
 *     KPI_ID | 年度 | 実績値 | 備考        beside   KPI_ID | KPI名称 | 目標値
 *     K0001  | H27  | 142    |                      K0001  | 就職者数 | 1000
 */
#include "ingest/table/table_parts.h"

#include <string.h>

#include "wording/glyph.h"

enum { CODE_BYTES = 24, CODE_ROWS = 40 };

static bool of_indicators(const table_column *k)
{
    return strstr(k->header, "KPI") != NULL ||
           strstr(k->header, "ＫＰＩ") != NULL ||
           strstr(k->header, "kpi") != NULL ||
           strstr(k->header, "指標") != NULL;
}

/* Short, with a number, on every line. */
static bool holds_codes(const deciding *d, const table_column *k)
{
    unsigned cells = 0;

    for (uint32_t row = d->t->first_row;
         row <= d->t->last_row && row < d->view->grid->rows &&
         cells < CODE_ROWS; row++) {
        text t = view_text(d->view, row, k->col);

        if (view_next(d->view, row, 0) == UINT32_MAX)
            continue;
        if (t.length == 0 || t.length > CODE_BYTES || !glyph_has_digit(t) ||
            !view_begins(d->view, row, k->col))
            return false;
        cells++;
    }
    return cells > 0;
}

/* Nothing else names the table's indicators or projects, and it has figures of
 * years: the code stands for the name. */
void columns_codes(deciding *d)
{
    table_column *code = NULL;
    bool dated = columns_count(d, ROLE_YEAR) > 0;

    for (size_t i = 0; i < d->count; i++) {
        table_column *k = &d->columns[i];

        if (k->role == ROLE_KPI || k->role == ROLE_NAME ||
            role_is_level(k->role))
            return;
        dated = dated || (k->role == ROLE_ACTUAL && k->years.to != 0);
        if (k->role == ROLE_CODE && k->exact && of_indicators(k))
            code = code == NULL ? k : code;
    }
    if (code == NULL || !dated || columns_count(d, ROLE_ACTUAL) == 0 ||
        !holds_codes(d, code))
        return;
    code->role = ROLE_KPI;
    d->t->coded = true;
}
