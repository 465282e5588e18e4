/*
 * outline.c - the tables below each project's name
 */
#include "ingest/page/outline.h"

#include <string.h>

#include "ingest/form/block_title.h"
#include "ingest/page/page.h"
#include "ingest/rows/rows_parts.h"
#include "ingest/table/grid_turn.h"

/* The lines of a project, and those among them that its tables take up. */
typedef struct block {
    size_t first, end;       /* lines */
    size_t top, bottom;      /* of the tables, with what heads them */
    bool has_table;
} block;

static block block_of(const page *p, size_t n)
{
    block b = { .first = p->projects[n].line + 1, .end = p->line_count };

    for (size_t i = b.first; i < b.end; i++) {
        const page_line *l = &p->lines[i];
        bool heads = l->kind == PAGE_LABEL && l->pair.word->role == ROLE_KPI;

        if (l->kind == PAGE_START) {
            b.end = i;
            break;
        }
        if (l->kind != PAGE_TABLE && !heads)
            continue;
        if (b.top == 0)
            b.top = i;
        if (l->kind == PAGE_TABLE) {
            b.bottom = i;
            b.has_table = true;
        }
    }
    return b;
}

/* Writes other words into the cell of a line. */
static bool rewrite(arena *a, grid *g, uint32_t row, const char *label,
                    text words)
{
    char *both = arena_alloc(a, strlen(label) + words.length + 1);

    if (both == NULL)
        return false;
    memcpy(both, label, strlen(label));
    memcpy(both + strlen(label), words.bytes, words.length);
    for (size_t i = g->row_start[row]; i < g->row_start[row + 1]; i++) {
        g->cells[i].type = CELL_STRING;
        g->cells[i].value = text_slice(i > g->row_start[row] ? "" : both,
                                       i > g->row_start[row]
                                           ? 0
                                           : strlen(label) + words.length);
    }
    return true;
}

/* A line that is merged over the table's columns would be its header. */
static void drop_merges(grid *g, uint32_t row)
{
    size_t kept = 0;

    for (size_t i = 0; i < g->merge_count; i++)
        if (g->merges[i].row != row)
            g->merges[kept++] = g->merges[i];
    g->merge_count = kept;
}

/* The line right above the table that a line between `from` and `end` heads:
 * 指標：来場者数, then 単位：人, then the table. Other tables, or another
 * indicator, end it. */
static size_t above_table(const page *p, size_t from, size_t end)
{
    size_t last = from;

    for (size_t i = from + 1; i < end; i++) {
        const page_line *l = &p->lines[i];

        if (l->kind == PAGE_TABLE)
            return last;
        if (l->kind == PAGE_LABEL && l->pair.word->role == ROLE_KPI)
            break;
        last = i;
    }
    return from;
}

/* The project's name above its tables, and their rows; what stands between
 * names an indicator, right above its table. */
static bool make_grid(grid *out, arena *a, const grid *g, const page *p,
                      const block *b, size_t n)
{
    uint32_t head = p->lines[b->top - 1].row;
    cell *cells;

    if (!grid_rows(out, a, g, head, p->lines[b->bottom].row + 1))
        return false;
    cells = arena_array(a, out->count + 1, sizeof(*cells));
    if (cells == NULL)
        return false;
    memcpy(cells, out->cells, out->count * sizeof(*cells));
    out->cells = cells;
    drop_merges(out, head);
    if (!rewrite(a, out, head, "事業名：", p->projects[n].name))
        return false;
    for (size_t i = b->top; i < b->bottom; i++) {
        uint32_t row = p->lines[i].row;
        size_t k = p->projects[n].first_kpi, at;
        size_t end = k + p->projects[n].kpi_count;

        if (p->lines[i].kind == PAGE_TABLE ||
            rows_unit_in(p->lines[i].words).length > 0)
            continue; /* ■事業費（単位：千円） */
        while (k < end && p->kpis[k].row != row)
            k++;
        at = k < end ? above_table(p, i, b->bottom + 1) : i;
        for (; i < at; i++)
            if (!grid_clear(out, a, p->lines[i].row, 0))
                return false;
        row = p->lines[at].row;
        if (k < end ? !rewrite(a, out, row, "指標：", p->kpis[k].words)
                    : !grid_clear(out, a, row, 0))
            return false;
    }
    return true;
}

