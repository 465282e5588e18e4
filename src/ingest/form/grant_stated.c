/*
 * grant_stated.c - baselines and targets that words above a form's table state
 *
 *     ＫＰＩ     | 市内就職者数：22％（H26年度）⇒32％（H31年度）
 *              | 参加企業数：550社（H27～31年度）
 *     達成状況 | KPI          | H27年度 | H28年度
 *              | 市内就職者数 | 21.5％  | 20.8％
 */
#include "ingest/form/grant_parts.h"

#include "wording/fold.h"

enum { STATED_MAX = 400 };

static bool same(reader *r, const char *name, text stated)
{
    text left, right;

    return fold_key(r->memory, &left, text_of(name)) &&
           fold_key(r->memory, &right, stated) && left.length > 0 &&
           text_equal(left, right);
}

static bool is_open(const kpi *k)
{
    return !k->target.value.known && k->target.to == 0 &&
           !k->baseline.present && k->planned_count == 0;
}

/* Gives the indicator of that name what the words say of it; true when all of
 * them were taken. */
static bool take_words(form *f, kpi_list *all, uint32_t row, uint32_t col)
{
    reader *r = f->reader;
    text typed = view_text(&r->view, row, col);
    kpi_text *items = NULL;
    size_t count = 0, taken = 0;

    if (typed.length > STATED_MAX ||
        !kpi_text_parse(r->memory, &items, &count, typed, r->context_year)) {
        r->failed = r->failed || typed.length <= STATED_MAX;
        return false;
    }
    for (size_t i = 0; i < count; i++)
        for (size_t n = 0; n < all->count; n++)
            if ((items[i].has_target || items[i].has_baseline ||
                 items[i].target_years.to != 0) &&
                is_open(&all->items[n]) &&
                same(r, all->items[n].name, items[i].name)) {
                kpi_take_text(r, &all->items[n], &items[i], typed, row, col);
                taken++;
                break;
            }
    return count > 0 && taken == count;
}

/* The words beside a label, and below these down the label's side. */
static bool take_beside(form *f, kpi_list *all, uint32_t row, uint32_t col,
                        uint32_t value)
{
    const sheet_view *v = &f->reader->view;
    uint32_t last = view_range(v, row, col).last_row;
    bool whole = true;

    for (; row <= last && row < f->table->top; row++) {
        bool taken;

        if (!view_begins(v, row, value) || !view_filled(v, row, value) ||
            view_cell(v, row, value)->type != CELL_STRING)
            continue;
        taken = take_words(f, all, row, value);
        whole = whole && taken;
    }
    return whole;
}

void form_take_stated(form *f, kpi_list *all)
{
    size_t kept = 0;
    bool open = false;

    for (size_t i = 0; i < all->count; i++)
        open = open || is_open(&all->items[i]);
    for (size_t i = 0; open && i < f->pending_count; i++) {
        uint32_t row = f->pending[i].row, col = f->pending[i].col;

        if (form_label(f, row, col)->role != ROLE_KPI ||
            !take_beside(f, all, row, col, f->pending[i].value))
            f->pending[kept++] = f->pending[i];
    }
    f->pending_count = open ? kept : f->pending_count;
}
