/*
 * sheet_years.c - which era a sheet's bare years belong to
 */
#include "ingest/sheet_years.h"

enum { CONTEXT_ROWS = 40, CONTEXT_BYTES = 240 };
enum { FIRST_OF_REIWA = 2019, LAST_OF_HEISEI = 2018, LEAST_HEISEI = 13 };

/* The first year with an era in the sheet's upper rows: what ２年度 means. */
int sheet_context_year(const sheet_view *v)
{
    uint32_t rows = v->grid->rows < CONTEXT_ROWS ? v->grid->rows
                                                 : CONTEXT_ROWS;

    for (uint32_t row = 0; row < rows; row++)
        for (uint32_t c = view_next(v, row, 0); c != UINT32_MAX;
             c = view_next(v, row, c + 1)) {
            const cell *at = view_cell(v, row, c);
            year_span span = { 0 };
            size_t start, end;

            if (at != NULL && at->type == CELL_STRING &&
                at->value.length <= CONTEXT_BYTES &&
                fiscal_year_find(&span, &start, &end, at->value, 0))
                return span.to != 0 ? span.to : span.from;
        }
    return 0;
}

/* 27年度 without an era anywhere: of 平成 from 13 on, else of 令和. It is
 * said once a sheet. */
void sheet_infer_era(reader *r)
{
    const sheet_view *v = &r->view;
    uint32_t rows = v->grid->rows < CONTEXT_ROWS ? v->grid->rows
                                                 : CONTEXT_ROWS;

    for (uint32_t row = 0; row < rows; row++)
        for (uint32_t c = view_next(v, row, 0); c != UINT32_MAX;
             c = view_next(v, row, c + 1)) {
            text t = view_text(v, row, c);
            year_span span = { 0 };
            size_t start, end, n;

            if (t.length > CONTEXT_BYTES ||
                view_cell(v, row, c)->type != CELL_STRING ||
                fiscal_year_find(&span, &start, &end, t, 0) ||
                !fiscal_year_find(&span, &start, &end, t, FIRST_OF_REIWA) ||
                span.to == 0)
                continue;
            n = (size_t)(span.to - FIRST_OF_REIWA + 1);
            r->context_year = n >= LEAST_HEISEI ? LAST_OF_HEISEI
                                                : FIRST_OF_REIWA;
            reader_finding(r, "era-inferred", row, c, t,
                           n >= LEAST_HEISEI ? "平成" : "令和", NULL, NULL);
            return;
        }
}