static kpi *kpi_named(project *p, const char *name)
{
    for (size_t i = 0; i < p->kpi_count; i++)
        if (strcmp(p->kpis[i].name, name) == 0)
            return &p->kpis[i];
    return NULL;
}

/* What the line above a table says of its indicator. */
static void add_said(kpi *k, const kpi *said)
{
    if (!k->baseline.present)
        k->baseline = said->baseline;
    if (said->unit[0] != '\0')
        k->unit = said->unit;
    if (k->target.text[0] == '\0' && said->target.text[0] != '\0')
        k->target = said->target;
}

/* What labels between the tables say of it, and no line does: 施策 | 1-1 雇用,
 * 担当 | 商工課. */
static void give_labels(project *to, const project *said)
{
    if (to->bureau[0] == '\0' && to->division[0] == '\0') {
        to->bureau = said->bureau;
        to->division = said->division;
    }
    if (to->purpose[0] == '\0')
        to->purpose = said->purpose;
    if (to->summary[0] == '\0')
        to->summary = said->summary;
    /* the line of its own name above them is no goal */
    if (!to->has_goal && !to->has_theme && to->measure[0] == '\0' &&
        !(said->has_goal && text_ends(text_of(said->goal.title), to->name))) {
        to->has_goal = said->has_goal;
        to->goal = said->goal;
        to->has_theme = said->has_theme;
        to->theme = said->theme;
        to->measure = said->measure;
        to->measure_no = said->measure_no;
    }
    if (!to->has_period) {
        to->has_period = said->has_period;
        to->period_from = said->period_from;
        to->period_to = said->period_to;
    }
    if (to->cost_count == 0) {
        to->costs = said->costs;
        to->cost_count = said->cost_count;
    }
}

/* 評価 | 達成 between the labels of the only indicator of a table is its grade,
 * where a line says the project's, or further tables follow; else that. */
static void give_grade(project *to, project *said, bool only)
{
    bool graded = to->declared_grade[0] != '\0' ||
                  to->declared_status[0] != '\0';

    if (said->kpi_count != 1 || said->declared_grade[0] == '\0')
        return;
    if (only && !graded)
        to->declared_grade = said->declared_grade;
    else if (said->kpis[0].declared_grade[0] == '\0')
        said->kpis[0].declared_grade = said->declared_grade;
}

/* All indicators of the projects from `first` on become the nth one's. */
static bool give(reader *r, size_t n, size_t first)
{
    project *all = r->data->projects, *to = &all[n];
    size_t count = to->kpi_count, used = 0;
    kpi *list;

    for (size_t i = first; i < r->data->project_count; i++)
        count += all[i].kpi_count;
    list = arena_array(r->memory, count + 1, sizeof(*list));
    if (list == NULL)
        return false;
    if (r->data->project_count == first + 1)
        give_labels(to, &all[first]);
    for (size_t i = first; i < r->data->project_count; i++)
        give_grade(to, &all[i], r->data->project_count == first + 1);
    for (size_t i = first; i < r->data->project_count; i++)
        for (size_t k = 0; k < all[i].kpi_count; k++) {
            const kpi *said = kpi_named(to, all[i].kpis[k].name);

            list[used] = all[i].kpis[k];
            if (said != NULL)
                add_said(&list[used], said);
            used++;
        }
    for (size_t k = 0; k < to->kpi_count; k++) {
        bool listed = false;

        for (size_t i = first; i < r->data->project_count; i++)
            listed = listed ||
                     kpi_named(&all[i], to->kpis[k].name) != NULL;
        if (!listed)
            list[used++] = to->kpis[k];
    }
    to->kpis = list;
    to->kpi_count = used;
    return true;
}

/* That a line above a table names its indicator is known here: 指標：…. */
static void drop_uncertain(reader *r, size_t first)
{
    finding_list *all = &r->data->findings;
    size_t kept = first;

    for (size_t i = first; i < all->count; i++)
        if (strcmp(all->items[i].rule, "heading-uncertain") != 0)
            all->items[kept++] = all->items[i];
    all->count = kept;
}

