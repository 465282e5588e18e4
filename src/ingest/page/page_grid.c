/*
 * page_grid.c - what a page says as a table: a line for each indicator
 *
 * Titles and headings stand where the page has them; the header is in front
 * of the first project.
 */
#include "ingest/page/page.h"

#include <stdlib.h>

#include "ingest/table/grid_turn.h"

typedef struct making {
    page_grid *out;
    arena *memory;
    const reader *reader;
    const page *page;
    uint32_t *col_of; /* of each field */
    uint32_t row, kpi_col;
    size_t cell_capacity, merge_capacity, origin_capacity, hidden_capacity;
    size_t hidden_count;
} making;

static bool put(making *m, uint32_t col, text words, uint32_t row,
                uint32_t from)
{
    grid *g = &m->out->grid;
    cell *c = arena_push(m->memory, (void **)&g->cells, &g->count,
                         &m->cell_capacity, sizeof(*c));
    view_origin *o =
        arena_push(m->memory, (void **)&m->out->origins,
                   &m->out->origin_count, &m->origin_capacity, sizeof(*o));

    if (c == NULL || o == NULL)
        return false;
    *c = (cell){ .row = m->row, .col = col, .type = CELL_STRING,
                 .value = words };
    *o = (view_origin){ m->row, col,
                        view_range(&m->reader->view, row, from) };
    return true;
}

static bool merge(making *m, uint32_t col, uint32_t last_row,
                  uint32_t last_col)
{
    grid *g = &m->out->grid;
    merge_range *slot;

    if (last_row == m->row && last_col == col)
        return true;
    slot = arena_push(m->memory, (void **)&g->merges, &g->merge_count,
                      &m->merge_capacity, sizeof(*slot));
    if (slot != NULL)
        *slot = (merge_range){ m->row, col, last_row, last_col };
    return slot != NULL;
}

/* ---- Columns ---------------------------------------------------------- */

static int order_of(const page_field *f)
{
    return f->role == ROLE_UNIT              ? 0
           : f->role == ROLE_BASELINE        ? 1
           : f->role == ROLE_BASELINE_YEAR   ? 2
           : f->role == ROLE_TARGET_FROM     ? 4
           : f->role == ROLE_TARGET_YEAR     ? 5
           : f->role == ROLE_TARGET && f->year == 0 ? 6
           : f->role == ROLE_PLANNED || f->role == ROLE_TARGET ? 7
           : role_is_figure(f->role)         ? 8 : 9;
}

static bool comes_before(const page_field *a, const page_field *b)
{
    int x = order_of(a), y = order_of(b);

    if (x != y)
        return x < y;
    return a->year < b->year;
}

/* Name, what is the project's, the indicator and what is its. */
static bool set_columns(making *m)
{
    const page *p = m->page;
    uint32_t next = 1;

    m->col_of = arena_array(m->memory, p->field_count + 1,
                            sizeof(*m->col_of));
    if (m->col_of == NULL)
        return false;
    for (size_t i = 0; i < p->field_count; i++)
        if (p->fields[i].of_project)
            m->col_of[i] = next++;
    m->kpi_col = next;
    for (size_t i = 0; i < p->field_count; i++) {
        if (p->fields[i].of_project)
            continue;
        m->col_of[i] = m->kpi_col + 1;
        for (size_t k = 0; k < p->field_count; k++)
            if (!p->fields[k].of_project && k != i &&
                (comes_before(&p->fields[k], &p->fields[i]) ||
                 (k < i && !comes_before(&p->fields[i], &p->fields[k]))))
                m->col_of[i]++;
        next++;
    }
    m->out->grid.cols = next + 1;
    return true;
}

static bool put_header(making *m)
{
    const page *p = m->page;
    const page_line *l = &p->lines[p->projects[0].line];

    if (!put(m, 0, p->labelled ? p->name_label : text_of("事業名"), l->row,
             l->col))
        return false;
    for (uint32_t c = 1; c < m->out->grid.cols; c++) {
        if (c == m->kpi_col) {
            if (p->kpi_count == 0
                    ? !put(m, c, text_of("指標"), l->row, l->col)
                    : !put(m, c, p->kpi_label, p->kpis[0].row,
                           p->kpis[0].col))
                return false;
            continue;
        }
        for (size_t i = 0; i < p->field_count; i++)
            if (m->col_of[i] == c &&
                !put(m, c, p->fields[i].header, p->fields[i].row,
                     p->fields[i].col))
                return false;
    }
    m->row++;
    return true;
}

