/*
 * grant_labels.c - labels with their values, and words that have no label
 */
#include "ingest/grant_parts.h"
#include "ingest/layout_grant.h"

#include <string.h>

#include "ingest/cell_value.h"
#include "ingest/department.h"
#include "ingest/project_cell.h"
#include "ingest/rows_parts.h"

const header_word *form_label(const form *f, uint32_t row, uint32_t col)
{
    return table_word(&f->reader->view, f->reader->roles, row, col,
                      f->reader->context_year);
}

bool form_knows(role r)
{
    return r == ROLE_PROJECT || r == ROLE_BUREAU || r == ROLE_DIVISION ||
           r == ROLE_PERIOD || r == ROLE_PURPOSE || r == ROLE_SUMMARY ||
           r == ROLE_COST || r == ROLE_GRANT || r == ROLE_MUNICIPALITY ||
           r == ROLE_GOAL || r == ROLE_THEME || r == ROLE_MEASURE ||
           r == ROLE_ACTIVITY || r == ROLE_REMARK || r == ROLE_GRADE ||
           r == ROLE_NO || r == ROLE_STATUS;
}

/* ---- Values of labels ------------------------------------------------- */

/* The cell beside a label, else below it. */
static bool value_of(const form *f, uint32_t row, uint32_t col,
                     uint32_t *value_row, uint32_t *value_col)
{
    const sheet_view *v = &f->reader->view;
    merge_range m = view_range(v, row, col);
    uint32_t next = view_next(v, row, m.last_col + 1);

    if (next != UINT32_MAX && !(form_label(f, row, next)->exact &&
                                form_knows(form_label(f, row, next)->role))) {
        *value_row = row;
        *value_col = next;
        return true;
    }
    if (m.last_row + 1 < f->table->top || m.last_row > f->table->bottom) {
        next = view_next(v, m.last_row + 1, m.col);
        if (next != UINT32_MAX && next <= m.last_col &&
            !form_label(f, m.last_row + 1, next)->exact) {
            *value_row = m.last_row + 1;
            *value_col = next;
            return true;
        }
    }
    return false;
}

static void add_cost(form *f, uint32_t row, uint32_t col, int fiscal_year,
                     text unit)
{
    reader *r = f->reader;
    project *p = f->project;
    cell_value v;
    cost *grown;

    cell_value_read(r, &v, row, col, unit, VALUE_RATE);
    grown = arena_array(r->memory, p->cost_count + 1, sizeof(*grown));
    if (grown == NULL) {
        r->failed = true;
        return;
    }
    if (p->cost_count > 0)
        memcpy(grown, p->costs, p->cost_count * sizeof(*grown));
    if (v.unit.length > 0)
        unit = v.unit;
    if (unit.length == 0) {
        unit = text_of(r->plan->cost_unit[0] != '\0' ? r->plan->cost_unit
                                                     : "千円");
        if (!f->cost_noted && v.has_value &&
            r->plan->cost_unit[0] == '\0')
            reader_finding(r, "cost-unit-inferred", row, col,
                           text_of(v.text), reader_text(r, unit), NULL,
                           NULL);
        f->cost_noted = f->cost_noted || v.has_value;
    }
    grown[p->cost_count++] = (cost){
        .fiscal_year = fiscal_year,
        .value = { v.has_value, v.value },
        .unit = reader_text(r, unit),
        .text = v.text,
        .where = view_place(&r->view, row, col)
    };
    p->costs = grown;
}

/* R1 | R2 | R3 in one line, and their figures below. */
static bool cost_below(reader *r, uint32_t row, uint32_t col)
{
    const cell *c = view_cell(&r->view, row + 1, col);
    uint32_t next = view_next(&r->view, row, col + 1);

    return c != NULL && c->type == CELL_NUMBER &&
           view_range(&r->view, row + 1, col).row == row + 1 &&
           (next == UINT32_MAX ||
            view_cell(&r->view, row, next)->type != CELL_NUMBER);
}

