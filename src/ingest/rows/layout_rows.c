/*
 * layout_rows.c - tables whose rows are projects and indicators
 */
#include "ingest/rows/layout_rows.h"

#include <string.h>

#include "ingest/header/title_words.h"
#include "ingest/header/unit_words.h"
#include "ingest/kpi/kpi_label.h"
#include "ingest/reader/department.h"
#include "ingest/reader/project_list.h"
#include "ingest/rows/project_cell.h"
#include "ingest/rows/rows_outer.h"
#include "ingest/rows/rows_parts.h"
#include "ingest/table/table_captions.h"
#include "wording/fold.h"

/* ---- Which rows are whose --------------------------------------------- */

static bool has_facts(const rows_reader *w, uint32_t row)
{
    for (size_t i = 0; i < w->table->count; i++) {
        const table_column *k = &w->table->columns[i];
        role c = k->role;

        if ((c == ROLE_KPI || c == ROLE_TARGET || c == ROLE_ACTUAL ||
             c == ROLE_BASELINE || c == ROLE_PLANNED || c == ROLE_YEAR ||
             c == ROLE_LINE) &&
            view_filled(&w->reader->view, row, k->col))
            return true;
    }
    return false;
}

/* Is a heading tracked, 施策 or the like, whose indicators may be several
 * departments'? */
static bool tracks_heading(const rows_reader *w)
{
    return w->project->rank > 0 && w->project->rank < RANK_ACT;
}

/* Is another department named than in the row above? */
static bool department_changes(const rows_reader *w, size_t i)
{
    static const role roles[] = { ROLE_BUREAU, ROLE_DIVISION };
    const sheet_view *v = &w->reader->view;
    uint32_t row = w->segment->rows[i];
    bool changes = false;

    for (size_t n = 0; n < sizeof(roles) / sizeof(*roles); n++) {
        const table_column *k = table_column_any(w->table, roles[n]);
        size_t before = i;
        text t;

        if (k == NULL || !view_filled(v, row, k->col) ||
            !view_begins(v, row, k->col))
            continue;
        t = view_text(v, row, k->col);
        while (before > 0 &&
               !view_filled(v, w->segment->rows[before - 1], k->col))
            before--;
        changes = changes ||
                  (before > 0 && !reader_is_ditto(t) &&
                   !text_equal(t, view_text(v, w->segment->rows[before - 1],
                                            k->col)));
    }
    return changes;
}

/* Has the last project a line above row i that says the same in both columns?
 * `b` may be NULL. */
static bool has_line(const rows_reader *w, size_t i, const table_column *a,
                     const table_column *b)
{
    const sheet_view *v = &w->reader->view;
    const uint32_t *rows = w->segment->rows;

    for (size_t n = i; n-- > w->spans[w->span_count - 1].first;)
        if (text_equal(view_text(v, rows[n], a->col),
                       view_text(v, rows[i], a->col)) &&
            (b == NULL || text_equal(view_text(v, rows[n], b->col),
                                     view_text(v, rows[i], b->col))))
            return true;
    return false;
}

/* 再掲 begins beside an indicator that the project has already. */
static bool is_listed_again(const rows_reader *w, size_t i)
{
    const sheet_view *v = &w->reader->view;
    const table_column *flag = table_may_have(w->table, ROLE_RELISTED)
                                   ? table_column_any(w->table, ROLE_RELISTED)
                                   : NULL;
    const table_column *k = table_column_any(w->table, ROLE_KPI);

    return flag != NULL && k != NULL &&
           view_filled(v, w->segment->rows[i], flag->col) &&
           !view_filled(v, w->segment->rows[i - 1], flag->col) &&
           project_relisted_mark(view_text(v, w->segment->rows[i],
                                           flag->col)) &&
           has_line(w, i, k, NULL);
}

/* A line of the same indicator, for a year that the project's lines do not have
 * yet: its office may have another name then. */
