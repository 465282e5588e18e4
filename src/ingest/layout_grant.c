/*
 * layout_grant.c - forms: label and value, one project a sheet or block
 */
#include "ingest/layout_grant.h"

#include <string.h>

#include "ingest/cell_value.h"
#include "ingest/grant_parts.h"
#include "ingest/layout_rows.h"
#include "ingest/project_cell.h"
#include "ingest/unit_words.h"

/* A longer text beside an indicator is a comment. */
enum { GRADE_BYTES = 90 };

/* Does the plan name the family of forms? 1 yes, -1 only others, 0 none. */
static int planned_form(const plan *p)
{
    for (size_t i = 0; i < p->layout_count; i++)
        if (strcmp(p->layouts[i], "grant") == 0)
            return 1;
    return p->layout_count > 0 ? -1 : 0;
}

bool layout_grant_matches(reader *r, const table *t, uint32_t from)
{
    form f = { .reader = r, .table = t };
    int hint = planned_form(r->plan);

    for (size_t i = 0; i < t->count; i++)
        if (role_is_level(t->columns[i].role))
            return false;
    if (t->blocks > 1)
        return false;
    for (uint32_t row = from; row < t->top; row++)
        for (uint32_t c = view_next(&r->view, row, 0); c != UINT32_MAX;
             c = view_next(&r->view, row, c + 1)) {
            const header_word *w = form_label(&f, row, c);

            /* where the plan lists rows only, a form names its project */
            if (w->role != ROLE_NONE && (w->exact || hint > 0) &&
                form_knows(w->role) && w->role != ROLE_REMARK &&
                w->role != ROLE_NO && (hint >= 0 || role_is_level(w->role)))
                return true;
        }
    return false;
}

/* ---- Indicators ------------------------------------------------------- */

/* Words merged over columns that the header keeps apart: a remark. */
static bool is_wide(const form *f, uint32_t row, uint32_t col)
{
    const sheet_view *v = &f->reader->view;
    const cell *c = view_cell(v, row, col);
    merge_range m = view_range(v, row, col);

    return c->type == CELL_STRING && m.last_col > m.col &&
           m.last_col > view_range(v, f->table->bottom, m.col).last_col;
}

static bool is_kpi_row(const form *f, uint32_t row)
{
    const table_column *k = table_column_any(f->table, ROLE_KPI);
    text what;
    row_kind kind = row_kind_of(f->reader, f->table, row, &what);
    const header_word *w;
    uint32_t first = view_next(&f->reader->view, row, 0);

    if (kind != ROW_DATA || k == NULL || first == UINT32_MAX)
        return false;
    w = form_label(f, row, first);
    if (w->exact && (form_knows(w->role) || w->role == ROLE_IGNORED))
        return false; /* 今後の課題 | … */
    if (view_hangs(&f->reader->view, row, k->col))
        return true;
    for (size_t i = 0; i < f->table->count; i++) {
        role r = f->table->columns[i].role;

        if ((r == ROLE_TARGET || r == ROLE_ACTUAL || r == ROLE_BASELINE ||
             r == ROLE_PLANNED || r == ROLE_RATE) &&
            view_filled(&f->reader->view, row, f->table->columns[i].col) &&
            !is_wide(f, row, f->table->columns[i].col))
            return true;
    }
    return false;
}

/* An indicator that labels describe: 指標① | 団体数, 単位 | 団体, 目標値（R7） | 60
 * above a table of its years. */
typedef struct labelled {
    text name, unit;
    bool has_baseline, has_target;
    uint32_t baseline_row, baseline_col, target_row, target_col;
    year_span baseline_years, target_years;
} labelled;

static void take_fact(const form *f, labelled *l, const header_word *w,
                      uint32_t row, uint32_t col)
{
    text value = view_text(&f->reader->view, row, col);

    switch (w->role) {
    case ROLE_KPI:
        l->name = value;
        break;
    case ROLE_NAME:
        if (l->name.length == 0)
            l->name = value;
        break;
    case ROLE_UNIT:
        l->unit = unit_plain(value);
        break;
    case ROLE_BASELINE:
        l->has_baseline = true;
        l->baseline_row = row;
        l->baseline_col = col;
        l->baseline_years = w->years;
        break;
    case ROLE_TARGET:
        l->has_target = true;
        l->target_row = row;
        l->target_col = col;
        l->target_years = w->years;
        break;
    default:
        break;
    }
}

static labelled find_labelled(const form *f, uint32_t from)
{
    const sheet_view *v = &f->reader->view;
    labelled l = { .has_baseline = false };

    l.name = l.unit = text_of("");
    /* ＫＰＩ① | 参加企業数 over the years is taken for a part of the header */
    for (uint32_t row = from; row < f->table->bottom; row++)
        for (uint32_t c = view_next(v, row, 0); c != UINT32_MAX;
             c = view_next(v, row, c + 1)) {
            const header_word *w = form_label(f, row, c);
            uint32_t next = view_next(v, row,
                                      view_range(v, row, c).last_col + 1);

            if (!w->exact || next == UINT32_MAX ||
                form_label(f, row, next)->exact)
                continue;
            take_fact(f, &l, w, row, next);
            c = next;
        }
    return l;
}