/* ２年度 | 67,055, on each line that the label covers. */
static void take_costs(form *f, uint32_t row, uint32_t col)
{
    reader *r = f->reader;
    merge_range m = view_range(&r->view, row, col);
    text unit = form_label(f, row, col)->unit;

    for (uint32_t line = m.row; line <= m.last_row; line++) {
        year_span span = { 0 };

        for (uint32_t c = view_next(&r->view, line, m.last_col + 1);
             c != UINT32_MAX; c = view_next(&r->view, line, c + 1)) {
            text t = view_text(&r->view, line, c);
            year_span one = { 0 };
            const cell *at = view_cell(&r->view, line, c);
            uint32_t next;

            if (at != NULL && at->type == CELL_STRING &&
                fiscal_year_parse(&one, t, r->context_year)) {
                span = one;
                next = view_next(&r->view, line, c + 1);
                if (cost_below(r, line, c)) {
                    add_cost(f, line + 1, c, one.to, unit);
                    continue;
                }
                /* a year whose cost is left empty */
                if (next == UINT32_MAX)
                    add_cost(f, line, view_range(&r->view, line, c).last_col +
                                          1, span.to, unit);
                continue;
            }
            if (form_label(f, line, c)->exact)
                break;
            add_cost(f, line, c, span.to, unit);
        }
    }
}

static void take_period(form *f, text t)
{
    project *p = f->project;
    year_span span = { 0 };
    size_t start, end;

    if (!fiscal_year_find(&span, &start, &end, t, f->reader->context_year))
        return;
    p->has_period = true;
    p->period_from = span.from != 0 ? span.from : span.to;
    p->period_to = span.open ? 0 : span.to;
}

static void take_cities(form *f, text t)
{
    size_t start = 0;

    for (size_t at = 0; at <= t.length;) {
        text rest = text_from(t, at);
        size_t mark = at == t.length            ? 1
                      : text_starts(rest, "、") ? strlen("、")
                      : text_starts(rest, "，") ? strlen("，")
                      : text_starts(rest, "・") ? strlen("・")
                      : text_starts(rest, "\n") ? 1
                      : text_starts(rest, "　") ? strlen("　")
                                                : 0;

        if (mark == 0) {
            utf8_next(t, &at);
            continue;
        }
        rows_municipality(f->reader, f->project,
                          text_trim(text_cut(t, start, at)));
        at += mark;
        start = at;
    }
}

static void add_activity(form *f, text title, text words)
{
    reader *r = f->reader;
    project *p = f->project;
    activity *a = arena_push(r->memory, (void **)&p->activities,
                             &p->activity_count, &f->activity_capacity,
                             sizeof(*a));

    if (a == NULL) {
        r->failed = true;
        return;
    }
    a->title = reader_line(r, title);
    a->text = reader_text(r, words);
}

static void extend_activity(form *f, text words)
{
    project *p = f->project;
    activity *a = &p->activities[p->activity_count - 1];
    buf b;

    buf_init(&b);
    buf_string(&b, a->text);
    if (b.length > 0)
        buf_char(&b, '\n');
    buf_text(&b, words);
    a->text = reader_text(f->reader, buf_slice(&b));
    buf_free(&b);
}

static void set_heading(form *f, bool *has, heading *h, text t)
{
    *has = true;
    if (!heading_from_label(h, f->reader->memory, t))
        f->reader->failed = true;
}

/* A note may take several cells: they are joined. */
static text row_texts(form *f, uint32_t row, uint32_t col)
{
    buf b;
    text t;

    buf_init(&b);
    for (uint32_t c = view_next(&f->reader->view, row, col); c != UINT32_MAX;
         c = view_next(&f->reader->view, row, c + 1)) {
        if (b.length > 0)
            buf_char(&b, ' ');
        buf_text(&b, view_text(&f->reader->view, row, c));
    }
    t = text_of(reader_text(f->reader, buf_slice(&b)));
    buf_free(&b);
    return t;
}

