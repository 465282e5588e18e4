/*
 * annotated.c - what tests of annotated copies ask of two packages
 */
#include "support/annotated.h"

#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "ooxml/zip.h"
#include "xlsx/grid.h"

/* ---- Findings --------------------------------------------------------- */

static bool add(dataset *d, const char *rule, place at, const char *value)
{
    finding *f = finding_add(&d->findings, rule, 0, at, value, "2016", "人",
                             NULL);

    if (f == NULL)
        return false;
    f->project = "若者の地元定着 <促進> & \"支援\"事業";
    f->field = "H28実績";
    return true;
}

static bool add_of_sheet(dataset *d, const grid *g)
{
    place range = place_cell(g->sheet, g->rows + 1, 0);
    bool ok = true;

    range.last_row = range.row + 3;
    if (g->count > 0) {
        const cell *first = &g->cells[0], *last = &g->cells[g->count - 1];
        const cell *middle = &g->cells[g->count / 2];

        ok = add(d, "actual-not-a-number",
                 place_cell(g->sheet, first->row, first->col), "約三百人") &&
             add(d, "target-missing",
                 place_cell(g->sheet, first->row, first->col), "") &&
             add(d, "actual-is-text",
                 place_cell(g->sheet, middle->row, middle->col), "<x>&") &&
             add(d, "actual-after-reported-year",
                 place_cell(g->sheet, last->row, last->col), "_x0041_");
    }
    return ok && add(d, "unit-missing", range, "") &&
           add(d, "target-missing", place_cell(g->sheet, 0, g->cols), "");
}

dataset *annotated_findings(book *b)
{
    dataset *d = dataset_new(0);
    kpi_status status = KPI_OK;
    arena memory;
    grid g;

    if (d == NULL || dataset_add_source(d) == NULL)
        return NULL;
    if (!add(d, "department-unknown", place_none(), "test.xlsx"))
        status = KPI_E_NOMEM;
    for (size_t i = 0; i < book_sheet_count(b) && status == KPI_OK; i++) {
        if (book_sheet(b, i)->missing)
            continue;
        arena_init(&memory, 0);
        status = grid_read(&g, &memory, b, i, NULL);
        if (status == KPI_OK && g.rows < 1000000 && g.cols < 16000 &&
            !add_of_sheet(d, &g))
            status = KPI_E_NOMEM;
        arena_free(&memory);
    }
    if (status == KPI_OK)
        return d;
    dataset_free(d);
    return NULL;
}

/* ---- Packages --------------------------------------------------------- */

typedef struct opened {
    arena memory;
    zip *zip;
} opened;

static bool open_zip(opened *o, const kpi_source *s)
{
    kpi_limits limits;

    limits_complete(&limits, NULL);
    arena_init(&o->memory, 0);
    return zip_open(&o->zip, s->bytes, s->size, &limits, &o->memory, NULL) ==
           KPI_OK;
}

static void close_zip(opened *o)
{
    zip_close(o->zip);
    arena_free(&o->memory);
}

static bool same_part(opened *a, size_t i, opened *b)
{
    const char *name = zip_at(a->zip, i)->name;
    kpi_status x, y;
    text left, right;
    size_t j;

    if (zip_at(a->zip, i)->folder)
        return true;
    if (!zip_find(b->zip, name, &j) ||
        strcmp(zip_at(b->zip, j)->name, name) != 0)
        return false;
    x = zip_read_all(a->zip, i, &a->memory, &left, NULL);
    y = zip_read_all(b->zip, j, &b->memory, &right, NULL);
    return x == y && (x != KPI_OK || text_equal(left, right));
}

const char *annotated_difference(const kpi_source *a, const kpi_source *b,
                                 char out[256])
{
    opened x = { .zip = NULL }, y = { .zip = NULL };
    const char *name = "";

    if (!open_zip(&x, a) || !open_zip(&y, b)) {
        name = "(archive)";
    } else if (zip_count(x.zip) != zip_count(y.zip)) {
        name = "(number of parts)";
    } else {
        for (size_t i = 0; i < zip_count(x.zip) && *name == '\0'; i++) {
            if (!same_part(&x, i, &y))
                name = zip_at(x.zip, i)->name;
        }
    }
    strncpy(out, name, 255);
    out[255] = '\0';
    close_zip(&x);
    close_zip(&y);
    return out;
}

char *annotated_part(const kpi_source *s, const char *name)
{
    opened x = { .zip = NULL };
    char *made = NULL;
    size_t i;
    text t;

    if (open_zip(&x, s) && zip_find(x.zip, name, &i) &&
        zip_read_all(x.zip, i, &x.memory, &t, NULL) == KPI_OK) {
        made = malloc(t.length + 1);
        if (made != NULL)
            memcpy(made, t.bytes, t.length + 1);
    }
    close_zip(&x);
    return made;
}

/* ---- Cells ------------------------------------------------------------ */

static bool same_cell(const book *a, const cell *x, const book *b,
                      const cell *y)
{
    return x->row == y->row && x->col == y->col && x->type == y->type &&
           x->formula == y->formula && x->missing == y->missing &&
           text_equal(x->value, y->value) && text_equal(x->iso, y->iso) &&
           strcmp(book_format(a, x->format), book_format(b, y->format)) == 0;
}

bool annotated_same_cells(book *a, size_t i, book *b, size_t j)
{
    arena memory;
    bool same = false;
    grid x, y;

    arena_init(&memory, 0);
    if (grid_read(&x, &memory, a, i, NULL) == KPI_OK &&
        grid_read(&y, &memory, b, j, NULL) == KPI_OK &&
        strcmp(x.sheet, y.sheet) == 0 && x.count == y.count &&
        x.merge_count == y.merge_count) {
        same = x.merge_count == 0 ||
               memcmp(x.merges, y.merges,
                      x.merge_count * sizeof(*x.merges)) == 0;
        for (size_t k = 0; k < x.count && same; k++)
            same = same_cell(a, &x.cells[k], b, &y.cells[k]);
    }
    arena_free(&memory);
    return same;
}