/* Labels of an indicator and no more, from a row down to the table. */
bool layout_grant_labels(reader *r, const table *t, uint32_t from)
{
    form f = { .reader = r, .table = t };

    if (table_column_any(t, ROLE_KPI) != NULL)
        return false;
    for (uint32_t row = from; row < t->top; row++) {
        uint32_t c = view_next(&r->view, row, 0);
        const header_word *w = c == UINT32_MAX ? NULL
                                               : form_label(&f, row, c);

        if (w != NULL &&
            (!w->exact ||
             (w->role != ROLE_KPI && w->role != ROLE_NAME &&
              w->role != ROLE_UNIT && w->role != ROLE_BASELINE &&
              w->role != ROLE_TARGET)))
            return false;
    }
    return find_labelled(&f, from).name.length > 0;
}

static void fill_labelled(form *f, kpi *k, const labelled *l)
{
    reader *r = f->reader;
    cell_value v;

    if (k->unit[0] == '\0')
        k->unit = reader_text(r, l->unit);
    for (size_t i = 0; i < k->actual_count; i++)
        if (k->actuals[i].unit[0] == '\0')
            k->actuals[i].unit = k->unit;
    if (l->has_baseline && !k->baseline.present) {
        cell_value_read(r, &v, l->baseline_row, l->baseline_col,
                        text_of(k->unit), VALUE_NEEDED);
        k->baseline.present = v.present;
        k->baseline.value = (quantity){ v.has_value, v.value };
        k->baseline.fiscal_year = v.years.to != 0 ? v.years.to
                                                  : l->baseline_years.to;
        k->baseline.text = v.text;
        k->baseline.unit = reader_text(r, v.unit);
        k->baseline.where = view_place(&r->view, l->baseline_row,
                                       l->baseline_col);
    }
    if (l->has_target && !k->target.value.known) {
        year_span years;

        cell_value_read(r, &v, l->target_row, l->target_col,
                        text_of(k->unit), VALUE_NEEDED);
        years = v.years.to != 0 ? v.years : l->target_years;
        k->target.value = (quantity){ v.has_value, v.value };
        k->target.state = v.state;
        k->target.text = v.text;
        k->target.from = years.from;
        k->target.to = years.to;
        k->target.qualifier = reader_text(r, v.qualifier);
        k->target.unit = reader_text(r, v.unit);
        k->target.where = view_place(&r->view, l->target_row, l->target_col);
    }
}

/* The rows of a table without indicators' names, up to the first gap. */
static uint32_t read_labelled(form *f, uint32_t from, uint32_t last,
                              kpi_list *all)
{
    reader *r = f->reader;
    labelled l = find_labelled(f, from);
    segment s = { .table = f->table };
    uint32_t row = f->table->first_row;
    kpi_list list;

    for (; row <= last && view_next(&r->view, row, 0) != UINT32_MAX; row++) {
        uint32_t *slot = arena_push(r->memory, (void **)&s.rows, &s.count,
                                    &s.capacity, sizeof(*slot));

        if (slot == NULL) {
            r->failed = true;
            return row;
        }
        *slot = row;
    }
    if (s.count == 0 || l.name.length == 0 ||
        !kpi_build(r, &list, &s, 1, 0, s.count - 1, NULL,
                   reader_line(r, l.name)))
        return row;
    fill_labelled(f, &list.items[0], &l);
    *all = list;
    return row;
}

static uint32_t read_indicators(form *f, uint32_t last, kpi_list *all)
{
    reader *r = f->reader;
    const table_column *k = table_column_any(f->table, ROLE_KPI);
    segment s = { .table = f->table };
    size_t capacity = 0;
    uint32_t row = f->table->first_row;

    for (; row <= last; row++) {
        uint32_t *slot;

        if (view_next(&r->view, row, 0) == UINT32_MAX && s.count > 0 &&
            (row + 1 > last || !is_kpi_row(f, row + 1)))
            break;
        if (view_next(&r->view, row, 0) == UINT32_MAX)
            continue;
        if (!is_kpi_row(f, row))
            break;
        slot = arena_push(r->memory, (void **)&s.rows, &s.count, &s.capacity,
                          sizeof(*slot));
        if (slot == NULL) {
            r->failed = true;
            return row;
        }
        *slot = row;
    }
    for (size_t i = 0; k != NULL && i < s.count; i++) {
        kpi_list list;
        size_t end = i;

        if (!view_filled(&r->view, s.rows[i], k->col))
            continue;
        while (end + 1 < s.count &&
               (view_hangs(&r->view, s.rows[end + 1], k->col) ||
                !view_filled(&r->view, s.rows[end + 1], k->col)))
            end++;
        if (!kpi_build(r, &list, &s, k->block, i, end, k, ""))
            return row;
        for (size_t n = 0; n < list.count; n++) {
            kpi *slot = arena_push(r->memory, (void **)&all->items,
                                   &all->count, &capacity, sizeof(*slot));

            if (slot == NULL) {
                r->failed = true;
                return row;
            }
            *slot = list.items[n];
        }
        i = end;
    }
    return row;
}

