/*
 * rows_project.c - a project's own columns: name, bureau, summary, grade
 */
#include <string.h>

#include "ingest/reader/cell_value.h"
#include "ingest/reader/department.h"
#include "ingest/reader/project_grade.h"
#include "ingest/rows/project_cell.h"
#include "ingest/rows/rows_parts.h"
#include "kpi/achievement.h"
#include "wording/glyph.h"

enum { DITTO_ROWS = 200, REASON_BYTES = 60 };

/* The first text of a column in the project's rows. A label that was left
 * out or stands for the one above (〃) is the caller's to inherit. */
static text project_text(const rows_reader *w, const project_span *span,
                         const table_column *k, uint32_t *row)
{
    for (size_t n = span->first; n <= span->last; n++) {
        text t = view_text(&w->reader->view, w->segment->rows[n], k->col);

        if (t.length == 0)
            continue;
        *row = w->segment->rows[n];
        return t;
    }
    return text_of("");
}

/* As project_text, with 〃 looked up in the rows above. */
static text label_text(const rows_reader *w, const project_span *span,
                       const table_column *k, uint32_t *row)
{
    text t = project_text(w, span, k, row);
    bool ditto = reader_is_ditto(t);

    for (size_t n = span->first; ditto && n-- > 0;)
        if (view_filled(&w->reader->view, w->segment->rows[n],
                      k->col)) {
            t = view_text(&w->reader->view, w->segment->rows[n], k->col);
            ditto = reader_is_ditto(t);
        }
    return ditto ? text_of("") : t;
}

/* 局 | 部 | 課: the words of columns that go on with the first one's. */
static text office_text(const rows_reader *w, const project_span *span,
                        const table_column *k, text first)
{
    const table_column *end = w->table->columns + w->table->count;
    text all = first;

    while (++k < end && k->goes_on) {
        uint32_t row = span->row;
        text more = label_text(w, span, k, &row);

        if (more.length > 0 &&
            !cell_says_none(&w->reader->view, row, k->col))
            all = department_join(w->reader, all, more);
    }
    return all;
}

/* Another department further down in the project's rows is said: the first
 * one is the project's. */
static void note_others(rows_reader *w, const project_span *span,
                        const table_column *k, text first)
{
    reader *r = w->reader;
    text last = first;

    for (size_t n = span->first; n <= span->last && k != NULL; n++) {
        uint32_t row = w->segment->rows[n];
        text t = view_text(&r->view, row, k->col);

        if (t.length == 0 || reader_is_ditto(t) || text_equal(t, last))
            continue;
        if (!text_equal(t, first))
            reader_finding(r, "department-of-row", row, k->col, t,
                           reader_line(r, first), NULL, NULL);
        last = t;
    }
}

static void set_period(rows_reader *w, project *p, text t)
{
    year_span span = { 0 };
    size_t start, end;

    if (t.length == 0 ||
        !fiscal_year_find(&span, &start, &end, t, w->reader->context_year))
        return;
    p->has_period = true;
    p->period_from = span.from != 0 ? span.from : span.to;
    p->period_to = span.open ? 0 : span.to;
}

bool rows_cost(reader *r, project *p, const cell_value *v, text *unit,
               int fiscal_year, place where)
{
    cost *grown = arena_array(r->memory, p->cost_count + 1, sizeof(*grown));
    bool said;

    if (grown == NULL) {
        r->failed = true;
        return true;
    }
    if (p->cost_count > 0)
        memcpy(grown, p->costs, p->cost_count * sizeof(*grown));
    if (v->unit.length > 0)
        *unit = v->unit;
    said = unit->length > 0;
    if (!said)
        *unit = text_of(r->plan->cost_unit[0] != '\0' ? r->plan->cost_unit
                                                      : "千円");
    grown[p->cost_count++] = (cost){
        .fiscal_year = fiscal_year,
        .value = { v->has_value, v->value },
        .unit = reader_text(r, *unit),
        .text = v->text,
        .where = where
    };
    p->costs = grown;
    return said;
}

