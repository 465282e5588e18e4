#include "check/book_cells.h"

#include <stdlib.h>
#include <string.h>

#include "xlsx/cellref.h"

/* Figures of a dataset, while they are counted and then filled in. */
typedef struct figure_list {
    book_figure *items; /* NULL: only counts */
    size_t count;
} figure_list;

static void add(figure_list *list, book_figure f)
{
    if (!f.where.has_cell)
        return;
    f.order = list->count;
    if (list->items != NULL)
        list->items[list->count] = f;
    list->count++;
}

static void add_kpi(figure_list *list, const project *p, const kpi *k)
{
    add(list, (book_figure){ p, k, FIGURE_BASELINE, 0, k->baseline.where,
                             &k->baseline.value, 0 });
    add(list, (book_figure){ p, k, FIGURE_TARGET, 0, k->target.where,
                             &k->target.value, 0 });
    for (size_t i = 0; i < k->actual_count; i++)
        add(list, (book_figure){ p, k, FIGURE_ACTUAL,
                                 k->actuals[i].fiscal_year,
                                 k->actuals[i].where, &k->actuals[i].value,
                                 0 });
    for (size_t i = 0; i < k->planned_count; i++)
        add(list, (book_figure){ p, k, FIGURE_PLANNED,
                                 k->planned[i].fiscal_year,
                                 k->planned[i].where, &k->planned[i].value,
                                 0 });
}

static void list_figures(figure_list *list, const dataset *d)
{
    list->count = 0;
    for (size_t i = 0; i < d->project_count; i++) {
        const project *p = &d->projects[i];

        for (size_t n = 0; n < p->cost_count; n++)
            add(list, (book_figure){ p, NULL, FIGURE_COST,
                                     p->costs[n].fiscal_year,
                                     p->costs[n].where, &p->costs[n].value,
                                     0 });
        for (size_t n = 0; n < p->kpi_count; n++)
            add_kpi(list, p, &p->kpis[n]);
    }
}

static int by_place(const void *left, const void *right)
{
    const book_figure *a = left, *b = right;
    int order = strcmp(a->where.sheet, b->where.sheet);

    if (order != 0)
        return order;
    if (a->where.row != b->where.row)
        return a->where.row < b->where.row ? -1 : 1;
    if (a->where.col != b->where.col)
        return a->where.col < b->where.col ? -1 : 1;
    return (a->order > b->order) - (a->order < b->order);
}

/* Most tables are read row by row, from left to right. */
static bool in_order(const figure_list *list)
{
    for (size_t i = 1; i < list->count; i++)
        if (by_place(&list->items[i - 1], &list->items[i]) > 0)
            return false;
    return true;
}

static bool make_figures(figure_list *list, arena *memory, const dataset *d)
{
    *list = (figure_list){ NULL, 0 };
    list_figures(list, d);
    list->items = arena_items(memory, list->count + 1, sizeof(*list->items));
    if (list->items == NULL)
        return false;
    list_figures(list, d);
    if (!in_order(list))
        qsort(list->items, list->count, sizeof(*list->items), by_place);
    return true;
}

/* The stretch of figures on a sheet. */
static void figures_of(book_cells *b, const figure_list *all,
                       const char *sheet)
{
    size_t first = 0, end;

    while (first < all->count &&
           strcmp(all->items[first].where.sheet, sheet) != 0)
        first++;
    for (end = first; end < all->count &&
         strcmp(all->items[end].where.sheet, sheet) == 0; end++)
        ;
    b->figures = all->items + first;
    b->count = end - first;
}

static kpi_status check_sheets(book_cells *b, open_book *o,
                               const figure_list *all, book_check check,
                               kpi_error *err)
{
    book *workbook;
    kpi_status status = open_book_get(&workbook, o, err);

    b->book = workbook;

    for (size_t i = 0; status == KPI_OK && i < book_sheet_count(workbook);
         i++) {
        figures_of(b, all, book_sheet(workbook, i)->name);
        if (b->count == 0)
            continue;
        status = open_book_grid(&b->grid, o, i, err);
        if (status == KPI_OK) {
            check(b);
            open_book_done(o, i);
        }
    }
    return status;
}

kpi_status book_cells_check(dataset *part, open_book *o, const plan *p,
                            book_check check, kpi_error *err)
{
    kpi_error why = { .status = KPI_OK };
    figure_list all;
    kpi_status status;
    book_cells b;
    checker c;

    if (part->source_count == 0 || part->sources[0].unreadable)
        return KPI_OK;
    check_begin(&c, part, p);
    b = (book_cells){ .checker = &c };
    status = make_figures(&all, &c.work, part)
        ? check_sheets(&b, o, &all, check, &why) : KPI_E_NOMEM;
    c.failed = c.failed || status == KPI_E_NOMEM;
    return check_end(&c, err);
}

const cell *book_figure_cell(const book_cells *b, const book_figure *f)
{
    return grid_shown(b->grid, f->where.row, f->where.col);
}

const char *book_ref(book_cells *b, uint32_t row, uint32_t col)
{
    char ref[CELLREF_SIZE];

    cellref_write(ref, row, col);
    return calc_keep(&b->checker->calc,
                     arena_strdup(&b->checker->work, ref));
}