static bool is_next_year(const rows_reader *w, size_t i)
{
    const sheet_view *v = &w->reader->view;
    const table_column *year = table_may_have(w->table, ROLE_YEAR)
                                   ? table_column_any(w->table, ROLE_YEAR)
                                   : NULL;
    const table_column *k = table_column_any(w->table, ROLE_KPI);
    const uint32_t *rows = w->segment->rows;

    return year != NULL && k != NULL && view_filled(v, rows[i], year->col) &&
           text_equal(view_text(v, rows[i], k->col),
                      view_text(v, rows[i - 1], k->col)) &&
           !has_line(w, i, k, year);
}

/* The project's cell of a row; a dash there says that the level above is
 * meant: 施策 | － beside 数値目標. */
static text project_at(const rows_reader *w, uint32_t row)
{
    text above = rows_innermost_label(w);

    return above.length > 0 &&
                   !view_hangs(&w->reader->view, row, w->project->col) &&
                   cell_says_none(&w->reader->view, row, w->project->col)
               ? above : view_text(&w->reader->view, row, w->project->col);
}

static bool starts_project(rows_reader *w, size_t i, bool labels_new)
{
    uint32_t row = w->segment->rows[i];
    const sheet_view *v = &w->reader->view;
    text t;

    if (w->project == NULL)
        return has_facts(w, row) &&
               w->span_count == 0;
    t = project_at(w, row);
    if (t.length == 0)
        return (labels_new || w->span_count == 0) && has_facts(w, row);
    if (w->span_count == 0)
        return true;
    if (view_hangs(v, row, w->project->col) || reader_is_ditto(t))
        return false;
    if (view_range(v, row, w->project->col).last_row > row || labels_new)
        return true;
    /* a name that is repeated on each line of its project */
    return !text_equal(t, w->spans[w->span_count - 1].name) ||
           (!tracks_heading(w) && department_changes(w, i) &&
            !is_next_year(w, i)) ||
           is_listed_again(w, i) ||
           w->spans[w->span_count - 1].merged;
}

/* Takes a row that says below a project's name what may stand behind it. A
 * department without figures heads what follows. */
static bool takes_below(rows_reader *w, uint32_t row)
{
    project_span *span = w->span_count > 0 ? &w->spans[w->span_count - 1]
                                           : NULL;
    text t;
    bool office;

    if (w->project == NULL || span == NULL ||
        view_hangs(&w->reader->view, row, w->project->col))
        return false;
    t = view_text(&w->reader->view, row, w->project->col);
    if (!project_cell_goes_on(w->reader, t, &office) ||
        (office && !has_facts(w, row)))
        return false;
    span->below = span->below.length == 0
                      ? t : project_cell_joined(w->reader, span->below, t);
    return true;
}

/* A form on its side names its project once: beside any of the indicators. */
static uint32_t lone_project(const rows_reader *w)
{
    const sheet_view *v = &w->reader->view;
    uint32_t found = UINT32_MAX;

    if (!v->turned || w->project == NULL)
        return UINT32_MAX;
    for (size_t i = 0; i < w->segment->count; i++) {
        uint32_t row = w->segment->rows[i];

        if (!view_filled(v, row, w->project->col) ||
            view_hangs(v, row, w->project->col))
            continue;
        if (found != UINT32_MAX)
            return UINT32_MAX;
        found = row;
    }
    return found;
}

