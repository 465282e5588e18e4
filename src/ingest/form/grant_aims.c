/*
 * grant_aims.c - what an indicator aims at, on a line below its figures
 *
 *     KPI                   | 単位 | R5目標 | R5実績 | R6目標 | R6実績
 *     窓口の利用率          | ％   | 10     | 12     | 30     | 28
 *     最終目標（R9年度）    | 70
 *     平均の待ち時間        | 分   | 25     | 24     | 20     | 21
 *     最終目標（R9年度）    | 15
 */
#include "ingest/form/grant_parts.h"

#include "wording/glyph.h"

bool form_keep_aim(form *f, uint32_t row)
{
    const sheet_view *v = &f->reader->view;
    uint32_t first = view_next(v, row, 0), value;
    const header_word *w;

    if (first == UINT32_MAX || f->aim_count == FORM_PENDING)
        return false;
    value = view_next(v, row, view_range(v, row, first).last_col + 1);
    if (value == UINT32_MAX || view_next(v, row, value + 1) != UINT32_MAX ||
        !(view_cell(v, row, value)->type == CELL_NUMBER ||
          glyph_has_digit(view_text(v, row, value))))
        return false;
    w = form_label(f, row, first);
    if (!w->exact || w->role != ROLE_TARGET || (!w->has_year && !w->final) ||
        form_label(f, row, value)->exact)
        return false;
    f->aims[f->aim_count].row = row;
    f->aims[f->aim_count].col = first;
    f->aims[f->aim_count++].value = value;
    return true;
}

/* The one indicator between two rows; NULL where there is none, or more. */
static kpi *only_between(const form *f, const kpi_list *all, uint32_t from,
                         uint32_t to)
{
    kpi *found = NULL;

    for (size_t i = 0; i < all->count; i++) {
        uint32_t row = view_place_row(&f->reader->view, &all->items[i].where);

        if (row < from || row >= to)
            continue;
        if (found != NULL)
            return NULL;
        found = &all->items[i];
    }
    return found;
}

void form_take_aims(form *f, const kpi_list *all)
{
    reader *r = f->reader;
    uint32_t from = f->table->top;

    for (size_t i = 0; i < f->aim_count; i++) {
        uint32_t row = f->aims[i].row, col = f->aims[i].col;
        kpi *k = only_between(f, all, from, row);
        form_labelled l = { .has_target = true, .target_row = row,
                            .target_col = f->aims[i].value,
                            .target_years = form_label(f, row, col)->years };

        l.name = l.unit = l.direction = text_of("");
        if (k != NULL && (!k->target.value.known || form_aims_at_plan(k)))
            form_fill_labelled(f, k, &l);
        else
            reader_finding(r, "label-not-read", row, col,
                           view_text(&r->view, row, col),
                           reader_line(r, view_text(&r->view, row,
                                                    f->aims[i].value)),
                           NULL, NULL);
        from = row + 1;
    }
    f->aim_count = 0;
}