/* Takes a label's value in; false when the role is nothing for a form. */
static bool take_label(form *f, role r, uint32_t row, uint32_t col,
                       uint32_t value_row, uint32_t value_col)
{
    reader *rd = f->reader;
    project *p = f->project;
    text t = view_text(&rd->view, value_row, value_col);

    switch (r) {
    case ROLE_PROJECT:
        f->title = t;
        f->title_row = value_row;
        f->title_col = value_col;
        f->named = true;
        return true;
    case ROLE_BUREAU:
        department_set(rd, p, t, text_of(""), value_row, value_col);
        return true;
    case ROLE_DIVISION:
        department_set(rd, p, text_of(""), t, value_row, value_col);
        return true;
    case ROLE_PERIOD:
        take_period(f, t);
        return true;
    case ROLE_PURPOSE:
        p->purpose = reader_text(rd, t);
        return true;
    case ROLE_SUMMARY:
        p->summary = reader_text(rd, t);
        return true;
    case ROLE_GRANT:
        project_grants_set(rd, p, t);
        return true;
    case ROLE_MUNICIPALITY:
        take_cities(f, t);
        return true;
    case ROLE_GOAL:
        set_heading(f, &p->has_goal, &p->goal, t);
        return true;
    case ROLE_THEME:
        set_heading(f, &p->has_theme, &p->theme, t);
        return true;
    case ROLE_MEASURE:
        p->measure = reader_line(rd, t);
        f->level = t;
        f->level_row = value_row;
        f->level_col = value_col;
        return true;
    case ROLE_ACTIVITY:
        add_activity(f, text_of(""), t);
        return true;
    case ROLE_REMARK:
        reader_add_text(rd, &p->notes, &p->note_count,
                        reader_text(rd, row_texts(f, value_row, value_col)));
        return true;
    case ROLE_GRADE:
    case ROLE_STATUS:
        project_grade_set(rd, p, t);
        return true;
    case ROLE_NO:
        p->no = reader_line(rd, t);
        return true;
    default:
        (void)row;
        (void)col;
        return false;
    }
}

/* ---- Words without a label -------------------------------------------- */

static bool is_city(text t)
{
    static const char *const ends[] = { "市", "町", "村", "県", "府", "都", "道",
                                        "広域連合", "（代表）", "(代表)" };

    if (t.length == 0 || t.length > 300 || text_find(t, "。", 0) != SIZE_MAX)
        return false;
    for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++)
        if (text_ends(t, ends[i]))
            return text_find(t, "【", 0) == SIZE_MAX;
    return false;
}

bool form_is_cover(text t)
{
    static const char *const words[] = { "実施状況", "一覧", "調書", "シート",
                                         "様式", "報告書", "実績報告", "評価表",
                                         "進捗状況", "検証" };

    for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
        if (text_find(t, words[i], 0) != SIZE_MAX)
            return true;
    return false;
}

static bool take_bracket(form *f, text t)
{
    if (!text_starts(t, "【") || !text_ends(t, "】"))
        return false;
    t = text_cut(t, strlen("【"), t.length - strlen("】"));
    if (text_find(t, "交付金", 0) == SIZE_MAX &&
        text_find(t, "地方創生", 0) == SIZE_MAX &&
        text_find(t, "補助", 0) == SIZE_MAX)
        return false;
    reader_add_text(f->reader, &f->project->grants, &f->project->grant_count,
                    reader_line(f->reader, t));
    return true;
}

static bool numbered(text t, text *title)
{
    text no;
    heading_style style = heading_read(t, &no, title);

    return style == STYLE_NUMBER || style == STYLE_PAREN_NUMBER ||
           style == STYLE_CIRCLED;
}