static bool find_projects(rows_reader *w)
{
    uint32_t lone = lone_project(w);

    for (size_t i = 0; i < w->segment->count; i++) {
        uint32_t row = w->segment->rows[i];
        bool labels_new = rows_take_labels(w, row);
        project_span *span;

        if (w->table->tier_count > 0 && rows_tier_alone(w, row))
            continue;
        if (lone != UINT32_MAX ? i > 0
                               : !starts_project(w, i, labels_new) ||
                                     takes_below(w, row)) {
            if (w->span_count > 0)
                w->spans[w->span_count - 1].last = i;
            continue;
        }
        span = arena_push(w->reader->memory, (void **)&w->spans,
                          &w->span_count, &w->span_capacity, sizeof(*span));
        if (span == NULL)
            return false;
        span->first = span->last = i;
        span->row = row;
        span->name = w->project != NULL
                         ? project_at(w, lone != UINT32_MAX ? lone : row)
                         : text_of("");
        span->merged = w->project != NULL &&
                       view_range(&w->reader->view, row,
                                  w->project->col).last_row > row;
        if (span->name.length == 0)
            span->name = rows_innermost_label(w);
        memcpy(span->labels, w->labels, sizeof(span->labels));
        memcpy(span->numbers, w->numbers, sizeof(span->numbers));
        rows_leave_tier(w, span);
    }
    return true;
}

/* ---- The segment ------------------------------------------------------ */

/* 施策１－１　防災体制の充実, ア　防災体制の充実: the name alone. */
static text measure_title(rows_reader *w, text measure)
{
    text no, title;
    heading_style style = heading_read(measure, &no, &title);

    if (title.length == 0 || no.length == 0)
        return style == STYLE_MEASURE_WORD && title.length > 0 ? title
                                                               : measure;
    w->head_no = no;
    return title;
}

/* A theme's or part's title, whose number it has. */
static text head_title(rows_reader *w, const heading *h)
{
    w->head_no = text_of(h->no);
    return text_of(h->title);
}

/* 指標１　来館者数（人）: 来館者数. */
static text captioned_name(rows_reader *w)
{
    text caption = w->table->caption, name, rest, unit;

    if (!kpi_label_caption_names(w->reader->memory, caption, &name))
        return caption;
    if (unit_take_from_name(w->reader->memory, name, &rest, &unit))
        name = rest;
    return kpi_label_cut(kpi_label_caption_cut(name));
}

/* A table without any project: what its heading names is tracked; without
 * headings, each indicator stands for itself. */
static text tracked_name(rows_reader *w)
{
    const headings *h = &w->reader->headings;

    if (w->reader->heading_project[0] != '\0')
        return text_of(w->reader->heading_project);
    if (w->reader->captioned) {
        text subject = table_caption_subject(w->table);

        reader_finding(w->reader, "heading-uncertain",
                       w->table->caption_row, w->table->col, subject, NULL,
                       NULL, NULL);
        return subject;
    }
    if (h->measure[0] != '\0')
        return measure_title(w, text_of(h->measure));
    if (h->has_part)
        return head_title(w, &h->part);
    if (h->has_theme)
        return head_title(w, &h->theme);
    if (w->reader->turned_title[0] != '\0')
        return text_of(w->reader->turned_title);
    if (w->table->caption.length > 0 && !h->has_goal &&
        table_column_any(w->table, ROLE_KPI) == NULL)
        return captioned_name(w);
    if (h->has_goal && h->goal.title[0] == '\0')
        return text_of(h->goal.no);
    if (h->has_goal) /* 【１】 alone is as good as a theme's; not 基本目標１ */
        return h->goal_style == STYLE_GOAL_WORD ? text_of(h->goal.title)
                                                : head_title(w, &h->goal);
    return table_caption_bracketed(w->table);
}

/* …の推進　指標の推移 above indicators that nothing else groups: what the
 * document is about. */
static text titled_act(rows_reader *w)
{
    reader *r = w->reader;
    const cell *first = r->view.grid->cells;
    text act;

    if (r->view.turned || r->view.origin_count > 0 || w->span_count != 1 ||
        r->view.grid->count == 0 || first->row >= w->table->top ||
        first->type != CELL_STRING)
        return text_of("");
    act = title_act(view_text(&r->view, first->row, first->col),
                    r->context_year);
    if (act.length > 0)
        reader_finding(r, "heading-uncertain", first->row, first->col, act,
                       NULL, NULL, NULL);
    return act;
}

/* A code again, on the line of its next year. */
static bool repeats_code(const rows_reader *w, text name)
{
    return w->table->coded && w->span_count > 0 &&
           text_equal(name, w->spans[w->span_count - 1].name);
}