static void add_cost(rows_reader *w, project *p, const table_column *k,
                     uint32_t row)
{
    reader *r = w->reader;
    cell_value v;
    text unit = k->unit;

    cell_value_read(r, &v, row, k->col, unit, VALUE_RATE);
    if (!v.present ||
        rows_cost(r, p, &v, &unit,
                  k->years.to != 0 ? k->years.to : r->stated_year,
                  view_place(&r->view, row, k->col)) ||
        r->cost_noted == w->table->bottom + 1)
        return;
    r->cost_noted = w->table->bottom + 1;
    reader_finding(r, "cost-unit-inferred", w->table->bottom, k->col,
                   text_of(k->header), reader_text(r, unit), NULL, NULL);
}

void rows_municipalities(reader *r, project *p, text t,
                         const char *const *marks, size_t count)
{
    size_t start = 0;

    for (size_t at = 0; at <= t.length;) {
        size_t mark = at == t.length ? 1 : 0;

        for (size_t i = 0; i < count && mark == 0; i++)
            if (text_starts(text_from(t, at), marks[i]))
                mark = strlen(marks[i]);
        if (mark == 0) {
            utf8_next(t, &at);
            continue;
        }
        rows_municipality(r, p, text_trim(text_cut(t, start, at)));
        at += mark;
        start = at;
    }
}

static void add_municipalities(rows_reader *w, project *p, text t)
{
    static const char *const marks[] = { "、", "\n", "，" };

    rows_municipalities(w->reader, p, t, marks,
                        sizeof(marks) / sizeof(*marks));
}

void rows_municipality(reader *r, project *p, text one)
{
    size_t mark = text_find(one, "（代表", 0);
    const char *name;

    if (mark == SIZE_MAX)
        mark = text_find(one, "(代表", 0);
    if (one.length == 0)
        return;
    name = reader_line(r, mark == SIZE_MAX ? one : text_cut(one, 0, mark));
    if (mark != SIZE_MAX && p->municipality_count > 0) {
        /* the representative comes first */
        const char *first = p->municipalities[0];

        reader_add_text(r, &p->municipalities, &p->municipality_count,
                        first);
        p->municipalities[0] = name;
    } else
        reader_add_text(r, &p->municipalities, &p->municipality_count, name);
    if (mark != SIZE_MAX || p->lead[0] == '\0')
        p->lead = name;
}

/* Most columns are an indicator's: nothing of the project is in them. */
static bool is_of_indicator(role r)
{
    return r >= ROLE_KPI && r <= ROLE_RATE;
}

/* 大項目 over Ⅰ | 人権の尊重: the number of that level, not of the project. */
static bool numbers_level(const rows_reader *w, const table_column *k)
{
    const table_column *next = k + 1;

    return next < w->table->columns + w->table->count &&
           role_is_level(next->role) && next != w->project &&
           next->head_row == k->head_row && next->head_col == k->head_col;
}

static void take_column(rows_reader *w, project_span *span, project *p,
                        const table_column *k)
{
    reader *r = w->reader;
    uint32_t row = span->row;
    text t;

    if (is_of_indicator(k->role))
        return;
    t = k->role == ROLE_REMARK || k->role == ROLE_COST
            ? project_text(w, span, k, &row)
            : label_text(w, span, k, &row);
    if (t.length == 0)
        return;
    switch (k->role) {
    case ROLE_NO: /* below a heading, its first indicator's */
        if (p->no[0] == '\0' && !w->headed && !numbers_level(w, k))
            p->no = reader_line(r, t);
        break;
    case ROLE_RELISTED:
        p->relisted = p->relisted || project_relisted_mark(t);
        break;
    case ROLE_SUMMARY:
        if (p->summary[0] == '\0')
            p->summary = reader_text(r, t);
        break;
    case ROLE_PURPOSE:
        p->purpose = reader_text(r, t);
        break;
    case ROLE_GRANT:
        project_grants_set(r, p, t);
        break;
    case ROLE_PERIOD:
        set_period(w, p, t);
        break;
    case ROLE_COST:
        add_cost(w, p, k, row);
        break;
    case ROLE_MUNICIPALITY:
        add_municipalities(w, p, t);
        break;
    case ROLE_REMARK:
        if (k->block == 0 || span->kpi_count == 0 ||
            (span->kpi_count > 1 &&
             view_range(&r->view, row, k->col).last_row > row))
            reader_add_text(r, &p->notes, &p->note_count,
                            reader_text(r, t));
        break;
    case ROLE_ACTIVITY: {
        activity *a = arena_alloc(r->memory, sizeof(*a));

        if (a == NULL) {
            r->failed = true;
            break;
        }
        if (p->activity_count == 0) {
            a->title = "";
            a->text = reader_text(r, t);
            p->activities = a;
            p->activity_count = 1;
        }
        break;
    }
    default:
        break;
    }
}

