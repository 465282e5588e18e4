/*
 * grant_aims.c - what an indicator aims at, or began with, on a line below its
 * figures
 *
 *     KPI                   | 単位 | R5目標 | R5実績 | R6目標 | R6実績
 *     窓口の利用率          | ％   | 10     | 12     | 30     | 28
 *     最終目標（R9年度）    | 70
 *     平均の待ち時間        | 分   | 25     | 24     | 20     | 21
 *     最終目標（R9年度）    | 15
 */
#include "ingest/form/grant_parts.h"

#include "wording/glyph.h"
#include "wording/no_number.h"

static bool is_figure(const sheet_view *v, uint32_t row, uint32_t col)
{
    return view_cell(v, row, col)->type == CELL_NUMBER ||
           glyph_has_digit(view_text(v, row, col));
}

/* なし, － */
static bool says_none(const sheet_view *v, uint32_t row, uint32_t col)
{
    return no_number_state(view_text(v, row, col)) != STATE_TEXT;
}

uint32_t form_aim_value(const form *f, uint32_t row)
{
    const sheet_view *v = &f->reader->view;
    uint32_t first = view_next(v, row, 0), value;
    const header_word *w;
    bool counts;

    if (first == UINT32_MAX)
        return UINT32_MAX;
    value = view_next(v, row, view_range(v, row, first).last_col + 1);
    if (value == UINT32_MAX ||
        view_next(v, row, view_range(v, row, value).last_col + 1) !=
            UINT32_MAX ||
        form_label(f, row, value)->exact)
        return UINT32_MAX;
    w = form_label(f, row, first);
    counts = is_figure(v, row, value);
    if (!w->exact || (w->role == ROLE_TARGET
                          ? !(w->has_year || w->final) || !counts
                          : w->role != ROLE_BASELINE ||
                                !(counts || says_none(v, row, value))))
        return UINT32_MAX;
    return value;
}

bool form_keep_aim(form *f, uint32_t row)
{
    uint32_t value = f->aim_count < FORM_PENDING ? form_aim_value(f, row)
                                                 : UINT32_MAX;

    if (value == UINT32_MAX)
        return false;
    f->aims[f->aim_count].row = row;
    f->aims[f->aim_count].col = view_next(&f->reader->view, row, 0);
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
        const header_word *w = form_label(f, row, col);
        bool base = w->role == ROLE_BASELINE;
        form_labelled l = { .has_target = !base, .target_row = row,
                            .target_col = f->aims[i].value,
                            .target_years = w->years,
                            .has_baseline = base, .baseline_row = row,
                            .baseline_col = f->aims[i].value,
                            .baseline_years = w->years };

        l.name = l.unit = l.direction = text_of("");
        if (k != NULL && (base ? !k->baseline.present
                               : !k->target.value.known ||
                                     form_aims_at_plan(k)))
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