static bool split_by_kpi(rows_reader *w)
{
    const table_column *k = table_column_any(w->table, ROLE_KPI);

    if (k == NULL)
        return true;
    w->span_count = 0;
    for (size_t i = 0; i < w->segment->count; i++) {
        project_span *span;
        text unit, name = view_text(&w->reader->view, w->segment->rows[i],
                                    k->col);

        if ((!rows_kpi_begins(w, k, i) || repeats_code(w, name) ||
             !view_begins(&w->reader->view, w->segment->rows[i], k->col) ||
             !view_filled(&w->reader->view, w->segment->rows[i], k->col)) &&
            w->span_count > 0) {
            w->spans[w->span_count - 1].last = i;
            continue;
        }
        span = arena_push(w->reader->memory, (void **)&w->spans,
                          &w->span_count, &w->span_capacity, sizeof(*span));
        if (span == NULL)
            return false;
        memset(span, 0, sizeof(*span));
        span->first = span->last = i;
        span->row = w->segment->rows[i];
        span->name = name;
        if (!w->table->coded)
            unit_take_from_name(w->reader->memory, name, &span->name, &unit);
        memcpy(span->labels, w->labels, sizeof(span->labels));
        memcpy(span->numbers, w->numbers, sizeof(span->numbers));
    }
    return true;
}

static bool prepare(rows_reader *w)
{
    if (rows_listed(w))
        return !w->reader->failed;
    if (w->table->coded && !w->table->list)
        return split_by_kpi(w);
    if (!find_projects(w))
        return false;
    if (w->project != NULL)
        return !tracks_heading(w) || rows_split(w);
    if (!rows_groups(w))
        return false;
    for (size_t n = 0; n < w->span_count; n++)
        if (w->spans[n].name.length == 0) {
            w->spans[n].name = tracked_name(w);
            w->headed = w->spans[n].name.length > 0;
        }
    if (w->span_count > 0 && w->spans[0].name.length == 0)
        w->spans[0].name = titled_act(w);
    return w->span_count == 0 || w->spans[0].name.length > 0
               ? rows_split(w) : split_by_kpi(w);
}

/* What a list tells of its projects. */
static list_kind kind_of_list(const table *t)
{
    static const role others[] = { ROLE_GOAL, ROLE_THEME, ROLE_PART,
                                   ROLE_MEASURE, ROLE_BUREAU, ROLE_DIVISION,
                                   ROLE_SUMMARY, ROLE_PURPOSE, ROLE_GRANT,
                                   ROLE_PERIOD };

    if (t->coded)
        return LIST_OF_CODES;
    for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
        if (table_may_have(t, others[i]))
            return LIST_OF_PROJECTS;
    return table_may_have(t, ROLE_GRADE)  ? LIST_OF_VERDICTS
           : table_may_have(t, ROLE_COST) ? LIST_OF_COSTS
                                          : LIST_OF_PROJECTS;
}

/* A listed project, and what others call it by. */
static void add_to_list(rows_reader *w, const project_span *span,
                        const table_column *parent)
{
    project *p = &w->reader->data->projects[span->built];
    text keys[2] = { text_of(""), text_of("") };
    const char *header = "";

    for (size_t i = w->table->count; i-- > 0;) {
        const table_column *k = &w->table->columns[i];
        bool code = k->role == ROLE_CODE;

        if (k == parent || k->numbers != 0 ||
            (!code && k->role != ROLE_NO))
            continue;
        keys[code] = view_text(&w->reader->view, span->row, k->col);
        header = code ? k->header : header;
    }
    if (w->table->coded)
        keys[1] = text_of(p->name);
    project_list_add(w->reader, span->built, keys[0], keys[1], header,
                     kind_of_list(w->table));
    if (p->no[0] == '\0' && keys[1].length > 0)
        p->no = reader_line(w->reader, keys[1]);
}