static bool read_block(reader *r, arena *scratch, const book *b,
                       outline_cells cells, const page *p, const block *at,
                       size_t n, size_t index, bool *read)
{
    reader_state before = reader_state_of(r);
    sheet_view whole = r->view;
    near_miss near = { "", 0 };
    size_t tables = 0, kpis = 0;
    grid *g = arena_alloc(scratch, sizeof(*g));
    bool ok;

    if (g == NULL || !make_grid(g, scratch, whole.grid, p, at, n) ||
        !sheet_view_init(&r->view, scratch, b, g))
        return false;
    r->in_outline = true;
    ok = cells(r, scratch, g, b, &tables, &near);
    r->in_outline = false;
    r->view = whole;
    if (!ok)
        return false;
    for (size_t i = before.projects; i < r->data->project_count; i++)
        kpis += r->data->projects[i].kpi_count;
    r->ignored_count = before.ignored;
    *read = kpis > 0;
    if (*read && !give(r, index, before.projects))
        return false;
    drop_uncertain(r, before.findings);
    r->data->project_count = before.projects;
    r->listed_count = before.listed;
    if (*read)
        return true;
    reader_go_back(r, &before);
    for (size_t i = at->top; i <= at->bottom; i++)
        if (p->lines[i].kind == PAGE_TABLE) {
            reader_missed(r, p->lines[i].row, p->lines[i].col,
                          view_text(&r->view, p->lines[i].row,
                                    p->lines[i].col), "目標・実績");
            break;
        }
    return true;
}

/* 担当課 | 商工課 in a row, or 施策 | にぎわい and nothing else: a form's, though a
 * table may have as few columns. */
static bool is_labelled(reader *r, uint32_t row)
{
    const sheet_view *v = &r->view;
    uint32_t col = view_next(v, row, 0), next;

    for (unsigned n = 0; col != UINT32_MAX; col = next, n++) {
        const header_word *w = reader_word(r, row, col), *value;
        bool office = w->role == ROLE_BUREAU || w->role == ROLE_DIVISION;

        next = view_next(v, row, col + 1);
        if (next == UINT32_MAX || !w->exact || w->year_only ||
            !(office || (role_is_level(w->role) && n == 0 &&
                         view_next(v, row, next + 1) == UINT32_MAX)))
            continue;
        value = reader_word(r, row, next);
        if (view_cell(v, row, next)->type == CELL_STRING && !value->exact &&
            !value->year_only)
            return true;
    }
    return false;
}

/* 【取組1】朝市 above 担当：商工課 | 決算額 | 4,100千円 or right above 担当課 | 商工課,
 * rows of cells that no page can tell from a table's: forms. */
static bool holds_forms(reader *r, const page *p)
{
    for (size_t i = 0; i < p->line_count; i++)
        if (p->lines[i].kind == PAGE_TABLE &&
            (block_title_tells(r, p->lines[i].row) ||
             is_labelled(r, p->lines[i].row)))
            return true;
    return false;
}

bool outline_read(reader *r, arena *scratch, const book *b,
                  outline_cells cells, size_t *read)
{
    reader_state before = reader_state_of(r);
    size_t with = 0, tables = 0;
    bool found, done;
    page p;

    *read = 0;
    if (!page_find_outline(&p, r, scratch, &found))
        return false;
    if (!found || holds_forms(r, &p))
        return true;
    if (!page_take(&p, r, scratch) ||
        !page_read_lines(r, scratch, &p, &done))
        return false;
    for (size_t n = 0; done && n < p.project_count; n++) {
        block at = block_of(&p, n);
        bool ok = false;

        if (!at.has_table)
            continue;
        tables++;
        if (!read_block(r, scratch, b, cells, &p, &at, n,
                        before.projects + n, &ok))
            return false;
        with += ok;
    }
    if (done && 2 * with > tables) {
        *read = p.project_count;
        return true;
    }
    reader_go_back(r, &before);
    return true;
}
