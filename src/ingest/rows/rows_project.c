/*
 * rows_project.c - a project's own columns: name, bureau, summary
 */
#include <string.h>

#include "ingest/header/office_name.h"
#include "ingest/reader/cell_value.h"
#include "ingest/reader/department.h"
#include "ingest/reader/project_grade.h"
#include "ingest/rows/project_cell.h"
#include "ingest/rows/project_grants.h"
#include "ingest/rows/rows_parts.h"
#include "wording/glyph.h"

enum { NUMBER_BYTES = 24 };

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

/* 担当局 > 産業経済局: the office that a column below one word for all of them is
 * for; empty for other headers. */
static text office_of_header(const table_column *k)
{
    text t = text_of(k->header);
    size_t at = text_find(t, " > ", 0), next;

    if (at == SIZE_MAX)
        return text_of("");
    while ((next = text_find(t, " > ", at + 1)) != SIZE_MAX)
        at = next;
    t = text_trim(text_from(t, at + strlen(" > ")));
    return office_name(t) ? t : text_of("");
}

static bool is_tick(text t)
{
    static const char *const marks[] = { "●", "○", "◯", "〇", "◎", "✓", "✔",
                                         "レ", "☑", "■", "1" };

    return text_in(t, marks, sizeof(marks) / sizeof(*marks));
}

/* Offices side by side in the header with ● below the one whose the project
 * is: the first that is ticked; more are said. Empty where it is no such table,
 * or its cells say something else. */
static text ticked_office(rows_reader *w, const project_span *span,
                          uint32_t *row, bool *ticks)
{
    const table *t = w->table;
    text office = text_of("");
    unsigned columns = 0;

    *ticks = false;
    for (size_t i = 0; i < t->count; i++) {
        const table_column *k = &t->columns[i];
        uint32_t at = span->row;
        text said;

        if (k->role != ROLE_BUREAU && k->role != ROLE_DIVISION)
            continue;
        said = project_text(w, span, k, &at);
        if (office_of_header(k).length == 0 ||
            (said.length > 0 && !is_tick(said)))
            return text_of("");
        columns++;
        if (said.length == 0)
            continue;
        if (office.length == 0) {
            office = office_of_header(k);
            *row = at;
        } else {
            reader_finding(w->reader, "department-of-row", at, k->col,
                           office_of_header(k),
                           reader_line(w->reader, office), NULL, NULL);
        }
    }
    *ticks = columns > 1;
    return *ticks ? office : text_of("");
}