/* Behind the indicators: notes belong to this form, a title does not. */
static bool is_tail(const form *f, uint32_t row, bool more)
{
    uint32_t first = view_next(&f->reader->view, row, 0);
    text t;

    if (!more || first == UINT32_MAX)
        return true;
    t = view_text(&f->reader->view, row, first);
    return text_starts(t, "※") || text_starts(t, "注") ||
           form_label(f, row, first)->role == ROLE_REMARK;
}

/* The grade beside an indicator. */
static void take_grade(form *f, kpi *k)
{
    const table_column *c = table_column_any(f->table, ROLE_GRADE);
    const sheet_view *v = &f->reader->view;
    text t;

    if (c == NULL)
        c = table_column_any(f->table, ROLE_STATUS);
    if (c == NULL)
        return;
    t = view_text(v, view_place_row(v, &k->where), c->col);
    if (t.length > 0 && t.length <= GRADE_BYTES)
        k->declared_grade = reader_line(f->reader, t);
}

bool layout_grant_read(reader *r, const table *t, uint32_t from,
                       uint32_t last, bool more, uint32_t *next,
                       ingest_table *report)
{
    form f = { .reader = r, .table = t };
    kpi_list all = { NULL, 0 };
    uint32_t row;

    f.title = f.cover = f.level = text_of("");
    f.project = dataset_add_project(r->data);
    *next = last + 1;
    if (f.project == NULL) {
        r->failed = true;
        return false;
    }
    f.project->source = r->source;
    for (row = from; row < t->top; row++)
        form_take_row(&f, row);
    row = table_column_any(t, ROLE_KPI) == NULL
              ? read_labelled(&f, from, last, &all)
              : read_indicators(&f, last, &all);
    f.below = true;
    for (; row <= last && is_tail(&f, row, more); row++)
        form_take_row(&f, row);
    *next = row;
    if (!f.named && f.level.length > 0) {
        /* the form tracks the measure itself */
        f.title = f.level;
        f.title_row = f.level_row;
        f.title_col = f.level_col;
        f.project->measure = "";
    }
    if (f.title.length == 0) {
        f.title = f.cover.length > 0 ? f.cover
                                     : text_of(r->view.grid->sheet);
        f.title_row = from;
    }
    f.project->where = view_place(&r->view, f.title_row, f.title_col);
    project_cell_read(r, f.project, f.title, f.title_row, f.title_col);
    f.project->kpis = all.items;
    f.project->kpi_count = all.count;
    for (size_t i = 0; i < all.count; i++) {
        take_grade(&f, &all.items[i]);
        reader_direction(r, &all.items[i]);
    }
    if (report != NULL) {
        report->row = from;
        report->last_row = row > 0 ? row - 1 : 0;
        report->projects++;
        report->kpis += all.count;
    }
    return !r->failed;
}

bool layout_grant_more(reader *r, const table *t, uint32_t from,
                       uint32_t last, bool more, uint32_t *next,
                       ingest_table *report)
{
    project *p = &r->data->projects[r->data->project_count - 1];
    form f = { .reader = r, .table = t, .project = p, .below = true };
    kpi_list all = { NULL, 0 };
    kpi *both;

    f.title = text_of(p->name);
    f.cover = f.level = text_of("");
    if (table_column_any(t, ROLE_KPI) == NULL) {
        *next = read_labelled(&f, from, last, &all);
    } else {
        *next = read_indicators(&f, last, &all);
        more = true;
    }
    for (; *next <= last && is_tail(&f, *next, more); (*next)++)
        form_take_row(&f, *next);
    both = arena_array(r->memory, p->kpi_count + all.count + 1,
                       sizeof(*both));
    if (both == NULL) {
        r->failed = true;
        return false;
    }
    if (p->kpi_count > 0)
        memcpy(both, p->kpis, p->kpi_count * sizeof(*both));
    for (size_t i = 0; i < all.count; i++) {
        take_grade(&f, &all.items[i]);
        reader_direction(r, &all.items[i]);
        both[p->kpi_count++] = all.items[i];
    }
    p->kpis = both;
    if (report != NULL) {
        report->last_row = *next > 0 ? *next - 1 : 0;
        report->kpis += all.count;
    }
    return !r->failed;
}