/* 事業名（担当局）: whose projects they are stands behind their names. */
static bool heads_offices(reader *r, const char *header)
{
    const header_word *word;
    text words = text_of(header);
    size_t open = text_find(words, "（", 0), end;

    if (open == SIZE_MAX)
        return false;
    words = text_from(words, open + strlen("（"));
    end = text_find(words, "）", 0);
    word = header_roles_find(r->roles,
                             end == SIZE_MAX ? words : text_cut(words, 0, end),
                             r->context_year);
    return word->exact &&
           (word->role == ROLE_BUREAU || word->role == ROLE_DIVISION);
}

/* 所属 above 国保年金課: a bureau's column by its word alone. */
static bool is_lone_division(reader *r, text bureau)
{
    text first, second;
    const char *name;

    department_split(bureau, &first, &second);
    return second.length == 0 && department_is_division(first) &&
           department_find(r, &name, first) >= DEPARTMENT_UNKNOWN;
}

/* ■ 市民部 above rows: what no column says; above 課 whose these are, but not
 * of 総務部総務課. */
static void take_heading_office(const reader *r, text *bureau, text *division)
{
    text above = text_of(r->heading_department), first, second;
    bool lower = bureau->length > 0;

    if (above.length == 0 || (lower && text_ends(above, "課")))
        return;
    if (lower)
        *division = *bureau;
    department_split(*division, &first, &second);
    if (text_ends(above, "課"))
        *division = division->length == 0 ? above : *division;
    else if (second.length == 0)
        *bureau = above;
}

void rows_project(rows_reader *w, project_span *span, project *p)
{
    reader *r = w->reader;
    const table_column *bureau = table_column_any(w->table, ROLE_BUREAU);
    const table_column *division = table_column_any(w->table, ROLE_DIVISION);
    uint32_t row = span->row, col;
    text b = text_of(""), d = text_of("");

    col = w->project != NULL ? w->project->col : w->table->col;
    p->where = span->head_col == 0
                   ? view_place(&r->view, span->row, col)
                   : view_place(&r->view, span->head_row,
                                span->head_col - 1);
    project_cell_read(r, p,
                      span->below.length == 0
                          ? span->name
                          : project_cell_joined(r, span->name, span->below),
                      span->row, col,
                      w->project != NULL &&
                          heads_offices(r, w->project->header));
    if (w->headed && r->heading_grade[0] != '\0')
        project_grade_said(r, p, text_of(r->heading_grade));
    else if (r->group_grade[0] != '\0' &&
             table_column_any(w->table, ROLE_GRADE) == NULL &&
             table_column_any(w->table, ROLE_STATUS) == NULL)
        project_grade_set(r, p, text_of(r->group_grade));
    if (w->headed)
        p->summary = r->heading_summary;
    if (bureau != NULL)
        b = label_text(w, span, bureau, &row);
    if (division != NULL)
        d = label_text(w, span, division, &row);
    note_others(w, span, bureau, b);
    note_others(w, span, division, d);
    if (bureau != NULL && b.length == 0)
        b = span->office;
    else if (bureau == NULL && d.length == 0)
        d = span->office;
    if (bureau == NULL || (division == NULL && is_lone_division(r, b)))
        take_heading_office(r, &b, &d);
    department_set(r, p,
                   bureau != NULL ? office_text(w, span, bureau, b) : b,
                   division != NULL ? office_text(w, span, division, d) : d,
                   row, bureau != NULL     ? bureau->col
                        : division != NULL ? division->col
                                           : col);
    for (size_t i = 0; i < w->table->count; i++)
        take_column(w, span, p, &w->table->columns[i]);
}