static void take_words(form *f, uint32_t row, uint32_t col, text t)
{
    reader *r = f->reader;
    text title, no, rest;
    bool has_number = numbered(t, &title);
    size_t line = text_find(title, "\n", 0);

    if (take_bracket(f, t))
        return;
    if (department_of_line(t).length > 0) {
        department_set(r, f->project, department_of_line(t), text_of(""),
                       row, col);
        return;
    }
    if (f->title.length == 0 && !f->below &&
        (heading_read(t, &no, &rest) == STYLE_CIRCLED ||
         (!is_city(t) && !department_like(t) && !form_is_cover(t)))) {
        f->title = t;
        f->title_row = row;
        f->title_col = col;
        return;
    }
    if (f->title.length > 0 && has_number && !text_starts(t, "※")) {
        add_activity(f, line == SIZE_MAX ? title : text_cut(title, 0, line),
                     line == SIZE_MAX ? text_of("")
                                      : text_from(title, line + 1));
        return;
    }
    if (f->project->activity_count > 0 && !text_starts(t, "※")) {
        extend_activity(f, t);
        return;
    }
    if (!f->below && department_like(t) && t.length <= 150) {
        if (f->project->bureau[0] == '\0')
            department_set(r, f->project, t, text_of(""), row, col);
        else
            department_set(r, f->project, text_of(""), t, row, col);
        return;
    }
    if (!f->below && is_city(t) && f->project->municipality_count == 0) {
        take_cities(f, t);
        return;
    }
    if (f->below && text_starts(t, "※")) {
        reader_add_text(r, &f->project->notes, &f->project->note_count,
                        reader_text(r, t));
        return;
    }
    if (form_is_cover(t) && f->cover.length == 0)
        f->cover = t;
    reader_ignore(r, row, row, "form-words", t);
}

/* `事業名：創業支援` in one cell. */
static bool take_pair(form *f, uint32_t row, uint32_t col, text t)
{
    size_t wide = text_find(t, "：", 0), plain = text_find(t, ":", 0), at;
    text head, value;
    const header_word *w;

    at = wide < plain ? wide : plain;
    if (at == SIZE_MAX || at == 0 || at > 60)
        return false;
    head = text_trim(text_cut(t, 0, at));
    value = text_trim(text_from(t, at + (wide < plain ? strlen("：") : 1)));
    w = header_roles_find(f->reader->roles, head, f->reader->context_year);
    if (!w->exact || !form_knows(w->role) || value.length == 0)
        return false;
    switch (w->role) {
    case ROLE_PROJECT:
        f->title = value;
        f->title_row = row;
        f->title_col = col;
        f->named = true;
        return true;
    case ROLE_BUREAU:
        department_set(f->reader, f->project, value, text_of(""), row, col);
        return true;
    case ROLE_DIVISION:
        department_set(f->reader, f->project, text_of(""), value, row, col);
        return true;
    case ROLE_PERIOD:
        take_period(f, value);
        return true;
    case ROLE_REMARK:
        reader_add_text(f->reader, &f->project->notes,
                        &f->project->note_count,
                        reader_text(f->reader, value));
        return true;
    default:
        return false;
    }
}

void form_take_row(form *f, uint32_t row)
{
    const sheet_view *v = &f->reader->view;

    for (uint32_t c = view_next(v, row, 0); c != UINT32_MAX;
         c = view_next(v, row, c + 1)) {
        const header_word *w = form_label(f, row, c);
        text t = view_text(v, row, c);
        uint32_t value_row, value_col;

        if (w->exact && w->role == ROLE_COST) {
            take_costs(f, row, c);
            continue;
        }
        if (w->role == ROLE_COST && t.length <= 90) {
            take_costs(f, row, c); /* 福岡市交付対象事業経費 */
            continue;
        }
        if (w->exact && form_knows(w->role) && w->role != ROLE_NO &&
            !value_of(f, row, c, &value_row, &value_col))
            continue; /* a label whose value is left empty */
        if (w->exact && form_knows(w->role) &&
            value_of(f, row, c, &value_row, &value_col) &&
            take_label(f, w->role, row, c, value_row, value_col)) {
            if (value_row == row)
                c = w->role == ROLE_REMARK ? UINT32_MAX - 1 : value_col;
            else
                f->reader->form_taken = value_row + 1;
            continue;
        }
        if (w->year_only || view_cell(v, row, c)->type != CELL_STRING ||
            f->reader->form_taken == row + 1)
            continue; /* years and figures belong to a label of another row */
        if (!take_pair(f, row, c, t))
            take_words(f, row, c, t);
    }
}