/* ---- Rows ------------------------------------------------------------- */

/* Of the n-th project, or of one of its indicators. */
static bool put_values(making *m, size_t n, bool of_project, size_t owner,
                       uint32_t last_row)
{
    const page *p = m->page;
    size_t end = n + 1 < p->project_count ? p->projects[n + 1].first_value
                                          : p->value_count;

    for (size_t i = p->projects[n].first_value; i < end; i++) {
        const page_value *v = &p->values[i];
        const page_field *f = &p->fields[v->field];

        if (f->of_project != of_project || v->owner != owner)
            continue;
        if (!put(m, m->col_of[v->field], v->words, v->row, v->col) ||
            !merge(m, m->col_of[v->field],
                   of_project ? last_row : m->row, m->col_of[v->field]))
            return false;
    }
    return true;
}

static bool put_project(making *m, size_t n)
{
    const page *p = m->page;
    const page_project *o = &p->projects[n];
    const page_line *l = &p->lines[o->line];
    uint32_t last = m->row + (o->kpi_count > 0 ? (uint32_t)o->kpi_count - 1
                                               : 0);

    if (!put(m, 0, o->name, l->row, l->col) || !merge(m, 0, last, 0) ||
        !put_values(m, n, true, n, last))
        return false;
    for (size_t i = 0; i < o->kpi_count; i++, m->row++) {
        const page_kpi *k = &p->kpis[o->first_kpi + i];

        if (!put(m, m->kpi_col, k->words, k->row, k->col) ||
            !put_values(m, n, false, o->first_kpi + i, 0))
            return false;
    }
    m->row += o->kpi_count == 0;
    return true;
}

/* A title, note or heading as it stands. */
static bool put_line(making *m, const page_line *l)
{
    bool ok = put(m, 0, l->words, l->row, l->col) &&
              merge(m, 0, m->row, m->out->grid.cols - 1);

    m->row++;
    return ok;
}

static int by_place(const void *left, const void *right)
{
    const cell *a = left, *b = right;

    if (a->row != b->row)
        return a->row < b->row ? -1 : 1;
    return a->col < b->col ? -1 : a->col > b->col;
}

static int by_origin(const void *left, const void *right)
{
    const view_origin *a = left, *b = right;

    if (a->row != b->row)
        return a->row < b->row ? -1 : 1;
    return a->col < b->col ? -1 : a->col > b->col;
}

static int by_merge(const void *left, const void *right)
{
    const merge_range *a = left, *b = right;

    if (a->row != b->row)
        return a->row < b->row ? -1 : 1;
    return a->col < b->col ? -1 : a->col > b->col;
}

bool page_grid_make(page_grid *out, arena *a, const reader *r, const page *p)
{
    making m = { .out = out, .memory = a, .reader = r, .page = p };
    grid *g = &out->grid;
    size_t next = 0;

    *out = (page_grid){ .grid = { .sheet = r->view.grid->sheet,
                                  .state = r->view.grid->state } };
    if (!set_columns(&m))
        return false;
    for (size_t i = 0; i < p->line_count; i++) {
        const page_line *l = &p->lines[i];

        if (l->kind == PAGE_START) {
            if ((next == 0 && !put_header(&m)) || !put_project(&m, next))
                return false;
            next++;
        } else if (l->kind != PAGE_TABLE && l->kind != PAGE_COSTS &&
                   l->kind != PAGE_SECTION &&
                   (next == 0 || l->kind == PAGE_HEADING)) {
            m.row += next == 0 && l->gap && m.row > 0;
            if (!put_line(&m, l))
                return false;
        }
    }
    g->rows = m.row;
    qsort(g->cells, g->count, sizeof(*g->cells), by_place);
    qsort(out->origins, out->origin_count, sizeof(*out->origins), by_origin);
    if (g->merge_count > 1)
        qsort(g->merges, g->merge_count, sizeof(*g->merges), by_merge);
    return grid_index(g, a);
}