/* ---- Grades ----------------------------------------------------------- */

/* 評価 above A | B | C | D | 対象外: the grade, or the status, that ○ ticks; empty
 * for others. Numbers may be the indicators'. */
static text ticked_grade(const rows_reader *w, const table_column *c)
{
    const char *last = strstr(c->header, " > ");
    text t = text_of(last == NULL ? "" : last + strlen(" > "));

    return c->role == ROLE_GRADE && !glyph_has_digit(t) &&
                   (project_grade_like(w->reader, t) ||
                    project_status_like(w->reader, t))
               ? t : text_of("");
}

/* What a row says in a column: 〃 is what the row above says, but ↓ may be a
 * grade. */
static text said_at(const rows_reader *w, uint32_t row, const table_column *c)
{
    const sheet_view *v = &w->reader->view;
    uint32_t top = row > DITTO_ROWS ? row - DITTO_ROWS : 0;
    text t = view_text(v, row, c->col);

    while (row > w->table->bottom + 1 && row > top && reader_is_ditto(t) &&
           !text_is(t, "↓"))
        t = view_text(v, --row, c->col);
    return ticked_grade(w, c).length > 0 && project_relisted_mark(t)
               ? ticked_grade(w, c) : t;
}

/* A grade beside each indicator, not one cell for all of them. */
static bool graded_one_by_one(const rows_reader *w, const project_span *span)
{
    for (size_t i = 0; i < w->table->count && span->kpi_count > 1; i++) {
        const table_column *c = &w->table->columns[i];
        unsigned filled = 0;

        for (size_t n = span->first;
             c->role == ROLE_GRADE && n <= span->last; n++)
            filled += view_filled(&w->reader->view, w->segment->rows[n],
                                  c->col) &&
                      (n == span->first ||
                       !view_hangs(&w->reader->view, w->segment->rows[n],
                                   c->col));
        if (filled > 1)
            return true;
    }
    return false;
}

/* KPI評価, 指標ごとの判定: not of the project, whatever they agree on. */
static bool grades_indicators(const rows_reader *w)
{
    static const char *const words[] = { "KPI", "ＫＰＩ", "指標" };

    for (size_t i = 0; i < w->table->count; i++) {
        const table_column *c = &w->table->columns[i];
        text t = text_of(c->header);

        if (c->role != ROLE_GRADE)
            continue;
        for (size_t at; (at = text_find(t, " > ", 0)) != SIZE_MAX;)
            t = text_from(t, at + strlen(" > "));
        return text_contains_one(t, words, sizeof(words) / sizeof(*words));
    }
    return false;
}

/* 判定 of R4 beside 判定 of R5: the newest is what counts. */
static bool is_newest_grade(const rows_reader *w, const table_column *c)
{
    for (size_t i = 0; i < w->table->count; i++) {
        const table_column *other = &w->table->columns[i];

        if (other->role == c->role && other->block == c->block &&
            other->years.to > c->years.to && c->years.to != 0)
            return false;
    }
    return true;
}

/* The text of the grade's column in an indicator's row. */
static text grade_at(const rows_reader *w, const kpi *k, unsigned block)
{
    for (size_t i = 0; i < w->table->count; i++) {
        const table_column *c = &w->table->columns[i];
        text t;

        if ((c->role != ROLE_GRADE && c->role != ROLE_STATUS) ||
            !is_newest_grade(w, c) || (c->block != block && c->block != 0))
            continue;
        t = said_at(w, view_place_row(&w->reader->view, &k->where), c);
        if (t.length > 0 || ticked_grade(w, c).length == 0)
            return t; /* else a grade's column that is not ticked */
    }
    return text_of("");
}

