/*
 * grant_labels.c - labels with their values, and words that have no label
 */
#include "ingest/grant_parts.h"
#include "ingest/layout_grant.h"

#include <string.h>

#include "ingest/department.h"
#include "ingest/layout_rows.h"
#include "ingest/project_cell.h"
#include "ingest/rows_parts.h"

enum { NUMBER_BYTES = 12 };

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

bool form_describes_kpi(const header_word *w)
{
    switch (w->role) {
    case ROLE_KPI: case ROLE_NAME: case ROLE_UNIT: case ROLE_KIND:
    case ROLE_DIRECTION: case ROLE_BASELINE: case ROLE_BASELINE_YEAR:
    case ROLE_TARGET: case ROLE_TARGET_YEAR: case ROLE_IGNORED:
        return w->exact;
    default:
        return false;
    }
}

/* ---- Values of labels ------------------------------------------------- */

/* A label whose value may stand beside or below it, not another's. */
static bool is_label(const form *f, uint32_t row, uint32_t col)
{
    const header_word *w = form_label(f, row, col);

    return w->exact && (form_knows(w->role) || form_describes_kpi(w));
}

bool form_value_of(const form *f, uint32_t row, uint32_t col,
                   uint32_t *value_row, uint32_t *value_col)
{
    const sheet_view *v = &f->reader->view;
    merge_range m = view_range(v, row, col);
    uint32_t next = view_next(v, row, m.last_col + 1);

    if (next != UINT32_MAX && !is_label(f, row, next)) {
        *value_row = row;
        *value_col = next;
        return true;
    }
    if (m.last_row == row && row < f->last &&
        (row + 1 < f->table->top || row > f->table->bottom)) {
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

/* A note may take several cells, up to the next label: they are joined. */
static text row_texts(form *f, uint32_t row, uint32_t *col)
{
    const sheet_view *v = &f->reader->view;
    buf b;
    text t;

    buf_init(&b);
    for (uint32_t c = view_next(v, row, *col);
         c != UINT32_MAX && (c == *col || !is_label(f, row, c));
         c = view_next(v, row, c + 1)) {
        if (b.length > 0)
            buf_char(&b, ' ');
        buf_text(&b, view_text(v, row, c));
        *col = c;
    }
    t = text_of(reader_text(f->reader, buf_slice(&b)));
    buf_free(&b);
    return t;
}

/* How much a label's grade counts: 総合評価 more than 一次評価, and that more
 * than 有効性. */
static unsigned grade_weight(text label)
{
    static const struct {
        const char *word;
        unsigned weight;
    } words[] = {
        { "総合", 5 }, { "総括", 5 }, { "最終", 5 }, { "二次", 4 },
        { "有効性", 1 }, { "効果", 2 },
    };

    for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
        if (text_find(label, words[i].word, 0) != SIZE_MAX)
            return words[i].weight;
    return 3;
}

/* □A ■B □C: what is ticked; all of it where nothing or more is. */
static text ticked(text t)
{
    static const char *const on[] = { "■", "☑", "☒", "✔", "✓", "レ" };
    static const char *const off[] = { "□", "☐", "■", "☑", "　", "\n" };
    size_t from = SIZE_MAX, end;

    if (text_find(t, "□", 0) == SIZE_MAX && text_find(t, "☐", 0) == SIZE_MAX)
        return t;
    for (size_t i = 0; i < sizeof(on) / sizeof(*on); i++) {
        size_t at = text_find(t, on[i], 0);

        if (at == SIZE_MAX)
            continue;
        if (from != SIZE_MAX || text_find(t, on[i], at + 1) != SIZE_MAX)
            return t;
        from = at + strlen(on[i]);
    }
    if (from == SIZE_MAX)
        return t;
    t = text_trim(text_from(t, from));
    end = t.length;
    for (size_t i = 0; i < sizeof(off) / sizeof(*off); i++)
        if (text_find(t, off[i], 0) < end)
            end = text_find(t, off[i], 0);
    return text_trim(text_cut(t, 0, end));
}

/* Ａ（順調）: the grade without what it means. */
static text grade_alone(const reader *r, text t)
{
    size_t open = text_find(t, "（", 0), plain = text_find(t, "(", 0);

    open = open < plain ? open : plain;
    if (open == SIZE_MAX || open == 0 ||
        !project_grade_like(r, text_trim(text_cut(t, 0, open))))
        return t;
    return text_trim(text_cut(t, 0, open));
}

static void take_grade(form *f, text label, text t)
{
    unsigned weight = grade_weight(label);

    if (weight <= f->grade)
        return;
    f->grade = weight;
    project_grade_said(f->reader, f->project,
                       grade_alone(f->reader, ticked(t)));
}

/* A label and its value, in two cells or in one. */
typedef struct pair {
    role role;
    unsigned rank; /* of the label's level */
    text label, value;
    uint32_t row, col; /* of the value */
} pair;

/* Takes a label's value in; false when the role is nothing for a form. */
static bool take_value(form *f, const pair *one)
{
    reader *rd = f->reader;
    project *p = f->project;
    text t = one->value;

    switch (one->role) {
    case ROLE_PROJECT:
        if (f->named && f->below)
            return true; /* 主な事業 | … of a project that has its name */
        if (f->named && one->rank < f->rank) {
            add_activity(f, text_of(""), t); /* 主な取組 | … */
            return true;
        }
        f->rank = one->rank;
        f->title = t;
        f->title_row = one->row;
        f->title_col = one->col;
        f->named = true;
        return true;
    case ROLE_BUREAU:
        if (text_ends(one->label, "主体") && is_city(t)) {
            take_cities(f, t);
            return true;
        }
        department_set(rd, p, t, text_of(""), one->row, one->col);
        return true;
    case ROLE_DIVISION:
        if (text_is(one->label, "部")) /* beside 課 */
            department_set(rd, p, t, text_of(""), one->row, one->col);
        else
            department_set(rd, p, text_of(""), t, one->row, one->col);
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
        f->level_row = one->row;
        f->level_col = one->col;
        return true;
    case ROLE_ACTIVITY:
        add_activity(f, text_of(""), t);
        return true;
    case ROLE_REMARK:
        reader_add_text(rd, &p->notes, &p->note_count,
                        reader_text(rd, t));
        return true;
    case ROLE_GRADE:
    case ROLE_STATUS:
        take_grade(f, one->label, t);
        return true;
    case ROLE_NO:
        p->no = reader_line(rd, t);
        return true;
    default:
        return false;
    }
}

/* ---- Words without a label -------------------------------------------- */

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

/* １　事業の概要, ２　指標の推移: a section of the form, no activity. */
static bool is_section(const form *f, text title)
{
    static const char *const words[] = { "指標", "事業費", "コスト", "概要",
                                         "評価", "課題", "方向性", "推移",
                                         "位置付け", "位置づけ", "基本情報",
                                         "検証", "今後", "目的" };
    const header_word *w = header_roles_find(f->reader->roles, title,
                                             f->reader->context_year);

    if (w->exact)
        return true;
    for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
        if (text_ends(title, words[i]))
            return true;
    return false;
}

/* Is nothing else typed in the row? */
static bool stands_alone(const form *f, uint32_t row, uint32_t col)
{
    const sheet_view *v = &f->reader->view;

    return view_next(v, row, 0) == col &&
           view_next(v, row, col + 1) == UINT32_MAX;
}

static void take_words(form *f, uint32_t row, uint32_t col, text t)
{
    reader *r = f->reader;
    bool alone = stands_alone(f, row, col);

    if (alone && row_is_example(t)) {
        f->example = true;
        return;
    }
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
    if (has_number && alone && is_section(f, title)) {
        reader_ignore(r, row, row, "form-words", t);
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
    if (f->title.length > 0 && has_number && alone &&
        !text_starts(t, "※")) {
        add_activity(f, line == SIZE_MAX ? title : text_cut(title, 0, line),
                     line == SIZE_MAX ? text_of("")
                                      : text_from(title, line + 1));
        return;
    }
    if (f->project->activity_count > 0 && alone && !text_starts(t, "※")) {
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

const header_word *form_pair(const form *f, uint32_t row, uint32_t col,
                             text *label, text *value)
{
    text t = view_text(&f->reader->view, row, col);
    size_t wide = text_find(t, "：", 0), plain = text_find(t, ":", 0), at;
    const header_word *w;

    at = wide < plain ? wide : plain;
    if (at == SIZE_MAX || at == 0 || at > 60)
        return NULL;
    *label = text_trim(text_cut(t, 0, at));
    while (text_starts(*label, "■") || text_starts(*label, "●") ||
           text_starts(*label, "○") || text_starts(*label, "◆"))
        *label = text_trim(text_from(*label, strlen("■")));
    *value = text_trim(text_from(t, at + (wide < plain ? strlen("：") : 1)));
    w = header_roles_find(f->reader->roles, *label, f->reader->context_year);
    return w->exact && form_knows(w->role) && value->length > 0 ? w : NULL;
}

/* `事業名：創業支援` in one cell. */
static bool take_pair(form *f, uint32_t row, uint32_t col)
{
    pair one = { .row = row, .col = col };
    const header_word *w = form_pair(f, row, col, &one.label, &one.value);

    if (w == NULL || w->role == ROLE_COST)
        return false;
    /* 担当：企画課　電話：… below: whom to ask */
    if ((w->role == ROLE_BUREAU || w->role == ROLE_DIVISION) && f->below)
        return false;
    one.role = w->role;
    one.rank = w->rank;
    return take_value(f, &one);
}

/* 取組項目 | 1-1 | 窓口の改善: the number in front of a name. */
static void take_number(form *f, pair *one, uint32_t *last)
{
    const sheet_view *v = &f->reader->view;
    uint32_t next = view_next(v, one->row, one->col + 1);
    text t = one->value;

    if (!role_is_level(one->role) || next == UINT32_MAX || t.length == 0 ||
        t.length > NUMBER_BYTES || is_label(f, one->row, next) ||
        view_cell(v, one->row, next)->type != CELL_STRING)
        return;
    for (size_t i = 0; i < t.length; i++)
        if (!ascii_is_digit(t.bytes[i]) && t.bytes[i] != '-' &&
            t.bytes[i] != '.')
            return;
    if (one->role == ROLE_PROJECT)
        f->project->no = reader_line(f->reader, t);
    one->col = *last = next;
    one->value = view_text(v, one->row, next);
}

/* A label's value beside or below it; the last column that it takes. */
static bool take_label(form *f, const header_word *w, uint32_t row,
                       uint32_t *col)
{
    const sheet_view *v = &f->reader->view;
    pair one = { .role = w->role, .rank = w->rank,
                 .label = view_text(v, row, *col) };
    uint32_t last;

    if (!form_value_of(f, row, *col, &one.row, &one.col))
        return w->role != ROLE_NO; /* its value is left empty */
    last = one.col;
    one.value = w->role == ROLE_REMARK ? row_texts(f, one.row, &last)
                                       : view_text(v, one.row, one.col);
    take_number(f, &one, &last);
    if (!take_value(f, &one))
        return false;
    if (one.row == row)
        *col = last;
    else
        f->reader->form_taken = one.row + 1;
    return true;
}

void form_take_row(form *f, uint32_t row)
{
    const sheet_view *v = &f->reader->view;

    for (uint32_t c = view_next(v, row, 0); c != UINT32_MAX;
         c = view_next(v, row, c + 1)) {
        const header_word *w = form_label(f, row, c);
        text t = view_text(v, row, c);
        uint32_t value_row, value_col;

        if (w->role == ROLE_COST && (w->exact || t.length <= 90)) {
            form_take_costs(f, row, c); /* 福岡市交付対象事業経費 */
            continue;
        }
        if (w->exact && form_knows(w->role) && take_label(f, w, row, &c))
            continue;
        if (form_describes_kpi(w)) {
            /* the table's that comes next, see grant_kpis.c; or no fact */
            if (form_value_of(f, row, c, &value_row, &value_col) &&
                value_row == row)
                c = value_col;
            continue;
        }
        if (w->year_only || view_cell(v, row, c)->type != CELL_STRING ||
            f->reader->form_taken == row + 1)
            continue; /* years and figures belong to a label of another row */
        if (!take_pair(f, row, c))
            take_words(f, row, c, t);
    }
}