/* With 〃 looked up in the rows above. */
text rows_label(const rows_reader *w, const project_span *span,
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
        text more = rows_label(w, span, k, &row);

        if (more.length > 0 && !rows_stopped(more) &&
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

bool rows_cost(reader *r, project *p, const cell_value *v, text *unit,
               int fiscal_year, place where)
{
    cost *grown = p->costs;
    bool said;

    /* more room at 0, 1, 2, 4, 8 ...: a line may hold thousands of figures */
    if ((p->cost_count & (p->cost_count - 1)) == 0) {
        grown = arena_array(r->memory, p->cost_count * 2 + 1, sizeof(*grown));
        if (grown == NULL) {
            r->failed = true;
            return true;
        }
        if (p->cost_count > 0)
            memcpy(grown, p->costs, p->cost_count * sizeof(*grown));
    }
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

    if (k->budget && k->years.to == 0 && r->stated_year == 0)
        return; /* of which year? */
    if (unit.length == 0)
        unit = rows_cost_unit(r, w->table);
    cell_value_read(r, &v, row, k->col, unit, VALUE_RATE);
    if (!v.present ||
        rows_cost(r, p, &v, &unit,
                  k->years.to != 0   ? k->years.to
                  : v.years.to != 0 ? v.years.to /* 6,705千円（R2決算） */
                                    : r->stated_year,
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

/* 政策 of 政策 > 番号: what a header says above its own words; empty where it
 * says nothing. */
static text group_of(const table_column *k)
{
    text t = text_of(k->header), group = text_of("");

    for (size_t at = 0; (at = text_find(t, " > ", at)) != SIZE_MAX; at++)
        group = text_cut(t, 0, at);
    return group;
}

/* 大項目 over Ⅰ | 人権の尊重, 政策 over 番号 | 名称: the number of that level. */
static bool numbers_next(const rows_reader *w, const table_column *k)
{
    const table_column *next = k + 1;

    return k->role == ROLE_NO &&
           next < w->table->columns + w->table->count &&
           role_is_level(next->role) &&
           ((next->head_row == k->head_row &&
             next->head_col == k->head_col) ||
            (group_of(k).length > 0 &&
             text_equal(group_of(k), group_of(next))));
}

/* Ⅰ below 基本目標番号, and of 基本目標Ⅰ there. */
static text own_number(const rows_reader *w, const table_column *k,
                       uint32_t row)
{
    text t = view_text(&w->reader->view, row, k->col), no, title;

    if (reader_is_ditto(t) || t.length > NUMBER_BYTES ||
        cell_says_none(&w->reader->view, row, k->col))
        return text_of("");
    heading_read(t, &no, &title);
    return no.length > 0 && title.length == 0 ? no : t;
}

text rows_level_number(const rows_reader *w, const table_column *level,
                       uint32_t row)
{
    text t, no, title;

    for (size_t i = 0; i < w->table->count; i++)
        if (w->table->columns[i].numbers == level->col + 1)
            return own_number(w, &w->table->columns[i], row);
    if (level == w->table->columns || !numbers_next(w, level - 1))
        return text_of("");
    t = view_text(&w->reader->view, row, level[-1].col);
    return t.length <= NUMBER_BYTES &&
                   heading_read(t, &no, &title) != STYLE_NONE &&
                   title.length == 0
               ? t : text_of("");
}

/* 再掲 beside the project, and no other remark on an indicator of it. */
static bool says_relisted(const rows_reader *w, const project_span *span,
                          const table_column *k, text first)
{
    if (!project_relisted_alone(first) ||
        (k->block != 0 && w->table->blocks > 1))
        return false;
    for (size_t n = span->first; n <= span->last; n++) {
        text t = view_text(&w->reader->view, w->segment->rows[n], k->col);

        if (t.length > 0 && !project_relisted_alone(t))
            return false;
    }
    return true;
}

/* 事業コード right in front of a table's projects. */
static bool is_code_of_project(const rows_reader *w, const table_column *k)
{
    static const char *const levels[] = { "事業", "施策", "取組" };
    size_t count = sizeof(levels) / sizeof(*levels);

    if (k + 1 != w->project)
        return false;
    for (size_t i = 0; i < count; i++)
        if (text_starts(text_of(k->header), levels[i]) &&
            text_find(text_of(w->project->header), levels[i], 0) != SIZE_MAX)
            return true;
    return false;
}

/* Of the project: not of a level outside it, unless that is what is tracked. */
static bool numbers_project(const rows_reader *w, const project_span *span,
                            const table_column *k)
{
    if (k->numbers != 0)
        return text_equal(span->name, view_text(&w->reader->view, span->row,
                                                k->numbers - 1));
    return !numbers_next(w, k) || k + 1 == w->project;
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
            : rows_label(w, span, k, &row);
    if (t.length == 0)
        return;
    switch (k->role) {
    case ROLE_NO: /* below a heading, its first indicator's */
        if (p->no[0] == '\0' && !w->headed && numbers_project(w, span, k))
            p->no = reader_line(r, t);
        break;
    case ROLE_CODE: /* 施策コード | 施策名 */
        if (p->no[0] == '\0' && is_code_of_project(w, k))
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
        rows_period(w, p, t);
        break;
    case ROLE_PERIOD_FROM: case ROLE_PERIOD_TO:
        rows_period_ends(w, span, p);
        break;
    case ROLE_COST:
        if (!rows_year_costs(w, span, p, k) &&
            !rows_stated_costs(w, p, k, row))
            add_cost(w, p, k, row);
        break;
    case ROLE_MUNICIPALITY:
        add_municipalities(w, p, t);
        break;
    case ROLE_IGNORED: /* 今後の方向性: 再掲 */
        p->relisted = p->relisted || says_relisted(w, span, k, t);
        break;
    case ROLE_REMARK:
        p->relisted = p->relisted || says_relisted(w, span, k, t);
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

bool rows_heads_offices(reader *r, const char *header)
{
    static const char *const pairs[][2] = {
        { "（", "）" }, { "＜", "＞" }, { "〈", "〉" }, { "【", "】" },
        { "［", "］" }, { "〔", "〕" }, { "(", ")" }
    };
    text words = text_of(header);
    size_t count = glyph_may_close(words) ? sizeof(pairs) / sizeof(*pairs)
                                          : 1;

    for (size_t i = 0; i < count; i++) {
        size_t open = i == 0 || text_ends(words, pairs[i][1])
                          ? text_find(words, pairs[i][0], 0) : SIZE_MAX;
        size_t end;
        const header_word *word;

        if (open == SIZE_MAX)
            continue;
        words = text_from(words, open + strlen(pairs[i][0]));
        end = text_find(words, pairs[i][1], 0);
        word = header_roles_find(
            r->roles, end == SIZE_MAX ? words : text_cut(words, 0, end),
            r->context_year);
        return word->exact &&
               (word->role == ROLE_BUREAU || word->role == ROLE_DIVISION);
    }
    return false;
}

/* 所属 above 国保年金課, or above 図書館 below ■ 教育委員会: a bureau's column by its
 * word alone. */
static bool is_lone_division(reader *r, text bureau)
{
    text first, second;
    const char *name;

    department_split(bureau, &first, &second);
    return second.length == 0 &&
           (department_is_division(first) ||
            department_holds(text_of(r->heading_department), first)) &&
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

/* ① in front of the first column of a table, the project's, with no header
 * above it: a number and nothing else. */
static text number_in_front(const rows_reader *w, const project_span *span)
{
    const sheet_view *v = &w->reader->view;
    const table *t = w->table;
    uint32_t col = w->project == NULL ? 0 : w->project->col;
    text typed, no, title;

    if (col == 0 || col != t->col || !view_filled(v, span->row, col - 1) ||
        view_filled(v, t->bottom, col - 1) || view_filled(v, t->top, col - 1))
        return text_of("");
    typed = view_text(v, span->row, col - 1);
    return typed.length <= NUMBER_BYTES &&
                   heading_is_numbered(heading_read(typed, &no, &title)) &&
                   title.length == 0 && view_begins(v, span->row, col - 1)
               ? typed : text_of("");
}

void rows_project(rows_reader *w, project_span *span, project *p)
{
    reader *r = w->reader;
    const table_column *bureau = table_column_any(w->table, ROLE_BUREAU);
    const table_column *division = table_column_any(w->table, ROLE_DIVISION);
    uint32_t row = span->row, col;
    text b = text_of(""), d = text_of(""), ticked;
    bool ticks;

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
                          rows_heads_offices(r, w->project->header));
    rows_joined_number(w, p);
    if (w->headed && p->no[0] == '\0' && w->head_no.length > 0)
        p->no = reader_line(r, w->head_no);
    if (w->headed && r->heading_grade[0] != '\0')
        project_grade_said(r, p, text_of(r->heading_grade));
    else if (r->group_grade[0] != '\0' &&
             table_column_any(w->table, ROLE_GRADE) == NULL &&
             table_column_any(w->table, ROLE_STATUS) == NULL)
        project_grade_set(r, p, text_of(r->group_grade));
    p->relisted = p->relisted || r->group_relisted ||
                  (w->project != NULL && w->project->relists);
    if (w->headed) {
        p->summary = r->heading_summary;
        rows_period(w, p, text_of(r->heading_period));
    }
    ticked = ticked_office(w, span, &row, &ticks);
    if (ticks) {
        department_set(r, p, text_ends(ticked, "課") ? text_of("") : ticked,
                       text_ends(ticked, "課") ? ticked : text_of(""), row,
                       col);
        bureau = division = NULL;
    }
    if (bureau != NULL)
        b = rows_label(w, span, bureau, &row);
    if (division != NULL)
        d = rows_label(w, span, division, &row);
    if (w->office_grade != NULL)
        rows_graded_office(w, span, &b, &d, &row);
    b = b.length == 0 ? w->level_bureau : b;
    d = d.length == 0 ? w->level_division : d;
    note_others(w, span, bureau, b);
    note_others(w, span, division, d);
    b = rows_stopped(b) ? text_of("") : b;
    d = rows_stopped(d) ? text_of("") : d;
    if (bureau != NULL && b.length == 0)
        b = span->office;
    else if (bureau == NULL && d.length == 0 && ticked.length == 0)
        d = span->office;
    if (bureau != NULL && d.length == 0)
        d = span->section;
    if (ticked.length == 0 &&
        (bureau == NULL || (division == NULL && is_lone_division(r, b))))
        take_heading_office(r, &b, &d);
    department_set(r, p,
                   bureau != NULL ? office_text(w, span, bureau, b) : b,
                   division != NULL ? office_text(w, span, division, d) : d,
                   row, bureau != NULL     ? bureau->col
                        : division != NULL ? division->col
                                           : col);
    for (size_t i = 0; i < w->table->count; i++)
        take_column(w, span, p, &w->table->columns[i]);
    if (p->no[0] == '\0')
        p->no = reader_line(r, number_in_front(w, span));
}