/* 外部有識者からの評価: not the department's own, where that has a column. */
static bool is_others_grade(const rows_reader *w, const table_column *c)
{
    static const char *const others[] = { "外部", "有識者", "第三者", "委員会",
                                          "議会", "審議会", "二次" };
    bool own = false, mine = true;

    for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
        mine = mine && strstr(c->header, others[i]) == NULL;
    for (size_t i = 0; !mine && i < w->table->count; i++) {
        const table_column *k = &w->table->columns[i];
        bool other = k == c || k->role != c->role;

        for (size_t n = 0; !other && n < sizeof(others) / sizeof(*others);
             n++)
            other = strstr(k->header, others[n]) != NULL;
        own = own || !other;
    }
    return !mine && own;
}

/* All that the grade's columns say agrees: *one is it. */
static bool one_grade(const rows_reader *w, const project_span *span,
                      role r, text *one)
{
    bool agree = true;

    *one = text_of("");
    for (size_t i = 0; i < w->table->count; i++) {
        const table_column *c = &w->table->columns[i];

        if (c->role != r || !is_newest_grade(w, c) || is_others_grade(w, c))
            continue;
        for (size_t n = span->first; n <= span->last; n++) {
            text t = said_at(w, w->segment->rows[n], c);

            if (t.length == 0)
                continue;
            agree = agree && (one->length == 0 || text_equal(*one, t));
            if (one->length == 0)
                *one = t;
        }
    }
    return agree && one->length > 0;
}

void reader_direction(reader *r, kpi *k)
{
    int newest = 0;

    if (!k->declared_rate.known || k->direction != DIRECTION_UNKNOWN)
        return;
    for (size_t i = 0; i < k->actual_count; i++)
        if (k->actuals[i].value.known)
            newest = k->actuals[i].fiscal_year;
    if (newest == 0)
        return;
    if (!kpi_direction_from_declared(r->memory, &k->direction, k, newest)) {
        r->failed = true;
        return;
    }
    if (k->direction != DIRECTION_DOWN) {
        k->direction = DIRECTION_UNKNOWN; /* up is what holds anyway */
        return;
    }
    k->direction_inferred = true;
    {
        finding *f = finding_add(&r->data->findings, "direction-inferred",
                                 r->source, k->where, k->declared_rate_text,
                                 k->name, k->declared_rate_text,
                                 (const char *)NULL);

        r->failed = r->failed || f == NULL;
    }
}

/* 評価 | 備考 above － and 数値目標対象外: the remark says what the dash is. */
static void take_reason(rows_reader *w, const project_span *span, project *p)
{
    const table_column *k = table_column_any(w->table, ROLE_REMARK);
    text t;

    if (k == NULL || !project_says_none(text_of(p->declared_status)))
        return;
    t = view_text(&w->reader->view, span->row, k->col);
    if (t.length <= REASON_BYTES && text_find(t, "。", 0) == SIZE_MAX &&
        !project_says_none(t) && project_status_like(w->reader, t))
        p->declared_status = reader_line(w->reader, t);
}

void rows_grades(rows_reader *w, project_span *span, project *p)
{
    bool one_by_one = false;
    text one;

    if (one_grade(w, span, ROLE_STATUS, &one)) {
        if (project_grade_like(w->reader, one) &&
            p->declared_grade[0] == '\0')
            project_grade_set(w->reader, p, one);
        else if (p->declared_status[0] == '\0')
            p->declared_status = reader_line(w->reader, one);
    } else if (one.length > 0 &&
               table_column_any(w->table, ROLE_GRADE) == NULL)
        for (size_t i = 0; i < span->kpi_count; i++)
            span->kpis[i].declared_grade =
                project_grade_text(w->reader, grade_at(w, &span->kpis[i], 1));
    if (one_grade(w, span, ROLE_GRADE, &one)) {
        one_by_one = graded_one_by_one(w, span);
        if (!one_by_one || !grades_indicators(w))
            project_grade_said(w->reader, p, project_grade_ticked(one));
    } else {
        one_by_one = true;
    }
    take_reason(w, span, p);
    for (size_t i = 0; one_by_one && i < span->kpi_count; i++)
        if (span->kpis[i].declared_grade[0] == '\0')
            span->kpis[i].declared_grade =
                project_grade_text(w->reader, grade_at(w, &span->kpis[i], 1));
    for (size_t i = 0; i < span->kpi_count; i++)
        reader_direction(w->reader, &span->kpis[i]);
}