static bool read_table(reader *r, segment *s, ingest_table *report)
{
    rows_reader w = { .reader = r, .segment = s, .table = s->table };
    const table_column *parent = NULL;
    bool placed = false;

    w.project = table_column_any(s->table, ROLE_PROJECT);
    for (size_t i = 0; i < LEVELS; i++) {
        w.levels[i] = table_column_any(s->table, rows_level_roles[i]);
        w.labels[i] = w.numbers[i] = text_of("");
    }
    if (s->count == 0)
        return true;
    if (!rows_gather(r->memory, &r->view, s) || !prepare(&w) ||
        !rows_kpis(&w)) {
        r->failed = true;
        return false;
    }
    rows_offices(&w);
    parent = rows_parent_column(&w);
    for (size_t n = 0; n < w.span_count; n++) {
        project *p;

        if (w.spans[n].listed_count > 0) {
            w.spans[n].built = w.spans[n].listed[0];
            w.spans[n].built_name = r->data->projects[w.spans[n].built].name;
            continue;
        }
        p = dataset_add_project(r->data);
        if (p == NULL) {
            r->failed = true;
            return false;
        }
        p->source = r->source;
        memcpy(w.labels, w.spans[n].labels, sizeof(w.labels));
        memcpy(w.numbers, w.spans[n].numbers, sizeof(w.numbers));
        rows_take_level_offices(&w);
        rows_set_levels(&w, p);
        rows_project(&w, &w.spans[n], p);
        placed = rows_take_parent(&w, &w.spans[n], parent, p) || placed;
        if (w.project != NULL && w.project->goal_level && !p->has_goal) {
            reader_set_heading(r, &p->has_goal, &p->goal, w.spans[n].name);
            if (p->goal.title[0] != '\0')
                p->name = p->goal.title;
        }
        if (!rows_order_kpis(r->memory, &r->view, &w.spans[n])) {
            r->failed = true;
            return false;
        }
        rows_costs(&w, &w.spans[n], p);
        rows_cost_lines(&w, &w.spans[n], p);
        w.spans[n].built = r->data->project_count - 1;
        w.spans[n].built_name = p->name;
    }
    if (placed)
        project_list_give_up(r, parent->header);
    rows_name_sharers(&w);
    w.grades_apart = rows_grades_apart(&w);
    for (size_t n = 0; n < w.span_count; n++) {
        project *p = &r->data->projects[w.spans[n].built];

        rows_grades(&w, &w.spans[n], p);
        if (w.spans[n].listed_count > 0) {
            r->failed = r->failed || !rows_give_listed(&w, &w.spans[n]);
            continue;
        }
        p->kpis = w.spans[n].kpis;
        p->kpi_count = w.spans[n].kpi_count;
        if (w.table->list)
            add_to_list(&w, &w.spans[n], parent);
        else if (r->listed_count > 0)
            project_list_complete(r, p);
    }
    if (report != NULL) {
        report->projects += w.table->coded ? 0 : w.span_count;
        report->kpis += w.kpis;
    }
    return !r->failed;
}

bool layout_rows_read(reader *r, segment *s, ingest_table *report)
{
    rows_levels levels;
    segment one = *s;

    if (!rows_outer(r->memory, &r->view, s, &levels)) {
        r->failed = true;
        return false;
    }
    if (levels.outer == NULL)
        return read_table(r, s, report);
    one.table = levels.outer;
    if (!read_table(r, &one, report))
        return false;
    one = *s; /* which goes on with the whole table */
    one.table = levels.inner;
    return read_table(r, &one, report);
}

const char *layout_rows_name(const table *t)
{
    if (t->blocks > 1)
        return "wide";
    /* no column of its own for target or baseline: they stand in the text */
    return table_column_any(t, ROLE_TARGET) == NULL &&
                   table_column_any(t, ROLE_BASELINE) == NULL &&
                   table_column_any(t, ROLE_PLANNED) == NULL &&
                   table_column_any(t, ROLE_LINE) == NULL
               ? "strategy"
               : "flat";
}
